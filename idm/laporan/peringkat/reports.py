"""Peringkat semua desa satu kabupaten satu tahun, dan peta petaknya. Nama, kode dan kecamatan
menurut akhir tahun itu; banyak kueri tetap berapa pun desanya.

IDM dan Indeks Desa dua ukuran yang berlainan: perubahan hanya disebut bila ukuran dan
instrumennya sama; edisi Indeks Desa satu ukuran.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.urls import reverse

from accounts.models import Kabupaten
from core.grafik.desa import PetakDesa, PetakKecamatan
from idm.laporan.dasar.reports import KepalaLaporan, kepala
from idm.models import IdmDesa, IndeksDesa
from idm.reports.ukuran import Indeks, indeks_tahun
from villages.models import Desa, Kecamatan
from villages.sources import DesaSaat, nama_kecamatan


@dataclass(frozen=True)
class Peringkat:
    """Satu desa pada daftar; nilai yang sama mendapat nomor yang sama."""

    nomor: int
    nomor_kecamatan: int
    desa: DesaSaat
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PeringkatSetahun:
    """Semua desa, atau desa satu kecamatan dengan nomor kabupatennya, dari yang tertinggi."""

    tahun: int
    ukuran: Indeks
    baris: tuple[Peringkat, ...]

    @property
    def has_lalu(self) -> bool:
        """Tahun lalu diketahui sedikitnya bagi satu desa."""
        return any(satu.lalu is not None for satu in self.baris)


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPeringkat:
    """Isi halaman, PDF dan XLSX peringkat."""

    kepala: KepalaLaporan
    peringkat: PeringkatSetahun


def peringkat(kabupaten: Kabupaten, tahun: int) -> PeringkatSetahun:
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
    return PeringkatSetahun(
        tahun=tahun,
        ukuran=indeks,
        baris=tuple(urutan.baris(row) for row in kini),
    )


def desa_saat(kabupaten: Kabupaten, tahun: int) -> dict[int, DesaSaat]:
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
    desa: dict[int, DesaSaat]
    kecamatan: dict[int, str]
    banyak: Counter[int | None] = field(default_factory=Counter)
    pertama: dict[tuple[int | None, Decimal], int] = field(default_factory=dict)

    def baris(self, row: IdmDesa | IndeksDesa) -> Peringkat:
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


def daftar(kabupaten: Kabupaten, tahun: int, kecamatan: Kecamatan | None) -> IsiPeringkat:
    """Peringkat semua desa, atau desa satu kecamatan dengan nomor kabupatennya."""
    urut = peringkat(kabupaten, tahun)
    lingkup = ""
    if kecamatan:
        milik = [satu for satu in urut.baris if satu.desa.kecamatan_saat == kecamatan.pk]
        urut = replace(urut, baris=tuple(milik))
        lingkup = f" Kecamatan {kecamatan}"
    judul = f"Peringkat Desa{lingkup} menurut {urut.ukuran.nama}"
    return IsiPeringkat(kepala=kepala(kabupaten, judul, tahun), peringkat=urut)


def petak(
    kabupaten: Kabupaten, tahun: int, baris: Sequence[Peringkat]
) -> tuple[PetakKecamatan, ...]:
    """Desa tiap kecamatan urut kode dengan statusnya; yang belum berdata tetap mendapat petak."""
    status = {satu.desa.pk: satu.status for satu in baris}
    nama = nama_kecamatan(kabupaten, tahun)
    anggota: dict[int, list[PetakDesa]] = {}
    for desa in _berpetak(kabupaten, tahun, baris):
        sekecamatan = anggota.setdefault(desa.kecamatan_saat, [])
        petak_desa = PetakDesa(
            nomor=len(sekecamatan) + 1,
            nama=desa.nama_saat,
            status=status.get(desa.pk, ""),
            url=reverse("idm:profil", args=[desa.pk]),
        )
        sekecamatan.append(petak_desa)
    hasil = []
    for kecamatan, desa_petak in anggota.items():
        hasil.append(PetakKecamatan(nama=nama[kecamatan], desa=tuple(desa_petak)))
    return tuple(hasil)


def _berpetak(kabupaten: Kabupaten, tahun: int, baris: Sequence[Peringkat]) -> list[DesaSaat]:
    """Desa tahun itu dan semua yang berdata, urut kode; kodenya memuat kode kecamatannya."""
    ada = Desa.objects.filter(kecamatan__kabupaten=kabupaten).desa_on(tahun)
    semua: dict[int, DesaSaat] = {satu.pk: satu for satu in ada}
    semua |= {satu.desa.pk: satu.desa for satu in baris}
    return sorted(semua.values(), key=lambda desa: desa.kode_saat)
