"""Profil satu desa: dimensinya di antara kecamatan dan kabupaten, peringkat, riwayat, tabel IDM dengan skor berikutnya.

Kueri tetap berapa pun desanya. IDM dan Indeks Desa dua ukuran yang berlainan; tiap ukuran bagiannya sendiri.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
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
    """Isi halaman, PDF dan XLSX; tahun tanpa data diganti tahun terakhir sebelumnya yang berdata."""
    riwayat = [(indeks, _riwayat(desa, indeks)) for indeks in INDEKS]
    berdata = [row["tahun"] for _, rows in riwayat for row in rows]
    dipakai = max((t for t in berdata if t <= tahun), default=max(berdata, default=tahun))
    ukuran = [u for indeks in INDEKS if (u := _ukuran(desa, dipakai, indeks))]
    return {
        **kepala(
            desa.kecamatan.kabupaten, f"Profil {desa.get_jenis_display()} {desa.nama}", dipakai
        ),
        "desa": desa,
        "diminta": tahun,
        "ukuran": ukuran,
        "riwayat": [
            {"indeks": i.nama, "desimal": i.desimal, "baris": rows} for i, rows in riwayat if rows
        ],
        "tabel": tabel(ukuran[0].row) if ukuran and ukuran[0].indeks.model is IdmDesa else [],
    }


def _riwayat(desa: Desa, indeks: Indeks) -> list[dict[str, Any]]:
    """Tahun terbaru di atas; perubahan hanya terhadap tahun sebelumnya dengan instrumen yang sama."""
    rows = {r.tahun: r for r in indeks.model.objects.filter(desa=desa).select_related("instrumen")}
    hasil = []
    for tahun, row in sorted(rows.items(), reverse=True):
        lalu, nilai = rows.get(tahun - 1), getattr(row, indeks.kolom)
        sama = lalu is not None and lalu.instrumen_id == row.instrumen_id
        hasil.append(
            {
                "tahun": tahun,
                "nilai": nilai,
                "status": row.status,
                "perubahan": nilai - getattr(lalu, indeks.kolom) if sama else None,
                "instrumen": str(row.instrumen),
                "url": row.get_absolute_url(),
            }
        )
    return hasil


def _ukuran(desa: Desa, tahun: int, indeks: Indeks) -> Ukuran | None:
    semua = indeks.model.objects.filter(
        desa__kecamatan__kabupaten=desa.kecamatan.kabupaten_id, tahun=tahun
    )
    row = semua.filter(desa=desa).select_related("instrumen").first()
    if row is None:
        return None
    semua = list(semua.values("desa_id", "desa__kecamatan_id", "instrumen_id", *_kolom(indeks)))
    sub, dimensi = (_idm if indeks.model is IdmDesa else _poin)(row, desa, semua)
    nilai = getattr(row, indeks.kolom)
    kecamatan = [r[indeks.kolom] for r in semua if r["desa__kecamatan_id"] == desa.kecamatan_id]
    kabupaten = [r[indeks.kolom] for r in semua]
    return Ukuran(
        indeks,
        row,
        _letak(nilai, kecamatan, indeks.desimal),
        _letak(nilai, kabupaten, indeks.desimal),
        sub,
        dimensi,
    )


def _kolom(indeks: Indeks) -> tuple[str, ...]:
    return (*SUBINDEKS, "idm", "skor") if indeks.model is IdmDesa else ("skor", "poin")


def _letak(nilai: Decimal, semua: Sequence[Decimal], desimal: int) -> dict[str, Any]:
    """Peringkat `nilai` di antara `semua`, dan rata-ratanya."""
    return {
        "nomor": sum(v > nilai for v in semua) + 1,
        "banyak": len(semua),
        "rata": bulatkan(sum(semua, Decimal(0)) / len(semua), desimal),
    }


def _idm(row: Any, desa: Desa, semua: list[dict[str, Any]]) -> tuple[list[Banding], list[Banding]]:
    """Subindeks, lalu dimensi dari deret skor; keduanya atas desa yang instrumennya sama."""
    semua = [r for r in semua if r["instrumen_id"] == row.instrumen_id]
    nama = {
        kode: f"{kode} {arti.removeprefix('Indeks Ketahanan ')}"
        for kode, arti in IndikatorIdm.INDEKS
    }
    sub = [
        _banding(nama[k.upper()], row.desa_id, desa.kecamatan_id, semua, lambda r, k=k: r[k], 1)
        for k in SUBINDEKS
    ]
    indikator = rubrik(row.instrumen)
    if not row.skor or len(row.skor) != len(indikator):
        return sub, []
    berskor = [r for r in semua if len(r["skor"]) == len(indikator)]
    kelompok: dict[tuple[str, str], list[int]] = {}
    for n, satu in enumerate(indikator):
        kelompok.setdefault((satu.indeks, satu.dimensi), []).append(n)
    dimensi = [
        _banding(
            nama_dimensi,
            row.desa_id,
            desa.kecamatan_id,
            berskor,
            _jumlah(posisi),
            SKOR_TERTINGGI * len(posisi),
        )
        for (_, nama_dimensi), posisi in kelompok.items()
    ]
    return sub, dimensi


def _jumlah(posisi: list[int]) -> Callable[[dict[str, Any]], int]:
    return lambda r: sum(int(r["skor"][n]) for n in posisi)


def _banding(
    nama: str,
    desa: int,
    kecamatan: int,
    semua: Iterable[dict[str, Any]],
    ambil: Callable[..., Any],
    tertinggi: int,
) -> Banding:
    """Jumlah dulu, lalu dibagi dan dibulatkan sekali."""
    nilai = [(r["desa_id"], r["desa__kecamatan_id"], ambil(r)) for r in semua]
    return Banding(
        nama,
        _persen([v for d, _, v in nilai if d == desa], tertinggi),
        _persen([v for _, k, v in nilai if k == kecamatan], tertinggi),
        _persen([v for _, _, v in nilai], tertinggi),
    )


def _persen(nilai: Sequence[Any], tertinggi: int) -> Decimal:
    return bulatkan(Decimal(sum(nilai)) * 100 / (len(nilai) * tertinggi), DESIMAL_PERSEN)


def _poin(row: Any, desa: Desa, semua: list[dict[str, Any]]) -> tuple[list[Banding], list[Banding]]:
    """Dimensi Indeks Desa dari poin yang berlaku; kosong bila poin desa ini tidak diketahui."""
    dimensi = list(row.instrumen.dimensiindeks_set.all())
    if len(deret.poin(row.poin)) != len(dimensi):
        return [], []
    semua = [r for r in semua if r["instrumen_id"] == row.instrumen_id]
    berpoin = [r for r in semua if len(deret.poin(r["poin"])) == len(dimensi)]
    return [], [
        _banding(d.nama, row.desa_id, desa.kecamatan_id, berpoin, _poin_ke(n), d.maksimum)
        for n, d in enumerate(dimensi)
    ]


def _poin_ke(n: int) -> Callable[[dict[str, Any]], Decimal]:
    return lambda r: deret.poin(r["poin"])[n]


@dataclass(frozen=True)
class BarisTabel:
    """Satu indikator: skornya, kriterianya, dan skor berikutnya yang ada pada rubrik."""

    skor: BarisSkor
    berikut: KriteriaSkor | None


def tabel(row: IdmDesa) -> list[dict[str, Any]]:
    """Tabel IDM satu desa per indeks; kosong bila skornya tidak diketahui atau bukan milik instrumennya."""
    try:
        uraian = uraian_skor(row.instrumen, row.skor) if row.skor else []
    except ValueError:
        return []
    return [{"indeks": i, "baris": [BarisTabel(b, _berikut(b)) for b in i.baris]} for i in uraian]


def _berikut(baris: BarisSkor) -> KriteriaSkor | None:
    """Kriteria skor terdekat di atas skor kini."""
    lebih = [k for k in baris.indikator.kriteriaskor_set.all() if k.skor > baris.skor]
    return min(lebih, key=lambda k: k.skor, default=None)
