from django.urls import path

from kinerja.dasbor import views

urlpatterns = [
    path("", views.beranda_dasbor, name="dasbor"),
    path("dasbor/pdf/", views.dasbor_pdf, name="dasbor_pdf"),
    path("dasbor/xlsx/", views.dasbor_xlsx, name="dasbor_xlsx"),
    path("dasbor/temuan/", views.dasbor_temuan, name="dasbor_temuan"),
    path("dasbor/memo/", views.dasbor_memo, name="dasbor_memo"),
]
