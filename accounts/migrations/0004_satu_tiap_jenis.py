from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_perangkat_daerah'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='perangkatdaerah',
            constraint=models.UniqueConstraint(condition=Q(('jenis', 'lain'), _negated=True), fields=('kabupaten', 'jenis'), name='perangkat_daerah_satu_jenis', violation_error_message='Perangkat daerah jenis itu sudah ada; tiap daerah hanya punya satu.'),
        ),
        migrations.AddConstraint(
            model_name='perangkatdaerah',
            constraint=models.UniqueConstraint(fields=('kabupaten', 'nama'), name='perangkat_daerah_nama', violation_error_message='Perangkat daerah dengan nama itu sudah ada.'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.CheckConstraint(condition=models.Q(('bidang', None), ('perangkat_daerah__isnull', False), _connector='OR'), name='pengguna_bidang', violation_error_message='Pilih perangkat daerah bidang itu.'),
        ),
    ]
