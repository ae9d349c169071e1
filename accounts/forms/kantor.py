"""Formulir perangkat daerah, bidang dan pejabat."""

import datetime
import re
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from accounts.models import Pejabat, PerangkatDaerah
from accounts.models.daerah import PETUNJUK_LOGO, SATU_KATA
from core import gambar, svg
from core.daerah import Perangkat, sebutan_wilayah
from core.forms import Cleaned, ScopedModelForm
from core.terbatas import AnakGagal

SEBUTAN = {"sebutan_kecamatan": "Sebutan kecamatan", "sebutan_desa": "Sebutan desa"}
LOGO_BYTES = 1024 * 1024
PNS = r"(?:I{1,3}|IV)[/.][a-dA-D]|IV[/.][eE]"
PPPK = r"I{1,3}|IV|VI{0,3}|IX|X(?:I{1,3}|IV|VI{0,2})?"
GOLONGAN = re.compile(f"{PNS}|{PPPK}")
BUKAN_GOLONGAN = "“{golongan}” bukan golongan; tulis misalnya III/d, atau IX bagi PPPK."
PANJANG_NIP = 18
KODE_PPPK = 21  # NIP PPPK: kodenya di tempat bulan angkat
BUKAN_LAHIR = "NIP berawal tanggal lahir; {lahir} bukan tanggal."
BUKAN_ANGKAT = "Angka ke-13 dan 14 NIP bulan diangkat; {bulan} bukan bulan."


class LogoField(forms.FileField):
    """Gambar PNG, JPEG atau SVG.

    Yang disimpan tulis ulangnya sebagai PNG kecil, bernama menurut isinya.
    """

    widget = forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/svg+xml"})

    def clean(self, data: Any, initial: Any = None) -> Any:
        berkas = super().clean(data, initial)
        return logo_png(berkas) if berkas else None


def logo_png(berkas: Any) -> ContentFile:
    """PNG baru dari gambar unggahan; `ValidationError` bila bukan gambar atau terlalu besar."""
    if berkas.size > LOGO_BYTES:
        raise ValidationError("Logo paling besar 1 MB.")
    data = berkas.read()
    try:
        if svg.is_svg(data):
            data = svg.png(data)
        isi = gambar.png(data)
    except AnakGagal as error:
        raise ValidationError(str(error)) from error
    return ContentFile(isi, f"{sha256(isi).hexdigest()[:20]}.png")


class SebutanField(forms.CharField):
    """Satu kata bagi wilayah di bawah daerahnya; boleh kosong."""

    default_validators = [SATU_KATA]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=20, **kwargs)


