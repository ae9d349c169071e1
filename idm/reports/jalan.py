"""Jalan satu desa ke status berikutnya, dengan langkahnya."""

from typing import Any

from idm.models import BiayaLangkah, IndikatorIdm, Instrumen
from idm.planner import (
    ButirRencana,
    Desa,
    Langkah,
    Rencana,
    skor_minimal,
    termurah,
    tersedikit,
)
from idm.planner_poin import DesaPoin
from idm.scoring import Ambang

Rubrik = list[IndikatorIdm]
Isi = dict[str, Any]  # menurut nama bagiannya

Biaya = dict[int, dict[int, int]]


def rubrik(instrumen: Instrumen) -> Rubrik:
    """Indikator instrumen dengan kriterianya, urut posisi."""
    rows = instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set")
    return list(rows.order_by("posisi"))


def desa_dari(
    skor: str,
    indikator: Rubrik,
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
                indeks=satu.indeks or satu.dimensi,
                skor=int(angka),
                tersedia=satu.tujuan,
                biaya=biaya.get(satu.pk) if biaya else None,
            )
        )
    instrumen = indikator[0].instrumen
    if instrumen.is_dimensi:
        return DesaPoin(butir, ambang, instrumen.poin_tertinggi)
    return Desa(butir, ambang)


def jalan(row: Any) -> Isi | None:
    """Status berikutnya satu desa, langkah paling sedikit dan termurah.

    Juga hasil satu langkah tiap indikator.

    `None` bila skornya tidak diketahui; `murah` `None` bila biayanya belum cukup diketahui.
    """
    indikator = rubrik(row.instrumen)
    biaya = BiayaLangkah.objects.per_indikator(row.desa.kecamatan.kabupaten)
    ambang = row.instrumen.ambang()
    desa = desa_dari(row.deret, indikator, biaya, ambang)
    if desa is None:
        return None
    berikut = desa.ambang_berikutnya()
    if berikut is None:
        return {"berikut": None}
    batas, status = berikut
    minimal = skor_minimal(desa)
    rencana = tersedikit(desa, batas)
    setiap = []
    for butir in desa.butir:
        setiap += desa.tangga(butir)[:1]
    return {
        "berikut": status.value,
        "desimal": desa.desimal,
        "minimal": minimal,
        "kurang": None if minimal is None else minimal - desa.idm(),
        "langkah": _langkah(rencana.langkah, indikator) if rencana else None,
        "idm": rencana.idm if rencana else None,
        "status": rencana.status.value if rencana else None,
        "murah": _rencana(termurah(desa, batas), indikator),
        "setiap": _langkah(setiap, indikator),
    }


def _rencana(rencana: Rencana | None, indikator: Rubrik) -> Isi | None:
    """`None` bila tidak ada jalan yang biayanya diketahui."""
    if rencana is None:
        return None
    return {
        "langkah": _langkah(rencana.langkah, indikator),
        "biaya": rencana.biaya,
        "idm": rencana.idm,
    }


def _langkah(langkah: Any, indikator: Rubrik) -> list[Isi]:
    """Menurut urutan langkahnya."""
    per_posisi = {i.posisi: i for i in indikator}
    hasil = []
    for satu in langkah:
        milik = per_posisi[satu.posisi]
        hasil.append(_satu(satu, milik))
    return hasil


def _satu(langkah: Langkah, indikator: IndikatorIdm) -> Isi:
    """Kriteria kini dan tujuannya, dan siapa yang mengerjakan."""
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
