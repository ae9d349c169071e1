"""Jawaban layanan rumusan, dari penetapan yang sah."""
