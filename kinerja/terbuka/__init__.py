"""Angka terbuka: angka naskah sah satu kantor, bagi siapa pun."""
