"""Angka tahun sebelumnya yang tercetak pada LKjIP, dan data yang menghitungnya (ADR 95)."""

from documents.jenis import SemuaTercetak
from kinerja.models import DefinisiTahun, Indikator, Lkjip, PeriodeRenstra
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.tahun.sources import lingkup

INDIKATOR = "indikator"


def tercetak(isi: IsiLkjip) -> SemuaTercetak:
    """Tahun pada tabel beberapa tahun dan ringkasan Renstra, dan dua tahun status desa.

    Sel kosong pada tahun itu juga tercetak; tahun yang seluruhnya kosong tidak. Kembaliannya
    pasangan lingkup dan tahun sebelum tahun laporannya. Tahun tiap jenis indikator disebut juga
    tersendiri (`iku`, `ikk`), sebab sumber hitungnya menurut jenisnya.
    """
    semua = [(INDIKATOR, tahun) for tahun in isi.renstra.tahun]
    for jenis, tabel in isi.beberapa_tahun.items():
        for tahun in tabel.tahun:
            semua.append((INDIKATOR, tahun))
            semua.append((jenis, tahun))
    if isi.idm.deret:
        semua += [("idm", isi.tahun - 1), ("idm", isi.tahun - 2)]
    return frozenset(satu for satu in semua if satu[1] < isi.tahun)


def asal_tercetak(lkjip: Lkjip, semua: SemuaTercetak) -> SemuaTercetak:
    """`semua` dari `tercetak`, dan data yang menghitung indikator periodenya.

    Sumbernya menurut definisi kini dan yang tersimpan bagi tahun mana pun: yang pernah dipakai
    menghitung angka tercetak tetap ikut walau definisinya kelak berganti.
    """
    milik = PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=lkjip.kabupaten)
    periode = milik.covering(lkjip.tahun)
    indikator = Indikator.objects.filter(sasaran__periode__in=periode)
    dahulu = DefinisiTahun.objects.filter(indikator__in=indikator)
    sumber = {
        *indikator.values_list("jenis", "sumber"),
        *dahulu.values_list("indikator__jenis", "sumber"),
    }
    asal = set(semua)
    for apa, tahun in semua:
        for jenis, satu in sumber:
            if jenis == apa:
                asal |= set(lingkup(satu, tahun))
    return asal
