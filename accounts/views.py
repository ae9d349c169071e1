from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from accounts.models import User
from core import audit, door
from core.audit import Refused
from core.display import KOSONG, Item
from core.forms import TahunField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.views import Create, Detail, Update

AKUN = "akun"  # nama bawaannya `user` akan menggantikan pengguna yang sedang masuk


class UserSave:
    """Peran ikut tercatat dalam jejak audit."""

    def extra(self, form: Any) -> dict[str, Any]:
        before = ", ".join(form.instance.roles) if form.instance.pk else ""
        after = ", ".join(form.cleaned_data["peran"])
        changes = {"peran": [before, after]} if after != before else {}
        return {"changes": changes, "relations": {"groups": form.groups()}}


class UserCreate(UserSave, Create):
    context_object_name = AKUN


class UserUpdate(UserSave, Update):
    context_object_name = AKUN


class UserDetail(Detail):
    """Rincian akun, dengan perannya."""

    context_object_name = AKUN

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "items": [*context["items"], Item("Peran", self.object.role_labels or KOSONG)],
        }


class Login(LoginView):
    """Masuk; kejadiannya tercatat pada rantai kabupaten."""

    template_name = "accounts/login.html"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Pemasangan tanpa akun mengatakan cara memulainya."""
        is_kosong = not User.objects.exists()
        return super().get_context_data(**kwargs) | {"is_kosong": is_kosong}

    def form_valid(self, form: Any) -> HttpResponse:
        user = form.get_user()
        audit.record(by=user, action=audit.Action.LOGIN, obj=user)
        return super().form_valid(form)


class PasswordChange(PasswordChangeView):
    template_name = "accounts/password_change.html"
    success_url = reverse_lazy("beranda")

    def form_valid(self, form: Any) -> HttpResponse:
        user = form.save(commit=False)
        try:
            door.save(user, by=user, note="mengganti kata sandi")
        except Refused as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        update_session_auth_hash(self.request, user)
        messages.success(self.request, "Kata sandi diganti.")
        return redirect(self.get_success_url())


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
    if not is_safe:
        target = "/"
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponseClientRedirect(target)
    return redirect(target)
