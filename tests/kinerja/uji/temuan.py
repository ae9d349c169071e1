"""Temuan satu kelas uji kewajaran; uji kelas lain hanya dijalankan bila diminta."""

from dataclasses import replace
from typing import Any

from django.utils.functional import SimpleLazyObject

from documents.jenis import Reading
from documents.uji import Temuan, Uji


class BacaanSatuKelas(Reading):
    """Isinya baru disusun bila uji yang diminta membacanya."""

    @property
    def isi(self) -> Any:
        return SimpleLazyObject(lambda: Reading.isi.func(self))  # type: ignore[attr-defined]


def temuan_kelas(naskah: Any, kelas: str, *bersama: str) -> list[Temuan]:
    """Dari naskah yang dibaca kembali; `bersama` kelas yang faktanya dapat digabungkan padanya."""
    segar = type(naskah).objects.get(pk=naskah.pk)
    jenis = segar.jenis_naskah
    diminta = {kelas, *bersama}
    uji = [satu for satu in jenis.uji if kelas_uji(satu) in diminta]
    assert {kelas_uji(satu) for satu in uji} == diminta, "kelasnya tidak dijalankan naskah ini"
    semua = BacaanSatuKelas(segar, replace(jenis, uji=uji)).temuan
    return [satu for satu in semua if satu.kelas == kelas]


def kelas_uji(uji: Uji) -> str:
    """Menurut nama modulnya: V2 di `v02_….py`."""
    nomor = uji.__module__.rpartition(".v")[2][:2]
    return f"V{int(nomor)}"
