"""Rencana Aksi: 23 kolom, dua belas bulan dalam empat triwulan, uang dijumlahkan ke atas."""

from collections.abc import Iterator, Sequence
from typing import Any

from core.angka import format_angka
from documents.reports.kepala import kepala, kepala_kurang
from kinerja.aturan.rencana import jumlah, target_cetak
from kinerja.models import NaskahKinerja
from kinerja.naskah.rencana_aksi.isi import BarisAksi, IkuAksi, IsiRencanaAksi, SasaranAksi
from kinerja.tahun.pohon import Simpul, milik_bidang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Pengukuran, Ukuran


def payload(naskah: NaskahKinerja, kinerja: TahunKinerja) -> IsiRencanaAksi:
    """Baris program, kegiatan dan sub kegiatan menurut urutan naskah; kolom sasaran hanya pada baris pertamanya."""
    rows = milik(kinerja.pohon.baris, naskah)
    return IsiRencanaAksi(
        **kepala(naskah, "Rencana Aksi atas Perjanjian Kinerja"),
        bidang=str(naskah.bidang) if naskah.bidang else "",
        baris=tuple(_baris(rows, kinerja.pengukuran)),
        jumlah=jumlah(s.pagu for s in rows if s.tingkat == "sub") if naskah.bidang_id else kinerja.anggaran.pagu,
    )


def milik(rows: Sequence[Simpul], naskah: NaskahKinerja) -> Sequence[Simpul]:
    """Semua baris, atau hanya milik satu bidang beserta program dan kegiatan di atasnya."""
    if naskah.bidang_id is None:
        return rows
    return milik_bidang(rows, naskah.bidang_id)


def _baris(rows: Sequence[Simpul], pengukuran: Pengukuran) -> Iterator[BarisAksi]:
    sasaran_lalu = None
    for s in rows:
        sasaran = s.obj.sasaran if s.tingkat == "program" else None
        is_new = sasaran is not None and sasaran.pk != sasaran_lalu
        sasaran_lalu = sasaran.pk if sasaran is not None else sasaran_lalu
        yield _satu(s, _sasaran(sasaran, pengukuran) if is_new else None)


def _satu(s: Simpul, sasaran: SasaranAksi | None) -> BarisAksi:
    return BarisAksi(
        tingkat=s.tingkat,
        kode=s.induk.kode,
        sasaran=sasaran,
        nama="" if s.is_lanjutan else s.obj.nama,
        indikator=s.obj.indikator,
        target=target_cetak(s.obj.target, s.obj.satuan),
        aksi=s.rencana.aksi if s.rencana else "",
        bulan=tuple(s.bulan),
        anggaran=s.pagu,
        penanggung_jawab=str(s.induk.penanggung_jawab or ""),
        keterangan=s.rencana.keterangan if s.rencana else "",
    )


def _sasaran(sasaran: Any, pengukuran: Pengukuran) -> SasaranAksi:
    """Sasaran strategis dengan IKU dan targetnya tahun itu."""
    ukur = [pengukuran.ukur(i) for i in pengukuran.jenis("iku") if i.sasaran_id == sasaran.pk]
    iku = tuple(IkuAksi(nama=u.indikator.nama, target=_target_iku(u)) for u in ukur)
    return SasaranAksi(nomor=sasaran.nomor, nama=sasaran.nama, indikator=iku)


def _target_iku(ukuran: Ukuran) -> str:
    if ukuran.target is None:
        return ukuran.sebutan_target
    return f"{format_angka(ukuran.target, ukuran.indikator.desimal)} {ukuran.indikator.satuan}"


def missing(naskah: NaskahKinerja, kinerja: TahunKinerja, isi: IsiRencanaAksi) -> list[str]:
    rows = milik(kinerja.pohon.baris, naskah)
    kosong = [] if rows else [f"Belum ada program tahun {naskah.tahun}."]
    return [*kepala_kurang(naskah), *kosong]
