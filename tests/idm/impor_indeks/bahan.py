"""Rekap Indeks Desa buatan menurut susunan rekap kementerian, dan cara mengunggahnya."""

from django.core.files.uploadedfile import SimpleUploadedFile

from documents.actions.kerja import work
from documents.models import Impor
from tests.documents.test_pembaca import xlsx

URL = "/idm/indeks-desa/impor/"
DESA = ("1607012001", "Sungai Rebo"), ("1607122006", "Mulya Sari")
DIMENSI = ("LAYANAN DASAR", "SOSIAL", "EKONOMI", "LINGKUNGAN", "AKSESIBILITAS")
TATA = "TATA KELOLA PEMERINTAHAN DESA"


def upload(client, isi, tahun=2025, nama="rekap.xlsx"):
    berkas = SimpleUploadedFile(nama, xlsx(isi))
    client.post(URL, {"berkas": berkas, "tahun_data": str(tahun)})
    work.call()
    return Impor.objects.order_by("-pk").first()


def apply(client, impor, **isian):
    tugas = client.post(impor.get_absolute_url(), isian)
    work.call()
    return client.get(tugas.url).content.decode()


def rekap_kantor(*baris):
    """Susunan `contoh/kasus/22`."""
    return [
        ["NO", "KECAMATAN", "KODE DESA", "DESA", *DIMENSI, TATA, "SKOR", "STATUS"],
        *([n, "Kecamatan", *satu] for n, satu in enumerate(baris, start=1)),
    ]


def susunan(instrumen, is_kanan=True):
    """Kolom rekap kementerian: judul, bobot, dan letak tiap bagiannya."""
    kolom = []
    for dimensi in instrumen.dimensiindeks_set.all():
        kolom.append((dimensi.nama.upper(), dimensi.maksimum, ("dimensi", dimensi.nama)))
        for sub in dimensi.subdimensiindeks_set.all():
            judul = (f"SUB-DIMENSI {sub.nama.upper()}", sub.maksimum, ("sub", sub.nama))
            aspek = [
                (f"SKOR {nomor} {sub.nama} KOLOM", 5, ("aspek", satu.posisi))
                for nomor, satu in enumerate(
                    instrumen.indikatoridm_set.filter(variabel=sub.nama).order_by("posisi"), 1
                )
            ]
            kolom += [judul, *aspek] if is_kanan else [*aspek, judul]
    return kolom


def rekap_kementerian(instrumen, desa, tahun=2025, skor=5, is_kanan=True, **ganti):
    """Semua aspek berpoin `skor`; `ganti` menimpa nilai atau bobot menurut judulnya."""
    kolom = susunan(instrumen, is_kanan)
    kepala = ["PROVINSI", "KABUPATEN", "KODE DESA", "DESA", *(judul for judul, *_ in kolom)]
    kepala += [f"NILAI ID {tahun}", f"STATUS ID {tahun - 1}", "STATUS DESA"]
    bobot = ["", "", "", "BOBOT", *(ganti.get("bobot", {}).get(j, b) for j, b, _ in kolom)]
    bobot += [100, "", ""]
    isi = []
    for kode, nama in desa:
        nilai = [skor * maksimum // 5 for _, maksimum, _ in kolom]
        isi.append(
            ["SUMATERA SELATAN", "BANYUASIN", kode, nama, *nilai, skor * 20, "MAJU", "MANDIRI"]
        )
    return [["Rekap Indeks Desa"], [], kepala, bobot, *isi]
