"""Menjelaskan satu temuan, dan memutuskan apakah penjelasannya diterima."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from core import audit, door
from core.audit import Refused
from documents.actions.workflow import Denied, lock
from documents.models import Naskah, TanggapanTemuan
from documents.models.temuan import of_temuan
from documents.uji import Temuan

Putusan = TanggapanTemuan.Putusan
HILANG = "Temuan ini sudah tidak ada: datanya berubah. Muat ulang halaman naskahnya."
MENAHAN = "Temuan yang menahan dibereskan pada datanya, bukan dijelaskan."
SAH = "Naskah sudah ditandatangani; temuannya tidak ditanggapi lagi."


def explain(
    naskah: Naskah,
    *,
    sidik: str,
    alasan: str,
    by: Any,
) -> TanggapanTemuan:
    """Jelaskan temuan yang kini ada; putusan atas penjelasan sebelumnya gugur."""
    _refuse_stranger(naskah, by, "add")
    if not alasan.strip():
        raise Refused("Penjelasan wajib diisi.")
    with transaction.atomic():
        kini = _open(naskah)
        temuan = _temuan(kini, sidik)
        row = _answered(kini, temuan) or _new(kini)
        _describe(row, temuan)
        row.alasan = alasan.strip()
        row.answered_by = by
        row.answered_at = timezone.now()
        row.putusan = Putusan.MENUNGGU
        row.catatan = ""
        row.judged_by = None
        row.judged_at = None
        door.save(row, by=by)
    return row


def judge(
    naskah: Naskah,
    *,
    sidik: str,
    putusan: str,
    catatan: str,
    by: Any,
) -> TanggapanTemuan:
    """Terima atau tolak penjelasan orang lain; penolakan beralasan."""
    _refuse_stranger(naskah, by, "change")
    if putusan == Putusan.DITOLAK and not catatan.strip():
        raise Refused("Tuliskan mengapa penjelasannya tidak diterima.")
    with transaction.atomic():
        kini = _open(naskah)
        row = _answered(kini, _temuan(kini, sidik))
        if row is None or row.putusan != Putusan.MENUNGGU:
            raise Refused("Tidak ada penjelasan yang menunggu putusan.")
        if row.answered_by_id == by.pk:
            raise Refused("Yang menjelaskan tidak memutuskan penjelasannya sendiri.")
        row.putusan = Putusan(putusan)
        row.catatan = catatan.strip()
        row.judged_by = by
        row.judged_at = timezone.now()
        door.save(row, by=by)
    return row


def _refuse_stranger(naskah: Naskah, by: Any, verb: str) -> None:
    """Peran dan kabupatennya; percobaannya dicatat."""
    is_allowed = by.has_perm(f"documents.{verb}_tanggapantemuan")
    if is_allowed and naskah.kabupaten_id == by.kabupaten_id:
        return
    note = f"tanggapan temuan: {verb}"
    audit.record_denied(by, type(naskah), naskah.pk, note)
    raise Denied("Peran Anda tidak menanggapi temuan naskah ini.")


def _open(naskah: Naskah) -> Naskah:
    kini = lock(naskah)
    if kini.is_signed:
        raise Refused(SAH)
    return kini


def _temuan(naskah: Naskah, sidik: str) -> Temuan:
    """Temuan yang masih ada pada data kini."""
    for temuan in naskah.reading().temuan:
        if temuan.sidik != sidik:
            continue
        if temuan.is_blocking:
            raise Refused(MENAHAN)
        return temuan
    raise Refused(HILANG)


def _answered(naskah: Naskah, temuan: Temuan) -> TanggapanTemuan | None:
    """Tanggapan yang sudah ada atas temuan itu."""
    return of_temuan(TanggapanTemuan.objects.of(naskah), temuan)


def _new(naskah: Naskah) -> TanggapanTemuan:
    return TanggapanTemuan(
        kabupaten=naskah.kabupaten,
        document=naskah._meta.label,
        document_id=naskah.pk,
    )


def _describe(row: TanggapanTemuan, temuan: Temuan) -> None:
    """Temuannya sebagaimana dijelaskan; tanggapan lama mendapat fakta dan sidiknya."""
    row.kelas = temuan.kelas
    row.tempat = temuan.tempat
    row.fakta = temuan.kunci
    row.sidik = temuan.sidik
    row.pesan = temuan.pesan
    row.tercetak = temuan.tercetak
    row.dihitung = temuan.dihitung
