"""Isi dasbor satu kabupaten dan tahun."""

from typing import Any

from accounts.models import Kabupaten
from kinerja.reports.lkjip import keuangan, status_idm
from kinerja.reports.tabel_capaian import tabel_beberapa_tahun
from kinerja.tahun.tahun_kinerja import TahunKinerja


def dasbor(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """`kelompok` ukuran per jenis, `iku` beberapa tahun, `idm`, `keuangan`, `terlapor`; angka tanpa bentuk."""
    kinerja = TahunKinerja(kabupaten, tahun)
    pengukuran, idm = kinerja.pengukuran, status_idm(kinerja)
    ukuran = {jenis: [pengukuran.ukur(i) for i in pengukuran.jenis(jenis)] for jenis in ("iku", "ikk")}
    return {
        "periode": kinerja.periode,
        "skala": kinerja.periode.skala if kinerja.periode else None,
        "kelompok": [(jenis.upper(), isi) for jenis, isi in ukuran.items()],
        "iku": tabel_beberapa_tahun(pengukuran, "iku"),
        "idm": idm,
        "jumlah_desa": [sum(t["jumlah"].values()) for t in idm["deret"]],
        "keuangan": keuangan(kinerja),
        "terlapor": kinerja.pohon.terlapor,
    }
