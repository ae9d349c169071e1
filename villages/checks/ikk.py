"""Uji kewajaran berkas IKK: desa yang terhitung ganda (V3) dan angka tercetak yang berbeda (V2)."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from core.angka import format_angka
from documents.jenis import Temuan
from villages.models import BerkasIkk
from villages.reports.isi_ikk import IsiBuktiIkk, Output
from villages.reports.jawaban_ikk import BahanIkk
from villages.reports.kerja_sama import AngkaKerjaSama

BEDA = "Angka tercetak berbeda dari hitungan."
BEDA_CARA = "Angka tercetak menurut {tercetak}; yang dilaporkan kini {dilaporkan}."


def temuan(berkas: BerkasIkk, bahan: BahanIkk, isi: IsiBuktiIkk) -> list[Temuan]:
    """Semua temuan satu berkas, menurut urutan formulirnya."""
    kerja_sama = bahan.kerja_sama
    url = f"{reverse('villages:kerjasama_angka')}?tahun={berkas.tahun}"
    ganda = _ganda(kerja_sama, url)
    lintas = _lintas(kerja_sama, url)
    return [*ganda, *lintas, *_belum_cocok(kerja_sama), *_tercetak(isi)]


def _ganda(isi: AngkaKerjaSama, url: str) -> Iterator[Temuan]:
    """Desa yang tercantum pada lebih dari satu daftar."""
    for satu in isi.ganda:
        daftar = " dan ".join(str(a.kerja_sama) for a in satu)
        pesan = f"Tercantum {len(satu)} kali: {daftar}."
        yield Temuan("V3", satu[0].nama_tercetak, pesan, url=url)


def _lintas(isi: AngkaKerjaSama, url: str) -> Iterator[Temuan]:
    """Desa yang ditulis di luar kecamatannya."""
    for anggota in isi.lintas:
        desa: Any = anggota.desa  # yang lintas kecamatan selalu sudah cocok
        tertulis = anggota.kerja_sama.kecamatan
        pesan = f"Ditulis pada Kecamatan {tertulis}, kodenya di Kecamatan {desa.kecamatan}."
        yield Temuan("V3", anggota.nama_tercetak, pesan, url=url)


def _belum_cocok(isi: AngkaKerjaSama) -> Iterator[Temuan]:
    """Tulisan yang belum menunjuk satu desa, sehingga dapat terhitung dua kali."""
    url = reverse("villages:aliasnama_cocok")
    for anggota in isi.belum_cocok:
        pesan = (
            f"Belum cocok dengan satu desa di Kecamatan {anggota.kerja_sama.kecamatan}; "
            "dihitung menurut tulisannya."
        )
        yield Temuan("V3", anggota.nama_tercetak, pesan, url=url)


def _tercetak(isi: IsiBuktiIkk) -> Iterator[Temuan]:
    """Angka pada naskah lama dibandingkan dengan hitungan kini."""
    for output in isi.output:
        lama = output.tercetak
        kini = output.angka
        if lama is None or kini == lama:
            continue
        dihitung = "tidak dapat dihitung" if kini is None else format_angka(kini)
        tempat = f"Output {output.nomor}"
        yield Temuan("V2", tempat, _beda(output), format_angka(lama), dihitung)


def _beda(output: Output) -> str:
    """Bila angka lamanya menurut cara yang lain, cara itulah sebabnya."""
    sebutan = dict(BerkasIkk.Hitungan.choices)
    for hitungan in output.hitungan:
        if hitungan.angka == output.tercetak:
            tercetak = sebutan[hitungan.cara]
            dilaporkan = sebutan[output.cara]
            return BEDA_CARA.format(tercetak=tercetak, dilaporkan=dilaporkan)
    return BEDA
