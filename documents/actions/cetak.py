"""Cetakan naskah yang lebih lama daripada orang menunggu: dicetak sebagai tugas, lalu dipakai lagi.

PDF, dan salinan Word dari HTML cetak yang sama. Cetakan dikenali dari sidik isinya, jadi isi yang
sama tidak pernah dicetak dua kali.
"""

from typing import Any

from django.contrib.auth import get_permission_codename

from core.angka import ringkas
from core.audit import Refused
from documents import render
from documents.actions.tugas import start
from documents.models import Naskah, StatusTugas, Tugas
from documents.printing import nama_berkas, print_html, prose_pdf, salinan_html
from documents.render import RenderFailed
from documents.snapshot import Unreadable
from documents.tugas import Fase, HasilTugas, JenisTugas, Kemajuan

CETAK = "cetak"
SALINAN = "salinan"
SEBUTAN = {CETAK: "PDF", SALINAN: "Salinan Word"}
BENTUK_NAMA = {CETAK: "{}.pdf", SALINAN: "salinan-{}.docx"}
Cetakan = tuple[str, bytes]  # sidik isi yang dicetak, dan berkasnya


def request_print(naskah: Naskah, *, by: Any, jenis: str = CETAK) -> Tugas:
    """Cetakan isi kini: yang sudah ada, yang sedang dikerjakan, atau yang baru diminta.

    `Unreadable` bila isi bekunya rusak; `Refused` bila antrean penuh.
    """
    sidik = render.fingerprint(_html(naskah, jenis))
    ada = _ready_print(naskah, sidik, jenis)
    if ada is not None:
        return ada
    meta = naskah._meta
    melihat = get_permission_codename("view", meta)
    return start(
        jenis=jenis,
        judul=f"{SEBUTAN[jenis]} {naskah}",
        hak=f"{meta.app_label}.{melihat}",
        sidik=sidik,
        subjek=naskah,
        halaman=naskah.get_absolute_url(),
        by=by,
    )


def ready_print(naskah: Naskah) -> Tugas | None:
    """Cetakan isi kini bila sudah selesai; `Unreadable` bila isi bekunya rusak."""
    sidik = render.fingerprint(_html(naskah, CETAK))
    return _ready_print(naskah, sidik, CETAK)


def _html(naskah: Naskah, jenis: str) -> str:
    """Satu susunan bagi keduanya; salinannya menyebut dirinya salinan."""
    if jenis == SALINAN:
        return salinan_html(naskah)
    return print_html(naskah)


def _ready_print(naskah: Naskah, sidik: str, jenis: str) -> Tugas | None:
    """Yang berkasnya masih ada."""
    rows = Tugas.objects.filter(
        kabupaten=naskah.kabupaten_id,
        jenis=jenis,
        sidik=sidik,
        status=StatusTugas.SELESAI,
        subjek_id=naskah.pk,
    )
    for tugas in rows:
        if tugas.has_berkas:
            jadi: Tugas = tugas
            return jadi
    return None


def _prepare(tugas: Tugas, kemajuan: Kemajuan) -> Cetakan:
    """Isi sebagaimana kini, yang mungkin sudah berubah sejak diminta."""
    try:
        naskah = _naskah(tugas)
        html = _html(naskah, tugas.jenis)
        kemajuan.lanjut()
        if tugas.jenis == SALINAN:
            berkas = render.docx(html, kemajuan.lapor)
        else:
            berkas = prose_pdf(naskah, html, kemajuan.lapor)
    except (Unreadable, RenderFailed) as error:
        raise Refused(str(error)) from error
    return render.fingerprint(html), berkas


def _apply(tugas: Tugas, cetakan: Cetakan) -> HasilTugas:
    tugas.sidik, isi = cetakan
    nama = nama_berkas(_naskah(tugas))
    kilobita = len(isi) // 1024
    return HasilTugas(
        ringkasan=f"{SEBUTAN[tugas.jenis]} {ringkas(kilobita)} kB",
        nama=BENTUK_NAMA[tugas.jenis].format(nama),
        isi=isi,
    )


def _naskah(tugas: Tugas) -> Any:
    """`Refused` bila sudah dihapus."""
    naskah = tugas.subject()
    if naskah is None:
        raise Refused("Naskahnya sudah dihapus.")
    return naskah


JENIS_CETAK = JenisTugas(
    fase=(Fase("Menyusun isi"), Fase("Menata halaman", "halaman")),
    prepare=_prepare,
    apply=_apply,
)
JENIS_SALINAN = JenisTugas(
    fase=(Fase("Menyusun isi"), Fase("Menulis berkas Word")),
    prepare=_prepare,
    apply=_apply,
)
