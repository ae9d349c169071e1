"""Lembar uji satu naskah: uji yang berjalan, temuannya, dan tanggapan atasnya."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.text import capfirst

from core.display import tulisan_dari
from core.tabel import Kepala as Sel
from core.tabel import Kolom, Tabel
from documents.cetakan import Bagian, Cetakan, Paragraf
from documents.kepala import KepalaNaskah
from documents.lembar.naskah import judul as judul_naskah
from documents.models import Naskah, TanggapanTemuan
from documents.reports.kepala import kepala
from documents.reports.temuan import Ditanggapi, KeadaanTemuan
from documents.uji import Pemeriksaan, Temuan

Isi = list[Any]  # nilai sebaris
JUDUL = "Lembar Uji"
KETERANGAN = (
    "Fakta ialah satu perbandingan: satu angka, satu baris atau satu kalimat terhadap hasil "
    "hitungnya. Yang tidak dapat dihitung tidak dibandingkan."
)
MENAHAN = "menahan"
SELESAI = "selesai: tidak ditemukan lagi"
KOLOM_UJI = (
    ("Kelas", Kolom(lebar=8)),
    ("Maksudnya", Kolom(lebar=32)),
    ("Yang dibandingkan", Kolom(lebar=72)),
    ("Fakta", Kolom("bulat", 10, is_jumlah=True)),
    ("Temuan", Kolom("bulat", 10, is_jumlah=True)),
)
KOLOM_TEMUAN = (
    ("Kelas", Kolom(lebar=8)),
    ("Tempat", Kolom(lebar=34)),
    ("Temuan", Kolom(lebar=44)),
    ("Tercetak", Kolom(lebar=20)),
    ("Dihitung", Kolom(lebar=20)),
    ("Keadaan", Kolom(lebar=16)),
    ("Penjelasan", Kolom(lebar=34)),
    ("Putusan", Kolom(lebar=30)),
)
KOLOM_CATATAN = (
    ("Tempat", Kolom(lebar=50)),
    ("Catatan sumber", Kolom(lebar=110)),
)


def tabel_uji(naskah: Naskah, keadaan: KeadaanTemuan) -> tuple[Tabel, ...]:
    """Ketiga tabel sebagai lembar kerja; tanpa catatan sumber, dua."""
    judul = judul_naskah(_kepala(naskah))
    semua = (tabel_pemeriksaan(keadaan, judul), _temuan(keadaan, judul))
    if not keadaan.catatan:
        return semua
    return (*semua, _catatan(keadaan, judul))


def cetakan_uji(naskah: Naskah, keadaan: KeadaanTemuan) -> Cetakan:
    """PDF lembar uji; bukan bagian naskah yang ditandatangani."""
    kop = _kepala(naskah)
    status = f"{naskah}. Status: {naskah.get_status_display()}."
    uji = Bagian(
        judul=tuple(judul_naskah(kop)),
        pembuka=(Paragraf(status), Paragraf(KETERANGAN, "catatan")),
        tabel=(tabel_pemeriksaan(keadaan),),
        is_bertanda_tangan=False,
    )
    temuan = Bagian(
        anak_judul="Temuan dan tanggapannya",
        tabel=(_temuan(keadaan),),
        is_bertanda_tangan=False,
        is_sambung=True,
    )
    if not keadaan.catatan:
        return Cetakan(kop, (uji, temuan), None)
    catatan = Bagian(
        anak_judul="Catatan sumber",
        tabel=(_catatan(keadaan),),
        is_bertanda_tangan=False,
        is_sambung=True,
    )
    return Cetakan(kop, (uji, temuan, catatan), None)


def _kepala(naskah: Naskah) -> KepalaNaskah:
    """Kepala naskahnya dengan judul lembar ini."""
    return KepalaNaskah(**kepala(naskah, f"{JUDUL} {naskah.judul}"))


def tabel_pemeriksaan(keadaan: KeadaanTemuan, judul: Sequence[str] = ()) -> Tabel:
    """Tiap uji yang berjalan, juga yang tidak menemukan apa-apa."""
    return Tabel(
        "Uji",
        [kolom for _, kolom in KOLOM_UJI],
        [[Sel(nama) for nama, _ in KOLOM_UJI]],
        [_satu_uji(satu) for satu in keadaan.pemeriksaan],
        judul=judul,
        jumlah="Jumlah",
        is_lanskap=True,
        kosong="Naskah ini tidak memuat angka yang diuji.",
    )


def _satu_uji(satu: Pemeriksaan) -> Isi:
    return [
        satu.kelas,
        satu.nama_kelas.capitalize(),
        capfirst(satu.dibandingkan),
        satu.banyak,
        len(satu.temuan),
    ]


def _temuan(keadaan: KeadaanTemuan, judul: Sequence[str] = ()) -> Tabel:
    """Yang menahan lebih dahulu; yang sudah selesai di belakang."""
    baris = []
    for satu in (*keadaan.menahan, *keadaan.peringatan):
        baris.append(_ditemukan(satu))
    baris += [_selesai(row) for row in keadaan.selesai]
    return Tabel(
        "Temuan",
        [kolom for _, kolom in KOLOM_TEMUAN],
        [[Sel(nama) for nama, _ in KOLOM_TEMUAN]],
        baris,
        judul=judul,
        is_lanskap=True,
        kosong="Tidak ada temuan pada yang diperiksa.",
        huruf=Decimal(7),
    )


def _catatan(keadaan: KeadaanTemuan, judul: Sequence[str] = ()) -> Tabel:
    """Yang lain pada dokumen lama; tidak tercetak pada naskahnya."""
    return Tabel(
        "Catatan sumber",
        [kolom for _, kolom in KOLOM_CATATAN],
        [[Sel(nama) for nama, _ in KOLOM_CATATAN]],
        [list(satu) for satu in keadaan.catatan],
        judul=judul,
        is_lanskap=True,
        huruf=Decimal(7),
    )


def _ditemukan(satu: Ditanggapi) -> Isi:
    keadaan = satu.keadaan.value
    if satu.temuan.is_blocking:
        keadaan = MENAHAN
    row = satu.tanggapan or satu.lama
    return _sebaris(satu.temuan, keadaan, row)


def _selesai(row: TanggapanTemuan) -> Isi:
    return _sebaris(row, SELESAI, row)


def _sebaris(temuan: Temuan | TanggapanTemuan, keadaan: str, row: TanggapanTemuan | None) -> Isi:
    """Temuannya, kini atau sebagaimana dahulu ditanggapi."""
    penjelasan, putusan = _tanggapan(row)
    return [
        temuan.kelas,
        temuan.tempat,
        temuan.pesan,
        temuan.tercetak,
        temuan.dihitung,
        keadaan,
        penjelasan,
        putusan,
    ]


def _tanggapan(row: TanggapanTemuan | None) -> tuple[str, str]:
    """Penjelasan dan putusannya, dengan orang dan waktunya."""
    if row is None:
        return "", ""
    penjelasan = _oleh(row.alasan, row.answered_by, row.answered_at)
    if row.judged_by is None:
        return penjelasan, ""
    putusan = f"{row.get_putusan_display()}. {row.catatan}".strip()
    return penjelasan, _oleh(putusan, row.judged_by, row.judged_at)


def _oleh(isi: str, orang: Any, waktu: Any) -> str:
    return f"{isi}\n{orang}, {tulisan_dari(waktu)}"
