from dataclasses import dataclass
from types import SimpleNamespace
from typing import ClassVar

import pytest

from documents import jenis
from documents.jenis import JenisNaskah, Reading, jenis_naskah, register


@dataclass(frozen=True)
class IsiJenis:
    VERSI: ClassVar[int] = 1

    dari: str


def test_daftar_dan_ambil(monkeypatch):
    monkeypatch.setattr(jenis, "_JENIS", {})
    terdaftar = JenisNaskah(
        "x.html",
        IsiJenis,
        lambda d: "bahan",
        lambda d, b: IsiJenis(b),
        lambda d, b, i: [],
        (),
    )
    register("uji.Naskah", terdaftar)
    naskah = SimpleNamespace(_meta=SimpleNamespace(label="uji.Naskah"))
    assert jenis_naskah(naskah) is terdaftar


def test_dibaca_sekali():
    """Bahan dan isi dihitung satu kali berapa pun bagian yang memintanya."""
    dibaca: list[str] = []

    def read(naskah):
        dibaca.append(naskah)
        return "bahan"

    terdaftar = JenisNaskah(
        "x.html", IsiJenis, read, lambda d, b: IsiJenis(b), lambda d, b, i: [i.dari], ()
    )
    reading = Reading("naskah", terdaftar)
    assert (reading.isi, reading.missing, reading.temuan) == (IsiJenis("bahan"), ["bahan"], [])
    assert dibaca == ["naskah"]


def test_jenis_yang_belum_didaftarkan():
    with pytest.raises(KeyError):
        jenis_naskah(SimpleNamespace(_meta=SimpleNamespace(label="uji.Asing")))
