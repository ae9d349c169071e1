"""Kisi Rencana Aksi: baris pohon kinerja, uang dijumlahkan ke atas."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from accounts.models import Bidang
from core.grid import BarisKisi, KolomKisi, save_row
from kinerja.aturan.rencana import TRIWULAN, jumlah_bulan, masalah_bulan, per_triwulan, target_cetak
from kinerja.models import (
    RencanaAksi,
    SubKegiatan,
)
from kinerja.models.rencana import KOLOM_BULAN
from kinerja.pengukuran.grids import PohonGrid, _field
from kinerja.tahun.pohon import Simpul

ROMAWI = ("I", "II", "III", "IV")


class RencanaAksiGrid(PohonGrid):
    """Rencana Aksi seperti naskahnya; dua belas bulan satu baris tersimpan bersama bila berjumlah 100."""

    model = RencanaAksi
    judul = "Rencana aksi"
    judul_nama = ("Indikator kegiatan",)
    judul_abai = ("No", "Sasaran strategis", "Indikator kinerja", "Target kinerja sasaran (%)")
    pengantar = (
        "Dua belas bulan tiap baris berjumlah 100 % atau kosong seluruhnya, dan tersimpan saat barisnya ditinggalkan. "
        "Anggaran diketik pada sub kegiatan; program dan kegiatan dijumlahkan."
    )

    def columns(self) -> Sequence[KolomKisi]:
        return self._columns

    @cached_property
    def _columns(self) -> tuple[KolomKisi, ...]:
        bulan = [
            KolomKisi(
                nama, str(n), "persen", f"TW {ROMAWI[(n - 1) // 3]}", utuh="bulan", field=_field(RencanaAksi, nama)
            )
            for n, nama in enumerate(KOLOM_BULAN, start=1)
        ]
        jumlah = [KolomKisi(f"tw_{n}", f"TW {ROMAWI[n - 1]}", "hitung", "Jumlah (%)") for n in TRIWULAN]
        pilihan = tuple((str(b.pk), b.nama) for b in self.bidang)
        uang = KolomKisi("pagu", "Pagu murni (Rp)", "rupiah", "Anggaran", field=_field(SubKegiatan, "pagu"))
        return (
            KolomKisi("indikator", "Indikator", "baca", "Keluaran"),
            KolomKisi("target", "Target", "baca", "Keluaran"),
            KolomKisi("aksi", "Aksi kegiatan", "uraian", "Keluaran", field=_field(RencanaAksi, "aksi")),
            *bulan,
            *jumlah,
            KolomKisi("setahun", "Setahun", "hitung", "Jumlah (%)"),
            replace(uang, alias=("Anggaran", "Anggaran (Rp)"), is_jumlah=True),
            KolomKisi("penanggung_jawab", "Penanggung jawab", "pilihan", "Pelaksana", pilihan=pilihan),
            KolomKisi("keterangan", "Ket", "teks", "Pelaksana", field=_field(RencanaAksi, "keterangan")),
        )

    def rows(self) -> list[BarisKisi]:
        reason = RencanaAksi.lock_for(self.kabupaten.kode, self.tahun)
        return [self.row(s, reason) for s in self.nodes()]

    def row(self, s: Simpul, reason: str) -> BarisKisi:
        keluaran = {
            "indikator": s.obj.indikator,
            "target": target_cetak(s.obj.target, s.obj.satuan),
            "pagu": s.pagu_murni,
        }
        url = s.obj.get_absolute_url()
        if s.tingkat != "sub":
            jawab = str(s.induk.penanggung_jawab or "")
            isi = keluaran | {"penanggung_jawab": jawab}
            alias = (s.obj.indikator if s.is_lanjutan else s.obj.nama,)
            return BarisKisi(
                self.key(s), self.label(s), isi, url, self.kode(s), alias, gaya="kelompok", hanya_baca=True
            )
        rencana = s.rencana
        triwulan = {f"tw_{n}": v for n, v in zip(TRIWULAN, per_triwulan(s.bulan), strict=True)}
        isi = {
            **keluaran,
            "aksi": rencana.aksi if rencana else "",
            **dict(zip(KOLOM_BULAN, s.bulan, strict=True)),
            **triwulan,
            "setahun": jumlah_bulan(s.bulan),
            "penanggung_jawab": str(s.obj.penanggung_jawab_id or ""),
            "keterangan": rencana.keterangan if rencana else "",
        }
        obj = rencana or RencanaAksi(sub_kegiatan=s.obj)
        alias = (s.obj.indikator if s.is_lanjutan else s.obj.nama,)
        return BarisKisi(self.key(s), self.label(s), isi, url, self.kode(s), alias, reason, obj=obj)

    def store(self, baris: BarisKisi, nilai: dict[str, Any], *, note: str) -> None:
        """Pagu dan penanggung jawab milik sub kegiatannya; selain itu milik rencana aksinya."""
        rencana: RencanaAksi = baris.obj
        milik_sub = {name: nilai[name] for name in ("pagu", "penanggung_jawab") if name in nilai}
        if "penanggung_jawab" in milik_sub:
            milik_sub["penanggung_jawab"] = self._bidang(milik_sub["penanggung_jawab"])
        milik_rencana = {name: value for name, value in nilai.items() if name not in milik_sub}
        if milik_sub:
            save_row(rencana.sub_kegiatan, milik_sub, by=self.user, note=note)
        if milik_rencana:
            bulan = [milik_rencana.get(name, getattr(rencana, name)) for name in KOLOM_BULAN]
            if masalah := masalah_bulan([None if b is None else int(b) for b in bulan]):
                diubah = {name: [masalah] for name in milik_rencana if name in KOLOM_BULAN}
                raise ValidationError(diubah or [masalah])
            save_row(rencana, milik_rencana, by=self.user, note=note)

    def _bidang(self, pk: str) -> Bidang | None:
        return next((b for b in self.bidang if str(b.pk) == str(pk)), None)
