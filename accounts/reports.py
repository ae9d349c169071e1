"""Yang perlu diketahui pemegang akun tentang akunnya sendiri."""

from collections.abc import Iterator
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
    return [*_perubahan(pengguna, sejak), *_peran_orang(pengguna, sejak)]


def _perubahan(pengguna: User, sejak: datetime) -> Iterator[str]:
    events = AuditEvent.objects.of(pengguna)
    oleh_lain = events.filter(waktu__gt=sejak).exclude(actor=str(pengguna))
    for event in oleh_lain[:TERBANYAK]:
        kolom = ", ".join(event.changes)
        apa = event.note or kolom
        yield f"{event.actor} mengubah akun Anda: {apa}."


def _peran_orang(pengguna: User, sejak: datetime) -> Iterator[str]:
    rows = UsulAkun.objects.visible_to(pengguna).filter(
        status=UsulAkun.Status.DISETUJUI,
        diputus_at__gt=sejak,
        peran__in=pengguna.peran,
    )
    for satu in rows.exclude(pengguna=pengguna)[:TERBANYAK]:
        yield f"{satu}: diusulkan {satu.diusulkan_by}, disetujui {satu.diputus_by}."
