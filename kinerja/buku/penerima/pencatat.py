"""Satu baris lembar menjadi satu baris tersimpan: diperiksa formulirnya, ditulis pintunya."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from core import audit, door
from core.audit import Refused
from core.halaman import HALAMAN
from core.models import Named
from documents.impor import Hasil, normal
from kinerja.buku.actions import jejak_baris
from kinerja.buku.penerima.kolom import BarisBuku, Isian

Simpan = Callable[[Any, Any], None]  # (baris, formulirnya)
DIUSULKAN = "agregasi"  # diisi formulirnya sendiri; baris lama tidak ikut berganti
YA = frozenset({"1", "v", "x", "ya"})
PANJANG = 200


class Pencatat:
    """Menulis baris demi baris, dengan hasil periksa dan jejaknya."""

    def __init__(self, user: Any, by: Any, note: str) -> None:
        self.user = user
        self.by = by
        self.note = note
        self.hasil = Hasil()
        self.jejak: list[dict[str, Any]] = []
        self._bermasalah: set[tuple[str, str]] = set()  # lembar dan sel
        self._pilihan: dict[tuple[Any, str], dict[str, list[str]]] = {}

    def salah(self, baris: BarisBuku, nama: str, pesan: str) -> None:
        """Satu masalah tiap sel: yang pertama yang menyebabkan lainnya."""
        satu = baris.kesalahan(nama, pesan)
        letak = (satu.lembar, satu.sel)
        if letak not in self._bermasalah:
            self._bermasalah.add(letak)
            self.hasil.kesalahan.append(satu)

    def lihat(self, row: Named) -> Any:
        """Formulir kosong baris itu, sebagaimana akan dibuka orang."""
        form_class = HALAMAN[type(row)].form_class
        return form_class(instance=row, user=self.user)

    def simpan(
        self,
        row: Named,
        baris: BarisBuku,
        isian: Isian,
        simpan: Simpan | None = None,
    ) -> Any:
        """Baris yang tersimpan; `None` bila tidak dapat, dengan masalahnya tercatat."""
        lihat = self.lihat(row)
        data = {nama: lihat[nama].value() for nama in lihat.fields}
        diubah = self._masukkan(lihat, data, baris, isian)
        if row.pk and not diubah:
            self.hasil.sama += 1
            return row
        if not self._berhak(row, baris):
            return None
        semula = audit.values(row) if row.pk else {}
        form = self._sah(lihat, data, baris, isian)
        if form is None:
            return None
        baru = form.save(commit=False)
        if semula and DIUSULKAN in data and DIUSULKAN not in diubah:
            baru.agregasi = semula[DIUSULKAN]
        return self._tulis(baru, baris, form, semula, simpan, diubah)

    def _masukkan(
        self,
        lihat: Any,
        data: dict[str, Any],
        baris: BarisBuku,
        isian: Isian,
    ) -> dict[str, str]:
        """Isi selnya ke `data`; kembaliannya bidang yang berganti dan isi lamanya."""
        diubah = {}
        kolom = {field.name for field in lihat.instance._meta.concrete_fields}
        for bidang, (nama, tulisan) in isian.items():
            field = lihat.fields.get(bidang)
            if field is None:
                continue
            try:
                nilai = self._nilai(field, tulisan)
            except ValidationError as error:
                self.salah(baris, nama, " ".join(error.messages))
                continue
            lama = data.get(bidang)
            data[bidang] = nilai
            if bidang in kolom and not _is_sama(field, lama, nilai):
                diubah[bidang] = self._tulisan(field, lama)
        return diubah

    def _nilai(self, field: Any, tulisan: str) -> Any:
        """Tulisan sel sebagai kiriman formulir: pilihan dan rujukan menurut namanya."""
        if isinstance(field, forms.BooleanField):
            return tulisan.lower() in YA
        if not isinstance(field, forms.ChoiceField) or not tulisan:
            return tulisan
        cocok = self._menurut_nama(field).get(normal(tulisan), [])
        if len(cocok) == 1:
            return cocok[0]
        if cocok:
            raise ValidationError(f"“{tulisan}” menunjuk {len(cocok)} pilihan; tulis lengkap.")
        boleh = ", ".join(_label(satu) for satu in field.choices if satu[0])
        sebab = "belum ada pilihannya"
        if boleh:
            sebab = f"yang ada: {boleh[:PANJANG]}"
        raise ValidationError(f"“{tulisan}” tidak dikenal; {sebab}.")

    def _menurut_nama(self, field: Any) -> dict[str, list[str]]:
        """Nama pilihan → nilainya; pilihan dari basis data dibaca sekali."""
        if not isinstance(field, forms.ModelChoiceField):
            return _menurut_label(field.choices)
        kunci = (field.queryset.model, str(field.queryset.query))
        if kunci not in self._pilihan:
            semua: dict[str, list[str]] = {}
            for row in field.queryset:
                for nama in {rujuk(row), normal(str(row)), normal(getattr(row, "nama", ""))}:
                    semua.setdefault(nama, []).append(str(row.pk))
            self._pilihan[kunci] = semua
        return self._pilihan[kunci]

    def _tulisan(self, field: Any, nilai: Any) -> str:
        """Isi lama sebagaimana dibaca orang."""
        if nilai in (None, ""):
            return "kosong"
        if isinstance(field, forms.ChoiceField):
            for satu in field.choices:
                if str(satu[0]) == str(nilai):
                    return _label(satu)
        return str(nilai)

    def _berhak(self, row: Named, baris: BarisBuku) -> bool:
        """Hak menambah atau mengubah jenis baris itu, seperti pada halamannya."""
        tindakan = "change" if row.pk else "add"
        meta = row._meta
        if self.user.has_perm(f"{meta.app_label}.{tindakan}_{meta.model_name}"):
            return True
        self.salah(baris, "", f"Peran Anda tidak mengisi {meta.verbose_name}.")
        return False

    def _sah(self, lihat: Any, data: dict[str, Any], baris: BarisBuku, isian: Isian) -> Any:
        """Formulir yang sah.

        Yang bermasalah diulang tanpa isian salahnya, agar baris di bawahnya tetap terperiksa;
        yang tersimpan darinya ikut batal bersama impornya.
        """
        form_class = type(lihat)
        for _ in range(2):
            form = form_class(data, instance=lihat.instance, user=self.user)
            if form.is_valid():
                return form
            for bidang, pesan in form.errors.items():
                self._salah_bidang(baris, isian, form, bidang, " ".join(pesan))
                data[bidang] = None
            lihat = self.lihat(_tersimpan(lihat.instance))
        return None

    def _salah_bidang(
        self,
        baris: BarisBuku,
        isian: Isian,
        form: Any,
        bidang: str,
        pesan: str,
    ) -> None:
        """Masalah bidang yang tidak berkolom disebut bersama namanya."""
        if bidang in isian:
            self.salah(baris, isian[bidang][0], pesan)
            return
        sebutan = ""
        if bidang != NON_FIELD_ERRORS:
            sebutan = f"{form.fields[bidang].label}: "
        self.salah(baris, bidang, f"{sebutan}{pesan}")

    def _tulis(
        self,
        row: Any,
        baris: BarisBuku,
        form: Any,
        semula: Mapping[str, Any],
        simpan: Simpan | None,
        diubah: Mapping[str, str],
    ) -> Any:
        """Ditulis lewat pintunya; penolakannya menjadi masalah barisnya."""
        lama = _tersimpan(row) if semula else None
        try:
            if simpan is None:
                door.save(row, by=self.by, note=self.note)
            else:
                simpan(row, form)
        except (Refused, ValidationError) as error:
            self.salah(baris, "", str(error))
            return None
        if semula == audit.values(row):
            self.hasil.sama += 1
            return row
        self._lupakan(type(row))
        self.jejak.append(jejak_baris(row, lama))
        self.hasil.ubahan.append(self._ubahan(row, baris, form, semula, diubah))
        return row

    def _lupakan(self, model: Any) -> None:
        """Pilihan jenis itu dibaca lagi: bertambah baris yang baru ditulis."""
        for kunci in list(self._pilihan):
            if kunci[0] is model:
                del self._pilihan[kunci]

    def _ubahan(
        self,
        row: Any,
        baris: BarisBuku,
        form: Any,
        semula: Mapping[str, Any],
        diubah: Mapping[str, str],
    ) -> dict[str, Any]:
        """Satu baris pratinjau."""
        sebutan = str(row._meta.verbose_name)
        keadaan = "diubah" if semula else "baru"
        lama = []
        baru = []
        for bidang, sebelum in diubah.items():
            field = form.fields[bidang]
            sesudah = self._tulisan(field, form[bidang].value())
            lama.append(f"{field.label} {sebelum}")
            baru.append(f"{field.label} {sesudah}")
        return {
            "kunci": f"{baris.lembar} {baris.nomor} {len(self.jejak)}",
            "baris": str(row),
            "judul": f"{sebutan[:1].upper()}{sebutan[1:]} {keadaan}",
            "lama": "; ".join(lama) if semula else "",
            "baru": "; ".join(baru),
            "lembar": baris.lembar,
            "sel": baris.sel(""),
        }


def rujuk(row: Any) -> str:
    """Tulisan yang menunjuk tepat baris itu, walau ada yang senama."""
    return f"id {row.pk}"


def _label(pilihan: Any) -> str:
    return str(pilihan[1])


def _menurut_label(choices: Any) -> dict[str, list[str]]:
    """Label pilihan, atau nilainya sendiri, tanpa beda huruf."""
    semua: dict[str, list[str]] = {}
    for nilai, label in choices:
        for nama in {normal(str(label)), normal(str(nilai))}:
            semua.setdefault(nama, []).append(str(nilai))
    return semua


def _is_sama(field: Any, lama: Any, baru: Any) -> bool:
    """Ditulis lain tetapi bernilai sama bukan ubahan."""
    if _polos(lama) == _polos(baru):
        return True
    try:
        return bool(field.clean(lama) == field.clean(baru))
    except ValidationError:
        return False


def _polos(nilai: Any) -> str:
    if nilai is None:
        return ""
    return str(nilai).strip()


def _tersimpan(row: Any) -> Any:
    """Baris itu sebagaimana tersimpan; yang baru tetap baris barunya."""
    if row.pk is None:
        return row
    return type(row)._default_manager.get(pk=row.pk)
