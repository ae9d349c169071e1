from django.db import migrations, models

from core import triggers

pasang, lepas = triggers.migration("documents_tandatangan")


class Migration(migrations.Migration):
    """Ujung jejak audit yang tercetak pada tiap tanda tangan.

    SQLite membuat tabelnya kembali, jadi pemicunya dilepas dahulu lalu dipasang lagi.
    """

    dependencies = [
        ("documents", "0018_formulir_terisi"),
    ]

    operations = [
        migrations.RunPython(lepas, pasang),
        migrations.AddField(
            model_name="tandatangan",
            name="jejak_hash",
            field=models.CharField(blank=True, max_length=64, verbose_name="hash kejadian itu"),
        ),
        migrations.AddField(
            model_name="tandatangan",
            name="jejak_nomor",
            field=models.PositiveBigIntegerField(
                null=True, verbose_name="kejadian yang tercetak"
            ),
        ),
        migrations.RunPython(pasang, lepas),
    ]
