"""Isian pengukuran dan pesannya, dan triwulan yang ditutup."""

import datetime

from django.urls import reverse
from django.utils import timezone

from kinerja.models import PeriodeIsian


def isian(sub, **kolom):
    return {
        "sub_kegiatan": sub.pk,
        "triwulan": 1,
        "kinerja": "",
        "keuangan": "",
        "penjelasan": "",
    } | kolom


def send(client, data):
    return client.post(reverse("kinerja:pengukuransub_create"), data)


def pesan(halaman):
    return " ".join(str(m) for m in halaman.context["messages"])


def tutup(kabupaten, triwulan=1):
    kemarin = timezone.localdate() - datetime.timedelta(days=1)
    return PeriodeIsian.objects.create(
        kabupaten=kabupaten,
        tahun=2023,
        triwulan=triwulan,
        mulai=datetime.date(2023, 1, 1),
        sampai=kemarin,
    )
