"""Beranda satu peran: yang dapat dikerjakannya sekarang, yang ditunggunya, yang berubah."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.reports import usul_menunggu
from accounts.roles import LABELS, in_order
from core.display import tulisan_dari
from documents.models import Naskah, naskah_models
from documents.workflow import KATA_LANGKAH, SEBUTAN_LANGKAH, Langkah, Status
from dpmd.reports.belum_diisi import batas_lkjip, belum_diisi
from dpmd.reports.linimasa import Tonggak, linimasa
from dpmd.reports.perubahan import Perubahan, perubahan
from kinerja.models import Lkjip
from kinerja.naskah.lkjip.reports.kurang import Kemajuan, Kurang

SemuaNaskah = list[Naskah]


@dataclass(frozen=True)
class Pekerjaan:
    """Satu pekerjaan: apa, mengapa, di mana, kata pada tombolnya, sampai kapan, seberapa jauh."""

    judul: str
    alasan: str
    url: str
    tombol: str
    tenggat: datetime.date | None = None
    kemajuan: Kemajuan | None = None

    @property
    def is_lewat(self) -> bool:
        """Batas waktunya sudah lewat."""
        return self.tenggat is not None and self.tenggat < timezone.localdate()


SemuaPekerjaan = Iterator[Pekerjaan]


@dataclass(frozen=True)
class Ditunggu:
    """Naskah yang menunggu orang lain."""

    naskah: Naskah
    kalimat: str


@dataclass(frozen=True)
class HariIni:
    """Isi beranda; tiap naskah tahun itu disebut sekali."""

    pekerjaan: list[Pekerjaan]
    ditunggu: list[Ditunggu]
    sah: SemuaNaskah
    kurang: list[Kurang]
    linimasa: list[Tonggak]
    perubahan: Perubahan


def hari_ini(user: Any, tahun: int) -> HariIni:
    """Pekerjaan `user` menurut gentingnya, dan keadaan `tahun`."""
    giliran = _giliran(user)
    setahun = _setahun(user, tahun)
    kurang = belum_diisi(user, tahun)
    lain = [naskah for naskah in setahun if naskah not in giliran]
    return HariIni(
        pekerjaan=[
            *_usul(user),
            *_langkah(giliran),
            *_isian(kurang),
            *_draf(giliran),
            *_laporan(user, tahun, setahun),
        ],
        ditunggu=[Ditunggu(n, _penunggu(n)) for n in lain if not _selesai(n)],
        sah=[naskah for naskah in lain if _selesai(naskah)],
        kurang=[satu for satu in kurang if not satu.url],
        linimasa=linimasa(user, tahun),
        perubahan=perubahan(user),
    )


def _giliran(user: Any) -> SemuaNaskah:
    """Naskah yang menunggu langkah `user`, tahun mana pun."""
    naskah: SemuaNaskah = []
    for model in naskah_models():
        naskah += model.objects.visible_to(user).waiting_for(user)
    return naskah


def _setahun(user: Any, tahun: int) -> SemuaNaskah:
    naskah: SemuaNaskah = []
    for model in naskah_models():
        rows = model.objects.visible_to(user).for_tahun(tahun)
        naskah += rows.select_related("kabupaten", "pengesahan", "snapshot")
    return naskah


def _usul(user: Any) -> SemuaPekerjaan:
    """Akun yang menunggu orang kedua."""
    for usul in usul_menunggu(user):
        alasan = f"Diusulkan {usul.diusulkan_by}."
        yield Pekerjaan(str(usul), alasan, usul.get_absolute_url(), "Putuskan")


def _langkah(giliran: SemuaNaskah) -> SemuaPekerjaan:
    """Naskah yang ditunggu orang lain, lalu yang dikembalikan."""
    for naskah in giliran:
        if naskah.status != Status.DRAFT:
            langkah = naskah.workflow.langkah_berikut(naskah.status)
            tombol = SEBUTAN_LANGKAH[langkah] if langkah else "Buka"
            yield Pekerjaan(str(naskah), _terakhir(naskah), naskah.get_absolute_url(), tombol)
    for naskah in giliran:
        if naskah.status == Status.DRAFT and naskah.catatan:
            alasan = f"Dikembalikan: {naskah.catatan}"
            yield Pekerjaan(str(naskah), alasan, naskah.get_absolute_url(), "Perbaiki")


def _terakhir(naskah: Naskah) -> str:
    """Langkah terakhirnya dan waktunya."""
    waktu = naskah.signed_at or naskah.reviewed_at or naskah.approved_at or naskah.submitted_at
    return f"{naskah.get_status_display()} {tulisan_dari(waktu)}."


def _isian(kurang: list[Kurang]) -> SemuaPekerjaan:
    """Yang bertenggat lebih dahulu, menurut tenggatnya."""
    for satu in sorted(kurang, key=_tenggat):
        if satu.url:
            yield Pekerjaan(
                satu.label, satu.alasan, satu.url, "Kerjakan", satu.tenggat, satu.kemajuan
            )


def _tenggat(kurang: Kurang) -> datetime.date:
    return kurang.tenggat or datetime.date.max


def _draf(giliran: SemuaNaskah) -> SemuaPekerjaan:
    for naskah in giliran:
        if naskah.status == Status.DRAFT and not naskah.catatan:
            tenggat = batas_lkjip(naskah.tahun) if isinstance(naskah, Lkjip) else None
            url = naskah.get_absolute_url()
            yield Pekerjaan(str(naskah), "Masih draf.", url, "Lanjutkan", tenggat)


def _laporan(user: Any, tahun: int, setahun: SemuaNaskah) -> SemuaPekerjaan:
    """LKjIP yang belum dibuat padahal tahunnya sudah berakhir."""
    ada = any(isinstance(naskah, Lkjip) for naskah in setahun)
    is_berakhir = tahun < timezone.localdate().year
    if is_berakhir and not ada and user.has_perm("kinerja.add_lkjip"):
        url = reverse("kinerja:lkjip_create")
        yield Pekerjaan(f"LKjIP {tahun}", "Belum dibuat.", url, "Buat", batas_lkjip(tahun))


def _selesai(naskah: Naskah) -> bool:
    """Sudah sah, dan tidak menunggu siapa pun."""
    return naskah.is_signed and naskah.workflow.langkah_berikut(naskah.status) is None


def _penunggu(naskah: Naskah) -> str:
    """Siapa yang ditunggu naskah ini, untuk apa."""
    langkah = naskah.workflow.langkah_berikut(naskah.status)
    if langkah is None:
        return ""
    pihak = naskah.next_party() if langkah is Langkah.SIGN else None
    if pihak:
        return f"Menunggu tanda tangan {pihak.jabatan}."
    ketentuan = naskah.workflow.ketentuan(naskah.status, langkah)
    peran = in_order(ketentuan.peran) if ketentuan else ()
    siapa = " atau ".join(LABELS[satu] for satu in peran)  # type: ignore[index]
    return f"Menunggu {KATA_LANGKAH[langkah]} oleh {siapa}."
