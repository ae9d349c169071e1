"""Tabel, gambar dan cetakan APBDes: satu uraian bagi layar, lembar kerja dan PDF."""

from collections.abc import Callable, Sequence
from typing import Any

from django.urls import reverse

from core.grafik import WARNA, Deret
from core.grafik.dua import DuaLebar, dua_lebar
from core.grafik.lajur import Lajur, lajur
from core.kaki import SEBAGIAN, bertanda
from core.tabel import Kepala, Kolom, Rupa, Tabel, tabel_polos
from documents.cetakan import Bagian, Cetakan
from documents.kepala import kepala_laporan
from villages.reports.apbdes import (
    UTAMA,
    IsiApbdes,
    JumlahWilayah,
    PerKode,
    Pohon,
    SemuaRekening,
    Uang,
)

NAMA = Kolom(lebar=26, is_nama=True)
REKENING = Kolom(lebar=44, is_nama=True)
KODE = Kolom(lebar=15)
LETAK = Kolom(lebar=20)
MENGISI = Kolom(lebar=13)
BANYAK = Kolom("bulat", 7)
UANG = Kolom("rupiah", 17)
PERSEN = Kolom("persen", 8)
BAGIAN_UANG = ("Anggaran", "Realisasi", "%")
KOLOM_UANG = (UANG, UANG, PERSEN)
BERUANG = tuple(zip(BAGIAN_UANG, KOLOM_UANG, strict=True))
DERET = (Deret("Pendapatan", (), WARNA[1]), Deret("Belanja", (), WARNA[2]))
PELAKSANAAN = "Pelaksanaan"
ARTI_JUMLAH = (
    "Jumlah wilayah memuat desa yang diketahui saja; persennya kosong bila anggaran dan "
    "realisasinya bukan dari desa yang sama."
)
TANPA_ISI = "Belum ada rekening yang berisi."
SemuaKolom = Sequence[tuple[str, Kolom]]  # nama dan uraiannya
Sebaris = list[Any]
Rupanya = dict[tuple[int, int], Rupa]
Uangnya = Callable[[str], Uang]  # dari kode rekeningnya


def sel_uang(uang: Uang) -> Sebaris:
    """Anggaran, realisasi dan persennya."""
    return [uang.anggaran, uang.realisasi, uang.persen]


def tabel_kecamatan(isi: IsiApbdes) -> Tabel:
    """Satu baris tiap kecamatan, lalu jumlahnya."""
    kolom = [("Kecamatan", NAMA), ("Desa mengisi", MENGISI)]
    baris = []
    rupa: Rupanya = {}
    for nomor, satu in enumerate(isi.kecamatan):
        uang = _semua_uang(satu.uang)
        tampak = bertanda(satu.nama, satu.berisi > 0 and satu.is_sebagian)
        baris.append([tampak, satu.mengisi, *uang])
        alamat = alamat_kecamatan(isi, satu)
        rupa[nomor, 0] = Rupa(url=alamat)
    return _tabel_utama("Per kecamatan", isi, kolom, baris, rupa)


def tabel_desa(isi: IsiApbdes) -> Tabel:
    """Satu baris tiap desa, lalu jumlahnya; yang belum mengisi kosong."""
    kolom = [("Kode", KODE), ("Desa", NAMA), ("Kecamatan", LETAK)]
    baris = []
    rupa: Rupanya = {}
    for nomor, satu in enumerate(isi.jumlah.desa):
        desa = satu.desa
        uang = _semua_uang(satu.rekening)
        baris.append([desa.kode_saat, desa.nama_saat, desa.letak, *uang])
        alamat = reverse("villages:apbdes_desa", args=[desa.pk])
        rupa[nomor, 1] = Rupa(url=f"{alamat}?tahun={isi.tahun}")
    return _tabel_utama("Per desa", isi, kolom, baris, rupa)


def alamat_kecamatan(isi: IsiApbdes, satu: JumlahWilayah) -> str:
    """Halaman ini bagi satu kecamatan."""
    alamat = reverse("villages:apbdes")
    return f"{alamat}?tahun={isi.tahun}&kecamatan={satu.nomor}"


def _semua_uang(uang: Uangnya) -> Sebaris:
    """Pendapatan, belanja, pembiayaan."""
    hasil: Sebaris = []
    for kode in UTAMA:
        milik = uang(kode)
        hasil += sel_uang(milik)
    return hasil


def _tabel_utama(
    nama: str,
    isi: IsiApbdes,
    depan: SemuaKolom,
    baris: list[Sebaris],
    rupa: Rupanya,
) -> Tabel:
    """Kolom `depan`, lalu tiga kolom tiap rekening teratas; baris terakhirnya jumlah."""
    jumlah = isi.jumlah
    kurang = SEBAGIAN if jumlah.is_sebagian else ""
    catatan = [ARTI_JUMLAH]
    tebal = set()
    if baris:
        tebal.add(len(baris))
        sisa = [""] * (len(depan) - 2)
        uang = _semua_uang(jumlah.uang)
        baris.append([bertanda("Jumlah", kurang), jumlah.mengisi, *sisa, *uang])
    if kurang:
        catatan.append(kurang)
    return Tabel(
        nama,
        [*(kolom for _, kolom in depan), *(KOLOM_UANG * len(UTAMA))],
        _kepala_utama(isi, depan),
        baris,
        judul=_judul(isi, nama),
        tebal=frozenset(tebal),
        kertas="F4",
        is_lanskap=True,
        catatan=catatan,
        kosong="Belum ada desa pada tahun ini.",
        rupa=rupa,
    )


