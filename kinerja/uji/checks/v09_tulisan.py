"""V9: angka ditulis cara Indonesia, kurung berpasangan, judul tidak kosong."""

from collections import Counter
from typing import Any

from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.kalimat import kurung_timpang
from kinerja.aturan.tercetak import dari_asing, is_asing, is_kosong
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import Bacaan, bacaan


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
        if is_asing(row.tercetak):
            benar = dari_asing(row.tercetak)
            pesan = "Pemisah ribuan dan desimalnya bukan cara Indonesia."
            fakta = kunci_fakta(row, "tulisan")
            yield Temuan(
                "V9",
                tempat,
                pesan,
                row.tercetak,
                benar,
                url,
                fakta=fakta,
            )
        else:
            yield None


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
