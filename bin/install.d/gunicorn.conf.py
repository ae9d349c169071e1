"""Peladen aplikasi pada pemasangan nyata; yang lama dikerjakan pekerja tugas (dpmd-worker@)."""

bind = "127.0.0.1:8000"
worker_class = "gthread"
workers = 2
threads = 8
timeout = 200
keepalive = 75  # lebih lama daripada Caddy menyimpan sambungannya: tidak tertutup saat dipakai lagi
