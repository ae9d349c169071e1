"""Merangin 2024 baris demi baris: tiap sel naskah sumber terhadap data dan hitungannya.

`tests/golden/merangin_2024_*.tsv` dari naskah sumber, bukan fixture; `kunci` menunjuk baris.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from accounts.models import Kabupaten
from core.angka import bulatkan, format_angka
from kinerja.aturan.capaian import bagian_persen, persentase
from kinerja.aturan.tercetak import dari_asing, desimal
from kinerja.naskah.evaluasi.reports import polos
from kinerja.tahun.angka_aksi import jadwal, kunci, triwulan_jadwal
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.tercetak import banding_aksi

FOLDER = Path(__file__).resolve().parents[2] / "golden"
pytestmark = pytest.mark.django_db

SALAH_CETAK_PAGU = {
    "2.13.01.2.01": "59,060,000,000"
}  # seribu kali terlalu besar; tabel evaluasi mencetak 59,060,000
PAGU_TIDAK_TERBACA = {
    "2.13.05.2.01#4"
}  # PKK: kolom bulan dan anggaran hilang; evaluasi mencetak 1,350,000,000
SASARAN_BERBEDA = {"2.13.01", "2.13.03"}  # rencana aksi dan evaluasinya menyebut yang lain
BULAN_LEBIH = {"2.13.01.2.02#1"}  # gaji: 13 isian dalam 12 kolom, jumlah 108; satu 8% berlebih
BULAN_HILANG = {"2.13.05.2.01#4", "2.13.05.2.01#5"}  # PKK dan TTG
# jadwalnya mulai Juni (triwulan II), tetapi hanya triwulan III yang bertanda v
TANDA_BERBEDA = {"2.13.01.2.01#3", "2.13.01.2.01#5", *BULAN_HILANG}
# realisasi ada, jumlah dan persennya “-”; nilai: (jumlah, %) K atau Rp yang seharusnya
K_TIDAK_DIHITUNG = {
    "2.13.01.2.01#1": ("2", "100.00"),
    "2.13.03": ("5", "20.00"),
    "2.13.03.2.01": ("5", "20.00"),
    "2.13.04": ("15", "28.30"),
    "2.13.04.2.01": ("15", "28.30"),
}
RP_TIDAK_DIHITUNG = {
    "2.13.04.2.01#5": ("2916000", "2.92"),
    "2.13.01.2.09#3": (None, "25.00"),
    "total": (None, "9.74"),
}

NOL_DARI_KOSONG = {
    "2.13.01.2.09#1",
    "2.13.01.2.09#2",
    "2.13.04.2.01#4",
    "2.13.04.2.01#8",
}  # realisasi kosong, 0.00


def read(nama):
    with (FOLDER / f"merangin_2024_{nama}.tsv").open(newline="") as aliran:
        return list(csv.DictReader(aliran, delimiter="\t", quoting=csv.QUOTE_NONE))


RENCANA_AKSI, EVALUASI = read("rencana_aksi"), read("evaluasi")


@pytest.fixture(scope="module")
def pohon(nyata, django_db_blocker):
    """Dibaca sekali: tidak ada uji di sini yang mengubahnya."""
    with django_db_blocker.unblock():
        return TahunKinerja(Kabupaten.objects.get(kode="15.02"), 2024).pohon


@pytest.fixture(scope="module")
def baris(pohon):
    return {kunci(s).removeprefix("aksi."): s for s in pohon.baris}


def angka(tulisan):
    """`4,685,661,625` menjadi bilangan; “-” dan kosong menjadi `None`."""
    return Decimal(tulisan.replace(",", "")) if tulisan not in ("", "-") else None


def nol(nilai):
    return nilai or None


def test_tiap_baris_ada_dan_sebaliknya(baris):
    assert set(baris) == {r["kunci"] for r in RENCANA_AKSI}
    tidak_dievaluasi = {
        "2.13.01.2.08#1",
        "2.13.04.2.01#7",
    }  # surat menyurat dan pilkades tanpa anggaran
    assert {r["kunci"] for r in EVALUASI} == set(baris) - tidak_dievaluasi | {"total"}


@pytest.mark.parametrize("r", RENCANA_AKSI, ids=lambda r: r["kunci"])
def test_rencana_aksi(baris, r):
    s = baris[r["kunci"]]
    if r["kunci"] in SALAH_CETAK_PAGU:
        assert r["anggaran"] == SALAH_CETAK_PAGU[r["kunci"]]
        assert s.pagu == angka(r["anggaran"]) / 1000
    elif r["kunci"] not in PAGU_TIDAK_TERBACA:
        assert nol(s.pagu) == angka(r["anggaran"])
    assert s.obj.target_tercetak.lower() == r["target"].lower()
    if r["target"]:
        assert (
            f"{format_angka(s.obj.target, 0).replace('.', '')} {s.obj.satuan}".lower()
            == r["target"].lower()
        )
    if s.tingkat == "sub":
        assert bool(s.rencana and s.rencana.aksi) == (
            r["kunci"] not in {"2.13.04.2.01#4", "2.13.02.2.01#1"}
        )
    unit = str(s.obj.penanggung_jawab or "")
    assert (
        unit == r["penanggung jawab"].replace("Perdes", "Pemdes")
        or r["kunci"] in PAGU_TIDAK_TERBACA
    )


@pytest.mark.parametrize(
    "r", [r for r in RENCANA_AKSI if "#" in r["kunci"]], ids=lambda r: r["kunci"]
)
def test_bulan(baris, r):
    s = baris[r["kunci"]]
    if r["kunci"] in BULAN_LEBIH:
        assert len(r["bulan tercetak"].split()) == 13
        assert len(jadwal(s).split()) == 12
    else:
        assert jadwal(s) == r["bulan tercetak"]
    assert bool(jadwal(s)) == (r["kunci"] not in BULAN_HILANG and bool(r["bulan tercetak"]))
    assert sum(b or 0 for b in s.bulan) in (0, 100)


@pytest.mark.parametrize("r", EVALUASI, ids=lambda r: r["kunci"])
def test_evaluasi(pohon, baris, r):
    s = baris.get(r["kunci"])
    e = s.evaluasi if s else pohon.total
    assert nol(e.target.rp) == angka(r["Rp"])
    assert e.target.k == angka(r["K"])
    assert nol(e.triwulan[0].k) == angka(r["K TW I"])
    assert nol(e.triwulan[0].rp) == angka(r["Rp TW I"])
    assert {(t.k, t.rp) for t in e.triwulan[1:]} == {(None, None)}
    if r["kunci"] in K_TIDAK_DIHITUNG:
        jumlah, persen = K_TIDAK_DIHITUNG[r["kunci"]]
        assert angka(r["Jml K"]) is None
        assert angka(r["% K"]) is None
        assert (e.jumlah.k, e.persen.k) == (Decimal(jumlah), Decimal(persen))
    else:
        assert nol(e.jumlah.k) == angka(r["Jml K"])
        sama(r["% K"], e.persen.k)
    if r["kunci"] in RP_TIDAK_DIHITUNG:
        jumlah, persen = RP_TIDAK_DIHITUNG[r["kunci"]]
        assert angka(r["% Rp"]) is None
        assert e.persen.rp == Decimal(persen)
        assert e.jumlah.rp == (Decimal(jumlah) if jumlah else angka(r["Jml Rp"]))
    else:
        assert nol(e.jumlah.rp) == angka(r["Jml Rp"])
        sama(r["% Rp"], e.persen.rp)


def sama(tulisan, persen):
    """Persen tercetak sama dengan hitungan yang dibulatkan sekali ke ketelitian tulisannya."""
    tercetak = angka(tulisan)
    n = desimal(dari_asing(tulisan))
    assert nol(tercetak) == nol(None if persen is None else bulatkan(persen, n))


@pytest.mark.parametrize("r", [r for r in EVALUASI if "#" in r["kunci"]], ids=lambda r: r["kunci"])
def test_tanda_triwulan(baris, r):
    tercetak = " ".join(["I", "II", "III", "IV"][int(n) - 1] for n in r["triwulan"])
    assert (triwulan_jadwal(baris[r["kunci"]]) == tercetak) == (r["kunci"] not in TANDA_BERBEDA)


def test_jumlah_naskah(pohon):
    assert pohon.total.target.rp == Decimal(8_790_633_125)
    assert pohon.total.triwulan[0].rp == Decimal(856_110_443)
    assert sum(s.pagu or 0 for p in pohon.program for s in p.baris_sub) == Decimal(8_790_633_125)


def test_tabel_capaian_kinerja():
    """Tabel 12 kolom: 103% dipotong dari 103,59; 93.57% setengah ke atas."""
    assert persentase(202, 195) == Decimal("103.59")
    assert persentase(Decimal(7_591_965_521), Decimal(8_113_668_123)) == Decimal("93.57")
    assert bagian_persen(202, 195) // 1 == 103


def test_angka_tercetak_dan_simpulannya(nyata):
    """Naskah lama dimuat seluruhnya; yang berbeda dari hitungan persis yang disebut di atas."""
    semua = banding_aksi(TahunKinerja(Kabupaten.objects.get(kode="15.02"), 2024))
    beda = {b["rujukan"].removeprefix("aksi.") for b in semua if b["simpulan"] != "sama"}
    seharusnya = {f"{k}.pagu" for k in {*SALAH_CETAK_PAGU, *PAGU_TIDAK_TERBACA}}
    seharusnya |= {f"{k}.jadwal" for k in {*BULAN_LEBIH, *BULAN_HILANG}} | {
        f"{k}.triwulan" for k in TANDA_BERBEDA
    }
    seharusnya |= {f"{k}.{kolom}_k" for k in K_TIDAK_DIHITUNG for kolom in ("jumlah", "persen")}
    seharusnya |= {f"{k}.persen_rp" for k in RP_TIDAK_DIHITUNG} | {"2.13.04.2.01#5.jumlah_rp"}
    seharusnya |= {f"{k}.persen_rp" for k in NOL_DARI_KOSONG}
    seharusnya |= {f"{k}.sasaran" for k in SASARAN_BERBEDA}
    assert beda == seharusnya
    assert len(semua) == 473


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [("25.0000", "25"), ("28.5000", "28.5"), ("0.1234", "0.1234"), (None, "None")],
)
def test_polos(nilai, teks):
    assert str(polos(None if nilai is None else Decimal(nilai))) == teks
