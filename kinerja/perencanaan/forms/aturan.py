"""Aturan setahun dan rumus capaian pada formulir baris yang diukur."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.layout import Div, Fieldset
from django.core.exceptions import ValidationError

from core.forms import Cleaned, ScopedModelForm
from kinerja.aturan.arah import usulan_arah
from kinerja.aturan.capaian import Arah
from kinerja.aturan.periode import Cara, masalah_cara
from kinerja.aturan.satuan import FAKTOR, usulan_faktor
from kinerja.models.keluaran import SEBUTAN, TARGET_TRIWULAN

ATURAN = ("agregasi", "arah", "toleransi", "batas_bawah", "batas_atas")
PECAHAN = ("rumus_pembilang", "rumus_penyebut", "faktor")
BAGIAN = (*PECAHAN, "skala_kualitatif", *SEBUTAN.values())
ATURAN_KELUARAN = (*TARGET_TRIWULAN, *BAGIAN, *ATURAN)
BAHAN_USULAN = (
    "nama",
    "indikator",
    "satuan",
    "target",
    "rumus_penyebut",
    "skala_kualitatif",
    *TARGET_TRIWULAN,
)
JUDUL_TRIWULAN = "Target tiap triwulan, bila ada"
JUDUL_ATURAN = "Cara menghitung setahun dan capaian"
PENENTU_FAKTOR = frozenset({"satuan", "rumus_penyebut"})
BUKAN_FAKTOR = (
    "Faktor 1, 100, 1.000, 10.000, 100.000 atau 1.000.000; kosongkan agar menurut satuannya."
)
MENURUT_SATUAN = (
    "Kosong berarti menurut satuannya: 100 bagi %, 1.000 bagi ‰, 100.000 bagi “per 100.000 …”, "
    "selain itu 1."
)
DIUSULKAN = "Diusulkan dari satuan, kata indikator dan target triwulannya"
ARAH_DIUSULKAN = "Diusulkan dari kata indikator"


class AturanForm(ScopedModelForm):
    """Cara yang diusulkan tampak terpilih; yang disimpan tetap sampai orang mengubahnya."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Usulannya tampak terpilih sebelum disimpan."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["agregasi"]
        field.choices = [("", DIUSULKAN), *field.choices[1:]]
        for nama in ("arah", "toleransi", "faktor"):
            self.fields[nama].required = False
        self.tell_faktor()
        self.tell_arah()
        self.group(JUDUL_TRIWULAN, TARGET_TRIWULAN, css_class="bulan")
        self.group(JUDUL_ATURAN, ATURAN)
        if self.instance.pk:
            self.tell(field)

    def tell(self, field: Any) -> None:
        """Usulan baris yang sudah ada: terpilih, atau disebut bila pilihan orang lain."""
        baris = self.instance
        usulan = self.usulan(baris)
        if not baris.agregasi:
            self.initial["agregasi"] = usulan.value
            field.help_text = f"Diusulkan: {usulan.nama}. Tersimpan setelah formulir ini disimpan."
        elif baris.agregasi != usulan:
            field.help_text = (
                f"Tersimpan {baris.cara.nama}; usulan kini {usulan.nama}. "
                f"Pilih “{DIUSULKAN}” untuk memakainya."
            )

    def tell_faktor(self) -> None:
        """Yang belum dipilih menurut satuannya; yang tersimpan lain daripadanya disebut."""
        faktor = self.fields["faktor"]
        faktor.help_text = MENURUT_SATUAN
        baris = self.instance
        if baris.pk:
            faktor.help_text = f"{MENURUT_SATUAN} {baris.masalah_faktor}".strip()
        else:
            self.initial["faktor"] = None

    def tell_arah(self) -> None:
        """Yang belum dipilih menurut kata indikatornya."""
        arah: Any = self.fields["arah"]
        arah.choices = [("", ARAH_DIUSULKAN), *arah.choices]
        if not self.instance.pk:
            self.initial["arah"] = ""

    def group(self, judul: str, semua_nama: Sequence[str], css_class: str = "") -> None:
        """Bidang berurutan di bawah satu judul, pada tempat bidang pertamanya."""
        susunan = self.helper.layout.fields
        ada = [nama for nama in semua_nama if nama in susunan]
        if not ada:
            return
        letak = susunan.index(ada[0])
        for nama in ada:
            susunan.remove(nama)
        isian = Div(*ada, css_class=css_class)
        kelompok = Fieldset(judul, isian)
        susunan.insert(letak, kelompok)

    def clean_toleransi(self) -> Any:
        """Tanpa isian: tidak boleh meleset."""
        return self.cleaned_data["toleransi"] or 0

    def clean_faktor(self) -> int:
        """Kosong, atau satuan atau rumusnya saja yang berganti, berarti menurut satuannya."""
        data = self.cleaned_data
        faktor: int | None = data["faktor"]
        berganti = set(self.changed_data)
        is_ikut = "faktor" not in berganti and not berganti.isdisjoint(PENENTU_FAKTOR)
        if faktor is None or is_ikut:
            is_pecahan = bool(data.get("rumus_penyebut"))
            return usulan_faktor(data.get("satuan", ""), is_pecahan=is_pecahan)
        if faktor not in FAKTOR:
            raise ValidationError(BUKAN_FAKTOR)
        return faktor

    def clean(self) -> Cleaned:
        """Cara dan rumus yang tidak dipilih diusulkan; yang tidak berlaku ditolak."""
        data = super().clean()
        if self.errors:
            return data
        if not data["agregasi"]:
            bahan = {}
            for nama in BAHAN_USULAN:
                if nama in data:
                    bahan[nama] = data[nama]
            data["agregasi"] = self.usulan(self._meta.model(**bahan)).value
        data["arah"] = data["arah"] or self._usulan_arah(data)
        if data["arah"] == Arah.RENTANG and not data["toleransi"]:
            self.add_error("toleransi", "Tulis berapa boleh meleset dari target.")
        else:
            self.check_cara(data)
        return data

    def _usulan_arah(self, data: Cleaned) -> str:
        """Menurut kata indikatornya."""
        kata = data.get("indikator") or data.get("nama", "")
        return usulan_arah(kata).value

    def check_cara(self, data: Cleaned) -> None:
        """Sebutan tidak dijumlahkan; bagian pecahan hanya ada pada rumus pecahan."""
        masalah = masalah_cara(
            Cara(data["agregasi"]),
            is_sebutan=bool(data["skala_kualitatif"]),
            is_pecahan=bool(data["rumus_penyebut"]),
        )
        if masalah:
            self.add_error("agregasi", masalah)

    def usulan(self, baris: Any) -> Cara:
        """Cara yang diusulkan baris itu."""
        usulan: Cara = baris.usulan
        return usulan
