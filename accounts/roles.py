"""Siapa boleh apa: seluruh tabel hak di satu tempat. Mengubahnya perubahan kode yang ditinjau.

Peran adalah nama grup. Hak ditulis `app.model` dengan tindakan `view add change delete` (isian IDM
juga `verify return`), atau `documents.<langkah>` untuk alur dokumen.
"""

from collections.abc import Collection
from enum import StrEnum
from fnmatch import fnmatch

from core.daerah import Perangkat

Rules = dict[str, tuple[str, ...]]  # model → tindakannya


class Role(StrEnum):
    OPERATOR = "operator"
    KEPALA_BIDANG = "kepala_bidang"
    KEPALA_DINAS = "kepala_dinas"
    KEPALA_DAERAH = "kepala_daerah"
    INSPEKTORAT = "inspektorat"
    INSPEKTUR = "inspektur"
    ADMIN = "admin"


def in_order(names: Collection[str]) -> tuple[str, ...]:
    """Nama peran menurut urutan `Role`; nama grup lain dilewati."""
    return tuple(role.value for role in Role if role in names)


LABELS = {
    Role.OPERATOR: "Operator",
    Role.KEPALA_BIDANG: "Kepala Bidang/Sekretaris",
    Role.KEPALA_DINAS: "Kepala Dinas",
    Role.KEPALA_DAERAH: "Kepala Daerah",
    Role.INSPEKTORAT: "Inspektorat",
    Role.INSPEKTUR: "Inspektur",
    Role.ADMIN: "Admin",
}

# Peran yang hanya berlaku di satu jenis perangkat daerah.
# Yang lain di perangkat daerah pemilik naskahnya.
PERANGKAT_PERAN = {
    Role.KEPALA_DAERAH: Perangkat.KEPALA_DAERAH,
    Role.INSPEKTORAT: Perangkat.INSPEKTORAT,
    Role.INSPEKTUR: Perangkat.INSPEKTORAT,
}

# Menandatangani naskah atas nama jabatannya. Operator tidak: ia hanya pihak pada perjanjiannya.
PENANDA_TANGAN = frozenset(
    {Role.KEPALA_BIDANG, Role.KEPALA_DINAS, Role.KEPALA_DAERAH, Role.INSPEKTUR}
)
# Peran yang baru berlaku sesudah disetujui orang kedua; admin termasuk, sebab ia orang kedua.
BERPERSETUJUAN = PENANDA_TANGAN | {Role.ADMIN}
# Yang boleh menjadi orang kedua.
ORANG_KEDUA = frozenset({Role.ADMIN, Role.KEPALA_DINAS, Role.INSPEKTUR})
# Yang wajib berfaktor kedua pada pemasangan nyata.
BERFAKTOR_KEDUA = PENANDA_TANGAN | {Role.ADMIN, Role.INSPEKTORAT}

# Instrumen dipakai bersama; admin menambah yang berikutnya, dan yang sudah dipakai terkunci.
_INSTRUMEN = (
    "idm.instrumen",
    "idm.ambangstatus",
    "idm.dimensiindeks",
    "idm.subdimensiindeks",
    "idm.indikatoridm",
    "idm.kriteriaskor",
)
_EDIT = ("view", "add", "change", "delete")
_DATA = ("villages.*", "idm.*", "kinerja.*")
# Acuan bersama lintas kabupaten: dimuat dengan perintah, tidak disunting lewat halaman.
SHARED = frozenset({"kinerja.nomenklatur", "accounts.kabupaten"})

# Meja Inspektorat.
_REVIU = (
    "kinerja.reviu",
    "kinerja.isianreviu",
    "kinerja.catatanreviu",
    "kinerja.pedomanreviu",
    "kinerja.butirpedoman",
    "kinerja.jadwalreviu",
    "kinerja.hasilreviu",
    "kinerja.pedomanakip",
    "kinerja.butirakip",
    "kinerja.hasilevaluasi",
)

