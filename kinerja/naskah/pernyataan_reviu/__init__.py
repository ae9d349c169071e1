"""Pernyataan Telah Direviu."""
