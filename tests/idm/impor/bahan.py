"""Lembar skor dan indeks dari data nyata, dan cara mengunggahnya."""

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile

from documents.actions.kerja import work
from documents.models import Impor
from idm.models import IdmDesa, Instrumen
from tests.documents.test_pembaca import xlsx

URL = "/idm/impor/"
SUB = ("iks", "ike", "ikl", "idm")


def upload(client, isi, tahun=2024, nama="idm.csv"):
    """Baris-baris sebagai CSV atau XLSX menurut nama berkasnya."""
    if nama.endswith("xlsx"):
        data = xlsx(isi)
    else:
        keluar = io.StringIO()
        csv.writer(keluar).writerows(isi)
        data = keluar.getvalue().encode()
    client.post(URL, {"berkas": SimpleUploadedFile(nama, data), "tahun_data": str(tahun)})
    work.call()
    return Impor.objects.order_by("-pk").first()


def apply(client, impor, **isian):
    """Antrekan lalu kerjakan; halaman tugasnya sesudah itu."""
    tugas = client.post(impor.get_absolute_url(), isian)
    work.call()
    return client.get(tugas.url).content.decode()


def kode_indikator(instrumen="idm-2019"):
    return list(
        Instrumen.objects.get(kode=instrumen)
        .indikatoridm_set.order_by("posisi")
        .values_list("kode", flat=True)
    )


def rows(tahun=2024, banyak=None):
    return list(
        IdmDesa.objects.filter(tahun=tahun).select_related("desa").order_by("desa__kode")[:banyak]
    )


def hasil_desa(*kolom):
    """Isi kolom itu tiap kode desa pada 2024."""
    isi = IdmDesa.objects.filter(tahun=2024).order_by("desa__kode")
    return {kode: nilai for kode, *nilai in isi.values_list("desa__kode", *kolom)}


def lembar_skor(banyak=None, judul=None):
    kepala = ["kode_desa", "nama_kemendagri", *(judul or kode_indikator())]
    return [
        kepala,
        *([r.desa.kode.replace(".", ""), r.desa.nama, *r.skor] for r in rows(banyak=banyak)),
    ]


def lembar_dua_tahun(banyak=None):
    """Susunan berkas terbitan: satu baris per desa, kolom tiap tahun berakhiran tahunnya."""
    kolom = [f"{n}{t}" for t in (2023, 2024) for n in ("idm", "iks", "ike", "ikl", "status")]
    dua = {r.desa.kode: r for r in rows(2024)}
    isi = [["kode_desa", "nama_kemendagri", "kecamatan", *kolom]]
    for satu in rows(2023, banyak):
        isi.append([satu.desa.kode.replace(".", ""), satu.desa.nama, "Kecamatan"])
        for row in (satu, dua[satu.desa.kode]):
            isi[-1] += [row.idm, row.iks, row.ike, row.ikl, row.status]
    return isi
