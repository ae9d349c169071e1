"""Sidik tanggapan tanpa kalimat temuannya, supaya penjelasan yang ada tetap berlaku.

Balikannya kosong: sidik lama tidak dipakai lagi, dan kalimat temuannya tetap tersimpan.
"""

import re
from hashlib import sha256

from django.db import migrations

SIDIK = 24
FAKTA = re.compile(r"“[^”]+”|\d(?:[\d.,]*\d)?|\bTriwulan (?:IV|I{1,3})\b")


def tanpa_kalimat(apps, schema_editor):
    """Yang terbaru lebih dahulu; bila dua temuan kini sama, yang lama tetap bersidik lama."""
    model = apps.get_model("documents", "TanggapanTemuan")
    for row in model.objects.order_by("-pk"):
        disebut = FAKTA.findall(row.pesan)
        bagian = (row.kelas, row.tempat, row.tercetak, row.dihitung, *disebut)
        sidik = sha256("\x1f".join(bagian).encode()).hexdigest()[:SIDIK]
        sama = model.objects.filter(
            document=row.document,
            document_id=row.document_id,
            sidik=sidik,
        )
        if not sama.exists():
            model.objects.filter(pk=row.pk).update(sidik=sidik)


class Migration(migrations.Migration):
    dependencies = [("documents", "0008_tanggapan_temuan")]
    operations = [migrations.RunPython(tanpa_kalimat, migrations.RunPython.noop)]
