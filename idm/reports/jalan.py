"""Jalan ke status berikutnya.

Satu desa dengan langkahnya, dan satu kabupaten dengan jatah langkah atau rupiah.
"""

from collections import Counter
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan
from idm.models import BiayaLangkah, IdmDesa, IndikatorIdm, Instrumen
from idm.planner import (
    ButirRencana,
    Desa,
    Langkah,
    Rencana,
    langkah_minimal,
    sebanyak_mungkin,
    skor_minimal,
    termurah,
    tersedikit,
)
from idm.reports import URUTAN
from idm.scoring import Ambang, Status

Biaya = dict[int, dict[int, int]]
LANGKAH = "langkah"
RUPIAH = "rupiah"


def rubrik(instrumen: Instrumen) -> list[IndikatorIdm]:
    """Indikator instrumen dengan kriterianya, urut posisi."""
    return list(instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set").order_by("posisi"))


def desa_dari(
    skor: str,
    indikator: list[IndikatorIdm],
    biaya: Biaya | None = None,
    ambang: Ambang = (),
) -> Desa | None:
    """Desa untuk perencana.

    `None` bila deretnya bukan milik instrumen itu atau ambangnya belum ada.
    """
    if len(skor) != len(indikator) or not ambang:
        return None
    butir = []
    for satu, angka in zip(indikator, skor, strict=True):
        butir.append(
            ButirRencana(
                posisi=satu.posisi,
                indeks=satu.indeks,
                skor=int(angka),
                tersedia=tuple(k.skor for k in satu.kriteriaskor_set.all()),
                biaya=biaya.get(satu.pk) if biaya else None,
            )
        )
    return Desa(butir, ambang)


def jalan(row: IdmDesa) -> dict[str, Any] | None:
    """Status berikutnya satu desa, langkah paling sedikit dan termurah.

    Juga hasil satu langkah tiap indikator.

    `None` bila skornya tidak diketahui; `murah` `None` bila biayanya belum cukup diketahui.
    """
    indikator = rubrik(row.instrumen)
    biaya = BiayaLangkah.objects.per_indikator(row.desa.kecamatan.kabupaten)
    desa = desa_dari(row.skor, indikator, biaya, row.instrumen.ambang())
    if desa is None:
        return None
    berikut = desa.ambang_berikutnya()
    if berikut is None:
        return {"berikut": None}
    batas, status = berikut
    minimal = skor_minimal(desa)
    rencana = tersedikit(desa, batas)
    setiap = [langkah for b in desa.butir for langkah in desa.tangga(b)[:1]]
    return {
        "berikut": status.value,
        "minimal": minimal,
        "kurang": None if minimal is None else minimal - desa.idm(),
        "langkah": _langkah(rencana.langkah, indikator) if rencana else None,
        "idm": rencana.idm if rencana else None,
        "status": rencana.status.value if rencana else None,
        "murah": _rencana(termurah(desa, batas), indikator),
        "setiap": _langkah(setiap, indikator),
    }


def _rencana(rencana: Rencana | None, indikator: list[IndikatorIdm]) -> dict[str, Any] | None:
    if rencana is None:
        return None
    return {
        "langkah": _langkah(rencana.langkah, indikator),
        "biaya": rencana.biaya,
        "idm": rencana.idm,
    }


def _langkah(langkah: Any, indikator: list[IndikatorIdm]) -> list[dict[str, Any]]:
    per_posisi = {i.posisi: i for i in indikator}
    return [_satu(satu, per_posisi[satu.posisi]) for satu in langkah]


def _satu(langkah: Langkah, indikator: IndikatorIdm) -> dict[str, Any]:
    kriteria = {k.skor: k for k in indikator.kriteriaskor_set.all()}
    kini = kriteria.get(langkah.dari)
    menjadi = kriteria.get(langkah.ke)
    return {
        "indikator": indikator,
        "dari": langkah.dari,
        "ke": langkah.ke,
        "kini": kini.kriteria if kini else "",
        "menjadi": menjadi.kriteria if menjadi else "",
        "kegiatan": kini.kegiatan if kini else "",
        "pelaksana": indikator.pelaksana_teks,
        "tambah": langkah.tambah,
        "biaya": langkah.biaya,
    }


def jalan_kabupaten(
    kabupaten: Kabupaten,
    tahun: int,
    jatah: int,
    cara: str = LANGKAH,
) -> dict[str, Any]:
    """Desa terbanyak yang naik status dengan `jatah` langkah (atau rupiah), dan keadaan sesudahnya.

    Dengan rupiah, desa yang jalan termurahnya belum diketahui biayanya tidak ikut dipilih.
    """
    rows = IdmDesa.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
    rows = rows.exclude(skor="").select_related("desa__kecamatan", "instrumen")
    berskor = list(rows.order_by("desa__kode"))
    biaya = BiayaLangkah.objects.per_indikator(kabupaten) if cara == RUPIAH else {}
    calon = _semua_calon(berskor, biaya, cara)
    harga = {kode: c["harga"] for kode, c in calon.items() if c["harga"] is not None}
    terpilih = sebanyak_mungkin(harga, jatah)
    naik = [calon[kode] for kode in terpilih]
    status = _perubahan(berskor, naik)
    return {
        "banyak": len(berskor),
        "baris": sorted(calon.values(), key=_urutan_harga),
        "terpilih": set(terpilih),
        "terpakai": sum(harga[kode] for kode in terpilih),
        "tanpa_biaya": len(calon) - len(harga),
        "status": status,
        "dampak": _dampak(status, naik),
    }


def _semua_calon(rows: list[IdmDesa], biaya: Biaya, cara: str) -> dict[str, dict[str, Any]]:
    """Desa yang dapat naik menurut kodenya; rubrik tiap instrumen dibaca sekali."""
    instrumen = {row.instrumen_id: row.instrumen for row in rows}
    bahan = {pk: (rubrik(satu), satu.ambang()) for pk, satu in instrumen.items()}
    calon = {}
    for row in rows:
        indikator, ambang = bahan[row.instrumen_id]
        hasil = _calon(row, indikator, biaya, ambang, cara)
        if hasil:
            calon[row.desa.kode] = hasil
    return calon


def _urutan_harga(calon: dict[str, Any]) -> tuple[bool, int | None, str]:
    """Yang paling ringan di atas; yang biayanya belum diketahui di bawah."""
    harga = calon["harga"]
    return harga is None, harga, calon["row"].desa.kode


def _calon(
    row: IdmDesa,
    indikator: list[IndikatorIdm],
    biaya: Biaya,
    ambang: Ambang,
    cara: str,
) -> dict[str, Any] | None:
    desa = desa_dari(row.skor, indikator, biaya, ambang)
    berikut = desa.ambang_berikutnya() if desa else None
    if desa is None or berikut is None:
        return None
    batas, status = berikut
    banyak = langkah_minimal(desa, batas)
    if banyak is None:
        return None
    murah = termurah(desa, batas) if cara == RUPIAH else None
    kurang: Decimal = batas + Decimal("0.0001") - desa.idm()
    rupiah = murah.biaya if murah else None
    return {
        "row": row,
        "menuju": status.value,
        "langkah": banyak,
        "kurang": kurang,
        "rupiah": rupiah,
        "harga": rupiah if cara == RUPIAH else banyak,
    }


def _perubahan(rows: list[IdmDesa], naik: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Banyak desa per status sekarang dan sesudah yang terpilih naik."""
    kini = Counter(row.status for row in rows)
    asal = Counter(c["row"].status for c in naik)
    tujuan = Counter(c["menuju"] for c in naik)
    nanti = kini - asal + tujuan
    return [
        {
            "status": s.value,
            "kini": kini[s.value],
            "nanti": nanti[s.value],
        }
        for s in URUTAN
    ]


def _dampak(status: list[dict[str, Any]], naik: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """IKU dan IKK tahun berikutnya bila yang terpilih naik dan yang lain tetap.

    `nilai` boleh `None`. Rumusnya sama dengan pengukuran kinerja: banyak desa Berkembang; desa
    Tertinggal yang naik dibagi desa Tertinggal semula; pertambahan desa Mandiri dibagi desa
    Berkembang semula.
    """
    per = {s["status"]: s for s in status}
    berkembang = per[Status.BERKEMBANG.value]
    mandiri = per[Status.MANDIRI.value]
    tertinggal = per[Status.TERTINGGAL.value]["kini"]
    entas = sum(c["row"].status == Status.TERTINGGAL.value for c in naik)
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
    if not bawah:
        return None
    return bulatkan(Decimal(atas) / bawah * 100, 2)
