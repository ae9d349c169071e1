"""Indikator yang dibicarakan sebuah kalimat: dirujuk, disebut, atau disebut pendek."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from kinerja.aturan.kalimat_status import status_pokok
from kinerja.aturan.kalimat_uang import is_seluruh_anggaran
from kinerja.aturan.sebutan import is_semua_iku, kata, kata_khas, nama_pendek, rata
from kinerja.models import Indikator
from kinerja.tahun.rujukan import is_tentang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import Bacaan

_SAMBUNGAN = re.compile(r"^(?:realisasi|capaian|target|hasil|nilai|angka|jumlah)nya\b", re.I)
Pokok = list[Indikator]  # kosong tidak diketahui; lebih dari satu tidak pasti
SELURUHNYA = ""  # kode pokok uang seluruh dinas
Cara = Callable[[Bacaan, Indikator], str]  # tulisan yang menyebutnya; kosong bila tidak disebut


def berpokok(
    semua: Iterable[Bacaan], indikator: Iterable[Indikator]
) -> Iterator[tuple[Bacaan, Pokok]]:
    """Tiap kalimat dengan pokoknya; “Realisasinya …” meneruskan kalimat di depannya."""
    dikenal = list(indikator)
    tempat, lalu = "", list[Indikator]()
    for satu in semua:
        pokok = pokok_kalimat(satu, dikenal)
        if not pokok and satu.tempat == tempat and _SAMBUNGAN.match(satu.teks):
            pokok = lalu
        tempat, lalu = satu.tempat, pokok
        yield satu, pokok


def tanpa_nama(satu: Bacaan, indikator: Indikator) -> str:
    """Kalimatnya tanpa nama indikatornya, supaya “Peningkatan …” pada nama tidak dibaca."""
    kalimat = rata(satu.teks)
    lengkap = rata(indikator.nama)
    pendek = sorted(nama_pendek(indikator.nama), key=len)
    for nama in (lengkap, *pendek):
        kalimat = kalimat.replace(nama, "")
    return kalimat


def pokok_kalimat(satu: Bacaan, dikenal: Sequence[Indikator]) -> Pokok:
    """Menurut cara yang paling pasti lebih dahulu."""
    for cara in (_disebut, _pendek, _khas):
        disebut = {i: cara(satu, i) for i in dikenal}
        ditemukan = _terpanjang(disebut)
        if ditemukan:
            return ditemukan
    return _satu_iku(satu, dikenal)


def _satu_iku(satu: Bacaan, dikenal: Sequence[Indikator]) -> Pokok:
    """“Realisasi IKU …” pada dinas yang IKU-nya hanya satu."""
    if not is_semua_iku(satu.teks) or status_pokok(satu.teks):
        return []
    iku = [i for i in dikenal if i.jenis == Indikator.JenisIndikator.IKU]
    return iku if len(iku) == 1 else []


def _terpanjang(disebut: dict[Indikator, str]) -> Pokok:
    """Sebutan yang termuat dalam sebutan indikator lain bukan sebutannya sendiri."""
    semua = {i: tulisan for i, tulisan in disebut.items() if tulisan}
    return [i for i, tulisan in semua.items() if not _is_termuat(tulisan, semua.values())]


def _is_termuat(tulisan: str, semua: Iterable[str]) -> bool:
    return any(tulisan != lain and tulisan in lain for lain in semua)


def _disebut(satu: Bacaan, indikator: Indikator) -> str:
    """Dirujuk, bernama lengkap, atau bernomor seperti “IKU 1”."""
    nama = rata(indikator.nama)
    if nama in rata(satu.teks):
        return nama
    is_dirujuk = any(is_tentang(kunci, indikator) for kunci in satu.rujukan)
    if is_dirujuk or _is_bernomor(satu.teks, indikator):
        return str(indikator)
    return ""


def _is_bernomor(kalimat: str, indikator: Indikator) -> bool:
    """“IKU 1”, “IKU nomor 1” atau nomor cetaknya; “IKU 1.2” bukan IKU 1."""
    jenis = indikator.get_jenis_display()
    pola = _pola_nomor(jenis, indikator.nomor, indikator.nomor_cetak)
    return pola.search(kalimat) is not None


@lru_cache
def _pola_nomor(jenis: str, nomor: int, nomor_cetak: str) -> re.Pattern[str]:
    """Disusun sekali bagi semua kalimat."""
    tercetak = re.escape(nomor_cetak)
    angka = rf"(?:{nomor}|{tercetak})\b(?!\.\d)"
    return re.compile(rf"\b{jenis}(?:\s+nomor|\s+ke)?[\s-]+{angka}", re.IGNORECASE)


def _pendek(satu: Bacaan, indikator: Indikator) -> str:
    """Nama tanpa kata ukurannya, atau dengan singkatannya."""
    kalimat = rata(satu.teks)
    semua = [nama for nama in nama_pendek(indikator.nama) if nama in kalimat]
    return max(semua, key=len, default="")


def _khas(satu: Bacaan, indikator: Indikator) -> str:
    """Semua kata khasnya ada, di mana pun."""
    khas = kata_khas(indikator.nama)
    if khas and khas <= kata(satu.teks):
        return " ".join(sorted(khas))
    return ""


def pokok_uang(satu: Bacaan, kinerja: TahunKinerja) -> str | None:
    """Kode program, `SELURUHNYA`, atau `None` bila tidak pasti."""
    kalimat = rata(satu.teks)
    program = [uang.program for uang in kinerja.anggaran.baris]
    kata = kalimat.split()
    bernama = {p.kode for p in program if rata(p.nama) in kalimat}
    berkode = {p.kode for p in program if p.kode in kata}
    dirujuk = {p.kode for p in program if _is_dirujuk(satu, p.kode)}
    kode = bernama | berkode | dirujuk
    if len(kode) == 1:
        return kode.pop()
    if kode:
        return None
    is_seluruhnya = is_seluruh_anggaran(satu.teks, kinerja.dinas.nama)
    return SELURUHNYA if is_seluruhnya else None


def _is_dirujuk(satu: Bacaan, program: str) -> bool:
    """Kalimatnya berisi rujukan angka program itu."""
    awal = f"program.{program}."
    return any(kunci.startswith(awal) for kunci in satu.rujukan)
