"""APBDes menurut rekening.

Pemasangan yang sudah berisi mendapat rekeningnya sebagaimana acuannya waktu itu; yang baru dari fixtures/.
"""

import json
from pathlib import Path

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

ACUAN = Path(__file__).with_name("0009_rekening_desa.json")


def load_rekening(apps, schema_editor):
    """Induk mendahului rinciannya."""
    if not apps.get_model("villages", "Desa").objects.exists():
        return
    rekening = apps.get_model("villages", "RekeningDesa")
    dimuat = {None: None}
    for row in json.loads(ACUAN.read_text()):
        isi = row["fields"]
        (induk,) = isi["induk"] or (None,)
        dimuat[isi["kode"]] = rekening.objects.create(**{**isi, "induk": dimuat[induk]})
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):

    dependencies = [
        ('villages', '0008_hitungan_lembaga_boleh_kosong'),
    ]

    operations = [
        migrations.CreateModel(
            name='RekeningDesa',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.CharField(max_length=20, unique=True)),
                ('nama', models.CharField(max_length=200)),
                ('is_pengurang', models.BooleanField(default=False, verbose_name='mengurangi induknya')),
                ('sebutan', models.CharField(blank=True, help_text='Nama lain pada lembar Siskeudes, dipisahkan titik koma.', max_length=300, verbose_name='sebutan lain')),
                ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='villages.rekeningdesa')),
            ],
            options={
                'verbose_name': 'rekening APBDes',
                'verbose_name_plural': 'rekening APBDes',
                'ordering': ['kode'],
            },
        ),
        migrations.CreateModel(
            name='AnggaranDesa',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2010), django.core.validators.MaxValueValidator(2045)], verbose_name='tahun')),
                ('anggaran', models.DecimalField(blank=True, decimal_places=2, max_digits=17, null=True, verbose_name='anggaran (Rp)')),
                ('realisasi', models.DecimalField(blank=True, decimal_places=2, max_digits=17, null=True, verbose_name='realisasi (Rp)')),
                ('desa', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='villages.desa')),
                ('rekening', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='villages.rekeningdesa')),
            ],
            options={
                'verbose_name': 'anggaran desa',
                'verbose_name_plural': 'anggaran desa',
                'ordering': ['-tahun', 'desa__kode', 'rekening__kode'],
                'constraints': [models.UniqueConstraint(fields=('desa', 'tahun', 'rekening'), name='anggaran_desa_unik', violation_error_message='Rekening ini di desa itu untuk tahun itu sudah ada.'), models.CheckConstraint(condition=models.Q(('anggaran__isnull', False), ('realisasi__isnull', False), _connector='OR'), name='anggaran_desa_berisi', violation_error_message='Isi anggaran atau realisasinya.'), models.CheckConstraint(condition=models.Q(('anggaran', None), ('anggaran__gte', 0), _connector='OR'), name='anggaran_desa_anggaran', violation_error_message='Anggaran tidak boleh negatif.'), models.CheckConstraint(condition=models.Q(('realisasi', None), ('realisasi__gte', 0), _connector='OR'), name='anggaran_desa_realisasi', violation_error_message='Realisasi tidak boleh negatif.')],
            },
        ),
        migrations.RunPython(load_rekening, migrations.RunPython.noop),
    ]
