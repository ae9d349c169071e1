import django.core.validators
import django.db.models.deletion
import documents.models.bukti
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models

from core.migrating import CreateModels


class Migration(migrations.Migration):
    """Bagi basis data baru; yang sudah ada menjalankan migrasi yang digantikannya satu per satu."""

    replaces = [
        ('idm', '0001_initial'),
        ('idm', '0002_instrumen_dan_isian'),
        ('idm', '0003_bukti_jawaban'),
        ('idm', '0004_reviu_sebelum_tanda_tangan'),
        ('idm', '0005_draf'),
    ]

    initial = True

    dependencies = [
        ('accounts', '0004_satu_tiap_jenis'),
        ('documents', '0009_sidik_tanpa_kalimat'),
        ('villages', '0006_kode_desa_adat'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels(
            migrations.CreateModel(
                name='Instrumen',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kode', models.CharField(max_length=20, unique=True)),
                    ('nama', models.CharField(max_length=200)),
                    ('regulasi', models.CharField(max_length=200)),
                    ('tahun_awal', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2010), django.core.validators.MaxValueValidator(2045)], verbose_name='tahun')),
                    ('tahun_akhir', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='berlaku sampai tahun')),
                    ('cara', models.CharField(choices=[('skor', 'Rata-rata IKS, IKE dan IKL dari skor 0–5 tiap indikator'), ('dimensi', 'Jumlah poin dimensi terhadap poin tertinggi, kali 100')], default='skor', max_length=10, verbose_name='cara menghitung')),
                    ('catatan', models.TextField(blank=True, verbose_name='catatan atas terbitan')),
                ],
                options={
                    'verbose_name': 'instrumen',
                    'verbose_name_plural': 'instrumen',
                    'ordering': ['tahun_awal'],
                },
            ),
            migrations.CreateModel(
                name='RekapStatus',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('tahun', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2010), django.core.validators.MaxValueValidator(2045)], verbose_name='tahun')),
                    ('mandiri', models.PositiveIntegerField()),
                    ('maju', models.PositiveIntegerField()),
                    ('berkembang', models.PositiveIntegerField()),
                    ('tertinggal', models.PositiveIntegerField()),
                    ('sangat_tertinggal', models.PositiveIntegerField(verbose_name='sangat tertinggal')),
                    ('sumber', models.CharField(max_length=200)),
                    ('kabupaten', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='accounts.kabupaten')),
                ],
                options={
                    'verbose_name': 'rekap status IDM',
                    'verbose_name_plural': 'rekap status IDM',
                    'ordering': ['-tahun'],
                    'constraints': [models.UniqueConstraint(fields=('kabupaten', 'tahun'), name='rekap_status_unik', violation_error_message='Rekap status tahun itu sudah ada.')],
                },
            ),
            migrations.CreateModel(
                name='LayananRumusan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_aktif', models.BooleanField(default=False, verbose_name='dibuka untuk umum')),
                    ('kabupaten', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='accounts.kabupaten')),
                ],
                options={
                    'verbose_name': 'layanan rumusan',
                    'verbose_name_plural': 'layanan rumusan',
                },
            ),
            migrations.CreateModel(
                name='PenetapanIdm',
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
                    ('approved_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('kabupaten', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='accounts.kabupaten')),
                    ('menggantikan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='idm.penetapanidm', verbose_name='menggantikan penetapan')),
                    ('pengesahan', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.pengesahan')),
                    ('reviewed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('signed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('snapshot', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.snapshot')),
                    ('submitted_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'penetapan IDM',
                    'verbose_name_plural': 'penetapan IDM',
                    'ordering': ['-tahun', 'pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('menggantikan', None)), fields=('kabupaten', 'tahun'), name='penetapan_idm_unik', violation_error_message='Penetapan tahun itu sudah ada; perbaikannya dibuat sebagai pengganti.'), models.CheckConstraint(condition=models.Q(models.Q(('submitted_at', None), ('submitted_by', None)), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='penetapan_idm_submitted'), models.CheckConstraint(condition=models.Q(models.Q(('approved_at', None), ('approved_by', None)), models.Q(('approved_at__isnull', False), ('approved_by__isnull', False)), _connector='OR'), name='penetapan_idm_approved'), models.CheckConstraint(condition=models.Q(models.Q(('signed_at', None), ('signed_by', None)), models.Q(('signed_at__isnull', False), ('signed_by__isnull', False)), _connector='OR'), name='penetapan_idm_signed'), models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at', None), ('reviewed_by', None)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False)), _connector='OR'), name='penetapan_idm_reviewed'), models.CheckConstraint(condition=models.Q(('status', 'draft'), models.Q(('snapshot__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='penetapan_idm_beku'), models.CheckConstraint(condition=models.Q(('approved_by', None), models.Q(('approved_by', models.F('submitted_by')), _negated=True), _connector='OR'), name='penetapan_idm_dua_orang'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'ditandatangani'), ('pengesahan__isnull', False), ('signed_by__isnull', False)), models.Q(('status', 'direviu'), models.Q(models.Q(('pengesahan__isnull', False), ('signed_by__isnull', False)), models.Q(('pengesahan', None), ('signed_by', None)), _connector='OR')), models.Q(models.Q(('status__in', ['ditandatangani', 'direviu']), _negated=True), ('pengesahan', None), ('signed_by', None)), _connector='OR'), name='penetapan_idm_sah'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'direviu'), _negated=True), ('reviewed_by__isnull', False), _connector='OR'), name='penetapan_idm_direviu')],
                },
            ),
            migrations.CreateModel(
                name='TerbitanIdm',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('tahun', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2010), django.core.validators.MaxValueValidator(2045)], verbose_name='tahun')),
                    ('iks', models.DecimalField(decimal_places=4, max_digits=5, verbose_name='IKS')),
                    ('ike', models.DecimalField(decimal_places=4, max_digits=5, verbose_name='IKE')),
                    ('ikl', models.DecimalField(decimal_places=4, max_digits=5, verbose_name='IKL')),
                    ('idm', models.DecimalField(decimal_places=4, max_digits=5, verbose_name='IDM')),
                    ('status', models.CharField(choices=[('MANDIRI', 'Mandiri'), ('MAJU', 'Maju'), ('BERKEMBANG', 'Berkembang'), ('TERTINGGAL', 'Tertinggal'), ('SANGAT TERTINGGAL', 'Sangat Tertinggal')], max_length=20)),
                    ('sumber', models.CharField(max_length=200)),
                    ('desa', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='villages.desa')),
                ],
                options={
                    'verbose_name': 'IDM terbitan',
                    'verbose_name_plural': 'IDM terbitan',
                    'ordering': ['-tahun', 'desa__kode'],
                    'constraints': [models.UniqueConstraint(fields=('desa', 'tahun'), name='terbitan_idm_unik')],
                },
            ),
            migrations.CreateModel(
                name='IndikatorIdm',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('posisi', models.PositiveSmallIntegerField()),
                    ('kode', models.CharField(max_length=50)),
                    ('nama', models.CharField(max_length=200)),
                    ('indeks', models.CharField(choices=[('IKS', 'Indeks Ketahanan Sosial'), ('IKE', 'Indeks Ketahanan Ekonomi'), ('IKL', 'Indeks Ketahanan Ekologi/Lingkungan')], max_length=3)),
                    ('dimensi', models.CharField(max_length=100)),
                    ('catatan', models.TextField(blank=True, verbose_name='catatan atas terbitan')),
                    ('instrumen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.instrumen')),
                    ('csr', models.CharField(blank=True, max_length=100, verbose_name='pelaksana CSR')),
                    ('desa', models.CharField(blank=True, max_length=100, verbose_name='pelaksana desa')),
                    ('kab_kota', models.CharField(blank=True, max_length=100, verbose_name='pelaksana kabupaten/kota')),
                    ('lainnya', models.CharField(blank=True, max_length=100, verbose_name='pelaksana lainnya')),
                    ('provinsi', models.CharField(blank=True, max_length=100, verbose_name='pelaksana provinsi')),
                    ('pusat', models.CharField(blank=True, max_length=100, verbose_name='pelaksana pusat')),
                    ('variabel', models.CharField(blank=True, max_length=100)),
                ],
                options={
                    'verbose_name': 'indikator IDM',
                    'verbose_name_plural': 'indikator IDM',
                    'ordering': ['instrumen', 'posisi'],
                    'constraints': [models.UniqueConstraint(fields=('instrumen', 'posisi'), name='indikator_idm_posisi'), models.UniqueConstraint(fields=('instrumen', 'kode'), name='indikator_idm_kode')],
                },
            ),
            migrations.CreateModel(
                name='IdmDesa',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('tahun', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2010), django.core.validators.MaxValueValidator(2045)], verbose_name='tahun')),
                    ('skor', models.CharField(blank=True, max_length=60, validators=[django.core.validators.RegexValidator('^[0-5]*$', 'Deret skor hanya berisi angka 0 sampai 5.')], verbose_name='deret skor')),
                    ('iks', models.DecimalField(decimal_places=4, max_digits=5, verbose_name='IKS')),
                    ('ike', models.DecimalField(decimal_places=4, max_digits=5, verbose_name='IKE')),
                    ('ikl', models.DecimalField(decimal_places=4, max_digits=5, verbose_name='IKL')),
                    ('idm', models.DecimalField(decimal_places=4, max_digits=5, verbose_name='IDM')),
                    ('status', models.CharField(choices=[('MANDIRI', 'Mandiri'), ('MAJU', 'Maju'), ('BERKEMBANG', 'Berkembang'), ('TERTINGGAL', 'Tertinggal'), ('SANGAT TERTINGGAL', 'Sangat Tertinggal')], max_length=20)),
                    ('sumber', models.CharField(choices=[('skor', 'dihitung dari skor'), ('terbitan', 'indeks terbitan Kemendesa')], max_length=10)),
                    ('desa', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='villages.desa')),
                    ('instrumen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.instrumen')),
                    ('dihitung_at', models.DateTimeField(editable=False, null=True, verbose_name='dihitung pada')),
                    ('dihitung_oleh', models.CharField(blank=True, editable=False, max_length=200, verbose_name='dihitung oleh')),
                    ('sidik', models.CharField(blank=True, editable=False, max_length=64, verbose_name='sidik skor')),
                    ('asal', models.CharField(blank=True, help_text='Dokumen atau laman yang menerbitkannya.', max_length=200, verbose_name='dasar berlaku')),
                    ('berlaku_at', models.DateTimeField(editable=False, null=True, verbose_name='berlaku sejak')),
                    ('semula', models.JSONField(blank=True, editable=False, null=True, verbose_name='yang digantikan')),
                ],
                options={
                    'verbose_name': 'IDM desa',
                    'verbose_name_plural': 'IDM desa',
                    'ordering': ['-tahun', 'desa__kode'],
                    'indexes': [models.Index(fields=['tahun', 'status'], name='idm_tahun_status')],
                    'constraints': [models.UniqueConstraint(fields=('desa', 'tahun'), name='idm_desa_unik', violation_error_message='IDM desa ini untuk tahun itu sudah ada.'), models.CheckConstraint(condition=models.Q(('iks__gte', Decimal('0')), ('iks__lte', Decimal('1'))), name='idm_desa_iks_0_1', violation_error_message='IKS harus antara 0 dan 1.'), models.CheckConstraint(condition=models.Q(('ike__gte', Decimal('0')), ('ike__lte', Decimal('1'))), name='idm_desa_ike_0_1', violation_error_message='IKE harus antara 0 dan 1.'), models.CheckConstraint(condition=models.Q(('ikl__gte', Decimal('0')), ('ikl__lte', Decimal('1'))), name='idm_desa_ikl_0_1', violation_error_message='IKL harus antara 0 dan 1.'), models.CheckConstraint(condition=models.Q(('idm__gte', Decimal('0')), ('idm__lte', Decimal('1'))), name='idm_desa_idm_0_1', violation_error_message='IDM harus antara 0 dan 1.')],
                },
            ),
            migrations.CreateModel(
                name='DimensiIndeks',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('posisi', models.PositiveSmallIntegerField()),
                    ('kode', models.SlugField(max_length=30)),
                    ('nama', models.CharField(max_length=100)),
                    ('maksimum', models.PositiveIntegerField(verbose_name='poin tertinggi')),
                    ('instrumen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.instrumen')),
                ],
                options={
                    'verbose_name': 'dimensi',
                    'verbose_name_plural': 'dimensi',
                    'ordering': ['instrumen', 'posisi'],
                    'constraints': [models.UniqueConstraint(fields=('instrumen', 'posisi'), name='dimensi_posisi'), models.UniqueConstraint(fields=('instrumen', 'kode'), name='dimensi_kode'), models.CheckConstraint(condition=models.Q(('maksimum__gt', 0)), name='dimensi_maksimum')],
                },
            ),
            migrations.CreateModel(
                name='IndeksDesa',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('tahun', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2010), django.core.validators.MaxValueValidator(2045)], verbose_name='tahun')),
                    ('skor', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='skor Indeks Desa')),
                    ('status', models.CharField(choices=[('MANDIRI', 'Mandiri'), ('MAJU', 'Maju'), ('BERKEMBANG', 'Berkembang'), ('TERTINGGAL', 'Tertinggal'), ('SANGAT TERTINGGAL', 'Sangat Tertinggal')], max_length=20)),
                    ('desa', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='villages.desa')),
                    ('instrumen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.instrumen')),
                    ('asal', models.CharField(blank=True, help_text='Dokumen atau laman yang menerbitkannya.', max_length=200, verbose_name='dasar berlaku')),
                    ('berlaku_at', models.DateTimeField(editable=False, null=True, verbose_name='berlaku sejak')),
                    ('poin', models.CharField(blank=True, max_length=120, validators=[django.core.validators.RegexValidator('^[0-9.;]*$', 'Deret poin berisi angka yang dipisahkan titik koma.')], verbose_name='deret poin')),
                    ('semula', models.JSONField(blank=True, editable=False, null=True, verbose_name='yang digantikan')),
                ],
                options={
                    'verbose_name': 'Indeks Desa',
                    'verbose_name_plural': 'Indeks Desa',
                    'ordering': ['-tahun', 'desa__kode'],
                    'constraints': [models.UniqueConstraint(fields=('desa', 'tahun'), name='indeks_desa_unik'), models.CheckConstraint(condition=models.Q(('skor__gte', 0), ('skor__lte', 100)), name='indeks_desa_0_100')],
                },
            ),
            migrations.CreateModel(
                name='IsianIdm',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('tahun', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2010), django.core.validators.MaxValueValidator(2045)], verbose_name='tahun')),
                    ('skor', models.CharField(max_length=60, validators=[django.core.validators.RegexValidator('^[0-5-]*$')], verbose_name='deret skor')),
                    ('status', models.CharField(choices=[('isian', 'Draf'), ('diverifikasi', 'Diverifikasi')], default='isian', editable=False, max_length=12)),
                    ('catatan', models.TextField(blank=True, editable=False, verbose_name='catatan pengembalian')),
                    ('diverifikasi_at', models.DateTimeField(editable=False, null=True, verbose_name='diverifikasi pada')),
                    ('desa', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='villages.desa')),
                    ('diverifikasi_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diverifikasi oleh')),
                    ('instrumen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.instrumen')),
                ],
                options={
                    'verbose_name': 'isian IDM',
                    'verbose_name_plural': 'isian IDM',
                    'ordering': ['-tahun', 'desa__kode'],
                    'constraints': [models.UniqueConstraint(fields=('desa', 'tahun'), name='isian_idm_unik'), models.CheckConstraint(condition=models.Q(models.Q(('diverifikasi_at', None), ('diverifikasi_by', None), ('status', 'isian')), models.Q(('diverifikasi_at__isnull', False), ('diverifikasi_by__isnull', False), ('status', 'diverifikasi')), _connector='OR'), name='isian_idm_verifikasi'), models.CheckConstraint(condition=models.Q(('status', 'isian'), models.Q(('skor__contains', '-'), _negated=True), _connector='OR'), name='isian_idm_lengkap')],
                },
            ),
            migrations.CreateModel(
                name='AmbangStatus',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('status', models.CharField(choices=[('MANDIRI', 'Mandiri'), ('MAJU', 'Maju'), ('BERKEMBANG', 'Berkembang'), ('TERTINGGAL', 'Tertinggal')], max_length=20)),
                    ('batas', models.DecimalField(decimal_places=4, max_digits=7, verbose_name='lebih besar dari')),
                    ('sebutan', models.CharField(blank=True, max_length=40, verbose_name='sebutan lain')),
                    ('instrumen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.instrumen')),
                ],
                options={
                    'verbose_name': 'ambang status',
                    'verbose_name_plural': 'ambang status',
                    'ordering': ['instrumen', '-batas'],
                    'constraints': [models.UniqueConstraint(fields=('instrumen', 'status'), name='ambang_status_unik'), models.UniqueConstraint(fields=('instrumen', 'batas'), name='ambang_batas_unik')],
                },
            ),
            migrations.CreateModel(
                name='KriteriaSkor',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('skor', models.PositiveSmallIntegerField()),
                    ('kriteria', models.CharField(max_length=300)),
                    ('indikator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.indikatoridm')),
                    ('kegiatan', models.CharField(blank=True, max_length=300, verbose_name='kegiatan untuk menaikkannya')),
                ],
                options={
                    'verbose_name': 'kriteria skor',
                    'verbose_name_plural': 'kriteria skor',
                    'ordering': ['indikator', '-skor'],
                    'constraints': [models.UniqueConstraint(fields=('indikator', 'skor'), name='kriteria_unik'), models.CheckConstraint(condition=models.Q(('skor__lte', 5)), name='kriteria_skor_0_5')],
                },
            ),
            migrations.CreateModel(
                name='CatatanJawaban',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('catatan', models.TextField()),
                    ('indikator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.indikatoridm')),
                    ('isian', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='idm.isianidm')),
                ],
                options={
                    'verbose_name': 'catatan jawaban',
                    'verbose_name_plural': 'catatan jawaban',
                    'ordering': ['isian', 'indikator__posisi'],
                    'constraints': [models.UniqueConstraint(fields=('isian', 'indikator'), name='catatan_jawaban_unik')],
                },
            ),
            migrations.CreateModel(
                name='BuktiJawaban',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('berkas', models.FileField(max_length=200, upload_to=documents.models.bukti.evidence_path)),
                    ('nama', models.CharField(max_length=200, verbose_name='nama berkas')),
                    ('ukuran', models.PositiveIntegerField(verbose_name='ukuran (bita)')),
                    ('sha256', models.CharField(max_length=64)),
                    ('uploaded_by', models.CharField(max_length=200, verbose_name='diunggah oleh')),
                    ('uploaded_at', models.DateTimeField(verbose_name='diunggah')),
                    ('indikator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.indikatoridm')),
                    ('isian', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bukti', to='idm.isianidm')),
                ],
                options={
                    'verbose_name': 'bukti jawaban',
                    'verbose_name_plural': 'bukti jawaban',
                    'ordering': ['isian', 'indikator__posisi', 'uploaded_at'],
                },
            ),
            migrations.CreateModel(
                name='PoinDimensi',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('tahun', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2010), django.core.validators.MaxValueValidator(2045)], verbose_name='tahun')),
                    ('poin', models.DecimalField(decimal_places=2, max_digits=7, validators=[django.core.validators.MinValueValidator(0)])),
                    ('desa', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='villages.desa')),
                    ('dimensi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.dimensiindeks')),
                ],
                options={
                    'verbose_name': 'poin dimensi',
                    'verbose_name_plural': 'poin dimensi',
                    'ordering': ['-tahun', 'desa__kode', 'dimensi__posisi'],
                    'constraints': [models.UniqueConstraint(fields=('desa', 'tahun', 'dimensi'), name='poin_dimensi_unik'), models.CheckConstraint(condition=models.Q(('poin__gte', 0)), name='poin_dimensi_0')],
                },
            ),
            migrations.CreateModel(
                name='BiayaLangkah',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('skor', models.PositiveSmallIntegerField(verbose_name='skor tujuan')),
                    ('biaya_rupiah', models.BigIntegerField(validators=[django.core.validators.MinValueValidator(0)], verbose_name='biaya (Rp)')),
                    ('indikator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='idm.indikatoridm')),
                    ('kabupaten', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='accounts.kabupaten')),
                ],
                options={
                    'verbose_name': 'biaya langkah',
                    'verbose_name_plural': 'biaya langkah',
                    'ordering': ['indikator__instrumen', 'indikator__posisi', 'skor'],
                    'constraints': [models.UniqueConstraint(fields=('kabupaten', 'indikator', 'skor'), name='biaya_langkah_unik'), models.CheckConstraint(condition=models.Q(('biaya_rupiah__gte', 0), ('skor__lte', 5)), name='biaya_langkah_wajar')],
                },
            ),
        ),
    ]
