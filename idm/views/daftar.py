"""Draf semua desa satu tahun di samping yang berlaku.

Verifikasi sekaligus, dan verifikasi poin Indeks Desa.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from core.audit import Refused
from idm.actions.dimensi import (
    batalkan_poin,
    instrumen_dimensi,
    verifikasi_poin,
    verifikasi_poin_semua,
)
from idm.actions.isian import instrumen_tahun, verifikasi_semua
from idm.reports.daftar import daftar, daftar_poin
from idm.reports.dampak_draf import dampak_draf
from idm.views.isian import IsianView

TERBANYAK = 10  # alasan yang disebut satu per satu


class DaftarIsian(IsianView):
    """Kelengkapan tiap desa; yang lengkap dapat diverifikasi sekaligus."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Menurut instrumen tahun kerjanya."""
        user: Any = request.user
        tahun: int = request.tahun  # type: ignore[attr-defined]
        dimensi = instrumen_dimensi(tahun)
        if dimensi:
            isi = daftar_poin(user.kabupaten, tahun, dimensi)
        else:
            isi = daftar(user.kabupaten, tahun, instrumen_tahun(tahun))
        dampak = dampak_draf(user.kabupaten, tahun)
        return render(request, "idm/isian_daftar.html", {"isi": isi, "dampak": dampak})


class VerifikasiSemua(IsianView):
    """Semua draf lengkap tahun kerja sekaligus; yang belum disebut alasannya."""

    hak = "idm.verify_isianidm"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Dibuka langsung: kembali ke daftarnya."""
        return redirect("idm:isian_daftar")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Alasan yang banyak cukup disebut banyaknya."""
        user: Any = request.user
        tahun: int = request.tahun  # type: ignore[attr-defined]
        banyak, alasan = verifikasi_semua(kabupaten=user.kabupaten, tahun=tahun, by=user)
        if instrumen_dimensi(tahun):
            lagi = verifikasi_poin_semua(kabupaten=user.kabupaten, tahun=tahun, by=user)
            banyak += lagi[0]
            alasan += lagi[1]
        messages.success(request, f"{banyak} isian diverifikasi.")
        for kalimat in alasan[:TERBANYAK]:
            messages.warning(request, kalimat)
        if len(alasan) > TERBANYAK:
            messages.warning(
                request, f"{len(alasan) - TERBANYAK} isian lain juga belum dapat diverifikasi."
            )
        return redirect("idm:isian_daftar")


class PoinVerifikasi(IsianView):
    """Poin satu desa dinyatakan benar oleh kepala bidang, lalu berlaku."""

    hak = "idm.verify_isianidm"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Dibuka langsung: kembali ke daftarnya."""
        self.load()
        return redirect("idm:isian_daftar")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Yang ditolak dikatakan sebabnya."""
        self.load()
        try:
            messages.success(request, self.jalankan())
        except Refused as error:
            messages.error(request, str(error))
        return redirect("idm:isian_daftar")

    def jalankan(self) -> str:
        """Kalimat bila berhasil."""
        by = self.request.user
        verifikasi_poin(desa=self.desa, tahun=self.tahun, by=by)
        return f"Indeks Desa {self.desa} diverifikasi dan berlaku."


class PoinKembalikan(PoinVerifikasi):
    """Verifikasi poin satu desa dibatalkan dengan catatan."""

    hak = "idm.return_isianidm"

    def jalankan(self) -> str:
        """Catatannya diperiksa tindakannya."""
        catatan = self.request.POST.get("catatan", "")
        batalkan_poin(
            desa=self.desa,
            tahun=self.tahun,
            catatan=catatan,
            by=self.request.user,
        )
        return f"Verifikasi Indeks Desa {self.desa} dibatalkan; angka sebelumnya berlaku kembali."
