"""Baris tiap tabel naskah yang semestinya, dari isi beku versi 1 sebagai data polos.

Tidak memakai uraian tabel atau isi bertipe: nilainya diambil dan ditulis sendiri di sini.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

Isi = dict[str, Any]


class Sel(NamedTuple):
    """Satu sel: isinya pada lembar kerja dan tulisannya pada cetakan."""

    lembar: Any
    cetak: str


class TabelEmas(NamedTuple):
    """Baris isi, dan baris jumlah di kakinya."""

    baris: list[list[Sel]]
    kaki: list[list[Sel]]


KOSONG = Sel(None, "")
TIDAK_DIHITUNG = Sel("tidak dapat dihitung", "tidak dapat dihitung")


def kata(isi: str | None) -> Sel:
    return Sel(isi or None, (isi or "").strip())


def angka(isi: str | int | None, desimal: int | None = None, satuan: str = "") -> Sel:
    """Angka dengan titik ribuan dan koma desimal; tanpa `desimal` sebanyak angka pentingnya."""
    if isi is None:
        return KOSONG
    besar = Decimal(isi)
    banyak = max(0, -int(besar.normalize().as_tuple().exponent)) if desimal is None else desimal
    tulisan = f"{besar:,.{banyak}f}".translate(str.maketrans(",.", ".,"))
    return Sel(float(besar), f"{tulisan} {satuan}".strip())


def besaran(isi: str | None, desimal: int, satuan: str) -> Sel:
    """Angka bersatuan, atau sebutan kualitatif."""
    polos = (isi or "").lstrip("-").replace(".", "", 1)
    return angka(isi, desimal, satuan) if polos.isdecimal() else kata(isi)


def pasangan(satu: Isi, desimal: int | None = None) -> list[Sel]:
    """Kinerja dan rupiah; `desimal` untuk keduanya bila persen."""
    return [angka(satu["k"], desimal), angka(satu["rp"], desimal or 0)]


def rencana_aksi(isi: Isi) -> TabelEmas:
    """23 kolom; jumlahnya jumlah yang dibekukan."""
    baris = [_aksi(satu) for satu in isi["baris"]]
    return TabelEmas(baris, [[kata("Jumlah anggaran"), angka(isi["jumlah"], 0)]] if baris else [])


def _aksi(baris: Isi) -> list[Sel]:
    sasaran = baris["sasaran"] or {"nomor": None, "nama": "", "indikator": []}
    return [
        angka(sasaran["nomor"]),
        kata(sasaran["nama"]),
        kata("\n".join(satu["nama"] for satu in sasaran["indikator"])),
        kata("\n".join(satu["target"] for satu in sasaran["indikator"])),
        *(kata(baris[nama]) for nama in ("nama", "indikator", "target", "aksi")),
        *map(angka, baris["bulan"]),
        angka(baris["anggaran"], 0),
        kata(baris["penanggung_jawab"]),
        kata(baris["keterangan"]),
    ]


def evaluasi(isi: Isi) -> TabelEmas:
    """24 kolom; baris total hanya pada naskah seluruh dinas."""
    return TabelEmas(
        [_evaluasi(satu) for satu in isi["baris"]], [_total(isi["total"])] if isi["total"] else []
    )


def _evaluasi(baris: Isi) -> list[Sel]:
    return [
        angka(baris["nomor"]),
        *(kata(baris[nama]) for nama in ("sasaran", "nama", "indikator")),
        *(kata("v" if is_terjadwal else "") for is_terjadwal in baris["jadwal"]),
        angka(baris["target"]["k"]),
        kata(baris["satuan"]),
        angka(baris["target"]["rp"], 0),
        *_capaian_uang(baris),
        kata(baris["keterangan"]),
    ]


def _capaian_uang(baris: Isi) -> list[Sel]:
    """Empat triwulan, jumlah, dan persennya."""
    sampai = [sel for satu in (*baris["triwulan"], baris["jumlah"]) for sel in pasangan(satu)]
    return [*sampai, *pasangan(baris["persen"], 2)]


def _total(total: Isi) -> list[Sel]:
    return [kata("Total anggaran"), angka(total["target"]["rp"], 0), *_capaian_uang(total)]


def e81(isi: Isi) -> TabelEmas:
    """27 sel; rata-rata dan predikat di kakinya."""
    rata, predikat = isi["rata"], isi["predikat"]
    is_terhitung = rata["k"] is not None or rata["rp"] is not None
    rata_rata = [kata("Rata-rata capaian kinerja (%)"), *pasangan(rata, 2)]
    return TabelEmas(
        [_e81(satu) for satu in isi["baris"]],
        [
            rata_rata if is_terhitung else [*rata_rata, TIDAK_DIHITUNG],
            [kata("Predikat kinerja"), kata(predikat["k"] or "—"), kata(predikat["rp"] or "—")],
        ],
    )


def _e81(baris: Isi) -> list[Sel]:
    urut = (
        baris["renstra"],
        baris["lalu"],
        baris["target"],
        *baris["triwulan"],
        baris["jumlah"],
        baris["akhir"],
    )
    return [
        angka(baris["nomor"]),
        *(kata(baris[nama]) for nama in ("sasaran", "nama", "indikator", "satuan")),
        *(sel for satu in urut for sel in pasangan(satu)),
        *pasangan(baris["persen_renstra"], 2),
        kata(baris["unit"]),
        kata(baris["keterangan"]),
    ]


def capaian(isi: Isi) -> TabelEmas:
    """12 kolom; anggaran dinas hanya pada baris pertama, merentang ke bawah."""
    uang = isi["anggaran"]
    dinas = [angka(uang["pagu"], 0), angka(uang["realisasi"], 0), angka(uang["persen"], 2)]
    kosong = [KOSONG] * 3
    rows = [
        [*_capaian(satu), *(dinas if urut == 0 else kosong)]
        for urut, satu in enumerate(isi["baris"])
    ]
    return TabelEmas(rows, [])


def _capaian(baris: Isi) -> list[Sel]:
    bentuk = (baris["desimal"], baris["satuan"])
    return [
        angka(baris["nomor"]),
        kata(baris["sasaran"]),
        kata(baris["nama"]),
        besaran(baris["target"], *bentuk),
        besaran(baris["realisasi"], *bentuk),
        TIDAK_DIHITUNG if baris["capaian"] is None else angka(baris["capaian"], 2),
        besaran(baris["realisasi"], *bentuk),
        besaran(baris["lalu"], *bentuk),
        angka(baris["naik"], *bentuk),
    ]


def definisi(isi: Isi) -> TabelEmas:
    """8 kolom IKU atau IKK."""
    rows = [
        _definisi(satu["sasaran"], indikator)
        for satu in isi["indikator"]
        for indikator in satu["indikator"]
    ]
    return TabelEmas(rows, [])


def _definisi(sasaran: str, indikator: Isi) -> list[Sel]:
    kali = f" × {indikator['faktor']}" if indikator["faktor"] != 1 else ""
    pecahan = f"({indikator['pembilang']}) / ({indikator['penyebut']}){kali}"
    return [
        angka(indikator["nomor"]),
        kata(sasaran),
        kata(indikator["nama"]),
        kata(indikator["satuan"]),
        kata(pecahan if indikator["penyebut"] else indikator["pembilang"]),
        *(kata(indikator[nama]) for nama in ("penanggung_jawab", "sumber_data", "keterangan")),
    ]


TABEL: dict[str, Callable[[Isi], TabelEmas]] = {
    "rencana_aksi": rencana_aksi,
    "evaluasi": evaluasi,
    "e81": e81,
    "capaian": capaian,
    "iku": definisi,
    "ikk": definisi,
}
