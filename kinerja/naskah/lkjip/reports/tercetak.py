"""Angka tahun sebelumnya yang tercetak pada LKjIP, dan data yang menghitungnya (ADR 95)."""

from documents.jenis import SemuaTercetak
from kinerja.models import DefinisiTahun, Indikator, Lkjip, PeriodeRenstra
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.tahun.sources import lingkup

INDIKATOR = "indikator"


def tercetak(isi: IsiLkjip) -> SemuaTercetak:
    """Tahun pada tabel beberapa tahun dan ringkasan Renstra, dan dua tahun status desa.

    Sel kosong pada tahun itu juga tercetak; tahun yang seluruhnya kosong tidak. Tahun tiap jenis
    indikator disebut tersendiri, sebab sumber hitungnya menurut jenisnya.
    """
    semua = {(INDIKATOR, tahun) for tahun in isi.renstra.tahun}
    for jenis, tabel in isi.beberapa_tahun.items():
        for tahun in tabel.tahun:
            semua |= {(INDIKATOR, tahun), (jenis, tahun)}
    if isi.idm.deret:
        semua |= {("idm", isi.tahun - satu) for satu in (1, 2)}
    return frozenset(satu for satu in semua if satu[1] < isi.tahun)


def asal_tercetak(lkjip: Lkjip, semua: SemuaTercetak) -> SemuaTercetak:
    """Juga data yang menghitung indikator periodenya, menurut definisi tahun mana pun."""
    milik = PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=lkjip.kabupaten)
    periode = milik.covering(lkjip.tahun)
    kini = Indikator.objects.filter(sasaran__periode__in=periode)
    dahulu = DefinisiTahun.objects.filter(indikator__sasaran__periode__in=periode)
    sumber = {*kini.values_list("jenis", "sumber")}
    sumber |= {*dahulu.values_list("indikator__jenis", "sumber")}
    asal = set(semua)
    for apa, tahun in semua:
        for jenis, satu in sumber:
            if jenis == apa:
                asal |= set(lingkup(satu, tahun))
    return asal
