"""Jenis naskah: aplikasi mendaftarkan isi, kelengkapan dan uji tiap jenis; `documents` memakainya.

Model naskah berada di kiri laporannya, maka hubungannya lewat daftar ini.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from documents.beda import differences
from documents.kepala import PERAGAAN
from documents.snapshot import Isi, Lift, Unreadable, lifted, restore
from documents.uji import Pemeriksaan, Temuan, Uji, satu_tiap_fakta, semua_temuan
from documents.workflow import BIASA, Workflow

Kalimat = list[str]
SemuaTercetak = Collection[tuple[str, int]]  # lingkup data, tahun
SemuaSumber = tuple[tuple[str, str], ...]  # model, jalan ke tahunnya
DariNaskah = Callable[[Any], Any]
T = TypeVar("T", bound=Isi)
_TERCETAK: dict[str, SemuaTercetak] = {}  # menurut sidik isi bekunya
CatatanSumber = tuple[str, str]  # tempat dan catatannya

TABULAR = "documents/print/tabel.html"  # templat semua naskah yang seluruhnya uraian tabel


def _head_only(naskah: Any) -> list[Any]:
    """Biasanya hanya kepala perangkat daerahnya, bila diketahui."""
    head = naskah.head()
    if head:
        return [head]
    return []


@dataclass(frozen=True)
class JenisNaskah(Generic[T]):
    """Satu jenis naskah, menurut urutan jalannya: bahan, isi, yang kurang, ujinya.

    `read(naskah)` membaca bahannya sekali; `compose(naskah, bahan)` menyusun isinya, dataclass
    `isi`; `missing` dan tiap `uji` menerima keduanya: `(naskah, bahan, isi)`. `lembar` menguraikan
    isi sebagai tabel (`core.tabel`): lembar XLSX-nya, dan untuk `template` `TABULAR` juga halaman
    dan PDF-nya, dengan kop surat bila `has_kop`; yang berbagian banyak menyusun bagiannya pada
    `layout` (`documents.cetakan`). `is_diantrekan`: drafnya dicetak sebagai tugas. `judul` untuk
    halaman dan nama berkas; `lift[n]` membawa isi beku dari versi n ke n+1.

    Jalannya: `workflow` alurnya (langkah dan perannya), `perangkat` perangkat daerah pemilik kopnya
    (bawaannya dinas PMD), `signers` penanda tangan menurut urutan (bawaannya kepala perangkat
    daerah itu pada tanggal naskah), `locks` lingkup data yang terkunci begitu ditandatangani; ""
    seluruh tahun. Ikut terkunci (ADR 95): `tercetak(isi)` lingkup data dan tahun sebelumnya yang
    angkanya tercetak, dan `asal_tercetak(naskah, semua)` yang menghitung angka itu.
    `catatan(bahan)` catatan sumber bagi penelaah; hanya pada lembar uji;
    `penyerta(naskah)` pengesahan naskah lain yang dilampirkan padanya.

    Bundel buktinya: `sumber` baris yang menjadi angkanya, `bukti` berkas yang mendukungnya;
    keduanya `(model, jalan ke tahunnya)`.
    """

    template: str
    isi: type[T]
    read: DariNaskah
    compose: Callable[[Any, Any], T]
    missing: Callable[[Any, Any, T], Kalimat]
    uji: Sequence[Uji]
    judul: str = ""
    lembar: Callable[[T], Any] | None = None
    layout: Callable[[T], Iterable[Any]] | None = None
    has_kop: bool = False
    is_diantrekan: bool = False
    lift: Mapping[int, Lift] = field(default_factory=dict)
    workflow: Callable[[Any], Workflow] = lambda naskah: BIASA
    perangkat: DariNaskah = lambda naskah: naskah.kabupaten.dinas
    signers: Callable[[Any], Sequence[Any]] = _head_only
    locks: Callable[[Any], tuple[str, ...]] = lambda naskah: ()
    tercetak: Callable[[T], SemuaTercetak] = lambda isi: ()
    asal_tercetak: Callable[[Any, SemuaTercetak], SemuaTercetak] = lambda naskah, semua: semua
    catatan: Callable[[Any], Iterable[CatatanSumber]] = lambda bahan: ()
    penyerta: Callable[[Any], Sequence[Any]] = lambda naskah: ()
    sumber: SemuaSumber = ()
    bukti: SemuaSumber = ()

    @property
    def is_tabular(self) -> bool:
        """Seluruh naskah satu uraian tabel: disusun Typst."""
        return self.template == TABULAR

    def restore(self, teks: str) -> T:
        """Isi beku versi mana pun sebagai isi bertipe; `Unreadable` bila rusak atau lebih baru."""
        beku = lifted(teks, self.isi.VERSI, self.lift)
        isi: T = restore(self.isi, beku)
        return isi

    def read_tercetak(self, naskah: Any, snapshot: Any) -> SemuaTercetak:
        """Lingkup dan tahun sebelumnya yang angkanya dicetak `snapshot` milik `naskah`.

        Isi beku dibaca sekali selama proses hidup; yang rusak tidak menyebut apa-apa.
        """
        sidik = snapshot.sha256
        if sidik not in _TERCETAK:
            try:
                _TERCETAK[sidik] = self.tercetak(self.restore(snapshot.content))
            except Unreadable:
                return ()
        return self.asal_tercetak(naskah, _TERCETAK[sidik])

    def differences(self, teks: str, kini: T) -> Kalimat:
        """Fakta pada isi beku yang lain pada `kini`.

        Yang baru dikenal sesudahnya tidak dibandingkan.
        """
        beku = lifted(teks, self.isi.VERSI, self.lift)
        lama = restore(self.isi, beku)
        beda = differences(beku, lama, kini)
        return list(beda)


Pendaftaran = JenisNaskah[Any]  # jenis naskah yang terdaftar


class Reading:
    """Satu naskah dibaca sekali; tiap bagian dihitung saat pertama diminta lalu dipakai bersama."""

    def __init__(self, naskah: Any, jenis_naskah: Pendaftaran) -> None:
        self.naskah = naskah
        self.jenis_naskah = jenis_naskah

    @cached_property
    def facts(self) -> Any:
        """Bahan naskah sebagaimana dibaca dari basis data."""
        return self.jenis_naskah.read(self.naskah)

    @cached_property
    def isi(self) -> Any:
        """Isi naskah bertipe, barisnya berurutan tetap."""
        return self.jenis_naskah.compose(self.naskah, self.facts)

    @cached_property
    def missing(self) -> Kalimat:
        """Kalimat tentang yang belum lengkap; kosong bila boleh diajukan."""
        return self.jenis_naskah.missing(self.naskah, self.facts, self.isi)

    @cached_property
    def pemeriksaan(self) -> list[Pemeriksaan]:
        """Tiap uji yang didaftarkan, dijalankan atas isi naskah; satu temuan tiap faktanya."""
        semua = []
        for uji in self.jenis_naskah.uji:
            satu = uji(self.naskah, self.facts, self.isi)
            semua.append(satu)
        return satu_tiap_fakta(semua)

    @cached_property
    def catatan(self) -> tuple[CatatanSumber, ...]:
        """Catatan sumber bagi penelaah."""
        return tuple(self.jenis_naskah.catatan(self.facts))

    @cached_property
    def temuan(self) -> list[Temuan]:
        """Temuan semua uji atas isi naskah."""
        return semua_temuan(self.pemeriksaan)


_JENIS: dict[str, Pendaftaran] = {}


def register(label: str, jenis_naskah: Pendaftaran) -> None:
    """Daftarkan naskah untuk model `app.Model`, atau satu jenisnya `app.Model:jenis`."""
    _JENIS[label] = jenis_naskah


def jenis_naskah(naskah: Any) -> Pendaftaran:
    """Naskah untuk `naskah`; `KeyError` bila jenisnya belum didaftarkan."""
    label = naskah._meta.label
    jenis = getattr(naskah, "jenis", "")
    satu_jenis = _JENIS.get(f"{label}:{jenis}")
    return satu_jenis or _JENIS[label]


Penutup = Callable[[str, int, str], bool]
_PENUTUP: list[Penutup] = []


def register_closure(is_closed: Penutup) -> None:
    """Daftarkan penutup data lain, misalnya masa isian: (kabupaten, tahun, lingkup)."""
    _PENUTUP.append(is_closed)


def is_closed(kabupaten: str, tahun: int, lingkup: str) -> bool:
    """Apakah lingkup itu tertutup oleh sesuatu selain naskah yang ditandatangani."""
    return any(penutup(kabupaten, tahun, lingkup) for penutup in _PENUTUP)


Penanda = Callable[[Any, int], bool]
_PENANDA: list[Penanda] = []


def register_peragaan(is_peragaan: Penanda) -> None:
    """Daftarkan penanda data buatan: (kabupaten, tahun)."""
    _PENANDA.append(is_peragaan)


def is_peragaan(kabupaten: Any, tahun: int) -> bool:
    """Apakah data tahun itu memuat angka buatan untuk peragaan."""
    return any(penanda(kabupaten, tahun) for penanda in _PENANDA)


def tanda_tahun(kabupaten: Any, tahun: int) -> list[str]:
    """Tandanya di bawah judul lembar kerja tahun itu; kosong bila tanpa angka buatan."""
    if is_peragaan(kabupaten, tahun):
        return [PERAGAAN]
    return []


Jadwal = Callable[[Any], bool]
_JADWAL: list[Jadwal] = []


def register_schedule(is_scheduled: Jadwal) -> None:
    """Daftarkan penjadwal reviu: apakah satu naskah direviu sebelum ditandatangani."""
    _JADWAL.append(is_scheduled)


def is_reviewed_first(naskah: Any) -> bool:
    """Naskah itu sudah direviu, atau dijadwalkan direviu sebelum ditandatangani."""
    if naskah.reviewed_at is not None:
        return True
    return any(is_scheduled(naskah) for is_scheduled in _JADWAL)
