"""Naskah tahun itu dan keadaannya, dan rekomendasi yang belum selesai."""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from accounts.models import User
from documents.models import Naskah, TanggapanTemuan, naskah_models
from documents.reports.temuan import keadaan_temuan
from documents.workflow import Status
from kinerja.models import Rekomendasi
from kinerja.tahun.tahun_kinerja import TahunKinerja, tahun_naskah

Putusan = TanggapanTemuan.Putusan
Kunci = tuple[str, int]  # model naskah dan nomornya
Banyak = Counter[tuple[Kunci, str]]
DISEBUT = ("kabupaten", "bidang", "pihak_pertama", "lkjip__kabupaten")  # dibaca sebutannya
LEWAT = "Lewat tenggat"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeadaanNaskah:
    """Satu naskah: keadaannya, dan penjelasan temuannya yang belum selesai."""

    nama: str
    url: str
    keadaan: str
    is_sah: bool
    menunggu: int
    ditolak: int
    url_uji: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RekomendasiTerbuka:
    """Satu rekomendasi yang buktinya belum diterima."""

    asal: str
    nomor: int
    tahun: int
    uraian: str
    url: str
    tenggat: datetime.date | None
    keadaan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TemuanNaskah:
    """Temuan satu naskah dari datanya kini."""

    nama: str
    url: str
    dibandingkan: int
    menahan: int
    terbuka: int
    ditanggapi: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiNaskah:
    """Naskah setahun dan rekomendasi yang belum selesai, yang terlihat satu pemakai."""

    naskah: tuple[KeadaanNaskah, ...]
    rekomendasi: tuple[RekomendasiTerbuka, ...]


def isi_naskah(user: User, tahun: int, hari_ini: datetime.date) -> IsiNaskah:
    """Naskah yang belum sah lebih dahulu, menurut alurnya."""
    banyak = _tanggapan(user)
    naskah = [_keadaan(satu, banyak) for satu in _setahun(user, tahun)]
    return IsiNaskah(
        naskah=tuple(naskah),
        rekomendasi=rekomendasi_terbuka(user, tahun, hari_ini),
    )


def semua_temuan(user: User, tahun: int) -> list[TemuanNaskah]:
    """Uji kewajaran semua naskah tahun itu; dijalankan, maka hanya bila diminta.

    Yang berbahan tahun kinerja memakai tahun yang sama, diukur sekali.
    """
    if user.kabupaten is None:
        return []
    kinerja = TahunKinerja(user.kabupaten, tahun)
    hasil = []
    for naskah in _setahun(user, tahun):
        reading = naskah.reading()
        if naskah.jenis_naskah.read is tahun_naskah:
            reading.facts = kinerja
        keadaan = keadaan_temuan(naskah, reading)
        terbuka = len(keadaan.terbuka)
        satu = TemuanNaskah(
            nama=str(naskah),
            url=_uji(naskah),
            dibandingkan=keadaan.dibandingkan,
            menahan=len(keadaan.menahan),
            terbuka=terbuka,
            ditanggapi=len(keadaan.peringatan) - terbuka,
        )
        hasil.append(satu)
    return hasil


def _uji(naskah: Naskah) -> str:
    """Bagian uji kewajaran pada halaman naskahnya."""
    return f"{naskah.get_absolute_url()}#uji-kewajaran"


def _setahun(user: User, tahun: int) -> list[Naskah]:
    """Semua jenis naskah tahun itu, menurut alurnya."""
    semua: list[Naskah] = []
    for model in naskah_models():
        rows = model._default_manager.visible_to(user).for_tahun(tahun)
        nama = {field.name for field in model._meta.get_fields()}
        disebut = []
        for jalan in DISEBUT:
            kolom, _, _ = jalan.partition("__")
            if kolom in nama:
                disebut.append(jalan)
        semua += rows.select_related(*disebut)
    urutan = [status.value for status in Status]
    semua.sort(key=lambda naskah: urutan.index(naskah.status))
    return semua


def _tanggapan(user: User) -> Banyak:
    """Banyak penjelasan tiap naskah menurut putusannya."""
    rows = TanggapanTemuan.objects.visible_to(user).order_by()
    banyak: Banyak = Counter()
    kolom = ("document", "document_id", "putusan")
    terhitung = rows.values_list(*kolom).annotate(Count("pk"))
    for document, nomor, putusan, jumlah in terhitung:
        kunci = (document, nomor)
        banyak[kunci, putusan] = jumlah
    return banyak


def _keadaan(naskah: Naskah, banyak: Banyak) -> KeadaanNaskah:
    meta = naskah._meta
    kunci = (meta.label, naskah.pk)
    return KeadaanNaskah(
        nama=str(naskah),
        url=naskah.get_absolute_url(),
        keadaan=str(naskah.get_status_display()),
        is_sah=naskah.is_signed,
        menunggu=banyak[kunci, Putusan.MENUNGGU.value],
        ditolak=banyak[kunci, Putusan.DITOLAK.value],
        url_uji=_uji(naskah),
    )


def rekomendasi_terbuka(
    user: User, tahun: int, hari_ini: datetime.date
) -> tuple[RekomendasiTerbuka, ...]:
    """Sampai `tahun`; yang lewat tenggat disebut, selain itu statusnya."""
    rows = Rekomendasi.objects.visible_to(user).unfinished()
    rows = rows.filter(tahun__lte=tahun)
    hasil = []
    for row in rows:
        hasil.append(
            RekomendasiTerbuka(
                asal=row.get_asal_display(),
                nomor=row.nomor,
                tahun=row.tahun,
                uraian=row.uraian,
                url=row.get_absolute_url(),
                tenggat=row.tenggat,
                keadaan=LEWAT if row.is_lewat(hari_ini) else row.get_status_display(),
            )
        )
    return tuple(hasil)
