"""`bin/faults` yang pendek: beberapa gangguan acak pada basis data sendiri, benihnya tercetak."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import cetakan
from tests.browser.conftest import ROOT, free_port

pytestmark = pytest.mark.postgres
KALI = 3
LAMA = 300  # detik; biasanya belasan


@pytest.fixture
def medan(tmp_path: Path, django_db_setup: None) -> Iterator[dict[str, str]]:
    """Salinan demo yang boleh dirusak, tanpa mematikan PostgreSQL uji lain."""
    nama = f"galat_{os.getpid()}"
    cetakan.copy(cetakan.DEMO, nama)
    shutil.copytree(cetakan.folder(), tmp_path / "data")
    port = free_port()
    yield os.environ | {
        "DJANGO_SETTINGS_MODULE": "dpmd.settings",
        "DATA_DIR": str(tmp_path / "data"),
        "DATABASE_URL": cetakan.engine().url(nama),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "PORT": str(port),
    }
    cetakan.engine().drop(nama)


def test_gangguan_acak(medan: dict[str, str]) -> None:
    pilihan = ["--kali", str(KALI), "--orang", "2", "--merata", "--tanpa-cadangan"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.galat", *pilihan],
        cwd=ROOT, env=medan, check=False, capture_output=True, text=True, timeout=LAMA,
    )  # fmt: skip
    sys.stdout.write(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"gangguan {KALI}," in done.stdout
