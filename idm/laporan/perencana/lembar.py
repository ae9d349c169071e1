"""Perencana: tabelnya sekali diuraikan untuk halaman dan lembar kerjanya."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.angka import bulatkan, ringkas, rupiah
from core.nilai import Bersatuan
from core.tabel import Kolom, Rupa, Tabel, tabel_polos
from documents.cetakan import Cetakan
from idm.laporan.dasar.lembar import bagian, berjudul, cetakan, kolom_nilai
from idm.laporan.perencana.reports import (
    AkibatIndikator,
    Calon,
    IsiPerencana,
    LangkahTerpilih,
    StatusSesudah,
)
from idm.reports.jalan import Jalan, LangkahDesa
from idm.reports.ukuran import Indeks

Baris = list[Any]  # sel menurut kolomnya
SemuaKolom = list[tuple[str, Kolom]]

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


def tabel_perencana(isi: IsiPerencana) -> TabelPerencana:
    """Biaya hanya disebut bila jatahnya rupiah."""
    status = [_status(satu) for satu in isi.status]
    dampak = [_dampak(satu) for satu in isi.dampak]
    return TabelPerencana(
        status=tabel_polos("Status", STATUS, status),
        dampak=tabel_polos("Indikator", DAMPAK, dampak),
        desa=_tabel_desa(isi),
    )


def lembar(isi: IsiPerencana, terpilih: Sequence[LangkahTerpilih]) -> list[Tabel]:
    """Tabel halamannya, lalu langkah desa terpilih."""
    tabel = tabel_perencana(isi)
    kolom = (*MILIK_DESA, *LANGKAH)
    baris = []
    for satu in terpilih:
        desa = satu.desa
        for langkah in satu.langkah:
            sel = baris_langkah(langkah)
            baris.append([desa.kode_saat, str(desa), *sel])
    tabel_langkah = tabel_polos("Langkah", kolom, baris, is_lanskap=True)
    semua = (tabel.status, tabel.dampak, tabel.desa, tabel_langkah)
    return [berjudul(isi.kepala, satu) for satu in semua]


def cetakan_perencana(isi: IsiPerencana) -> Cetakan:
    """PDF: keadaan dan akibatnya bila yang terpilih naik, lalu semua desa yang dapat naik."""
    kepala = isi.kepala
    tabel = tabel_perencana(isi)
    muka = bagian(
        judul=(kepala.judul, f"Tahun {kepala.tahun}", _jatah(isi)),
        tabel=(tabel.status, tabel.dampak),
        is_berkop=True,
        is_sambung=False,
    )
    desa = bagian(tabel.desa.nama, tabel=(tabel.desa,), is_sambung=False)
    return cetakan(kepala, [muka, desa])


def _jatah(isi: IsiPerencana) -> str:
    """Jatahnya sebagaimana dibaca orang."""
    if isi.is_rupiah:
        return f"Jatah {rupiah(isi.jatah)}"
    return f"Jatah {ringkas(isi.jatah)} langkah"


def tabel_jalan(jalan: Jalan | None) -> dict[str, Tabel]:
    """Tiap daftar langkah satu desa menurut namanya; yang tidak ada jalannya tidak disebut."""
    if jalan is None:
        return {}
    daftar = {
        "sedikit": jalan.sedikit.langkah if jalan.sedikit else (),
        "murah": jalan.murah.langkah if jalan.murah else (),
        "setiap": jalan.setiap,
    }
    hasil = {}
    for nama, satu in daftar.items():
        if satu:
            hasil[nama] = tabel_langkah(satu)
    return hasil


def tabel_langkah(langkah: Sequence[LangkahDesa]) -> Tabel:
    """Langkah satu desa, bertautan ke indikatornya."""
    kolom, baris = langkah_diketahui(langkah)
    rupa = {}
    for nomor, satu in enumerate(langkah):
        url = satu.indikator.get_absolute_url()
        rupa[nomor, 0] = Rupa(url=url)
    return tabel_polos("Langkah", kolom, baris, rupa=rupa)


def langkah_diketahui(langkah: Sequence[LangkahDesa]) -> tuple[SemuaKolom, list[Baris]]:
    """Kolom dan baris langkah satu desa; kolom yang tidak satu pun isinya diketahui tidak ikut."""
    semua = [baris_langkah(satu) for satu in langkah]
    berisi = []
    for letak in range(len(LANGKAH)):
        if any(baris[letak] is not None for baris in semua):
            berisi.append(letak)
    kolom = [LANGKAH[letak] for letak in berisi]
    baris = [[satu[letak] for letak in berisi] for satu in semua]
    return kolom, baris


def _status(satu: StatusSesudah) -> Baris:
    """Banyak desa satu status."""
    return [satu.status.title(), satu.kini, satu.nanti]


def _dampak(satu: AkibatIndikator) -> Baris:
    """Nilai dengan satuannya; yang tanpa pembagi tidak disebut nol."""
    nilai: str | Bersatuan = TAK_TERHITUNG
    if satu.nilai is not None:
        desimal = 0
        if satu.satuan == "%":
            desimal = 2
        nilai = Bersatuan(satu.nilai, satu.satuan, desimal)
    return [satu.nama, satu.rumus, nilai]


def _tabel_desa(isi: IsiPerencana) -> Tabel:
    """Yang paling ringan di atas."""
    kolom = _kolom_desa(isi.ukuran)
    if isi.is_rupiah:
        kolom.append(HARGA)
    kolom.append(TERPILIH)
    baris = []
    rupa = {}
    for nomor, calon in enumerate(isi.baris):
        sel = _desa(calon)
        if isi.is_rupiah:
            sel.append(calon.rupiah)
        sel.append("Ya" if calon.desa.kode_saat in isi.terpilih else "")
        baris.append(sel)
        rupa[nomor, 1] = Rupa(url=calon.row.get_absolute_url())
    return tabel_polos("Desa", kolom, baris, rupa=rupa, is_lanskap=True)


def _kolom_desa(ukuran: Indeks) -> list[tuple[str, Kolom]]:
    """Nilai dan kekurangannya sebanyak desimal ukurannya."""
    nilai = kolom_nilai(ukuran.desimal, 10)
    return [
        ("Kode", Kolom(lebar=16)),
        ("Desa", NAMA),
        ("Kecamatan", TEKS),
        (ukuran.nama, nilai),
        ("Status", KATA_STATUS),
        ("Menuju", Kolom(lebar=14)),
        ("Kurang", nilai),
        ("Langkah", BULAT),
    ]


def _desa(calon: Calon) -> Baris:
    """Satu desa dengan kekurangan dan langkahnya."""
    row = calon.row
    desa = calon.desa
    return [
        desa.kode_saat,
        str(desa),
        desa.letak,
        row.nilai,
        row.get_status_display(),
        calon.menuju.title(),
        calon.kurang,
        calon.langkah,
    ]


def baris_langkah(satu: LangkahDesa) -> Baris:
    """Satu langkah satu baris; yang tidak tercantum pada rubriknya tidak diketahui."""
    return [
        str(satu.indikator),
        satu.dari,
        satu.ke,
        satu.kini or None,
        satu.menjadi or None,
        satu.kegiatan or None,
        satu.pelaksana or None,
        satu.biaya,
        bulatkan(satu.tambah, DESIMAL_TAMBAH),
    ]
