"""Meja reviu: dari naskah yang disetujui sampai Catatan Hasil dan pernyataannya sah."""

import datetime
import html
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import User
from core.audit import Refused
from core.models import AuditEvent
from documents.actions import Denied, advance, reply
from documents.printing import print_html
from documents.workflow import Status
from kinerja.models import (
    CatatanReviu,
    HasilReviu,
    JadwalReviu,
    Lkjip,
    PedomanReviu,
    Rekomendasi,
    Reviu,
)
from kinerja.models import PernyataanReviu as Pernyataan
from kinerja.reviu.actions import assign_nomor, copy_pedoman, open_reviu, store_isian
from kinerja.reviu.reports.meja import Meja
from kinerja.reviu.reports.rekomendasi import rekomendasi_tersisa
from tests.terbaca import isi_tak_terbaca
from villages.models import BerkasIkk

pytestmark = pytest.mark.django_db
SANDI = "desa-membangun-2023"
TANGGAL = datetime.date(2024, 1, 20)


def test_hanya_naskah_yang_disetujui(kabupaten, akun):
    draf = Lkjip(kabupaten=kabupaten, tahun=2024)
    with pytest.raises(Refused, match="belum disetujui"):
        open_reviu(naskah=draf, by=akun["inspektorat"])
    capaian = kabupaten.naskahkinerja_set.filter(jenis="capaian").first()
    with pytest.raises(Refused, match="tidak termasuk yang direviu"):
        open_reviu(naskah=capaian, by=akun["inspektorat"])


def test_petunjuk_dari_isi_bekunya(reviu):
    """Yang dihitung dari isi beku, bukan dari data yang berubah sesudahnya."""
    kalimat = [p.kalimat for satu in Meja(reviu).butir for p in satu.petunjuk]
    assert "Capaian tiap indikator tercetak: 8 dari 8." in kalimat
    assert "Realisasi anggaran program tercetak: 5 dari 5." in kalimat
    assert any(satu.startswith("Isi menurut Permenpan-RB 53/2014: 2") for satu in kalimat)
    assert "Perjanjian kinerja yang sah belum ada." in kalimat
    reviu.naskah().bagian.filter(kode="saran").update(isi="")
    assert "Saran tertulis." in [p.kalimat for satu in Meja(reviu).butir for p in satu.petunjuk]


def test_setiap_petunjuk_pedoman_dikenal(reviu):
    meja = Meja(reviu)
    kunci = {butir.petunjuk for butir in reviu.pedoman.butir.all()} - {""}
    assert kunci <= set(meja.bahan.jenis.petunjuk)
    assert all(satu.petunjuk for satu in meja.butir if satu.butir.petunjuk)


def test_butir_tersimpan_dan_terhitung(reviu, pereviu, fill):
    assert fill(reviu) == 23
    assert fill(reviu) == 0
    butir = reviu.pedoman.butir.first()
    data = {f"hasil-{butir.pk}": "mungkin", f"catatan-{butir.pk}": "<b>Lihat</b>"}
    pereviu.post(reverse("kinerja:reviu_isi", args=[reviu.pk]), data)
    assert Meja(reviu).terisi == 0  # yang tidak dikirim dikosongkan; pilihan asing bukan jawaban
    halaman = pereviu.get(reviu.get_absolute_url()).content.decode()
    assert "&lt;b&gt;Lihat&lt;/b&gt;" in halaman
    assert "<b>Lihat</b>" not in halaman


def test_catatan_berjangkar_pada_isi_beku(reviu, pereviu, lkjip, note):
    salah = note(reviu, kutipan="81,49 %").content.decode()
    assert "“81,49 %” tidak tertulis pada naskah bekunya." in html.unescape(salah)
    asing = note(reviu, tempat="tabel-asing").content.decode()
    assert "tabel-asing bukan salah satu dari pilihan" in asing
    assert note(reviu, kutipan="81,48").status_code == 302
    catatan = CatatanReviu.objects.get()
    assert (catatan.nomor, catatan.versi) == (1, 1)
    assert catatan.sebutan.startswith("Tabel 3.1 ")
    assert 'id="tabel-setahun"' in print_html(lkjip)
    assert catatan.tautan.endswith(f"/lkjip/{lkjip.pk}/pratinjau/#tabel-setahun")
    rincian = pereviu.get(catatan.get_absolute_url()).content.decode()
    assert f'href="{catatan.tautan}"' in rincian


