"""Profil satu desa.

Dimensinya di antara kecamatan dan kabupaten, peringkat, riwayat, dan tabel IDM dengan skor
berikutnya. Kueri tetap berapa pun desanya. IDM dan Indeks Desa dua ukuran yang berlainan; tiap
ukuran bagiannya sendiri.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Any

from core.angka import bulatkan
from idm import deret
from idm.models import IdmDesa, IndikatorIdm, KriteriaSkor
from idm.reports import BarisSkor, uraian_skor
from idm.reports.jalan import rubrik
from idm.reports.laporan import kepala
from idm.reports.peringkat import INDEKS, Indeks
from idm.scoring import SKOR_TERTINGGI
from villages.models import Desa

SUBINDEKS = ("iks", "ike", "ikl")
LETAK = ("desa_id", "desa__kecamatan_id", "instrumen_id")
DESIMAL_PERSEN = 2


@dataclass(frozen=True)
class Banding:
    """Persen dari nilai tertinggi: desa, dan rata-rata kecamatan serta kabupatennya."""

    nama: str
    desa: Decimal
    kecamatan: Decimal
    kabupaten: Decimal


@dataclass(frozen=True)
class Ukuran:
    """Satu ukuran satu desa satu tahun."""

    indeks: Indeks
    row: Any
    kecamatan: dict[str, Any]
    kabupaten: dict[str, Any]
    sub: list[Banding]
    dimensi: list[Banding]

    @property
    def nilai(self) -> Decimal:
        return Decimal(getattr(self.row, self.indeks.kolom))

    @property
    def gambar(self) -> list[Banding]:
        """Yang digambar: dimensi bila skornya diketahui, selain itu subindeksnya."""
        return self.dimensi or self.sub


def profil(desa: Desa, tahun: int) -> dict[str, Any]:
    """Isi halaman, PDF dan XLSX.

    Tahun tanpa data diganti tahun terakhir sebelumnya yang berdata.
    """
    riwayat = [_riwayat(desa, indeks) for indeks in INDEKS]
    berdata = [row["tahun"] for satu in riwayat for row in satu["baris"]]
    sampai_kini = [satu for satu in berdata if satu <= tahun]
    dipakai = max(sampai_kini or berdata, default=tahun)
    ukuran = []
    for indeks in INDEKS:
        satu_ukuran = _ukuran(desa, dipakai, indeks)
        if satu_ukuran:
            ukuran.append(satu_ukuran)
    is_idm = bool(ukuran) and ukuran[0].indeks.model is IdmDesa
    judul = f"Profil {desa.get_jenis_display()} {desa.nama}"
    return {
        **kepala(desa.kecamatan.kabupaten, judul, dipakai),
        "desa": desa,
        "diminta": tahun,
        "ukuran": ukuran,
        "riwayat": [satu for satu in riwayat if satu["baris"]],
        "tabel": tabel(ukuran[0].row) if is_idm else [],
    }


def _riwayat(desa: Desa, indeks: Indeks) -> dict[str, Any]:
    """Tahun terbaru di atas; perubahan hanya terhadap tahun lalu dengan instrumen yang sama."""
    rows = indeks.model.objects.filter(desa=desa).select_related("instrumen")
    per_tahun = {row.tahun: row for row in rows}
    baris = []
    for tahun in sorted(per_tahun, reverse=True):
        lalu = per_tahun.get(tahun - 1)
        baris.append(_setahun(per_tahun[tahun], lalu, indeks.kolom))
    return {
        "indeks": indeks.nama,
        "desimal": indeks.desimal,
        "baris": baris,
    }


def _setahun(row: Any, lalu: Any, kolom: str) -> dict[str, Any]:
    nilai = getattr(row, kolom)
    perubahan = None
    if lalu is not None and lalu.instrumen_id == row.instrumen_id:
        perubahan = nilai - getattr(lalu, kolom)
    return {
        "tahun": row.tahun,
        "nilai": nilai,
        "status": row.status,
        "perubahan": perubahan,
        "instrumen": str(row.instrumen),
        "url": row.get_absolute_url(),
    }


def _ukuran(
    desa: Desa,
    tahun: int,
    indeks: Indeks,
) -> Ukuran | None:
    rows = indeks.model.objects.filter(
        desa__kecamatan__kabupaten=desa.kecamatan.kabupaten_id,
        tahun=tahun,
    )
    row = rows.filter(desa=desa).select_related("instrumen").first()
    if row is None:
        return None
    semua = list(rows.values(*LETAK, *_kolom(indeks)))
    urai = _idm if indeks.model is IdmDesa else _poin
    sub, dimensi = urai(row, desa, semua)
    nilai = getattr(row, indeks.kolom)
    sekecamatan = [r for r in semua if r["desa__kecamatan_id"] == desa.kecamatan_id]
    kecamatan = [r[indeks.kolom] for r in sekecamatan]
    kabupaten = [r[indeks.kolom] for r in semua]
    return Ukuran(
        indeks=indeks,
        row=row,
        kecamatan=_letak(nilai, kecamatan, indeks.desimal),
        kabupaten=_letak(nilai, kabupaten, indeks.desimal),
        sub=sub,
        dimensi=dimensi,
    )


def _kolom(indeks: Indeks) -> tuple[str, ...]:
    if indeks.model is IdmDesa:
        return (*SUBINDEKS, "idm", "skor")
    return ("skor", "poin")


def _letak(
    nilai: Decimal,
    semua: Sequence[Decimal],
    desimal: int,
) -> dict[str, Any]:
    """Peringkat `nilai` di antara `semua`, dan rata-ratanya."""
    banyak = len(semua)
    jumlah = sum(semua, Decimal(0))
    return {
        "nomor": sum(v > nilai for v in semua) + 1,
        "banyak": banyak,
        "rata": bulatkan(jumlah / banyak, desimal),
    }


def _idm(
    row: Any,
    desa: Desa,
    semua: list[dict[str, Any]],
) -> tuple[list[Banding], list[Banding]]:
    """Subindeks, lalu dimensi dari deret skor; keduanya atas desa yang instrumennya sama."""
    sama = [r for r in semua if r["instrumen_id"] == row.instrumen_id]
    sub = []
    for kode, arti in IndikatorIdm.INDEKS:
        nama = f"{kode} {arti.removeprefix('Indeks Ketahanan ')}"
        sub.append(_banding(nama, desa, sama, itemgetter(kode.lower()), 1))
    indikator = rubrik(row.instrumen)
    if not row.skor or len(row.skor) != len(indikator):
        return sub, []
    berskor = [r for r in sama if len(r["skor"]) == len(indikator)]
    return sub, _dimensi(desa, indikator, berskor)


def _dimensi(
    desa: Desa,
    indikator: list[IndikatorIdm],
    berskor: list[dict[str, Any]],
) -> list[Banding]:
    """Dimensi tiap indeks menurut urutan indikatornya."""
    kelompok: dict[tuple[str, str], list[int]] = {}
    for tempat, satu in enumerate(indikator):
        kelompok.setdefault((satu.indeks, satu.dimensi), []).append(tempat)
    dimensi = []
    for (_, nama), posisi in kelompok.items():
        tertinggi = SKOR_TERTINGGI * len(posisi)
        dimensi.append(_banding(nama, desa, berskor, _jumlah(posisi), tertinggi))
    return dimensi


def _jumlah(posisi: list[int]) -> Callable[[dict[str, Any]], int]:
    return lambda r: sum(int(r["skor"][n]) for n in posisi)


def _banding(
    nama: str,
    desa: Desa,
    semua: Iterable[dict[str, Any]],
    ambil: Callable[..., Any],
    tertinggi: int,
) -> Banding:
    """Jumlah dulu, lalu dibagi dan dibulatkan sekali."""
    sendiri, kecamatan, kabupaten = [], [], []
    for row in semua:
        nilai = ambil(row)
        kabupaten.append(nilai)
        if row["desa__kecamatan_id"] == desa.kecamatan_id:
            kecamatan.append(nilai)
        if row["desa_id"] == desa.pk:
            sendiri.append(nilai)
    return Banding(
        nama,
        desa=_persen(sendiri, tertinggi),
        kecamatan=_persen(kecamatan, tertinggi),
        kabupaten=_persen(kabupaten, tertinggi),
    )


def _persen(nilai: Sequence[Any], tertinggi: int) -> Decimal:
    jumlah = Decimal(sum(nilai))
    penuh = len(nilai) * tertinggi
    return bulatkan(jumlah * 100 / penuh, DESIMAL_PERSEN)


def _poin(
    row: Any,
    desa: Desa,
    semua: list[dict[str, Any]],
) -> tuple[list[Banding], list[Banding]]:
    """Dimensi Indeks Desa dari poin yang berlaku; kosong bila poin desa ini tidak diketahui."""
    dimensi = list(row.instrumen.dimensiindeks_set.all())
    if len(deret.poin(row.poin)) != len(dimensi):
        return [], []
    sama = [r for r in semua if r["instrumen_id"] == row.instrumen_id]
    berpoin = [r for r in sama if len(deret.poin(r["poin"])) == len(dimensi)]
    hasil = []
    for tempat, satu in enumerate(dimensi):
        ambil = _poin_ke(tempat)
        hasil.append(_banding(satu.nama, desa, berpoin, ambil, satu.maksimum))
    return [], hasil


def _poin_ke(n: int) -> Callable[[dict[str, Any]], Decimal]:
    return lambda r: deret.poin(r["poin"])[n]


@dataclass(frozen=True)
class BarisTabel:
    """Satu indikator: skornya, kriterianya, dan skor berikutnya yang ada pada rubrik."""

    skor: BarisSkor
    berikut: KriteriaSkor | None


def tabel(row: IdmDesa) -> list[dict[str, Any]]:
    """Tabel IDM satu desa per indeks.

    Kosong bila skornya tidak diketahui atau bukan milik instrumennya.
    """
    if not row.skor:
        return []
    try:
        uraian = uraian_skor(row.instrumen, row.skor)
    except ValueError:
        return []
    hasil = []
    for indeks in uraian:
        baris = [BarisTabel(satu, _berikut(satu)) for satu in indeks.baris]
        hasil.append({"indeks": indeks, "baris": baris})
    return hasil


def _berikut(baris: BarisSkor) -> KriteriaSkor | None:
    """Kriteria skor terdekat di atas skor kini."""
    kriteria = baris.indikator.kriteriaskor_set.all()
    lebih = [satu for satu in kriteria if satu.skor > baris.skor]
    return min(lebih, key=lambda satu: satu.skor, default=None)
