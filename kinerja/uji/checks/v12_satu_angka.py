"""V12: satu angka dan satu batasan untuk satu hal di semua naskah dan tahun."""

from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter
from typing import Any

from core.angka import bulatkan
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.tercetak import Banding, desimal
from kinerja.models import AngkaTercetak, Indikator
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.tercetak import banding, banding_aksi
from kinerja.uji.checks.bacaan import angka_tercetak, fakta_sel, tulisan_tercetak

SemuaTercetak = list[AngkaTercetak]
PerNama = dict[str, list[Indikator]]
Hal = tuple[str, int | None]  # kunci rujukan dan tahunnya
PerHal = dict[Hal, SemuaTercetak]
SEBUTAN = {
    "satuan": "satuan",
    "arah": "rumus capaian",
    "rumus_pembilang": "pembilang",
    "rumus_penyebut": "penyebut",
    "faktor": "faktor kali",
}
KOLOM_POHON = ("satuan", "arah")  # yang dibandingkan pada baris pohon


@uji("V12", "angka dan tulisan dengan rujukan sama di semua dokumen")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Yang nilainya berlainan pada ketelitian terkasarnya."""
    per_rujukan = _per_rujukan(kinerja)
    for rows in per_rujukan.values():
        if len(rows) < 2:
            continue
        berlainan = _berlainan(rows)
        yield _beda(berlainan, kinerja) if berlainan else None


def _per_rujukan(kinerja: TahunKinerja) -> PerHal:
    """Tulisan yang menyebut hal yang sama, menurut urutan dicatatnya."""
    hasil: PerHal = {}
    for row in sorted(kinerja.tercetak, key=attrgetter("pk")):
        if row.is_kalimat:
            continue
        kunci = (row.rujukan, row.tahun)
        serujukan = hasil.setdefault(kunci, [])
        serujukan.append(row)
    return hasil


def _berlainan(rows: SemuaTercetak) -> SemuaTercetak:
    """Tulisan yang tidak senilai, atau katanya lain; kosong bila semuanya sama."""
    terbaca = []
    semua = []
    for row in rows:
        angka = _angka(row)
        if angka is not None:
            terbaca.append(row)
            semua.append(angka)
    if not terbaca:
        return rows if _is_lain_kata(rows) else []
    is_senilai = len(terbaca) < 2 or is_sama(semua)
    return [] if is_senilai else terbaca


def _is_lain_kata(rows: SemuaTercetak) -> bool:
    """Kata yang seharusnya sama, misalnya sasaran atau satuan pada dua tabel."""
    kata = set()
    for row in rows:
        kata.add(" ".join(row.tercetak.lower().split()))
    return len(kata) > 1


def _beda(rows: SemuaTercetak, kinerja: TahunKinerja) -> Temuan:
    """Pada tulisan yang lain dari hitungannya, bila diketahui; selain itu yang pertama."""
    menyimpang = _menyimpang(kinerja)
    satu, *lain = sorted(rows, key=lambda row: row.pk not in menyimpang)
    beda = [_sebut(row) for row in lain if row.tercetak != satu.tercetak]
    daftar = "; ".join(beda)
    pesan = f"Ini juga tercetak lain: {daftar}."
    tempat = f"{satu.dokumen}, {satu.tempat}"
    return Temuan(
        "V12",
        tempat,
        pesan,
        satu.tercetak,
        url=satu.get_absolute_url(),
        fakta=fakta_sel(satu.dokumen, satu.tempat),
        nilai=tuple(beda),
    )


def _menyimpang(kinerja: TahunKinerja) -> set[int]:
    """Tulisan yang tidak sama dengan hitungannya."""
    menyimpang = set()
    for row in (*banding(kinerja), *banding_aksi(kinerja)):
        is_diketahui = row["nilai"] is not None
        if is_diketahui and row["simpulan"] != Banding.SAMA.value:
            menyimpang.add(row["pk"])
    return menyimpang


def _sebut(row: AngkaTercetak) -> str:
    return f"{row.dokumen}, {row.tempat}: {row.tercetak}"


def _angka(row: AngkaTercetak) -> tuple[str, Decimal] | None:
    """Tulisan dan nilainya; `None` bila tidak terbaca sebagai angka."""
    nilai = angka_tercetak(row)
    if nilai is None:
        return None
    return tulisan_tercetak(row), nilai


def is_sama(angka: Iterable[tuple[str, Decimal]]) -> bool:
    """Semua tulisan sama bila dibulatkan ke desimal yang paling sedikit."""
    semua = list(angka)
    paling_sedikit = min(desimal(tulisan) for tulisan, _ in semua)
    bulat = {bulatkan(nilai, paling_sedikit) for _, nilai in semua}
    return len(bulat) == 1


@uji("V12", "satuan, rumus capaian dan rumus indikator bernama sama di semua naskah dan tahun")
def batasan(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Indikator yang sama pada sasaran, jenis atau periode lain terhadap yang dipakai tahun ini."""
    per_nama = _per_nama(kinerja)
    for indikator in kinerja.pengukuran.indikator:
        nama = _baku(indikator.nama)
        for lain in per_nama.get(nama, ()):
            if lain.pk != indikator.pk:
                yield _beda_batasan(indikator, lain)
    yield from _baris_pohon(kinerja, per_nama)