def test_skrip_pada_catatan_adalah_tulisan(reviu, pereviu, note):
    note(reviu, uraian="<script>alert(1)</script>")
    catatan = CatatanReviu.objects.get()
    for url in (catatan.get_absolute_url(), reviu.get_absolute_url()):
        halaman = pereviu.get(url).content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in halaman
        assert "<script>alert(1)</script>" not in halaman


def test_naskah_dikembalikan_lalu_ditinjau_lagi_di_meja_yang_sama(
    reviu, pereviu, akun, lkjip, note
):
    note(reviu)
    draf = advance(lkjip, langkah="return", by=akun["inspektorat"], note="Lihat catatan 1.")
    draf.bagian.filter(kode="saran").update(isi="<p>Saran lain.</p>")
    diajukan = advance(draf, langkah="submit", by=akun["operator"])
    advance(diajukan, langkah="approve", by=akun["kepala.bidang"])
    assert reviu.versi == 2
    halaman = pereviu.get(CatatanReviu.objects.get().get_absolute_url()).content.decode()
    assert "isi beku versi 1; kini versi 2" in " ".join(halaman.split())
    with pytest.raises(Refused, match="Naskah itu sudah di meja reviu"):
        open_reviu(naskah=Lkjip.objects.get(pk=lkjip.pk), by=akun["inspektorat"])


def test_pernyataan_menunggu_catatan_kecuali_dikecualikan(
    reviu, pereviu, akun, lkjip, tanpa_cetak, note
):
    note(reviu)
    catatan = CatatanReviu.objects.get()
    isian = {"reviu": reviu.pk, "nomor": "700/1/2024", "tanggal": "20 Januari 2024", "kiriman": "p"}
    assert pereviu.post(reverse("kinerja:pernyataanreviu_create"), isian).status_code == 302
    pernyataan = Pernyataan.objects.get()
    assert (pernyataan.lkjip, pernyataan.tahun) == (lkjip, 2023)
    with pytest.raises(Refused, match="Masih ada 1 catatan reviu terbuka"):
        advance(pernyataan, langkah="submit", by=akun["inspektorat"])
    Pernyataan.objects.update(pengecualian="Ditunggu sampai Maret.")
    dikecualikan = print_html(Pernyataan.objects.get())
    assert "Ditunggu sampai Maret." in dikecualikan
    assert "kecuali hal berikut" in dikecualikan
    Pernyataan.objects.update(pengecualian="")
    reply(catatan, langkah="jawab", isi="Dari 22/27.", by=akun["operator"])
    reply(catatan, langkah="terima", isi="", by=akun["inspektorat"])
    diajukan = advance(Pernyataan.objects.get(), langkah="submit", by=akun["inspektorat"])
    reply(catatan, langkah="buka_lagi", isi="Belum cukup.", by=akun["inspektorat"])
    with pytest.raises(Refused, match="catatan terbuka"):
        advance(diajukan, langkah="sign", by=akun["inspektur"], password=SANDI)
    reply(catatan, langkah="jawab", isi="Dilengkapi.", by=akun["operator"])
    reply(catatan, langkah="terima", isi="", by=akun["inspektorat"])
    sah = advance(diajukan, langkah="sign", by=akun["inspektur"], password=SANDI)
    assert sah.is_signed


