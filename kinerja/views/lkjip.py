"""LKjIP: membuka, menyunting kepala dan bagian, melihat kelengkapan dan temuan."""

from typing import Any

from core.views import Create, Detail, Update
from documents.actions import verification_url
from documents.models import Snapshot
from documents.signing import qr_svg
from documents.workflow import STEP_LABELS, steps_for
from kinerja.actions import create_lkjip
from kinerja.models import BagianLkjip, Lkjip
from kinerja.naskah import blok, isi
from kinerja.reports.rujukan import bahan, kelompok_rujukan, rujukan, tulisan


class LkjipCreate(Create):
    """Membuka LKjIP menyalin naskah baku, jadi lewat tindakannya sendiri."""

    success_message = "LKjIP dibuka; naskah awalnya siap disunting."

    def store(self, form: Any) -> None:
        data = form.cleaned_data
        self.object = create_lkjip(
            kabupaten=self.request.user.kabupaten,  # type: ignore[union-attr]
            tahun=data["tahun"],
            nomor=data["nomor"],
            tanggal=data["tanggal"],
            menggantikan=data["menggantikan"],
            by=self.request.user,
            token=data.get("kiriman") or None,
        )


class LkjipDetail(Detail):
    """Status dan langkah, yang kurang, temuan uji kewajaran, bagian naskah, versi beku."""

    related = ("kabupaten", "submitted_by", "approved_by", "signed_by", "reviewed_by", "pengesahan", "menggantikan")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lkjip: Lkjip = self.object
        roles = self.request.user.roles  # type: ignore[union-attr]
        snapshots = Snapshot.objects.visible_to(self.request.user).filter(
            document=lkjip._meta.label, document_id=lkjip.pk
        )
        return super().get_context_data(**kwargs) | {
            "steps": [(step, STEP_LABELS[step]) for step in steps_for(lkjip.status, roles)],
            "missing": lkjip.missing() if lkjip.status == "draft" else [],
            "findings": lkjip.findings(),
            "bagian": lkjip.bagian.all(),
            "snapshots": snapshots.order_by("-version"),
            "qr": qr_svg(verification_url(lkjip.pengesahan.kode)) if lkjip.pengesahan else "",
        }


class BagianDetail(Detail):
    """Bagian naskah sebagaimana akan tercetak, rujukannya terisi."""

    related = ("lkjip__kabupaten",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bagian: BagianLkjip = self.object
        angka = tulisan(rujukan(bahan(bagian.lkjip.kabupaten, bagian.lkjip.tahun)))
        return super().get_context_data(**kwargs) | {
            "judul": isi(bagian.judul, angka),
            "blok": blok(isi(bagian.isi, angka)),
        }


class BagianUpdate(Update):
    """Penyuntingan naskah, dengan daftar rujukan yang dapat dipakai."""

    related = ("lkjip__kabupaten",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lkjip = self.object.lkjip
        angka = rujukan(bahan(lkjip.kabupaten, lkjip.tahun))
        return super().get_context_data(**kwargs) | {"rujukan": kelompok_rujukan(angka)}
