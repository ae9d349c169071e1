from decimal import Decimal

from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.lkjip.isi.keuangan import BarisSanding, SelIndikator, SelProgram, UangProgram
from kinerja.naskah.lkjip.isi.tabel import BarisSetahun, SasaranSetahun
from kinerja.naskah.lkjip.reports.tabel_keuangan import sandingkan, tabel_keuangan


def baris(kiri, kanan):
    """Baris dari `(isi, rentang)`; `None` bila tertutup rentang di atasnya."""
    return BarisSanding(
        kiri=SelIndikator(isi=kiri[0], rentang=kiri[1]) if kiri else None,
        kanan=SelProgram(isi=kanan[0], rentang=kanan[1]) if kanan else None,
    )


def program(nama, is_penunjang):
    angka = dict.fromkeys(("pagu", "realisasi", "persen"), Decimal(1))
    return UangProgram(kode="1", nama=nama, keterangan="", is_penunjang=is_penunjang, **angka)


def test_daftar_pendek_merentang_sampai_bawah():
    assert sandingkan(["a"], ["x", "y", "z"]) == (
        baris(("a", 3), ("x", 1)),
        baris(None, ("y", 1)),
        baris(None, ("z", 1)),
    )
    assert sandingkan(["a", "b", "c"], ["x", "y"])[1:] == (
        baris(("b", 1), ("y", 2)),
        baris(("c", 1), None),
    )


def test_daftar_kosong():
    assert sandingkan([], []) == ()
    assert sandingkan([], ["x", "y"]) == (
        baris((None, 2), ("x", 1)),
        baris(None, ("y", 1)),
    )


def test_penunjang_dipisah_dari_program_sasaran():
    satu = BarisSetahun(
        nomor=1, nama="I", satuan="%", desimal=0, target=besaran(Decimal(1)),
        realisasi=besaran(Decimal(1)), capaian=Decimal(100), predikat=None, rumus_pembilang="",
        rumus_penyebut="", pembilang=None, penyebut=None, asal="", penjelasan="",
    )  # fmt: skip
    iku = [SasaranSetahun(sasaran="S", baris=(satu,))]
    hasil = tabel_keuangan(iku, [program("Penunjang", True), program("Penataan", False)])
    assert [u.nama for u in hasil.penunjang] == ["Penunjang"]
    (sanding,) = hasil.sasaran
    assert (sanding.kiri.isi.sasaran, sanding.kanan.isi.nama) == ("S", "Penataan")
