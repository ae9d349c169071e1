"""Satu-satunya tempat WeasyPrint dipakai; pencetakan berjalan di proses anak berbatas.

Sumber luar tidak pernah diambil: hanya `/static/` milik proyek dan `data:`.
"""

import resource
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

BASE_DIR = Path(__file__).resolve().parent.parent
STATIC = BASE_DIR / "static"
MEMORY_BYTES = 3 * 1024**3
CPU_SECONDS = 120
WALL_SECONDS = 180


class RenderFailed(Exception):
    """Naskah tidak dapat dicetak; pesannya berbahasa Indonesia."""


def html(template: str, context: dict[str, Any]) -> str:
    """Naskah sebagai HTML, sama untuk peramban dan PDF."""
    from django.template.loader import render_to_string

    return render_to_string(template, context)


def pdf(source: str) -> bytes:
    """PDF/A-3b dari HTML; isi yang sama memberi bita yang sama. `RenderFailed` bila gagal."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "documents.render", str(MEMORY_BYTES), str(CPU_SECONDS)],
            input=source.encode(),
            capture_output=True,
            cwd=BASE_DIR,
            timeout=WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RenderFailed("Pencetakan PDF melebihi batas waktu.") from error
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        tail = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["tanpa keterangan"]
        raise RenderFailed(f"PDF tidak dapat dibuat: {tail[0]}")
    return done.stdout


def static_file(url: str) -> Path:
    """Berkas statis untuk `url`; `ValueError` bila di luar `static/`."""
    prefix = "file:///static/"
    path = (STATIC / url.removeprefix(prefix).split("?")[0]).resolve()
    if not url.startswith(prefix) or not path.is_relative_to(STATIC) or not path.is_file():
        raise ValueError(f"Sumber di luar berkas statis ditolak: {url[:100]}")
    return path


def write_pdf(source: bytes) -> bytes:
    """Dijalankan di proses anak: HTML menjadi PDF."""
    import weasyprint
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class StaticFetcher(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            try:
                return super().fetch(static_file(url).as_uri(), headers)
            except ValueError as error:
                raise FatalURLFetchingError(str(error)) from error

    fetcher = StaticFetcher(allowed_protocols={"file", "data"}, allow_redirects=False)
    document = weasyprint.HTML(string=source.decode(), base_url="file:///", url_fetcher=fetcher, media_type="print")
    identifier = sha256(source).digest()[:16]
    return document.write_pdf(pdf_variant="pdf/a-3b", pdf_tags=True, pdf_identifier=identifier)


def main(memory: int, cpu: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    sys.stdout.buffer.write(write_pdf(sys.stdin.buffer.read()))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
