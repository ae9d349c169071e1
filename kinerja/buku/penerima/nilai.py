"""Kolom target dan realisasi tiap tahun pada lembar indikator."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from core import door
from core.angka import format_angka, ringkas
from core.periode import SETAHUN
from kinerja.aturan.bacaan import parse_pecahan, parse_tertulis
from kinerja.aturan.periode import Pecahan
from kinerja.aturan.tercetak import Banding, bandingkan
from kinerja.buku.penerima.kolom import BarisBuku, Isian, KolomBuku
from kinerja.buku.penerima.lembar import Buku
from kinerja.buku.penerima.sebutan import isian_sebutan
from kinerja.models import Indikator, Realisasi, Target
from kinerja.models.nilai import PENUH, Mutu
from kinerja.pengukuran.actions import record_target_change

Isi = dict[str, Any]  # kolom formulir → nilainya
JENIS: dict[str, Any] = {"target": Target, "realisasi": Realisasi}
# hasil bagi tersimpan di hadapan angka pada selnya
CETAKAN = {
    Banding.SAMA: "",
    Banding.DIPOTONG: (
        "Tertulis {tulisan}, hasil {bagian} dibulatkan {hasil}: dipotong. {bagian} dipertahankan."
    ),
    Banding.BERBEDA: (
        "Tertulis {tulisan}, hasil {bagian} = {hasil}. Bila diterapkan, {bagian} diganti angka ini."
    ),
}
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


def tahun_kolom(letak: Iterable[str]) -> dict[str, int]:
    """Kolom nilai yang ada pada kepalanya, dengan tahunnya."""
    tahun = {}
    for kolom in letak:
        jenis = _jenis(kolom)
        if jenis is not None:
            tahun[kolom] = jenis[1]
    return tahun


def _jenis(kolom: str) -> tuple[Any, int] | None:
    """Model dan tahun satu kolom nilai; `None` bila bukan kolom nilai."""
    nama, _, tahun = kolom.partition("_")
    if nama not in JENIS or not tahun.isdecimal():
        return None
    return JENIS[nama], int(tahun)


def _setahun(indikator: Indikator) -> Isi:
    """Target dan realisasi setahun yang ada, menurut nama kolomnya."""
    hasil = {}
    for nama, model in JENIS.items():
        rows = model.objects.filter(
            indikator=indikator,
            triwulan=SETAHUN,
            bulan=PENUH,
        )
        for row in rows.select_related("tingkat"):
            hasil[f"{nama}_{row.tahun}"] = row
    return hasil


def isi_nilai(indikator: Indikator) -> Isi:
    """Isi kolom nilai satu indikator sebagaimana tercatat."""
    tersimpan = _setahun(indikator)
    return {kolom: _isi(row) for kolom, row in tersimpan.items()}


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


def _tertulis(row: Any) -> str:
    """Isi yang tercatat, sebagaimana akan terbaca dari lembarnya."""
    isi = _isi(row)
    if isinstance(isi, Decimal):
        return ringkas(isi)
    return str(isi or "")


def _angka(tulisan: str) -> Decimal | None:
    """Angka tanpa satuan; yang bersatuan diperiksa formulirnya."""
    try:
        tertulis = parse_tertulis(tulisan)
    except ValueError:
        return None
    if tertulis.satuan or not isinstance(tertulis.isi, Decimal):
        return None
    return tertulis.isi


def _cetakan(bagian: Pecahan, nilai: Decimal, desimal: int) -> tuple[str, str]:
    """Nilai dan hasil bagi pada ketelitian yang sama; nol di ekor hilang pada sel angka."""
    tulisan = ringkas(nilai)
    _, _, pecahan = tulisan.partition(",")
    teliti = max(desimal, len(pecahan))
    return format_angka(nilai, teliti), format_angka(bagian.nilai or 0, teliti)


class LembarNilai:
    """Menyimpan sel-sel tahun satu baris indikator."""

    def __init__(self, buku: Buku) -> None:
        """Pencatatnya milik bukunya."""
        self.buku = buku

    def store(self, indikator: Indikator, baris: BarisBuku) -> None:
        """Tiap sel berisi satu target atau satu realisasi; yang kosong dibiarkan."""
        tersimpan = _setahun(indikator)
        periode = indikator.sasaran.periode
        for kolom in baris.isi:
            jenis = _jenis(kolom)
            if jenis is None:
                continue
            model, tahun = jenis
            if not periode.tahun_awal <= tahun <= periode.tahun_akhir:
                continue
            row = tersimpan.get(kolom)
            if row is None:
                row = model(indikator=indikator, tahun=tahun)
            self._satu(row, kolom, baris)

    def _satu(self, row: Any, kolom: str, baris: BarisBuku) -> None:
        """Yang tertulis sama, atau bernilai sama, tidak diperiksa lagi."""
        tulisan = baris.teks(kolom)
        tertulis = _tertulis(row)
        is_sama = tulisan == tertulis or self._is_senilai(row, kolom, baris)
        if is_sama:
            if row.pk:
                self.buku.hasil.sama += 1
            return
        if not tulisan:
            pesan = DIBIARKAN.format(isi=tertulis)
            self.buku.record(baris, kolom, pesan)
            return
        isian = self._isian(row, kolom, tulisan)
        store = None
        if isinstance(row, Target) and row.pk:
            isian["alasan"] = ("alasan", baris.teks("alasan"))
            store = self._ganti_target
        self.buku.pencatat.store(row, baris, isian, store)

    def _is_senilai(self, row: Any, kolom: str, baris: BarisBuku) -> bool:
        """Angka yang sama; bagian pecahan tidak diganti oleh cetakan hasil baginya sendiri."""
        nilai = _angka(baris.teks(kolom))
        if nilai is None or not isinstance(row.isi, Pecahan):
            return nilai is not None and nilai == row.isi
        tulisan, hasil = _cetakan(row.isi, nilai, row.definisi.desimal)
        banding = bandingkan(tulisan, row.isi.nilai)
        pesan = CETAKAN[banding].format(tulisan=tulisan, bagian=row.isi, hasil=hasil)
        if pesan:
            self.buku.record(baris, kolom, pesan)
        return banding is not Banding.BERBEDA

    def _isian(self, row: Any, kolom: str, tulisan: str) -> Isian:
        """Sebutan, pecahan, atau angka; hasil bagi saja dicatat pula sebagai angka tercetak."""
        definisi = row.definisi
        if definisi.skala_kualitatif_id is not None:
            sel = (kolom, tulisan)
            skala = definisi.skala_kualitatif
            return isian_sebutan(sel, skala, angka="nilai", sebutan="tingkat")
        if isinstance(row, Target) or not definisi.rumus_penyebut:
            return {"nilai": (kolom, tulisan)}
        bagian = parse_pecahan(tulisan)
        if bagian is not None:
            pembilang, penyebut = bagian
            return {
                "pembilang": (kolom, pembilang),
                "penyebut": (kolom, penyebut),
                "nilai": (kolom, ""),
            }
        kosong = (kolom, "")
        terisi = (kolom, tulisan)
        isian = {
            "nilai": terisi,
            "tercetak": terisi,
            "pembilang": kosong,
            "penyebut": kosong,
        }
        if row.mutu == Mutu.DISUSUN:
            isian["mutu"] = kosong
        return isian

    def _ganti_target(self, row: Any, form: Any) -> None:
        """Target lama dan alasannya tetap tersimpan, seperti pada halamannya."""
        pencatat = self.buku.pencatat
        door.save(row, by=pencatat.by, note=pencatat.note)
        if form.is_changed:
            alasan = form.cleaned_data["alasan"]
            record_target_change(
                target=row,
                lama=form.lama,
                alasan=alasan,
                by=pencatat.by,
            )
