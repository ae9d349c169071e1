"""Kuesioner, verifikasi, penetapan dan kisi IDM atas data nyata Banyuasin 2024."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from accounts.models import User
from core.audit import Refused
from core.grid import GridRefused, Ubahan
from core.models import AuditEvent
from core.spreadsheet import xlsx
from documents import render
from documents.actions import advance
from documents.printing import print_html, print_pdf, tabular
from idm.actions.biaya import simpan_biaya
from idm.actions.dimensi import verifikasi_poin
from idm.actions.isian import (
    catat,
    instrumen_tahun,
    isian,
    jawab,
    kembalikan,
    kurang,
    salin_blok,
    skor_lalu,
    verifikasi,
    verifikasi_semua,
)
from idm.grids import BiayaGrid, IsianGrid, PoinGrid
from idm.models import (
    BiayaLangkah,
    BuktiJawaban,
    CatatanJawaban,
    DimensiIndeks,
    IdmDesa,
    IndeksDesa,
    Instrumen,
    IsianIdm,
    PenetapanIdm,
    PoinDimensi,
    TerbitanIdm,
)
from idm.reports.daftar import daftar
from tests.terbaca import tak_terbaca, tulisan_halaman
from villages.models import Desa

pytestmark = pytest.mark.django_db


@pytest.fixture
def akun(kabupaten):
    return {
        nama: User.objects.get(username=nama)
        for nama in ("operator", "kepala.bidang", "kepala.dinas", "admin")
    }


@pytest.fixture
def desa(kabupaten):
    return Desa.objects.select_related("kecamatan__kabupaten").get(kode="16.07.01.2004")


@pytest.fixture
def instrumen(kabupaten):
    return Instrumen.objects.get(kode="idm-2019")


def client_tahun(user, tahun):
    client = Client()
    client.force_login(user)
    session = client.session
    session["tahun"] = tahun
    session.save()
    return client


@pytest.fixture
def client(akun):
    return client_tahun(akun["operator"], 2024)


def baru(desa, instrumen, tahun=2024):
    return isian(desa, tahun, instrumen, 50)


def test_isian_dimulai_dari_skor_yang_tercatat(desa, instrumen):
    tercatat = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert baru(desa, instrumen).skor == tercatat.skor
    assert baru(desa, instrumen, 2023).skor == "-" * 50  # 2023 hanya diketahui indeksnya
    assert instrumen_tahun(2024) == instrumen
    assert instrumen_tahun(2017).kode == "idm-2016"
    assert instrumen_tahun(2026) is None


def test_jawaban_tersimpan_dan_dihitung_seperti_rumus(desa, instrumen, akun):
    satu = jawab(isian=baru(desa, instrumen), jawaban={2: 0}, by=akun["operator"])
    verifikasi(isian=satu, by=akun["kepala.bidang"])
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert row.skor == satu.skor
    assert row.skor[1] == "0"
    assert (row.dihitung_oleh, row.sumber) == (str(akun["kepala.bidang"]), "skor")
    satu = kembalikan(isian=satu, catatan="Periksa", by=akun["kepala.bidang"])
    kejadian = AuditEvent.objects.filter(model="idm.IsianIdm").order_by("nomor").first()
    assert kejadian.changes["Skor Dokter"][1] == "0"
    banyak = AuditEvent.objects.count()
    jawab(isian=satu, jawaban={2: 0}, by=akun["operator"])
    assert AuditEvent.objects.count() == banyak
    # yang membuka halaman sebelum isian tersimpan tidak menimpa: yang dipakai baris terkini
    basi = IsianIdm(desa=desa, tahun=2024, instrumen=instrumen, skor="-" * 50)
    assert jawab(isian=basi, jawaban={3: 5}, by=akun["operator"]).terjawab == 50


def test_skor_di_luar_rubrik_ditolak(desa, instrumen, akun):
    with pytest.raises(Refused, match="Skor Dokter: skor 3 tidak ada pada rubrik; yang ada 0, 5"):
        jawab(isian=baru(desa, instrumen), jawaban={2: 3}, by=akun["operator"])
    with pytest.raises(Refused, match="Indikator 99"):
        jawab(isian=baru(desa, instrumen), jawaban={99: 3}, by=akun["operator"])


def test_instrumen_tanpa_ambang_tidak_menetapkan_status(desa, instrumen, akun):
    instrumen.ambangstatus_set.all().delete()
    satu = jawab(isian=baru(desa, instrumen), jawaban={2: 0}, by=akun["operator"])
    with pytest.raises(Refused, match="belum mempunyai ambang status"):
        verifikasi(isian=satu, by=akun["kepala.bidang"])


def test_terbitan_tidak_hilang_ketika_skornya_diisi(desa, instrumen, akun):
    dulu = IdmDesa.objects.get(desa=desa, tahun=2023)
    satu = baru(desa, instrumen, 2023)
    skor = {p: max(k.skor for k in i.kriteriaskor_set.all()) for p, i in _rubrik(instrumen).items()}
    verifikasi(isian=jawab(isian=satu, jawaban=skor, by=akun["operator"]), by=akun["kepala.bidang"])
    kini = IdmDesa.objects.get(desa=desa, tahun=2023)
    assert (kini.idm, kini.status, kini.sumber) == (Decimal("1.0000"), "MANDIRI", "skor")
    assert TerbitanIdm.objects.get(desa=desa, tahun=2023).idm == dulu.idm


def test_terbitan_yang_sudah_tersimpan_tidak_ditimpa(desa, instrumen, akun):
    """Terbitan resmi yang dimuat lebih dahulu tetap apa adanya."""
    resmi = {
        "iks": "0.7",
        "ike": "0.6",
        "ikl": "0.5",
        "idm": "0.6",
        "status": "BERKEMBANG",
        "sumber": "Uji",
    }
    TerbitanIdm.objects.create(desa=desa, tahun=2023, **resmi)
    skor = {p: max(k.skor for k in i.kriteriaskor_set.all()) for p, i in _rubrik(instrumen).items()}
    satu = jawab(isian=baru(desa, instrumen, 2023), jawaban=skor, by=akun["operator"])
    verifikasi(isian=satu, by=akun["kepala.bidang"])
    terbitan = TerbitanIdm.objects.get(desa=desa, tahun=2023)
    assert (terbitan.sumber, terbitan.idm) == ("Uji", Decimal("0.6000"))
    kembalikan(isian=satu, catatan="Periksa", by=akun["kepala.bidang"])
    assert TerbitanIdm.objects.get(desa=desa, tahun=2023).sumber == "Uji"


def _rubrik(instrumen):
    from idm.actions.isian import rubrik

    return rubrik(instrumen)


def test_catatan_disimpan_diganti_dihapus(desa, instrumen, akun):
    satu, indikator = baru(desa, instrumen), _rubrik(instrumen)[2]
    catat(isian=satu, indikator=indikator, catatan="", by=akun["operator"])
    catat(isian=satu, indikator=indikator, catatan="Dokter pindah", by=akun["operator"])
    catat(isian=satu, indikator=indikator, catatan="Dokter pindah tugas", by=akun["operator"])
    assert CatatanJawaban.objects.get().catatan == "Dokter pindah tugas"
    catat(isian=satu, indikator=indikator, catatan="", by=akun["operator"])
    assert not CatatanJawaban.objects.exists()


def tahun_lalu(desa, instrumen, skor):
    IdmDesa.objects.filter(desa=desa, tahun=2023).update(skor=skor, instrumen=instrumen)


def test_penurunan_harus_dijelaskan_sebelum_diverifikasi(desa, instrumen, akun):
    satu = baru(desa, instrumen)
    tahun_lalu(desa, instrumen, "5" * 50)
    assert skor_lalu(desa, 2024, instrumen) == "5" * 50
    kalimat = kurang(satu)
    assert "turun dua atau lebih tanpa catatan" in kalimat[0]
    with pytest.raises(Refused, match="tanpa catatan"):
        verifikasi(isian=satu, by=akun["kepala.bidang"])
    tahun_lalu(desa, instrumen, satu.skor)
    terverifikasi = verifikasi(isian=satu, by=akun["kepala.bidang"])
    assert terverifikasi.status == "diverifikasi"
    with pytest.raises(Refused, match="sudah diverifikasi"):
        jawab(isian=terverifikasi, jawaban={2: 5}, by=akun["operator"])
    with pytest.raises(Refused, match="Catatan wajib"):
        kembalikan(isian=terverifikasi, catatan=" ", by=akun["kepala.bidang"])
    kembali = kembalikan(isian=terverifikasi, catatan="Periksa BPJS", by=akun["kepala.bidang"])
    assert (kembali.status, kembali.catatan) == ("isian", f"{akun['kepala.bidang']}: Periksa BPJS")
    with pytest.raises(Refused, match="belum diverifikasi"):
        kembalikan(isian=kembali, catatan="lagi", by=akun["kepala.bidang"])


def test_tahun_terkunci_tidak_dapat_dikembalikan(desa, instrumen, akun, monkeypatch):
    from documents.models import YearData

    satu = verifikasi(isian=baru(desa, instrumen), by=akun["kepala.bidang"])
    monkeypatch.setattr(YearData, "lock_for", staticmethod(lambda *masa: "tahun terkunci"))
    with pytest.raises(Refused, match="tahun terkunci"):
        kembalikan(isian=satu, catatan="x", by=akun["kepala.bidang"])


def test_salin_blok_hanya_yang_kosong(desa, instrumen, akun):
    tahun_lalu(desa, instrumen, IdmDesa.objects.get(desa=desa, tahun=2024).skor)
    IdmDesa.objects.filter(desa=desa, tahun=2024).delete()
    satu = jawab(isian=baru(desa, instrumen), jawaban={2: 0}, by=akun["operator"])
    assert salin_blok(isian=satu, posisi=range(1, 8), by=akun["operator"]) == 6
    satu = baru(desa, instrumen)
    assert (satu.terjawab, satu.skor[1]) == (7, "0")
    assert salin_blok(isian=satu, posisi=range(1, 8), by=akun["operator"]) == 0


def test_verifikasi_semua_menyebut_yang_belum(desa, instrumen, kabupaten, akun):
    lain = Desa.objects.desa().exclude(pk=desa.pk).first()
    IdmDesa.objects.filter(desa=lain, tahun=2024).delete()
    jawab(isian=baru(desa, instrumen), jawaban={2: 5}, by=akun["operator"])
    IsianIdm.objects.filter(desa=desa).update(skor=IdmDesa.objects.get(desa=desa, tahun=2024).skor)
    jawab(isian=baru(lain, instrumen), jawaban={2: 5}, by=akun["operator"])
    banyak, alasan = verifikasi_semua(kabupaten=kabupaten, tahun=2024, by=akun["kepala.bidang"])
    assert banyak == 1
    assert alasan == [f"{lain}: 49 indikator belum dijawab."]


def test_halaman_kuesioner(client, desa):
    page = client.get(f"/idm/isian/{desa.pk}/").content.decode()
    assert "50 dari 50 terjawab" in page
    assert page.count('type="radio"') == 175
    assert "Lampirkan bukti" not in page  # isiannya belum pernah disimpan
    htmx = {"HTTP_HX_REQUEST": "true"}
    jawaban = client.post(
        f"/idm/isian/{desa.pk}/", {"posisi": 2, "skor": 0, "catatan": "Pindah"}, **htmx
    )
    potongan = jawaban.content.decode()
    assert 'id="kabar-2"' in potongan
    assert "Tersimpan." in potongan
    assert 'hx-swap-oob="true"' in potongan
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert (
        f"{row.idm:.4f}".replace(".", ",") in potongan
    )  # yang berlaku tetap tampak di samping drafnya
    assert "Bila draf ini berlaku" in potongan
    galat = client.post(f"/idm/isian/{desa.pk}/", {"posisi": 2, "skor": 4}, **htmx).content.decode()
    assert "Belum tersimpan: Skor Dokter: skor 4" in galat
    biasa = client.post(
        f"/idm/isian/{desa.pk}/", {"posisi": 2, "skor": 5}, follow=True
    ).content.decode()
    assert "Tersimpan." in biasa
    assert (
        "tidak ada pada instrumen"
        in client.post(f"/idm/isian/{desa.pk}/", {"posisi": "x"}, follow=True).content.decode()
    )
    assert client.get("/idm/isian/").status_code == 200


def test_bukti_jawaban(client, desa):
    url, berkas = f"/idm/isian/{desa.pk}/bukti/", lambda: SimpleUploadedFile("b.pdf", b"%PDF-1.4 x")
    assert (
        "Jawab dulu"
        in client.post(url, {"posisi": 2, "bukti": berkas()}, follow=True).content.decode()
    )
    client.post(f"/idm/isian/{desa.pk}/", {"posisi": 2, "skor": 0})
    page = client.post(url, {"posisi": 2, "bukti": berkas()}, follow=True).content.decode()
    assert "1 berkas dilampirkan pada Skor Dokter" in page
    assert "b.pdf" in page
    bukti = BuktiJawaban.objects.get()
    unduhan = client.get(f"/idm/bukti/{bukti.pk}/unduh/")
    assert unduhan.status_code == 200
    for (
        tutup
    ) in unduhan._resource_closers:  # bukan unduhan.close(): itu memutus sambungan basis data uji
        tutup()
    assert (
        "sudah terlampir"
        in client.post(url, {"posisi": 2, "bukti": berkas()}, follow=True).content.decode()
    )
    rusak = SimpleUploadedFile("b.exe", b"MZ")
    assert (
        "tidak diterima"
        in client.post(url, {"posisi": 2, "bukti": rusak}, follow=True).content.decode()
    )


def test_salin_verifikasi_dan_kembalikan_lewat_halaman(client, desa, akun):
    page = client.post(
        f"/idm/isian/{desa.pk}/salin/", {"awal": 1, "akhir": 7}, follow=True
    ).content.decode()
    assert "0 jawaban disamakan" in page
    assert client.post(f"/idm/isian/{desa.pk}/salin/", {"awal": "x"}).status_code == 302
    bidang = client_tahun(akun["kepala.bidang"], 2024)
    page = bidang.post(f"/idm/isian/{desa.pk}/verifikasi/", follow=True).content.decode()
    assert "hasilnya berlaku dan isiannya terkunci" in page
    page = bidang.post(
        f"/idm/isian/{desa.pk}/kembalikan/", {"catatan": ""}, follow=True
    ).content.decode()
    assert "Catatan wajib diisi" in page
    page = bidang.post(
        f"/idm/isian/{desa.pk}/kembalikan/", {"catatan": "Periksa"}, follow=True
    ).content.decode()
    assert "dikembalikan kepada pengisinya" in page
    assert (
        "0 isian diverifikasi"
        not in bidang.post("/idm/isian/verifikasi/", follow=True).content.decode()
    )
    assert client.post(f"/idm/isian/{desa.pk}/verifikasi/").status_code == 403


def test_tahun_tanpa_instrumen_berskor(akun, desa):
    client = client_tahun(akun["operator"], 2026)
    assert "Indeks Desa" in client.get(f"/idm/isian/{desa.pk}/").content.decode()
    assert "Indeks Desa berlaku" in client.get("/idm/isian/").content.decode()
    assert client.post(f"/idm/isian/{desa.pk}/", {"posisi": 1, "skor": 1}).status_code == 302
    assert client.post(f"/idm/isian/{desa.pk}/bukti/", {"posisi": 1}).status_code == 302
    assert client.post(f"/idm/isian/{desa.pk}/salin/", {"awal": 1, "akhir": 2}).status_code == 302
    assert IsianGrid(akun["operator"], 2026).rows() == []


def test_kisi_desa_kali_indikator(akun, desa, client):
    grid = IsianGrid(akun["operator"], 2024, {"kecamatan": str(desa.kecamatan_id)})
    rows = {r.kode: r for r in grid.rows()}
    assert len(grid.columns()) == 54
    baris = rows[desa.kode]
    assert baris.isi["terjawab"] == "50 dari 50"
    lama = str(baris.isi["s2"])
    grid.write([Ubahan(baris.kunci, "s2", lama, "0" if lama == "5" else "5")])
    assert IsianIdm.objects.get(desa=desa, tahun=2024).skor[1] != lama
    for nilai, pesan in (("3", "tidak ada pada rubrik"), ("", "diganti, bukan dikosongkan")):
        with pytest.raises(GridRefused) as galat:
            grid.write([Ubahan(baris.kunci, "s2", "0" if lama == "5" else "5", nilai)])
        assert pesan in galat.value.hasil[0].pesan
    verifikasi(isian=IsianIdm.objects.get(desa=desa, tahun=2024), by=akun["kepala.bidang"])
    assert "Sudah diverifikasi" in {r.kode: r for r in grid.rows()}[desa.kode].lock_reason
    page = client.get("/idm/isian/kisi/?tahun=2024").content.decode()
    assert "Sungai Rebo" in page
    assert "Kuesioner tiap desa" in page


def test_banyak_kueri_tetap(akun, kabupaten, instrumen):
    def kueri(buat):
        with CaptureQueriesContext(connection) as queries:
            buat()
        return len(queries)

    satu = str(Desa.objects.visible_to(akun["operator"]).first().kecamatan_id)
    IsianGrid(akun["operator"], 2024).rows()
    assert kueri(lambda: IsianGrid(akun["operator"], 2024).rows()) == kueri(
        lambda: IsianGrid(akun["operator"], 2024, {"kecamatan": satu}).rows()
    )
    assert kueri(lambda: daftar(kabupaten, 2024, instrumen)) <= 6
    assert daftar(kabupaten, 2026, None).lengkap == 0


def test_indeks_desa_dari_poin_dimensi(akun, desa):
    grid = PoinGrid(akun["operator"], 2025)
    assert [k.nama for k in grid.columns()] == [
        *(f"d{n}" for n in range(1, 7)),
        "skor",
        "status",
        "berlaku",
    ]
    kunci = str(desa.pk)
    tertinggi = {"d1": 170, "d2": 85, "d3": 160, "d4": 90, "d5": 50}
    grid.write([Ubahan(kunci, nama, "", str(n)) for nama, n in tertinggi.items()])
    assert not IndeksDesa.objects.exists()
    with pytest.raises(Refused, match="1 dimensi belum diisi"):
        verifikasi_poin(desa=desa, tahun=2025, by=akun["kepala.bidang"])
    grid.write([Ubahan(kunci, "d6", "", "40,5")])
    assert not IndeksDesa.objects.exists()
    assert {r.kunci: r.isi["skor"] for r in grid.rows()}[kunci] == Decimal("93.78")
    hasil = verifikasi_poin(desa=desa, tahun=2025, by=akun["kepala.bidang"])
    assert (hasil.skor, hasil.status) == (Decimal("93.78"), "MANDIRI")  # 595,5 / 635
    grid.write([Ubahan(kunci, "d6", "40,5", "40,5")])
    with pytest.raises(GridRefused):
        grid.write([Ubahan(kunci, "d1", "170", "171")])
    grid.write([Ubahan(kunci, "d6", "40,5", "")])
    assert IndeksDesa.objects.get().skor == Decimal("93.78")
    assert PoinDimensi.objects.count() == 5
    grid.write([Ubahan(kunci, "d6", "", "")])
    assert PoinGrid(akun["operator"], 2020).rows() == []


def test_indeks_desa_terkunci(akun, desa, monkeypatch):
    monkeypatch.setattr(PoinDimensi, "lock_for", staticmethod(lambda *masa: "terkunci"))
    with pytest.raises(GridRefused):
        PoinGrid(akun["operator"], 2025).write([Ubahan(str(desa.pk), "d1", "", "1")])
    from idm.actions.dimensi import simpan_poin

    with pytest.raises(Refused, match="terkunci"):
        simpan_poin(
            desa=desa, tahun=2025, poin={DimensiIndeks.objects.first(): Decimal(1)}, by="uji"
        )


def test_biaya_langkah(akun, kabupaten, instrumen):
    grid = BiayaGrid(akun["operator"], 2024)
    baris = next(r for r in grid.rows() if r.kode == "IKS02_DOKTER")
    assert set(baris.isi) == {"b5", "dimensi", "pelaksana"}  # rubriknya hanya 0 dan 5
    assert baris.isi["pelaksana"] == "KAB: DINKES"
    grid.write([Ubahan(baris.kunci, "b5", "", "25.000.000")])
    assert BiayaLangkah.objects.get().biaya_rupiah == 25_000_000
    grid.write([Ubahan(baris.kunci, "b5", "25.000.000", "30.000.000")])
    indikator = _rubrik(instrumen)[2]
    banyak = AuditEvent.objects.count()
    simpan_biaya(kabupaten=kabupaten, indikator=indikator, biaya={5: 30_000_000}, by="uji")
    assert AuditEvent.objects.count() == banyak
    simpan_biaya(kabupaten=kabupaten, indikator=indikator, biaya={5: None, 4: None}, by="uji")
    assert not BiayaLangkah.objects.exists()
    assert BiayaGrid(akun["operator"], 2026).rows() == []


def test_instrumen_berikutnya_tanpa_kode(akun, instrumen):
    client = client_tahun(akun["admin"], 2024)
    assert "sudah dipakai menghitung" in client.get(instrumen.get_absolute_url()).content.decode()
    isian = {"kode": "idm-2027", "nama": "Instrumen 2027", "regulasi": "Uji", "tahun_awal": "2027"}
    url = f"/idm/instrumen/{instrumen.pk}/salin/"
    assert client.get(url).status_code == 200
    assert client.post(url, isian).status_code == 302
    salinan = Instrumen.objects.get(kode="idm-2027")
    assert (salinan.indikatoridm_set.count(), salinan.ambang()) == (50, instrumen.ambang())
    assert sum(i.kriteriaskor_set.count() for i in salinan.indikatoridm_set.all()) == 175
    assert instrumen.indikatoridm_set.count() == 50
    assert instrumen_tahun(2027) == salinan
    assert salinan.lock_reason() == ""
    assert "sudah dipakai" in client.post(url, isian).content.decode()


@pytest.fixture
def penetapan(kabupaten):
    return PenetapanIdm.objects.create(
        kabupaten=kabupaten, tahun=2024, nomor="BA/1", tanggal="2024-12-29"
    )


def test_berita_acara(penetapan, kabupaten):
    penetapan.refresh_from_db()
    isi = penetapan.reading().isi
    assert len(isi.desa) == 288
    assert (isi.naik, isi.turun) == (44, 0)
    assert [b.kini for b in isi.tabel.baris] == [11, 106, 171, 0, 0]
    assert sum(k.jumlah for k in isi.kecamatan) == 288
    html = print_html(penetapan)
    assert "44 desa naik status dan 0 desa turun" in html
    assert html.index("Lampiran 1") < html.index("Lampiran 2")
    book = load_workbook(BytesIO(xlsx(penetapan.jenis_naskah.lembar(isi))))
    assert book["Desa"].max_row > 288
    assert penetapan.reading().missing == []


def test_pdf_berita_acara_memuat_tiap_tulisannya(penetapan):
    """Tanda tangan di halaman berita acaranya sendiri; lampiran tanpa tanda tangan."""
    penetapan.refresh_from_db()
    pdf = print_pdf(penetapan)
    assert tak_terbaca(tabular(penetapan), pdf) == []
    muka, *lampiran = tulisan_halaman(pdf)
    assert "Demikian berita acara ini" in muka
    assert "NIP." in muka
    assert not [teks for teks in lampiran if "NIP." in teks]


def test_yang_menahan_dan_yang_perlu_diketahui(penetapan, kabupaten, desa, instrumen, akun):
    penetapan.refresh_from_db()
    lain = Desa.objects.desa().exclude(pk=desa.pk).first()
    IdmDesa.objects.filter(desa=lain, tahun=2024).delete()
    jawab(isian=baru(desa, instrumen), jawaban={2: 0}, by=akun["operator"])
    kurang_apa = " ".join(penetapan.reading().missing)
    assert f"1 desa belum punya IDM 2024: {lain.nama}." in kurang_apa
    assert f"1 draf belum diverifikasi: {desa.nama}." in kurang_apa
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    nilai = {nama: getattr(row, nama) for nama in ("iks", "ike", "ikl")}
    TerbitanIdm.objects.create(
        desa=desa, tahun=2024, **nilai, idm="0.9000", status="MANDIRI", sumber="uji"
    )
    tahun_lalu(desa, instrumen, "5" * 50)
    temuan = {f.kelas: f for f in penetapan.reading().temuan}
    assert temuan["V12"].tercetak == "0,9000 Mandiri"
    assert "turun dua atau lebih" in temuan["V8"].pesan
    assert "V4" not in temuan
    lama = PenetapanIdm(kabupaten=kabupaten, tahun=2023)
    assert any("hanya diketahui indeksnya" in f.pesan for f in lama.reading().temuan)
    assert lama.reading().isi.naik is None


def test_tanda_tangan_mengunci_idm(penetapan, akun, desa, instrumen, monkeypatch):
    penetapan.refresh_from_db()
    monkeypatch.setattr(render, "typeset", lambda *isi: b"%PDF-1.7 uji")
    monkeypatch.setattr("documents.signing.has_certificate", lambda nip: False)
    advance(penetapan, step="submit", by=akun["operator"])
    advance(PenetapanIdm.objects.get(pk=penetapan.pk), step="approve", by=akun["kepala.bidang"])
    sandi = "desa-membangun-2023"
    advance(
        PenetapanIdm.objects.get(pk=penetapan.pk),
        step="sign",
        by=akun["kepala.dinas"],
        password=sandi,
    )
    with pytest.raises(Refused, match="Indeks Desa tahun 2024 terkunci"):
        jawab(isian=baru(desa, instrumen), jawaban={2: 0}, by=akun["operator"])
    assert "terkunci" in IsianGrid(akun["operator"], 2024).rows()[0].lock_reason
