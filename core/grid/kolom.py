"""Kolom, baris dan ubahan satu kisi."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.angka import format_angka, ringkas
from core.display import KOSONG
from core.forms import AngkaField, BilanganField, RupiahField
from core.kaki import TANDA_SEBAGIAN

PilihanKolom = tuple[str, str]  # nilai dan labelnya
TERSIMPAN = "tersimpan"
GAGAL = "gagal"
LOCKED = "terkunci"
BENTROK = "bentrok"
BATAL = "batal"
ANGKA = frozenset({"bulat", "desimal", "persen", "rupiah", "nilai"})
BIDANG = {"bulat": BilanganField, "rupiah": RupiahField}
BERAT_TETAP, BERAT_ISIAN, BERAT_PILIHAN = 60, 140, 40
SELURUH_BARIS = ""  # nama kolom untuk pesan yang menyangkut seluruh baris
Nilai = dict[str, Any]  # kolom → nilainya pada satu baris
Alamat = tuple[str, str]  # kunci baris dan nama kolom


@dataclass(frozen=True)
class KolomKisi:
    """Satu kolom. `jenis`: bulat desimal persen rupiah nilai teks uraian pilihan centang.

    Nilai: angka atau keadaannya, bersatuan menurut barisnya. Yang hanya dibaca: hitung, baca.
    """

    nama: str
    label: str
    jenis: str = "bulat"
    kelompok: str = ""  # judul di atas beberapa kolom
    is_jumlah: bool = False  # dijumlahkan di kaki tabel
    pilihan: tuple[PilihanKolom, ...] = ()
    bantuan: str = ""
    utuh: str = ""  # nama kelompok sel yang disimpan bersama
    alias: tuple[str, ...] = ()  # judul lain pada lembar kerja
    desimal: int | None = None  # banyak desimal tulisannya; kosong menurut nilainya
    field: forms.Field | None = None  # pemeriksa isian; kosong berarti menurut jenisnya
    is_penanda: bool = False  # pada lembar kerja ikut menunjukkan baris mana yang dimaksud

    @property
    def berat(self) -> int:
        """Kira-kira bita HTML satu selnya."""
        if self.is_tetap:
            return BERAT_TETAP
        return BERAT_ISIAN + BERAT_PILIHAN * len(self.pilihan)

    @property
    def is_tetap(self) -> bool:
        """Kolom yang tidak pernah diisi orang."""
        return self.jenis in {"hitung", "baca"}

    @property
    def is_angka(self) -> bool:
        """Isinya bilangan, apa pun bentuknya."""
        return self.jenis in ANGKA or self.jenis == "hitung"

    def tulisan(self, nilai: Any) -> str:
        """Tulisan isi sel, juga yang dibandingkan untuk mengenali bentrok."""
        if nilai is None or nilai == "":
            return ""
        if self.jenis == "centang":
            if nilai:
                return "1"
            return ""
        if isinstance(nilai, Decimal | int) and not isinstance(nilai, bool):
            if self.desimal is None:
                return ringkas(nilai)
            return format_angka(nilai, self.desimal)
        return str(nilai)

    def parse(self, teks: str) -> Any:
        """Nilai dari tulisan; `ValidationError` berbahasa Indonesia bila tidak dapat diterima."""
        if self.jenis == "centang":
            return _centang(teks)
        return self.pemeriksa.clean(teks.strip())

    def total(self, semua_nilai: Sequence[Any]) -> str:
        """Tulisan jumlahnya, bertanda bila ada yang belum diketahui.

        `semua_nilai` isi tiap barisnya, `None` yang belum diketahui. Centang selalu diketahui, dan
        jumlahnya banyak yang bertanda.
        """
        dikenal = [nilai for nilai in semua_nilai if nilai is not None]
        if not dikenal:
            return KOSONG
        tulisan = ringkas(sum(dikenal))
        if len(dikenal) < len(semua_nilai) and self.jenis != "centang":
            return f"{tulisan}{TANDA_SEBAGIAN}"
        return tulisan

    @cached_property
    def pemeriksa(self) -> forms.Field:
        if self.field is not None:
            return self.field
        if self.jenis == "pilihan":
            ada = ", ".join(label for _, label in self.pilihan)
            asing = f"“%(value)s” bukan pilihan kolom ini; yang ada: {ada}."
            return forms.ChoiceField(
                choices=[("", "—"), *self.pilihan],
                required=False,
                error_messages={"invalid_choice": asing},
            )
        if self.jenis in {"teks", "uraian"}:
            return forms.CharField(required=False, max_length=4000)
        form_class = BIDANG.get(self.jenis, AngkaField)
        return form_class(required=False, min_value=0)


Columns = Sequence[KolomKisi]


def _centang(teks: str) -> bool:
    tulisan = teks.strip().lower()
    if tulisan in {"1", "v", "x", "ya"}:
        return True
    if tulisan in {"", "-", "0", "tidak"}:
        return False
    raise ValidationError(f"“{teks}” bukan tanda; isi 1 atau v, atau kosongkan.")


@dataclass
class BarisKisi:
    """Satu baris. `isi` nilai per nama kolom.

    `sebab_lock` alasan tidak dapat diubah, kosong bila dapat.
    """

    kunci: str
    label: str
    isi: Nilai
    url: str = ""
    kode: str = ""  # kunci yang dikenal orang, untuk lembar kerja
    alias: tuple[str, ...] = ()  # nama lain baris ini pada lembar kerja
    sebab_lock: str = ""
    gaya: str = ""  # kelompok | jumlah | belum
    pesan: str = ""
    read_only: bool = False
    tetap: frozenset[str] = frozenset()  # kolom yang pada baris ini dihitung
    obj: Any = None

    def is_isian(self, kolom: KolomKisi) -> bool:
        """Apakah kolom ini diisi orang pada baris ini."""
        if self.read_only or kolom.is_tetap:
            return False
        return kolom.nama in self.isi and kolom.nama not in self.tetap

    def tulisan(self, kolom: KolomKisi) -> str:
        """Tulisan sel yang tersimpan."""
        nilai = self.isi.get(kolom.nama)
        return kolom.tulisan(nilai)


@dataclass(frozen=True)
class Ubahan:
    """Satu sel yang hendak diubah: tulisan yang dilihat pengirim dan tulisan barunya."""

    kunci: str
    kolom: str
    lama: str
    baru: str

    @property
    def alamat(self) -> Alamat:
        """Kunci baris dan nama kolomnya."""
        return self.kunci, self.kolom

    def hasil(self, status: str, nilai: str = "", pesan: str = "") -> "Hasil":
        """Nasib ubahan ini."""
        return Hasil(self.kunci, self.kolom, status, nilai=nilai, pesan=pesan)


@dataclass(frozen=True)
class Hasil:
    """Nasib satu ubahan; `nilai` tulisan isi sel sekarang."""

    kunci: str
    kolom: str
    status: str
    nilai: str = ""
    pesan: str = ""

    @property
    def alamat(self) -> Alamat:
        """Kunci baris dan nama kolomnya."""
        return self.kunci, self.kolom


class GridRefused(Exception):
    """Kiriman batal seluruhnya; `hasil` memuat sebabnya per sel."""

    def __init__(self, hasil: list[Hasil]) -> None:
        super().__init__("Kiriman ditolak.")
        self.hasil = hasil


@dataclass
class Saringan:
    """Pilihan di atas kisi, misalnya satu kecamatan."""

    nama: str
    label: str
    pilihan: list[PilihanKolom]
    kini: str = ""

    @property
    def sesudahnya(self) -> PilihanKolom | None:
        """Pilihan sesudah yang terpilih; kosong bila yang terakhir atau bila semua."""
        nilai = [satu for satu, _ in self.pilihan]
        if not self.kini or self.kini not in nilai:
            return None
        lanjut = self.pilihan[nilai.index(self.kini) + 1 :]
        return lanjut[0] if lanjut else None
