"""Formulir meja reviu, pedoman, catatan, jadwal, dan rekomendasi."""

from typing import Any

from django import forms
from django.apps import apps

from accounts.models import Bidang
from core.audit import Refused
from core.forms import Cleaned, PlainForm, ScopedModelForm, TahunField, TanggalField
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from core.querysets import parse_nomor
from kinerja.models import ButirPedoman, CatatanReviu, JadwalReviu, Reviu
from kinerja.reviu.actions import BELUM_BEKU, assign_nomor
from kinerja.reviu.jenis import SemuaTempat, jenis_reviu, pilihan_jenis
from kinerja.reviu.sources import BahanReviu

Pilihan = list[tuple[str, str]]


class ReviuForm(ScopedModelForm):
    """Naskah beku yang belum di meja."""

    naskah = forms.ChoiceField(label="Naskah yang direviu")

    class Meta(ScopedModelForm.Meta):
        model = Reviu
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["naskah"]
        field.choices = [("", "—"), *self._reviewable()]

    def _reviewable(self) -> Pilihan:
        """Yang sudah disetujui, tiap jenis yang terdaftar."""
        hasil = []
        for label, _ in pilihan_jenis():
            model: Any = apps.get_model(label)
            rows = model.objects.visible_to(self.user).exclude(status__in=BELUM_BEKU)
            di_meja = Reviu.objects.filter(document=label).values("document_id")
            for naskah in rows.exclude(pk__in=di_meja).select_related("kabupaten"):
                hasil.append((f"{label}:{naskah.pk}", str(naskah)))
        return hasil

    def chosen(self) -> Any:
        """Naskah yang dipilih; pilihannya sudah diperiksa."""
        label, _, nomor = self.cleaned_data["naskah"].partition(":")
        model: Any = apps.get_model(label)
        return model.objects.visible_to(self.user).get(pk=nomor)


class JadwalForm(ScopedModelForm):
    """Jenis naskahnya dari yang terdaftar."""

    document = forms.ChoiceField(label="Jenis naskah")

    class Meta(ScopedModelForm.Meta):
        model = JadwalReviu
        fields = ("document", "tahun", "tenggat")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["document"]
        field.choices = pilihan_jenis()


class ButirForm(ScopedModelForm):
    """Petunjuknya dari yang dikenal jenis naskah pedomannya."""

    petunjuk = forms.ChoiceField(label="Petunjuk sistem", required=False)

    class Meta(ScopedModelForm.Meta):
        model = ButirPedoman
        fields = ("pedoman", "bagian", "nomor", "uraian", "petunjuk")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pedoman: Any = self.fields["pedoman"]
        pedoman.queryset = pedoman.queryset.filter(kabupaten=self.user.kabupaten_id)
        field: Any = self.fields["petunjuk"]
        field.choices = [("", "Tanpa petunjuk"), *self._dikenal()]

    def _dikenal(self) -> Pilihan:
        """Petunjuk semua jenis; yang bukan milik jenis pedomannya ditolak `clean`."""
        dikenal = {}
        for label, _ in pilihan_jenis():
            jenis = jenis_reviu(label)
            if jenis:
                dikenal |= {kunci: sebutan for kunci, (sebutan, _) in jenis.petunjuk.items()}
        return list(dikenal.items())

    def clean(self) -> Cleaned:
        data = super().clean()
        pedoman = data.get("pedoman")
        petunjuk = data.get("petunjuk")
        if pedoman and petunjuk:
            jenis = jenis_reviu(pedoman.document)
            if jenis is None or petunjuk not in jenis.petunjuk:
                self.add_error("petunjuk", "Petunjuk itu bukan milik jenis naskah pedomannya.")
        return data


class CatatanForm(ScopedModelForm):
    """Tempatnya dari isi beku naskah yang direviu."""

    tempat = forms.ChoiceField(label="Tempat pada naskah")

    class Meta(ScopedModelForm.Meta):
        model = CatatanReviu
        fields = ("reviu", "tempat", "kutipan", "uraian", "penanggung", "tenggat")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reviu = self._reviu()
        field: Any = self.fields["tempat"]
        if reviu is None:
            field.choices = []
            return
        self.fields["reviu"].initial = reviu.pk
        field.choices = berkelompok(BahanReviu(reviu.naskah()).tempat)

    def _reviu(self) -> Reviu | None:
        """Yang disimpan, yang dikirim, atau yang disebut alamatnya."""
        if self.instance.reviu_id:
            return self.instance.reviu
        disebut = str(self.data.get("reviu") or self.initial.get("reviu") or "")
        nomor = parse_nomor(disebut)
        return Reviu.objects.visible_to(self.user).filter(pk=nomor).first()

    def clean(self) -> Cleaned:
        """Nomor, sebutan dan kutipannya diperiksa terhadap isi bekunya."""
        data = super().clean()
        if self.errors:
            return data
        for nama in self.Meta.fields:
            setattr(self.instance, nama, data[nama])
        try:
            assign_nomor(self.instance)
        except Refused as error:
            self.add_error("kutipan", str(error))
        return data


def berkelompok(tempat: SemuaTempat) -> list[Any]:
    """Pilihan bagian, tabel dan gambar menurut kelompoknya."""
    kelompok: dict[str, Pilihan] = {}
    for satu in tempat:
        kelompok.setdefault(satu.kelompok, []).append((satu.kode, satu.sebutan))
    return list(kelompok.items())


class AngkaForm(PlainForm):
    """Lembar angka cetakan yang diperiksa."""

    berkas = forms.FileField(
        label="Berkas (.xlsx, .csv)",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": "Pilih berkasnya dulu.", "empty": "Berkasnya kosong."},
    )


class KomitmenForm(PlainForm):
    """Komitmen rapat, satu sebaris, dengan penanggung dan tenggat yang sama."""

    tahun = TahunField(min_value=TAHUN_AWAL, max_value=TAHUN_AKHIR)
    isi = forms.CharField(
        label="Komitmen", widget=forms.Textarea(attrs={"rows": 6}), help_text="Satu sebaris."
    )
    penanggung = forms.ModelChoiceField(
        Bidang.objects.none(),
        label="Penanggung jawab",
        required=False,
        empty_label="Seluruh dinas",
    )
    tenggat = TanggalField(required=False)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        penanggung: Any = self.fields["penanggung"]
        penanggung.queryset = Bidang.objects.visible_to(user)

    def clean_isi(self) -> list[str]:
        """Baris yang terisi."""
        hasil: list[str] = []
        for baris in self.cleaned_data["isi"].splitlines():
            if baris.strip():
                hasil.append(baris.strip())
        return hasil
