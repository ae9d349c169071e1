"""Langkah kantor baru sampai naskah pertamanya: yang selesai, yang belum, dan sebabnya perlu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts.models import Bidang, Kabupaten, Pejabat, User
from accounts.roles import LABELS, Peran, allows
from core.daerah import ZONA, Daerah, Perangkat, zona
from documents.models import StatusTugas, Tugas
from dpmd.actions.daerah import LOAD_DAERAH
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

Syarat = Callable[[Any, int], bool]  # pengguna dan tahun
ZONA_LAIN = (
    "Pemasangan ini memakai {setelan}, sehingga jam riwayat dan pergantian tanggalnya meleset. "
    "Jalankan bin/install --zona {zona}."
)
PENANDA_TANGAN = (Perangkat.KEPALA_DAERAH, Perangkat.INSPEKTORAT)
PELAKU = (Peran.OPERATOR, Peran.KEPALA_BIDANG, Peran.KEPALA_DINAS)


@dataclass(frozen=True)
class Langkah:
    """Satu langkah; yang bukan pekerjaan peran pengguna tanpa `url` dan menyebut pelakunya."""

    judul: str
    alasan: str
    is_selesai: bool
    url: str
    pelaku: str


def langkah_kantor(user: Any, tahun: int) -> list[Langkah]:
    """Semua langkah menurut urutannya; kosong bila kantornya sudah pernah menyusun LKjIP."""
    if user.kabupaten_id is None or _milik(Lkjip, user).exists():
        return []
    semua = [satu.bagi(user, tahun) for satu in _langkah(user.kabupaten)]
    return [*_zona_lain(user.kabupaten), *semua]


def _langkah(kabupaten: Kabupaten) -> "Sequence[_Langkah]":
    """Wilayah provinsi ada pada kantor kabupatennya masing-masing."""
    if kabupaten.jenis == Daerah.PROVINSI:
        return [satu for satu in LANGKAH if satu is not WILAYAH]
    return LANGKAH


def _zona_lain(kabupaten: Kabupaten) -> list[Langkah]:
    """Pemasangan yang jamnya bukan jam daerah ini; diubah di peladen, bukan di halaman."""
    dipakai = zona(kabupaten.kode)
    if ZONA[dipakai] == settings.TIME_ZONE:
        return []
    alasan = ZONA_LAIN.format(setelan=settings.TIME_ZONE, zona=dipakai)
    return [Langkah(f"Jam {kabupaten} ({dipakai})", alasan, False, "", "pengelola peladen")]


@dataclass(frozen=True)
class _Langkah:
    """`halaman` dan `hak` mengerjakannya; `selesai(user, tahun)` membaca datanya."""

    judul: str
    alasan: str
    hak: str
    halaman: str
    selesai: Syarat

    def bagi(self, user: Any, tahun: int) -> Langkah:
        is_selesai = self.selesai(user, tahun)
        judul = self.judul.format(tahun=tahun)
        url = ""
        pelaku = ""
        if not is_selesai and user.has_perm(self.hak):
            url = reverse(self.halaman)
        elif not is_selesai:
            pelaku = self.pelaku()
        return Langkah(judul, self.alasan, is_selesai, url, pelaku)

    def pelaku(self) -> str:
        """Peran yang mengerjakannya."""
        return next(LABELS[peran] for peran in Peran if allows(peran, self.hak))


def _milik(model: Any, user: Any) -> Any:
    return model.objects.visible_to(user)


def _ada(model: Any, **syarat: Any) -> Syarat:
    """Sudah ada barisnya, tahun mana pun."""

    def selesai(user: Any, tahun: int) -> bool:
        return bool(_milik(model, user).filter(**syarat).exists())

    return selesai


def _setahun(model: Any, jalan: str = "tahun", **syarat: Any) -> Syarat:
    """Sudah ada barisnya pada tahun kerja; `jalan` menuju kolom tahunnya."""

    def selesai(user: Any, tahun: int) -> bool:
        return _ada(model, **syarat, **{jalan: tahun})(user, tahun)

    return selesai


def _penanda_tangan(user: Any, tahun: int) -> bool:
    kepala = _milik(Pejabat, user).filter(is_kepala=True)
    ada = set(kepala.values_list("perangkat_daerah__jenis", flat=True))
    return ada.issuperset(PENANDA_TANGAN)


def _pelaku(user: Any, tahun: int) -> bool:
    """Tiap peran alur naskah punya akun yang masih dipakai."""
    akun = _milik(User, user).filter(is_active=True)
    peran = set(akun.values_list("groups__name", flat=True))
    return peran.issuperset(PELAKU)


def _renstra(user: Any, tahun: int) -> bool:
    return _ada(PeriodeRenstra, tahun_awal__lte=tahun, tahun_akhir__gte=tahun)(user, tahun)


def _termuat(user: Any, tahun: int) -> bool:
    """Yang dibuka dari perintah, dan demo, tidak melewati tugas."""
    muatan = _milik(Tugas, user).filter(jenis=LOAD_DAERAH)
    return not muatan.exclude(status=StatusTugas.SELESAI).exists()


WILAYAH = _Langkah(
    "Wilayah dan IDM terbitan",
    "Dimuat sebagai tugas sesudah kantornya dibuka; semua halaman desa membacanya.",
    "villages.add_kecamatan",
    "documents:tugas_list",
    _termuat,
)
LANGKAH = (
    WILAYAH,
    _Langkah(
        "Kepala daerah dan Inspektur",
        "Perjanjian Kinerja ditandatangani kepala daerah; LKjIP direviu Inspektorat.",
        "accounts.add_user",
        "accounts:tim",
        _penanda_tangan,
    ),
    _Langkah(
        "Bidang dan sekretariat",
        "Program dan sub kegiatan dibagi menurut bidang yang menjawabnya.",
        "accounts.add_user",
        "accounts:tim",
        _ada(Bidang),
    ),
    _Langkah(
        "Operator, kepala bidang dan kepala dinas",
        "Yang menyusun, yang menyetujui dan yang menandatangani masing-masing berakun sendiri.",
        "accounts.add_user",
        "accounts:tim",
        _pelaku,
    ),
    _Langkah(
        "Renstra yang meliputi {tahun}",
        "Tujuan, sasaran dan indikator melekat pada masanya.",
        "kinerja.add_perioderenstra",
        "kinerja:perioderenstra_create",
        _renstra,
    ),
    _Langkah(
        "Indikator kinerja utama dan kunci",
        "Semua naskah membaca capaian dari indikator ini.",
        "kinerja.add_indikator",
        "kinerja:indikator_create",
        _ada(Indikator),
    ),
    _Langkah(
        "Target {tahun}",
        "Tanpa target tidak ada capaian.",
        "kinerja.add_target",
        "kinerja:target_create",
        _setahun(Target),
    ),
    _Langkah(
        "Program, kegiatan dan sub kegiatan {tahun}",
        "Pagunya yang dijanjikan; realisasinya yang dipertanggungjawabkan.",
        "kinerja.add_program",
        "kinerja:program_create",
        _setahun(Program),
    ),
    _Langkah(
        "Rencana aksi {tahun}",
        "Target tiap bulan dan triwulan menjadi pembanding evaluasinya.",
        "kinerja.change_rencanaaksi",
        "kinerja:rencanaaksi_grid",
        _setahun(RencanaAksi, "sub_kegiatan__kegiatan__program__tahun"),
    ),
    _Langkah(
        "Perjanjian Kinerja {tahun}",
        "Janji kepala dinas kepada kepala daerah.",
        "kinerja.add_perjanjiankinerja",
        "kinerja:perjanjiankinerja_create",
        _setahun(PerjanjianKinerja),
    ),
    _Langkah(
        "Naskah Rencana Aksi {tahun}",
        "Rencana aksi yang ditandatangani.",
        "kinerja.add_naskahkinerja",
        "kinerja:naskahkinerja_create",
        _setahun(NaskahKinerja, jenis=NaskahKinerja.JenisKinerja.RENCANA_AKSI),
    ),
    _Langkah(
        "LKjIP {tahun}",
        "Laporan setahun, disusun sesudah tahunnya berakhir.",
        "kinerja.add_lkjip",
        "kinerja:lkjip_create",
        _setahun(Lkjip),
    ),
)
