"""Wilayah menurut kode edisi lain dan menurut tulisan naskah: nama resmi, lama, atau alias."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import Count, Value

from accounts.models import Kabupaten
from core.querysets import rows_at
from villages.models import (
    AliasNama,
    Desa,
    Kecamatan,
    RiwayatKecamatan,
    RiwayatWilayah,
)
from villages.nama import kunci, mirip

PerDesa = dict[Desa, str]
KodeKini = dict[str, str]  # kode lama → kode kini


def kode_lama(kabupaten: Kabupaten | None, tahun: int | None = None) -> KodeKini:
    """Kode lain tiap wilayah → kodenya pada akhir `tahun`, atau kini bila tanpa tahun.

    Kode yang saat itu dipakai wilayah lain tidak ikut: ia dibaca sebagai wilayah itu.
    """
    hasil: KodeKini = {}
    for model in (Kecamatan, Desa):
        rows = model.objects.all()
        riwayat = model.riwayat().order_by("sampai")
        if kabupaten is not None:
            milik = {model.kabupaten_path: kabupaten}
            rows = rows.filter(**milik)
            induk = {f"{model.INDUK}__in": rows}
            riwayat = riwayat.filter(**induk)
        dahulu = riwayat.values_list("kode", model.INDUK)
        hasil |= _kode_lain(rows, list(dahulu), tahun)
    return hasil


def _kode_lain(rows: Any, dahulu: list[tuple[str, int]], tahun: int | None) -> KodeKini:
    """Tiap kode yang pernah dipakai selain yang berlaku → kode yang berlaku bagi wilayahnya."""
    kini = dict(rows.values_list("pk", "kode"))
    berlaku = kini
    dipakai = set(kini.values())
    if tahun is not None:
        berlaku = dict(rows.saat(tahun).values_list("pk", "kode_saat"))
        dipakai = set(rows.on(tahun).values_list("kode_saat", flat=True))
    pernah = [(kode, nomor) for nomor, kode in kini.items()]
    pernah += dahulu
    hasil = {}
    for kode, nomor in pernah:
        if kode not in dipakai:
            hasil[kode] = berlaku[nomor]
    return hasil


def nama_kecamatan(kabupaten: Kabupaten, tahun: int) -> dict[int, str]:
    """Nomor kecamatan → namanya pada akhir `tahun`."""
    rows = Kecamatan.objects.filter(kabupaten=kabupaten).saat(tahun)
    return dict(rows.values_list("pk", "nama_saat"))


def banyak_pada(semua: Any, tahun: Iterable[int]) -> dict[int, int]:
    """Tahun → banyak wilayah di antara `semua` yang ada pada akhirnya, dengan satu kueri.

    Dari `Desa` kelurahannya tidak ikut. Tahun tanpa satu pun tidak ada.
    """
    per_tahun = [_pada(semua, satu) for satu in tahun]
    if not per_tahun:
        return {}
    satu, *lain = per_tahun
    return dict(satu.union(*lain, all=True))


def _pada(semua: Any, tahun: int) -> Any:
    """Satu baris: tahunnya dan banyaknya."""
    rows = semua.order_by().terhitung(tahun)
    return rows.values(pada=Value(tahun)).annotate(n=Count("pk")).values_list("pada", "n")


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Satu desa pada akhir satu tahun; `kecamatan` namanya saat itu."""

    kode: str
    nama: str
    jenis: str
    kecamatan: str


class DesaSaat(Protocol):
    """Baris desa dari `Desa.objects.saat(tahun)`, menurut keadaannya pada akhir tahun itu."""

    pk: int
    kode_saat: str
    nama_saat: str
    jenis_saat: str
    kecamatan_saat: int
    kecamatan: Kecamatan

    @property
    def letak(self) -> str: ...
    @property
    def kini(self) -> str: ...
    def get_absolute_url(self) -> str: ...


def keadaan(kabupaten: Kabupaten, tahun: int) -> dict[int, Keadaan]:
    """Nomor desa → keadaannya pada akhir `tahun`."""
    nama = nama_kecamatan(kabupaten, tahun)
    semua = Desa.objects.filter(kecamatan__kabupaten=kabupaten).saat(tahun)
    kolom = ("pk", "kode_saat", "nama_saat", "jenis_saat", "kecamatan_saat")
    hasil = {}
    for desa in semua.values_list(*kolom, named=True):
        hasil[desa.pk] = Keadaan(
            kode=desa.kode_saat,
            nama=desa.nama_saat,
            jenis=desa.jenis_saat,
            kecamatan=nama[desa.kecamatan_saat],
        )
    return hasil


