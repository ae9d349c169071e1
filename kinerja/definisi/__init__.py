"""Definisi indikator yang disimpan tiap tahun, dan penggantiannya."""
