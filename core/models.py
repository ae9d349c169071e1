from functools import lru_cache
from typing import Any, ClassVar

from django.db import models
from django.urls import NoReverseMatch, reverse

from core import kendala
from core.querysets import ScopedQuerySet


@lru_cache(maxsize=10_000)
def _alamat(nama: str, pk: Any) -> str:
    """Tetap selama proses hidup; daftar panjang menyebut baris yang sama berkali-kali.

    Kosong bila tidak berhalaman.
    """
    try:
        return reverse(nama, args=[pk])
    except NoReverseMatch:
        return ""


class Named(models.Model):
    """Dasar semua model: nama url, cakupan kabupaten dan kunci tahun dengan satu bentuk."""

    kabupaten_path: ClassVar[str | None] = "kabupaten"
    is_kini: ClassVar[bool] = False  # rujukannya tetap menurut keadaan kini, bukan tahun kerjanya
    induk_lock: ClassVar[str] = ""  # kunci tamu ke baris yang kuncinya juga mengunci baris ini
    dicari: ClassVar[tuple[str, ...]] = ()  # kolom yang dibaca pencarian; namanya yang pertama
    berdesimal: ClassVar[dict[str, int]] = {}  # kolom yang desimalnya tetap di mana pun ditulis
    lepas: ClassVar[tuple[str, ...]] = ()  # kolom yang ditulis tanpa kejadian: kemajuan, terbaca

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        app = self._meta.app_label
        return _alamat(f"{app}:{self._meta.model_name}_detail", self.pk)

    @property
    def kabupaten_kode(self) -> str:
        """Kode kabupaten pemilik baris; kosong untuk data acuan bersama."""
        path = self.kabupaten_path
        if path is None:
            return ""
        target: Any = self
        if path != "pk":
            for nama in path.split("__"):
                target = getattr(target, nama)
        if target is not None:
            return target.kode
        return ""

    @classmethod
    def lock_for(cls, kabupaten: str, *masa: int) -> str:
        """Mengapa data ini terkunci bagi `kabupaten` pada `masa` (tahun, triwulan).

        Kosong bila boleh diubah.
        """
        return ""

    def get_constraints(self) -> list[Any]:
        """Kendala tiap model barisnya; yang memeriksa isinya ditanyakan sekaligus."""
        hasil = []
        for model, semua in super().get_constraints():
            hasil.append((model, kendala.sekaligus(model, semua)))
        return hasil

    def lock_masa(self) -> tuple[int, ...]:
        """Tahun, lalu triwulan bila ada, yang kuncinya mencakup baris ini.

        Kosong bila tidak ada.
        """
        return ()

    def lock_owner(self) -> "Named":
        """Baris yang ditanyai kuncinya: baris ini, atau induknya menurut `induk_lock`."""
        if self.induk_lock:
            return getattr(self, self.induk_lock).lock_owner()
        return self

    def scope_lock(self) -> str:
        """Kunci lingkup dan masanya saja, tanpa keadaan baris itu sendiri; kosong bila boleh."""
        masa = self.lock_masa()
        if masa:
            return self.lock_for(self.kabupaten_kode, *masa)
        return ""

    def sebab_lock(self) -> str:
        """Kalimat mengapa baris tidak boleh diubah; kosong bila boleh."""
        owner = self.lock_owner()
        if owner is self:
            return self.scope_lock()
        return owner.sebab_lock()

    def sebab_tak_terhapus(self) -> str:
        """Kalimat mengapa baris tidak boleh dihapus walau boleh diubah; kosong bila boleh."""
        return ""


class Immutable(models.Model):
    """Baris yang hanya boleh ditambah; basis data menjaganya juga dengan pemicu."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Hanya baris baru yang dapat disimpan."""
        if not self._state.adding:
            raise TypeError(f"{self._meta.verbose_name} tidak dapat diubah.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Yang bertanda tangan atau tercatat tidak dihapus."""
        raise TypeError(f"{self._meta.verbose_name} tidak dapat dihapus.")


class AuditChain(models.Model):
    """Ujung rantai satu kabupaten.

    Barisnya dikunci selama penulisan sehingga rantai tidak bercabang.
    """

    kabupaten = models.CharField(max_length=13, unique=True)
    nomor = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")
    keadaan = models.JSONField(default=dict)  # tabel → selisih sidiknya yang lewat rantai ini

    class Meta:
        verbose_name = "ujung rantai audit"

    def __str__(self) -> str:
        return f"{self.kabupaten or 'bersama'} #{self.nomor}"


class AuditEvent(Immutable, Named):
    """Satu kejadian: siapa, kapan, apa, sebelum dan sesudah.

    Tanpa kunci tamu agar tidak ikut hilang.
    """

    class Action(models.TextChoices):
        CREATE = "tambah", "menambah"
        UPDATE = "ubah", "mengubah"
        DELETE = "hapus", "menghapus"
        LOAD = "muat", "memuat data"
        ADVANCE = "alur", "memindahkan dokumen"
        DENIED = "ditolak", "mencoba yang tidak boleh"
        LOGIN = "masuk", "masuk"

    kabupaten = models.CharField(max_length=13, blank=True)
    nomor = models.PositiveBigIntegerField()
    waktu = models.DateTimeField()
    actor = models.CharField("pelaku", max_length=200)
    action = models.CharField("kejadian", max_length=10, choices=Action)
    model = models.CharField(max_length=100)
    object_id = models.CharField(max_length=40, blank=True)
    label = models.CharField("pada", max_length=300)
    changes = models.JSONField("perubahan", default=dict)
    note = models.TextField("catatan", blank=True)
    token = models.CharField(max_length=36, null=True, unique=True, editable=False)  # noqa: DJ001
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)
    keadaan = models.JSONField(default=dict, editable=False)
    segel = models.CharField(max_length=64, blank=True, editable=False)

    class EventQuerySet(ScopedQuerySet):
        def visible_to(self, user: Any) -> Any:
            """Kejadian kabupaten pengguna; kolomnya kode, bukan kunci tamu."""
            if user.kabupaten_id:
                return self.filter(kabupaten=user.kabupaten.kode)
            return self.none()

        def of(self, obj: models.Model) -> Any:
            return self.filter(model=obj._meta.label, object_id=str(obj.pk))

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "jejak audit"
        verbose_name_plural = "jejak audit"
        ordering = ["-nomor"]
        constraints = [
            models.UniqueConstraint(fields=["kabupaten", "nomor"], name="audit_satu_rantai"),
        ]
        indexes = [models.Index(fields=["model", "object_id"], name="audit_objek")]

    def __str__(self) -> str:
        kejadian = self.get_action_display()
        return f"#{self.nomor} {self.actor} {kejadian} {self.label}"
