"""V9: angka ditulis cara Indonesia, kurung berpasangan, judul tidak kosong."""

from collections import Counter
from typing import Any

from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.kalimat import kurung_timpang
from kinerja.aturan.tercetak import dari_asing, is_asing, is_kosong
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import Bacaan, bacaan, baris_naskah


@uji("V9", "tulisan angka, kurung, dan judul")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    for satu in bacaan(naskah, kinerja):
        yield _kurung(satu)
    pengukuran = kinerja.pengukuran
    for indikator in pengukuran.indikator:
        yield from _definisi(indikator)
        for tahun in pengukuran.renstra.tahun_periode:
            yield from _isian(pengukuran.ukur(indikator, tahun))
    yield from _asing(kinerja)


@uji("V9", "kurung dan tulisan angka pada baris program sampai tambahan dan langkah aksinya")
def baris(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    for simpul in baris_naskah(naskah, kinerja):
        row = simpul.obj
        aksi = simpul.rencana.aksi if simpul.rencana else ""
        for teks in (row.indikator, aksi):
            if teks:
                yield _kurung(Bacaan(str(row), teks, row.get_absolute_url()))
        if getattr(row, "target_tercetak", ""):
            yield _tulisan(row, str(row), row.target_tercetak, row.get_absolute_url())


def _kurung(satu: Bacaan) -> Temuan | None:
    if is_kosong(satu.teks):
        return Temuan(
            "V9",
            satu.tempat,
            "Tidak berjudul pada dokumennya.",
            satu.teks,
            "",
            satu.url,
            fakta=satu.fakta("judul"),
        )
    timpang = kurung_timpang(satu.teks)
    if not timpang:
        return None
    pesan = f"Kurung “{timpang}” tidak berpasangan."
    fakta = satu.fakta("kurung")
    return Temuan(
        "V9",
        satu.tempat,
        pesan,
        satu.teks,
        "",
        satu.url,
        fakta=fakta,
    )


def _definisi(indikator: Any) -> Perbandingan:
    for teks in (indikator.nama, indikator.rumus_pembilang, indikator.rumus_penyebut):
        if teks:
            yield _kurung(Bacaan(str(indikator), teks, indikator.get_absolute_url()))


def _isian(ukuran: Ukuran) -> Perbandingan:
    """Tulisan target dan realisasi sebagaimana diketik dari dokumennya."""
    for row in (ukuran.sasaran_target, ukuran.isian):
        if row is None or not row.tercetak:
            continue
        tempat = f"{ukuran.indikator}, {ukuran.tahun}"
        url = ukuran.indikator.get_absolute_url()
        yield _tulisan(row, tempat, row.tercetak, url)


def _tulisan(row: Any, tempat: str, tulisan: str, url: str) -> Temuan | None:
    """`row` baris yang menyimpan tulisannya."""
    if not is_asing(tulisan):
        return None
    benar = dari_asing(tulisan)
    pesan = "Pemisah ribuan dan desimalnya bukan cara Indonesia."
    fakta = kunci_fakta(row, "tulisan")
    return Temuan("V9", tempat, pesan, tulisan, benar, url, fakta=fakta)


def _asing(kinerja: TahunKinerja) -> Perbandingan:
    """Dokumen yang seluruhnya memakai cara asing disebut sekali, dengan contohnya."""
    per_dokumen = Counter(row.dokumen for row in kinerja.tercetak if not row.is_kalimat)
    asing = [row for row in kinerja.tercetak if is_asing(row.tercetak)]
    banyak = Counter(row.dokumen for row in asing)
    contoh = {row.dokumen: row.tercetak for row in reversed(asing)}
    for dokumen, semua in per_dokumen.items():
        if not banyak[dokumen]:
            yield None
            continue
        pesan = f"{banyak[dokumen]} dari {semua} angkanya memakai pemisah bukan cara Indonesia."
        benar = dari_asing(contoh[dokumen])
        nilai = (str(banyak[dokumen]), str(semua))
        fakta = kunci_fakta("dokumen", dokumen)
        yield Temuan(
            "V9",
            dokumen,
            pesan,
            contoh[dokumen],
            benar,
            fakta=fakta,
            nilai=nilai,
        )
