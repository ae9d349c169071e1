"""Naskah bertabel siap cetak: satu susunan untuk pratinjau di peramban dan PDF Typst."""

import datetime
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from core.periode import tanggal_panjang
from core.tabel import Baris, Tabel, tampil
from documents.kepala import Kepala, Kop, Orang
from documents.tinggi import EKOR_UTUH, is_utuh, terikat, tinggi_baris, tinggi_paragraf

TANDA_TANGAN = 75  # milimeter, blok tanda tangan dengan cap
HURUF_CATATAN = Decimal(8)
HURUF_PENUTUP = Decimal(13)
ISIAN_PENANDA_TANGAN = "isi tanggal dokumen dan data kepala perangkat daerah"
TANPA_PENANDA_TANGAN = f"Penanda tangan belum dapat ditentukan: {ISIAN_PENANDA_TANGAN}."
BELUM_DIISI = "(belum diisi)"
TANPA_TANDA_TANGAN = "Disusun dari data tahun {tahun} yang tercatat; bukan naskah bertanda tangan."


@dataclass(frozen=True)
class Kertas:
    """Ukuran tegak dan tepi samping, milimeter."""

    lebar: int
    tinggi: int
    sisi: int


KERTAS = {
    "A4": Kertas(210, 297, 20),
    "F4": Kertas(215, 330, 12),
    "A3": Kertas(297, 420, 14),
}


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
    """Satu paragraf; `gaya`: prosa, tebal, besar (jawaban), catatan."""

    teks: str
    gaya: str = "prosa"


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
    pembuka: tuple[Paragraf, ...] = ()
    gambar: tuple[Gambar, ...] = ()
    tabel: tuple[Tabel, ...] = ()
    penutup: tuple[Paragraf, ...] = ()
    is_berkop: bool = False
    is_bertanda_tangan: bool = True
    is_sambung: bool = False
    is_berdampingan: bool = False  # gambar di kiri tabelnya
    kertas: str = "A4"

    @property
    def baris(self) -> list[tuple[Tabel, list[Any]]]:
        """Tiap tabel dengan baris tampilnya, untuk templat HTML."""
        return [(satu, list(tampil(satu))) for satu in self.tabel]


@dataclass(frozen=True)
class Cetakan:
    """Kepala naskah, bagian-bagiannya dan capnya; tanpa cap bukan naskah bertanda tangan."""

    kepala: Kepala
    bagian: tuple[Bagian, ...]
    cap: Cap | None


def judul(kepala: Kepala) -> tuple[str, ...]:
    """Judul naskah, perangkat daerahnya, daerah dan tahunnya, lalu keterangannya."""
    wilayah = f"{kepala.dinas.daerah} Tahun {kepala.tahun}"
    return (kepala.judul, kepala.dinas.nama, wilayah, *filter(None, kepala.keterangan))


def uraian(cetakan: Cetakan) -> dict[str, Any]:
    """Cetakan sebagai data untuk `templates/documents/print/naskah.typ`."""
    kepala = cetakan.kepala
    cap = cetakan.cap
    judul_halaman = f"{kepala.judul} Tahun {kepala.tahun}"
    return {
        "judul_berkas": judul_halaman,
        "penulis": f"{kepala.dinas.nama} {kepala.dinas.daerah}",
        "tanggal": _tanggal(kepala.tanggal or datetime.date(kepala.tahun, 1, 1)),
        "kepala_halaman": [judul_halaman, f"{kepala.dinas.singkatan} {kepala.dinas.daerah}"],
        **_kaki_halaman(kepala, cap),
        "kop": _kop(kepala.dinas),
        "halaman": [_halaman(satu) for satu in _sehalaman(cetakan.bagian)],
        "tanda_tangan": _tanda_tangan(kepala, cap) if cap else None,
    }


