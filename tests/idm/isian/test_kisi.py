"""Kisi IDM: desa kali indikator, poin dimensi, dan biaya langkah."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.audit import Refused
from core.grid import GridRefused, Ubahan
from core.models import AuditEvent
from idm.actions.biaya import store_biaya
from idm.actions.dimensi import store_poin, verifikasi_poin
from idm.actions.isian import rubrik, verifikasi
from idm.grids import BiayaGrid, IsianGrid, PoinGrid
from idm.models import BiayaLangkah, DimensiIndeks, IndeksDesa, IsianIdm, PoinDimensi
from idm.reports.daftar import daftar
from villages.models import Desa

pytestmark = pytest.mark.django_db


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
    assert "Sudah diverifikasi" in {r.kode: r for r in grid.rows()}[desa.kode].sebab_lock
    halaman = client.get("/idm/isian/kisi/?tahun=2024", follow=True).content.decode()
    assert "Sungai Rebo" in halaman
    assert "Kuesioner tiap desa" in halaman


def test_banyak_kueri_tetap(akun, kabupaten, instrumen):
    def kueri(create):
        with CaptureQueriesContext(connection) as queries:
            create()
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
    with pytest.raises(Refused, match="terkunci"):
        store_poin(
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
    indikator = rubrik(instrumen)[2]
    banyak = AuditEvent.objects.count()
    store_biaya(kabupaten=kabupaten, indikator=indikator, biaya={5: 30_000_000}, by="uji")
    assert AuditEvent.objects.count() == banyak
    store_biaya(kabupaten=kabupaten, indikator=indikator, biaya={5: None, 4: None}, by="uji")
    assert not BiayaLangkah.objects.exists()
    assert BiayaGrid(akun["operator"], 2015).rows() == []
