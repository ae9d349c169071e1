"""Verifikasi keaslian naskah untuk umum."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.views.generic import FormView

from core.uploads import MAX_BYTES
from documents.forms import VerifyCodeForm, VerifyPdfForm
from documents.models import Pengesahan, TandaTangan
from documents.snapshot import digest


@method_decorator(login_not_required, name="dispatch")
class VerifyStart(FormView):
    """Pintu umum: masukkan kode yang tercetak pada kaki halaman."""

    form_class = VerifyCodeForm
    template_name = "documents/verify_start.html"

    def form_valid(self, form: VerifyCodeForm) -> HttpResponse:
        return redirect("documents:verify", kode=form.cleaned_data["kode"])


def _confirmed(kode: str) -> Pengesahan | None:
    related = Pengesahan.objects.select_related("kabupaten", "snapshot")
    return related.filter(kode=kode).first()


@login_not_required
def verify(request: HttpRequest, kode: str) -> HttpResponse:
    """Nomor, tanggal, penanda tangan dan hash; berkas yang diunggah dibandingkan bita demi bita."""
    pengesahan = _confirmed(kode)
    if pengesahan is None:
        return render(request, "documents/verify_unknown.html", {"kode": kode}, status=404)
    form = VerifyPdfForm(request.POST or None, request.FILES or None)
    is_sent = request.method == "POST" and form.is_valid()
    pihak = list(TandaTangan.objects.of(pengesahan.snapshot).select_related("snapshot__kabupaten"))
    context = {
        "pengesahan": pengesahan,
        "pihak": pihak,
        "jejak": pihak[-1].jejak if pihak else None,
        "penyerta": _accompanying(pengesahan),
        "form": form,
        "is_same": _is_same(form, pengesahan) if is_sent else None,
    }
    return render(request, "documents/verify.html", context)


def _accompanying(pengesahan: Pengesahan) -> list[tuple[Pengesahan, bool]]:
    """Naskah sah yang menyertainya, dan apakah termuat di dalam PDF-nya."""
    naskah = pengesahan.snapshot.naskah()
    if naskah is None:
        return []
    semua = naskah.jenis_naskah.penyerta(naskah)
    return [(satu, satu.signed_at < pengesahan.signed_at) for satu in semua]


def _is_same(form: VerifyPdfForm, pengesahan: Pengesahan) -> bool | None:
    """Apakah berkas yang diunggah PDF sahnya; `None` bila terlalu besar untuk diperiksa."""
    berkas = form.cleaned_data["berkas"]
    if berkas.size > MAX_BYTES:
        form.add_error("berkas", "Berkas lebih dari 10 MB; dokumen sah tidak sebesar itu.")
        return None
    return digest(berkas.read()) == pengesahan.pdf_sha256


@login_not_required
def verify_pdf(request: HttpRequest, kode: str) -> FileResponse:
    """Salinan PDF bertanda tangan; LKjIP adalah dokumen publik."""
    pengesahan = get_object_or_404(Pengesahan, kode=kode)
    path = Path(settings.MEDIA_ROOT) / pengesahan.pdf
    if not path.is_file():
        raise Http404
    return FileResponse(
        path.open("rb"),
        filename=f"{kode}.pdf",
        content_type="application/pdf",
    )
