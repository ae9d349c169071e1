"""Fakta yang ditanggapi; tanggapan yang ada ditemukan dengan sidik lamanya, tanpa fakta."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0012_tugas")]
    operations = [
        migrations.AddField(
            model_name="tanggapantemuan",
            name="fakta",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        )
    ]
