"""Uji kewajaran (V1–V14) dan angka tercetak yang dibandingkannya."""
