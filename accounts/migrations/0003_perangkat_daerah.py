from django.core.validators import RegexValidator
from django.db import migrations, models
from django.db.models.deletion import PROTECT

SEBUTAN = {"kabupaten": "Bupati", "kota": "Wali Kota", "provinsi": "Gubernur"}
PERAN_INSPEKTORAT = ("inspektorat", "inspektur")


def kantor(offices, dinas, jenis, nama):
    """Perangkat daerah berjenis itu di daerah dinasnya; dibuat bila belum ada."""
    isian = {"nama": nama, "singkatan": nama[:20], "tempat": dinas.tempat, "tahun_kerja": dinas.tahun_kerja}
    return offices.get_or_create(kabupaten=dinas.kabupaten, jenis=jenis, defaults=isian)[0]


def pindahkan(apps, schema_editor):
    """Yang ada menjadi dinas PMD; kepala daerah, Inspektorat dan akunnya mendapat kantornya sendiri.

    Tidak dapat dibalik sesudah kantornya bertambah: bentuk lamanya satu perangkat daerah tiap kabupaten.
    """
    offices = apps.get_model("accounts", "PerangkatDaerah").objects
    officials = apps.get_model("accounts", "Pejabat").objects
    for dinas in offices.select_related("kabupaten"):
        kepala_daerah = officials.filter(perangkat_daerah=dinas, is_kepala_daerah=True)
        if kepala_daerah.exists():
            nama = SEBUTAN[dinas.kabupaten.jenis]
            kepala_daerah.update(perangkat_daerah=kantor(offices, dinas, "kepala_daerah", nama))
        tempatkan(apps, dinas)


def tempatkan(apps, dinas):
    """Akun pada kantor pejabatnya, Inspektorat menurut perannya, selain itu dinas; admin sistem tanpa kabupaten tetap."""
    offices = apps.get_model("accounts", "PerangkatDaerah").objects
    for user in apps.get_model("accounts", "User").objects.filter(kabupaten=dinas.kabupaten):
        if user.pejabat is not None:
            user.perangkat_daerah = user.pejabat.perangkat_daerah
        elif user.groups.filter(name__in=PERAN_INSPEKTORAT).exists():
            user.perangkat_daerah = kantor(offices, dinas, "inspektorat", "Inspektorat")
        else:
            user.perangkat_daerah = dinas
        user.save(update_fields=["perangkat_daerah"])


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_kepala_daerah'),
    ]

    operations = [
        migrations.AddField(
            model_name='kabupaten',
            name='jenis',
            field=models.CharField(choices=[('kabupaten', 'Kabupaten'), ('kota', 'Kota'), ('provinsi', 'Provinsi')], default='kabupaten', max_length=10),
        ),
        migrations.AlterField(
            model_name='kabupaten',
            name='kode',
            field=models.CharField(max_length=5, unique=True, validators=[RegexValidator('^\\d\\d(\\.\\d\\d)?$', 'Contoh: 16.07, atau 16.')]),
        ),
        migrations.AlterModelOptions(
            name='perangkatdaerah',
            options={'ordering': ['kabupaten__kode', 'pk'], 'verbose_name': 'perangkat daerah', 'verbose_name_plural': 'perangkat daerah'},
        ),
        migrations.AlterField(
            model_name='perangkatdaerah',
            name='kabupaten',
            field=models.ForeignKey(on_delete=PROTECT, to='accounts.kabupaten'),
        ),
        migrations.AddField(
            model_name='perangkatdaerah',
            name='jenis',
            field=models.CharField(choices=[('dinas_pmd', 'Dinas PMD'), ('inspektorat', 'Inspektorat'), ('bappeda', 'Bappeda'), ('kepala_daerah', 'Kepala daerah'), ('lain', 'Perangkat daerah lain')], default='dinas_pmd', max_length=15),
        ),
        migrations.AddField(
            model_name='perangkatdaerah',
            name='logo',
            field=models.FileField(blank=True, help_text='Dicetak pada kop. PNG atau JPEG, paling besar 1 MB.', upload_to='logo/'),
        ),
        migrations.AddField(
            model_name='perangkatdaerah',
            name='is_lkjip_direviu',
            field=models.BooleanField(default=True, help_text='Direviu sesudah disetujui, sebelum ditandatangani.', verbose_name='LKjIP direviu Inspektorat'),
        ),
        migrations.AlterField(
            model_name='pejabat',
            name='is_kepala_daerah',
            field=models.BooleanField(default=False, editable=False, help_text='Atasan langsung kepala dinas, tanpa NIP.', verbose_name='kepala daerah'),
        ),
        migrations.AddField(
            model_name='user',
            name='perangkat_daerah',
            field=models.ForeignKey(blank=True, null=True, on_delete=PROTECT, to='accounts.perangkatdaerah'),
        ),
        migrations.AddField(
            model_name='user',
            name='bidang',
            field=models.ForeignKey(blank=True, null=True, on_delete=PROTECT, to='accounts.bidang'),
        ),
        migrations.RunPython(pindahkan, migrations.RunPython.noop),
    ]
