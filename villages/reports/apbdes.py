"""APBDes satu desa dan satu kabupaten: jumlah rekening, persen realisasi, yang belum mengisi.

Rekening tanpa baris tidak dianggarkan desa itu. Jumlah satu desa belum diketahui selama satu
barisnya belum diketahui; jumlah wilayah memuat desa yang diketahui saja.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from accounts.models import Kabupaten
from core.angka import bulatkan
from documents.kepala import Kop
from documents.reports.kepala import kop
from villages.models import AnggaranDesa, Desa, Kecamatan, RekeningDesa
from villages.sources import DesaSaat

UTAMA = ("4", "5", "6")  # pendapatan, belanja, pembiayaan
DESIMAL_PERSEN = 2
Rupiah = Decimal | None
SemuaRekening = Sequence[RekeningDesa]


@dataclass(frozen=True, slots=True)
class Uang:
    """Anggaran dan realisasi dalam rupiah; `None` belum diketahui.

    `is_sepadan`: keduanya dari desa yang sama, jadi boleh dibandingkan.
    """

    anggaran: Rupiah = None
    realisasi: Rupiah = None
    is_sepadan: bool = True

    @property
    def persen(self) -> Rupiah:
        """Realisasi terhadap anggaran, dua desimal; `None` bila tidak dapat dibandingkan.

        Pembiayaan neto yang berlawanan tanda dengan anggarannya tidak berpersen.
        """
        if self.anggaran is None or self.realisasi is None:
            return None
        is_searah = self.realisasi * self.anggaran >= 0
        if not self.anggaran or not self.is_sepadan or not is_searah:
            return None
        return bulatkan(self.realisasi / self.anggaran * 100, DESIMAL_PERSEN)

    @property
    def balik(self) -> "Uang":
        """Yang mengurangi induknya."""
        return Uang(_negatif(self.anggaran), _negatif(self.realisasi))

    @property
    def is_lengkap(self) -> bool:
        """Anggaran dan realisasinya diketahui."""
        return None not in (self.anggaran, self.realisasi)


def _negatif(nilai: Rupiah) -> Rupiah:
    if nilai is None:
        return None
    return -nilai


KOSONG = Uang()
PerKode = Mapping[str, Uang]  # menurut kode rekeningnya


@dataclass(frozen=True)
class Pohon:
    """Semua rekening; tiap induk diikuti rinciannya."""

    semua: SemuaRekening

    @classmethod
    def read(cls) -> "Pohon":
        """Satu kueri."""
        return cls(tuple(RekeningDesa.objects.all()))

    @cached_property
    def anak(self) -> Mapping[int | None, SemuaRekening]:
        """Menurut nomor induknya; `None` yang teratas."""
        hasil: dict[int | None, list[RekeningDesa]] = {}
        for satu in self.semua:
            milik = hasil.setdefault(satu.induk_id, [])
            milik.append(satu)
        return hasil

    @cached_property
    def rincian(self) -> SemuaRekening:
        """Rekening yang diisi: yang tidak dirinci lagi."""
        return [satu for satu in self.semua if satu.pk not in self.anak]

    def rincian_dari(self, kode: str) -> SemuaRekening:
        """Yang diisi di bawah satu rekening."""
        return [satu for satu in self.rincian if satu.kode.startswith(kode)]

    def nama(self, kode: str) -> str:
        """Nama rekening itu; kodenya bila rekeningnya belum dimuat."""
        for satu in self.semua:
            if satu.kode == kode:
                return satu.nama
        return kode

    @property
    def teratas(self) -> SemuaRekening:
        """Rekening tanpa induk: pendapatan, belanja, pembiayaan."""
        return self.anak.get(None, ())

    def jumlahkan(self, rows: Iterable[AnggaranDesa]) -> PerKode:
        """Tiap rekening satu desa yang berbaris, induknya dari rinciannya."""
        berisi = {row.rekening_id: Uang(row.anggaran, row.realisasi) for row in rows}
        hasil: dict[str, Uang] = {}
        for satu in reversed(self.semua):
            bagian = []
            for milik in self.anak.get(satu.pk, ()):
                uang = hasil.get(milik.kode)
                if uang:
                    bagian.append(uang.balik if milik.is_pengurang else uang)
            if bagian:
                hasil[satu.kode] = _jumlah(bagian)
            elif satu.pk in berisi:
                hasil[satu.kode] = berisi[satu.pk]
        return hasil


def _jumlah(bagian: Sequence[Uang]) -> Uang:
    """Belum diketahui selama satu bagiannya belum."""
    anggaran = [uang.anggaran for uang in bagian]
    realisasi = [uang.realisasi for uang in bagian]
    return Uang(_semua(anggaran), _semua(realisasi))


def _semua(nilai: Sequence[Rupiah]) -> Rupiah:
    """`None` selama satu saja belum diketahui."""
    jumlah = Decimal(0)
    for satu in nilai:
        if satu is None:
            return None
        jumlah += satu
    return jumlah


def gabungkan(semua: Iterable[Uang]) -> Uang:
    """Jumlah beberapa desa yang diketahui saja; `None` bila tidak satu pun."""
    anggaran: Rupiah = None
    realisasi: Rupiah = None
    is_sepadan = True
    for satu in semua:
        anggaran = _tambah(anggaran, satu.anggaran)
        realisasi = _tambah(realisasi, satu.realisasi)
        is_kosong = satu == KOSONG
        is_sepadan = is_sepadan and (is_kosong or satu.is_lengkap)
    return Uang(anggaran, realisasi, is_sepadan)


def _tambah(jumlah: Rupiah, nilai: Rupiah) -> Rupiah:
    """Yang diketahui saja."""
    if jumlah is None or nilai is None:
        return nilai if jumlah is None else jumlah
    return jumlah + nilai


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisDesa:
    """APBDes satu desa; `uang` kosong bila belum satu rekening pun diisi."""

    desa: DesaSaat
    uang: PerKode

    @property
    def is_lengkap(self) -> bool:
        """Pendapatan, belanja, dan pembiayaannya bila ada, seluruhnya diketahui."""
        pendapatan, belanja, _ = UTAMA
        is_berisi = pendapatan in self.uang and belanja in self.uang
        return is_berisi and all(uang.is_lengkap for uang in self.uang.values())

    def rekening(self, kode: str) -> Uang:
        """Jumlah satu rekening; kosong bila tidak berisi."""
        return self.uang.get(kode, KOSONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class JumlahWilayah:
    """Jumlah desa satu kecamatan atau sekabupaten."""

    nama: str
    nomor: int | None  # kecamatannya
    desa: Sequence[BarisDesa]

    @property
    def berisi(self) -> int:
        """Banyak desa yang sudah mengisi."""
        return sum(bool(satu.uang) for satu in self.desa)

    @property
    def mengisi(self) -> str:
        """Berapa dari berapa desa yang sudah mengisi."""
        banyak = len(self.desa)
        return f"{self.berisi} dari {banyak}"

    @property
    def is_sebagian(self) -> bool:
        """Ada desa yang pendapatan, belanja atau pembiayaannya belum seluruhnya diketahui."""
        return not all(satu.is_lengkap for satu in self.desa)

    def uang(self, kode: str) -> Uang:
        """Jumlah satu rekening."""
        return gabungkan(satu.uang[kode] for satu in self.desa if kode in satu.uang)

    def is_kurang(self, kode: str) -> bool:
        """Ada desa yang anggaran atau realisasi rekening itu belum diketahui."""
        berisi = [satu.uang[kode] for satu in self.desa if kode in satu.uang]
        return not all(uang.is_lengkap for uang in berisi)

    def banyak(self, kode: str) -> int:
        """Banyak desa yang berisi rekening itu."""
        return sum(kode in satu.uang for satu in self.desa)


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiApbdes:
    """Isi halaman, PDF dan XLSX APBDes satu kabupaten, atau satu kecamatannya."""

    judul: str
    tahun: int
    dinas: Kop
    pohon: Pohon
    kecamatan: tuple[JumlahWilayah, ...]
    jumlah: JumlahWilayah

    @property
    def belum(self) -> list[BarisDesa]:
        """Desa yang belum mengisi satu rekening pun."""
        return [satu for satu in self.jumlah.desa if not satu.uang]

    @property
    def kurang(self) -> list[BarisDesa]:
        """Desa yang sudah mengisi, tetapi belum seluruhnya diketahui."""
        return [satu for satu in self.jumlah.desa if satu.uang and not satu.is_lengkap]


def apbdes(kabupaten: Kabupaten, tahun: int, kecamatan: Kecamatan | None = None) -> IsiApbdes:
    """APBDes semua desa tahun itu; banyak kueri tetap berapa pun desanya."""
    pohon = Pohon.read()
    semua = list(_baris(kabupaten, tahun, pohon))
    nama = "Semua desa"
    if kecamatan:
        semua = [satu for satu in semua if satu.desa.kecamatan_saat == kecamatan.pk]
        nama = f"Kecamatan {kecamatan}"
    return IsiApbdes(
        judul="APBDes" if kecamatan is None else f"APBDes {nama}",
        tahun=tahun,
        dinas=kop(kabupaten, kabupaten.dinas_tercatat),
        pohon=pohon,
        kecamatan=tuple(_per_kecamatan(kabupaten, tahun, semua)),
        jumlah=JumlahWilayah(nama=nama, nomor=None, desa=semua),
    )


def _baris(kabupaten: Kabupaten, tahun: int, pohon: Pohon) -> Iterator[BarisDesa]:
    """Desa tahun itu urut kode, dengan jumlah rekeningnya."""
    rows = AnggaranDesa.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
    per_desa: dict[int, list[AnggaranDesa]] = {}
    for row in rows.order_by():
        milik = per_desa.setdefault(row.desa_id, [])
        milik.append(row)
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).desa_on(tahun)
    for satu in desa.order_by("kode_saat"):
        milik = per_desa.get(satu.pk, [])
        yield BarisDesa(desa=satu, uang=pohon.jumlahkan(milik))


def _per_kecamatan(
    kabupaten: Kabupaten, tahun: int, semua: Sequence[BarisDesa]
) -> Iterator[JumlahWilayah]:
    """Kecamatan menurut urutan naskah; yang tidak berdesa tidak disebut."""
    per: dict[int, list[BarisDesa]] = {}
    for satu in semua:
        milik = per.setdefault(satu.desa.kecamatan_saat, [])
        milik.append(satu)
    kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten).on(tahun)
    for row in kecamatan.urut_naskah():
        if row.pk in per:
            yield JumlahWilayah(nama=row.nama_saat, nomor=row.pk, desa=per[row.pk])


def apbdes_desa(desa: Desa, tahun: int, pohon: Pohon) -> PerKode:
    """Jumlah tiap rekening satu desa; kosong bila belum diisi."""
    return pohon.jumlahkan(AnggaranDesa.objects.filter(desa=desa, tahun=tahun))
