"""Angka pada dokumen lama di samping angka terhitung."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from core.angka import bulatkan, format_angka, ringkas
from kinerja.aturan.capaian import DESIMAL
from kinerja.aturan.rencana import TRIWULAN
from kinerja.aturan.tercetak import (
    Banding,
    bandingkan,
    dari_asing,
    desimal,
    is_asing,
    is_kosong,
    is_strip,
)
from kinerja.models import AngkaTercetak, Indikator
from kinerja.tahun.angka_aksi import AKSI, angka_aksi, triwulan_kunci
from kinerja.tahun.rujukan import Rujukan, is_tentang
from kinerja.tahun.tahun_kinerja import TahunKinerja

Baris = dict[str, Any]  # sandingan satu angka
SemuaBaris = list[Baris]


def banding(kinerja: TahunKinerja) -> SemuaBaris:
    """Tiap angka tercetak tahun laporan: tempat, tulisan, hasil hitung, dan simpulannya."""
    return _sekali(kinerja, _banding)


def _sekali(kinerja: TahunKinerja, susun: Callable[[TahunKinerja], SemuaBaris]) -> SemuaBaris:
    """Disusun sekali bagi lampiran dan semua uji yang membacanya."""
    if susun not in kinerja.ingatan:
        kinerja.ingatan[susun] = susun(kinerja)
    tersusun: SemuaBaris = kinerja.ingatan[susun]
    return tersusun


def _banding(kinerja: TahunKinerja) -> SemuaBaris:
    hasil = []
    for row in kinerja.tercetak:
        if row.is_kalimat or row.rujukan.startswith(AKSI):
            continue
        if row.persen is not None:
            hasil.append(_baris_persen(row, row.persen))
        elif row.tahun is not None and row.rujukan in kinerja.rujukan:
            hasil.append(_baris(row, kinerja.rujukan.get(row.rujukan)))
    return hasil


def _baris_persen(row: AngkaTercetak, persen: Decimal) -> Baris:
    """Persen dari pembilang dan penyebut yang dicatat bersama tulisannya."""
    angka = Rujukan(persen, "", row.get_absolute_url())
    tulisan = dari_asing(row.tercetak) if is_asing(row.tercetak) else row.tercetak
    teliti = max(DESIMAL, desimal(tulisan))
    return _baris(row, angka, tulisan) | {"dihitung": format_angka(persen, teliti)}


def banding_aksi(kinerja: TahunKinerja) -> SemuaBaris:
    """Seperti `banding`, untuk Rencana Aksi dan evaluasinya: ribuan dengan koma, “-” untuk nol."""
    return _sekali(kinerja, _banding_aksi)


def _banding_aksi(kinerja: TahunKinerja) -> SemuaBaris:
    rows = [row for row in kinerja.tercetak if row.rujukan.startswith(AKSI)]
    sampai = _sampai(rows)
    angka = {n: angka_aksi(kinerja.pohon, n) for n in set(sampai.values())}
    hasil = []
    for row in rows:
        terhitung = angka[sampai[row.dokumen]]
        baris = _baris_aksi(row, terhitung.get(row.rujukan))
        hasil.append(baris)
    return hasil


def _sampai(rows: Iterable[AngkaTercetak]) -> dict[str, int]:
    """Triwulan terakhir yang dicetak tiap dokumen; yang tidak mencetaknya memuat setahun."""
    hasil: dict[str, int] = {}
    for row in rows:
        tercetak = hasil.setdefault(row.dokumen, 0)
        if not is_kosong(row.tercetak):
            triwulan = triwulan_kunci(row.rujukan)
            hasil[row.dokumen] = max(tercetak, triwulan)
    return {dokumen: n or len(TRIWULAN) for dokumen, n in hasil.items()}


def banding_indikator(kinerja: TahunKinerja, indikator: Indikator) -> SemuaBaris:
    """Angka tercetak tentang satu indikator di samping hasil hitungnya."""
    hasil = []
    for baris in banding(kinerja):
        if is_tentang(baris["rujukan"], indikator):
            hasil.append(baris)
    return hasil


def _baris_aksi(row: AngkaTercetak, angka: Rujukan | None) -> Baris:
    """Satu angka evaluasi lama dengan hasil hitungnya."""
    baris = _baris(row, angka, dari_asing(row.tercetak))
    baris["url"] = baris["url"] or row.get_absolute_url()
    if is_strip(row.tercetak):
        is_kosong = angka is None or not angka.nilai
        simpulan = Banding.SAMA if is_kosong else Banding.BERBEDA
        baris["simpulan"] = simpulan.value
    return baris


def _baris(row: AngkaTercetak, angka: Rujukan | None, tulisan: str = "") -> Baris:
    """Satu angka LKjIP lama dengan hasil hitungnya."""
    nilai = angka.nilai if angka else None
    tulisan = tulisan or row.tercetak
    return {
        "dokumen": row.dokumen,
        "tempat": row.tempat,
        "rujukan": row.rujukan,
        "tercetak": row.tercetak,
        "nilai": nilai,
        "dihitung": _tulisan(nilai, tulisan),
        "simpulan": bandingkan(tulisan, nilai).value,
        "url": angka.url if angka else "",
        "pk": row.pk,
    }


def _tulisan(nilai: Decimal | str | None, tercetak: str) -> str:
    """Hasil hitung pada ketelitian tulisan tercetak."""
    if nilai is None:
        return "—"
    if isinstance(nilai, str):
        return nilai
    if is_kosong(tercetak):
        return ringkas(bulatkan(nilai, DESIMAL))
    return format_angka(bulatkan(nilai, desimal(tercetak)))