def test_catatan_hasil_menutup_meja(reviu, akun, kabupaten, tanpa_cetak, note, fill):
    note(reviu, kutipan="81,48")
    hasil = HasilReviu.objects.create(
        kabupaten=kabupaten, tahun=2023, reviu=reviu, nomor="700/2/2024", tanggal=TANGGAL
    )
    with pytest.raises(Refused, match="23 butir pedoman belum dijawab"):
        advance(hasil, langkah="submit", by=akun["inspektorat"])
    fill(reviu, "tidak")
    diajukan = advance(hasil, langkah="submit", by=akun["inspektorat"])
    with pytest.raises(Denied):
        advance(diajukan, langkah="sign", by=akun["kepala.dinas"], password=SANDI)
    sah = advance(diajukan, langkah="sign", by=akun["inspektur"], password=SANDI)
    assert sah.status == Status.DITANDATANGANI
    with pytest.raises(Refused, match="sudah ditandatangani"):
        fill(reviu, "ya")
    catatan = CatatanReviu.objects.get()
    reply(catatan, langkah="jawab", isi="Tetap dapat dijawab.", by=akun["operator"])
    isi = sah.jenis_naskah.restore(sah.snapshot.content)
    assert (isi.tidak, isi.terbuka, isi.direviu.versi) == (23, 1, 1)
    assert isi.direviu.isi_beku == reviu.naskah().snapshot.sha256


@pytest.mark.sekali("rupa PDF; isinya diuji lewat halaman pada keduanya")
def test_setiap_tulisan_catatan_hasil_tercetak(reviu, pereviu, kabupaten, note, fill):
    note(reviu, kutipan="81,48")
    fill(reviu)
    hasil = HasilReviu.objects.create(
        kabupaten=kabupaten, tahun=2023, reviu=reviu, nomor="700/2/2024", tanggal=TANGGAL
    )
    pdf = pereviu.get(reverse("kinerja:hasilreviu_pdf", args=[hasil.pk])).content
    assert isi_tak_terbaca(hasil.reading().isi, pdf) == []
    xlsx = pereviu.get(reverse("kinerja:hasilreviu_xlsx", args=[hasil.pk])).content
    lembar = load_workbook(BytesIO(xlsx))
    assert lembar.sheetnames == ["Format", "Mekanisme penyusunan", "Substansi", "Catatan"]


def test_pedoman_berversi(reviu, pereviu, akun):
    """Meja menyimpan versinya; yang dipakai tidak disunting, yang baru berlaku kemudian."""
    lama = reviu.pedoman
    baru = copy_pedoman(pedoman=lama, by=akun["inspektorat"])
    assert (baru.versi, baru.butir.count(), baru.sebab_lock()) == (2, 23, "")
    assert "acuan bersama" in lama.sebab_lock()
    butir = baru.butir.first()
    ubah = reverse("kinerja:butirpedoman_update", args=[butir.pk])
    form = pereviu.get(ubah).context["form"]
    isian = {kolom.html_name: kolom.value() or "" for kolom in form} | {"uraian": "Butir kantor."}
    assert pereviu.post(ubah, isian).status_code == 302
    asing = pereviu.post(ubah, isian | {"petunjuk": "output"}).content.decode()
    assert "bukan milik jenis naskah pedomannya" in asing
    reviu.refresh_from_db()
    assert reviu.pedoman == lama
    assert PedomanReviu.objects.berlaku(reviu.kabupaten, "kinerja.Lkjip") == baru
    Reviu.objects.update(pedoman=baru)
    assert "sudah dipakai" in PedomanReviu.objects.get(pk=baru.pk).sebab_lock()


