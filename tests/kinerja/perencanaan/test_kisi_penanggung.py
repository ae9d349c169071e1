"""Kisi penanggung sub kegiatan dan kisi target baris pohon."""

import datetime
import io
import json

import pytest
from django.urls import reverse
from openpyxl import Workbook

from accounts.models import Bidang, Pejabat
from core.daerah import Perangkat
from core.models import AuditEvent
from documents.impor.kisi import check
from documents.models import Kunci
from documents.pembaca import read
from kinerja.models import PerjanjianKinerja, SkalaKualitatif, SubKegiatan, TingkatKualitatif
from kinerja.naskah.perjanjian import checks
from kinerja.perencanaan.grids import PenanggungGrid
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_kantor, make_penetapan, make_sub

pytestmark = pytest.mark.django_db
PENANGGUNG = "/kinerja/penanggung/?tahun=2023"
TARGET = "/kinerja/target-baris/?tahun=2023"


@pytest.fixture
def sub(banyuasin):
    return make_sub(banyuasin, indikator="Jumlah dokumen")


@pytest.fixture
def lanjutan(sub):
    return make_sub(None, kegiatan=sub.kegiatan, induk=sub, nomor=2, pagu=None)


@pytest.fixture
def bidang(banyuasin):
    return Bidang.objects.create(perangkat_daerah=banyuasin.dinas, nama="Bidang Uji")


def pejabat(kabupaten, nama, **kolom):
    isi = {"nip": f"19{Pejabat.objects.count():016}", "jabatan": "Penggerak Swadaya"} | kolom
    isi.setdefault("mulai", datetime.date(2022, 1, 1))
    isi.setdefault("perangkat_daerah", kabupaten.dinas)
    return Pejabat.objects.create(nama=nama, **isi)


@pytest.fixture
def operator(client_for):
    return client_for("operator")


def ketik(client, url, kunci, kolom, baru, lama=""):
    ubahan = [{"b": kunci, "k": kolom, "lama": str(lama), "baru": str(baru)}]
    jawab = client.post(url, json.dumps({"ubahan": ubahan}), content_type="application/json")
    (hasil,) = jawab.json()["hasil"]
    return hasil["status"], hasil["pesan"] or hasil["nilai"]


def test_penanggung_disimpan_beserta_jejak_dan_baris_lanjutannya(
    operator, banyuasin, sub, lanjutan, bidang
):
    orang = pejabat(banyuasin, "Ani, S.E.")
    kunci = f"sub-{sub.pk}"
    for kolom, nilai in (("penanggung_jawab", bidang), ("pejabat", orang), ("pelaksana", orang)):
        assert ketik(operator, PENANGGUNG, kunci, kolom, nilai.pk) == ("tersimpan", str(nilai.pk))
    for row in (sub, lanjutan):
        row.refresh_from_db()
        assert (row.penanggung_jawab, row.pejabat, row.pelaksana) == (bidang, orang, orang)
    event = AuditEvent.objects.of(sub).order_by("nomor").first()
    assert event.changes["penanggung_jawab"][1] == str(bidang.pk)
    assert ketik(operator, PENANGGUNG, kunci, "pejabat", "", lama=orang.pk)[0] == "tersimpan"
    sub.refresh_from_db()
    assert sub.pejabat is None


def test_nama_yang_ditempel_dan_salah_ketik(operator, banyuasin, merangin, sub):
    kunci = f"sub-{sub.pk}"
    ani = pejabat(banyuasin, "Ani, S.E.")
    assert ketik(operator, PENANGGUNG, kunci, "pejabat", "ani, s.e.") == ("tersimpan", str(ani.pk))
    pejabat(banyuasin, "Budi")
    pejabat(banyuasin, "Budi")
    assert ketik(operator, PENANGGUNG, kunci, "pelaksana", "Budi") == (
        "gagal",
        "“Budi” nama 2 orang; tulis bersama jabatannya.",
    )
    asing = pejabat(merangin, "Cici")
    lama = pejabat(banyuasin, "Dodi", sampai=datetime.date(2022, 12, 31))
    for salah in (asing.pk, "Cici", lama.pk, "x"):
        assert ketik(operator, PENANGGUNG, kunci, "pelaksana", salah) == (
            "gagal",
            f"“{salah}” tidak ada di antara pilihan kolom Pelaksana.",
        )
    SubKegiatan.objects.filter(pk=sub.pk).update(pelaksana=lama)
    assert "Dodi" in operator.get(PENANGGUNG).content.decode()


