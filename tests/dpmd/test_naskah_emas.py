"""Isi beku setiap versi yang dirilis terbuka, tercetak dan menjadi lembar berangka sama.

Bahannya `tests/golden/naskah/v<versi>/`; lihat `tests/golden/README.md`. Naskah yang
susunannya berganti diperiksa baris demi baris pada `test_baris_emas.py`.
"""

import re
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import pytest
from django.template import VariableDoesNotExist
from django.template.base import Variable

from documents.snapshot import canonical, columns
from tests import emas
from tests.emas import naskah, nilai

NOMOR_TABEL = re.compile(r"[123]\.\d")  # hanya tabel yang berisi bernomor
SUSUNAN_BARU = {"lkjip", "iku", "ikk", "bukti_ikk", "penetapan_idm"}
SUSUNAN_TETAP = [nama for nama in emas.LABEL if nama not in SUSUNAN_BARU]
# yang kosong tidak lagi mencetak kepala tabelnya
LKJIP_BERISI = [satu for satu in emas.pilih("lkjip") if not satu.stem.endswith("_kosong")]

semua = pytest.mark.parametrize("berkas", emas.BERKAS, ids=emas.sebutan)


def test_semua_naskah_rilis_punya_emas() -> None:
    assert {emas.jenis(berkas) for berkas in emas.BERKAS} == set(emas.LABEL)


def tanpa_ekor(angka: str) -> str:
    """Nol di ekor pembilang dan penyebut tidak lagi dicetak."""
    bulat, koma, pecahan = angka.strip(".").partition(",")
    return f"{bulat}{koma}{pecahan.rstrip('0')}".rstrip(",")


@pytest.mark.parametrize("berkas", LKJIP_BERISI, ids=emas.sebutan)
def test_lkjip_tercetak_dengan_angka_yang_sama(berkas: Path) -> None:
    """Susunannya lain; angka lamanya tetap ada, kecuali salah cetak yang tidak lagi dilampirkan."""
    kini = set(map(tanpa_ekor, emas.ANGKA.findall(emas.teks(emas.cetakan(berkas)))))
    lama = set(map(tanpa_ekor, nilai(berkas)["cetak"]))
    hilang = {satu for satu in lama - kini if not NOMOR_TABEL.fullmatch(satu)}
    isi = naskah(berkas).restore(berkas.read_text())
    lampiran = " ".join(" ".join(columns(satu).values()) for satu in isi.perbedaan)
    urut = {str(nomor) for nomor in range(1, len(isi.perbedaan) + 1)}
    assert hilang <= set(map(tanpa_ekor, emas.ANGKA.findall(lampiran))) | urut


@pytest.mark.parametrize("berkas", emas.pilih(*SUSUNAN_TETAP), ids=emas.sebutan)
def test_tercetak_dengan_angka_yang_sama(berkas: Path) -> None:
    """Angka tercetak, juga nomor dan tahun, menurut urutannya."""
    assert emas.ANGKA.findall(emas.teks(emas.cetakan(berkas))) == nilai(berkas)["cetak"]


@pytest.mark.parametrize("berkas", emas.pilih("lkjip"), ids=emas.sebutan)
def test_lkjip_tanpa_lembar(berkas: Path) -> None:
    assert nilai(berkas)["lembar"] == {}
    assert naskah(berkas).lembar is None


@pytest.mark.parametrize("berkas", emas.pilih("perjanjian"), ids=emas.sebutan)
def test_lembar_anggaran_perjanjian_sama(berkas: Path) -> None:
    """Tanpa satu baris pun tidak ada jumlahnya, seperti pada cetakannya."""
    kini = emas.lembar("perjanjian", berkas.read_text())["Anggaran"]
    lama = [[isi for isi in row if isi != "=0"] for row in nilai(berkas)["lembar"]["Anggaran"]]
    lama = [row for row in lama if row != ["Jumlah"]]
    assert [emas.terisi(row) for row in kini.iter_rows(values_only=True)] == lama


@pytest.mark.parametrize("berkas", emas.pilih("perjanjian"), ids=emas.sebutan)
def test_lembar_target_perjanjian_sama(berkas: Path) -> None:
    """Target berupa angka yang bentuknya memuat satuan; gabungannya seperti cetakannya."""
    kini = emas.uraikan(emas.lembar("perjanjian", berkas.read_text())["Target"])
    lama = nilai(berkas)["lembar"]["Target"]
    semua = [emas.terisi([emas.tampak(sel) for sel in row]) for row in kini.iter_rows()]
    nomor = next(row for row in semua if row in ([*"1234"], [*"12345"]))
    semua.remove(nomor)
    assert semua == lama


@semua
def test_dibekukan_lagi_tanpa_berubah(berkas: Path) -> None:
    """Isi bertipe menjadi isi beku versi kini dan kembali; tidak ada fakta yang berbeda."""
    jenis_naskah = naskah(berkas)
    isi = jenis_naskah.restore(berkas.read_text())
    assert jenis_naskah.restore(canonical(isi)) == isi
    assert jenis_naskah.differences(berkas.read_text(), isi) == []


@semua
def test_templat_hanya_menyebut_kolom_yang_ada(
    berkas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nama kolom yang salah tulis mencetak kosong tanpa galat; di sini ia menggagalkan uji."""
    asing: set[str] = set()
    asli = Variable._resolve_lookup

    def lookup(self: Variable, context: Any) -> Any:
        try:
            return asli(self, context)
        except VariableDoesNotExist as error:
            if is_dataclass(error.params[1]):
                asing.add(f"{type(error.params[1]).__name__}: {self.var}")
            raise

    monkeypatch.setattr(Variable, "_resolve_lookup", lookup)
    emas.cetakan(berkas)
    assert not asing
