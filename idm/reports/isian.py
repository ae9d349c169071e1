"""Kuesioner satu desa menurut indeks, dimensi dan variabel; yang berlaku di samping drafnya."""

from itertools import groupby
from typing import Any

from idm import deret
from idm.actions.isian import isian, kurang, rubrik, skor_lalu
from idm.deret import HasilDeret
from idm.models import IdmDesa, IndikatorIdm, Instrumen, IsianIdm
from idm.reports.draf import dampak_draf
from villages.models import Desa


def kuesioner(desa: Desa, tahun: int, instrumen: Instrumen) -> dict[str, Any]:
    """Isi halaman kuesioner: hasil sementara, dan blok pertanyaan di samping jawaban tahun lalu."""
    indikator = rubrik(instrumen)
    satu = isian(desa, tahun, instrumen, len(indikator))
    lalu = skor_lalu(desa, tahun, instrumen)
    catatan, bukti = _lampiran(satu) if satu.pk else ({}, {})
    butir = []
    for i in indikator.values():
        tertulis = catatan.get(i.pk, "")
        butir.append(
            _butir(
                i,
                satu.skor,
                lalu,
                tertulis,
                bukti.get(i.pk, []),
            )
        )
    return {
        "desa": desa,
        "isian": satu,
        "instrumen": instrumen,
        "tahun_lalu": tahun - 1 if lalu else None,
        "lock_reason": satu.lock_reason(),
        **ringkasan(satu, indikator),
        "blok": [_blok(kunci, list(isi)) for kunci, isi in groupby(butir, key=_kunci)],
    }


def _lampiran(satu: IsianIdm) -> tuple[dict[int, str], dict[int, list[Any]]]:
    """Catatan dan bukti tiap indikator."""
    catatan = dict(satu.catatanjawaban_set.values_list("indikator", "catatan"))
    bukti: dict[int, list[Any]] = {}
    for berkas in satu.bukti.all():
        bukti.setdefault(berkas.indikator_id, []).append(berkas)
    return catatan, bukti


def ringkasan(satu: IsianIdm, indikator: dict[int, IndikatorIdm] | None = None) -> dict[str, Any]:
    """Indeks, status dan kelengkapan draf; yang berlaku dan dampak drafnya di sampingnya."""
    indikator = indikator or rubrik(satu.instrumen)
    indeks = [i.indeks for i in indikator.values()]
    hasil: HasilDeret = deret.hasil(satu.skor, indeks, satu.instrumen.ambang())
    berlaku = IdmDesa.objects.filter(desa=satu.desa, tahun=satu.tahun).first()
    dampak = []
    if satu.pk:
        kabupaten = satu.desa.kecamatan.kabupaten
        dampak = dampak_draf(kabupaten, satu.tahun, satu.desa)
    return {
        "hasil": hasil,
        "kurang": kurang(satu) if hasil.terjawab else [],
        "berlaku": berlaku,
        "dampak": dampak,
    }


def butir(satu: IsianIdm, indikator: IndikatorIdm) -> dict[str, Any]:
    """Satu pertanyaan sesudah dijawab."""
    lalu = skor_lalu(satu.desa, satu.tahun, satu.instrumen)
    catatan = None
    if satu.pk:
        catatan = satu.catatanjawaban_set.filter(indikator=indikator).first()
    tertulis = catatan.catatan if catatan else ""
    return _butir(indikator, satu.skor, lalu, tertulis, [])


def _butir(i: IndikatorIdm, kini: str, lalu: str, catatan: str, bukti: list[Any]) -> dict[str, Any]:
    skor = deret.skor(kini, i.posisi)
    dulu = deret.skor(lalu, i.posisi)
    kriteria = sorted(i.kriteriaskor_set.all(), key=lambda k: -k.skor)
    teks = {k.skor: k.kriteria for k in kriteria}
    is_turun = False
    if skor is not None and dulu is not None:
        is_turun = dulu - skor >= deret.TURUN_BERARTI
    return {
        "indikator": i,
        "pilihan": [{"skor": k.skor, "kriteria": k.kriteria} for k in kriteria],
        "skor": skor,
        "lalu": dulu,
        "kriteria_lalu": "" if dulu is None else teks.get(dulu, ""),
        "turun": is_turun,
        "catatan": catatan,
        "bukti": bukti,
    }


def _kunci(b: dict[str, Any]) -> tuple[str, str]:
    i: IndikatorIdm = b["indikator"]
    return i.get_indeks_display(), i.dimensi


def _blok(kunci: tuple[str, str], butir: list[dict[str, Any]]) -> dict[str, Any]:
    """Satu dimensi; `dapat_disalin` banyak yang dapat disalin dari tahun lalu."""
    indeks, dimensi = kunci
    belum = [b for b in butir if b["skor"] is None]
    per_variabel = groupby(butir, key=lambda b: b["indikator"].variabel)
    return {
        "indeks": indeks,
        "dimensi": dimensi,
        "awal": butir[0]["indikator"].posisi,
        "akhir": butir[-1]["indikator"].posisi,
        "banyak": len(butir),
        "terjawab": len(butir) - len(belum),
        "dapat_disalin": sum(b["lalu"] is not None for b in belum),
        "variabel": [{"nama": nama, "butir": list(isi)} for nama, isi in per_variabel],
    }