def test_orang_perangkat_daerah_lain_tidak_ditawarkan(client_for, users, banyuasin, sub):
    """Inspektur dan bupati tidak menjanjikan sub kegiatan dinas; yang telanjur disebut tetap."""
    inspektorat = make_kantor(banyuasin, Perangkat.INSPEKTORAT)
    lain = pejabat(banyuasin, "Inspektur Uji", perangkat_daerah=inspektorat)
    sendiri = pejabat(banyuasin, "Penggerak Uji")

    def ditawarkan():
        kisi = PenanggungGrid(users["operator"], 2023)
        orang = {nomor for nomor, _ in kisi.columns()[2].pilihan}
        url = reverse("kinerja:subkegiatan_update", args=[sub.pk])
        form = client_for("operator").get(url).context["form"]
        assert orang == {str(satu.pk) for satu in form.fields["pejabat"].queryset}
        return orang

    assert str(sendiri.pk) in ditawarkan()
    assert str(lain.pk) not in ditawarkan()
    SubKegiatan.objects.filter(pk=sub.pk).update(pejabat=lain)
    assert str(lain.pk) in ditawarkan()


def test_hanya_milik_sendiri_dan_tidak_terkunci(client_for, banyuasin, merangin, sub):
    lain = make_sub(merangin)
    assert ketik(client_for("operator"), PENANGGUNG, f"sub-{lain.pk}", "pejabat", "")[0] == "gagal"
    assert b'<select name="k.sub' not in client_for("inspektorat").get(PENANGGUNG).content
    sah = make_penetapan(banyuasin, 2030).pengesahan
    Kunci.objects.create(kabupaten=banyuasin, tahun=2023, pengesahan=sah)
    status, pesan = ketik(client_for("operator"), PENANGGUNG, f"sub-{sub.pk}", "pejabat", "")
    assert status == "terkunci", pesan


def test_saringan_belum_lengkap(operator, banyuasin, sub, bidang):
    orang = pejabat(banyuasin, "Ani")
    lengkap = make_sub(
        None,
        kegiatan=sub.kegiatan,
        nomor=3,
        nama="Sudah lengkap",
        penanggung_jawab=bidang,
        pejabat=orang,
        pelaksana=orang,
    )
    assert lengkap.nama in operator.get(PENANGGUNG).content.decode()
    belum = operator.get(f"{PENANGGUNG}&penanggung=belum").content.decode()
    assert lengkap.nama not in belum
    assert sub.nama in belum


def test_lembar_kerja_menurut_nama(users, banyuasin, sub, bidang):
    book = Workbook()
    halaman = book.active
    halaman.append(["Kode baris", "Program / kegiatan / sub kegiatan", "Penanggung Bidang"])
    halaman.append([f"{sub.kegiatan.kode}#{sub.nomor}", "", "Bidang Uji"])
    output = io.BytesIO()
    book.save(output)
    hasil = check(PenanggungGrid(users["operator"], 2023), read("p.xlsx", output.getvalue()))
    assert [satu["baru"] for satu in hasil.ubahan] == [str(bidang.pk)]


def test_v1_menunjuk_kisinya(operator, banyuasin, sub):
    pk = PerjanjianKinerja(kabupaten=banyuasin, tahun=2023, tingkat="III")
    temuan = [t for t in checks.setingkat(pk, TahunKinerja(banyuasin, 2023), None).temuan if t.url]
    alamat = f"{reverse('kinerja:penanggung_grid')}?tahun=2023#b-sub-{sub.pk}"
    assert alamat in [t.url for t in temuan]
    assert f'id="b-sub-{sub.pk}"' in operator.get(PENANGGUNG).content.decode()


def test_target_diketik_bersatuan(operator, sub):
    kunci = f"sub-{sub.pk}"
    assert ketik(operator, TARGET, kunci, "target", "12 Dokumen", lama="1") == ("tersimpan", "12")
    for triwulan in (1, 2, 3, 4):
        assert ketik(operator, TARGET, kunci, f"target_tw{triwulan}", "3") == ("tersimpan", "3")
    status, pesan = ketik(operator, TARGET, kunci, "target_tw1", "4 orang", lama="3")
    assert (status, pesan[:27]) == ("gagal", "“4 orang” bersatuan orang, ")
    for tulisan, sebab in (("3–5", "rentang ditulis"), ("n/a", "belum diketahui dikosongkan")):
        pesan = ketik(operator, TARGET, kunci, "target", tulisan, lama="12")[1]
        assert pesan.startswith("Tulis satu angka; ") and sebab in pesan
    sub.refresh_from_db()
    assert (sub.target, sub.cara.value) == (12, "jumlah")


def test_target_sebutan(operator, sub):
    skala = SkalaKualitatif.objects.create(kode="uji", nama="Kategori")
    bb = TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="BB")
    SubKegiatan.objects.filter(pk=sub.pk).update(skala_kualitatif=skala, target=None)
    kunci = f"sub-{sub.pk}"
    assert ketik(operator, TARGET, kunci, "target", "80") == (
        "gagal",
        "“80” bukan sebutan Kategori: BB.",
    )
    assert ketik(operator, TARGET, kunci, "target", "bb") == ("tersimpan", "BB")
    assert ketik(operator, TARGET, kunci, "target_tw1", "BB")[0] == "terkunci"
    sub.refresh_from_db()
    assert (sub.tingkat_target, sub.tulisan_target) == (bb, "BB")
