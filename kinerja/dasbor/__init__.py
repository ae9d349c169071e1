"""Ringkasan setahun."""
