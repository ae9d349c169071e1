"""Evaluasi AKIP menurut komponen; hasil yang sudah ada tetap nilai yang disalin.

Pemasangan yang sudah berisi mendapat pedoman bersamanya sebagaimana acuannya waktu itu; yang baru dari
fixtures/. Skala predikat yang disebutnya sudah dimuat lebih dulu; tanpa itu pedomannya menyusul bersama acuannya.
"""

import json
from pathlib import Path

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import documents.models.bukti
from django.conf import settings
from django.db import migrations, models


ACUAN = Path(__file__).with_name("0030_pedoman_akip.json")
PREDIKAT = "akip-88-2021"
INDUK = {"skalakualitatif": "skala", "pedomanakip": "pedoman"}


def load_guideline(apps, schema_editor):
    """Skala tingkatnya, pedomannya, lalu semua butirnya."""
    predikat = apps.get_model("kinerja", "SkalaPredikat").objects.filter(kode=PREDIKAT, kabupaten=None).first()
    if predikat is None:
        return
    rujukan = {"predikat": predikat}
    for row in json.loads(ACUAN.read_text()):
        label = row["model"]
        isi = {kolom: rujukan.get(kolom, tertulis) for kolom, tertulis in row["fields"].items()}
        satu = apps.get_model(label).objects.create(**isi)
        _, nama = label.split(".")
        if nama in INDUK:
            rujukan[INDUK[nama]] = satu
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")



