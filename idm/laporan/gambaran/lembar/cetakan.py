"""PDF gambaran kabupaten: tabel yang sama dengan layarnya, beserta gambarnya."""

from core.angka import format_angka
from core.grafik import desa as grafik_desa
from core.tabel import Kolom, Tabel
from documents.cetakan import Bagian, Cetakan, Gambar, Paragraf
from idm.laporan.dasar.lembar import bagian, cetakan, tabel_laporan
from idm.laporan.gambaran.lembar.tabel import TabelGambaran, pergeseran, tabel_gambaran
from idm.laporan.gambaran.reports import IsiGambaran, SelPindah

TANPA_PERPINDAHAN = "Tidak dapat dihitung: salah satu tahun tidak diketahui per desa."
ARTI_PETAK = (
    "Satu petak satu desa, urut kode; nomornya pada tabel berikut. Status menurut {indeks}."
)


def cetakan_gambaran(isi: IsiGambaran) -> Cetakan:
    """PDF gambaran; yang datanya tidak ada tidak dicetak."""
    tabel = tabel_gambaran(isi)
    semua = [_muka(isi)]
    if isi.deret:
        semua.append(_berstatus(isi, tabel))
    semua.append(_berpindah(isi, tabel))
    if isi.kecamatan:
        kecamatan = bagian("Rata-rata kecamatan", tabel=(tabel.kecamatan,))
        semua.append(kecamatan)
        semua.append(_tersebar(isi, tabel))
    if isi.terlemah:
        terlemah = bagian(tabel.terlemah.nama, tabel=(tabel.terlemah,))
        semua.append(terlemah)
    if isi.petak:
        semua += _tiap_desa(isi, tabel)
    return cetakan(isi.kepala, semua)


def _muka(isi: IsiGambaran) -> Bagian:
    """Kop dan judul, dengan rata-rata kabupaten bila ada desanya."""
    daerah = isi.kepala.dinas.daerah
    tahun = isi.kepala.tahun
    setahun = f"{daerah} Tahun {tahun}"
    judul = [isi.kepala.judul, setahun]
    rata = isi.kabupaten
    if rata:
        banyak = format_angka(rata.banyak)
        ukuran = isi.ukuran
        nilai = format_angka(rata.nilai, ukuran.desimal)
        judul.append(f"{banyak} desa, rata-rata {ukuran.nama} {nilai}")
    return bagian(judul=tuple(judul), is_berkop=True, is_sambung=False)


def _berstatus(isi: IsiGambaran, tabel: TabelGambaran) -> Bagian:
    """Status tiap tahun sebagai gambar, lalu tabelnya."""
    grafik = grafik_desa.status(isi.deret, isi.ukuran.nama)
    ukuran = isi.ukuran
    gambar = Gambar(f"Status desa menurut {ukuran.nama}", grafik)
    return bagian("Status desa", gambar=(gambar,), tabel=(tabel.status,))


def _berpindah(isi: IsiGambaran, tabel: TabelGambaran) -> Bagian:
    """Matriks, lalu nama desa yang bergeser menurut pergeserannya."""
    tahun = isi.kepala.tahun
    judul = f"Perpindahan {tahun - 1} ke {tahun}"
    if tabel.matriks is None:
        sebab = Paragraf(TANPA_PERPINDAHAN, "catatan")
        return bagian(judul, pembuka=(sebab,))
    nama: list[Paragraf] = []
    for dari, sel in pergeseran(isi.matriks):
        nama += _nama_bergeser(dari, sel)
    return bagian(judul, tabel=(tabel.matriks,), penutup=tuple(nama))


def _nama_bergeser(dari: str, sel: SelPindah) -> tuple[Paragraf, Paragraf]:
    """Arah dan banyaknya, lalu nama desanya."""
    semula = dari.title()
    menjadi = sel.ke.title()
    banyak = f"{sel.banyak} desa {sel.arah}"
    arah = f"{semula} ke {menjadi}: {banyak}"
    desa = []
    for satu in sel.desa:
        sebutan = f"{satu} ({satu.letak})"
        desa.append(sebutan)
    nama = ", ".join(desa)
    kepala = Paragraf(arah, "tebal")
    return kepala, Paragraf(f"{nama}.", "kecil")


def _tersebar(isi: IsiGambaran, tabel: TabelGambaran) -> Bagian:
    """Sebaran sebagai gambar, lalu tabelnya."""
    grafik = grafik_desa.sebaran(isi.sebaran, isi.ukuran.nama)
    ukuran = isi.ukuran
    gambar = Gambar(f"Sebaran {ukuran.nama} desa", grafik)
    return bagian("Sebaran", gambar=(gambar,), tabel=(tabel.sebaran,))


def _tiap_desa(isi: IsiGambaran, tabel: TabelGambaran) -> list[Bagian]:
    """Peta petak dengan kuncinya, lalu peringkat."""
    tahun = isi.kepala.tahun
    peta = grafik_desa.petak(isi.petak, tahun)
    gambar = Gambar(f"Status desa per kecamatan {tahun}", peta)
    indeks = isi.peringkat.ukuran.nama
    kalimat = ARTI_PETAK.format(indeks=indeks)
    arti = Paragraf(kalimat, "catatan")
    ringkas = _petak_ringkas(isi)
    return [
        bagian(
            "Desa menurut kecamatan",
            gambar=(gambar,),
            penutup=(arti,),
            is_sambung=False,
        ),
        bagian(tabel=(ringkas,), is_sambung=False),
        bagian(
            "Peringkat semua desa",
            tabel=(tabel.peringkat,),
            is_sambung=False,
        ),
    ]


def _petak_ringkas(isi: IsiGambaran) -> Tabel:
    """Nama desa tiap petak, satu baris tiap kecamatan: kunci gambarnya pada satu halaman."""
    kolom = [
        ("Kecamatan", Kolom(lebar=20)),
        ("Desa tiap petak", Kolom(lebar=140)),
    ]
    baris = []
    for kecamatan in isi.petak:
        nama = []
        for desa in kecamatan.desa:
            bernomor = f"{desa.nomor}\u00a0{desa.nama}"
            nama.append(bernomor)
        semua = ", ".join(nama)
        baris.append([kecamatan.nama, semua])
    return tabel_laporan(isi.kepala, "Desa tiap petak", kolom, baris)
