"""Isi beku, tanda tangan dan pengesahan: baris yang ditinggalkan langkah-langkah naskah."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import Pejabat
from core import door
from core.jangkar import Titik, anchor
from documents.models import Kunci, Naskah, Pengesahan, Snapshot, TandaTangan
from documents.printing import store_pdf
from documents.snapshot import canonical, digest


@dataclass(frozen=True)
class PdfSah:
    """PDF siap simpan beserta kodenya; dibuat sebelum rantai dikunci."""

    kode: str
    pdf: bytes
    pejabat: Pejabat
    tanggal: datetime.date
    snapshot_id: int
    is_pades: bool
    urutan: int
    is_last: bool
    jejak: Titik | None  # ujung jejak audit yang tercetak


def freeze(naskah: Naskah, isi: Any, by: Any) -> Snapshot:
    """Snapshot versi berikutnya dari `isi` dokumen."""
    label = naskah._meta.label
    earlier = Snapshot.objects.filter(document=label, document_id=naskah.pk)
    version = earlier.count() + 1
    teks = canonical(isi)
    snapshot = Snapshot(
        kabupaten=naskah.kabupaten,
        document=label,
        document_id=naskah.pk,
        version=version,
        content=teks,
        sha256=digest(teks),
        created_at=timezone.now(),
        created_by=str(by)[:200],
    )
    door.save(snapshot, by=by)
    return snapshot


def record_signature(naskah: Naskah, snapshot: Snapshot, signed: PdfSah, by: Any) -> None:
    """Simpan satu tanda tangan; yang terakhir mengesahkan naskahnya dan mengunci lingkupnya."""
    now = timezone.now()
    berkas = {"pdf": store_pdf(signed.pdf), "pdf_sha256": digest(signed.pdf)}
    tanda_tangan = TandaTangan(
        snapshot=snapshot,
        urutan=signed.urutan,
        pejabat=signed.pejabat,
        nama=signed.pejabat.nama,
        jabatan=signed.pejabat.jabatan_lengkap,
        kode=signed.kode,
        is_pades=signed.is_pades,
        **_tercetak(signed.jejak),
        signed_by=by,
        signed_at=now,
        **berkas,
    )
    door.save(tanda_tangan, by=by)
    if signed.is_last:
        naskah.pengesahan = confirm(naskah, snapshot, signed, by, now, berkas)
        naskah.signed_by = by
        naskah.signed_at = now
        lock_scopes(naskah, naskah.pengesahan, by)
    transaction.on_commit(anchor, robust=True)


def _tercetak(jejak: Titik | None) -> dict[str, Any]:
    """Kolom tanda tangannya; kosong bila pihak pertamanya menandatangani pada rilis lama."""
    if jejak is None:
        return {}
    return {"jejak_nomor": jejak.nomor, "jejak_hash": jejak.hash}


def lock_scopes(naskah: Naskah, pengesahan: Pengesahan, by: Any) -> None:
    """Satu kunci tiap lingkup yang ditutup naskah ini."""
    for lingkup in naskah.locks:
        kunci = Kunci(
            kabupaten=naskah.kabupaten,
            tahun=naskah.tahun,
            lingkup=lingkup,
            pengesahan=pengesahan,
        )
        door.save(kunci, by=by)


def confirm(
    naskah: Naskah,
    snapshot: Snapshot,
    signed: PdfSah,
    by: Any,
    now: datetime.datetime,
    berkas: dict[str, str],
) -> Pengesahan:
    """Pengesahan naskah oleh pihak terakhir; elektronik bila semua pihaknya bersertifikat."""
    pades = TandaTangan.objects.of(snapshot).values_list("is_pades", flat=True)
    pengesahan = Pengesahan(
        kabupaten=naskah.kabupaten,
        kode=signed.kode,
        judul=str(naskah),
        nomor=naskah.nomor,
        tanggal=signed.tanggal,
        penanda_tangan=signed.pejabat.nama,
        jabatan=signed.pejabat.jabatan_lengkap,
        snapshot=snapshot,
        is_pades=all(pades),
        signed_at=now,
        **berkas,
    )
    door.save(pengesahan, by=by)
    return pengesahan
