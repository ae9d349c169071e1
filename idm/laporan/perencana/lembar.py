"""Perencana: tabelnya sekali diuraikan untuk halaman dan lembar kerjanya."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.angka import bulatkan
from core.letak import Letak
from core.nilai import Bersatuan
from core.tabel import Kepala, Kolom, Rupa, Tabel
from documents.cetakan import Cetakan
from idm.laporan.dasar.lembar import bagian, cetakan, kolom_nilai
from idm.laporan.dasar.reports import Isi
from idm.laporan.perencana.reports import RUPIAH
from idm.reports.ukuran import Indeks

Baris = list[Any]  # sel menurut kolomnya

NAMA = Kolom(lebar=26, is_nama=True)
TEKS = Kolom(lebar=22)
URAIAN = Kolom(lebar=30)
KATA_STATUS = Kolom(lebar=14, is_status=True)
BULAT = Kolom("bulat", 10)
BIAYA = Kolom("rupiah", 18)
DESIMAL_TAMBAH = 6
STATUS = (
    ("Status", Kolom(lebar=22, is_status=True, is_nama=True)),
    ("Kini", BULAT),
    ("Sesudah", BULAT),
)
DAMPAK = (
    ("Indikator", Kolom(lebar=34, is_nama=True)),
    ("Hitungan", Kolom(lebar=20)),
    ("Nilai", Kolom("desimal", 20)),
)
HARGA = ("Biaya termurah (Rp)", BIAYA)
TERPILIH = ("Terpilih", Kolom(lebar=10))
LANGKAH = (
    ("Indikator", NAMA),
    ("Dari", BULAT),
    ("Ke", BULAT),
    ("Kini", URAIAN),
    ("Menjadi", URAIAN),
    ("Kegiatan", URAIAN),
    ("Dapat dibiayai", Kolom(lebar=34)),
    ("Biaya (Rp)", BIAYA),
    ("Menambah indeks", Kolom("desimal", 14)),
)
MILIK_DESA = (("Kode", Kolom(lebar=16)), ("Desa", TEKS))
TAK_TERHITUNG = "tidak dapat dihitung"


@dataclass(frozen=True)
class TabelPerencana:
    """Keadaan sesudah yang terpilih naik, akibatnya, dan semua desa yang dapat naik."""

    status: Tabel
    dampak: Tabel
    desa: Tabel


def tabel_perencana(isi: Isi, tahun: int, cara: str) -> TabelPerencana:
    """Biaya hanya disebut bila jatahnya rupiah."""
    judul = _judul(tahun)
    status = [_status(satu) for satu in isi["status"]]
    dampak = [_dampak(satu) for satu in isi["dampak"]]
    return TabelPerencana(
        status=_tabel("Status", STATUS, status, judul),
        dampak=_tabel("Indikator", DAMPAK, dampak, judul),
        desa=_tabel_desa(isi, judul, cara),
    )


def lembar(
    isi: Isi,
    terpilih: Sequence[tuple[Any, Isi | None]],
    tahun: int,
    cara: str,
) -> list[Tabel]:
    """Tabel halamannya, lalu langkah desa terpilih."""
    tabel = tabel_perencana(isi, tahun, cara)
    kolom = (*MILIK_DESA, *LANGKAH)
    baris = []
    for row, hasil in terpilih:
        desa: Any = row.desa
        for satu in _dipilih(hasil, cara):
            langkah_desa = _langkah(satu)
            baris.append([desa.kode_saat, str(desa), *langkah_desa])
    langkah = _tabel("Langkah", kolom, baris, _judul(tahun), is_lanskap=True)
    return [tabel.status, tabel.dampak, tabel.desa, langkah]


def cetakan_perencana(isi: Isi, laporan: Isi, cara: str) -> Cetakan:
    """PDF: keadaan dan akibatnya bila yang terpilih naik, lalu semua desa yang dapat naik.

    `laporan` kepala laporannya: kop, judul dan tahun.
    """
    tahun = laporan["tahun"]
    tabel = tabel_perencana(isi, tahun, cara)
    kepala = bagian(
        judul=(laporan["judul"], f"Tahun {tahun}", laporan["jatah"]),
        tabel=(tabel.status, tabel.dampak),
        is_berkop=True,
        is_sambung=False,
    )
    desa = bagian(tabel.desa.nama, tabel=(tabel.desa,), is_sambung=False)
    return cetakan(laporan, [kepala, desa])


def tabel_jalan(jalan: Isi | None) -> dict[str, Tabel]:
    """Tiap daftar langkah satu desa menurut namanya; yang tidak ada jalannya tidak disebut."""
    if jalan is None:
        return {}
    murah = jalan.get("murah") or {}
    daftar = {
        "sedikit": jalan.get("langkah"),
        "murah": murah.get("langkah"),
        "setiap": jalan.get("setiap"),
    }
    hasil = {}
    for nama, satu in daftar.items():
        if satu:
            hasil[nama] = tabel_langkah(satu)
    return hasil


def tabel_langkah(langkah: Sequence[Isi]) -> Tabel:
    """Langkah satu desa, bertautan ke indikatornya."""
    rupa = {}
    for nomor, satu in enumerate(langkah):
        url = satu["indikator"].get_absolute_url()
        rupa[nomor, 0] = Rupa(url=url)
    baris = [_langkah(satu) for satu in langkah]
    return _tabel("Langkah", LANGKAH, baris, rupa=rupa)


def _judul(tahun: int) -> tuple[str]:
    """Judul lembarnya; halamannya berjudul sendiri."""
    return (f"JALAN KE STATUS BERIKUTNYA TAHUN {tahun}",)


def _tabel(
    nama: str,
    kolom: Sequence[tuple[str, Kolom]],
    baris: Sequence[Any],
    judul: Sequence[str] = (),
    *,
    rupa: Mapping[Letak, Rupa] | None = None,
    is_lanskap: bool = False,
) -> Tabel:
    """Kepala sebaris menurut kolomnya."""
    return Tabel(
        nama,
        [satu for _, satu in kolom],
        [[Kepala(teks, rata=satu.rata) for teks, satu in kolom]],
        baris,
        judul,
        rupa=rupa or {},
        is_lanskap=is_lanskap,
    )


def _status(satu: Isi) -> Baris:
    """Banyak desa satu status."""
    sebutan = satu["status"].title()
    return [sebutan, satu["kini"], satu["nanti"]]


def _dampak(satu: Isi) -> Baris:
    """Nilai dengan satuannya; yang tanpa pembagi tidak disebut nol."""
    nilai: Any = TAK_TERHITUNG
    if satu["nilai"] is not None:
        desimal = 0
        if satu["satuan"] == "%":
            desimal = 2
        nilai = Bersatuan(satu["nilai"], satu["satuan"], desimal)
    return [satu["nama"], satu["rumus"], nilai]


def _tabel_desa(isi: Isi, judul: Sequence[str], cara: str) -> Tabel:
    """Yang paling ringan di atas."""
    kolom = _kolom_desa(isi["ukuran"])
    is_berharga = cara == RUPIAH
    if is_berharga:
        kolom.append(HARGA)
    kolom.append(TERPILIH)
    baris = []
    rupa = {}
    for nomor, calon in enumerate(isi["baris"]):
        row: Any = calon["row"]
        kode = row.desa.kode_saat
        harga = []
        if is_berharga:
            harga = [calon["rupiah"]]
        terpilih = ""
        if kode in isi["terpilih"]:
            terpilih = "Ya"
        desa = _desa(calon)
        baris.append([*desa, *harga, terpilih])
        url = row.get_absolute_url()
        rupa[nomor, 1] = Rupa(url=url)
    return _tabel("Desa", kolom, baris, judul, rupa=rupa, is_lanskap=True)


def _kolom_desa(ukuran: Indeks) -> list[tuple[str, Kolom]]:
    """Nilai dan kekurangannya sebanyak desimal ukurannya."""
    nilai = kolom_nilai(ukuran.desimal, 10)
    return [
        ("Kode", Kolom(lebar=16)),
        ("Desa", NAMA),
        ("Kecamatan", TEKS),
        (ukuran.nama, nilai),
        ("Status", KATA_STATUS),
        ("Menuju", KATA_STATUS),
        ("Kurang", nilai),
        ("Langkah", BULAT),
    ]


def _desa(calon: Isi) -> Baris:
    """Satu desa dengan kekurangan dan langkahnya."""
    row: Any = calon["row"]
    desa: Any = row.desa
    return [
        desa.kode_saat,
        str(desa),
        desa.letak,
        row.nilai,
        row.get_status_display(),
        calon["menuju"].title(),
        calon["kurang"],
        calon["langkah"],
    ]


def _dipilih(hasil: Isi | None, cara: str) -> list[Isi]:
    """Langkah menurut jatahnya: termurah bila rupiah, paling sedikit bila langkah."""
    if hasil is None:
        return []
    murah = hasil.get("murah")
    if cara == RUPIAH and murah:
        return murah["langkah"] or []
    return hasil.get("langkah") or []


def _langkah(satu: Isi) -> Baris:
    """Satu langkah satu baris; yang tidak tercantum pada rubriknya tidak diketahui."""
    return [
        str(satu["indikator"]),
        satu["dari"],
        satu["ke"],
        satu["kini"] or None,
        satu["menjadi"] or None,
        satu["kegiatan"] or None,
        satu["pelaksana"] or None,
        satu["biaya"],
        bulatkan(satu["tambah"], DESIMAL_TAMBAH),
    ]