def _kepala_utama(isi: IsiApbdes, depan: SemuaKolom) -> list[list[Kepala]]:
    """Nama rekening teratas di atas ketiga kolomnya."""
    atas = []
    bawah = []
    for teks, kolom in depan:
        tegak = Kepala(teks, tinggi=2, rata=kolom.rata)
        atas.append(tegak)
    for kode in UTAMA:
        nama = isi.pohon.nama(kode)
        datar = Kepala(nama, lebar=len(BAGIAN_UANG))
        atas.append(datar)
        for teks in BAGIAN_UANG:
            anak = Kepala(teks, rata="kanan")
            bawah.append(anak)
    return [atas, bawah]


def _judul(isi: IsiApbdes, nama: str) -> tuple[str, ...]:
    """Kop lembar kerjanya."""
    daerah = f"Pemerintah {isi.dinas.daerah}"
    judul = f"{isi.judul} Tahun {isi.tahun}"
    return daerah, isi.dinas.nama, judul, nama


def tabel_rekening(isi: IsiApbdes) -> Tabel:
    """Jumlah tiap rekening yang berisi, dengan banyak desanya."""
    nama = "Per rekening"
    jumlah = isi.jumlah
    baris = []
    tebal = set()
    for satu in isi.pohon.semua:
        banyak = jumlah.banyak(satu.kode)
        if not banyak:
            continue
        if satu.induk_id is None:
            tebal.add(len(baris))
        uang = jumlah.uang(satu.kode)
        tampak = bertanda(satu.nama, jumlah.is_kurang(satu.kode))
        baris.append([satu.kode, tampak, banyak, *sel_uang(uang)])
    kolom = [("Kode", KODE), ("Rekening", REKENING), ("Desa", BANYAK), *BERUANG]
    judul = _judul(isi, nama)
    catatan = [ARTI_JUMLAH]
    if isi.kurang:
        catatan.append(SEBAGIAN)
    return tabel_polos(
        nama,
        kolom,
        baris,
        tebal=frozenset(tebal),
        judul=judul,
        catatan=tuple(catatan),
        kosong=TANPA_ISI,
    )


def tabel_panel(pohon: Pohon, uang: PerKode) -> dict[str, Tabel]:
    """Panel satu desa: pelaksanaan, lalu rincian tiap rekening teratas."""
    panel = {PELAKSANAAN: _panel(PELAKSANAAN, pohon.teratas, uang)}
    for satu in pohon.teratas:
        rincian = pohon.rincian_dari(satu.kode)
        panel[satu.nama] = _panel(satu.nama, rincian, uang)
    return panel


def _panel(nama: str, rekening: SemuaRekening, uang: PerKode) -> Tabel:
    """Rekening yang berisi saja."""
    baris = []
    for satu in rekening:
        if satu.kode in uang:
            milik = sel_uang(uang[satu.kode])
            baris.append([satu.nama, *milik])
    return tabel_polos(nama, [("Rekening", NAMA), *BERUANG], baris, kosong=TANPA_ISI)


def gambar_kecamatan(isi: IsiApbdes) -> DuaLebar:
    """Persen realisasi pendapatan dan belanja tiap kecamatan yang sudah mengisi."""
    judul = "Realisasi pendapatan dan belanja desa tiap kecamatan"
    pendapatan, belanja, _ = UTAMA
    baris = []
    for satu in isi.kecamatan:
        if not satu.berisi:
            continue
        masuk = satu.uang(pendapatan)
        keluar = satu.uang(belanja)
        alamat = alamat_kecamatan(isi, satu)
        milik = Lajur(satu.nama, (masuk.persen, keluar.persen), alamat)
        baris.append(milik)
    return dua_lebar(lambda lebar: lajur(judul, baris, DERET, lebar=lebar))


def gambar_desa(pohon: Pohon, uang: PerKode) -> DuaLebar:
    """Persen realisasi rekening teratas satu desa."""
    baris = []
    for satu in pohon.teratas:
        milik = uang.get(satu.kode)
        if milik:
            batang = Lajur(satu.nama, (milik.persen,))
            baris.append(batang)
    return dua_lebar(lambda lebar: lajur("Realisasi APBDes", baris, lebar=lebar))


def lembar_apbdes(isi: IsiApbdes) -> list[Tabel]:
    """Kecamatan, desa, rekening: satu lembar masing-masing."""
    return [tabel_kecamatan(isi), tabel_desa(isi), tabel_rekening(isi)]


def cetakan_apbdes(isi: IsiApbdes) -> Cetakan:
    """PDF ketiga tabelnya; bukan naskah bertanda tangan."""
    bagian = []
    for satu in lembar_apbdes(isi):
        is_pertama = not bagian
        milik = Bagian(
            judul=(isi.judul, f"Tahun {isi.tahun}") if is_pertama else (),
            anak_judul="" if is_pertama else satu.nama,
            tabel=(satu,),
            is_berkop=is_pertama,
            is_bertanda_tangan=False,
        )
        bagian.append(milik)
    kepala = kepala_laporan(isi.judul, isi.tahun, isi.dinas)
    return Cetakan(kepala=kepala, bagian=tuple(bagian), cap=None)
