"""Berita acara IDM: isi, cetakan, yang menahan, dan tahun yang dikuncinya."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from core.audit import Refused
from core.spreadsheet import xlsx
from documents import render
from documents.actions import advance
from documents.printing import print_html, print_pdf, tabular
from idm.actions.isian import jawab
from idm.grids import IsianGrid
from idm.models import IdmDesa, PenetapanIdm, TerbitanIdm
from tests.idm.isian.bahan import baru, tahun_lalu
from tests.terbaca import tak_terbaca, tulisan_halaman
from villages.models import Desa

pytestmark = pytest.mark.django_db


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


@pytest.mark.sekali("rupa PDF; isinya diuji lewat halaman dan XLSX pada keduanya")
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
    advance(penetapan, langkah="submit", by=akun["operator"])
    advance(PenetapanIdm.objects.get(pk=penetapan.pk), langkah="approve", by=akun["kepala.bidang"])
    sandi = "desa-membangun-2023"
    advance(
        PenetapanIdm.objects.get(pk=penetapan.pk),
        langkah="sign",
        by=akun["kepala.dinas"],
        password=sandi,
    )
    with pytest.raises(Refused, match="Indeks Desa tahun 2024 terkunci"):
        jawab(isian=baru(desa, instrumen), jawaban={2: 0}, by=akun["operator"])
    assert "terkunci" in IsianGrid(akun["operator"], 2024).rows()[0].sebab_lock
