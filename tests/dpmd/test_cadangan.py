"""Cadangan dan pemulihannya: utuh kembali di tempat kosong; yang rusak ditolak tanpa sisa."""

import json
import tarfile
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import override_settings

from core import keutuhan
from core.audit import Refused
from dpmd import arsip as arsip_basis
from dpmd.actions import cadangan
from dpmd.actions.cadangan import BASIS_DATA, BULANAN, DAFTAR, HARIAN, CadanganRusak
from tests.bukti import bukti_demo
from tests.conftest import salinan
from villages.models import Desa

pytestmark = pytest.mark.django_db(transaction=True)
BERKAS = {"berkas/bukti/a.pdf": b"%PDF-1.7 bukti", "sertifikat/1.p12": b"rahasia"}


def cadangkan(folder):
    """Cadangan kedua kabupaten demo dengan berkas buktinya dan dua berkas lain."""
    data = folder / "data"
    with override_settings(DATA_DIR=data, MEDIA_ROOT=data / "berkas"):
        bukti = bukti_demo()
        keutuhan.seal("Bukti uji disusun di luar pintu menulis.")
        for nama, isi in BERKAS.items():
            path = data / nama
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(isi)
        keluaran = StringIO()
        call_command("backup", folder, stdout=keluaran)
    (path,) = folder.glob("*.tar")
    assert keluaran.getvalue() == f"{path}: basis data dan {bukti + len(BERKAS)} berkas.\n"
    return path


@pytest.fixture(scope="module")
def arsip(nyata, django_db_blocker, tmp_path_factory):
    """Dibuat sekali: ujinya hanya membacanya; basis datanya dikembalikan."""
    with django_db_blocker.unblock():
        path = cadangkan(tmp_path_factory.mktemp("arsip"))
        salinan.restore()
    return path


@pytest.fixture
def kosong(arsip, settings, tmp_path):
    """Basis data tanpa tabel dan folder data kosong."""
    settings.DATA_DIR = tmp_path / "baru"
    settings.DATA_DIR.mkdir()
    settings.MEDIA_ROOT = settings.DATA_DIR / "berkas"
    with salinan.blank():
        yield settings.DATA_DIR


