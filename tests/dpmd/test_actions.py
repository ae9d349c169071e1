"""Mengisi demo: berurutan, sekali saja, dan tidak menimpa yang sudah disunting atau dikunci."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import Bidang, Kabupaten, User
from core.models import AuditEvent
from documents.models import Kunci, Pengesahan, Snapshot
from dpmd import actions
from dpmd.actions import demo, fixtures
from kinerja.models import (
    Lkjip,
    NaskahKinerja,
    Peraturan,
    PerjanjianKinerja,
    SkalaPredikat,
    TingkatPredikat,
)
from tests.factories import make_pejabat

pytestmark = pytest.mark.django_db


BESAR = ("wilayah", "batas", "lembaga", "bkad", "idm")  # sudah diisi pada cetakan demo


def isi():
    keluaran = StringIO()
    call_command("seed_demo", "--tanpa-peragaan", stdout=keluaran)
    return keluaran.getvalue()


def test_pengisian_pertama_mencatat_tiap_berkas(monkeypatch):
    berkas = tuple(
        f for f in actions.FIXTURES if not any(nama in f[0] for nama in BESAR) or not f[1]
    )
    monkeypatch.setattr(fixtures, "FIXTURES", berkas)
    pertama = isi()
    dimuat = len(berkas) + 1  # daftar nomenklatur semua urusan bukan fixture
    assert pertama.count("baris dimuat") == dimuat
    assert "Draf LKjIP Banyuasin 2023: dibuka" in pertama
    assert NaskahKinerja.objects.count() == len(actions.NASKAH_DEMO)
    assert (User.objects.count(), Lkjip.objects.count()) == (14, 1)
    muatan = AuditEvent.objects.filter(action="muat").exclude(model="kinerja.Lkjip")
    assert muatan.count() == dimuat


def test_aman_diulang_dan_suntingan_tidak_tertimpa(nyata):
    """Cetakan demo sudah berisi: pengisian berikutnya tidak mengubah apa pun."""
    Bidang.objects.filter(nama="Sekretariat").update(urutan=9)
    counts = User.objects.count(), Lkjip.objects.count()
    kedua = isi()
    assert "baris dimuat" not in kedua
    assert kedua.count("sudah dimuat, dilewati") == len(actions.FIXTURES) + 1
    assert (User.objects.count(), Lkjip.objects.count()) == counts == (14, 1)
    assert "Draf naskah kinerja baru: 0" in kedua
    assert NaskahKinerja.objects.count() == len(actions.NASKAH_DEMO)
    assert set(PerjanjianKinerja.objects.values_list("kabupaten__kode", "tahun")) == {
        ("16.07", 2023),
        ("15.02", 2024),
    }
    assert Bidang.objects.filter(nama="Sekretariat", urutan=9).exists()
    muatan = AuditEvent.objects.filter(action="muat").exclude(
        model="kinerja.Lkjip"
    )  # bagian LKjIP bukan fixture
    assert muatan.count() == len(actions.FIXTURES) + 1


def test_kabupaten_terkunci_tidak_disentuh(tmp_path, banyuasin):
    snapshot = Snapshot.objects.create(
        kabupaten=banyuasin, document="x", document_id=1, version=1, content="{}", sha256="0" * 64,
        created_at=timezone.now(), created_by="uji",
    )  # fmt: skip
    sah = Pengesahan.objects.create(
        kabupaten=banyuasin, kode="A", judul="LKjIP 2023", nomor="1", tanggal="2024-01-08",
        penanda_tangan="x", jabatan="y", snapshot=snapshot, pdf="x.pdf", pdf_sha256="1" * 64,
        signed_at=timezone.now(),
    )  # fmt: skip
    Kunci.objects.create(kabupaten=banyuasin, tahun=2023, pengesahan=sah)
    path = tmp_path / "baru.json"
    path.write_text(json.dumps([]))
    hasil = actions.load_fixture(path=path, kabupaten="16.07", by="uji")
    assert hasil.startswith("tidak dimuat. Data tahun 2023 terkunci")


def isi_bidang(path, **urutan):
    """Berkas berisi bidang dinas Banyuasin menurut namanya."""
    rows = [
        {
            "model": "accounts.bidang",
            "fields": {"perangkat_daerah": ["16.07"], "nama": n, "urutan": u},
        }
        for n, u in urutan.items()
    ]
    path.write_text(json.dumps(rows))
    return actions.load_fixture(path=path, kabupaten="16.07", by="uji")


def test_berkas_berisi_baru_mengganti_baris_berkunci_sama(tmp_path, banyuasin):
    assert isi_bidang(tmp_path / "satu.json", Pertama=1, Kedua=2) == "2 baris dimuat"
    semula = dict(Bidang.objects.values_list("nama", "pk"))
    assert isi_bidang(tmp_path / "satu.json", Kedua=5, Ketiga=3) == "2 baris dimuat"
    urutan = dict(Bidang.objects.values_list("nama", "urutan"))
    assert urutan == {"Pertama": 1, "Kedua": 5, "Ketiga": 3}
    assert dict(Bidang.objects.values_list("nama", "pk")).items() >= semula.items()


def isi_acuan(path, *, akhir, pedoman):
    """Acuan bersama: satu peraturan, dan pedoman berbutir menurut versinya."""
    hukum = {"kabupaten": None, "nama": "PP uji", "tentang": "uji", "tingkat": 2}
    rows = [
        {
            "model": "kinerja.peraturan",
            "fields": hukum | {"tahun_awal": 2020, "tahun_akhir": akhir},
        }
    ]
    for kode, urutan in pedoman:
        rows.append(
            {"model": "kinerja.skalapredikat", "fields": {"kode": kode, "nama": f"Skala {kode}"}}
        )
        for nomor in urutan:
            tingkat = {"skala": [kode], "urutan": nomor, "nama": f"Tingkat {nomor}"}
            rows.append({"model": "kinerja.tingkatpredikat", "fields": tingkat})
    path.write_text(json.dumps(rows))
    return actions.load_fixture(path=path, kabupaten="", by="uji")


def test_acuan_rilis_baru_tidak_mengubah_edisi_yang_dipakai(tmp_path):
    """Peraturan mengikuti berkasnya; skala yang ada tetap seperti disunting, yang baru ditambah."""
    path = tmp_path / "acuan.json"
    assert isi_acuan(path, akhir=None, pedoman=[("lama", (1, 2))]) == "4 baris dimuat"
    SkalaPredikat.objects.update(nama="Disunting")
    hasil = isi_acuan(path, akhir=2024, pedoman=[("lama", (1, 2, 3)), ("baru", (1,))])
    assert hasil == "3 baris dimuat"
    assert Peraturan.objects.get().tahun_akhir == 2024
    nama = dict(SkalaPredikat.objects.values_list("kode", "nama"))
    assert nama == {"lama": "Disunting", "baru": "Skala baru"}
    tingkat = TingkatPredikat.objects.values_list("skala__kode", "urutan")
    assert sorted(tingkat) == [("baru", 1), ("lama", 1), ("lama", 2)]


def perintah_acuan():
    keluaran = StringIO()
    call_command("load_acuan", stdout=keluaran)
    return keluaran.getvalue()


def test_perintah_acuan_menunggu_kantor_pertama():
    assert perintah_acuan().endswith("dimuat saat kantor pertama dibuka.\n")
    assert not Peraturan.objects.exists()


def test_perintah_acuan(banyuasin):
    banyak = len(json.loads((fixtures.FOLDER / "acuan_peraturan.json").read_text()))
    assert f"acuan_peraturan.json: {banyak} baris dimuat" in perintah_acuan()
    assert Peraturan.objects.count() == banyak
    assert "baris dimuat" not in perintah_acuan()


def test_kolom_kosong_dan_rujukan_dibaca_menurut_jenisnya(tmp_path, banyuasin):
    path = tmp_path / "peraturan.json"
    isi = {"nama": "Perda uji", "tentang": "uji", "tingkat": 5, "tahun_awal": 2020}
    rows = [
        {"model": "kinerja.peraturan", "fields": isi | {"kabupaten": kode}}
        for kode in (None, ["16.07"])
    ]
    path.write_text(json.dumps(rows))
    actions.load_fixture(path=path, kabupaten="16.07", by="uji")
    dimuat = Peraturan.objects.filter(nama="Perda uji").order_by("pk")
    assert [satu.kabupaten for satu in dimuat] == [None, banyuasin]


def test_hanya_pada_demo(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="hanya berjalan pada demo"):
        isi()
    assert not Kabupaten.objects.exists()


def test_sertifikat_demo_tidak_diganti(banyuasin):
    pejabat = make_pejabat(banyuasin)
    demo.create_demo_certificate(pejabat)
    path = demo.signing.certificate_path(pejabat.nip)
    before = path.read_bytes()
    demo.create_demo_certificate(pejabat)
    assert path.read_bytes() == before
