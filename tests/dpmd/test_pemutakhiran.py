"""Basis data rilis lama dimutakhirkan: naskah sahnya tetap, yang menunggu dapat disahkan.

Bahannya `tests/golden/rilis/<versi>.tar.xz`; lihat `tests/golden/README.md`.
"""

import io
import re
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as setelan
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import User
from core.audit import Refused
from documents import render
from documents.actions import advance
from documents.models import Naskah, Pengesahan
from documents.printing import stored
from documents.snapshot import digest
from documents.workflow import Status
from idm.models import IdmDesa
from kinerja.models import NaskahKinerja, PerjanjianKinerja
from tests import emas
from villages.kode import tanpa_titik
from villages.models import BerkasIkk

RILIS = sorted((Path(__file__).parent.parent / "golden" / "rilis").glob("*.tar.xz"))
PERTAMA = pytest.mark.parametrize("termutakhir", RILIS[:1], indirect=True)  # hanya 0.1.0
SANDI = "desa-membangun-2023"
TAK_BERNAMA = re.compile(r"^(__unnamed_constraint|fk)_\d+")
pytestmark = [
    pytest.mark.dahulu,
    pytest.mark.django_db,
    pytest.mark.skipif(
        not setelan.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
        reason="basis data rilisnya berkas SQLite",
    ),
]


@contextmanager
def terhubung(berkas: Path) -> Iterator[None]:
    """Sambungan bawaan menunjuk `berkas`."""
    asal = connections["default"]
    lama = asal.copy()
    lama.settings_dict["NAME"] = str(berkas)
    connections["default"] = lama
    ContentType.objects.clear_cache()
    try:
        yield
    finally:
        lama.close()
        connections["default"] = asal
        ContentType.objects.clear_cache()


@pytest.fixture(scope="module", params=RILIS, ids=lambda p: p.name)
def termutakhir(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: Any,
) -> Path:
    """Folder data rilis lama sesudah `migrate`."""
    folder: Path = tmp_path_factory.mktemp("rilis")
    with tarfile.open(request.param) as arsip:
        if hasattr(tarfile, "data_filter"):  # belum ada pada Python 3.11 bawaan Debian 12
            arsip.extraction_filter = tarfile.data_filter
        arsip.extractall(folder)
    with django_db_blocker.unblock(), terhubung(folder / "dpmd.sqlite3"):
        call_command("migrate", stdout=StringIO())
    return folder


@pytest.fixture
def rilis(termutakhir: Path, db: None, tmp_path: Path, settings: Any) -> Iterator[None]:
    """Satu salinan untuk tiap uji."""
    shutil.copytree(termutakhir, tmp_path / "rilis")
    settings.DATA_DIR = tmp_path / "rilis"
    settings.MEDIA_ROOT = settings.DATA_DIR / "berkas"
    with terhubung(settings.DATA_DIR / "dpmd.sqlite3"):
        yield


def akun(naskah: Naskah, nama: str) -> User:
    akhiran = {"16.07": "", "15.02": ".merangin"}[naskah.kabupaten.kode]
    return User.objects.get(username=nama + akhiran)


def naskah_sah() -> list[Any]:
    jenis = [model for model in apps.get_models() if issubclass(model, Naskah)]
    return [naskah for model in jenis for naskah in model.objects.filter(pengesahan__isnull=False)]


def halaman(naskah: Any, nama: str) -> Any:
    client = Client()
    client.force_login(akun(naskah, "operator"))
    label = f"{naskah._meta.app_label}:{naskah._meta.model_name}_{nama}"
    return client.get(reverse(label, args=[naskah.pk]))


def bentuk() -> dict[str, Any]:
    """Kolom, kendala dan pemicu tiap tabel; tanpa nomor yang tak bernama."""
    check = connections["default"].introspection
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'")
        hasil: dict[str, Any] = {"pemicu": set(cursor.fetchall())}
        for tabel in check.table_names(cursor):
            kolom = {str(satu) for satu in check.get_table_description(cursor, tabel)}
            kendala = check.get_constraints(cursor, tabel).items()
            hasil[tabel] = kolom | {f"{TAK_BERNAMA.sub('', nama)} {isi}" for nama, isi in kendala}
    return hasil


@pytest.fixture
def bentuk_baru(db: None) -> dict[str, Any]:
    return bentuk()


def test_bentuknya_sama_dengan_basis_data_baru(bentuk_baru: dict[str, Any], rilis: None) -> None:
    """Migrasi satu per satu dari rilis lama, dan sekaligus bagi yang baru."""
    assert bentuk() == bentuk_baru


