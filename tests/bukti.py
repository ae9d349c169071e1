"""Berkas bukti demo di folder uji: cetakan basis data membawa barisnya, bukan berkasnya."""

from dpmd.actions import create_demo_bukti
from kinerja.models import BuktiPengukuran, BuktiRealisasi


def bukti_demo() -> int:
    """Dibuat lagi seluruhnya; banyak berkasnya."""
    BuktiRealisasi.objects.all().delete()
    BuktiPengukuran.objects.all().delete()
    return create_demo_bukti(by="uji")
