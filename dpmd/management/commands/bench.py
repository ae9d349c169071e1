import random
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import BaseCommand
from django.test import Client

from accounts.models import User
from documents.actions import print_html
from documents.render import pdf
from idm.scoring import idm, indeks, status
from kinerja.models import Lkjip

RUNS = 3
DESA = 75_265  # banyak desa se-Indonesia
PANJANG = (35, 12, 3)
HALAMAN = ("/", "/kinerja/", "/kinerja/realisasi/", "/wilayah/desa/", "/idm/desa/")


def seconds(call: Callable[[], Any]) -> float:
    """Median lama `RUNS` kali panggilan."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return median(times)


class Command(BaseCommand):
    help = "Ukur payload, PDF, hitung ulang IDM dan halaman; cara biasa diukur dalam jalan yang sama."

    def handle(self, *args: Any, **options: Any) -> None:
        self.paper()
        self.scores()
        self.pages()

    def paper(self) -> None:
        lkjip = Lkjip.objects.get(tahun=2023)
        self.line("Isi LKjIP dari basis data", seconds(lkjip.payload))
        source = print_html(lkjip)
        ours = seconds(lambda: pdf(source))
        self.line("PDF LKjIP, WeasyPrint", ours)
        browser = shutil.which("chromium")
        if browser:
            self.line("PDF LKjIP, Chromium atas HTML yang sama", seconds(lambda: chromium_pdf(browser, source)), ours)

    def scores(self) -> None:
        from idm.massal import hitung

        pick = random.Random(1)
        deret = ["".join(pick.choices("012345", k=sum(PANJANG))) for _ in range(DESA)]
        ours = seconds(lambda: hitung(deret, PANJANG))
        self.line(f"IDM {DESA} desa, massal", ours)
        self.line(f"IDM {DESA} desa, satu per satu dengan Decimal", seconds(lambda: one_by_one(deret)), ours)

    def pages(self) -> None:
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(User.objects.get(username="operator"))
        for path in HALAMAN:
            size = len(client.get(path).content)
            took = seconds(lambda path=path: client.get(path))
            self.stdout.write(f"{path:<45} {took * 1000:8.0f} ms  {size // 1024} kB")

    def line(self, name: str, took: float, reference: float | None = None) -> None:
        ratio = f"  {took / reference:.1f} × lama kita" if reference else ""
        self.stdout.write(f"{name:<45} {took * 1000:8.0f} ms{ratio}")


def one_by_one(deret: list[str]) -> None:
    for teks in deret:
        angka = [int(c) for c in teks]
        status(idm(indeks(angka[:35]), indeks(angka[35:47]), indeks(angka[47:])))


def chromium_pdf(browser: str, source: str) -> None:
    with TemporaryDirectory() as folder:
        page, out = Path(folder) / "l.html", Path(folder) / "l.pdf"
        page.write_text(source.replace("/static/", f"file://{Path.cwd()}/static/"))
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={out}", page.as_uri()],
            check=True,
            capture_output=True,
        )
