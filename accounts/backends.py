import re
from base64 import b32encode
from functools import cache
from secrets import token_bytes
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import get_hasher, identify_hasher
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from accounts.actions import sandi_faktor
from accounts.models import User
from accounts.reports import kabar_akun
from accounts.roles import allows
from core import audit, door

KATA_KANTOR = (
    *("kinerja", "dpmd", "sakip", "lkjip", "dinas", "desa", "kelurahan", "kecamatan"),
    *("kabupaten", "kota", "provinsi", "pemda", "bupati", "inspektorat", "inspektur"),
    *("kepala", "bidang", "operator", "admin", "sandi", "rahasia", "masuk", "indonesia"),
)
POLA_NIP = re.compile(r"(?:19|20)\d{6}(?:19|20)\d{4}[12]\d{3}")
SISA_TERPENDEK = 4  # huruf selain kata kantor
TERTEBAK = "Mudah ditebak: kata umum, NIP, atau sebutan kantor dengan tambahan angka."
_allows = cache(allows)  # tabel hak tetap selama proses hidup; menu dan tiap tombol menanyakannya


class RoleBackend(ModelBackend):
    """Grup bernama peran memberi hak menurut tabel di `accounts.roles`."""

    def authenticate(
        self, request: HttpRequest | None, username: Any = None, password: Any = None, **kwargs: Any
    ) -> Any:
        """Kata sandi bersandi lama disandi ulang sesudah terbukti benar, dan tercatat."""
        user: Any = super().authenticate(request, username, password, **kwargs)
        if user is not None and password and _is_bersandi_lama(user.password):
            user.set_password(password)
            door.save(user, by=user, note="Kata sandi disandi ulang.", only_scope=True)
        return user

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return user_obj.is_active and any(_allows(peran, perm) for peran in user_obj.peran)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return self.has_perm(user_obj, f"{app_label}.view_any")

    def get_user(self, user_id: Any) -> Any:
        """Bersama kabupatennya, yang ditanyakan hampir tiap halaman."""
        try:
            user = User.objects.select_related("kabupaten").get(pk=user_id)
        except User.DoesNotExist:
            return None
        if self.user_can_authenticate(user):
            return user
        return None


def _is_bersandi_lama(tersandi: str) -> bool:
    """Apakah penyandinya, atau kekuatannya, bukan lagi yang dipakai."""
    penyandi = get_hasher()
    is_sama = identify_hasher(tersandi).algorithm == penyandi.algorithm
    return not is_sama or penyandi.must_update(tersandi)


class SandiTertebak(CommonPasswordValidator):
    """Menolak kata umum, NIP dan sebutan kantor, juga yang hanya ditambahi angka dan tanda."""

    def validate(self, password: str, user: Any = None) -> None:
        """`ValidationError` bila mudah ditebak; susunan aksaranya bebas."""
        huruf = re.sub(r"[\W\d_]", "", password.lower())
        sisa = huruf
        for kata in _kata_kantor(user):
            sisa = sisa.replace(kata, "")
        is_kantor = sisa != huruf and len(sisa) < SISA_TERPENDEK
        is_umum = not self.passwords.isdisjoint({password.lower().strip(), huruf})
        if is_kantor or is_umum or POLA_NIP.search(password):
            raise ValidationError(TERTEBAK, code="tertebak")


def _kata_kantor(user: Any) -> list[str]:
    """Kata tetap, lalu kata pada nama daerah akunnya."""
    kabupaten = getattr(user, "kabupaten", None)
    if kabupaten is None:
        return list(KATA_KANTOR)
    return [*KATA_KANTOR, *kabupaten.nama.lower().split()]


class MasukAdapter(DefaultAccountAdapter):
    """Langkah masuk allauth menurut rumah ini: tercatat, tanpa pendaftaran, kabar sendiri."""

    def login(self, request: HttpRequest, user: Any) -> None:
        """Baru di sini orangnya masuk: kata sandi dan faktor keduanya sudah benar."""
        kabar = kabar_akun(user, user.last_login)
        audit.record(by=user, action=audit.Action.LOGIN, obj=user)
        super().login(request, user)
        for kalimat in kabar:
            messages.warning(request, kalimat)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Sudah diputuskan `core.middleware`."""
        return str(request.META["REMOTE_ADDR"])

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Selalu dengan kata sandi."""
        return [
            {
                "id": "reauthenticate",
                "description": "Kata sandi",
                "url": reverse("account_reauthenticate"),
            }
        ]

    def add_message(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Pesan berhasil ditulis halaman kita; yang bertulisan sendiri galat isian."""
        if kwargs.get("message"):
            super().add_message(request, *args, **kwargs)


class FaktorAdapter(DefaultMFAAdapter):
    """Rahasia faktor kedua tersandi di basis data, sehingga salinannya tidak membukanya."""

    def encrypt(self, text: str) -> str:
        return sandi_faktor().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """SECRET_KEY yang berganti membuat rahasianya acak: tidak ada kode yang cocok."""
        try:
            return sandi_faktor().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return b32encode(token_bytes(20)).decode()

    def get_totp_label(self, user: Any) -> str:
        return str(user.username)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Nama yang tampak pada peramban saat kunci dipakai."""
        entity = super().get_public_key_credential_rp_entity()
        return entity | {"name": settings.MFA_TOTP_ISSUER}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return "Kunci sandi"
