"""Bukti dari LKjIP di samping kriteria pelaporan: langkahnya, dan tabel pada isi bekunya."""

from collections.abc import Callable, Iterator

from django.urls import reverse

from core.display import tulisan_dari
from kinerja.akip.sources import BahanAkip
from kinerja.models import Lkjip
from kinerja.reviu.jenis import Petunjuk

SemuaPetunjuk = Iterator[Petunjuk]
Penyusun = Callable[[BahanAkip], SemuaPetunjuk]
PenyusunLkjip = Callable[[BahanAkip, Lkjip], SemuaPetunjuk]


def _berlkjip(susun: PenyusunLkjip) -> Penyusun:
    """Tanpa satu LKjIP pun, itulah yang disebut."""

    def penyusun(bahan: BahanAkip) -> SemuaPetunjuk:
        """Dari LKjIP terakhir sampai tahun evaluasinya."""
        lkjip = bahan.lkjip
        if lkjip is None:
            kalimat = f"LKjIP sampai tahun {bahan.tahun} belum ada."
            yield Petunjuk(kalimat, is_kurang=True)
            return
        yield from susun(bahan, lkjip)

    return penyusun


def _langkah(kolom: str, sebutan: str) -> Penyusun:
    """Kapan LKjIP-nya melewati satu langkah."""

    @_berlkjip
    def satu(bahan: BahanAkip, lkjip: Lkjip) -> SemuaPetunjuk:
        """Waktunya, atau belum."""
        waktu = getattr(lkjip, kolom)
        keadaan = f"belum {sebutan}"
        if waktu:
            keadaan = f"{sebutan} {tulisan_dari(waktu)}"
        url = lkjip.get_absolute_url()
        yield Petunjuk(f"{lkjip}: {keadaan}.", url, is_kurang=not waktu)

    return satu


def berkala(bahan: BahanAkip) -> SemuaPetunjuk:
    """Tahun yang LKjIP-nya sah."""
    rows = Lkjip.objects.filter(kabupaten=bahan.kabupaten, tahun__lte=bahan.tahun)
    sah = rows.filter(pengesahan__isnull=False).order_by("tahun")
    tahun = ", ".join(str(satu.tahun) for satu in sah)
    url = reverse("kinerja:lkjip_list")
    yield Petunjuk(f"LKjIP sah: {tahun or 'belum ada'}.", f"{url}?tahun=", is_kurang=not tahun)


@_berlkjip
def wajib(bahan: BahanAkip, lkjip: Lkjip) -> SemuaPetunjuk:
    """Halaman isi menurut Permenpan-RB 53/2014."""
    url = reverse("kinerja:lkjip_wajib", args=[lkjip.pk])
    yield Petunjuk(f"{lkjip}: isi menurut Permenpan-RB 53/2014.", url)


def _di_dalam(*kunci: str, sebutan: str) -> Penyusun:
    """Tabel `kunci` pada isi bekunya, dengan jangkarnya."""

    @_berlkjip
    def ada(bahan: BahanAkip, lkjip: Lkjip) -> SemuaPetunjuk:
        """Tiap tabel yang tercetak, atau bahwa tidak ada."""
        url = lkjip.get_absolute_url()
        isi = bahan.isi_lkjip
        if isi is None:
            yield Petunjuk(f"{lkjip} belum diajukan.", url, is_kurang=True)
            return
        tercetak = [isi.tabel[satu] for satu in kunci if satu in isi.tabel]
        pratinjau = reverse("kinerja:lkjip_preview", args=[lkjip.pk])
        for butir in tercetak:
            kalimat = f"{lkjip}: {butir.label} {butir.judul}."
            yield Petunjuk(kalimat, f"{pratinjau}#{butir.kode}")
        if not tercetak:
            yield Petunjuk(f"{lkjip}: {sebutan} tidak tercetak.", url, is_kurang=True)

    return ada


def _tertulis(kode: str, sebutan: str) -> Penyusun:
    """Bagian `kode` yang ditulis pada isi bekunya."""

    @_berlkjip
    def ditulis(bahan: BahanAkip, lkjip: Lkjip) -> SemuaPetunjuk:
        """Tertulis, atau belum."""
        isi = bahan.isi_lkjip
        is_ada = isi is not None and bool(isi.teks(kode))
        keadaan = "belum ditulis pada isi beku"
        if is_ada:
            keadaan = "tertulis"
        url = lkjip.get_absolute_url()
        yield Petunjuk(f"{lkjip}: {sebutan} {keadaan}.", url, is_kurang=not is_ada)

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
