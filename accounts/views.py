from typing import Any

from django.contrib import messages
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from core import audit
from core.forms import TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.views import Create, Update


class UserSave:
    """Peran ikut tercatat dalam jejak audit."""

    def save(self, form: Any) -> Any:
        roles_before = ", ".join(form.instance.roles) if form.instance.pk else ""
        user = super().save(form)  # type: ignore[misc]
        role = ", ".join(form.cleaned_data["peran"])
        if role != roles_before:
            audit.record(
                by=self.request.user,  # type: ignore[attr-defined]
                action=audit.Action.UPDATE,
                obj=user,
                changes={"peran": [roles_before, role]},
            )
        return user


class UserCreate(UserSave, Create):
    pass


class UserUpdate(UserSave, Update):
    pass


class Login(LoginView):
    """Masuk; kejadiannya tercatat pada rantai kabupaten."""

    template_name = "accounts/login.html"
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        user = form.get_user()
        audit.record(by=user, action=audit.Action.LOGIN, obj=user)
        return super().form_valid(form)


class PasswordChange(PasswordChangeView):
    template_name = "accounts/password_change.html"
    success_url = reverse_lazy("beranda")

    def form_valid(self, form: Any) -> HttpResponse:
        with audit.locked(self.request.user.kabupaten_kode):
            response = super().form_valid(form)
            audit.record(by=form.user, action=audit.Action.UPDATE, obj=form.user, note="mengganti kata sandi")
        messages.success(self.request, "Kata sandi diganti.")
        return response


@require_POST
def set_tahun(request: HttpRequest) -> HttpResponse:
    """Pilih tahun kerja; tahun di luar batas diabaikan dengan pesan."""
    try:
        tahun = TahunField().clean(request.POST.get("tahun", ""))
    except ValidationError:
        tahun = 0
    if TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        request.session["tahun"] = tahun
    else:
        messages.error(request, f"Tahun kerja antara {TAHUN_AWAL} dan {TAHUN_AKHIR}.")
    target = request.POST.get("next", "/")
    is_safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return redirect(target if is_safe else "beranda")
