"""Kuesioner satu desa menurut indeks, dimensi dan variabel, dengan yang berlaku di samping drafnya."""

from itertools import groupby
from typing import Any

from idm import deret
from idm.actions.isian import isian, kurang, rubrik, skor_lalu
from idm.deret import HasilDeret
from idm.models import IdmDesa, IndikatorIdm, Instrumen, IsianIdm
from idm.reports.draf import dampak_draf
from villages.models import Desa


def kuesioner(desa: Desa, tahun: int, instrumen: Instrumen) -> dict[str, Any]:
    """Isi halaman kuesioner: hasil sementara dan blok pertanyaan dengan jawaban tahun lalu di sampingnya."""
    indikator = rubrik(instrumen)
    satu = isian(desa, tahun, instrumen, len(indikator))
    lalu = skor_lalu(desa, tahun, instrumen)
    catatan = dict(satu.catatanjawaban_set.values_list("indikator", "catatan")) if satu.pk else {}
    bukti: dict[int, list[Any]] = {}
    for b in satu.bukti.all() if satu.pk else ():
        bukti.setdefault(b.indikator_id, []).append(b)
    butir = [
        _butir(i, satu.skor, lalu, catatan.get(i.pk, ""), bukti.get(i.pk, []))
        for i in indikator.values()
    ]
    return {
        "desa": desa,
        "isian": satu,
        "instrumen": instrumen,
        "tahun_lalu": tahun - 1 if lalu else None,
        "lock_reason": satu.lock_reason(),
        **ringkasan(satu, indikator),
        "blok": [_blok(kunci, list(isi)) for kunci, isi in groupby(butir, key=_kunci)],
    }


def ringkasan(satu: IsianIdm, indikator: dict[int, IndikatorIdm] | None = None) -> dict[str, Any]:
    """Indeks, status dan kelengkapan draf; yang berlaku dan dampak drafnya di sampingnya."""
    indikator = indikator or rubrik(satu.instrumen)
    hasil: HasilDeret = deret.hasil(
        satu.skor, [i.indeks for i in indikator.values()], satu.instrumen.ambang()
    )
    berlaku = IdmDesa.objects.filter(desa=satu.desa, tahun=satu.tahun).first()
    return {
        "hasil": hasil,
        "kurang": kurang(satu) if hasil.terjawab else [],
        "berlaku": berlaku,
        "dampak": dampak_draf(satu.desa.kecamatan.kabupaten, satu.tahun, satu.desa)
        if satu.pk
        else [],
    }


def butir(satu: IsianIdm, indikator: IndikatorIdm) -> dict[str, Any]:
    """Satu pertanyaan sesudah dijawab."""
    lalu = skor_lalu(satu.desa, satu.tahun, satu.instrumen)
    catatan = satu.catatanjawaban_set.filter(indikator=indikator).first() if satu.pk else None
    return _butir(indikator, satu.skor, lalu, catatan.catatan if catatan else "", [])


def _butir(i: IndikatorIdm, kini: str, lalu: str, catatan: str, bukti: list[Any]) -> dict[str, Any]:
    skor, dulu = deret.skor(kini, i.posisi), deret.skor(lalu, i.posisi)
    kriteria = sorted(i.kriteriaskor_set.all(), key=lambda k: -k.skor)
    teks = {k.skor: k.kriteria for k in kriteria}
    return {
        "indikator": i,
        "pilihan": [{"skor": k.skor, "kriteria": k.kriteria} for k in kriteria],
        "skor": skor,
        "lalu": dulu,
        "kriteria_lalu": teks.get(dulu, "") if dulu is not None else "",
        "turun": skor is not None and dulu is not None and dulu - skor >= deret.TURUN_BERARTI,
        "catatan": catatan,
        "bukti": bukti,
    }


def _kunci(b: dict[str, Any]) -> tuple[str, str]:
    i: IndikatorIdm = b["indikator"]
    return i.get_indeks_display(), i.dimensi


def _blok(kunci: tuple[str, str], butir: list[dict[str, Any]]) -> dict[str, Any]:
    """Satu dimensi; `kosong` banyak yang dapat disalin dari tahun lalu."""
    return {
        "indeks": kunci[0],
        "dimensi": kunci[1],
        "awal": butir[0]["indikator"].posisi,
        "akhir": butir[-1]["indikator"].posisi,
        "banyak": len(butir),
        "terjawab": sum(b["skor"] is not None for b in butir),
        "dapat_disalin": sum(b["skor"] is None and b["lalu"] is not None for b in butir),
        "variabel": [
            {"nama": nama, "butir": list(isi)}
            for nama, isi in groupby(butir, key=lambda b: b["indikator"].variabel)
        ],
    }
