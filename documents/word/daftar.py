"""Daftar Word: butir, bernomor, tingkat skala, dan daftar isi berhalaman."""

from docx.text.paragraph import Paragraph

from documents.word.kerangka import BERNOMOR, BUTIR, nomor_baru
from documents.word.penyusun import Konteks, Penyusun
from documents.word.sebaris import Elemen, Potong, Potongan, kelas, potongan, satu_unsur
from documents.word.unsur import MEDAN, NOMOR, nama_tempat, tambah, tautan, urai

TERDALAM = 2  # tingkat daftar
URAIAN = {"ol": BERNOMOR, "ul": BUTIR}
SUB = ("ul", "ol")
LABEL = ".//span[@class='label']"


def daftar(penyusun: Penyusun, elemen: Elemen, konteks: Konteks) -> None:
    """Butir atau daftar bernomor; di dalam daftar isi tiap butirnya berhalaman."""
    if "skala" in kelas(elemen):
        for butir in elemen:
            penyusun.isi(butir, konteks.bergaya("Skala"))
    elif _is_daftar_isi(elemen):
        for butir in elemen:
            _butir_isi(penyusun, butir, konteks)
    else:
        _daftar(penyusun, elemen, konteks.bergaya("Butir"), 0)


def _is_daftar_isi(elemen: Elemen) -> bool:
    semua = elemen.iterancestors("div")
    return any("daftar" in kelas(satu) for satu in semua)


def _daftar(
    penyusun: Penyusun,
    elemen: Elemen,
    konteks: Konteks,
    tingkat: int,
) -> None:
    """Tiap daftar bernomor mulai dari satu."""
    uraian = URAIAN[elemen.tag]
    nomor = nomor_baru(penyusun.dokumen, uraian)
    dalam = min(tingkat + 1, TERDALAM)
    for butir in elemen.iterchildren("li"):
        hasil = penyusun.write(_isi(butir, konteks), konteks)
        if hasil is not None:
            _beri_nomor(hasil, nomor, tingkat)
        for anak in butir.iterchildren(*SUB):
            _daftar(penyusun, anak, konteks, dalam)


def _isi(butir: Elemen, konteks: Konteks) -> Potongan:
    """Tulisan satu butir, tanpa daftar di dalamnya."""
    bentuk = konteks.bentuk
    baris: Potongan = [Potong(butir.text or "", bentuk)]
    for anak in butir:
        if anak.tag == "p":
            baris += potongan(anak, bentuk)
        elif anak.tag not in SUB:
            baris += satu_unsur(anak, bentuk)
        ekor = Potong(anak.tail or "", bentuk)
        baris.append(ekor)
    return baris


def _beri_nomor(hasil: Paragraph, nomor: int, tingkat: int) -> None:
    sifat = hasil._p.get_or_add_pPr()
    lama = sifat.get_or_add_numPr()
    baru = urai(NOMOR, nomor=nomor, tingkat=tingkat)
    sifat.replace(lama, baru)


def _butir_isi(penyusun: Penyusun, butir: Elemen, konteks: Konteks) -> None:
    """Satu baris daftar isi: nomor, judul, titik-titik, halamannya."""
    alamat = butir.find(".//a").get("href")
    gaya = _gaya_butir(butir)
    hasil = penyusun.paragraf(konteks.bergaya(gaya))
    pembungkus = tautan(hasil, alamat)
    run = hasil.add_run()
    nomor, judul = _nomor_judul(butir)
    if nomor:
        run.add_text(nomor)
    if nomor and gaya == "TOC1":
        run.add_text(" ")
    elif nomor:
        run.add_tab()
    run.add_text(judul)
    pembungkus.append(run._r)
    titik = hasil.add_run()
    titik.add_tab()
    tempat = nama_tempat(alamat.removeprefix("#"))
    tambah(hasil._p, MEDAN, perintah=f"PAGEREF {tempat} \\h")


def _nomor_judul(butir: Elemen) -> tuple[str, str]:
    """Nomor butir, kosong bila tanpa nomor, dan judulnya."""
    kata = butir.text_content().split()
    tulisan = " ".join(kata)
    label = butir.find(LABEL)
    if label is None:
        return "", tulisan
    kata_label = label.text_content().split()
    nomor = " ".join(kata_label)
    judul = tulisan.removeprefix(nomor)
    return nomor, judul.strip()


def _gaya_butir(butir: Elemen) -> str:
    """Menurut tingkatnya; daftar tabel dan gambar bergaya sendiri."""
    if "bernomor" in kelas(butir.getparent()):
        return "DaftarBernomor"
    tingkat = [nama for nama in kelas(butir) if nama.startswith("tingkat-")]
    return f"TOC{tingkat[0][-1]}"
