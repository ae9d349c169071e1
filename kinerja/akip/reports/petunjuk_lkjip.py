"""Bukti dari LKjIP di samping kriteria pelaporan: langkahnya, dan tabel pada isi bekunya."""

from collections.abc import Callable, Iterator

from django.urls import reverse

from core.display import text_of
from kinerja.akip.sources import BahanAkip
from kinerja.models import Lkjip
from kinerja.reviu.jenis import Petunjuk

SemuaPetunjuk = Iterator[Petunjuk]
Penyusun = Callable[[BahanAkip], SemuaPetunjuk]


def _langkah(kolom: str, sebutan: str) -> Penyusun:
    """Kapan LKjIP-nya melewati satu langkah."""

    def satu(bahan: BahanAkip) -> SemuaPetunjuk:
        lkjip = bahan.lkjip
        if lkjip is None:
            yield _belum_ada(bahan)
            return
        waktu = getattr(lkjip, kolom)
        keadaan = f"{sebutan} {text_of(waktu)}" if waktu else f"belum {sebutan}"
        yield Petunjuk(f"{lkjip}: {keadaan}.", lkjip.get_absolute_url(), is_kurang=not waktu)

    return satu


def _belum_ada(bahan: BahanAkip) -> Petunjuk:
    return Petunjuk(f"LKjIP sampai tahun {bahan.tahun} belum ada.", is_kurang=True)


def berkala(bahan: BahanAkip) -> SemuaPetunjuk:
    """Tahun yang LKjIP-nya sah."""
    rows = Lkjip.objects.filter(kabupaten=bahan.kabupaten, tahun__lte=bahan.tahun)
    sah = rows.filter(pengesahan__isnull=False).values_list("tahun", flat=True)
    tahun = ", ".join(map(str, sorted(set(sah))))
    url = f"{reverse('kinerja:lkjip_list')}?tahun="
    yield Petunjuk(f"LKjIP sah: {tahun or 'belum ada'}.", url, is_kurang=not tahun)


def wajib(bahan: BahanAkip) -> SemuaPetunjuk:
    """Halaman isi menurut Permenpan-RB 53/2014."""
    if bahan.lkjip is None:
        yield _belum_ada(bahan)
        return
    url = reverse("kinerja:lkjip_wajib", args=[bahan.lkjip.pk])
    yield Petunjuk(f"{bahan.lkjip}: isi menurut Permenpan-RB 53/2014.", url)


def _di_dalam(*kunci: str, sebutan: str) -> Penyusun:
    """Tabel atau bagian `kunci` pada isi bekunya, dengan jangkarnya."""

    def ada(bahan: BahanAkip) -> SemuaPetunjuk:
        lkjip = bahan.lkjip
        if lkjip is None:
            yield _belum_ada(bahan)
            return
        url = lkjip.get_absolute_url()
        isi = bahan.isi_lkjip
        if isi is None:
            yield Petunjuk(f"{lkjip} belum diajukan.", url, is_kurang=True)
            return
        tercetak = [isi.tabel[satu] for satu in kunci if satu in isi.tabel]
        pratinjau = reverse("kinerja:lkjip_preview", args=[lkjip.pk])
        for butir in tercetak:
            alamat = f"{pratinjau}#{butir.kode}"
            yield Petunjuk(f"{lkjip}: {butir.label} {butir.judul}.", alamat)
        if not tercetak:
            yield Petunjuk(f"{lkjip}: {sebutan} tidak tercetak.", url, is_kurang=True)

    return ada


def _tertulis(kode: str, sebutan: str) -> Penyusun:
    """Bagian yang ditulis pada isi bekunya."""

    def ditulis(bahan: BahanAkip) -> SemuaPetunjuk:
        isi = bahan.isi_lkjip
        if bahan.lkjip is None:
            yield _belum_ada(bahan)
            return
        is_ada = isi is not None and bool(isi.teks(kode))
        keadaan = "tertulis" if is_ada else "belum ditulis pada isi beku"
        url = bahan.lkjip.get_absolute_url()
        yield Petunjuk(f"{bahan.lkjip}: {sebutan} {keadaan}.", url, is_kurang=not is_ada)

    return ditulis


LKJIP: dict[str, tuple[str, Penyusun]] = {
    "lkjip": ("LKjIP diajukan", _langkah("submitted_at", "diajukan")),
    "lkjip_sah": ("LKjIP ditandatangani", _langkah("signed_at", "ditandatangani")),
    "lkjip_reviu": ("LKjIP direviu", _langkah("reviewed_at", "direviu")),
    "lkjip_tahun": ("LKjIP tiap tahun", berkala),
    "lkjip_wajib": ("Isi LKjIP menurut Permenpan-RB 53/2014", wajib),
    "tabel_setahun": ("Tabel target tahunan", _di_dalam("setahun", sebutan="target tahunan")),
    "tabel_jangka_menengah": (
        "Tabel target akhir Renstra",
        _di_dalam("jangka_menengah", sebutan="target akhir Renstra"),
    ),
    "tabel_tahun": (
        "Tabel beberapa tahun",
        _di_dalam("iku_tahun", "ikk_tahun", sebutan="perbandingan beberapa tahun"),
    ),
    "tabel_pembanding": (
        "Tabel pembanding nasional",
        _di_dalam("pembanding", sebutan="pembanding nasional"),
    ),
    "tabel_efisiensi": ("Tabel efisiensi", _di_dalam("efisiensi", sebutan="analisis efisiensi")),
    "kendala": ("Kendala dan solusi", _tertulis("kendala", "kendala dan solusi")),
    "saran": ("Saran", _tertulis("saran", "saran")),
}
