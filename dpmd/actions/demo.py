"""Mengisi demo: akun contoh dan draf naskahnya."""

from datetime import date
from itertools import product
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import Kabupaten, Pejabat, PerangkatDaerah, User
from accounts.roles import LABELS, PERANGKAT_PERAN, Peran
from core import audit, door
from core.daerah import Perangkat
from documents import signing
from dpmd.actions.fixtures import BANYUASIN, MERANGIN, create_groups
from dpmd.actions.kantor import create_perangkat
from idm.actions.peragaan import create_peragaan
from kinerja.models import Lkjip, NaskahKinerja, PerjanjianKinerja
from kinerja.naskah.lkjip.actions import create_lkjip
from villages.models import BerkasIkk

DEMO_PASSWORD = "desa-membangun-2023"
DEMO_SUFFIX = {BANYUASIN: "", MERANGIN: ".merangin"}  # akhiran nama akun tiap kabupaten
LKJIP_DEMO: dict[str, Any] = {
    "tahun": 2023,
    "nomor": "DEMO/01/LKjIP/2023",
    "tanggal": date(2024, 1, 8),
}

INDEKS_DEMO = (2025, 2026)  # tahun Indeks Desa buatan Banyuasin
# kabupaten, tahun, jenis dan triwulan naskah contoh
NASKAH_DEMO = (
    (BANYUASIN, 2023, "iku", 0),
    (BANYUASIN, 2023, "ikk", 0),
    (BANYUASIN, 2023, "capaian", 0),
    (MERANGIN, 2024, "iku", 0),
    (MERANGIN, 2024, "rencana_aksi", 0),
    (MERANGIN, 2024, "evaluasi", 1),
    (MERANGIN, 2024, "e81", 1),
)


def demo_username(peran: Peran, kabupaten: str) -> str:
    """`kepala.bidang` untuk Banyuasin, `kepala.bidang.merangin` untuk Merangin."""
    return peran.value.replace("_", ".") + DEMO_SUFFIX[kabupaten]


def nama_demo(peran: Peran, kantor: PerangkatDaerah) -> str:
    """`Operator DPMD Banyuasin`; jabatan yang sama dengan nama kantornya tidak disebut dua kali."""
    bagian = [kantor.singkatan, kantor.kabupaten.nama]
    if peran is not Peran.KEPALA_DAERAH:
        bagian.insert(0, LABELS[peran])
    tunggal = dict.fromkeys(bagian)
    return " ".join(filter(None, tunggal))


def create_demo_account(*, kabupaten: Kabupaten, peran: Peran, by: Any) -> User:
    """Akun contoh untuk `peran`; akun yang sudah ada dikembalikan tanpa diubah."""
    username = demo_username(peran, kabupaten.kode)
    kantor = demo_perangkat(kabupaten, PERANGKAT_PERAN.get(peran, Perangkat.DINAS_PMD), by)
    with audit.locked(kabupaten.kode):
        akun: User | None = User.objects.filter(username=username).first()
        if akun is not None:
            return akun
        user = User(
            username=username,
            first_name=nama_demo(peran, kantor),
            kabupaten=kabupaten,
            perangkat_daerah=kantor,
            pejabat=_demo_pejabat(kantor, peran, by),
        )
        user.set_password(DEMO_PASSWORD)
        groups = [Group.objects.get(name=peran.value)]
        door.save(user, by=by, note=f"Akun demo, peran {peran}.", relations={"groups": groups})
        create_demo_certificate(user.pejabat)
    return user


def create_demo_certificate(pejabat: Pejabat | None) -> None:
    """Sertifikat tanda tangan demo; yang sudah ada tidak diganti."""
    if pejabat is None or not pejabat.nip or signing.has_certificate(pejabat.nip):
        return
    dinas = pejabat.perangkat_daerah
    signing.create_certificate(pejabat.nip, pejabat.nama, str(dinas), DEMO_PASSWORD)


def demo_perangkat(kabupaten: Kabupaten, jenis: Perangkat, by: Any) -> PerangkatDaerah:
    """Perangkat daerah demo; yang tidak ada pada data nyata dibuat tanpa alamat."""
    kantor = PerangkatDaerah.objects.filter(kabupaten=kabupaten, jenis=jenis).first()
    if kantor is not None:
        return kantor
    return create_perangkat(kabupaten.dinas, jenis, by)


