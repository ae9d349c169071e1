"""Pihak yang diusulkan menurut tingkat, bidang dan tanggalnya; orang tetap dapat memilih lain."""

import datetime

from django.utils import timezone

from accounts.models import Bidang, Pejabat, PerangkatDaerah
from kinerja.models import PerjanjianKinerja

Tingkat = PerjanjianKinerja.TingkatJabatan
Pihak = dict[str, Pejabat]
PEMIMPIN = ("kepala", "sekretaris")


def usul_pihak(pk: PerjanjianKinerja) -> Pihak:
    """Yang dapat ditunjuk tanpa ragu; yang meragukan tidak diusulkan."""
    kantor = pk.perangkat
    tanggal = pk.tanggal or timezone.localdate()
    kepala = Pejabat.objects.head_of(kantor, tanggal)
    if pk.tingkat == Tingkat.ESELON_II:
        return _pasangan(kepala, _kepala_daerah(pk, tanggal))
    pemimpin = _pemimpin(pk.bidang, kantor, tanggal)
    if pk.tingkat == Tingkat.ESELON_III:
        return _pasangan(pemimpin, kepala)
    return _pasangan(None, pemimpin)


def _pasangan(pertama: Pejabat | None, kedua: Pejabat | None) -> Pihak:
    """Hanya yang ditemukan."""
    pihak = {"pihak_pertama": pertama, "pihak_kedua": kedua}
    hasil = {}
    for nama, pejabat in pihak.items():
        if pejabat is not None:
            hasil[nama] = pejabat
    return hasil


def _kepala_daerah(pk: PerjanjianKinerja, tanggal: datetime.date) -> Pejabat | None:
    """Di kantor mana pun ia dicatat."""
    sekabupaten = Pejabat.objects.filter(perangkat_daerah__kabupaten=pk.kabupaten)
    menjabat = sekabupaten.filter(is_kepala_daerah=True).on(tanggal)
    kepala: Pejabat | None = menjabat.order_by("-mulai").first()
    return kepala


def _pemimpin(
    bidang: Bidang | None,
    kantor: PerangkatDaerah,
    tanggal: datetime.date,
) -> Pejabat | None:
    """Satu-satunya kepala atau sekretaris yang jabatannya menyebut bidang itu."""
    if bidang is None:
        return None
    orang = Pejabat.objects.filter(perangkat_daerah=kantor, is_kepala=False).on(tanggal)
    cocok = [satu for satu in orang if _is_memimpin(satu, bidang)]
    if len(cocok) == 1:
        return cocok[0]
    return None


def _is_memimpin(pejabat: Pejabat, bidang: Bidang) -> bool:
    """“Sekretaris …” memimpin “Sekretariat”; “Kepala Bidang X” memimpin “Bidang X”."""
    jabatan = pejabat.jabatan.lower()
    nama = bidang.nama.lower().replace("sekretariat", "sekretaris")
    return jabatan.startswith(PEMIMPIN) and nama in jabatan
