"""Langkah kantor baru sampai naskah pertamanya: yang selesai, yang belum, dan sebabnya perlu."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from accounts.models import Bidang, Pejabat, User
from accounts.roles import Role
from core.daerah import Perangkat
from kinerja.models import (
    Indikator,
    Lkjip,
    NaskahKinerja,
    PeriodeRenstra,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    Target,
)

RENCANA_AKSI = NaskahKinerja.Jenis.RENCANA_AKSI
PENANDA_TANGAN = (Perangkat.KEPALA_DAERAH, Perangkat.INSPEKTORAT)
PELAKU = (Role.OPERATOR, Role.KEPALA_BIDANG, Role.KEPALA_DINAS)


@dataclass(frozen=True)
class Langkah:
    """Satu langkah; `url` kosong bila peran pengguna tidak mengerjakannya."""

    judul: str
    alasan: str
    is_selesai: bool
    url: str = ""


def langkah_kantor(user: Any, tahun: int) -> list[Langkah]:
    """Semua langkah menurut urutannya; kosong bila naskah pertama tahun mana pun sudah ada."""
    if user.kabupaten_id is None or _milik(Lkjip, user).exists():
        return []
    return [*_orang(user), *_rencana(user, tahun), *_naskah(user, tahun)]


def _orang(user: Any) -> Iterator[Langkah]:
    """Siapa menyiapkan, menyetujui dan menandatangani."""
    pejabat = _milik(Pejabat, user).filter(is_kepala=True)
    ada = set(pejabat.values_list("perangkat_daerah__jenis", flat=True))
    yield _langkah(
        user,
        "accounts.add_pejabat",
        "accounts:pejabat_create",
        "Kepala daerah dan Inspektur",
        "Perjanjian Kinerja ditandatangani kepala daerah; LKjIP direviu Inspektorat.",
        ada.issuperset(PENANDA_TANGAN),
    )
    yield _langkah(
        user,
        "accounts.add_bidang",
        "accounts:bidang_create",
        "Bidang dan sekretariat",
        "Program dan sub kegiatan dibagi menurut bidang yang menjawabnya.",
        _milik(Bidang, user).exists(),
    )
    peran = set(_milik(User, user).values_list("groups__name", flat=True))
    yield _langkah(
        user,
        "accounts.add_user",
        "accounts:user_create",
        "Operator, kepala bidang dan kepala dinas",
        "Yang menyusun, yang menyetujui dan yang menandatangani masing-masing berakun sendiri.",
        peran.issuperset(PELAKU),
    )


def _rencana(user: Any, tahun: int) -> Iterator[Langkah]:
    """Yang diukur dan dijanjikan pada `tahun`."""
    meliputi = {"tahun_awal__lte": tahun, "tahun_akhir__gte": tahun}
    yield _langkah(
        user,
        "kinerja.add_perioderenstra",
        "kinerja:perioderenstra_create",
        f"Renstra yang meliputi {tahun}",
        "Tujuan, sasaran dan indikator melekat pada masanya.",
        _milik(PeriodeRenstra, user).filter(**meliputi).exists(),
    )
    yield _langkah(
        user,
        "kinerja.add_indikator",
        "kinerja:indikator_create",
        "Indikator kinerja utama dan kunci",
        "Semua naskah membaca capaian dari indikator ini.",
        _milik(Indikator, user).exists(),
    )
    yield _langkah(
        user,
        "kinerja.add_target",
        "kinerja:target_create",
        f"Target {tahun}",
        "Tanpa target tidak ada capaian.",
        _milik(Target, user).for_tahun(tahun).exists(),
    )
    yield _langkah(
        user,
        "kinerja.add_program",
        "kinerja:program_create",
        f"Program, kegiatan dan sub kegiatan {tahun}",
        "Pagunya yang dijanjikan; realisasinya yang dipertanggungjawabkan.",
        _milik(Program, user).for_tahun(tahun).exists(),
    )
    yield _langkah(
        user,
        "kinerja.change_rencanaaksi",
        "kinerja:rencanaaksi_grid",
        f"Rencana aksi {tahun}",
        "Target tiap bulan dan triwulan menjadi pembanding evaluasinya.",
        _milik(RencanaAksi, user).filter(sub_kegiatan__kegiatan__program__tahun=tahun).exists(),
    )


def _naskah(user: Any, tahun: int) -> Iterator[Langkah]:
    """Naskah pertama kantor ini."""
    yield _langkah(
        user,
        "kinerja.add_perjanjiankinerja",
        "kinerja:perjanjiankinerja_create",
        f"Perjanjian Kinerja {tahun}",
        "Janji kepala dinas kepada kepala daerah.",
        _milik(PerjanjianKinerja, user).for_tahun(tahun).exists(),
    )
    yield _langkah(
        user,
        "kinerja.add_naskahkinerja",
        "kinerja:naskahkinerja_create",
        f"Naskah Rencana Aksi {tahun}",
        "Rencana aksi yang ditandatangani.",
        _milik(NaskahKinerja, user).for_tahun(tahun).filter(jenis=RENCANA_AKSI).exists(),
    )
    yield _langkah(
        user,
        "kinerja.add_lkjip",
        "kinerja:lkjip_create",
        f"LKjIP {tahun}",
        "Laporan setahun, disusun sesudah tahunnya berakhir.",
        _milik(Lkjip, user).exists(),
    )


def _langkah(
    user: Any, hak: str, halaman: str, judul: str, alasan: str, is_selesai: bool
) -> Langkah:
    """Tautannya hanya bagi yang berhak dan selama langkahnya belum selesai."""
    url = ""
    if not is_selesai and user.has_perm(hak):
        url = reverse(halaman)
    return Langkah(judul, alasan, is_selesai, url)


def _milik(model: Any, user: Any) -> Any:
    return model.objects.visible_to(user)