class PerangkatDaerahForm(ScopedModelForm):
    logo = LogoField(
        required=False,
        help_text=f"{PETUNJUK_LOGO} Kosongkan bila tidak diganti.",
    )
    delete_logo = forms.BooleanField(label="Hapus logo", required=False)
    sebutan_kecamatan = SebutanField()
    sebutan_desa = SebutanField()

    class Meta(ScopedModelForm.Meta):
        model = PerangkatDaerah
        fields = (
            "jenis",
            "nama",
            "singkatan",
            "logo",
            "delete_logo",
            "alamat",
            "kode_pos",
            "telepon_kantor",
            "email",
            "situs",
            "tempat",
            "dasar_hukum",
            "tahun_kerja",
            "is_lkjip_direviu",
            "is_angka_terbuka",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.pop("logo", None)  # berkas tersimpan tidak ikut dikirim ulang
        if not self.instance.logo:
            del self.fields["delete_logo"]
            self.helper.layout.fields.remove("delete_logo")
        self._sebutan()

    def _sebutan(self) -> None:
        """Sebutan wilayah milik daerahnya; ditanyakan pada dinas PMD-nya saja."""
        dinas = self.instance
        is_dinas = dinas.pk and dinas.jenis == Perangkat.DINAS_PMD
        for nama, label in SEBUTAN.items():
            if not is_dinas:
                del self.fields[nama]
                self.helper.layout.fields.remove(nama)
                continue
            self.initial[nama] = getattr(dinas.kabupaten, nama)
            lazim = sebutan_wilayah(dinas.kabupaten.kode)
            biasa = getattr(lazim, nama.removeprefix("sebutan_"))
            self.fields[nama].label = label  # yang ditanyakan sebutannya, bukan sebutan setempat
            self.fields[nama].help_text = f"Kosong: {biasa}, menurut provinsinya."

    def clean(self) -> Cleaned:
        data: Cleaned = super().clean() or self.cleaned_data
        if data.get("delete_logo") and not data.get("logo"):
            data["logo"] = False
        if data.get("logo") and self._is_stored(data["logo"].name):
            data["logo"] = None
        if data.get("is_angka_terbuka") and data.get("jenis") != Perangkat.DINAS_PMD:
            self.add_error("is_angka_terbuka", "Hanya dinas PMD yang berangka kinerja di sini.")
        return data

    def _is_stored(self, nama: str) -> bool:
        """Apakah logo tersimpan berisi sama; namanya sidik isinya, mungkin berakhiran pembeda."""
        logo = self.instance.logo
        is_same = bool(logo) and nama.removesuffix(".png") in logo.name
        return is_same and logo.storage.exists(logo.name)


class KantorForm(ScopedModelForm):
    """Baris milik satu perangkat daerah; bawaannya dinas PMD."""

    sebutan = {"perangkat_daerah": (lambda kantor: kantor.nama,)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["perangkat_daerah"].required = True
        if not self.instance.pk:
            self.initial.setdefault("perangkat_daerah", self.user.kabupaten.dinas_tercatat)


def parse_nip(tulisan: str) -> str:
    """NIP tanpa spasi; `ValidationError` bila tanggal lahir atau bulan angkatnya tidak ada.

    Delapan angka tanggal lahir, empat tahun angkat, dua bulan angkat (PPPK: kode 21 ke atas).
    """
    angka = "".join(tulisan.split())
    if len(angka) != PANJANG_NIP or not angka.isdecimal():
        return angka  # disebut bidangnya
    try:
        datetime.datetime.strptime(angka[:8], "%Y%m%d")  # noqa: DTZ007
    except ValueError:
        raise ValidationError(BUKAN_LAHIR.format(lahir=angka[:8])) from None
    bulan = int(angka[12:14])
    if not 1 <= bulan <= 12 and bulan < KODE_PPPK:
        raise ValidationError(BUKAN_ANGKAT.format(bulan=angka[12:14]))
    return angka


class IsianPejabat:
    """NIP tanpa spasi, dan golongan PNS (I/a sampai IV/e) atau PPPK (I sampai XVII)."""

    cleaned_data: Cleaned

    def clean_nip(self) -> str:
        return parse_nip(self.cleaned_data["nip"])

    def clean_golongan(self) -> str:
        golongan = "".join(self.cleaned_data["golongan"].split())
        if golongan and not GOLONGAN.fullmatch(golongan):
            raise ValidationError(BUKAN_GOLONGAN.format(golongan=golongan))
        return golongan


class PejabatForm(IsianPejabat, KantorForm):
    nip = forms.CharField(
        label="NIP",
        max_length=30,
        required=False,
        help_text="18 angka; boleh dengan spasi.",
    )

    class Meta(ScopedModelForm.Meta):
        model = Pejabat
        fields = (
            "perangkat_daerah",
            "nama",
            "nip",
            "jabatan",
            "pangkat",
            "golongan",
            "sifat",
            "is_kepala",
            "mulai",
            "sampai",
        )

    def clean(self) -> Cleaned:
        """Hanya pejabat pada kantor kepala daerah yang boleh tanpa NIP."""
        data: Cleaned = super().clean() or self.cleaned_data
        kantor = data.get("perangkat_daerah")
        jenis = kantor.jenis if kantor else ""
        is_kepala_daerah = jenis == Perangkat.KEPALA_DAERAH
        self.instance.is_kepala_daerah = is_kepala_daerah
        if data.get("nip") == "" and not is_kepala_daerah:
            self.add_error("nip", "NIP wajib diisi, kecuali untuk kepala daerah.")
        return data
