"""Bundel bukti: diperiksa di luar sistem dengan Python saja, dan tiap kerusakannya disebut."""

import json
import runpy
import zipfile
from pathlib import Path

import pytest
from django.conf import settings

from core.models import AuditEvent
from documents import check_bundel
from documents.actions import isi_bundel
from documents.actions.kerja import work
from documents.models import Pengesahan, StatusTugas, Tugas
from documents.snapshot import digest
from tests import factories
from tests.documents.bundel.bahan import alamat, jalankan

pytestmark = pytest.mark.django_db
ADA = {
    "BACA.txt",
    "MANIFEST.json",
    "SIDIK.txt",
    "bukti.json",
    "isi.json",
    "jejak.json",
    "naskah.pdf",
    "pengesahan.json",
    "periksa.py",
    "sumber/kinerja.Realisasi.csv",
}


def test_utuh_di_luar_sistem(arsip, folder, bukti, sah):
    isi = {
        berkas.relative_to(folder).as_posix() for berkas in folder.rglob("*") if berkas.is_file()
    }
    assert isi == ADA | {f"bukti/buktirealisasi-{bukti.pk}-berita-acara.pdf"}
    for argumen in ((), (str(arsip),)):
        hasil = jalankan(folder / "periksa.py", *argumen)
        assert (hasil.returncode, hasil.stderr) == (0, "")
        assert "Bundel utuh." in hasil.stdout
    sidik = (folder / "SIDIK.txt").read_text().strip()
    assert sidik in hasil.stdout
    assert sidik[:12] in arsip.name
    assert AuditEvent.objects.filter(model="kinerja.Lkjip", note__contains=sidik).exists()
    assert digest((folder / "naskah.pdf").read_bytes()) == sah.pengesahan.pdf_sha256
    tabel = (folder / "sumber/kinerja.Realisasi.csv").read_text("utf-8-sig")
    assert tabel.splitlines()[1].count(";90;") == 1


def test_zip_rusak_atau_berulang(arsip, tmp_path, capsys):
    rusak = tmp_path / "rusak.zip"
    rusak.write_bytes(b"bukan zip")
    assert check_bundel.main([str(rusak)]) == 1
    assert check_bundel.main([str(tmp_path / "tiada.zip")]) == 1
    with zipfile.ZipFile(arsip, "a") as isi, pytest.warns(UserWarning, match="Duplicate"):
        isi.writestr("naskah.pdf", b"lain")
    assert check_bundel.main([str(arsip)]) == 1
    keluaran = capsys.readouterr().out
    assert keluaran.count("tidak dapat dibuka") == 2
    assert "naskah.pdf ada dua kali" in keluaran


def test_jejak_yang_putus_disebut(folder):
    isi = check_bundel.read(folder)
    jejak = json.loads(isi["jejak.json"])
    jejak[1]["isi"]["nomor"] = jejak[0]["isi"]["nomor"] + 1
    jejak[1]["isi"]["previous_hash"] = "0"
    isi["jejak.json"] = json.dumps(jejak).encode()
    assert any("tidak menyambung" in satu for satu in check_bundel.check(isi))


def test_tanpa_argumen_memeriksa_foldernya_sendiri(arsip, capsys):
    assert check_bundel.main([]) == 1  # folder programnya bukan bundel
    assert check_bundel.main([str(arsip)]) == 0
    assert "Bundel utuh." in capsys.readouterr().out


def test_draf_dan_kantor_lain_ditolak(lkjip, client_for, merangin):
    client = client_for("operator")
    jawaban = client.post(alamat(lkjip), follow=True)
    assert "sudah ditandatangani" in jawaban.content.decode()
    lain = factories.make_lkjip(merangin)
    assert client.post(alamat(lain)).status_code == 404
    assert AuditEvent.objects.latest("pk").note.startswith("milik kabupaten lain")
    dibuka = client.get(alamat(lkjip))
    assert (dibuka.status_code, dibuka["Allow"]) == (405, "POST")
    assert "hanya menerima kiriman formulir" in dibuka.content.decode()
    assert not client.get(alamat(lkjip), headers={"accept": "application/json"}).content
    assert not Tugas.objects.exists()


def pdf_sah():
    return Path(settings.MEDIA_ROOT) / Pengesahan.objects.get().pdf


@pytest.mark.parametrize(
    ("rusakkan", "sebab"),
    [
        (lambda bukti, patch: bukti.berkas.storage.delete(bukti.berkas.name), "tidak ditemukan"),
        (lambda bukti, patch: Path(bukti.berkas.path).write_bytes(b"x"), "telah berubah"),
        (lambda bukti, patch: patch.setattr(isi_bundel, "TERBESAR", 10), "paling besar 0 MB"),
        (lambda bukti, patch: pdf_sah().unlink(), "PDF yang ditandatangani tidak ditemukan"),
        (lambda bukti, patch: pdf_sah().write_bytes(b"x"), "PDF yang ditandatangani telah berubah"),
    ],
)
def test_bukti_bermasalah_menggagalkan_dengan_sebabnya(
    sah, bukti, client_for, monkeypatch, rusakkan, sebab
):
    rusakkan(bukti, monkeypatch)
    client_for("operator").post(alamat(sah))
    work.call()
    tugas = Tugas.objects.get()
    assert tugas.status == StatusTugas.GAGAL
    assert sebab in tugas.galat


def test_naskah_yang_tiada_ditolak(sah, client_for):
    client_for("operator").post(alamat(sah))
    Tugas.objects.update(subjek_id=0)
    work.call()
    assert "sudah ditandatangani" in Tugas.objects.get().galat


def test_dijalankan_sebagai_program(arsip, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["periksa.py", str(arsip)])
    with pytest.raises(SystemExit) as keluar:
        runpy.run_path(check_bundel.__file__, run_name="__main__")
    assert keluar.value.code == 0
    assert "Bundel utuh." in capsys.readouterr().out
