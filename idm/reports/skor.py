"""Uraian skor satu desa, dan selisih rekap dengan barisnya."""

from dataclasses import dataclass
from decimal import Decimal

from idm.models import IndikatorIdm, Instrumen, RekapStatus
from idm.scoring import SKOR_TERTINGGI, indeks
from villages.models import Desa


@dataclass(frozen=True)
class BarisSkor:
    """Skor satu indikator; `kriteria` None bila rubrik tidak mengenal skor itu."""

    indikator: IndikatorIdm
    skor: int
    kriteria: str | None
    tersedia: tuple[int, ...]


@dataclass(frozen=True)
class IndeksSkor:
    """Satu indeks dari deret skor; `nilai` 0–1 tanpa pembulatan."""

    kode: str
    nama: str
    baris: list[BarisSkor]
    nilai: Decimal

    @property
    def jumlah(self) -> int:
        """Skor semua indikatornya."""
        return sum(b.skor for b in self.baris)

    @property
    def tertinggi(self) -> int:
        """Bila semua indikatornya penuh."""
        return SKOR_TERTINGGI * len(self.baris)


def uraian_skor(instrumen: Instrumen, skor: str) -> list[IndeksSkor]:
    """Deret skor menjadi baris per indeks.

    `ValueError` bila panjangnya bukan banyak indikator instrumen.
    """
    rows = instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set")
    indikator = list(rows.order_by("posisi"))
    if len(skor) != len(indikator):
        banyak = f"{instrumen} terdiri atas {len(indikator)} indikator."
        panjang = len(skor)
        raise ValueError(f"Deret berisi {panjang} skor; {banyak}")
    pasangan = zip(indikator, skor, strict=True)
    semua = []
    for satu, angka in pasangan:
        semua.append(_baris_skor(satu, int(angka)))
    hasil = []
    for kode, nama in IndikatorIdm.INDEKS:
        baris = [b for b in semua if b.indikator.indeks == kode]
        hasil.append(
            IndeksSkor(
                kode=kode,
                nama=nama,
                baris=baris,
                nilai=indeks([b.skor for b in baris]),
            )
        )
    return hasil


def _baris_skor(indikator: IndikatorIdm, skor: int) -> BarisSkor:
    """Kriteria skor itu, dan semua skor pada rubriknya."""
    kriteria = {}
    for satu in indikator.kriteriaskor_set.all():
        kriteria[satu.skor] = satu.kriteria
    return BarisSkor(
        indikator=indikator,
        skor=skor,
        kriteria=kriteria.get(skor),
        tersedia=tuple(sorted(kriteria)),
    )


def selisih_rekap(rekap: RekapStatus) -> str:
    """Kalimat bila jumlah rekap bukan banyak desa kabupaten; kosong bila sama."""
    rows = Desa.objects.desa_on(rekap.tahun)
    desa = rows.filter(kecamatan__kabupaten=rekap.kabupaten_id).count()
    if rekap.jumlah == desa:
        return ""
    tercatat = f"sedangkan desa yang tercatat {desa}. Periksa sumbernya."
    return f"Jumlah rekap {rekap.jumlah} desa, {tercatat}"
