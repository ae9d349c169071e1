"""Halaman kisi isian: isian per sel lewat JSON, dan formulir biasa tanpa JavaScript."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views import View

from core.grid import BarisKisi, Grid, GridRefused, Ubahan
from core.grid.bagian import POTONG, Potongan
from core.grid.kiriman import read_kiriman, received
from core.grid.kolom import PilihanKolom
from core.grid.tampil import Nasib, Typed, konteks_kisi, per_sel, summary
from core.kiriman import Replayed, once
from core.views import Scoped

SemuaUbahan = list[Ubahan]
BELUM_TERSIMPAN = "Belum ada yang tersimpan. Perbaiki sel yang ditandai, lalu simpan lagi."
BUKAN_MILIK = "Isian ini diketik akun lain; hanya akun itu yang dapat mengirimnya."
LURING = "X-Kisi"  # halaman yang boleh disimpan peramban untuk dibuka tanpa jaringan
RUSAK = "Kiriman tidak dapat dibaca. Muat ulang halaman lalu ulangi."


class GridView(Scoped, View):
    """`grid_class` menentukan isi dan haknya.

    Yang hanya boleh melihat mendapat tabel tanpa isian.
    """

    grid_class: Any = None
    template_name = "core/grid.html"
    name = ""  # nama url; bila terisi, lembar kerjanya `<name>_xlsx` dan impornya `<name>_impor`

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Hak yang diminta menurut model kisinya."""
        self.model = self.grid_class.model
        if request.method == "POST":
            self.action = "change"  # type: ignore[misc]
        super().setup(request, *args, **kwargs)

    def grid(self) -> Grid:
        """Kisi bagi penggunanya pada tahun yang diminta."""
        given = {**self.request.GET.dict(), **self.kwargs}
        params = {}
        for kunci, nilai in given.items():
            params[kunci] = str(nilai)
        tahun: int = self.request.tahun  # type: ignore[attr-defined]
        return self.grid_class(self.request.user, tahun, params)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Kisi yang panjang dibuka pada bagian pertamanya, kecuali diminta seluruhnya."""
        grid = self.grid()
        rows = grid.rows()
        if grid.pembagi not in grid.params and grid.is_panjang(len(rows)):
            bagian = grid.bagian_pertama()
            if bagian:
                return redirect(self._alamat(grid.pembagi, bagian))
        response = self.halaman(grid, rows, {}, {})
        response[LURING] = "1"
        return response

    def _alamat(self, saringan: str, nilai: str) -> str:
        """Kisi ini pada bagian atau potong lain, saringan lainnya tetap."""
        query = self.request.GET.copy()
        query.pop(POTONG, None)
        query[saringan] = nilai
        return f"{self.request.path}?{query.urlencode()}"

    def _kertas(self, grid: Grid) -> str:
        """Saringan dan tahun kisi ini, bagi formulir kertasnya."""
        query = self.request.GET.copy()
        query.pop(POTONG, None)
        query["tahun"] = str(grid.tahun)
        return query.urlencode()

    def _lanjut(self, grid: Grid) -> PilihanKolom | None:
        """Alamat dan nama bagian sesudah yang terbuka."""
        for saringan in grid.filters():
            lanjut = saringan.sesudahnya
            if saringan.nama == grid.pembagi and lanjut:
                return self._alamat(grid.pembagi, lanjut[0]), lanjut[1]
        return None

    def _potongan(self, potongan: Potongan) -> list[PilihanKolom]:
        """Alamat dan nomor tiap potong; yang terbuka tanpa alamat."""
        hasil = []
        for nomor in potongan.lain:
            alamat = ""
            if nomor != potongan.nomor:
                alamat = self._alamat(POTONG, str(nomor))
            hasil.append((alamat, str(nomor)))
        return hasil

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Formulir biasa atau JSON; yang ditolak kembali dengan tulisannya."""
        grid = self.grid()
        if request.content_type == "application/json":
            return self.jawaban(grid)
        ubahan = from_form(request.POST)
        if ubahan is None:
            messages.error(request, RUSAK)
            return redirect(request.get_full_path())
        try:
            grid.write(ubahan)
        except GridRefused as error:
            return self._refused(grid, ubahan, error)
        pesan = "Tidak ada yang berubah."
        if ubahan:
            pesan = f"Tersimpan: {len(ubahan)} sel."
        messages.success(request, pesan)
        return redirect(request.get_full_path())

    def _refused(
        self,
        grid: Grid,
        ubahan: SemuaUbahan,
        error: GridRefused,
    ) -> HttpResponse:
        """Kisi dengan semua yang diketik dan sebab tiap selnya."""
        messages.error(self.request, BELUM_TERSIMPAN)
        rows = grid.rows()
        typed = _typed(ubahan)
        nasib = per_sel(error.hasil)
        return self.halaman(grid, rows, typed, nasib, status=422)

    def jawaban(self, grid: Grid) -> JsonResponse:
        """Simpan kiriman JSON; jawabannya nasib tiap sel, sel terhitung dan jumlah kini."""
        try:
            kiriman = read_kiriman(self.request.body)
        except (ValueError, KeyError, TypeError):
            return JsonResponse({"pesan": RUSAK}, status=400)
        if not kiriman.is_milik(self.request.user):
            return JsonResponse({"pesan": BUKAN_MILIK}, status=409)
        try:
            with once(kiriman.nomor):
                hasil = grid.write(kiriman.ubahan, note=kiriman.note)
        except GridRefused as error:
            hasil = error.hasil
        except Replayed:
            hasil = received(grid, kiriman.ubahan)
        return JsonResponse(summary(grid, hasil))

    def halaman(
        self,
        grid: Grid,
        rows: Sequence[BarisKisi],
        typed: Typed,
        hasil: Nasib,
        *,
        status: int = 200,
    ) -> HttpResponse:
        """Kisi berikut tulisan yang belum tersimpan."""
        meta = self.model._meta
        permission = f"{meta.app_label}.change_{meta.model_name}"
        may_edit = self.request.user.has_perm(permission)
        context = konteks_kisi(grid, rows, may_edit, typed, hasil)
        context["name"] = self.name
        context["lanjut"] = self._lanjut(grid)
        context["semua_potong"] = self._potongan(context["potongan"])
        context["kertas"] = self._kertas(grid)
        return render(self.request, self.template_name, context, status=status)


