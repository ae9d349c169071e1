"""K satu sel kisi: angka, pecahan, sebutan, atau keadaannya, menurut baris yang diukur."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from core.forms import formfield
from kinerja.aturan.bacaan import parse_pecahan
from kinerja.aturan.keadaan import Khusus, Rentang
from kinerja.aturan.periode import Pecahan
from kinerja.models import PengukuranSub, TingkatKualitatif
from kinerja.pengukuran.forms.isian import (
    BagianField,
    KeadaanField,
    isi_baris,
    tanpa_alasan,
    terbaca,
)

SemuaTingkat = Sequence[TingkatKualitatif]
PECAHAN = "Indikator ini pecahan: tulis pembilang/penyebut, misalnya 22/27 atau 22 dari 27."


def bidang_k(kolom: str, form_class: type[Any]) -> Any:
    """Pemeriksa isian dari kolom pengukuran, boleh kosong; batasnya sama bagi semua baris."""
    field: Any = formfield(PengukuranSub._meta.get_field(kolom), form_class=form_class)
    field.required = False
    return field


def isi_sel(text: str, baris: Any, tingkat: SemuaTingkat) -> Any:
    """Isi yang dapat disimpan `fill`; `tingkat` sebutan-sebutan skala barisnya."""
    tulisan = text.strip()
    if not tulisan:
        return None
    if baris.skala_kualitatif_id is not None:
        return _sebutan(tulisan, baris, tingkat)
    if baris.rumus_penyebut:
        return _pecahan(tulisan, baris)
    return _angka(tulisan, baris)


def _angka(tulisan: str, baris: Any) -> Any:
    """Angka bersatuan satuan barisnya, atau keadaan yang beralasan."""
    field = bidang_k("kinerja", KeadaanField)
    nilai = terbaca(field, tulisan, baris.syarat_nilai)
    isi = isi_baris(nilai, baris)
    if isinstance(isi, Khusus) and not isi.sebab:
        raise ValidationError(tanpa_alasan(isi))
    return isi


def _pecahan(tulisan: str, baris: Any) -> Any:
    """Kedua bagiannya, atau keadaannya; hasil baginya saja tidak dapat dijumlahkan."""
    isi = _khusus(tulisan, baris)
    if isi is not None:
        return isi
    bagian = parse_pecahan(tulisan)
    if bagian is None:
        raise ValidationError(PECAHAN)
    atas, bawah = bagian
    pembilang = terbaca(bidang_k("pembilang", BagianField), atas, baris.syarat_pembilang)
    penyebut = terbaca(bidang_k("penyebut", BagianField), bawah, baris.syarat_penyebut)
    if not penyebut:
        raise ValidationError("Penyebut tidak boleh nol.")
    return Pecahan(pembilang, penyebut, baris.faktor)


def _sebutan(tulisan: str, baris: Any, tingkat: SemuaTingkat) -> Any:
    """Sebutan dari skalanya, atau keadaannya."""
    isi = _khusus(tulisan, baris)
    if isi is None or isinstance(isi, Rentang):
        return sebutan(tulisan, baris, tingkat)
    return isi


def sebutan(tulisan: str, baris: Any, tingkat: SemuaTingkat) -> TingkatKualitatif:
    """Sebutan bernama itu pada skala barisnya."""
    baku = _baku(tulisan)
    for satu in tingkat:
        if _baku(satu.nama) == baku:
            return satu
    boleh = ", ".join(satu.nama for satu in tingkat)
    raise ValidationError(f"“{tulisan}” bukan sebutan {baris.skala_kualitatif}: {boleh}.")


def _khusus(tulisan: str, baris: Any) -> Khusus | None:
    """Keadaan yang beralasan; `None` bila angka atau tidak dikenali."""
    field = bidang_k("kinerja", KeadaanField)
    try:
        tertulis = field.clean(tulisan)
    except ValidationError:
        return None
    if not isinstance(tertulis.isi, Khusus):
        return None
    isi: Khusus = _angka(tulisan, baris)
    return isi


def _baku(nama: str) -> str:
    """Tanpa beda huruf besar dan spasi."""
    return " ".join(nama.lower().split())
