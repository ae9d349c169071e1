"""V11: pagu semula, pergeseran dan perubahan dalam kalimat terhadap semua versi DPA tahunnya."""

import re
from decimal import Decimal
from itertools import combinations

from documents.uji import Perbandingan
from kinerja.aturan.angka_kalimat import RUPIAH, AngkaKalimat
from kinerja.aturan.niat import is_niat
from kinerja.aturan.ujaran import MENJADI, PAGU, SELISIH, SEMULA, peran, semua_besaran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.versi_pagu import pagu_versi
from kinerja.uji.checks.subjek_lain import SubjekUang
from kinerja.uji.checks.ucapan import Ucapan

VERSI = re.compile(
    r"\b(?:pergeseran|perubahan|berubah|refocusing|rasionalisasi|murni|penyesuaian|disesuaikan"
    r"|semula)\b",
    re.IGNORECASE,
)
_USUL = re.compile(
    r"\b(?:usul\w*|diusulkan|kebutuhan|indikatif|renja|rka|rkpd|kua|ppas)\b", re.IGNORECASE
)
KINI = "yang berlaku"
Versi = list[tuple[str, Decimal]]  # sebutan dan pagunya, urut terbitnya


def versi_kalimat(ucapan: Ucapan, kinerja: TahunKinerja) -> Perbandingan:
    """Rupiah pagu pada kalimat tentang perubahan anggaran; yang bukan pagu tidak dibandingkan."""
    milik = [satu for satu in ucapan.subjek if isinstance(satu, SubjekUang)]
    is_versi = VERSI.search(ucapan.teks) is not None
    if len(milik) != 1 or not is_versi or _USUL.search(ucapan.teks):
        return
    for satu in ucapan.ujaran.angka:
        if _is_pagu(satu, ucapan):
            yield from _satu(satu, ucapan, milik[0], kinerja)


def _is_pagu(satu: AngkaKalimat, ucapan: Ucapan) -> bool:
    """Rupiah yang dikatakan sebagai pagu tahun laporannya."""
    sebelum = ucapan.ujaran.di_depan(satu)
    is_semasa = ucapan.tahun_angka(satu) == [ucapan.tahun]
    is_disebut = set(semua_besaran(sebelum)) <= {PAGU}
    return satu.satuan == RUPIAH and is_semasa and is_disebut and not is_niat(sebelum)


def _satu(
    satu: AngkaKalimat,
    ucapan: Ucapan,
    milik: SubjekUang,
    kinerja: TahunKinerja,
) -> Perbandingan:
    """Salah satu versinya, atau selisih dua versi; semulanya hanya bila versi lamanya diketahui."""
    versi = dikenal(milik, kinerja)
    kedudukan = peran(satu, ucapan.ujaran)
    is_kini = kedudukan == MENJADI and "pergeseran" not in ucapan.teks.lower()
    if not versi or (len(versi) == 1 and not is_kini):
        return
    pagu = [nilai for _, nilai in versi]
    pesan = f"Pagu {milik.nama} tidak demikian pada versi DPA tahun {ucapan.tahun} mana pun."
    if kedudukan == SELISIH:
        pagu = _selisih(pagu)
        pesan = f"Tidak ada dua versi DPA tahun {ucapan.tahun} yang selisih pagunya demikian."
    if satu.is_sama(pagu):
        yield None
        return
    tertulis = _tertulis(satu, kedudukan)
    benar = "; ".join(f"{sebutan} {milik.tulisan(PAGU, nilai)}" for sebutan, nilai in versi)
    yield ucapan.temuan(f"pagu {satu.tulisan}", pesan, tertulis, benar)


def _selisih(pagu: list[Decimal]) -> list[Decimal]:
    """Antara tiap dua versi."""
    hasil: list[Decimal] = []
    for satu, lain in combinations(pagu, 2):
        hasil.append(abs(satu - lain))
    return hasil


def _tertulis(satu: AngkaKalimat, kedudukan: str) -> str:
    """Seperti pada temuan gerak: “menjadi Rp …”."""
    if kedudukan in (SEMULA, MENJADI):
        return f"{kedudukan} {satu.cetak}"
    return satu.cetak


def dikenal(milik: SubjekUang, kinerja: TahunKinerja) -> Versi:
    """Pagu pokoknya pada tiap versi yang tercatat, lalu yang berlaku; yang sama sekali saja."""
    kunci = ("versi pagu", milik.kode)
    if kunci not in kinerja.ingatan:
        semua = pagu_versi(kinerja.dinas, kinerja.tahun, kinerja.pohon, milik.kode)
        kini = milik.nilai(PAGU, kinerja.tahun)
        if kini is not None and kini not in [pagu for _, pagu in semua]:
            semua.append((KINI, kini))
        kinerja.ingatan[kunci] = semua
    tersusun: Versi = kinerja.ingatan[kunci]
    return tersusun
