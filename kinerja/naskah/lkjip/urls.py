from core.urls import crud_urls
from documents.urls import RELATED, naskah_urls
from kinerja.models import BagianLkjip, Lkjip, NaskahBaku, RekapPegawai
from kinerja.naskah.lkjip import filters, forms, tables, views

urlpatterns = [
    *crud_urls(
        RekapPegawai,
        prefix="pegawai",
        form_class=forms.RekapPegawaiForm,
        table_class=tables.RekapPegawaiTable,
        filterset_class=filters.RekapPegawaiFilter,
    ),
    *crud_urls(
        NaskahBaku,
        prefix="naskah-baku",
        only=("list", "detail"),
        table_class=tables.NaskahBakuTable,
        filterset_class=filters.NaskahBakuFilter,
    ),
    *crud_urls(
        Lkjip,
        prefix="lkjip",
        form_class=forms.LkjipForm,
        table_class=tables.LkjipTable,
        filterset_class=filters.LkjipFilter,
        related=RELATED,
        custom={"create": views.LkjipCreate, "detail": views.LkjipDetail},
    ),
    *naskah_urls(Lkjip, prefix="lkjip", has_lembar=False),
    *crud_urls(
        BagianLkjip,
        prefix="lkjip/bagian",
        only=("detail", "update", "history"),
        form_class=forms.BagianLkjipForm,
        custom={"detail": views.BagianDetail, "update": views.BagianUpdate},
    ),
]
