"""Tabel akuntabilitas keuangan LKjIP (3.4): indikator sasaran di samping program pendukungnya."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from core.angka import bulatkan
from kinerja.aturan.capaian import DESIMAL, persentase
from kinerja.aturan.efisiensi import NilaiEfisiensi
from kinerja.aturan.rencana import Angka, target_cetak
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
from kinerja.naskah.lkjip.isi.tabel import BarisSetahun, SasaranSetahun
from kinerja.tahun.efisiensi import EfisiensiTahun
from kinerja.tahun.pohon import Pohon, Simpul


def tabel_keuangan(iku: Sequence[SasaranSetahun], program: Sequence[UangProgram]) -> TabelKeuangan:
    """IKU bersisian dengan program urusan; program penunjang bersisian dengan nilai AKIP."""
    kiri = [_indikator(s.sasaran, baris) for s in iku for baris in s.baris]
    return TabelKeuangan(
        sasaran=sandingkan(kiri, [u for u in program if not u.is_penunjang]),
        penunjang=tuple(u for u in program if u.is_penunjang),
    )


def _indikator(sasaran: str, baris: BarisSetahun) -> IndikatorUang:
    return IndikatorUang(
        sasaran=sasaran,
        nama=baris.nama,
        desimal=baris.desimal,
        target=baris.target,
        realisasi=baris.realisasi,
        capaian=baris.capaian,
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
