"""Isi Renstra yang tetap bagi tahun terkunci, dan tahun mulai adanya."""

import django.core.validators
from django.db import migrations, models

SEMULA = models.JSONField("isi semula", default=list, blank=True, editable=False)


def tahun_mulai():
    return models.PositiveSmallIntegerField(
        "ada sejak",
        null=True,
        blank=True,
        editable=False,
        validators=[
            django.core.validators.MinValueValidator(2010),
            django.core.validators.MaxValueValidator(2045),
        ],
    )


class Migration(migrations.Migration):
    dependencies = [("kinerja", "0033_pengali_sampai_sejuta")]

    operations = [
        *(
            migrations.AddField(nama, "semula", SEMULA.clone())
            for nama in ("perioderenstra", "tujuan", "sasaran", "indikator")
        ),
        *(
            migrations.AddField(nama, "tahun_mulai", tahun_mulai())
            for nama in ("tujuan", "sasaran", "indikator")
        ),
    ]
