"""Profil satu desa: lembar kerjanya, dan PDF berisi tabel yang sama dengan gambarnya."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.angka import format_angka
from core.grafik import desa as grafik_desa
from core.tabel import Kolom, Rupa, Tabel
from documents.cetakan import Bagian, Cetakan, Gambar, Paragraf
from idm.laporan.dasar.lembar import (
    ANGKA,
    NAMA,
    NAMA_BARIS,
    PANJANG,
    STATUS,
    bagian,
    cetakan,
    kolom_nilai,
    tabel_laporan,
)
from idm.laporan.dasar.reports import KepalaLaporan
from idm.laporan.perencana.lembar import langkah_diketahui
from idm.laporan.profil.reports.profil import (
    BarisTabel,
    IsiProfil,
    IsiSkor,
    RiwayatUkuran,
    Ukuran,
)
from idm.reports.jalan import Jalan
from idm.reports.skor import IndeksSkor
from villages.sources import DesaSaat

SemuaBagian = list[Bagian]
SemuaTabel = tuple[Tabel, ...]
BELUM_TERCATAT = "IDM atau Indeks Desa desa ini belum tercatat."
ARTI_PERSEN = (
    "Rata-rata skor sebagai persen dari skor tertinggi, "
    "atas desa yang skornya tercatat dengan instrumen yang sama."
)
TANPA_DIMENSI = "Skor tiap indikator tidak diketahui, jadi yang tampak subindeks terbitannya."
BELUM_DIKETAHUI = "Biaya, kegiatan dan pembiaya yang tidak disebut belum diketahui."
MENUJU = "Status {status} sejak {minimal}, kurang {kurang}; inilah langkah yang paling sedikit."
KECIL = Decimal(7)


@dataclass(frozen=True)
class TabelProfil:
    """Tabel satu desa: tiap ukuran letak dan dimensinya, tiap riwayat, jalannya, dan tabel IDM."""

    letak: SemuaTabel
    dimensi: SemuaTabel
    riwayat: SemuaTabel
    jalan: Tabel | None
    skor: Tabel | None

    def lembar(self) -> list[Tabel]:
        """Satu lembar tiap tabelnya."""
        semua: list[Tabel] = []
        for pasangan in zip(self.letak, self.dimensi, strict=True):
            semua += pasangan
        semua += self.riwayat
        return [*semua, *filter(None, (self.jalan, self.skor))]


def tabel_profil(isi: IsiProfil) -> TabelProfil:
    """Tabel IDM hanya bila skornya diketahui."""
    letak = [_letak(isi.kepala, satu) for satu in isi.ukuran]
    dimensi = [_dimensi(isi, satu) for satu in isi.ukuran]
    riwayat = [_riwayat(isi.kepala, satu) for satu in isi.riwayat]
    return TabelProfil(
        letak=tuple(letak),
        dimensi=tuple(dimensi),
        riwayat=tuple(riwayat),
        jalan=_jalan(isi.kepala, isi.jalan),
        skor=tabel_skor(isi),
    )


def lembar_profil(isi: IsiProfil) -> list[Tabel]:
    """Profil satu desa: nilai dan letaknya, dimensi, riwayat, dan tabel IDM."""
    semua = tabel_profil(isi).lembar()
    if semua:
        return semua
    return [tabel_laporan(isi.kepala, "Profil", [("Belum ada data", NAMA)], [])]


def _letak(kepala: KepalaLaporan, ukuran: Ukuran) -> Tabel:
    """Nilai, status, dan letak desa di antara yang lain."""
    nama = ukuran.indeks.nama
    nilai = kolom_nilai(ukuran.indeks.desimal)
    kolom = [(nama, nilai), (f"Status {nama}", STATUS)]
    row = ukuran.row
    baris: list[Any] = [row.nilai, row.get_status_display()]
    for lingkup, letak in (("kecamatan", ukuran.kecamatan), ("kabupaten", ukuran.kabupaten)):
        kolom.append((f"Peringkat di {lingkup}", ANGKA))
        kolom.append((f"Rata-rata {lingkup}", nilai))
        baris += [f"{letak.nomor} dari {letak.banyak}", letak.rata]
    return tabel_laporan(
        kepala,
        nama,
        kolom,
        [baris],
        tebal=frozenset([0]),
        catatan=(f"{row.instrumen}.",),
        huruf=Decimal(9),
    )


def _dimensi(isi: IsiProfil, ukuran: Ukuran) -> Tabel:
    """Subindeks tebal, lalu dimensinya."""
    persen = Kolom("persen", 16)
    kolom = [
        ("Dimensi", NAMA_BARIS),
        (f"{isi.desa} (%)", persen),
        ("Rata-rata kecamatan (%)", persen),
        ("Rata-rata kabupaten (%)", persen),
    ]
    baris = []
    for dimensi in (*ukuran.sub, *ukuran.dimensi):
        baris.append([dimensi.nama, dimensi.desa, dimensi.kecamatan, dimensi.kabupaten])
    tebal = frozenset(range(len(ukuran.sub)))
    return tabel_laporan(
        isi.kepala,
        f"Dimensi {ukuran.indeks.nama}",
        kolom,
        baris,
        tebal=tebal,
        huruf=KECIL,
    )


def _riwayat(kepala: KepalaLaporan, riwayat: RiwayatUkuran) -> Tabel:
    """Tiap tahun bertautan ke hasilnya."""
    indeks = riwayat.indeks
    kolom = [
        ("Tahun", Kolom(lebar=10, is_nama=True)),
        (indeks.nama, kolom_nilai(indeks.desimal)),
        ("Perubahan", kolom_nilai(indeks.desimal, is_perubahan=True)),
        (f"Status {indeks.nama}", STATUS),
        ("Instrumen", PANJANG),
    ]
    baris = []
    rupa = {}
    for nomor, satu in enumerate(riwayat.baris):
        angka = (satu.nilai, satu.perubahan)
        baris.append([str(satu.tahun), *angka, satu.status.title(), satu.instrumen])
        rupa[nomor, 0] = Rupa(url=satu.url)
    return tabel_laporan(kepala, f"Riwayat {indeks.nama}", kolom, baris, rupa=rupa)


def _jalan(kepala: KepalaLaporan, jalan: Jalan | None) -> Tabel | None:
    """Langkah paling sedikit ke status berikutnya; `None` bila tidak ada."""
    if jalan is None or jalan.sedikit is None:
        return None
    kolom, baris = langkah_diketahui(jalan.sedikit.langkah)
    nilai = {"minimal": jalan.minimal, "kurang": jalan.kurang}
    tulisan = {nama: format_angka(satu, jalan.desimal) for nama, satu in nilai.items() if satu}
    return tabel_laporan(
        kepala,
        "Yang kurang ke status berikutnya",
        kolom,
        baris,
        catatan=(MENUJU.format(status=jalan.berikut.title(), **tulisan), BELUM_DIKETAHUI),
        is_lanskap=True,
        huruf=KECIL,
    )


SKOR = (
    ("No", Kolom("bulat", 6)),
    ("Dimensi", Kolom(lebar=20)),
    ("Indikator", Kolom(lebar=34, is_nama=True)),
    ("Skor", Kolom("bulat", 7)),
    ("Kriteria", Kolom(lebar=46)),
    ("Skor berikutnya", Kolom("bulat", 16)),
    ("Yang diminta", Kolom(lebar=46)),
)
KOLOM_INDIKATOR = 2
KOLOM_AKHIR = len(SKOR) - 1
KOSONG = ("",) * (len(SKOR) - 2)


def tabel_skor(isi: IsiSkor) -> Tabel | None:
    """Tabel IDM: tiap indeks dengan hitungannya, lalu indikatornya dan skor berikutnya.

    `None` bila skornya tidak diketahui.
    """
    if not isi.tabel:
        return None
    baris: list[list[Any]] = []
    kelompok = []
    rupa = {}
    for satu in isi.tabel:
        kelompok.append(len(baris))
        hitungan = _hitungan(satu.indeks)
        baris.append(["", hitungan, *KOSONG])
        for skor in satu.baris:
            url = skor.skor.indikator.get_absolute_url()
            rupa[len(baris), KOLOM_INDIKATOR] = Rupa(url=url)
            baris.append(_satu_skor(skor))
    gabung = [(nomor, 1, nomor, KOLOM_AKHIR) for nomor in kelompok]
    return tabel_laporan(
        isi.kepala,
        "Tabel IDM",
        SKOR,
        baris,
        tebal=frozenset(kelompok),
        gabung=gabung,
        rupa=rupa,
        is_lanskap=True,
        huruf=KECIL,
    )


def _hitungan(indeks: IndeksSkor) -> str:
    """Jumlah skor dibagi jumlah tertingginya, empat desimal."""
    nilai = format_angka(indeks.nilai, 4)
    sebutan = f"{indeks.nama} ({indeks.kode})"
    bagian_penuh = f"{indeks.jumlah} / {indeks.tertinggi}"
    return f"{sebutan}: {bagian_penuh} = {nilai}"


def _satu_skor(terurai: BarisTabel) -> list[Any]:
    """Skor tertinggi tidak punya skor berikutnya."""
    indikator = terurai.skor.indikator
    kriteria = terurai.skor.kriteria
    if kriteria is None:
        kriteria = "tidak ada pada rubrik"
    berikut = terurai.berikut
    return [
        indikator.posisi,
        indikator.dimensi,
        str(indikator),
        terurai.skor.skor,
        kriteria,
        berikut.skor if berikut else None,
        berikut.kriteria if berikut else "",
    ]


def cetakan_profil(isi: IsiProfil) -> Cetakan:
    """PDF profil: nilai dan gambarnya, lalu riwayat dan tabel IDM."""
    desa = isi.desa
    tabel = tabel_profil(isi)
    kepala = bagian(
        judul=(
            f"{isi.kepala.judul} Tahun {isi.kepala.tahun}",
            f"{desa.kode_saat}, Kecamatan {desa.letak}",
        ),
        pembuka=() if isi.ukuran else (Paragraf(BELUM_TERCATAT, "catatan"),),
        is_berkop=True,
        is_sambung=False,
    )
    semua = [kepala]
    for ukuran, letak, dimensi in zip(isi.ukuran, tabel.letak, tabel.dimensi, strict=True):
        semua.append(bagian(tabel=(letak,)))
        if ukuran.gambar:
            semua += _bergambar(ukuran, str(desa), dimensi)
    lanjutan = _lanjutan(desa, isi.kepala.tahun, tabel)
    return cetakan(isi.kepala, [*semua, *lanjutan])


def _bergambar(ukuran: Ukuran, nama: str, dimensi: Tabel) -> SemuaBagian:
    """Dimensinya sebagai batang, radar dan tabel."""
    batang = grafik_desa.banding(ukuran.gambar, "Batang dimensi", nama)
    radar = grafik_desa.radar(ukuran.gambar, "Radar dimensi", nama)
    arti = ARTI_PERSEN if ukuran.dimensi else f"{ARTI_PERSEN} {TANPA_DIMENSI}"
    return [
        bagian(gambar=(Gambar("Batang dimensi", batang),)),
        bagian(
            gambar=(Gambar("Radar dimensi", radar),),
            tabel=(dimensi,),
            is_berdampingan=True,
        ),
        bagian(pembuka=(Paragraf(arti, "catatan"),)),
    ]


def _lanjutan(desa: DesaSaat, tahun: int, tabel: TabelProfil) -> SemuaBagian:
    """Riwayat tiap ukuran, lalu jalannya dan tabel IDM di kertas lanskapnya sendiri."""
    semua = [(satu.nama, satu) for satu in tabel.riwayat]
    if tabel.jalan:
        semua.append((tabel.jalan.nama, tabel.jalan))
    if tabel.skor:
        letak = f"Kecamatan {desa.letak}, {tahun}"
        judul_skor = f"Tabel IDM {desa.jenis_saat.title()} {desa}, {letak}"
        semua.append((judul_skor, tabel.skor))
    hasil: SemuaBagian = []
    for judul, satu in semua:
        lanjutan = bagian(judul, tabel=(satu,), is_sambung=not satu.is_lanskap)
        hasil.append(lanjutan)
    return hasil
