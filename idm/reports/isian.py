"""Kuesioner satu desa menurut indeks, dimensi dan variabel; yang berlaku di samping drafnya."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from idm import deret
from idm.actions.berlaku import hasil_berlaku
from idm.actions.isian import isian, kurang, rubrik
from idm.models import CatatanJawaban, IndikatorIdm, Instrumen, IsianIdm
from idm.reports.dampak_draf import dampak_draf
from idm.reports.usulan import Usulan, usul_aspek, usulan
from idm.sources import skor_lalu, susunan
from villages.models import Desa

PerCatatan = dict[int, CatatanJawaban]
PerIndikator = dict[int, list[Any]]

Isi = dict[str, Any]  # menurut nama bagiannya


def kuesioner(desa: Desa, tahun: int, instrumen: Instrumen, posisi: int | None = None) -> Isi:
    """Isi halaman kuesioner: hasil sementara, dan satu blok di samping jawaban tahun lalu.

    Yang terbuka blok yang memuat `posisi`; tanpa itu blok pertama yang belum terjawab semua.
    """
    indikator = rubrik(instrumen)
    satu = isian(desa, tahun, instrumen, len(indikator))
    lalu = skor_lalu(desa, tahun, instrumen)
    catatan: PerCatatan = {}
    bukti: PerIndikator = {}
    usul = usulan_isian(satu)
    if satu.pk:
        catatan = _catatan(satu)
        bukti = _bukti(satu)
    butir = []
    for row in indikator.values():
        tanya = _butir(
            row,
            kini=satu.skor,
            lalu=lalu,
            catatan=catatan.get(row.pk),
            bukti=bukti.get(row.pk, []),
            usul=usul_aspek(row, usul),
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
    kosong = []
    for nomor in indikator:
        if deret.skor(satu.skor, nomor) is None:
            kosong.append(nomor)
    lanjut = [nomor for nomor in kosong if nomor > sesudah]
    for nomor in (*lanjut, *kosong):
        return indikator[nomor]
    return None


def _catatan(satu: IsianIdm) -> PerCatatan:
    """Catatan tiap indikator."""
    return {row.indikator_id: row for row in satu.catatanjawaban_set.all()}


def usulan_isian(satu: IsianIdm) -> Mapping[str, Usulan]:
    """Usul bagi isian Indeks Desa; IDM tidak diusulkan."""
    if satu.instrumen.is_dimensi:
        return usulan(satu.desa, satu.tahun)
    return {}


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
    dipakai = susunan(satu.instrumen)
    hasil = dipakai.hasil(satu.skor)
    berlaku = hasil_berlaku(satu)
    dampak = []
    if satu.pk:
        kabupaten = satu.desa.kecamatan.kabupaten
        dampak = dampak_draf(kabupaten, satu.tahun, satu.desa)
    return {
        "hasil": hasil,
        "berikut": _berikutnya(satu, indikator, sesudah),
        "kurang": kurang(satu) if hasil.terjawab else [],
        "berlaku": berlaku,
        "nilai_berlaku": berlaku.nilai if berlaku else None,
        "desimal": dipakai.desimal,
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
        catatan=catatan,
        bukti=[],
        usul=usul_aspek(indikator, usulan_isian(satu)),
    )


def _butir(
    indikator: IndikatorIdm,
    *,
    kini: str,
    lalu: str,
    catatan: CatatanJawaban | None,
    bukti: list[Any],
    usul: Usulan | None,
) -> Isi:
    """Satu pertanyaan dengan pilihannya, yang tertinggi di atas."""
    skor = deret.skor(kini, indikator.posisi)
    diambil = catatan.usul if catatan else ""
    dulu = deret.skor(lalu, indikator.posisi)
    kriteria = list(indikator.kriteriaskor_set.all())
    kriteria.sort(key=lambda k: k.skor, reverse=True)
    pilihan = []
    kriteria_lalu = ""
    for satu in kriteria:
        satu_pilihan = {"skor": satu.skor, "kriteria": satu.kriteria}
        pilihan.append(satu_pilihan)
        if satu.skor == dulu:
            kriteria_lalu = satu.kriteria
    if not kriteria:
        pilihan = []
        for skor_ada in reversed(indikator.tersedia):
            pilihan.append({"skor": skor_ada, "kriteria": ""})
    return {
        "indikator": indikator,
        "pilihan": pilihan,
        "rubrik_belum": not kriteria,
        "skor": skor,
        "lalu": dulu,
        "kriteria_lalu": kriteria_lalu,
        "turun": _is_turun(dulu, skor),
        "catatan": catatan.catatan if catatan else "",
        "bukti": bukti,
        "usul": usul,
        "usul_diambil": diambil,
        "usul_berubah": _is_berubah(diambil, usul, skor),
    }


def _is_berubah(diambil: str, usul: Usulan | None, skor: int | None) -> bool:
    """Jawabannya dari register, dan register kini berkata lain."""
    if not diambil or skor is None:
        return False
    return usul is None or usul.dasar != diambil


def _is_turun(dulu: int | None, skor: int | None) -> bool:
    """Penurunan yang harus dijelaskan; yang tidak diketahui tidak turun."""
    if dulu is None or skor is None:
        return False
    return dulu - skor >= deret.TURUN_BERARTI


def _kunci(b: Isi) -> tuple[str, str]:
    """Indeks dan dimensinya; urutan indikatornya sudah menurut keduanya."""
    i: IndikatorIdm = b["indikator"]
    if i.instrumen.is_dimensi:
        return i.dimensi, i.variabel
    return i.get_indeks_display(), i.dimensi


def _kelompok(b: Isi) -> str:
    """Variabel IDM, atau indikator bernomor yang aspeknya ditanyakan."""
    i: IndikatorIdm = b["indikator"]
    if i.nomor:
        return f"{i.nomor}. {i.indikator}"
    if i.instrumen.is_dimensi:
        return ""
    return i.variabel


def _blok(kunci: tuple[str, str], butir: list[Isi]) -> Isi:
    """Satu dimensi; `dapat_disalin` banyak yang dapat disalin dari tahun lalu."""
    indeks, dimensi = kunci
    belum = [b for b in butir if b["skor"] is None]
    variabel = []
    for nama, isi in groupby(butir, key=_kelompok):
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
