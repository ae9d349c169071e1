"""Kalimat Django yang diganti: bidang berarti bagian dinas, isian formulir disebut kolom."""

import re
from gettext import GNUTranslations

import pytest
from django import forms
from django.conf import settings
from django.contrib.auth import forms as auth
from django.core.exceptions import ValidationError
from django.utils.translation import gettext


def test_isian_wajib_disebut_kolom():
    with pytest.raises(ValidationError, match=r"Kolom ini wajib diisi\."):
        forms.CharField().clean("")
    sandi = auth.AuthenticationForm.error_messages["invalid_login"]
    assert "bidang" not in f"{sandi} {auth.SetPasswordForm.error_messages['password_mismatch']}"


def test_terjemahan_terpasang_sama_dengan_sumbernya():
    folder = settings.LOCALE_PATHS[0] / "id/LC_MESSAGES"
    with (folder / "django.mo").open("rb") as berkas:
        katalog = GNUTranslations(berkas)._catalog
    sumber = (folder / "django.po").read_text().replace('"\n"', "")
    pasang = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"', sumber, flags=re.M))
    assert {kunci: nilai for kunci, nilai in katalog.items() if kunci} == pasang
    assert {kunci: gettext(kunci) for kunci in pasang} == pasang
