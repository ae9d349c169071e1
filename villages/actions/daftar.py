"""Menerapkan satu edisi daftar kode wilayah: seluruhnya atau tidak sama sekali."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from villages.actions.wilayah import catat_riwayat
from villages.impor.edisi import BARU, EJAAN, GABUNG, HILANG, KEMBALI, MEKAR, NAMA, SAMA, TITIK
from villages.kode import jenis
from villages.models import Desa, Kecamatan

Ubahan = dict[str, Any]


def terapkan_daftar(
    *,
    kabupaten: Kabupaten,
    ubahan: Sequence[Ubahan],
    sejak: datetime.date,
    dasar: str = "",
    by: Any,
    note: str,
) -> None:
    """Simpan dan catat tiap ubahan menurut keputusannya (`pilih`), kecamatan sebelum desanya.

    `Refused` bila isinya sudah berubah atau keputusannya berselisih.
    """
    with audit.locked(kabupaten.kode):
        is_awal = not Kecamatan.objects.filter(kabupaten=kabupaten).exists()
        penerapan = _Penerapan(kabupaten, sejak, dasar, by, note, is_awal)
        for is_desa in (False, True):
            penerapan.tingkat([u for u in ubahan if (len(u["kunci"]) > 8) == is_desa], is_desa)


@dataclass(frozen=True)
class _Penerapan:
    """Satu edisi yang sedang diterapkan; `is_awal` bila kabupatennya belum punya wilayah."""

    kabupaten: Kabupaten
    sejak: datetime.date
    dasar: str
    by: Any
    note: str
    is_awal: bool

    def tingkat(self, ubahan: Sequence[Ubahan], is_desa: bool) -> None:
        """Yang pindah kode dahulu, sehingga kode lamanya bebas; yang berakhir paling akhir."""
        model = Desa if is_desa else Kecamatan
        per_kode: dict[str, dict[str, Ubahan]] = {}
        for u in sorted(ubahan, key=lambda u: u["kunci"]):
            per_kode.setdefault(u["kunci"], {})[u["aksi"]] = u
        pindah = {
            kode: asal
            for kode, us in per_kode.items()
            if BARU in us and (asal := kode_asal(us[BARU], SAMA))
        }
        self._pindahkan(model, pindah, per_kode)
        sisa = {kode: us for kode, us in per_kode.items() if kode not in pindah}
        lepas = set(pindah.values())
        for kode, us in sisa.items():
            if BARU in us or (kode in lepas and NAMA in us):
                self._tambah(model, us.get(BARU) or us[NAMA])
            elif kode not in lepas and HILANG not in us:
                self._ubah(model, kode, us)
        for kode, us in sisa.items():
            if HILANG in us and kode not in lepas:
                self._akhiri(model, us[HILANG])

    def _pindahkan(
        self, model: Any, pindah: dict[str, str], per_kode: dict[str, dict[str, Ubahan]]
    ) -> None:
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
        obj = self._ambil(model, lama)
        catat_riwayat(lama=obj, sejak=self.sejak, dasar=self.dasar, by=self.by)
        obj.nama, obj.sampai = u["baru"], None
        self._kodekan(obj, u)
        door.save(obj, by=self.by, note=f"{self.note} Semula {lama}.")

    def _tambah(self, model: Any, u: Ubahan) -> None:
        kode = u["kunci"]
        if model.objects.filter(kode=kode).exists():
            raise Refused(f"Kode {kode} sudah tercatat.")
        obj = model(nama=u["baru"])
        self._kodekan(obj, u)
        if not self.is_awal:
            obj.dibentuk, obj.dasar_pembentukan = self.sejak, self.dasar
        if asal := kode_asal(u, MEKAR):
            obj.asal = self._ambil(Desa, asal)
        door.save(obj, by=self.by, note=self.note)

    def _kodekan(self, obj: Any, u: Ubahan) -> None:
        """Kode, dan yang dibaca darinya: jenis dan kecamatan desa."""
        obj.kode = u["kunci"]
        if isinstance(obj, Kecamatan):
            obj.kabupaten = self.kabupaten
            return
        kecamatan = Kecamatan.objects.filter(kabupaten=self.kabupaten, kode=obj.kode[:8]).first()
        if kecamatan is None:
            raise Refused(f"Kecamatan {obj.kode[:8]} belum tercatat.")
        obj.kecamatan, obj.jenis = kecamatan, jenis(obj.kode)
        if u["titik"]:
            obj.lintang, obj.bujur = _titik(u["titik"])

    def _ubah(self, model: Any, kode: str, us: dict[str, Ubahan]) -> None:
        """Semua ubahan satu wilayah menjadi satu simpanan."""
        obj = self._ambil(model, kode)
        nama = us.get(NAMA) or us.get(EJAAN)
        if nama:
            _refuse_berubah(obj, nama)
            catat_riwayat(lama=obj, sejak=self.sejak, dasar=self.dasar, by=self.by)
            obj.nama = nama["baru"]
        if KEMBALI in us:
            obj.sampai = None
        if TITIK in us:
            obj.lintang, obj.bujur = _titik(us[TITIK]["baru"])
        door.save(obj, by=self.by, note=self.note)

    def _akhiri(self, model: Any, u: Ubahan) -> None:
        obj = self._ambil(model, u["kunci"])
        _refuse_berubah(obj, u)
        obj.sampai = self.sejak
        note = f"{self.note} Tidak ada pada daftar."
        if penerus := kode_asal(u, GABUNG):
            obj.penerus = self._ambil(Desa, penerus)
            note = f"{self.note} Digabung ke {obj.penerus}."
        door.save(obj, by=self.by, note=note)

    def _ambil(self, model: Any, kode: str) -> Any:
        milik = "kecamatan__kabupaten" if model is Desa else "kabupaten"
        obj = model.objects.filter(kode=kode, **{milik: self.kabupaten}).first()
        if obj is None:
            raise Refused(f"Kode {kode} tidak tercatat lagi.")
        return obj


def kode_asal(u: Ubahan, keputusan: str) -> str:
    """Kode yang disebut `pilih` bila keputusannya itu; selain itu kosong."""
    apa, _, kode = str(u.get("pilih", "")).partition(":")
    return kode if apa == keputusan else ""


def _refuse_berubah(obj: Any, u: Ubahan) -> None:
    if obj.nama != u["lama"]:
        raise Refused(f"Nama {obj.kode} sudah berubah menjadi {obj.nama}.")


def _titik(teks: str) -> tuple[Decimal, Decimal]:
    lintang, bujur = teks.split()
    return Decimal(lintang), Decimal(bujur)
