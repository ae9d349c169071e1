"""Siapa boleh apa: seluruh tabel hak di satu tempat. Mengubahnya perubahan kode yang ditinjau.

Peran adalah nama grup. Hak ditulis `app.model` dengan tindakan `view add change delete` (isian IDM
juga `verify return`), atau `documents.<langkah>` untuk alur dokumen.
"""

from collections.abc import Collection
from enum import StrEnum
from fnmatch import fnmatch

from core.daerah import Perangkat

SemuaHak = dict[str, tuple[str, ...]]  # model → tindakannya


class Peran(StrEnum):
    OPERATOR = "operator"
    KEPALA_BIDANG = "kepala_bidang"
    KEPALA_DINAS = "kepala_dinas"
    KEPALA_DAERAH = "kepala_daerah"
    INSPEKTORAT = "inspektorat"
    INSPEKTUR = "inspektur"
    ADMIN = "admin"


def in_order(grup: Collection[str]) -> tuple[str, ...]:
    """Nama peran menurut urutan `Peran`; nama grup lain dilewati."""
    return tuple(peran.value for peran in Peran if peran in grup)


LABELS = {
    Peran.OPERATOR: "Operator",
    Peran.KEPALA_BIDANG: "Kepala Bidang/Sekretaris",
    Peran.KEPALA_DINAS: "Kepala Dinas",
    Peran.KEPALA_DAERAH: "Kepala Daerah",
    Peran.INSPEKTORAT: "Inspektorat",
    Peran.INSPEKTUR: "Inspektur",
    Peran.ADMIN: "Admin",
}

# Peran yang hanya berlaku di satu jenis perangkat daerah.
# Yang lain di perangkat daerah pemilik naskahnya.
PERANGKAT_PERAN = {
    Peran.KEPALA_DAERAH: Perangkat.KEPALA_DAERAH,
    Peran.INSPEKTORAT: Perangkat.INSPEKTORAT,
    Peran.INSPEKTUR: Perangkat.INSPEKTORAT,
}

# Menandatangani naskah atas nama jabatannya. Operator tidak: ia hanya pihak pada perjanjiannya.
PENANDA_TANGAN = frozenset(
    {Peran.KEPALA_BIDANG, Peran.KEPALA_DINAS, Peran.KEPALA_DAERAH, Peran.INSPEKTUR}
)
# Peran yang baru berlaku sesudah disetujui orang kedua; admin termasuk, sebab ia orang kedua.
BERPERSETUJUAN = PENANDA_TANGAN | {Peran.ADMIN}
# Yang boleh menjadi orang kedua.
ORANG_KEDUA = frozenset({Peran.ADMIN, Peran.KEPALA_DINAS, Peran.INSPEKTUR})
# Yang wajib berfaktor kedua pada pemasangan nyata.
BERFAKTOR_KEDUA = PENANDA_TANGAN | {Peran.ADMIN, Peran.INSPEKTORAT}

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
MATRIX: dict[Peran, SemuaHak] = {
    Peran.OPERATOR: {
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
        "villages.rekeningdesa": ("view",),
        "villages.riwayatkecamatan": ("view",),
        "villages.riwayatwilayah": ("view",),
        "villages.batasdesa": ("view",),
        "villages.bataskecamatan": ("view",),
        "villages.bataskabupaten": ("view",),
        "accounts.*": ("view",),
        "accounts.user": (),
        "accounts.usulakun": (),
        "accounts.kabar": ("view",),
        "documents.submit": ("langkah",),
        "documents.sign": ("langkah",),
        "documents.pembukaan": ("view",),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.buktiformulir": _EDIT,
        "documents.tanggapantemuan": ("view", "add"),
        "documents.balasan": ("view", "add"),
        "documents.buktibalasan": ("view",),
    },
    Peran.KEPALA_BIDANG: {
        **dict.fromkeys((*_DATA, "accounts.*"), ("view",)),
        "idm.isianidm": ("view", "verify", "return"),
        "kinerja.periodeisian": _EDIT,
        "accounts.user": (),
        "accounts.usulakun": (),
        "accounts.kabar": ("view", "add"),
        "documents.approve": ("langkah",),
        "documents.return": ("langkah",),
        "documents.sign": ("langkah",),
        "documents.pembukaan": ("view",),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.buktiformulir": ("view",),
        "documents.tanggapantemuan": ("view", "change"),
        "documents.balasan": ("view", "add"),
        "documents.buktibalasan": ("view",),
    },
    Peran.KEPALA_DINAS: {
        **dict.fromkeys((*_DATA, "accounts.*"), ("view",)),
        "idm.isianidm": ("view", "return"),
        "accounts.user": (),
        "accounts.usulakun": ("view", "change"),
        "accounts.kabar": ("view", "add"),
        "core.auditevent": ("view",),
        "documents.sign": ("langkah",),
        "documents.return": ("langkah",),
        "documents.pembukaan": ("view", "add"),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.buktiformulir": ("view",),
        "documents.tanggapantemuan": ("view", "change"),
        "documents.balasan": ("view", "add"),
        "documents.buktibalasan": ("view",),
    },
    Peran.KEPALA_DAERAH: {
        **dict.fromkeys((*_DATA, "accounts.*"), ("view",)),
        "accounts.user": (),
        "accounts.usulakun": (),
        "accounts.kabar": ("view",),
        "documents.sign": ("langkah",),
        "documents.tugas": ("view",),
        "documents.balasan": ("view",),
        "documents.buktibalasan": ("view",),
        "documents.buktiformulir": ("view",),
    },
    Peran.INSPEKTORAT: {
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
        "documents.submit": ("langkah",),
        "documents.review": ("langkah",),
        "documents.return": ("langkah",),
        "documents.pembukaan": ("view",),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.buktiformulir": ("view",),
        "documents.tanggapantemuan": ("view", "add", "change"),
        "documents.balasan": ("view", "judge"),
        "documents.buktibalasan": ("view",),
    },
    Peran.INSPEKTUR: {
        **dict.fromkeys((*_DATA, "accounts.*"), ("view",)),
        "accounts.user": (),
        "accounts.usulakun": ("view", "change"),
        "accounts.kabar": ("view",),
        "core.auditevent": ("view",),
        "documents.sign": ("langkah",),
        "documents.return": ("langkah",),
        "documents.pembukaan": ("view",),
        "documents.impor": ("view",),
        "documents.tugas": ("view",),
        "documents.buktiformulir": ("view",),
        "documents.tanggapantemuan": ("view", "change"),
        "documents.balasan": ("view",),
        "documents.buktibalasan": ("view",),
    },
    Peran.ADMIN: {
        **dict.fromkeys(_DATA, ("view",)),
        **dict.fromkeys(_INSTRUMEN, _EDIT),
        "villages.kecamatan": _EDIT,
        "villages.desa": _EDIT,
        "villages.rekeningdesa": _EDIT,
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


def allows(peran: str, perm: str) -> bool:
    """Apakah `peran` memiliki `perm` (`app.tindakan_model` atau `documents.langkah`)."""
    if peran not in Peran.__members__.values():
        return False
    app, _, codename = perm.partition(".")
    action, _, model = codename.partition("_")
    nama, action = (f"{app}.{model}", action) if model else (perm, "langkah")
    if nama in SHARED and action != "view":
        return False
    return action in _actions(MATRIX[Peran(peran)], nama)


def _actions(hak: SemuaHak, nama: str) -> tuple[str, ...]:
    """Tindakan untuk `nama`; nama lengkap mengalahkan pola."""
    if nama in hak:
        return hak[nama]
    return next((hak[p] for p in hak if "*" in p and fnmatch(nama, p)), ())
