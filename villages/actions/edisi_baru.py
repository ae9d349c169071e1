"""Edisi yang berlaku kini: keadaan lama menjadi riwayat, barisnya mengikuti daftar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core import door
from core.audit import Refused
from villages.actions.penerapan import (
    Penerapan,
    Ubahan,
    kode_asal,
    refuse_berubah,
    titik,
)
from villages.actions.wilayah import catat_riwayat
from villages.impor.edisi import (
    BARU,
    EJAAN,
    GABUNG,
    HILANG,
    KEMBALI,
    MEKAR,
    NAMA,
    SAMA,
    TITIK,
)
from villages.models import Desa

PerAksi = dict[str, Ubahan]


@dataclass(frozen=True, kw_only=True)
class EdisiBaru(Penerapan):
    """`is_awal` bila kabupatennya belum punya wilayah."""

    is_awal: bool

    def tingkat(self, model: Any, ubahan: Sequence[Ubahan]) -> None:
        """Yang pindah kode dahulu, sehingga kode lamanya bebas; yang berakhir paling akhir."""
        per_kode = _per_kode(ubahan)
        pindah = _pindahan(per_kode)
        self._pindahkan(model, pindah, per_kode)
        lepas = set(pindah.values())
        sisa = {kode: aksi for kode, aksi in per_kode.items() if kode not in pindah}
        for kode, aksi in sisa.items():
            is_lepas = kode in lepas
            if BARU in aksi or (is_lepas and NAMA in aksi):
                self._tambah(model, aksi.get(BARU) or aksi[NAMA])
            elif not is_lepas and HILANG not in aksi:
                self._ubah(model, kode, aksi)
        for kode, aksi in sisa.items():
            if HILANG in aksi and kode not in lepas:
                self._akhiri(model, aksi[HILANG])

    def _pindahkan(self, model: Any, pindah: dict[str, str], per_kode: dict[str, PerAksi]) -> None:
        if len(set(pindah.values())) < len(pindah):
            raise Refused("Satu wilayah lama dipilih untuk dua kode baru.")
        antre = dict(pindah)
        while antre:
            dipakai = set(model.objects.filter(kode__in=antre).values_list("kode", flat=True))
            siap = [kode for kode in antre if kode not in dipakai]
            if not siap:
                raise Refused(f"Kode {', '.join(antre)} saling bertukar; ubah satu per satu.")
            for kode in siap:
                self._pindah(model, antre.pop(kode), per_kode[kode][BARU])

    def _pindah(self, model: Any, lama: str, u: Ubahan) -> None:
        obj = self.ambil(model, lama)
        catat_riwayat(
            lama=obj,
            sejak=self.sejak,
            dasar=self.dasar,
            by=self.by,
        )
        obj.nama, obj.sampai = u["baru"], None
        self.kodekan(obj, u)
        self._simpan(obj, f"Semula {lama}.")

    def _tambah(self, model: Any, u: Ubahan) -> None:
        obj = self.baru(model, u)
        if not self.is_awal:
            obj.dibentuk, obj.dasar_pembentukan = (
                self.sejak,
                self.dasar,
            )
        if asal := kode_asal(u, MEKAR):
            obj.asal = self.ambil(Desa, asal)
        self._simpan(obj)

    def _ubah(self, model: Any, kode: str, aksi: PerAksi) -> None:
        """Semua ubahan satu wilayah menjadi satu simpanan."""
        obj = self.ambil(model, kode)
        nama = aksi.get(NAMA) or aksi.get(EJAAN)
        if nama:
            refuse_berubah(obj, nama)
            catat_riwayat(
                lama=obj,
                sejak=self.sejak,
                dasar=self.dasar,
                by=self.by,
            )
            obj.nama = nama["baru"]
        if KEMBALI in aksi:
            obj.sampai = None
        if TITIK in aksi:
            obj.lintang, obj.bujur = titik(aksi[TITIK]["baru"])
        self._simpan(obj)

    def _akhiri(self, model: Any, u: Ubahan) -> None:
        obj = self.ambil(model, u["kunci"])
        refuse_berubah(obj, u)
        obj.sampai = self.sejak
        catatan = "Tidak ada pada daftar."
        if penerus := kode_asal(u, GABUNG):
            obj.penerus = self.ambil(Desa, penerus)
            catatan = f"Digabung ke {obj.penerus}."
        self._simpan(obj, catatan)

    def _simpan(self, obj: Any, catatan: str = "") -> None:
        obj.edisi = self.sejak
        door.save(
            obj,
            by=self.by,
            note=f"{self.note} {catatan}".strip(),
        )


def _per_kode(ubahan: Sequence[Ubahan]) -> dict[str, PerAksi]:
    """Ubahan tiap kode menurut aksinya, kode berurutan."""
    per_kode: dict[str, PerAksi] = {}
    for u in sorted(ubahan, key=lambda u: u["kunci"]):
        per_kode.setdefault(u["kunci"], {})[u["aksi"]] = u
    return per_kode


def _pindahan(per_kode: dict[str, PerAksi]) -> dict[str, str]:
    """Kode baru → kode lama wilayah yang sama."""
    pindah = {}
    for kode, aksi in per_kode.items():
        asal = kode_asal(aksi[BARU], SAMA) if BARU in aksi else ""
        if asal:
            pindah[kode] = asal
    return pindah
