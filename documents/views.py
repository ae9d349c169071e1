"""Langkah dokumen, pratinjau, unduhan, dan verifikasi untuk umum."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.views.generic import DetailView, FormView
from django.views.generic.detail import SingleObjectMixin

from core import audit
from core.audit import Refused
from core.uploads import MAX_BYTES
from core.views import Scoped
from documents import signing
from documents.actions import advance, print_html, print_pdf
from documents.forms import AdvanceForm, VerifyCodeForm, VerifyFileForm
from documents.models import Pengesahan
from documents.render import RenderFailed
from documents.snapshot import digest
from documents.workflow import STEP_LABELS, Step, rule

DONE = {
    Step.SUBMIT: "Dokumen diajukan dan isinya dibekukan.",
    Step.APPROVE: "Dokumen disetujui.",
    Step.RETURN: "Dokumen dikembalikan dengan catatan Anda.",
    Step.SIGN: "Dokumen ditandatangani; PDF-nya siap diunduh.",
    Step.REVIEW: "Dokumen dinyatakan telah direviu.",
}


class Advance(Scoped, SingleObjectMixin, FormView):
    """Konfirmasi satu langkah, lalu `documents.actions.advance`."""

    form_class = AdvanceForm
    template_name = "documents/advance.html"

    def get_permission_required(self) -> tuple[str, ...]:
        if self.kwargs["step"] not in Step.__members__.values():
            raise Http404
        return (f"documents.{self.kwargs['step']}",)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.has_permission():
            self.object = self.get_object()
            self.rule = rule(self.object.status, kwargs["step"])
            if self.rule is None:
                messages.error(request, "Langkah ini tidak tersedia pada status dokumen sekarang.")
                return redirect(self.object.get_absolute_url())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        pejabat = self.request.user.pejabat  # type: ignore[union-attr]
        has_certificate = pejabat is not None and signing.has_certificate(pejabat.nip)
        return super().get_form_kwargs() | {"rule": self.rule, "has_certificate": has_certificate}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        step = Step(self.kwargs["step"])
        return super().get_context_data(**kwargs) | {"step": step, "step_label": STEP_LABELS[step]}

    def form_valid(self, form: AdvanceForm) -> HttpResponse:
        try:
            self.check_password(form.cleaned_data.get("password"))
            advance(self.object, step=self.kwargs["step"], by=self.request.user, **form.cleaned_data)
        except (Refused, RenderFailed) as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, DONE[Step(self.kwargs["step"])])
        return redirect(self.object.get_absolute_url())

    def check_password(self, password: str | None) -> None:
        """Sandi diperiksa lewat pintu masuk yang sama, sehingga salah berulang kali terkunci."""
        user = self.request.user
        if password is None or authenticate(self.request, username=user.get_username(), password=password):
            return
        audit.record_denied(user, self.model, self.object.pk, f"{self.kwargs['step']}: kata sandi salah")
        raise Refused("Kata sandi salah, atau akun terkunci sementara karena terlalu sering salah.")


class Preview(Scoped, DetailView):
    """Naskah cetak di peramban; templat yang sama dengan PDF."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse(print_html(self.get_object()))


class Download(Scoped, DetailView):
    """PDF: yang bertanda tangan persis seperti tersimpan, selain itu dicetak sebagai draf."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        document = self.get_object()
        draft = "" if document.is_signed else "draf-"
        name = f"{draft}{document._meta.model_name}-{document.tahun}.pdf"
        try:
            pdf = print_pdf(document)
        except (RenderFailed, OSError) as error:
            messages.error(request, f"PDF tidak tersedia: {error}")
            return redirect(document.get_absolute_url())
        return HttpResponse(
            pdf,
            content_type="application/pdf",
            headers={"Content-Disposition": f'inline; filename="{name}"'},
        )


@method_decorator(login_not_required, name="dispatch")
class VerifyStart(FormView):
    """Pintu umum: masukkan kode yang tercetak pada kaki halaman."""

    form_class = VerifyCodeForm
    template_name = "documents/verify_start.html"

    def form_valid(self, form: VerifyCodeForm) -> HttpResponse:
        return redirect("documents:verify", kode=form.cleaned_data["kode"])


@login_not_required
def verify(request: HttpRequest, kode: str) -> HttpResponse:
    """Nomor, tanggal, penanda tangan dan hash; berkas yang diunggah dibandingkan bita demi bita."""
    pengesahan = Pengesahan.objects.filter(kode=kode).select_related("kabupaten", "snapshot").first()
    if pengesahan is None:
        return render(request, "documents/verify_unknown.html", {"kode": kode}, status=404)
    form = VerifyFileForm(request.POST or None, request.FILES or None)
    is_same = None
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["berkas"]
        if upload.size > MAX_BYTES:
            form.add_error("berkas", "Berkas lebih dari 10 MB; dokumen sah tidak sebesar itu.")
        else:
            is_same = digest(upload.read()) == pengesahan.pdf_sha256
    context = {"pengesahan": pengesahan, "form": form, "is_same": is_same}
    return render(request, "documents/verify.html", context)


@login_not_required
def verify_pdf(request: HttpRequest, kode: str) -> FileResponse:
    """Salinan PDF bertanda tangan; LKjIP adalah dokumen publik."""
    pengesahan = get_object_or_404(Pengesahan, kode=kode)
    path = Path(settings.MEDIA_ROOT) / pengesahan.pdf
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), filename=f"{kode}.pdf", content_type="application/pdf")
