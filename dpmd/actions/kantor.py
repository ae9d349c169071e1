"""Membuka kantor: daerahnya, perangkatnya, dan admin pertamanya; isinya dimuat `daerah`."""

from typing import Any

from django.contrib.auth.models import Group

from accounts.models import Kabupaten, Pejabat, PerangkatDaerah, User
from accounts.roles import Peran
from core import audit, door
from core.audit import Refused
from core.daerah import PERANGKAT, Perangkat
from dpmd import sources
from dpmd.actions.fixtures import create_groups

TERSEDIA = (Perangkat.KEPALA_DAERAH, Perangkat.INSPEKTORAT)  # dibuat bersama dinasnya


def is_kosong() -> bool:
    """Belum ada satu kantor pun; hanya saat itulah halaman mulai ada."""
    return not Kabupaten.objects.exists()


def create_kantor(
    *,
    kode: str,
    dinas: PerangkatDaerah,
    kepala: Pejabat,
    admin: User,
    by: Any,
    is_pertama: bool = False,
) -> Kabupaten:
    """Buka kantor daerah berkode `kode`; ketiga baris diberikan belum tersimpan.

    Semua atau tidak sama sekali. `Refused` bila daerah itu sudah ada, atau bila `is_pertama` dan
    sudah ada kantor lain; `Invalid` bila isinya tidak sah.
    """
    with audit.locked(""):
        if is_pertama and not is_kosong():
            raise Refused("Kantor pertama sudah dibuka orang lain. Masuklah dengan akunnya.")
        kabupaten = _daerah(kode)
        with audit.locked(kode):
            door.save(kabupaten, by=by, note="Kantor dibuka.")
            _perangkat(kabupaten, dinas, kepala, by)
            create_groups(by=by)
            _admin(kabupaten, dinas, admin, by)
    return kabupaten


def _daerah(kode: str) -> Kabupaten:
    """Belum tersimpan, menurut daftar kode wilayah; `Refused` bila tidak dikenal atau sudah ada."""
    satu = sources.semua_daerah().get(kode)
    if satu is None:
        raise Refused(f"Kode {kode} tidak ada pada daftar kode wilayah. Contoh: 33.16.")
    if Kabupaten.objects.filter(kode=kode).exists():
        raise Refused(f"{satu} sudah ada pada pemasangan ini.")
    return Kabupaten(
        kode=kode,
        nama=satu.nama,
        jenis=satu.jenis.value,
        provinsi=satu.provinsi,
    )


def _perangkat(kabupaten: Kabupaten, dinas: PerangkatDaerah, kepala: Pejabat, by: Any) -> None:
    """Dinas PMD dengan kepalanya; kepala daerah dan Inspektorat menyusul pejabatnya."""
    dinas.kabupaten = kabupaten
    dinas.jenis = Perangkat.DINAS_PMD
    door.save(dinas, by=by)
    kepala.perangkat_daerah = dinas
    kepala.is_kepala = True
    door.save(kepala, by=by)
    for satu in TERSEDIA:
        create_perangkat(dinas, satu, by)


def create_perangkat(dinas: PerangkatDaerah, jenis: Perangkat, by: Any) -> PerangkatDaerah:
    """Perangkat daerah lain di samping dinasnya, tanpa alamat."""
    kabupaten = dinas.kabupaten
    nama = PERANGKAT[jenis]
    if jenis is Perangkat.KEPALA_DAERAH:
        nama = kabupaten.sebutan_kepala
    kantor = PerangkatDaerah(
        kabupaten=kabupaten,
        jenis=jenis,
        nama=nama,
        singkatan=nama,
        tempat=dinas.tempat,
        tahun_kerja=dinas.tahun_kerja,
    )
    door.save(kantor, by=by)
    return kantor


def _admin(kabupaten: Kabupaten, dinas: PerangkatDaerah, admin: User, by: Any) -> None:
    admin.kabupaten = kabupaten
    admin.perangkat_daerah = dinas
    groups = [Group.objects.get(name=Peran.ADMIN.value)]
    door.save(admin, by=by, note="Admin pertama.", relations={"groups": groups})
