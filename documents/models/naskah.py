"""Naskah dinas dengan alur: dasar semua jenis."""

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from accounts.models import Kabupaten, Pejabat, PerangkatDaerah, tahun_field
from accounts.roles import PERANGKAT_PERAN, Peran
from core.models import Named
from core.querysets import ScopedQuerySet
from documents import jenis
from documents.models.sah import Pengesahan, Snapshot, TandaTangan, pelaku_field
from documents.workflow import (
    STATUS_LABELS,
    STATUS_SENTENCES,
    WORKFLOWS,
    Ketentuan,
    Langkah,
    Status,
    Workflow,
)

SAH = Q(signed_by__isnull=False, pengesahan__isnull=False)
BEKU = Q(submitted_by__isnull=False, snapshot__isnull=False)
BELUM_SAH = Q(signed_by=None, pengesahan=None)


class NaskahQuerySet(ScopedQuerySet):
    def waiting_for(self, user: Any) -> list[Any]:
        """Naskah yang menunggu langkah `user`, menurut perannya dan giliran tanda tangannya."""
        status = set()
        for workflow in WORKFLOWS:
            for at in workflow.stages():
                if workflow.langkah_bagi(at, user.peran):
                    status.add(at.value)
        rows = list(self.filter(kabupaten=user.kabupaten_id, status__in=status))
        for naskah in rows:
            naskah.kabupaten = user.kabupaten  # satu baris: dinasnya dibaca sekali
        return [naskah for naskah in rows if naskah.langkah_bagi(user)]


