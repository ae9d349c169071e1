"""Pembuat kabupaten, perangkat daerah, pejabat dan pengguna."""

import datetime
from functools import cache
from itertools import count
from typing import Any

from django.contrib.auth.hashers import make_password
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


@cache
def sandi_tersandi() -> str:
    """`SANDI` sebagaimana tersimpan; disandikan sekali."""
    return make_password(SANDI)


def _calon(role: Role | str | None, kabupaten: Kabupaten | None, **fields: Any) -> User:
    """Akun yang belum tersimpan; namanya `<peran>-<kode kabupaten>`."""
    kode = kabupaten.kode if kabupaten else "tanpa"
    values = {
        "username": f"{role}-{kode}",
        "first_name": f"{role} {kode}".replace("_", " ").title(),
        "password": sandi_tersandi(),
    } | fields
    return User(kabupaten=kabupaten, **values)


def kantor_peran(role: Role | str) -> Perangkat:
    """Jenis perangkat daerah pemegang peran itu."""
    return PERANGKAT_PERAN.get(role, Perangkat.DINAS_PMD)


def make_user(role: Role | str | None, kabupaten: Kabupaten | None, **fields: Any) -> User:
    """Pengguna satu peran; namanya `<peran>-<kode kabupaten>`."""
    if kabupaten and role and "perangkat_daerah" not in fields:
        fields["perangkat_daerah"] = make_kantor(kabupaten, kantor_peran(role))
    user = _calon(role, kabupaten, **fields)
    user.save()
    if role:
        user.groups.add(Group.objects.get_or_create(name=str(role))[0])
    return user


def make_users(kabupaten: Kabupaten) -> dict[str, User]:
    """Satu pengguna tiap peran di perangkat daerahnya, ditulis sekaligus."""
    jenis = {kantor_peran(role) for role in Role}
    kantor = {satu: make_kantor(kabupaten, satu) for satu in sorted(jenis)}
    users = [_calon(role, kabupaten, perangkat_daerah=kantor[kantor_peran(role)]) for role in Role]
    User.objects.bulk_create(users)
    Group.objects.bulk_create([Group(name=role.value) for role in Role], ignore_conflicts=True)
    groups = Group.objects.in_bulk(field_name="name")
    anggota = User.groups.through
    anggota.objects.bulk_create(
        [anggota(user=user, group=groups[role]) for role, user in zip(Role, users, strict=True)]
    )
    return {role.value: user for role, user in zip(Role, users, strict=True)}
