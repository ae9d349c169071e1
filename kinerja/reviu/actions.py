"""Membuka meja reviu, mengisi pedomannya, menulis catatan, dan menyalin pedoman."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Max
from django.utils import timezone

from accounts.models import Bidang
from core import audit, door
from core.audit import Refused
from documents.workflow import Status
from kinerja.models import (
    CatatanReviu,
    IsianReviu,
    JadwalReviu,
    PedomanReviu,
    Rekomendasi,
    Reviu,
)
from kinerja.reviu.jenis import LUAR, jenis_reviu
from kinerja.reviu.sources import BahanReviu

BELUM_BEKU = (Status.DRAFT, Status.DIAJUKAN)
Jawaban = tuple[str, str]  # hasil dan catatan satu butir


def open_reviu(*, naskah: Any, by: Any) -> Reviu:
    """Meja atas `naskah` yang sudah disetujui, dengan pedoman yang berlaku kini.

    `Refused` bila jenisnya tidak direviu, isinya belum beku, pedomannya belum ada, atau mejanya
    sudah dibuka.
    """
    label = naskah._meta.label
    if jenis_reviu(label) is None:
        raise Refused(f"{naskah} tidak termasuk yang direviu.")
    if naskah.status in BELUM_BEKU:
        raise Refused(f"{naskah} belum disetujui; yang direviu isi bekunya.")
    pedoman = PedomanReviu.objects.berlaku(naskah.kabupaten, label)
    if pedoman is None:
        raise Refused(f"Pedoman reviu bagi {naskah} belum ada.")
    jadwal = JadwalReviu.objects.of(naskah)
    reviu = Reviu(
        kabupaten=naskah.kabupaten,
        tahun=naskah.tahun,
        document=label,
        document_id=naskah.pk,
        judul=str(naskah),
        pedoman=pedoman,
        tenggat=jadwal.tenggat if jadwal else None,
        dibuka_by=by,
        dibuka_at=timezone.now(),
    )
    door.save(reviu, by=by)
    return reviu


def store_isian(*, reviu: Reviu, jawaban: Mapping[int, Jawaban], by: Any) -> int:
    """Simpan hasil dan catatan tiap butir menurut nomor barisnya; banyaknya yang berubah.

    `Refused` bila reviunya sudah tetap; butir di luar pedomannya dilewati.
    """
    berubah = 0
    with audit.locked(reviu.kabupaten_kode):
        ada = {satu.butir_id: satu for satu in reviu.isian.all()}
        for butir in reviu.pedoman.butir.all():
            if butir.pk not in jawaban:
                continue
            hasil, catatan = jawaban[butir.pk]
            row = ada.get(butir.pk)
            if row is None:
                if not hasil and not catatan:
                    continue
                row = IsianReviu(reviu=reviu, butir=butir)
            row.hasil = hasil
            row.catatan = catatan.strip()
            berubah += door.save(row, by=by) is not None
    return berubah


def assign_nomor(catatan: CatatanReviu) -> None:
    """Isi yang tidak ditulis orang: nomor berikutnya, sebutan tempatnya, versi bekunya, tenggatnya.

    `Refused` bila tempatnya tidak ada pada naskahnya, atau kutipannya tidak tertulis di sana.
    """
    reviu = catatan.reviu
    bahan = BahanReviu(reviu.naskah())
    sebutan = bahan.sebutan(catatan.tempat)
    if not sebutan:
        raise Refused("Tempat itu tidak ada pada isi beku naskahnya.")
    is_luar = catatan.tempat == LUAR
    if catatan.kutipan and not is_luar and not bahan.is_tertulis(catatan.kutipan):
        raise Refused(f"“{catatan.kutipan}” tidak tertulis pada naskah bekunya.")
    catatan.sebutan = sebutan
    catatan.versi = reviu.versi
    if catatan.tenggat is None:
        catatan.tenggat = reviu.tenggat
    if catatan.nomor is None:
        terakhir = reviu.catatan.aggregate(besar=Max("nomor"))["besar"] or 0
        catatan.nomor = terakhir + 1


def note_tercetak(*, reviu: Reviu, beda: Iterable[tuple[str, str, str]], by: Any) -> int:
    """Catatan bagi tiap angka cetakan luar `(tempat, tercetak, dihitung)`; banyaknya."""
    banyak = 0
    with audit.locked(reviu.kabupaten_kode):
        for tempat, tercetak, dihitung in beda:
            catatan = CatatanReviu(
                reviu=reviu,
                tempat=LUAR,
                kutipan=tercetak[:300],
                uraian=f"{tempat}: tercetak {tercetak}, menurut data {dihitung}.",
            )
            assign_nomor(catatan)
            door.save(catatan, by=by)
            banyak += 1
    return banyak


def copy_pedoman(*, pedoman: Any, by: Any) -> Any:
    """Versi berikutnya milik kantor `by`, dengan butir yang sama, siap disunting."""
    kabupaten = by.kabupaten
    with audit.locked(kabupaten.kode):
        milik = pedoman.sejenis().filter(kabupaten=kabupaten)
        terakhir = milik.aggregate(besar=Max("versi"))["besar"] or pedoman.versi
        baru = _salinan(pedoman, kabupaten=kabupaten, versi=terakhir + 1)
        door.save(baru, by=by, note=f"Disalin dari {pedoman}.")
        for butir in pedoman.butir.all():
            satu = _salinan(butir, pedoman=baru)
            door.save(satu, by=by)
    return baru


def _salinan(row: Any, **lain: Any) -> Any:
    """Baris baru berisi sama kecuali kolom `lain`."""
    isi = {}
    for field in row._meta.concrete_fields:
        if not field.primary_key:
            isi[field.name] = getattr(row, field.name)
    return type(row)(**isi | lain)


def record_commitments(
    *,
    tahun: int,
    isi: Iterable[str],
    penanggung: Bidang | None,
    tenggat: datetime.date | None,
    by: Any,
) -> int:
    """Satu rekomendasi tiap komitmen rapat, bernomor sesudah yang terakhir; banyaknya."""
    kabupaten = by.kabupaten
    asal = Rekomendasi.AsalRekomendasi.RAPAT
    with audit.locked(kabupaten.kode):
        serumpun = Rekomendasi.objects.filter(kabupaten=kabupaten, tahun=tahun, asal=asal)
        terakhir = serumpun.aggregate(besar=Max("nomor"))["besar"] or 0
        nomor = terakhir
        for nomor, uraian in enumerate(isi, terakhir + 1):
            row = Rekomendasi(
                kabupaten=kabupaten,
                tahun=tahun,
                asal=asal,
                nomor=nomor,
                uraian=uraian,
                penanggung=penanggung,
                tenggat=tenggat,
            )
            door.save(row, by=by)
    return nomor - terakhir