def menurut_tahun(rows: Any, tahun: int) -> list[Any]:
    """Baris dengan desanya menurut keadaan `tahun`, urut kodenya saat itu."""
    disebut = Desa.objects.filter(pk__in=rows.order_by().values("desa"))
    saat = disebut.saat(tahun).select_related("kecamatan__kabupaten")
    desa = {satu.pk: satu for satu in saat}
    semua = list(rows)
    for row in semua:
        row.desa = desa[row.desa_id]
    return sorted(semua, key=_kode_desa)


def _kode_desa(row: Any) -> str:
    kode: str = row.desa.kode_saat
    return kode


def pesan_kode_lama(kini: str) -> str:
    return f"Kode edisi lama; kini {kini}."


class NamaDesa:
    """Semua nama satu kabupaten, dibaca sekali; yang tidak cocok tidak pernah ditebak."""

    def __init__(self, kabupaten: Kabupaten, tahun: int | None = None) -> None:
        """Yang ditemukan menyebut dirinya menurut `tahun`, atau menurut kini."""
        self.kecamatan = _kecamatan_bernama(kabupaten, tahun)
        desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten)
        self.desa = list(rows_at(desa, tahun).select_related("kecamatan"))
        self._nama: dict[tuple[int, str], Desa] = {}
        self._ingat_semua(kabupaten)

    def _ingat_semua(self, kabupaten: Kabupaten) -> None:
        """Nama lama, nama kini, lalu alias: yang kemudian menimpa yang terdahulu."""
        per_nomor = {desa.pk: desa for desa in self.desa}
        riwayat = RiwayatWilayah.objects.filter(desa__in=per_nomor)
        for lama in riwayat.order_by("sampai"):
            desa = per_nomor[lama.desa_id]
            self._ingat(lama.kecamatan_id, lama.nama, desa)
        for desa in self.desa:
            self._ingat(desa.kecamatan_id, desa.nama, desa)
        semua_alias = AliasNama.objects.filter(kecamatan__kabupaten=kabupaten)
        for alias in semua_alias:
            desa = per_nomor[alias.desa_id]
            self._ingat(alias.kecamatan_id, alias.tulisan, desa)

    def _ingat(self, kecamatan: int, nama: str, desa: Desa) -> None:
        """Nama yang sama di kecamatan lain tetap desa lain."""
        letak = (kecamatan, kunci(nama))
        self._nama[letak] = desa

    def cari(self, kecamatan: Kecamatan, nama: str) -> Desa | None:
        """Desa bernama itu di kecamatan itu."""
        letak = (kecamatan.pk, kunci(nama))
        return self._nama.get(letak)

    def calon(self, kecamatan: Kecamatan, nama: str) -> list[Desa]:
        """Desa yang mungkin dimaksud: di kecamatan itu dulu, lalu di kecamatan lain."""
        dekat: PerDesa = {}
        jauh: PerDesa = {}
        for desa in self.desa:
            letak = getattr(desa, "kecamatan_saat", desa.kecamatan_id)
            if letak == kecamatan.pk:
                dekat[desa] = str(desa)
            else:
                jauh[desa] = str(desa)
        return [*mirip(nama, dekat), *mirip(nama, jauh)]


def _kecamatan_bernama(kabupaten: Kabupaten, tahun: int | None) -> dict[str, Kecamatan]:
    """Kecamatan menurut nama kini, lalu nama lamanya yang tidak dipakai kecamatan lain."""
    rows = rows_at(Kecamatan.objects.filter(kabupaten=kabupaten), tahun)
    semua = {satu.pk: satu for satu in rows}
    riwayat = RiwayatKecamatan.objects.filter(kecamatan__in=semua).order_by("sampai")
    hasil = {}
    for nama, nomor in riwayat.values_list("nama", "kecamatan"):
        hasil[kunci(nama)] = semua[nomor]
    for kecamatan in semua.values():
        hasil[kunci(kecamatan.nama)] = kecamatan
    return hasil


def sama(anggota: Any) -> tuple[Any, ...]:
    """Pengenal satu desa pada formulir: nomornya, atau tulisannya selama belum cocok."""
    if anggota.desa_id:
        return (anggota.desa_id,)
    kecamatan = anggota.kerja_sama.kecamatan_id
    tulisan = kunci(anggota.nama_tercetak)
    return kecamatan, tulisan
