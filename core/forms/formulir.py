"""Formulir yang tahu cakupan penggunanya, dan isian yang basi atau terkirim ulang."""

import re
import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.utils.functional import cached_property

from core import audit
from core.daerah import UMUM, SebutanWilayah
from core.forms.bidang import formfield
from core.querysets import parse_nomor, related_at, rows_at

Rows = list[models.Model]
Cleaned = dict[str, Any]  # isian yang sudah diperiksa, menurut namanya
TAHUN = re.compile(r"(?:19|20)\d\d", re.ASCII)


def without_tag(form: forms.BaseForm) -> FormHelper:
    """Semua isiannya; tag `form` dan tombolnya milik templat."""
    helper = FormHelper(form)
    helper.form_tag = False
    return helper


def setempat(fields: Iterable[forms.Field], user: Any) -> None:
    """Label dan pilihan isiannya menurut sebutan kecamatan dan desa di daerah pengguna.

    Pengguna tanpa daerah, dan daerah bersebutan umum, membaca label semula.
    """
    kabupaten = getattr(user, "kabupaten", None)
    if kabupaten is None:
        return
    wilayah = kabupaten.wilayah
    if wilayah == UMUM:
        return
    for field in fields:
        if field.label:
            teks = str(field.label)
            field.label = wilayah.label(teks)
        _pilihan_setempat(field, wilayah)


def _pilihan_setempat(field: forms.Field, wilayah: SebutanWilayah) -> None:
    """Pilihan dari basis data hanya kata pembukanya; selain itu semua labelnya."""
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label:
            field.empty_label = wilayah.label(str(field.empty_label))
    elif isinstance(field, forms.ChoiceField):
        label = [str(satu) for _, satu in field.choices]
        baru = [wilayah.label(satu) for satu in label]
        if baru != label:
            nilai = [satu for satu, _ in field.choices]
            field.choices = list(zip(nilai, baru, strict=True))


class PlainForm(forms.Form):
    """Formulir tanpa baris basis data, di dalam tag `form` templatnya."""

    @cached_property
    def helper(self) -> FormHelper:
        """Disusun saat tampil: isian yang sudah dibuang tidak ikut."""
        return without_tag(self)


OWNED = ("kabupaten", "perangkat_daerah")  # diisi dari pengguna, tidak pernah dari kiriman


class ScopedModelForm(forms.ModelForm):
    """ModelForm berpilihan milik kabupaten pengguna; tahu isian basi atau terkirim ulang."""

    relations: ClassVar[tuple[str, ...]] = ()  # relasi banyak yang ikut diganti formulir ini
    # kunci tamu → tulisan tiap pilihannya, lalu kolom yang dibaca sekaligus
    sebutan: ClassVar[dict[str, Any]] = {}

    versi = forms.CharField(required=False, widget=forms.HiddenInput)
    kiriman = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)

    class Meta:
        formfield_callback = formfield
        # terjemahan Django untuk pesan ini keliru ("tidak ada")
        error_messages = {
            NON_FIELD_ERRORS: {"unique_together": "Baris dengan isian yang sama sudah ada."},
        }

    def __init__(self, *args: Any, user: Any, tahun_kerja: int = 0, **kwargs: Any) -> None:
        """`tahun_kerja` keadaan pilihannya bila barisnya tidak bertahun; nol berarti kini."""
        super().__init__(*args, **kwargs)
        self.user = user
        self.tahun_kerja = tahun_kerja
        self.helper = without_tag(self)
        self.owned = self._own()
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows_at(field.queryset.visible_to(user), self.tahun_baris)
        for nama in self.sebutan:
            self._relabel(nama)
        setempat(self.fields.values(), user)
        if self.instance.pk:
            self.initial["versi"] = audit.fingerprint(self.instance, *self.relations)
        else:
            self.initial["kiriman"] = str(uuid.uuid4())

    def _own(self) -> list[str]:
        """Isi kolom pemilik yang tidak ditanyakan formulirnya; namanya dikembalikan."""
        columns = self.instance._meta.concrete_fields
        semua_nama = {field.name for field in columns}
        owned = []
        for nama in OWNED:
            if nama in self.fields or nama not in semua_nama:
                continue
            owner = self.user.kabupaten
            if nama != "kabupaten":
                owner = owner.dinas
            setattr(self.instance, nama, owner)
            owned.append(nama)
        return owned

    @property
    def tahun_baris(self) -> int:
        """Tahun barisnya, yang disebut alamatnya, atau tahun kerja; nol berarti kini."""
        tersimpan = getattr(self.instance, "tahun", None)
        disebut = str(tersimpan or self.initial.get("tahun", ""))
        if TAHUN.fullmatch(disebut):
            return int(disebut)
        if getattr(self.instance, "is_kini", True):
            return 0
        return self.tahun_kerja

    def _relabel(self, nama: str) -> None:
        """Tulisan tiap pilihan kunci tamu `nama`, menurut `sebutan` dan tahun barisnya."""
        field: Any = self.fields[nama]
        label, *related = self.sebutan[nama]
        for kolom in related:
            field.queryset = related_at(field.queryset, kolom, self.tahun_baris)
        field.label_from_instance = label

    def clean(self) -> Cleaned:
        """Isian yang terbaca; Django boleh tidak mengembalikannya."""
        return super().clean() or self.cleaned_data

    def foreign_choices(self) -> Rows:
        """Baris kabupaten lain yang nomornya dikirim: formulirnya tidak pernah menawarkannya."""
        rows: Rows = []
        for nama, field in self.fields.items():
            if not isinstance(field, forms.ModelChoiceField):
                continue
            if not self.has_error(nama, "invalid_choice"):
                continue
            nomor = parse_nomor(str(self[nama].value()))
            if nomor is not None:
                manager = field.queryset.model._default_manager
                visible = manager.visible_to(self.user)
                rows += manager.filter(pk=nomor).exclude(pk__in=visible)
        return rows

    def _get_validation_exclusions(self) -> set[str]:
        """Kolom pemilik ikut diperiksa kendalanya walau tidak diisi di formulir."""
        return super()._get_validation_exclusions() - set(self.owned)
