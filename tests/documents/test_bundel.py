"""Bundel bukti: diperiksa di luar sistem dengan Python saja, dan tiap kerusakannya disebut."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.models import AuditEvent
from documents import check_bundel
from documents.actions import advance, isi_bundel
from documents.actions.bukti import attach_bukti
from documents.actions.kerja import work
from documents.models import StatusTugas, Tugas
from documents.snapshot import digest
from kinerja.naskah.dasar import sources
from tests import factories

pytestmark = pytest.mark.django_db
ISI_BUKTI = b"%PDF-1.4 berita acara" + b"x" * 9000
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


@pytest.fixture
def realisasi(banyuasin):
    return factories.make_realisasi(factories.make_indikator(banyuasin))


@pytest.fixture
def bukti(realisasi, users):
    berkas = SimpleUploadedFile("berita acara.pdf", ISI_BUKTI)
    (row,) = attach_bukti(pemilik=realisasi, berkas=[berkas], by=users["operator"])
    return row


@pytest.fixture
def sah(lkjip, users, kepala, isi, pdf, daftarkan, bukti):
    daftarkan(
        sumber=(("kinerja.Realisasi", "tahun"),),
        bukti=sources.BUKTI_INDIKATOR,
    )
    advance(lkjip, step="submit", by=users["operator"])
    advance(lkjip, step="approve", by=users["kepala_bidang"])
    return advance(lkjip, step="sign", by=kepala, password=factories.SANDI)


def alamat(naskah):
    return reverse("kinerja:lkjip_bundel", args=[naskah.pk])


@pytest.fixture
def arsip(sah, client_for, tmp_path):
    """Diminta dari halamannya, dikerjakan sebagai tugas, diunduh hasilnya."""
    client = client_for("operator")
    assert alamat(sah) in client.get(sah.get_absolute_url()).content.decode()
    client.post(alamat(sah))
    work.call()
    tugas = Tugas.objects.get()
    assert tugas.status == StatusTugas.SELESAI, tugas.galat
    jawaban = client.get(reverse("documents:tugas_hasil", args=[tugas.pk]))
    path = tmp_path / tugas.nama
    path.write_bytes(b"".join(jawaban.streaming_content))
    return path


@pytest.fixture
def folder(arsip, tmp_path):
    tempat = tmp_path / "bundel"
    with zipfile.ZipFile(arsip) as isi:
        isi.extractall(tempat)
    return tempat


def jalankan(pemeriksa: Path, *argumen: str) -> subprocess.CompletedProcess[str]:
    """Python polos di folder lain, tanpa lingkungan proyek ini."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(pemeriksa), *argumen],
        cwd="/",
        env={"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


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


def ubah(path, semula, menjadi):
    isi = path.read_bytes()
    assert semula in isi
    path.write_bytes(isi.replace(semula, menjadi, 1))


def record_ulang(folder, nama):
    """Pengubah yang juga menyunting manifest dan sidiknya."""
    isi = (folder / nama).read_bytes()
    path = folder / "MANIFEST.json"
    manifest = json.loads(path.read_text())
    manifest["berkas"][nama] = {
        "sha256": digest(isi),
        "ukuran": len(isi),
        "blok": check_bundel.sidik_blok(isi),
    }
    path.write_text(json.dumps(manifest))
    (folder / "SIDIK.txt").write_text(digest(path.read_bytes()))


def bukti_di(folder):
    (path,) = (folder / "bukti").iterdir()
    return path


def bukti_berubah(folder):
    path = bukti_di(folder)
    isi = bytearray(path.read_bytes())
    isi[5000] ^= 1
    path.write_bytes(isi)


def bukti_berubah_dan_dicatat(folder):
    bukti_berubah(folder)
    record_ulang(folder, f"bukti/{bukti_di(folder).name}")


def isi_berubah_dan_dicatat(folder):
    (folder / "isi.json").write_text('{"angka":"2","versi":1}')
    record_ulang(folder, "isi.json")


def jejak_berubah_dan_dicatat(folder):
    ubah(folder / "jejak.json", b'"actor": "', b'"actor": "Bukan ')
    record_ulang(folder, "jejak.json")


def bukti_dan_daftarnya_berubah(folder):
    """Bukti, daftarnya dan manifest disunting; jejaknya tidak."""
    path = bukti_di(folder)
    lama = digest(path.read_bytes())
    bukti_berubah(folder)
    ubah(folder / "bukti.json", lama.encode(), digest(path.read_bytes()).encode())
    record_ulang(folder, "bukti.json")
    record_ulang(folder, f"bukti/{path.name}")


RUSAK = {
    "bukti berubah": (bukti_berubah, ["berita-acara.pdf berubah mulai bita 4096–8191"]),
    "bukti memendek": (
        lambda folder: bukti_di(folder).write_bytes(ISI_BUKTI[:100]),
        ["berita-acara.pdf berubah mulai bita 0–4095; ukurannya 100 bita, semula 9021"],
    ),
    "bukti hilang": (lambda folder: bukti_di(folder).unlink(), ["berita-acara.pdf hilang"]),
    "berkas asing": (
        lambda folder: (folder / "tambahan.txt").write_text("x"),
        ["tambahan.txt tidak tercatat pada MANIFEST.json"],
    ),
    "pdf berubah": (
        lambda folder: ubah(folder / "naskah.pdf", b"uji", b"ujj"),
        ["naskah.pdf berubah", "naskah.pdf bukan yang ditandatangani"],
    ),
    "tabel berubah": (
        lambda folder: ubah(folder / "sumber/kinerja.Realisasi.csv", b";90;", b";91;"),
        ["sumber/kinerja.Realisasi.csv berubah"],
    ),
    "manifest berubah": (
        lambda folder: ubah(folder / "MANIFEST.json", b'"naskah"', b'"naskah" '),
        ["MANIFEST.json berubah"],
    ),
    "manifest bukan JSON": (
        lambda folder: (folder / "MANIFEST.json").write_text("{"),
        ["MANIFEST.json berubah", "bukan JSON yang utuh"],
    ),
    "manifest lain bentuknya": (
        lambda folder: (folder / "MANIFEST.json").write_text("[]"),
        ["tidak berbentuk semestinya"],
    ),
    "manifest hilang": (
        lambda folder: (folder / "MANIFEST.json").unlink(),
        ["MANIFEST.json hilang"],
    ),
    "isi beku berubah": (
        lambda folder: ubah(folder / "isi.json", b"1", b"2"),
        ["isi.json berubah", "isi.json bukan yang ditandatangani"],
    ),
    "isi beku dan manifest": (isi_berubah_dan_dicatat, ["isi.json bukan yang ditandatangani"]),
    "bukti dan manifest": (
        bukti_berubah_dan_dicatat,
        ["berita-acara.pdf bukan berkas yang dilampirkan menurut bukti.json"],
    ),
    "bukti, daftar dan manifest": (
        bukti_dan_daftarnya_berubah,
        ["berita-acara.pdf tidak tercatat dilampirkan pada jejak.json"],
    ),
    "jejak dan manifest": (jejak_berubah_dan_dicatat, ["isinya berubah"]),
}


def test_kerusakan_disebut(folder, tmp_path, capsys, subtests):
    """Satu bundel, satu salinan tiap kerusakannya."""
    pemeriksa = shutil.copy(folder / "periksa.py", tmp_path / "periksa.py")
    for kasus, (rusakkan, kalimat) in RUSAK.items():
        with subtests.test(kasus):
            salinan = shutil.copytree(folder, tmp_path / kasus)
            rusakkan(salinan)
            hasil = jalankan(pemeriksa, str(salinan))
            assert (hasil.returncode, hasil.stderr) == (1, "")
            assert all(satu in hasil.stdout for satu in kalimat), hasil.stdout
            assert check_bundel.main([str(salinan)]) == 1
            assert capsys.readouterr().out == hasil.stdout


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


@pytest.mark.parametrize(
    ("rusakkan", "sebab"),
    [
        (lambda bukti, patch: bukti.berkas.storage.delete(bukti.berkas.name), "tidak ditemukan"),
        (lambda bukti, patch: Path(bukti.berkas.path).write_bytes(b"x"), "telah berubah"),
        (lambda bukti, patch: patch.setattr(isi_bundel, "TERBESAR", 10), "paling besar 0 MB"),
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
