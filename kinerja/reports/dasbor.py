"""Isi dasbor satu kabupaten dan tahun."""

from typing import Any

from accounts.models import Kabupaten
from kinerja.reports.lkjip import keuangan, status_idm
from kinerja.reports.rujukan import bahan
from kinerja.reports.tabel_capaian import tabel_beberapa_tahun


def dasbor(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """`ukuran` per jenis, `beberapa_tahun` IKU, `idm`, `keuangan`; angka tanpa bentuk."""
    b = bahan(kabupaten, tahun)
    idm = status_idm(b)
    return {
        "periode": b.pengukuran.periode,
        "skala": b.pengukuran.periode.skala if b.pengukuran.periode else None,
        "kelompok": [
            (jenis.upper(), [b.pengukuran.ukur(i) for i in b.pengukuran.jenis(jenis)]) for jenis in ("iku", "ikk")
        ],
        "iku": tabel_beberapa_tahun(b, "iku"),
        "idm": idm,
        "jumlah_desa": [sum(t["jumlah"].values()) for t in idm["deret"]],
        "keuangan": keuangan(b),
    }