def _typed(ubahan: Sequence[Ubahan]) -> Typed:
    """Isian pengirim yang belum tersimpan."""
    typed = {}
    for satu in ubahan:
        typed[satu.alamat] = satu.baru
    return typed


def from_form(post: Any) -> SemuaUbahan | None:
    """Sel yang berbeda dari yang dilihat pengirim; `None` bila formulirnya tidak utuh."""
    tulisan = post.get("lama")
    if tulisan is None:
        return None
    try:
        pasangan = parse_qsl(tulisan, strict_parsing=tulisan != "")
    except ValueError:
        return None
    lama = dict(pasangan)
    return list(_changed(post, lama))


def _changed(post: Any, lama: dict[str, str]) -> Iterator[Ubahan]:
    """Sel formulir yang isinya lain dari `lama`; centang yang dilepas tidak ikut terkirim."""
    terkirim = []
    for name in post:
        awal, _, alamat = name.partition(".")
        if awal == "k":
            terkirim.append(alamat)
    semua = dict.fromkeys([*terkirim, *lama])
    for name in semua:
        kunci, _, kolom = name.partition(".")
        baru = str(post.get(f"k.{name}", ""))
        teks = lama.get(name, "")
        if baru.strip() != teks:
            yield Ubahan(kunci=kunci, kolom=kolom, lama=teks, baru=baru)
