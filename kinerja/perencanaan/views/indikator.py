"""Silsilah satu indikator."""

import re
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views import View

from core.views import Context, Detail, Scoped
from kinerja.aturan.kode import KODE
from kinerja.definisi.reports import banding
from kinerja.models import Indikator, Kegiatan, PerubahanTarget, Program, SubKegiatan
from kinerja.tahun.akurasi import akurasi
from kinerja.tahun.pengukuran import dirinci
from kinerja.tahun.renstra import tahun_dalam
from kinerja.tahun.tahun_kinerja import tahun_indikator
from kinerja.tahun.tercetak import banding_indikator
from kinerja.telusur.reports.silsilah import silsilah


def deret_tahun(pengukuran: Any, indikator: Any) -> Context:
    """Ukuran tiap tahun periodenya; kolom angka tercetaknya hanya bila ada isinya."""
    deret = [pengukuran.ukur(indikator, t) for t in pengukuran.renstra.tahun_periode]
    isian = [satu.isian for satu in deret if satu.isian]
    return {"deret": deret, "has_tercetak": any(row.tercetak for row in isian)}


TAHUN = re.compile(r"[0-9]{4}")
KODE_POHON = re.compile(KODE, re.ASCII)
NOMOR = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3})?")
JENIS = frozenset(Indikator.JenisIndikator.values)
POHON = (Program, Kegiatan, SubKegiatan)
BENTUK = (
    "Alamat angka: tahun empat angka, lalu kode barisnya, atau jenis iku atau ikk dan nomornya."
)


def tahun_diminta(request: HttpRequest, indikator: Indikator) -> int:
    """`?tahun=` bila disebut, selain itu tahun kerja; selalu tahun yang memuatnya."""
    tulisan = request.GET.get("tahun")
    if tulisan is None:
        tahun_kerja: int = request.tahun  # type: ignore[attr-defined]
        return tahun_dalam(indikator, tahun_kerja)
    if TAHUN.fullmatch(tulisan):
        tahun = int(tulisan)
        if tahun_dalam(indikator, tahun) == tahun:
            return tahun
    periode = indikator.sasaran.periode
    masa = f"{indikator.awal}–{periode.tahun_akhir}"
    raise BadRequest(f"Tahun “{tulisan[:20]}” di luar {periode}; yang ada {masa}.")


class AlamatAngka(Scoped, View):
    """Alamat tetap satu angka naskah: tahun, lalu kode barisnya atau jenis dan nomornya."""

    model = Indikator

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ke halaman asalnya; tanpa isian ke daftar indikator."""
        if not request.GET:
            return redirect("kinerja:indikator_list")
        tahun = request.GET.get("tahun", "")
        kode = request.GET.get("kode", "")
        if not TAHUN.fullmatch(tahun):
            raise BadRequest(BENTUK)
        if kode:
            simpul = self._simpul(int(tahun), kode)
            return redirect(simpul.get_absolute_url())
        indikator = self._indikator(int(tahun))
        alamat = indikator.get_absolute_url()
        return redirect(f"{alamat}?tahun={tahun}")

    def _indikator(self, tahun: int) -> Any:
        """IKU atau IKK menurut nomor cetaknya."""
        jenis = self.request.GET.get("jenis", "")
        nomor = self.request.GET.get("nomor", "")
        if jenis not in JENIS or not NOMOR.fullmatch(nomor):
            raise BadRequest(BENTUK)
        terlihat = self.get_queryset()
        rows = terlihat.bernomor(tahun, jenis, nomor)
        if rows.count() != 1:
            apa = jenis.upper()
            raise Http404(f"{apa} nomor {nomor} tidak ada pada {tahun}.")
        return rows.get()

    def _simpul(self, tahun: int, kode: str) -> Any:
        """Program, kegiatan atau sub kegiatan pertama yang berkode itu."""
        if not KODE_POHON.fullmatch(kode):
            raise BadRequest(BENTUK)
        for model in POHON:
            terlihat = model.objects.visible_to(self.request.user)
            setahun = terlihat.pada_tahun(tahun)
            row = setahun.filter(kode=kode).first()
            if row is not None:
                return row
        raise Http404(f"Kode {kode} tidak ada pada {tahun}.")


class IndikatorDetail(Detail):
    """Definisi indikator, rumus, masukan tahun kerja, dan desa di baliknya."""

    def get_context_data(self, **kwargs: Any) -> Context:
        """Ukuran tahun kerja, deretnya, dan masa-masanya."""
        context = super().get_context_data(**kwargs)
        tahun = tahun_diminta(self.request, self.object)
        kinerja = tahun_indikator(self.object, tahun)
        pengukuran = kinerja.pengukuran
        ukuran = dirinci(pengukuran.ukur(self.object), kinerja.data)
        riwayat = PerubahanTarget.objects.filter(target__indikator=self.object)
        context |= deret_tahun(pengukuran, self.object)
        return context | {
            "banding": banding(kinerja, self.object),
            "dibatalkan": self.object.definisi_tahun.exclude(semula__isnull=True),
            "ukuran": ukuran,
            "akurasi": akurasi(ukuran.indikator),
            "silsilah": silsilah(ukuran, kinerja.data, self.request.user),
            "per_masa": pengukuran.masa[self.object.pk],
            "perubahan": riwayat.select_related("target"),
            "tercetak": banding_indikator(kinerja, ukuran.indikator),
        }
