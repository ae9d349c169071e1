"""Edisi yang sudah digantikan: kode dan namanya menjadi riwayat, keadaan kini tidak berubah."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.audit import Refused
from core.periode import tanggal_panjang
from villages.actions.penerapan import (
    Penerapan,
    Ubahan,
    kode_asal,
    refuse_berubah,
)
from villages.impor.edisi import AKHIR, BARU, EJAAN, HILANG, NAMA, SAMA
from villages.kode import jenis
from villages.models import Desa


@dataclass(frozen=True, kw_only=True)
class EdisiLama(Penerapan):
    """Berlaku sejak `sejak` sampai edisi sesudahnya, `sampai`."""

    sampai: datetime.date

    def tingkat(self, model: Any, ubahan: Sequence[Ubahan]) -> None:
        """Yang berganti nama atau kode, yang kini tidak ada lagi, dan yang dahulu belum ada."""
        for satu in ubahan:
            if satu["aksi"] in (NAMA, EJAAN):
                obj = self.ambil(model, satu["kunci"])
                refuse_berubah(obj, satu)
                self._riwayat(obj, satu)
            elif satu["aksi"] == BARU:
                self._berkode_lain(model, satu)
            elif satu["aksi"] == HILANG:
                self._belum_ada(model, satu)

    def _berkode_lain(self, model: Any, u: Ubahan) -> None:
        """Kode yang kini tidak dipakai: kode lama wilayah yang ada, atau wilayah yang berakhir."""
        if asal := kode_asal(u, SAMA):
            self._riwayat(self.ambil(model, asal), u)
            return
        obj = self.baru(model, u)
        obj.sampai = self.sampai
        self.store(obj, self.note)

    def _riwayat(self, obj: Any, ubahan: Ubahan) -> None:
        """Keadaan menurut edisi ini, bila belum tercatat; keadaan sesudahnya tetap."""
        dulu = obj.keadaan_pada(self.sejak)
        if (dulu.kode, dulu.nama) == (ubahan["kunci"], ubahan["baru"]):
            return
        self._refuse_berselisih(obj, dulu)
        keadaan = {nama: getattr(dulu, nama) for nama in obj.BERIWAYAT}
        keadaan |= {"kode": ubahan["kunci"], "nama": ubahan["baru"]}
        if isinstance(obj, Desa):
            keadaan |= {
                "jenis": jenis(ubahan["kunci"]),
                "kecamatan": self.induk(ubahan["kunci"]),
            }
        induk = {obj.INDUK: obj}
        row = obj.riwayat().model(**induk, **keadaan, sampai=self.sampai, dasar=self.dasar)
        self.store(row, self.note)

    def _refuse_berselisih(self, obj: Any, dulu: Any) -> None:
        """Riwayat yang ada tidak ditimpa."""
        if dulu is not obj and dulu.sampai <= self.sampai:
            hingga = tanggal_panjang(dulu.sampai)
            raise Refused(f"{obj} sudah tercatat sebagai {dulu.nama} sampai {hingga}.")
        if obj.dibentuk and obj.dibentuk >= self.sampai:
            raise Refused(f"{obj} baru ada sejak {tanggal_panjang(obj.dibentuk)}.")

    def _belum_ada(self, model: Any, u: Ubahan) -> None:
        """Yang tidak ada pada edisi lama baru ada sejak edisi sesudahnya."""
        obj = self.ambil(model, u["kunci"])
        if u["pilih"] != AKHIR:
            raise Refused(f"Penggabungan {obj} tidak dapat dibaca dari edisi lama.")
        lama = (obj.dibentuk, obj.dasar_pembentukan)
        obj.dibentuk, obj.dasar_pembentukan = lama if obj.dibentuk else (self.sampai, self.dasar)
        self.store(obj, f"{self.note} Belum ada pada edisi itu.")
