"""Tabel, gambar dan cetakan APBDes: satu uraian bagi layar, lembar kerja dan PDF."""

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse

from core.grafik import WARNA, Deret
from core.grafik.dua import DuaLebar, dua_lebar
from core.grafik.lajur import Lajur, lajur
from core.kaki import SEBAGIAN, bertanda
from core.tabel import Kepala, Kolom, Rupa, Tabel
from documents.cetakan import Bagian, Cetakan
from documents.kepala import KepalaNaskah
from villages.models import RekeningDesa
from villages.reports.apbdes import (
    KOSONG,
    UTAMA,
    JumlahWilayah,
    IsiApbdes,
    PerKode,
    Pohon,
    Uang,
)

NAMA = Kolom(lebar=26, is_nama=True)
UANG = Kolom("rupiah", 17)
PERSEN = Kolom("persen", 8)
BAGIAN_UANG = ("Anggaran", "Realisasi", "%")
KOLOM_UANG = (UANG, UANG, PERSEN)
DERET = (Deret("Pendapatan", (), WARNA[1]), Deret("Belanja", (), WARNA[2]))
PELAKSANAAN = "Pelaksanaan"
Sebaris = list[Any]
Rupanya = dict[tuple[int, int], Rupa]
Uangnya = Callable[[str], Uang]  # dari kode rekeningnya


def sel_uang(uang: Uang) -> Sebaris:
    """Anggaran, realisasi dan persennya."""
    return [uang.anggaran, uang.realisasi, uang.persen]


def tabel_kecamatan(isi: IsiApbdes) -> Tabel:
    """Satu baris tiap kecamatan, lalu jumlahnya."""
    baris = [_baris_wilayah(satu) for satu in isi.kecamatan]
    rupa: Rupanya = {}
    for nomor, satu in enumerate(isi.kecamatan):
        rupa[nomor, 0] = Rupa(url=alamat_kecamatan(isi, satu))
    return _tabel_utama(
        "Per kecamatan",
        isi,
        [("Kecamatan", NAMA), ("Desa mengisi", Kolom(lebar=13))],
        baris,
        rupa,
    )


def tabel_desa(isi: IsiApbdes) -> Tabel:
    """Satu baris tiap desa, lalu jumlahnya; yang belum mengisi kosong."""
    baris = []
    rupa: Rupanya = {}
    for nomor, satu in enumerate(isi.jumlah.desa):
        desa = satu.desa
        uang = _semua_uang(lambda kode, milik=satu.uang: milik.get(kode, KOSONG))
        baris.append([desa.kode_saat, desa.nama_saat, desa.letak, *uang])
        rupa[nomor, 1] = Rupa(
            url=f"{reverse('villages:apbdes_desa', args=[desa.pk])}?tahun={isi.tahun}"
        )
    return _tabel_utama(
        "Per desa",
        isi,
        [("Kode", Kolom(lebar=15)), ("Desa", NAMA), ("Kecamatan", Kolom(lebar=20))],
        baris,
        rupa,
    )


def alamat_kecamatan(isi: IsiApbdes, satu: JumlahWilayah) -> str:
    """Halaman ini bagi satu kecamatan."""
    return f"{reverse('villages:apbdes')}?tahun={isi.tahun}&kecamatan={satu.nomor}"


def _baris_wilayah(satu: JumlahWilayah) -> Sebaris:
    mengisi = f"{satu.berisi} dari {len(satu.desa)}"
    return [satu.nama, mengisi, *_semua_uang(satu.uang)]


def _semua_uang(uang: Uangnya) -> Sebaris:
    """Pendapatan, belanja, pembiayaan."""
    hasil: Sebaris = []
    for kode in UTAMA:
        hasil += sel_uang(uang(kode))
    return hasil


def _tabel_utama(
    nama: str,
    isi: IsiApbdes,
    depan: list[tuple[str, Kolom]],
    baris: list[Sebaris],
    rupa: Rupanya,
) -> Tabel:
    """Kolom `depan`, lalu tiga kolom tiap rekening teratas; baris terakhirnya jumlah."""
    jumlah = isi.jumlah
    kurang = SEBAGIAN if jumlah.is_sebagian and jumlah.berisi else ""
    kosong = [""] * (len(depan) - 1)
    if baris:
        kosong[0] = f"{jumlah.berisi} dari {len(jumlah.desa)}"
        baris = [*baris, [bertanda("Jumlah", kurang), *kosong, *_semua_uang(jumlah.uang)]]
    atas = [Kepala(teks, tinggi=2, rata=k.rata) for teks, k in depan]
    bawah = []
    for satu in isi.pohon.teratas:
        atas.append(Kepala(satu.nama, lebar=len(BAGIAN_UANG)))
        bawah += [Kepala(teks, rata="kanan") for teks in BAGIAN_UANG]
    return Tabel(
        nama,
        [*(k for _, k in depan), *(KOLOM_UANG * len(UTAMA))],
        [atas, bawah],
        baris,
        judul=_judul(isi, nama),
        tebal=frozenset([len(baris) - 1]) if baris else frozenset(),
        kertas="F4",
        is_lanskap=True,
        catatan=(kurang,) if kurang else (),
        kosong="Belum ada desa pada tahun ini.",
        rupa=rupa,
    )


