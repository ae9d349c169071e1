"""Kuesioner satu desa menurut indeks, dimensi dan variabel; yang berlaku di samping drafnya."""

from itertools import groupby
from typing import Any

from idm import deret
from idm.actions.isian import isian, kurang, rubrik, skor_lalu
from idm.deret import HasilDeret
from idm.models import IdmDesa, IndikatorIdm, Instrumen, IsianIdm
from idm.reports.dampak_draf import dampak_draf
from villages.models import Desa

PerButir = dict[int, str]
PerIndikator = dict[int, list[Any]]

Isi = dict[str, Any]  # menurut nama bagiannya


def kuesioner(desa: Desa, tahun: int, instrumen: Instrumen, posisi: int | None = None) -> Isi:
    """Isi halaman kuesioner: hasil sementara, dan satu blok di samping jawaban tahun lalu.

    Yang terbuka blok yang memuat `posisi`; tanpa itu blok pertama yang belum terjawab semua.
    """
    indikator = rubrik(instrumen)
    satu = isian(desa, tahun, instrumen, len(indikator))
    lalu = skor_lalu(desa, tahun, instrumen)
    catatan: PerButir = {}
    bukti: PerIndikator = {}
    if satu.pk:
        catatan = _catatan(satu)
        bukti = _bukti(satu)
    butir = []
    for i in indikator.values():
        tanya = _butir(
            i,
            kini=satu.skor,
            lalu=lalu,
            catatan=catatan.get(i.pk, ""),
            bukti=bukti.get(i.pk, []),
        )
        butir.append(tanya)
    blok = []
    for kunci, isi in groupby(butir, key=_kunci):
        sedimensi = list(isi)
        blok.append(_blok(kunci, sedimensi))
    return {
        "desa": desa,
        "isian": satu,
        "instrumen": instrumen,
        "tahun_lalu": tahun - 1 if lalu else None,
        "lock_reason": satu.lock_reason(),
        **ringkasan(satu, indikator),
        "blok": blok,
        "terbuka": _terbuka(blok, posisi),
    }


def _terbuka(blok: list[Isi], posisi: int | None) -> Isi:
    """Blok yang memuat posisi itu, atau yang pertama belum lengkap, atau yang pertama."""
    for satu in blok:
        if posisi is None and satu["terjawab"] < satu["banyak"]:
            return satu
        if posisi is not None and satu["awal"] <= posisi <= satu["akhir"]:
            return satu
    return blok[0]


def _berikutnya(
    satu: IsianIdm, indikator: dict[int, IndikatorIdm], sesudah: int
) -> IndikatorIdm | None:
    """Pertanyaan kosong sesudah posisi itu, berputar ke awal; `None` bila semua terjawab."""
    kosong = [nomor for nomor in indikator if deret.skor(satu.skor, nomor) is None]
    lanjut = [nomor for nomor in kosong if nomor > sesudah]
    for nomor in (*lanjut, *kosong):
        return indikator[nomor]
    return None


def _catatan(satu: IsianIdm) -> PerButir:
    """Catatan tiap indikator."""
    rows = satu.catatanjawaban_set.values_list("indikator", "catatan")
    return dict(rows)


def _bukti(satu: IsianIdm) -> PerIndikator:
    """Berkas bukti tiap indikator."""
    bukti: PerIndikator = {}
    for berkas in satu.bukti.all():
        milik = bukti.setdefault(berkas.indikator_id, [])
        milik.append(berkas)
    return bukti


def ringkasan(
    satu: IsianIdm,
    indikator: dict[int, IndikatorIdm] | None = None,
    sesudah: int = 0,
) -> Isi:
    """Indeks, status dan kelengkapan draf; yang berlaku dan dampak drafnya di sampingnya.

    `berikut` pertanyaan kosong sesudah posisi `sesudah`.
    """
    indikator = indikator or rubrik(satu.instrumen)
    indeks = [i.indeks for i in indikator.values()]
    ambang = satu.instrumen.ambang()
    hasil: HasilDeret = deret.hasil(satu.skor, indeks, ambang)
    tercatat = IdmDesa.objects.filter(desa=satu.desa, tahun=satu.tahun)
    berlaku = tercatat.first()
    dampak = []
    if satu.pk:
        kabupaten = satu.desa.kecamatan.kabupaten
        dampak = dampak_draf(kabupaten, satu.tahun, satu.desa)
    return {
        "hasil": hasil,
        "berikut": _berikutnya(satu, indikator, sesudah),
        "kurang": kurang(satu) if hasil.terjawab else [],
        "berlaku": berlaku,
        "dampak": dampak,
    }


def butir(satu: IsianIdm, indikator: IndikatorIdm) -> Isi:
    """Satu pertanyaan sesudah dijawab."""
    lalu = skor_lalu(satu.desa, satu.tahun, satu.instrumen)
    catatan = None
    if satu.pk:
        catatan = satu.catatanjawaban_set.filter(indikator=indikator).first()
    return _butir(
        indikator,
        kini=satu.skor,
        lalu=lalu,
        catatan=catatan.catatan if catatan else "",
        bukti=[],
    )


def _butir(
    i: IndikatorIdm,
    *,
    kini: str,
    lalu: str,
    catatan: str,
    bukti: list[Any],
) -> Isi:
    """Satu pertanyaan dengan pilihannya, yang tertinggi di atas."""
    skor = deret.skor(kini, i.posisi)
    dulu = deret.skor(lalu, i.posisi)
    kriteria = list(i.kriteriaskor_set.all())
    kriteria.sort(key=lambda k: k.skor, reverse=True)
    pilihan = []
    kriteria_lalu = ""
    for satu in kriteria:
        satu_pilihan = {"skor": satu.skor, "kriteria": satu.kriteria}
        pilihan.append(satu_pilihan)
        if satu.skor == dulu:
            kriteria_lalu = satu.kriteria
    return {
        "indikator": i,
        "pilihan": pilihan,
        "skor": skor,
        "lalu": dulu,
        "kriteria_lalu": kriteria_lalu,
        "turun": _is_turun(dulu, skor),
        "catatan": catatan,
        "bukti": bukti,
    }


def _is_turun(dulu: int | None, skor: int | None) -> bool:
    """Penurunan yang harus dijelaskan; yang tidak diketahui tidak turun."""
    if dulu is None or skor is None:
        return False
    return dulu - skor >= deret.TURUN_BERARTI


def _kunci(b: Isi) -> tuple[str, str]:
    """Indeks dan dimensinya; urutan indikatornya sudah menurut keduanya."""
    i: IndikatorIdm = b["indikator"]
    return i.get_indeks_display(), i.dimensi


def _blok(kunci: tuple[str, str], butir: list[Isi]) -> Isi:
    """Satu dimensi; `dapat_disalin` banyak yang dapat disalin dari tahun lalu."""
    indeks, dimensi = kunci
    belum = [b for b in butir if b["skor"] is None]
    variabel = []
    for nama, isi in groupby(butir, key=lambda b: b["indikator"].variabel):
        sevariabel = list(isi)
        variabel.append({"nama": nama, "butir": sevariabel})
    pertama = butir[0]["indikator"]
    terakhir = butir[-1]["indikator"]
    return {
        "indeks": indeks,
        "dimensi": dimensi,
        "awal": pertama.posisi,
        "akhir": terakhir.posisi,
        "banyak": len(butir),
        "terjawab": len(butir) - len(belum),
        "dapat_disalin": sum(b["lalu"] is not None for b in belum),
        "variabel": variabel,
    }
