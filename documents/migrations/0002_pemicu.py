from django.db import migrations

from core import triggers


class Migration(migrations.Migration):
    """Snapshot dan pengesahan hanya boleh ditambah, juga bagi yang melewati aplikasi."""

    dependencies = [("documents", "0001_initial")]
    operations = [
        migrations.RunPython(*triggers.migration("documents_snapshot")),
        migrations.RunPython(*triggers.migration("documents_pengesahan")),
    ]