def _judul(isi: IsiApbdes, nama: str) -> tuple[str, ...]:
    return (
        f"Pemerintah {isi.dinas.daerah}",
        isi.dinas.nama,
        f"{isi.judul} Tahun {isi.tahun}",
        nama,
    )


def tabel_rekening(isi: IsiApbdes) -> Tabel:
    """Jumlah tiap rekening yang berisi, dengan banyak desanya."""
    jumlah = isi.jumlah
    baris = []
    berisi = [satu for satu in isi.pohon.semua if jumlah.banyak(satu.kode)]
    for satu in berisi:
        uang = sel_uang(jumlah.uang(satu.kode))
        baris.append([satu.kode, satu.nama, jumlah.banyak(satu.kode), *uang])
    kolom = [
        ("Kode", Kolom(lebar=8)),
        ("Rekening", Kolom(lebar=44, is_nama=True)),
        ("Desa", Kolom("bulat", 7)),
        *zip(BAGIAN_UANG, KOLOM_UANG, strict=True),
    ]
    return _tabel_rekening("Per rekening", kolom, baris, berisi, judul=_judul(isi, "Per rekening"))


def _tabel_rekening(
    nama: str,
    kolom: list[tuple[str, Kolom]],
    baris: list[Sebaris],
    rekening: list[RekeningDesa],
    **lain: Any,
) -> Tabel:
    """Baris rekening; yang teratas tebal."""
    teratas = [nomor for nomor, satu in enumerate(rekening) if satu.induk_id is None]
    return Tabel(
        nama,
        [k for _, k in kolom],
        [[Kepala(teks, rata=k.rata) for teks, k in kolom]],
        baris,
        tebal=frozenset(teratas),
        kosong="Belum ada rekening yang berisi.",
        **lain,
    )


def tabel_panel(pohon: Pohon, uang: PerKode) -> dict[str, Tabel]:
    """Panel satu desa: pelaksanaan, lalu rincian tiap rekening teratas."""
    panel = {PELAKSANAAN: _panel(PELAKSANAAN, pohon.teratas, uang)}
    for satu in pohon.teratas:
        rincian = [milik for milik in pohon.rincian if milik.kode.startswith(satu.kode)]
        panel[satu.nama] = _panel(satu.nama, rincian, uang)
    return panel


def _panel(nama: str, rekening: Iterable[RekeningDesa], uang: PerKode) -> Tabel:
    """Rekening yang berisi saja."""
    berisi = [satu for satu in rekening if satu.kode in uang]
    baris = []
    for satu in berisi:
        baris.append([satu.nama, *sel_uang(uang[satu.kode])])
    kolom = [("Rekening", NAMA), *zip(BAGIAN_UANG, KOLOM_UANG, strict=True)]
    return _tabel_rekening(nama, kolom, baris, [])


def gambar_kecamatan(isi: IsiApbdes) -> DuaLebar:
    """Persen realisasi pendapatan dan belanja tiap kecamatan yang sudah mengisi."""
    baris = []
    for satu in isi.kecamatan:
        if satu.berisi:
            persen = (satu.uang("4").persen, satu.uang("5").persen)
            baris.append(Lajur(satu.nama, persen, alamat_kecamatan(isi, satu)))
    judul = "Realisasi pendapatan dan belanja desa tiap kecamatan"
    return dua_lebar(lambda lebar: lajur(judul, baris, DERET, lebar=lebar))


def gambar_desa(pohon: Pohon, uang: PerKode) -> DuaLebar:
    """Persen realisasi rekening teratas satu desa."""
    baris = []
    for satu in pohon.teratas:
        if satu.kode in uang:
            baris.append(Lajur(satu.nama, (uang[satu.kode].persen,)))
    return dua_lebar(lambda lebar: lajur("Realisasi APBDes", baris, lebar=lebar))


def lembar_apbdes(isi: IsiApbdes) -> list[Tabel]:
    """Kecamatan, desa, rekening: satu lembar masing-masing."""
    return [tabel_kecamatan(isi), tabel_desa(isi), tabel_rekening(isi)]


def cetakan_apbdes(isi: IsiApbdes) -> Cetakan:
    """PDF ketiga tabelnya; bukan naskah bertanda tangan."""
    pertama, *lain = lembar_apbdes(isi)
    judul = (isi.judul, f"Tahun {isi.tahun}")
    bagian = [Bagian(judul=judul, tabel=(pertama,), is_berkop=True, is_bertanda_tangan=False)]
    for satu in lain:
        bagian.append(Bagian(anak_judul=satu.nama, tabel=(satu,), is_bertanda_tangan=False))
    kepala = KepalaNaskah(
        judul=isi.judul,
        tahun=isi.tahun,
        nomor="",
        tanggal=None,
        dinas=isi.dinas,
        penanda_tangan=None,
    )
    return Cetakan(kepala=kepala, bagian=tuple(bagian), cap=None)
