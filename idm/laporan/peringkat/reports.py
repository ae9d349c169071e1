"""Peringkat semua desa satu kabupaten satu tahun, dan peta petaknya. Nama, kode dan kecamatan
menurut akhir tahun itu; banyak kueri tetap berapa pun desanya.

IDM dan Indeks Desa dua ukuran yang berlainan: perubahan hanya disebut bila ukuran dan
instrumennya sama; edisi Indeks Desa satu ukuran.
"""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.urls import reverse

from accounts.models import Kabupaten
from idm.laporan.dasar.reports import Isi, kepala
from idm.reports.ukuran import indeks_tahun
from villages.models import Desa, Kecamatan
from villages.sources import nama_kecamatan


@dataclass(frozen=True)
class Peringkat:
    """Satu desa pada daftar; nilai yang sama mendapat nomor yang sama."""

    nomor: int
    nomor_kecamatan: int
    desa: Any  # dengan kode, nama dan kecamatannya pada akhir tahun itu
    kecamatan: str
    nilai: Decimal
    status: str
    lalu: Decimal | None
    status_lalu: str

    @property
    def perubahan(self) -> Decimal | None:
        """`None` bila ukuran atau instrumennya lain."""
        if self.lalu is None:
            return None
        return self.nilai - self.lalu


def peringkat(kabupaten: Kabupaten, tahun: int) -> Isi:
    """Semua desa dari yang tertinggi, dengan perubahannya dari tahun lalu."""
    indeks = indeks_tahun(kabupaten, tahun)
    rows = indeks.model.objects.filter(desa__kecamatan__kabupaten=kabupaten)
    kolom = ("desa_id", "instrumen_id", indeks.kolom, "status")
    lalu = {}
    dulu = rows.filter(tahun=tahun - 1)
    tahun_lalu = dulu.values_list(*kolom)
    for desa, instrumen, nilai, status in tahun_lalu:
        sebanding = 0 if indeks.is_poin else instrumen
        lalu[desa, sebanding] = (nilai, status)
    tertinggi = f"-{indeks.kolom}"
    setahun = rows.filter(tahun=tahun)
    kini = setahun.order_by(tertinggi, "desa__kode")
    urutan = _Urutan(
        kolom=indeks.kolom,
        is_seukuran=indeks.is_poin,
        lalu=lalu,
        desa=desa_saat(kabupaten, tahun),
        kecamatan=nama_kecamatan(kabupaten, tahun),
    )
    return {
        "tahun": tahun,
        "indeks": indeks.nama,
        "desimal": indeks.desimal,
        "baris": [urutan.baris(row) for row in kini],
    }


def desa_saat(kabupaten: Kabupaten, tahun: int) -> dict[int, Any]:
    """Semua desa dengan kode, nama dan kecamatannya pada akhir `tahun`."""
    semua = Desa.objects.filter(kecamatan__kabupaten=kabupaten).saat(tahun)
    return {desa.pk: desa for desa in semua}


Dulu = tuple[int, int]  # desa, instrumen; 0 bila edisinya satu ukuran
NilaiLalu = tuple[Decimal, str]  # nilai, status


@dataclass
class _Urutan:
    """Nomor dalam kabupaten dan dalam kecamatan; yang seri berbagi nomor terkecil."""

    kolom: str
    is_seukuran: bool  # edisi berlainan tetap satu ukuran
    lalu: dict[Dulu, NilaiLalu]
    desa: dict[int, Any]
    kecamatan: dict[int, str]
    banyak: Counter[int | None] = field(default_factory=Counter)
    pertama: dict[tuple[int | None, Decimal], int] = field(default_factory=dict)

    def baris(self, row: Any) -> Peringkat:
        """Baris berikutnya; `row` datang dari nilai tertinggi."""
        desa = self.desa[row.desa_id]
        nilai = getattr(row, self.kolom)
        sebanding = 0 if self.is_seukuran else row.instrumen_id
        dulu = (row.desa_id, sebanding)
        nilai_lalu, status_lalu = self.lalu.get(dulu, (None, ""))
        return Peringkat(
            nomor=self._nomor(None, nilai),
            nomor_kecamatan=self._nomor(desa.kecamatan_saat, nilai),
            desa=desa,
            kecamatan=self.kecamatan[desa.kecamatan_saat],
            nilai=nilai,
            status=row.status,
            lalu=nilai_lalu,
            status_lalu=status_lalu,
        )

    def _nomor(self, lingkup: int | None, nilai: Decimal) -> int:
        """`lingkup` kosong berarti sekabupaten."""
        self.banyak[lingkup] += 1
        urut = self.banyak[lingkup]
        return self.pertama.setdefault((lingkup, nilai), urut)


def daftar(kabupaten: Kabupaten, tahun: int, kecamatan: Kecamatan | None) -> Isi:
    """Peringkat semua desa, atau desa satu kecamatan dengan nomor kabupatennya."""
    urut = peringkat(kabupaten, tahun)
    lingkup = ""
    if kecamatan:
        semua = urut["baris"]
        urut["baris"] = [b for b in semua if b.desa.kecamatan_saat == kecamatan.pk]
        lingkup = f" Kecamatan {kecamatan}"
    judul = f"Peringkat Desa{lingkup} menurut {urut['indeks']}"
    return {
        **kepala(kabupaten, judul, tahun),
        "peringkat": urut,
        "kecamatan": kecamatan,
    }


def petak(kabupaten: Kabupaten, tahun: int, baris: list[Peringkat]) -> list[Isi]:
    """Desa tiap kecamatan urut kode dengan statusnya; yang belum berdata tetap mendapat petak."""
    status = {b.desa.pk: b.status for b in baris}
    nama = nama_kecamatan(kabupaten, tahun)
    anggota: dict[int, list[Isi]] = {}
    for desa in _berpetak(kabupaten, tahun, baris):
        sekecamatan = anggota.setdefault(desa.kecamatan_saat, [])
        nomor = len(sekecamatan) + 1
        petak_desa = {
            "nomor": str(nomor),
            "nama": desa.nama_saat,
            "status": status.get(desa.pk, ""),
            "url": reverse("idm:profil", args=[desa.pk]),
        }
        sekecamatan.append(petak_desa)
    hasil = []
    for kecamatan, desa_petak in anggota.items():
        letak: Isi = {"nama": nama[kecamatan], "desa": desa_petak}
        hasil.append(letak)
    return hasil


def _berpetak(kabupaten: Kabupaten, tahun: int, baris: list[Peringkat]) -> list[Any]:
    """Desa tahun itu dan semua yang berdata, urut kode."""
    ada = Desa.objects.filter(kecamatan__kabupaten=kabupaten).desa_on(tahun)
    semua = {satu.pk: satu for satu in ada}
    semua |= {b.desa.pk: b.desa for b in baris}
    return sorted(semua.values(), key=_kode_saat)


def _kode_saat(desa: Any) -> str:
    """Kode memuat kode kecamatannya, jadi urutannya menurut kecamatan juga."""
    kode: str = desa.kode_saat
    return kode
