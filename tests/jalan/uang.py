"""Pagu, realisasi dan K tiap program, kegiatan dan sub kegiatan di tiap tempat."""

from collections.abc import Iterator

from tests.jalan.baris import DINAS, Baris, Daftar, Pencari, baris
from tests.jalan.figur import TAK_DIKETAHUI, Figur, Tertulis, baku
from tests.jalan.halaman import Halaman, TabelHalaman

Tabel = list[TabelHalaman]
TRIWULAN = ("I", "II", "III", "IV")
KISI = "^(Kode baris|Program / kegiatan)"  # kunci pada lembar, tautan pada layar


def hal_uang(
    semua: Iterator[Baris],
    daftar: Daftar,
    sebut: tuple[str, ...],
    pola: dict[str, str],
    *,
    is_tunggal: bool = False,
) -> Iterator[Tertulis]:
    """Hal tiap baris menurut pola kolomnya; `sebut` kolom yang menyebut barisnya."""
    pencari = Pencari(daftar, is_tunggal=is_tunggal)
    for row in semua:
        pertama, *lain = sebut
        alamat = pencari.alamat(row[pertama], *map(row.teks, lain))
        for hal, satu in pola.items():
            for _, sel in list(row.semua(satu))[:1]:
                is_kaki_kosong = alamat == DINAS and not sel.teks
                if alamat and sel is not row[pertama] and not is_kaki_kosong:
                    yield Tertulis(Figur(alamat, daftar.tahun, hal), sel.teks)


def dasbor(halaman: Halaman, daftar: Daftar) -> Iterator[Tertulis]:
    """Penyerapan per program, jumlahnya, dan angka besarnya."""
    semua = baris(halaman.tabel, "^Program$", "^Kelengkapan$")
    pola = {"pagu": "^Pagu$", "realisasi": "^Realisasi$", "persen": "^Penyerapan$"}
    yield from hal_uang(semua, daftar, ("^Program$",), pola)
    for nama, sel in halaman.sebutan:
        hal = {"Penyerapan anggaran": "persen", "Rata-rata capaian IKU": "rata_iku"}.get(nama)
        if hal:
            yield Tertulis(Figur(DINAS, daftar.tahun, hal), sel.teks)


