"""Keutuhan naskah: snapshot, PDF bertanda tangan, dan bukti dibandingkan dengan hash tercatat.

Ujung jejak audit yang tercetak pada naskah sah harus masih ada pada rantainya.
"""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings

from documents.models import Bukti, Pengesahan, Snapshot, TandaTangan
from documents.snapshot import digest


def verify() -> Iterator[str]:
    """Satu kalimat per berkas atau snapshot yang rusak; kosong bila semua utuh."""
    snapshots = Snapshot.objects.order_by("pk")
    for snapshot in snapshots.iterator():
        if digest(snapshot.content) != snapshot.sha256:
            yield f"Snapshot {snapshot} isinya telah berubah"
    yield from jejak_tercetak()
    for label, nama, expected in simpanan():
        masalah = masalah_simpanan(nama, expected)
        if masalah:
            yield f"{label} ({nama}) {masalah}"


def jejak_tercetak() -> Iterator[str]:
    """Tanda tangan yang ujung jejak pada cetakannya tidak ada lagi pada rantainya."""
    signed = TandaTangan.objects.select_related("snapshot__kabupaten").order_by("pk")
    for satu in signed.iterator():
        jejak = satu.jejak
        if jejak and not jejak.is_ada:
            yield (
                f"Tanda tangan {satu} atas {satu.snapshot} memuat jejak audit {jejak} "
                "yang hilang atau berubah"
            )


def simpanan() -> Iterator[tuple[str, str, str]]:
    """Sebutan, nama simpan dan hash tercatat tiap PDF bertanda tangan dan tiap bukti."""
    signed = Pengesahan.objects.order_by("pk")
    for pengesahan in signed.iterator():
        yield f"PDF {pengesahan}", pengesahan.pdf, pengesahan.pdf_sha256
    for model in apps.get_models():
        if not issubclass(model, Bukti):
            continue
        rows = model._default_manager.order_by("pk")
        for row in rows.iterator():
            yield f"Bukti {row}", row.berkas.name, row.sha256


def masalah_simpanan(nama: str, expected: str) -> str:
    """Apa yang salah dengan berkas; kosong bila utuh."""
    path = Path(settings.MEDIA_ROOT) / nama
    if not path.is_file():
        return "hilang"
    isi = path.read_bytes()
    if digest(isi) == expected:
        return ""
    return "isinya telah berubah"
