"""V2: jumlah selalu dihitung; jumlah pada dokumen lama disimpan dan dibandingkan."""

from collections.abc import Callable

from documents.jenis import Temuan
from kinerja.aturan.tercetak import Banding
from kinerja.models import Lkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.tercetak import banding

PERSEN = {"persen", "sisa_persen", "capaian", "realisasi", "target"}


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    return from_banding("V2", kinerja, lambda rujukan: not is_kinerja(rujukan))


def from_banding(kelas: str, kinerja: TahunKinerja, chosen: Callable[[str], bool]) -> list[Temuan]:
    """Satu temuan per angka tercetak terpilih yang tidak sama dengan hasil hitung."""
    return [
        Temuan(
            kelas,
            f"{row['dokumen']}, {row['tempat']}",
            f"Angka tercetak {row['simpulan']}.",
            row["tercetak"],
            row["dihitung"],
            row["url"],
        )
        for row in banding(kinerja)
        if row["simpulan"] != Banding.SAMA.value and chosen(row["rujukan"])
    ]


def is_kinerja(rujukan: str) -> bool:
    """Rujukan ke persen atau angka indikator: diperiksa V4, bukan sebagai jumlah."""
    bagian = rujukan.split(".")
    is_uang = bagian[0] in {"anggaran", "program"} and bagian[-1] in {"pagu", "realisasi"}
    return not is_uang and bool(PERSEN.intersection(bagian))
