"""Kuesioner satu desa."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from core import audit
from core.audit import Refused
from core.forms import BilanganField
from core.forms.tahun import TAHUN
from core.querysets import parse_nomor
from core.views import Scoped
from documents.actions.bukti import attach_bukti
from documents.forms import BuktiField
from idm.actions.isian import (
    copy_blok,
    instrumen_tahun,
    isian,
    jawab,
    record,
    rubrik,
    start_isian,
)
from idm.actions.usulan import accept_usul
from idm.models import IndikatorIdm, IsianIdm
from idm.reports.isian import butir, kuesioner, ringkasan, usulan_isian
from idm.reports.usulan import usul_aspek
from villages.models import Desa

SKOR = BilanganField(required=False)
TERPANJANG = 2000  # aksara catatan satu jawaban
TERBANYAK = 200  # posisi terakhir yang dapat disalin


class IsianView(Scoped, View):
    """Dasar halaman isian satu desa; haknya hak atas isiannya."""

    model = Desa
    hak = ""  # hak selain melihat dan, saat mengirim, mengubah isian

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Kiriman milik tahun halamannya, walau jendela lain sudah mengganti tahun kerja."""
        super().setup(request, *args, **kwargs)
        try:
            request.tahun = TAHUN.clean(request.POST.get("tahun", ""))  # type: ignore[attr-defined]
        except ValidationError:
            return

    def get_permission_required(self) -> tuple[str, ...]:
        """Mengirim berarti mengubah, kecuali halamannya menuntut hak lain."""
        action = "view"
        if self.request.method == "POST":
            action = "change"
        return (self.hak or f"idm.{action}_isianidm",)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Halaman yang hanya menerima kiriman dibuka sebagai kuesionernya."""
        self.load()
        return self.kembali()

    def load(self) -> None:
        """`desa`, `tahun`, `instrumen` dan `isian` untuk permintaan ini."""
        self.tahun: int = self.request.tahun  # type: ignore[attr-defined]
        terlihat = Desa.objects.visible_to(self.request.user)
        rows = terlihat.saat(self.tahun).select_related("kecamatan__kabupaten")
        self.desa = self.satu(rows)
        self.instrumen = instrumen_tahun(self.tahun)

    def satu(self, rows: Any) -> Desa:
        """Desa yang diminta; milik kabupaten lain dicatat lalu tidak ditemukan."""
        pk = self.kwargs["pk"]
        is_terlihat = rows.filter(pk=pk).exists()
        if not is_terlihat and Desa.objects.filter(pk=pk).exists():
            sebab = f"milik kabupaten lain: {self.request.path}"
            audit.record_denied(self.request.user, Desa, pk, sebab)
        desa: Desa = get_object_or_404(rows, pk=pk)
        return desa

    def baris(self) -> IsianIdm:
        """Isian yang ada, atau yang baru belum disimpan."""
        instrumen: Any = self.instrumen
        banyak = instrumen.indikatoridm_set.count()
        return isian(self.desa, self.tahun, instrumen, banyak)

    def indikator(self, nomor: str) -> IndikatorIdm | None:
        """Indikator pada posisi yang dikirim; `None` bila tidak ada."""
        posisi = parse_nomor(nomor)
        if self.instrumen is None or posisi is None:
            return None
        return rubrik(self.instrumen).get(posisi)

    def kembali(self, posisi: int | str = "") -> HttpResponse:
        """Ke pertanyaan pada posisi itu, di dalam bloknya."""
        url = reverse("idm:isian", args=[self.desa.pk])
        if posisi:
            url = f"{url}?blok={posisi}#butir-{posisi}"
        return redirect(url)


class Kuesioner(IsianView):
    """Semua pertanyaan satu desa; tiap jawaban tersimpan begitu dipilih."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Tanpa instrumen tahun itu, sebabnya disebut."""
        self.load()
        if self.instrumen is None:
            return render(request, "idm/isian_tanpa.html", {"desa": self.desa})
        isi = kuesioner(self.desa, self.tahun, self.instrumen, self.posisi())
        user: Any = request.user
        may = user.has_perm("idm.change_isianidm") and not isi.sebab_lock
        return render(
            request,
            "idm/isian.html",
            {"isi": isi, "may_edit": may, "bukti": BuktiField()},
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Satu jawaban dan catatannya; peramban dengan htmx mendapat potongan yang berubah saja."""
        self.load()
        nomor = request.POST.get("posisi", "")
        indikator = self.indikator(nomor)
        if indikator is None:
            messages.error(request, "Pertanyaan itu tidak ada pada instrumen tahun ini.")
            return self.kembali()
        pesan = self.store(indikator)
        if request.htmx:  # type: ignore[attr-defined]
            return self.potongan(indikator, pesan)
        if pesan:
            messages.error(request, pesan)
        else:
            messages.success(request, "Tersimpan.")
        return self.kembali(indikator.posisi)

    def posisi(self) -> int | None:
        """Posisi yang bloknya diminta dibuka."""
        diminta = self.request.GET.get("blok", "")
        if diminta.isdecimal() and len(diminta) <= len(str(TERBANYAK)):
            return int(diminta)
        return None

    def potongan(self, indikator: IndikatorIdm, pesan: str) -> HttpResponse:
        """Pertanyaan yang baru dijawab, dan hasil sementaranya."""
        satu = self.baris()
        konteks = {
            "b": butir(satu, indikator),
            "pesan": pesan,
            "ringkasan": ringkasan(satu, sesudah=indikator.posisi),
        }
        return render(self.request, "idm/_isian_jawaban.html", konteks)

    def store(self, indikator: IndikatorIdm) -> str:
        """Alasan bila tidak tersimpan; kosong bila tersimpan."""
        tulisan = self.request.POST.get("skor", "")
        tertulis = self.request.POST.get("catatan", "")
        catatan = tertulis.strip()
        by = self.request.user
        satu = self.baris()
        try:
            skor = SKOR.clean(tulisan)
            if skor is not None:
                jawaban = {indikator.posisi: skor}
                satu = jawab(isian=satu, jawaban=jawaban, by=by)
            ringkas = catatan[:TERPANJANG]
            record(isian=satu, indikator=indikator, catatan=ringkas, by=by)
        except Refused as error:
            return str(error)
        except ValidationError as error:
            return " ".join(error.messages)
        return ""


class CopyBlok(IsianView):
    """Indikator satu dimensi yang belum dijawab diisi seperti tahun lalu."""

    hak = "idm.change_isianidm"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Posisi di luar instrumennya diabaikan."""
        self.load()
        awal = parse_nomor(request.POST.get("awal", ""))
        akhir = parse_nomor(request.POST.get("akhir", ""))
        if self.instrumen is None or awal is None or akhir is None:
            return self.kembali()
        terakhir = min(akhir, TERBANYAK)
        posisi = range(awal, terakhir + 1)
        try:
            satu = self.baris()
            banyak = copy_blok(isian=satu, posisi=posisi, by=request.user)
            lalu = self.tahun - 1
            pesan = f"{banyak} jawaban disamakan dengan tahun {lalu}."
            messages.success(request, pesan)
        except Refused as error:
            messages.error(request, str(error))
        return self.kembali(awal)


class Usul(IsianView):
    """Usul dari register diambil sebagai jawaban satu aspek."""

    hak = "idm.change_isianidm"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Usulnya dihitung lagi; yang dikirim hanya nomor aspeknya."""
        self.load()
        indikator = self.indikator(request.POST.get("posisi", ""))
        if indikator is None:
            messages.error(request, "Aspek itu tidak ada pada instrumen tahun ini.")
            return self.kembali()
        try:
            pesan = self.accept(indikator)
            messages.success(request, pesan)
        except Refused as error:
            messages.error(request, str(error))
        return self.kembali(f"#butir-{indikator.posisi}")

    def accept(self, indikator: IndikatorIdm) -> str:
        """Kalimat bila usulnya diambil; `Refused` bila registernya tidak mengusulkan apa-apa."""
        satu = self.baris()
        usul = usul_aspek(indikator, usulan_isian(satu))
        if usul is None:
            raise Refused(f"{indikator}: register tidak mengusulkan jawaban.")
        accept_usul(
            isian=satu,
            indikator=indikator,
            skor=usul.skor,
            dasar=usul.dasar,
            by=self.request.user,
        )
        return f"{indikator}: poin {usul.skor} dari register. {usul.dasar}"


class Bukti(IsianView):
    """Melampirkan berkas bukti pada satu jawaban."""

    hak = "idm.change_isianidm"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Isian yang belum dimulai dimulai bersama buktinya."""
        self.load()
        nomor = request.POST.get("posisi", "")
        indikator = self.indikator(nomor)
        if indikator is None:
            messages.error(request, "Pertanyaan itu tidak ada pada instrumen tahun ini.")
            return self.kembali()
        try:
            pesan = self.lampirkan(self.baris(), indikator)
            messages.success(request, pesan)
        except Exception as error:
            messages.error(request, _kalimat(error))
        return self.kembali(indikator.posisi)

    def lampirkan(self, isian: IsianIdm, indikator: IndikatorIdm) -> str:
        """Kalimat bila semua berkasnya diterima."""
        unggahan = self.request.FILES.getlist("bukti")
        kiriman = BuktiField().clean(unggahan)
        if not kiriman:
            raise Refused("Pilih berkasnya dulu.")
        by = self.request.user
        mulai = start_isian(isian=isian, by=by)
        attach_bukti(pemilik=mulai, berkas=kiriman, by=by, indikator=indikator)
        banyak = len(kiriman)
        return f"{banyak} berkas dilampirkan pada {indikator}."


def _kalimat(error: Exception) -> str:
    """Pesan galat yang dikenal; yang lain diteruskan."""
    if isinstance(error, Refused):
        return str(error)
    if hasattr(error, "messages"):
        return " ".join(error.messages)
    raise error
