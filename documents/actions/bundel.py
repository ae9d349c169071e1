"""Bundel bukti satu naskah sah: PDF, isi beku, tabel sumber, bukti, jejak, dan pemeriksanya."""

import zipfile
from io import BytesIO
from typing import Any

from django.contrib.auth import get_permission_codename
from django.utils import timezone

from core import audit
from core.angka import ringkas
from core.audit import Refused
from documents import check_bundel
from documents.actions.isi_bundel import Isi, isi_bundel, to_json
from documents.actions.tugas import start
from documents.models import Naskah, Tugas
from documents.printing import nama_berkas
from documents.snapshot import digest
from documents.tugas import Fase, HasilTugas, JenisTugas, Kemajuan

BUNDEL = "bundel"
BELUM_SAH = "Bundel bukti hanya bagi naskah yang sudah ditandatangani."
Bahan = tuple[Naskah, str, bytes]  # naskahnya, sidik bundel dan zipnya


def request_bundel(naskah: Naskah, *, by: Any) -> Tugas:
    """Antrekan; `Refused` bila naskahnya belum sah, buktinya terlalu besar, atau antrean penuh."""
    if naskah.pengesahan is None:
        raise Refused(BELUM_SAH)
    meta = naskah._meta
    melihat = get_permission_codename("view", meta)
    return start(
        jenis=BUNDEL,
        judul=f"Bundel bukti {naskah}",
        hak=f"{meta.app_label}.{melihat}",
        sidik=digest(f"{meta.label} {naskah.pk}"),
        subjek=naskah,
        halaman=naskah.get_absolute_url(),
        by=by,
    )


def _prepare(tugas: Tugas, kemajuan: Kemajuan) -> Bahan:
    """`Refused` bila naskah atau salah satu berkasnya tiada, berubah, atau terlalu besar."""
    naskah = tugas.subject()
    if naskah is None or naskah.pengesahan is None:
        raise Refused(BELUM_SAH)
    isi = isi_bundel(naskah, kemajuan)
    kemajuan.lanjut()
    manifest = _manifest(naskah, isi)
    sidik = digest(manifest)
    isi[check_bundel.MANIFEST] = manifest
    isi[check_bundel.SIDIK] = sidik.encode()
    return naskah, sidik, _zip(isi, naskah)


def _manifest(naskah: Any, isi: Isi) -> bytes:
    """Sidik tiap berkas yang sudah ada."""
    catatan = {}
    for nama, satu in isi.items():
        catatan[nama] = _catatan(satu)
    return to_json({"naskah": str(naskah), "berkas": catatan})


def _apply(tugas: Tugas, bahan: Bahan) -> HasilTugas:
    """Sidiknya tercatat pada jejak naskahnya, tempat ia dicocokkan kemudian."""
    naskah, sidik, arsip = bahan
    note = f"Bundel bukti dibuat; sidiknya {sidik}."
    audit.record(
        by=tugas.diminta_by,
        action=audit.Action.UPDATE,
        obj=naskah,
        note=note,
    )
    kilobita = len(arsip) // 1024
    return HasilTugas(
        ringkasan=f"ZIP {ringkas(kilobita)} kB, sidik {sidik}",
        nama=f"bukti-{nama_berkas(naskah)}-{sidik[:12]}.zip",
        isi=arsip,
    )


def _catatan(isi: bytes) -> dict[str, Any]:
    """Yang dicocokkan pemeriksa."""
    return {
        "sha256": digest(isi),
        "ukuran": len(isi),
        "blok": check_bundel.sidik_blok(isi),
    }


def _zip(isi: Isi, naskah: Any) -> bytes:
    """Berkas bertanggal penandatanganannya, sehingga isi yang sama memberi zip yang sama."""
    signed_at = timezone.localtime(naskah.pengesahan.signed_at)
    saat = signed_at.timetuple()[:6]
    arsip = BytesIO()
    with zipfile.ZipFile(arsip, "w", zipfile.ZIP_DEFLATED) as zip_baru:
        for nama, satu in isi.items():
            entri = zipfile.ZipInfo(nama, saat)
            entri.compress_type = zipfile.ZIP_DEFLATED
            entri.external_attr = 0o644 << 16
            zip_baru.writestr(entri, satu)
    return arsip.getvalue()


JENIS_BUNDEL = JenisTugas(
    fase=(Fase("Menyusun daftar"), Fase("Membaca bukti", "berkas"), Fase("Mengemas")),
    prepare=_prepare,
    apply=_apply,
)
