"""Peringkat desa: satu uraian untuk lembar kerja, PDF-nya, dan bagian gambaran."""

from decimal import Decimal
from typing import Any

from django.urls import reverse

from core.tabel import Kolom, Rupa, Tabel
from documents.cetakan import Cetakan
from idm.lembar.laporan import bagian, cetakan, kolom_nilai, tabel_laporan
from idm.reports.peringkat import Peringkat

ARTI_PERINGKAT = (
    "Nilai yang sama berbagi nomor. Perubahan hanya terhadap tahun lalu dengan instrumen yang sama."
)


KOLOM_DESA = 3


def peringkat(isi: dict[str, Any]) -> Tabel:
    """Semua desa, atau yang tersaring."""
    urut = isi["peringkat"]
    baris = [_satu_peringkat(satu) for satu in urut["baris"]]
    rupa = {}
    for nomor, satu in enumerate(urut["baris"]):
        url = reverse("idm:profil", args=[satu.desa.pk])
        rupa[nomor, KOLOM_DESA] = Rupa(url=f"{url}?tahun={urut['tahun']}")
    return tabel_laporan(
        isi,
        "Peringkat",
        _kolom_peringkat(urut),
        baris,
        huruf=Decimal("7.5"),
        catatan=(ARTI_PERINGKAT,),
        rupa=rupa,
    )


def _kolom_peringkat(urut: dict[str, Any]) -> list[tuple[str, Kolom]]:
    lalu = urut["tahun"] - 1
    desimal = urut["desimal"]
    return [
        ("No", Kolom("bulat", 6)),
        ("No di kec.", Kolom("bulat", 6)),
        ("Kode", Kolom(lebar=18)),
        ("Desa", Kolom(lebar=26)),
        ("Kecamatan", Kolom(lebar=26)),
        (urut["indeks"], kolom_nilai(desimal, 10)),
        ("Status", Kolom(lebar=18, is_status=True)),
        (f"{urut['indeks']} {lalu}", kolom_nilai(desimal, 10)),
        (f"Status {lalu}", Kolom(lebar=18, is_status=True)),
        ("Perubahan", kolom_nilai(desimal, 14, is_perubahan=True)),
    ]


def _satu_peringkat(satu: Peringkat) -> list[Any]:
    return [
        satu.nomor,
        satu.nomor_kecamatan,
        satu.desa.kode_saat,
        satu.desa.nama_saat,
        satu.kecamatan,
        satu.nilai,
        satu.status.title(),
        satu.lalu,
        satu.status_lalu.title(),
        satu.perubahan,
    ]


def cetakan_peringkat(isi: dict[str, Any]) -> Cetakan:
    """PDF peringkat: kop dan satu tabel."""
    satu = bagian(
        judul=(isi["judul"], f"Tahun {isi['tahun']}"),
        tabel=(peringkat(isi),),
        is_berkop=True,
        is_sambung=False,
    )
    return cetakan(isi, [satu])
