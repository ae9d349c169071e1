"""Perjanjian kinerja kepala dinas yang sudah sah pada tahun itu, untuk dilampirkan."""

from typing import Any

from documents.printing import isi_naskah
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.lkjip.isi.perjanjian import PerjanjianSah
from kinerja.tahun.tahun_kinerja import TahunKinerja


def perjanjian_sah(kinerja: TahunKinerja) -> PerjanjianSah | None:
    """Menurut isi bekunya; `None` bila belum ada yang sah."""
    sah = PerjanjianKinerja.objects.sah_dinas(kinerja.kabupaten, kinerja.tahun)
    terakhir: Any = sah.last()
    if terakhir is None:
        return None
    isi = isi_naskah(terakhir)
    return PerjanjianSah(
        judul=isi.judul,
        nomor=isi.nomor,
        tanggal=isi.tanggal,
        kode=terakhir.pengesahan.kode,
        pertama=isi.pertama,
        kedua=isi.kedua,
        sasaran=isi.sasaran,
        sebutan=isi.sebutan,
        anggaran=isi.anggaran,
    )
