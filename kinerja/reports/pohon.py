"""Pohon kinerja satu tahun: program, kegiatan, baris sub kegiatan; uang dan realisasinya dijumlahkan ke atas."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from accounts.models import Kabupaten
from kinerja.models import (
    IndikatorTambahan,
    Kegiatan,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeRenstra,
    Program,
    RencanaAksi,
    SubKegiatan,
)
from kinerja.rencana import E81, KOSONG, TRIWULAN, Angka, Evaluasi, jumlah
from kinerja.reports.riwayat import Riwayat

TANPA_JADWAL: list[int | None] = [None] * 12


@dataclass(frozen=True)
class Simpul:
    """Satu baris pohon. `ukur` pengukurannya per triwulan; `rencana` hanya pada baris sub kegiatan."""

    obj: Any
    tingkat: str  # program, kegiatan, sub, tambahan
    anak: list["Simpul"] = field(default_factory=list)
    ukur: dict[int, Any] = field(default_factory=dict)
    rencana: RencanaAksi | None = None
    is_tahun_pertama: bool = False
    tambahan: list["Simpul"] = field(default_factory=list)  # indikator kedua dan seterusnya, tanpa uang
    riwayat: Angka = KOSONG  # realisasi Renstra dari tahun-tahun lalu di sistem

    @cached_property
    def pagu(self) -> Decimal | None:
        """Pagu berlaku; di atas sub kegiatan selalu jumlah anaknya."""
        return self.obj.pagu_berlaku if self.tingkat == "sub" else jumlah(a.pagu for a in self.anak)

    @property
    def induk(self) -> Any:
        """Baris yang kode dan namanya dipakai: dirinya sendiri, atau induk indikator tambahan."""
        return self.obj.induk if self.tingkat == "tambahan" else self.obj

    @cached_property
    def pagu_murni(self) -> Decimal | None:
        return self.obj.pagu if self.tingkat == "sub" else jumlah(a.pagu_murni for a in self.anak)

    @property
    def bulan(self) -> list[int | None]:
        return self.rencana.bulan if self.rencana else TANPA_JADWAL

    def uang(self, triwulan: int) -> Decimal | None:
        """Realisasi keuangan satu triwulan; di atas sub kegiatan jumlah anaknya."""
        if self.tingkat != "sub":
            return jumlah(a.uang(triwulan) for a in self.anak)
        row = self.ukur.get(triwulan)
        return row.keuangan if row else None

    @cached_property
    def evaluasi(self) -> Evaluasi:
        angka = tuple(Angka(self.ukur[n].kinerja if n in self.ukur else None, self.uang(n)) for n in TRIWULAN)
        return Evaluasi(Angka(self.obj.target, self.pagu), angka)

    @cached_property
    def renstra(self) -> Angka:
        """Target akhir Renstra: K sebagaimana ditetapkan, Rp dijumlahkan dari sub kegiatan."""
        rp = self.obj.pagu_renstra if self.tingkat == "sub" else jumlah(a.renstra.rp for a in self.anak)
        return Angka(self.obj.target_renstra, rp)

    @cached_property
    def lalu(self) -> Angka:
        """Realisasi Renstra sampai tahun lalu: isian bila ada, lalu riwayat; pada tahun pertama periode nol."""
        if self.is_tahun_pertama:
            return Angka(Decimal(0), Decimal(0))
        k = self.obj.realisasi_lalu if self.obj.realisasi_lalu is not None else self.riwayat.k
        if self.tingkat != "sub":
            return Angka(k, jumlah(a.lalu.rp for a in self.anak))
        isian = self.obj.realisasi_lalu_rupiah
        return Angka(k, isian if isian is not None else self.riwayat.rp)

    @property
    def e81(self) -> E81:
        return E81(self.renstra, self.lalu, self.evaluasi)

    @property
    def is_lanjutan(self) -> bool:
        """Baris indikator tambahan: namanya tidak dicetak ulang pada Rencana Aksi."""
        return self.tingkat == "tambahan" or (self.tingkat == "sub" and self.obj.induk_id is not None)

    def turunan(self) -> list["Simpul"]:
        """Simpul ini lalu semua anaknya, urut seperti naskah."""
        return [self, *self.tambahan, *(t for a in self.anak for t in a.turunan())]

    @property
    def baris_sub(self) -> list["Simpul"]:
        return [t for t in self.turunan() if t.tingkat == "sub"]


class Pohon:
    """Semua program satu kabupaten dan tahun, dibaca dengan kueri tetap berapa pun barisnya."""

    def __init__(self, kabupaten: Kabupaten, tahun: int) -> None:
        self.kabupaten, self.tahun = kabupaten, tahun
        self.periode = PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=kabupaten).covering(tahun).first()
        self._awal = self.periode is not None and self.periode.tahun_awal == tahun
        self._riwayat = Riwayat(kabupaten, self.periode, tahun)
        self.program = self._baca()

    def _baca(self) -> list[Simpul]:
        milik = {"perangkat_daerah__kabupaten": self.kabupaten, "tahun": self.tahun}
        self._tambahan = self._baca_tambahan()
        per_kegiatan = self._baca_sub()
        per_program = self._baca_kegiatan(milik, per_kegiatan)
        rows = Program.objects.filter(**milik).select_related("sasaran__tujuan", "penanggung_jawab")
        ukur = _per_induk(PengukuranProgram.objects.filter(program__in=rows))
        return [
            self._simpul(
                p, "program", ukur, anak=per_program.get(p.pk, []), tambahan=self._tambahan.get((p.pk, None), [])
            )
            for p in rows.order_by("kode")
        ]

    def _baca_sub(self) -> dict[int, list[Simpul]]:
        """Baris sub kegiatan per kegiatan."""
        rows = SubKegiatan.objects.in_tree(self.kabupaten, self.tahun)
        rencana = {r.sub_kegiatan_id: r for r in RencanaAksi.objects.filter(sub_kegiatan__in=rows)}
        ukur = _per_induk(PengukuranSub.objects.filter(sub_kegiatan__in=rows))
        hasil: dict[int, list[Simpul]] = {}
        for sub in rows.select_related("penanggung_jawab", "kegiatan__program"):
            simpul = self._simpul(sub, "sub", ukur, rencana=rencana.get(sub.pk))
            hasil.setdefault(sub.kegiatan_id, []).append(simpul)
        return hasil

    def _baca_kegiatan(self, milik: dict[str, Any], anak: dict[int, list[Simpul]]) -> dict[int, list[Simpul]]:
        """Kegiatan per program."""
        rows = Kegiatan.objects.filter(**{f"program__{k}": v for k, v in milik.items()})
        ukur = _per_induk(PengukuranKegiatan.objects.filter(kegiatan__in=rows))
        hasil: dict[int, list[Simpul]] = {}
        for k in rows.select_related("penanggung_jawab", "program").order_by("kode"):
            tambahan = self._tambahan.get((k.program_id, k.pk), [])
            simpul = self._simpul(k, "kegiatan", ukur, anak=anak.get(k.pk, []), tambahan=tambahan)
            hasil.setdefault(k.program_id, []).append(simpul)
        return hasil

    def _baca_tambahan(self) -> dict[tuple[int, int | None], list[Simpul]]:
        """Indikator tambahan per (program, kegiatan)."""
        rows = IndikatorTambahan.objects.filter(
            program__perangkat_daerah__kabupaten=self.kabupaten, program__tahun=self.tahun
        )
        ukur = _per_induk(PengukuranTambahan.objects.filter(tambahan__in=rows))
        hasil: dict[tuple[int, int | None], list[Simpul]] = {}
        for t in rows.select_related("program__penanggung_jawab", "kegiatan__penanggung_jawab").order_by("nomor"):
            simpul = Simpul(t, "tambahan", ukur=ukur.get(t.pk, {}), is_tahun_pertama=self._awal)
            hasil.setdefault((t.program_id, t.kegiatan_id), []).append(simpul)
        return hasil

    def _simpul(self, obj: Any, tingkat: str, ukur: dict[int, dict[int, Any]], **isi: Any) -> Simpul:
        indikator = obj.indikator if tingkat == "sub" else ""
        riwayat = self._riwayat.dari(obj.kode, indikator)
        return Simpul(
            obj, tingkat, ukur=ukur.get(obj.pk, {}), is_tahun_pertama=self._awal, riwayat=riwayat, **isi
        )  # fmt: skip

    def turunan(self) -> list[Simpul]:
        """Semua baris urut naskah: program, kegiatannya, baris sub kegiatannya."""
        return [t for p in self.program for t in p.turunan()]

    @property
    def total(self) -> Evaluasi:
        """Baris “Total Anggaran”: hanya uang."""
        evaluasi = [p.evaluasi for p in self.program]
        uang = tuple(Angka(None, jumlah(e.triwulan[n - 1].rp for e in evaluasi)) for n in TRIWULAN)
        return Evaluasi(Angka(None, jumlah(e.target.rp for e in evaluasi)), uang or (KOSONG,) * 4)


def milik_bidang(rows: list[Simpul], bidang_id: int) -> list[Simpul]:
    """Baris satu bidang, beserta program, kegiatan dan indikator tambahan di atasnya."""
    hasil: list[Simpul] = []
    for s in rows:
        if s.tingkat == "tambahan":
            is_milik = any(s in induk.tambahan for induk in hasil)
        else:
            is_milik = any(t.obj.penanggung_jawab_id == bidang_id for t in s.baris_sub)
        if is_milik:
            hasil.append(s)
    return hasil


def _per_induk(rows: Any) -> dict[int, dict[int, Any]]:
    """Pengukuran dikelompokkan: kunci induknya, lalu triwulannya."""
    hasil: dict[int, dict[int, Any]] = {}
    for row in rows:
        hasil.setdefault(getattr(row, f"{row.induk_field}_id"), {})[row.triwulan] = row
    return hasil


def evaluasi_baris(sub: SubKegiatan) -> Evaluasi:
    """Evaluasi satu baris sub kegiatan, tanpa membaca seluruh pohon."""
    return Simpul(sub, "sub", [], {row.triwulan: row for row in sub.pengukuran.all()}).evaluasi