def dasbor_triwulan(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Fisik dan keuangan sampai triwulan terakhir yang dilaporkan barisnya."""
    pencari = Pencari(daftar)
    for row in baris(tabel, r"^s\.d\. TW I / Fisik"):
        alamat = pencari.alamat(row["^Program atau"])
        for hal, pola in (("persen_k", "Fisik"), ("persen", "Uang")):
            semua = [sel.teks for _, sel in row.semua(pola)]
            diketahui = [teks for teks in semua if baku(teks) != TAK_DIKETAHUI]
            for teks in diketahui[-1:]:
                yield Tertulis(Figur(alamat, daftar.tahun, hal), teks)


def daftar_baris(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Daftar program, kegiatan dan sub kegiatan."""
    pola = {
        "pagu": r"^Pagu \(Rp\)",
        "realisasi": r"^Realisasi \(Rp\)",
        "persen": r"^Penyerapan \(%\)",
        "target": "^Target$",
    }
    semua = (row for row in baris(tabel, "^Kode$", r"^Pagu \(Rp\)") if row["^Nama$"].url)
    yield from hal_uang(semua, daftar, ("^Nama$",), pola)


def rincian(halaman: Halaman, alamat: str, daftar: Daftar) -> Iterator[Tertulis]:
    """Halaman satu program atau sub kegiatan."""
    sebut = {
        "Pagu": "pagu",
        "Pagu berlaku": "pagu",
        "Realisasi": "realisasi",
        "Penyerapan": "persen",
        "Target": "target",
    }
    for nama, sel in halaman.sebutan:
        if nama in sebut:
            yield Tertulis(Figur(alamat, daftar.tahun, sebut[nama]), sel.teks)
    for row in baris(halaman.tabel, "^Target$", "^%$"):
        hal = ("target", "jumlah_k", "persen_k")
        if row.sel[0].teks.startswith("Keuangan"):
            hal = ("pagu", "realisasi", "persen")
        for nama, pola in zip(hal, ("^Target$", "^Realisasi", "^%$"), strict=True):
            yield Tertulis(Figur(alamat, daftar.tahun, nama), row.teks(pola))


def pohon(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Tabel pohon kinerja."""
    pola = {"pagu": "^Pagu berlaku", "pagu_murni": "^Pagu murni", "target": "^Target$"}
    semua = baris(tabel, "^Pagu berlaku", "^Indikator$")
    yield from hal_uang(semua, daftar, ("^Program / kegiatan", "^Indikator$"), pola)


def kisi_evaluasi(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Kisi pengukuran, layar dan lembarnya."""
    pola = {
        "target": "^Target(( /)? Target)?$",
        "pagu": r"Pagu \(Rp\)",
        "jumlah_k": "^Setahun(?: /)? K",
        "realisasi": "^Setahun(?: /)? Rp",
        "persen_k": "^% realisasi(?: /)? K",
        "persen": "^% realisasi(?: /)? Rp",
    }
    for nomor, romawi in enumerate(TRIWULAN, start=1):
        pola[f"k_{nomor}"] = f"^Triwulan {romawi}(?: /)? K"
        pola[f"rp_{nomor}"] = f"^Triwulan {romawi}(?: /)? Rp"
    semua = baris(tabel, "^Setahun(?: /)? K")
    yield from hal_uang(semua, daftar, (KISI,), pola)


def kisi_aksi(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Kisi rencana aksi, layar dan lembarnya."""
    pola = {"target": "^Keluaran(?: /)? Target", "pagu_murni": "^Anggaran(?: /)? Pagu murni"}
    pola |= {f"bulan_{bulan}": f"^TW [IV]+(?: /)? {bulan}$" for bulan in range(1, 13)}
    semua = baris(tabel, "^Keluaran(?: /)? Target", "^Anggaran")
    yield from hal_uang(semua, daftar, (KISI,), pola)


def evaluasi(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Pengendalian dan Evaluasi Rencana Aksi, dan Formulir E.81."""
    muka = ("^Program / Kegiatan", "^Indikator Kinerja")
    pola = {
        "target": "^Target Program/Kegiatan / K",
        "pagu": "^Target Program/Kegiatan / Rp",
        "jumlah_k": r"^Jml Realisasi / K",
        "realisasi": r"^Jml Realisasi / Rp",
        "persen_k": "^% Realisasi / K",
        "persen": "^% Realisasi / Rp",
    }
    pola |= _triwulan("^Realisasi Kinerja dan Anggaran Tahun Berjalan / ")
    yield from hal_uang(baris(tabel, "^Jml Realisasi"), daftar, muka, pola)
    pola = {
        "target": "^Target Renja Tahun Berjalan / K",
        "pagu": "^Target Renja Tahun Berjalan / Rp",
        "jumlah_k": "^Realisasi Tahun Berjalan / K",
        "realisasi": "^Realisasi Tahun Berjalan / Rp",
    }
    semua = baris(tabel, "^Target Renja")
    yield from hal_uang(semua, daftar, muka, pola | _triwulan("^"))


def _triwulan(awal: str) -> dict[str, str]:
    pola = {}
    for nomor, romawi in enumerate(TRIWULAN, start=1):
        pola[f"k_{nomor}"] = f"{awal}TW {romawi} / K"
        pola[f"rp_{nomor}"] = f"{awal}TW {romawi} / Rp"
    return pola


def rencana_aksi(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Naskah Rencana Aksi."""
    pola = {"target": "^Target / 7", "pagu": r"^Anggaran \(Rp\)"}
    pola |= {
        f"bulan_{bulan}": rf"^Target Kinerja Sasaran .* / TW [IV]+ / {bulan}( / {bulan + 8})?$"
        for bulan in range(1, 13)
    }
    semua = baris(tabel, "^Aksi Kegiatan")
    yield from hal_uang(semua, daftar, ("^Program / Kegiatan", "^Indikator Kegiatan"), pola)


def anggaran(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Anggaran tiap program pada Perjanjian Kinerja dan LKjIP."""
    semua = baris(tabel, "^Kode$", r"^Anggaran \(Rp\)$")
    yield from hal_uang(semua, daftar, ("^Program$",), {"pagu": "^Anggaran"})


def lkjip(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Sandingan keuangan dan efisiensi; laporan setahun hanya memuat realisasi yang lengkap."""
    for satu in _lkjip(tabel, daftar):
        if baku(satu.tulisan) != TAK_DIKETAHUI:
            yield satu


def _lkjip(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    pola = {
        "pagu": r"^Anggaran \(Rp\)",
        "realisasi": r"^Realisasi \(Rp\)",
        "persen": r"^(Capaian \(9/8\)|Penggunaan)",
    }
    semua = baris(tabel, r"^Capaian \(9/8\)")
    yield from hal_uang(semua, daftar, ("^Program / 7",), pola)
    semua = baris(tabel, "^Penggunaan")
    yield from hal_uang(semua, daftar, ("^Sub Kegiatan",), pola, is_tunggal=True)


def capaian(tabel: Tabel, daftar: Daftar) -> Iterator[Tertulis]:
    """Anggaran seluruh dinas pada naskah Capaian Kinerja, bila realisasinya setahun lengkap."""
    hal = {"pagu": "/ Pagu", "realisasi": "/ Realisasi / 11", "persen": "/ % Penyerapan"}
    for row in list(baris(tabel, "% Penyerapan"))[:1]:
        for nama, pola in hal.items():
            if row.teks(pola):
                yield Tertulis(Figur(DINAS, daftar.tahun, nama), row.teks(pola))
