"""Naskah bagian laporan: HTML dengan rujukan angka `<span data-angka="iku.1.realisasi"></span>`.

Yang tersimpan kuncinya; angkanya diisikan saat dibaca. Judul bagian tulisan biasa dengan
`{iku.1.realisasi}`; isi yang diketik tanpa tanda HTML dibaca dengan aturan yang sama, paragrafnya
dipisah baris kosong, baris `1. …` daftar bernomor, baris `- …` butir. `<small>` catatan kaki.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser

from kinerja.aturan.belum import is_belum

KUNCI = r"[a-z0-9_.]+"
_KUNCI = re.compile(KUNCI)
_KURUNG = re.compile(rf"\{{({KUNCI})\}}")
_ANGKA = re.compile(rf'<span data-angka="({KUNCI})"></span>')
_DISEBUT = re.compile(rf'\{{({KUNCI})\}}|data-angka="({KUNCI})"')
_TANDA = re.compile(r"<[a-zA-Z/!]")
_KOSONG = re.compile(r"<(p|h4|li|ul|ol|blockquote|strong|em|u|sub|sup|small)>(?:\s|<br>)*</\1>")
_UJUNG = re.compile(r"</(?:p|h4|li|blockquote|th|td|tr)>|<br>")
_UNSUR = re.compile(r"<[^>]*>")
_JARAK = re.compile(r"\s+")
_JEDA = re.compile(r"\n\s*\n")
_NOMOR = re.compile(r"^\d+\.\s+")
SEBARIS = frozenset({"strong", "em", "u", "sub", "sup", "small"})
DIBUKA = frozenset({"span", "mark"})  # pembungkus tanpa arti; isinya tetap
SEPADAN = {"b": "strong", "i": "em"}
Angka = Mapping[str, str]
Tertulis = tuple[str, list[str]]  # jenis dan isinya
Atribut = list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """Paragraf (`p`), daftar bernomor (`ol`) atau butir (`ul`)."""

    jenis: str
    isi: tuple[str, ...]


def rujukan(teks: str) -> list[str]:
    """Kunci rujukan dalam judul atau naskah, tanpa ulangan, menurut urutan muncul."""
    kunci = []
    for kurung, unsur in _DISEBUT.findall(teks):
        satu = kurung or unsur
        kunci.append(satu)
    return list(dict.fromkeys(kunci))


def angka(kunci: str) -> str:
    """Unsur rujukan; angkanya tidak ikut tersimpan."""
    return f'<span data-angka="{kunci}"></span>'


def judul(teks: str, angka: Angka) -> str:
    """Judul dengan rujukannya terisi."""
    return _KURUNG.sub(lambda cocok: tulisan(cocok[1], angka), teks)


def tulisan(kunci: str, angka: Angka) -> str:
    """Tulisan satu rujukan; yang tidak dikenal disebut demikian."""
    return angka.get(kunci, f"(rujukan tidak dikenal: {kunci})")


def terisi(html: str, angka: Angka) -> str:
    """Naskah dengan angkanya; yang tidak dikenal atau belum diketahui ditandai `mark`."""
    return _ANGKA.sub(lambda cocok: _terisi(cocok[1], angka), html)


def _terisi(kunci: str, angka: Angka) -> str:
    aman = escape(tulisan(kunci, angka), quote=False)
    if kunci not in angka or is_belum(angka[kunci]):
        return f"<mark>{aman}</mark>"
    return aman


def polos(html: str) -> str:
    """Tulisannya saja, satu baris tiap paragraf, butir dan sel."""
    berbaris = _UJUNG.sub("\n", html)
    return unescape(_UNSUR.sub("", berbaris))


def dari_teks(teks: str) -> str:
    """Naskah yang diketik tanpa tanda HTML."""
    return dari_blok((satu.jenis, satu.isi) for satu in blok(teks))


def dari_blok(semua: Iterable[tuple[str, Iterable[str]]]) -> str:
    """HTML dari paragraf, daftar bernomor dan butir."""
    hasil = []
    for jenis, isi in semua:
        aman = [escape(satu, quote=False) for satu in isi]
        if jenis != "p":
            aman = [f"<li>{satu}</li>" for satu in aman]
        dalam = "".join(aman)
        hasil.append(f"<{jenis}>{dalam}</{jenis}>")
    return "".join(hasil)


def blok(teks: str) -> tuple[Blok, ...]:
    """Paragraf, daftar bernomor dan butir menurut urutannya; paragraf berisi satu tulisan."""
    semua: list[Tertulis] = []
    for bagian in _JEDA.split(teks):
        is_sambungan = False
        for baris in bagian.splitlines():
            tulisan_baris = baris.strip()
            if not tulisan_baris:
                continue
            _sambung(semua, tulisan_baris, is_sambungan)
            is_sambungan = True
    hasil = []
    for jenis, isi in semua:
        satu = Blok(jenis=jenis, isi=tuple(isi))
        hasil.append(satu)
    return tuple(hasil)


def _sambung(semua: list[Tertulis], baris: str, is_sambungan: bool) -> None:
    """Baris paragraf menyambung yang di atasnya; butir menyambung daftarnya."""
    jenis, isi = _baris(baris)
    is_sejenis = bool(semua) and semua[-1][0] == jenis
    if jenis == "p" and is_sambungan and is_sejenis:
        terakhir = semua[-1][1]
        terakhir[-1] = f"{terakhir[-1]} {isi}"
    elif jenis != "p" and is_sejenis:
        semua[-1][1].append(isi)
    else:
        semua.append((jenis, [isi]))


def _baris(baris: str) -> tuple[str, str]:
    """Jenis baris menurut awalannya, dan tulisannya tanpa awalan itu."""
    if _NOMOR.match(baris):
        return "ol", _NOMOR.sub("", baris)
    if baris.startswith("- "):
        return "ul", baris[2:].strip()
    return "p", baris


def is_bertanda(teks: str) -> bool:
    """Ditulis sebagai HTML, bukan diketik begitu saja."""
    return _TANDA.search(teks) is not None


def rapi(html: str) -> str:
    """Bentuk baku HTML yang sudah berpasangan: rujukan kosong, tulisan lepas berparagraf."""
    perapi = Perapi()
    perapi.feed(html)
    perapi.close()
    return perapi.hasil()


class Perapi(HTMLParser):
    """Menulis ulang naskah unsur demi unsur."""

    def __init__(self) -> None:
        """Belum ada unsur yang terbuka."""
        super().__init__()
        self._hasil: list[str] = []
        self._terbuka: list[str] = []  # unsur yang ditulis
        self._lepas = False  # paragraf bagi tulisan di luar blok
        self._rujukan = 0  # dalamnya di dalam unsur rujukan

    def hasil(self) -> str:
        """Naskah rapi; paragraf dan butir kosong tidak ikut."""
        self._tutup_lepas()
        html = "".join(self._hasil)
        while _KOSONG.search(html):
            html = _KOSONG.sub("", html)
        return html

    def handle_starttag(self, tag: str, attrs: Atribut) -> None:
        """Rujukan ditulis sebagai kuncinya; pembungkus tanpa arti dibuka."""
        if self._rujukan:
            if tag == "span":
                self._rujukan += 1
            return
        kunci = _kunci(attrs)
        if tag == "span" and kunci:
            self._write(angka(kunci))
            self._rujukan = 1
        elif tag == "br":
            self._write("<br>")
        elif tag not in DIBUKA:
            baku = SEPADAN.get(tag, tag)
            self._buka(baku, attrs)

    def _buka(self, tag: str, attrs: Atribut) -> None:
        """Blok di tepi luar menutup paragraf lepas di depannya."""
        unsur = f"<{tag}{_rentang(attrs)}>"
        if not self._terbuka and tag not in SEBARIS:
            self._tutup_lepas()
            self._hasil.append(unsur)
        else:
            self._write(unsur)
        self._terbuka.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Penutup pembungkus yang dibuka tidak ditulis."""
        if self._rujukan:
            if tag == "span":
                self._rujukan -= 1
            return
        baku = SEPADAN.get(tag, tag)
        if self._terbuka and self._terbuka[-1] == baku:
            self._terbuka.pop()
            self._hasil.append(f"</{baku}>")

    def handle_data(self, data: str) -> None:
        """Kurung kurawal yang diketik menjadi rujukan; jarak antara blok tidak ditulis."""
        if self._rujukan:
            return
        satu_jarak = _JARAK.sub(" ", data)
        if self._is_di_luar and satu_jarak == " ":
            return
        aman = escape(satu_jarak, quote=False)
        berujukan = _KURUNG.sub(_unsur, aman)
        self._write(berujukan)

    @property
    def _is_di_luar(self) -> bool:
        """Di antara blok, tanpa paragraf yang terbuka."""
        return not self._terbuka and not self._lepas

    def _write(self, potong: str) -> None:
        """Di luar blok, paragraf dibuka dahulu."""
        if self._is_di_luar:
            self._hasil.append("<p>")
            self._lepas = True
        self._hasil.append(potong)

    def _tutup_lepas(self) -> None:
        if self._lepas:
            self._hasil.append("</p>")
        self._lepas = False


def _unsur(cocok: re.Match[str]) -> str:
    """Rujukan yang diketik dengan kurung kurawal."""
    return angka(cocok[1])


def _kunci(attrs: Atribut) -> str:
    """Kunci rujukan; kosong bila bukan rujukan."""
    kunci = dict(attrs).get("data-angka") or ""
    if _KUNCI.fullmatch(kunci):
        return kunci
    return ""


def _rentang(attrs: Atribut) -> str:
    """Rentang sel; atribut lain tidak ditulis."""
    hasil = []
    for nama, nilai in attrs:
        if nilai and nilai.isdecimal():
            hasil.append(f' {nama}="{nilai}"')
    return "".join(hasil)