def _per_nama(kinerja: TahunKinerja) -> PerNama:
    """Indikator semua periode dan jenis kabupatennya, menurut definisinya tahun ini."""
    milik = {"sasaran__periode__perangkat_daerah__kabupaten": kinerja.kabupaten}
    rows = Indikator.objects.filter(**milik).ada_pada(kinerja.tahun)
    rows = rows.select_related("sasaran__periode")
    hasil: PerNama = {}
    for row in rows.prefetch_related("definisi_tahun"):
        menurut = row.pada(kinerja.tahun)
        nama = _baku(menurut.nama)
        senama = hasil.setdefault(nama, [])
        senama.append(menurut)
    return hasil


def _baku(nama: str) -> str:
    return " ".join(nama.lower().split())


def _beda_batasan(indikator: Indikator, lain: Indikator) -> Temuan | None:
    beda = [kolom for kolom in SEBUTAN if _lain(indikator, lain, kolom)]
    periode = lain.sasaran.periode
    tempat_lain = f"{lain} pada {periode}"
    return _temuan(indikator, tempat_lain, lain, beda)


def _lain(satu: Any, dua: Any, kolom: str) -> bool:
    """Tulisan kolomnya berbeda, bukan sekadar huruf besar atau spasinya."""
    tulisan_satu = str(getattr(satu, kolom))
    tulisan_dua = str(getattr(dua, kolom))
    return _baku(tulisan_satu) != _baku(tulisan_dua)


def _baris_pohon(kinerja: TahunKinerja, per_nama: PerNama) -> Perbandingan:
    """Indikator program atau kegiatan yang bernama sama dengan indikator sasaran."""
    for s in kinerja.pohon.baris:
        nama = _baku(s.obj.indikator)
        tempat_lain = str(s.induk)
        for indikator in per_nama.get(nama, ()):
            beda = [kolom for kolom in KOLOM_POHON if _lain(indikator, s.obj, kolom)]
            yield _temuan(indikator, tempat_lain, s.obj, beda)


def _temuan(indikator: Indikator, tempat_lain: str, lain: Any, beda: list[str]) -> Temuan | None:
    if not beda:
        return None
    sebutan = [SEBUTAN[kolom] for kolom in beda]
    daftar = ", ".join(sebutan)
    pesan = f"Berbeda {daftar} dengan {tempat_lain}."
    kolom = beda[0]
    return Temuan(
        "V12",
        str(indikator),
        pesan,
        str(getattr(indikator, kolom)),
        str(getattr(lain, kolom)),
        indikator.get_absolute_url(),
        fakta=kunci_fakta(indikator, lain, "batasan"),
        nilai=tuple(sebutan),
    )
