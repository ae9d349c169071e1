"""Pembaca cetakan: tulisan prosa yang hilang disebut, yang terpenggal dan bersambung tidak."""

from tests import terbaca
from tests.terbaca import prosa_tak_terbaca

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
