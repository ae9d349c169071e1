"""Uji kewajaran berkas IKK: desa yang terhitung ganda (V3) dan angka tercetak yang berbeda (V2)."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from core.angka import format_angka
from documents.jenis import Temuan
from villages.models import BerkasIkk
from villages.reports.berkas_ikk import BahanIkk, IsiBuktiIkk
from villages.reports.kerja_sama import AngkaKerjaSama


def temuan(berkas: BerkasIkk, bahan: BahanIkk, isi: IsiBuktiIkk) -> list[Temuan]:
    kerja_sama = bahan.kerja_sama
    url = f"{reverse('villages:kerjasama_angka')}?tahun={berkas.tahun}"
    return [*_ganda(kerja_sama, url), *_lintas(kerja_sama, url), *_tercetak(isi)]


def _ganda(isi: AngkaKerjaSama, url: str) -> Iterator[Temuan]:
    for satu in isi.ganda:
        daftar = " dan ".join(str(a.kerja_sama) for a in satu)
        yield Temuan("V3", satu[0].nama_tercetak, f"Tercantum {len(satu)} kali: {daftar}.", url=url)


def _lintas(isi: AngkaKerjaSama, url: str) -> Iterator[Temuan]:
    for a in isi.lintas:
        desa: Any = a.desa  # yang lintas kecamatan selalu sudah cocok
        pesan = f"Ditulis pada Kecamatan {a.kerja_sama.kecamatan}, kodenya di Kecamatan {desa.kecamatan}."
        yield Temuan("V3", a.nama_tercetak, pesan, url=url)
    for a in isi.belum_cocok:
        pesan = f"Belum cocok dengan satu desa di Kecamatan {a.kerja_sama.kecamatan}; dihitung menurut tulisannya."
        yield Temuan("V3", a.nama_tercetak, pesan, url=reverse("villages:aliasnama_cocok"))


def _tercetak(isi: IsiBuktiIkk) -> Iterator[Temuan]:
    """Angka pada naskah lama dibandingkan dengan hitungan kini."""
    for o in isi.output:
        if o.tercetak is None or o.angka == o.tercetak:
            continue
        dihitung = "tidak dapat dihitung" if o.angka is None else format_angka(o.angka)
        pesan = "Angka tercetak berbeda dari hitungan."
        yield Temuan("V2", f"Output {o.nomor}", pesan, format_angka(o.tercetak), dihitung)
