"""Naskah dinas dengan alur: dasar semua jenis."""

import datetime
import json
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import Kabupaten, Pejabat, tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from documents import papers
from documents.models.sah import Pengesahan, Snapshot, TandaTangan
from documents.snapshot import canonical
from documents.workflow import SIGNED, STATUS_LABELS, Status, Step, steps_for

PERSON = settings.AUTH_USER_MODEL


class DocumentQuerySet(ScopedQuerySet):
    def waiting_for(self, user: Any) -> list[Any]:
        """Naskah yang menunggu langkah `user`: menurut perannya, dan untuk tanda tangan menurut gilirannya."""
        status = [status.value for status in Status if steps_for(status, user.roles)]
        return [document for document in self.filter(status__in=status) if document.steps_for(user)]


class Document(Named):
    """Naskah dinas dengan alur; isi tiap jenis didaftarkan aplikasinya di `documents.papers`."""

    lock_scopes: ClassVar[tuple[str, ...]] = ()  # lingkup yang terkunci begitu ditandatangani; "" seluruh tahun
    has_review: ClassVar[bool] = False  # direviu Inspektorat sesudah ditandatangani

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
    submitted_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    submitted_at = models.DateTimeField("diajukan", null=True, editable=False)
    approved_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    approved_at = models.DateTimeField("disetujui", null=True, editable=False)
    signed_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    signed_at = models.DateTimeField("ditandatangani", null=True, editable=False)
    reviewed_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    reviewed_at = models.DateTimeField("direviu", null=True, editable=False)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    pengesahan = models.OneToOneField(Pengesahan, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_signed(self) -> bool:
        return self.status in SIGNED

    def lock_reason(self) -> str:
        if self.status == Status.DRAFT:
            return ""
        label = STATUS_LABELS[Status(self.status)].lower()
        return f"{self} sudah {label}; isinya hanya dapat diubah sebagai draf."

    @property
    def paper(self) -> papers.Paper:
        return papers.paper(self)

    @property
    def has_sheet(self) -> bool:
        return self.paper.sheet is not None

    @property
    def judul(self) -> str:
        """Judul naskah sebagaimana tercetak."""
        return self.paper.judul or str(self)

    def parties(self) -> list[Pejabat]:
        """Penanda tangan menurut urutan; bawaannya kepala dinas pada tanggal naskah."""
        if self.paper.parties:
            return list(self.paper.parties(self))
        kepala = kepala_dinas(self.kabupaten, self.tanggal)
        return [kepala] if kepala else []

    def next_party(self) -> Pejabat | None:
        """Pihak yang gilirannya menandatangani; `None` bila semua sudah atau belum diketahui."""
        signed = TandaTangan.objects.of(self.snapshot).count()
        return next(iter(self.parties()[signed:]), None)

    def is_party(self, user: Any) -> bool:
        """Apakah giliran `user` menandatangani; untuk naskah yang belum sampai di sana, apakah ia salah satu pihak."""
        if user.pejabat_id is None:
            return False
        return user.pejabat in ([self.next_party()] if self.status == Status.DISETUJUI else self.parties())

    def differences(self, isi: dict[str, Any]) -> list[str]:
        """Bagian naskah sah yang berbeda dari `isi` kini; kosong bila masih sama atau belum sah."""
        if not self.is_signed or self.snapshot is None:
            return []
        kini, beku = json.loads(canonical(isi)), json.loads(self.snapshot.content)
        return sorted(name for name in {*kini, *beku} if kini.get(name) != beku.get(name))

    def steps_for(self, user: Any) -> list[Step]:
        """Langkah yang terbuka bagi `user` sekarang."""
        steps = steps_for(self.status, user.roles)
        if Step.SIGN in steps and (user.pejabat_id is None or self.next_party() != user.pejabat):
            steps.remove(Step.SIGN)
        if Step.REVIEW in steps and not self.has_review:
            steps.remove(Step.REVIEW)
        return steps

    def reading(self) -> papers.Reading:
        """Isi, kelengkapan dan temuan dari satu kali baca; pemanggil menyimpannya selama satu permintaan."""
        return papers.Reading(self, self.paper)


def document_constraints(name: str) -> list[models.BaseConstraint]:
    """Status, pelaku dan waktu saling mengikat; untuk `Meta.constraints` model nyata."""
    pairs = [
        models.CheckConstraint(
            condition=Q(**{f"{step}_by": None, f"{step}_at": None})
            | Q(**{f"{step}_by__isnull": False, f"{step}_at__isnull": False}),
            name=f"{name}_{step}",
        )
        for step in ("submitted", "approved", "signed", "reviewed")
    ]
    signed = sorted(s.value for s in SIGNED)  # urutan tetap, juga di migrasi
    return [
        *pairs,
        models.CheckConstraint(
            condition=Q(status=Status.DRAFT.value) | Q(submitted_by__isnull=False, snapshot__isnull=False),
            name=f"{name}_beku",
        ),
        models.CheckConstraint(
            condition=Q(status__in=signed, signed_by__isnull=False, pengesahan__isnull=False)
            | (~Q(status__in=signed) & Q(signed_by=None, pengesahan=None)),
            name=f"{name}_sah",
        ),
        models.CheckConstraint(
            condition=Q(approved_by=None) | ~Q(approved_by=models.F("submitted_by")),
            name=f"{name}_dua_orang",
        ),
    ]


def kepala_dinas(kabupaten: Kabupaten, tanggal: datetime.date | None) -> Pejabat | None:
    """Kepala dinas, Plt. atau Plh., yang menjabat pada `tanggal`."""
    if tanggal is None:
        return None
    return Pejabat.objects.filter(perangkat_daerah__kabupaten=kabupaten).kepala().on(tanggal).order_by("-mulai").first()
