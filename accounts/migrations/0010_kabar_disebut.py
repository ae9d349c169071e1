"""Jenis kabar bagi yang disebut dalam balasan."""

from django.db import migrations, models

JENIS = (
    ("menunggu", "Naskah menunggu langkah Anda"),
    ("kembali", "Naskah Anda dikembalikan"),
    ("sah", "Naskah yang Anda kerjakan ditandatangani"),
    ("dibuka", "Masa isian dibuka"),
    ("berakhir", "Masa isian berakhir dalam tujuh hari"),
    ("lewat", "Masa isian lewat dan belum lengkap"),
    ("sk", "SK lembaga segera berakhir"),
    ("dijawab", "Seseorang menjawab Anda"),
    ("disebut", "Seseorang menyebut Anda"),
    ("ditagih", "Laporan ditagih"),
    ("surat", "Surat tidak terkirim"),
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0009_sebutan_wilayah")]

    operations = [
        migrations.AlterField("kabar", "jenis", models.CharField(max_length=10, choices=JENIS)),
        migrations.AlterField(
            "pilihankabar", "jenis", models.CharField(max_length=10, choices=JENIS)
        ),
    ]
