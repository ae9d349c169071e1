"""Pembuat kabupaten, perangkat daerah, pejabat dan pengguna."""

import datetime
from functools import cache
from itertools import count
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from accounts.models import Bidang, Kabupaten, Pejabat, PerangkatDaerah, User
from accounts.roles import PERANGKAT_PERAN, Peran
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
    kolom = {"nama": f"Bidang {next(NOMOR)}"} | fields
    return Bidang.objects.create(perangkat_daerah=kabupaten.dinas, **kolom)


def make_pejabat(kabupaten: Kabupaten, **fields: Any) -> Pejabat:
    kolom = {
        "nama": "Kepala Dinas Uji, S.IP.",
        "nip": f"{next(NOMOR):018d}",
        "jabatan": "Kepala Dinas",
        "is_kepala": True,
        "mulai": datetime.date(2020, 1, 2),
    } | fields
    kantor = kolom.pop("perangkat_daerah", None) or kabupaten.dinas
    return Pejabat.objects.create(perangkat_daerah=kantor, **kolom)


@cache
def sandi_tersandi() -> str:
    """`SANDI` sebagaimana tersimpan; disandikan sekali."""
    return make_password(SANDI)


def _calon(peran: Peran | str | None, kabupaten: Kabupaten | None, **fields: Any) -> User:
    """Akun yang belum tersimpan; namanya `<peran>-<kode kabupaten>`."""
    kode = kabupaten.kode if kabupaten else "tanpa"
    kolom = {
        "username": f"{peran}-{kode}",
        "first_name": f"{peran} {kode}".replace("_", " ").title(),
        "password": sandi_tersandi(),
    } | fields
    return User(kabupaten=kabupaten, **kolom)


def kantor_peran(peran: Peran | str) -> Perangkat:
    """Jenis perangkat daerah pemegang peran itu."""
    return PERANGKAT_PERAN.get(peran, Perangkat.DINAS_PMD)


def make_user(peran: Peran | str | None, kabupaten: Kabupaten | None, **fields: Any) -> User:
    """Pengguna satu peran; namanya `<peran>-<kode kabupaten>`."""
    if kabupaten and peran and "perangkat_daerah" not in fields:
        fields["perangkat_daerah"] = make_kantor(kabupaten, kantor_peran(peran))
    user = _calon(peran, kabupaten, **fields)
    user.save()
    if peran:
        user.groups.add(Group.objects.get_or_create(name=str(peran))[0])
    return user


def make_users(kabupaten: Kabupaten) -> dict[str, User]:
    """Satu pengguna tiap peran di perangkat daerahnya, ditulis sekaligus."""
    jenis = {kantor_peran(peran) for peran in Peran}
    kantor = {satu: make_kantor(kabupaten, satu) for satu in sorted(jenis)}
    users = [
        _calon(peran, kabupaten, perangkat_daerah=kantor[kantor_peran(peran)]) for peran in Peran
    ]
    User.objects.bulk_create(users)
    Group.objects.bulk_create([Group(name=peran.value) for peran in Peran], ignore_conflicts=True)
    groups = Group.objects.in_bulk(field_name="name")
    anggota = User.groups.through
    anggota.objects.bulk_create(
        [anggota(user=user, group=groups[peran]) for peran, user in zip(Peran, users, strict=True)]
    )
    return {peran.value: user for peran, user in zip(Peran, users, strict=True)}
