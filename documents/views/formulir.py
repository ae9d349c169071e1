"""Formulir kertas kisi: cetak kosong per baris, lampirkan yang sudah diisi tangan."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from core.audit import Refused
from core.grid import BarisKisi, Grid
from core.spreadsheet import headers
from core.views.dasar import Context, perm
from core.views.grid import GridView
from documents.actions.bukti import attach_formulir
from documents.cetakan import Bagian, Cetakan, Gambar, Paragraf
from documents.forms import FormulirForm, SemuaBerkas
from documents.kepala import kepala_laporan
from documents.lembar.formulir import formulir_kosong, formulir_terisi, kode_formulir
from documents.models import BuktiFormulir
from documents.printing import site_url, typeset
from documents.render import RenderFailed
from documents.reports.kepala import kop
from documents.signing import qr_code

PDF = "application/pdf"
TERBANYAK = 40  # formulir dalam satu PDF
ASAL = "Formulir kosong; bukan naskah bertanda tangan."
PENGISI = (
    "Diisi oleh: ........................................ Jabatan: ..............................",
    "Tanggal: ........................................ Tanda tangan: ..........................",
)
PANJANG_JUDUL = 300
Baris = Sequence[BarisKisi]
Sebaris = tuple[BarisKisi, str, str, int]  # baris, kode, alamat, banyak berkas


class FormulirView(GridView):
    """Baris kisi yang dapat menjadi formulir, dan kodenya."""

    def barisan(self, grid: Grid) -> list[BarisKisi]:
        """Semua baris isian kisi, atau satu yang disebut `baris`."""
        isian = []
        for row in grid.rows():
            if row.gaya not in {"kelompok", "jumlah"}:
                isian.append(row)
        kunci = grid.params.get("baris", "")
        if not kunci:
            return isian
        satu = [row for row in isian if row.kunci == kunci]
        if not satu:
            raise Http404
        return satu

    def kode(self, grid: Grid, row: BarisKisi) -> str:
        kabupaten = grid.kabupaten.kode
        return kode_formulir(kabupaten, self.name, grid.tahun, row.kunci)

    def tautan(self, halaman: str, grid: Grid, **query: Any) -> str:
        """Halaman kisi ini pada tahunnya; `halaman` akhiran nama jalannya."""
        url = reverse(f"{self.name}{halaman}")
        return f"{url}?{urlencode({**query, 'tahun': grid.tahun})}"

    def alamat(self, grid: Grid, row: BarisKisi) -> str:
        """Halaman formulir satu baris; juga yang dibuka dari kode QR-nya."""
        return self.tautan("_formulir", grid, baris=row.kunci)

    def bukti(self, grid: Grid) -> QuerySet[BuktiFormulir]:
        terlihat = BuktiFormulir.objects.visible_to(self.request.user)
        return terlihat.of_kisi(self.name, grid.tahun)


class KisiFormulir(FormulirView):
    """Daftar baris dengan formulirnya, atau satu baris: yang diketik dan berkasnya."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        grid = self.grid()
        rows = self.barisan(grid)
        if grid.params.get("baris"):
            return self.satu(grid, rows[0], FormulirForm())
        saringan = request.GET.dict()
        context = {
            "grid": grid,
            "daftar": self.daftar(grid, rows),
            "banyak": len(rows),
            "terbanyak": TERBANYAK,
            "pdf": self.tautan("_formulir_pdf", grid, **saringan),
            "kisi": self.tautan("", grid),
        }
        return render(request, "documents/formulir_daftar.html", context)

    def daftar(self, grid: Grid, rows: Baris) -> list[Sebaris]:
        """Tiap baris dengan kode, alamat dan banyak berkasnya."""
        banyak = Counter(self.bukti(grid).values_list("kunci", flat=True))
        daftar = []
        for row in rows:
            kode = self.kode(grid, row)
            daftar.append((row, kode, self.alamat(grid, row), banyak[row.kunci]))
        return daftar

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lampirkan berkas pada satu baris."""
        grid = self.grid()
        if not grid.params.get("baris"):
            raise Http404
        (row,) = self.barisan(grid)
        form = FormulirForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.satu(grid, row, form, status=422)
        try:
            banyak = self.lampirkan(grid, row, form.cleaned_data["bukti"])
        except Refused as error:
            form.add_error("bukti", str(error))
            return self.satu(grid, row, form, status=422)
        messages.success(request, f"Terlampir: {banyak} berkas.")
        return redirect(self.alamat(grid, row))

    def lampirkan(self, grid: Grid, row: BarisKisi, berkas: SemuaBerkas) -> int:
        """Banyak berkas yang terlampir; `Refused` bila tidak boleh."""
        judul = f"{grid.judul} {grid.tahun} {row.label}"
        terlampir = attach_formulir(
            berkas=berkas,
            by=self.request.user,
            kisi=self.name,
            tahun=grid.tahun,
            kunci=row.kunci,
            kode=self.kode(grid, row),
            judul=judul[:PANJANG_JUDUL],
        )
        return len(terlampir)

    def satu(self, grid: Grid, row: BarisKisi, form: Any, status: int = 200) -> HttpResponse:
        """Yang diketik di samping berkas formulirnya."""
        may_attach = self.request.user.has_perm(perm(BuktiFormulir, "add"))
        form_terbuka = None
        if may_attach and not row.sebab_lock:
            form_terbuka = form
        context: Context = {
            "grid": grid,
            "row": row,
            "kode": self.kode(grid, row),
            "tabel": formulir_terisi(grid, row),
            "berkas": self.bukti(grid).filter(kunci=row.kunci),
            "form": form_terbuka,
            "pdf": self.tautan("_formulir_pdf", grid, baris=row.kunci),
            "semua": self.tautan("_formulir", grid),
            "kisi": self.tautan("", grid),
        }
        return render(self.request, "documents/formulir.html", context, status=status)


class FormulirPdf(FormulirView):
    """Formulir kosong, satu baris satu lembar, dengan kode dan QR menuju halamannya."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        grid = self.grid()
        rows = self.barisan(grid)
        kembali = redirect(self.tautan("_formulir", grid))
        if not 0 < len(rows) <= TERBANYAK:
            messages.error(request, _alasan(len(rows)))
            return kembali
        try:
            pdf = typeset(self.cetakan(grid, rows))
        except RenderFailed as error:
            messages.error(request, f"PDF tidak tersedia: {error}")
            return kembali
        nama = slugify(f"formulir {grid.judul} {grid.tahun}")
        return HttpResponse(pdf, headers=headers(f"{nama}.pdf", PDF))

    def cetakan(self, grid: Grid, rows: Baris) -> Cetakan:
        """Satu bagian tiap baris, di bawah kop dinasnya."""
        kabupaten = grid.kabupaten
        dinas = kop(kabupaten, kabupaten.dinas_tercatat)
        judul = f"Formulir {grid.judul}"
        kepala = kepala_laporan(judul, grid.tahun, dinas, timezone.localdate())
        bagian = tuple(self._bagian(grid, row) for row in rows)
        return Cetakan(kepala=kepala, bagian=bagian, cap=None, asal=ASAL)

    def _bagian(self, grid: Grid, row: BarisKisi) -> Bagian:
        kode = self.kode(grid, row)
        alamat = site_url(self.alamat(grid, row))
        return Bagian(
            judul=(f"FORMULIR {grid.judul.upper()}", f"TAHUN {grid.tahun}"),
            anak_judul=f"{grid.judul_baris}: {row.label} ({row.kode or row.kunci})",
            pembuka=(Paragraf(f"Kode formulir {kode}", "tebal"),),
            tabel=(formulir_kosong(grid, row),),
            penutup=tuple(Paragraf(teks, "catatan") for teks in PENGISI),
            gambar=(Gambar(f"Kode QR formulir {kode}", qr_code(alamat, skala=2)),),
            is_bertanda_tangan=False,
        )


def _alasan(banyak: int) -> str:
    """Mengapa sebanyak itu tidak dicetak sekaligus."""
    if not banyak:
        return "Tidak ada baris untuk dicetak."
    return f"{banyak} formulir terlalu banyak untuk satu PDF; pilih paling banyak {TERBANYAK}."
