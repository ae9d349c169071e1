"""HTML cetak menjadi berkas Word: isinya, kepala dan kaki halamannya, sifat berkasnya."""

from io import BytesIO
from typing import Any

from documents.word.blok import penangan
from documents.word.kerangka import beri_tepi
from documents.word.penyusun import Konteks, Penyusun
from documents.word.sebaris import Elemen, Png

SALINAN = "Salinan Word"
CATATAN = "Salinan; yang sah hanya PDF yang ditandatangani."
TERPANJANG = 255  # aksara, batas sifat berkas


def susun(akar: Elemen, gambar: Png) -> bytes:
    """Berkas .docx dari pohon HTML cetaknya."""
    penyusun = Penyusun(gambar, penangan)
    lebar = penyusun.halaman.lebar
    badan = akar.find("body")
    penyusun.isi(badan, Konteks(penyusun.badan, lebar=lebar))
    kepala = _tulisan(akar, "kepala-halaman", "span")
    kaki = _tulisan(akar, "kaki-halaman", "p")
    urut = [SALINAN, *reversed(kepala)]
    beri_tepi(penyusun.dokumen, " · ".join(urut), kaki)
    _beri_sifat(penyusun.dokumen, akar, " · ".join(kaki))
    hasil = BytesIO()
    penyusun.dokumen.save(hasil)
    return hasil.getvalue()


def _tulisan(akar: Elemen, nama: str, unsur: str) -> list[str]:
    """Tulisan tiap `unsur` di dalam kotak berkelas `nama`."""
    hasil = []
    for kotak in akar.find_class(nama):
        for satu in kotak.iter(unsur):
            kata = satu.text_content().split()
            hasil.append(" ".join(kata))
    return hasil


def _beri_sifat(dokumen: Any, akar: Elemen, keadaan: str) -> None:
    """Judul, penulis, dan keadaan naskahnya; tanpa nama pustaka pembuatnya."""
    sifat = dokumen.core_properties
    sifat.title = akar.findtext(".//title")
    sifat.author = _penulis(akar)
    sifat.last_modified_by = ""
    sifat.subject = keadaan[:TERPANJANG]
    sifat.comments = CATATAN
    sifat.language = "id-ID"


def _penulis(akar: Elemen) -> str:
    for meta in akar.iter("meta"):
        if meta.get("name") == "author":
            return str(meta.get("content"))
    return ""
