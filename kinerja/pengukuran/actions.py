"""Mencatat target yang berganti: target lama, target baru, alasannya."""

from typing import Any

from django.utils import timezone

from core import audit, door
from core.angka import bersatuan
from kinerja.models import PerubahanTarget, Target


def tulisan_target(target: Target) -> str:
    """Target yang dibaca orang: sebutan, keadaan, angka dengan satuan, atau tulisan dokumennya."""
    if target.tingkat is not None:
        return target.tingkat.nama
    indikator = target.definisi
    if target.khusus is not None:
        return target.khusus.tulisan(indikator.desimal)
    if target.nilai is None:
        return target.tercetak or "belum ada"
    desimal = indikator.desimal_bagi(target.nilai)
    return bersatuan(target.nilai, indikator.satuan, desimal)


def record_target_change(*, target: Target, lama: str, alasan: str, by: Any) -> PerubahanTarget:
    """Simpan perubahan dalam transaksi yang sama dengan penyimpanan targetnya."""
    with audit.locked(target.kabupaten_kode):
        row = PerubahanTarget(
            target=target,
            lama=lama[:60],
            baru=tulisan_target(target)[:60],
            alasan=alasan,
            oleh=str(by)[:200],
            waktu=timezone.now(),
        )
        door.save(row, by=by)
    return row
