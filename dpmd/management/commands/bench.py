import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.test import Client

from accounts.models import User
from documents import render
from documents.cetakan import Cetakan
from documents.jenis import TABULAR
from documents.printing import print_html, tabular, typeset
from dpmd.management import senegara, senegara_indeks
from dpmd.management.cetakan_ukur import semua_cetakan
from dpmd.management.ukur import Took, Work, baris, beside, machine, measured, seconds
from kinerja.models import Lkjip, NaskahKinerja, PengukuranSub, RencanaAksi, SubKegiatan

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
AKSI = ("/kinerja/rencana-aksi/?tahun=2024", "/kinerja/evaluasi/?tahun=2024")
BAGIAN = ("naskah", "halaman", "kisi", "idm")
TANPA_LAYAR = ("--headless", "--no-sandbox", "--disable-gpu")


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
        """Yang prosa oleh WeasyPrint, yang bertabel oleh Typst; masing-masing lalu Chromium."""
        self.stdout.write(machine())
        lkjip = Lkjip.objects.get(tahun=2023)
        self.baris("Isi LKjIP dari basis data", seconds(lambda: lkjip.reading().isi))
        html = print_html(lkjip)
        self.beside("LKjIP", lambda: render.pdf(html), html)
        for nama, cetakan in semua_cetakan():
            self.tabular(nama, cetakan)

    def tabular(self, nama: str, cetakan: Cetakan) -> None:
        """Typst dan Chromium atas susunan yang sama."""
        isi = {"cetakan": cetakan, "p": cetakan.kepala, "cap": cetakan.cap}
        html = render.html(TABULAR, isi)
        self.beside(nama, lambda: typeset(cetakan), html)

    def kisi(self) -> None:
        with transaction.atomic():
            self.activities(60)
            grow_activities()
            self.activities(600)
            transaction.set_rollback(True)

    def idm(self) -> None:
        """Desa senegara; basis datanya harus kosong selain acuan kedua indeks."""
        jalan = senegara.ukur(self.stdout.write)
        senegara_indeks.ukur(jalan)

    def beside(self, nama: str, ours: Work, html: str) -> None:
        """Lama dan waktu prosesor kita, milik Chromium, dan bagian kita darinya."""
        kita = measured(ours)
        browser = shutil.which("chromium") or shutil.which("chromium-headless-shell")
        if not browser:
            self.baris(nama, kita.waited)
            return
        lain = measured(lambda: chromium_pdf(browser, html))
        self.stdout.write(beside(nama, kita, lain))

    def activities(self, banyak: int) -> None:
        """Kisi dan naskah Rencana Aksi serta evaluasi Merangin 2024."""
        client = Client(HTTP_HOST="127.0.0.1")
        user = User.objects.get(username="operator.merangin")
        client.force_login(user)
        for path in AKSI:
            self.aksi(client, path, banyak)
        for jenis, triwulan in (("rencana_aksi", 0), ("evaluasi", 1)):
            naskah = NaskahKinerja(kabupaten=user.kabupaten, tahun=2024)
            naskah.jenis = jenis
            naskah.triwulan = triwulan
            nama = naskah.get_jenis_display()
            self.tabular(f"{nama} {banyak} baris", tabular(naskah))

    def aksi(self, client: Client, path: str, banyak: int) -> None:
        """Satu kisi dengan banyak kuerinya."""
        queries: list[str] = []
        with connection.execute_wrapper(counting(queries)):
            size = len(client.get(path, follow=True).content)
        took = measured(lambda: client.get(path, follow=True))
        halaman, _, _ = path.partition("?")
        nama = f"{halaman} {banyak} baris, {len(queries)} kueri"
        self.baris_halaman(f"{nama:<60}", took, size)

    def halaman(self) -> None:
        client = Client(HTTP_HOST="127.0.0.1")
        user = User.objects.get(username="operator")
        client.force_login(user)
        for path in HALAMAN:
            size = len(client.get(path, follow=True).content)
            took = measured(lambda path=path: client.get(path, follow=True))
            self.baris_halaman(f"{path:<45}", took, size)

    def baris_halaman(self, nama: str, took: Took, size: int) -> None:
        """Lama membuka satu halaman, waktu prosesornya, dan beratnya."""
        lama = took.waited * 1000
        kerja = took.worked * 1000
        berat = size // 1024
        waktu = f"{lama:8.0f} ms  prosesor {kerja:6.0f} ms"
        self.stdout.write(f"{nama} {waktu}  {berat} kB")

    def baris(
        self,
        nama: str,
        took: float,
        reference: float | None = None,
    ) -> None:
        self.stdout.write(baris(nama, took, reference))


def counting(queries: list[str]) -> Callable[..., Any]:
    """Pembungkus yang mencatat tiap kueri."""

    def run(
        execute: Callable[..., Any],
        sql: str,
        params: Any,
        many: bool,
        context: Any,
    ) -> Any:
        queries.append(sql)
        return execute(sql, params, many, context)

    return run


def grow_activities() -> None:
    """Sepuluh kali lipat sub kegiatan Merangin 2024 berikut jadwal dan pengukurannya."""
    merangin = "kegiatan__program__perangkat_daerah__kabupaten__kode"
    semula = list(SubKegiatan.objects.filter(**{merangin: "15.02"}))
    for kali in range(1, 13):
        for sub in semula:
            _copy(sub, kali)


def _copy(sub: SubKegiatan, kali: int) -> None:
    """Salinan satu sub kegiatan berikut barisnya, bernomor lain."""
    rencana = RencanaAksi.objects.filter(sub_kegiatan=sub.pk)
    ukur = PengukuranSub.objects.filter(sub_kegiatan=sub.pk)
    rows = [*rencana[:1], *ukur]
    salinan = SubKegiatan(
        kegiatan=sub.kegiatan,
        nomor=sub.nomor + 100 * kali,
        kode=sub.kode,
        nama=sub.nama,
        indikator=sub.indikator,
        target=sub.target,
        satuan=sub.satuan,
        pagu=sub.pagu,
    )
    salinan.save()
    for row in rows:
        row.pk = None
        row.sub_kegiatan = salinan
        row._state.adding = True
        row.save()


def chromium_pdf(browser: str, html: str) -> None:
    """Peramban tanpa layar mencetak HTML yang sama."""
    statis = f"file://{Path.cwd()}/static/"
    with TemporaryDirectory() as nama:
        folder = Path(nama)
        halaman = folder / "naskah.html"
        pdf = folder / "naskah.pdf"
        halaman.write_text(html.replace("/static/", statis))
        alamat = halaman.as_uri()
        command = [browser, *TANPA_LAYAR, f"--print-to-pdf={pdf}", alamat]
        subprocess.run(command, check=True, capture_output=True)
