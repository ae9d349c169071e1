"""PDF gambaran kabupaten: tabel yang sama dengan layarnya, beserta gambarnya."""

from typing import Any

from core.angka import format_angka
from core.grafik import desa as grafik_desa
from core.tabel import Kolom, Tabel
from documents.cetakan import Bagian, Cetakan, Gambar, Paragraf
from idm.lembar.gambaran import TabelGambaran, pergeseran, tabel_gambaran
from idm.lembar.laporan import bagian, cetakan, tabel_laporan

TANPA_PERPINDAHAN = "Tidak dapat dihitung: salah satu tahun tidak diketahui per desa."
ARTI_PETAK = (
    "Satu petak satu desa, urut kode; nomornya pada tabel berikut. Status menurut {indeks}."
)


def cetakan_gambaran(isi: dict[str, Any]) -> Cetakan:
    """PDF gambaran; yang datanya tidak ada tidak dicetak."""
    tabel = tabel_gambaran(isi)
    semua = [_muka(isi)]
    if isi["deret"]:
        semua.append(_berstatus(isi, tabel))
    semua.append(_berpindah(isi, tabel))
    if isi["kecamatan"]:
        semua.append(bagian("Rata-rata kecamatan", tabel=(tabel.kecamatan,)))
        semua.append(_tersebar(isi, tabel))
    if isi["terlemah"]:
        semua.append(bagian("Indikator terlemah", tabel=(tabel.terlemah,)))
    if isi["petak"]:
        semua += _tiap_desa(isi, tabel)
    return cetakan(isi, semua)


def _muka(isi: dict[str, Any]) -> Bagian:
    rata = isi["kabupaten"]
    judul = [isi["judul"], f"{isi['dinas'].daerah} Tahun {isi['tahun']}"]
    if rata:
        banyak = f"{format_angka(isi['banyak'])} desa"
        judul.append(f"{banyak}, rata-rata IDM {format_angka(rata.idm, 4)}")
    return bagian(judul=tuple(judul), is_berkop=True, is_sambung=False)


def _berstatus(isi: dict[str, Any], tabel: TabelGambaran) -> Bagian:
    gambar = Gambar("Status desa menurut IDM", grafik_desa.status(isi["deret"]))
    return bagian("Status desa", gambar=(gambar,), tabel=(tabel.status,))


def _berpindah(isi: dict[str, Any], tabel: TabelGambaran) -> Bagian:
    """Matriks, lalu nama desa yang bergeser menurut pergeserannya."""
    judul = f"Perpindahan {isi['tahun'] - 1} ke {isi['tahun']}"
    if tabel.matriks is None:
        return bagian(judul, pembuka=(Paragraf(TANPA_PERPINDAHAN, "catatan"),))
    nama: list[Paragraf] = []
    for dari, sel in pergeseran(isi):
        nama += _nama_bergeser(dari, sel)
    return bagian(
        judul,
        tabel=(tabel.matriks,),
        penutup=tuple(nama),
    )


def _nama_bergeser(dari: str, sel: dict[str, Any]) -> tuple[Paragraf, Paragraf]:
    nama = ", ".join(f"{d.nama} ({d.kecamatan})" for d in sel["desa"])
    pindah = f"{dari.title()} ke {sel['ke'].title()}"
    arah = f"{pindah}: {sel['banyak']} desa {sel['arah']}"
    return Paragraf(arah, "tebal"), Paragraf(f"{nama}.", "kecil")


def _tersebar(isi: dict[str, Any], tabel: TabelGambaran) -> Bagian:
    gambar = Gambar("Sebaran IDM desa", grafik_desa.sebaran(isi["sebaran"]))
    return bagian("Sebaran", gambar=(gambar,), tabel=(tabel.sebaran,))


def _tiap_desa(isi: dict[str, Any], tabel: TabelGambaran) -> list[Bagian]:
    """Peta petak dengan kuncinya, lalu peringkat."""
    tahun = isi["tahun"]
    peta = grafik_desa.petak(isi["petak"], tahun)
    gambar = Gambar(f"Status desa per kecamatan {tahun}", peta)
    arti = Paragraf(ARTI_PETAK.format(indeks=isi["peringkat"]["indeks"]), "catatan")
    return [
        bagian(
            "Desa menurut kecamatan",
            gambar=(gambar,),
            penutup=(arti,),
            is_sambung=False,
        ),
        bagian(tabel=(_petak_ringkas(isi),), is_sambung=False),
        bagian("Peringkat semua desa", tabel=(tabel.peringkat,), is_sambung=False),
    ]


def _petak_ringkas(isi: dict[str, Any]) -> Tabel:
    """Nama desa tiap petak, satu baris tiap kecamatan: kunci gambarnya pada satu halaman."""
    kolom = [
        ("Kecamatan", Kolom(lebar=20)),
        ("Desa tiap petak", Kolom(lebar=140)),
    ]
    baris = []
    for kecamatan in isi["petak"]:
        nama = [f"{d['nomor']}\u00a0{d['nama']}" for d in kecamatan["desa"]]
        baris.append([kecamatan["nama"], ", ".join(nama)])
    return tabel_laporan(isi, "Desa tiap petak", kolom, baris)
