from decimal import Decimal

from django.db import migrations
from django.db.models import Sum

from kinerja.aturan.satuan import CACAHAN, is_ukuran

UKURAN = {
    "Program": ("PengukuranProgram", "program"),
    "Kegiatan": ("PengukuranKegiatan", "kegiatan"),
    "SubKegiatan": ("PengukuranSub", "sub_kegiatan"),
    "IndikatorTambahan": ("PengukuranTambahan", "tambahan"),
}
DESIMAL_LAMA = 2


def keep_sums(apps, schema_editor):
    """Baris yang K-nya sudah diisi dan berjumlah tidak di atas target tetap dijumlahkan.

    Yang jumlahnya melampaui target dan yang belum diisi memakai usulan sampai dipilih orang.
    """
    for nama, (pengukuran, kolom) in UKURAN.items():
        baris = apps.get_model("kinerja", nama).objects
        ukur = apps.get_model("kinerja", pengukuran).objects.filter(kinerja__isnull=False)
        jumlah = dict(ukur.order_by().values_list(kolom).annotate(Sum("kinerja")))
        berjumlah = [
            pk
            for pk, target in baris.filter(pk__in=jumlah).values_list("pk", "target")
            if target and jumlah[pk] <= target
        ]
        baris.filter(pk__in=berjumlah).update(agregasi="jumlah")


def whole_counts(apps, schema_editor):
    """Indikator cacahan yang semua angkanya bulat dicetak tanpa desimal."""
    indikator = apps.get_model("kinerja", "Indikator").objects
    for row in indikator.filter(desimal=DESIMAL_LAMA, rumus_penyebut=""):
        is_berdesimal_nol = row.satuan.strip().lower() in CACAHAN or is_ukuran(row.satuan)
        if is_berdesimal_nol and _is_bulat(apps, row):
            indikator.filter(pk=row.pk).update(desimal=0)


def _is_bulat(apps, row):
    for nama in ("Target", "Realisasi"):
        nilai = apps.get_model("kinerja", nama).objects.filter(indikator=row)
        for angka in nilai.exclude(nilai=None).values_list("nilai", flat=True):
            if Decimal(angka) % 1:
                return False
    return True


class Migration(migrations.Migration):
    dependencies = [("kinerja", "0007_aturan_baris")]

    operations = [
        migrations.RunPython(keep_sums, migrations.RunPython.noop),
        migrations.RunPython(whole_counts, migrations.RunPython.noop),
    ]