@pytest.mark.usefixtures("rilis")
def test_naskah_sah_terbuka_tanpa_berubah() -> None:
    semua = naskah_sah()
    assert len(semua) == Pengesahan.objects.count() == 6
    for naskah in semua:
        rincian = halaman(naskah, "detail")
        assert rincian.status_code == 200
        assert "Data kini berbeda" not in rincian.content.decode(), naskah
        assert naskah.nomor in halaman(naskah, "preview").content.decode()
        pdf = halaman(naskah, "pdf").content
        assert pdf == stored(naskah.pengesahan.pdf)
        assert digest(pdf) == naskah.pengesahan.pdf_sha256
        if naskah.has_lembar:
            assert load_workbook(io.BytesIO(halaman(naskah, "xlsx").content)).sheetnames


def test_isi_beku_rilis_tetap_tercetak(termutakhir: Path) -> None:
    """Juga naskah yang belum sah pada basis datanya; isi 0.1.0 di `golden/naskah/`."""
    for berkas in (termutakhir / "isi").glob("*.json"):
        assert emas.cetakan(berkas)
        nama = emas.jenis(berkas)
        if emas.kosong(nama).has_lembar:
            assert emas.lembar(nama, berkas.read_text()).sheetnames


@pytest.mark.usefixtures("rilis")
def test_halaman_verifikasi_mengenal_yang_sah() -> None:
    for pengesahan in Pengesahan.objects.all():
        halaman = Client().get(reverse("documents:verify", args=[pengesahan.kode]))
        assert halaman.status_code == 200
        assert pengesahan.pdf_sha256 in halaman.content.decode()


@pytest.mark.usefixtures("rilis")
def test_naskah_dan_rantai_audit_utuh() -> None:
    keluaran = StringIO()
    call_command("verify_documents", stdout=keluaran)
    call_command("verify_audit", stdout=keluaran)
    assert keluaran.getvalue().splitlines() == [
        "Semua dokumen utuh.",
        "Rantai audit dan barisnya utuh.",
    ]


@PERTAMA
@pytest.mark.usefixtures("rilis")
def test_layanan_rumusan_menjawab_dari_penetapan() -> None:
    desa = IdmDesa.objects.filter(tahun=2023).order_by("desa__kode").first().desa
    jawaban = Client().get(f"/open/api/desa/rumusan/{tanpa_titik(desa.kode)}/2023").json()
    assert jawaban["error"] is False
    assert jawaban["mapData"]["SUMMARIES"]["STATUS"]


@pytest.fixture
def sahkan(rilis: None, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Jalankan langkah oleh akun yang berhak; pencetak PDF-nya tiruan."""
    monkeypatch.setattr(render, "pdf", lambda html: b"%PDF-1.7 uji")

    def jalankan(naskah: Any, *langkah: str) -> Any:
        for tahap in langkah:
            semua = [
                akun(naskah, nama) for nama in ("kepala.bidang", "kepala.dinas", "kepala.daerah")
            ]
            pelaku = next(user for user in semua if tahap in naskah.langkah_bagi(user))
            naskah = advance(
                naskah, langkah=tahap, by=pelaku, password=SANDI if tahap == "sign" else ""
            )
        return naskah

    return jalankan


def check_sah(naskah: Any) -> None:
    """Yang disahkan isi bekunya sendiri."""
    assert naskah.status == Status.DITANDATANGANI
    assert naskah.pengesahan.snapshot == naskah.snapshot


def test_yang_menunggu_dapat_disahkan(sahkan: Any) -> None:
    check_sah(sahkan(NaskahKinerja.objects.get(jenis="ikk"), "sign"))


@PERTAMA
def test_evaluasi_yang_menunggu_dapat_disahkan(sahkan: Any) -> None:
    check_sah(sahkan(NaskahKinerja.objects.get(jenis="evaluasi"), "sign"))


def test_bukti_ikk_yang_disetujui_dapat_disahkan(sahkan: Any) -> None:
    check_sah(sahkan(BerkasIkk.objects.get(), "sign"))


@PERTAMA
def test_fakta_yang_kini_dihitung_lain_disebut(sahkan: Any) -> None:
    """0.1.0 menulis nol untuk pagu yang tidak diketahui; yang masih menunggu diajukan ulang."""
    with pytest.raises(Refused, match=r"\(anggaran Program Penataan Desa › pagu\)"):
        sahkan(PerjanjianKinerja.objects.get(tahun=2024), "sign")


@PERTAMA
def test_nol_pada_kolom_6_diajukan_ulang(sahkan: Any) -> None:
    """0.1.0 menulis nol untuk realisasi tahun lalu yang tidak ada; yang menunggu diajukan ulang."""
    with pytest.raises(Refused, match=r"Program Penunjang .* › lalu › k"):
        sahkan(NaskahKinerja.objects.get(jenis="e81"), "approve")
