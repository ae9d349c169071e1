"""Perubahan wilayah: nama lama menjadi riwayat, tulisan naskah menjadi alias."""

import datetime
from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from core.periode import tanggal_panjang
from villages.models import (
    AliasNama,
    AnggotaKerjaSama,
    BatasDesa,
    BatasKabupaten,
    BatasKecamatan,
    Desa,
    Kecamatan,
)
from villages.nama import kunci


def riwayat_baru(*, lama: Desa | Kecamatan, sejak: datetime.date, dasar: str) -> Any:
    """Keadaan `lama` yang berakhir pada `sejak`, dibaca sebelum barisnya diubah; belum tersimpan.

    Barisnya `RiwayatWilayah` bagi desa dan kelurahan, `RiwayatKecamatan` bagi kecamatan.
    `Refused` bila tanggalnya mendahului riwayat yang ada atau wilayahnya sendiri.
    """
    riwayat = lama.riwayat()
    if riwayat.filter(**{lama.INDUK: lama.pk}, sampai__gte=sejak).exists():
        raise Refused(f"{lama} sudah berubah pada atau sesudah tanggal itu; perbaiki tanggalnya.")
    if lama.dibentuk and lama.dibentuk >= sejak:
        raise Refused(
            f"{lama} baru ada sejak {tanggal_panjang(lama.dibentuk)}; perbaiki tanggalnya."
        )
    keadaan = {nama: getattr(lama, nama) for nama in lama.BERIWAYAT}
    return riwayat.model(**{lama.INDUK: lama}, **keadaan, sampai=sejak, dasar=dasar)


def record_riwayat(
    *,
    lama: Desa | Kecamatan,
    sejak: datetime.date,
    dasar: str,
    by: Any,
) -> Any:
    """Catat keadaan `lama` yang berakhir pada `sejak`; `Refused` seperti `riwayat_baru`."""
    with audit.locked(lama.kabupaten_kode):
        row = riwayat_baru(lama=lama, sejak=sejak, dasar=dasar)
        door.save(row, by=by)
    return row


def benarkan_alias(
    *,
    kecamatan: Kecamatan,
    tulisan: str,
    desa: Desa,
    by: Any,
) -> int:
    """Ingat `tulisan` sebagai `desa`, lalu cocokkan baris formulir yang menunggunya.

    Kembaliannya banyak baris. Tahun yang terkunci, dan kerja sama yang sudah memuat desa itu,
    dilewati.
    """
    dicari = kunci(tulisan)
    with audit.locked(kecamatan.kabupaten_kode):
        if AliasNama.objects.filter(kecamatan=kecamatan, kunci=dicari).exists():
            raise Refused(f"“{tulisan}” di Kecamatan {kecamatan} sudah punya desa.")
        alias = AliasNama(
            kecamatan=kecamatan,
            tulisan=tulisan,
            kunci=dicari,
            desa=desa,
            oleh=str(by)[:200],
            waktu=timezone.now(),
        )
        door.save(alias, by=by)
        menunggu = AnggotaKerjaSama.objects.filter(desa=None, kerja_sama__kecamatan=kecamatan)
        semua = menunggu.select_related("kerja_sama__kabupaten")
        senama = [anggota for anggota in semua if kunci(anggota.nama_tercetak) == dicari]
        return sum(_cocokkan(anggota, desa, by) for anggota in senama)


def _cocokkan(anggota: AnggotaKerjaSama, desa: Desa, by: Any) -> bool:
    """Baris anggota yang tercetak begitu ditautkan ke desanya."""
    sekelompok = {"kerja_sama": anggota.kerja_sama, "tahun": anggota.tahun}
    kembar = AnggotaKerjaSama.objects.filter(**sekelompok, desa=desa)
    if anggota.sebab_lock() or kembar.exists():
        return False
    anggota.desa = desa
    door.save(anggota, by=by, note="Nama dibenarkan.")
    return True


def load_batas(
    *,
    kabupaten: Kabupaten,
    cincin: dict[str, Any],
    sumber: str,
    by: Any,
) -> tuple[int, int]:
    """Simpan batas per kode desa, kecamatan atau kabupaten; batas lama diganti.

    Kembaliannya banyak yang baru dan yang diganti.
    """
    with audit.locked(kabupaten.kode):
        batas: list[Any] = []
        diganti = 0
        for model, kunci_tamu, rows in _berbatas(kabupaten):
            milik = rows.filter(kode__in=cincin)
            for satu in milik:
                isi = {kunci_tamu: satu, "cincin": cincin[satu.kode], "sumber": sumber}
                batas.append(model(**isi))
            diganti += model.objects.filter(**{f"{kunci_tamu}__in": milik}).count()
        banyak = len(batas)
        note = (
            f"Batas {banyak} wilayah dimuat, {diganti} di antaranya menggantikan yang lama. "
            f"Sumber: {sumber}."
        )
        door.save_all(batas, by=by, target=kabupaten, note=note, replace=True)
    return banyak - diganti, diganti


def _berbatas(kabupaten: Kabupaten) -> tuple[tuple[Any, str, Any], ...]:
    """Model batas tiap tingkat, kunci tamunya, dan wilayah kabupaten itu pada tingkatnya."""
    kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten)
    return (
        (BatasKabupaten, "kabupaten", Kabupaten.objects.filter(pk=kabupaten.pk)),
        (BatasKecamatan, "kecamatan", kecamatan),
        (BatasDesa, "desa", Desa.objects.filter(kecamatan__in=kecamatan)),
    )
