"""Isian baru satu desa, dan skor tahun lalunya."""

from idm.actions.isian import isian
from idm.models import IdmDesa


def baru(desa, instrumen, tahun=2024):
    return isian(desa, tahun, instrumen, 50)


def tahun_lalu(desa, instrumen, skor):
    IdmDesa.objects.filter(desa=desa, tahun=2023).update(skor=skor, instrumen=instrumen)
