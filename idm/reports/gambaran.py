"""Gambaran IDM satu kabupaten satu tahun: status, perpindahan, rata-rata kecamatan, sebaran, indikator terlemah.

Banyak kueri tetap berapa pun desanya; semua rata-rata `Decimal`, dibulatkan sekali.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan
from idm.models import IdmDesa, Instrumen
from idm.reports import URUTAN, perpindahan, status_tahun, tabel_status
from idm.reports.jalan import rubrik
from idm.scoring import AMBANG, DESIMAL, SKOR_TERTINGGI

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
    rows = list(
        IdmDesa.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
        .select_related("desa__kecamatan", "instrumen")
        .order_by("desa__kode")
    )
    status = [status_tahun(kabupaten, t) for t in (tahun, tahun - 1, tahun - 2)]
    tercatat = [s for s in reversed(status) if s]
    return {
        "tahun": tahun,
        "banyak": len(rows),
        "tabel": tabel_status(tahun, *status),
        "deret": [{"tahun": s.tahun, "jumlah": {k.value: n for k, n in s.counts.items()}} for s in tercatat],
        "matriks": matriks_desa(kabupaten, tahun),
        "kecamatan": per_kecamatan(rows),
        "kabupaten": rata(str(kabupaten), rows) if rows else None,
        "sebaran": sebaran(rows),
        "terlemah": terlemah(rows),
    }


def matriks_desa(kabupaten: Kabupaten, tahun: int) -> list[dict[str, Any]]:
    """Satu baris per status asal; tiap sel desa-desanya. Kosong bila salah satu tahun tidak diketahui per desa."""
    pindah = perpindahan(kabupaten, tahun)
    if not pindah:
        return []
    nama = [s.value for s in URUTAN]
    return [
        {
            "dari": dari,
            "sel": [
                {"ke": ke, "arah": _arah(dari, ke), "desa": pindah.get((dari, ke), [])}
                for ke in nama
            ],
        }
        for dari in nama
    ]  # fmt: skip


def _arah(dari: str, ke: str) -> str:
    nama = [s.value for s in URUTAN]
    selisih = nama.index(dari) - nama.index(ke)
    return "naik" if selisih > 0 else "turun" if selisih < 0 else "tetap"


def rata(nama: str, rows: list[IdmDesa]) -> Rata:
    jumlah = sum((row.idm for row in rows), Decimal(0))
    hitung = Counter(row.status for row in rows)
    return Rata(nama, len(rows), bulatkan(jumlah / len(rows), DESIMAL), {s.value: hitung[s.value] for s in URUTAN})


def per_kecamatan(rows: list[IdmDesa]) -> list[Rata]:
    """Kecamatan menurut rata-rata IDM, yang tertinggi di atas."""
    kelompok: dict[str, list[IdmDesa]] = {}
    for row in rows:
        kelompok.setdefault(row.desa.kecamatan.nama, []).append(row)
    hasil = [rata(nama, anggota) for nama, anggota in kelompok.items()]
    return sorted(hasil, key=lambda r: (-r.idm, r.nama))


def sebaran(rows: list[IdmDesa]) -> list[dict[str, Any]]:
    """Banyak desa per selang 0,05; tiap selang memuat tepi bawahnya."""
    hitung = Counter(int(row.idm / SELANG) for row in rows)
    if not hitung:
        return []
    selang = range(min(hitung), max(hitung) + 1)
    return [{"dari": n * SELANG, "sampai": (n + 1) * SELANG, "banyak": hitung[n], "ambang": _ambang(n)} for n in selang]


def _ambang(n: int) -> str:
    """Status yang dimulai di dalam selang ke-`n`, bila ada."""
    return next((nama.value for batas, nama in AMBANG if int(batas / SELANG) == n), "")


def terlemah(rows: list[IdmDesa]) -> list[dict[str, Any]]:
    """Indikator dengan rata-rata skor terendah atas desa yang skornya diketahui pada instrumen terbanyak."""
    berskor = [row for row in rows if row.skor]
    if not berskor:
        return []
    instrumen: Instrumen = Counter(row.instrumen for row in berskor).most_common(1)[0][0]
    deret = [row.skor for row in berskor if row.instrumen_id == instrumen.pk]
    hasil: list[dict[str, Any]] = []
    for indikator in rubrik(instrumen):
        skor = [int(d[indikator.posisi - 1]) for d in deret if len(d) >= indikator.posisi]
        rata_skor = bulatkan(Decimal(sum(skor)) / len(skor), 2)
        banyak = Counter(skor)
        hasil.append(
            {
                "indikator": indikator,
                "rata": rata_skor,
                "persen": rata_skor / SKOR_TERTINGGI * 100,
                "sebaran": [(s, banyak[s]) for s in range(SKOR_TERTINGGI, -1, -1)],
            }
        )
    return sorted(hasil, key=lambda h: (h["rata"], h["indikator"].posisi))[:TERLEMAH]
