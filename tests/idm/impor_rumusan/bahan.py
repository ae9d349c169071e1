"""Jawaban resmi satu desa, zip-nya, unggahannya, dan hasil periksanya."""

import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from documents.models import Impor
from idm.models import IdmDesa, Instrumen
from idm.naskah.rumusan.reports import Tetap, jawaban
from idm.rumusan import HasilRumusan
from idm.scoring import AMBANG, status
from villages.models import Desa


def desa_ke(n: int = 0) -> Desa:
    return Desa.objects.desa().filter(kecamatan__kabupaten__kode="16.07").order_by("kode")[n]


def write(desa: Desa, tahun: int, skor: str) -> bytes:
    """Jawaban resmi desa itu dengan deret skor tertentu."""
    instrumen = Instrumen.objects.get(kode="idm-2019")
    angka = dict.fromkeys(("IKS", "IKE", "IKL"), Decimal(0))
    idm = hitung(skor)[3]
    saat = Desa.objects.saat(tahun).get(pk=desa.pk)
    return jawaban(
        Tetap(saat, instrumen, skor, HasilRumusan(tahun, angka, idm, status(idm, AMBANG)))
    ).encode()


def hitung(skor: str) -> list[Decimal]:
    """IKS, IKE, IKL, IDM empat desimal dari deret 50 skor, dengan pecahan bulat."""
    bagian = [(sum(map(int, skor[a:b])), (b - a) * 5) for a, b in ((0, 35), (35, 47), (47, 50))]
    tiap = [Decimal(atas) / bawah for atas, bawah in bagian]
    return [round(x + Decimal("1e-12"), 4) for x in (*tiap, sum(tiap) / 3)]


def contoh_skor(n: int = 0) -> str:
    return IdmDesa.objects.get(desa=desa_ke(n), tahun=2024).skor


def zip_isi(isi: dict[str, bytes], cara: int = zipfile.ZIP_DEFLATED) -> bytes:
    wadah = BytesIO()
    with zipfile.ZipFile(wadah, "w", cara) as arsip:
        for nama, data in isi.items():
            arsip.writestr(nama, data)
    return wadah.getvalue()


def upload(client: Client, *berkas: tuple[str, bytes]) -> Any:
    isi = [SimpleUploadedFile(nama, data) for nama, data in berkas]
    return client.post(reverse("idm:rumusan_impor"), {"berkas": isi})


def impor() -> Impor:
    return Impor.objects.latest("pk")


def pesan() -> list[str]:
    return [f"{k['isi']}: {k['pesan']}" for k in impor().kesalahan]
