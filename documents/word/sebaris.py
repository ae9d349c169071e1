"""Tulisan sebaris: potongan HTML dengan bentuknya menjadi run Word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from docx.shared import Mm, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from documents.word.kaki import CatatanKaki
from documents.word.unsur import tautan

Elemen = Any  # unsur HTML milik lxml
Png = Mapping[str, bytes]  # gambar menurut alamatnya
SPASI = re.compile(r"[ \t\r\n\f]+")
TEKS = "teks"
BARIS = "baris"
TAB = "tab"
GAMBAR = "gambar"
KAKI = "kaki"
BESAR_QR = 24  # milimeter
BESAR_LOGO = 20
MERAH = "9C2F22"
REDUP = "56625D"
# unsur atau kelas HTML → bentuk tulisannya
UNSUR: dict[str, dict[str, Any]] = {
    "strong": {"tebal": True},
    "b": {"tebal": True},
    "em": {"miring": True},
    "i": {"miring": True},
    "u": {"bergaris": True},
    "sup": {"is_naik": True},
    "sub": {"is_turun": True},
    "mark": {"miring": True, "warna": MERAH},
}
KELAS: dict[str, dict[str, Any]] = {
    "kosong": {"miring": True, "warna": REDUP},
    "belum": {"tebal": True, "warna": MERAH},
}


@dataclass(frozen=True)
class Bentuk:
    """Bentuk huruf satu potong tulisan, dan alamat tautannya."""

    tebal: bool = False
    miring: bool = False
    bergaris: bool = False
    is_naik: bool = False
    is_turun: bool = False
    warna: str = ""
    alamat: str = ""


POLOS = Bentuk()


@dataclass(frozen=True)
class Potong:
    """Satu potong sebaris: tulisan, catatan kaki, ganti baris, tab, gambar beralamat `teks`."""

    teks: str = ""
    bentuk: Bentuk = POLOS
    jenis: str = TEKS
    nama: str = ""  # gambar: yang dibacakan
    is_logo: bool = False


GANTI_BARIS = Potong(jenis=BARIS)
Potongan = list[Potong]


def kelas(elemen: Elemen) -> frozenset[str]:
    """Kelas CSS-nya."""
    semua = elemen.get("class") or ""
    return frozenset(semua.split())


def potongan(elemen: Elemen, bentuk: Bentuk = POLOS) -> Iterator[Potong]:
    """Isi satu unsur sebaris menurut urutannya, tanpa ekornya."""
    yield Potong(elemen.text or "", bentuk)
    for anak in elemen:
        yield from satu_unsur(anak, bentuk)
        yield Potong(anak.tail or "", bentuk)


def satu_unsur(elemen: Elemen, bentuk: Bentuk) -> Iterator[Potong]:
    """Satu unsur sebaris; yang berbaris sendiri diapit ganti baris."""
    if elemen.tag == "br":
        yield GANTI_BARIS
        return
    if elemen.tag == "img":
        yield _gambar(elemen)
        return
    if "pecahan" in kelas(elemen):
        yield _pecahan(elemen, bentuk)
        return
    if elemen.tag == "small":
        kata = elemen.text_content().split()
        yield Potong(" ".join(kata), jenis=KAKI)
        return
    is_sendiri = is_berbaris(elemen)
    if is_sendiri:
        yield GANTI_BARIS
    yield from potongan(elemen, berbentuk(elemen, bentuk))
    if is_sendiri:
        yield GANTI_BARIS
    elif _is_lajur(elemen):
        yield Potong(jenis=TAB)


def _gambar(elemen: Elemen) -> Potong:
    return Potong(
        elemen.get("src") or "",
        jenis=GAMBAR,
        nama=elemen.get("alt") or "",
        is_logo="kop-logo" in kelas(elemen),
    )


def berbentuk(elemen: Elemen, bentuk: Bentuk) -> Bentuk:
    """Bentuk tulisan di dalam unsur itu."""
    ubahan = dict(UNSUR.get(elemen.tag, {}))
    for satu in kelas(elemen):
        ubahan |= KELAS.get(satu, {})
    alamat = elemen.get("href")
    if alamat:
        ubahan["alamat"] = alamat
    return replace(bentuk, **ubahan)


def is_berbaris(elemen: Elemen) -> bool:
    """Unsur sebaris yang pada cetakannya menempati barisnya sendiri."""
    induk = elemen.getparent()
    if elemen.tag == "span" and induk.tag == "h1":
        return True
    if "judul-tabel" in kelas(induk):
        return True
    if induk.tag != "td" or elemen.tag not in ("span", "strong"):
        return False
    tabel = next(induk.iterancestors("table"))
    return "pokok" in kelas(tabel)


def _is_lajur(elemen: Elemen) -> bool:
    """Sebutan yang diikuti keterangannya pada lajur di kanannya."""
    induk = elemen.getparent()
    if elemen.tag != "strong" or induk.tag != "li":
        return False
    return "skala" in kelas(induk.getparent())


def _pecahan(elemen: Elemen, bentuk: Bentuk) -> Potong:
    """Pecahan bersusun ditulis sebaris, seperti pada lembar kerjanya."""
    semua = []
    for satu in elemen:
        teks = satu.text_content()
        semua.append(f"({teks.strip()})")
    tulisan = " / ".join(semua)
    return Potong(f"{tulisan} ", bentuk)


def rapi(semua: Iterable[Potong]) -> Potongan:
    """Satu spasi antara kata, tanpa spasi dan ganti baris di tepinya."""
    hasil: Potongan = []
    for satu in semua:
        if satu.jenis == TEKS:
            _sambung(hasil, satu)
        elif satu.jenis == BARIS:
            _ganti_baris(hasil)
        else:
            hasil.append(satu)
    _ganti_baris(hasil)
    if hasil:
        hasil.pop()
    return hasil


def _sambung(hasil: Potongan, satu: Potong) -> None:
    """Spasi di awal baris, dan sesudah spasi, tidak ditulis."""
    teks = SPASI.sub(" ", satu.teks)
    is_awal = not hasil or hasil[-1].jenis in (BARIS, TAB)
    if is_awal or hasil[-1].teks.endswith(" "):
        teks = teks.lstrip(" ")
    if teks:
        hasil.append(replace(satu, teks=teks))


def _ganti_baris(hasil: Potongan) -> None:
    """Tanpa spasi di ujung baris, dan tanpa baris kosong."""
    while hasil and hasil[-1].jenis == TEKS:
        terakhir = hasil.pop()
        teks = terakhir.teks.rstrip(" ")
        if teks:
            hasil.append(replace(terakhir, teks=teks))
            break
    if hasil and hasil[-1].jenis != BARIS:
        hasil.append(GANTI_BARIS)


def write(
    paragraf: Paragraph,
    semua: Potongan,
    gambar: Png,
    kaki: CatatanKaki,
) -> None:
    """Potongan yang sudah rapi menjadi run."""
    for satu in semua:
        if satu.jenis == KAKI:
            rujukan = kaki.rujukan(satu.teks)
            paragraf._p.append(rujukan)
            continue
        run = paragraf.add_run()
        if satu.jenis == BARIS:
            run.add_break()
        elif satu.jenis == TAB:
            run.add_tab()
        elif satu.jenis == GAMBAR:
            _sisipkan(run, satu, gambar)
        else:
            run.add_text(satu.teks)
            _bentuk(run, satu.bentuk)
        if satu.bentuk.alamat:
            pembungkus = tautan(paragraf, satu.bentuk.alamat)
            pembungkus.append(run._r)


def _sisipkan(run: Run, satu: Potong, gambar: Png) -> None:
    """Gambar kecil di antara tulisan: logo dan kode QR."""
    data = gambar.get(satu.teks)
    if data is None:
        return
    tinggi = BESAR_LOGO if satu.is_logo else BESAR_QR
    picture = run.add_picture(BytesIO(data), height=Mm(tinggi))
    bernama(picture, satu.nama)


def bernama(picture: Any, nama: str) -> None:
    """Yang dibacakan bagi yang tidak melihatnya."""
    sifat = picture._inline.docPr
    sifat.set("descr", nama)


def _bentuk(run: Run, bentuk: Bentuk) -> None:
    """Hanya yang lain dari gaya paragrafnya."""
    huruf = run.font
    if bentuk.tebal:
        huruf.bold = True
    if bentuk.miring:
        huruf.italic = True
    if bentuk.bergaris:
        huruf.underline = True
    if bentuk.is_naik:
        huruf.superscript = True
    if bentuk.is_turun:
        huruf.subscript = True
    if bentuk.warna:
        huruf.color.rgb = RGBColor.from_string(bentuk.warna)
