"""Menyusun pohon kinerja dari basis data, dari sub kegiatan ke atas, dengan kueri tetap."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from accounts.models import Kabupaten
from kinerja.aturan.periode import Aturan
from kinerja.aturan.rencana import KOSONG, TRIWULAN, Evaluasi, Takaran, jumlah, jumlah_uang
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
from kinerja.models.keluaran import SEBUTAN, is_sub_berpagu
from kinerja.tahun.anggaran import Anggaran, is_dijumlahkan, realisasi_setahun
from kinerja.tahun.pembagian import RP_LALU, RP_RENSTRA, jumlah_lengkap
from kinerja.tahun.pohon import TANPA_JADWAL, Pohon, Simpul, Ukur
from kinerja.tahun.riwayat import Riwayat, awali, read_riwayat

PerTriwulan = dict[int, dict[int, Any]]
PerInduk = dict[int, list[Simpul]]
Milik = dict[str, Any]  # saringan kantor dan tahunnya
SemuaSimpul = tuple[Simpul, ...]
Pagu = Decimal | None  # `None` bila tidak diketahui
Kelompok = Mapping[Any, list[Simpul]]  # baris menurut induknya


def evaluasi_sub(sub: SubKegiatan, ukur: Ukur, *, is_berpagu: bool = False) -> Evaluasi:
    """Target, pagu dan realisasi empat triwulan satu baris sub kegiatan.

    `is_berpagu`: pagunya ada padanya atau pada baris lain sub kegiatan yang sama.
    """
    keuangan = [_keuangan(ukur, n) for n in TRIWULAN]
    target = Takaran(sub.isi_target, sub.pagu_berlaku)
    hasil = _evaluasi(target, ukur, keuangan, sub.aturan)
    if jumlah(keuangan) is None:
        hasil = replace(hasil, setahun_rp=sub.realisasi)
    if is_berpagu and sub.pagu_berlaku is None:
        return replace(hasil, berpagu=(hasil,))
    return hasil


def _evaluasi(
    target: Takaran,
    ukur: Ukur,
    keuangan: Iterable[Pagu],
    aturan: Aturan,
) -> Evaluasi:
    """K tiap triwulan dari pengukurannya, juga yang bukan angka."""
    triwulan = []
    for nomor, rp in zip(TRIWULAN, keuangan, strict=True):
        row = ukur.get(nomor)
        isi = row.isi if row else None
        triwulan.append(Takaran(isi, rp))
    return Evaluasi(target, tuple(triwulan), aturan)


def _keuangan(ukur: Ukur, triwulan: int) -> Pagu:
    """Rp satu triwulan; `None` bila belum diukur."""
    return getattr(ukur.get(triwulan), "keuangan", None)


def _ke_atas(obj: Any, pagu: Pagu, ukur: Ukur, anak: SemuaSimpul) -> Evaluasi:
    """K miliknya sendiri, uang jumlah anaknya; program yang tidak dirinci menurut dokumennya."""
    uang = jumlah_uang(pagu, (a.evaluasi for a in anak))
    keuangan = [t.rp for t in uang.triwulan]
    hasil = _evaluasi(Takaran(obj.isi_target, pagu), ukur, keuangan, obj.aturan)
    berpagu = None  # pagu menurut dokumennya memuat semua anaknya
    if anak and is_dijumlahkan(obj):
        berpagu = uang.berpagu
    return replace(hasil, setahun_rp=realisasi_setahun(obj, uang), berpagu=berpagu)


def read_pohon(
    kabupaten: Kabupaten,
    tahun: int,
    periode: PeriodeRenstra | None,
    anggaran: Anggaran,
) -> Pohon:
    """Pohon di atas `anggaran`, dengan kueri tetap berapa pun barisnya; kosong tanpa kueri."""
    if not anggaran.baris:
        return Pohon(tahun, anggaran, ())
    dasar = None
    if periode and periode.is_bersumber:
        dasar = periode
    tahun_lalu = None
    if dasar:
        tahun_lalu = tahun - dasar.tahun_awal
    riwayat = read_riwayat(kabupaten, dasar, tahun)
    penyusun = _Penyusun(tahun_lalu, riwayat)
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun": tahun}
    tambahan = penyusun.tambahan(milik)
    sub = penyusun.sub(kabupaten, tahun)
    kegiatan = penyusun.kegiatan(milik, sub, tambahan)
    program = penyusun.program(milik, anggaran, kegiatan, tambahan)
    return Pohon(tahun, anggaran, program)


@dataclass(frozen=True)
class _Penyusun:
    """Yang sama bagi semua baris selama satu pohon disusun, dari bawah ke atas."""

    tahun_lalu: int | None  # banyak tahun periode sebelum tahun ini; `None` tak diketahui
    riwayat: Riwayat

    def sub(self, kabupaten: Kabupaten, tahun: int) -> Kelompok:
        """Baris sub kegiatan per kegiatan."""
        rows = SubKegiatan.objects.in_pohon(kabupaten, tahun)
        rows = rows.select_related("penanggung_jawab", "kegiatan__program", *SEBUTAN.values())
        milik = _milik_sub(kabupaten, tahun)
        semua_rencana = RencanaAksi.objects.filter(**milik).order_by()
        rencana = {satu.sub_kegiatan_id: satu for satu in semua_rencana}
        pengukuran = PengukuranSub.objects.filter(**milik)
        ukur = _per_induk(pengukuran)
        hasil: PerInduk = {}
        rows = rows.with_realisasi().annotate(is_berpagu=is_sub_berpagu())
        for sub in rows:
            diukur = _milik(ukur, sub)
            rencananya = rencana.get(sub.pk)
            simpul = self._sub(sub, diukur, rencananya)
            sekegiatan = hasil.setdefault(sub.kegiatan_id, [])
            sekegiatan.append(simpul)
        return hasil

    def _sub(self, sub: Any, ukur: Ukur, rencana: RencanaAksi | None) -> Simpul:
        """Satu baris sub kegiatan dengan ukuran, riwayat dan jadwalnya."""
        riwayat = self.riwayat.dari(sub.kode, sub.aturan, sub.indikator)
        evaluasi = evaluasi_sub(sub, ukur, is_berpagu=sub.is_berpagu)
        renstra = Takaran(sub.isi_renstra, sub.pagu_renstra)
        lalu = self._lalu(sub, riwayat, sub.realisasi_lalu_rupiah)
        bulan = TANPA_JADWAL
        if rencana:
            bulan = tuple(rencana.bulan)
        return Simpul(
            sub,
            "sub",
            evaluasi,
            renstra,
            lalu,
            MappingProxyType(ukur),
            sub.pagu,
            tahun_lalu=self.tahun_lalu,
            rencana=rencana,
            bulan=bulan,
        )

    def kegiatan(
        self,
        milik: Milik,
        sub: Kelompok,
        tambahan: Kelompok,
    ) -> Kelompok:
        """Kegiatan per program; pagunya jumlah sub kegiatan, atau menurut dokumennya."""
        rows = Kegiatan.objects.filter(**awali("program", milik))
        milik_kegiatan = awali("kegiatan__program", milik)
        pengukuran = PengukuranKegiatan.objects.filter(**milik_kegiatan)
        ukur = _per_induk(pengukuran)
        hasil: PerInduk = {}
        rows = rows.select_related("penanggung_jawab", "program", *SEBUTAN.values())
        for kegiatan in rows.order_by("kode"):
            anak = tuple(sub.get(kegiatan.pk, ()))
            tempat = (kegiatan.program_id, kegiatan.pk)
            lain = tuple(tambahan.get(tempat, ()))
            pagu = _pagu_kegiatan(kegiatan, anak)
            diukur = _milik(ukur, kegiatan)
            simpul = self._induk(kegiatan, "kegiatan", pagu, diukur, anak, lain)
            seprogram = hasil.setdefault(kegiatan.program_id, [])
            seprogram.append(simpul)
        return hasil

    def program(
        self,
        milik: Milik,
        anggaran: Anggaran,
        kegiatan: Kelompok,
        tambahan: Kelompok,
    ) -> SemuaSimpul:
        """Program dengan pagu anggarannya."""
        milik_program = awali("program", milik)
        pengukuran = PengukuranProgram.objects.filter(**milik_program)
        ukur = _per_induk(pengukuran)
        hasil = []
        for uang in anggaran.baris:
            pk = uang.program.pk
            anak = tuple(kegiatan.get(pk, ()))
            lain = tuple(tambahan.get((pk, None), ()))
            diukur = _milik(ukur, uang.program)
            simpul = self._induk(uang.program, "program", uang.pagu, diukur, anak, lain)
            hasil.append(simpul)
        return tuple(hasil)

    def tambahan(self, milik: Milik) -> Kelompok:
        """Indikator tambahan per (program, kegiatan)."""
        rows = IndikatorTambahan.objects.filter(**awali("program", milik))
        milik_tambahan = awali("tambahan__program", milik)
        pengukuran = PengukuranTambahan.objects.filter(**milik_tambahan)
        ukur = _per_induk(pengukuran)
        hasil: dict[Any, list[Simpul]] = {}
        rows = rows.select_related(
            "program__penanggung_jawab", "kegiatan__penanggung_jawab", *SEBUTAN.values()
        )
        for row in rows.order_by("nomor"):
            diukur = _milik(ukur, row)
            simpul = self._induk(row, "tambahan", None, diukur)
            tempat = (row.program_id, row.kegiatan_id)
            seinduk = hasil.setdefault(tempat, [])
            seinduk.append(simpul)
        return hasil

    def _induk(
        self,
        obj: Any,
        tingkat: str,
        pagu: Pagu,
        ukur: Ukur,
        anak: SemuaSimpul = (),
        tambahan: SemuaSimpul = (),
    ) -> Simpul:
        """Baris di atas sub kegiatan, atau indikator tambahan tanpa uang."""
        is_tambahan = tingkat == "tambahan"
        riwayat = KOSONG
        if not is_tambahan:
            riwayat = self.riwayat.dari(obj.kode, obj.aturan)
        murni = None
        if pagu == jumlah(a.pagu for a in anak):
            murni = jumlah(a.pagu_murni for a in anak)
        lalu_rp = jumlah_lengkap(anak, RP_LALU)
        lalu = self._lalu(obj, Takaran(riwayat.isi), lalu_rp)
        renstra_rp = jumlah_lengkap(anak, RP_RENSTRA)
        renstra = Takaran(obj.isi_renstra, renstra_rp)
        evaluasi = _ke_atas(obj, pagu, ukur, anak)
        return Simpul(
            obj,
            tingkat,
            evaluasi,
            renstra,
            lalu,
            MappingProxyType(ukur),
            murni,
            tahun_lalu=self.tahun_lalu,
            anak=anak,
            tambahan=tambahan,
        )

    def _lalu(self, obj: Any, riwayat: Takaran, rp: Pagu) -> Takaran:
        """Isian bila ada, lalu riwayat; kosong pada tahun pertama periode."""
        if self.tahun_lalu == 0:
            return KOSONG
        isi = obj.isi_lalu
        if isi is None:
            isi = riwayat.isi
        if rp is None:
            rp = riwayat.rp
        return Takaran(isi, rp)


def _pagu_kegiatan(kegiatan: Kegiatan, anak: Iterable[Simpul]) -> Pagu:
    """Jumlah sub kegiatannya; menurut dokumen bila programnya tidak dirinci."""
    if is_dijumlahkan(kegiatan):
        return jumlah(a.pagu for a in anak)
    return kegiatan.pagu_tercetak


def _milik_sub(kabupaten: Kabupaten, tahun: int) -> Milik:
    """Saringan pemilik bagi yang menunjuk sub kegiatan."""
    milik = {"perangkat_daerah__kabupaten": kabupaten, "tahun": tahun}
    return awali("sub_kegiatan__kegiatan__program", milik)


def _milik(ukur: PerTriwulan, induk: Any) -> Ukur:
    """Pengukuran `induk` tiap triwulan; induknya tidak dibaca lagi bersama tiap barisnya."""
    hasil = ukur.get(induk.pk, {})
    for row in hasil.values():
        setattr(row, row.induk_field, induk)
    return hasil


def _per_induk(rows: Any) -> PerTriwulan:
    """Pengukuran dikelompokkan: kunci induknya, lalu triwulannya."""
    hasil: PerTriwulan = {}
    rows = rows.select_related("tingkat")
    for row in rows.order_by():  # dicari menurut kuncinya
        induk = getattr(row, f"{row.induk_field}_id")
        hasil.setdefault(induk, {})[row.triwulan] = row
    return hasil
