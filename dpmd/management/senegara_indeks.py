"""Ukuran Indeks Desa senegara: tiap desa 127 aspek acak menurut skalanya, dua tahun.

Dijalankan `bin/bench idm` atas wilayah yang dibuat `senegara`.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import connection

from documents.pembaca import Tabel
from dpmd.management import senegara
from dpmd.management.lembar_ukur import write_rekap
from dpmd.management.senegara import Jalan, matriks_biasa, per_status
from dpmd.management.ukur import once, seconds
from idm import massal
from idm.actions.dimensi import instrumen_dimensi
from idm.impor import Acuan
from idm.impor.indeks_read import PembacaIndeks
from idm.models import IndeksDesa, Instrumen
from idm.pembaca import read_tabel
from idm.reports import banyak_pindah
from idm.reports.jalan import rubrik
from idm.scoring import DESIMAL_DIMENSI
from idm.sources import susunan
from idm.susunan import Susunan
from villages.kode import tanpa_titik
from villages.models import Desa

LALU = 2025
KINI = 2026
# membaca dan memeriksa rekap senegara bagi satu kantor, seperti tugas impornya
READ = """
import sys, pathlib, django
django.setup()
from accounts.models import Kabupaten
from documents.arsip import SENEGARA
from documents.pembaca import read
from idm.impor import Acuan
from idm.impor.indeks_read import PembacaIndeks
berkas = pathlib.Path(sys.argv[1])
pembaca = PembacaIndeks(Acuan(Kabupaten.objects.order_by("kode").first()), int(sys.argv[2]))
for tabel in read(berkas.name, berkas.read_bytes(), SENEGARA):
    pembaca.lembar(tabel)
