"""Isi satu sel sebagai kiriman formulir, dan kembalinya sebagai tulisan."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.tabel import ya_tidak
from documents.impor import normal

Menurut = dict[str, list[str]]  # nama → nilai pilihannya
YA = frozenset({"1", "v", "x", "ya", "true", "√", "✓", "✔"})
TIDAK = frozenset({"", "0", "tidak", "bukan", "false"})
BUKAN_YA = "“{tulisan}” bukan ya atau tidak; tulis v, atau kosongkan."
PANJANG = 200  # aksara daftar pilihan pada pesan
KOSONG = "kosong"


class Pilihan:
    """Pilihan tiap bidang menurut namanya; yang dari basis data dibaca sekali."""

    def __init__(self) -> None:
        """Kosong sampai ada yang ditanyakan."""
        self._dibaca: dict[tuple[Any, str], Menurut] = {}

    def nilai(self, field: Any, tulisan: str) -> Any:
        """Kiriman formulir dari tulisan selnya; `ValidationError` bila pilihannya tidak ada."""
        if isinstance(field, forms.BooleanField):
            return _is_ya(tulisan)
        if not isinstance(field, forms.ChoiceField) or not tulisan:
            return tulisan
        semua = self._menurut_nama(field)
        cocok = semua.get(normal(tulisan), [])
        if len(cocok) == 1:
            return cocok[0]
        banyak = len(cocok)
        if banyak:
            sebab = f"menunjuk {banyak} pilihan; tulis lengkap"
        else:
            sebab = f"tidak dikenal; {_daftar(field)}"
        kalimat = f"“{tulisan}” {sebab}".removesuffix(".")  # “…, Plt., Plh.”
        raise ValidationError(f"{kalimat}.")

    def tulisan(self, field: Any, nilai: Any) -> str:
        """Isi bidang sebagaimana dibaca orang."""
        if isinstance(field, forms.BooleanField):
            return ya_tidak(bool(nilai))
        if nilai in (None, ""):
            return KOSONG
        if isinstance(field, forms.ChoiceField):
            for pilihan, label in field.choices:
                if str(pilihan) == str(nilai):
                    return str(label)
        return str(nilai)

    def lupakan(self, model: Any) -> None:
        """Bertambah baris: pilihan jenis itu dibaca lagi."""
        for kunci in list(self._dibaca):
            if kunci[0] is model:
                del self._dibaca[kunci]

    def _menurut_nama(self, field: Any) -> Menurut:
        """Pilihan satu bidang."""
        if not isinstance(field, forms.ModelChoiceField):
            return _menurut_label(field)
        rows = field.queryset
        kunci = (rows.model, str(rows.query))
        if kunci not in self._dibaca:
            self._dibaca[kunci] = _menurut_row(rows)
        return self._dibaca[kunci]


def _is_ya(tulisan: str) -> bool:
    """`ValidationError` bila bukan kata ya atau tidak."""
    kata = tulisan.strip().lower()
    if kata not in YA | TIDAK:
        raise ValidationError(BUKAN_YA.format(tulisan=tulisan))
    return kata in YA


def rujuk(row: Any) -> str:
    """Tulisan yang menunjuk tepat baris itu, walau ada yang senama."""
    return f"id {row.pk}"


def is_sama(field: Any, lama: Any, baru: Any) -> bool:
    """Ditulis lain tetapi bernilai sama bukan ubahan; juga yang hanya menjadi huruf besar."""
    semula = _polos(lama)
    kini = _polos(baru)
    if kini in (semula, semula.upper()):
        return True
    try:
        nilai_lama = field.clean(lama)
        nilai_baru = field.clean(baru)
    except ValidationError:
        return False
    return bool(nilai_lama == nilai_baru)


def _polos(nilai: Any) -> str:
    """Tulisan tanpa spasi di tepinya."""
    if nilai is None:
        return ""
    tulisan = str(nilai)
    return tulisan.strip()


def _menurut_row(rows: Any) -> Menurut:
    """Nama baris, sebutannya, atau rujukannya."""
    semua: Menurut = {}
    for row in rows:
        sebutan = normal(str(row))
        nama = normal(getattr(row, "nama", ""))
        for satu in {sebutan, nama, rujuk(row)}:
            nilai = semua.setdefault(satu, [])
            nilai.append(str(row.pk))
    return semua


def _menurut_label(field: Any) -> Menurut:
    """Label pilihan, atau nilainya sendiri, tanpa beda huruf."""
    semua: Menurut = {}
    for pilihan, label in field.choices:
        nilai = str(pilihan)
        for satu in {normal(str(label)), normal(nilai)}:
            dikenal = semua.setdefault(satu, [])
            dikenal.append(nilai)
    return semua


def _daftar(field: Any) -> str:
    """Pilihan yang ada, untuk pesannya."""
    label = []
    for pilihan, sebutan in field.choices:
        if pilihan:
            label.append(str(sebutan))
    if not label:
        return "belum ada pilihannya"
    daftar = ", ".join(label)
    return f"yang ada: {daftar[:PANJANG]}"
