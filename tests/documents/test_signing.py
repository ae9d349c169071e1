import shutil
import stat
import subprocess
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from documents import signing
from documents.printing import store_pdf
from documents.render import pdf

NIP = "198402212003121001"
FRASA = "frasa-sandi-uji"


@pytest.fixture
def sertifikat():
    return signing.create_certificate(NIP, "Kepala Dinas Uji", "DPMD Uji", FRASA)


def test_sertifikat_hanya_terbaca_pemiliknya(sertifikat):
    assert stat.S_IMODE(sertifikat.stat().st_mode) == 0o600
    assert signing.has_certificate(NIP)
    assert not signing.has_certificate("0" * 18)


def test_frasa_sandi_salah(sertifikat):
    with pytest.raises(signing.WrongPassphrase, match="salah"):
        signing.load_signer(NIP, "bukan")


def test_tanda_tangan_dikenali_program_lain(sertifikat, tmp_path):
    asli = pdf("<!doctype html><title>Uji</title><p>Isi</p>")
    hasil = signing.sign(
        asli,
        signing.load_signer(NIP, FRASA),
        nama="Kepala Dinas Uji",
        sebab="LKjIP",
        location="Pangkalan Balai",
    )
    assert hasil.startswith(asli)  # tambahan di ujung, isi tidak disentuh
    assert len(pypdf.PdfReader(BytesIO(hasil)).pages) == 1
    path = tmp_path / "uji.pdf"
    path.write_bytes(hasil)
    keluaran = subprocess.run(
        [shutil.which("pdfsig"), path], capture_output=True, text=True, check=False
    ).stdout
    assert "Signature is Valid" in keluaran
    rusak = bytearray(hasil)
    rusak[len(asli) // 2] ^= 1
    path.write_bytes(rusak)
    keluaran = subprocess.run(
        [shutil.which("pdfsig"), path], capture_output=True, text=True, check=False
    ).stdout
    assert "Signature is Valid" not in keluaran


def test_qr_berupa_data_uri():
    assert signing.qr_svg("https://contoh.go.id/verifikasi/ABCD/").startswith("data:image/svg+xml")


def test_pdf_yang_sama_disimpan_lagi_oleh_akun_layanan(settings, tmp_path, monkeypatch):
    """Berkas sah hanya terbaca; root tidak merasakannya, akun layanan ditolak membukanya."""
    settings.MEDIA_ROOT = tmp_path
    write = Path.write_bytes

    def bukan_root(path, data):
        if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
            raise PermissionError(path)
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", bukan_root)
    nama = store_pdf(b"isi yang sama")
    assert store_pdf(b"isi yang sama") == nama
    (berkas,) = (tmp_path / "pengesahan").iterdir()
    assert berkas.read_bytes() == b"isi yang sama"
    assert stat.S_IMODE(berkas.stat().st_mode) == 0o440
