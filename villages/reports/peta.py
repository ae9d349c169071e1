"""Isi peta desa: kelas tiap desa menurut satu sifat tahunan, titik atau batasnya, dan tabelnya."""

from collections import Counter, defaultdict
from typing import Any

from accounts.models import Kabupaten
from core.peta import KelasPeta, Tempat, ke_bulat, peta
from villages.atribut import Atribut
from villages.models import (
    AnggotaKerjaSama,
    BatasDesa,
    Desa,
    RincianLembaga,
)
from villages.sources import nama_kecamatan

AKTIF, TIDAK_AKTIF = "Aktif", "Tidak aktif"
MELAPOR, BELUM = "Sudah melapor", "Belum melapor"
Titik = tuple[int, int]


def isi(kabupaten: Kabupaten, tahun: int, atribut: Atribut) -> dict[str, Any]:
    """Gambar, tabel dan hitungan dari data yang sama; `gambar` kosong tanpa koordinat."""
    nilai = atribut.nilai(kabupaten, tahun)
    desa = _desa(kabupaten, tahun)
    batas = dict(BatasDesa.objects.filter(desa__in=desa).values_list("desa", "cincin"))
    hitung = Counter(nilai[d.pk] for d in desa if d.pk in nilai)
    kelas = [KelasPeta(nama, warna, hitung[nama]) for nama, warna in atribut.kelas.items()]
    urutan = list(atribut.kelas)
    tempat = [_tempat(d, nilai.get(d.pk), urutan, batas.get(d.pk, ())) for d in desa]
    judul = f"{atribut.label} {tahun}, {kabupaten}"
    return {
        "tahun": tahun,
        "atribut": atribut,
        "gambar": peta(judul, tempat, kelas, _nama_kecamatan(desa)),
        "kelas": kelas,
        "tanpa_data": sum(d.pk not in nilai for d in desa),
        "tanpa_titik": sum(d.lintang is None and d.pk not in batas for d in desa),
        "banyak_batas": len(batas),
        "baris": [{"desa": d, "kelas": nilai.get(d.pk)} for d in desa],
    }


def _desa(kabupaten: Kabupaten, tahun: int) -> list[Any]:
    """Desa tahun itu menurut kodenya, masing-masing dengan nama kecamatannya saat itu."""
    nama = nama_kecamatan(kabupaten, tahun)
    rows = Desa.objects.filter(kecamatan__kabupaten=kabupaten).on(tahun).order_by("kode_saat")
    desa = list(rows)
    for satu in desa:
        satu.nama_kecamatan = nama[satu.kecamatan_saat]
    return desa


def _tempat(desa: Any, kelas: str | None, urutan: list[str], cincin: Any) -> Tempat:
    nomor = urutan.index(kelas) if kelas in urutan else None
    sebutan = f"{desa.nama_saat}: {kelas or 'tanpa data'}"
    return Tempat(
        sebutan,
        nomor,
        titik(desa),
        cincin,
        desa.get_absolute_url(),
    )


def titik(desa: Desa) -> Titik | None:
    """Titik tengahnya; `None` bila tidak diketahui."""
    if desa.lintang is None or desa.bujur is None:
        return None
    return ke_bulat(desa.bujur), ke_bulat(desa.lintang)


def _nama_kecamatan(desa: list[Any]) -> list[tuple[str, Titik]]:
    """Nama kecamatan di rata-rata titik desanya."""
    per: dict[str, list[Titik]] = defaultdict(list)
    for satu in desa:
        letak = titik(satu)
        if letak is not None:
            per[satu.nama_kecamatan].append(letak)
    return [(nama, _tengah(letak)) for nama, letak in per.items()]


def _tengah(letak: list[Titik]) -> Titik:
    bujur, lintang = (sum(sumbu) // len(letak) for sumbu in zip(*letak, strict=True))
    return bujur, lintang


def jenis(kabupaten: Kabupaten, tahun: int) -> dict[int, str]:
    """Desa atau kelurahan pada tahun itu."""
    rows = Desa.objects.filter(kecamatan__kabupaten=kabupaten).on(tahun)
    return {pk: nilai.title() for pk, nilai in rows.values_list("pk", "jenis_saat")}


def kerja_sama(kabupaten: Kabupaten, tahun: int) -> dict[int, str]:
    """Aktif bila aktif pada salah satu daftarnya."""
    hasil: dict[int, str] = {}
    rows = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)
    for pk, is_aktif in rows.exclude(desa=None).values_list("desa", "is_aktif"):
        is_pernah = hasil.get(pk) == AKTIF
        hasil[pk] = AKTIF if is_aktif or is_pernah else TIDAK_AKTIF
    return hasil


def rincian(kabupaten: Kabupaten, tahun: int) -> dict[int, str]:
    """Siapa yang sudah melaporkan rincian lembaganya."""
    rows = RincianLembaga.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
    melapor = set(rows.values_list("desa", flat=True))
    semua = Desa.objects.filter(kecamatan__kabupaten=kabupaten).values_list("pk", flat=True)
    return {pk: MELAPOR if pk in melapor else BELUM for pk in semua}


ATRIBUT = (
    Atribut(
        "kerja_sama",
        "Kerja sama antar desa",
        {AKTIF: "#14463d", TIDAK_AKTIF: "#e0b04f"},
        kerja_sama,
    ),
    Atribut(
        "jenis",
        "Desa dan kelurahan",
        {"Desa": "#b7cda3", "Kelurahan": "#4d8b6c"},
        jenis,
    ),
    Atribut(
        "rincian",
        "Rincian lembaga per desa",
        {MELAPOR: "#4d8b6c", BELUM: "#e0b04f"},
        rincian,
    ),
)
