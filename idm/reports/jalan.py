"""Jalan satu desa ke status berikutnya, dengan langkahnya."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

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
from idm.reports.ukuran import HasilBerlaku
from idm.scoring import DESIMAL, Ambang

Rubrik = list[IndikatorIdm]
Biaya = dict[int, dict[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LangkahDesa:
    """Satu indikator naik satu skor; kriteria dan kegiatan yang tidak diketahui kosong.

    `tambah` pada indeksnya tanpa pembulatan; `biaya` rupiah, `None` bila belum diketahui.
    """

    indikator: IndikatorIdm
    dari: int
    ke: int
    kini: str
    menjadi: str
    kegiatan: str
    pelaksana: str
    tambah: Decimal
    biaya: int | None


SemuaLangkah = tuple[LangkahDesa, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RencanaDesa:
    """Langkah menuju satu status; indeks dan status sesudahnya, dan biayanya bila diketahui."""

    langkah: SemuaLangkah
    idm: Decimal
    status: str
    biaya: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jalan:
    """Jalan ke status `berikut`, kosong bila sudah tertinggi.

    `sedikit` `None` bila tidak tercapai; `murah` `None` bila biayanya belum cukup diketahui.
    `setiap` satu langkah pada tiap indikator.
    """

    berikut: str = ""
    desimal: int = DESIMAL
    minimal: Decimal | None = None
    kurang: Decimal | None = None
    sedikit: RencanaDesa | None = None
    murah: RencanaDesa | None = None
    setiap: SemuaLangkah = ()


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


def jalan(row: HasilBerlaku) -> Jalan | None:
    """Status berikutnya satu desa, langkah paling sedikit dan termurah.

    `None` bila skornya tidak diketahui.
    """
    indikator = rubrik(row.instrumen)
    biaya = BiayaLangkah.objects.per_indikator(row.desa.kecamatan.kabupaten)
    ambang = row.instrumen.ambang()
    desa = desa_dari(row.deret, indikator, biaya, ambang)
    if desa is None:
        return None
    berikut = desa.ambang_berikutnya()
    if berikut is None:
        return Jalan()
    batas, status = berikut
    minimal = skor_minimal(desa)
    setiap = []
    for butir in desa.butir:
        setiap += desa.tangga(butir)[:1]
    return Jalan(
        berikut=status.value,
        desimal=desa.desimal,
        minimal=minimal,
        kurang=None if minimal is None else minimal - desa.idm(),
        sedikit=_rencana(tersedikit(desa, batas), indikator),
        murah=_rencana(termurah(desa, batas), indikator),
        setiap=_langkah(setiap, indikator),
    )


def _rencana(rencana: Rencana | None, indikator: Rubrik) -> RencanaDesa | None:
    """`None` bila tidak ada jalannya."""
    if rencana is None:
        return None
    return RencanaDesa(
        langkah=_langkah(rencana.langkah, indikator),
        idm=rencana.idm,
        status=rencana.status.value,
        biaya=rencana.biaya,
    )


def _langkah(langkah: Iterable[Langkah], indikator: Rubrik) -> SemuaLangkah:
    """Menurut urutan langkahnya."""
    per_posisi = {satu.posisi: satu for satu in indikator}
    return tuple(_satu(satu, per_posisi[satu.posisi]) for satu in langkah)


def _satu(langkah: Langkah, indikator: IndikatorIdm) -> LangkahDesa:
    """Kriteria kini dan tujuannya, dan siapa yang mengerjakan."""
    kriteria = {satu.skor: satu for satu in indikator.kriteriaskor_set.all()}
    kini = kriteria.get(langkah.dari)
    menjadi = kriteria.get(langkah.ke)
    return LangkahDesa(
        indikator=indikator,
        dari=langkah.dari,
        ke=langkah.ke,
        kini=kini.kriteria if kini else "",
        menjadi=menjadi.kriteria if menjadi else "",
        kegiatan=kini.kegiatan if kini else "",
        pelaksana=indikator.pelaksana_teks,
        tambah=langkah.tambah,
        biaya=langkah.biaya,
    )