def _demo_pejabat(kantor: PerangkatDaerah, peran: Peran, by: Any) -> Pejabat | None:
    """Pejabat akun demo: kepala dinas dari data nyata.

    Kepala daerah dan Inspektur jabatannya tanpa nama orang.
    """
    if peran is Peran.KEPALA_DINAS:
        return Pejabat.objects.filter(perangkat_daerah=kantor, user=None).kepala().first()
    if peran not in (Peran.KEPALA_DAERAH, Peran.INSPEKTUR):
        return None
    kabupaten = kantor.kabupaten
    is_kepala_daerah = peran is Peran.KEPALA_DAERAH
    sebutan = LABELS[peran]
    angka = kabupaten.kode.replace(".", "")
    nip = f"{angka:0>18}"  # NIP contoh
    if is_kepala_daerah:
        sebutan = kantor.nama
        nip = ""
    jabatan = f"{sebutan} {kabupaten.nama}"
    pejabat = Pejabat(
        perangkat_daerah=kantor,
        nama=jabatan,
        jabatan=jabatan,
        nip=nip,
        is_kepala=True,
        is_kepala_daerah=is_kepala_daerah,
        mulai=date(2018, 1, 1),
    )
    door.save(pejabat, by=by)
    return pejabat


def create_demo_accounts(*, by: Any) -> list[User]:
    """Satu akun untuk tiap peran di tiap kabupaten demo."""
    with transaction.atomic():
        create_groups(by=by)
        owners = [Kabupaten.objects.get(kode=kode) for kode in DEMO_SUFFIX]
        pairs = product(owners, Peran)
        hasil = []
        for owner, peran in pairs:
            hasil.append(create_demo_account(kabupaten=owner, peran=peran, by=by))
        return hasil


def create_demo_lkjip(*, by: Any) -> bool:
    """Draf LKjIP Banyuasin; `False` bila LKjIP tahun itu sudah ada."""
    with audit.locked(BANYUASIN):
        kabupaten = Kabupaten.objects.get(kode=BANYUASIN)
        if Lkjip.objects.filter(kabupaten=kabupaten, tahun=LKJIP_DEMO["tahun"]).exists():
            return False
        create_lkjip(kabupaten=kabupaten, by=by, **LKJIP_DEMO)
    return True


def create_demo_naskah(*, by: Any) -> int:
    """Draf naskah kinerja kedua kabupaten.

    Yang sudah ada dilewati. Mengembalikan banyak draf baru.
    """
    made = 0
    for kode, tahun, jenis, triwulan in NASKAH_DEMO:
        kabupaten = Kabupaten.objects.get(kode=kode)
        isian = {"kabupaten": kabupaten, "tahun": tahun, "jenis": jenis, "triwulan": triwulan}
        made += _draft(NaskahKinerja, isian, f"DEMO/{jenis}/{tahun}", by)
    banyuasin = Kabupaten.objects.get(kode=BANYUASIN)
    made += _draft(BerkasIkk, {"kabupaten": banyuasin, "tahun": 2023}, "DEMO/IKK/2023", by)
    for kode, tahun in ((BANYUASIN, 2023), (MERANGIN, 2024)):
        kabupaten = Kabupaten.objects.get(kode=kode)
        kantor = kabupaten.perangkat(Perangkat.KEPALA_DAERAH)
        pihak = {"pihak_pertama": _kepala(kabupaten.dinas), "pihak_kedua": _kepala(kantor)}
        made += _draft(
            PerjanjianKinerja,
            {"kabupaten": kabupaten, "tahun": tahun} | pihak,
            f"DEMO/PK/{tahun}",
            by,
        )
    return made


def create_demo_indeks(*, by: Any) -> int:
    """Indeks Desa buatan Banyuasin; banyak desa yang baru diisi, semua tahunnya."""
    banyuasin = Kabupaten.objects.get(kode=BANYUASIN)
    tahunan = [create_peragaan(kabupaten=banyuasin, tahun=tahun, by=by) for tahun in INDEKS_DEMO]
    return sum(tahunan)


def _kepala(kantor: PerangkatDaerah) -> Pejabat | None:
    return kantor.pejabat_set.kepala().first()


def _draft(model: Any, isian: dict[str, Any], nomor: str, by: Any) -> int:
    """Satu draf naskah bila belum ada; tanggalnya akhir tahunnya."""
    kabupaten = isian["kabupaten"]
    with audit.locked(kabupaten.kode):
        if model.objects.filter(**isian).exists():
            return 0
        tanggal = date(isian["tahun"], 12, 29)
        naskah = model(**isian, nomor=nomor, tanggal=tanggal)
        door.save(naskah, by=by)
    return 1
