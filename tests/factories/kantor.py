"""Pembuat kabupaten, perangkat daerah, pejabat dan pengguna."""

import datetime
from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from accounts.models import Bidang, Kabupaten, Pejabat, PerangkatDaerah, User
from accounts.roles import PERANGKAT_PERAN, Role
from core.daerah import PERANGKAT, Perangkat

SANDI = "kata-sandi-uji-panjang"


TAHUN = 2023


NOMOR = count(1)


def make_kabupaten(
    kode: str = "16.07", nama: str = "Banyuasin", provinsi: str = "Sumatera Selatan"
) -> Kabupaten:
    """Kabupaten beserta dinasnya."""
    kabupaten = Kabupaten.objects.create(kode=kode, nama=nama, provinsi=provinsi)
    PerangkatDaerah.objects.create(
        kabupaten=kabupaten,
        nama="Dinas Pemberdayaan Masyarakat dan Desa",
        singkatan="DPMD",
        tempat=nama,
        tahun_kerja=TAHUN,
    )
    return kabupaten


def make_kantor(kabupaten: Kabupaten, jenis: Perangkat) -> PerangkatDaerah:
    """Perangkat daerah berjenis itu; yang sudah ada dipakai."""
    nama = PERANGKAT[jenis]
    isian = {"nama": nama, "singkatan": nama, "tempat": kabupaten.nama, "tahun_kerja": TAHUN}
    return PerangkatDaerah.objects.get_or_create(kabupaten=kabupaten, jenis=jenis, defaults=isian)[
        0
    ]


def make_bidang(kabupaten: Kabupaten, **fields: Any) -> Bidang:
    values = {"nama": f"Bidang {next(NOMOR)}"} | fields
    return Bidang.objects.create(perangkat_daerah=kabupaten.dinas, **values)


def make_pejabat(kabupaten: Kabupaten, **fields: Any) -> Pejabat:
    values = {
        "nama": "Kepala Dinas Uji, S.IP.",
        "nip": f"{next(NOMOR):018d}",
        "jabatan": "Kepala Dinas",
        "is_kepala": True,
        "mulai": datetime.date(2020, 1, 2),
    } | fields
    kantor = values.pop("perangkat_daerah", None) or kabupaten.dinas
    return Pejabat.objects.create(perangkat_daerah=kantor, **values)


def make_user(role: Role | str | None, kabupaten: Kabupaten | None, **fields: Any) -> User:
    """Pengguna satu peran; namanya `<peran>-<kode kabupaten>`."""
    kode = kabupaten.kode if kabupaten else "tanpa"
    values = {
        "username": f"{role}-{kode}",
        "first_name": f"{role} {kode}".replace("_", " ").title(),
    } | fields
    if kabupaten and role:
        values.setdefault(
            "perangkat_daerah",
            make_kantor(kabupaten, PERANGKAT_PERAN.get(role, Perangkat.DINAS_PMD)),
        )
    user = User(kabupaten=kabupaten, **values)
    user.set_password(SANDI)
    user.save()
    if role:
        user.groups.add(Group.objects.get_or_create(name=str(role))[0])
    return user
