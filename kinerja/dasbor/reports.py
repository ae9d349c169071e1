"""Isi dasbor satu kabupaten dan tahun."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan
from kinerja.aturan.capaian import DESIMAL
from kinerja.aturan.terlapor import Terlapor
from kinerja.naskah.lkjip.reports.lkjip import status_idm
from kinerja.naskah.lkjip.reports.tabel_capaian import tabel_beberapa_tahun
from kinerja.tahun.anggaran import Anggaran, Uang
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

Isi = dict[str, Any]  # menurut nama bagiannya


@dataclass(frozen=True, slots=True, kw_only=True)
class SerapanProgram:
    """Pagu, realisasi (rupiah) dan penyerapan (persen) satu program, dengan kelengkapannya."""

    kode: str
    nama: str
    pagu: Decimal | None
    realisasi: Decimal | None
    persen: Decimal | None
    keterangan: str


def dasbor(kabupaten: Kabupaten, tahun: int) -> Isi:
    """`kelompok` ukuran, `iku` beberapa tahun, `idm`, `rata_iku`, `uang`; angka tanpa bentuk."""
    kinerja = TahunKinerja(kabupaten, tahun)
    pengukuran = kinerja.pengukuran
    idm = status_idm(kinerja)
    rata = pengukuran.rata_iku()
    kelompok = (("IKU", "iku"), ("IKK", "ikk"))
    return {
        "periode": kinerja.periode,
        "skala": pengukuran.renstra.skala_tahun,
        "kelompok": [(nama, _ukuran(pengukuran, jenis)) for nama, jenis in kelompok],
        "iku": tabel_beberapa_tahun(pengukuran, "iku"),
        "idm": idm,
        "rata_iku": None if rata.rasio is None else bulatkan(rata.rasio, DESIMAL),
        "rata_kalimat": rata.kalimat,
        "uang": penyerapan(kinerja),
    }


def _ukuran(pengukuran: Pengukuran, jenis: str) -> list[Ukuran]:
    """Ukuran tiap indikator satu jenis."""
    return [pengukuran.ukur(indikator) for indikator in pengukuran.jenis(jenis)]


def penyerapan(kinerja: TahunKinerja) -> Isi:
    """Pagu dan realisasi tiap program: setahun bila lengkap, selain itu yang sudah dilaporkan."""
    anggaran = kinerja.anggaran
    pohon = kinerja.pohon
    baris = zip(anggaran.baris, pohon.program, strict=True)
    return {
        "baris": [_program(uang, simpul) for uang, simpul in baris],
        "sisa": anggaran.sisa,
        "sisa_persen": anggaran.sisa_persen,
        "tanpa_pagu": anggaran.tanpa_pagu,
        **_serapan(anggaran, pohon.terlapor),
    }


def _program(uang: Uang, simpul: Simpul) -> SerapanProgram:
    """Baris penyerapan satu program."""
    program = uang.program
    serapan = _serapan(uang, simpul.terlapor)
    return SerapanProgram(kode=program.kode, nama=program.nama, **serapan)


def _serapan(uang: Uang | Anggaran, terlapor: Terlapor) -> Isi:
    """Setahun bila lengkap, selain itu yang sudah dilaporkan."""
    is_lengkap = uang.realisasi is not None
    return {
        "pagu": uang.pagu,
        "realisasi": uang.realisasi if is_lengkap else terlapor.rp,
        "persen": uang.persen if is_lengkap else terlapor.persen,
        "keterangan": terlapor.kalimat,
    }
