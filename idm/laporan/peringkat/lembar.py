"""Peringkat desa: satu uraian untuk lembar kerja, PDF-nya, dan bagian gambaran."""

from decimal import Decimal
from typing import Any

from django.urls import reverse

from core.tabel import Kolom, Rupa, Tabel
from documents.cetakan import Cetakan
from idm.laporan.dasar.lembar import bagian, cetakan, kolom_nilai, tabel_laporan
from idm.laporan.dasar.reports import KepalaLaporan
from idm.laporan.peringkat.reports import IsiPeringkat, Peringkat, PeringkatSetahun

ARTI_PERINGKAT = (
    "Nilai yang sama berbagi nomor. Perubahan hanya terhadap tahun lalu dengan instrumen yang sama."
)


KOLOM_DESA = 3
KOLOM_LALU = 7  # yang pertama dari tahun lalu


def tabel_peringkat(kepala: KepalaLaporan, urut: PeringkatSetahun) -> Tabel:
    """Semua desa, atau yang tersaring; tahun lalu yang tidak diketahui tidak diberi kolom."""
    kolom = _kolom_peringkat(urut)
    baris = [_satu_peringkat(satu) for satu in urut.baris]
    if not urut.has_lalu:
        kolom = kolom[:KOLOM_LALU]
        baris = [satu[:KOLOM_LALU] for satu in baris]
    rupa = {}
    for nomor, satu in enumerate(urut.baris):
        url = reverse("idm:profil", args=[satu.desa.pk])
        rupa[nomor, KOLOM_DESA] = Rupa(url=f"{url}?tahun={urut.tahun}")
    return tabel_laporan(
        kepala,
        "Peringkat",
        kolom,
        baris,
        huruf=Decimal("7.5"),
        catatan=(ARTI_PERINGKAT,),
        rupa=rupa,
    )


def _kolom_peringkat(urut: PeringkatSetahun) -> list[tuple[str, Kolom]]:
    """Sebutan dan desimal menurut ukurannya."""
    lalu = urut.tahun - 1
    desimal = urut.ukuran.desimal
    indeks = urut.ukuran.nama
    return [
        ("No", Kolom("bulat", 6)),
        ("No di kec.", Kolom("bulat", 6)),
        ("Kode", Kolom(lebar=18)),
        ("Desa", Kolom(lebar=26, is_nama=True)),
        ("Kecamatan", Kolom(lebar=26)),
        (indeks, kolom_nilai(desimal, 10)),
        ("Status", Kolom(lebar=18, is_status=True)),
        (f"{indeks} {lalu}", kolom_nilai(desimal, 10)),
        (f"Status {lalu}", Kolom(lebar=18, is_status=True)),
        ("Perubahan", kolom_nilai(desimal, 14, is_perubahan=True)),
    ]


def _satu_peringkat(satu: Peringkat) -> list[Any]:
    """Kecamatan dan nama menurut tahun itu."""
    return [
        satu.nomor,
        satu.nomor_kecamatan,
        satu.desa.kode_saat,
        satu.desa.nama_saat,
        satu.kecamatan,
        satu.nilai,
        satu.status.title(),
        satu.lalu,
        satu.status_lalu.title() or None,
        satu.perubahan,
    ]


def cetakan_peringkat(isi: IsiPeringkat) -> Cetakan:
    """PDF peringkat: kop dan satu tabel."""
    kepala = isi.kepala
    satu = bagian(
        judul=(kepala.judul, f"Tahun {kepala.tahun}"),
        tabel=(tabel_peringkat(kepala, isi.peringkat),),
        is_berkop=True,
        is_sambung=False,
    )
    return cetakan(kepala, [satu])
