"""Rincian, langkah, pratinjau dan unduhan naskah; sama untuk semua jenis."""

from itertools import zip_longest
from typing import Any

from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.generic import DetailView, FormView
from django.views.generic.detail import SingleObjectMixin

from core import audit, spreadsheet
from core.audit import Refused
from core.tampilan import semua_setempat
from core.views import Detail, Scoped
from core.views.dasar import Context
from documents import signing
from documents.actions import advance
from documents.actions.cetak import ready_print
from documents.actions.workflow import is_unchanged
from documents.beda import summary
from documents.forms import AdvanceForm
from documents.jenis import Reading
from documents.lembar.uji import tabel_pemeriksaan
from documents.models import Snapshot, TandaTangan
from documents.printing import (
    isi_naskah,
    nama_berkas,
    print_html,
    print_pdf,
    stored,
    verification_url,
)
from documents.render import RenderFailed
from documents.reports.temuan import keadaan_temuan
from documents.snapshot import Unreadable
from documents.workflow import KATA_LANGKAH, SEBUTAN_LANGKAH, STATUS_LABELS, Langkah, Status

Nama = tuple[str, ...]
BANTUAN = "documents/_bantuan.html"
DONE = {
    Langkah.SUBMIT: "Dokumen diajukan dan isinya dibekukan.",
    Langkah.APPROVE: "Dokumen disetujui.",
    Langkah.RETURN: "Dokumen dikembalikan dengan catatan Anda.",
    Langkah.SIGN: "Dokumen ditandatangani; PDF-nya siap diunduh.",
    Langkah.REVIEW: "Dokumen dinyatakan telah direviu.",
}


class Advance(Scoped, SingleObjectMixin, FormView):
    """Konfirmasi satu langkah, lalu `documents.actions.advance`."""

    form_class = AdvanceForm
    template_name = "documents/advance.html"

    def has_permission(self) -> bool:
        """Selain oleh hak: oleh peran dalam alur naskahnya.

        Menandatangani hanya bagi pihak yang gilirannya.
        """
        if not super().has_permission():
            return False
        naskah = self.get_object()
        langkah = self.kwargs["langkah"]
        user = self.request.user
        if not naskah.workflow.peran(langkah).intersection(user.peran):
            return False
        return langkah != Langkah.SIGN or naskah.is_party(user)

    def get_permission_required(self) -> tuple[str, ...]:
        """Langkah yang tidak dikenal bukan halaman."""
        if self.kwargs["langkah"] not in Langkah.__members__.values():
            raise Http404
        return (f"documents.{self.kwargs['langkah']}",)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Langkah yang tidak berlaku lagi kembali ke naskahnya dengan alasan."""
        if self.has_permission():
            self.object = self.get_object()
            self.ketentuan = self.object.workflow.ketentuan(self.object.status, kwargs["langkah"])
            if self.ketentuan is None:
                messages.error(request, "Langkah ini tidak tersedia pada status dokumen sekarang.")
                return redirect(self.object.get_absolute_url())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> Context:
        """Isian yang ditanyakan menurut aturan langkahnya dan sertifikat pejabatnya."""
        pejabat = self.request.user.pejabat  # type: ignore[union-attr]
        has_certificate = pejabat is not None and signing.has_certificate(pejabat.nip)
        return super().get_form_kwargs() | {
            "ketentuan": self.ketentuan,
            "has_certificate": has_certificate,
        }

    def get_context_data(self, **kwargs: Any) -> Context:
        langkah = Langkah(self.kwargs["langkah"])
        following = self.object.workflow.langkah_berikut(self.ketentuan.to)
        reading = self.object.reading()
        return super().get_context_data(**kwargs) | {
            "langkah": langkah,
            "sebutan_langkah": SEBUTAN_LANGKAH[langkah],
            "menunggu": KATA_LANGKAH[following] if following else "",
            "uji": keadaan_temuan(self.object, reading),
            "is_sama": langkah == Langkah.SUBMIT and is_unchanged(self.object, reading.isi),
        }

    def form_valid(self, form: AdvanceForm) -> HttpResponse:
        """Sandi diperiksa lebih dahulu daripada langkahnya."""
        try:
            self.check_password(form.cleaned_data.get("password"))
            advance(
                self.object,
                langkah=self.kwargs["langkah"],
                by=self.request.user,
                **form.cleaned_data,
            )
        except (Refused, RenderFailed, Unreadable) as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, DONE[Langkah(self.kwargs["langkah"])])
        return redirect(self.object.get_absolute_url())

    def check_password(self, password: str | None) -> None:
        """Sandi diperiksa lewat pintu masuk yang sama, sehingga salah berulang kali terkunci."""
        user = self.request.user
        if password is None:
            return
        pemilik = authenticate(
            self.request,
            username=user.get_username(),
            password=password,
        )
        if pemilik:
            return
        note = f"{self.kwargs['langkah']}: kata sandi salah"
        audit.record_denied(user, self.model, self.object.pk, note)
        raise Refused("Kata sandi salah, atau akun terkunci sementara karena terlalu sering salah.")


class NaskahDetail(Detail):
    """Tahap dan langkah, kelengkapan, uji kewajaran, tanda tangan, versi beku.

    Isi jenisnya di blok `naskah`.
    """

    related: tuple[str, ...] = (
        "kabupaten",
        "submitted_by",
        "approved_by",
        "signed_by",
        "reviewed_by",
        "pengesahan",
        "snapshot",
    )

    def get_template_names(self) -> list[str]:
        """Tidak ada halaman umum bagi naskah: langkahnya selalu tampil."""
        return [self.fallback("detail")[0], "documents/naskah_detail.html"]

    def get_context_data(self, **kwargs: Any) -> Context:
        naskah: Any = self.object
        reading = naskah.reading()
        semua_langkah = naskah.langkah_bagi(self.request.user)
        isi = super().get_context_data(**kwargs) | {
            "tahap": stage_rows(naskah),
            "semua_langkah": [(langkah, SEBUTAN_LANGKAH[langkah]) for langkah in semua_langkah],
            "missing": [],
            **self.uji(reading),
            "parties": party_rows(naskah),
            "snapshots": self.snapshots(),
            "qr": "",
            "beda": "",
        }
        if naskah.status == Status.DRAFT:
            isi["missing"] = reading.missing
        if naskah.is_signed:
            isi["qr"] = signing.qr_svg(verification_url(naskah.pengesahan.kode))
            isi["beda"] = changes(naskah, reading.isi)
        return isi

    def uji(self, reading: Reading) -> Context:
        """Keadaan temuannya, dan tabel uji sebagaimana pada lembar ujinya."""
        keadaan = keadaan_temuan(self.object, reading)
        return {"uji": keadaan, "tabel_uji": tabel_pemeriksaan(keadaan)}

    def snapshots(self) -> Any:
        """Versi beku naskah ini, yang terbaru lebih dahulu."""
        visible = Snapshot.objects.visible_to(self.request.user)
        rows = visible.filter(
            document=self.object._meta.label,
            document_id=self.object.pk,
        )
        return rows.order_by("-version")


def stage_rows(naskah: Any) -> list[Context]:
    """Tahap menurut alur naskahnya, dengan pelaku dan waktunya."""
    pelaku = {
        Status.DIAJUKAN: (naskah.submitted_by, naskah.submitted_at),
        Status.DISETUJUI: (naskah.approved_by, naskah.approved_at),
        Status.DIREVIU: (naskah.reviewed_by, naskah.reviewed_at),
        Status.DITANDATANGANI: (naskah.signed_by, naskah.signed_at),
    }
    rows = []
    for status in naskah.workflow.stages():
        by, at = pelaku.get(status, ("", ""))
        rows.append(
            {
                "kode": status.value,
                "nama": STATUS_LABELS[status],
                "by": by,
                "at": at,
            }
        )
    return rows


def party_rows(naskah: Any) -> list[tuple[Any, Any]]:
    """`(pejabat, tanda tangannya atau None)` menurut urutan.

    Hanya bila pihaknya lebih dari satu.
    """
    parties = naskah.parties()
    if len(parties) < 2:
        return []
    signed = TandaTangan.objects.of(naskah.snapshot)[: len(parties)]
    return list(zip_longest(parties, signed))


def changes(naskah: Any, kini: Any) -> str:
    """Yang berbeda dari naskah sah, atau alasan isi bekunya tidak terbaca."""
    try:
        return summary(naskah.differences(kini))
    except Unreadable as error:
        return str(error)


class Preview(Scoped, DetailView):
    """Naskah cetak di peramban; templat yang sama dengan PDF."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        naskah = self.get_object()
        try:
            return HttpResponse(print_html(naskah, layar=render_to_string(BANTUAN, {}, request)))
        except Unreadable as error:
            return unavailable(request, naskah, error)


