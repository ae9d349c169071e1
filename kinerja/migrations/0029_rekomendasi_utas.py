"""Rekomendasi menjadi utas milik kabupaten: bertahun, berasal, berstatus.

Yang sudah bertindak lanjut menjadi dijawab, sebab belum ada bukti yang diterima. Tidak dikembalikan:
rekomendasi dari reviu dan rapat tidak punya evaluasi.
"""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


def fill_owner(apps, schema_editor):
    """Kabupaten dan tahun dari evaluasinya."""
    for row in apps.get_model("kinerja", "Rekomendasi").objects.select_related("evaluasi"):
        row.kabupaten_id = row.evaluasi.kabupaten_id
        row.tahun = row.evaluasi.tahun
        row.status = "dijawab" if row.tindak_lanjut.strip() else "terbuka"
        row.save(update_fields=["kabupaten", "tahun", "status"])
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


TAHUN = [
    django.core.validators.MinValueValidator(2010),
    django.core.validators.MaxValueValidator(2045),
]
STATUS = [
    ("terbuka", "Terbuka"),
    ("dijawab", "Dijawab"),
    ("diterima", "Diterima"),
    ("dibuka_lagi", "Dibuka lagi"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_logo_svg"),
        ("kinerja", "0028_reviu"),
    ]

    operations = [
        migrations.AddField(
            "rekomendasi",
            "kabupaten",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="accounts.kabupaten"),
        ),
        migrations.AddField(
            "rekomendasi",
            "tahun",
            models.PositiveSmallIntegerField(null=True, validators=TAHUN, verbose_name="tahun"),
        ),
        migrations.AddField(
            "rekomendasi",
            "asal",
            models.CharField(
                choices=[("akip", "Evaluasi AKIP"), ("reviu", "Reviu"), ("rapat", "Komitmen rapat")],
                default="akip",
                max_length=5,
            ),
        ),
        migrations.AddField(
            "rekomendasi",
            "penanggung",
            models.ForeignKey(
                blank=True,
                help_text="Bidang yang menjawab; kosong berarti seluruh dinas.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="accounts.bidang",
                verbose_name="penanggung jawab",
            ),
        ),
        migrations.AddField(
            "rekomendasi",
            "status",
            models.CharField(choices=STATUS, default="terbuka", editable=False, max_length=12),
        ),
        migrations.RunPython(fill_owner, migrations.RunPython.noop),
        migrations.RemoveConstraint("rekomendasi", "rekomendasi_unik"),
        migrations.AlterModelOptions(
            "rekomendasi",
            {
                "ordering": ["-tahun", "asal", "nomor"],
                "verbose_name": "rekomendasi",
                "verbose_name_plural": "rekomendasi",
            },
        ),
        migrations.RemoveField("rekomendasi", "evaluasi"),
        migrations.AlterField(
            "rekomendasi",
            "kabupaten",
            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="accounts.kabupaten"),
        ),
        migrations.AlterField(
            "rekomendasi",
            "tahun",
            models.PositiveSmallIntegerField(validators=TAHUN, verbose_name="tahun"),
        ),
        migrations.AlterField(
            "rekomendasi",
            "tindak_lanjut",
            models.TextField(blank=True, editable=False, verbose_name="tindak lanjut"),
        ),
        migrations.AddConstraint(
            "rekomendasi",
            models.UniqueConstraint(
                fields=("kabupaten", "tahun", "asal", "nomor"),
                name="rekomendasi_unik",
                violation_error_message="Nomor ini sudah dipakai rekomendasi lain.",
            ),
        ),
    ]
