"""Naskah sah lain di dalam cetakan: halamannya tampak pada bingkainya, berkasnya tersemat utuh.

Bingkai satu halaman ialah tautan berukuran tetap pada cetakannya; letaknya dibaca dari PDF-nya,
sehingga nomor halaman, kepala dan daftar isinya tetap milik buku. Yang ditambahkan hanya di ujung
berkas, dan berkas yang tersemat tidak disentuh: tanda tangannya tetap dapat diperiksa.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import embed, generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from documents.models import Pengesahan
from documents.render import RenderFailed

Kotak = tuple[float, float, float, float]  # kiri, bawah, kanan, atas
Bingkai = dict[str, tuple[int, Kotak]]  # alamat -> halaman dan letaknya
NAMA = "/Lampiran"


@dataclass(frozen=True)
class Lampiran:
    """Satu naskah sah yang dilampirkan; `url` halaman verifikasinya, `isi` PDF-nya."""

    sah: Pengesahan
    url: str
    isi: bytes

    @cached_property
    def banyak(self) -> int:
        """Banyak halamannya; 0 bila PDF-nya tidak terbaca."""
        try:
            halaman = PdfFileReader(BytesIO(self.isi)).root["/Pages"]
            return int(halaman["/Count"])
        except (PdfError, KeyError, ValueError):
            return 0

    @property
    def bingkai(self) -> list[str]:
        """Alamat bingkai tiap halamannya."""
        nomor = range(1, self.banyak + 1)
        return [f"{self.url}#halaman-{satu}" for satu in nomor]

    @property
    def nama(self) -> str:
        """Nama berkasnya di dalam PDF."""
        return f"{self.sah.kode}.pdf"


class _Penyemat(IncrementalPdfFileWriter):
    """Menambah di ujung berkas dengan tanda pengenal dari isinya: bitanya dapat diulang."""

    def __init__(self, pdf: bytes, isi: Sequence[bytes]) -> None:
        super().__init__(BytesIO(pdf))
        sidik = sha256(b"".join(isi)).digest()
        self._document_id[1] = generic.ByteStringObject(sidik[:16])

    def _update_meta(self) -> None:
        """Judul dan waktunya tetap milik buku."""


def attach(pdf: bytes, semua: Sequence[Lampiran]) -> bytes:
    """Cetakan dengan tiap lampirannya; tanpa lampiran, cetakan itu sendiri."""
    if not semua:
        return pdf
    isi = [pdf]
    for satu in semua:
        isi.append(satu.isi)
    penyemat = _Penyemat(pdf, isi)
    bingkai = dict(_bingkai(penyemat))
    for satu in semua:
        if not satu.banyak:
            raise RenderFailed(f"Berkas {satu.sah} tidak terbaca, jadi tidak dapat dilampirkan.")
        _tampilkan(penyemat, satu, bingkai)
        _sematkan(penyemat, satu)
    hasil = BytesIO()
    penyemat.write(hasil)
    return hasil.getvalue()


def _bingkai(penyemat: _Penyemat) -> Iterator[tuple[str, tuple[int, Kotak]]]:
    """Tiap tautan keluar pada cetakan, dengan letaknya."""
    banyak = int(penyemat.root["/Pages"]["/Count"])
    for nomor in range(banyak):
        ref, _ = penyemat.find_page_for_modification(nomor)
        halaman = ref.get_object()
        for satu in halaman.get("/Annots", ()):
            tautan = satu.get_object()
            tujuan = tautan.get("/A", {})
            if "/URI" in tujuan:
                alamat = str(tujuan["/URI"])
                kotak = _kotak(tautan["/Rect"])
                yield alamat, (nomor, kotak)


def _kotak(sudut: Any) -> Kotak:
    """Dua sudut yang berseberangan, yang mana pun ditulis lebih dahulu."""
    x, y, x_lain, y_lain = map(float, sudut)
    kiri, kanan = sorted((x, x_lain))
    bawah, atas = sorted((y, y_lain))
    return kiri, bawah, kanan, atas


def _tampilkan(penyemat: _Penyemat, satu: Lampiran, bingkai: Bingkai) -> None:
    """Tiap halaman lampiran digambar di dalam bingkainya."""
    pembaca = PdfFileReader(BytesIO(satu.isi))
    for nomor, alamat in enumerate(satu.bingkai):
        halaman, kotak = bingkai[alamat]
        gambar = penyemat.import_page_as_xobject(pembaca, nomor)
        bentuk = gambar.get_object()
        letak = _letak(kotak, bentuk["/BBox"])
        milik = generic.DictionaryObject({pdf_name(NAMA): gambar})
        sumber = generic.DictionaryObject({pdf_name("/XObject"): milik})
        awal = _perintah(penyemat, "q")
        akhir = _perintah(penyemat, letak)
        penyemat.add_stream_to_page(halaman, awal, prepend=True)
        penyemat.add_stream_to_page(halaman, akhir, sumber)


def _perintah(penyemat: _Penyemat, tulisan: str) -> Any:
    """Perintah gambar sebagai bagian isi halaman."""
    isi = generic.StreamObject(stream_data=tulisan.encode())
    return penyemat.add_object(isi)


def _letak(kotak: Kotak, ukuran: Any) -> str:
    """Perintah menggambar: mengecil tanpa berubah bentuk, di tengah bingkai.

    Sumbu halaman milik cetakannya ditutup dahulu (`q` di awalnya, `Q` di sini). Bagi pembaca layar
    gambarnya hiasan; berkasnya sendiri tersemat.
    """
    kiri, bawah, kanan, atas = kotak
    x, y, x_akhir, y_akhir = _kotak(ukuran)
    skala_x = (kanan - kiri) / (x_akhir - x)
    skala_y = (atas - bawah) / (y_akhir - y)
    skala = min(skala_x, skala_y)
    tengah_x = _tengah(x, x_akhir) * skala
    tengah_y = _tengah(y, y_akhir) * skala
    geser_x = _tengah(kiri, kanan) - tengah_x
    geser_y = _tengah(bawah, atas) - tengah_y
    ukur = f"{skala:.5f}"
    geser = f"{geser_x:.3f} {geser_y:.3f}"
    matriks = f"{ukur} 0 0 {ukur} {geser} cm"
    return f"Q /Artifact BMC q {matriks} {NAMA} Do Q EMC"


def _tengah(awal: float, akhir: float) -> float:
    return (awal + akhir) / 2


def _sematkan(penyemat: _Penyemat, satu: Lampiran) -> None:
    """Berkas utuhnya sebagai lampiran PDF/A-3; versinya tidak dinaikkan ke 2.0."""
    waktu = embed.EmbeddedFileParams(modification_date=satu.sah.signed_at)
    isi = embed.EmbeddedFileObject.from_file_data(
        penyemat,
        satu.isi,
        params=waktu,
        mime_type="application/pdf",
    )
    keterangan = embed.FileSpec(
        satu.nama,
        file_name=satu.nama,
        embedded_data=isi,
        description=str(satu.sah),
    )
    embed.embed_file(penyemat, keterangan)
    tersemat = penyemat.root["/Names"]["/EmbeddedFiles"]["/Names"]
    ref = tersemat.raw_get(-1)
    berkas = ref.get_object()
    berkas["/AFRelationship"] = pdf_name("/Supplement")
    terkait = penyemat.root.get("/AF", generic.ArrayObject())
    terkait.append(ref)
    penyemat.root["/AF"] = terkait
    penyemat.update_root()
