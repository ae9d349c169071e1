"""Jalan ke status berikutnya: satu desa dengan langkahnya, dan satu kabupaten dengan jatah langkahnya."""

from collections import Counter
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from idm.models import IdmDesa, IndikatorIdm, Instrumen
from idm.planner import Butir, Desa, Rencana, langkah_minimal, sebanyak_mungkin, skor_minimal, tersedikit
from idm.reports import URUTAN


def rubrik(instrumen: Instrumen) -> list[IndikatorIdm]:
    """Indikator instrumen dengan kriterianya, urut posisi."""
    return list(instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set").order_by("posisi"))


def desa_dari(skor: str, indikator: list[IndikatorIdm]) -> Desa | None:
    """Desa untuk perencana; `None` bila deretnya bukan milik instrumen itu."""
    if len(skor) != len(indikator):
        return None
    return Desa(
        [
            Butir(i.posisi, i.indeks, int(angka), tuple(k.skor for k in i.kriteriaskor_set.all()))
            for i, angka in zip(indikator, skor, strict=True)
        ]
    )


def jalan(row: IdmDesa) -> dict[str, Any] | None:
    """Status berikutnya satu desa, kekurangannya, dan langkah paling sedikit; `None` bila skornya tidak diketahui."""
    indikator = rubrik(row.instrumen)
    desa = desa_dari(row.skor, indikator)
    if desa is None:
        return None
    berikut = desa.ambang_berikutnya()
    if berikut is None:
        return {"berikut": None}
    minimal = skor_minimal(desa)
    rencana = tersedikit(desa, berikut[0])
    return {
        "berikut": berikut[1].value,
        "minimal": minimal,
        "kurang": None if minimal is None else minimal - desa.idm(),
        "langkah": _langkah(rencana, indikator) if rencana else None,
        "idm": rencana.idm if rencana else None,
        "status": rencana.status.value if rencana else None,
    }


def _langkah(rencana: Rencana, indikator: list[IndikatorIdm]) -> list[dict[str, Any]]:
    per_posisi = {i.posisi: i for i in indikator}
    hasil = []
    for langkah in rencana.langkah:
        satu = per_posisi[langkah.posisi]
        kriteria = {k.skor: k.kriteria for k in satu.kriteriaskor_set.all()}
        hasil.append(
            {
                "indikator": satu,
                "dari": langkah.dari,
                "ke": langkah.ke,
                "kini": kriteria.get(langkah.dari, ""),
                "menjadi": kriteria.get(langkah.ke, ""),
                "tambah": langkah.tambah,
            }
        )
    return hasil


def jalan_kabupaten(kabupaten: Kabupaten, tahun: int, jatah: int) -> dict[str, Any]:
    """Desa terbanyak yang naik status dengan `jatah` langkah, dan banyak desa per status sesudahnya."""
    rows = list(
        IdmDesa.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
        .exclude(skor="")
        .select_related("desa__kecamatan", "instrumen")
        .order_by("desa__kode")
    )
    indikator = {row.instrumen_id: rubrik(row.instrumen) for row in {r.instrumen_id: r for r in rows}.values()}
    calon: dict[str, dict[str, Any]] = {}
    for row in rows:
        hasil = _calon(row, indikator[row.instrumen_id])
        if hasil:
            calon[row.desa.kode] = hasil
    terpilih = sebanyak_mungkin({kode: c["langkah"] for kode, c in calon.items()}, jatah)
    return {
        "banyak": len(rows),
        "baris": sorted(calon.values(), key=lambda c: (c["langkah"], c["row"].desa.kode)),
        "terpilih": set(terpilih),
        "terpakai": sum(calon[kode]["langkah"] for kode in terpilih),
        "status": _perubahan(rows, [calon[kode] for kode in terpilih]),
    }


def _calon(row: IdmDesa, indikator: list[IndikatorIdm]) -> dict[str, Any] | None:
    desa = desa_dari(row.skor, indikator)
    berikut = desa.ambang_berikutnya() if desa else None
    if desa is None or berikut is None:
        return None
    banyak = langkah_minimal(desa, berikut[0])
    if banyak is None:
        return None
    kurang: Decimal = berikut[0] + Decimal("0.0001") - desa.idm()
    return {"row": row, "menuju": berikut[1].value, "langkah": banyak, "kurang": kurang}


def _perubahan(rows: list[IdmDesa], naik: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Banyak desa per status sekarang dan sesudah yang terpilih naik."""
    kini = Counter(row.status for row in rows)
    nanti = kini - Counter(c["row"].status for c in naik) + Counter(c["menuju"] for c in naik)
    return [{"status": s.value, "kini": kini[s.value], "nanti": nanti[s.value]} for s in URUTAN]
