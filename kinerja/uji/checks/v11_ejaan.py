"""V11: angka terhadap ejaannya di dalam kurung, “200 (dua ratus) desa”, pada tulisan mana pun.

Isi beku naskahnya sendiri dibaca `documents.checks.v11_ejaan`; di sini isian indikator dan sel
dokumen lama, yang tidak tercetak sebagai kalimat naskah.
"""

from collections.abc import Iterator
from typing import Any

from core.bilangan import semua_ejaan
from documents.checks.v11_ejaan import temuan_ejaan
from documents.uji import Perbandingan, kunci_fakta, uji
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import Bacaan, fakta_sel

Tulisan = tuple[str, str, str, str]  # tempat, tulisan, kunci faktanya, alamatnya


def ejaan_kalimat(satu: Bacaan) -> Perbandingan:
    """Tiap angka yang dieja."""
    for ejaan in semua_ejaan(satu.teks):
        fakta = satu.fakta("ejaan", ejaan.tertulis)
        yield temuan_ejaan(ejaan, satu.tempat, fakta=fakta, url=satu.url)


@uji("V11", "angka terhadap ejaannya di dalam kurung, pada isian indikator dan dokumen lama")
def isian(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Yang tidak tercetak sebagai kalimat naskah."""
    for tempat, teks, fakta, url in (*_nilai(kinerja), *_tercetak(kinerja)):
        for ejaan in semua_ejaan(teks):
            yield temuan_ejaan(ejaan, tempat, fakta=fakta, url=url)


def _nilai(kinerja: TahunKinerja) -> Iterator[Tulisan]:
    """Angka tercetak dan penjelasan target serta realisasi tahun itu."""
    for indikator in kinerja.pengukuran.indikator:
        ukuran = kinerja.pengukuran.ukur(indikator)
        for row in filter(None, (ukuran.sasaran_target, ukuran.isian)):
            url = row.get_absolute_url()
            for kolom in ("tercetak", "penjelasan"):
                fakta = kunci_fakta(row, "ejaan", kolom)
                yield str(indikator), getattr(row, kolom), fakta, url


def _tercetak(kinerja: TahunKinerja) -> Iterator[Tulisan]:
    """Sel dokumen lama; kalimatnya dibaca bersama kalimat naskah."""
    for row in kinerja.tercetak:
        if not row.is_kalimat:
            tempat = f"{row.dokumen}, {row.tempat}"
            fakta = fakta_sel(row.dokumen, row.tempat)
            yield tempat, row.tercetak, fakta, row.get_absolute_url()
