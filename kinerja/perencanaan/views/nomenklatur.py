"""Pilihan kode nomenklatur bagi isian kode."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.generic import View

from core.querysets import parse_nomor
from core.views import Scoped
from kinerja.aturan.kode import seinduk
from kinerja.models import Kegiatan, Nomenklatur, Program

BANYAK = 12  # pilihan yang ditawarkan sekaligus
ATASAN: dict[str, tuple[str, Any]] = {
    "kegiatan": ("program", Program),
    "sub": ("kegiatan", Kegiatan),
}


class PilihNomenklatur(Scoped, View):
    """Kode setingkat yang cocok, di bawah induk terpilih dan belum berakhir pada tahunnya."""

    model = Nomenklatur

    def get(self, request: HttpRequest) -> HttpResponse:
        tingkat = request.GET.get("tingkat", "")
        induk = self.induk(tingkat)
        tahun = self.tahun()
        rows = Nomenklatur.objects.filter(tingkat=tingkat)
        if induk is not None:
            rows = rows.filter(kode__startswith=f"{induk.kode}.")
            tahun = induk.tahun
        rows = rows.not_ended(tahun).own_first(self.urusan())
        tulisan = request.GET.get("kode", "")
        pilihan = rows.matching(tulisan)[:BANYAK]
        if not pilihan:
            pilihan = rows.matching(rows.spelled(tulisan))[:BANYAK]
        isi = {"pilihan": pilihan, "tahun": tahun}
        return render(request, "kinerja/_pilih_kode.html", isi)

    def induk(self, tingkat: str) -> Any:
        """Program atau kegiatan yang dipilih pada formulirnya; hanya yang terlihat pengguna."""
        if tingkat not in ATASAN:
            return None
        nama, model = ATASAN[tingkat]
        nomor = parse_nomor(self.request.GET.get(nama, ""))
        return model.objects.visible_to(self.request.user).filter(pk=nomor).first()

    def urusan(self) -> set[str]:
        """Urusan program yang sudah dipakai kantornya."""
        rows = Program.objects.visible_to(self.request.user).order_by()
        hasil: set[str] = set()
        for kode in rows.values_list("kode", flat=True).distinct():
            hasil.add(seinduk(kode))
        return hasil

    def tahun(self) -> int:
        """Tahun pada formulirnya, atau tahun kerja."""
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        return tahun
