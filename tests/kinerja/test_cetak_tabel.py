"""PDF naskah bertabel panjang atau beraksara tak lazim: tiada isi yang hilang."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.tabel import Tabel
from documents.cetakan import Bagian, Cap, Cetakan, judul
from documents.printing import typeset
from kinerja.models import NaskahKinerja
from kinerja.naskah.evaluasi.lembar import evaluasi
from kinerja.naskah.indikator.lembar import capaian, definisi
from tests.terbaca import padat, tulisan_halaman

EMAS = Path(__file__).parent.parent / "golden" / "naskah" / "v1"
CAP = Cap("Disetujui – belum ditandatangani")


def isi_beku(jenis: str) -> Any:
    """Isi bertipe dari bahan emas `jenis`."""
    jenis_naskah = NaskahKinerja(jenis=jenis).jenis_naskah
    return jenis_naskah.restore((EMAS / f"{jenis}.json").read_text())


def cetak(isi: Any, tabel: Tabel) -> str:
    """Tulisan yang jatuh di dalam batas halaman PDF."""
    pdf = typeset(Cetakan(isi, (Bagian(judul=judul(isi), tabel=(tabel,)),), CAP))
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
