"""Isi meja reviu: petunjuk dari isi beku naskahnya, dan angka cetakan luar."""
