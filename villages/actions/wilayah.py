"""Perubahan wilayah: nama lama menjadi riwayat, tulisan naskah menjadi alias."""

import datetime
from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten
from core import audit
from core.audit import Refused
from villages.models import AliasNama, AnggotaKerjaSama, BatasDesa, Desa, Kecamatan, RiwayatWilayah
from villages.nama import kunci

BERIWAYAT = ("nama", "jenis", "kecamatan")


def ubah_desa(*, lama: Desa, sejak: datetime.date, dasar: str, by: Any) -> RiwayatWilayah:
    """Catat keadaan `lama` yang berakhir pada `sejak`; `Refused` bila tanggalnya mendahului riwayat yang ada."""
    with audit.locked(lama.kabupaten_kode):
        if RiwayatWilayah.objects.filter(desa=lama, sampai__gte=sejak).exists():
            raise Refused("Sudah ada perubahan pada atau sesudah tanggal itu; perbaiki tanggalnya.")
        riwayat: RiwayatWilayah = RiwayatWilayah.objects.create(
            desa=lama, nama=lama.nama, jenis=lama.jenis, kecamatan=lama.kecamatan, sampai=sejak, dasar=dasar
        )
        changes = audit.difference({}, audit.values(riwayat))
        audit.record(by=by, action=audit.Action.CREATE, obj=riwayat, changes=changes)
    return riwayat


def benarkan_alias(*, kecamatan: Kecamatan, tulisan: str, desa: Desa, by: Any) -> int:
    """Ingat `tulisan` sebagai `desa`, lalu cocokkan baris formulir yang menunggunya; kembaliannya banyak baris.

    Tahun yang terkunci, dan kerja sama yang sudah memuat desa itu, dilewati.
    """
    with audit.locked(kecamatan.kabupaten_kode):
        if AliasNama.objects.filter(kecamatan=kecamatan, kunci=kunci(tulisan)).exists():
            raise Refused(f"“{tulisan}” di Kecamatan {kecamatan} sudah punya desa.")
        alias = AliasNama.objects.create(
            kecamatan=kecamatan, tulisan=tulisan, kunci=kunci(tulisan), desa=desa, oleh=str(by)[:200],
            waktu=timezone.now(),
        )  # fmt: skip
        audit.record(by=by, action=audit.Action.CREATE, obj=alias, changes=audit.difference({}, audit.values(alias)))
        menunggu = AnggotaKerjaSama.objects.filter(desa=None, kerja_sama__kecamatan=kecamatan)
        cocok = [a for a in menunggu.select_related("kerja_sama__kabupaten") if kunci(a.nama_tercetak) == alias.kunci]
        return sum(_cocokkan(anggota, desa, by) for anggota in cocok)


def _cocokkan(anggota: AnggotaKerjaSama, desa: Desa, by: Any) -> bool:
    kembar = AnggotaKerjaSama.objects.filter(kerja_sama=anggota.kerja_sama, tahun=anggota.tahun, desa=desa)
    if anggota.lock_reason() or kembar.exists():
        return False
    before = audit.values(anggota)
    anggota.desa = desa
    anggota.save()
    changes = audit.difference(before, audit.values(anggota))
    audit.record(by=by, action=audit.Action.UPDATE, obj=anggota, changes=changes, note="Nama dibenarkan.")
    return True


def muat_batas(*, kabupaten: Kabupaten, cincin: dict[str, Any], sumber: str, by: Any) -> tuple[int, int]:
    """Simpan batas per kode desa; batas lama diganti. Kembaliannya banyak yang baru dan yang diganti."""
    with audit.locked(kabupaten.kode):
        desa = {d.kode: d for d in Desa.objects.filter(kecamatan__kabupaten=kabupaten, kode__in=cincin)}
        lama = BatasDesa.objects.filter(desa__in=desa.values())
        diganti, _ = lama.delete()
        BatasDesa.objects.bulk_create(
            BatasDesa(desa=desa[kode], cincin=isi, sumber=sumber) for kode, isi in cincin.items() if kode in desa
        )
        note = f"Batas {len(desa)} desa dimuat, {diganti} di antaranya menggantikan yang lama. Sumber: {sumber}"
        audit.record(by=by, action=audit.Action.LOAD, obj=kabupaten, note=note)
    return len(desa) - diganti, diganti
