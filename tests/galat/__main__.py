"""`python -m tests.galat`: gangguan acak selagi orang bekerja, dan yang harus tetap benar.

Dipanggil bin/faults; bentuk pendeknya tests/browser/test_galat.py. Benih yang sama memberi urutan
gangguan yang sama.
"""

import sys
from argparse import ArgumentParser
from secrets import randbelow

import django

pengurai = ArgumentParser(prog="bin/faults")
pengurai.add_argument("--benih", type=int, default=randbelow(1_000_000))
pengurai.add_argument("--kali", type=int, default=500)
pengurai.add_argument("--menit", type=float, default=600)
pengurai.add_argument("--orang", type=int, default=6)
pengurai.add_argument("--hanya", default="", help="gangguan yang namanya memuat ini")
pengurai.add_argument("--merata", action="store_true", help="tiap jenis sekali lebih dahulu")
pengurai.add_argument("--tanpa-cadangan", dest="cadangan", action="store_false")

if __name__ == "__main__":
    django.setup()
    from tests.galat.jalan import jalan

    sys.exit(bool(jalan(pengurai.parse_args())))
