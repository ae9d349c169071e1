"""Cadangan dan pemulihan yang gagal di tengah: kalimatnya benar, sisanya tidak tertinggal."""

import io
import os
import sys
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from core.audit import Refused
from dpmd.actions import cadangan
from dpmd.management.commands import restore

pytestmark = pytest.mark.django_db
ISI = {"berkas/a.pdf": b"%PDF-1.7 bukti", "sertifikat/1.p12": b"rahasia"}
KINI = datetime(2026, 11, 30, 1, 30, tzinfo=UTC)


@pytest.fixture
def data(settings, tmp_path, monkeypatch):
    """Folder data berisi `ISI`; salinan basis datanya tiruan, jangkarnya tidak ditulis."""
    settings.DATA_DIR = tmp_path / "data"
    for nama, isi in ISI.items():
        path = settings.DATA_DIR / nama
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(isi)
    monkeypatch.setattr(cadangan, "anchor", lambda: 0)
    monkeypatch.setattr(cadangan, "copy", lambda path: path.write_bytes(b"basis"))
    monkeypatch.setattr(cadangan, "_refuse_berisi", lambda: None)
    return settings.DATA_DIR


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cadangan").mkdir()
    return tmp_path / "cadangan"


def penuh(*args):
    raise OSError(28, "No space left on device")


def sqlite_penuh(*args):
    raise Refused("Basis data tidak tersalin: database or disk is full")


def test_tempat_yang_tidak_boleh_dibuka_disebut(data, folder, monkeypatch):
    def tertutup(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(type(folder), "is_dir", tertutup)
    with pytest.raises(CommandError, match=f"tidak berhak atas {folder}"):
        call_command("backup", folder)


@pytest.mark.parametrize("gagal", [penuh, sqlite_penuh])
@pytest.mark.parametrize("tempat", ["copy", "_sidik_berkas"])
def test_disk_penuh_disebut_dan_tidak_bersisa(data, folder, monkeypatch, gagal, tempat):
    monkeypatch.setattr(cadangan, tempat, gagal)
    with pytest.raises(CommandError, match=r"^Cadangan tidak dibuat\. Disknya penuh"):
        call_command("backup", folder)
    assert list(folder.iterdir()) == []


def test_yang_lama_dibuang_sebelum_yang_baru_ditulis(data, folder, monkeypatch):
    """Yang berikutnya mendapat tempatnya walau yang ini gagal; sisa yang terputus pun dihapus."""
    semua = [cadangan.nama_arsip(KINI - timedelta(days=hari)) for hari in range(20)]
    for nama in semua:
        (folder / nama).touch()
    lama, baru = folder / "dpmd-x.sebagian", folder / "dpmd-y.sebagian"
    lama.mkdir()
    (lama / "basis-data").touch()
    os.utime(lama, (0, 0))
    baru.touch()
    monkeypatch.setattr(cadangan, "copy", penuh)
    for _ in range(2):
        with pytest.raises(CommandError, match="Disknya penuh"):
            call_command("backup", folder, stdout=StringIO())
        sisa = {path.name for path in folder.glob("*.tar")}
        assert sisa == {*semua[: cadangan.HARIAN - 1], semua[-1]}  # yang terakhir milik bulannya
    assert (lama.exists(), baru.exists()) == (False, True)


def test_cadangan_pemutakhiran_hanya_beberapa(data, folder):
    for hari in range(60, 200, 30):
        (folder / cadangan.nama_arsip(KINI - timedelta(days=hari))).touch()
    call_command("backup", folder, simpan=3, stdout=StringIO())
    assert len(list(folder.glob("*.tar"))) == 3


@pytest.fixture
def arsip(data, folder):
    path = folder / "a.tar"
    cadangan.backup(path)
    return path


@pytest.fixture
def kosong(arsip, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "baru"
    settings.DATA_DIR.mkdir()
    return settings.DATA_DIR


def test_basis_data_yang_gagal_tidak_meninggalkan_berkas(arsip, kosong, monkeypatch):
    monkeypatch.setattr(cadangan, "pulihkan", penuh)
    with pytest.raises(CommandError, match=r"^Tidak ada yang dipulihkan\. Disknya penuh"):
        call_command("restore", arsip)
    assert list(kosong.iterdir()) == []


def test_yang_gagal_sesudah_basis_datanya_dapat_diulang(arsip, kosong, monkeypatch):
    monkeypatch.setattr(cadangan, "pulihkan", lambda path: None)
    with monkeypatch.context() as patch:
        patch.setattr(cadangan, "_move", penuh)
        with pytest.raises(CommandError, match=r"^Baru sebagian dipulihkan; ulangi dengan --timpa"):
            call_command("restore", arsip)
    monkeypatch.setattr(cadangan, "kosongkan", lambda: None)
    cadangan.restore(arsip, is_timpa=True)
    for nama, isi in ISI.items():
        assert (kosong / nama).read_bytes() == isi


def test_dari_masukan_baku(arsip, kosong, monkeypatch):
    """Arsip di folder yang hanya terbaca root diserahkan sebagai aliran."""
    keluaran = StringIO()
    with arsip.open("rb") as aliran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(aliran))
        call_command("restore", "-", periksa=True, stdout=keluaran)
        cadangan.check(cadangan.MASUKAN)
    assert keluaran.getvalue().startswith("Utuh: basis data dan 2 berkas")


def test_kunci_faktor_pemasangan_asal_ikut(arsip, kosong, settings, monkeypatch):
    """Pada peladen lain SECRET_KEY-nya lain; rahasia lama tetap terbuka, juga dua kali pindah."""
    monkeypatch.setattr(cadangan, "pulihkan", lambda path: None)
    asal = cadangan.kunci_faktor()
    settings.SECRET_KEY = "kunci pemasangan lain"
    assert not set(asal) & set(cadangan.kunci_faktor())
    cadangan.restore(arsip)
    assert cadangan.kunci_faktor()[1:] == asal
    kedua = arsip.with_name("b.tar")
    cadangan.backup(kedua)
    assert kedua.stat().st_mode & 0o077 == 0
    settings.SECRET_KEY = "kunci ketiga"
    cadangan.restore(kedua)
    assert len(cadangan.kunci_faktor()) == 3


def test_arsip_tanpa_kunci_faktor_menyebut_akunnya(monkeypatch):
    keluaran = StringIO()
    monkeypatch.setattr(restore, "tak_terbuka", lambda: ["admin", "kepala.dinas"])
    restore.Command(stderr=keluaran).faktor()
    assert "Kunci faktor kedua 2 akun tidak ikut" in keluaran.getvalue()
    assert "bin/manage lepas_faktor admin kepala.dinas" in keluaran.getvalue()