def _kaki_halaman(kepala: Kepala, cap: Cap | None) -> dict[str, Any]:
    """Nomor, kode dan keadaan naskah; yang tidak ditandatangani mengatakannya."""
    if cap is None:
        return {
            "kaki_halaman": TANPA_TANDA_TANGAN.format(tahun=kepala.tahun),
            "keadaan": None,
        }
    return {
        "kaki_halaman": f"Nomor {kepala.nomor or BELUM_DIISI} · {cap.kalimat_kode}",
        "keadaan": {
            "teks": cap.keadaan,
            "warna": "sah" if cap.is_sah else "belum",
        },
    }


def _sehalaman(semua: Sequence[Bagian]) -> list[list[Bagian]]:
    """Bagian menurut halaman mulainya; yang bersambung ikut bagian di atasnya."""
    hasil: list[list[Bagian]] = []
    for bagian in semua:
        if bagian.is_sambung and hasil:
            hasil[-1].append(bagian)
        else:
            hasil.append([bagian])
    return hasil


def _halaman(semua: Sequence[Bagian]) -> dict[str, Any]:
    """Bagian-bagian yang mengalir pada kertas yang pertama."""
    pertama = semua[0]
    tabel = next(iter(pertama.tabel), None)
    kertas = _kertas(tabel.kertas, tabel.is_lanskap) if tabel else _kertas(pertama.kertas)
    lebar = kertas["lebar"] - 2 * kertas["sisi"]
    return {
        "kertas": kertas,
        "bagian": [_bagian(satu, lebar) for satu in semua],
    }


def _bagian(bagian: Bagian, lebar: int) -> dict[str, Any]:
    return {
        "judul": list(bagian.judul),
        "anak_judul": bagian.anak_judul,
        "pembuka": [asdict(satu) for satu in bagian.pembuka],
        "gambar": [asdict(satu) for satu in bagian.gambar],
        "tabel": _semua_tabel(bagian, lebar),
        "penutup": [asdict(satu) for satu in bagian.penutup],
        "is_berkop": bagian.is_berkop,
        "is_bertanda_tangan": bagian.is_bertanda_tangan,
        "is_berdampingan": bagian.is_berdampingan,
    }


def _semua_tabel(bagian: Bagian, lebar: int) -> list[dict[str, Any]]:
    """Tabel terakhir diikat pada ekornya (penutup, tanda tangan) bila tentu muat sehalaman."""
    ekor = tinggi_paragraf((satu.teks for satu in bagian.penutup), lebar, HURUF_PENUTUP)
    ekor += TANDA_TANGAN if bagian.is_bertanda_tangan else 0
    lebar_tabel = lebar // 2 if bagian.is_berdampingan else lebar
    hasil = [_tabel(satu, lebar_tabel, Decimal(0)) for satu in bagian.tabel[:-1]]
    hasil += [_tabel(satu, lebar_tabel, ekor) for satu in bagian.tabel[-1:]]
    return hasil


def berkas(cetakan: Cetakan) -> dict[str, bytes]:
    """Gambar yang disebut uraian menurut namanya: kode QR dan logo."""
    cap = cetakan.cap
    found = {"qr.svg": cap.qr.encode()} if cap and cap.qr else {}
    if nama := _nama_logo(cetakan.kepala.dinas):
        found[nama] = b64decode(cetakan.kepala.dinas.logo.partition(",")[2])
    return found


def _tanggal(hari: datetime.date) -> dict[str, int]:
    return {
        "year": hari.year,
        "month": hari.month,
        "day": hari.day,
    }


def _kertas(nama: str, is_lanskap: bool = False) -> dict[str, int]:
    kertas = KERTAS[nama]
    lebar = kertas.lebar
    tinggi = kertas.tinggi
    if is_lanskap:
        lebar, tinggi = tinggi, lebar
    return {"lebar": lebar, "tinggi": tinggi, "sisi": kertas.sisi}


def _nama_logo(dinas: Kop) -> str:
    """Nama berkas logo menurut jenisnya; kosong bila tanpa logo."""
    if not dinas.logo:
        return ""
    if dinas.logo.startswith("data:image/png"):
        return "logo.png"
    return "logo.jpg"


