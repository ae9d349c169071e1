"""Banyak desa tiap status, skor tiap desa, kerja sama dan lembaga di tiap tempat."""

import re
from collections.abc import Iterator
from typing import Any

from core.angka import format_angka
from tests.jalan.baris import Baris, baris, rata
from tests.jalan.figur import Figur, Tertulis
from tests.jalan.halaman import Halaman, TabelHalaman

Tabel = list[TabelHalaman]
STATUS = ("Mandiri", "Maju", "Berkembang", "Tertinggal", "Sangat Tertinggal")
TAHUN = re.compile(r"^(?:Tahun )?(20\d\d)$")
UBAH = re.compile(r"^Perubahan (20\d\d)$")
UBAH_DARI = re.compile(r"^Perkembangan dari Tahun (20\d\d)$")
SKOR = ("IDM", "IKS", "IKE", "IKL", "Indeks Desa", "Status")
LEMBAGA = ("Posyandu", "LPM", "PKK", "RW", "RT", "Karang Taruna", "Lembaga Adat")
KABUPATEN = "kabupaten"
DESIMAL = 4


def _status(nama: str) -> str:
    """`JUMLAH DESA` dan `Jumlah` satu pokok."""
    rapi = rata(nama)
    return "jumlah" if rapi.startswith("jumlah") else rapi


def status(tabel: Tabel) -> Iterator[Tertulis]:
    """Banyak desa tiap status menurut tahun, dan perubahannya."""
    for row in baris(tabel, "^Status( IDM Desa)?$", TAHUN.pattern):
        nama = _status(row.teks("^Status"))
        if nama != "jumlah" and nama not in map(str.lower, STATUS):
            continue
        for tahun, hal, tulisan in _deret(row):
            if hal == "desa" or tulisan:
                yield Tertulis(Figur(f"status {nama}", tahun, hal), tulisan)


def _deret(row: Baris) -> Iterator[tuple[int, str, str]]:
    """Tahun tiap kolom; `Perubahan` polos milik tahun di kirinya."""
    kiri = 0
    for nama, sel in zip(row.kolom, row.sel, strict=False):
        if cocok := TAHUN.match(nama):
            kiri = int(cocok[1])
            yield kiri, "desa", sel.teks
        elif cocok := UBAH.match(nama):
            yield int(cocok[1]), "perubahan", sel.teks
        elif cocok := UBAH_DARI.match(nama):
            yield int(cocok[1]) + 1, "perubahan", sel.teks
        elif nama == "Perubahan" and kiri:
            yield kiri, "perubahan", sel.teks


def dasbor(halaman: Halaman, tahun: int) -> Iterator[Tertulis]:
    """Angka besar dasbor capaian."""
    for nama, sel in halaman.sebutan:
        pokok = nama.removeprefix("Desa ")
        if pokok in STATUS:
            desa, ubah = sel.teks.splitlines()
            yield Tertulis(Figur(f"status {pokok.lower()}", tahun, "desa"), desa)
            yield Tertulis(Figur(f"status {pokok.lower()}", tahun, "perubahan"), ubah)


def rekap(tabel: Tabel) -> Iterator[Tertulis]:
    """Daftar rekap status: satu baris setahun."""
    for row in baris(tabel, "^Sangat tertinggal$", "^Sumber$"):
        for nama in (*STATUS, "Jumlah desa"):
            figur = Figur(f"status {_status(nama)}", int(row.teks("^Tahun$")), "desa")
            yield Tertulis(figur, row.teks(f"^{nama.capitalize()}$"))


def kecamatan(tabel: Tabel, tahun: int) -> Iterator[Tertulis]:
    """Banyak desa per status tiap kecamatan; barisnya yang terakhir seluruh kabupaten."""
    for row in baris(tabel, "^Kecamatan$", "^Sangat Tertinggal$"):
        nama = rata(row.teks("^Kecamatan$"))
        is_semua = nama.startswith(("kabupaten", "jumlah"))
        for satu in STATUS:
            figur = Figur(f"kecamatan {nama}", tahun, satu)
            if is_semua:
                figur = Figur(f"status {satu.lower()}", tahun, "desa")
            yield Tertulis(figur, row.teks(f"^{satu}$"))
        rerata = row.teks("^Rata-rata (IDM|Indeks Desa)$")
        if rerata:
            yield Tertulis(Figur(KABUPATEN if is_semua else nama, tahun, "rata-rata"), rerata)


