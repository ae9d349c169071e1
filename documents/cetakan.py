"""Naskah bertabel siap cetak: satu susunan untuk pratinjau di peramban dan PDF Typst."""

import datetime
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from core.periode import tanggal_panjang
from core.tabel import Tabel
from core.tampilan import setempat, tampil
from documents.kepala import KepalaNaskah, Orang
from documents.tata_cetak import ukuran
from documents.tinggi import tinggi_paragraf
from documents.uraian import (
    Uraian,
    berlabel,
    nama_logo,
    uraian_kertas,
    uraian_kop,
    uraian_tabel,
    uraian_tanggal,
)

TANDA_TANGAN = 75  # milimeter, blok tanda tangan dengan cap
HURUF_PENUTUP = ukuran("besar")  # gaya paragraf terbesar
ISIAN_PENANDA_TANGAN = "isi tanggal dokumen dan data kepala perangkat daerah"
TANPA_PENANDA_TANGAN = f"Penanda tangan belum dapat ditentukan: {ISIAN_PENANDA_TANGAN}."
BELUM_DIISI = "(belum diisi)"
TANPA_TANDA_TANGAN = "Disusun dari data tahun {tahun} yang tercatat; bukan naskah bertanda tangan."


@dataclass(frozen=True)
class Cap:
    """Tanda pada cetakan: keadaan naskah, dan kode verifikasinya bila sudah ditandatangani."""

    keadaan: str
    is_sah: bool = False
    kode: str = ""
    url: str = ""
    qr: str = ""  # SVG
    is_pades: bool = False

    @property
    def kalimat_kode(self) -> str:
        if self.kode:
            return f"Kode verifikasi {self.kode}"
        return "Kode verifikasi belum ada"


@dataclass(frozen=True)
class Paragraf:
    """Satu paragraf; `gaya`: prosa, tebal, besar (jawaban), catatan; `url` asal angkanya."""

    teks: str
    gaya: str = "prosa"
    url: str = ""


SemuaParagraf = tuple[Paragraf, ...]


@dataclass(frozen=True)
class Gambar:
    """Satu gambar SVG, mengecil sampai muat; `nama` dibacakan bagi yang tidak melihatnya."""

    nama: str
    svg: str


@dataclass(frozen=True, kw_only=True)
class Bagian:
    """Satu bagian: kop, judul, anak judul, pembuka, gambar, tabel, penutup, tanda tangan.

    Bagian mulai di halaman baru kecuali `is_sambung`: ia melanjutkan halaman dan kertas bagian
    di atasnya. Kertasnya kertas tabel pertamanya; tanpa tabel `kertas` tegak.
    """

    judul: tuple[str, ...] = ()
    anak_judul: str = ""
    pembuka: SemuaParagraf = ()
    gambar: tuple[Gambar, ...] = ()
    tabel: tuple[Tabel, ...] = ()
    penutup: SemuaParagraf = ()
    is_berkop: bool = False
    is_bertanda_tangan: bool = True
    is_sambung: bool = False
    is_berdampingan: bool = False  # gambar di kiri tabelnya
    kertas: str = "A4"

    @property
    def is_lanskap(self) -> bool:
        return bool(self.tabel) and self.tabel[0].is_lanskap

    @property
    def nama_kertas(self) -> str:
        """Kertas tabel pertamanya."""
        return self.tabel[0].kertas if self.tabel else self.kertas

    @property
    def baris(self) -> list[tuple[Tabel, list[Any]]]:
        """Tiap tabel dengan baris tampilnya, untuk templat HTML."""
        hasil = []
        for satu in self.tabel:
            hasil.append((satu, list(tampil(satu))))
        return hasil


SemuaBagian = Sequence[Bagian]
Halaman = list[list[Bagian]]  # bagian-bagian yang sehalaman


@dataclass(frozen=True)
class Cetakan:
    """Kepala naskah, bagian-bagiannya dan capnya; tanpa cap bukan naskah bertanda tangan.

    `asal` menggantikan kalimat asalnya di kaki halaman; yang berasal demikian tidak bertahun.
    """

    kepala: KepalaNaskah
    bagian: tuple[Bagian, ...]
    cap: Cap | None
    asal: str = ""

    def __post_init__(self) -> None:
        """Kepala tabelnya menurut sebutan kecamatan dan desa pada kopnya."""
        wilayah = self.kepala.dinas.wilayah
        bagian = []
        for satu in self.bagian:
            tabel = tuple(setempat(milik, wilayah) for milik in satu.tabel)
            bagian.append(replace(satu, tabel=tabel))
        object.__setattr__(self, "bagian", tuple(bagian))

    @property
    def judul(self) -> str:
        """Judul pada kepala halaman dan sifat berkasnya."""
        if self.asal:
            return self.kepala.judul
        return f"{self.kepala.judul} Tahun {self.kepala.tahun}"


def uraian(cetakan: Cetakan) -> Uraian:
    """Cetakan sebagai data untuk `templates/documents/print/naskah.typ`."""
    kepala = cetakan.kepala
    cap = cetakan.cap
    dinas = kepala.dinas
    judul_halaman = cetakan.judul
    awal_tahun = datetime.date(kepala.tahun, 1, 1)
    return {
        "judul_berkas": judul_halaman,
        "penulis": f"{dinas.nama} {dinas.daerah}",
        "tanggal": uraian_tanggal(kepala.tanggal or awal_tahun),
        "kepala_halaman": [_kepala_halaman(cetakan), f"{dinas.singkatan} {dinas.daerah}"],
        **_kaki_halaman(cetakan),
        "kop": uraian_kop(dinas),
        "halaman": [_halaman(satu) for satu in _sehalaman(cetakan.bagian)],
        "tanda_tangan": _tanda_tangan(kepala, cap) if cap else None,
    }


