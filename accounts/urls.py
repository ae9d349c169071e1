from django.contrib.auth.views import LogoutView
from django.urls import path

from accounts import filters, forms, tables, views
from accounts.models import Bidang, Pejabat, PerangkatDaerah, User
from core.urls import crud_urls

app_name = "accounts"
urlpatterns = [
    path("masuk/", views.Login.as_view(), name="login"),
    path("keluar/", LogoutView.as_view(), name="logout"),
    path("sandi/", views.PasswordChange.as_view(), name="password_change"),
    path("tahun/", views.set_tahun, name="set_tahun"),
    *crud_urls(
        PerangkatDaerah,
        prefix="perangkat-daerah",
        form_class=forms.PerangkatDaerahForm,
        table_class=tables.PerangkatDaerahTable,
        filterset_class=filters.PerangkatDaerahFilter,
    ),
    *crud_urls(
        Bidang,
        prefix="bidang",
        form_class=forms.BidangForm,
        table_class=tables.BidangTable,
        filterset_class=filters.BidangFilter,
        related=("perangkat_daerah",),
    ),
    *crud_urls(
        Pejabat,
        prefix="pejabat",
        form_class=forms.PejabatForm,
        table_class=tables.PejabatTable,
        filterset_class=filters.PejabatFilter,
        related=("perangkat_daerah",),
    ),
    *crud_urls(
        User,
        prefix="pengguna",
        only=("list", "detail", "create", "update", "history"),
        form_class=forms.UserForm,
        table_class=tables.UserTable,
        filterset_class=filters.UserFilter,
        related=("perangkat_daerah", "bidang"),
        custom={"detail": views.UserDetail, "create": views.UserCreate, "update": views.UserUpdate},
    ),
]
