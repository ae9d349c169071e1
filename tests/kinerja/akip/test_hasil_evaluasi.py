"""Laporan Hasil Evaluasi: dari lembar kerja yang lengkap sampai nilai yang dibaca LKjIP."""

import datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from core import door
from core.audit import Invalid, Refused
from documents.actions import Denied, advance
from kinerja.akip.actions import Jawaban, recommend
from kinerja.models import EvaluasiAkip, HasilEvaluasi, IsianAkip, Rekomendasi
from kinerja.tahun.akip import hasil_akip, read_akip
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.terbaca import isi_tak_terbaca

pytestmark = pytest.mark.django_db
SANDI = "desa-membangun-2023"
TANGGAL = datetime.date(2024, 11, 20)


@pytest.fixture
def laporan(evaluasi):
    return HasilEvaluasi.objects.create(
        kabupaten=evaluasi.kabupaten,
        tahun=evaluasi.tahun,
        evaluasi=evaluasi,
        nomor="700/LHE/2024",
        tanggal=TANGGAL,
    )


def sign(laporan, akun):
    diajukan = advance(laporan, langkah="submit", by=akun["inspektorat"])
    return advance(diajukan, langkah="sign", by=akun["inspektur"], password=SANDI)


def test_menunggu_semua_subkomponen_bertingkat(laporan, akun, setarakan, evaluasi):
    with pytest.raises(Refused, match=r"Subkomponen belum bertingkat: 1\.a, 1\.b, 1\.c, 2\.a"):
        advance(laporan, langkah="submit", by=akun["inspektorat"])
    setarakan("operator", "A")  # penilaian dinas tidak menggantikannya
    with pytest.raises(Refused, match="belum bertingkat"):
        advance(laporan, langkah="submit", by=akun["inspektorat"])
    setarakan("inspektorat", "BB")
    IsianAkip.objects.filter(pihak="inspektorat", butir__kode="3.b").update(tingkat=None)
    with pytest.raises(Refused, match=r"belum bertingkat: 3\.b\."):
        advance(laporan, langkah="submit", by=akun["inspektorat"])


def test_tanda_tangan_menetapkan_nilai_dan_menutup_lembarnya(
    laporan, akun, setarakan, fill, evaluasi, tanpa_cetak, kabupaten
):
    setarakan("operator", "A")
    setarakan("inspektorat", "B", c3="BB")
    assert hasil_akip(evaluasi) is None
    assert TahunKinerja(kabupaten, evaluasi.tahun).rujukan["akip.nilai"].nilai is None
    diajukan = advance(laporan, langkah="submit", by=akun["inspektorat"])
    with pytest.raises(Denied):
        advance(diajukan, langkah="sign", by=akun["kepala.dinas"], password=SANDI)
    sah = advance(diajukan, langkah="sign", by=akun["inspektur"], password=SANDI)
    hasil = read_akip(kabupaten, evaluasi.tahun)
    assert (hasil.nilai, hasil.kategori) == (Decimal("70.75"), "BB")
    assert hasil.komponen == {"1": 21, "2": 21, "3": Decimal("11.25"), "4": Decimal("17.5")}
    rujukan = TahunKinerja(kabupaten, evaluasi.tahun).rujukan
    assert (rujukan["akip.nilai"].teks, rujukan["akip.kategori"].teks) == ("70,75", "BB")
    isi = sah.jenis_naskah.restore(sah.snapshot.content)
    assert (isi.lalu, isi.predikat_lalu, isi.perkiraan) == (Decimal("71.5"), "BB", 90)
    for username in ("operator", "inspektorat"):
        with pytest.raises(Refused, match="sudah ditandatangani"):
            fill(username, 1, {"1.a.1": Jawaban("ya")})
    evaluasi.target = "A"
    with pytest.raises(Refused, match="sudah ditandatangani"):
        door.save(evaluasi, by=akun["inspektorat"])


def test_pengganti_membuka_lembarnya_nilai_lama_berlaku_sampai_ia_sah(
    laporan, akun, setarakan, evaluasi, tanpa_cetak, kabupaten
):
    setarakan("inspektorat", "B")
    lama = sign(laporan, akun)
    pengganti = HasilEvaluasi.objects.create(
        kabupaten=kabupaten,
        tahun=evaluasi.tahun,
        evaluasi=evaluasi,
        nomor="700/LHE-2/2024",
        tanggal=TANGGAL,
        menggantikan=lama,
    )
    setarakan("inspektorat", "BB")
    assert read_akip(kabupaten, evaluasi.tahun).nilai == 70
    sign(pengganti, akun)
    hasil = read_akip(kabupaten, evaluasi.tahun)
    assert (hasil.nilai, hasil.kategori) == (80, "BB")
    with pytest.raises(Refused, match="sudah ditandatangani"):
        setarakan("inspektorat", "C")


