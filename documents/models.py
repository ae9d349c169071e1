import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import Kabupaten, tahun_field
from core.models import Immutable, Named
from core.querysets import ScopedQuerySet
from documents import papers
from documents.workflow import SIGNED, STATUS_LABELS, Status, steps_for

PERSON = settings.AUTH_USER_MODEL


class YearData(Named):
    """Baris data satu tahun: terkunci begitu dokumen tahun itu ditandatangani."""

    class Meta:
        abstract = True

    def lock_reason(self) -> str:
        lock = Kunci.objects.filter(kabupaten__kode=self.kabupaten_kode, tahun=self.tahun).first()
        return lock.reason if lock else ""


class Snapshot(Immutable, Named):
    """Isi dokumen yang dibekukan: JSON kanonik, hash dan versinya."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    document = models.CharField("dokumen", max_length=100)
    document_id = models.PositiveBigIntegerField()
    version = models.PositiveIntegerField("versi")
    content = models.TextField("isi")
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField("dibekukan")
    created_by = models.CharField("oleh", max_length=200)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "snapshot"
        verbose_name_plural = "snapshot"
        constraints = [models.UniqueConstraint(fields=["document", "document_id", "version"], name="snapshot_versi")]

    def __str__(self) -> str:
        return f"{self.document} {self.document_id} versi {self.version}"


class Pengesahan(Immutable, Named):
    """Bukti tanda tangan satu dokumen: yang dikonfirmasi halaman verifikasi."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    kode = models.CharField("kode verifikasi", max_length=19, unique=True)
    judul = models.CharField(max_length=300)
    nomor = models.CharField(max_length=100)
    tanggal = models.DateField()
    penanda_tangan = models.CharField(max_length=150)
    jabatan = models.CharField(max_length=200)
    snapshot = models.OneToOneField(Snapshot, on_delete=models.PROTECT)
    pdf = models.CharField(max_length=200)
    pdf_sha256 = models.CharField(max_length=64, unique=True)
    is_pades = models.BooleanField("bertanda tangan elektronik", default=False)
    signed_at = models.DateTimeField("ditandatangani")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "pengesahan"
        verbose_name_plural = "pengesahan"
        ordering = ["-signed_at"]

    def __str__(self) -> str:
        return f"{self.judul} nomor {self.nomor}"


class Kunci(Named):
    """Tahun yang datanya terkunci, dan dokumen yang menguncinya."""

    kabupaten = models.ForeignKey(Kabupaten, on_delete=models.PROTECT)
    tahun = tahun_field()
    pengesahan = models.ForeignKey(Pengesahan, on_delete=models.PROTECT)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = "kunci tahun"
        verbose_name_plural = "kunci tahun"
        constraints = [models.UniqueConstraint(fields=["kabupaten", "tahun", "pengesahan"], name="kunci_unik")]

    def __str__(self) -> str:
        return f"{self.tahun} dikunci {self.pengesahan}"

    @property
    def reason(self) -> str:
        p = self.pengesahan
        return f"Data tahun {self.tahun} terkunci oleh {p.judul} nomor {p.nomor}, ditandatangani {p.penanda_tangan}."


class DocumentQuerySet(ScopedQuerySet):
    def waiting_for(self, roles: tuple[str, ...]) -> Any:
        """Dokumen yang menunggu langkah dari pemegang `roles`."""
        return self.filter(status__in=[status.value for status in Status if steps_for(status, roles)])


class Document(Named):
    """Naskah dinas dengan alur; isi tiap jenis didaftarkan aplikasinya di `documents.papers`."""

    locks_year = False

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

    def missing(self) -> list[str]:
        """Kalimat tentang yang belum lengkap; kosong bila boleh diajukan."""
        return papers.paper(self).missing(self)

    def payload(self) -> dict[str, Any]:
        """Isi naskah sebagai dict biasa, barisnya berurutan tetap."""
        return papers.paper(self).payload(self)

    def findings(self) -> list[papers.Finding]:
        """Temuan uji kewajaran atas isi naskah."""
        return papers.paper(self).findings(self)


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


def evidence_path(instance: Any, filename: str) -> str:
    """Nama simpan acak; nama asli hanya di kolom `nama`."""
    suffix = "." + filename.rsplit(".", 1)[-1].lower() if "." in filename else ""
    return f"bukti/{uuid.uuid4().hex}{suffix}"


class Evidence(models.Model):
    """Berkas bukti dengan hash isinya; tidak pernah ditimpa."""

    berkas = models.FileField(upload_to=evidence_path, max_length=200)
    nama = models.CharField("nama berkas", max_length=200)
    ukuran = models.PositiveIntegerField("ukuran (bita)")
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.CharField("diunggah oleh", max_length=200)
    uploaded_at = models.DateTimeField("diunggah")

    class Meta:
        abstract = True
