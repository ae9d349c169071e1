from django.contrib.auth.views import LogoutView
from django.urls import path

from accounts import views
from accounts.halaman import HALAMAN
from core.halaman import halaman_urls

app_name = "accounts"
urlpatterns = [
    path("masuk/", views.Login.as_view(), name="login"),
    path("keluar/", LogoutView.as_view(), name="logout"),
    path("sandi/", views.PasswordChange.as_view(), name="password_change"),
    path("tahun/", views.set_tahun, name="set_tahun"),
    *halaman_urls(*HALAMAN),
]
