"""Gambaran IDM satu kabupaten satu tahun.

Status, perpindahan, rata-rata kecamatan, sebaran dan indikator terlemah. Banyak kueri tetap
berapa pun desanya; semua rata-rata `Decimal`, dibulatkan sekali.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet

from accounts.models import Kabupaten
from core.angka import bulatkan
from idm.laporan.dasar.reports import Isi, kepala
from idm.laporan.peringkat.reports import peringkat, petak
from idm.models import IdmDesa, IndikatorIdm, Instrumen
from idm.reports import URUTAN, banyak_pindah, deret_status, perpindahan, status_tahun, tabel_status
from idm.reports.jalan import rubrik
from idm.reports.status import BanyakPerArah, DesaPerArah
from idm.scoring import AMBANG, DESIMAL, SKOR_TERTINGGI
from villages.sources import Keadaan, keadaan

Rows = QuerySet[IdmDesa]
SemuaIsi = list[Isi]
TERLEMAH = 10  # banyak indikator yang ditampilkan
SELANG = Decimal("0.05")  # lebar kelas sebaran


@dataclass(frozen=True)
class Rata:
    """Rata-rata IDM satu kecamatan atau kabupaten, empat desimal."""

    nama: str
    banyak: int
    idm: Decimal
    status: dict[str, int]


def laporan(kabupaten: Kabupaten, tahun: int) -> Isi:
    """Gambaran dengan peringkat semua desa dan peta petaknya."""
    urut = peringkat(kabupaten, tahun)
    return {
        **kepala(kabupaten, "Gambaran Indeks Desa Membangun", tahun),
        **gambaran(kabupaten, tahun),
        "peringkat": urut,
        "petak": petak(kabupaten, tahun, urut["baris"]) if urut["baris"] else [],
    }


def gambaran(kabupaten: Kabupaten, tahun: int) -> Isi:
    """Isi halaman gambaran; bagian yang datanya tidak ada kosong."""
    semua = IdmDesa.objects.milik(kabupaten)
    rows = semua.filter(tahun=tahun).order_by()
    tiga_tahun = (tahun, tahun - 1, tahun - 2)
    status = [status_tahun(kabupaten, satu) for satu in tiga_tahun]
    kelompok = per_kelompok(rows, keadaan(kabupaten, tahun))
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


def matriks_desa(kabupaten: Kabupaten, tahun: int) -> SemuaIsi:
    """Perpindahan seluruh kabupaten; kosong bila tidak diketahui."""
    banyak = banyak_pindah(kabupaten, tahun)
    pindah = perpindahan(kabupaten, tahun)
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
class _Kelompok:
    """Desa satu kecamatan dengan satu status: banyaknya dan jumlah IDM-nya."""

    kecamatan: str
    status: str
    banyak: int
    jumlah: Decimal


SemuaKelompok = list[_Kelompok]


def per_kelompok(rows: Rows, saat: Mapping[int, Keadaan]) -> SemuaKelompok:
    """Menurut kecamatan tahun itu, bukan kecamatan desanya kini."""
    isi: dict[tuple[str, str], list[Decimal]] = {}
    for desa, status, idm in rows.values_list("desa", "status", "idm"):
        kecamatan = saat[desa].kecamatan
        sekelompok = isi.setdefault((kecamatan, status), [])
        sekelompok.append(idm)
    kelompok = []
    for (kecamatan, status), nilai in isi.items():
        jumlah = sum(nilai, Decimal(0))
        kelompok.append(
            _Kelompok(
                kecamatan=kecamatan,
                status=status,
                banyak=len(nilai),
                jumlah=jumlah,
            )
        )
    return kelompok


def rata(nama: str, kelompok: SemuaKelompok) -> Rata:
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
        idm=bulatkan(jumlah / banyak, DESIMAL),
        status=status,
    )


def per_kecamatan(kelompok: SemuaKelompok) -> list[Rata]:
    """Kecamatan menurut rata-rata IDM, yang tertinggi di atas."""
    per_nama: dict[str, SemuaKelompok] = {}
    for satu in kelompok:
        per_nama.setdefault(satu.kecamatan, []).append(satu)
    hasil = []
    for nama, anggota in per_nama.items():
        hasil.append(rata(nama, anggota))
    hasil.sort(key=lambda satu: satu.nama)
    hasil.sort(key=lambda satu: satu.idm, reverse=True)
    return hasil


def sebaran(rows: Rows) -> SemuaIsi:
    """Banyak desa per selang 0,05; tiap selang memuat tepi bawahnya.

    Basis data menghitung per nilai IDM.
    """
    hitung: Counter[int] = Counter()
    for nilai, banyak in rows.values_list("idm").annotate(Count("pk")):
        hitung[int(nilai / SELANG)] += banyak
    if not hitung:
        return []
    selang = range(min(hitung), max(hitung) + 1)
    hasil = []
    for letak in selang:
        hasil.append(
            {
                "dari": letak * SELANG,
                "sampai": (letak + 1) * SELANG,
                "banyak": hitung[letak],
                "ambang": _ambang(letak),
            }
        )
    return hasil


def _ambang(n: int) -> str:
    """Status yang dimulai di dalam selang ke-`n`, bila ada."""
    for batas, status in AMBANG:
        if int(batas / SELANG) == n:
            return status.value
    return ""


def terlemah(rows: Rows) -> SemuaIsi:
    """Indikator dengan rata-rata skor terendah.

    Atas desa yang skornya diketahui pada instrumen terbanyak.
    """
    berskor = rows.exclude(skor="")
    per_instrumen = berskor.values_list("instrumen").annotate(n=Count("pk"))
    terbanyak = per_instrumen.order_by("-n", "instrumen").first()
    if terbanyak is None:
        return []
    nomor, _ = terbanyak
    instrumen = Instrumen.objects.get(pk=nomor)
    sama = berskor.filter(instrumen=instrumen)
    deret = sama.values_list("skor", flat=True)
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
