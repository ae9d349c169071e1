"""Penulis tiap blok naskah: judul, paragraf, gambar, kop, tanda tangan, halaman."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from docx.shared import Mm

from documents.word.daftar import daftar
from documents.word.isi_tabel import lajur, tabel
from documents.word.penyusun import BLOK_TAUTAN, Konteks, Penangan, Penyusun
from documents.word.sebaris import Bentuk, Elemen, Potong, berbentuk, bernama, kelas

TINGGI_GAMBAR = 190  # milimeter; yang lebih tinggi dikecilkan
LEBAR_TTD = 84
LEBAR_SEBUTAN = 24
LEBAR_TITIK = 4
LEBAR_GRAFIK = 0.52  # gambar satu indikator di samping faktanya
SEURAIAN = 3  # sebutan, titik dua, isinya
# kelas HTML → gaya paragrafnya
GAYA = {
    "judul-naskah": "Title",
    "judul-tabel": "Caption",
    "sumber": "Catatan",
    "catatan": "Catatan",
    "kecil": "Catatan",
    "rumus": "Rumus",
    "besar": "Besar",
    "tebal": "Tebal",
    "angka": "Kanan",
    "kop-pemda": "KopPemda",
    "kop-dinas": "KopDinas",
    "ttd-jabatan": "TandaTanganJabatan",
    "ttd-nama": "TandaTanganNama",
    "ttd-ruang": "TandaTanganRuang",
    "ttd-kode": "TandaTanganKode",
    "sampul-pemda": "SampulPemda",
    "sampul-tahun": "SampulTahun",
    "nama": "SampulNama",
}
JUDUL = {"h1": "Heading1", "h2": "Heading2", "h3": "Heading3", "h4": "Heading4"}
DI_SAMPUL = {"JudulGambar": "SampulGambar", "Heading1": "SampulJudul"}


def gaya(elemen: Elemen, bawaan: str) -> str:
    """Gaya paragraf menurut kelasnya; selain itu gaya tempatnya."""
    for nama in kelas(elemen):
        if nama in GAYA:
            return GAYA[nama]
    return bawaan


def di_sampul(nama: str, konteks: Konteks) -> str:
    """Sampul bergaya sendiri, supaya tidak menjadi bagian daftar isi Word."""
    if konteks.gaya == "Sampul":
        return DI_SAMPUL[nama]
    return nama


def paragraf(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Satu paragraf HTML."""
    di_sini = replace(
        konteks,
        gaya=gaya(elemen, konteks.gaya),
        bentuk=berbentuk(elemen, konteks.bentuk),
    )
    penyusun.isi(elemen, di_sini)


