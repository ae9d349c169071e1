"""Berkas impor yang lebih lama daripada orang menunggu: diperiksa dan diterapkan sebagai tugas."""

from functools import partial
from typing import Any

from django.contrib.auth import get_permission_codename

from core import audit, door
from core.angka import ringkas
from core.audit import Refused
from documents.actions import kabar
from documents.actions.impor import (
    Pilih,
    apply,
    impor_baru,
    keep_berkas,
    record_check,
    refuse_beda,
    refuse_unready,
)
from documents.actions.tugas import start, twin
from documents.arsip import LembarRefused
from documents.impor import PENERIMA, Hasil, Kesalahan, Penerima
from documents.models import Impor, Tugas
from documents.snapshot import digest
from documents.tugas import Fase, HasilTugas, JenisTugas, Kemajuan

CHECK = "periksa_impor"
APPLY = "terapkan_impor"
MEMERIKSA = Fase("Memeriksa", "baris")
MENERAPKAN = Fase("Menerapkan", "baris")


def request_upload(
    *,
    penerima: Penerima,
    kisi: str,
    halaman: str,
    berkas: Any,
    by: Any,
) -> Tugas:
    """Simpan berkasnya dan antrekan pemeriksaannya.

    Yang sama dan belum selesai diperiksa dipakai lagi; `Refused` bila antrean penuh.
    """
    data = berkas.read()
    sidik = _sidik_unggahan(penerima, kisi, data)
    with audit.locked(penerima.kabupaten.kode):
        sama = twin(by.kabupaten, CHECK, sidik)
        if sama is not None:
            return sama
        impor = impor_baru(penerima, kisi, halaman)
        keep_berkas(impor, berkas, data, by)
        note = f"Belum diperiksa, sha256 {impor.sha256}"
        door.save(impor, by=by, action=audit.Action.LOAD, note=note)
        return start(
            jenis=CHECK,
            judul=f"Periksa {impor.judul} {impor.tahun}: {impor.nama}",
            hak=_hak(penerima),
            sidik=sidik,
            subjek=impor,
            isian={"abai": penerima.is_abai},
            halaman=impor.get_absolute_url(),
            by=by,
        )


def _sidik_unggahan(penerima: Penerima, kisi: str, data: bytes) -> str:
    """Berkas yang sama, bagi penerima, tahun dan cara baca yang sama."""
    cara = "abai" if penerima.is_abai else "utuh"
    isi = digest(data)
    unggahan = f"{kisi} {penerima.tahun} {cara} {isi}"
    return digest(unggahan.encode())


def request_apply(
    *,
    impor: Impor,
    ganti: bool,
    pilih: Pilih,
    usul: bool,
    akui: bool = False,
    by: Any,
) -> Tugas:
    """Antrekan penerapannya; `Refused` bila impornya tidak siap atau antrean penuh."""
    refuse_unready(impor)
    refuse_beda(impor, akui)
    penerima = PENERIMA[impor.kisi]
    return start(
        jenis=APPLY,
        judul=f"Terapkan {impor}",
        hak=_hak(penerima),
        sidik=f"{APPLY} {impor.pk}",
        subjek=impor,
        isian={"ganti": ganti, "pilih": dict(pilih), "usul": usul, "akui": akui},
        halaman=impor.get_absolute_url(),
        by=by,
    )


def _hak(penerima: Penerima | type[Penerima]) -> str:
    """Hak yang membuka impornya; masih dituntut saat dikerjakan."""
    meta = penerima.model._meta
    codename = get_permission_codename(penerima.hak, meta)
    return f"{meta.app_label}.{codename}"


def _impor(tugas: Tugas) -> Impor:
    """`Refused` bila sudah dihapus."""
    impor: Impor | None = tugas.subject()
    if impor is None:
        raise Refused("Impornya sudah dihapus.")
    return impor


def _penerima(tugas: Tugas, impor: Impor) -> Penerima:
    """Penerimanya bagi yang memintanya."""
    penerima = PENERIMA[impor.kisi](tugas.diminta_by, impor.tahun)
    penerima.is_abai = tugas.isian.get("abai", False)
    return penerima


def _prepare_check(tugas: Tugas, kemajuan: Kemajuan) -> Hasil:
    """Berkas yang tidak terbaca menjadi impor yang ditolak, dengan sebabnya."""
    impor = _impor(tugas)
    penerima = _penerima(tugas, impor)
    try:
        tabel = penerima.isi(impor)
    except LembarRefused as error:
        pesan = str(error)
        sebab = Kesalahan("", "", "", pesan)
        return Hasil(kesalahan=[sebab])
    kemajuan.lanjut()
    with kemajuan.percobaan():
        penerima.lapor = kemajuan.lapor
        return penerima.check(tabel)


def _apply_check(tugas: Tugas, hasil: Hasil) -> HasilTugas:
    """Pratinjaunya siap dibuka."""
    impor = _impor(tugas)
    ringkasan = record_check(impor=impor, hasil=hasil, by=tugas.diminta_by)
    return HasilTugas(ringkasan=ringkasan, halaman=impor.get_absolute_url())


def _prepare_apply(tugas: Tugas, kemajuan: Kemajuan) -> Penerima:
    """Berkasnya dibaca lebih dahulu; yang tidak siap lagi ditolak sebelum menunggu."""
    impor = _impor(tugas)
    refuse_unready(impor)
    penerima = _penerima(tugas, impor)
    penerima.isi(impor)
    return penerima


def _apply_impor(tugas: Tugas, penerima: Penerima) -> HasilTugas:
    """Semua ubahannya dan tanda selesai tugasnya satu transaksi."""
    impor = _impor(tugas)
    penerima.lapor = partial(kabar.write, tugas.klaim)
    banyak = apply(impor=impor, penerima=penerima, by=tugas.diminta_by, **tugas.isian)
    ringkasan = f"Diterapkan: {ringkas(banyak)} {penerima.satuan}"
    return HasilTugas(ringkasan=ringkasan, halaman=impor.get_absolute_url())


JENIS_CHECK = JenisTugas(
    fase=(Fase("Membaca berkas"), MEMERIKSA),
    prepare=_prepare_check,
    apply=_apply_check,
)
JENIS_APPLY = JenisTugas(
    fase=(Fase("Membaca berkas"),),
    prepare=_prepare_apply,
    apply=_apply_impor,
    penyimpanan=MENERAPKAN,
)
