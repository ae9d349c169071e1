"""Impor lembar kerja: yang menerima berkas, dan hasil pemeriksaannya.

Penerima baru cukup subkelas `Penerima` yang didaftarkan dengan `documents.urls.impor_urls`;
halaman unggah, pratinjau, berkas “Kesalahan” dan jejak auditnya sudah ada.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any, ClassVar

from core.audit import Refused
from core.grid import BarisKisi, KolomKisi
from documents.models.impor import Terbaca
from documents.pembaca import Tabel, read

SemuaTulisan = tuple[str, ...]
SemuaTabel = list[Tabel]
SemuaTerbaca = Sequence[Terbaca]
Sebutan = ClassVar[str]
STRIP = (
    "{kolom}: {banyak} sel bertanda setrip dibaca belum diisi, bukan nol. "
    "Bila maksudnya tidak ada, tulis 0."
)
JUDUL_KESALAHAN = "Kesalahan"  # kolom pada berkas yang dikembalikan; diabaikan bila diunggah lagi


@dataclass(frozen=True)
class Kesalahan:
    """Satu masalah dan tempatnya."""

    lembar: str
    sel: str
    isi: str
    pesan: str
    is_jumlah: bool = False  # jumlah yang lain dari rinciannya; diakui sebelum diterapkan


SemuaKesalahan = list[Kesalahan]


@dataclass(frozen=True)
class Hitungan:
    """Angka yang tertulis pada sel yang dihitung, dengan baris dan kolom kisinya."""

    row: BarisKisi
    kolom: KolomKisi
    tertulis: Decimal
    lembar: str
    sel: str

    def kesalahan(self, pesan: str) -> Kesalahan:
        """Masalah pada sel itu."""
        isi = self.kolom.tulisan(self.tertulis)
        return Kesalahan(self.lembar, self.sel, isi, pesan)

    def beda(self, pesan: str) -> Kesalahan:
        """Jumlah pada sel itu lain dari rinciannya."""
        return replace(self.kesalahan(pesan), is_jumlah=True)


@dataclass
class Hasil:
    """Hasil memeriksa satu berkas.

    Tiap ubahan kamus tulisan: `baris judul lama baru lembar sel` untuk pratinjau, selebihnya milik
    penerima. Ubahan yang menimpa isi lain diberi kunci `beda` dan hanya diterapkan bila diminta.
    Yang perlu keputusan membawa `pilihan` (nilai dan labelnya) dan boleh `usul`; keputusannya
    menjadi `pilih`. Tanpa keputusan ia dibiarkan, kecuali `wajib`.
    """

    ubahan: list[Terbaca] = field(default_factory=list)
    kesalahan: SemuaKesalahan = field(default_factory=list)
    # yang perlu dilihat tetapi tidak menahan
    catatan: SemuaKesalahan = field(default_factory=list)
    banyak_baris: int = 0
    sama: int = 0
    is_rinci: bool = False  # ada sel isian yang terisi
    hitungan: list[Hitungan] = field(default_factory=list)
    strip: dict[tuple[str, str], list[str]] = field(default_factory=dict)  # lembar, kolom → sel

    def record_strip(self, lembar: str, kolom: str, sel: str) -> None:
        """Sel bertanda setrip pada kolom angka, dibaca belum diisi.

        `kolom` judulnya sebagaimana tampil, `sel` alamatnya pada `lembar`.
        """
        semua = self.strip.setdefault((lembar, kolom), [])
        semua.append(sel)

    def sebut_strip(self) -> None:
        """Satu catatan tiap kolom, pada sel setripnya yang pertama.

        Setrip dapat pula berarti nol, jadi orang yang memutuskan (ADR 71).
        """
        for (lembar, kolom), semua in self.strip.items():
            banyak = len(semua)
            pesan = STRIP.format(kolom=kolom, banyak=banyak)
            self.catatan.append(Kesalahan(lembar, semua[0], "-", pesan))
        self.strip.clear()


Lapor = Callable[[int, int], None]  # (baris yang sudah, semuanya)


def tanpa_kabar(maju: int, dari: int) -> None:
    """Yang diperiksa seketika tidak dikabari kemajuannya."""


class Penerima:
    """Yang menerima satu berkas: membaca, memeriksa tanpa menyimpan, lalu menerapkan.

    Diterapkan semua atau tidak satu pun.
    """

    model: ClassVar[Any]  # model dan tindakan yang haknya membuka impor ini
    hak: Sebutan = "change"
    judul: Sebutan
    halaman: Sebutan  # nama url yang dibuka sesudah diterapkan
    satuan: Sebutan = "baris"  # yang dihitung pada pratinjau
    akhiran: ClassVar[SemuaTulisan] = (".xlsx", ".csv")
    # tentang lembar isian yang diunduh
    pesan_templat: Sebutan = "Kolom pertama dan judulnya jangan diubah."
    pengantar: ClassVar[SemuaTulisan] = ()  # kalimat pada halaman unggah
    is_banyak: ClassVar[bool] = False  # beberapa berkas sekaligus, diterima sebagai satu zip
    is_pilih_tahun: ClassVar[bool] = True
    is_boleh_abai: ClassVar[bool] = False  # kolom asing boleh dilewati atas permintaan
    is_diringkas: ClassVar[bool] = False  # banyak ubahan tiap judul disebut di atas
    is_diantrekan: ClassVar[bool] = False  # diperiksa dan diterapkan sebagai tugas
    form_class: ClassVar[Any] = None  # isian yang diminta saat menerapkan; isinya menjadi `setelan`

    def __init__(self, user: Any, tahun: int) -> None:
        self.user = user
        self.tahun = tahun
        self.kabupaten = user.kabupaten
        self.setelan: dict[str, Any] = {}
        self.is_abai = False  # kolom asing dilewati dan hanya disebut
        self.lapor: Lapor = tanpa_kabar
        self.tabel: SemuaTabel | None = None
        self.jejak: list[Terbaca] = []  # baris yang ditulis `apply`, bila dapat dibatalkan

    def read(self, nama: str, data: bytes) -> SemuaTabel:
        """Isi berkas sebagai tabel; `documents.pembaca.LembarRefused` bila tidak dapat dibaca."""
        return read(nama, data)

    def isi(self, impor: Any) -> SemuaTabel:
        """Tabel berkas yang tersimpan, dibaca sekali."""
        if self.tabel is None:
            with impor.berkas.open("rb") as aliran:
                self.tabel = self.read(impor.nama, aliran.read())
        return self.tabel

    def check(self, tabel: Sequence[Tabel]) -> Hasil:
        """Bandingkan dengan yang ada; tidak menyimpan apa pun, semua masalah sekaligus."""
        raise NotImplementedError

    def apply(self, ubahan: SemuaTerbaca, *, by: Any, note: str) -> None:
        """Simpan semua `ubahan` dan catat, di dalam transaksi pemanggil.

        `core.audit.Refused` bila tidak dapat.
        """
        raise NotImplementedError

    def apply_berkas(
        self,
        impor: Any,
        ubahan: SemuaTerbaca,
        *,
        by: Any,
        note: str,
    ) -> None:
        """Menerapkan dengan berkasnya di tangan; biasanya ubahannya saja cukup."""
        self.apply(ubahan, by=by, note=note)

    def batalkan(self, jejak: SemuaTerbaca, *, by: Any, note: str) -> None:
        """Kembalikan isi semula, di dalam transaksi pemanggil; `Refused` bila tidak dapat."""
        raise Refused("Impor ini tidak dapat dibatalkan.")

    def keputusan(self, ubahan: SemuaTerbaca) -> dict[str, str]:
        """Kunci ubahan → label keputusannya, untuk dibaca kemudian."""
        hasil = {}
        for satu in ubahan:
            if "pilihan" in satu:
                label = dict(satu["pilihan"])
                hasil[satu["kunci"]] = label[satu["pilih"]]
        return hasil


PENERIMA: dict[str, type[Penerima]] = {}  # nama url → penerimanya; diisi `documents.urls`


def normal(teks: str) -> str:
    """Judul atau nama tanpa beda huruf, spasi dan tanda baca."""
    polos = re.sub(r"[^a-z0-9%]+", " ", teks.lower())
    return polos.strip()


def simpanan(kesalahan: Sequence[Kesalahan]) -> list[dict[str, str]]:
    return [asdict(k) for k in kesalahan]
