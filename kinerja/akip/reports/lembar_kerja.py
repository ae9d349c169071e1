"""Lembar kerja satu evaluasi AKIP: kedua kolom tiap butir, usulan tingkat, dan nilainya."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kinerja.akip.actions import Jawaban, Pihak, sidik_isian
from kinerja.akip.reports.petunjuk import susun
from kinerja.akip.sources import BahanAkip
from kinerja.aturan.akip import NilaiAkip, usulan
from kinerja.models import (
    BuktiAkip,
    ButirAkip,
    EvaluasiAkip,
    IsianAkip,
    PedomanAkip,
    TingkatKualitatif,
)
from kinerja.reviu.jenis import Petunjuk
from kinerja.tahun.akip import hitung_akip, kategori_akip

Hasil = IsianAkip.HasilKriteria
Terjawab = Mapping[int, IsianAkip]  # menurut nomor butirnya
SemuaJawaban = Mapping[int, Jawaban]
SemuaBukti = Sequence[BuktiAkip]
TANPA: SemuaJawaban = {}
SEBUTAN = {Pihak.DINAS: "Penilaian mandiri dinas", Pihak.INSPEKTORAT: "Evaluasi Inspektorat"}


@dataclass(frozen=True)
class Kolom:
    """Jawaban satu pihak atas satu butir; `is_isian` bila pembacanya yang mengisinya."""

    pihak: str
    isi: Jawaban
    tingkat: TingkatKualitatif | None
    is_isian: bool

    @property
    def sebutan(self) -> str:
        """Nama pihaknya."""
        return str(Pihak(self.pihak).label)

    @property
    def kelas(self) -> str:
        """Tanda warnanya."""
        if self.isi.hasil == Hasil.TIDAK:
            return "status-menahan"
        return "status-selesai" if self.kata else ""

    @property
    def kata(self) -> str:
        """Ya, Tidak, atau tingkatnya; kosong bila belum dijawab."""
        if self.tingkat is not None:
            return self.tingkat.nama
        return str(Hasil(self.isi.hasil).label) if self.isi.hasil else ""


@dataclass(frozen=True)
class BarisButir:
    """Satu kriteria atau subkomponen dengan kolom kedua pihaknya."""

    butir: ButirAkip
    kolom: tuple[Kolom, ...]
    petunjuk: tuple[Petunjuk, ...] = ()
    bukti: SemuaBukti = ()


@dataclass(frozen=True)
class Usulan:
    """Tingkat yang diusulkan bagi satu pihak, dari kriteria yang dijawabnya."""

    pihak: str
    tingkat: str
    terpenuhi: int
    terjawab: int
    semua: int

    @property
    def kalimat(self) -> str:
        """Usulan baru ada sesudah semua kriteria dijawab."""
        if self.tingkat:
            return f"Usulan {self.tingkat}: {self.terpenuhi} dari {self.semua} kriteria terpenuhi."
        return f"{self.terjawab} dari {self.semua} kriteria dijawab."


@dataclass(frozen=True)
class BarisSub:
    """Satu subkomponen, kriterianya, dan usulan tingkatnya tiap pihak."""

    baris: BarisButir
    kriteria: list[BarisButir]
    usulan: tuple[Usulan, ...]
    is_buka: bool  # memuat yang belum dijawab pembacanya, atau kirimannya yang batal

    @property
    def butir(self) -> ButirAkip:
        """Subkomponennya."""
        return self.baris.butir


@dataclass(frozen=True)
class NilaiKomponen:
    """Nilai satu komponen menurut satu pihak."""

    sebutan: str
    nilai: Decimal | None
    is_perkiraan: bool


@dataclass(frozen=True)
class BagianKomponen:
    """Satu komponen, nilainya menurut tiap pihak, dan subkomponennya."""

    butir: ButirAkip
    nilai: tuple[NilaiKomponen, ...]
    sub: list[BarisSub]
    sidik: str


@dataclass(frozen=True)
class NilaiPihak:
    """Nilai, predikat dan kemajuan satu pihak; nilai dinas selalu perkiraan."""

    pihak: str
    hitungan: NilaiAkip
    predikat: str | None
    terjawab: int
    semua: int

    @property
    def sebutan(self) -> str:
        """Siapa yang menilai."""
        return SEBUTAN[Pihak(self.pihak)]

    @property
    def is_perkiraan(self) -> bool:
        """Hanya nilai dari Inspektorat yang ditetapkan."""
        return self.pihak == Pihak.DINAS


class TanpaPedoman(LookupError):
    """Hasilnya disalin dari laporan di luar aplikasi, jadi tanpa lembar kerja."""


class LembarKerja:
    """Dibaca sekali bagi halaman dan Laporan Hasil Evaluasi.

    `pihak` kolom yang diisi pembacanya; `kiriman` jawaban satu komponen yang batal tersimpan.
    `TanpaPedoman` bila evaluasinya tidak dinilai di sini.
    """

    hasil = Hasil.choices

    def __init__(
        self,
        evaluasi: EvaluasiAkip,
        pihak: str = "",
        kiriman: SemuaJawaban = TANPA,
    ) -> None:
        if evaluasi.pedoman is None:
            raise TanpaPedoman(evaluasi)
        self.evaluasi = evaluasi
        self.pedoman: PedomanAkip = evaluasi.pedoman
        self.pihak = pihak
        self.kiriman = kiriman
        self.bahan = BahanAkip(evaluasi)

    @cached_property
    def butir(self) -> list[ButirAkip]:
        """Semua butir pedomannya, urut kodenya."""
        return list(self.pedoman.butir.all())

    @cached_property
    def tingkat(self) -> list[TingkatKualitatif]:
        """Pilihan tingkat subkomponen, dari yang terbaik."""
        return list(self.pedoman.skala.tingkat.all())

    @cached_property
    def isian(self) -> dict[str, dict[int, IsianAkip]]:
        """Jawaban tersimpan tiap pihak."""
        hasil: dict[str, dict[int, IsianAkip]] = {pihak.value: {} for pihak in Pihak}
        rows = self.evaluasi.isian.select_related("butir", "tingkat")
        for satu in rows.prefetch_related("bukti").order_by("butir"):
            hasil[satu.pihak][satu.butir_id] = satu
        return hasil

    @cached_property
    def nilai(self) -> tuple[NilaiPihak, ...]:
        """Nilai kedua pihak."""
        return tuple(self.nilai_pihak(pihak) for pihak in Pihak)

    def nilai_pihak(self, pihak: str) -> NilaiPihak:
        """Hitungan satu pihak; predikatnya dari nilai yang tidak dibulatkan."""
        isian = self.isian[pihak]
        hitungan = hitung_akip(self.butir, isian)
        predikat = kategori_akip(hitungan.nilai, self.pedoman.predikat)
        semua = 0
        terjawab = 0
        for satu in self.butir:
            if satu.induk:
                semua += 1
                terjawab += _is_terjawab(isian.get(satu.pk))
        return NilaiPihak(pihak, hitungan, predikat, terjawab, semua)

    @cached_property
    def berikutnya(self) -> ButirAkip | None:
        """Butir pertama yang belum dijawab pembacanya; tingkat sesudah kriterianya."""
        if not self.pihak:
            return None
        isian = self.isian[self.pihak]
        for sub in self.butir:
            if not sub.is_sub:
                continue
            for satu in (*self.anak(sub.kode), sub):
                if not _is_terjawab(isian.get(satu.pk)):
                    return satu
        return None

    def anak(self, kode: str) -> list[ButirAkip]:
        """Butir tepat di bawah `kode`; kosong berarti komponen."""
        return [satu for satu in self.butir if satu.induk == kode]

    @cached_property
    def komponen(self) -> list[BagianKomponen]:
        """Semua komponen dengan subkomponen dan kriterianya."""
        return [self._komponen(satu) for satu in self.anak("")]

    def _komponen(self, butir: ButirAkip) -> BagianKomponen:
        """Nilai kedua pihak, dan sidik jawaban pembacanya."""
        nilai = []
        for satu in self.nilai:
            milik_komponen = satu.hitungan.komponen(butir.kode)
            sebutan = str(Pihak(satu.pihak).label)
            nilai.append(NilaiKomponen(sebutan, milik_komponen, satu.is_perkiraan))
        sub = [self._sub(satu) for satu in self.anak(butir.kode)]
        milik = self.isian.get(self.pihak, {}).values()
        sidik = sidik_isian(satu for satu in milik if satu.butir.kode.startswith(butir.kode))
        return BagianKomponen(butir, tuple(nilai), sub, sidik)

    def _sub(self, butir: ButirAkip) -> BarisSub:
        """Kriterianya, tingkatnya, dan usulan tiap pihak."""
        kriteria = self.anak(butir.kode)
        semua = [self._baris(satu) for satu in kriteria]
        usul = tuple(_usulan(pihak, kriteria, self.isian[pihak]) for pihak in Pihak)
        is_dikirim = butir.pk in self.kiriman
        is_berikutnya = self.berikutnya in (butir, *kriteria)
        return BarisSub(self._baris(butir), semua, usul, is_dikirim or is_berikutnya)

    def _baris(self, butir: ButirAkip) -> BarisButir:
        """Kedua kolomnya, bukti dari sistem, dan berkas dinas."""
        dinas = self.isian[Pihak.DINAS].get(butir.pk)
        return BarisButir(
            butir,
            tuple(self._kolom(butir)),
            susun(self.bahan, butir.petunjuk),
            list(dinas.bukti.all()) if dinas else [],
        )

    def _kolom(self, butir: ButirAkip) -> Iterator[Kolom]:
        """Kolom kedua pihak; milik pembacanya memuat kirimannya yang batal."""
        for pihak in Pihak:
            is_isian = pihak == self.pihak
            isi = _jawaban(self.isian[pihak].get(butir.pk))
            if is_isian:
                isi = self.kiriman.get(butir.pk, isi)
            yield Kolom(pihak, isi, self._tingkat(isi.tingkat), is_isian)

    def _tingkat(self, nomor: int | None) -> TingkatKualitatif | None:
        """Tingkat menurut nomor barisnya."""
        for satu in self.tingkat:
            if satu.pk == nomor:
                return satu
        return None


def _is_terjawab(isian: IsianAkip | None) -> bool:
    """Catatan saja belum jawaban."""
    return isian is not None and bool(isian.hasil or isian.tingkat_id)


def _jawaban(isian: IsianAkip | None) -> Jawaban:
    """Yang tersimpan, dalam bentuk yang dikirim halamannya."""
    if isian is None:
        return Jawaban()
    return Jawaban(isian.hasil, isian.tingkat_id, isian.catatan)


def _usulan(pihak: str, kriteria: Sequence[ButirAkip], isian: Terjawab) -> Usulan:
    """Dari kriteria yang dijawab pihak itu."""
    dijawab = [isian[satu.pk].hasil for satu in kriteria if satu.pk in isian]
    terjawab = sum(map(bool, dijawab))
    terpenuhi = dijawab.count(Hasil.YA)
    semua = len(kriteria)
    tingkat = usulan(terpenuhi, semua) if terjawab == semua else ""
    return Usulan(pihak, tingkat, terpenuhi, terjawab, semua)
