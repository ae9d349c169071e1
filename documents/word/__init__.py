"""Naskah sebagai salinan Word, disusun dari HTML cetaknya."""
