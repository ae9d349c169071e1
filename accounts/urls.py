from django.contrib.auth.views import LogoutView
from django.urls import path
from django.views.decorators.http import require_POST

from accounts import views
from accounts.halaman import HALAMAN
from core.halaman import halaman_urls

app_name = "accounts"
AKUN = "pengguna/<int:pk>"
urlpatterns = [
    path("masuk/", views.Login.as_view(), name="login"),
    path("keluar/", LogoutView.as_view(), name="logout"),
    path("sandi/", views.PasswordChange.as_view(), name="password_change"),
    path("lupa-sandi/", views.LupaSandi.as_view(), name="lupa_sandi"),
    path("tautan/<str:rahasia>/", views.TautanPakai.as_view(), name="tautan"),
    path("tim/", views.Tim.as_view(), name="tim"),
    path("sesi/akhiri/", views.end_own, name="sesi_akhiri"),
    path("kabar/", views.daftar_kabar, name="kabar"),
    path("kabar/baca/", views.read_semua, name="kabar_baca"),
    path("kabar/<int:pk>/", views.open_kabar, name="kabar_buka"),
    path("kabar/pilihan/", views.PilihanKabarView.as_view(), name="kabar_pilihan"),
    path("tahun/", views.set_tahun, name="set_tahun"),
    path(f"{AKUN}/tautan/", require_POST(views.UserTautan.as_view()), name="user_tautan"),
    path(f"{AKUN}/tautan/cabut/", require_POST(views.UserTautanCabut.as_view()), name="user_cabut"),
    path(f"{AKUN}/sesi/akhiri/", require_POST(views.UserSesi.as_view()), name="user_sesi"),
    path(f"{AKUN}/faktor/lepas/", require_POST(views.UserFaktor.as_view()), name="user_faktor"),
    path("usul/<int:pk>/putus/", require_POST(views.UsulPutus.as_view()), name="usul_putus"),
    path(
        "token/<int:pk>/cabut/",
        require_POST(views.TokenApiCabut.as_view()),
        name="tokenapi_cabut",
    ),
    *halaman_urls(*HALAMAN),
]
# nama yang dicari allauth, tanpa ruang nama; halaman lainnya tidak dibuka
faktor_patterns = [
    path("masuk/", views.Login.as_view(), name="account_login"),
    path("masuk/faktor/", views.FaktorMasuk.as_view(), name="mfa_authenticate"),
    path("sandi/lagi/", views.SandiLagi.as_view(), name="account_reauthenticate"),
    path("keamanan/", views.Keamanan.as_view(), name="mfa_index"),
    path("keamanan/totp/", views.TotpPasang.as_view(), name="mfa_activate_totp"),
    path("keamanan/totp/lepas/", views.TotpLepas.as_view(), name="mfa_deactivate_totp"),
    path("keamanan/kunci/", views.KunciCreate.as_view(), name="mfa_add_webauthn"),
    path(
        "keamanan/kunci/<int:pk>/lepas/",
        views.KunciDelete.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("keamanan/kode/", views.KodePemulihan.as_view(), name="mfa_view_recovery_codes"),
    path(
        "keamanan/kode/baru/",
        views.KodePemulihanBaru.as_view(),
        name="mfa_generate_recovery_codes",
    ),
]
