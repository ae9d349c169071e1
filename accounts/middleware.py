import time
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.models import PerangkatBelumAda, tahun_berjalan
from core.forms.tahun import tahun_disebut
from core.middleware import GetResponse, Lapis

SANDI = "accounts:password_change"
KEAMANAN = "mfa_index"
# tetap terbuka selama faktor keduanya dipasang
MEMASANG = {
    SANDI,
    KEAMANAN,
    "accounts:logout",
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_view_recovery_codes",
}
MENGGANTI = {SANDI, "accounts:logout"}
SELANG = 300  # detik antara dua pencatatan bahwa sesinya masih dipakai


def masa_sesi(get_response: GetResponse) -> GetResponse:
    """Sesi berakhir sesudah `SESI_TERLAMA` sejak masuk, atau `SESSION_COOKIE_AGE` tanpa dipakai."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _lanjutkan(request, int(time.time()))
        return get_response(request)

    return middleware


def _lanjutkan(request: HttpRequest, kini: int) -> None:
    """Sesi yang disimpan lagi bermasa penuh lagi; yang terlalu lama diakhiri."""
    sesi = request.session
    if kini - sesi.setdefault("sejak", kini) > settings.SESI_TERLAMA:
        logout(request)
    elif kini - sesi.get("dipakai", 0) > SELANG:
        sesi["dipakai"] = kini


def tak_disimpan(get_response: GetResponse) -> GetResponse:
    """Halaman orang yang masuk tidak tinggal di peramban, kecuali jawabannya berkata lain."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


def tahun_kerja(get_response: GetResponse) -> GetResponse:
    """`request.tahun_kerja` yang dipilih pengguna atau dinasnya; `request.tahun` tahun halamannya.

    Isi halaman, tanda peragaannya dan unduhannya sama-sama memakai `request.tahun`.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and "tahun" not in request.session:
            dinas = request.user.kabupaten.dinas_tercatat if request.user.kabupaten else None
            request.session["tahun"] = dinas.tahun_kerja if dinas else tahun_berjalan()
        kerja: int = request.session.get("tahun") or tahun_berjalan()
        tulisan = request.GET.get("tahun", "").strip()
        disebut = tahun_disebut(tulisan)
        request.tahun_kerja = kerja  # type: ignore[attr-defined]
        request.tahun = disebut or kerja  # type: ignore[attr-defined]
        request.tahun_keliru = ""  # type: ignore[attr-defined]
        if not disebut:
            request.tahun_keliru = tulisan[:20]  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


class Kewajiban(Lapis):
    """Kata sandi dari orang lain diganti dahulu, lalu faktor kedua yang wajib dipasang."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Any,
        view_args: Any,
        view_kwargs: Any,
    ) -> HttpResponse | None:
        """Halaman umum tetap terbuka."""
        user: Any = request.user
        is_umum = not getattr(view_func, "login_required", True)
        if is_umum or not user.is_authenticated or request.resolver_match is None:
            return None
        nama = request.resolver_match.view_name
        if user.is_sandi_sementara and nama not in MENGGANTI:
            return redirect(SANDI)
        if nama not in MEMASANG and kurang_faktor(user):
            return redirect(KEAMANAN)
        return None


def kurang_faktor(user: Any) -> bool:
    """Apakah akun ini wajib berfaktor kedua dan belum memasangnya."""
    is_wajib = settings.FAKTOR_KEDUA_WAJIB and user.is_berfaktor_kedua
    return is_wajib and not is_mfa_enabled(user)


class PerangkatWajib(Lapis):
    """Halaman yang memerlukan perangkat daerah yang belum dicatat menyebutkannya, bukan gagal."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PerangkatBelumAda):
            return None
        context = {
            "judul": "Perangkat daerah belum dicatat",
            "pesan": str(exception),
            "status": 409,
        }
        return render(request, "galat.html", context, status=409)
