"""Tautan sekali pakai: dibuat, dipakai, dicabut."""

from datetime import timedelta
from secrets import token_urlsafe
from typing import Any

from django.utils import timezone

from accounts.actions.kabar import send
from accounts.models import Tautan, User
from accounts.models.tautan import sidik
from core import audit, door
from core.audit import Refused

JenisTautan = Tautan.JenisTautan
MASA = {
    JenisTautan.UNDANGAN: timedelta(days=7),
    JenisTautan.SANDI: timedelta(hours=24),
}
TIDAK_BERLAKU = "Tautan ini keliru, sudah dipakai, dicabut, atau lewat masanya."
PANJANG = 32  # bita acak


def issue_tautan(*, pengguna: User, by: Any) -> str:
    """Rahasia tautan baru, sekali ini saja diketahui; yang terbuka sebelumnya dicabut.

    Undangan bagi yang belum pernah bersandi, selain itu kata sandi baru. `Refused` bila akunnya
    tidak aktif.
    """
    if not pengguna.is_active:
        raise Refused("Akun ini tidak aktif; aktifkan dahulu.")
    jenis = JenisTautan.UNDANGAN
    if pengguna.has_usable_password():
        jenis = JenisTautan.SANDI
    rahasia = token_urlsafe(PANJANG)
    kini = timezone.now()
    with audit.locked(pengguna.kabupaten_kode):
        _revoke(pengguna, by, "digantikan tautan baru")
        tautan = Tautan(
            pengguna=pengguna,
            jenis=jenis,
            sidik=sidik(rahasia),
            dibuat_by=str(by)[:200],
            dibuat_at=kini,
            berlaku_sampai=kini + MASA[jenis],
        )
        door.save(tautan, by=by)
    return rahasia


def revoke_tautan(*, pengguna: User, by: Any) -> None:
    """Cabut tautan akun itu yang masih terbuka."""
    with audit.locked(pengguna.kabupaten_kode):
        _revoke(pengguna, by, "dicabut")


def _revoke(pengguna: User, by: Any, note: str) -> None:
    for tautan in Tautan.objects.belum_selesai().filter(pengguna=pengguna):
        tautan.selesai_at = timezone.now()
        door.save(tautan, by=by, note=note)


def redeem_tautan(*, rahasia: str, sandi: str) -> User:
    """Pasang `sandi` pada akun tautan itu; sesi lamanya berakhir. `Refused` bila tidak berlaku."""
    rows = Tautan.objects.berlaku().bertanda(rahasia)
    tautan = rows.select_related("pengguna").first()
    if tautan is None:
        raise Refused(TIDAK_BERLAKU)
    with audit.locked(tautan.kabupaten_kode):
        # dibaca lagi sesudah rantainya dipegang: dua peramban tidak memakainya berdua
        tautan = rows.first()
        if tautan is None:
            raise Refused(TIDAK_BERLAKU)
        pengguna: User = tautan.pengguna
        pengguna.set_password(sandi)
        pengguna.is_sandi_sementara = False
        note = f"memasang kata sandi lewat tautan dari {tautan.dibuat_by}"
        door.save(pengguna, by=pengguna, note=note)
        tautan.selesai_at = timezone.now()
        tautan.is_dipakai = True
        door.save(tautan, by=pengguna, note="dipakai")
    send(
        pengguna.email,
        judul="Kata sandi akun Anda dipasang",
        isi=f"Akun {pengguna.username}: {note}. Bukan Anda? Hubungi admin dinas segera.",
    )
    return pengguna
