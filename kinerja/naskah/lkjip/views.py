"""LKjIP: membuka, menyunting kepala dan bagian, melihat kelengkapan dan temuan."""

from typing import Any

from core.views import Create, Detail, Update
from documents.views.naskah import NaskahDetail
from kinerja.aturan.teks import blok, isi
from kinerja.models import BagianLkjip
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.naskah.lkjip.reports.rujukan import kelompok_rujukan, tulisan
from kinerja.tahun.tahun_kinerja import tahun_naskah


class LkjipCreate(Create):
    """Membuka LKjIP menyalin naskah baku, jadi lewat tindakannya sendiri."""

    success_message = "LKjIP dibuka; naskah awalnya siap disunting."

    def store(self, form: Any) -> None:
        data = form.cleaned_data
        user: Any = self.request.user
        self.object = create_lkjip(
            kabupaten=user.kabupaten,
            tahun=data["tahun"],
            nomor=data["nomor"],
            tanggal=data["tanggal"],
            menggantikan=data["menggantikan"],
            by=user,
            token=data.get("kiriman") or None,
        )


class LkjipDetail(NaskahDetail):
    """Halaman naskah umum dengan bagian-bagian LKjIP."""

    related = (*NaskahDetail.related, "menggantikan")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "bagian": self.object.bagian.all(),
            "pernyataan": self.object.pernyataan_reviu.select_related("lkjip__kabupaten"),
        }


class BagianDetail(Detail):
    """Bagian naskah sebagaimana akan tercetak, rujukannya terisi."""

    related = ("lkjip__kabupaten",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bagian: BagianLkjip = self.object
        angka = tulisan(tahun_naskah(bagian.lkjip).rujukan)
        return super().get_context_data(**kwargs) | {
            "judul": isi(bagian.judul, angka),
            "blok": blok(isi(bagian.isi, angka)),
        }


class BagianUpdate(Update):
    """Penyuntingan naskah, dengan daftar rujukan yang dapat dipakai."""

    related = ("lkjip__kabupaten",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lkjip = self.object.lkjip
        angka = tahun_naskah(lkjip).rujukan
        return super().get_context_data(**kwargs) | {"rujukan": kelompok_rujukan(angka)}
