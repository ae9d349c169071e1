"""Banyaknya yang ditunggu pada beranda, dan di halaman tempat membereskannya."""

import re
from collections.abc import Iterable, Iterator

from documents.uji import Temuan
from tests.jalan.baris import baris
from tests.jalan.figur import Figur, Tertulis
from tests.jalan.halaman import TabelHalaman

PANEL = re.compile(r"<h2>Hari ini.*</section>", re.DOTALL)
KEMAJUAN = r"(?:(?!</li>)[^.])*?(\d+) dari (\d+) "  # pada pekerjaan yang sama
# pekerjaan pada beranda -> yang dihitungnya
DITUNGGU = {
    rf"Rekap lembaga \d+{KEMAJUAN}kecamatan": "rekap lembaga",
    rf"Nama pada formulir kerja sama{KEMAJUAN}nama": "nama belum cocok",
}
DIUKUR_BERANDA = rf"Pengukuran (Triwulan \w+) \d+{KEMAJUAN}baris"
DIUKUR = re.compile(r"(\d+) baris dijadwalkan, belum satu pun diukur\.")


def ditunggu(halaman: str, tahun: int) -> Iterator[Tertulis]:
    """Tiap kalimat berangka pada panelnya."""
    panel = PANEL.search(halaman)[0]
    for pola, pokok in DITUNGGU.items():
        cocok = re.search(pola, panel)
        yield Tertulis(Figur(pokok, tahun, "belum"), _sisa(*cocok.groups()) if cocok else "0")
    for masa, *kemajuan in re.findall(DIUKUR_BERANDA, panel):
        yield Tertulis(Figur(f"pengukuran {masa}", tahun, "belum"), _sisa(*kemajuan))


def _sisa(selesai: str, dari: str) -> str:
    """“17 dari 21” menyisakan 4."""
    return str(int(dari) - int(selesai))


def kelengkapan(tabel: Iterable[TabelHalaman], tahun: int) -> Iterator[Tertulis]:
    """Kecamatan tanpa rekap pada halaman kelengkapannya."""
    isi = [row.teks("^Rekap lembaga$").lower() for row in baris(tabel, "^Rekap lembaga$")]
    belum = sum(satu.startswith("belum") for satu in isi)
    yield Tertulis(Figur("rekap lembaga", tahun, "belum"), str(belum))


def belum_cocok(halaman: str, tahun: int) -> Iterator[Tertulis]:
    """Satu formulir tiap baris yang namanya belum cocok."""
    formulir = re.findall(r"formulir ([\d, ]+)</p>", halaman)
    banyak = sum(str(tahun) in satu for satu in formulir)
    yield Tertulis(Figur("nama belum cocok", tahun, "belum"), str(banyak))


def evaluasi(temuan: Iterable[Temuan], tahun: int) -> Iterator[Tertulis]:
    """Uji pada naskah evaluasi menyebut triwulan yang belum satu pun diukur."""
    for satu in temuan:
        cocok = DIUKUR.fullmatch(satu.pesan)
        if cocok:
            masa = satu.tempat.removesuffix(f" {tahun}")
            yield Tertulis(Figur(f"pengukuran {masa}", tahun, "belum"), cocok[1])
