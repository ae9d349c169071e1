"""Himpunan peran yang dipakai menu."""

from accounts.roles import Peran

OPERATOR = frozenset({Peran.OPERATOR})
BIDANG = frozenset({Peran.KEPALA_BIDANG})
ADMIN = frozenset({Peran.ADMIN})
KEPALA_DINAS = frozenset({Peran.KEPALA_DINAS})
KEPALA_DAERAH = frozenset({Peran.KEPALA_DAERAH})
PENGAWAS = frozenset({Peran.INSPEKTORAT, Peran.INSPEKTUR})
PIMPINAN = BIDANG | KEPALA_DINAS
PENGISI = OPERATOR | BIDANG
DINAS = OPERATOR | PIMPINAN
SEMUA = frozenset(Peran)
