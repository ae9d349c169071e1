"""Tanda tangan elektronik PAdES dengan sertifikat penanda tangan (`.p12`), dan gambar QR.

Frasa sandi hanya lewat; tidak disimpan dan tidak dicatat. Sertifikat berada di
`DATA_DIR/sertifikat/<NIP>.p12`. pyHanko hanya dimuat saat menandatangani: 0,7 detik tiap proses.
"""

import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import segno
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings

from core.audit import Refused

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko.sign.timestamps import TimeStamper

TAHUN_CONTOH = 10
STEMPEL_SECONDS = 20  # menunggu layanan stempel waktu
TANPA_STEMPEL = "Layanan stempel waktu tidak menjawab; naskahnya belum ditandatangani."


class WrongPassphrase(Exception):
    """Frasa sandi sertifikat tidak cocok."""


def certificate_path(nip: str) -> Path:
    """Sertifikat satu pejabat menurut NIP-nya."""
    return Path(settings.DATA_DIR) / "sertifikat" / f"{nip}.p12"


def has_certificate(nip: str) -> bool:
    return certificate_path(nip).is_file()


def load_signer(nip: str, passphrase: str) -> "SimpleSigner":
    """Penanda tangan dari sertifikatnya; `WrongPassphrase` bila frasa sandinya salah."""
    from pyhanko.sign.signers import SimpleSigner

    data = certificate_path(nip).read_bytes()
    read_certificate(data, passphrase)
    return SimpleSigner.load_pkcs12_data(
        data,
        other_certs=[],
        passphrase=passphrase.encode(),
    )


def read_certificate(data: bytes, passphrase: str) -> x509.Certificate:
    """Sertifikat yang dapat menandatangani kini; `WrongPassphrase` menyebut sebabnya bila tidak."""
    try:
        kunci, cert, _others = pkcs12.load_key_and_certificates(data, passphrase.encode())
    except ValueError as error:
        raise WrongPassphrase("Frasa sandi sertifikat salah.") from error
    if kunci is None or cert is None:
        raise WrongPassphrase("Sertifikat tidak memuat kunci penanda tangan.")
    if cert.not_valid_after_utc < datetime.datetime.now(datetime.UTC):
        raise WrongPassphrase("Sertifikat penanda tangan sudah kedaluwarsa.")
    return cert


def keep_certificate(nip: str, data: bytes) -> Path:
    """Simpan berkasnya, hanya terbaca akun layanan; yang lama tetap utuh sampai terganti."""
    path = certificate_path(nip)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    baru = path.with_suffix(".baru")
    baru.touch(mode=0o600)
    baru.write_bytes(data)
    return baru.replace(path)


def timestamper() -> "TimeStamper | None":
    """Layanan stempel waktu (RFC 3161) pada setelan; tanpa itu waktunya jam peladen."""
    if not settings.TSA_URL:
        return None
    from pyhanko.sign.timestamps import HTTPTimeStamper

    return HTTPTimeStamper(settings.TSA_URL, timeout=STEMPEL_SECONDS)


def sign(
    pdf: bytes,
    signer: "SimpleSigner",
    *,
    nama: str,
    sebab: str,
    location: str,
    nomor: int = 1,
) -> bytes:
    """PDF yang sama dengan tanda tangan PAdES ke-`nomor` ditambahkan di ujung berkas.

    Berstempel waktu (B-T) bila layanannya disetel; `Refused` bila layanan itu gagal.
    """
    from aiohttp import ClientError
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from pyhanko.sign.timestamps import TimestampRequestError

    metadata = signers.PdfSignatureMetadata(
        field_name="TandaTangan" if nomor == 1 else f"TandaTangan{nomor}",
        name=nama,
        reason=sebab,
        location=location,
        subfilter=fields.SigSeedSubFilter.PADES,
    )
    output = BytesIO()
    try:
        signers.sign_pdf(
            IncrementalPdfFileWriter(BytesIO(pdf)),
            metadata,
            signer=signer,
            timestamper=timestamper(),
            output=output,
        )
    except (TimestampRequestError, ClientError, OSError) as error:
        raise Refused(TANPA_STEMPEL) from error
    return output.getvalue()


def qr_code(teks: str, skala: int = 3) -> str:
    """Kode QR sebagai SVG utuh; `skala` besar tiap kotaknya."""
    output = BytesIO()
    segno.make(teks, error="m").save(output, kind="svg", scale=skala, border=2)
    return output.getvalue().decode()


def qr_svg(teks: str) -> str:
    """Kode QR sebagai SVG `data:`, untuk halaman dan cetakan."""
    return segno.make(teks, error="m").svg_data_uri(scale=3, border=2)


def create_certificate(
    nip: str,
    nama: str,
    organization: str,
    passphrase: str,
) -> Path:
    """Sertifikat tanda tangan buatan sendiri; hanya untuk demo, bukan pengganti sertifikat BSrE."""
    kunci = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{nama} (sertifikat demo)"[:64]),
        ]
    )
    now = datetime.datetime.now(datetime.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    cert = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=365 * TAHUN_CONTOH))
        .add_extension(usage, critical=True)
        .sign(kunci, hashes.SHA256())
    )
    encryption = BestAvailableEncryption(passphrase.encode())
    data = pkcs12.serialize_key_and_certificates(nip.encode(), kunci, cert, None, encryption)
    return keep_certificate(nip, data)
