"""K satu sel kisi: angka, pecahan, sebutan, atau keadaannya, menurut baris yang diukur."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from core.forms import formfield
from kinerja.aturan.bacaan import Tertulis, parse_pecahan, setara
from kinerja.aturan.keadaan import Khusus, TanpaNilai
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


def isi_sel(teks: str, baris: Any, tingkat: SemuaTingkat) -> Any:
    """Isi yang dapat disimpan `fill`; `tingkat` sebutan-sebutan skala barisnya."""
    tulisan = teks.strip()
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
    tertulis = _tertulis(tulisan)
    if tertulis is not None and isinstance(tertulis.isi, TanpaNilai):
        return _angka(tulisan, baris)
    return sebutan(tulisan, baris.skala_kualitatif, tingkat)


def cari_sebutan(tulisan: str, tingkat: SemuaTingkat) -> TingkatKualitatif | None:
    """Sebutan bernama itu di antara `tingkat`; `None` bila tidak ada.

    Huruf besar dan spasi tidak membedakan, tanda baca membedakan.
    """
    dicari = setara(tulisan)
    for satu in tingkat:
        if setara(satu.nama) == dicari:
            return satu
    return None


def sebutan(tulisan: str, skala: Any, tingkat: SemuaTingkat) -> TingkatKualitatif:
    """Sebutan bernama itu pada `skala`, yang bersebutan `tingkat`.

    `ValidationError` dengan pesan yang sama pada formulir, kisi, tempelan dan lembar.
    """
    satu = cari_sebutan(tulisan, tingkat)
    if satu is None:
        boleh = ", ".join(ada.nama for ada in tingkat)
        raise ValidationError(f"“{tulisan}” bukan sebutan {skala}: {boleh}.")
    return satu


def read_sebutan(form: Any, nama: str, bidang: str, skala: Any) -> None:
    """Sebutan yang diketik di bidang angka `nama` menjadi pilihan `bidang`, seperti pada kisi.

    Mengubah `cleaned_data` dan kesalahan `form`: angkanya kosong, sebutannya terpilih, atau
    salahnya disebut. Yang kosong dibiarkan; yang berbeda dari pilihannya ditolak.
    """
    kiriman = form.data.get(form.add_prefix(nama)) or ""
    tulisan = str(kiriman).strip()
    if not tulisan:
        return
    form.errors.pop(nama, None)
    form.cleaned_data[nama] = None
    try:
        terbaca = sebutan(tulisan, skala, skala.tingkat.order_by("urutan"))
    except ValidationError as error:
        form.add_error(nama, error)
        return
    dipilih = form.cleaned_data.get(bidang)
    if dipilih not in (None, terbaca):
        form.add_error(bidang, f"Yang diketik {terbaca}, yang dipilih {dipilih}; isi salah satu.")
    form.cleaned_data[bidang] = terbaca


def _khusus(tulisan: str, baris: Any) -> Khusus | None:
    """Keadaan yang beralasan; `None` bila angka atau tidak dikenali."""
    tertulis = _tertulis(tulisan)
    if tertulis is None or not isinstance(tertulis.isi, Khusus):
        return None
    isi: Khusus = _angka(tulisan, baris)
    return isi


def _tertulis(tulisan: str) -> Tertulis | None:
    """Angka atau keadaannya; `None` bila tidak dikenali."""
    field = bidang_k("kinerja", KeadaanField)
    try:
        terbaca_dari: Tertulis = field.clean(tulisan)
    except ValidationError:
        return None
    return terbaca_dari
