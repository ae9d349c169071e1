import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.test import Client

from accounts.models import Kabupaten, User
from documents.models import Naskah
from documents.printing import draw_pdf, print_html
from dpmd.management import senegara
from dpmd.management.ukur import effort, line, seconds
from idm.models import PenetapanIdm
from kinerja.models import Lkjip, NaskahKinerja, PengukuranSub, RencanaAksi, SubKegiatan
from villages.models import BerkasIkk

HALAMAN = (
    "/",
    "/kinerja/",
    "/kinerja/realisasi/",
    "/wilayah/desa/",
    "/wilayah/lembaga/isian/",
    "/wilayah/lembaga/rincian/isian/",
    "/wilayah/kerja-sama/formulir/",
    "/idm/isian/kisi/",
    "/idm/desa/",
)
BAGIAN = ("naskah", "halaman", "kisi", "idm")
# jenis naskah → kabupaten, tahun dan triwulan data contoh yang mengisinya paling lengkap
BERTABEL = {
    "rencana_aksi": ("15.02", 2024, 0),
    "evaluasi": ("15.02", 2024, 1),
    "e81": ("15.02", 2024, 1),
    "capaian": ("16.07", 2023, 0),
    "iku": ("16.07", 2023, 0),
    "ikk": ("16.07", 2023, 0),
}


class Command(BaseCommand):
    help = "Ukur naskah, halaman, kisi dan IDM senegara; cara biasa diukur dalam jalan yang sama."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bagian", nargs="+", help=f"bagian yang diukur: {', '.join(BAGIAN)}")

    def handle(self, *args: Any, **options: Any) -> None:
        bagian = options["bagian"]
        if asing := set(bagian) - set(BAGIAN):
            raise CommandError(
                f"Tidak ada bagian {', '.join(sorted(asing))}; yang ada {', '.join(BAGIAN)}.",
            )
        for nama in bagian:
            getattr(self, nama)()

    def naskah(self) -> None:
        lkjip = Lkjip.objects.get(tahun=2023)
        self.line("Isi LKjIP dari basis data", seconds(lambda: lkjip.reading().isi))
        self.printing("LKjIP", lkjip)
        for naskah in bertabel(lkjip.kabupaten):
            self.printing(str(naskah), naskah)

    def kisi(self) -> None:
        with transaction.atomic():
            self.activities(60)
            grow_activities()
            self.activities(600)
            transaction.set_rollback(True)

    def idm(self) -> None:
        """Desa senegara; basis datanya harus kosong selain acuan IDM."""
        senegara.ukur(self.stdout.write)

    def printing(self, name: str, naskah: Naskah) -> None:
        """PDF kita berikut isinya, lalu Chromium atas HTML yang sama."""
        mesin = "WeasyPrint"
        if naskah.jenis_naskah.is_tabular:
            mesin = "Typst"
        ours = self.both(f"PDF {name}, {mesin}", lambda: draw_pdf(naskah))
        browser = shutil.which("chromium")
        if browser:
            html = print_html(naskah)
            self.both(f"PDF {name}, Chromium", lambda: chromium_pdf(browser, html), ours)

    def both(
        self, name: str, call: Callable[[], Any], reference: tuple[float, float] | None = None
    ) -> tuple[float, float]:
        """Lama menunggu, lalu lama prosesor bekerja; yang kedua tidak bergantung pada antrean."""
        waited, worked = reference or (None, None)
        took = (seconds(call), effort(call))
        self.line(name, took[0], waited)
        self.line(f"{name}, prosesor", took[1], worked)
        return took

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
            halaman, _, _ = path.partition("?")
            name = f"{halaman} {banyak} baris, {len(queries)} kueri"
            self.baris_halaman(f"{name:<60}", took, size)
        for jenis, triwulan in (("rencana_aksi", 0), ("evaluasi", 1)):
            naskah = NaskahKinerja(kabupaten=user.kabupaten, tahun=2024)
            naskah.jenis, naskah.triwulan = jenis, triwulan
            self.printing(f"{naskah.get_jenis_display()} {banyak} baris", naskah)

    def halaman(self) -> None:
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(User.objects.get(username="operator"))
        for path in HALAMAN:
            size = len(client.get(path).content)
            took = seconds(lambda path=path: client.get(path))
            self.baris_halaman(f"{path:<45}", took, size)

    def baris_halaman(self, name: str, took: float, size: int) -> None:
        """Lama membuka satu halaman, dan beratnya."""
        lama, berat = took * 1000, size // 1024
        self.stdout.write(f"{name} {lama:8.0f} ms  {berat} kB")

    def line(self, name: str, took: float, reference: float | None = None) -> None:
        self.stdout.write(line(name, took, reference))


def bertabel(banyuasin: Kabupaten) -> Iterator[Naskah]:
    """Satu naskah tiap jenis yang seluruhnya tabel."""
    for jenis, (kode, tahun, triwulan) in BERTABEL.items():
        kabupaten = Kabupaten.objects.get(kode=kode)
        yield NaskahKinerja(kabupaten=kabupaten, tahun=tahun, jenis=jenis, triwulan=triwulan)
    yield BerkasIkk(kabupaten=banyuasin, tahun=2023)
    yield PenetapanIdm(kabupaten=banyuasin, tahun=2024)


def counting(queries: list[str]) -> Callable[..., Any]:
    """Pembungkus yang mencatat tiap kueri."""

    def run(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        queries.append(sql)
        return execute(sql, params, many, context)

    return run


def grow_activities() -> None:
    """Sepuluh kali lipat sub kegiatan Merangin 2024 berikut jadwal dan pengukurannya."""
    awal = list(
        SubKegiatan.objects.filter(kegiatan__program__perangkat_daerah__kabupaten__kode="15.02"),
    )
    for kali in range(1, 13):
        for sub in awal:
            rencana = RencanaAksi.objects.filter(sub_kegiatan=sub.pk).first()
            ukur = list(PengukuranSub.objects.filter(sub_kegiatan=sub.pk))
            salinan = SubKegiatan(
                kegiatan=sub.kegiatan,
                nomor=sub.nomor + 100 * kali,
                kode=sub.kode,
                nama=sub.nama,
            )
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


def chromium_pdf(browser: str, html: str) -> None:
    with TemporaryDirectory() as folder:
        halaman, out = Path(folder) / "l.html", Path(folder) / "l.pdf"
        halaman.write_text(html.replace("/static/", f"file://{Path.cwd()}/static/"))
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                f"--print-to-pdf={out}",
                halaman.as_uri(),
            ],
            check=True,
            capture_output=True,
        )
