"""Sebutan setempat kecamatan dan desa, dan tahun kerja yang bawaannya tahun berjalan."""

import django.core.validators
from django.db import migrations, models

import accounts.models.daerah


def sebutan(label):
    return models.CharField(
        label,
        max_length=20,
        blank=True,
        validators=[
            django.core.validators.RegexValidator(
                r"^[a-z]{3,20}$", "Satu kata huruf kecil, misalnya distrik."
            )
        ],
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_token_dan_angka_terbuka")]

    operations = [
        migrations.AddField("kabupaten", "sebutan_kecamatan", sebutan("sebutan kecamatan")),
        migrations.AddField("kabupaten", "sebutan_desa", sebutan("sebutan desa")),
        migrations.AlterField(
            "perangkatdaerah",
            "tahun_kerja",
            models.PositiveSmallIntegerField(
                "tahun kerja",
                default=accounts.models.daerah.tahun_berjalan,
                help_text="Tahun yang dibuka pertama kali setelah masuk.",
                validators=[
                    django.core.validators.MinValueValidator(2010),
                    django.core.validators.MaxValueValidator(2045),
                ],
            ),
        ),
    ]
