"""Perubahan dokumen. `advance` satu-satunya jalan status berpindah."""

import datetime
import json
import secrets
from base64 import b32encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import Pejabat
from core import audit
from core.audit import Refused
from documents import papers, render, signing
from documents.models import Document, Kunci, Pengesahan, Snapshot
from documents.snapshot import canonical, digest
from documents.workflow import STATUS_LABELS, STEP_LABELS, Rule, Status, Step, rule


class Denied(Refused):
    """Yang meminta tidak berhak; percobaannya dicatat."""


@dataclass(frozen=True)
class SignedFile:
    """PDF siap simpan beserta kodenya; dibuat sebelum rantai dikunci."""

    kode: str
    pdf: bytes
    pejabat: Pejabat
    tanggal: datetime.date
    snapshot_id: int
    is_pades: bool


def advance(
    document: Document,
    *,
    step: str,
    by: Any,
    note: str = "",
    password: str = "",
    passphrase: str = "",
) -> Document:
    """Pindahkan `document` satu langkah, seluruhnya atau tidak sama sekali.

    `Refused` dengan alasan untuk pengguna; `Denied` bila tidak berhak (percobaannya dicatat).
    """
    try:
        signed = prepare_signature(document, by, password, passphrase) if step == Step.SIGN else None
        with transaction.atomic():
            current = lock(document)
            allowed = check(current, step, by, note, password)
            before = current.status
            STEPS[Step(step)](current, by, note, signed)
            current.status = allowed.to
            current.save()
            changes = {"status": [before, current.status]}
            audit.record(by=by, action=audit.Action.ADVANCE, obj=current, changes=changes, note=note)
    except Denied as error:
        audit.record_denied(by, type(document), document.pk, f"{step}: {error}")
        raise
    return current


def lock(document: Document) -> Document:
    """Baris terkini; rantai kabupatennya dan barisnya dipegang sampai transaksi selesai."""
    audit.hold(document.kabupaten_kode)
    current: Document = type(document).objects.select_for_update(of=("self",)).get(pk=document.pk)
    return current


def check(document: Document, step: str, by: Any, note: str, password: str) -> Rule:
    """Aturan yang berlaku, setelah status, peran, orang, catatan dan sandi diperiksa."""
    allowed = rule(document.status, step)
    if allowed is None:
        label = STATUS_LABELS[Status(document.status)].lower()
        raise Refused(f"Dokumen berstatus {label}; langkah ini tidak tersedia. Muat ulang halaman.")
    if document.kabupaten_id != by.kabupaten_id:
        raise Denied("Dokumen milik kabupaten lain.")
    if not (allowed.roles.intersection(by.roles) and by.has_perm(f"documents.{step}")):
        raise Denied(f"Peran Anda tidak berhak: {STEP_LABELS[Step(step)].lower()}.")
    if step in (Step.APPROVE, Step.SIGN) and document.submitted_by_id == by.pk:
        raise Denied("Yang mengajukan tidak boleh menyetujui atau menandatangani.")
    if allowed.note and not note.strip():
        raise Refused("Catatan wajib diisi.")
    if allowed.password and not by.check_password(password):
        raise Denied("Kata sandi salah.")
    return allowed


def submit(document: Document, by: Any, note: str, signed: SignedFile | None) -> None:
    """Periksa kelengkapan dan uji kewajaran, lalu bekukan isinya."""
    missing = document.missing()
    if missing:
        raise Refused("Belum dapat diajukan: " + " ".join(missing))
    blocking = [f.pesan for f in document.findings() if f.is_blocking]
    if blocking:
        raise Refused("Uji kewajaran menahan pengajuan: " + " ".join(blocking))
    document.snapshot = freeze(document, by)
    document.submitted_by, document.submitted_at = by, timezone.now()
    document.approved_by = document.approved_at = None
    document.catatan = ""


def approve(document: Document, by: Any, note: str, signed: SignedFile | None) -> None:
    refuse_if_changed(document)
    document.approved_by, document.approved_at = by, timezone.now()


def send_back(document: Document, by: Any, note: str, signed: SignedFile | None) -> None:
    document.approved_by = document.approved_at = None
    document.catatan = f"{by}: {note.strip()}"


def sign(document: Document, by: Any, note: str, signed: SignedFile | None) -> None:
    """Simpan PDF bertanda tangan, catat pengesahan, kunci tahunnya."""
    if signed is None or document.snapshot is None or signed.snapshot_id != document.snapshot_id:
        raise Refused("Isi dokumen berganti selama pencetakan. Muat ulang halaman lalu ulangi.")
    refuse_if_changed(document)
    now = timezone.now()
    document.pengesahan = Pengesahan.objects.create(
        kabupaten=document.kabupaten,
        kode=signed.kode,
        judul=str(document),
        nomor=document.nomor,
        tanggal=signed.tanggal,
        penanda_tangan=signed.pejabat.nama,
        jabatan=signed.pejabat.jabatan_lengkap,
        snapshot=document.snapshot,
        pdf=store_pdf(signed.pdf),
        pdf_sha256=digest(signed.pdf),
        is_pades=signed.is_pades,
        signed_at=now,
    )
    document.signed_by, document.signed_at = by, now
    if document.locks_year:
        Kunci.objects.create(kabupaten=document.kabupaten, tahun=document.tahun, pengesahan=document.pengesahan)


