from django.urls import path

from kinerja.dasbor import views

urlpatterns = [path("", views.beranda_dasbor, name="dasbor")]
