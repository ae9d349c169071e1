"""Pokok yang disebut satu kalimat, dan letaknya: indikator, kelompok IKU, status desa, uang."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from idm.scoring import Status
from kinerja.aturan.kalimat_status import SEMUA_STATUS, is_seluruhnya, sebutan_status
from kinerja.aturan.kalimat_uang import SEBUT_UANG, is_seluruh_anggaran
from kinerja.aturan.sebutan import (
    DINAS,
    Kelompok,
    kata,
    kata_khas,
    lingkup,
    nama_pendek,
    rata,
    sebutan_kelompok,
)
from kinerja.models import Indikator
from kinerja.tahun.rujukan import is_tentang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import Bacaan
from kinerja.uji.checks.subjek import Sebut, Subjek, SubjekIndikator, SubjekKelompok
from kinerja.uji.checks.subjek_lain import SubjekStatus, SubjekUang, SubjekWilayah

SELURUHNYA = ""  # kode pokok uang seluruh dinas
TUTUP = "§"  # sepanjang sebutannya, supaya “Peningkatan …” pada nama tidak dibaca
_WILAYAH = re.compile(
    r"\b(?:terdiri\s+(?:dari|atas)|terdapat|memiliki|mempunyai|terbagi\s+(?:atas|dalam|menjadi)"
    r"|meliputi|membawahi|mencakup)\b[^;]*?\b(?:desa|kecamatan|kelurahan)\b"
    r"|\bjumlah\s+(?:seluruh\s+)?desa(?!\s+(?:yang|penerima|binaan|sasaran|lokasi|lokus|peserta))",
    re.IGNORECASE,
)
_TERBATAS = re.compile(
    r"\b\d[\d.]*\s+(?:desa|kecamatan|kelurahan)\s+"
    r"(?!(?:dan|serta|pada|di|dengan\s+jumlah)\b)[a-z]",
    re.IGNORECASE,
)
_TRIWULAN = re.compile(
    r"\b(?P<sampai>(?:sampai(?:\s+dengan)?|hingga|s\.?d\.?|akhir)\s+)?(?:triwulan|tw)\.?\s*"
    r"(?:ke[\s-]?)?(?P<nomor>iv|i{1,3}|[1-4]|pertama|kedua|ketiga|keempat)\b",
    re.IGNORECASE,
)
_NOMOR = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "pertama": 1,
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
}
_DINAS = re.compile(r"\b(?:dinas|dpmd)\b", re.IGNORECASE)  # uraian baris: selain itu miliknya
_TINGKAT_DAERAH = re.compile(r"\s+(?:kabupaten/kota|kabupaten|kota|provinsi)$")
_SINGKATAN = {
    "IKU": r"(?:iku|indikator\s+kinerja\s+utama)",
    "IKK": r"(?:ikk|indikator\s+kinerja\s+kunci)",
}
_TANPA_NAMA = ("iku", "ikk")  # sebutan kelompok menurut jenisnya saja

SemuaSebut = list[Sebut]
Dikenal = list[tuple[SubjekIndikator, re.Pattern[str]]]


def sebutan_indikator(kalimat: str, kinerja: TahunKinerja) -> SemuaSebut:
    """Nama lengkap, nomor, atau nama pendek; yang termuat dalam sebutan lain bukan sebutannya."""
    semua: SemuaSebut = []
    for subjek, pola in _dikenal(kinerja):
        for cocok in pola.finditer(kalimat):
            semua.append(Sebut(subjek, *cocok.span()))
    return [satu for satu in semua if not _is_termuat(satu, semua)]


def _dikenal(kinerja: TahunKinerja) -> Dikenal:
    """Tiap indikator dengan polanya, disusun sekali setahun."""
    if "indikator" not in kinerja.ingatan:
        semua = []
        for indikator in kinerja.pengukuran.indikator:
            jenis = indikator.get_jenis_display()
            pola = _pola(indikator.nama, jenis, indikator.nomor, indikator.nomor_cetak)
            subjek = SubjekIndikator(kinerja, indikator)
            semua.append((subjek, pola))
        kinerja.ingatan["indikator"] = semua
    dikenal: Dikenal = kinerja.ingatan["indikator"]
    return dikenal


def _is_termuat(satu: Sebut, semua: SemuaSebut) -> bool:
    """Ada sebutan lain yang lebih panjang dan melingkupinya."""
    for lain in semua:
        is_di_dalam = lain.awal <= satu.awal and satu.akhir <= lain.akhir
        if is_di_dalam and lain.panjang > satu.panjang:
            return True
    return False


@lru_cache(maxsize=512)
def _pola(
    nama: str,
    jenis: str,
    nomor: int,
    nomor_cetak: str,
) -> re.Pattern[str]:
    """“IKU 1”, “IKU nomor 1” atau nomor cetaknya (“IKU 1.2” bukan IKU 1), dan namanya."""
    tercetak = re.escape(nomor_cetak)
    singkatan = _SINGKATAN.get(jenis, jenis)
    bernomor = (
        rf"\b{singkatan}(?:\s+(?:nomor|ke|no\.?))?[\s-]*(?:{nomor}|{tercetak})"
        r"\b(?!\.\d|,\d|\s*(?:%|persen\b))"
    )
    bernama = {rata(nama), *nama_pendek(nama)}
    terpanjang = sorted(bernama, key=len, reverse=True)
    semua = [_berjarak(satu) for satu in terpanjang]
    semua.append(bernomor)
    return re.compile("|".join(semua), re.IGNORECASE)


def _berjarak(nama: str) -> str:
    """Kata utuh dengan jarak antarkata yang bebas."""
    kata_nama = map(re.escape, nama.split())
    bebas = r"\s+".join(kata_nama)
    return rf"\b{bebas}\b"


def tertutup(kalimat: str, semua: Iterable[Sebut]) -> str:
    """Kalimatnya dengan tiap sebutan indikator tertutup, letak yang lain tetap."""
    hasil = kalimat
    for satu in semua:
        sebelum = hasil[: satu.awal]
        sesudah = hasil[satu.akhir :]
        tutup = TUTUP * satu.panjang
        hasil = f"{sebelum}{tutup}{sesudah}"
    return hasil


def sekalimat(satu: Bacaan, kalimat: str, kinerja: TahunKinerja) -> list[Subjek]:
    """Indikator yang dirujuk angkanya, atau yang semua kata khasnya ada."""
    dikenal = kinerja.pengukuran.indikator
    dirujuk = [i for i in dikenal if _is_indikator_dirujuk(satu, i)]
    if not dirujuk:
        dirujuk = _berkata_khas(kalimat, dikenal)
    return [SubjekIndikator(kinerja, i) for i in dirujuk]


def _is_indikator_dirujuk(satu: Bacaan, indikator: Indikator) -> bool:
    """Kalimatnya berisi rujukan angka indikator itu."""
    return any(is_tentang(kunci, indikator) for kunci in satu.rujukan)


def _berkata_khas(kalimat: str, dikenal: Iterable[Indikator]) -> list[Indikator]:
    """Yang kata khasnya termuat dalam kata khas indikator lain bukan pokoknya."""
    semua = kata(kalimat)
    ada = {}
    for indikator in dikenal:
        khas = kata_khas(indikator.nama)
        if khas and khas <= semua:
            ada[indikator] = khas
    hasil = []
    for indikator, khas in ada.items():
        is_termuat = any(khas < lain for lain in ada.values())
        if not is_termuat:
            hasil.append(indikator)
    return hasil


def sebutan_lain(kalimat: str, kinerja: TahunKinerja, satu: Bacaan) -> Iterator[Sebut]:
    """Kelompok indikator, status desa, wilayah dan uang; `kalimat` sudah tertutup."""
    yield from kelompok(kalimat, kinerja)
    yield from _status(kalimat, kinerja)
    yield from _uang(kalimat, kinerja, satu)


def _is_milik(satu: Kelompok, kalimat: str) -> bool:
    """“Kinerja IKU 1” milik indikatornya, bukan kinerja dinas."""
    _, _, akhir, sebutan = satu
    if sebutan != DINAS:
        return False
    sesudah = kalimat[akhir:]
    return sesudah.lstrip().startswith(TUTUP)


def kelompok(kalimat: str, kinerja: TahunKinerja) -> Iterator[Sebut]:
    """“Seluruh IKK”, “IKU”, “kinerja dinas”; IKU yang hanya satu adalah indikator itu sendiri."""
    tersebut = [satu for satu in sebutan_kelompok(kalimat) if not _is_milik(satu, kalimat)]
    for jenis, awal, akhir, sebutan in tersebut:
        bagian = lingkup(kalimat[:awal])
        nama = sebutan
        if sebutan in _TANPA_NAMA:
            nama = ""
        subjek: Subjek = SubjekKelompok(kinerja, jenis, bagian, nama)
        anggota = []
        if len(jenis) == 1:
            anggota = kinerja.pengukuran.jenis(jenis[0])
        if len(anggota) == 1 and not bagian and not nama:
            subjek = SubjekIndikator(kinerja, anggota[0])
        yield Sebut(subjek, awal, akhir)


def _status(kalimat: str, kinerja: TahunKinerja) -> Iterator[Sebut]:
    """Status seluruh daerahnya, dan banyak desa atau kecamatannya."""
    if is_seluruhnya(kalimat):
        for status, awal, akhir in sebutan_status(kalimat):
            dikenal = tuple(map(Status, status))
            subjek = SubjekStatus(kinerja, dikenal)
            yield Sebut(subjek, awal, akhir)
    if SEMUA_STATUS.search(kalimat) or _TERBATAS.search(kalimat):
        return
    cocok = _WILAYAH.search(kalimat)
    if cocok and TUTUP not in kalimat:
        for pokok in (
            SubjekStatus(kinerja, ()),
            SubjekWilayah(kinerja, "kecamatan"),
            SubjekWilayah(kinerja, "kelurahan"),
        ):
            yield Sebut(pokok, cocok.start(), cocok.end())


def _uang(kalimat: str, kinerja: TahunKinerja, satu: Bacaan) -> Iterator[Sebut]:
    """Program yang disebut, atau anggaran seluruh dinas."""
    kode = pokok_uang(satu, kinerja)
    if kode is None:
        return
    triwulan = _TRIWULAN.search(kalimat)
    nomor = None
    is_sampai = False
    if triwulan:
        tulisan = triwulan["nomor"].lower()
        nomor = _NOMOR.get(tulisan) or int(tulisan)
        is_sampai = triwulan["sampai"] is not None
    subjek = SubjekUang(kinerja, kode, nomor, is_sampai)
    ada = list(SEBUT_UANG.finditer(kalimat))
    for cocok in ada:
        yield Sebut(subjek, *cocok.span())
    if not ada and kode:
        yield Sebut(subjek, 0, 0)


def pokok_uang(satu: Bacaan, kinerja: TahunKinerja) -> str | None:
    """Kode program, `SELURUHNYA`, atau `None` bila tidak pasti."""
    kalimat = rata(satu.teks)
    program = [uang.program for uang in kinerja.anggaran.baris]
    kata_kalimat = kalimat.replace(",", " ").split()
    bernama = {p.kode for p in program if _tanpa_daerah(p.nama) in kalimat}
    berkode = {p.kode for p in program if p.kode in kata_kalimat}
    dirujuk = {p.kode for p in program if _is_dirujuk(satu, p.kode)}
    kode = bernama | berkode | dirujuk
    if len(kode) == 1:
        return kode.pop()
    if kode:
        return None
    kabupaten = str(kinerja.kabupaten)
    if _is_milik_baris(satu) or not is_seluruh_anggaran(satu.teks, kinerja.dinas.nama, kabupaten):
        return None
    return SELURUHNYA


def _is_milik_baris(satu: Bacaan) -> bool:
    """Uang pada uraian satu baris, kecuali dinasnya disebut."""
    return satu.simpul is not None and not _DINAS.search(satu.teks)


def _tanpa_daerah(program: str) -> str:
    """“… Urusan Pemerintahan Daerah Kabupaten/Kota” ditulis orang tanpa dua kata terakhirnya."""
    return _TINGKAT_DAERAH.sub("", rata(program))


def _is_dirujuk(satu: Bacaan, program: str) -> bool:
    """Kalimatnya berisi rujukan angka program itu."""
    awal = f"program.{program}."
    return any(kunci.startswith(awal) for kunci in satu.rujukan)
