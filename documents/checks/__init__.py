"""Uji kewajaran yang berlaku bagi naskah apa pun."""
