"""Yang berubah sejak pengguna terakhir masuk, dikelompokkan menurut pelaku dan jenisnya."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Count, Max

from core.models import AuditEvent

Kalimat = tuple[str, str, datetime.datetime]  # tulisan, alamat dan waktunya
DIBACA = 2000  # kejadian terakhir; lebih lama dari itu dibaca di jejak audit
TERTAMPIL = 8
Action = AuditEvent.Action
KERJA = {
    Action.CREATE: "menambah",
    Action.UPDATE: "mengubah",
    Action.DELETE: "menghapus",
    Action.LOAD: "memuat",
    Action.ADVANCE: "melanjutkan",
}


@dataclass(frozen=True)
class Perubahan:
    """Kalimatnya dengan waktu terakhirnya; `sejak` kosong bila belum pernah masuk sebelumnya."""

    sejak: datetime.datetime | None
    kalimat: list[Kalimat]


def perubahan(user: Any) -> Perubahan:
    """Kejadian orang lain sejak kali terakhir `user` masuk sebelum ini."""
    terakhir = AuditEvent.objects.visible_to(user).order_by("-nomor").first()
    if terakhir is None:
        return Perubahan(None, [])
    rows = AuditEvent.objects.visible_to(user).filter(nomor__gt=terakhir.nomor - DIBACA)
    masuk = rows.filter(actor=str(user), action=Action.LOGIN).order_by("-nomor")
    lalu = next(iter(masuk[1:2]), None)
    if lalu:
        rows = rows.filter(nomor__gt=lalu.nomor)
    lain = rows.filter(action__in=KERJA).exclude(actor=str(user))
    kelompok = lain.values("actor", "action", "model").annotate(
        banyak=Count("pk"), waktu=Max("waktu")
    )
    kalimat = []
    for satu in kelompok.order_by("-waktu")[:TERTAMPIL]:
        kalimat.append(_kalimat(satu))
    return Perubahan(lalu.waktu if lalu else None, kalimat)


def _kalimat(kelompok: dict[str, Any]) -> Kalimat:
    """Pelaku, yang diperbuatnya, dan kapan terakhir."""
    nama = apps.get_model(kelompok["model"])._meta.verbose_name
    kerja = KERJA[kelompok["action"]]
    return kelompok["actor"], f"{kerja} {kelompok['banyak']} {nama}", kelompok["waktu"]
