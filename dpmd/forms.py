"""Formulir membuka kantor: daerahnya, dinasnya, kepalanya, admin pertamanya."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.functional import cached_property

from accounts.forms import IsianPejabat, LogoField
from accounts.models import Pejabat, PerangkatDaerah, User
from accounts.models.daerah import PETUNJUK_LOGO
from core.daerah import SEBUTAN, Daerah
from core.forms import Cleaned, formfield, without_tag
from dpmd.sources import DaerahNasional, semua_daerah

PANJANG_KUNCI = 20
CARI_PENDEK = "Ketik sedikitnya dua huruf."
KUNCI_SALAH = "Kunci pemasangan keliru. Peladennya mencetaknya dengan `manage.py mulai`."
SANDI_BEDA = "Kedua kata sandi tidak sama."


def kunci_pemasangan() -> str:
    """Rahasia yang hanya diketahui pemegang peladennya, agar orang lain tidak mendahuluinya."""
    return salted_hmac("dpmd.mulai", "pemasangan").hexdigest()[:PANJANG_KUNCI]


def pilihan_daerah() -> list[Any]:
    """Kabupaten dan kota tiap provinsi, lalu provinsinya sendiri."""
    pilihan: list[Any] = [("", "Pilih kabupaten atau kota")]
    for provinsi, sekelompok in groupby(semua_daerah().values(), _provinsi):
        pilihan.append((provinsi, [(satu.kode, f"{satu} ({satu.kode})") for satu in sekelompok]))
    return pilihan


def _provinsi(satu: DaerahNasional) -> str:
    return f"{SEBUTAN[Daerah.PROVINSI]} {satu.provinsi}"


class Bagian:
    """Satu bagian halaman mulai; tanpa tag formulir sendiri."""

    judul: str

    @cached_property
    def helper(self) -> FormHelper:
        helper = without_tag(self)
        helper.disable_csrf = True
        return helper


class DaerahForm(Bagian, forms.Form):
    judul = "Daerah"

    kunci = forms.CharField(label="Kunci pemasangan", max_length=PANJANG_KUNCI)
    kode = forms.ChoiceField(
        label="Kabupaten, kota atau provinsi",
        choices=pilihan_daerah,
        help_text="Kecamatan, desa, kelurahan, titik peta dan IDM terbitannya ikut dimuat.",
    )

    def clean_kunci(self) -> str:
        kunci: str = self.cleaned_data["kunci"].strip()
        if not constant_time_compare(kunci, kunci_pemasangan()):
            raise ValidationError(KUNCI_SALAH)
        return kunci


class BagianModel(Bagian, forms.ModelForm):
    """Baris yang belum bertuan: kabupaten dan kantornya diisi saat dibuka."""

    class Meta:
        formfield_callback = formfield


class DinasForm(BagianModel):
    judul = "Dinas dan kop suratnya"

    logo = LogoField(required=False, help_text=PETUNJUK_LOGO)

    class Meta(BagianModel.Meta):
        model = PerangkatDaerah
        fields = (
            "nama", "singkatan", "logo", "alamat", "kode_pos", "telepon_kantor", "email", "situs",
            "tempat", "tahun_kerja",
        )  # fmt: skip


class KepalaForm(IsianPejabat, BagianModel):
    judul = "Kepala dinas"

    nip = forms.CharField(label="NIP", max_length=30, help_text="18 angka; boleh dengan spasi.")

    class Meta(BagianModel.Meta):
        model = Pejabat
        fields = ("nama", "nip", "jabatan", "pangkat", "golongan", "sifat", "mulai")


class AdminForm(BagianModel):
    judul = "Admin pertama"

    sandi = forms.CharField(
        label="Kata sandi",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="Paling sedikit 12 aksara.",
    )
    sandi_lagi = forms.CharField(
        label="Kata sandi sekali lagi",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    class Meta(BagianModel.Meta):
        model = User
        fields = ("username", "first_name", "email")
        labels = {"username": "Nama pengguna", "first_name": "Nama"}
        help_texts = {"username": "Huruf, angka, titik, garis; tanpa spasi."}

    def clean_sandi(self) -> str:
        sandi: str = self.cleaned_data["sandi"]
        validate_password(sandi, User(username=self.cleaned_data.get("username", "")))
        return sandi

    def clean(self) -> Cleaned:
        data: Cleaned = super().clean() or self.cleaned_data
        if data.get("sandi") and data.get("sandi") != data.get("sandi_lagi"):
            self.add_error("sandi_lagi", SANDI_BEDA)
        return data

    def _post_clean(self) -> None:
        """Sandinya disandikan sebelum barisnya diperiksa."""
        if sandi := self.cleaned_data.get("sandi"):
            self.instance.set_password(sandi)
        super()._post_clean()  # type: ignore[misc]


BAGIAN: dict[str, type[Any]] = {
    "daerah": DaerahForm,
    "dinas": DinasForm,
    "kepala": KepalaForm,
    "admin": AdminForm,
}


@dataclass(frozen=True)
class Salah:
    """Satu isian yang salah; `isian` bernama `__all__` bila seluruh bagiannya."""

    bagian: str
    isian: str
    pesan: str


def susun(*data: Any, **awal: Any) -> Cleaned:
    """Keempat bagian dari satu kiriman; `awal` isi awal tiap bagiannya."""
    bagian = {}
    for nama, form in BAGIAN.items():
        bagian[nama] = form(*data, prefix=nama, initial=awal.get(nama))
    return bagian


def semua_isian() -> Iterator[tuple[str, str, forms.Field]]:
    """Tiap isian dengan nama bagiannya."""
    for bagian, form in BAGIAN.items():
        for nama, field in form.base_fields.items():
            yield bagian, nama, field


def terisi_salah(bagian: Cleaned) -> list[Salah]:
    """Semua kesalahan keempat bagian sekaligus; kosong bila dapat dibuka."""
    salah = []
    for nama, form in bagian.items():
        for isian, pesan in form.errors.items():
            salah.append(Salah(nama, isian, " ".join(pesan)))
    return salah


def isian(bagian: Cleaned) -> Cleaned:
    """Isi `create_kantor`: kode daerahnya dan ketiga baris yang belum tersimpan."""
    return {
        "kode": bagian["daerah"].cleaned_data["kode"],
        "dinas": bagian["dinas"].save(commit=False),
        "kepala": bagian["kepala"].save(commit=False),
        "admin": bagian["admin"].save(commit=False),
    }


class CariForm(forms.Form):
    """Kotak cari; kosong berarti belum mencari."""

    q = forms.CharField(
        label="Cari",
        required=False,
        min_length=2,
        max_length=80,
        error_messages={"min_length": CARI_PENDEK},
    )
