"""Edisi yang berlaku kini: keadaan lama menjadi riwayat, barisnya mengikuti daftar."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from core.audit import Refused
from villages.actions.penerapan import (
    Penerapan,
    Ubahan,
    kode_asal,
    refuse_berubah,
    titik,
)
from villages.actions.wilayah import riwayat_baru
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

SemuaUbahan = Sequence[Ubahan]
PerAksi = dict[str, Ubahan]
PerKode = dict[str, PerAksi]


@dataclass(frozen=True, kw_only=True)
class EdisiBaru(Penerapan):
    """`is_awal` bila kabupatennya belum punya wilayah."""

    is_awal: bool

    def tingkat(self, model: Any, ubahan: SemuaUbahan) -> None:
        """Yang pindah kode dahulu, sehingga kode lamanya bebas; yang berakhir paling akhir."""
        per_kode = _per_kode(ubahan)
        pindah = _pindahan(per_kode)
        self._pindahkan(model, pindah, per_kode)
        lepas = set(pindah.values())
        for kode in pindah:
            del per_kode[kode]
        for kode, aksi in per_kode.items():
            self._berlakukan(model, kode, aksi, is_lepas=kode in lepas)
        for kode, aksi in per_kode.items():
            is_berakhir = HILANG in aksi and kode not in lepas
            if is_berakhir:
                self._akhiri(model, aksi[HILANG])

    def _berlakukan(
        self,
        model: Any,
        kode: str,
        aksi: PerAksi,
        *,
        is_lepas: bool,
    ) -> None:
        """Kode yang dilepas pemilik lamanya hanya dipakai lagi bila daftarnya menyebut namanya."""
        if BARU in aksi:
            self._tambah(model, aksi[BARU])
        elif is_lepas and NAMA in aksi:
            self._tambah(model, aksi[NAMA])
        elif not is_lepas and HILANG not in aksi:
            self._ubah(model, kode, aksi)

    def _pindahkan(
        self,
        model: Any,
        pindah: dict[str, str],
        per_kode: PerKode,
    ) -> None:
        """Kode berantai dipindahkan dari ujungnya: tiap putaran hanya ke kode yang sudah bebas."""
        asal = set(pindah.values())
        if len(asal) < len(pindah):
            raise Refused("Satu wilayah lama dipilih untuk dua kode baru.")
        antre = dict(pindah)
        while antre:
            terpakai = model.objects.filter(kode__in=antre)
            dipakai = set(terpakai.values_list("kode", flat=True))
            siap = [kode for kode in antre if kode not in dipakai]
            if not siap:
                bertukar = ", ".join(antre)
                raise Refused(f"Kode {bertukar} saling bertukar; ubah satu per satu.")
            for kode in siap:
                lama = antre.pop(kode)
                self._pindah(model, lama, per_kode[kode][BARU])

    def _pindah(self, model: Any, lama: str, u: Ubahan) -> None:
        """Wilayah yang sama dengan kode baru; keadaan lamanya menjadi riwayat."""
        obj = self.ambil(model, lama)
        self._record_riwayat(obj)
        obj.nama = u["baru"]
        obj.sampai = None
        self.kodekan(obj, u)
        self._store(obj, f"Semula {lama}.")

    def _record_riwayat(self, obj: Any) -> None:
        row = riwayat_baru(lama=obj, sejak=self.sejak, dasar=self.dasar)
        self.store(row)

    def _tambah(self, model: Any, ubahan: Ubahan) -> None:
        """Wilayah baru; pada edisi pertama saat terbentuknya tidak diketahui."""
        obj = self.baru(model, ubahan)
        if not self.is_awal:
            obj.dibentuk = self.sejak
            obj.dasar_pembentukan = self.dasar
        asal = kode_asal(ubahan, MEKAR)
        if asal:
            obj.asal = self.ambil(Desa, asal)
        self._store(obj)

    def _ubah(self, model: Any, kode: str, aksi: PerAksi) -> None:
        """Semua ubahan satu wilayah menjadi satu simpanan."""
        obj = self.ambil(model, kode)
        nama = aksi.get(NAMA) or aksi.get(EJAAN)
        if nama:
            refuse_berubah(obj, nama)
            self._record_riwayat(obj)
            obj.nama = nama["baru"]
        if KEMBALI in aksi:
            obj.sampai = None
        if TITIK in aksi:
            letak = aksi[TITIK]["baru"]
            obj.lintang, obj.bujur = titik(letak)
        self._store(obj)

    def _akhiri(self, model: Any, ubahan: Ubahan) -> None:
        """Berakhir sejak edisi ini, dengan penerusnya bila digabung."""
        obj = self.ambil(model, ubahan["kunci"])
        refuse_berubah(obj, ubahan)
        obj.sampai = self.sejak
        catatan = "Tidak ada pada daftar."
        penerus = kode_asal(ubahan, GABUNG)
        if penerus:
            obj.penerus = self.ambil(Desa, penerus)
            catatan = f"Digabung ke {obj.penerus}."
        self._store(obj, catatan)

    def _store(self, obj: Any, catatan: str = "") -> None:
        obj.edisi = self.sejak
        note = f"{self.note} {catatan}"
        self.store(obj, note.strip())


def _per_kode(ubahan: SemuaUbahan) -> PerKode:
    """Ubahan tiap kode menurut aksinya, kode berurutan."""
    per_kode: PerKode = {}
    for satu in sorted(ubahan, key=itemgetter("kunci")):
        aksi = per_kode.setdefault(satu["kunci"], {})
        aksi[satu["aksi"]] = satu
    return per_kode


def _pindahan(per_kode: PerKode) -> dict[str, str]:
    """Kode baru → kode lama wilayah yang sama."""
    pindah = {}
    for kode, aksi in per_kode.items():
        if BARU not in aksi:
            continue
        asal = kode_asal(aksi[BARU], SAMA)
        if asal:
            pindah[kode] = asal
    return pindah
