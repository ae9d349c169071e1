"""Membalas satu utas: dinas menjawab dengan bukti, yang memeriksa menerima atau membuka lagi."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.utils import timezone

from core import audit, door
from core.audit import Refused
from documents.actions.bukti import attach_bukti
from documents.actions.penyebutan import disebut
from documents.actions.workflow import Denied
from documents.models import Balasan, BuktiBalasan, Utas
from documents.utas import HAK, LABELS, STATUS, LangkahUtas, StatusUtas, status_sesudah

T = TypeVar("T", bound=Utas)


def reply(
    utas: T,
    *,
    langkah: str,
    isi: str,
    by: Any,
    berkas: Iterable[Any] = (),
) -> T:
    """Catat satu balasan beserta buktinya dan pindahkan statusnya, atau tidak sama sekali.

    `Refused` dengan alasan; `Denied` bila tidak berhak (percobaannya dicatat).
    """
    try:
        _refuse_stranger(utas, langkah, by)
    except Denied as error:
        audit.record_denied(by, type(utas), utas.pk, f"{langkah}: {error}")
        raise
    with audit.locked(utas.kabupaten_kode):
        kini: T = type(utas)._base_manager.get(pk=utas.pk)
        menjadi = _next_status(kini, langkah, isi)
        disebut(isi, kini)
        balasan = _record_reply(kini, langkah, isi.strip(), by)
        if langkah == LangkahUtas.JAWAB:
            kini.tindak_lanjut = balasan.isi
        semula = kini.status
        kini.status = menjadi.value
        changes = {"status": [semula, kini.status]}
        door.save(kini, by=by, changes=changes, only_scope=True)
        attach_bukti(pemilik=balasan, berkas=berkas, by=by)
    return kini


def _refuse_stranger(utas: Utas, langkah: str, by: Any) -> None:
    """Kabupaten, peran, dan kantornya."""
    if utas.kabupaten_kode != getattr(by.kabupaten, "kode", None):
        raise Denied("Milik kabupaten lain.")
    dikenal = {satu.value: satu for satu in LangkahUtas}
    if langkah not in dikenal:
        raise Refused(f"Langkah “{langkah}” tidak dikenal.")
    satu = dikenal[langkah]
    if not by.has_perm(HAK[satu]):
        raise Denied(f"Peran Anda tidak berhak: {LABELS[satu].lower()}.")
    if satu is LangkahUtas.JAWAB and not utas.is_penjawab(by):
        raise Denied("Yang menjawab hanya akun perangkat daerahnya.")


def _next_status(utas: Utas, langkah: str, isi: str) -> StatusUtas:
    """Status berikutnya, setelah isi dan buktinya diperiksa."""
    menjadi = status_sesudah(utas.status, langkah)
    if menjadi is None:
        keadaan = STATUS[StatusUtas(utas.status)].lower()
        raise Refused(f"Statusnya {keadaan}; langkah ini tidak tersedia. Muat ulang halaman.")
    is_terima = langkah == LangkahUtas.TERIMA
    if not is_terima and not isi.strip():
        raise Refused("Isi balasan wajib ditulis.")
    if is_terima and utas.perlu_bukti and not has_bukti(utas):
        raise Refused("Jawabannya belum berbukti; minta berkas buktinya lebih dahulu.")
    return menjadi


def has_bukti(utas: Utas) -> bool:
    """Salah satu jawabannya berberkas bukti."""
    balasan = Balasan.objects.filter(subjek=utas._meta.label, subjek_id=utas.pk)
    return BuktiBalasan.objects.filter(balasan__in=balasan).exists()


def _record_reply(utas: Any, langkah: str, isi: str, by: Any) -> Balasan:
    """Balasan dengan pelaku dan waktunya."""
    balasan = Balasan(
        kabupaten=by.kabupaten,
        subjek=utas._meta.label,
        subjek_id=utas.pk,
        langkah=langkah,
        isi=isi,
        by=by,
        at=timezone.now(),
    )
    door.save(balasan, by=by)
    return balasan
