
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_akun_aman'),
    ]

    operations = [
        migrations.AlterField(
            model_name='perangkatdaerah',
            name='logo',
            field=models.FileField(blank=True, help_text='Dicetak pada kop. PNG, JPEG atau SVG, paling besar 1 MB.', upload_to='logo/'),
        ),
    ]
