"""Penanda tangan memasang sertifikatnya sendiri; yang tidak dapat dibuka ditolak."""

import stat

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.models import AuditEvent
from documents import signing
from tests import factories

pytestmark = pytest.mark.django_db
FRASA = "frasa-sandi-uji"
NIP = "197001011990011009"


@pytest.fixture
def kepala(users):
    """Kepala dinas yang pejabatnya ber-NIP sendiri, tanpa sertifikat."""
    user = users["kepala_dinas"]
    user.pejabat = factories.make_pejabat(user.kabupaten, nip=NIP, mulai="2020-01-01")
    user.save()
    signing.certificate_path(NIP).unlink(missing_ok=True)
    yield user
    signing.certificate_path(NIP).unlink(missing_ok=True)


@pytest.fixture
def berkas():
    """Isi satu .p12 yang sah, tidak tersimpan di tempatnya."""
    path = signing.create_certificate(NIP, "Pejabat Contoh 1", "DPMD", FRASA)
    data = path.read_bytes()
    path.unlink()
    return data


def send(client, data, passphrase=FRASA):
    isian = {"berkas": SimpleUploadedFile("a.p12", data), "passphrase": passphrase}
    return client.post(reverse("documents:sertifikat"), isian)


def test_terpasang_tercatat_dan_hanya_terbaca_peladen(client_for, kepala, berkas):
    client = client_for("kepala_dinas")
    assert "Sertifikat tanda tangan" in client.get(reverse("mfa_index")).text
    assert send(client, berkas)["Location"] == reverse("mfa_index")
    path = signing.certificate_path(NIP)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert signing.load_signer(NIP, FRASA)
    kejadian = AuditEvent.objects.of(kepala.pejabat).latest("nomor")
    assert kejadian.note.startswith("memasang sertifikat tanda tangan, berlaku sampai")
    assert FRASA not in str(kejadian.changes) + kejadian.note
    assert "Sudah terpasang" in client.get(reverse("documents:sertifikat")).text


@pytest.mark.parametrize(
    ("data", "frasa", "sebab"),
    [
        (None, "lain", "Frasa sandi sertifikat salah"),
        (b"bukan sertifikat", FRASA, "harus sertifikat .p12"),
        (b"x" * 100_001, FRASA, "paling besar 100 kB"),
    ],
)
def test_yang_tidak_dapat_dipakai_ditolak(client_for, kepala, berkas, data, frasa, sebab):
    assert sebab in send(client_for("kepala_dinas"), data or berkas, frasa).text
    assert not signing.has_certificate(NIP)


def test_tanpa_pejabat_bernip_halamannya_menyebut_sebabnya(client_for, kepala, berkas):
    kepala.pejabat = None
    kepala.save()
    assert "belum ditautkan ke pejabat ber-NIP" in send(client_for("kepala_dinas"), berkas).text
    assert not signing.has_certificate(NIP)
