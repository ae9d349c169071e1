"""Tim kantor sekaligus: bidang, pejabat dan akunnya, dengan tautan undangannya."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Max

from accounts.actions.tautan import issue_tautan
from accounts.actions.usul import TANPA_ORANG_KEDUA, propose
from accounts.models import Bidang, Pejabat, PerangkatDaerah, User, UsulAkun
from accounts.roles import BERPERSETUJUAN, Peran
from core import audit, door

SemuaPeran = tuple[Peran, ...]


@dataclass(frozen=True)
class Anggota:
    """Satu orang; barisnya belum tersimpan kecuali pejabat yang sudah tercatat."""

    kantor: PerangkatDaerah
    peran: SemuaPeran
    akun: User
    pejabat: Pejabat | None = None
    bidang: str = ""


@dataclass(frozen=True)
class Undangan:
    """Rahasia tautannya hanya diketahui sekali ini; `ditahan` menunggu orang kedua."""

    akun: User
    rahasia: str
    ditahan: SemuaPeran


def create_tim(*, tim: Sequence[Anggota], by: User) -> list[Undangan]:
    """Simpan semuanya atau tidak sama sekali; `Invalid` bila isinya tidak sah.

    Orang kedua yang sudah ada sebelum tim ini memutus peran penanda tangannya.
    """
    with audit.locked(by.kabupaten_kode):
        orang_kedua = User.objects.orang_kedua(by.kabupaten)
        is_diusulkan = orang_kedua.exclude(pk=by.pk).exists()
        return [_undang(satu, is_diusulkan, by) for satu in tim]


def _undang(satu: Anggota, is_diusulkan: bool, by: User) -> Undangan:
    akun = satu.akun
    akun.kabupaten = satu.kantor.kabupaten
    akun.perangkat_daerah = satu.kantor
    akun.bidang = _bidang(satu, by)
    akun.pejabat = _pejabat(satu, by)
    akun.set_unusable_password()
    ditahan: SemuaPeran = ()
    if is_diusulkan:
        ditahan = tuple(peran for peran in satu.peran if peran in BERPERSETUJUAN)
    langsung = [peran for peran in satu.peran if peran not in ditahan]
    _store(akun, langsung, by)
    for peran in ditahan:
        propose(pengguna=akun, jenis=UsulAkun.JenisUsul.PERAN, peran=peran, by=by)
    rahasia = issue_tautan(pengguna=akun, by=by)
    return Undangan(akun, rahasia, ditahan)


def _store(akun: User, langsung: Sequence[Peran], by: User) -> None:
    """Peran yang langsung berlaku ikut tercatat, juga bahwa belum ada orang kedua."""
    note = ""
    if not BERPERSETUJUAN.isdisjoint(langsung):
        note = TANPA_ORANG_KEDUA
    changes: dict[str, list[Any]] = {}
    if langsung:
        changes["peran"] = ["", ", ".join(langsung)]
    groups = Group.objects.filter(name__in=langsung)
    door.save(akun, by=by, note=note, changes=changes, relations={"groups": groups})


def _bidang(satu: Anggota, by: User) -> Bidang | None:
    """Bidang bernama itu; yang belum ada ditambahkan di urutan terakhir."""
    if not satu.bidang:
        return None
    rows = Bidang.objects.filter(perangkat_daerah=satu.kantor)
    bidang: Bidang | None = rows.filter(nama__iexact=satu.bidang).first()
    if bidang is not None:
        return bidang
    terakhir = rows.aggregate(terakhir=Max("urutan"))["terakhir"] or 0
    bidang = Bidang(perangkat_daerah=satu.kantor, nama=satu.bidang, urutan=terakhir + 1)
    door.save(bidang, by=by)
    return bidang


def _pejabat(satu: Anggota, by: User) -> Pejabat | None:
    pejabat = satu.pejabat
    if pejabat is not None and pejabat.pk is None:
        door.save(pejabat, by=by)
    return pejabat
