"""Halaman definisi tersimpan."""

from core.filters import cari
from core.halaman import READ, Halaman
from kinerja.definisi.views import DefinisiTahunList
from kinerja.models import DefinisiTahun

HALAMAN = (
    Halaman(
        model=DefinisiTahun,
        prefix="definisi-tahun",
        only=READ,
        kolom=("nama", "tahun", "satuan", "arah", "sumber_data"),
        saring=("tahun", ("nama", cari("nama", "Indikator memuat"))),
        related=("indikator__sasaran",),
        custom={"list": DefinisiTahunList},
    ),
)
