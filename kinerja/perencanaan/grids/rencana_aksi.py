"""Kisi Rencana Aksi: baris pohon kinerja, uang dijumlahkan ke atas."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from accounts.models import Bidang
from core.forms import PersenField
from core.grid import BarisKisi, KolomKisi, save_row
from core.periode import ROMAWI
from kinerja.aturan.rencana import (
    TRIWULAN,
    jumlah_bulan,
    masalah_bulan,
    per_triwulan,
)
from kinerja.models import RencanaAksi, SubKegiatan
from kinerja.models.rencana import KOLOM_BULAN
from kinerja.pengukuran.grids import PohonGrid, isian_model
from kinerja.tahun.pohon import Simpul

Nilai = dict[str, Any]  # menurut nama kolomnya
MILIK_SUB = ("pagu", "penanggung_jawab")


class RencanaAksiGrid(PohonGrid):
    """Rencana Aksi seperti naskahnya; dua belas bulan satu baris tersimpan bersama."""

    model = RencanaAksi
    judul = "Rencana aksi"
    judul_nama = ("Indikator kegiatan",)
    judul_abai = (
        "No",
        "Sasaran strategis",
        "Indikator kinerja",
        "Target kinerja sasaran (%)",
    )
    pengantar = (
        "Dua belas bulan tiap baris berjumlah 100 % atau kosong seluruhnya, dan tersimpan saat "
        "barisnya ditinggalkan. "
        "Anggaran diketik pada sub kegiatan; program dan kegiatan dijumlahkan."
    )

    def columns(self) -> Sequence[KolomKisi]:
        """Keluaran, dua belas bulan, jumlahnya, anggaran dan pelaksananya."""
        return self._columns

    @cached_property
    def _columns(self) -> tuple[KolomKisi, ...]:
        """Disusun sekali tiap permintaan."""
        bulan = [_kolom_bulan(n, nama) for n, nama in enumerate(KOLOM_BULAN)]
        jumlah = [KolomKisi(f"tw_{n}", _tw(n), "hitung", "Jumlah (%)") for n in TRIWULAN]
        bidang = tuple((str(b.pk), b.nama) for b in self.bidang)
        aksi = isian_model(RencanaAksi, "aksi")
        keterangan = isian_model(RencanaAksi, "keterangan")
        return (
            KolomKisi("indikator", "Indikator", "baca", "Keluaran"),
            KolomKisi("target", "Target", "baca", "Keluaran"),
            KolomKisi("aksi", "Aksi kegiatan", "uraian", "Keluaran", field=aksi),
            *bulan,
            *jumlah,
            KolomKisi("setahun", "Setahun", "hitung", "Jumlah (%)"),
            KolomKisi(
                "pagu",
                "Pagu murni (Rp)",
                "rupiah",
                "Anggaran",
                alias=("Anggaran", "Anggaran (Rp)"),
                field=isian_model(SubKegiatan, "pagu"),
                is_jumlah=True,
            ),
            KolomKisi(
                "penanggung_jawab",
                "Penanggung jawab",
                "pilihan",
                "Pelaksana",
                pilihan=bidang,
            ),
            KolomKisi("keterangan", "Ket", "teks", "Pelaksana", field=keterangan),
        )

    def rows(self) -> list[BarisKisi]:
        """Terkunci atau tidaknya sama bagi semua baris."""
        sebab = RencanaAksi.lock_for(self.kabupaten.kode, self.tahun)
        return [self.row(s, sebab) for s in self.nodes()]

    def row(self, simpul: Simpul, sebab: str) -> BarisKisi:
        """Program dan kegiatan hanya dibaca."""
        url = simpul.obj.get_absolute_url()
        isi = self._isi(simpul)
        kunci = self.kunci(simpul)
        kode = self.kode(simpul)
        tempat = (kunci, self.label(simpul), isi, url, kode, self.alias(simpul))
        if simpul.tingkat != "sub":
            return BarisKisi(*tempat, gaya="kelompok", read_only=True)
        obj = simpul.rencana or RencanaAksi(sub_kegiatan=simpul.obj)
        return BarisKisi(*tempat, sebab, obj=obj)

    def _isi(self, simpul: Simpul) -> Nilai:
        """Nilai tiap kolom; jadwal dan aksinya hanya pada sub kegiatan."""
        keluaran = {
            "indikator": simpul.obj.indikator,
            "target": simpul.obj.tulisan_target,
            "pagu": simpul.pagu_murni,
        }
        if simpul.tingkat != "sub":
            return keluaran | {"penanggung_jawab": str(simpul.induk.penanggung_jawab or "")}
        rencana = simpul.rencana
        triwulan = zip(TRIWULAN, per_triwulan(simpul.bulan), strict=True)
        return {
            **keluaran,
            "aksi": rencana.aksi if rencana else "",
            **dict(zip(KOLOM_BULAN, simpul.bulan, strict=True)),
            **{f"tw_{n}": persen for n, persen in triwulan},
            "setahun": jumlah_bulan(simpul.bulan),
            "penanggung_jawab": str(simpul.obj.penanggung_jawab_id or ""),
            "keterangan": rencana.keterangan if rencana else "",
        }

    def ditulis(self, row: BarisKisi, kolom: KolomKisi) -> Any:
        """Pagu dan penanggung jawab milik sub kegiatannya."""
        rencana: RencanaAksi = row.obj
        if kolom.nama in MILIK_SUB:
            return rencana.sub_kegiatan
        return rencana

    def store(self, baris: BarisKisi, nilai: Nilai, *, note: str) -> None:
        """Pagu dan penanggung jawab milik sub kegiatannya; selain itu milik rencana aksinya."""
        rencana: RencanaAksi = baris.obj
        milik_sub = {nama: nilai[nama] for nama in MILIK_SUB if nama in nilai}
        if "penanggung_jawab" in milik_sub:
            milik_sub["penanggung_jawab"] = self._bidang(milik_sub["penanggung_jawab"])
        milik_rencana = {}
        for nama, diisi in nilai.items():
            if nama not in milik_sub:
                milik_rencana[nama] = diisi
        if milik_sub:
            save_row(rencana.sub_kegiatan, milik_sub, by=self.user, note=note)
        if milik_rencana:
            _check_bulan(rencana, milik_rencana)
            save_row(rencana, milik_rencana, by=self.user, note=note)

    def _bidang(self, pk: str) -> Bidang | None:
        """Hanya bidang yang tampak bagi pengguna."""
        for bidang in self.bidang:
            if str(bidang.pk) == str(pk):
                return bidang
        return None


def _check_bulan(rencana: RencanaAksi, nilai: Nilai) -> None:
    """Jadwal yang tidak sah ditolak pada bulan yang diubah, atau pada barisnya."""
    bulan = []
    for nama in KOLOM_BULAN:
        bulan.append(nilai.get(nama, getattr(rencana, nama)))
    utuh = []
    for persen in bulan:
        utuh.append(None if persen is None else int(persen))
    masalah = masalah_bulan(utuh)
    if masalah:
        diubah = {nama: [masalah] for nama in nilai if nama in KOLOM_BULAN}
        raise ValidationError(diubah or [masalah])


def _tw(triwulan: int) -> str:
    """Sebutan triwulan di kepala kolom."""
    return f"TW {ROMAWI[triwulan - 1]}"


def _kolom_bulan(urut: int, nama: str) -> KolomKisi:
    """Bulan di bawah triwulannya; dua belas bulan tersimpan bersama."""
    return KolomKisi(
        nama,
        str(urut + 1),
        "persen",
        _tw(urut // 3 + 1),
        utuh="bulan",
        field=isian_model(RencanaAksi, nama, form_class=PersenField),
    )