def banyak():
    """Banyak baris tiap tabel."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def test_pulih_utuh_di_tempat_kosong(nyata, settings, tmp_path):
    arsip = cadangkan(tmp_path)
    semula = banyak()
    settings.DATA_DIR = tmp_path / "baru"
    settings.DATA_DIR.mkdir()
    settings.MEDIA_ROOT = settings.DATA_DIR / "berkas"
    with salinan.blank():
        keluaran = StringIO()
        call_command("restore", arsip, stdout=keluaran)
        assert banyak() == semula
        assert semula["villages.Desa"] == 313
        assert "Rantai audit dan barisnya utuh." in keluaran.getvalue()
        assert "Semua dokumen utuh." in keluaran.getvalue()
        for nama, isi in BERKAS.items():
            assert (settings.DATA_DIR / nama).read_bytes() == isi
        with pytest.raises(CommandError, match="sudah berisi kantor"):
            call_command("restore", arsip)
        Desa.objects.all().update(nama="berubah")
        call_command("restore", arsip, timpa=True, stdout=StringIO())
        assert not Desa.objects.filter(nama="berubah").exists()
        assert banyak() == semula


def test_pemasangan_tanpa_kantor_pun_dapat_dipulihkan(settings, tmp_path):
    """Tabelnya ada, isinya belum; tidak ada berkas di dalam arsipnya."""
    settings.DATA_DIR.mkdir(parents=True)
    call_command("backup", tmp_path, stdout=StringIO())
    (path,) = tmp_path.glob("*.tar")
    keluaran = StringIO()
    call_command("restore", path, stdout=keluaran)
    assert keluaran.getvalue().startswith("Dipulihkan: basis data dan 0 berkas")


def ubah(arsip, nama, isi):
    """Arsip yang satu isinya diganti, atau dibuang bila `isi` kosong."""
    lain = arsip.with_name("lain.tar")
    with tarfile.open(arsip) as asal, tarfile.open(lain, "w") as tujuan:
        for anggota in asal:
            data = asal.extractfile(anggota).read()
            if anggota.name == nama:
                data = isi
            if data is None:
                continue
            anggota.size = len(data)
            tujuan.addfile(anggota, BytesIO(data))
    return lain


RUSAK = [
    ("berkas/bukti/a.pdf", b"%PDF-1.7 palsu", "a.pdf bukan isi semula"),
    ("sertifikat/1.p12", None, "1.p12 tidak ada"),
    (BASIS_DATA, b"", f"{BASIS_DATA} bukan isi semula"),
    (DAFTAR, None, "terpotong"),
    (DAFTAR, b"{}", "Daftar isi arsip cadangan ini rusak"),
]


@pytest.mark.parametrize(("nama", "isi", "pesan"), RUSAK)
def test_arsip_rusak_ditolak_sebelum_apa_pun_diubah(kosong, arsip, nama, isi, pesan):
    with pytest.raises(CommandError, match=pesan):
        call_command("restore", ubah(arsip, nama, isi))
    assert list(kosong.iterdir()) == []
    with pytest.raises(CommandError, match=pesan):
        call_command("restore", ubah(arsip, nama, isi), periksa=True)


def test_yang_bukan_arsip_dan_yang_terpotong(kosong, arsip, tmp_path):
    potong = tmp_path / "potong.tar"
    potong.write_bytes(arsip.read_bytes()[:100_000])
    sampah = tmp_path / "sampah.tar"
    sampah.write_bytes(b"bukan arsip")
    for path in (potong, sampah):
        with pytest.raises(CadanganRusak):
            cadangan.restore(path)
    with pytest.raises(CommandError, match="tidak ada"):
        call_command("restore", tmp_path / "tiada.tar")
    assert list(kosong.iterdir()) == []


def test_folder_di_dalam_arsip_bukan_isinya(kosong, arsip, tmp_path):
    isi = cadangan.check(arsip)
    lain = tmp_path / "folder.tar"
    (tmp_path / BASIS_DATA).mkdir()
    daftar = tmp_path / DAFTAR
    daftar.write_text(json.dumps(vars(isi)))
    with tarfile.open(lain, "w") as tar:
        tar.add(tmp_path / BASIS_DATA, BASIS_DATA)
        tar.add(daftar, DAFTAR)
    with pytest.raises(CadanganRusak, match=f"{BASIS_DATA} bukan berkas"):
        cadangan.restore(lain)


def test_jalan_ke_luar_folder_ditolak(kosong, arsip, monkeypatch, tmp_path):
    isi = cadangan.check(arsip)
    sidik = {BASIS_DATA: isi.sidik[BASIS_DATA], "../luar": "0"}
    utuh = cadangan.Cadangan(isi.mesin, isi.waktu, sidik)
    monkeypatch.setattr(cadangan, "check", lambda path: utuh)
    with pytest.raises(CadanganRusak, match="menunjuk ke luar"):
        cadangan.restore(arsip)
    assert not (tmp_path / "luar").exists()


def test_mesin_lain_dan_folder_berisi_ditolak(kosong, arsip, monkeypatch):
    isi = cadangan.check(arsip)
    lain = cadangan.Cadangan("mesin lain", isi.waktu, isi.sidik)
    with monkeypatch.context() as patch:
        patch.setattr(cadangan, "check", lambda path: lain)
        with pytest.raises(Refused, match="dari mesin lain"):
            cadangan.restore(arsip)
    (kosong / "berkas").mkdir()
    (kosong / "berkas/x").write_bytes(b"x")
    with pytest.raises(Refused, match="sudah berisi berkas"):
        cadangan.restore(arsip)


def test_folder_tujuan_harus_ada(tmp_path):
    with pytest.raises(CommandError, match="tidak ada"):
        call_command("backup", tmp_path / "tiada")


def test_yang_lama_dibuang(tmp_path):
    """Dua puluh hari terakhir dan dua tahun sebelumnya: 14 terbaru, lalu satu tiap bulan."""
    kini = datetime(2026, 11, 29, 2, tzinfo=UTC)
    hari = [kini - timedelta(days=n) for n in range(760)]
    for satu in hari:
        (tmp_path / cadangan.nama_arsip(satu)).touch()
    (tmp_path / "catatan.tar").touch()
    cadangan.rotate(tmp_path)
    sisa = sorted(path.name for path in tmp_path.glob("dpmd-*"))
    bulan = {nama[5:11] for nama in sisa}
    assert set(sisa) >= {cadangan.nama_arsip(satu) for satu in hari[:HARIAN]}
    assert len(bulan) == BULANAN
    assert len(sisa) <= HARIAN + BULANAN
    assert (tmp_path / "catatan.tar").exists()
    assert cadangan.rotate(tmp_path) == []


def test_perkakas_yang_tiada_atau_gagal_disebut():
    with pytest.raises(Refused, match="perkakas-tiada tidak ada; pasang paket postgresql-client"):
        arsip_basis.jalankan("perkakas-tiada")
    with pytest.raises(Refused, match="false gagal"):
        arsip_basis.jalankan("false")
