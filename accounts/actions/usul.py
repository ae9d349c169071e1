"""Usul perubahan akun, dan putusan orang kedua."""

from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from accounts.actions.faktor import lepas_faktor
from accounts.actions.kabar import beri_tahu
from accounts.models import User, UsulAkun
from core import audit, door
from core.audit import Refused

Status = UsulAkun.Status
SUDAH_DIPUTUS = "Usul ini sudah diputus."
PIHAK = "Yang mengusulkan dan pemilik akunnya tidak dapat memutus; mintalah orang lain."
TANPA_ORANG_KEDUA = "tanpa orang kedua: belum ada admin lain, kepala dinas atau inspektur"
BUKAN_ORANG_KEDUA = "Hanya admin, kepala dinas atau inspektur lain yang dapat memutus."


def has_orang_kedua(*, pengguna: User, by: User) -> bool:
    """Adakah orang lain yang dapat memutus usul `by` tentang `pengguna`."""
    pihak = [pengguna.pk, by.pk]
    orang = User.objects.orang_kedua(by.kabupaten)
    return orang.exclude(pk__in=pihak).exists()


def propose(*, pengguna: User, jenis: str, by: User, peran: str = "") -> UsulAkun:
    """Usul yang menunggu; usul yang sama yang masih menunggu dipakai lagi."""
    with audit.locked(pengguna.kabupaten_kode):
        rows = UsulAkun.objects.menunggu()
        sama = rows.filter(pengguna=pengguna, jenis=jenis, peran=peran).first()
        if sama is not None:
            return sama
        usul = UsulAkun(
            pengguna=pengguna,
            jenis=jenis,
            peran=peran,
            diusulkan_by=by,
            diusulkan_at=timezone.now(),
        )
        door.save(usul, by=by)
    beri_tahu(
        {pengguna, *_pemegang(usul)},
        judul="Usul perubahan akun",
        isi=f"{usul} diusulkan {by}, menunggu persetujuan orang kedua.",
    )
    return usul


def decide_usul(*, usul: UsulAkun, by: User, is_setuju: bool) -> None:
    """Terapkan atau tolak usul. `Refused` bila sudah diputus atau `by` bukan orang kedua."""
    with audit.locked(usul.kabupaten_kode):
        usul.refresh_from_db()
        _check(usul, by)
        usul.status = Status.DISETUJUI if is_setuju else Status.DITOLAK
        usul.diputus_by = by
        usul.diputus_at = timezone.now()
        door.save(usul, by=by)
        if is_setuju:
            _apply(usul, by)
    putusan = usul.get_status_display().lower()
    beri_tahu(
        {usul.pengguna, *_pemegang(usul)},
        judul="Perubahan akun diputus",
        isi=f"{usul}: diusulkan {usul.diusulkan_by}, {putusan} {by}.",
    )


def _check(usul: UsulAkun, by: User) -> None:
    if not usul.is_menunggu:
        raise Refused(SUDAH_DIPUTUS)
    if by.pk in (usul.diusulkan_by_id, usul.pengguna_id):
        raise Refused(PIHAK)
    orang = User.objects.orang_kedua(usul.pengguna.kabupaten)
    if not orang.filter(pk=by.pk).exists():
        raise Refused(BUKAN_ORANG_KEDUA)


def _apply(usul: UsulAkun, by: User) -> None:
    """Perubahannya tercatat atas nama yang menyetujui, dengan nama pengusulnya."""
    pengguna = User.objects.get(pk=usul.pengguna_id)
    note = f"diusulkan {usul.diusulkan_by}, disetujui {by}"
    if usul.jenis == UsulAkun.JenisUsul.FAKTOR:
        lepas_faktor(pengguna, by=by, note=f"melepas faktor kedua; {note}")
        return
    sebelum = ", ".join(pengguna.peran)
    group = Group.objects.get(name=usul.peran)
    groups = [*pengguna.groups.all(), group]
    sesudah = ", ".join([*pengguna.peran, usul.peran])
    door.save(
        pengguna,
        by=by,
        note=note,
        changes={"peran": [sebelum, sesudah]},
        relations={"groups": groups},
    )


def _pemegang(usul: UsulAkun) -> Any:
    """Yang kini memegang peran itu di kabupatennya: mereka diberi tahu."""
    if not usul.peran:
        return User.objects.none()
    aktif = User.objects.filter(kabupaten=usul.pengguna.kabupaten, is_active=True)
    return aktif.filter(groups__name=usul.peran)