def test_bukti_ikk_direviu_sebelum_ditandatangani_bila_dijadwalkan(kabupaten, akun, pereviu, note):
    berkas = BerkasIkk.objects.get(kabupaten=kabupaten)
    assert berkas.workflow.langkah_berikut("disetujui") == "sign"
    tenggat = datetime.date(2024, 2, 23)
    JadwalReviu.objects.create(
        kabupaten=kabupaten, tahun=berkas.tahun, document="villages.BerkasIkk", tenggat=tenggat
    )
    BerkasIkk.objects.update(nomor="1", tanggal=TANGGAL)
    berkas = BerkasIkk.objects.get(pk=berkas.pk)
    diajukan = advance(berkas, langkah="submit", by=akun["operator"])
    disetujui = advance(diajukan, langkah="approve", by=akun["kepala.bidang"])
    assert disetujui.workflow.langkah_berikut("disetujui") == "review"
    reviu = open_reviu(naskah=disetujui, by=akun["inspektorat"])
    assert reviu.tenggat == tenggat
    assert reviu.is_lewat(datetime.date(2024, 2, 24))
    kalimat = [p.kalimat for satu in Meja(reviu).butir for p in satu.petunjuk]
    assert any(satu.startswith("Output berangka: ") for satu in kalimat)
    assert pereviu.get(reviu.get_absolute_url()).status_code == 200
    assert note(reviu, tempat="kelembagaan").status_code == 302
    pernyataan = Pernyataan.objects.create(
        kabupaten=kabupaten, tahun=reviu.tahun, reviu=reviu, nomor="2", tanggal=TANGGAL
    )
    assert "Kami telah mereviu Bukti IKK" in " ".join(print_html(pernyataan).split())
    direviu = advance(disetujui, langkah="review", by=akun["inspektorat"], note="Sesuai.")
    assert direviu.workflow.langkah_berikut("direviu") == "sign"


def test_kantor_lain_tidak_melihat(reviu, note):
    note(reviu)
    catatan = CatatanReviu.objects.get()
    asing = User.objects.get(username="operator.merangin")
    client = Client()
    client.force_login(asing)
    for url in (reviu.get_absolute_url(), catatan.get_absolute_url()):
        assert client.get(url).status_code == 404
    balas = reverse("kinerja:catatanreviu_balas", args=[catatan.pk])
    assert client.post(balas, {"langkah": "jawab", "isi": "x"}).status_code == 404
    with pytest.raises(Denied, match="kabupaten lain"):
        reply(catatan, langkah="jawab", isi="x", by=asing)
    assert AuditEvent.objects.filter(action="ditolak", model="kinerja.CatatanReviu").count() >= 3


def test_meja_tanpa_pedoman_ditolak(lkjip, akun):
    Reviu.objects.all().delete()
    PedomanReviu.objects.all().delete()
    with pytest.raises(Refused, match="Pedoman reviu bagi LKjIP 2023"):
        open_reviu(naskah=lkjip, by=akun["inspektorat"])


def test_reviu_tahun_berikutnya_menyebut_yang_tersisa(reviu):
    dijawab = Rekomendasi.objects.get(kabupaten=reviu.kabupaten, tahun=2023, asal="akip", nomor=1)
    assert dijawab in rekomendasi_tersisa(reviu)
    assert Meja(reviu).catatan == []
    Rekomendasi.objects.filter(pk=dijawab.pk).update(status="diterima")
    assert dijawab not in rekomendasi_tersisa(reviu)


def test_hanya_butir_yang_disebut_tersimpan(reviu, akun):
    satu, dua, *_ = reviu.pedoman.butir.all()
    jawaban = {satu.pk: ("ya", ""), dua.pk: ("", ""), 0: ("ya", "")}
    assert store_isian(reviu=reviu, jawaban=jawaban, by=akun["inspektorat"]) == 1
    assert [isian.butir for isian in reviu.isian.all()] == [satu]


def test_catatan_mewarisi_tenggat_dan_tidak_berganti_nomor(reviu):
    tenggat = datetime.date(2024, 2, 1)
    reviu.tenggat = tenggat
    asing = CatatanReviu(reviu=reviu, tempat="tabel-asing", uraian="x")
    with pytest.raises(Refused, match="tidak ada pada isi beku"):
        assign_nomor(asing)
    catatan = CatatanReviu(reviu=reviu, tempat="luar", kutipan="tidak tertulis", uraian="x")
    assign_nomor(catatan)
    assert (catatan.nomor, catatan.tenggat) == (1, tenggat)
    catatan.nomor, catatan.tenggat = 7, TANGGAL
    assign_nomor(catatan)
    assert (catatan.nomor, catatan.tenggat) == (7, TANGGAL)
