"""Mengubah definisi lewat formulirnya, dan ukuran tahun yang terbuka."""

import datetime
from decimal import Decimal

from django.urls import reverse

from documents.models import Snapshot
from kinerja.models import Lkjip, NaskahKinerja
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_lkjip

TAHUN = (2022, 2023)
LAMA = ("%", Decimal(60), Decimal("75.00"))
BARU = ("‰", Decimal(600), Decimal("-550.00"))


def ukur(indikator, tahun, laporan=2023):
    kabupaten = indikator.sasaran.periode.perangkat_daerah.kabupaten
    ukuran = TahunKinerja(kabupaten, laporan).pengukuran.ukur(indikator, tahun)
    return ukuran.indikator.satuan, ukuran.realisasi, ukuran.capaian.persen


def isian(client, indikator, **kolom):
    url = reverse("kinerja:indikator_update", args=[indikator.pk])
    form = client.get(url).context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    data["is_perjanjian"] = ""
    return client.post(url, data | kolom)


def ubah(client, indikator):
    """Permil, dan makin rendah makin baik."""
    return isian(client, indikator, satuan="‰", faktor="1000", arah="turun")


def apply(client, url, tahun="2023", alasan="a"):
    """Kirim halaman penerapan sebagaimana terlihat."""
    versi = client.get(url).context["versi"]
    return client.post(url, {"tahun": [tahun], "alasan": alasan, "versi": versi})


def _diajukan(operator, naskah):
    """Kolom naskah yang sudah diajukan, dengan isi bekunya."""
    saat = datetime.datetime(2023, 1, 2, tzinfo=datetime.UTC)
    snapshot = Snapshot.objects.create(
        kabupaten=operator.kabupaten,
        document=f"kinerja.{naskah.__name__}",
        document_id=1,
        version=1,
        content="{}",
        sha256="0" * 64,
        created_at=saat,
        created_by=str(operator),
    )
    return {"submitted_by": operator, "submitted_at": saat, "snapshot": snapshot}


def ajukan(indikator, operator, status="diajukan", **kolom):
    """Naskah IKU setahun yang sudah diajukan."""
    return NaskahKinerja.objects.create(
        kabupaten=operator.kabupaten,
        jenis="iku",
        tahun=2023,
        status=status,
        **_diajukan(operator, NaskahKinerja),
        **kolom,
    )


def ajukan_lkjip(operator, tahun):
    """LKjIP setahun yang sudah diajukan."""
    lkjip = make_lkjip(operator.kabupaten, tahun=tahun)
    rows = Lkjip.objects.filter(pk=lkjip.pk)
    rows.update(status="diajukan", **_diajukan(operator, Lkjip))
    return rows.get()
