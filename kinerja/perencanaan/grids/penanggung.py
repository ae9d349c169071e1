"""Kisi penanggung: bidang, pejabat dan pelaksana tiap sub kegiatan, untuk perjanjian kinerjanya."""

import datetime
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from accounts.models import Pejabat
from core.grid import BarisKisi, KolomKisi, Saringan, save_row
from kinerja.models import SubKegiatan
from kinerja.pengukuran.grids import PohonGrid
from kinerja.tahun.pohon import Simpul

ORANG = ("pejabat", "pelaksana")
PENANGGUNG = ("penanggung_jawab", *ORANG)
BELUM = "belum"
ANTARA = " – "  # di antara nama dan jabatan
Pilihan = dict[str, Any]  # nomor baris sebagai tulisan -> barisnya


class PenanggungGrid(PohonGrid):
    """Satu sub kegiatan satu bidang, satu pejabat dan satu pelaksana; uangnya mengikuti."""

    model = SubKegiatan
    judul = "Penanggung sub kegiatan"
    pengantar = (
        "Perjanjian kinerja memuat uang sub kegiatan yang ditanggung bidang atau orangnya; pagu "
        "tanpa penanggung belum dijanjikan siapa pun."
    )

    def filters(self) -> list[Saringan]:
        """Juga hanya yang penanggungnya belum lengkap."""
        pilihan = [("", "Semua"), (BELUM, "Belum lengkap")]
        kini = self.params.get("penanggung", "")
        return [*super().filters(), Saringan("penanggung", "Penanggung", pilihan, kini)]

    def nodes(self) -> Sequence[Simpul]:
        """Program, kegiatan, dan baris utama sub kegiatannya."""
        utama = [s for s in super().nodes() if not s.is_lanjutan]
        if self.params.get("penanggung") != BELUM:
            return utama
        return [s for s in utama if any(map(self._is_belum, s.baris_sub))]

    def _is_belum(self, s: Simpul) -> bool:
        """Sub kegiatan yang salah satu penanggungnya belum disebut."""
        if s.is_lanjutan:
            return False
        return any(getattr(s.obj, f"{kolom}_id") is None for kolom in PENANGGUNG)

    def columns(self) -> Sequence[KolomKisi]:
        """Pagu yang ditanggung, lalu penanggungnya."""
        return self._columns

    @cached_property
    def _columns(self) -> tuple[KolomKisi, ...]:
        """Disusun sekali tiap permintaan."""
        bidang = _pilihan(self._bidang, lambda satu: satu.nama)
        orang = _pilihan(self._orang, lambda satu: f"{satu.nama}{ANTARA}{satu.jabatan}")
        return (
            KolomKisi("pagu", "Pagu (Rp)", "hitung", "Anggaran"),
            KolomKisi("penanggung_jawab", "Bidang", "pilihan", "Penanggung", pilihan=bidang),
            KolomKisi("pejabat", "Pejabat eselon IV/JF", "pilihan", "Penanggung", pilihan=orang),
            KolomKisi("pelaksana", "Pelaksana", "pilihan", "Penanggung", pilihan=orang),
        )

    @cached_property
    def _bidang(self) -> Pilihan:
        """Bidang yang tampak bagi pengguna."""
        return {str(satu.pk): satu for satu in self.bidang}

    @cached_property
    def _orang(self) -> Pilihan:
        """Yang menjabat pada tahun itu, dan yang telanjur disebut."""
        awal = datetime.date(self.tahun, 1, 1)
        akhir = datetime.date(self.tahun, 12, 31)
        sub = SubKegiatan.objects.in_tree(self.kabupaten, self.tahun).order_by()
        is_menjabat = Q(mulai__lte=akhir) & (Q(sampai=None) | Q(sampai__gte=awal))
        is_disebut = Q(pk__in=sub.values("pejabat")) | Q(pk__in=sub.values("pelaksana"))
        rows = Pejabat.objects.visible_to(self.user).filter(is_kepala_daerah=False)
        semua = rows.filter(is_menjabat | is_disebut).order_by("nama")
        return {str(satu.pk): satu for satu in semua}

    def rows(self) -> list[BarisKisi]:
        """Terkunci atau tidaknya sama bagi semua baris."""
        reason = SubKegiatan.lock_for(self.kabupaten.kode, self.tahun)
        return [self._baris(s, reason) for s in self.nodes()]

    def _baris(self, s: Simpul, reason: str) -> BarisKisi:
        """Program dan kegiatan hanya membawahkan; penanggungnya per sub kegiatan."""
        kunci = self.key(s)
        tempat = (kunci, self.label(s), self._isi(s), s.obj.get_absolute_url(), self.kode(s))
        if s.tingkat != "sub":
            return BarisKisi(*tempat, gaya="kelompok", hanya_baca=True)
        gaya = BELUM if self._is_belum(s) else ""
        return BarisKisi(*tempat, lock_reason=reason, gaya=gaya, obj=s.obj)

    def _isi(self, s: Simpul) -> dict[str, Any]:
        """Penanggung hanya pada sub kegiatan."""
        isi: dict[str, Any] = {"pagu": s.pagu}
        if s.tingkat != "sub":
            return isi
        for kolom in PENANGGUNG:
            isi[kolom] = str(getattr(s.obj, f"{kolom}_id") or "")
        return isi

    def parse(self, row: BarisKisi, kolom: KolomKisi, text: str) -> Any:
        """Nomor pilihannya, atau namanya bila ditempel."""
        tulisan = text.strip()
        dikenal = {nilai for nilai, _ in kolom.pilihan}
        if not tulisan or tulisan in dikenal:
            return tulisan
        cocok = [nilai for nilai, label in kolom.pilihan if _is_disebut(tulisan, label)]
        if len(cocok) == 1:
            return cocok[0]
        if cocok:
            pesan = f"“{tulisan}” nama {len(cocok)} orang; tulis bersama jabatannya."
            raise ValidationError(pesan)
        raise ValidationError(f"“{tulisan}” tidak ada di antara pilihan {kolom.label.lower()}.")

    def store(self, baris: BarisKisi, nilai: dict[str, Any], *, note: str) -> None:
        """Baris indikator tambahannya ikut, karena uangnya satu sub kegiatan."""
        isi = {}
        for kolom, nomor in nilai.items():
            pilihan = self._bidang if kolom == "penanggung_jawab" else self._orang
            isi[kolom] = pilihan.get(nomor)
        for sub in (baris.obj, *baris.obj.baris.all()):
            save_row(sub, isi, by=self.user, note=note)


def _pilihan(rows: Pilihan, label: Any) -> tuple[tuple[str, str], ...]:
    """Nomor dan tulisan tiap pilihan."""
    return tuple((nomor, label(satu)) for nomor, satu in rows.items())


def _is_disebut(tulisan: str, label: str) -> bool:
    """Seluruh tulisannya, atau namanya saja; tanpa beda huruf besar."""
    baku = tulisan.lower()
    nama, _, _ = label.lower().partition(ANTARA)
    return baku in {label.lower(), nama}
