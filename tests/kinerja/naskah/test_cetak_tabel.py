"""PDF naskah bertabel panjang atau beraksara tak lazim: tiada isi yang hilang."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageFont

from core.tabel import Tabel
from documents import pencetak
from documents.cetakan import Bagian, Cap, Cetakan
from documents.printing import typeset
from documents.tata_cetak import ukuran
from kinerja.models import NaskahKinerja
from kinerja.naskah.evaluasi.lembar import evaluasi
from kinerja.naskah.indikator.lembar import capaian, definisi, tabel_definisi
from tests.terbaca import padat, tulisan_halaman

EMAS = Path(__file__).parents[2] / "golden" / "naskah" / "v1"
LEBAR_LANSKAP = 297  # A4, milimeter
MM_TIAP_POIN = Decimal("25.4") / 72
TEPI_SEL_LKJIP = Decimal("3.2")  # kiri dan kanan, milimeter (static/print/tabel.css)
CAP = Cap("Disetujui – belum ditandatangani")


def isi_beku(jenis: str) -> Any:
    """Isi bertipe dari bahan emas `jenis`."""
    jenis_naskah = NaskahKinerja(jenis=jenis).jenis_naskah
    return jenis_naskah.restore((EMAS / f"{jenis}.json").read_text())


def cetak(isi: Any, tabel: Tabel) -> str:
    """Tulisan yang jatuh di dalam batas halaman PDF."""
    pdf = typeset(Cetakan(isi, (Bagian(judul=tuple(tabel.judul), tabel=(tabel,)),), CAP))
    return "".join(tulisan_halaman(pdf))


@pytest.mark.parametrize("banyak", [60, 120])
def test_semua_catatan_evaluasi_dan_nip_tercetak(banyak: int) -> None:
    isi = isi_beku("evaluasi")
    hambatan = tuple(
        f"Sub kegiatan uji {n:03d}: dana terlambat, pekan {n:03d} selesai"
        for n in range(1, banyak + 1)
    )
    isi = replace(isi, catatan=replace(isi.catatan, penghambat=hambatan))
    terbaca = padat(cetak(isi, evaluasi(isi)))
    assert [satu for satu in hambatan if padat(satu) not in terbaca] == []
    assert padat(f"NIP. {isi.penanda_tangan.nip}") in terbaca


def test_enam_puluh_indikator_capaian_tercetak() -> None:
    isi = isi_beku("capaian")
    nama = [f"Indikator uji {n:03d}" for n in range(1, 61)]
    isi = replace(
        isi,
        baris=tuple(
            replace(isi.baris[0], nomor=n, nama=satu) for n, satu in enumerate(nama, start=1)
        ),
    )
    terbaca = padat(cetak(isi, capaian(isi)))
    assert [satu for satu in nama if terbaca.count(padat(satu)) != 1] == []
    assert "10.716.928.854" in terbaca
    assert padat(f"NIP. {isi.penanda_tangan.nip}") in terbaca


def test_aksara_di_luar_huruf_tercetak_sebagai_kotak() -> None:
    """Butir Word menjadi •, tab menjadi spasi; yang tak dimiliki huruf cetak menjadi □."""
    isi = isi_beku("ikk")
    sasaran = isi.indikator[0]
    indikator = replace(sasaran.indikator[0], keterangan="\uf0b7 butir 😀 kiri\tkanan \x07akhir")
    isi = replace(isi, indikator=(replace(sasaran, indikator=(indikator,)),))
    terbaca = cetak(isi, definisi(isi))
    assert padat("• butir □ kiri kanan □akhir") in padat(terbaca)
    assert re.search(r"kiri\s+kanan", terbaca)


@pytest.mark.parametrize("is_bersasaran", [True, False])
def test_kata_kepala_definisi_muat_di_kolomnya(is_bersasaran: bool) -> None:
    """Juga pada huruf tabel LKjIP, yang lebih besar daripada huruf naskah bertabelnya."""
    tabel = tabel_definisi("ikk", (), is_bersasaran=is_bersasaran)
    lebar_tabel = LEBAR_LANSKAP - 2 * ukuran("tepi-lanskap")
    satuan = lebar_tabel / sum(kolom.lebar for kolom in tabel.kolom)
    huruf = ImageFont.truetype(f"{pencetak.FONTS}/LiberationSans-Bold.ttf", 100)
    poin = ukuran("tabel")
    sempit = []
    for kolom, kepala in zip(tabel.kolom, tabel.kepala[0], strict=True):
        terpanjang = max(map(huruf.getlength, kepala.teks.split()))
        perlu = Decimal(terpanjang) / 100 * poin * MM_TIAP_POIN + TEPI_SEL_LKJIP
        if perlu > satuan * kolom.lebar:
            sempit.append(kepala.teks)
    assert sempit == []
