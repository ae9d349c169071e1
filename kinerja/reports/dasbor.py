"""Isi dasbor satu kabupaten dan tahun."""

from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan
from kinerja.capaian import DESIMAL
from kinerja.rencana import Terlapor
from kinerja.reports.lkjip import status_idm
from kinerja.reports.tabel_capaian import tabel_beberapa_tahun
from kinerja.tahun.anggaran import Anggaran, Uang
from kinerja.tahun.tahun_kinerja import TahunKinerja


def dasbor(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """`kelompok` ukuran per jenis, `iku` beberapa tahun, `idm`, `rata_iku`, `uang`; angka tanpa bentuk."""
    kinerja = TahunKinerja(kabupaten, tahun)
    pengukuran, idm, rata = kinerja.pengukuran, status_idm(kinerja), kinerja.pengukuran.rata_iku()
    ukuran = {jenis: [pengukuran.ukur(i) for i in pengukuran.jenis(jenis)] for jenis in ("iku", "ikk")}
    return {
        "periode": kinerja.periode,
        "skala": kinerja.periode.skala if kinerja.periode else None,
        "kelompok": [(jenis.upper(), isi) for jenis, isi in ukuran.items()],
        "iku": tabel_beberapa_tahun(pengukuran, "iku"),
        "idm": idm,
        "jumlah_desa": [sum(t["jumlah"].values()) for t in idm["deret"]],
        "rata_iku": None if rata is None else bulatkan(rata, DESIMAL),
        "uang": penyerapan(kinerja),
    }


def penyerapan(kinerja: TahunKinerja) -> dict[str, Any]:
    """Pagu dan realisasi tiap program: setahun bila lengkap, selain itu yang sudah dilaporkan."""
    anggaran, pohon = kinerja.anggaran, kinerja.pohon
    baris = zip(anggaran.baris, pohon.program, strict=True)
    return {
        "baris": [
            {"kode": uang.program.kode, "nama": uang.program.nama, **_serapan(uang, simpul.terlapor)}
            for uang, simpul in baris
        ],
        "sisa": anggaran.sisa,
        "sisa_persen": anggaran.sisa_persen,
        "tanpa_pagu": anggaran.tanpa_pagu,
        **_serapan(anggaran, pohon.terlapor),
    }


def _serapan(uang: Uang | Anggaran, terlapor: Terlapor) -> dict[str, Any]:
    is_lengkap = uang.realisasi is not None
    return {
        "pagu": uang.pagu,
        "realisasi": uang.realisasi if is_lengkap else terlapor.rp,
        "persen": uang.persen if is_lengkap else terlapor.persen,
        "keterangan": terlapor.kalimat,
    }
