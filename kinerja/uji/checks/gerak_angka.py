"""V11: besar gerak dalam kalimat, dan angka semula serta sesudahnya."""

from decimal import Decimal

from core.angka import bulatkan
from documents.uji import Perbandingan
from kinerja.aturan.angka_kalimat import PERSEN, AngkaKalimat
from kinerja.aturan.capaian import bagian_persen
from kinerja.aturan.klaim import Gerak
from kinerja.aturan.niat import is_niat
from kinerja.aturan.ujaran import MENJADI, SELISIH, SEMULA, peran
from kinerja.uji.checks import subjek as s
from kinerja.uji.checks.ucapan import Ucapan

Nilai = tuple[Decimal, Decimal]  # sebelum dan sesudah
Pasangan = list[tuple[int, int]]
KALI = "kali"


def kedua_nilai(satu: s.Subjek, nama: str, pasangan: Pasangan) -> Nilai | None:
    """Kedua angkanya; `None` bila salah satunya tidak diketahui atau besarannya lain."""
    for lalu, kini in pasangan:
        sebelum = satu.nilai(nama, lalu)
        sesudah = satu.nilai(nama, kini)
        if sebelum is None or sesudah is None:
            continue
        if satu.is_sebanding(lalu, kini):
            return sebelum, sesudah
    return None


def arah_angka(nilai: Nilai) -> int:
    """1 naik, -1 turun, 0 tetap."""
    sebelum, sesudah = nilai
    return (sesudah > sebelum) - (sesudah < sebelum)


def tulisan_gerak(satu: s.Subjek, nama: str, nilai: Nilai) -> str:
    sebelum, sesudah = nilai
    semula = satu.tulisan(nama, sebelum)
    kini = satu.tulisan(nama, sesudah)
    return f"{semula} menjadi {kini}"


def angka_gerak(
    ucapan: Ucapan,
    satu: s.Subjek,
    nama: str,
    dikatakan: Gerak | None,
) -> Perbandingan:
    """Besar geraknya, dan angka semula serta sesudahnya."""
    for angka in ucapan.ujaran.angka:
        kedudukan = peran(angka, ucapan.ujaran)
        if is_niat(ucapan.ujaran.di_depan(angka)):
            continue
        if kedudukan == SELISIH and dikatakan:
            yield from _selisih(ucapan, satu, nama, angka)
        elif kedudukan in (SEMULA, MENJADI):
            yield from _ujung(ucapan, satu, nama, angka, kedudukan)


def _selisih(
    ucapan: Ucapan,
    satu: s.Subjek,
    nama: str,
    angka: AngkaKalimat,
) -> Perbandingan:
    """Dari angka persis atau dari tulisannya; persen boleh selisih poinnya atau dari semula."""
    nilai = kedua_nilai(satu, nama, ucapan.pasangan)
    if nilai is None:
        return
    tercetak = _bulat(satu, nama, nilai)
    semua = _besar(angka, nilai)
    semua += _besar(angka, tercetak)
    if not semua:
        return
    if angka.is_sama(semua):
        yield None
        return
    pesan = f"Besar naik atau turunnya {satu.nama} bukan itu."
    benar = tulisan_gerak(satu, nama, nilai)
    yield ucapan.temuan(f"selisih {angka.cetak}", pesan, angka.cetak, benar)


def _bulat(satu: s.Subjek, nama: str, nilai: Nilai) -> Nilai:
    desimal = satu.desimal(nama)
    sebelum, sesudah = nilai
    return bulatkan(sebelum, desimal), bulatkan(sesudah, desimal)


def _besar(angka: AngkaKalimat, nilai: Nilai) -> list[Decimal]:
    """Besar gerak yang boleh ditulis."""
    sebelum, sesudah = nilai
    if angka.satuan == KALI:
        return kelipatan(sebelum, sesudah)
    selisih = abs(sesudah - sebelum)
    nisbi = bagian_persen(selisih, sebelum)
    if angka.satuan == PERSEN and nisbi is not None:
        return [selisih, nisbi]
    return [selisih]


def kelipatan(sebelum: Decimal, sesudah: Decimal) -> list[Decimal]:
    """Yang besar dibagi yang kecil; kosong bila dari atau menjadi nol."""
    kecil = min(sebelum, sesudah)
    besar = max(sebelum, sesudah)
    if not kecil:
        return []
    return [besar / kecil]


def _ujung(
    ucapan: Ucapan,
    satu: s.Subjek,
    nama: str,
    angka: AngkaKalimat,
    kedudukan: str,
) -> Perbandingan:
    """Semulanya pada tahun lalu, menjadinya pada tahun kini; satuannya milik besaran itu."""
    tahun = ucapan.tahun_angka(angka)
    is_melekat = len(tahun) == 1 and tahun != [ucapan.tahun]
    if not is_melekat:
        letak = 0 if kedudukan == SEMULA else 1
        tahun = [kedua[letak] for kedua in ucapan.pasangan]
    sejenis = _sejenis(satu, angka, nama)
    diketahui = satu.diketahui(sejenis, tahun)
    if not diketahui:
        return
    if angka.is_sama(nilai for _, _, nilai in diketahui):
        yield None
        return
    lain, masa, nilai = diketahui[0]
    pesan = f"{lain.capitalize()} {satu.nama} tahun {masa} bukan itu."
    yang = f"{kedudukan} {angka.tulisan}"
    tertulis = f"{kedudukan} {angka.cetak}"
    benar = satu.tulisan(lain, nilai)
    yield ucapan.temuan(yang, pesan, tertulis, benar)


def _sejenis(satu: s.Subjek, angka: AngkaKalimat, nama: str) -> list[str]:
    """Besaran yang bergerak, atau besaran lain yang satuannya satuan angka itu."""
    boleh = []
    for lain in satu.boleh(angka, nama):
        if lain == nama or nama == s.BANYAK or lain not in (s.AKHIR, s.BAGIAN):
            boleh.append(lain)
    if nama in boleh:
        return [nama]
    if not boleh and angka.satuan == "":
        return [nama]
    return boleh[:1]
