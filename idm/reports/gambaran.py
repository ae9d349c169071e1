"""Gambaran IDM satu kabupaten satu tahun: status, perpindahan, rata-rata kecamatan, sebaran, indikator terlemah.

Banyak kueri tetap berapa pun desanya; semua rata-rata `Decimal`, dibulatkan sekali.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet

from accounts.models import Kabupaten
from core.angka import bulatkan
from idm.models import IdmDesa, Instrumen
from idm.reports import URUTAN, banyak_pindah, deret_status, perpindahan, status_tahun, tabel_status
from idm.reports.jalan import rubrik
from idm.scoring import AMBANG, DESIMAL, SKOR_TERTINGGI
from villages.sources import Keadaan, keadaan

TERLEMAH = 10  # banyak indikator yang ditampilkan
SELANG = Decimal("0.05")  # lebar kelas sebaran


@dataclass(frozen=True)
class Rata:
    """Rata-rata IDM satu kecamatan atau kabupaten, empat desimal."""

    nama: str
    banyak: int
    idm: Decimal
    status: dict[str, int]


def gambaran(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """Isi halaman gambaran; bagian yang datanya tidak ada kosong."""
    rows = IdmDesa.objects.milik(kabupaten).filter(tahun=tahun).order_by()
    status = [status_tahun(kabupaten, t) for t in (tahun, tahun - 1, tahun - 2)]
    kelompok = _kelompok(rows, keadaan(kabupaten, tahun))
    return {
        "tahun": tahun,
        "banyak": sum(k.banyak for k in kelompok),
        "tabel": tabel_status(tahun, *status),
        "deret": deret_status(reversed(status)),
        "matriks": matriks_desa(kabupaten, tahun),
        "kecamatan": per_kecamatan(kelompok),
        "kabupaten": rata(str(kabupaten), kelompok) if kelompok else None,
        "sebaran": sebaran(rows),
        "terlemah": terlemah(rows),
    }


def matriks_desa(kabupaten: Kabupaten, tahun: int) -> list[dict[str, Any]]:
    """Satu baris per status asal; tiap sel banyaknya, dan desanya bila bergeser. Kosong bila tidak diketahui."""
    banyak, pindah = banyak_pindah(kabupaten, tahun), perpindahan(kabupaten, tahun)
    if not banyak:
        return []
    nama = [s.value for s in URUTAN]
    return [
        {
            "dari": dari,
            "sel": [
                {
                    "ke": ke,
                    "arah": _arah(dari, ke),
                    "banyak": banyak.get((dari, ke), 0),
                    "desa": pindah.get((dari, ke), []),
                }
                for ke in nama
            ],
        }
        for dari in nama
    ]


def _arah(dari: str, ke: str) -> str:
    nama = [s.value for s in URUTAN]
    selisih = nama.index(dari) - nama.index(ke)
    return "naik" if selisih > 0 else "turun" if selisih < 0 else "tetap"


@dataclass(frozen=True)
class _Kelompok:
    """Desa satu kecamatan dengan satu status: banyaknya dan jumlah IDM-nya."""

    kecamatan: str
    status: str
    banyak: int
    jumlah: Decimal


def _kelompok(rows: QuerySet[IdmDesa], saat: Mapping[int, Keadaan]) -> list[_Kelompok]:
    """Menurut kecamatan tahun itu, bukan kecamatan desanya kini."""
    isi: dict[tuple[str, str], list[Decimal]] = {}
    for desa, status, idm in rows.values_list("desa", "status", "idm"):
        isi.setdefault((saat[desa].kecamatan, status), []).append(idm)
    return [_Kelompok(*kunci, len(nilai), sum(nilai, Decimal(0))) for kunci, nilai in isi.items()]


def rata(nama: str, kelompok: list[_Kelompok]) -> Rata:
    banyak = sum(k.banyak for k in kelompok)
    status = {s.value: sum(k.banyak for k in kelompok if k.status == s.value) for s in URUTAN}
    jumlah = sum((k.jumlah for k in kelompok), Decimal(0))
    return Rata(nama, banyak, bulatkan(jumlah / banyak, DESIMAL), status)


def per_kecamatan(kelompok: list[_Kelompok]) -> list[Rata]:
    """Kecamatan menurut rata-rata IDM, yang tertinggi di atas."""
    per_nama: dict[str, list[_Kelompok]] = {}
    for k in kelompok:
        per_nama.setdefault(k.kecamatan, []).append(k)
    hasil = [rata(nama, anggota) for nama, anggota in per_nama.items()]
    return sorted(hasil, key=lambda r: (-r.idm, r.nama))


def sebaran(rows: QuerySet[IdmDesa]) -> list[dict[str, Any]]:
    """Banyak desa per selang 0,05; tiap selang memuat tepi bawahnya. Basis data menghitung per nilai IDM."""
    hitung: Counter[int] = Counter()
    for nilai, banyak in rows.values_list("idm").annotate(Count("pk")):
        hitung[int(nilai / SELANG)] += banyak
    if not hitung:
        return []
    selang = range(min(hitung), max(hitung) + 1)
    return [
        {"dari": n * SELANG, "sampai": (n + 1) * SELANG, "banyak": hitung[n], "ambang": _ambang(n)}
        for n in selang
    ]


def _ambang(n: int) -> str:
    """Status yang dimulai di dalam selang ke-`n`, bila ada."""
    return next((nama.value for batas, nama in AMBANG if int(batas / SELANG) == n), "")


def terlemah(rows: QuerySet[IdmDesa]) -> list[dict[str, Any]]:
    """Indikator dengan rata-rata skor terendah atas desa yang skornya diketahui pada instrumen terbanyak."""
    berskor = rows.exclude(skor="")
    terbanyak = (
        berskor.values_list("instrumen").annotate(n=Count("pk")).order_by("-n", "instrumen").first()
    )
    if terbanyak is None:
        return []
    indikator = rubrik(Instrumen.objects.get(pk=terbanyak[0]))
    deret = berskor.filter(instrumen=terbanyak[0]).values_list("skor", flat=True)
    hasil: list[dict[str, Any]] = []
    for satu, aksara in zip(indikator, zip(*deret, strict=False), strict=False):
        banyak = Counter(aksara)
        rata_skor = bulatkan(
            Decimal(sum(int(s) * n for s, n in banyak.items())) / banyak.total(), 2
        )
        hasil.append(
            {
                "indikator": satu,
                "rata": rata_skor,
                "persen": rata_skor / SKOR_TERTINGGI * 100,
                "sebaran": [(s, banyak[str(s)]) for s in range(SKOR_TERTINGGI, -1, -1)],
            }
        )
    return sorted(hasil, key=lambda h: (h["rata"], h["indikator"].posisi))[:TERLEMAH]
