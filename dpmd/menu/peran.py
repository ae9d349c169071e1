"""Himpunan peran yang dipakai menu."""

from accounts.roles import Role

OPERATOR = frozenset({Role.OPERATOR})
BIDANG = frozenset({Role.KEPALA_BIDANG})
ADMIN = frozenset({Role.ADMIN})
KEPALA_DINAS = frozenset({Role.KEPALA_DINAS})
KEPALA_DAERAH = frozenset({Role.KEPALA_DAERAH})
PENGAWAS = frozenset({Role.INSPEKTORAT, Role.INSPEKTUR})
PIMPINAN = BIDANG | KEPALA_DINAS
PENGISI = OPERATOR | BIDANG
DINAS = OPERATOR | PIMPINAN
SEMUA = frozenset(Role)
