"""Membuka LKjIP baru beserta naskah awalnya, dan menyusunnya kembali dari data."""

import datetime
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from documents.snapshot import digest
from kinerja.models import BagianLkjip, Lkjip
from kinerja.naskah.lkjip.naskah_awal.susun import NaskahAwal, naskah_awal
from kinerja.tahun.tahun_kinerja import TahunKinerja, tahun_naskah


def create_lkjip(
    *,
    kabupaten: Kabupaten,
    tahun: int,
    by: Any,
    nomor: str = "",
    tanggal: datetime.date | None = None,
    menggantikan: Lkjip | None = None,
    token: str | None = None,
) -> Lkjip:
    """LKjIP draf dengan naskah awal tiap bagiannya. `door.Invalid` bila tahunnya sudah ada."""
    with audit.locked(kabupaten.kode):
        lkjip = Lkjip(
            kabupaten=kabupaten,
            tahun=tahun,
            nomor=nomor,
            tanggal=tanggal,
            menggantikan=menggantikan,
        )
        door.save(lkjip, by=by, token=token)
        semua = naskah_awal(TahunKinerja(kabupaten, tahun))
        bagian = [_bagian(lkjip, awal) for awal in semua]
        door.save_all(
            bagian,
            by=by,
            target=lkjip,
            note="Naskah awal dari data dan naskah baku.",
        )
    return lkjip


def _bagian(lkjip: Lkjip, awal: NaskahAwal) -> BagianLkjip:
    return BagianLkjip(
        lkjip=lkjip,
        kode=awal.kode,
        urutan=awal.urutan,
        judul=awal.judul,
        isi=awal.isi,
        sidik_awal=digest(awal.isi),
    )


def recompose(*, lkjip: Lkjip, by: Any, is_tambah_saja: bool = False) -> int:
    """Susun kembali bagian yang belum disunting, tambah yang belum ada; banyaknya yang berubah.

    `is_tambah_saja` membiarkan bagian yang sudah ada. `Refused` bila terkunci.
    """
    berubah = 0
    with audit.locked(lkjip.kabupaten.kode):
        if sebab := lkjip.sebab_lock():
            raise Refused(sebab)
        baru = {awal.kode: awal for awal in naskah_awal(tahun_naskah(lkjip))}
        for bagian in lkjip.bagian.all():
            awal = baru.pop(bagian.kode)
            if not (bagian.is_disunting or is_tambah_saja):
                berubah += _replace(bagian, awal, by)
        tambahan = [_bagian(lkjip, awal) for awal in baru.values()]
        if tambahan:
            door.save_all(tambahan, by=by, target=lkjip, note="Bagian baru dari data.")
    return berubah + len(tambahan)


def restore_draft(*, bagian: BagianLkjip, by: Any) -> bool:
    """Ganti satu bagian, disunting atau tidak, dengan naskah dari datanya kini."""
    with audit.locked(bagian.lkjip.kabupaten.kode):
        semua = naskah_awal(tahun_naskah(bagian.lkjip))
        baru = {awal.kode: awal for awal in semua}
        return _replace(bagian, baru[bagian.kode], by)


def copy_tahun_lalu(*, bagian: BagianLkjip, by: Any) -> None:
    """Isi satu bagian dari LKjIP tahun lalu; angkanya menurut tahun laporannya sendiri.

    `Refused` bila tahun lalu tidak memuatnya.
    """
    with audit.locked(bagian.lkjip.kabupaten.kode):
        lama = bagian.tahun_lalu()
        if lama is None:
            raise Refused("LKjIP tahun lalu tidak memuat bagian ini.")
        bagian.judul = lama.judul
        bagian.isi = lama.isi
        door.save(bagian, by=by, note=f"Disalin dari {lama.lkjip}.")


def mark_ready(*, bagian: BagianLkjip, by: Any) -> bool:
    """Nyatakan isi kini siap, atau cabut pernyataannya; yang disunting kemudian tidak siap lagi."""
    with audit.locked(bagian.lkjip.kabupaten.kode):
        is_siap = not bagian.is_siap
        bagian.sidik_siap = digest(bagian.isi) if is_siap else ""
        note = "Dinyatakan siap." if is_siap else "Tidak lagi siap."
        door.save(bagian, by=by, note=note)
        return is_siap


def _replace(bagian: BagianLkjip, awal: NaskahAwal, by: Any) -> bool:
    """Isi lamanya tetap terbaca pada riwayatnya."""
    bagian.isi = awal.isi
    bagian.sidik_awal = digest(awal.isi)
    kejadian = door.save(bagian, by=by, note="Disusun kembali dari data.")
    return kejadian is not None
