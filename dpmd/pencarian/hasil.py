"""Hasil satu pencarian, yang paling tepat di atas."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.apps import apps
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Replace
from django.urls import reverse
from django.utils.text import capfirst

from core.models import Named
from core.querysets import at_tahun
from documents.models import naskah_models
from dpmd.menu import terbuka
from dpmd.panduan import BAB
from dpmd.pencarian.kata import Kata, is_kode_polos, kata_dicari

SEJENIS = 6  # yang dibaca tiap jenis
TERTAMPIL = 12
SEKITAR = 2  # tahun di sekitar tahun kerja yang naskahnya dicari menurut nama
# nama, keterangan dan jalan halaman akun sendiri, yang tidak ada di menu
AKUN = (
    ("Keamanan akun", "faktor kedua, kunci sandi, sesi", "mfa_index"),
    ("Ganti kata sandi", "akun sendiri", "accounts:password_change"),
    ("Sertifikat tanda tangan", "berkas .p12", "documents:sertifikat"),
)
# namanya sama, berawal begitu, tiap katanya berawal begitu, memuatnya, atau hanya keterangannya
PERSIS, AWAL, AWAL_KATA, DALAM, LUAR = range(5)


@dataclass(frozen=True)
class Cocok:
    """Satu hasil: jenisnya, namanya, keterangan pembeda yang senama, alamatnya."""

    jenis: str
    label: str
    keterangan: str
    url: str
    urutan: tuple[int, ...]


SemuaCocok = Iterator[Cocok]


def cari(user: Any, tahun: int, tulisan: str) -> list[Cocok]:
    """Yang memuat setiap kata `tulisan` dan boleh dibuka `user`; yang paling tepat di atas.

    Baris bertahun hanya yang tahun kerjanya; naskah menurut nomornya dari semua tahun, menurut
    namanya dari tahun yang disebut atau di sekitar tahun kerja.
    """
    kata = kata_dicari(tulisan)
    semua = [
        *_halaman(user, kata),
        *_naskah(user, tahun, kata),
        *_baris(user, tahun, kata),
    ]
    return sorted(semua, key=attrgetter("urutan"))[:TERTAMPIL]


def _tepat(label: str, kata: Kata) -> int:
    """Seberapa tepat `label` bagi `kata`; makin kecil makin tepat."""
    rendah, dicari = label.lower(), " ".join(kata)
    if rendah == dicari:
        return PERSIS
    if rendah.startswith(dicari):
        return AWAL
    if all(f" {k}" in f" {rendah}" for k in kata):
        return AWAL_KATA
    return DALAM if _memuat(label, kata) else LUAR


def _memuat(label: str, kata: Kata) -> bool:
    rendah = label.lower()
    return all(k in rendah for k in kata)


def _halaman(user: Any, kata: Kata) -> SemuaCocok:
    """Halaman menu, halaman akun sendiri, dan bab panduan; juga menurut keterangannya."""
    ada = []
    for kelompok, item in _butir(user):
        ada.append(("Halaman", item.label, kelompok, item.url, item.memuat))
    for label, keterangan, nama in AKUN:
        ada.append(("Halaman", label, keterangan, reverse(nama), ""))
    for bab in BAB.values():
        ada.append(("Bantuan", bab.judul, bab.guna, bab.get_absolute_url(), ""))
    for jenis, label, keterangan, url, memuat in ada:
        if _memuat(f"{label} {keterangan} {memuat}", kata):
            yield Cocok(jenis, label, keterangan, url, (_tepat(label, kata), 0, len(label)))


def _butir(user: Any) -> Iterator[tuple[str, Any]]:
    for kelompok, items in terbuka(user):
        for item in items:
            yield kelompok, item


def _naskah(user: Any, tahun: int, kata: Kata) -> SemuaCocok:
    """Naskah menurut namanya dan nomornya."""
    patut = _patut(tahun, kata)
    for model in naskah_models():
        if not _boleh(user, model):
            continue
        for naskah in model.objects.visible_to(user).filter(patut).select_related():
            label = str(naskah)
            if _memuat(f"{label} {naskah.nomor}", kata):
                urutan = (_tepat(label, kata), abs(naskah.tahun - tahun), len(label))
                keterangan = f"{naskah.nomor} {naskah.get_status_display()}".strip()
                yield Cocok("Naskah", label, keterangan, naskah.get_absolute_url(), urutan)


def _patut(tahun: int, kata: Kata) -> Q:
    """Naskah yang patut dibaca: yang tahun atau nomornya disebut, atau di sekitar tahun kerja."""
    patut = Q(tahun__range=(tahun - SEKITAR, tahun + SEKITAR))
    for satu in kata:
        patut |= Q(nomor__icontains=satu)
        if is_kode_polos(satu) and len(satu) == len(str(tahun)):
            patut |= Q(tahun=satu)
    return patut


def _boleh(user: Any, model: type[Named]) -> bool:
    return user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")


def _baris(user: Any, tahun: int, kata: Kata) -> SemuaCocok:
    """Baris model yang menyebut kolom `dicari`."""
    for model in apps.get_models():
        if getattr(model, "dicari", ()) and _boleh(user, model):
            rows = model._default_manager.visible_to(user).pada_tahun(tahun)
            yield from _sejenis(rows, kata, tahun)


def _sejenis(rows: Any, kata: Kata, tahun: int) -> SemuaCocok:
    """Yang paling tepat dari satu model, menurut basis datanya."""
    sebutan = rows.model._meta.verbose_name
    kata = _tanpa_jenis(kata, sebutan)
    rows = _berkode_polos(rows, kata)
    kolom = _kolom(rows)
    for k in kata:
        rows = rows.filter(_salah_satu(kolom, k))
    jenis = capfirst(sebutan)
    for row in _terdepan(rows, kolom[0], " ".join(kata)):
        label = str(at_tahun(row, tahun))
        urutan = (_tepat(label, kata), 0, len(label))
        yield Cocok(jenis, label, _pembeda(row, label), row.get_absolute_url(), urutan)


def _tanpa_jenis(kata: Kata, sebutan: str) -> Kata:
    """`desa betung` mencari Betung di antara desa; jenisnya saja tetap kata biasa."""
    nama = [k for k in kata if not sebutan.startswith(k.strip("."))]
    return nama or kata


def _kolom(rows: Any) -> list[str]:
    """Kolom yang dicari, juga tulisannya pada tahun bacaannya."""
    kolom = list(rows.model.dicari)
    ada = rows.query.annotations
    lain = [f"{satu}{akhir}" for satu in kolom for akhir in ("_saat", "_polos")]
    return kolom + [satu for satu in lain if satu in ada]


def _berkode_polos(rows: Any, kata: Kata) -> Any:
    """Kodenya juga tanpa titik, bila ada kata yang mungkin menulisnya begitu."""
    if "kode" in rows.model.dicari and any(map(is_kode_polos, kata)):
        return rows.annotate(kode_polos=Replace(F("kode"), Value("."), Value("")))
    return rows


def _salah_satu(kolom: Iterable[str], kata: str) -> Q:
    """Kata itu ada pada salah satu kolomnya."""
    cocok = Q()
    for satu in kolom:
        cocok |= Q(**{f"{satu}__icontains": kata})
    return cocok


def _terdepan(rows: QuerySet[Any], nama: str, tulisan: str) -> QuerySet[Any]:
    """Yang berawal `tulisan` lebih dahulu, supaya tidak terdesak yang hanya memuatnya."""
    berawal = When(**{f"{nama}__istartswith": tulisan}, then=Value(AWAL))
    memuat = When(**{f"{nama}__icontains": tulisan}, then=Value(DALAM))
    tepat = Case(berawal, memuat, default=Value(LUAR))
    return rows.select_related().order_by(tepat, nama)[:SEJENIS]


def _pembeda(row: Any, label: str) -> str:
    """Isi kolom lain yang dicari, selain yang sudah disebut namanya."""
    keterangan = []
    for kolom in row.dicari[1:]:
        tulisan = str(getattr(row, kolom.partition("__")[0]))
        if tulisan.lower() not in label.lower():
            keterangan.append(tulisan)
    return " · ".join(keterangan)
