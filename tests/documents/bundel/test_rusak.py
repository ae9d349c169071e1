"""Tiap kerusakan bundel disebut pemeriksanya, di dalam dan di luar sistem."""

import json
import shutil

import pytest

from documents import check_bundel
from documents.snapshot import digest
from tests.documents.bundel.bahan import ISI_BUKTI, jalankan

pytestmark = pytest.mark.django_db


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
    "bukti terpenggal di batas blok": (
        lambda folder: bukti_di(folder).write_bytes(ISI_BUKTI[:4096]),
        ["berita-acara.pdf berubah mulai bita 4096–8191; ukurannya 4096 bita, semula 9021"],
    ),
    "bukti hilang": (lambda folder: bukti_di(folder).unlink(), ["berita-acara.pdf hilang"]),
    "berkas asing": (
        lambda folder: (folder / "tambahan.txt").write_text("x"),
        ["tambahan.txt tidak tercatat pada MANIFEST.json"],
    ),
    "pdf hilang": (lambda folder: (folder / "naskah.pdf").unlink(), ["naskah.pdf hilang"]),
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
