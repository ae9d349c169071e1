from django.db import migrations, models


def laporkan_baris(apps, schema_editor):
    """Berkas yang sudah diajukan melaporkan baris formulir; draf mengikuti bawaannya."""
    BerkasIkk = apps.get_model("villages", "BerkasIkk")
    BerkasIkk.objects.exclude(status="draft").update(hitungan="baris")


class Migration(migrations.Migration):

    dependencies = [
        ("villages", "0004_kode_menurut_waktu"),
    ]

    operations = [
        migrations.AddField(
            model_name="berkasikk",
            name="hitungan",
            field=models.CharField(choices=[("desa", "desa yang berlainan"), ("baris", "baris formulir")], default="desa", help_text="Keduanya tercetak berdampingan. Yang dipilih dilaporkan sebagai angka output.", max_length=5, verbose_name="desa bekerja sama dihitung menurut"),
        ),
        migrations.RunPython(laporkan_baris, migrations.RunPython.noop),
        migrations.AddField(
            model_name="desa",
            name="edisi",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="menurut edisi"),
        ),
        migrations.AddField(
            model_name="kecamatan",
            name="edisi",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="menurut edisi"),
        ),
    ]
