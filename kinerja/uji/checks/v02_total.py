"""V2: jumlah selalu dihitung; jumlah pada dokumen lama disimpan dan dibandingkan."""

from collections.abc import Callable
from typing import Any

from documents.uji import Perbandingan, Temuan, uji
from kinerja.aturan.tercetak import Banding, is_kosong
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.tercetak import banding
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import fakta_sel, fakta_ukur

PERSEN = {"persen", "sisa_persen", "capaian", "realisasi", "target"}


@uji("V2", "jumlah yang tercetak pada dokumen terhadap hasil hitungnya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    return from_banding("V2", kinerja, lambda rujukan: not is_kinerja(rujukan))


@uji("V2", "isian setahun indikator terhadap gabungan triwulan dan bulannya")
def setahun(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Tiap tahun yang masanya terisi di samping isian setahunnya."""
    pengukuran = kinerja.pengukuran
    for indikator in pengukuran.indikator:
        for tahun in pengukuran.renstra.tahun_periode:
            ukuran = pengukuran.ukur(indikator, tahun)
            if ukuran.gabungan is not None:
                yield _beda_setahun(ukuran)


def _beda_setahun(u: Ukuran) -> Temuan | None:
    if not u.beda_setahun:
        return None
    return Temuan(
        "V2",
        f"{u.indikator}, {u.tahun}",
        u.beda_setahun,
        u.tulisan,
        u.tulisan_gabungan,
        u.indikator.get_absolute_url(),
        fakta=fakta_ukur(u),
    )


def from_banding(kelas: str, kinerja: TahunKinerja, chosen: Callable[[str], bool]) -> Perbandingan:
    """Tiap angka tercetak terpilih terhadap hasil hitungnya.

    Yang tidak dapat dihitung tidak dibandingkan; yang kosong diperiksa V6.
    """
    for row in banding(kinerja):
        if not chosen(row["rujukan"]) or is_kosong(row["tercetak"]) or row["nilai"] is None:
            continue
        yield _beda(kelas, row)


def _beda(kelas: str, row: dict[str, Any]) -> Temuan | None:
    if row["simpulan"] == Banding.SAMA.value:
        return None
    return Temuan(
        kelas,
        f"{row['dokumen']}, {row['tempat']}",
        f"Angka tercetak {row['simpulan']}.",
        row["tercetak"],
        row["dihitung"],
        row["url"],
        fakta=fakta_sel(row["dokumen"], row["tempat"]),
    )


def is_kinerja(rujukan: str) -> bool:
    """Rujukan ke persen atau angka indikator: diperiksa V4, bukan sebagai jumlah."""
    bagian = rujukan.split(".")
    awal, akhir = bagian[0], bagian[-1]
    is_uang = awal in {"anggaran", "program"} and akhir in {"pagu", "realisasi"}
    return not is_uang and bool(PERSEN.intersection(bagian))
