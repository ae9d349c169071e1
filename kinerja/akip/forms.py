"""Formulir evaluasi AKIP dan pedomannya; isian lembar kerja dari kirimannya."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.audit import Refused
from core.forms import ScopedModelForm
from documents.forms import BuktiField
from kinerja.akip.actions import Jawaban
from kinerja.akip.reports.petunjuk import PETUNJUK
from kinerja.models import ButirAkip, EvaluasiAkip, IsianAkip, PedomanAkip

SemuaJawaban = dict[int, Jawaban]
CATATAN = forms.CharField(max_length=4000, required=False)


class EvaluasiForm(ScopedModelForm):
    """Pedoman yang dapat dipakai, atau nilai yang disalin."""

    class Meta(ScopedModelForm.Meta):
        model = EvaluasiAkip
        fields = ("tahun", "pedoman", "target", "nilai", "tercetak")

    def clean_pedoman(self) -> PedomanAkip | None:
        """Yang bobotnya tidak sejumlah menyebut tempatnya."""
        pedoman: PedomanAkip | None = self.cleaned_data["pedoman"]
        masalah = pedoman.masalah() if pedoman else []
        if masalah:
            raise ValidationError(["Pedoman itu belum dapat dipakai.", *masalah])
        return pedoman


class ButirAkipForm(ScopedModelForm):
    """Pedoman kantor sendiri; petunjuknya dari yang dikenal."""

    petunjuk = forms.ChoiceField(label="Petunjuk sistem", required=False)

    class Meta(ScopedModelForm.Meta):
        model = ButirAkip
        fields = ("pedoman", "kode", "uraian", "bobot", "petunjuk")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Pilihannya disusun sekali."""
        super().__init__(*args, **kwargs)
        pedoman: Any = self.fields["pedoman"]
        pedoman.queryset = pedoman.queryset.filter(kabupaten=self.user.kabupaten_id)
        field: Any = self.fields["petunjuk"]
        pilihan = [("", "Tanpa petunjuk")]
        for kunci, (sebutan, _) in PETUNJUK.items():
            pilihan.append((kunci, sebutan))
        field.choices = pilihan


class KirimanAkip:
    """Jawaban satu komponen sebagaimana dikirim halamannya; pilihan asing bukan jawaban."""

    def __init__(self, post: Any, berkas: Any, tingkat: Iterable[Any]) -> None:
        self.post = post
        self.berkas = berkas
        self.tingkat = {}
        for satu in tingkat:
            kunci = str(satu.pk)
            self.tingkat[kunci] = satu.pk

    def jawaban(self, butir: Iterable[ButirAkip]) -> SemuaJawaban:
        """Menurut nomor butirnya, sebagaimana ditulis; tanpa berkasnya."""
        return {satu.pk: self._satu(satu) for satu in butir}

    def terperiksa(self, butir: Iterable[ButirAkip], jawaban: SemuaJawaban) -> SemuaJawaban:
        """Dengan berkasnya; `Refused` menyebut butir yang catatan atau berkasnya tidak diterima."""
        hasil = {}
        for satu in butir:
            tertulis = jawaban[satu.pk]
            try:
                CATATAN.clean(tertulis.catatan)
                berkas = self._bukti(satu)
            except ValidationError as error:
                pesan = " ".join(error.messages)
                raise Refused(f"{satu.kode}: {pesan}") from error
            hasil[satu.pk] = replace(tertulis, berkas=berkas)
        return hasil

    def _satu(self, butir: ButirAkip) -> Jawaban:
        """Kriteria dijawab ya atau tidak, selainnya diberi tingkat."""
        hasil = ""
        tingkat = None
        if butir.is_kriteria:
            hasil = self.post.get(f"hasil-{butir.pk}", "")
        else:
            pilihan = self.post.get(f"tingkat-{butir.pk}", "")
            tingkat = self.tingkat.get(pilihan)
        if hasil not in IsianAkip.HasilKriteria.values:
            hasil = ""
        kiriman = self.post.get(f"catatan-{butir.pk}", "")
        catatan = kiriman.replace("\r\n", "\n").strip()  # satu aksara, seperti dihitung peramban
        return Jawaban(hasil, tingkat, catatan)

    def _bukti(self, butir: ButirAkip) -> list[Any]:
        """Berkas satu kriteria, sesudah diperiksa jenis dan isinya."""
        if not butir.is_kriteria:
            return []
        kiriman = self.berkas.getlist(f"bukti-{butir.pk}")
        return BuktiField().clean(kiriman)
