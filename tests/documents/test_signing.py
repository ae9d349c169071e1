import datetime
import shutil
import stat
import subprocess
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from asn1crypto import x509
from asn1crypto.keys import PrivateKeyInfo
from cryptography import x509 as crypto
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps import DummyTimeStamper

from core.audit import Refused
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


@pytest.fixture
def tsa():
    """Layanan stempel waktu tiruan dengan sertifikatnya sendiri."""
    kunci = rsa.generate_private_key(65537, 2048)
    nama = crypto.Name([crypto.NameAttribute(NameOID.COMMON_NAME, "TSA uji")])
    kini = datetime.datetime.now(datetime.UTC)
    hari = datetime.timedelta(days=1)
    sertifikat = (
        crypto.CertificateBuilder()
        .subject_name(nama)
        .issuer_name(nama)
        .public_key(kunci.public_key())
        .serial_number(1)
        .not_valid_before(kini - hari)
        .not_valid_after(kini + hari)
        .add_extension(crypto.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True)
        .sign(kunci, hashes.SHA256())
    )
    bita = (Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return DummyTimeStamper(
        x509.Certificate.load(sertifikat.public_bytes(Encoding.DER)),
        PrivateKeyInfo.load(kunci.private_bytes(*bita)),
    )


def bertanda_tangan(pdf):
    return signing.sign(
        pdf, signing.load_signer(NIP, FRASA), nama="Uji", sebab="Uji", location="Uji"
    )


def is_berstempel(hasil):
    (tanda_tangan,) = PdfFileReader(BytesIO(hasil)).embedded_signatures
    atribut = tanda_tangan.signer_info["unsigned_attrs"]
    return "signature_time_stamp_token" in [satu["type"].native for satu in atribut]


def test_berstempel_waktu_bila_layanannya_disetel(sertifikat, tsa, monkeypatch):
    asli = pdf("<!doctype html><title>Uji</title><p>Isi</p>")
    assert not is_berstempel(bertanda_tangan(asli))
    monkeypatch.setattr(signing, "timestamper", lambda: tsa)
    assert is_berstempel(bertanda_tangan(asli))


def test_layanan_stempel_yang_diam_menggagalkan(sertifikat, settings):
    """Port yang tidak dilayani siapa pun: tidak ada tanda tangan yang setengah jadi."""
    settings.TSA_URL = "http://127.0.0.1:9/"
    asli = pdf("<!doctype html><title>Uji</title><p>Isi</p>")
    with pytest.raises(Refused, match="stempel waktu"):
        bertanda_tangan(asli)


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
