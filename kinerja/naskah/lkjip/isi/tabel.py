"""Bentuk tabel capaian LKjIP: setahun (3.1), beberapa tahun (3.2), jangka menengah (3.3)."""

from dataclasses import dataclass
from decimal import Decimal

from documents.snapshot import Plain
from kinerja.naskah.dasar.besaran import Bernomor, Besaran, dari_tulisan
from kinerja.naskah.indikator.isi import lift_besaran

Angka = Decimal | None  # `None` bila tidak dapat dihitung
Bertanda = list[tuple[Besaran, str]]  # besaran dan tanda catatannya
SemuaBesaran = tuple[Besaran, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSetahun(Bernomor):
    """Target, realisasi, capaian (persen), predikat dan asal angka satu indikator setahun."""

    nama: str
    satuan: str
    desimal: int
    target: Besaran
    realisasi: Besaran
    capaian: Angka
    predikat: str | None
    rumus_pembilang: str
    rumus_penyebut: str
    pembilang: Angka
    penyebut: Angka
    asal: str
    penjelasan: str
    keterangan: str = ""  # keadaan yang bukan nilai, dengan alasannya
    pembulatan: str = ""  # bila capaiannya lain daripada hitungan atas angka cetaknya


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranSetahun:
    """Satu sasaran pada tabel 3.1."""

    sasaran: str
    baris: tuple[BarisSetahun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatatanKaki:
    """Satu catatan di bawah tabel dan tanda yang menunjuknya."""

    tanda: str
    teks: str


def _bertanda(nilai: SemuaBesaran, tanda: tuple[str, ...]) -> Bertanda:
    """Isi beku sebelum ada catatan kaki tidak bertanda."""
    return list(zip(nilai, tanda or ("",) * len(nilai), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTahun(Bernomor):
    """Target, realisasi dan capaian satu indikator tiap tahun tabel; `tanda` catatan kakinya."""

    sasaran: str
    nama: str
    satuan: str
    desimal: int
    target: SemuaBesaran
    realisasi: SemuaBesaran
    capaian: tuple[Angka, ...]
    tanda_target: tuple[str, ...] = ()
    tanda_realisasi: tuple[str, ...] = ()

    @property
    def target_bertanda(self) -> Bertanda:
        """Target tiap tahun dengan tanda catatannya."""
        return _bertanda(self.target, self.tanda_target)

    @property
    def realisasi_bertanda(self) -> Bertanda:
        """Realisasi tiap tahun dengan tanda catatannya."""
        return _bertanda(self.realisasi, self.tanda_realisasi)


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelTahun:
    """Tabel 3.2: dari awal periode sampai tahun laporan, tanpa tahun yang tidak berangka."""

    tahun: tuple[int, ...]
    baris: tuple[BarisTahun, ...]
    catatan: tuple[CatatanKaki, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisJangka(Bernomor):
    """Realisasi tahun laporan terhadap target tahun terakhir Renstra."""

    nama: str
    satuan: str
    desimal: int
    realisasi: Besaran
    target: Besaran
    capaian: Angka
    keterangan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranJangka:
    """Satu sasaran pada tabel 3.3."""

    sasaran: str
    baris: tuple[BarisJangka, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisRenstra(Bernomor):
    """Target satu indikator tiap tahun periode."""

    jenis: str
    sasaran: str
    nama: str
    satuan: str
    desimal: int
    target: SemuaBesaran


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelRenstra:
    """Ringkasan Renstra; tahun tanpa satu target pun tidak ada."""

    tahun: tuple[int, ...] = ()
    baris: tuple[BarisRenstra, ...] = ()


TANPA_RENSTRA = TabelRenstra()  # isi beku sebelum diringkas


def lift_per_sasaran(rows: list[Plain]) -> list[Plain]:
    """Versi 1 ke 2: target dan realisasi tiap baris menjadi besaran."""
    return [_lift_sasaran(row) for row in rows]


def _lift_sasaran(row: Plain) -> Plain:
    """Baris-baris satu sasaran dinaikkan."""
    return row | {"baris": [lift_besaran(b, "target", "realisasi") for b in row["baris"]]}


def lift_tahun(tabel: Plain) -> Plain:
    """Versi 1 ke 2: target dan realisasi tiap tahun menjadi besaran."""
    return tabel | {"baris": [_lift_baris(b) for b in tabel["baris"]]}


def _lift_baris(baris: Plain) -> Plain:
    """Tiap tahun satu besaran."""
    return baris | {nama: [*map(dari_tulisan, baris[nama])] for nama in ("target", "realisasi")}
