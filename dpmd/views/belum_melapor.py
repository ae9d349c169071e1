"""Siapa belum melapor, dan menagihnya dengan satu tombol."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views import View

from accounts.actions.sebar import CalonKabar, announce
from accounts.models import JenisKabar
from dpmd.reports.belum_melapor import (
    BIDANG,
    KECAMATAN,
    UnitBelum,
    belum_melapor,
    kunci_tagih,
    sudah_ditagih,
)

MENAGIH = "accounts.add_kabar"
SEMUA = "semua"


class BelumMelapor(View):
    """Per bidang dan per kecamatan; yang hari ini sudah ditagih tidak ditagih lagi."""

    def units(self) -> list[UnitBelum]:
        """Unit yang belum lengkap pada tahun kerjanya."""
        user: Any = self.request.user
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        if user.kabupaten is None:
            return []
        semua = belum_melapor(user.kabupaten, tahun)
        ditagih = sudah_ditagih(semua, tahun)
        return [replace(unit, is_ditagih=unit.alamat in ditagih) for unit in semua]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Daftarnya, dengan yang hari ini sudah ditagih."""
        semua = self.units()
        kelompok = []
        for jenis, judul in ((BIDANG, "Pengukuran per bidang"), (KECAMATAN, "Kecamatan")):
            milik = [unit for unit in semua if unit.jenis == jenis]
            kelompok.append((judul, milik))
        context = {
            "kelompok": kelompok,
            "banyak": len(semua),
            "belum_ditagih": sum(not unit.is_ditagih for unit in semua),
            "may_ask": request.user.has_perm(MENAGIH),
        }
        return render(request, "dpmd/belum_melapor.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Tagih satu unit atau semuanya."""
        user: Any = request.user
        if not user.has_perm(MENAGIH):
            raise PermissionDenied
        diminta = request.POST.get("unit", "")
        semua = self.units()
        terpilih = [unit for unit in semua if diminta in (SEMUA, unit.alamat)]
        if not terpilih:
            messages.error(request, "Unit itu sudah lengkap atau tidak dikenal; muat ulang.")
            return redirect("belum_melapor")
        baru = [unit for unit in terpilih if not unit.is_ditagih]
        calon = [satu for unit in baru for satu in self._tagihan(unit)]
        banyak = announce(user.kabupaten, calon, by=user)
        messages.success(request, _pesan(baru, banyak))
        return redirect("belum_melapor")

    def _tagihan(self, unit: UnitBelum) -> list[CalonKabar]:
        """Satu kabar bagi tiap penerima unit itu."""
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        kunci = kunci_tagih(unit, tahun, timezone.localdate())
        judul = f"{self.request.user} menagih laporan {unit.nama} {tahun}"
        isi = "Belum ada: " + ". ".join(unit.kurang) + "."
        return [
            CalonKabar(penerima, JenisKabar.DITAGIH, kunci, judul, isi, unit.halaman)
            for penerima in unit.penerima
        ]


def _pesan(units: list[UnitBelum], banyak: int) -> str:
    """Yang ditagih dan banyak orang yang dikabari."""
    if not units:
        return "Sudah ditagih hari ini; besok dapat ditagih lagi."
    unit = f"{len(units)} unit"
    if len(units) == 1:
        unit = units[0].nama
    return f"Ditagih: {unit}; {banyak} kabar terkirim."
