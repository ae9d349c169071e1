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
    keterangan = filter(None, kepala.keterangan)
    return (kepala.judul, kepala.dinas.nama, wilayah, *keterangan)


def uraian(cetakan: Cetakan) -> dict[str, Any]:
    """Cetakan sebagai data untuk `templates/documents/print/naskah.typ`."""
    kepala = cetakan.kepala
    cap = cetakan.cap
    dinas = kepala.dinas
    judul_halaman = f"{kepala.judul} Tahun {kepala.tahun}"
    awal_tahun = datetime.date(kepala.tahun, 1, 1)
    return {
        "judul_berkas": judul_halaman,
        "penulis": f"{dinas.nama} {dinas.daerah}",
        "tanggal": _tanggal(kepala.tanggal or awal_tahun),
        "kepala_halaman": [
            judul_halaman,
            f"{dinas.singkatan} {dinas.daerah}",
        ],
        **_kaki_halaman(kepala, cap),
        "kop": _kop(dinas),
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
    kertas = _kertas(pertama.kertas)
    if pertama.tabel:
        tabel = pertama.tabel[0]
        kertas = _kertas(tabel.kertas, tabel.is_lanskap)
    tepi = 2 * kertas["sisi"]
    lebar = kertas["lebar"] - tepi
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
    penutup = [satu.teks for satu in bagian.penutup]
    ekor = tinggi_paragraf(penutup, lebar, HURUF_PENUTUP)
    if bagian.is_bertanda_tangan:
        ekor += TANDA_TANGAN
    lebar_tabel = lebar // 2 if bagian.is_berdampingan else lebar
    hasil = [_tabel(satu, lebar_tabel, Decimal(0)) for satu in bagian.tabel[:-1]]
    hasil += [_tabel(satu, lebar_tabel, ekor) for satu in bagian.tabel[-1:]]
    return hasil


def berkas(cetakan: Cetakan) -> dict[str, bytes]:
    """Gambar yang disebut uraian menurut namanya: kode QR dan logo."""
    cap = cetakan.cap
    found = {}
    if cap and cap.qr:
        found["qr.svg"] = cap.qr.encode()
    dinas = cetakan.kepala.dinas
    nama = _nama_logo(dinas)
    if nama:
        _, _, data = dinas.logo.partition(",")
        found[nama] = b64decode(data)
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
    return {
        "lebar": lebar,
        "tinggi": tinggi,
        "sisi": kertas.sisi,
    }


def _nama_logo(dinas: Kop) -> str:
    """Nama berkas logo menurut jenisnya; kosong bila tanpa logo."""
    if not dinas.logo:
        return ""
    if dinas.logo.startswith("data:image/png"):
        return "logo.png"
    return "logo.jpg"


def _kop(dinas: Kop) -> dict[str, Any]:
    hubungi = [
        _sebutan("Telp/Fax", dinas.telepon_kantor),
        _sebutan("Surel", dinas.email),
        _sebutan("Situs", dinas.situs),
    ]
    kontak = " · ".join(filter(None, hubungi))
    alamat = dinas.alamat
    if dinas.kode_pos:
        alamat = f"{alamat} · Kode Pos {dinas.kode_pos}"
    return {
        "pemda": f"Pemerintah {dinas.daerah}",
        "nama": dinas.nama,
        "alamat": list(filter(None, [alamat, kontak])),
        "logo": _nama_logo(dinas),
    }


def _sebutan(label: str, isi: str) -> str:
    """Isi didahului labelnya; kosong bila tidak ada isinya."""
    if isi:
        return f"{label} {isi}"
    return ""


def _tabel(tabel: Tabel, lebar: int, ekor: Decimal) -> dict[str, Any]:
    """Uraian satu tabel; `ikat` baris yang sehalaman dengan `ekor`-nya, `None` bila terlepas."""
    baris = list(tampil(tabel))
    tinggi = tinggi_baris(tabel, baris, lebar)
    ekor += tinggi_paragraf(tabel.catatan, lebar, HURUF_CATATAN)
    ikat = None
    if ekor <= EKOR_UTUH:
        ikat = terikat(tinggi, ekor)
    uraian_baris = []
    for urut, satu in enumerate(baris):
        uraian_baris.append(_baris(satu, urut, tinggi))
    return {
        "huruf": str(tabel.huruf),
        "kolom": [kolom.lebar for kolom in tabel.kolom],
        "kepala": [list(map(asdict, kepala)) for kepala in tabel.kepala],
        "baris": uraian_baris,
        "ikat": ikat,
        "catatan": list(tabel.catatan),
        "kosong": "" if tabel.baris else tabel.kosong,
    }


def _baris(
    baris: Baris,
    urut: int,
    tinggi: list[Decimal],
) -> dict[str, Any]:
    """Baris dengan selnya; sel yang tidak utuh boleh bersambung ke halaman berikut."""
    semua = []
    for satu in baris.sel:
        sel = asdict(satu)
        sel["utuh"] = is_utuh(satu, urut, tinggi)
        semua.append(sel)
    return {"gaya": baris.gaya, "sel": semua}


def _tanda_tangan(kepala: Kepala, cap: Cap) -> dict[str, Any]:
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
    pangkat = filter(None, (orang.pangkat, orang.golongan))
    semua = [" / ".join(pangkat), _sebutan("NIP.", orang.nip)]
    return list(filter(None, semua))


def _cap(cap: Cap) -> dict[str, Any]:
    baris = ["Kode verifikasi", cap.kode, "Keaslian diperiksa di", cap.url]
    if cap.is_pades:
        baris.insert(0, "Ditandatangani secara elektronik.")
    return {
        "qr": "qr.svg",
        "alt": f"Kode QR halaman verifikasi {cap.kode}",
        "baris": baris,
    }
