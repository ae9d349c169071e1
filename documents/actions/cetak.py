"""Cetakan naskah yang lebih lama daripada orang menunggu: dicetak sebagai tugas, lalu dipakai lagi.

Cetakan dikenali dari sidik isinya, jadi isi yang sama tidak pernah dicetak dua kali.
"""

from typing import Any

from django.contrib.auth import get_permission_codename

from core.angka import ringkas
from core.audit import Refused
from documents import render
from documents.actions.tugas import start
from documents.models import Naskah, StatusTugas, Tugas
from documents.printing import nama_berkas, print_html, prose_pdf
from documents.render import RenderFailed
from documents.snapshot import Unreadable
from documents.tugas import Fase, HasilTugas, JenisTugas, Kemajuan

CETAK = "cetak"
Cetakan = tuple[str, bytes]  # sidik isi yang dicetak, dan PDF-nya


def request_print(naskah: Naskah, *, by: Any) -> Tugas:
    """Cetakan isi kini: yang sudah ada, yang sedang dikerjakan, atau yang baru diminta.

    `Unreadable` bila isi bekunya rusak; `Refused` bila antrean penuh.
    """
    sidik = render.fingerprint(print_html(naskah))
    ada = _ready_print(naskah, sidik)
    if ada is not None:
        return ada
    meta = naskah._meta
    melihat = get_permission_codename("view", meta)
    return start(
        jenis=CETAK,
        judul=f"PDF {naskah}",
        hak=f"{meta.app_label}.{melihat}",
        sidik=sidik,
        subjek=naskah,
        halaman=naskah.get_absolute_url(),
        by=by,
    )


def ready_print(naskah: Naskah) -> Tugas | None:
    """Cetakan isi kini bila sudah selesai; `Unreadable` bila isi bekunya rusak."""
    sidik = render.fingerprint(print_html(naskah))
    return _ready_print(naskah, sidik)


def _ready_print(naskah: Naskah, sidik: str) -> Tugas | None:
    """Yang berkasnya masih ada."""
    rows = Tugas.objects.filter(
        kabupaten=naskah.kabupaten_id,
        jenis=CETAK,
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
        html = print_html(naskah)
        kemajuan.lanjut()
        pdf = prose_pdf(naskah, html, kemajuan.lapor)
    except (Unreadable, RenderFailed) as error:
        raise Refused(str(error)) from error
    return render.fingerprint(html), pdf


def _apply(tugas: Tugas, cetakan: Cetakan) -> HasilTugas:
    tugas.sidik, pdf = cetakan
    nama = nama_berkas(_naskah(tugas))
    kilobita = len(pdf) // 1024
    ringkasan = f"PDF {ringkas(kilobita)} kB"
    return HasilTugas(ringkasan=ringkasan, nama=f"{nama}.pdf", isi=pdf)


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
