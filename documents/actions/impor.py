"""Mengunggah dan menerapkan lembar kerja."""

from typing import Any

from django.utils import timezone

from core import audit, door
from core.audit import Refused
from documents.impor import Penerima, simpanan
from documents.models import Impor
from documents.snapshot import digest

CARA_GANTI = "Beri tanda “Ganti yang berbeda” bila memang diganti."
SEMUA_BERBEDA = f"Semua isinya berbeda dari yang tercatat. {CARA_GANTI}"


def upload(
    *,
    penerima: Penerima,
    kisi: str,
    halaman: str,
    file: Any,
    by: Any,
    token: str | None = None,
) -> Impor:
    """Periksa berkas dan simpan hasilnya; `LembarRefused` bila tidak dapat dibaca."""
    data = file.read()
    hasil = penerima.periksa(penerima.baca(str(file.name), data))
    status = Impor.Status.DITOLAK if hasil.kesalahan or not hasil.ubahan else Impor.Status.SIAP
    with audit.locked(penerima.kabupaten.kode):
        impor = Impor(
            kabupaten=penerima.kabupaten,
            tahun=penerima.tahun,
            kisi=kisi,
            judul=penerima.judul,
            halaman=halaman,
            status=status,
            ubahan=hasil.ubahan,
            kesalahan=simpanan(hasil.kesalahan),
            catatan=simpanan(hasil.catatan),
            banyak_baris=hasil.banyak_baris,
            banyak_sama=hasil.sama,
            nama=str(file.name)[-200:],
            ukuran=len(data),
            sha256=digest(data),
            uploaded_by=str(by)[:200],
            uploaded_at=timezone.now(),
        )
        file.seek(0)
        impor.berkas.save(impor.nama, file, save=False)
        banyak = f"{len(hasil.ubahan)} ubahan, {len(hasil.kesalahan)} kesalahan"
        note = f"{banyak}, sha256 {impor.sha256}"
        door.save(impor, by=by, action=audit.Action.LOAD, note=note, token=token)
    return impor


def apply(*, impor: Impor, penerima: Penerima, by: Any, ganti: bool = False) -> int:
    """Terapkan semua ubahan atau tidak satu pun; hasilnya banyaknya. Yang berbeda bila `ganti`.

    `Refused` bila impor tidak siap, tidak ada yang boleh diterapkan, atau datanya sudah berubah.
    """
    with audit.locked(impor.kabupaten_kode):
        current: Impor = Impor.objects.select_for_update().get(pk=impor.pk)
        if current.status != Impor.Status.SIAP:
            status = current.get_status_display().lower()
            raise Refused(f"Impor ini berstatus {status}; tidak dapat diterapkan.")
        ubahan = [u for u in current.ubahan if ganti or not u.get("beda")]
        if not ubahan:
            raise Refused(SEMUA_BERBEDA)
        try:
            asal = f"Impor {current.nama}, sha256 {current.sha256[:12]}."
            penerima.terapkan(ubahan, by=by, note=asal)
        except Refused as error:
            raise Refused(f"Belum ada yang diterapkan: {error} Unggah ulang berkasnya.") from error
        current.status = Impor.Status.DITERAPKAN
        current.applied_by = str(by)[:200]
        current.applied_at = timezone.now()
        dilewati = len(current.ubahan) - len(ubahan)
        note = f"{dilewati} yang berbeda tidak diganti." if dilewati else ""
        door.save(current, by=by, note=note)
    return len(ubahan)
