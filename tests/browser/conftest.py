"""Peladen sungguhan dengan data demo, dan Chromium tanpa layar.

`TANGKAPAN=1 .venv/bin/pytest tests/browser` menyimpan gambar tiap halaman di out/tangkapan.
"""

import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import cetakan
from tests.browser.sesi import Pintu

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "out"
MENUNGGU = 120_000  # milidetik; menandatangani LKjIP mencetak dua puluh halaman
SHOTS = OUT / "tangkapan"
LEBAR = {"lebar": (1280, 900), "sempit": (390, 844)}
# Chromium yang sama tanpa jendela: tiap halamannya sepertiga waktu prosesor peramban utuh
PERAMBAN = shutil.which("chromium-headless-shell") or shutil.which("chromium")
CHROMIUM = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def basis_data() -> str:
    return f"peramban_{os.getpid()}"


@pytest.fixture(scope="session")
def lingkungan(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None
) -> Iterator[dict[str, str]]:
    """Lingkungan peladen: salinan cetakan demo beserta berkasnya, pada port yang bebas."""
    folder = tmp_path_factory.mktemp("peladen") / "data"
    cetakan.copy(cetakan.DEMO, basis_data())
    shutil.copytree(cetakan.folder(), folder)
    port = free_port()
    yield {
        kunci: nilai for kunci, nilai in os.environ.items() if kunci != "DJANGO_SETTINGS_MODULE"
    } | {
        "DATA_DIR": str(folder),
        "DATABASE_URL": cetakan.engine().url(basis_data()),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "PORT": str(port),
    }
    cetakan.engine().drop(basis_data())


@pytest.fixture(scope="session")
def kelola(lingkungan: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Jalankan `manage.py` terhadap data peladen."""

    def run(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", *args],
            cwd=ROOT,
            env=lingkungan,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@contextmanager
def layani(lingkungan: dict[str, str], *pilihan: str) -> Iterator[str]:
    """Peladen sungguhan sampai keluar; `pilihan` tambahan bagi gunicorn."""
    url = lingkungan["SITE_URL"]
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "dpmd.wsgi", "--bind", url.partition("://")[2],
         "--worker-class", "gthread", "--threads", "24", "--timeout", "200", "--log-level",
         "warning", *pilihan],
        cwd=ROOT, env=lingkungan,
    )  # fmt: skip
    tanpa_check = ssl._create_unverified_context()
    try:
        for _ in range(200):
            try:
                urlopen(f"{url}/sehat/", context=tanpa_check).close()
                break
            except (URLError, ConnectionError):
                time.sleep(0.1)
        yield url
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="session")
def peladen(lingkungan: dict[str, str]) -> Iterator[str]:
    with layani(lingkungan) as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=PERAMBAN, args=list(CHROMIUM))
        yield browser
        browser.close()


WAJAR = (
    *("403", "404", "422", "ERR_INTERNET_DISCONNECTED"),
    "htmx:sendError",
    *("htmx:sendAbort", "htmx:afterRequest"),  # permintaan yang ditinggalkan saat pindah halaman
)


def is_galat(pesan: Any) -> bool:
    """Galat konsol selain yang memang diuji: penolakan, isian salah, jaringan putus."""
    return pesan.type == "error" and not any(sebab in pesan.text for sebab in WAJAR)


@pytest.fixture(scope="session")
def pintu(peladen: str, django_db_blocker: Any) -> Iterator[Pintu]:
    """Pintu masuk peladen itu; hanya lewat sini uji peramban menyentuh basis datanya."""
    with django_db_blocker.unblock():
        pintu = Pintu(peladen, cetakan.engine().name(basis_data()))
        yield pintu
        pintu.tutup()


@contextmanager
def orang(chromium: Browser, pintu: Pintu) -> Iterator[Callable[..., Page]]:
    """Pembuka halaman peramban yang sudah masuk; galat konsol dan jawaban 500 menggagalkan uji."""
    galat: list[str] = []
    pages: list[Page] = []

    def login(username: str, *, javascript: bool = True) -> Page:
        context = chromium.new_context(
            base_url=pintu.url,
            viewport={"width": 1280, "height": 900},
            java_script_enabled=javascript,
            locale="id-ID",
        )
        page = context.new_page()
        page.set_default_timeout(MENUNGGU)
        page.on("console", lambda m: galat.append(m.text) if is_galat(m) else None)
        page.on("response", lambda r: galat.append(r.url) if r.status >= 500 else None)
        pages.append(page)
        pintu.masuk(page, username)
        return page

    yield login
    for page in pages:
        page.context.close()
    assert not galat


@pytest.fixture
def masuk(chromium: Browser, pintu: Pintu) -> Iterator[Callable[..., Page]]:
    """`masuk("operator")`: halaman peramban baru orang itu, yang belum membuka apa pun."""
    with orang(chromium, pintu) as login:
        yield login


@pytest.fixture
def potret() -> Callable[[Page, str], None]:
    """Halaman pada lebar 1280 dan 390 tidak boleh bergulir ke samping; gambarnya bila diminta."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    is_diminta = bool(os.environ.get("TANGKAPAN"))

    def shoot(page: Page, nama: str) -> None:
        page.wait_for_load_state()
        for label, (width, height) in LEBAR.items():
            page.set_viewport_size({"width": width, "height": height})
            overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert overflow <= 0, f"{nama} bergulir ke samping {overflow} px pada {width} px"
            if is_diminta:
                page.screenshot(path=SHOTS / f"{nama}-{label}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})

    return shoot