class Naskah(Named):
    """Naskah dinas dengan alur; isi tiap jenis didaftarkan aplikasinya di `documents.jenis`."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    nomor = models.CharField("nomor dokumen", max_length=100, blank=True)
    tanggal = models.DateField("tanggal dokumen", null=True, blank=True)
    status = models.CharField(
        max_length=20,
        choices=[(s.value, label) for s, label in STATUS_LABELS.items()],
        default=Status.DRAFT.value,
        editable=False,
    )
    catatan = models.TextField("catatan pengembalian", blank=True, editable=False)
    submitted_by = pelaku_field(null=True, editable=False)
    submitted_at = models.DateTimeField("diajukan", null=True, editable=False)
    approved_by = pelaku_field(null=True, editable=False)
    approved_at = models.DateTimeField("disetujui", null=True, editable=False)
    signed_by = pelaku_field(null=True, editable=False)
    signed_at = models.DateTimeField("ditandatangani", null=True, editable=False)
    reviewed_by = pelaku_field(null=True, editable=False)
    reviewed_at = models.DateTimeField("direviu", null=True, editable=False)
    snapshot = models.ForeignKey(
        Snapshot,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    pengesahan = models.OneToOneField(
        Pengesahan,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )

    objects = NaskahQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_signed(self) -> bool:
        """Sah sejak semua pihaknya menandatangani."""
        return self.pengesahan_id is not None

    @property
    def jenis_naskah(self) -> jenis.JenisNaskah[Any]:
        return jenis.jenis_naskah(self)

    @property
    def has_lembar(self) -> bool:
        return self.jenis_naskah.lembar is not None

    @property
    def is_diantrekan(self) -> bool:
        """Drafnya dicetak sebagai tugas; yang sah sudah tersimpan."""
        return not self.is_signed and self.jenis_naskah.is_diantrekan

    @property
    def judul(self) -> str:
        """Judul naskah sebagaimana tercetak."""
        return self.jenis_naskah.judul or str(self)

    @property
    def workflow(self) -> Workflow:
        return self.jenis_naskah.workflow(self)

    @property
    def perangkat(self) -> PerangkatDaerah:
        """Perangkat daerah pemilik kopnya; `PerangkatBelumAda` bila belum dicatat."""
        kantor: PerangkatDaerah = self.jenis_naskah.perangkat(self)
        return kantor

    @property
    def locks(self) -> tuple[str, ...]:
        """Lingkup yang terkunci begitu naskah ditandatangani."""
        return self.jenis_naskah.locks(self)

    def sebab_lock(self) -> str:
        """Sejak diajukan isinya tidak berubah lagi."""
        if self.status == Status.DRAFT:
            return ""
        if self.is_signed:
            return f"{self} sudah ditandatangani; isinya tidak berubah lagi."
        keadaan = STATUS_SENTENCES[Status(self.status)]
        return f"{self} {keadaan}; isinya hanya dapat diubah sebagai draf."

    def sebab_tak_terhapus(self) -> str:
        """Tanda tangan yang gugur karena dikembalikan pun tetap ada naskahnya."""
        tercatat = TandaTangan.objects.filter(
            snapshot__document=self._meta.label,
            snapshot__document_id=self.pk,
        )
        if tercatat.exists():
            return f"{self} pernah ditandatangani, jadi tidak dihapus."
        return ""

    def head(self) -> Pejabat | None:
        """Kepala perangkat daerah pemilik naskah, Plt. atau Plh., pada tanggal naskah."""
        return Pejabat.objects.head_of(self.perangkat, self.tanggal)

    def parties(self) -> list[Pejabat]:
        """Penanda tangan menurut urutan."""
        return list(self.jenis_naskah.signers(self))

    def next_party(self) -> Pejabat | None:
        """Pihak yang gilirannya menandatangani; `None` bila semua sudah atau belum diketahui."""
        signed = TandaTangan.objects.of(self.snapshot).count()
        return next(iter(self.parties()[signed:]), None)

    def is_party(self, user: Any) -> bool:
        """Apakah giliran `user` menandatangani.

        Untuk naskah yang belum sampai di sana, apakah ia salah satu pihak.
        """
        if user.pejabat_id is None:
            return False
        is_turn = self.workflow.ketentuan(self.status, Langkah.SIGN) is not None
        if is_turn:
            return self._is_next(user)
        return user.pejabat in self.parties()

    def is_perangkat_of(self, user: Any, ketentuan: Ketentuan) -> bool:
        """Apakah `user` memenuhi peran `ketentuan` dari perangkat daerah yang semestinya.

        Penanda tangan dari perangkat daerah jabatannya; yang lain dari pemilik naskah, atau dari
        kantor perannya.
        """
        if ketentuan.to == Status.DITANDATANGANI:
            pejabat = user.pejabat
            return pejabat is None or pejabat.perangkat_daerah_id == user.perangkat_daerah_id
        semua_peran = ketentuan.peran.intersection(user.peran)
        return any(self._is_perangkat_peran(user, Peran(peran)) for peran in semua_peran)

    def _is_perangkat_peran(self, user: Any, peran: Peran) -> bool:
        """Peran berperangkat sendiri, atau perangkat pemilik naskahnya."""
        kantor = user.perangkat_daerah
        if kantor is None:
            return False
        if peran in PERANGKAT_PERAN:
            return kantor.jenis == PERANGKAT_PERAN[peran]
        return kantor == self.perangkat

    def differences(self, isi: Any) -> list[str]:
        """Fakta pada isi beku yang berbeda dari `isi` kini.

        Kosong bila masih sama atau belum dibekukan.
        """
        if self.snapshot:
            return self.jenis_naskah.differences(self.snapshot.content, isi)
        return []

    def langkah_bagi(self, user: Any) -> list[Langkah]:
        """Langkah yang terbuka bagi `user` sekarang."""
        semua_ketentuan = self.workflow.ketentuan_pada(self.status)
        semua_langkah = []
        for langkah in self.workflow.langkah_bagi(self.status, user.peran):
            if self.is_perangkat_of(user, semua_ketentuan[langkah]):
                semua_langkah.append(langkah)
        if Langkah.SIGN in semua_langkah and not self._is_next(user):
            semua_langkah.remove(Langkah.SIGN)
        return semua_langkah

    def _is_next(self, user: Any) -> bool:
        """Gilirannya menurut urutan para pihak."""
        if user.pejabat_id is None:
            return False
        return bool(user.pejabat == self.next_party())

    def reading(self) -> jenis.Reading:
        """Isi, kelengkapan dan temuan dari satu kali baca.

        Pemanggil menyimpannya selama satu permintaan.
        """
        return jenis.Reading(self, self.jenis_naskah)


def naskah_models() -> list[type[Naskah]]:
    """Semua model naskah yang terpasang."""
    return [model for model in apps.get_models() if issubclass(model, Naskah)]


def naskah_constraints(nama: str) -> list[models.BaseConstraint]:
    """Status, pelaku dan waktu saling mengikat; untuk `Meta.constraints` model nyata."""
    pairs = []
    for langkah in ("submitted", "approved", "signed", "reviewed"):
        kosong = {f"{langkah}_by": None, f"{langkah}_at": None}
        terisi = {f"{langkah}_by__isnull": False, f"{langkah}_at__isnull": False}
        pair = models.CheckConstraint(
            condition=Q(**kosong) | Q(**terisi),
            name=f"{nama}_{langkah}",
        )
        pairs.append(pair)
    return [
        *pairs,
        models.CheckConstraint(
            condition=Q(status=Status.DRAFT.value) | BEKU,
            name=f"{nama}_beku",
        ),
        models.CheckConstraint(
            condition=(Q(status=Status.DITANDATANGANI.value) & SAH)
            | (Q(status=Status.DIREVIU.value) & (SAH | BELUM_SAH))
            | (~Q(status__in=[Status.DITANDATANGANI.value, Status.DIREVIU.value]) & BELUM_SAH),
            name=f"{nama}_sah",
        ),
        models.CheckConstraint(
            condition=~Q(status=Status.DIREVIU.value) | Q(reviewed_by__isnull=False),
            name=f"{nama}_direviu",
        ),
        models.CheckConstraint(
            condition=Q(approved_by=None) | ~Q(approved_by=models.F("submitted_by")),
            name=f"{nama}_dua_orang",
        ),
    ]
