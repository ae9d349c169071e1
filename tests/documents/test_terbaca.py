"""Pembaca cetakan: tulisan prosa yang hilang disebut, yang terpenggal dan bersambung tidak."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from tests import terbaca
from tests.terbaca import isi_tak_terbaca, prosa_tak_terbaca

KATA = "".join(f"<p>Kalimat nomor {n}.</p>" for n in range(30))
HTML = f"<html><head><title>Bukan isi</title></head><body>{KATA}<td>82,30</td></body></html>"
SEMUA = " ".join(f"Kalimat nomor {n}." for n in range(30))


def hilang(monkeypatch, *halaman):
    monkeypatch.setattr(terbaca, "tulisan_halaman", lambda pdf: halaman)
    return prosa_tak_terbaca(HTML, b"")


def test_yang_terpenggal_dan_bersambung_terbaca(monkeypatch):
    terpenggal = SEMUA.replace("nomor 7", "no-\nmor 7").replace("nomor 9", "NOMOR 9")
    assert hilang(monkeypatch, f"{terpenggal} 82,30") == []
    awal, sisa = SEMUA.split("mor 29")
    assert hilang(monkeypatch, awal, f"mor 29{sisa} 82,30") == []


def test_yang_hilang_atau_berlainan_disebut(monkeypatch):
    assert hilang(monkeypatch, f"{SEMUA} 82,03") == ["82,30"]
    assert hilang(monkeypatch, SEMUA.replace("nomor 7.", "7 nomor."), "82,30") == ["kalimatnomor7."]


@dataclass(frozen=True)
class IsiTerbaca:
    """Isi naskah tiruan: satu kolom tiap macam nilai."""

    tanggal: datetime.date | None = datetime.date(2023, 12, 4)
    pagu: Decimal | None = Decimal("1234.5")
    tahun: int = 2023
    kalimat: tuple[str, ...] = tuple(f"Kalimat nomor {n}." for n in range(10))
    naskah: str = "<p>Satu.</p><p>Dua.</p>"
    is_berubah: bool = True
    sebab: str = ""


def isi_hilang(monkeypatch, tercetak, *tanpa, **isi):
    monkeypatch.setattr(terbaca, "tulisan_halaman", lambda pdf: (SEMUA, tercetak))
    return isi_tak_terbaca(IsiTerbaca(**isi), b"", *tanpa)


def test_tiap_nilai_isi_dicari(monkeypatch):
    lengkap = "Satu. Dua. 4 Desember 2023 sebanyak 1.234,50."
    assert isi_hilang(monkeypatch, lengkap) == []
    assert isi_hilang(monkeypatch, lengkap, pagu=None, tanggal=None) == []
    assert isi_hilang(monkeypatch, lengkap, pagu=Decimal("234.5")) == [".pagu: 234.5"]
    assert isi_hilang(monkeypatch, lengkap, ".pagu", pagu=Decimal(7)) == []
    lain = lengkap.replace("Dua.", "Tiga.").replace("4 Des", "5 Des")
    assert isi_hilang(monkeypatch, lain) == [
        ".tanggal: 2023-12-04",
        ".naskah: <p>Satu.</p><p>Dua.</p>",
    ]