def _kepala_halaman(cetakan: Cetakan) -> str:
    """Judulnya, dan tandanya bila angkanya buatan."""
    bagian = filter(None, (cetakan.judul, cetakan.kepala.tanda))
    return " · ".join(bagian)


def _kaki_halaman(cetakan: Cetakan) -> Uraian:
    """Nomor, kode dan keadaan naskah; yang tidak ditandatangani mengatakannya."""
    kepala = cetakan.kepala
    cap = cetakan.cap
    if cap is None:
        asal = TANPA_TANDA_TANGAN.format(tahun=kepala.tahun)
        return {"kaki_halaman": cetakan.asal or asal, "keadaan": None}
    return {
        "kaki_halaman": f"Nomor {kepala.nomor or BELUM_DIISI} · {cap.kalimat_kode}",
        "keadaan": {
            "teks": cap.keadaan,
            "warna": "sah" if cap.is_sah else "belum",
        },
    }


def _sehalaman(semua: SemuaBagian) -> Halaman:
    """Bagian menurut halaman mulainya; yang bersambung ikut bagian di atasnya."""
    hasil: Halaman = []
    for bagian in semua:
        if bagian.is_sambung and hasil:
            hasil[-1].append(bagian)
        else:
            hasil.append([bagian])
    return hasil


def _halaman(semua: SemuaBagian) -> Uraian:
    """Bagian-bagian yang mengalir pada kertas yang pertama."""
    pertama = semua[0]
    kertas = uraian_kertas(pertama.nama_kertas, pertama.is_lanskap)
    tepi = 2 * kertas["sisi"]
    lebar = kertas["lebar"] - tepi
    return {
        "kertas": kertas,
        "bagian": [_bagian(satu, lebar, kertas["tinggi"]) for satu in semua],
    }


def _bagian(bagian: Bagian, lebar: int, tinggi: int) -> Uraian:
    return {
        "judul": list(bagian.judul),
        "anak_judul": bagian.anak_judul,
        "pembuka": [asdict(satu) for satu in bagian.pembuka],
        "gambar": [asdict(satu) for satu in bagian.gambar],
        "tabel": _semua_tabel(bagian, lebar, tinggi),
        "penutup": [asdict(satu) for satu in bagian.penutup],
        "is_berkop": bagian.is_berkop,
        "is_bertanda_tangan": bagian.is_bertanda_tangan,
        "is_berdampingan": bagian.is_berdampingan,
    }


def _semua_tabel(bagian: Bagian, lebar: int, tinggi: int) -> list[Uraian]:
    """Tabel terakhir diikat pada ekornya (penutup, tanda tangan) bila tentu muat sehalaman."""
    penutup = [satu.teks for satu in bagian.penutup]
    ekor = tinggi_paragraf(penutup, lebar, HURUF_PENUTUP)
    if bagian.is_bertanda_tangan:
        ekor += TANDA_TANGAN
    lebar_tabel = lebar
    if bagian.is_berdampingan:
        lebar_tabel = lebar // 2
    hasil = []
    terakhir = len(bagian.tabel)
    for urut, tabel in enumerate(bagian.tabel, start=1):
        ekornya = Decimal(0)
        if urut == terakhir:
            ekornya = ekor
        hasil.append(uraian_tabel(tabel, lebar_tabel, tinggi, ekornya))
    return hasil


def berkas(cetakan: Cetakan) -> dict[str, bytes]:
    """Gambar yang disebut uraian menurut namanya: kode QR dan logo."""
    cap = cetakan.cap
    hasil = {}
    if cap and cap.qr:
        hasil["qr.svg"] = cap.qr.encode()
    dinas = cetakan.kepala.dinas
    nama = nama_logo(dinas)
    if nama:
        _, _, data = dinas.logo.partition(",")
        hasil[nama] = b64decode(data)
    return hasil


def _tanda_tangan(kepala: KepalaNaskah, cap: Cap) -> Uraian:
    tanggal = "(tanggal belum diisi)"
    if kepala.tanggal:
        tanggal = tanggal_panjang(kepala.tanggal)
    orang = kepala.penanda_tangan
    return {
        "tempat": f"{kepala.dinas.tempat}, {tanggal}",
        "jabatan": jabatan(kepala),
        "ruang": "(belum ditandatangani)",
        "cap": _cap(cap) if cap.kode else None,
        "nama": orang.nama if orang else TANPA_PENANDA_TANGAN,
        "is_bernama": orang is not None,
        "rincian": rincian(orang),
    }


def jabatan(kepala: KepalaNaskah) -> str:
    """Jabatan penanda tangan sebagaimana tercetak di atas namanya."""
    if kepala.penanda_tangan:
        return f"{kepala.penanda_tangan.jabatan},"
    return f"Kepala {kepala.dinas.nama} {kepala.dinas.daerah},"


def rincian(orang: Orang | None) -> list[str]:
    """Pangkat/golongan dan NIP di bawah nama; yang tidak diketahui tidak dicetak."""
    if orang is None:
        return []
    pangkat = filter(None, (orang.pangkat, orang.golongan))
    semua = [" / ".join(pangkat), berlabel("NIP.", orang.nip)]
    return list(filter(None, semua))


def _cap(cap: Cap) -> Uraian:
    """QR dan kalimat pengganti tanda tangan basah."""
    baris = ["Kode verifikasi", cap.kode, "Keaslian diperiksa di", cap.url]
    if cap.is_pades:
        baris.insert(0, "Ditandatangani secara elektronik.")
    return {
        "qr": "qr.svg",
        "alt": f"Kode QR halaman verifikasi {cap.kode}",
        "baris": baris,
    }
