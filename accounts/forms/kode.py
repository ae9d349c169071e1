"""Kode faktor kedua saat masuk."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator

from accounts.actions import use_kode
from accounts.models import User
from core import audit


class KodeForm(AuthenticateForm):
    """Satu kode membuka sekali saja, di proses peladen mana pun; yang keliru tercatat."""

    def clean_code(self) -> str:
        kode: str = super().clean_code()
        is_totp = self.authenticator.type == Authenticator.Type.TOTP
        if is_totp and not use_kode(self.authenticator, kode):
            raise get_adapter().validation_error("incorrect_code")
        return kode

    def _emit_authentication_failed(self, authenticator: Any) -> None:
        super()._emit_authentication_failed(authenticator)
        audit.record_denied(
            user=self.user,
            model=User,
            pk=self.user.pk,
            note="kode faktor kedua keliru",
        )
