"""Membuka kantor: daerah, wilayah dan IDM terbitannya, perangkatnya, dan admin pertamanya."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_uppercase
from typing import Any

from django.contrib.auth.models import Group

from accounts.models import Kabupaten, Pejabat, PerangkatDaerah, User
from accounts.roles import Role
from core import audit, door
from core.audit import Refused
from core.daerah import PERANGKAT, Perangkat
from documents.impor import Kesalahan
from dpmd import sources
from dpmd.actions.fixtures import create_groups, load_acuan
from dpmd.sources import WilayahNasional
from idm.actions.nasional import Laporan, import_nasional
from villages.kode import DESA, jenis
from villages.models import Desa, Kecamatan

Terbitan = dict[str, str]  # satu baris IDM terbitan
PANJANG_KECAMATAN = len("16.07.01")
TERSEDIA = (Perangkat.KEPALA_DAERAH, Perangkat.INSPEKTORAT)  # dibuat bersama dinasnya


@dataclass(frozen=True)
class KantorBaru:
    """Yang dibuka; `catatan` tentang baris IDM terbitannya."""

    kabupaten: Kabupaten
    kecamatan: int
    desa: int
    kelurahan: int
    idm: int
    catatan: tuple[str, ...]

    def __str__(self) -> str:
        wilayah = f"{self.kecamatan} kecamatan, {self.desa} desa, {self.kelurahan} kelurahan"
        return f"{self.kabupaten}: {wilayah}, IDM {sources.TAHUN_IDM} {self.idm} desa."


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
) -> KantorBaru:
    """Buka kantor daerah berkode `kode`; ketiga baris diberikan belum tersimpan.

    Semua atau tidak sama sekali. `Refused` bila daerah itu sudah ada, atau bila `is_pertama` dan
    sudah ada kantor lain; `Invalid` bila isinya tidak sah.
    """
    with audit.locked(""), audit.locked(kode):
        if is_pertama and not is_kosong():
            raise Refused("Kantor pertama sudah dibuka orang lain. Masuklah dengan akunnya.")
        kabupaten = _daerah(kode, by)
        _perangkat(kabupaten, dinas, kepala, by)
        create_groups(by=by)
        _admin(kabupaten, dinas, admin, by)
        load_acuan(by=by)  # yang lama sesudah yang dapat ditolak
        kecamatan, desa = _wilayah(kabupaten, by)
        banyak_idm, catatan = _idm(kabupaten, by)
    banyak_desa = sum(satu.jenis == DESA for satu in desa)
    return KantorBaru(
        kabupaten=kabupaten,
        kecamatan=len(kecamatan),
        desa=banyak_desa,
        kelurahan=len(desa) - banyak_desa,
        idm=banyak_idm,
        catatan=catatan,
    )


def _daerah(kode: str, by: Any) -> Kabupaten:
    """Daerah menurut daftar kode wilayah; `Refused` bila tidak dikenal atau sudah ada."""
    satu = sources.semua_daerah().get(kode)
    if satu is None:
        raise Refused(f"Kode {kode} tidak ada pada daftar kode wilayah. Contoh: 33.16.")
    if Kabupaten.objects.filter(kode=kode).exists():
        raise Refused(f"{satu} sudah ada pada pemasangan ini.")
    kabupaten = Kabupaten(kode=kode, nama=satu.nama, jenis=satu.jenis.value, provinsi=satu.provinsi)
    door.save(kabupaten, by=by, note="Kantor dibuka.")
    return kabupaten


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
    groups = [Group.objects.get(name=Role.ADMIN.value)]
    door.save(admin, by=by, note="Admin pertama.", relations={"groups": groups})


def _wilayah(kabupaten: Kabupaten, by: Any) -> tuple[list[Kecamatan], list[Desa]]:
    """Kecamatan, lalu desa dan kelurahannya, menurut daftar kode wilayah."""
    semua = sources.wilayah(kabupaten.kode)
    edisi = sources.EDISI_WILAYAH
    note = f"Daftar kode wilayah edisi {edisi:%d-%m-%Y}."
    kecamatan = [
        Kecamatan(kabupaten=kabupaten, kode=satu.kode, nama=satu.nama, edisi=edisi)
        for satu in semua
        if len(satu.kode) == PANJANG_KECAMATAN
    ]
    door.save_all(kecamatan, by=by, target=kabupaten, note=note)
    per_kode = {satu.kode: satu for satu in kecamatan}
    desa = [_desa(satu, per_kode) for satu in semua if len(satu.kode) > PANJANG_KECAMATAN]
    door.save_all(desa, by=by, target=kabupaten, note=note)
    return kecamatan, desa


def _desa(satu: WilayahNasional, kecamatan: dict[str, Kecamatan]) -> Desa:
    return Desa(
        kecamatan=kecamatan[satu.kode[:PANJANG_KECAMATAN]],
        kode=satu.kode,
        nama=satu.nama,
        jenis=jenis(satu.kode),
        lintang=_derajat(satu.lintang),
        bujur=_derajat(satu.bujur),
        edisi=sources.EDISI_WILAYAH,
    )


def _derajat(tertulis: str) -> Decimal | None:
    if not tertulis:
        return None
    return Decimal(tertulis)


def _idm(kabupaten: Kabupaten, by: Any) -> tuple[int, tuple[str, ...]]:
    """Banyak desa ber-IDM terbitan, dan catatan tentang baris terbitannya.

    Baris yang keliru tidak dimuat; yang lain tetap.
    """
    rows = sources.idm(kabupaten.kode)
    if not rows:
        return 0, ()
    laporan = _muat_idm(rows, by)
    catatan = _catatan(rows, laporan)
    salah = {_baris(rows, satu)["kode"] for satu in laporan.kesalahan}
    if salah:
        rows = [satu for satu in rows if satu["kode"] not in salah]
        _muat_idm(rows, by)
    return len(rows), catatan


def _catatan(rows: Sequence[Terbitan], laporan: Laporan) -> tuple[str, ...]:
    """Tiap kesalahan dan catatan dengan kode desanya."""
    kalimat = []
    for satu in (*laporan.kesalahan, *laporan.catatan):
        kode = _baris(rows, satu)["kode"]
        kalimat.append(f"{kode}: {satu.pesan}")
    return tuple(kalimat)


def _baris(rows: Sequence[Terbitan], masalah: Kesalahan) -> Terbitan:
    """Baris yang ditunjuk alamat selnya; baris pertama lembar judulnya."""
    nomor = int(masalah.sel.lstrip(ascii_uppercase))
    return rows[nomor - 2]


def _muat_idm(rows: Sequence[Terbitan], by: Any) -> Laporan:
    isi = [list(rows[0]), *(list(satu.values()) for satu in rows)]
    return import_nasional(
        lembar=[("IDM", isi)],
        tahun=sources.TAHUN_IDM,
        by=by,
        note=f"IDM {sources.TAHUN_IDM} terbitan Kemendesa.",
    )
