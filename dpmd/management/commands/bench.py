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
from django.db import connection, transaction
from django.test import Client

from accounts.models import User
from documents.models import Document
from documents.printing import print_html
from documents.render import pdf
from idm.scoring import idm, indeks, status
from kinerja.models import Lkjip, NaskahKinerja, PengukuranSub, RencanaAksi, SubKegiatan

RUNS = 3
DESA = 75_265  # banyak desa se-Indonesia
INDEKS = ["IKS"] * 35 + ["IKE"] * 12 + ["IKL"] * 3
HALAMAN = ("/", "/kinerja/", "/kinerja/realisasi/", "/wilayah/desa/", "/wilayah/lembaga/isian/", "/idm/desa/")


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
        with transaction.atomic():
            self.activities(60)
            grow_activities()
            self.activities(600)
            transaction.set_rollback(True)

    def paper(self) -> None:
        lkjip = Lkjip.objects.get(tahun=2023)
        self.line("Isi LKjIP dari basis data", seconds(lkjip.payload))
        self.printing("LKjIP", lkjip)

    def printing(self, name: str, document: Document) -> None:
        """PDF kita, lalu Chromium atas HTML yang sama."""
        source = print_html(document)
        ours = seconds(lambda: pdf(source))
        self.line(f"PDF {name}, WeasyPrint", ours)
        browser = shutil.which("chromium")
        if browser:
            self.line(f"PDF {name}, Chromium", seconds(lambda: chromium_pdf(browser, source)), ours)

    def activities(self, banyak: int) -> None:
        """Kisi dan naskah Rencana Aksi serta evaluasi Merangin 2024."""
        client = Client(HTTP_HOST="127.0.0.1")
        user = User.objects.get(username="operator.merangin")
        client.force_login(user)
        for path in ("/kinerja/rencana-aksi/?tahun=2024", "/kinerja/evaluasi/?tahun=2024"):
            queries: list[str] = []
            with connection.execute_wrapper(counting(queries)):
                size = len(client.get(path).content)
            took = seconds(lambda path=path: client.get(path))
            name = f"{path.split('?')[0]} {banyak} baris, {len(queries)} kueri"
            self.stdout.write(f"{name:<60} {took * 1000:8.0f} ms  {size // 1024} kB")
        for jenis, triwulan in (("rencana_aksi", 0), ("evaluasi", 1)):
            naskah = NaskahKinerja(kabupaten=user.kabupaten, tahun=2024, jenis=jenis, triwulan=triwulan)
            self.printing(f"{naskah.get_jenis_display()} {banyak} baris", naskah)

    def scores(self) -> None:
        from idm.massal import hitung

        pick = random.Random(1)
        deret = ["".join(pick.choices("012345", k=len(INDEKS))) for _ in range(DESA)]
        ours = seconds(lambda: hitung(deret, INDEKS))
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


def counting(queries: list[str]) -> Callable[..., Any]:
    """Pembungkus yang mencatat tiap kueri."""

    def run(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        queries.append(sql)
        return execute(sql, params, many, context)

    return run


def grow_activities() -> None:
    """Sepuluh kali lipat sub kegiatan Merangin 2024 berikut jadwal dan pengukurannya."""
    awal = list(SubKegiatan.objects.filter(kegiatan__program__perangkat_daerah__kabupaten__kode="15.02"))
    for kali in range(1, 13):
        for sub in awal:
            rencana = RencanaAksi.objects.filter(sub_kegiatan=sub.pk).first()
            ukur = list(PengukuranSub.objects.filter(sub_kegiatan=sub.pk))
            salinan = SubKegiatan(kegiatan=sub.kegiatan, nomor=sub.nomor + 100 * kali, kode=sub.kode, nama=sub.nama)
            salinan.indikator, salinan.target, salinan.satuan, salinan.pagu = (
                sub.indikator,
                sub.target,
                sub.satuan,
                sub.pagu,
            )
            salinan.save()
            for row in [*([rencana] if rencana else []), *ukur]:
                row.pk, row.sub_kegiatan = None, salinan
                row._state.adding = True
                row.save()


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