def _kop(dinas: Kop) -> dict[str, Any]:
    hubungi = [
        f"Telp/Fax {dinas.telepon_kantor}" if dinas.telepon_kantor else "",
        f"Surel {dinas.email}" if dinas.email else "",
        f"Situs {dinas.situs}" if dinas.situs else "",
    ]
    kontak = " · ".join(filter(None, hubungi))
    alamat = f"{dinas.alamat} · Kode Pos {dinas.kode_pos}" if dinas.kode_pos else dinas.alamat
    return {
        "pemda": f"Pemerintah {dinas.daerah}",
        "nama": dinas.nama,
        "alamat": list(filter(None, [alamat, kontak])),
        "logo": _nama_logo(dinas),
    }


def _tabel(tabel: Tabel, lebar: int, ekor: Decimal) -> dict[str, Any]:
    """Uraian satu tabel; `ikat` baris yang sehalaman dengan `ekor`-nya, `None` bila terlepas."""
    baris = list(tampil(tabel))
    tinggi = tinggi_baris(tabel, baris, lebar)
    ekor += tinggi_paragraf(tabel.catatan, lebar, HURUF_CATATAN)
    return {
        "huruf": str(tabel.huruf),
        "kolom": [kolom.lebar for kolom in tabel.kolom],
        "kepala": [list(map(asdict, kepala)) for kepala in tabel.kepala],
        "baris": [_baris(satu, urut, tinggi) for urut, satu in enumerate(baris)],
        "ikat": terikat(tinggi, ekor) if ekor <= EKOR_UTUH else None,
        "catatan": list(tabel.catatan),
        "kosong": "" if tabel.baris else tabel.kosong,
    }


def _baris(
    baris: Baris,
    urut: int,
    tinggi: list[Decimal],
) -> dict[str, Any]:
    """Baris dengan selnya; sel yang tidak utuh boleh bersambung ke halaman berikut."""
    sel = [asdict(satu) | {"utuh": is_utuh(satu, urut, tinggi)} for satu in baris.sel]
    return {"gaya": baris.gaya, "sel": sel}


def _tanda_tangan(kepala: Kepala, cap: Cap) -> dict[str, Any]:
    tanggal = tanggal_panjang(kepala.tanggal) if kepala.tanggal else "(tanggal belum diisi)"
    orang = kepala.penanda_tangan
    return {
        "tempat": f"{kepala.dinas.tempat}, {tanggal}",
        "jabatan": jabatan(kepala),
        "ruang": "(belum ditandatangani)",
        "cap": _cap(cap) if cap.kode else None,
        "nama": orang.nama if orang else TANPA_PENANDA_TANGAN,
        "rincian": rincian(orang),
    }


def jabatan(kepala: Kepala) -> str:
    """Jabatan penanda tangan sebagaimana tercetak di atas namanya."""
    if kepala.penanda_tangan:
        return f"{kepala.penanda_tangan.jabatan},"
    return f"Kepala {kepala.dinas.nama} {kepala.dinas.daerah},"


def rincian(orang: Orang | None) -> list[str]:
    """Pangkat/golongan dan NIP di bawah nama; yang tidak diketahui tidak dicetak."""
    if orang is None:
        return []
    pangkat = " / ".join(filter(None, (orang.pangkat, orang.golongan)))
    nip = f"NIP. {orang.nip}" if orang.nip else ""
    return list(filter(None, (pangkat, nip)))


def _cap(cap: Cap) -> dict[str, Any]:
    sifat = ["Ditandatangani secara elektronik."] if cap.is_pades else []
    return {
        "qr": "qr.svg",
        "alt": f"Kode QR halaman verifikasi {cap.kode}",
        "baris": [*sifat, "Kode verifikasi", cap.kode, "Keaslian diperiksa di", cap.url],
    }
