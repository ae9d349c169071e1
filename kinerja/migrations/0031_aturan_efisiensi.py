"""Bunyi, sumber dan edisi aturan efisiensi menjadi data periode; yang sudah ada mendapat yang dahulu dicetaknya."""

import django.core.validators
from django.db import migrations, models

DICETAK = {
    "selisih": (
        "efisien bila capaian kinerja tidak di bawah penyerapan anggaran",
        "Permenpan-RB 53/2014, Lampiran II, analisis efisiensi penggunaan sumber daya",
        2014,
    ),
    "pmk-22-2021": (
        "efisien bila (pagu × capaian − realisasi) / (pagu × capaian) tidak negatif",
        "PMK 22/PMK.02/2021",
        2021,
    ),
}


def write_rules(apps, schema_editor):
    """Menurut cara yang dipilih periodenya."""
    periode = apps.get_model("kinerja", "PeriodeRenstra").objects
    for cara, (bunyi, sumber, edisi) in DICETAK.items():
        milik = periode.filter(efisiensi=cara)
        milik.update(bunyi_efisiensi=bunyi, sumber_efisiensi=sumber, tahun_efisiensi=edisi)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):

    dependencies = [
        ('kinerja', '0030_evaluasi_akip'),
    ]

    operations = [
        migrations.AddField(
            model_name='perioderenstra',
            name='bunyi_efisiensi',
            field=models.CharField(blank=True, help_text='Kosong: diisi menurut aturan yang dipilih.', max_length=300, verbose_name='bunyi aturan efisiensi'),
        ),
        migrations.AddField(
            model_name='perioderenstra',
            name='tahun_efisiensi',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Kosong: diisi menurut aturan yang dipilih.', null=True, validators=[django.core.validators.MinValueValidator(1945)], verbose_name='tahun edisi aturan efisiensi'),
        ),
        migrations.AddField(
            model_name='perioderenstra',
            name='sumber_efisiensi',
            field=models.CharField(blank=True, help_text='Kosong: diisi menurut aturan yang dipilih.', max_length=300, verbose_name='sumber aturan efisiensi'),
        ),
        migrations.AlterField(
            model_name='perioderenstra',
            name='efisiensi',
            field=models.CharField(choices=[('selisih', 'Capaian terhadap penyerapan · Permenpan-RB 53/2014, Lampiran II, analisis efisiensi penggunaan sumber daya, edisi 2014'), ('pmk-22-2021', 'Efisiensi keluaran (PMK 22/2021) · PMK 22/PMK.02/2021, edisi 2021')], default='selisih', help_text='Cara menyimpulkannya; bunyi, sumber dan edisinya dicetak pada laporan kinerja.', max_length=20, verbose_name='aturan efisiensi'),
        ),
        migrations.RunPython(write_rules, migrations.RunPython.noop),
    ]
