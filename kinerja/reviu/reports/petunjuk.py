"""Petunjuk yang sama bagi semua naskah: alurnya, dan uji kewajarannya."""

from collections.abc import Callable, Iterator, Sequence, Sized

from core.display import tulisan_dari
from documents.reports.temuan import KeadaanTemuan
from kinerja.reviu.jenis import Petunjuk
from kinerja.reviu.sources import BahanReviu

SemuaPetunjuk = Iterator[Petunjuk]


def workflow(bahan: BahanReviu) -> SemuaPetunjuk:
    """Siapa mengajukan dan menyetujui, dan kapan."""
    naskah = bahan.naskah
    langkah = (
        ("Diajukan", naskah.submitted_by, naskah.submitted_at),
        ("Disetujui", naskah.approved_by, naskah.approved_at),
    )
    for sebutan, pelaku, waktu in langkah:
        if pelaku is None:
            yield Petunjuk(f"Belum {sebutan.lower()}.", is_kurang=True)
        else:
            yield Petunjuk(f"{sebutan} {pelaku}, {tulisan_dari(waktu)}.")


def penyusun(bahan: BahanReviu) -> SemuaPetunjuk:
    """Kantor pemilik kopnya, lalu alurnya."""
    dinas = bahan.isi.dinas
    yield Petunjuk(f"Berkop {dinas.nama} {dinas.daerah}.")
    yield from workflow(bahan)


def uji(bahan: BahanReviu) -> SemuaPetunjuk:
    """Semua uji kewajaran atas isi bekunya."""
    return _uji(bahan, lambda kelas: True)


def uji_kelas(*kelas: str) -> Callable[[BahanReviu], SemuaPetunjuk]:
    """Hanya temuan kelas itu."""

    def terpilih(bahan: BahanReviu) -> SemuaPetunjuk:
        return _uji(bahan, kelas.__contains__)

    return terpilih


def _uji(bahan: BahanReviu, terpilih: Callable[[str], bool]) -> SemuaPetunjuk:
    """Banyak fakta dan temuan kelas yang terpilih."""
    keadaan = bahan.temuan
    semua = [satu for satu in keadaan.semua if terpilih(satu.temuan.kelas)]
    terbuka = [satu for satu in semua if satu.is_terbuka]
    fakta = _dibandingkan(keadaan, terpilih)
    kalimat = f"Uji kewajaran: {tulisan_dari(fakta)} fakta dibandingkan, {len(semua)} temuan"
    if semua:
        kalimat += f", {len(terbuka)} belum dijelaskan"
    url = f"{bahan.naskah.get_absolute_url()}#uji-kewajaran"
    yield Petunjuk(f"{kalimat}.", url, is_kurang=bool(terbuka))


def _dibandingkan(keadaan: KeadaanTemuan, terpilih: Callable[[str], bool]) -> int:
    return sum(satu.banyak for satu in keadaan.pemeriksaan if terpilih(satu.kelas))


def dari(kurang: Sequence[str], semua: Sized, kalimat: str, url: str = "") -> Petunjuk:
    """`kalimat: 12 dari 14.` dengan nama yang kurang."""
    ada = len(semua) - len(kurang)
    nama = ", ".join(kurang)
    if nama:
        nama = f" Belum: {nama}."
    return hitungan(ada, len(semua), kalimat, url, nama)


def hitungan(ada: int, semua: int, kalimat: str, url: str = "", ekor: str = "") -> Petunjuk:
    """`kalimat: 12 dari 14.` bila yang kurang tidak bernama."""
    tulisan = f"{kalimat}: {ada} dari {semua}.{ekor}"
    is_kurang = ada < semua or not semua
    return Petunjuk(tulisan, url, is_kurang)
