"""Gambar tentang desa dari isi laporannya: status, sebaran, petak, dimensi, riwayat. Tanpa Django.

Tanpa data hasilnya tulisan kosong.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from core import grafik
from core.angka import format_angka
from core.grafik import Banding, Deret, Kelas, Petak

RATA = ("Rata-rata kecamatan", "Rata-rata kabupaten")
PUTIH = "#ffffff"
STATUS = {
    "MANDIRI": Kelas("Mandiri", "MD", "#14463d", PUTIH),
    "MAJU": Kelas("Maju", "MJ", "#4d8b6c", PUTIH, "miring"),
    "BERKEMBANG": Kelas("Berkembang", "BK", "#b7cda3"),
    "TERTINGGAL": Kelas("Tertinggal", "TG", "#e0b04f", pola="datar"),
    "SANGAT TERTINGGAL": Kelas("Sangat Tertinggal", "ST", "#a63d2f", PUTIH, "silang"),
}
URUTAN = list(STATUS)


def status(deret_tahun: Iterable[Any]) -> str:
    """Banyak desa per status, satu batang per tahun."""
    semua = list(deret_tahun)
    label = [str(t.tahun) for t in semua]
    if not label:
        return ""
    return grafik.tumpuk("Status desa menurut IDM", label, _deret_status(semua))


def satu_kotak_satu_desa(deret_tahun: Iterable[Any], tahun: int) -> str:
    """Satu kotak tiap desa, diwarnai statusnya pada `tahun`; untuk sampul."""
    deret = _deret_status([t for t in deret_tahun if t.tahun == tahun])
    if not deret[0].nilai:
        return ""
    return grafik.kotak_satuan(f"Status desa tahun {tahun}", deret)


def _deret_status(deret_tahun: Sequence[Any]) -> list[Deret]:
    deret = []
    for nama, kelas in STATUS.items():
        banyak = [t.jumlah[nama] for t in deret_tahun]
        deret.append(Deret(kelas.nama, banyak, kelas.warna, kelas.tulisan, kelas.pola))
    return deret


def sebaran(selang: Sequence[dict[str, Any]]) -> str:
    """Banyak desa per selang IDM, satu batang tiap selang."""
    if not selang:
        return ""
    label = [format_angka(s["dari"], 2) for s in selang]
    banyak = [s["banyak"] for s in selang]
    deret = Deret("Desa menurut IDM (tepi bawah selang)", banyak, grafik.WARNA[1])
    return grafik.batang("Sebaran IDM desa", label, [deret])


def petak(
    kelompok: Sequence[dict[str, Any]],
    tahun: int,
    *,
    bertautan: bool = False,
) -> str:
    """Peta petak desa menurut kecamatannya; di halaman tiap petak membuka desanya."""
    if not kelompok:
        return ""
    isi = [(satu["nama"], _anggota(satu["desa"], bertautan)) for satu in kelompok]
    return grafik.petak(f"Status desa per kecamatan {tahun}", isi, list(STATUS.values()))


def _anggota(semua: Sequence[dict[str, Any]], bertautan: bool) -> list[Petak]:
    return [_petak(desa, bertautan) for desa in semua]


def _petak(desa: dict[str, Any], bertautan: bool) -> Petak:
    nama_status = desa["status"]
    kelas = URUTAN.index(nama_status) if nama_status else None
    sebutan = STATUS[nama_status].nama if nama_status else "tanpa data"
    url = desa["url"] if bertautan else ""
    return Petak(desa["nomor"], f"{desa['nama']}: {sebutan}", kelas, url)


def banding(baris: Sequence[Any], judul: str, nama: str) -> str:
    """Persen tiap dimensi satu desa di antara rata-rata kecamatan dan kabupatennya."""
    if not baris:
        return ""
    isi = [Banding(b.nama, b.desa, b.kecamatan, b.kabupaten) for b in baris]
    return grafik.banding(judul, isi, (nama, *RATA))


def radar(baris: Sequence[Any], judul: str, nama: str) -> str:
    """Radar dari baris yang sama."""
    deret = [
        Deret(nama, [b.desa for b in baris], grafik.WARNA[1]),
        Deret(RATA[0], [b.kecamatan for b in baris], grafik.WARNA[2]),
        Deret(RATA[1], [b.kabupaten for b in baris], grafik.WARNA[4]),
    ]
    return grafik.radar(judul, [b.nama for b in baris], deret)


def riwayat(
    baris: Sequence[dict[str, Any]],
    nama: str,
    desimal: int,
) -> str:
    """Satu batang tiap tahun, satu indeks saja."""
    urut = sorted(baris, key=lambda b: b["tahun"])
    label = [str(b["tahun"]) for b in urut]
    deret = Deret(nama, [b["nilai"] for b in urut], grafik.WARNA[1])
    return grafik.batang(f"{nama} per tahun", label, [deret], desimal=desimal)
