"""Ukuran Indeks Desa senegara: tiap desa 127 aspek acak menurut skalanya, dua tahun.

Dijalankan `bin/bench idm` atas wilayah yang dibuat `senegara`.
"""

import csv
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

from dpmd.management.senegara import Jalan
from dpmd.management.ukur import once, seconds
from idm import deret
from idm.actions.dimensi import instrumen_dimensi
from idm.massal import baris
from idm.models import IndeksDesa, Instrumen
from idm.reports import banyak_pindah
from idm.reports.jalan import rubrik
from idm.scoring import DESIMAL_DIMENSI
from idm.sources import susunan
from idm.susunan import Susunan
from villages.kode import tanpa_titik
from villages.models import Desa

LALU = 2025
KINI = 2026
SEKALI = 5000  # baris tiap kali simpan
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
    lalu = IndeksSenegara(LALU)
    kini = IndeksSenegara(KINI)
    lalu.store()
    kini.store()
    aspek = len(kini.aspek)
    jalan.jalankan(f"hitung ulang {aspek} aspek", "recompute", str(KINI))
    rows = IndeksDesa.objects.filter(tahun=KINI)
    jalan.record_di("banyak desa per status Indeks Desa", seconds(rows.counts))
    pindah = seconds(lambda: banyak_pindah(None, KINI, IndeksDesa))
    jalan.record_di("matriks perpindahan Indeks Desa", pindah)
    with TemporaryDirectory() as nama:
        berkas = Path(nama) / "rekap.csv"
        kini.write(berkas)
        perintah = [sys.executable, "-c", READ, str(berkas), str(KINI)]
        sebutan = f"{connection.vendor}: memeriksa rekap senegara {aspek} aspek bagi satu kantor"
        jalan.proses(sebutan, perintah)
    if connection.vendor == "sqlite":
        kita = seconds(kini.hitung)
        biasa = once(kini.hitung_biasa)
        jalan.record(f"menghitung {aspek} aspek sekaligus", kita)
        jalan.record("menghitung poin satu per satu dengan Decimal", biasa, kita)


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
        from idm.massal import hitung_poin

        dipakai = self.susunan
        return hitung_poin(self.jawaban, dipakai.letak, dipakai.maksimum, dipakai.ambang)

    def hitung_biasa(self) -> None:
        """Seperti isian satu desa, satu demi satu."""
        for satu in self.jawaban:
            self.susunan.hasil(satu)

    def store(self) -> None:
        """Hasilnya disimpan sekaligus, agar yang diukur sesudahnya hanya hitungannya."""
        IndeksDesa.objects.bulk_create(self._rows(), batch_size=SEKALI)

    def _rows(self) -> Iterator[IndeksDesa]:
        """Satu baris tiap desa."""
        terhitung = baris(self.hitung())
        semua = zip(self.desa, self.jawaban, terhitung, strict=True)
        for (nomor, _), jawaban, (*poin, skor, status) in semua:
            yield IndeksDesa(
                desa_id=nomor,
                tahun=self.tahun,
                instrumen=self.instrumen,
                skor=Decimal(skor).scaleb(-DESIMAL_DIMENSI),
                poin=deret.deret_poin([Decimal(satu) for satu in poin]),
                jawaban=jawaban,
                status=status,
                sumber=IndeksDesa.SumberIndeks.ASPEK,
            )

    def write(self, berkas: Path) -> None:
        """Rekap senegara dalam susunan kementerian: judul, bobot, lalu satu baris tiap desa."""
        rekap = list(self._kolom())
        judul = ["KODE DESA", "DESA"]
        bobot: list[Any] = ["", "BOBOT"]
        for sebutan, letak in rekap:
            judul.append(sebutan)
            bobot.append(5 * len(letak))
        terhitung = baris(self.hitung())
        with berkas.open("w", newline="") as aliran:
            penulis = csv.writer(aliran, delimiter=";")
            penulis.writerow([*judul, f"NILAI ID {self.tahun}", "STATUS DESA"])
            penulis.writerow([*bobot, 100, ""])
            semua = zip(self.desa, self.jawaban, terhitung, strict=True)
            for (_, kode), jawaban, (*_, skor, status) in semua:
                angka = list(map(int, jawaban))
                nilai = [sum(angka[letak] for letak in milik) for _, milik in rekap]
                bulat, pecahan = divmod(skor, 100)
                tertulis = f"{bulat},{pecahan:02d}"
                penulis.writerow([tanpa_titik(kode), kode, *nilai, tertulis, status])

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
