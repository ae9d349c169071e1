"""Gambaran IDM atau Indeks Desa satu kabupaten satu tahun.

Status, perpindahan, rata-rata kecamatan, sebaran dan indikator terlemah. Banyak kueri tetap
berapa pun desanya; semua rata-rata `Decimal`, dibulatkan sekali.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet

from accounts.models import Kabupaten
from core.angka import bulatkan
from idm.laporan.dasar.reports import Isi, kepala
from idm.laporan.peringkat.reports import peringkat, petak
from idm.models import IndikatorIdm, Instrumen
from idm.reports import (
    URUTAN,
    banyak_pindah,
    deret_status,
    perpindahan,
    status_tahunan,
    tabel_status,
)
from idm.reports.jalan import rubrik
from idm.reports.status import BanyakPerArah, DesaPerArah
from idm.reports.ukuran import UKURAN_IDM, Indeks, indeks_tahun
from idm.scoring import AMBANG, SKOR_TERTINGGI, Ambang
from villages.sources import Keadaan, keadaan

Rows = QuerySet[Any]
SemuaIsi = list[Isi]
TERLEMAH = 10  # banyak indikator yang ditampilkan


@dataclass(frozen=True)
class Rata:
    """Rata-rata satu kecamatan atau kabupaten, sebanyak desimal ukurannya."""

    nama: str
    banyak: int
    nilai: Decimal
    status: dict[str, int]


def laporan(kabupaten: Kabupaten, tahun: int) -> Isi:
    """Gambaran dengan peringkat semua desa dan peta petaknya."""
    urut = peringkat(kabupaten, tahun)
    ukuran = indeks_tahun(kabupaten, tahun)
    judul = f"Gambaran {ukuran.panjang}"
    return {
        **kepala(kabupaten, judul, tahun),
        **gambaran(kabupaten, tahun),
        "peringkat": urut,
        "petak": petak(kabupaten, tahun, urut["baris"]) if urut["baris"] else [],
    }


def gambaran(kabupaten: Kabupaten, tahun: int) -> Isi:
    """Isi halaman gambaran; bagian yang datanya tidak ada kosong."""
    ukuran = indeks_tahun(kabupaten, tahun)
    semua = ukuran.model.objects.milik(kabupaten)
    rows = semua.filter(tahun=tahun).order_by()
    tiga_tahun = (tahun, tahun - 1, tahun - 2)
    tercatat = status_tahunan(kabupaten, tiga_tahun, ukuran.model)
    status = [tercatat.get(satu) for satu in tiga_tahun]
    kelompok = per_kelompok(rows, keadaan(kabupaten, tahun), ukuran)
    return {
        "tahun": tahun,
        "ukuran": ukuran,
        "banyak": sum(k.banyak for k in kelompok),
        "tabel": tabel_status(tahun, *status),
        "deret": deret_status(reversed(status)),
        "matriks": matriks_desa(kabupaten, tahun, ukuran),
        "kecamatan": per_kecamatan(kelompok, ukuran),
        "kabupaten": rata(str(kabupaten), kelompok, ukuran) if kelompok else None,
        "sebaran": sebaran(rows, ukuran),
        "terlemah": terlemah(rows, ukuran),
    }


def matriks_desa(kabupaten: Kabupaten, tahun: int, ukuran: Indeks) -> SemuaIsi:
    """Perpindahan seluruh kabupaten pada satu ukuran; kosong bila tidak diketahui."""
    banyak = banyak_pindah(kabupaten, tahun, ukuran.model)
    pindah = perpindahan(kabupaten, tahun, ukuran.model)
    return susun_matriks(banyak, pindah)


def susun_matriks(banyak: BanyakPerArah, pindah: DesaPerArah) -> SemuaIsi:
    """Satu baris per status asal; tiap sel banyaknya, dan desanya bila bergeser."""
    if not banyak:
        return []
    baris: SemuaIsi = []
    for asal in URUTAN:
        baris.append({"dari": asal.value, "sel": []})
    for satu in baris:
        for status in URUTAN:
            arah = (satu["dari"], status.value)
            satu["sel"].append(
                {
                    "ke": status.value,
                    "arah": _arah(*arah),
                    "banyak": banyak.get(arah, 0),
                    "desa": pindah.get(arah, []),
                }
            )
    return baris


def _arah(dari: str, ke: str) -> str:
    """Menurut urutan status, bukan nilai IDM."""
    nama = [s.value for s in URUTAN]
    semula = nama.index(dari)
    selisih = semula - nama.index(ke)
    if selisih == 0:
        return "tetap"
    if selisih > 0:
        return "naik"
    return "turun"


@dataclass(frozen=True)
class Kelompok:
    """Desa satu kecamatan dengan satu status: banyaknya dan jumlah IDM-nya."""

    kecamatan: str
    status: str
    banyak: int
    jumlah: Decimal


SemuaKelompok = list[Kelompok]


def per_kelompok(
    rows: Rows, saat: Mapping[int, Keadaan], ukuran: Indeks = UKURAN_IDM
) -> SemuaKelompok:
    """Menurut kecamatan tahun itu, bukan kecamatan desanya kini."""
    isi: dict[tuple[str, str], list[Decimal]] = {}
    for desa, status, nilai_desa in rows.values_list("desa", "status", ukuran.kolom):
        kecamatan = saat[desa].kecamatan
        sekelompok = isi.setdefault((kecamatan, status), [])
        sekelompok.append(nilai_desa)
    kelompok = []
    for (kecamatan, status), nilai in isi.items():
        jumlah = sum(nilai, Decimal(0))
        kelompok.append(
            Kelompok(
                kecamatan=kecamatan,
                status=status,
                banyak=len(nilai),
                jumlah=jumlah,
            )
        )
    return kelompok


def rata(nama: str, kelompok: SemuaKelompok, ukuran: Indeks = UKURAN_IDM) -> Rata:
    """Rata-rata beberapa kelompok, dibulatkan sekali."""
    status = {s.value: 0 for s in URUTAN}
    jumlah = Decimal(0)
    for satu in kelompok:
        status[satu.status] += satu.banyak
        jumlah += satu.jumlah
    banyak = sum(status.values())
    return Rata(
        nama=nama,
        banyak=banyak,
        nilai=bulatkan(jumlah / banyak, ukuran.desimal),
        status=status,
    )


def per_kecamatan(kelompok: SemuaKelompok, ukuran: Indeks = UKURAN_IDM) -> list[Rata]:
    """Kecamatan menurut rata-ratanya, yang tertinggi di atas."""
    per_nama: dict[str, SemuaKelompok] = {}
    for satu in kelompok:
        per_nama.setdefault(satu.kecamatan, []).append(satu)
    hasil = []
    for nama, anggota in per_nama.items():
        hasil.append(rata(nama, anggota, ukuran))
    hasil.sort(key=lambda satu: satu.nama)
    hasil.sort(key=lambda satu: satu.nilai, reverse=True)
    return hasil


def sebaran(rows: Rows, ukuran: Indeks = UKURAN_IDM) -> SemuaIsi:
    """Banyak desa per selang ukurannya; tiap selang memuat tepi bawahnya.

    Basis data menghitung per nilai.
    """
    lebar = ukuran.selang
    hitung: Counter[int] = Counter()
    for nilai, banyak in rows.values_list(ukuran.kolom).annotate(Count("pk")):
        hitung[int(nilai / lebar)] += banyak
    if not hitung:
        return []
    ambang = _ambang(rows, ukuran)
    selang = range(min(hitung), max(hitung) + 1)
    hasil = []
    for letak in selang:
        hasil.append(
            {
                "dari": letak * lebar,
                "sampai": (letak + 1) * lebar,
                "banyak": hitung[letak],
                "ambang": ambang.get(letak, ""),
            }
        )
    return hasil


def _ambang(rows: Rows, ukuran: Indeks) -> dict[int, str]:
    """Status yang dimulai di dalam tiap selang, menurut instrumen terbanyak."""
    batas_semua: Ambang = AMBANG
    if ukuran.is_poin:
        instrumen = _terbanyak(rows)
        if instrumen:
            batas_semua = instrumen.ambang()
    hasil = {}
    for batas, status in batas_semua:
        selang = int(batas / ukuran.selang)
        hasil[selang] = status.value
    return hasil


def _terbanyak(rows: Rows) -> Instrumen | None:
    """Instrumen yang dipakai desa terbanyak; `None` tanpa desa."""
    per_instrumen = rows.values_list("instrumen").annotate(n=Count("pk"))
    terbanyak = per_instrumen.order_by("-n", "instrumen").first()
    if terbanyak is None:
        return None
    nomor, _ = terbanyak
    return Instrumen.objects.get(pk=nomor)


def terlemah(rows: Rows, ukuran: Indeks = UKURAN_IDM) -> SemuaIsi:
    """Indikator atau aspek dengan rata-rata skor terendah.

    Atas desa yang skornya diketahui pada instrumen terbanyak.
    """
    berskor = rows.exclude(**{ukuran.deret: ""})
    instrumen = _terbanyak(berskor)
    if instrumen is None:
        return []
    sama = berskor.filter(instrumen=instrumen)
    deret = sama.values_list(ukuran.deret, flat=True)
    per_posisi = zip(*deret, strict=False)
    pasangan = zip(rubrik(instrumen), per_posisi, strict=False)
    hasil = []
    for indikator, aksara in pasangan:
        banyak = Counter(aksara)
        hasil.append(_skor_indikator(indikator, banyak))
    hasil.sort(key=_rata_lalu_posisi)
    return hasil[:TERLEMAH]


def _rata_lalu_posisi(satu: Isi) -> tuple[Decimal, int]:
    """Yang terlemah di depan."""
    return satu["rata"], satu["indikator"].posisi


def _skor_indikator(indikator: IndikatorIdm, banyak: Counter[str]) -> Isi:
    """Rata-rata skor satu indikator, dan banyak desa pada tiap skornya."""
    jumlah = 0
    for skor, banyak_desa in banyak.items():
        jumlah += int(skor) * banyak_desa
    rata_persis = Decimal(jumlah) / banyak.total()
    rata_skor = bulatkan(rata_persis, 2)
    dari_tertinggi = range(SKOR_TERTINGGI, -1, -1)
    return {
        "indikator": indikator,
        "rata": rata_skor,
        "persen": rata_skor / SKOR_TERTINGGI * 100,
        "sebaran": [(skor, banyak[str(skor)]) for skor in dari_tertinggi],
    }