def review(document: Document, by: Any, note: str, signed: SignedFile | None) -> None:
    document.reviewed_by, document.reviewed_at = by, timezone.now()


STEPS = {
    Step.SUBMIT: submit,
    Step.APPROVE: approve,
    Step.RETURN: send_back,
    Step.SIGN: sign,
    Step.REVIEW: review,
}


def freeze(document: Document, by: Any) -> Snapshot:
    """Snapshot versi berikutnya dari isi dokumen kini."""
    label = document._meta.label
    version = Snapshot.objects.filter(document=label, document_id=document.pk).count() + 1
    content = canonical(document.payload())
    return Snapshot.objects.create(
        kabupaten=document.kabupaten,
        document=label,
        document_id=document.pk,
        version=version,
        content=content,
        sha256=digest(content),
        created_at=timezone.now(),
        created_by=str(by),
    )


def refuse_if_changed(document: Document) -> None:
    """Yang disetujui dan ditandatangani harus persis yang diajukan."""
    if document.snapshot is None or canonical(document.payload()) != document.snapshot.content:
        raise Refused("Data telah berubah sejak dokumen diajukan. Kembalikan dokumen agar diajukan ulang.")


def prepare_signature(document: Document, by: Any, password: str, passphrase: str) -> SignedFile:
    """Cetak dari snapshot dan tandatangani; mahal, maka di luar kunci."""
    fresh = type(document).objects.get(pk=document.pk)
    check(fresh, Step.SIGN, by, "", password)
    pejabat = by.pejabat
    if pejabat is None or fresh.tanggal is None or fresh.snapshot_id is None:
        raise Refused("Akun Anda belum ditautkan ke data pejabat, atau tanggal dokumen kosong.")
    if not Pejabat.objects.visible_to(by).kepala().on(fresh.tanggal).filter(pk=pejabat.pk).exists():
        raise Refused(f"{pejabat.nama} tidak menjabat kepala dinas pada tanggal dokumen.")
    is_pades = signing.has_certificate(pejabat.nip)
    try:
        signer = signing.load_signer(pejabat.nip, passphrase) if is_pades else None
    except signing.WrongPassphrase as error:
        raise Denied(str(error)) from error
    kode = new_code()
    stamp = {"kode": kode, "is_pades": is_pades, "signed_at": timezone.now().isoformat()}
    pdf = render.pdf(print_html(fresh, stamp))
    if signer:
        tempat = pejabat.perangkat_daerah.tempat
        pdf = signing.sign(pdf, signer, name=pejabat.nama, reason=str(fresh), location=tempat)
    return SignedFile(kode, pdf, pejabat, fresh.tanggal, fresh.snapshot_id, is_pades)


def print_pdf(document: Document) -> bytes:
    """PDF yang sah bila sudah ditandatangani; selain itu cetakan dari snapshot atau draf."""
    if document.pengesahan is not None:
        return (Path(settings.MEDIA_ROOT) / document.pengesahan.pdf).read_bytes()
    return render.pdf(print_html(document))


def print_html(document: Document, stamp: dict[str, Any] | None = None) -> str:
    """HTML cetak; `stamp` berisi kode verifikasi, tanpa itu cetakan ditandai belum sah."""
    frozen = document.snapshot if document.status != Status.DRAFT else None
    content = frozen.content if frozen else canonical(document.payload())
    context: dict[str, Any] = {"p": json.loads(content), "stamp": None, "status": document.get_status_display()}
    if stamp:
        url = verification_url(stamp["kode"])
        context["stamp"] = stamp | {"url": url, "qr": signing.qr_svg(url)}
    return render.html(papers.paper(document).template, context)


def verification_url(kode: str) -> str:
    return f"{settings.SITE_URL}/verifikasi/{kode}/"


def new_code() -> str:
    """Kode verifikasi acak 80 bit, empat kelompok empat aksara."""
    text = b32encode(secrets.token_bytes(10)).decode()
    return "-".join(text[i : i + 4] for i in range(0, 16, 4))


def store_pdf(pdf: bytes) -> str:
    """Simpan menurut hash isinya; nama relatif terhadap MEDIA_ROOT."""
    name = f"pengesahan/{digest(pdf)}.pdf"
    path = Path(settings.MEDIA_ROOT) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pdf)
    path.chmod(0o440)
    return name