pembaca.selesai()
assert pembaca.rows and not pembaca.kesalahan, pembaca.kesalahan[:3]
"""


def ukur(jalan: Jalan) -> None:
    """Sesudah IDM senegara pada basis data yang sama."""
    kini = IndeksSenegara(KINI)
    with TemporaryDirectory() as nama:
        berkas = Path(nama) / "rekap.csv"
        impor(jalan, kini, berkas)
        agregat(jalan)
        hitung_ulang(jalan, len(kini.aspek))
        perintah = [sys.executable, "-c", READ, str(berkas), str(KINI)]
        jalan.proses(
            f"{connection.vendor}: memeriksa rekap senegara bagi satu kantor",
            perintah,
        )
        if connection.vendor == "sqlite":
            tanpa_basis_data(jalan, kini, berkas)


def impor(jalan: Jalan, kini: "IndeksSenegara", berkas: Path) -> None:
    """Tahun ini sebagai CSV, tahun lalu sebagai XLSX; aspeknya menurut urutan kolomnya."""
    lalu = IndeksSenegara(LALU)
    xlsx = berkas.with_suffix(".xlsx")
    write_rekap(berkas, kini.baris())
    write_rekap(xlsx, lalu.baris())
    for satu, tahun in ((berkas, KINI), (xlsx, LALU)):
        jenis = satu.suffix[1:].upper()
        aspek = len(kini.aspek)
        perintah = ("import_indeks", str(satu), "--tahun", str(tahun), "--aspek", "urut")
        jalan.jalankan(f"impor {jenis} {aspek} aspek", *perintah)


def agregat(jalan: Jalan) -> None:
    """Oleh basis data, lalu dengan memuat barisnya."""
    rows = IndeksDesa.objects.filter(tahun=KINI)
    kita = seconds(rows.counts)
    biasa = once(lambda: per_status(rows))
    jalan.record_di("banyak desa per status Indeks Desa", kita)
    jalan.record_di(
        "banyak desa per status Indeks Desa, memuat baris",
        biasa,
        kita,
    )
    kita = seconds(_matriks)
    biasa = once(_matriks_biasa)
    jalan.record_di("matriks perpindahan Indeks Desa", kita)
    jalan.record_di("matriks perpindahan Indeks Desa, memuat baris", biasa, kita)
    assert _matriks() == _matriks_biasa()


def _matriks() -> Any:
    """Oleh basis data."""
    return banyak_pindah(None, KINI, IndeksDesa)


def _matriks_biasa() -> Any:
    """Dengan memuat barisnya."""
    return matriks_biasa(IndeksDesa, KINI)


def hitung_ulang(jalan: Jalan, aspek: int) -> None:
    """Seolah kantornya mengisi aspeknya sendiri: asalnya poin aspek."""
    rows = IndeksDesa.objects.filter(tahun=KINI)
    rows.update(sumber=IndeksDesa.SumberIndeks.ASPEK)
    jalan.jalankan(f"hitung ulang {aspek} aspek", "recompute", str(KINI))


def tanpa_basis_data(jalan: Jalan, kini: "IndeksSenegara", berkas: Path) -> None:
    """Menghitung, dan memeriksa rekapnya; keduanya sekaligus lalu satu per satu."""
    aspek = len(kini.aspek)
    kita = seconds(kini.hitung)
    biasa = once(kini.hitung_biasa)
    jalan.record(f"menghitung {aspek} aspek sekaligus", kita)
    jalan.record("menghitung poin satu per satu dengan Decimal", biasa, kita)
    (tabel,) = read_tabel(berkas)
    banyak = senegara.CONTOH
    awal = tabel.baris[: banyak + 2]
    contoh = Tabel(tabel.nama, awal)
    acuan = Acuan(None)
    kita = once(lambda: read_rekap(contoh, acuan, is_sekaligus=True))
    biasa = once(lambda: read_rekap(contoh, acuan, is_sekaligus=False))
    jalan.record(f"memeriksa {banyak} baris rekap sekaligus", kita)
    jalan.record("memeriksa sel demi sel", biasa, kita)


def read_rekap(tabel: Tabel, acuan: Acuan, *, is_sekaligus: bool) -> PembacaIndeks:
    """Baris satu lembar rekap tahun ini."""
    pembaca = PembacaIndeks(acuan, KINI)
    pembaca.is_sekaligus = is_sekaligus
    pembaca.lembar(tabel)
    pembaca.selesai()
    return pembaca


@dataclass
class IndeksSenegara:
    """Deret aspek acak semua desa pada satu tahun, selalu sama."""

    tahun: int

    @cached_property
    def instrumen(self) -> Instrumen:
        """Edisi tahun itu; acuannya harus termuat."""
        instrumen = instrumen_dimensi(self.tahun)
        assert instrumen is not None
        return instrumen

    @cached_property
    def aspek(self) -> Sequence[Any]:
        """Aspek edisinya menurut letaknya dalam deret."""
        return rubrik(self.instrumen)

    @cached_property
    def susunan(self) -> Susunan:
        """Dimensi tiap letak, poin tertinggi dan ambangnya."""
        return susunan(self.instrumen)

    @cached_property
    def desa(self) -> list[tuple[int, str]]:
        """Nomor dan kode tiap desa."""
        rows = Desa.objects.order_by("pk")
        return list(rows.values_list("pk", "kode"))

    @cached_property
    def jawaban(self) -> list[str]:
        """Satu deret tiap desa."""
        acak = random.Random(self.tahun)
        banyak = len(self.desa)
        kolom = []
        for satu in self.aspek:
            boleh = [str(skor) for skor in satu.tersedia]
            kolom.append(acak.choices(boleh, k=banyak))
        return list(map("".join, zip(*kolom, strict=True)))

    def hitung(self) -> Any:
        """Semua desa sekaligus."""
        dipakai = self.susunan
        return massal.hitung_poin(
            self.jawaban,
            dipakai.letak,
            dipakai.maksimum,
            dipakai.ambang,
        )

    def hitung_biasa(self) -> None:
        """Seperti isian satu desa, satu demi satu."""
        for satu in self.jawaban:
            self.susunan.hasil(satu)

    def baris(self) -> Iterator[list[Any]]:
        """Rekap senegara dalam susunan kementerian: judul, bobot, lalu satu baris tiap desa."""
        rekap = list(self._kolom())
        judul = [sebutan for sebutan, _ in rekap]
        bobot = [5 * len(letak) for _, letak in rekap]
        yield ["KODE DESA", "DESA", *judul, f"NILAI ID {self.tahun}", "STATUS DESA"]
        yield ["", "BOBOT", *bobot, 100, ""]
        semua = zip(
            self.desa,
            self.jawaban,
            massal.baris(self.hitung()),
            strict=True,
        )
        for (_, kode), jawaban, (*_, skor, status) in semua:
            angka = list(map(int, jawaban))
            nilai = []
            for _, milik in rekap:
                bagian = [angka[letak] for letak in milik]
                nilai.append(sum(bagian))
            bulat = Decimal(skor)
            tertulis = bulat.scaleb(-DESIMAL_DIMENSI)
            polos = tanpa_titik(kode)
            yield [polos, kode, *nilai, tertulis, status]

    def _kolom(self) -> Iterator[tuple[str, list[int]]]:
        """Tiap dimensi, subdimensi dan skor, dengan letak aspeknya dalam deret."""
        for dimensi in self.instrumen.dimensiindeks_set.all():
            semua = [n for n, satu in enumerate(self.aspek) if satu.dimensi == dimensi.nama]
            yield dimensi.nama.upper(), semua
            for sub in dimensi.subdimensiindeks_set.all():
                milik = [n for n in semua if self.aspek[n].variabel == sub.nama]
                yield f"SUB-DIMENSI {sub.nama.upper()}", milik
                for nomor in milik:
                    yield f"SKOR {nomor + 1}", [nomor]
