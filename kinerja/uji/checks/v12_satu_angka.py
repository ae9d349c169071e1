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

SEBUTAN = {
    "satuan": "satuan",
    "arah": "rumus capaian",
    "rumus_pembilang": "pembilang",
    "rumus_penyebut": "penyebut",
    "faktor": "faktor kali",
}


@uji("V12", "angka dan tulisan dengan rujukan sama di semua dokumen")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Yang nilainya berlainan pada ketelitian terkasarnya."""
    per_rujukan: dict[tuple[str, int | None], list[AngkaTercetak]] = {}
    for row in sorted(kinerja.tercetak, key=attrgetter("pk")):
        if not row.is_kalimat:
            per_rujukan.setdefault((row.rujukan, row.tahun), []).append(row)
    for rows in per_rujukan.values():
        if len(rows) > 1:
            berlainan = _berlainan(rows)
            yield _beda(berlainan, kinerja) if berlainan else None


def _berlainan(rows: list[AngkaTercetak]) -> list[AngkaTercetak]:
    """Tulisan yang tidak senilai, atau katanya lain; kosong bila semuanya sama."""
    terbaca = [(row, angka) for row in rows if (angka := _angka(row))]
    if not terbaca:
        return rows if _is_lain_kata(rows) else []
    if len(terbaca) < 2 or is_sama(angka for _, angka in terbaca):
        return []
    return [row for row, _ in terbaca]


def _is_lain_kata(rows: list[AngkaTercetak]) -> bool:
    """Kata yang seharusnya sama, misalnya sasaran atau satuan pada dua tabel."""
    kata = {" ".join(row.tercetak.lower().split()) for row in rows}
    return len(kata) > 1


def _beda(rows: list[AngkaTercetak], kinerja: TahunKinerja) -> Temuan:
    """Pada tulisan yang lain dari hitungannya, bila diketahui; selain itu yang pertama."""
    menyimpang = _menyimpang(kinerja)
    satu, *lain = sorted(rows, key=lambda row: row.pk not in menyimpang)
    beda = [_sebut(row) for row in lain if row.tercetak != satu.tercetak]
    pesan = f"Ini juga tercetak lain: {'; '.join(beda)}."
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
    semua = (*banding(kinerja), *banding_aksi(kinerja))
    diketahui = [row for row in semua if row["nilai"] is not None]
    return {row["pk"] for row in diketahui if row["simpulan"] != Banding.SAMA.value}


def _sebut(row: AngkaTercetak) -> str:
    return f"{row.dokumen}, {row.tempat}: {row.tercetak}"


def _angka(row: AngkaTercetak) -> tuple[str, Decimal] | None:
    """Tulisan dan nilainya; `None` bila tidak terbaca sebagai angka."""
    nilai = angka_tercetak(row)
    return None if nilai is None else (tulisan_tercetak(row), nilai)


def is_sama(angka: Iterable[tuple[str, Decimal]]) -> bool:
    """Semua tulisan sama bila dibulatkan ke desimal yang paling sedikit."""
    semua = list(angka)
    paling_sedikit = min(desimal(tulisan) for tulisan, _ in semua)
    bulat = {bulatkan(nilai, paling_sedikit) for _, nilai in semua}
    return len(bulat) == 1


@uji("V12", "satuan, rumus capaian dan rumus indikator bernama sama di semua naskah dan tahun")
def batasan(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Indikator yang sama pada sasaran, jenis atau periode lain terhadap yang dipakai tahun ini."""
    rows = Indikator.objects.filter(sasaran__periode__perangkat_daerah__kabupaten=kinerja.kabupaten)
    per_nama: dict[str, list[Indikator]] = {}
    rows = rows.select_related("sasaran__periode").prefetch_related("definisi_tahun")
    for row in rows:
        menurut = row.pada(kinerja.tahun)
        per_nama.setdefault(_baku(menurut.nama), []).append(menurut)
    for indikator in kinerja.pengukuran.indikator:
        for lain in per_nama.get(_baku(indikator.nama), ()):
            if lain.pk != indikator.pk:
                yield _beda_batasan(indikator, lain)
    yield from _baris_pohon(kinerja, per_nama)


def _baku(nama: str) -> str:
    return " ".join(nama.lower().split())


def _beda_batasan(indikator: Indikator, lain: Indikator) -> Temuan | None:
    beda = [kolom for kolom in SEBUTAN if _lain(indikator, lain, kolom)]
    return _temuan(indikator, f"{lain} pada {lain.sasaran.periode}", lain, beda)


def _lain(satu: Any, dua: Any, kolom: str) -> bool:
    return _baku(str(getattr(satu, kolom))) != _baku(str(getattr(dua, kolom)))


def _baris_pohon(kinerja: TahunKinerja, per_nama: dict[str, list[Indikator]]) -> Perbandingan:
    """Indikator program atau kegiatan yang bernama sama dengan indikator sasaran."""
    for s in kinerja.pohon.baris:
        for indikator in per_nama.get(_baku(s.obj.indikator), ()):
            beda = [kolom for kolom in ("satuan", "arah") if _lain(indikator, s.obj, kolom)]
            yield _temuan(indikator, str(s.induk), s.obj, beda)


def _temuan(indikator: Indikator, tempat_lain: str, lain: Any, beda: list[str]) -> Temuan | None:
    if not beda:
        return None
    sebutan = [SEBUTAN[kolom] for kolom in beda]
    kolom = beda[0]
    return Temuan(
        "V12",
        str(indikator),
        f"Berbeda {', '.join(sebutan)} dengan {tempat_lain}.",
        str(getattr(indikator, kolom)),
        str(getattr(lain, kolom)),
        indikator.get_absolute_url(),
        fakta=kunci_fakta(indikator, lain, "batasan"),
        nilai=tuple(sebutan),
    )
