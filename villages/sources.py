"""Mencari desa dari tulisan pada naskah: nama resmi, nama lama, atau alias yang sudah dibenarkan."""

from typing import Any

from accounts.models import Kabupaten
from villages.models import AliasNama, Desa, Kecamatan, RiwayatWilayah
from villages.nama import kunci, mirip


class NamaDesa:
    """Semua nama satu kabupaten, dibaca sekali; yang tidak cocok tidak pernah ditebak."""

    def __init__(self, kabupaten: Kabupaten) -> None:
        self.kecamatan = {kunci(k.nama): k for k in Kecamatan.objects.filter(kabupaten=kabupaten)}
        self.desa = list(Desa.objects.filter(kecamatan__kabupaten=kabupaten).select_related("kecamatan"))
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
