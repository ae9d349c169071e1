"""Berita acara Indeks Desa: isi, cetakan, yang menahan, ujinya, dan tahun yang dikuncinya."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from accounts.models import User
from core import door
from core.audit import Refused
from core.spreadsheet import xlsx
from documents import render
from documents.actions import advance
from documents.printing import isi_naskah, print_pdf, tabular
from idm.actions.peragaan import create_peragaan
from idm.grids import PoinGrid
from idm.models import IndeksDesa, LayananRumusan, PenetapanIdm, TerbitanIndeks
from idm.naskah.rumusan.reports import TidakDilayani, contoh, hasil_tetap
from tests.factories import make_penetapan
from tests.terbaca import TANPA, isi_tak_terbaca, tak_terbaca
from villages.models import Desa

pytestmark = pytest.mark.django_db


@pytest.fixture
def diisi(kabupaten):
    """Indeks Desa kedua edisi, sebagai data sungguhan."""
    for tahun in (2025, 2026):
        create_peragaan(kabupaten=kabupaten, tahun=tahun, by="uji")
    IndeksDesa.objects.update(is_contoh=False)


@pytest.fixture
def penetapan(diisi, kabupaten):
    PenetapanIdm.objects.create(kabupaten=kabupaten, tahun=2026, nomor="BA/2", tanggal="2026-12-29")
    return PenetapanIdm.objects.get(tahun=2026)


def test_isi_menurut_indeks_tahunnya(penetapan, kabupaten):
    isi = penetapan.reading().isi
    assert str(penetapan) == f"Penetapan Indeks Desa 2026 {kabupaten}"
    assert [satu.maksimum for satu in isi.dimensi] == [170, 85, 160, 90, 50, 80]
    assert isi.penuh == 635
    assert len(isi.desa) == sum(satu.jumlah for satu in isi.kecamatan) == isi.tabel.jumlah_kini
    assert isi.naik + isi.turun > 0
    assert penetapan.reading().missing == []
    for desa in isi.desa[:20]:
        assert desa.skor == (sum(desa.poin) / 635 * 100).quantize(Decimal("0.01"))
        assert sum(map(int, desa.jawaban)) == sum(desa.poin)
    assert type(isi) is not type(PenetapanIdm(kabupaten=kabupaten, tahun=2024).reading().isi)
    naskah = PenetapanIdm(kabupaten=kabupaten, tahun=2025)
    assert naskah.reading().isi.naik is None
    kalimat = " ".join(p.teks for p in tabular(naskah).bagian[0].penutup)
    assert "karena tahun 2024 memakai IDM" in kalimat
    assert "Data Indeks Desa tahun 2025 terkunci" in kalimat


@pytest.mark.sekali("rupa PDF; isinya diuji lewat lembarnya pada keduanya")
def test_cetakan_dan_lembarnya(penetapan):
    pdf = print_pdf(penetapan)
    assert tak_terbaca(tabular(penetapan), pdf) == []
    assert isi_tak_terbaca(isi_naskah(penetapan), pdf, *TANPA["penetapan_indeks"]) == []
    book = load_workbook(BytesIO(xlsx(penetapan.jenis_naskah.lembar(penetapan.reading().isi))))
    baris = list(book["Desa"].iter_rows(values_only=True))
    (kepala,) = [satu for satu in baris if satu[0] == "No"]
    assert kepala[4:12] == (
        "Layanan Dasar", "Sosial", "Ekonomi", "Lingkungan", "Aksesibilitas",
        "Tata Kelola Pemerintahan Desa", "Skor", "Status",
    )  # fmt: skip


def test_yang_menahan_dan_yang_disebut_uji(penetapan):
    desa = Desa.objects.get(kode="16.07.01.2004")
    rows = IndeksDesa.objects.filter(desa=desa)
    row = rows.get(tahun=2026)
    TerbitanIndeks.objects.create(
        desa=desa, tahun=2026, instrumen=row.instrumen, skor="1", status="MANDIRI", sumber="uji"
    )
    rows.filter(tahun=2026).update(skor=row.skor + 1, jawaban="1" * 127)
    rows.filter(tahun=2025).update(jawaban="5" * 127)
    lain = Desa.objects.get(kode="16.07.01.2001")
    IndeksDesa.objects.filter(desa=lain, tahun=2026).update(jawaban="", poin="")
    reading = penetapan.reading()
    temuan = {(satu.kelas, satu.tempat): satu for satu in reading.temuan}
    assert temuan["V12", str(desa)].tercetak == "1,00 Mandiri"
    assert "jumlah poin dimensinya" in temuan["V4", str(desa)].pesan
    assert temuan["V8", str(desa)].pesan.startswith("127 skor turun")
    assert "1 desa hanya diketahui skornya" in temuan["V4", "Skor tanpa aspek"].pesan
    IndeksDesa.objects.filter(desa=lain, tahun=2026).delete()
    (kurang,) = PenetapanIdm.objects.get(pk=penetapan.pk).reading().missing
    assert kurang == f"1 desa belum punya Indeks Desa 2026: {lain.nama}."


def test_tanda_tangan_mengunci_tahunnya(penetapan, operator, monkeypatch):
    monkeypatch.setattr(render, "typeset", lambda *isi: b"%PDF-1.7 uji")
    monkeypatch.setattr("documents.signing.has_certificate", lambda nip: False)
    for langkah, nama in (("submit", "operator"), ("approve", "kepala.bidang")):
        akun = User.objects.get(username=nama)
        advance(PenetapanIdm.objects.get(pk=penetapan.pk), langkah=langkah, by=akun)
    kepala = User.objects.get(username="kepala.dinas")
    sah = PenetapanIdm.objects.get(pk=penetapan.pk)
    advance(sah, langkah="sign", by=kepala, password="desa-membangun-2023")
    assert "terkunci oleh Penetapan Indeks Desa" in IndeksDesa.lock_for("16.07", 2026)
    assert "terkunci" in PoinGrid(operator, 2026).rows()[0].sebab_lock
    row = IndeksDesa.objects.filter(tahun=2026).first()
    with pytest.raises(Refused, match="terkunci"):
        door.save(row, by=operator)


def test_layanan_rumusan_tetap_idm(kabupaten):
    LayananRumusan.objects.create(kabupaten=kabupaten, is_aktif=True)
    make_penetapan(kabupaten, 2026)
    assert contoh() is None
    with pytest.raises(TidakDilayani, match="tidak ada IDM tahun 2026"):
        hasil_tetap("16.07.01.2004", 2026)
    make_penetapan(kabupaten, 2024)
    assert contoh()[1] == 2024
