"""Uji kewajaran dan angka tercetak yang dibandingkannya."""
