from django.db import migrations

from core import triggers


class Migration(migrations.Migration):
    """Jejak audit hanya boleh ditambah, juga bagi yang melewati aplikasi."""

    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(*triggers.migration("core_auditevent"))]
