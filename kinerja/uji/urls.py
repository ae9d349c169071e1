from core.urls import crud_urls
from kinerja.models import AngkaTercetak
from kinerja.uji import filters, forms, tables

urlpatterns = [
    *crud_urls(
        AngkaTercetak,
        prefix="angka-tercetak",
        form_class=forms.AngkaTercetakForm,
        table_class=tables.AngkaTercetakTable,
        filterset_class=filters.AngkaTercetakFilter,
    ),
]
