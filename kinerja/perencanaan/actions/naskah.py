"""Menyiapkan draf naskah perencanaan setahun."""

import datetime
from typing import Any

from accounts.models import Kabupaten, Pejabat
from core import audit, door
from core.audit import Refused
from documents.models import Naskah
from kinerja.models import NaskahKinerja, PerjanjianKinerja

SemuaNaskah = list[Naskah]
DISIAPKAN = "Draf disiapkan saat tahun dibuka."
JENIS = (NaskahKinerja.JenisKinerja.IKU, NaskahKinerja.JenisKinerja.RENCANA_AKSI)
TANPA_PEJABAT = (
    "Kepala dinas atau kepala daerah yang menjabat pada awal {tahun} belum dicatat, "
    "sehingga Perjanjian Kinerja belum dapat disiapkan."
)


def draft_naskah(*, kabupaten: Kabupaten, tahun: int, by: Any) -> SemuaNaskah:
    """Draf Perjanjian Kinerja kepala dinas, IKU dan Rencana Aksi yang belum ada.

    `Refused` bila pihak perjanjiannya belum dicatat.
    """
    with audit.locked(kabupaten.kode):
        baru = [*_perjanjian(kabupaten, tahun), *_naskah(kabupaten, tahun)]
        for naskah in baru:
            door.save(naskah, by=by, note=DISIAPKAN)
    return baru


def _perjanjian(kabupaten: Kabupaten, tahun: int) -> SemuaNaskah:
    """Kepala dinas kepada kepala daerah."""
    tingkat = PerjanjianKinerja.TingkatJabatan.ESELON_II
    milik = {"kabupaten": kabupaten, "tahun": tahun, "tingkat": tingkat}
    if PerjanjianKinerja.objects.filter(**milik).exists():
        return []
    awal = datetime.date(tahun, 1, 31)
    semua = Pejabat.objects.filter(perangkat_daerah__kabupaten=kabupaten)
    pertama = semua.head_of(kabupaten.dinas, awal)
    kedua = semua.filter(is_kepala_daerah=True).on(awal).order_by("-mulai").first()
    if pertama is None or kedua is None:
        raise Refused(TANPA_PEJABAT.format(tahun=tahun))
    return [PerjanjianKinerja(**milik, pihak_pertama=pertama, pihak_kedua=kedua)]


def _naskah(kabupaten: Kabupaten, tahun: int) -> SemuaNaskah:
    """IKU dan Rencana Aksi seluruh dinas."""
    milik = NaskahKinerja.objects.filter(
        kabupaten=kabupaten,
        tahun=tahun,
        bidang=None,
    )
    ada = set(milik.values_list("jenis", flat=True))
    return [
        NaskahKinerja(kabupaten=kabupaten, tahun=tahun, jenis=jenis)
        for jenis in JENIS
        if jenis not in ada
    ]
