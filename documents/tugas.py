"""Jenis tugas: pekerjaan di luar permintaan, didaftarkan aplikasinya dengan `register_tugas`.

Yang lama dan dapat dibatalkan di `prepare`, yang mengubah data di `apply`. Tugas yang pekerjanya
mati disiapkan lagi dari awal; `apply` berlaku tepat sekali, bersama tanda selesainya.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from core.angka import ringkas

Banyak = int | None


@dataclass(frozen=True)
class Fase:
    """Satu bagian pekerjaan dan yang dihitung di dalamnya, misalnya `halaman`."""

    nama: str
    satuan: str = ""

    def hitungan(self, maju: Banyak, dari: Banyak) -> str:
        """`halaman 12 dari 25`; yang belum diketahui tidak disebut."""
        if maju is None:
            return ""
        tulisan = f"{self.satuan} {ringkas(maju)}"
        if dari is None:
            return tulisan
        return f"{tulisan} dari {ringkas(dari)}"


SemuaFase = tuple[Fase, ...]
MENYIMPAN = Fase("Menyimpan hasil")


class Kemajuan(Protocol):
    """Yang dikabari selama menyiapkan, paling lama tiap setengah menit; tanpa kabar ia mati."""

    def lanjut(self) -> None:
        """Fase berikutnya dimulai."""

    def percobaan(self) -> AbstractContextManager[None]:
        """Selama transaksi yang lalu dibatalkan, yang menahan baris tugasnya sendiri."""

    def lapor(self, maju: Banyak = None, dari: Banyak = None) -> None:
        """Masih berjalan, sampai di `maju`; tugas yang dibatalkan berhenti di sini."""


@dataclass(frozen=True)
class HasilTugas:
    """Peninggalan tugas yang selesai: kalimatnya, dan berkas atau halaman yang dibuka."""

    ringkasan: str
    nama: str = ""
    isi: bytes = b""
    halaman: str = ""


@dataclass(frozen=True)
class JenisTugas:
    """Satu jenis tugas; `fase` menurut urutan, yang pertama berjalan sejak dikerjakan.

    `prepare(tugas, kemajuan)` memberi bahan bagi `apply(tugas, bahan)`. Kalimat `core.audit.
    Refused` dari keduanya dibaca peminta sebagai sebab gagalnya.
    """

    fase: SemuaFase
    prepare: Callable[[Any, Kemajuan], Any]
    apply: Callable[[Any, Any], HasilTugas]
    penyimpanan: Fase = MENYIMPAN

    @property
    def semua_fase(self) -> SemuaFase:
        """Berikut penyimpanannya, yang tidak dapat dibatalkan lagi."""
        return (*self.fase, self.penyimpanan)


@dataclass(frozen=True)
class Tahap:
    """Satu fase pada halamannya; `keadaan` sudah, kini, atau kosong bila belum."""

    nama: str
    keadaan: str
    hitungan: str = ""


def tahap(
    jenis: JenisTugas,
    kini: int,
    maju: Banyak,
    dari: Banyak,
) -> Iterator[Tahap]:
    """Semua fase, dengan hitungan pada yang sedang berjalan."""
    for nomor, fase in enumerate(jenis.semua_fase):
        if nomor < kini:
            yield Tahap(fase.nama, "sudah")
        elif nomor == kini:
            yield Tahap(fase.nama, "kini", fase.hitungan(maju, dari))
        else:
            yield Tahap(fase.nama, "")


def _tiada(tugas: Any, bahan: Any) -> Any:
    raise LookupError(f"Jenis tugas {tugas.jenis} tidak didaftarkan.")


_TUGAS: dict[str, JenisTugas] = {}
_TIADA = JenisTugas((), _tiada, _tiada)


def register_tugas(nama: str, jenis: JenisTugas) -> None:
    """Daftarkan satu jenis; `nama` tersimpan pada tiap tugasnya."""
    _TUGAS[nama] = jenis


def jenis_tugas(nama: str) -> JenisTugas:
    """Jenis bernama itu; yang sudah tiada tetap tampil, tetapi tidak dapat dikerjakan."""
    return _TUGAS.get(nama, _TIADA)
