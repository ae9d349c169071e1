from django.db import migrations, models

from core import triggers

pasang, lepas = triggers.migration("core_auditevent")


class Migration(migrations.Migration):
    """Segel kejadian dan jumlah sidik tabel; SQLite menyusun ulang tabelnya tanpa pemicu."""

    dependencies = [("core", "0002_pemicu")]
    operations = [
        migrations.RunPython(lepas, pasang),
        migrations.AddField("auditchain", "keadaan", models.JSONField(default=dict)),
        migrations.AddField(
            "auditevent", "keadaan", models.JSONField(default=dict, editable=False)
        ),
        migrations.AddField(
            "auditevent", "segel", models.CharField(blank=True, editable=False, max_length=64)
        ),
        migrations.RunPython(pasang, lepas),
    ]
