"""Pohon kinerja satu tahun: program, kegiatan, baris sub kegiatan; dijumlahkan ke atas sekali."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Any

from core.angka import rupiah
from core.kaki import TANDA_SEBAGIAN
from kinerja.aturan.e81 import E81
from kinerja.aturan.rencana import TRIWULAN, Evaluasi, Takaran, jumlah, jumlah_uang
from kinerja.aturan.terlapor import Terlapor, terlapor
from kinerja.models import RencanaAksi
from kinerja.tahun.anggaran import Anggaran, is_dijumlahkan, kalimat_rinci

NOL = Decimal(0)
TANPA_JADWAL: tuple[int | None, ...] = (None,) * 12
Ukur = Mapping[int, Any]  # pengukuran per triwulan
ATAS_SEBAGIAN = "atas pagu yang diketahui saja"
DISEBUT = 5  # kode yang disebut satu per satu


@dataclass(frozen=True, eq=False)
class Simpul:
    """Satu baris pohon dengan semua angkanya; `rencana` hanya pada baris sub kegiatan."""

    obj: Any
    tingkat: str  # program, kegiatan, sub, tambahan
    evaluasi: Evaluasi
    renstra: Takaran  # target akhir Renstra: K ditetapkan, Rp jumlah sub kegiatan
    lalu: Takaran  # realisasi Renstra sampai tahun lalu
    ukur: Ukur
    pagu_murni: Decimal | None = None
    tahun_lalu: int | None = None  # banyak tahun periode sebelum tahun ini, bila diketahui
    rencana: RencanaAksi | None = None
    bulan: tuple[int | None, ...] = TANPA_JADWAL
    anak: tuple["Simpul", ...] = ()
    tambahan: tuple["Simpul", ...] = ()  # indikator kedua dan seterusnya, tanpa uang

    @property
    def pagu(self) -> Decimal | None:
        """Pagu berlaku pada tingkat yang diketahui."""
        return self.evaluasi.target.rp

    @property
    def terinci(self) -> Decimal | None:
        """Yang terinci dari pagunya: jumlah pagu sub kegiatan di bawahnya (rupiah)."""
        return jumlah(sub.pagu for sub in self.baris_sub)

    @property
    def kalimat_rinci(self) -> str:
        """Kosong bila pagunya seluruhnya terinci."""
        return kalimat_rinci(self.terinci, self.pagu)

    @cached_property
    def pagu_anak(self) -> Decimal | None:
        """Jumlah pagu baris tepat di bawahnya, menurut dokumennya atau rinciannya (rupiah)."""
        return jumlah(anak.pagu for anak in self.anak)

    @property
    def lebih_rinci(self) -> str:
        """Kalimat bila pagu baris di bawahnya melebihi pagunya sendiri menurut dokumen."""
        pagu = self.pagu
        rincian = self.pagu_anak
        if pagu is None or rincian is None:
            return ""
        if rincian <= pagu:
            return ""
        lebih = f"melebihi pagunya menurut dokumen {rupiah(pagu)}"
        return f"Rincian {self.obj.kode} {rupiah(rincian)}, {lebih}."

    @cached_property
    def tanpa_pagu(self) -> "Rows":
        """Yang hilang dari jumlah pagunya: sub kegiatan yang pagunya belum diketahui.

        Dirinya sendiri bila pagunya tidak diketahui; kosong bila pagunya menurut dokumennya.
        """
        if self.pagu is None:
            return [self]
        if not self.anak or not is_dijumlahkan(self.obj):
            return []
        return tanpa_uang(self.baris_sub)

    @property
    def catatan_pagu(self) -> str:
        """Yang hilang dari pagunya; kosong bila tidak ada, atau pagunya tidak diketahui."""
        return catatan_pagu(self.pagu, self.tanpa_pagu)

    def catatan_serapan(self) -> str:
        """`catatan_pagu` di samping penyerapannya."""
        return catatan_serapan(self.pagu, self.tanpa_pagu)

    @property
    def kelengkapan(self) -> str:
        """Yang belum termuat pada pagunya yang diketahui; kosong bila semuanya."""
        if self.pagu is None or not self.tanpa_pagu:
            return self.kalimat_rinci
        return f"{len(self.tanpa_pagu)} sub kegiatan belum berpagu"

    def perlu_penjelasan(self, triwulan: int) -> bool:
        """Dijadwalkan pada `triwulan`, tidak ada hasilnya, dan belum dijelaskan."""
        ukur = self.ukur.get(triwulan)
        is_dijelaskan = bool(ukur and ukur.penjelasan.strip())
        return self.evaluasi.tanpa_hasil(self.bulan, triwulan) and not is_dijelaskan

    def uraian(self, kolom: str, sampai: int, sejak: int = 1) -> str:
        """Tulisan `kolom` pada triwulan terakhir yang mengisinya, dari `sejak` sampai `sampai`."""
        triwulan = self.triwulan_uraian(kolom, sampai, sejak)
        return getattr(self.ukur.get(triwulan), kolom, "")

    def triwulan_uraian(self, kolom: str, sampai: int, sejak: int = 1) -> int:
        """Triwulan terakhir yang mengisi `kolom`; 0 bila tidak ada."""
        for triwulan in range(sampai, sejak - 1, -1):
            teks: str = getattr(self.ukur.get(triwulan), kolom, "")
            if teks.strip():
                return triwulan
        return 0

    @property
    def induk(self) -> Any:
        """Baris yang kode dan namanya dipakai: dirinya sendiri, atau induk indikator tambahan."""
        if self.tingkat == "tambahan":
            return self.obj.induk
        return self.obj

    @cached_property
    def e81(self) -> E81:
        """Baris ini pada Formulir E.81."""
        return E81(self.renstra, self.lalu, self.evaluasi, self.tahun_lalu)

    @property
    def is_lanjutan(self) -> bool:
        """Baris indikator tambahan: namanya tidak dicetak ulang pada Rencana Aksi."""
        is_baris_tambahan = self.tingkat == "sub" and self.obj.induk_id is not None
        return self.tingkat == "tambahan" or is_baris_tambahan

    def turunan(self) -> list["Simpul"]:
        """Simpul ini lalu semua anaknya, urut seperti naskah."""
        hasil = [self, *self.tambahan]
        for anak in self.anak:
            hasil += anak.turunan()
        return hasil

    @cached_property
    def terlapor(self) -> Terlapor:
        """Realisasi keuangannya sampai triwulan terakhir yang dilaporkan."""
        return terlapor(self.evaluasi, (s.evaluasi for s in self.baris_sub))

    @property
    def baris_sub(self) -> list["Simpul"]:
        """Sub kegiatan di bawahnya, beserta dirinya."""
        return [t for t in self.turunan() if t.tingkat == "sub"]


Rows = list[Simpul]


@dataclass(frozen=True)
class Pohon:
    """Semua program satu kabupaten dan tahun; pagunya dari anggaran tahun itu."""

    tahun: int
    anggaran: Anggaran
    program: tuple[Simpul, ...]

    @cached_property
    def baris(self) -> tuple[Simpul, ...]:
        """Semua baris urut naskah: program, kegiatannya, baris sub kegiatannya."""
        turunan = [program.turunan() for program in self.program]
        return tuple(chain.from_iterable(turunan))

    @property
    def kalimat_rinci(self) -> str:
        """Berapa dari pagu seluruh program yang terinci; kosong bila seluruhnya."""
        terinci = jumlah(program.terinci for program in self.program)
        return kalimat_rinci(terinci, self.anggaran.pagu)

    @property
    def lebih_rinci(self) -> str:
        """Kalimat tiap baris yang rinciannya melebihi pagunya; kosong bila tidak ada."""
        semua = (simpul.lebih_rinci for simpul in self.baris)
        return " ".join(filter(None, semua))

    @property
    def sub(self) -> Rows:
        """Baris sub kegiatan seluruh program."""
        return [s for s in self.baris if s.tingkat == "sub"]

    @cached_property
    def tanpa_pagu(self) -> Rows:
        """Program, atau sub kegiatannya, yang hilang dari jumlah pagu setahun."""
        return tanpa_pagu(self.program)

    @property
    def catatan_pagu(self) -> str:
        """Yang hilang dari jumlah pagunya; kosong bila tidak ada."""
        return catatan_pagu(self.anggaran.pagu, self.tanpa_pagu)

    def catatan_serapan(self, sampai: int = len(TRIWULAN)) -> str:
        """`catatan_pagu` di samping penyerapan sampai triwulan `sampai`."""
        return catatan_serapan(self.anggaran.pagu, self.tanpa_pagu, sampai)

    @cached_property
    def total(self) -> Evaluasi:
        """Baris “Total Anggaran”: hanya uang."""
        return jumlah_uang(self.anggaran.pagu, (p.evaluasi for p in self.program))

    @cached_property
    def terlapor(self) -> Terlapor:
        """Realisasi seluruh dinas sampai triwulan terakhir yang dilaporkan."""
        return terlapor(self.total, (s.evaluasi for s in self.sub))


def sebaris(s: Simpul, rows: Iterable[Simpul]) -> Rows:
    """Sub kegiatan dan baris indikator tambahannya di antara `rows` sub kegiatan."""
    tambahan = []
    for lain in rows:
        if lain.obj.induk_id == s.obj.pk:
            tambahan.append(lain)
    return [s, *tambahan]


def tanpa_pagu(semua: Iterable[Simpul]) -> Rows:
    """Yang hilang dari jumlah pagu semuanya: dirinya atau sub kegiatan di bawahnya."""
    per_baris = [simpul.tanpa_pagu for simpul in semua]
    return list(chain.from_iterable(per_baris))


def tanpa_uang(sub: Rows) -> Rows:
    """Sub kegiatan di antara baris-barisnya yang pagunya tidak diketahui pada baris mana pun."""
    tambahan: dict[int | None, Rows] = {}
    for simpul in sub:
        tambahan.setdefault(simpul.obj.induk_id, []).append(simpul)
    hasil = []
    for simpul in tambahan.get(None, []):
        seuang = [simpul, *tambahan.get(simpul.obj.pk, [])]
        if jumlah(satu.pagu for satu in seuang) is None:
            hasil.append(simpul)
    return hasil


def catatan_induk(rows: Iterable[Simpul]) -> str:
    """Catatan bersama di bawah tabel yang pagu sebagian barisnya bertanda."""
    program = [simpul for simpul in rows if simpul.tingkat == "program"]
    berpagu = [simpul for simpul in program if simpul.pagu is not None]
    return catatan_pagu(NOL, tanpa_pagu(berpagu))


def catatan_pagu(pagu: Decimal | None, kosong: Rows) -> str:
    """Catatan di bawah jumlah `pagu` yang bertanda: baris `kosong` yang tidak dijumlahkan."""
    if pagu is None or not kosong:
        return ""
    belum = f"pagu belum diketahui: {daftar_kode(kosong)}"
    return f"{TANDA_SEBAGIAN} Jumlah yang diketahui saja; {belum}."


def catatan_serapan(pagu: Decimal | None, kosong: Rows, sampai: int = len(TRIWULAN)) -> str:
    """`catatan_pagu`; realisasi baris `kosong` yang tidak ikut persennya disebut."""
    catatan = catatan_pagu(pagu, kosong)
    if catatan and any(satu.evaluasi.sampai(sampai).jumlah.rp for satu in kosong):
        return f"{catatan} Realisasinya ikut dijumlahkan; penyerapannya {ATAS_SEBAGIAN}."
    return catatan


def daftar_kode(rows: Rows) -> str:
    """`2.13.01, 2.13.02`; sesudah beberapa yang pertama banyak lainnya saja."""
    kode = [simpul.induk.kode for simpul in rows]
    disebut = ", ".join(kode[:DISEBUT])
    lagi = len(kode) - DISEBUT
    if lagi > 0:
        return f"{disebut} dan {lagi} lagi"
    return disebut


def milik_bidang(rows: Iterable[Simpul], bidang_id: int) -> Rows:
    """Baris satu bidang, beserta program, kegiatan dan indikator tambahan di atasnya."""
    hasil: Rows = []
    for simpul in rows:
        if simpul.tingkat == "tambahan":
            is_milik = any(simpul in induk.tambahan for induk in hasil)
        else:
            is_milik = any(t.obj.penanggung_jawab_id == bidang_id for t in simpul.baris_sub)
        if is_milik:
            hasil.append(simpul)
    return hasil
