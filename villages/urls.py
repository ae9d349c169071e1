from core.urls import crud_urls
from documents.urls import grid_urls
from villages import filters, forms, grids, tables, views
from villages.models import AnggotaKerjaSama, Desa, Kecamatan, KerjaSama, RekapLembaga

app_name = "villages"
urlpatterns = [
    *grid_urls(grids.RekapLembagaGrid, prefix="lembaga/isian/", name="rekaplembaga_grid", app="villages"),
    *crud_urls(
        Kecamatan,
        prefix="kecamatan",
        form_class=forms.KecamatanForm,
        table_class=tables.KecamatanTable,
        filterset_class=filters.KecamatanFilter,
        panels={"desa_set": tables.DesaTable, "kerjasama_set": tables.KerjaSamaTable},
    ),
    *crud_urls(
        Desa,
        prefix="desa",
        form_class=forms.DesaForm,
        table_class=tables.DesaTable,
        filterset_class=filters.DesaFilter,
        related=("kecamatan__kabupaten",),
        panels={"anggotakerjasama_set": tables.AnggotaKerjaSamaTable},
    ),
    *crud_urls(
        KerjaSama,
        prefix="kerja-sama",
        form_class=forms.KerjaSamaForm,
        table_class=tables.KerjaSamaTable,
        filterset_class=filters.KerjaSamaFilter,
        related=("kecamatan__kabupaten",),
        panels={"anggotakerjasama_set": tables.AnggotaKerjaSamaTable},
        custom={"detail": views.KerjaSamaDetail},
    ),
    *crud_urls(
        AnggotaKerjaSama,
        prefix="anggota-kerja-sama",
        form_class=forms.AnggotaKerjaSamaForm,
        table_class=tables.AnggotaKerjaSamaTable,
        filterset_class=filters.AnggotaKerjaSamaFilter,
        related=("desa", "kerja_sama__kecamatan"),
        custom={"list": views.AnggotaKerjaSamaList},
    ),
    *crud_urls(
        RekapLembaga,
        prefix="lembaga",
        form_class=forms.RekapLembagaForm,
        table_class=tables.RekapLembagaTable,
        filterset_class=filters.RekapLembagaFilter,
        related=("kecamatan__kabupaten",),
        paginate_by=50,
    ),
]
