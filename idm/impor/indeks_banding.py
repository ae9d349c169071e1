"""Rekap Indeks Desa dibandingkan dengan yang tercatat, menjadi baris pratinjau."""

from collections.abc import Sequence
from typing import Any

from core.angka import format_angka
from documents.impor import Hasil, Kesalahan
from idm.impor.indeks_kepala import KolomAspek
from idm.impor.indeks_read import BarisIndeks
from idm.models import IndeksDesa, IndikatorIdm, SubdimensiIndeks, TerbitanIndeks
from idm.scoring import SKOR_TERTINGGI

Ubahan = dict[str, Any]  # satu baris pratinjau
Kunci = tuple[int, int]  # desa, tahun
KOLOM = ("skor", "status", "poin", "jawaban")
URUT = "urut"
LEWATI = "lewati"
NAMA = "aspek"
BARU = "baru"


class IndeksTercatat:
    """Yang berlaku dan terbitannya, menurut desa dan tahun.

    Dibaca sekali, saat diperiksa dan sekali lagi saat diterapkan.
    """

    def __init__(self, rows: Sequence[Any]) -> None:
        """`rows` menyebut desa dan tahun yang diperlukan."""
        self.berlaku = _per_kunci(IndeksDesa, rows)
        self.terbitan = _per_kunci(TerbitanIndeks, rows)

    def keadaan(self, kunci: tuple[int, int]) -> str:
        """Tanda isi yang akan ditimpa.

        Berbeda berarti sudah diubah sejak dibandingkan.
        """
        bagian = []
        for rows in (self.berlaku, self.terbitan):
            row = rows.get(kunci)
            isi = _isi(row)
            bagian.append(isi)
        return "|".join(bagian)


def _per_kunci(model: Any, rows: Sequence[Any]) -> dict[tuple[int, int], Any]:
    """Baris tercatat pada desa dan tahun yang disebut."""
    tahun = {satu.tahun for satu in rows}
    nomor = {satu.desa.pk for satu in rows}
    semua = model.objects.filter(tahun__in=tahun, desa__in=nomor)
    return {(row.desa_id, row.tahun): row for row in semua}


def _isi(row: Any) -> str:
    """Kolom terbitannya dalam satu tulisan; kosong bila belum ada."""
    if row is None:
        return ""
    tulisan = []
    for nama in (*KOLOM, "is_contoh"):
        nilai = getattr(row, nama)
        tulisan.append(str(nilai))
    return ":".join(tulisan)


def sandingan(kolom: KolomAspek, aspek: IndikatorIdm) -> Ubahan:
    """Kolom skor yang hanya cocok menurut urutannya; orang yang memutuskan.

    Satu saja yang tidak diterima, aspek berkas itu tidak dibaca; poin dimensinya tetap.
    """
    label = f"Aspek {aspek.kode} {aspek}"
    if aspek.is_belum_dikenal:
        label = "Aspek yang belum bernama"
    return {
        "jenis": NAMA,
        "kunci": f"{aspek.pk}",
        "baris": kolom.judul,
        "judul": f"Kolom skor {aspek.variabel}",
        "lama": aspek.judul_lembar,
        "baru": label,
        "lembar": "",
        "sel": "",
        "pilihan": [[URUT, f"Ini {label}"], [LEWATI, "Jangan baca aspeknya"]],
        "usul": URUT,
        "wajib": "1",
    }


def tambahan(kolom: KolomAspek, sub: SubdimensiIndeks) -> Ubahan:
    """Kolom skor yang aspeknya belum ada pada edisinya; orang yang menambahkannya."""
    return {
        "jenis": NAMA,
        "kunci": f"{BARU}-{sub.pk}-{kolom.kolom}",
        "baris": kolom.judul,
        "judul": f"Kolom skor {sub.nama}",
        "lama": "",
        "baru": f"Aspek baru {sub.nama}, paling tinggi {SKOR_TERTINGGI} poin",
        "lembar": "",
        "sel": "",
        "sub": str(sub.pk),
        "pilihan": [[URUT, "Tambahkan pada edisinya"], [LEWATI, "Jangan baca aspeknya"]],
        "usul": URUT,
        "wajib": "1",
    }


def bandingkan(baris: BarisIndeks, ada: IndeksTercatat, hasil: Hasil) -> None:
    """Baru, sama, atau berbeda dari terbitan yang tercatat."""
    kunci = (baris.desa.pk, baris.tahun)
    lama = ada.terbitan.get(kunci)
    nilai = _tulisan(baris)
    is_nyata = lama is not None and not lama.is_contoh
    if is_nyata and nilai == _tulisan(lama):
        hasil.sama += 1
        return
    berlaku = ada.berlaku.get(kunci)
    _sebut_selisih(baris, berlaku, hasil)
    ubahan = {
        "jenis": "terbitan",
        "kunci": f"{baris.desa.pk}-{baris.tahun}",
        "baris": f"{baris.desa.nama} ({baris.kode})",
        "judul": f"Indeks Desa {baris.tahun}",
        "lama": _ringkas(lama),
        "baru": str(baris),
        "lembar": baris.lembar,
        "sel": baris.sel,
        "desa": str(baris.desa.pk),
        "tahun": str(baris.tahun),
        "instrumen": str(baris.instrumen),
        "nilai": nilai,
        "keadaan": ada.keadaan(kunci),
    }
    if is_nyata:
        ubahan["beda"] = "ya"
    hasil.ubahan.append(ubahan)


def _sebut_selisih(baris: BarisIndeks, berlaku: Any, hasil: Hasil) -> None:
    """Yang berlaku dari verifikasi dan berbeda disebut; keduanya disimpan."""
    if berlaku is None or berlaku.sumber == IndeksDesa.SumberIndeks.TERBITAN:
        return
    if berlaku.skor == baris.skor:
        return
    kini = _ringkas(berlaku)
    asal = berlaku.get_sumber_display()
    sebutan = f"{baris.desa.nama} {baris.tahun}"
    pesan = f"{sebutan}: terbitan {baris}, yang berlaku {kini}, {asal}. Keduanya disimpan."
    catatan = Kesalahan(
        lembar=baris.lembar,
        sel=baris.sel,
        isi=baris.kode,
        pesan=pesan,
    )
    hasil.catatan.append(catatan)


def _ringkas(row: Any) -> str:
    """Skor dan status yang tercatat; kosong bila belum ada."""
    if row is None:
        return ""
    skor = format_angka(row.skor, 2)
    status = row.get_status_display()
    tanda = ""
    if row.is_contoh:
        tanda = " (data peragaan)"
    return f"{skor} {status}{tanda}"


def _tulisan(row: Any) -> str:
    """Skor, status, poin dan aspek satu baris lembar atau terbitan."""
    skor = f"{row.skor:.2f}"
    bagian = (skor, row.status, row.poin, row.jawaban)
    return "|".join(bagian)
