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
    return grafik.tumpuk("Status desa menurut IDM", label, _deret_status(semua)) if label else ""


def satu_kotak_satu_desa(deret_tahun: Iterable[Any], tahun: int) -> str:
    """Satu kotak tiap desa, diwarnai statusnya pada `tahun`; untuk sampul."""
    deret = _deret_status([t for t in deret_tahun if t.tahun == tahun])
    return grafik.kotak_satuan(f"Status desa tahun {tahun}", deret) if deret[0].nilai else ""


def _deret_status(deret_tahun: Sequence[Any]) -> list[Deret]:
    return [
        Deret(kelas.nama, [t.jumlah[nama] for t in deret_tahun], kelas.warna, kelas.tulisan, kelas.pola)
        for nama, kelas in STATUS.items()
    ]


def sebaran(selang: Sequence[dict[str, Any]]) -> str:
    """Banyak desa per selang IDM, satu batang tiap selang."""
    label = [format_angka(s["dari"], 2) for s in selang]
    deret = [Deret("Desa menurut IDM (tepi bawah selang)", [s["banyak"] for s in selang], grafik.WARNA[1])]
    return grafik.batang("Sebaran IDM desa", label, deret) if label else ""


def petak(kelompok: Sequence[dict[str, Any]], tahun: int, *, bertautan: bool = False) -> str:
    """Peta petak: satu petak tiap desa menurut kecamatannya; di halaman tiap petak membuka desanya."""
    isi = [(k["nama"], [_petak(d, bertautan) for d in k["desa"]]) for k in kelompok]
    judul = f"Status desa per kecamatan {tahun}"
    return grafik.petak(judul, isi, list(STATUS.values())) if isi else ""


def _petak(desa: dict[str, Any], bertautan: bool) -> Petak:
    nama_status = STATUS[desa["status"]].nama if desa["status"] else "tanpa data"
    kelas = URUTAN.index(desa["status"]) if desa["status"] else None
    return Petak(desa["nomor"], f"{desa['nama']}: {nama_status}", kelas, desa["url"] if bertautan else "")


def banding(baris: Sequence[Any], judul: str, nama: str) -> str:
    """Persen tiap dimensi satu desa di antara rata-rata kecamatan dan kabupatennya."""
    isi = [Banding(b.nama, b.desa, b.kecamatan, b.kabupaten) for b in baris]
    return grafik.banding(judul, isi, (nama, *RATA)) if isi else ""


def radar(baris: Sequence[Any], judul: str, nama: str) -> str:
    """Radar dari baris yang sama."""
    deret = [
        Deret(nama, [b.desa for b in baris], grafik.WARNA[1]),
        Deret(RATA[0], [b.kecamatan for b in baris], grafik.WARNA[2]),
        Deret(RATA[1], [b.kabupaten for b in baris], grafik.WARNA[4]),
    ]
    return grafik.radar(judul, [b.nama for b in baris], deret)


def riwayat(baris: Sequence[dict[str, Any]], nama: str, desimal: int) -> str:
    """Satu batang tiap tahun, satu indeks saja."""
    urut = sorted(baris, key=lambda b: b["tahun"])
    deret = [Deret(nama, [b["nilai"] for b in urut], grafik.WARNA[1])]
    return grafik.batang(f"{nama} per tahun", [str(b["tahun"]) for b in urut], deret, desimal=desimal)
