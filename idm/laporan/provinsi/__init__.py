"""Kabupaten dan kota satu provinsi berdampingan."""