def tiap_desa(tabel: Tabel, tahun: int) -> Iterator[Tertulis]:
    """IDM, indeks dan status tiap desa, juga tahun lalu bila disandingkan."""
    for row in baris(tabel, "^Desa$", "^Kecamatan$", "^Status$"):
        nama = rata(f"desa {row.teks('^Desa$')} {row.teks('^Kecamatan$')}")
        if not row.teks("^Desa$"):
            continue
        ke = int(row.teks("^Tahun$") or tahun)
        for hal in SKOR:
            for _, sel in row.semua(f"^{hal}$"):
                yield Tertulis(Figur(nama, ke, hal), sel.teks)
            for _, sel in row.semua(f"^{hal} {tahun - 1}$"):
                if sel.teks not in {"", "—"}:
                    yield Tertulis(Figur(nama, ke - 1, hal), sel.teks)


def profil(halaman: Halaman, nama: str, kecamatan: str, tahun: int) -> Iterator[Tertulis]:
    """Profil satu desa: angka besarnya, deretnya, dan rata-rata pembandingnya."""
    pokok = rata(f"desa {nama} {kecamatan}")
    sebutan = dict(halaman.sebutan)
    indeks = "IDM" if "IDM" in sebutan else "Indeks Desa"
    yield Tertulis(Figur(pokok, tahun, indeks), sebutan[indeks].teks)
    yield Tertulis(Figur(pokok, tahun, "Status"), sebutan[f"Status menurut {indeks}"].teks)
    for satu in ("IDM", "Indeks Desa"):
        for row in baris(halaman.tabel, f"^Status {satu}$", "^Instrumen$"):
            ke = int(row.teks("^Tahun$"))
            yield Tertulis(Figur(pokok, ke, satu), row.teks(f"^{satu}$"))
            yield Tertulis(Figur(pokok, ke, "Status"), row.teks(f"^Status {satu}$"))
    for lingkup, awal in (("kecamatan", rata(kecamatan)), ("kabupaten", KABUPATEN)):
        _, _, rerata = sebutan[f"Peringkat di {lingkup}"].teks.partition("rata-rata ")
        yield Tertulis(Figur(awal, tahun, "rata-rata"), rerata)


def rumusan(isi: Any, nama: str, kecamatan: str, tahun: int) -> Iterator[Tertulis]:
    """Jawaban layanan untuk situs desa; angkanya dibulatkan seperti pada naskah."""
    pokok = rata(f"desa {nama} {kecamatan}")
    peta = isi["mapData"]
    for row in peta["ROW"]:
        hal, _, ke = row["INDIKATOR"].rpartition(" ")
        if ke == str(tahun) and hal in SKOR:
            yield Tertulis(Figur(pokok, tahun, hal), format_angka(row["SKOR"], DESIMAL))
    ringkasan = peta["SUMMARIES"]
    idm = format_angka(ringkasan["SKOR_SAAT_INI"], DESIMAL)
    yield Tertulis(Figur(pokok, tahun, "IDM"), idm)
    yield Tertulis(Figur(pokok, tahun, "Status"), ringkasan["STATUS"])


def kerja_sama(tabel: Tabel) -> Iterator[Tertulis]:
    """Banyak desa dan baris formulir kerja sama menurut tahun."""
    for row in baris(tabel, "^(Hitungan|Dihitung menurut)$"):
        pokok = f"kerja sama {rata(row.sel[0].teks)}"
        for tahun, hal, tulisan in _deret(row):
            yield Tertulis(Figur(pokok, tahun, hal), tulisan)


def lembaga(tabel: Tabel, tahun: int) -> Iterator[Tertulis]:
    """Banyak tiap lembaga per kecamatan, dan jumlahnya."""
    for row in baris(tabel, "^(?i:kecamatan)$", "(?i)karang taruna$"):
        pokok = _status(row.teks("^(?i:kecamatan)$"))
        if not pokok or not row.teks("(?i)karang taruna$"):
            continue
        for nama in (*LEMBAGA, "Desa", "Kelurahan"):
            figur = Figur(f"lembaga {pokok}", tahun, nama)
            yield Tertulis(figur, row.teks(rf"(?i)(^|[/ ]){nama}$"))
    for row in baris(tabel, "^Nama Lembaga Desa$"):
        nama = {satu.lower(): satu for satu in LEMBAGA}.get(rata(row.teks("^Nama Lembaga Desa$")))
        if nama:
            yield Tertulis(Figur("lembaga jumlah", tahun, nama), row.teks("^Jumlah$"))
