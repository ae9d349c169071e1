from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from datetime import date
from decimal import Decimal
from types import NoneType, SimpleNamespace
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

import pytest

from documents import jenis
from documents.jenis import JenisNaskah, Reading, jenis_naskah, register


@dataclass(frozen=True)
class IsiJenis:
    VERSI: ClassVar[int] = 1

    dari: str


TUNGGAL = {str, int, bool, Decimal, date, NoneType, ...}


def longgar(tipe: Any, letak: str) -> Iterator[str]:
    """Letak bagian isi yang tidak beku, atau yang tipenya menerima apa saja."""
    if is_dataclass(tipe):
        if not tipe.__dataclass_params__.frozen:
            yield f"{letak} tidak beku"
        for nama, kolom in kolom_bertipe(tipe):
            yield from longgar(kolom, f"{letak}.{nama}")
        return
    isi = get_args(tipe)
    if get_origin(tipe) is list or (not isi and tipe not in TUNGGAL):
        yield f"{letak} bertipe {tipe}"
    for satu in isi:
        yield from longgar(satu, letak)


def kolom_bertipe(tipe: Any) -> list[tuple[str, Any]]:
    """Kolom dataclass, bukan tetapannya."""
    semua = get_type_hints(tipe).items()
    return [(nama, kolom) for nama, kolom in semua if get_origin(kolom) is not ClassVar]


@pytest.mark.parametrize("label", jenis._JENIS)
def test_isi_tiap_naskah_beku_bertipe_dan_berversi(label: str) -> None:
    isi = jenis._JENIS[label].isi
    assert isi.VERSI >= 1
    assert list(longgar(isi, isi.__name__)) == []


def test_isi_yang_longgar_disebut_letaknya() -> None:
    @dataclass
    class Cair:
        apa: Any
        daftar: list[str]
        beku: IsiJenis

    salah = [kalimat.split(" ")[0] for kalimat in longgar(Cair, "Cair")]
    assert salah == ["Cair", "Cair.apa", "Cair.daftar"]


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