class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_logo_svg'),
        ('documents', '0016_utas'),
        ('kinerja', '0029_rekomendasi_utas'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BuktiAkip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('berkas', models.FileField(max_length=200, upload_to=documents.models.bukti.evidence_path)),
                ('nama', models.CharField(max_length=200, verbose_name='nama berkas')),
                ('ukuran', models.PositiveIntegerField(verbose_name='ukuran (bita)')),
                ('sha256', models.CharField(max_length=64)),
                ('uploaded_by', models.CharField(max_length=200, verbose_name='diunggah oleh')),
                ('uploaded_at', models.DateTimeField(verbose_name='diunggah')),
            ],
            options={
                'verbose_name': 'bukti AKIP',
                'verbose_name_plural': 'bukti AKIP',
                'ordering': ['uploaded_at'],
            },
        ),
        migrations.CreateModel(
            name='ButirAkip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.CharField(max_length=6, validators=[django.core.validators.RegexValidator('^[1-9](\\.[a-z](\\.[1-9][0-9]?)?)?$', 'Tulis 1 untuk komponen, 1.a untuk subkomponen, 1.a.3 untuk kriteria.')])),
                ('uraian', models.TextField()),
                ('bobot', models.DecimalField(blank=True, decimal_places=2, help_text='Untuk komponen dan subkomponen; kriteria tidak berbobot.', max_digits=5, null=True)),
                ('petunjuk', models.CharField(blank=True, help_text='Bukti yang disusun sistem di samping kriterianya; kosong bila tidak ada.', max_length=40, verbose_name='petunjuk sistem')),
            ],
            options={
                'verbose_name': 'butir AKIP',
                'verbose_name_plural': 'butir AKIP',
                'ordering': ['pedoman', django.db.models.functions.text.Substr('kode', 1, 3), django.db.models.functions.text.Length('kode'), 'kode'],
            },
        ),
        migrations.CreateModel(
            name='HasilEvaluasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2010), django.core.validators.MaxValueValidator(2045)], verbose_name='tahun')),
                ('nomor', models.CharField(blank=True, max_length=100, verbose_name='nomor dokumen')),
                ('tanggal', models.DateField(blank=True, null=True, verbose_name='tanggal dokumen')),
                ('status', models.CharField(choices=[('draft', 'Draf'), ('diajukan', 'Diajukan'), ('disetujui', 'Disetujui'), ('ditandatangani', 'Ditandatangani'), ('direviu', 'Telah direviu')], default='draft', editable=False, max_length=20)),
                ('catatan', models.TextField(blank=True, editable=False, verbose_name='catatan pengembalian')),
                ('submitted_at', models.DateTimeField(editable=False, null=True, verbose_name='diajukan')),
                ('approved_at', models.DateTimeField(editable=False, null=True, verbose_name='disetujui')),
                ('signed_at', models.DateTimeField(editable=False, null=True, verbose_name='ditandatangani')),
                ('reviewed_at', models.DateTimeField(editable=False, null=True, verbose_name='direviu')),
            ],
            options={
                'verbose_name': 'laporan hasil evaluasi',
                'verbose_name_plural': 'laporan hasil evaluasi',
                'ordering': ['-tahun', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='IsianAkip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pihak', models.CharField(choices=[('dinas', 'Dinas'), ('inspektorat', 'Inspektorat')], max_length=12)),
                ('hasil', models.CharField(blank=True, choices=[('ya', 'Ya'), ('tidak', 'Tidak')], max_length=5)),
                ('catatan', models.TextField(blank=True)),
            ],
            options={
                'verbose_name': 'isian AKIP',
                'verbose_name_plural': 'isian AKIP',
                'ordering': ['evaluasi', 'butir', 'pihak'],
            },
        ),
        migrations.CreateModel(
            name='PedomanAkip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('versi', models.PositiveSmallIntegerField(default=1, editable=False)),
                ('nama', models.CharField(max_length=200)),
                ('regulasi', models.CharField(blank=True, max_length=300, verbose_name='dasar hukum')),
                ('catatan', models.TextField(blank=True)),
            ],
            options={
                'verbose_name': 'pedoman AKIP',
                'verbose_name_plural': 'pedoman AKIP',
                'ordering': ['kabupaten', '-versi'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='evaluasiakip',
            name='evaluasi_akip_nilai',
        ),
        migrations.AlterField(
            model_name='evaluasiakip',
            name='nilai',
            field=models.DecimalField(blank=True, decimal_places=2, help_text='Hanya tanpa pedoman; dengan pedoman dihitung dari lembar kerjanya.', max_digits=5, null=True),
        ),
        migrations.AddField(
            model_name='hasilevaluasi',
            name='approved_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='hasilevaluasi',
            name='evaluasi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hasil', to='kinerja.evaluasiakip'),
        ),
        migrations.AddField(
            model_name='hasilevaluasi',
            name='kabupaten',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='accounts.kabupaten'),
        ),
        migrations.AddField(
            model_name='hasilevaluasi',
            name='menggantikan',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='kinerja.hasilevaluasi', verbose_name='menggantikan laporan'),
        ),
        migrations.AddField(
            model_name='hasilevaluasi',
            name='pengesahan',
            field=models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.pengesahan'),
        ),
        migrations.AddField(
            model_name='hasilevaluasi',
            name='reviewed_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='hasilevaluasi',
            name='signed_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='hasilevaluasi',
            name='snapshot',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.snapshot'),
        ),
        migrations.AddField(
            model_name='hasilevaluasi',
            name='submitted_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='isianakip',
            name='butir',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='kinerja.butirakip'),
        ),
        migrations.AddField(
            model_name='isianakip',
            name='evaluasi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='isian', to='kinerja.evaluasiakip'),
        ),
        migrations.AddField(
            model_name='isianakip',
            name='tingkat',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='kinerja.tingkatkualitatif'),
        ),
        migrations.AddField(
            model_name='buktiakip',
            name='isian',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bukti', to='kinerja.isianakip'),
        ),
        migrations.AddField(
            model_name='pedomanakip',
            name='kabupaten',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='accounts.kabupaten'),
        ),
        migrations.AddField(
            model_name='pedomanakip',
            name='predikat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='kinerja.skalapredikat', verbose_name='skala predikat'),
        ),
        migrations.AddField(
            model_name='pedomanakip',
            name='skala',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='kinerja.skalakualitatif', verbose_name='tingkat subkomponen'),
        ),
        migrations.AddField(
            model_name='butirakip',
            name='pedoman',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='butir', to='kinerja.pedomanakip'),
        ),
        migrations.AddField(
            model_name='evaluasiakip',
            name='pedoman',
            field=models.ForeignKey(blank=True, help_text='Kosong bila hasilnya disalin dari laporan yang sudah ada.', null=True, on_delete=django.db.models.deletion.PROTECT, to='kinerja.pedomanakip'),
        ),
        migrations.AddConstraint(
            model_name='evaluasiakip',
            constraint=models.CheckConstraint(condition=models.Q(('nilai', None), models.Q(('nilai__gte', 0), ('nilai__lte', 100)), _connector='OR'), name='evaluasi_akip_nilai', violation_error_message='Nilai AKIP antara 0 dan 100.'),
        ),
        migrations.AddConstraint(
            model_name='evaluasiakip',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('nilai__isnull', False), ('pedoman', None)), models.Q(('nilai', None), ('pedoman__isnull', False)), _connector='OR'), name='evaluasi_akip_asal', violation_error_message='Pilih pedomannya, atau isi nilai dari laporan yang sudah ada; salah satu.'),
        ),
        migrations.AddConstraint(
            model_name='hasilevaluasi',
            constraint=models.UniqueConstraint(condition=models.Q(('menggantikan', None)), fields=('evaluasi',), name='hasil_evaluasi_satu', violation_error_message='Evaluasi itu sudah punya laporan; perbaikannya dibuat sebagai pengganti.'),
        ),
        migrations.AddConstraint(
            model_name='hasilevaluasi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('submitted_at', None), ('submitted_by', None)), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='hasil_evaluasi_submitted'),
        ),
        migrations.AddConstraint(
            model_name='hasilevaluasi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at', None), ('approved_by', None)), models.Q(('approved_at__isnull', False), ('approved_by__isnull', False)), _connector='OR'), name='hasil_evaluasi_approved'),
        ),
        migrations.AddConstraint(
            model_name='hasilevaluasi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('signed_at', None), ('signed_by', None)), models.Q(('signed_at__isnull', False), ('signed_by__isnull', False)), _connector='OR'), name='hasil_evaluasi_signed'),
        ),
        migrations.AddConstraint(
            model_name='hasilevaluasi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at', None), ('reviewed_by', None)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False)), _connector='OR'), name='hasil_evaluasi_reviewed'),
        ),
        migrations.AddConstraint(
            model_name='hasilevaluasi',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'draft'), models.Q(('snapshot__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='hasil_evaluasi_beku'),
        ),
        migrations.AddConstraint(
            model_name='hasilevaluasi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'ditandatangani'), ('pengesahan__isnull', False), ('signed_by__isnull', False)), models.Q(('status', 'direviu'), models.Q(models.Q(('pengesahan__isnull', False), ('signed_by__isnull', False)), models.Q(('pengesahan', None), ('signed_by', None)), _connector='OR')), models.Q(models.Q(('status__in', ['ditandatangani', 'direviu']), _negated=True), ('pengesahan', None), ('signed_by', None)), _connector='OR'), name='hasil_evaluasi_sah'),
        ),
        migrations.AddConstraint(
            model_name='hasilevaluasi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'direviu'), _negated=True), ('reviewed_by__isnull', False), _connector='OR'), name='hasil_evaluasi_direviu'),
        ),
        migrations.AddConstraint(
            model_name='hasilevaluasi',
            constraint=models.CheckConstraint(condition=models.Q(('approved_by', None), models.Q(('approved_by', models.F('submitted_by')), _negated=True), _connector='OR'), name='hasil_evaluasi_dua_orang'),
        ),
        migrations.AddConstraint(
            model_name='isianakip',
            constraint=models.UniqueConstraint(fields=('evaluasi', 'butir', 'pihak'), name='isian_akip_unik', violation_error_message='Butir itu sudah diisi pihak ini.'),
        ),
        migrations.AddConstraint(
            model_name='pedomanakip',
            constraint=models.UniqueConstraint(fields=('kabupaten', 'versi'), name='pedoman_akip_unik'),
        ),
        migrations.AddConstraint(
            model_name='pedomanakip',
            constraint=models.UniqueConstraint(condition=models.Q(('kabupaten', None)), fields=('versi',), name='pedoman_akip_bersama'),
        ),
        migrations.AddConstraint(
            model_name='butirakip',
            constraint=models.UniqueConstraint(fields=('pedoman', 'kode'), name='butir_akip_unik', violation_error_message='Kode ini sudah dipakai butir lain.'),
        ),
        migrations.AddConstraint(
            model_name='butirakip',
            constraint=models.CheckConstraint(condition=models.Q(('bobot', None), models.Q(('bobot__gte', 0), ('bobot__lte', 100)), _connector='OR'), name='butir_akip_bobot', violation_error_message='Bobot antara 0 dan 100.'),
        ),
        migrations.RunPython(load_guideline, migrations.RunPython.noop),
    ]
