"""Gambar tentang desa dari isi laporannya: status, sebaran, petak, dimensi, riwayat. Tanpa Django.

Tanpa data hasilnya tulisan kosong.
"""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from core import grafik
from core.angka import format_angka
from core.grafik import Banding, Deret, Kelas, Petak
from core.grafik.dasar import PUTIH

RATA = ("Rata-rata kecamatan", "Rata-rata kabupaten")
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
        satu = Deret(
            kelas.nama,
            [satu_tahun.jumlah[nama] for satu_tahun in deret_tahun],
            kelas.warna,
            kelas.tulisan,
            kelas.pola,
        )
        deret.append(satu)
    return deret


def sebaran(selang: Sequence[dict[str, Any]]) -> str:
    """Banyak desa per selang IDM, satu batang tiap selang."""
    if not selang:
        return ""
    label = []
    banyak = []
    for satu in selang:
        label.append(format_angka(satu["dari"], 2))
        banyak.append(satu["banyak"])
    deret = Deret(
        nama="Desa menurut IDM (tepi bawah selang)",
        nilai=banyak,
        warna=grafik.WARNA[1],
    )
    return grafik.batang("Sebaran IDM desa", label, [deret])


def petak(kelompok: Sequence[dict[str, Any]], tahun: int, *, bertautan: bool = False) -> str:
    """Peta petak desa menurut kecamatannya; di halaman tiap petak membuka desanya."""
    if not kelompok:
        return ""
    isi = []
    for satu in kelompok:
        anggota = [_petak(desa, bertautan) for desa in satu["desa"]]
        isi.append((satu["nama"], anggota))
    judul = f"Status desa per kecamatan {tahun}"
    return grafik.petak(judul, isi, list(STATUS.values()))


def _petak(desa: dict[str, Any], bertautan: bool) -> Petak:
    nama_status = desa["status"]
    kelas = None
    sebutan = "tanpa data"
    if nama_status:
        kelas = URUTAN.index(nama_status)
        sebutan = STATUS[nama_status].nama
    return Petak(
        nomor=desa["nomor"],
        nama=f"{desa['nama']}: {sebutan}",
        kelas=kelas,
        url=desa["url"] if bertautan else "",
    )


def banding(baris: Sequence[Any], judul: str, nama: str) -> str:
    """Persen tiap dimensi satu desa di antara rata-rata kecamatan dan kabupatennya."""
    if not baris:
        return ""
    isi = []
    for dimensi in baris:
        satu = Banding(
            nama=dimensi.nama,
            nilai=dimensi.desa,
            wajik=dimensi.kecamatan,
            tegak=dimensi.kabupaten,
        )
        isi.append(satu)
    return grafik.banding(judul, isi, (nama, *RATA))


def radar(baris: Sequence[Any], judul: str, nama: str) -> str:
    """Radar dari baris yang sama."""
    sumbu = []
    desa = []
    kecamatan = []
    kabupaten = []
    for dimensi in baris:
        sumbu.append(dimensi.nama)
        desa.append(dimensi.desa)
        kecamatan.append(dimensi.kecamatan)
        kabupaten.append(dimensi.kabupaten)
    deret = [
        Deret(nama, desa, grafik.WARNA[1]),
        Deret(RATA[0], kecamatan, grafik.WARNA[2]),
        Deret(RATA[1], kabupaten, grafik.WARNA[4]),
    ]
    return grafik.radar(judul, sumbu, deret)


def riwayat(baris: Sequence[dict[str, Any]], nama: str, desimal: int) -> str:
    """Satu batang tiap tahun, satu indeks saja."""
    label = []
    nilai = []
    for satu in sorted(baris, key=itemgetter("tahun")):
        label.append(str(satu["tahun"]))
        nilai.append(satu["nilai"])
    deret = Deret(nama, nilai, grafik.WARNA[1])
    judul = f"{nama} per tahun"
    return grafik.batang(judul, label, [deret], desimal=desimal)
