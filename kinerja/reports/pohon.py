"""Pohon kinerja satu tahun: program, kegiatan, baris sub kegiatan; uang dan realisasinya dijumlahkan ke atas."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from accounts.models import Kabupaten
from kinerja.models import (
    Kegiatan,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
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
    tingkat: str  # program, kegiatan, sub
    anak: list["Simpul"] = field(default_factory=list)
    ukur: dict[int, Any] = field(default_factory=dict)
    rencana: RencanaAksi | None = None
    is_tahun_pertama: bool = False
    riwayat: Angka = KOSONG  # realisasi Renstra dari tahun-tahun lalu di sistem

    @cached_property
    def pagu(self) -> Decimal | None:
        """Pagu berlaku; di atas sub kegiatan selalu jumlah anaknya."""
        return self.obj.pagu_berlaku if self.tingkat == "sub" else jumlah(a.pagu for a in self.anak)

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
        return self.tingkat == "sub" and self.obj.induk_id is not None

    def turunan(self) -> list["Simpul"]:
        """Simpul ini lalu semua anaknya, urut seperti naskah."""
        return [self, *(t for a in self.anak for t in a.turunan())]

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
        subs = SubKegiatan.objects.in_tree(self.kabupaten, self.tahun).select_related(
            "penanggung_jawab", "kegiatan__program"
        )
        rencana = {r.sub_kegiatan_id: r for r in RencanaAksi.objects.filter(sub_kegiatan__in=subs)}
        ukur = _per_induk(PengukuranSub.objects.filter(sub_kegiatan__in=subs))
        per_kegiatan: dict[int, list[Simpul]] = {}
        for sub in subs:
            simpul = Simpul(
                sub, "sub", [], ukur.get(sub.pk, {}), rencana.get(sub.pk), *self._lalu(sub.kode, sub.indikator)
            )
            per_kegiatan.setdefault(sub.kegiatan_id, []).append(simpul)
        kegiatan = Kegiatan.objects.filter(**{f"program__{k}": v for k, v in milik.items()}).select_related(
            "penanggung_jawab", "program"
        )
        ukur = _per_induk(PengukuranKegiatan.objects.filter(kegiatan__in=kegiatan))
        per_program: dict[int, list[Simpul]] = {}
        for k in kegiatan.order_by("kode"):
            simpul = Simpul(k, "kegiatan", per_kegiatan.get(k.pk, []), ukur.get(k.pk, {}), None, *self._lalu(k.kode))
            per_program.setdefault(k.program_id, []).append(simpul)
        program = Program.objects.filter(**milik).select_related("sasaran__tujuan", "penanggung_jawab")
        ukur = _per_induk(PengukuranProgram.objects.filter(program__in=program))
        return [
            Simpul(p, "program", per_program.get(p.pk, []), ukur.get(p.pk, {}), None, *self._lalu(p.kode))
            for p in program.order_by("kode")
        ]

    def _lalu(self, kode: str, indikator: str = "") -> tuple[bool, Angka]:
        return self._awal, self._riwayat.dari(kode, indikator)

    def turunan(self) -> list[Simpul]:
        """Semua baris urut naskah: program, kegiatannya, baris sub kegiatannya."""
        return [t for p in self.program for t in p.turunan()]

    @property
    def total(self) -> Evaluasi:
        """Baris “Total Anggaran”: hanya uang."""
        evaluasi = [p.evaluasi for p in self.program]
        uang = tuple(Angka(None, jumlah(e.triwulan[n - 1].rp for e in evaluasi)) for n in TRIWULAN)
        return Evaluasi(Angka(None, jumlah(e.target.rp for e in evaluasi)), uang or (KOSONG,) * 4)


def _per_induk(rows: Any) -> dict[int, dict[int, Any]]:
    """Pengukuran dikelompokkan: kunci induknya, lalu triwulannya."""
    hasil: dict[int, dict[int, Any]] = {}
    for row in rows:
        hasil.setdefault(getattr(row, f"{row.induk_field}_id"), {})[row.triwulan] = row
    return hasil


def evaluasi_baris(sub: SubKegiatan) -> Evaluasi:
    """Evaluasi satu baris sub kegiatan, tanpa membaca seluruh pohon."""
    return Simpul(sub, "sub", [], {row.triwulan: row for row in sub.pengukuran.all()}).evaluasi
