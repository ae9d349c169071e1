"""Pohon kinerja satu tahun: program, kegiatan, baris sub kegiatan; dijumlahkan ke atas sekali."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Any

from accounts.models import Kabupaten
from kinerja.aturan.rencana import E81, TRIWULAN, Angka, Evaluasi, Terlapor, jumlah, jumlah_uang, terlapor
from kinerja.models import (
    IndikatorTambahan,
    Kegiatan,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeRenstra,
    RencanaAksi,
    SubKegiatan,
)
from kinerja.tahun.anggaran import Anggaran, kalimat_rinci
from kinerja.tahun.riwayat import Riwayat, baca_riwayat

TANPA_JADWAL: tuple[int | None, ...] = (None,) * 12
Ukur = Mapping[int, Any]  # pengukuran per triwulan
Kelompok = Mapping[Any, list["Simpul"]]  # baris menurut induknya


@dataclass(frozen=True, eq=False)
class Simpul:
    """Satu baris pohon dengan semua angkanya; `rencana` hanya pada baris sub kegiatan."""

    obj: Any
    tingkat: str  # program, kegiatan, sub, tambahan
    evaluasi: Evaluasi
    renstra: Angka  # target akhir Renstra: K ditetapkan, Rp jumlah sub kegiatan
    lalu: Angka  # realisasi Renstra sampai tahun lalu
    ukur: Ukur
    pagu_murni: Decimal | None = None
    terinci: Decimal | None = None  # jumlah pagu sub kegiatannya
    rencana: RencanaAksi | None = None
    bulan: tuple[int | None, ...] = TANPA_JADWAL
    anak: tuple["Simpul", ...] = ()
    tambahan: tuple["Simpul", ...] = ()  # indikator kedua dan seterusnya, tanpa uang

    @property
    def pagu(self) -> Decimal | None:
        """Pagu berlaku pada tingkat yang diketahui."""
        return self.evaluasi.target.rp

    @property
    def kalimat_rinci(self) -> str:
        """Kosong bila pagunya seluruhnya terinci."""
        return kalimat_rinci(self.terinci, self.pagu)

    def perlu_penjelasan(self, triwulan: int) -> bool:
        """Dijadwalkan pada `triwulan`, tidak ada hasilnya, dan belum dijelaskan."""
        ukur = self.ukur.get(triwulan)
        is_dijelaskan = bool(ukur and ukur.penjelasan.strip())
        return self.evaluasi.tanpa_hasil(self.bulan, triwulan) and not is_dijelaskan

    @property
    def induk(self) -> Any:
        """Baris yang kode dan namanya dipakai: dirinya sendiri, atau induk indikator tambahan."""
        return self.obj.induk if self.tingkat == "tambahan" else self.obj

    @property
    def e81(self) -> E81:
        return E81(self.renstra, self.lalu, self.evaluasi)

    @property
    def is_lanjutan(self) -> bool:
        """Baris indikator tambahan: namanya tidak dicetak ulang pada Rencana Aksi."""
        is_baris_tambahan = self.tingkat == "sub" and self.obj.induk_id is not None
        return self.tingkat == "tambahan" or is_baris_tambahan

    def turunan(self) -> list["Simpul"]:
        """Simpul ini lalu semua anaknya, urut seperti naskah."""
        return [self, *self.tambahan, *(t for a in self.anak for t in a.turunan())]

    @property
    def terlapor(self) -> Terlapor:
        """Realisasi keuangannya sampai triwulan terakhir yang dilaporkan."""
        return terlapor(self.evaluasi, (s.evaluasi for s in self.baris_sub))

    @property
    def baris_sub(self) -> list["Simpul"]:
        return [t for t in self.turunan() if t.tingkat == "sub"]


@dataclass(frozen=True)
class Pohon:
    """Semua program satu kabupaten dan tahun; pagunya dari anggaran tahun itu."""

    tahun: int
    anggaran: Anggaran
    program: tuple[Simpul, ...]

    @cached_property
    def baris(self) -> tuple[Simpul, ...]:
        """Semua baris urut naskah: program, kegiatannya, baris sub kegiatannya."""
        return tuple(t for p in self.program for t in p.turunan())

    @property
    def sub(self) -> list[Simpul]:
        return [s for s in self.baris if s.tingkat == "sub"]

    @cached_property
    def total(self) -> Evaluasi:
        """Baris “Total Anggaran”: hanya uang."""
        return jumlah_uang(self.anggaran.pagu, (p.evaluasi for p in self.program))

    @property
    def terlapor(self) -> Terlapor:
        """Realisasi seluruh dinas sampai triwulan terakhir yang dilaporkan."""
        return terlapor(self.total, (s.evaluasi for s in self.sub))


def milik_bidang(rows: Iterable[Simpul], bidang_id: int) -> list[Simpul]:
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


def evaluasi_sub(sub: SubKegiatan, ukur: Ukur) -> Evaluasi:
    """Target, pagu dan realisasi empat triwulan satu baris sub kegiatan."""
    triwulan = tuple(Angka(_isi(ukur, n, "kinerja"), _isi(ukur, n, "keuangan")) for n in TRIWULAN)
    return Evaluasi(Angka(sub.target, sub.pagu_berlaku), triwulan)


def _isi(ukur: Ukur, triwulan: int, kolom: str) -> Decimal | None:
    """Isian satu triwulan; `None` bila belum diukur."""
    return getattr(ukur.get(triwulan), kolom, None)


def _ke_atas(obj: Any, pagu: Decimal | None, ukur: Ukur, anak: tuple[Simpul, ...]) -> Evaluasi:
    """K miliknya sendiri, uang jumlah anaknya."""
    uang = jumlah_uang(pagu, (a.evaluasi for a in anak)).triwulan
    kinerja = [_isi(ukur, n, "kinerja") for n in TRIWULAN]
    triwulan = tuple(Angka(k, t.rp) for k, t in zip(kinerja, uang, strict=True))
    return Evaluasi(Angka(obj.target, pagu), triwulan)


def baca_pohon(
    kabupaten: Kabupaten,
    tahun: int,
    periode: PeriodeRenstra | None,
    anggaran: Anggaran,
) -> Pohon:
    """Pohon di atas `anggaran`, dengan kueri tetap berapa pun barisnya."""
    is_awal = periode is not None and periode.tahun_awal == tahun
    penyusun = _Penyusun(is_awal, baca_riwayat(kabupaten, periode, tahun))
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun": tahun}
    tambahan = penyusun.tambahan(milik)
    kegiatan = penyusun.kegiatan(milik, penyusun.sub(kabupaten, tahun), tambahan)
    return Pohon(tahun, anggaran, penyusun.program(milik, anggaran, kegiatan, tambahan))


@dataclass(frozen=True)
class _Penyusun:
    """Yang sama bagi semua baris selama satu pohon disusun, dari bawah ke atas."""

    is_tahun_pertama: bool
    riwayat: Riwayat

    def sub(self, kabupaten: Kabupaten, tahun: int) -> Kelompok:
        """Baris sub kegiatan per kegiatan."""
        rows = SubKegiatan.objects.in_tree(kabupaten, tahun).with_realisasi()
        milik = _milik_sub(kabupaten, tahun)
        rencana = {r.sub_kegiatan_id: r for r in RencanaAksi.objects.filter(**milik)}
        ukur = _per_induk(PengukuranSub.objects.filter(**milik))
        hasil: dict[int, list[Simpul]] = {}
        for sub in rows.select_related("penanggung_jawab", "kegiatan__program"):
            simpul = self._sub(sub, ukur.get(sub.pk, {}), rencana.get(sub.pk))
            hasil.setdefault(sub.kegiatan_id, []).append(simpul)
        return hasil

    def _sub(self, sub: Any, ukur: Ukur, rencana: RencanaAksi | None) -> Simpul:
        return Simpul(
            sub,
            "sub",
            evaluasi_sub(sub, ukur),
            Angka(sub.target_renstra, sub.pagu_renstra),
            self._lalu(sub, self.riwayat.dari(sub.kode, sub.indikator), sub.realisasi_lalu_rupiah),
            MappingProxyType(ukur),
            sub.pagu,
            rencana=rencana,
            bulan=tuple(rencana.bulan) if rencana else TANPA_JADWAL,
        )

    def kegiatan(self, milik: dict[str, Any], sub: Kelompok, tambahan: Kelompok) -> Kelompok:
        """Kegiatan per program; pagunya jumlah sub kegiatan, atau menurut dokumennya."""
        rows = Kegiatan.objects.filter(**_awali("program", milik))
        ukur = _per_induk(PengukuranKegiatan.objects.filter(**_awali("kegiatan__program", milik)))
        hasil: dict[int, list[Simpul]] = {}
        for kegiatan in rows.select_related("penanggung_jawab", "program").order_by("kode"):
            anak = tuple(sub.get(kegiatan.pk, ()))
            terinci = jumlah(a.pagu for a in anak)
            pagu = terinci
            if not kegiatan.program.is_rinci and kegiatan.pagu_tercetak is not None:
                pagu = kegiatan.pagu_tercetak
            lain = tuple(tambahan.get((kegiatan.program_id, kegiatan.pk), ()))
            simpul = self._induk(kegiatan, "kegiatan", pagu, ukur.get(kegiatan.pk, {}), anak, lain)
            hasil.setdefault(kegiatan.program_id, []).append(simpul)
        return hasil

    def program(
        self, milik: dict[str, Any], anggaran: Anggaran, kegiatan: Kelompok, tambahan: Kelompok
    ) -> tuple[Simpul, ...]:
        """Program dengan pagu anggarannya."""
        ukur = _per_induk(PengukuranProgram.objects.filter(**_awali("program", milik)))
        return tuple(
            self._induk(
                uang.program,
                "program",
                uang.pagu,
                ukur.get(uang.program.pk, {}),
                tuple(kegiatan.get(uang.program.pk, ())),
                tuple(tambahan.get((uang.program.pk, None), ())),
            )
            for uang in anggaran.baris
        )

    def tambahan(self, milik: dict[str, Any]) -> Kelompok:
        """Indikator tambahan per (program, kegiatan)."""
        rows = IndikatorTambahan.objects.filter(**_awali("program", milik))
        ukur = _per_induk(PengukuranTambahan.objects.filter(**_awali("tambahan__program", milik)))
        hasil: dict[Any, list[Simpul]] = {}
        rows = rows.select_related("program__penanggung_jawab", "kegiatan__penanggung_jawab")
        for row in rows.order_by("nomor"):
            simpul = self._induk(row, "tambahan", None, ukur.get(row.pk, {}))
            hasil.setdefault((row.program_id, row.kegiatan_id), []).append(simpul)
        return hasil

    def _induk(
        self,
        obj: Any,
        tingkat: str,
        pagu: Decimal | None,
        ukur: Ukur,
        anak: tuple[Simpul, ...] = (),
        tambahan: tuple[Simpul, ...] = (),
    ) -> Simpul:
        """Baris di atas sub kegiatan, atau indikator tambahan tanpa uang."""
        riwayat = Angka() if tingkat == "tambahan" else self.riwayat.dari(obj.kode)
        terinci = jumlah(a.pagu for a in anak)
        return Simpul(
            obj,
            tingkat,
            _ke_atas(obj, pagu, ukur, anak),
            Angka(obj.target_renstra, jumlah(a.renstra.rp for a in anak)),
            self._lalu(obj, Angka(riwayat.k), jumlah(a.lalu.rp for a in anak)),
            MappingProxyType(ukur),
            jumlah(a.pagu_murni for a in anak) if terinci == pagu else None,
            terinci,
            anak=anak,
            tambahan=tambahan,
        )

    def _lalu(self, obj: Any, riwayat: Angka, rp: Decimal | None) -> Angka:
        """Isian bila ada, lalu riwayat; pada tahun pertama periode nol."""
        if self.is_tahun_pertama:
            return Angka(Decimal(0), Decimal(0))
        k = riwayat.k if obj.realisasi_lalu is None else obj.realisasi_lalu
        return Angka(k, riwayat.rp if rp is None else rp)


def _awali(awalan: str, milik: dict[str, Any]) -> dict[str, Any]:
    return {f"{awalan}__{kolom}": nilai for kolom, nilai in milik.items()}


def _milik_sub(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun": tahun}
    return _awali("sub_kegiatan__kegiatan__program", milik)


def _per_induk(rows: Any) -> dict[int, dict[int, Any]]:
    """Pengukuran dikelompokkan: kunci induknya, lalu triwulannya."""
    hasil: dict[int, dict[int, Any]] = {}
    for row in rows:
        hasil.setdefault(getattr(row, f"{row.induk_field}_id"), {})[row.triwulan] = row
    return hasil
