"""Tabel akuntabilitas keuangan LKjIP (3.4): indikator sasaran di samping program pendukungnya."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from core.angka import bulatkan
from kinerja.aturan.capaian import DESIMAL, persentase
from kinerja.aturan.efisiensi import NilaiEfisiensi
from kinerja.aturan.rencana import Angka, target_cetak
from kinerja.models import Sasaran
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.lkjip.isi.keuangan import (
    BarisSanding,
    Efisiensi,
    IndikatorUang,
    KeluaranSub,
    SelIndikator,
    SelProgram,
    TabelKeuangan,
    UangProgram,
)
from kinerja.tahun.anggaran import Anggaran
from kinerja.tahun.efisiensi import EfisiensiTahun
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.pohon import Pohon, Simpul
from kinerja.tahun.ukuran import Ukuran

SEMUA_SASARAN = "Semua sasaran"
TANPA_ISI = "—"


def tabel_keuangan(
    pengukuran: Pengukuran, anggaran: Anggaran, program: Sequence[UangProgram]
) -> TabelKeuangan:
    """IKU bersisian dengan program sasarannya; program penunjang bersisian dengan nilai AKIP.

    `program` seurutan dengan `anggaran.baris`. Yang tidak menyebut sasarannya mendukung semuanya.
    """
    iku: dict[int | None, list[IndikatorUang]] = {}
    for indikator in pengukuran.jenis("iku"):
        milik = iku.setdefault(indikator.sasaran_id, [])
        milik.append(_indikator(pengukuran.ukur(indikator)))
    urusan: dict[int | None, list[UangProgram]] = {}
    sebutan: dict[int | None, str] = {None: SEMUA_SASARAN}
    for uang, tercetak in zip(anggaran.baris, program, strict=True):
        if not uang.is_penunjang:
            sasaran = uang.program.sasaran
            nomor = _sasaran(sasaran, iku)
            urusan.setdefault(nomor, []).append(tercetak)
            sebutan[nomor] = getattr(sasaran, "nama", SEMUA_SASARAN)
    return TabelKeuangan(
        sasaran=_menurut_sasaran(iku, urusan, sebutan),
        penunjang=tuple(u for u in program if u.is_penunjang),
    )


def _sasaran(sasaran: Sasaran | None, iku: Mapping[int | None, Any]) -> int | None:
    """Kunci sasarannya; satu-satunya sasaran bila tidak disebut, `None` bila ada beberapa."""
    if sasaran is not None:
        return int(sasaran.pk)
    if len(iku) == 1:
        return next(iter(iku))
    return None


def _menurut_sasaran(
    iku: Mapping[int | None, list[IndikatorUang]],
    urusan: Mapping[int | None, list[UangProgram]],
    sebutan: Mapping[int | None, str],
) -> tuple[BarisSanding, ...]:
    """Baris tiap sasaran berurutan; yang tidak ber-IKU dan yang mendukung semua di bawah."""
    if not iku:
        semua = [satu for milik in urusan.values() for satu in milik]
        return sandingkan([], semua)
    lain = sorted(set(urusan) - set(iku), key=lambda nomor: (nomor is None, nomor))
    baris: list[BarisSanding] = []
    urut = 0
    for nomor in (*iku, *lain):
        kiri = []
        for satu in iku.get(nomor) or [_tanpa_iku(sebutan[nomor])]:
            urut += 1
            kiri.append(replace(satu, nomor=urut))
        baris += sandingkan(kiri, urusan.get(nomor, ()))
    return tuple(baris)


def _indikator(ukuran: Ukuran) -> IndikatorUang:
    """Satu IKU dengan target, realisasi dan capaian (persen) tahun laporannya."""
    indikator = ukuran.indikator
    return IndikatorUang(
        sasaran=indikator.sasaran.nama,
        nama=indikator.nama,
        desimal=indikator.desimal,
        target=besaran(ukuran.target_cetak, ukuran.keadaan_target),
        realisasi=besaran(ukuran.realisasi_cetak, ukuran.keadaan_realisasi),
        capaian=ukuran.capaian.persen,
    )


def _tanpa_iku(sasaran: str) -> IndikatorUang:
    """Sel kiri program yang sasarannya tidak ber-IKU, atau yang mendukung semua sasaran."""
    kosong = besaran(None)
    return IndikatorUang(
        sasaran=sasaran, nama=TANPA_ISI, desimal=0, target=kosong, realisasi=kosong, capaian=None
    )


def sandingkan(
    kiri: Sequence[IndikatorUang], kanan: Sequence[UangProgram]
) -> tuple[BarisSanding, ...]:
    """Dua daftar sebagai baris tabel; isi terakhir daftar yang pendek merentang sampai bawah."""
    tinggi = max(len(kiri), len(kanan))
    if not tinggi:
        return ()
    sel_kiri = [
        SelIndikator(isi=isi, rentang=rentang)
        for isi, rentang in zip(kiri or (None,), rentang_sel(len(kiri), tinggi), strict=True)
    ]
    sel_kanan = [
        SelProgram(isi=isi, rentang=rentang)
        for isi, rentang in zip(kanan or (None,), rentang_sel(len(kanan), tinggi), strict=True)
    ]
    hasil = []
    for satu, dua in zip_longest(sel_kiri, sel_kanan):
        hasil.append(BarisSanding(kiri=satu, kanan=dua))
    return tuple(hasil)


def rentang_sel(banyak: int, tinggi: int) -> list[int]:
    """Banyak baris tiap sel: yang terakhir menempati sisanya; daftar kosong setinggi tabel."""
    biasa = max(banyak, 1) - 1
    return [1] * biasa + [tinggi - biasa]


def tabel_keluaran(pohon: Pohon) -> tuple[KeluaranSub, ...]:
    """KeluaranSub sub kegiatan yang target atau realisasinya diketahui."""
    semua = map(_keluaran, pohon.sub)
    return tuple(satu for satu in semua if satu.target or satu.realisasi)


def _keluaran(simpul: Simpul) -> KeluaranSub:
    row = simpul.obj
    evaluasi = simpul.evaluasi
    return KeluaranSub(
        program=row.kegiatan.program.kode,
        nama=row.nama,
        indikator=row.indikator,
        target=_tulisan(evaluasi.target.cetak, row.satuan),
        realisasi=_tulisan(evaluasi.jumlah, row.satuan),
        capaian=evaluasi.capaian.persen,
    )


def _tulisan(isi: Angka, satuan: str) -> str:
    """Angkanya bersatuan sebagaimana pada evaluasi, selain itu sebutan atau keadaannya."""
    return isi.keadaan or target_cetak(isi.k, satuan)


def tabel_efisiensi(pohon: Pohon, efisiensi: EfisiensiTahun) -> tuple[Efisiensi, ...]:
    """Sub kegiatan berpagu yang realisasinya diketahui."""
    diketahui = []
    for s in pohon.sub:
        if s.pagu and s.obj.jumlah_realisasi is not None:
            diketahui.append(s)
    return tuple(_efisiensi(s.obj, efisiensi.sub(s)) for s in diketahui)


def _efisiensi(row: Any, nilai: NilaiEfisiensi) -> Efisiensi:
    capaian = nilai.capaian
    return Efisiensi(
        program=row.kegiatan.program.nama,
        kegiatan=row.kegiatan.nama,
        nama=row.nama,
        pagu=bulatkan(row.pagu_berlaku, 0),
        realisasi=bulatkan(row.jumlah_realisasi, 0),
        persen=persentase(row.jumlah_realisasi, row.pagu_berlaku),
        capaian=None if capaian is None else bulatkan(capaian, DESIMAL),
        simpulan=nilai.simpulan,
    )