def judul(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Judul berpangkat."""
    nama = JUDUL[elemen.tag]
    if elemen.tag == "h1":
        nama = di_sampul(nama, konteks)
    penyusun.isi(elemen, konteks.bergaya(gaya(elemen, nama)))


def lewati(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Kepala dan kaki halaman ditulis tersendiri; yang lain hanya bagi layar."""


def kutipan(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    penyusun.isi(elemen, konteks.bergaya("Kutipan"))


def kotak(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Pembungkus: halaman baru, kertas lain, atau hanya kelompok."""
    if "halaman" in kelas(elemen):
        penyusun.is_halaman_baru = True
    ubahan = _kertas(elemen)
    if "data-sambung" in elemen.attrib and penyusun.tertulis is not None:
        ubahan = vars(penyusun.tertulis)
        penyusun.is_halaman_baru = False
    with penyusun.pada(**ubahan):
        di_sini = konteks
        if ubahan:
            lebar = penyusun.halaman.lebar
            di_sini = replace(konteks, lebar=lebar)
        penyusun.isi(elemen, di_sini)


def _kertas(elemen: Elemen) -> dict[str, Any]:
    """Kertas yang dimintanya; kosong bila menurut yang di luarnya."""
    ubahan: dict[str, Any] = {}
    if "lanskap" in kelas(elemen) or "data-lanskap" in elemen.attrib:
        ubahan["is_lanskap"] = True
    nama = elemen.get("data-kertas")
    if nama:
        ubahan["kertas"] = nama
        ubahan["is_bertabel"] = True
    return ubahan


def sampul(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    with penyusun.pada(nomor=""):
        penyusun.isi(elemen, konteks.bergaya("Sampul"))


def depan(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Halaman depan bernomor romawi."""
    with penyusun.pada(nomor="lowerRoman"):
        penyusun.isi(elemen, konteks)


def uraian(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Daftar bersebutan: sebutan, titik dua, isinya."""
    sisa = konteks.lebar - LEBAR_SEBUTAN - LEBAR_TITIK
    lebar = (LEBAR_SEBUTAN, LEBAR_TITIK, sisa)
    semua = list(elemen)
    while semua:
        seuraian = semua[:SEURAIAN]
        semua = semua[SEURAIAN:]
        lajur(penyusun, seuraian, lebar, konteks.bergaya("IsiPolos"))


def gambar(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Gambar selebar tempatnya dengan judulnya di bawah."""
    for img in elemen.iter("img"):
        data = penyusun.gambar.get(img.get("src"))
        if data is not None:
            _gambar(penyusun, data, img.get("alt"), konteks)
    nama = di_sampul("JudulGambar", konteks)
    for keterangan in elemen.iter("figcaption"):
        penyusun.isi(keterangan, konteks.bergaya(nama))


def _gambar(
    penyusun: Penyusun,
    data: bytes,
    nama: str,
    konteks: Konteks,
) -> None:
    hasil = penyusun.paragraf(konteks.bergaya("Gambar"))
    run = hasil.add_run()
    terlebar = TINGGI_GAMBAR / _bentuk_png(data)
    lebar = min(konteks.lebar, terlebar)
    picture = run.add_picture(BytesIO(data), width=Mm(lebar))
    bernama(picture, nama)


def _bentuk_png(data: bytes) -> float:
    """Tinggi terhadap lebarnya, dari kepala PNG-nya."""
    lebar = int.from_bytes(data[16:20])
    tinggi = int.from_bytes(data[20:24])
    return tinggi / lebar


def kop(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Kop surat dan garis di bawahnya."""
    penyusun.isi(elemen, konteks.bergaya("Kop"))
    penyusun.paragraf(konteks.bergaya("Garis"))


def tanda_tangan(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Blok tanda tangan di kanan, tidak terbelah halaman."""
    sisa = konteks.lebar - LEBAR_TTD
    di_sini = konteks.bergaya("TandaTangan")
    lajur(penyusun, [None, elemen], (sisa, LEBAR_TTD), di_sini)


def para_pihak(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Kedua pihak bersisian."""
    setengah = konteks.lebar / 2
    di_sini = konteks.bergaya("TandaTangan")
    lajur(penyusun, list(elemen), (setengah, setengah), di_sini)


def indikator(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Gambar di kiri faktanya, bila keduanya ada."""
    isi = list(elemen)
    if len(isi) == 1:
        penyusun.isi(elemen, konteks)
        return
    kiri = konteks.lebar * LEBAR_GRAFIK
    lajur(penyusun, isi, (kiri, konteks.lebar - kiri), konteks)


def salinan(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Halaman naskah lain, yang tampak hanya pada PDF-nya: tautannya saja."""
    bentuk = Bentuk(alamat=elemen.get("href"))
    tautannya = Potong(elemen.get("aria-label"), bentuk)
    penyusun.write([tautannya], konteks.bergaya("Catatan"))


TAG: dict[str, Penangan] = {
    "p": paragraf,
    "ul": daftar,
    "ol": daftar,
    "table": tabel,
    "figure": gambar,
    "dl": uraian,
    "blockquote": kutipan,
    **dict.fromkeys(JUDUL, judul),
}
KELAS: dict[str, Penangan] = {
    "kepala-halaman": lewati,
    "kaki-halaman": lewati,
    "tanda-layar": lewati,
    "kop": kop,
    "ttd": tanda_tangan,
    "para-pihak": para_pihak,
    "indikator": indikator,
    "sampul": sampul,
    "depan": depan,
    BLOK_TAUTAN: salinan,
}


def penangan(elemen: Elemen) -> Penangan:
    """Penulis satu blok: menurut kelasnya, lalu unsurnya."""
    for nama in kelas(elemen):
        if nama in KELAS:
            return KELAS[nama]
    return TAG.get(elemen.tag, kotak)
