"""Pernyataan Telah Direviu di dalam buku LKjIP: tampak, tersemat, dan keduanya tetap sah."""

import datetime
import shutil
import subprocess
from io import BytesIO

import pypdf
import pytest
from django.test import Client
from pyhanko.pdf_utils.reader import PdfFileReader

from accounts.models import User
from documents import lampiran, printing, render, signing
from documents.actions import advance
from documents.models import Pengesahan
from documents.printing import stored
from kinerja.models import Lkjip, PernyataanReviu
from kinerja.naskah.lkjip.reports.reviu import pernyataan_sah
from tests.terbaca import tempat_halaman, tulisan_halaman

pytestmark = pytest.mark.django_db
SANDI = "desa-membangun-2023"
FRASA = "frasa-sandi-uji"
BUKU = (
    "<!doctype html><title>Buku</title><p>Isi</p>"
    '<a style="display:block;height:200px" href="{}"></a>'
)


@pytest.fixture
def akun(kabupaten):
    semua = {user.username: user for user in User.objects.filter(kabupaten=kabupaten)}
    for nama in ("kepala.dinas", "inspektur"):
        pejabat = semua[nama].pejabat
        signing.create_certificate(pejabat.nip, pejabat.nama, "Uji", FRASA)
    return semua


@pytest.fixture
def lkjip(kabupaten, akun):
    """Disetujui: isinya beku, menunggu reviu."""
    lkjip = Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)
    advance(lkjip, langkah="submit", by=akun["operator"])
    return advance(lkjip, langkah="approve", by=akun["kepala.bidang"])


@pytest.fixture
def pernyataan(lkjip, akun):
    """Sah, dengan PDF-nya sendiri."""
    dibuat = PernyataanReviu.objects.create(
        kabupaten=lkjip.kabupaten,
        tahun=2023,
        lkjip=lkjip,
        nomor="700/1/2024",
        tanggal=datetime.date(2024, 1, 5),
    )
    diajukan = advance(dibuat, langkah="submit", by=akun["inspektorat"])
    return advance(diajukan, langkah="sign", by=akun["inspektur"], password=SANDI, passphrase=FRASA)


def pdfsig(pdf, path):
    path.write_bytes(pdf)
    perintah = [shutil.which("pdfsig"), path]
    return subprocess.run(perintah, capture_output=True, text=True, check=False).stdout


@pytest.mark.sekali("rupa PDF; alurnya sama pada keduanya")
def test_buku_memuat_pernyataan_dan_keduanya_sah(lkjip, pernyataan, akun, tmp_path):
    direviu = advance(lkjip, langkah="review", by=akun["inspektorat"], note="Sesuai.")
    sah = advance(
        direviu, langkah="sign", by=akun["kepala.dinas"], password=SANDI, passphrase=FRASA
    )
    buku = stored(sah.pengesahan.pdf)
    asli = stored(pernyataan.pengesahan.pdf)
    pdf = pypdf.PdfReader(BytesIO(buku))
    ((nama, berkas),) = pdf.attachments.items()
    assert nama == f"{pernyataan.pengesahan.kode}.pdf"
    assert berkas == [asli]
    assert "Signature is Valid" in pdfsig(buku, tmp_path / "buku.pdf")
    assert "Signature is Valid" in pdfsig(berkas[0], tmp_path / "pernyataan.pdf")
    halaman = tempat_halaman(pdf)["lampiran_sah"]
    assert halaman == len(pdf.pages) - 1
    teks = tulisan_halaman(buku)
    assert "keyakinan terbatas" in " ".join(teks[halaman].split())
    assert f"kode verifikasi {pernyataan.pengesahan.kode}" in " ".join(teks[halaman].split())
    daftar = " ".join(" ".join(teks[2:4]).split())
    assert f"Lampiran III Pernyataan Telah Direviu {sah}" in daftar
    akar = PdfFileReader(BytesIO(buku)).root
    (terkait,) = akar["/AF"]
    assert terkait.get_object()["/AFRelationship"] == "/Supplement"
    umum = Client().get(f"/verifikasi/{sah.pengesahan.kode}/").text
    assert pernyataan.pengesahan.kode in umum
    assert "termuat di dalam PDF ini" in umum


def test_hanya_pernyataan_atas_isi_yang_berlaku(lkjip, pernyataan, akun):
    assert pernyataan_sah(lkjip) == [pernyataan.pengesahan]
    assert 'id="lampiran_sah"' in printing.print_html(lkjip)
    draf = advance(lkjip, langkah="return", by=akun["kepala.dinas"], note="Perbaiki.")
    draf.bagian.filter(kode="saran").update(isi="<p>Saran lain.</p>")
    lain = advance(draf, langkah="submit", by=akun["operator"])
    assert pernyataan_sah(lain) == []
    assert 'id="lampiran_sah"' not in printing.print_html(lain)


def test_bita_dapat_diulang_dan_yang_rusak_disebut():
    satu = render.pdf("<!doctype html><title>Lampiran</title><p>Halaman pertama</p>")
    sah = Pengesahan(
        judul="Pernyataan",
        nomor="1",
        kode="AAAA-BBBB",
        signed_at=datetime.datetime(2024, 1, 5, tzinfo=datetime.UTC),
    )
    dilampirkan = lampiran.Lampiran(sah, "https://uji.go.id/v/", satu)
    (alamat,) = dilampirkan.bingkai
    buku = render.pdf(BUKU.format(alamat))
    hasil = lampiran.attach(buku, [dilampirkan])
    assert hasil == lampiran.attach(buku, [dilampirkan])
    assert hasil.startswith(buku)
    assert "/Version" not in PdfFileReader(BytesIO(hasil)).root  # versinya tidak naik
    assert "Halaman pertama" in tulisan_halaman(hasil)[0]
    assert lampiran.attach(buku, []) is buku
    kotak = lampiran._kotak([300, 700, 100, 400])  # WeasyPrint menulis sudutnya terbalik
    assert lampiran._letak(kotak, [0, 0, 200, 300]) == (
        "Q /Artifact BMC q 1.00000 0 0 1.00000 100.000 400.000 cm /Lampiran Do Q EMC"
    )
    rusak = lampiran.Lampiran(sah, "https://uji.go.id/v/", b"%PDF-1.7 terpotong")
    assert rusak.bingkai == []
    with pytest.raises(render.RenderFailed, match="Pernyataan nomor 1 tidak terbaca"):
        lampiran.attach(buku, [rusak])
