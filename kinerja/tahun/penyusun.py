"""Menyusun pohon kinerja dari basis data, dari sub kegiatan ke atas, dengan kueri tetap."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from accounts.models import Kabupaten
from kinerja.aturan.periode import Aturan
from kinerja.aturan.rencana import KOSONG, TRIWULAN, Angka, Evaluasi, jumlah, jumlah_uang
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
from kinerja.tahun.anggaran import Anggaran
from kinerja.tahun.pohon import TANPA_JADWAL, Pohon, Simpul, Ukur
from kinerja.tahun.riwayat import Riwayat, baca_riwayat

Kelompok = Mapping[Any, list[Simpul]]  # baris menurut induknya


def evaluasi_sub(sub: SubKegiatan, ukur: Ukur) -> Evaluasi:
    """Target, pagu dan realisasi empat triwulan satu baris sub kegiatan."""
    keuangan = [_isi(ukur, n, "keuangan") for n in TRIWULAN]
    target = Angka(sub.target, sub.pagu_berlaku)
    hasil = _evaluasi(target, ukur, keuangan, sub.aturan)
    if jumlah(keuangan) is None:
        return replace(hasil, setahun_rp=sub.realisasi)
    return hasil


def _evaluasi(
    target: Angka, ukur: Ukur, keuangan: Iterable[Decimal | None], aturan: Aturan
) -> Evaluasi:
    """K tiap triwulan dari pengukurannya, juga yang bukan angka."""
    semua = {n: row.khusus for n, row in ukur.items()}
    khusus = {n: satu for n, satu in semua.items() if satu is not None}
    triwulan = []
    for n, rp in zip(TRIWULAN, keuangan, strict=True):
        keadaan = ""
        if n in khusus:
            keadaan = khusus[n].tulisan()
        triwulan.append(Angka(_isi(ukur, n, "kinerja"), rp, keadaan))
    return Evaluasi(target, tuple(triwulan), aturan, MappingProxyType(khusus))


def _isi(ukur: Ukur, triwulan: int, kolom: str) -> Decimal | None:
    """Isian satu triwulan; `None` bila belum diukur."""
    return getattr(ukur.get(triwulan), kolom, None)


def _ke_atas(obj: Any, pagu: Decimal | None, ukur: Ukur, anak: tuple[Simpul, ...]) -> Evaluasi:
    """K miliknya sendiri, uang jumlah anaknya; program yang tidak dirinci menurut dokumennya."""
    uang = jumlah_uang(pagu, (a.evaluasi for a in anak))
    keuangan = [t.rp for t in uang.triwulan]
    hasil = _evaluasi(Angka(obj.target, pagu), ukur, keuangan, obj.aturan)
    setahun_rp = uang.setahun_rp
    if isinstance(obj, Program) and not obj.is_rinci:
        setahun_rp = obj.realisasi_tercetak
    return replace(hasil, setahun_rp=setahun_rp)


def baca_pohon(
    kabupaten: Kabupaten,
    tahun: int,
    periode: PeriodeRenstra | None,
    anggaran: Anggaran,
) -> Pohon:
    """Pohon di atas `anggaran`, dengan kueri tetap berapa pun barisnya."""
    dasar = None
    if periode and periode.is_bersumber:
        dasar = periode
    tahun_lalu = None
    if dasar:
        tahun_lalu = tahun - dasar.tahun_awal
    penyusun = _Penyusun(tahun_lalu, baca_riwayat(kabupaten, dasar, tahun))
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun": tahun}
    tambahan = penyusun.tambahan(milik)
    kegiatan = penyusun.kegiatan(milik, penyusun.sub(kabupaten, tahun), tambahan)
    return Pohon(tahun, anggaran, penyusun.program(milik, anggaran, kegiatan, tambahan))


@dataclass(frozen=True)
class _Penyusun:
    """Yang sama bagi semua baris selama satu pohon disusun, dari bawah ke atas."""

    tahun_lalu: int | None  # banyak tahun periode sebelum tahun ini; `None` tak diketahui
    riwayat: Riwayat

    def sub(self, kabupaten: Kabupaten, tahun: int) -> Kelompok:
        """Baris sub kegiatan per kegiatan."""
        rows = SubKegiatan.objects.in_tree(kabupaten, tahun).with_realisasi()
        milik = _milik_sub(kabupaten, tahun)
        semua_rencana = RencanaAksi.objects.filter(**milik)
        rencana = {satu.sub_kegiatan_id: satu for satu in semua_rencana}
        ukur = _per_induk(PengukuranSub.objects.filter(**milik))
        hasil: dict[int, list[Simpul]] = {}
        for sub in rows.select_related("penanggung_jawab", "kegiatan__program"):
            diukur = ukur.get(sub.pk, {})
            simpul = self._sub(sub, diukur, rencana.get(sub.pk))
            hasil.setdefault(sub.kegiatan_id, []).append(simpul)
        return hasil

    def _sub(self, sub: Any, ukur: Ukur, rencana: RencanaAksi | None) -> Simpul:
        """Satu baris sub kegiatan dengan ukuran, riwayat dan jadwalnya."""
        riwayat = self.riwayat.dari(sub.kode, sub.aturan, sub.indikator)
        bulan = TANPA_JADWAL
        if rencana:
            bulan = tuple(rencana.bulan)
        return Simpul(
            sub,
            "sub",
            evaluasi_sub(sub, ukur),
            Angka(sub.target_renstra, sub.pagu_renstra),
            self._lalu(sub, riwayat, sub.realisasi_lalu_rupiah),
            MappingProxyType(ukur),
            sub.pagu,
            tahun_lalu=self.tahun_lalu,
            rencana=rencana,
            bulan=bulan,
        )

    def kegiatan(self, milik: dict[str, Any], sub: Kelompok, tambahan: Kelompok) -> Kelompok:
        """Kegiatan per program; pagunya jumlah sub kegiatan, atau menurut dokumennya."""
        rows = Kegiatan.objects.filter(**_awali("program", milik))
        milik_kegiatan = _awali("kegiatan__program", milik)
        ukur = _per_induk(PengukuranKegiatan.objects.filter(**milik_kegiatan))
        hasil: dict[int, list[Simpul]] = {}
        for kegiatan in rows.select_related("penanggung_jawab", "program").order_by("kode"):
            anak = tuple(sub.get(kegiatan.pk, ()))
            lain = tuple(tambahan.get((kegiatan.program_id, kegiatan.pk), ()))
            pagu = _pagu_kegiatan(kegiatan, anak)
            diukur = ukur.get(kegiatan.pk, {})
            simpul = self._induk(kegiatan, "kegiatan", pagu, diukur, anak, lain)
            hasil.setdefault(kegiatan.program_id, []).append(simpul)
        return hasil

    def program(
        self, milik: dict[str, Any], anggaran: Anggaran, kegiatan: Kelompok, tambahan: Kelompok
    ) -> tuple[Simpul, ...]:
        """Program dengan pagu anggarannya."""
        milik_program = _awali("program", milik)
        ukur = _per_induk(PengukuranProgram.objects.filter(**milik_program))
        hasil = []
        for uang in anggaran.baris:
            pk = uang.program.pk
            anak = tuple(kegiatan.get(pk, ()))
            lain = tuple(tambahan.get((pk, None), ()))
            diukur = ukur.get(pk, {})
            hasil.append(self._induk(uang.program, "program", uang.pagu, diukur, anak, lain))
        return tuple(hasil)

    def tambahan(self, milik: dict[str, Any]) -> Kelompok:
        """Indikator tambahan per (program, kegiatan)."""
        rows = IndikatorTambahan.objects.filter(**_awali("program", milik))
        milik_tambahan = _awali("tambahan__program", milik)
        ukur = _per_induk(PengukuranTambahan.objects.filter(**milik_tambahan))
        hasil: dict[Any, list[Simpul]] = {}
        rows = rows.select_related("program__penanggung_jawab", "kegiatan__penanggung_jawab")
        for row in rows.order_by("nomor"):
            diukur = ukur.get(row.pk, {})
            simpul = self._induk(row, "tambahan", None, diukur)
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
        is_tambahan = tingkat == "tambahan"
        riwayat = KOSONG
        if not is_tambahan:
            riwayat = self.riwayat.dari(obj.kode, obj.aturan)
        terinci = jumlah(a.pagu for a in anak)
        murni = None
        if terinci == pagu:
            murni = jumlah(a.pagu_murni for a in anak)
        lalu_rp = jumlah(a.lalu.rp for a in anak)
        renstra_rp = jumlah(a.renstra.rp for a in anak)
        return Simpul(
            obj,
            tingkat,
            _ke_atas(obj, pagu, ukur, anak),
            Angka(obj.target_renstra, renstra_rp),
            self._lalu(obj, Angka(riwayat.k), lalu_rp),
            MappingProxyType(ukur),
            murni,
            terinci,
            tahun_lalu=self.tahun_lalu,
            anak=anak,
            tambahan=tambahan,
        )

    def _lalu(self, obj: Any, riwayat: Angka, rp: Decimal | None) -> Angka:
        """Isian bila ada, lalu riwayat; kosong pada tahun pertama periode."""
        if self.tahun_lalu == 0:
            return KOSONG
        k = obj.realisasi_lalu
        if k is None:
            k = riwayat.k
        if rp is None:
            rp = riwayat.rp
        return Angka(k, rp)


def _pagu_kegiatan(kegiatan: Kegiatan, anak: Iterable[Simpul]) -> Decimal | None:
    """Jumlah sub kegiatannya; menurut dokumen bila programnya tidak dirinci."""
    if not kegiatan.program.is_rinci and kegiatan.pagu_tercetak is not None:
        return kegiatan.pagu_tercetak
    return jumlah(a.pagu for a in anak)


def _awali(awalan: str, milik: dict[str, Any]) -> dict[str, Any]:
    """Saringan yang sama, dicapai lewat hubungan `awalan`."""
    return {f"{awalan}__{kolom}": nilai for kolom, nilai in milik.items()}


def _milik_sub(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """Saringan pemilik bagi yang menunjuk sub kegiatan."""
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun": tahun}
    return _awali("sub_kegiatan__kegiatan__program", milik)


def _per_induk(rows: Any) -> dict[int, dict[int, Any]]:
    """Pengukuran dikelompokkan: kunci induknya, lalu triwulannya."""
    hasil: dict[int, dict[int, Any]] = {}
    for row in rows:
        induk = getattr(row, f"{row.induk_field}_id")
        hasil.setdefault(induk, {})[row.triwulan] = row
    return hasil
