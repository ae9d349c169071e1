"""Semua naskah IDM dan Indeks Desa yang dikenal `documents`."""

from idm.naskah.penetapan.pendaftaran import JENIS as IDM
from idm.naskah.penetapan_indeks.pendaftaran import JENIS as INDEKS_DESA

JENIS = {**IDM, **INDEKS_DESA}
