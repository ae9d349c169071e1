"""Kolom target dan realisasi tiap tahun pada lembar indikator."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from core import door
from core.angka import ringkas
from core.periode import SETAHUN
from kinerja.aturan.bacaan import baca_pecahan
from kinerja.buku.penerima.kolom import BarisBuku, Isian, KolomBuku
from kinerja.buku.penerima.lembar import Buku
from kinerja.models import Indikator, Realisasi, Target
from kinerja.models.nilai import PENUH
from kinerja.pengukuran.actions import record_target_change

JENIS: dict[str, Any] = {"target": Target, "realisasi": Realisasi}
DIBIARKAN = "Sel kosong; yang tercatat ({isi}) dibiarkan."


def kolom_nilai(tahun: Iterable[int]) -> Iterator[KolomBuku]:
    """Target semua tahun, lalu realisasinya."""
    semua = list(tahun)
    for nama in JENIS:
        for satu in semua:
            yield _kolom(nama, satu)


def _kolom(nama: str, tahun: int) -> KolomBuku:
    """Judulnya boleh bertingkat: “Target Kinerja Tahun” di atas 2023."""
    kelompok = nama.capitalize()
    sebutan = (
        f"{kelompok} Kinerja Tahun {tahun}",
        f"{kelompok} Kinerja {tahun}",
        f"{kelompok} Kinerja pada Tahun {tahun}",
        f"{kelompok} Tahun {tahun}",
    )
    return KolomBuku(f"{nama}_{tahun}", str(tahun), "nilai", kelompok, alias=sebutan)


def tahun_kolom(letak: Mapping[str, int]) -> set[int]:
    """Tahun kolom nilai yang ada pada kepalanya."""
    tahun = set()
    for kolom in letak:
        nama, _, angka = kolom.partition("_")
        if nama in JENIS and angka.isdecimal():
            tahun.add(int(angka))
    return tahun


def isi_nilai(indikator: Indikator) -> dict[str, Any]:
    """Isi kolom nilai satu indikator sebagaimana tercatat."""
    hasil = {}
    for nama, model in JENIS.items():
        rows = model.objects.filter(indikator=indikator, triwulan=SETAHUN, bulan=PENUH)
        for row in rows.select_related("tingkat"):
            hasil[f"{nama}_{row.tahun}"] = _isi(row)
    return hasil


def _isi(row: Any) -> Any:
    """Angkanya, pecahannya, sebutannya, atau keadaannya; kosong bila hanya tulisan dokumen."""
    if row.tingkat is not None:
        return row.tingkat.nama
    if row.khusus is not None:
        sebab = f": {row.sebab}" if row.sebab else ""
        return f"{row.khusus.tulisan()}{sebab}"
    pembilang = getattr(row, "pembilang", None)
    if pembilang is not None and row.penyebut:
        return f"{ringkas(pembilang)}/{ringkas(row.penyebut)}"
    return row.nilai


class LembarNilai:
    """Menyimpan sel-sel tahun satu baris indikator."""

    def __init__(self, buku: Buku) -> None:
        self.buku = buku

    def simpan(self, indikator: Indikator, baris: BarisBuku) -> None:
        """Tiap sel berisi satu target atau satu realisasi; yang kosong dibiarkan."""
        tersimpan = self._tersimpan(indikator)
        for kolom in baris.letak:
            nama, _, tahun = kolom.partition("_")
            if nama in JENIS and tahun.isdecimal() and kolom in baris.isi:
                row = tersimpan.get(kolom)
                if row is None:
                    row = JENIS[nama](indikator=indikator, tahun=int(tahun))
                self._satu(row, kolom, baris)

    def _tersimpan(self, indikator: Indikator) -> dict[str, Any]:
        """Target dan realisasi setahun yang ada, menurut nama kolomnya."""
        hasil = {}
        for nama, model in JENIS.items():
            for row in model.objects.filter(indikator=indikator, triwulan=SETAHUN, bulan=PENUH):
                hasil[f"{nama}_{row.tahun}"] = row
        return hasil

    def _satu(self, row: Any, kolom: str, baris: BarisBuku) -> None:
        tulisan = baris.teks(kolom)
        kini = _isi(row)
        tertulis = ringkas(kini) if isinstance(kini, Decimal) else str(kini or "")
        if tulisan == tertulis:
            if row.pk:
                self.buku.hasil.sama += 1
            return
        if not tulisan:
            self.buku.catat(baris, kolom, DIBIARKAN.format(isi=tertulis))
            return
        isian = self._isian(row, kolom, tulisan)
        if isinstance(row, Target) and row.pk:
            isian["alasan"] = ("alasan", baris.teks("alasan"))
            self.buku.pencatat.simpan(row, baris, isian, self._ganti_target)
        else:
            self.buku.pencatat.simpan(row, baris, isian)

    def _isian(self, row: Any, kolom: str, tulisan: str) -> Isian:
        """Sebutan, pecahan, atau angka; hasil bagi saja dicatat pula sebagai angka tercetak."""
        definisi = row.definisi
        if definisi.skala_kualitatif_id is not None:
            return {"tingkat": (kolom, tulisan)}
        if isinstance(row, Target) or not definisi.rumus_penyebut:
            return {"nilai": (kolom, tulisan)}
        bagian = baca_pecahan(tulisan)
        if bagian is not None:
            return {
                "pembilang": (kolom, bagian[0]),
                "penyebut": (kolom, bagian[1]),
                "nilai": (kolom, ""),
            }
        kosong = (kolom, "")
        return {
            "nilai": (kolom, tulisan),
            "tercetak": (kolom, tulisan),
            "pembilang": kosong,
            "penyebut": kosong,
        }

    def _ganti_target(self, row: Any, form: Any) -> None:
        """Target lama dan alasannya tetap tersimpan, seperti pada halamannya."""
        pencatat = self.buku.pencatat
        door.save(row, by=pencatat.by, note=pencatat.note)
        if form.is_changed:
            alasan = form.cleaned_data["alasan"]
            record_target_change(target=row, lama=form.lama, alasan=alasan, by=pencatat.by)
