"""Semua jalan wilayah, kerja sama dan lembaga."""

from villages.urls import lembaga
from villages.urls.kerja_sama import kerja_sama_patterns
from villages.urls.wilayah import wilayah_patterns

app_name = "villages"
urlpatterns = [*wilayah_patterns, *kerja_sama_patterns, *lembaga.urlpatterns]
