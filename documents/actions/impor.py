"""Mengunggah dan menerapkan lembar kerja sebuah kisi."""

from typing import Any

from django.utils import timezone

from core import audit
from core.audit import Refused
from core.grid import Ditolak, Grid, Ubahan
from documents.imports import periksa, simpanan
from documents.models import Impor
from documents.sheets import baca
from documents.snapshot import digest


def upload(*, grid: Grid, kisi: str, halaman: str, file: Any, by: Any, token: str | None = None) -> Impor:
    """Periksa berkas dan simpan hasil periksanya; `documents.sheets.Ditolak` bila berkasnya tidak dapat dibaca."""
    data = file.read()
    hasil = periksa(grid, baca(str(file.name), data))
    status = Impor.Status.DITOLAK if hasil.kesalahan or not hasil.ubahan else Impor.Status.SIAP
    with audit.locked(grid.kabupaten.kode):
        impor = Impor(
            kabupaten=grid.kabupaten,
            tahun=grid.tahun,
            kisi=kisi,
            judul=grid.judul,
            halaman=halaman,
            status=status,
            ubahan=hasil.ubahan,
            kesalahan=simpanan(hasil.kesalahan),
            banyak_baris=hasil.banyak_baris,
            nama=str(file.name)[-200:],
            ukuran=len(data),
            sha256=digest(data),
            uploaded_by=str(by)[:200],
            uploaded_at=timezone.now(),
        )
        file.seek(0)
        impor.berkas.save(impor.nama, file, save=False)
        impor.save()
        note = f"{len(hasil.ubahan)} ubahan, {len(hasil.kesalahan)} kesalahan, sha256 {impor.sha256}"
        audit.record(by=by, action=audit.Action.LOAD, obj=impor, note=note, token=token)
    return impor


def apply(*, impor: Impor, grid: Grid, by: Any) -> Impor:
    """Terapkan semua ubahan atau tidak satu pun; `Refused` bila tidak siap atau datanya sudah berubah."""
    with audit.locked(impor.kabupaten_kode):
        current: Impor = Impor.objects.select_for_update().get(pk=impor.pk)
        if current.status != Impor.Status.SIAP:
            raise Refused(f"Impor ini berstatus {current.get_status_display().lower()}; tidak dapat diterapkan.")
        ubahan = [Ubahan(u["kunci"], u["kolom"], u["lama"], u["baru"]) for u in current.ubahan]
        try:
            grid.write(ubahan, note=f"Impor {current.nama}, sha256 {current.sha256[:12]}.")
        except Ditolak as error:
            pesan = next(h.pesan for h in error.hasil if h.pesan)
            raise Refused(f"Belum ada yang diterapkan: {pesan} Unggah ulang berkasnya.") from error
        current.status, current.applied_by, current.applied_at = Impor.Status.DITERAPKAN, str(by)[:200], timezone.now()
        current.save()
        changes = {"status": [Impor.Status.SIAP.value, Impor.Status.DITERAPKAN.value]}
        audit.record(by=by, action=audit.Action.UPDATE, obj=current, changes=changes)
    return current
