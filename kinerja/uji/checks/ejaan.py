"""V11: angka terhadap ejaannya di dalam kurung, “200 (dua ratus) desa”, pada tulisan mana pun."""

from core.angka import ringkas
from documents.uji import Perbandingan, Temuan
from kinerja.aturan.bilangan import ejaan_lain
from kinerja.uji.checks.bacaan import Bacaan

BERBEDA = "Angka dan ejaannya di dalam kurung bukan bilangan yang sama."


def ejaan_kalimat(satu: Bacaan) -> Perbandingan:
    """Tiap angka yang dieja berbeda; yang benar salah satunya, maka disebut menurut ejaannya."""
    for tertulis, dieja in ejaan_lain(satu.teks):
        fakta = satu.fakta("ejaan", tertulis)
        benar = ringkas(dieja)
        yield Temuan("V11", satu.tempat, BERBEDA, tertulis, benar, satu.url, fakta=fakta)