def unavailable(request: HttpRequest, naskah: Any, error: Exception) -> HttpResponse:
    """Kembali ke naskahnya dengan alasan cetakannya tidak dapat dibuat."""
    messages.error(request, f"Cetakan tidak tersedia: {error}")
    return redirect(naskah.get_absolute_url())


class Download(Scoped, DetailView):
    """PDF: yang bertanda tangan persis seperti tersimpan, selain itu dicetak sebagai draf.

    Yang diantrekan hanya dibuka bila isi kininya sudah tercetak.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        naskah = self.get_object()
        nama = f"{nama_berkas(naskah)}.pdf"
        try:
            pdf = self.pdf(naskah)
        except (Refused, RenderFailed, Unreadable, OSError) as error:
            return unavailable(request, naskah, error)
        return HttpResponse(
            pdf,
            content_type="application/pdf",
            headers={"Content-Disposition": f'inline; filename="{nama}"'},
        )

    def pdf(self, naskah: Any) -> bytes:
        """`Refused` bila harus diminta dahulu."""
        if not naskah.is_diantrekan:
            return print_pdf(naskah)
        tugas = ready_print(naskah)
        if tugas is None:
            raise Refused("isi kininya belum dicetak. Tekan “PDF draf”.")
        return stored(tugas.berkas.name)


class Lembar(Scoped, DetailView):
    """Isi naskah yang sama sebagai lembar kerja; hanya jenis yang punya lembar."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        naskah = self.get_object()
        if naskah.jenis_naskah.lembar is None:
            raise Http404
        nama = f"{nama_berkas(naskah)}.xlsx"
        try:
            isi = isi_naskah(naskah)
        except Unreadable as error:
            return unavailable(request, naskah, error)
        lembar = naskah.jenis_naskah.lembar(isi)
        data = spreadsheet.xlsx(semua_setempat(lembar, isi.dinas.wilayah))
        return HttpResponse(data, headers=spreadsheet.headers(nama))
