"""Gambar tentang desa dari isi laporannya: status, sebaran, petak, dimensi, riwayat. Tanpa Django.

Tanpa data hasilnya tulisan kosong.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any, Protocol

from core import grafik
from core.angka import format_angka
from core.grafik import Banding, Deret, Kelas, Petak
from core.grafik.dasar import PUTIH
from core.grafik.tumpukan import Tumpukan, tumpukan

DeretTahun = Iterable[Any]
SemuaBaris = Sequence[Any]

RATA = ("Rata-rata kecamatan", "Rata-rata kabupaten")
STATUS = {
    "MANDIRI": Kelas(
        nama="Mandiri",
        huruf="MD",
        warna="#14463d",
        tulisan=PUTIH,
    ),
    "MAJU": Kelas(
        nama="Maju",
        huruf="MJ",
        warna="#4d8b6c",
        tulisan=PUTIH,
        pola="miring",
    ),
    "BERKEMBANG": Kelas("Berkembang", "BK", "#b7cda3"),
    "TERTINGGAL": Kelas("Tertinggal", "TG", "#e0b04f", pola="datar"),
    "SANGAT TERTINGGAL": Kelas(
        nama="Sangat Tertinggal",
        huruf="ST",
        warna="#a63d2f",
        tulisan=PUTIH,
        pola="silang",
    ),
}
URUTAN = list(STATUS)


class Selang(Protocol):
    """Selang nilai sejak `dari`, dan banyak desanya."""

    @property
    def dari(self) -> Decimal: ...
    @property
    def banyak(self) -> int: ...


class NilaiTahun(Protocol):
    """Nilai satu desa pada satu tahun."""

    @property
    def tahun(self) -> int: ...
    @property
    def nilai(self) -> Decimal | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PetakDesa:
    """Satu desa pada peta petak; status kosong bila tanpa data."""

    nomor: int
    nama: str
    status: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PetakKecamatan:
    """Desa satu kecamatan menurut nomor petaknya."""

    nama: str
    desa: tuple[PetakDesa, ...]


def status(deret_tahun: DeretTahun, ukuran: str) -> str:
    """Banyak desa per status menurut `ukuran`, satu batang per tahun."""
    semua = list(deret_tahun)
    label = [str(t.tahun) for t in semua]
    if not label:
        return ""
    return grafik.tumpuk(f"Status desa menurut {ukuran}", label, _deret_status(semua))


def status_bertumpuk(deret_tahun: DeretTahun, ukuran: str, lebar: int, url: str = "") -> str:
    """Seperti `status`, digambar menurut lebar layarnya; `url` halaman yang dibuka tahunnya."""
    baris = []
    for satu in deret_tahun:
        banyak = [satu.jumlah[nama] for nama in STATUS]
        alamat = f"{url}?tahun={satu.tahun}" if url else ""
        baris.append(Tumpukan(str(satu.tahun), banyak, alamat))
    return bertumpuk(f"Status desa menurut {ukuran}", baris, lebar)


def bertumpuk(judul: str, baris: Sequence[Tumpukan], lebar: int) -> str:
    """Bagian tiap status atas semua desa tiap barisnya."""
    kelas = _deret_status([])
    return tumpukan(judul, baris, kelas, lebar=lebar)


def satu_kotak_satu_desa(deret_tahun: DeretTahun, tahun: int) -> str:
    """Satu kotak tiap desa, diwarnai statusnya pada `tahun`; untuk sampul."""
    setahun = [satu for satu in deret_tahun if satu.tahun == tahun]
    deret = _deret_status(setahun)
    pertama = deret[0]
    if not pertama.nilai:
        return ""
    judul = f"Status desa tahun {tahun}"
    return grafik.kotak_satuan(judul, deret)


def _deret_status(deret_tahun: SemuaBaris) -> list[Deret]:
    """Satu deret tiap status; arsirannya tetap di semua gambar."""
    deret = []
    for nama, kelas in STATUS.items():
        satu = Deret(
            nama=kelas.nama,
            nilai=[satu_tahun.jumlah[nama] for satu_tahun in deret_tahun],
            warna=kelas.warna,
            tulisan=kelas.tulisan,
            pola=kelas.pola,
        )
        deret.append(satu)
    return deret


def sebaran(selang: Sequence[Selang], ukuran: str) -> str:
    """Banyak desa per selang `ukuran`, satu batang tiap selang."""
    if not selang:
        return ""
    label = []
    banyak = []
    for satu in selang:
        tepi = format_angka(satu.dari, 2)
        label.append(tepi)
        banyak.append(satu.banyak)
    deret = Deret(
        nama=f"Desa menurut {ukuran} (tepi bawah selang)",
        nilai=banyak,
        warna=grafik.WARNA[1],
    )
    return grafik.batang(f"Sebaran {ukuran} desa", label, [deret])


def petak(kelompok: Sequence[PetakKecamatan], tahun: int, *, bertautan: bool = False) -> str:
    """Peta petak desa menurut kecamatannya; di halaman tiap petak membuka desanya."""
    if not kelompok:
        return ""
    isi = []
    for satu in kelompok:
        anggota = [_petak(desa, bertautan) for desa in satu.desa]
        isi.append((satu.nama, anggota))
    judul = f"Status desa per kecamatan {tahun}"
    return grafik.petak(judul, isi, list(STATUS.values()))


def _petak(desa: PetakDesa, bertautan: bool) -> Petak:
    """Tautan hanya di halaman; kertas tidak punya."""
    kelas = None
    sebutan = "tanpa data"
    if desa.status:
        kelas = URUTAN.index(desa.status)
        sebutan = STATUS[desa.status].nama
    return Petak(
        nomor=str(desa.nomor),
        nama=f"{desa.nama}: {sebutan}",
        kelas=kelas,
        url=desa.url if bertautan else "",
    )


def banding(baris: SemuaBaris, judul: str, nama: str) -> str:
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


def radar(baris: SemuaBaris, judul: str, nama: str) -> str:
    """Radar dari baris yang sama."""
    sumbu = [dimensi.nama for dimensi in baris]
    nama_kecamatan, nama_kabupaten = RATA
    desa = Deret(
        nama=nama,
        nilai=[dimensi.desa for dimensi in baris],
        warna=grafik.WARNA[1],
    )
    kecamatan = Deret(
        nama=nama_kecamatan,
        nilai=[dimensi.kecamatan for dimensi in baris],
        warna=grafik.WARNA[2],
    )
    kabupaten = Deret(
        nama=nama_kabupaten,
        nilai=[dimensi.kabupaten for dimensi in baris],
        warna=grafik.WARNA[4],
    )
    return grafik.radar(judul, sumbu, [desa, kecamatan, kabupaten])


def riwayat(baris: Sequence[NilaiTahun], nama: str, desimal: int) -> str:
    """Satu batang tiap tahun, satu indeks saja."""
    label = []
    nilai = []
    berurut = sorted(baris, key=attrgetter("tahun"))
    for satu in berurut:
        label.append(str(satu.tahun))
        nilai.append(satu.nilai)
    deret = Deret(nama=nama, nilai=nilai, warna=grafik.WARNA[1])
    judul = f"{nama} per tahun"
    return grafik.batang(judul, label, [deret], desimal=desimal)
