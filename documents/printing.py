"""Cetakan naskah: HTML dan PDF dari snapshot, kode verifikasi, simpanan PDF."""

import secrets
from base64 import b32encode
from pathlib import Path
from typing import Any

from django.conf import settings

from documents import render, signing
from documents.models import Document
from documents.snapshot import digest
from documents.workflow import Status


def print_pdf(document: Document) -> bytes:
    """PDF yang sah bila sudah ditandatangani; selain itu cetakan dari snapshot atau draf."""
    if document.pengesahan is not None:
        return stored(document.pengesahan.pdf)
    return render.pdf(print_html(document))


def payload(document: Document) -> Any:
    """Isi beku naskah yang sudah diajukan, atau isi kini selama masih draf; `Unreadable` bila isi bekunya rusak."""
    if document.status == Status.DRAFT or document.snapshot is None:
        return document.reading().isi
    return document.paper.restore(document.snapshot.content)


def stored(name: str) -> bytes:
    """Bita PDF yang tersimpan."""
    return (Path(settings.MEDIA_ROOT) / name).read_bytes()


def print_html(document: Document, stamp: dict[str, Any] | None = None) -> str:
    """HTML cetak; `stamp` berisi kode verifikasi, tanpa itu cetakan ditandai belum sah."""
    context: dict[str, Any] = {
        "p": payload(document),
        "stamp": None,
        "status": document.get_status_display(),
        "is_signed": document.is_signed,
    }
    if stamp:
        url = verification_url(stamp["kode"])
        context["stamp"] = stamp | {"url": url, "qr": signing.qr_svg(url)}
    return render.html(document.paper.template, context)


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