# peran -> pola `app.model` -> tindakan
MATRIX: dict[Role, Rules] = {
    Role.OPERATOR: {
        **dict.fromkeys(_DATA, _EDIT),
        **dict.fromkeys(_INSTRUMEN, ("view",)),
        "idm.terbitanidm": ("view",),
        "idm.terbitanindeks": ("view",),
        "idm.layananrumusan": ("view",),
        "kinerja.rekomendasi": ("view",),
        "kinerja.evaluasiakip": ("view",),
        "kinerja.isianakip": ("view", "add", "change"),
        "kinerja.buktiakip": ("view", "add", "delete"),
        "kinerja.pernyataanreviu": ("view",),
        **dict.fromkeys(_REVIU, ("view",)),
        "kinerja.periodeisian": ("view",),
        "kinerja.edisinomenklatur": ("view",),
        "kinerja.perubahantarget": ("view",),
        "kinerja.definisitahun": ("view", "change"),
        "villages.kecamatan": ("view",),
        "villages.desa": ("view",),
        "villages.riwayatkecamatan": ("view",),
        "villages.riwayatwilayah": ("view",),
        "villages.batasdesa": ("view",),
        "villages.bataskecamatan": ("view",),
        "villages.bataskabupaten": ("view",),
        "accounts.*": ("view",),
        "accounts.user": (),
        "accounts.usulakun": (),
        "accounts.kabar": ("view",),
        "documents.submit": ("step",),
        "documents.sign": ("step",),
        "documents.pembukaan": ("view",),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.buktiformulir": _EDIT,
        "documents.tanggapantemuan": ("view", "add"),
        "documents.balasan": ("view", "add"),
        "documents.buktibalasan": ("view",),
    },
    Role.KEPALA_BIDANG: {
        **dict.fromkeys((*_DATA, "accounts.*"), ("view",)),
        "idm.isianidm": ("view", "verify", "return"),
        "kinerja.periodeisian": _EDIT,
        "accounts.user": (),
        "accounts.usulakun": (),
        "accounts.kabar": ("view", "add"),
        "documents.approve": ("step",),
        "documents.return": ("step",),
        "documents.sign": ("step",),
        "documents.pembukaan": ("view",),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.buktiformulir": ("view",),
        "documents.tanggapantemuan": ("view", "change"),
        "documents.balasan": ("view", "add"),
        "documents.buktibalasan": ("view",),
    },
    Role.KEPALA_DINAS: {
        **dict.fromkeys((*_DATA, "accounts.*"), ("view",)),
        "idm.isianidm": ("view", "return"),
        "accounts.user": (),
        "accounts.usulakun": ("view", "change"),
        "accounts.kabar": ("view", "add"),
        "core.auditevent": ("view",),
        "documents.sign": ("step",),
        "documents.return": ("step",),
        "documents.pembukaan": ("view", "add"),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.buktiformulir": ("view",),
        "documents.tanggapantemuan": ("view", "change"),
        "documents.balasan": ("view", "add"),
        "documents.buktibalasan": ("view",),
    },
    Role.KEPALA_DAERAH: {
        **dict.fromkeys((*_DATA, "accounts.*"), ("view",)),
        "accounts.user": (),
        "accounts.usulakun": (),
        "accounts.kabar": ("view",),
        "documents.sign": ("step",),
        "documents.tugas": ("view",),
        "documents.balasan": ("view",),
        "documents.buktibalasan": ("view",),
        "documents.buktiformulir": ("view",),
    },
    Role.INSPEKTORAT: {
        **dict.fromkeys((*_DATA, "accounts.*"), ("view",)),
        "accounts.user": (),
        "accounts.usulakun": (),
        "accounts.kabar": ("view",),
        "core.auditevent": ("view",),
        "kinerja.evaluasiakip": _EDIT,
        "kinerja.isianakip": ("view", "add", "change"),
        "kinerja.rekomendasi": _EDIT,
        "kinerja.pernyataanreviu": _EDIT,
        **dict.fromkeys(_REVIU, _EDIT),
        "documents.submit": ("step",),
        "documents.review": ("step",),
        "documents.return": ("step",),
        "documents.pembukaan": ("view",),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.buktiformulir": ("view",),
        "documents.tanggapantemuan": ("view", "add", "change"),
        "documents.balasan": ("view", "judge"),
        "documents.buktibalasan": ("view",),
    },
    Role.INSPEKTUR: {
        **dict.fromkeys((*_DATA, "accounts.*"), ("view",)),
        "accounts.user": (),
        "accounts.usulakun": ("view", "change"),
        "accounts.kabar": ("view",),
        "core.auditevent": ("view",),
        "documents.sign": ("step",),
        "documents.return": ("step",),
        "documents.pembukaan": ("view",),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.buktiformulir": ("view",),
        "documents.tanggapantemuan": ("view", "change"),
        "documents.balasan": ("view",),
        "documents.buktibalasan": ("view",),
    },
    Role.ADMIN: {
        **dict.fromkeys(_DATA, ("view",)),
        **dict.fromkeys(_INSTRUMEN, _EDIT),
        "villages.kecamatan": _EDIT,
        "villages.desa": _EDIT,
        "idm.layananrumusan": ("view", "add", "change"),
        "villages.riwayatkecamatan": _EDIT,
        "villages.riwayatwilayah": _EDIT,
        "villages.batasdesa": _EDIT,
        "villages.bataskecamatan": _EDIT,
        "villages.bataskabupaten": _EDIT,
        "accounts.*": _EDIT,
        "accounts.kabupaten": ("view",),
        "kinerja.edisinomenklatur": ("view", "add"),
        "accounts.usulakun": ("view", "change"),
        "accounts.kabar": ("view", "add"),
        "core.auditevent": ("view",),
        "documents.pembukaan": ("view",),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.balasan": ("view",),
        "documents.buktibalasan": ("view",),
        "documents.buktiformulir": ("view",),
    },
}


def allows(role: str, perm: str) -> bool:
    """Apakah `role` memiliki `perm` (`app.tindakan_model` atau `documents.langkah`)."""
    if role not in Role.__members__.values():
        return False
    app, _, codename = perm.partition(".")
    action, _, model = codename.partition("_")
    name, action = (f"{app}.{model}", action) if model else (perm, "step")
    if name in SHARED and action != "view":
        return False
    return action in _actions(MATRIX[Role(role)], name)


def _actions(rules: Rules, name: str) -> tuple[str, ...]:
    """Tindakan untuk `name`; nama lengkap mengalahkan pola."""
    if name in rules:
        return rules[name]
    return next((rules[p] for p in rules if "*" in p and fnmatch(name, p)), ())
