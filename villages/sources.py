"""Mencari desa dari tulisan pada naskah: nama resmi, nama lama, atau alias yang sudah dibenarkan."""

from dataclasses import dataclass
from typing import Any

from accounts.models import Kabupaten
from villages.models import AliasNama, Desa, Kecamatan, RiwayatKecamatan, RiwayatWilayah
from villages.nama import kunci, mirip


def kode_lama(kabupaten: Kabupaten | None) -> dict[str, str]:
    """Kode edisi lama → kode kini wilayah yang sama; kode yang kini dipakai tidak ikut."""
    hasil: dict[str, str] = {}
    for riwayat, induk in ((RiwayatKecamatan, "kecamatan"), (RiwayatWilayah, "desa")):
        rows = riwayat.objects.order_by("sampai")
        if kabupaten is not None:
            rows = rows.filter(**{f"{riwayat.kabupaten_path}": kabupaten})
        hasil |= dict(rows.values_list("kode", f"{induk}__kode"))
    kini = {
        *Kecamatan.objects.filter(kode__in=hasil).values_list("kode", flat=True),
        *Desa.objects.filter(kode__in=hasil).values_list("kode", flat=True),
    }
    return {lama: kode for lama, kode in hasil.items() if lama not in kini}


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Satu desa pada akhir satu tahun; `kecamatan` namanya saat itu."""

    kode: str
    nama: str
    jenis: str
    kecamatan: str


def keadaan(kabupaten: Kabupaten, tahun: int) -> dict[int, Keadaan]:
    """Nomor desa → keadaannya pada akhir `tahun`."""
    kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten).saat(tahun)
    nama = dict(kecamatan.values_list("pk", "nama_saat"))
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).saat(tahun)
    kolom = ("pk", "kode_saat", "nama_saat", "jenis_saat", "kecamatan_saat")
    return {pk: Keadaan(*isi, nama[induk]) for pk, *isi, induk in desa.values_list(*kolom)}


def pesan_kode_lama(kini: str) -> str:
    return f"Kode edisi lama; kini {kini}."


class NamaDesa:
    """Semua nama satu kabupaten, dibaca sekali; yang tidak cocok tidak pernah ditebak."""

    def __init__(self, kabupaten: Kabupaten) -> None:
        self.kecamatan = {kunci(k.nama): k for k in Kecamatan.objects.filter(kabupaten=kabupaten)}
        self.desa = list(
            Desa.objects.filter(kecamatan__kabupaten=kabupaten).select_related("kecamatan")
        )
        self._nama: dict[tuple[int, str], Desa] = {}
        per_nomor = {d.pk: d for d in self.desa}
        for riwayat in RiwayatWilayah.objects.filter(desa__in=per_nomor).order_by("sampai"):
            self._nama[(riwayat.kecamatan_id, kunci(riwayat.nama))] = per_nomor[riwayat.desa_id]
        for d in self.desa:
            self._nama[(d.kecamatan_id, kunci(d.nama))] = d
        for alias in AliasNama.objects.filter(kecamatan__kabupaten=kabupaten):
            self._nama[(alias.kecamatan_id, alias.kunci)] = per_nomor[alias.desa_id]

    def cari(self, kecamatan: Kecamatan, nama: str) -> Desa | None:
        return self._nama.get((kecamatan.pk, kunci(nama)))

    def calon(self, kecamatan: Kecamatan, nama: str) -> list[Desa]:
        """Desa yang mungkin dimaksud: di kecamatan itu dulu, lalu di kecamatan lain."""
        dekat = {d: d.nama for d in self.desa if d.kecamatan_id == kecamatan.pk}
        jauh = {d: d.nama for d in self.desa if d.kecamatan_id != kecamatan.pk}
        return [*mirip(nama, dekat), *mirip(nama, jauh)]


def sama(anggota: Any) -> tuple[Any, ...]:
    """Pengenal satu desa pada formulir: nomornya, atau tulisannya selama belum cocok."""
    if anggota.desa_id:
        return (anggota.desa_id,)
    return (anggota.kerja_sama.kecamatan_id, kunci(anggota.nama_tercetak))
