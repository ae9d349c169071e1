"""Yang perlu diketahui pemegang akun tentang akunnya sendiri."""

from datetime import datetime

from accounts.models import User, UsulAkun
from core.models import AuditEvent

TERBANYAK = 5


def usul_menunggu(pengguna: User) -> list[UsulAkun]:
    """Usul yang dapat diputus pengguna; kosong bagi yang tidak berhak."""
    if not pengguna.has_perm("accounts.change_usulakun"):
        return []
    rows = UsulAkun.objects.visible_to(pengguna).menunggu()
    rows = rows.exclude(pengguna=pengguna).exclude(diusulkan_by=pengguna)
    return list(rows.select_related("pengguna", "diusulkan_by"))


def kabar_akun(pengguna: User, sejak: datetime | None) -> list[str]:
    """Kalimat tiap perubahan oleh orang lain sejak ia terakhir masuk.

    Termasuk perannya yang diberikan kepada orang lain.
    """
    if sejak is None:
        return []
    kalimat = []
    events = AuditEvent.objects.of(pengguna).filter(waktu__gt=sejak)
    for event in events.exclude(actor=str(pengguna))[:TERBANYAK]:
        kolom = ", ".join(event.changes)
        kalimat.append(f"{event.actor} mengubah akun Anda: {event.note or kolom}.")
    usul = UsulAkun.objects.visible_to(pengguna).filter(diputus_at__gt=sejak)
    diberikan = usul.filter(status=UsulAkun.Status.DISETUJUI, peran__in=pengguna.roles)
    for satu in diberikan.exclude(pengguna=pengguna)[:TERBANYAK]:
        kalimat.append(f"{satu}: diusulkan {satu.diusulkan_by}, disetujui {satu.diputus_by}.")
    return kalimat
