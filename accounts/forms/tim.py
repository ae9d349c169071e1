"""Tim kantor dalam satu kiriman: tiap kursi alur naskah dengan pejabat dan akunnya."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.actions.tim import Anggota
from accounts.forms.kantor import parse_nip
from accounts.models import Bidang, Kabupaten, Pejabat, PerangkatDaerah, User
from accounts.roles import Peran
from core.daerah import Perangkat
from core.forms import Cleaned, PlainForm, TanggalField

KEMBAR = "Nama pengguna ini ditulis dua kali."
KOSONG = "Isi paling sedikit satu orang."
BANYAK_BIDANG = 4
BANYAK_OPERATOR = 2
AKUN = ("username", "email")
PEJABAT = ("nama", "nip", "jabatan", "mulai")


@dataclass(frozen=True)
class Kursi:
    """Satu tempat dalam alur naskah; yang penanda tangan berpejabat."""

    nama: str
    judul: str
    peran: tuple[Peran, ...]
    jenis: Perangkat = Perangkat.DINAS_PMD
    is_kepala: bool = False
    is_berpejabat: bool = True
    is_berbidang: bool = False

    def isian(self) -> list[str]:
        """Nama isian yang ditanyakan."""
        nama = [*PEJABAT, *AKUN]
        if not self.is_berpejabat:
            nama = ["nama", *AKUN]
        if self.jenis is Perangkat.KEPALA_DAERAH:
            nama.remove("nip")
        if self.is_berbidang:
            nama.insert(0, "bidang")
        return nama


def _bernomor(banyak: int, nama: str, judul: str, **lain: Any) -> list[Kursi]:
    semua = []
    for nomor in range(1, banyak + 1):
        kursi = Kursi(f"{nama}_{nomor}", f"{judul} {nomor}", **lain)
        semua.append(kursi)
    return semua


KURSI = (
    Kursi("kepala_dinas", "Kepala dinas", (Peran.KEPALA_DINAS,), is_kepala=True),
    Kursi(
        "kepala_daerah",
        "Kepala daerah",
        (Peran.KEPALA_DAERAH,),
        Perangkat.KEPALA_DAERAH,
        is_kepala=True,
    ),
    Kursi(
        "inspektur",
        "Inspektur",
        (Peran.INSPEKTORAT, Peran.INSPEKTUR),
        Perangkat.INSPEKTORAT,
        is_kepala=True,
    ),
    *_bernomor(
        BANYAK_BIDANG,
        "bidang",
        "Sekretariat atau bidang",
        peran=(Peran.KEPALA_BIDANG,),
        is_berbidang=True,
    ),
    *_bernomor(
        BANYAK_OPERATOR,
        "operator",
        "Operator",
        peran=(Peran.OPERATOR,),
        is_berpejabat=False,
        is_berbidang=True,
    ),
)


class AnggotaForm(PlainForm):
    """Satu kursi; dibiarkan kosong berarti menyusul."""

    bidang = forms.CharField(label="Nama sekretariat atau bidang", max_length=150)
    nama = forms.CharField(label="Nama dan gelar", max_length=150)
    nip = forms.CharField(label="NIP", max_length=30, help_text="18 angka; boleh dengan spasi.")
    jabatan = forms.CharField(max_length=200)
    mulai = TanggalField(label="Menjabat sejak")
    username = forms.CharField(label="Nama pengguna", max_length=150)
    email = forms.EmailField(
        label="Alamat email",
        required=False,
        help_text="Bila diisi, undangannya dikirim ke sana.",
    )

    def __init__(self, kursi: Kursi, kantor: PerangkatDaerah, *data: Any) -> None:
        super().__init__(
            *data,
            prefix=kursi.nama,
            empty_permitted=True,
            use_required_attribute=False,
        )
        self.kursi = kursi
        self.kantor = kantor
        self.kepala = _kepala(kursi, kantor)
        isian = kursi.isian()
        if self.kepala is not None:
            isian = list(AKUN)
        for nama in set(self.fields) - set(isian):
            del self.fields[nama]
        if kursi.is_berbidang and not kursi.is_berpejabat:
            self.fields["bidang"].required = False

    @property
    def judul(self) -> str:
        """Kursi yang pejabatnya sudah tercatat menyebut namanya."""
        if self.kepala is None:
            return self.kursi.judul
        return f"{self.kursi.judul}: {self.kepala.nama}"

    def clean_nip(self) -> str:
        return parse_nip(self.cleaned_data["nip"])

    def clean(self) -> Cleaned:
        """Barisnya diperiksa modelnya; kesalahannya pada isian senama."""
        data: Cleaned = super().clean() or self.cleaned_data
        if self.has_changed():
            self.pejabat = self._pejabat(data)
            self.akun = self._akun(data)
        return data

    def _pejabat(self, data: Cleaned) -> Pejabat | None:
        """Yang sudah tercatat, yang baru, atau tanpa pejabat."""
        if self.kepala is not None or not self.kursi.is_berpejabat:
            return self.kepala
        pejabat = Pejabat(
            perangkat_daerah=self.kantor,
            nama=data.get("nama", ""),
            nip=data.get("nip", ""),
            jabatan=data.get("jabatan", ""),
            mulai=data.get("mulai"),
            is_kepala=self.kursi.is_kepala,
            is_kepala_daerah=self.kursi.jenis is Perangkat.KEPALA_DAERAH,
        )
        self._check(pejabat, PEJABAT)
        return pejabat

    def _akun(self, data: Cleaned) -> User:
        nama = data.get("nama", "")
        if self.kepala is not None:
            nama = self.kepala.nama
        akun = User(
            username=data.get("username", ""),
            first_name=nama,
            email=data.get("email", ""),
        )
        self._check(akun, AKUN)
        return akun

    def _check(self, row: Any, isian: tuple[str, ...]) -> None:
        """Hanya isian yang sampai di sini tanpa kesalahan lain."""
        kolom = {satu.name for satu in row._meta.fields}
        lain = (kolom - set(isian)) | set(self.errors)
        try:
            row.clean_fields(exclude=lain)
            row.validate_unique(exclude=lain)
        except ValidationError as error:
            self.add_error(None, error)

    def anggota(self) -> Anggota:
        bidang = self.cleaned_data.get("bidang", "").strip()
        return Anggota(self.kantor, self.kursi.peran, self.akun, self.pejabat, bidang)


SemuaForm = list[AnggotaForm]


def _kepala(kursi: Kursi, kantor: PerangkatDaerah) -> Pejabat | None:
    """Kepala yang sudah tercatat dan kini menjabat."""
    if not kursi.is_kepala:
        return None
    return Pejabat.objects.head_of(kantor, timezone.localdate())


def susun_tim(kabupaten: Kabupaten, *data: Any) -> SemuaForm:
    """Kursi yang masih kosong; kantor yang belum dicatat tidak berkursi."""
    kantor = {}
    for satu in PerangkatDaerah.objects.filter(kabupaten=kabupaten):
        kantor[satu.jenis] = satu
    akun = User.objects.filter(kabupaten=kabupaten, is_active=True)
    terisi = set(akun.values_list("groups__name", flat=True))
    semua = []
    for kursi in KURSI:
        is_terisi = kursi.is_kepala and kursi.peran[-1] in terisi
        if kursi.jenis in kantor and not is_terisi:
            form = AnggotaForm(kursi, kantor[kursi.jenis], *data)
            semua.append(form)
    return semua


def tim_terisi(semua: SemuaForm) -> list[Anggota]:
    """Anggota dari kursi yang diisi; kosong bila ada yang salah, disebut pada kursinya."""
    for form in semua:
        form.full_clean()
    diisi = [form for form in semua if form.has_changed()]
    for form in _kembar(diisi):
        form.add_error("username", KEMBAR)
    if not diisi:
        semua[0].add_error(None, KOSONG)
    if any(form.errors for form in semua):
        return []
    return [form.anggota() for form in diisi]


def _kembar(diisi: SemuaForm) -> Iterator[AnggotaForm]:
    """Kursi yang memakai nama pengguna kursi sebelumnya."""
    dipakai: set[str] = set()
    for form in diisi:
        username = form.cleaned_data.get("username", "")
        if username and username in dipakai:
            yield form
        dipakai.add(username)


def semua_bidang(kabupaten: Kabupaten) -> list[str]:
    """Nama yang sudah dipakai, agar tidak ditulis dua macam."""
    rows = Bidang.objects.filter(perangkat_daerah=kabupaten.dinas_tercatat)
    return list(rows.values_list("nama", flat=True))
