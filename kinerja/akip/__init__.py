"""Lembar kerja evaluasi AKIP: penilaian mandiri dinas, evaluasi Inspektorat, pedomannya."""
