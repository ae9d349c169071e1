"""Wilayah menurut kode edisi lain dan menurut tulisan naskah: nama resmi, lama, atau alias."""

from dataclasses import dataclass
from typing import Any

from accounts.models import Kabupaten
from villages.models import (
    AliasNama,
    Desa,
    Kecamatan,
    RiwayatKecamatan,
    RiwayatWilayah,
)
from villages.nama import kunci, mirip


def kode_lama(kabupaten: Kabupaten | None, tahun: int | None = None) -> dict[str, str]:
    """Kode lain tiap wilayah → kodenya pada akhir `tahun`, atau kini bila tanpa tahun.

    Kode yang saat itu dipakai wilayah lain tidak ikut: ia dibaca sebagai wilayah itu.
    """
    hasil: dict[str, str] = {}
    for model in (Kecamatan, Desa):
        rows = model.objects.all()
        riwayat = model.riwayat().order_by("sampai")
        if kabupaten is not None:
            rows = rows.filter(**{model.kabupaten_path: kabupaten})
            riwayat = riwayat.filter(**{f"{model.INDUK}__in": rows})
        dahulu = riwayat.values_list("kode", model.INDUK)
        hasil |= _kode_lain(rows, list(dahulu), tahun)
    return hasil


def _kode_lain(rows: Any, dahulu: list[tuple[str, int]], tahun: int | None) -> dict[str, str]:
    """Tiap kode yang pernah dipakai selain yang berlaku → kode yang berlaku bagi wilayahnya."""
    kini = dict(rows.values_list("pk", "kode"))
    berlaku, dipakai = kini, set(kini.values())
    if tahun is not None:
        berlaku = dict(rows.saat(tahun).values_list("pk", "kode_saat"))
        dipakai = set(rows.on(tahun).values_list("kode_saat", flat=True))
    pernah = [
        *((kode, pk) for pk, kode in kini.items()),
        *dahulu,
    ]
    return {kode: berlaku[pk] for kode, pk in pernah if kode not in dipakai}


def nama_kecamatan(kabupaten: Kabupaten, tahun: int) -> dict[int, str]:
    """Nomor kecamatan → namanya pada akhir `tahun`."""
    rows = Kecamatan.objects.filter(kabupaten=kabupaten).saat(tahun)
    return dict(rows.values_list("pk", "nama_saat"))


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Satu desa pada akhir satu tahun; `kecamatan` namanya saat itu."""

    kode: str
    nama: str
    jenis: str
    kecamatan: str


def keadaan(kabupaten: Kabupaten, tahun: int) -> dict[int, Keadaan]:
    """Nomor desa → keadaannya pada akhir `tahun`."""
    nama = nama_kecamatan(kabupaten, tahun)
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).saat(tahun)
    kolom = (
        "pk",
        "kode_saat",
        "nama_saat",
        "jenis_saat",
        "kecamatan_saat",
    )
    hasil = {}
    for pk, *isi, kecamatan in desa.values_list(*kolom):
        hasil[pk] = Keadaan(*isi, nama[kecamatan])
    return hasil


def pesan_kode_lama(kini: str) -> str:
    return f"Kode edisi lama; kini {kini}."


class NamaDesa:
    """Semua nama satu kabupaten, dibaca sekali; yang tidak cocok tidak pernah ditebak."""

    def __init__(self, kabupaten: Kabupaten) -> None:
        self.kecamatan = _kecamatan_bernama(kabupaten)
        desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten)
        self.desa = list(desa.select_related("kecamatan"))
        per_nomor = {d.pk: d for d in self.desa}
        self._nama: dict[tuple[int, str], Desa] = {}
        for lama in RiwayatWilayah.objects.filter(desa__in=per_nomor).order_by("sampai"):
            self._ingat(lama.kecamatan_id, lama.nama, per_nomor[lama.desa_id])
        for satu in self.desa:
            self._ingat(satu.kecamatan_id, satu.nama, satu)
        for alias in AliasNama.objects.filter(kecamatan__kabupaten=kabupaten):
            self._ingat(alias.kecamatan_id, alias.tulisan, per_nomor[alias.desa_id])

    def _ingat(self, kecamatan: int, nama: str, desa: Desa) -> None:
        self._nama[(kecamatan, kunci(nama))] = desa

    def cari(self, kecamatan: Kecamatan, nama: str) -> Desa | None:
        return self._nama.get((kecamatan.pk, kunci(nama)))

    def calon(self, kecamatan: Kecamatan, nama: str) -> list[Desa]:
        """Desa yang mungkin dimaksud: di kecamatan itu dulu, lalu di kecamatan lain."""
        dekat: dict[Desa, str] = {}
        jauh: dict[Desa, str] = {}
        for desa in self.desa:
            letak = dekat if desa.kecamatan_id == kecamatan.pk else jauh
            letak[desa] = desa.nama
        return [*mirip(nama, dekat), *mirip(nama, jauh)]


def _kecamatan_bernama(kabupaten: Kabupaten) -> dict[str, Kecamatan]:
    """Kecamatan menurut nama kini, lalu nama lamanya yang tidak dipakai kecamatan lain."""
    milik = {"kecamatan__kabupaten": kabupaten}
    lama = RiwayatKecamatan.objects.filter(**milik).select_related("kecamatan")
    hasil = {kunci(satu.nama): satu.kecamatan for satu in lama.order_by("sampai")}
    for kecamatan in Kecamatan.objects.filter(kabupaten=kabupaten):
        hasil[kunci(kecamatan.nama)] = kecamatan
    return hasil


def sama(anggota: Any) -> tuple[Any, ...]:
    """Pengenal satu desa pada formulir: nomornya, atau tulisannya selama belum cocok."""
    if anggota.desa_id:
        return (anggota.desa_id,)
    return (
        anggota.kerja_sama.kecamatan_id,
        kunci(anggota.nama_tercetak),
    )
