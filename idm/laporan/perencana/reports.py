"""Desa satu kabupaten yang dapat naik status dengan jatah langkah atau rupiah."""

from collections import Counter
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan
from idm.laporan.dasar.reports import Isi
from idm.models import BiayaLangkah, IndikatorIdm
from idm.planner import langkah_minimal, sebanyak_mungkin, termurah
from idm.reports import URUTAN
from idm.reports.jalan import Biaya, desa_dari, rubrik
from idm.reports.ukuran import indeks_tahun, is_peragaan
from idm.scoring import Ambang, Status
from villages.sources import menurut_tahun

SemuaIsi = list[Isi]
LANGKAH = "langkah"
RUPIAH = "rupiah"


def jalan_kabupaten(kabupaten: Kabupaten, tahun: int, jatah: int, cara: str = LANGKAH) -> Isi:
    """Desa terbanyak yang naik status dengan `jatah` langkah (atau rupiah), dan keadaan sesudahnya.

    Dengan rupiah, desa yang jalan termurahnya belum diketahui biayanya tidak ikut dipilih.
    """
    ukuran = indeks_tahun(kabupaten, tahun)
    rows = ukuran.model.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
    rows = rows.exclude(**{ukuran.deret: ""}).select_related("instrumen")
    berskor = menurut_tahun(rows, tahun)
    biaya: Biaya = {}
    if cara == RUPIAH:
        biaya = BiayaLangkah.objects.per_indikator(kabupaten)
    calon = _semua_calon(berskor, biaya, cara)
    harga = {}
    for kode, satu in calon.items():
        if satu["harga"] is not None:
            harga[kode] = satu["harga"]
    terpilih = sebanyak_mungkin(harga, jatah)
    naik = [calon[kode] for kode in terpilih]
    status = _perubahan(berskor, naik)
    return {
        "ukuran": ukuran,
        "is_peragaan": is_peragaan(kabupaten, tahun),
        "banyak": len(berskor),
        "baris": sorted(calon.values(), key=_urutan_harga),
        "terpilih": set(terpilih),
        "terpakai": sum(harga[kode] for kode in terpilih),
        "tanpa_biaya": len(calon) - len(harga),
        "status": status,
        "dampak": _dampak(status, naik),
    }


def _semua_calon(rows: list[Any], biaya: Biaya, cara: str) -> dict[str, Isi]:
    """Desa yang dapat naik menurut kodenya; rubrik tiap instrumen dibaca sekali."""
    instrumen = {row.instrumen_id: row.instrumen for row in rows}
    bahan = {}
    for pk, satu in instrumen.items():
        bahan[pk] = (rubrik(satu), satu.ambang())
    calon = {}
    for row in rows:
        indikator, ambang = bahan[row.instrumen_id]
        hasil = _calon(row, indikator, biaya, ambang, cara)
        if hasil:
            calon[row.desa.kode_saat] = hasil
    return calon


def _urutan_harga(calon: Isi) -> tuple[bool, int | None, str]:
    """Yang paling ringan di atas; yang biayanya belum diketahui di bawah."""
    harga = calon["harga"]
    return harga is None, harga, calon["row"].desa.kode_saat


def _calon(
    row: Any,
    indikator: list[IndikatorIdm],
    biaya: Biaya,
    ambang: Ambang,
    cara: str,
) -> Isi | None:
    """`None` bila desanya Mandiri atau tidak dapat naik."""
    desa = desa_dari(row.deret, indikator, biaya, ambang)
    if desa is None:
        return None
    berikut = desa.ambang_berikutnya()
    if berikut is None:
        return None
    batas, status = berikut
    banyak = langkah_minimal(desa, batas)
    if banyak is None:
        return None
    rupiah = None
    harga: int | None = banyak
    if cara == RUPIAH:
        murah = termurah(desa, batas)
        rupiah = None
        if murah:
            rupiah = murah.biaya
        harga = rupiah
    terkecil = Decimal(1).scaleb(-desa.desimal)
    kurang = batas + terkecil - desa.idm()
    return {
        "row": row,
        "menuju": status.value,
        "langkah": banyak,
        "kurang": kurang,
        "rupiah": rupiah,
        "harga": harga,
    }


def _perubahan(rows: list[Any], naik: SemuaIsi) -> SemuaIsi:
    """Banyak desa per status sekarang dan sesudah yang terpilih naik."""
    kini = Counter(row.status for row in rows)
    asal = Counter(c["row"].status for c in naik)
    tujuan = Counter(c["menuju"] for c in naik)
    nanti = kini - asal + tujuan
    hasil = []
    for status in URUTAN:
        hasil.append(
            {"status": status.value, "kini": kini[status.value], "nanti": nanti[status.value]}
        )
    return hasil


def _dampak(status: SemuaIsi, naik: SemuaIsi) -> SemuaIsi:
    """IKU dan IKK tahun berikutnya bila yang terpilih naik dan yang lain tetap.

    `nilai` boleh `None`. Rumusnya sama dengan pengukuran kinerja: banyak desa Berkembang; desa
    Tertinggal yang naik dibagi desa Tertinggal semula; pertambahan desa Mandiri dibagi desa
    Berkembang semula.
    """
    per = {s["status"]: s for s in status}
    berkembang = per[Status.BERKEMBANG.value]
    mandiri = per[Status.MANDIRI.value]
    tertinggal = per[Status.TERTINGGAL.value]["kini"]
    entas = 0
    for calon in naik:
        if calon["row"].status == Status.TERTINGGAL.value:
            entas += 1
    tambah = mandiri["nanti"] - mandiri["kini"]
    return [
        {
            "nama": "IKU desa Berkembang",
            "rumus": f"{berkembang['kini']} menjadi {berkembang['nanti']}",
            "nilai": Decimal(berkembang["nanti"]),
            "satuan": "desa",
        },
        {
            "nama": "IKK pengentasan desa tertinggal",
            "rumus": f"{entas} / {tertinggal}",
            "nilai": _persen(entas, tertinggal),
            "satuan": "%",
        },
        {
            "nama": "IKK peningkatan desa mandiri",
            "rumus": f"{tambah} / {berkembang['kini']}",
            "nilai": _persen(tambah, berkembang["kini"]),
            "satuan": "%",
        },
    ]


def _persen(atas: int, bawah: int) -> Decimal | None:
    """`None` bila tidak ada pembaginya."""
    if not bawah:
        return None
    bagian = Decimal(atas) / bawah
    return bulatkan(bagian * 100, 2)
