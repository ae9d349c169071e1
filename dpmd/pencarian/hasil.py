"""Hasil satu pencarian, yang paling tepat di atas."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
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
    rendah = label.lower()
    dicari = " ".join(kata)
    if rendah == dicari:
        return PERSIS
    if rendah.startswith(dicari):
        return AWAL
    berjarak = f" {rendah}"
    is_awal_kata = all(f" {satu}" in berjarak for satu in kata)
    if is_awal_kata:
        return AWAL_KATA
    if _memuat(label, kata):
        return DALAM
    return LUAR


def _memuat(label: str, kata: Kata) -> bool:
    rendah = label.lower()
    return all(k in rendah for k in kata)


def _halaman(user: Any, kata: Kata) -> SemuaCocok:
    """Halaman menu, halaman akun sendiri, dan bab panduan; juga menurut keterangannya."""
    ada = []
    for kelompok, item in _butir(user):
        satu = ("Halaman", item.label, kelompok, item.url, item.memuat)
        ada.append(satu)
    for label, keterangan, nama in AKUN:
        satu = ("Halaman", label, keterangan, reverse(nama), "")
        ada.append(satu)
    for bab in BAB.values():
        satu = ("Bantuan", bab.judul, bab.guna, bab.get_absolute_url(), "")
        ada.append(satu)
    for jenis, label, keterangan, url, memuat in ada:
        tulisan = f"{label} {keterangan} {memuat}"
        if _memuat(tulisan, kata):
            urutan = _urutan(label, kata)
            yield Cocok(jenis, label, keterangan, url, urutan)


def _urutan(label: str, kata: Kata, jauh: int = 0) -> tuple[int, ...]:
    """Yang paling tepat, lalu yang tahunnya terdekat, lalu yang terpendek."""
    return _tepat(label, kata), jauh, len(label)


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
        rows = model.objects.visible_to(user).filter(patut)
        for naskah in rows.select_related():
            label = str(naskah)
            tulisan = f"{label} {naskah.nomor}"
            if _memuat(tulisan, kata):
                jauh = abs(naskah.tahun - tahun)
                urutan = _urutan(label, kata, jauh)
                keadaan = naskah.get_status_display()
                keterangan = f"{naskah.nomor} {keadaan}".strip()
                url = naskah.get_absolute_url()
                yield Cocok("Naskah", label, keterangan, url, urutan)


def _patut(tahun: int, kata: Kata) -> Q:
    """Naskah yang patut dibaca: yang tahun atau nomornya disebut, atau di sekitar tahun kerja."""
    patut = Q(tahun__range=(tahun - SEKITAR, tahun + SEKITAR))
    for satu in kata:
        patut |= Q(nomor__icontains=satu)
        if is_kode_polos(satu) and len(satu) == len(str(tahun)):
            patut |= Q(tahun=satu)
    return patut


def _boleh(user: Any, model: type[Named]) -> bool:
    meta = model._meta
    hak = f"{meta.app_label}.view_{meta.model_name}"
    return user.has_perm(hak)


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
    for satu in kata:
        rows = rows.filter(_salah_satu(kolom, satu))
    jenis = capfirst(sebutan)
    for row in _terdepan(rows, kolom[0], " ".join(kata)):
        label = str(at_tahun(row, tahun))
        keterangan = _pembeda(row, label)
        url = row.get_absolute_url()
        urutan = _urutan(label, kata)
        yield Cocok(jenis, label, keterangan, url, urutan)


def _tanpa_jenis(kata: Kata, sebutan: str) -> Kata:
    """`desa betung` mencari Betung di antara desa; jenisnya saja tetap kata biasa."""
    nama = []
    for k in kata:
        if not sebutan.startswith(k.strip(".")):
            nama.append(k)
    return nama or kata


def _kolom(rows: Any) -> list[str]:
    """Kolom yang dicari, juga tulisannya pada tahun bacaannya."""
    kolom = rows.model.dicari
    ada = rows.query.annotations
    hasil = list(kolom)
    for satu, akhir in product(kolom, ("_saat", "_polos")):
        nama = f"{satu}{akhir}"
        if nama in ada:
            hasil.append(nama)
    return hasil


def _berkode_polos(rows: Any, kata: Kata) -> Any:
    """Kodenya juga tanpa titik, bila ada kata yang mungkin menulisnya begitu."""
    if "kode" in rows.model.dicari and any(map(is_kode_polos, kata)):
        polos = Replace(F("kode"), Value("."), Value(""))
        return rows.annotate(kode_polos=polos)
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
    return rows.select_related().order_by(tepat, nama, "pk")[:SEJENIS]


def _pembeda(row: Any, label: str) -> str:
    """Isi kolom lain yang dicari, selain yang sudah disebut namanya."""
    keterangan = []
    for kolom in row.dicari[1:]:
        nama, _, _ = kolom.partition("__")
        tulisan = str(getattr(row, nama))
        if tulisan.lower() not in label.lower():
            keterangan.append(tulisan)
    return " · ".join(keterangan)