def test_lembar_kerja_tetap_selama_laporannya_diajukan(
    laporan, akun, setarakan, evaluasi, tanpa_cetak
):
    """Dinas tidak dapat menggagalkan tanda tangan dengan mengubah perkiraannya."""
    setarakan("inspektorat", "B")
    diajukan = advance(laporan, langkah="submit", by=akun["inspektorat"])
    for username in ("operator", "inspektorat"):
        with pytest.raises(Refused, match="sedang diajukan"):
            setarakan(username, "E")
    draf = advance(diajukan, langkah="return", by=akun["inspektur"], note="Periksa lagi 3.c.")
    setarakan("inspektorat", "BB")
    assert sign(draf, akun).is_signed


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [({"tahun": 2025}, "bagi tahun itu"), ({"pedoman": None, "nilai": 99}, "menurut pedoman itu")],
)
def test_yang_dilaporkan_tidak_berganti_tahun_dan_pedoman(laporan, akun, evaluasi, isi, pesan):
    """Belum satu pun dijawab: draf laporannya sudah menahannya."""
    for nama, nilai in isi.items():
        setattr(evaluasi, nama, nilai)
    with pytest.raises(Invalid, match=pesan):
        door.save(evaluasi, by=akun["inspektorat"])


def test_laporan_rusak_bukan_nilai(
    laporan, akun, setarakan, evaluasi, tanpa_cetak, without_triggers
):
    setarakan("inspektorat", "B")
    sah = sign(laporan, akun)
    type(sah.snapshot)._base_manager.filter(pk=sah.snapshot_id).update(content="{}")
    assert hasil_akip(EvaluasiAkip.objects.get(pk=evaluasi.pk)) is None


def test_hanya_evaluasi_berpedoman_yang_dilaporkan(masuk, kabupaten, evaluasi):
    pereviu = masuk("inspektorat")
    create = reverse("kinerja:hasilevaluasi_create")
    disalin = EvaluasiAkip.objects.get(kabupaten=kabupaten, tahun=2023)
    isian = {"nomor": "700/1/2024", "tanggal": "20 November 2024", "kiriman": "k"}
    assert pereviu.post(create, isian | {"evaluasi": disalin.pk}).status_code == 200
    assert pereviu.post(create, isian | {"evaluasi": evaluasi.pk}).status_code == 302
    assert HasilEvaluasi.objects.get().tahun == evaluasi.tahun
    assert masuk("operator").post(create, isian | {"evaluasi": evaluasi.pk}).status_code == 403


@pytest.mark.sekali("rupa PDF; isinya diuji lewat halaman pada keduanya")
def test_setiap_tulisan_laporan_tercetak(laporan, akun, setarakan, evaluasi, masuk):
    setarakan("operator", "A")
    setarakan("inspektorat", "B")
    butir = evaluasi.pedoman.butir.get(kode="1.a")
    recommend(evaluasi=evaluasi, butir=butir, by=akun["inspektorat"])
    Rekomendasi.objects.filter(tahun=evaluasi.tahun).update(tenggat=datetime.date(2025, 3, 31))
    pereviu = masuk("inspektorat")
    pdf = pereviu.get(reverse("kinerja:hasilevaluasi_pdf", args=[laporan.pk])).content
    assert isi_tak_terbaca(laporan.reading().isi, pdf) == []
    xlsx = pereviu.get(reverse("kinerja:hasilevaluasi_xlsx", args=[laporan.pk])).content
    assert load_workbook(BytesIO(xlsx)).sheetnames == ["Nilai", "Catatan", "Rekomendasi"]


def test_tren_memuat_yang_disalin_dan_yang_sah(
    laporan, akun, setarakan, evaluasi, masuk, tanpa_cetak
):
    halaman = masuk("operator").get(evaluasi.get_absolute_url()).content.decode()
    assert "2023: BB" in halaman
    assert "2024: belum ada laporan yang sah" in halaman
    setarakan("inspektorat", "BB")
    sign(laporan, akun)
    halaman = masuk("operator").get(evaluasi.get_absolute_url()).content.decode()
    assert "2024: BB" in halaman
    assert "24,00" in halaman  # komponen pertama


def test_nilai_tahun_lalu_yang_tercetak_ikut_tetap(
    laporan, akun, setarakan, evaluasi, tanpa_cetak, kabupaten
):
    """Laporan 2024 mencetak nilai 2023 yang disalin; penggantinya membukanya lagi."""
    lalu = EvaluasiAkip.objects.get(kabupaten=kabupaten, tahun=2023)
    lalu.target = "A"
    door.save(lalu, by=akun["inspektorat"])
    setarakan("inspektorat", "B")
    diajukan = advance(laporan, langkah="submit", by=akun["inspektorat"])
    lalu.nilai = 90
    with pytest.raises(Refused, match="Nilai 2023 tercetak pada Laporan Hasil Evaluasi AKIP 2024"):
        door.save(lalu, by=akun["inspektorat"])
    sah = advance(diajukan, langkah="sign", by=akun["inspektur"], password=SANDI)
    with pytest.raises(Refused, match="tercetak pada"):
        door.delete(lalu, by=akun["inspektorat"])
    HasilEvaluasi.objects.create(
        kabupaten=kabupaten, tahun=evaluasi.tahun, evaluasi=evaluasi, menggantikan=sah
    )
    door.save(lalu, by=akun["inspektorat"])
    assert read_akip(kabupaten, 2023).nilai == 90
