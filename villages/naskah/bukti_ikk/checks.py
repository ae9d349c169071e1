"""Uji kewajaran berkas IKK: desa yang terhitung ganda (V3) dan angka tercetak yang berbeda (V2)."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from core.angka import format_angka
from documents.checks.v11_ejaan import ejaan
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from villages.models import BerkasIkk, OutputIkk, RekapLembaga
from villages.naskah.bukti_ikk.isi import KERJA_SAMA, IsiBuktiIkk, Output
from villages.naskah.bukti_ikk.reports.jawaban import BahanIkk
from villages.reports.kerja_sama import AngkaKerjaSama

Ditemukan = Iterator[Temuan]
SATU_SEDESA = {"lpm": "LPM", "pkk": "PKK", "karang_taruna": "Karang Taruna"}
_TANYA_DESA = re.compile(r"jumlah (?:peningkatan )?desa\b", re.IGNORECASE)
BEDA = "Angka tercetak berbeda dari hitungan."
BEDA_CARA = "Angka tercetak menurut {tercetak}; yang dilaporkan kini {dilaporkan}."


@uji("V3", "tiap desa pada daftar kerja sama terhadap daftar lain dan kecamatannya")
def desa(berkas: BerkasIkk, bahan: BahanIkk, isi: IsiBuktiIkk) -> Perbandingan:
    """Yang ganda mengubah angka outputnya."""
    return desa_kerja_sama(bahan.kerja_sama)


@uji("V2", "angka output pada naskah lama terhadap hitungan kini")
def tercetak(berkas: BerkasIkk, bahan: BahanIkk, isi: IsiBuktiIkk) -> Perbandingan:
    """Yang berbeda harus dapat dijelaskan."""
    return _tercetak(isi)


@uji("V3", "lembaga yang dihitung menurut desa terhadap banyak desanya")
def kelurahan(berkas: BerkasIkk, bahan: BahanIkk, isi: IsiBuktiIkk) -> Perbandingan:
    """Rekap lembaga ikut memuat kelurahan, sedangkan yang ditanyakan lembaga di desa."""
    rows = RekapLembaga.objects.filter(kecamatan__kabupaten=berkas.kabupaten, tahun=berkas.tahun)
    rekap = rows.totals()
    desa = rekap["jumlah_desa"]
    kelurahan = rekap["jumlah_kelurahan"]
    if not desa:
        return
    for kolom in SATU_SEDESA:
        banyak = rekap[kolom]
        if banyak is None:
            continue
        yield _kelurahan(kolom, banyak, desa, kelurahan) if banyak > desa else None


@uji("V10", "yang dihitung tiap output terhadap yang ditanyakannya")
def jawaban(berkas: BerkasIkk, bahan: BahanIkk, isi: IsiBuktiIkk) -> Perbandingan:
    """Yang tidak aktif ikut terhitung, dan kelompok yang menjawab pertanyaan tentang desa."""
    for output in isi.output:
        tempat = f"Output {output.nomor}"
        if output.sumber == OutputIkk.Sumber.DESA:
            yield _tidak_aktif(tempat, bahan.kerja_sama)
        elif _TANYA_DESA.match(output.uraian) and output.sumber not in KERJA_SAMA:
            pesan = f"Ditanyakan banyaknya desa, yang dihitung {output.satuan}."
            fakta = kunci_fakta(tempat, "satuan")
            yield Temuan(
                "V10",
                tempat,
                pesan,
                output.satuan,
                "Desa",
                fakta=fakta,
            )
        else:
            yield None


UJI = (desa, tercetak, kelurahan, jawaban, ejaan)


def _tidak_aktif(tempat: str, kerja_sama: AngkaKerjaSama) -> Temuan | None:
    """`None` bila semuanya masih aktif."""
    kini = kerja_sama.kini
    if not kini.tidak_aktif:
        return None
    semua = format_angka(kini.baris)
    aktif = format_angka(kini.aktif)
    pesan = f"Dari {semua} baris yang dihitung terfasilitasi, {aktif} masih aktif."
    return Temuan(
        "V10",
        tempat,
        pesan,
        semua,
        aktif,
        fakta=kunci_fakta(tempat, "angka"),
    )


def _kelurahan(kolom: str, banyak: int, desa: int, kelurahan: int | None) -> Temuan:
    """Kelurahan tidak ditanyakan outputnya."""
    pesan = "Jumlahnya melebihi banyak desa."
    if kelurahan:
        pesan = f"Jumlahnya melebihi banyak desa; {kelurahan} kelurahan ikut terhitung."
    tempat = f"Data Kelembagaan Desa, {SATU_SEDESA[kolom]}"
    fakta = kunci_fakta(tempat)
    return Temuan(
        "V3",
        tempat,
        pesan,
        format_angka(banyak),
        format_angka(desa),
        fakta=fakta,
    )


def desa_kerja_sama(kerja_sama: AngkaKerjaSama) -> Perbandingan:
    """Yang ganda, yang lintas kecamatan, yang belum cocok; sisanya dibandingkan dan cocok."""
    url = f"{reverse('villages:kerjasama_angka')}?tahun={kerja_sama.tahun}"
    ditemukan = [
        *_ganda(kerja_sama, url),
        *_lintas(kerja_sama, url),
        *_belum_cocok(kerja_sama, url),
    ]
    yield from ditemukan
    for _ in range(kerja_sama.kini.desa - len(ditemukan)):
        yield None


def _ganda(isi: AngkaKerjaSama, url: str) -> Ditemukan:
    """Desa yang tercantum pada lebih dari satu daftar."""
    for satu in isi.ganda:
        daftar = " dan ".join(str(a.kerja_sama) for a in satu)
        pesan = f"Tercantum {len(satu)} kali: {daftar}."
        fakta = kunci_fakta(satu[0], "ganda")
        yield Temuan(
            "V3",
            satu[0].nama_tercetak,
            pesan,
            url=url,
            fakta=fakta,
            nilai=(daftar,),
        )


def _lintas(isi: AngkaKerjaSama, url: str) -> Ditemukan:
    """Desa yang ditulis di luar kecamatannya."""
    for anggota in isi.lintas:
        desa: Any = anggota.desa  # yang lintas kecamatan selalu sudah cocok
        tertulis = anggota.kerja_sama.kecamatan
        pesan = f"Ditulis pada Kecamatan {tertulis}, kodenya di Kecamatan {desa.letak}."
        fakta = kunci_fakta(anggota, "kecamatan")
        nilai = (str(tertulis), str(desa.letak))
        yield Temuan(
            "V3",
            anggota.nama_tercetak,
            pesan,
            url=url,
            fakta=fakta,
            nilai=nilai,
        )


def _belum_cocok(isi: AngkaKerjaSama, url: str) -> Ditemukan:
    """Tulisan yang belum menunjuk satu desa, sehingga dapat terhitung dua kali."""
    for anggota in isi.belum_cocok:
        pesan = (
            f"Belum cocok dengan satu desa di Kecamatan {anggota.kerja_sama.kecamatan}; "
            "dihitung menurut tulisannya."
        )
        fakta = kunci_fakta(anggota, "kecamatan")
        yield Temuan("V3", anggota.nama_tercetak, pesan, url=url, fakta=fakta)


def _tercetak(isi: IsiBuktiIkk) -> Perbandingan:
    """Angka pada naskah lama dibandingkan dengan hitungan kini."""
    for output in isi.output:
        lama = output.tercetak
        kini = output.angka
        if lama is None:
            continue
        if kini == lama:
            yield None
            continue
        dihitung = "tidak dapat dihitung"
        if kini is not None:
            dihitung = format_angka(kini)
        tempat = f"Output {output.nomor}"
        fakta = kunci_fakta(tempat, "angka")
        yield Temuan(
            "V2",
            tempat,
            _beda(output),
            format_angka(lama),
            dihitung,
            fakta=fakta,
        )


def _beda(output: Output) -> str:
    """Bila angka lamanya menurut cara yang lain, cara itulah sebabnya."""
    sebutan = dict(BerkasIkk.CaraHitung.choices)
    for hitungan in output.hitungan:
        if hitungan.angka == output.tercetak:
            tercetak = sebutan[hitungan.cara]
            dilaporkan = sebutan[output.cara]
            return BEDA_CARA.format(tercetak=tercetak, dilaporkan=dilaporkan)
    return BEDA
