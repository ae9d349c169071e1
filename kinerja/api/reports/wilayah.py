"""Wilayah dan indeks desa milik kantor token."""

from typing import Any

from django.db.models import Prefetch

from accounts.models import TokenApi
from idm import deret
from idm.models import DimensiIndeks
from idm.reports.ukuran import Indeks, indeks_tahun
from kinerja.api.isi import BagianIndeks, DesaApi, IndeksApi, KecamatanApi
from kinerja.api.reports.koleksi import BarisKoleksi, Saringan
from kinerja.terbuka.isi import angka
from villages.models import Desa, Kecamatan

INDEKS_IDM = ("iks", "ike", "ikl")
Nama = dict[int, list[str]]  # instrumen → nama dimensinya menurut urutan


def kecamatan(token: TokenApi, saringan: Saringan) -> BarisKoleksi:
    """Keadaan akhir tahun itu, urut kodenya."""
    rows = Kecamatan.objects.visible_to(token).on(saringan["tahun"])
    return BarisKoleksi(rows.order_by("kode_saat", "pk"), _kecamatan)


def _kecamatan(row: Any) -> KecamatanApi:
    return KecamatanApi(kode=row.kode_saat, nama=str(row))


def _desa_tersaring(token: TokenApi, saringan: Saringan) -> Any:
    """Desa dan kelurahan pada akhir tahun itu, di satu kecamatan bila disebut."""
    rows = Desa.objects.visible_to(token).on(saringan["tahun"])
    if saringan["kecamatan"]:
        rows = rows.filter(kecamatan_saat=saringan["kecamatan"].pk)
    return rows.order_by("kode_saat", "pk")


def desa(token: TokenApi, saringan: Saringan) -> BarisKoleksi:
    """Termasuk kelurahan."""
    return BarisKoleksi(_desa_tersaring(token, saringan), _desa)


def _desa(row: Any) -> DesaApi:
    return DesaApi(
        kode=row.kode_saat,
        nama=str(row),
        jenis=row.jenis_saat,
        kecamatan=row.letak_saat,
        lintang=row.lintang,
        bujur=row.bujur,
    )


def indeks(token: TokenApi, saringan: Saringan) -> BarisKoleksi:
    """Semua desa tahun itu; yang belum berindeks disebut belum diisi."""
    tahun = saringan["tahun"]
    ukuran = indeks_tahun(token.kabupaten, tahun)
    hasil = ukuran.model.objects.filter(tahun=tahun).select_related("instrumen")
    dimensi: Nama = {}
    if ukuran.is_poin:
        hasil = hasil.filter(is_contoh=False)
        dimensi = _dimensi()
    relasi = f"{ukuran.model._meta.model_name}_set"
    bacaan = Prefetch(relasi, hasil, to_attr="indeksnya")
    rows = _desa_tersaring(token, saringan).desa_on(tahun).prefetch_related(bacaan)

    def bentuk(row: Any) -> IndeksApi:
        return _indeks(row, tahun, ukuran, dimensi)

    return BarisKoleksi(rows, bentuk)


def _dimensi() -> Nama:
    hasil: Nama = {}
    rows = DimensiIndeks.objects.order_by("instrumen", "posisi")
    for instrumen, nama in rows.values_list("instrumen", "nama"):
        milik = hasil.setdefault(instrumen, [])
        milik.append(nama)
    return hasil


def _indeks(row: Any, tahun: int, ukuran: Indeks, dimensi: Nama) -> IndeksApi:
    """Paling banyak satu hasil tiap desa tiap tahun."""
    hasil = next(iter(row.indeksnya), None)
    return IndeksApi(
        kode=row.kode_saat,
        nama=str(row),
        kecamatan=row.letak_saat,
        tahun=tahun,
        indeks=ukuran.nama,
        nilai=angka(hasil.nilai if hasil else None, "", ukuran.desimal),
        status=hasil.status if hasil else None,
        bagian=_bagian(hasil, ukuran, dimensi) if hasil else (),
        dasar=hasil.dasar if hasil else "",
    )


def _bagian(hasil: Any, ukuran: Indeks, dimensi: Nama) -> tuple[BagianIndeks, ...]:
    """Ketiga indeks IDM, atau poin tiap dimensi bila diketahui."""
    per_nama = {}
    if ukuran.is_poin:
        nama = dimensi.get(hasil.instrumen_id, [])
        per_nama = dict(zip(nama, deret.poin(hasil.poin), strict=False))
    else:
        for satu in INDEKS_IDM:
            per_nama[satu.upper()] = getattr(hasil, satu)
    return tuple(BagianIndeks(nama=nama, nilai=nilai) for nama, nilai in per_nama.items())
