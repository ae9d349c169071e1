"""Target, realisasi, capaian dan predikat tiap indikator di tiap tempat."""

from collections.abc import Iterator

from tests.jalan.baris import DINAS, TAHUN, Baris, Daftar, Pencari, baris, tertulis
from tests.jalan.figur import Figur, Tertulis
from tests.jalan.halaman import Halaman, TabelHalaman

Tabel = list[TabelHalaman]
BUKAN = ("", DINAS)  # baris kelompok dan kaki
UKURAN = {"target": "^Target$", "realisasi": "^Realisasi$", "capaian": "^Capaian"}
HAL_BERTAHUN = (("Target", "target"), ("Realisasi", "realisasi"), ("Capaian", "capaian"))


def dasbor(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Tabel IKU dan IKK, dan deretnya sejak awal periode; layar dan lembarnya."""
    pencari = Pencari(daftar)
    for row in baris(tabel, "^Indikator$", "^Arah$"):
        isi = {nama: row.teks(pola) for nama, pola in UKURAN.items()}
        alamat = pencari.alamat(row["^Indikator$"])
        yield from tertulis(alamat, daftar.tahun, **isi, predikat=row.teks("^Predikat$"))
    pencari = Pencari(daftar)
    for row in baris(tabel, "^Ukuran$"):
        hal = row.teks("^Ukuran$").lower()
        alamat = pencari.alamat(row["^Indikator$"])
        pencari = Pencari(daftar)
        for nama, sel in row.semua(TAHUN.pattern):
            yield Tertulis(Figur(alamat, int(nama), hal), sel.teks)


def silsilah(halaman: Halaman, alamat: str, tahun: int) -> Iterator[Tertulis]:
    """Halaman satu indikator: angka besarnya, lalu semua tahun."""
    for nama, sel in halaman.sebutan[:4]:
        yield Tertulis(Figur(alamat, tahun, nama.lower()), sel.teks)
    for row in baris(halaman.tabel, "^Asal realisasi$"):
        isi = {nama: row.teks(pola) for nama, pola in UKURAN.items()}
        ke = int(row.teks("^Tahun$"))
        yield from tertulis(alamat, ke, **isi, predikat=row.teks("^Predikat$"))


def daftar_target(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Daftar target setahun."""
    pencari = Pencari(daftar)
    for row in baris(tabel, "^Masa$", "^Nilai$"):
        if row.teks("^Masa$") == "Setahun":
            alamat = pencari.alamat(row["^Indikator$"])
            yield from tertulis(alamat, int(row.teks("^Tahun$")), target=row.teks("^Nilai$"))


def capaian(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Naskah Capaian Kinerja: tahun ini, tahun lalu, dan anggaran seluruh dinas."""
    pencari = Pencari(daftar)
    for row in baris(tabel, "% Capaian"):
        alamat = pencari.alamat(row["^Indikator Kinerja"])
        if alamat in BUKAN:
            continue
        yield from tertulis(
            alamat,
            daftar.tahun,
            target=row.teks(r"Capaian Tahun \d+ / Target"),
            realisasi=row.teks(r"Capaian Tahun \d+ / Realisasi"),
            capaian=row.teks("% Capaian"),
        )
        lalu = row.teks(rf"Peningkatan .* / {daftar.tahun - 1}")
        yield from tertulis(alamat, daftar.tahun - 1, realisasi=lalu)
        ulang = row.teks(rf"Peningkatan .* / {daftar.tahun} ")
        yield from tertulis(alamat, daftar.tahun, realisasi=ulang)


def target_naskah(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Tabel sasaran Perjanjian Kinerja dan Rencana Aksi."""
    pencari = Pencari(daftar)
    for row in baris(tabel, "^Sasaran", "^Indikator Kinerja / 3", "^Target / [45]"):
        alamat = pencari.alamat(row.urutan("^Indikator Kinerja / 3"))
        if alamat not in BUKAN:
            yield from tertulis(alamat, daftar.tahun, target=row.teks("^Target / [45]"))


def lkjip_setahun(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Tabel setahun, Lampiran I, jangka menengah dan sandingan keuangan."""
    for ciri in (
        ("^Capaian Kinerja \\(%\\)$",),
        ("^Pembilang", "^Predikat$"),
        ("^Realisasi Tahun",),
        ("^Capaian \\(9/8\\)",),
    ):
        pencari = Pencari(daftar)
        sudah = set()
        for row in baris(tabel, *ciri):
            sel = row["^Indikator"]
            if id(sel) in sudah:
                continue
            sudah.add(id(sel))
            alamat = pencari.alamat(sel)
            if alamat not in BUKAN:
                yield from _setahun(row, alamat, daftar.tahun)


def _setahun(row: Baris, alamat: str, tahun: int) -> Iterator[Tertulis]:
    pola = {
        "target": "^Target",
        "realisasi": r"^Realisasi($| / 5| Tahun)",
        "capaian": r"^Capaian (Kinerja )?\(%\)",
        "predikat": "^Predikat$",
        "pembilang": "^Pembilang / Angka",
        "penyebut": "^Penyebut / Angka",
    }
    for hal, satu in pola.items():
        for _, sel in list(row.semua(satu))[:1]:
            yield Tertulis(Figur(alamat, tahun, hal), sel.teks)


def lkjip_bertahun(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Target, realisasi dan capaian sejak awal periode."""
    pencari = Pencari(daftar)
    for row in baris(tabel, r"^(Indikator|Aspek)", r"^Target.* / 20\d\d"):
        alamat = pencari.alamat(row[r"^(Indikator|Aspek)"])
        for awal, hal in HAL_BERTAHUN:
            for nama, sel in row.semua(rf"^{awal}.* / 20\d\d"):
                cocok = TAHUN.search(nama)
                if cocok and alamat not in BUKAN:
                    yield Tertulis(Figur(alamat, int(cocok[1]), hal), sel.teks)
