"""Bersama untuk semua baris yang berangka kinerja: satu penolakan bagi semua jalan masuk."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from kinerja.aturan.syarat import Syarat, is_biasa


class Bersyarat(models.Model):
    """Angka baru diperiksa menurut satuan barisnya; yang sudah tersimpan tidak menahan."""

    kolom_angka: ClassVar[tuple[str, ...]] = ()
    penentu: ClassVar[tuple[str, ...]] = ()  # kolom yang menentukan syaratnya

    class Meta:
        abstract = True

    def syarat(self, kolom: str) -> Syarat:
        """Syarat satu kolom angka."""
        raise NotImplementedError

    def bidang_angka(self, kolom: str) -> str:
        """Kolom tempat pesannya tampil."""
        return kolom

    def clean(self) -> None:
        """Isian, kisi, lembar dan impor semuanya lewat sini."""
        super().clean()
        masalah = self.masalah_angka()
        if masalah:
            raise ValidationError(masalah)

    def masalah_angka(self) -> dict[str, str]:
        """Pesan tiap kolom yang angkanya tidak diterima."""
        masalah = {}
        tersimpan = None
        for kolom in self.kolom_angka:
            nilai = getattr(self, kolom)
            if not isinstance(nilai, Decimal | int) or is_biasa(Decimal(nilai)):
                continue
            pesan = self.syarat(kolom).masalah(Decimal(nilai))
            if not pesan:
                continue
            if tersimpan is None:
                tersimpan = self._tersimpan()
            if not self._is_tetap(kolom, tersimpan):
                bidang = self.bidang_angka(kolom)
                masalah[bidang] = pesan
        return masalah

    def _tersimpan(self) -> Mapping[str, Any]:
        """Isi basis datanya; kosong bila barisnya baru."""
        if self.pk is None:
            return {}
        rows = self._meta.model._base_manager.filter(pk=self.pk)
        return rows.values(*self.kolom_angka, *self.penentu).first() or {}

    def _is_tetap(self, kolom: str, tersimpan: Mapping[str, Any]) -> bool:
        """Angka lama pada baris yang tidak berganti satuan; ia temuan, bukan penolakan."""
        semua = (kolom, *self.penentu)
        return all(satu in tersimpan and tersimpan[satu] == getattr(self, satu) for satu in semua)
