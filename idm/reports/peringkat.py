"""Peringkat semua desa satu kabupaten satu tahun, dan peta petaknya. Dua kueri berapa pun desanya.

IDM dan Indeks Desa dua ukuran yang berlainan: perubahan hanya disebut bila ukuran dan
instrumennya sama.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse

from accounts.models import Kabupaten
from idm.models import IdmDesa, IndeksDesa
from idm.scoring import DESIMAL, DESIMAL_DIMENSI
from villages.models import Desa


@dataclass(frozen=True)
class Indeks:
    """Satu ukuran: namanya, tabel hasilnya, kolom nilainya, dan banyak desimalnya."""

    nama: str
    model: Any
    kolom: str
    desimal: int


INDEKS = (
    Indeks("IDM", IdmDesa, "idm", DESIMAL),
    Indeks("Indeks Desa", IndeksDesa, "skor", DESIMAL_DIMENSI),
)


@dataclass(frozen=True)
class Peringkat:
    """Satu desa pada daftar; nilai yang sama mendapat nomor yang sama."""

    nomor: int
    nomor_kecamatan: int
    desa: Desa
    nilai: Decimal
    status: str
    lalu: Decimal | None
    status_lalu: str

    @property
    def perubahan(self) -> Decimal | None:
        return None if self.lalu is None else self.nilai - self.lalu


def indeks_tahun(kabupaten: Kabupaten, tahun: int) -> Indeks:
    """IDM bila ada pada tahun itu; selain itu Indeks Desa bila ada."""
    for indeks in INDEKS:
        if indeks.model.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun).exists():
            return indeks
    return INDEKS[0]


def peringkat(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """Semua desa dari yang tertinggi, dengan perubahannya dari tahun lalu."""
    indeks = indeks_tahun(kabupaten, tahun)
    rows = indeks.model.objects.filter(desa__kecamatan__kabupaten=kabupaten)
    kolom = ("desa_id", "instrumen_id", indeks.kolom, "status")
    lalu = {}
    for desa, instrumen, nilai, status in rows.filter(tahun=tahun - 1).values_list(*kolom):
        lalu[desa, instrumen] = (nilai, status)
    kini = rows.filter(tahun=tahun).select_related("desa__kecamatan")
    kini = kini.order_by(f"-{indeks.kolom}", "desa__kode")
    return {
        "tahun": tahun,
        "indeks": indeks.nama,
        "desimal": indeks.desimal,
        "baris": _bernomor(list(kini), indeks.kolom, lalu),
    }


def _bernomor(
    rows: list[Any],
    kolom: str,
    lalu: dict[tuple[int, int], tuple[Decimal, str]],
) -> list[Peringkat]:
    """Nomor dalam kabupaten dan dalam kecamatan; yang seri berbagi nomor terkecil."""
    pertama: dict[tuple[int | None, Decimal], int] = {}
    banyak: Counter[int | None] = Counter()
    hasil = []
    for row in rows:
        nilai = getattr(row, kolom)
        kecamatan = row.desa.kecamatan_id
        nomor = {}
        for lingkup in (None, kecamatan):
            banyak[lingkup] += 1
            kunci = (lingkup, nilai)
            nomor[lingkup] = pertama.setdefault(kunci, banyak[lingkup])
        dulu = (row.desa_id, row.instrumen_id)
        nilai_lalu, status_lalu = lalu.get(dulu, (None, ""))
        hasil.append(
            Peringkat(
                nomor=nomor[None],
                nomor_kecamatan=nomor[kecamatan],
                desa=row.desa,
                nilai=nilai,
                status=row.status,
                lalu=nilai_lalu,
                status_lalu=status_lalu,
            )
        )
    return hasil


def petak(kabupaten: Kabupaten, baris: list[Peringkat]) -> list[dict[str, Any]]:
    """Desa tiap kecamatan urut kode dengan statusnya; yang belum berdata tetap mendapat petak."""
    status = {b.desa.pk: b.status for b in baris}
    desa = Desa.objects.desa().berlaku().filter(kecamatan__kabupaten=kabupaten)
    semua = {satu.pk: satu for satu in desa.select_related("kecamatan")}
    semua |= {b.desa.pk: b.desa for b in baris}
    urut = sorted(semua.values(), key=lambda d: (d.kecamatan.kode, d.kode))
    hasil: dict[str, dict[str, Any]] = {}
    for d in urut:
        satu = hasil.setdefault(
            d.kecamatan.kode,
            {"nama": d.kecamatan.nama, "desa": []},
        )
        url = reverse("idm:profil", args=[d.pk])
        nomor = str(len(satu["desa"]) + 1)
        satu["desa"].append(
            {
                "nomor": nomor,
                "nama": d.nama,
                "status": status.get(d.pk, ""),
                "url": url,
            }
        )
    return list(hasil.values())
