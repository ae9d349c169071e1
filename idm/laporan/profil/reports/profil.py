"""Profil satu desa.

Dimensinya di antara kecamatan dan kabupaten, peringkat, riwayat, dan tabel IDM dengan skor
berikutnya. Kueri tetap berapa pun desanya. IDM dan Indeks Desa dua ukuran yang berlainan; tiap
ukuran bagiannya sendiri.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.angka import bulatkan
from idm.laporan.dasar.reports import Isi, kepala
from idm.laporan.profil.reports.banding import Banding, banding_idm, banding_poin
from idm.models import IdmDesa, KriteriaSkor
from idm.reports import BarisSkor, uraian_skor
from idm.reports.ukuran import INDEKS, Indeks
from idm.scoring import SUBINDEKS
from villages.models import Desa

SemuaBanding = list[Banding]
SemuaIsi = list[Isi]
LETAK = ("desa_id", "instrumen_id")


@dataclass(frozen=True)
class Ukuran:
    """Satu ukuran satu desa satu tahun."""

    indeks: Indeks
    row: Any
    kecamatan: Isi
    kabupaten: Isi
    sub: SemuaBanding
    dimensi: SemuaBanding

    @property
    def nilai(self) -> Decimal:
        """Pada kolom ukurannya."""
        return Decimal(getattr(self.row, self.indeks.kolom))

    @property
    def gambar(self) -> SemuaBanding:
        """Yang digambar: dimensi bila skornya diketahui, selain itu subindeksnya."""
        return self.dimensi or self.sub


def profil(desa: Desa, tahun: int) -> Isi:
    """Isi halaman, PDF dan XLSX.

    Tahun tanpa data diganti tahun terakhir sebelumnya yang berdata.
    """
    semua = [_riwayat(desa, indeks) for indeks in INDEKS]
    riwayat = [satu for satu in semua if satu["baris"]]
    dipakai = _tahun_dipakai(riwayat, tahun)
    desa = _saat(desa, dipakai)
    diukur = [_ukuran(desa, dipakai, indeks) for indeks in INDEKS]
    ukuran = list(filter(None, diukur))
    is_idm = bool(ukuran) and ukuran[0].indeks.model is IdmDesa
    return {
        **_kepala(desa, dipakai),
        "desa": desa,
        "diminta": tahun,
        "ukuran": ukuran,
        "riwayat": riwayat,
        "tabel": tabel(ukuran[0].row) if is_idm else [],
    }


def _saat(desa: Desa, tahun: int) -> Any:
    """Desa itu sebagaimana keadaannya tahun yang dipakai."""
    rows = Desa.objects.saat(tahun).select_related("kecamatan__kabupaten")
    return rows.get(pk=desa.pk)


def isi_skor(row: IdmDesa) -> Isi:
    """Tabel IDM satu desa satu tahun, tanpa bagian profil lainnya."""
    return {
        **_kepala(_saat(row.desa, row.tahun), row.tahun),
        "tabel": tabel(row),
    }


def _kepala(desa: Any, tahun: int) -> Isi:
    """Kop dan judul menurut desanya."""
    judul = f"Profil {desa.jenis_saat.title()} {desa}"
    return kepala(desa.kecamatan.kabupaten, judul, tahun)


def _tahun_dipakai(riwayat: SemuaIsi, tahun: int) -> int:
    """Tahun yang diminta bila berdata, atau yang berdata paling dekat sebelumnya."""
    berdata = []
    for satu in riwayat:
        berdata += [baris["tahun"] for baris in satu["baris"]]
    sampai_kini = [satu for satu in berdata if satu <= tahun]
    return max(sampai_kini or berdata, default=tahun)


def _riwayat(desa: Desa, indeks: Indeks) -> Isi:
    """Tahun terbaru di atas; perubahan hanya terhadap tahun lalu dengan instrumen yang sama."""
    rows = indeks.model.objects.filter(desa=desa).select_related("instrumen")
    per_tahun = {row.tahun: row for row in rows}
    baris = []
    for tahun in sorted(per_tahun, reverse=True):
        row = per_tahun[tahun]
        lalu = per_tahun.get(tahun - 1)
        baris.append(_setahun(row, lalu, indeks.kolom))
    return {"indeks": indeks.nama, "desimal": indeks.desimal, "baris": baris}


def _setahun(row: Any, lalu: Any, kolom: str) -> Isi:
    """Perubahan hanya bila instrumennya sama."""
    nilai = getattr(row, kolom)
    perubahan = None
    if lalu is not None and _is_sebanding(row, lalu):
        perubahan = nilai - getattr(lalu, kolom)
    return {
        "tahun": row.tahun,
        "nilai": nilai,
        "status": row.status,
        "perubahan": perubahan,
        "instrumen": str(row.instrumen),
        "url": row.get_absolute_url(),
    }


def _is_sebanding(row: Any, lalu: Any) -> bool:
    """Instrumennya sama, atau keduanya edisi Indeks Desa."""
    if row.instrumen.is_dimensi:
        return bool(lalu.instrumen.is_dimensi)
    return bool(lalu.instrumen_id == row.instrumen_id)


def _ukuran(desa: Any, tahun: int, indeks: Indeks) -> Ukuran | None:
    """`None` bila desanya tidak tercatat tahun itu."""
    rows = indeks.model.objects.filter(
        desa__kecamatan__kabupaten=desa.kecamatan.kabupaten_id,
        tahun=tahun,
    )
    milik = rows.filter(desa=desa).select_related("instrumen")
    row = milik.first()
    if row is None:
        return None
    diperlukan = (*LETAK, *_kolom(indeks))
    semua = _berkecamatan(rows.values(*diperlukan), desa, tahun)
    urai = banding_poin
    if indeks.model is IdmDesa:
        urai = banding_idm
    sub, dimensi = urai(row, desa, semua)
    nilai = getattr(row, indeks.kolom)
    sekecamatan = [r for r in semua if r["kecamatan"] == desa.kecamatan_saat]
    kolom = indeks.kolom
    kecamatan = [r[kolom] for r in sekecamatan]
    kabupaten = [r[kolom] for r in semua]
    return Ukuran(
        indeks=indeks,
        row=row,
        kecamatan=_letak(nilai, kecamatan, indeks.desimal),
        kabupaten=_letak(nilai, kabupaten, indeks.desimal),
        sub=sub,
        dimensi=dimensi,
    )


def _berkecamatan(rows: Any, desa: Any, tahun: int) -> SemuaIsi:
    """Tiap baris dengan kecamatannya tahun itu."""
    sekabupaten = Desa.objects.filter(kecamatan__kabupaten=desa.kecamatan.kabupaten_id)
    semua = sekabupaten.saat(tahun).values_list("pk", "kecamatan_saat")
    kecamatan = dict(semua)
    hasil = []
    for row in rows:
        hasil.append(row | {"kecamatan": kecamatan[row["desa_id"]]})
    return hasil


def _kolom(indeks: Indeks) -> tuple[str, ...]:
    """Kolom yang diperlukan uraian dimensinya."""
    if indeks.model is IdmDesa:
        return (*SUBINDEKS, "idm", "skor")
    return ("skor", "poin")


def _letak(nilai: Decimal, semua: Sequence[Decimal], desimal: int) -> Isi:
    """Peringkat `nilai` di antara `semua`, dan rata-ratanya."""
    banyak = len(semua)
    jumlah = sum(semua, Decimal(0))
    return {
        "nomor": sum(v > nilai for v in semua) + 1,
        "banyak": banyak,
        "rata": bulatkan(jumlah / banyak, desimal),
    }


@dataclass(frozen=True)
class BarisTabel:
    """Satu indikator: skornya, kriterianya, dan skor berikutnya yang ada pada rubrik."""

    skor: BarisSkor
    berikut: KriteriaSkor | None


def tabel(row: IdmDesa) -> SemuaIsi:
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
        baris = []
        for satu in indeks.baris:
            berikut = _berikut(satu)
            baris.append(BarisTabel(satu, berikut))
        hasil.append({"indeks": indeks, "baris": baris})
    return hasil


def _berikut(baris: BarisSkor) -> KriteriaSkor | None:
    """Kriteria skor terdekat di atas skor kini."""
    kriteria = baris.indikator.kriteriaskor_set.all()
    lebih = [satu for satu in kriteria if satu.skor > baris.skor]
    return min(lebih, key=lambda satu: satu.skor, default=None)
