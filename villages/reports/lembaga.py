"""Kelembagaan desa per kecamatan, kegiatan PKK, dan siapa yang belum melapor."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from accounts.models import Kabupaten
from villages.models import (
    Desa,
    Kecamatan,
    KegiatanPkk,
    KerjaSama,
    RekapLembaga,
    RincianLembaga,
)
from villages.models.lembaga import LEMBAGA, WILAYAH
from villages.models.lembaga import jumlah as jumlah_diketahui

PerNomor = dict[int, Any]
Sebaris = tuple[int | None, ...]  # menurut kolomnya
Nama = tuple[str, ...]
Banyak = int | None  # `None` bila tidak diketahui
# urutan dan sebutan lembaga pada ringkasan IKK
SEBUTAN = (
    ("rt", "RT"),
    ("rw", "RW"),
    ("lpm", "LPM"),
    ("posyandu", "POSYANDU"),
    ("pkk", "PKK"),
    ("karang_taruna", "KARANG TARUNA"),
    ("lembaga_adat", "LEMBAGA ADAT"),
)
KOLOM = (*WILAYAH, *LEMBAGA)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisLembaga:
    """Satu kecamatan: banyak desa, kelurahan, lalu tiap lembaga; `None` berarti belum melapor."""

    kecamatan: str
    isi: Sebaris


@dataclass(frozen=True, slots=True, kw_only=True)
class JumlahLembaga:
    """Banyak satu jenis lembaga sekabupaten."""

    nama: str
    jumlah: Banyak


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelLembaga:
    """Tabel Data Kelembagaan Desa; jumlah `None` bila belum ada kecamatan yang melapor."""

    tahun: int
    baris: tuple[BarisLembaga, ...]
    belum: Nama
    jumlah: Sebaris
    semua: Banyak
    lembaga: tuple[JumlahLembaga, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPkk:
    """Satu kecamatan pada tabel Pokja II."""

    kecamatan: str
    isi: Sebaris
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelPkk:
    """Tabel Pokja II; `up2k` banyak kelompok, `None` bila belum ada yang melapor."""

    tahun: int
    baris: tuple[BarisPkk, ...]
    jumlah: Sebaris
    melapor: int
    belum: Nama
    up2k: Banyak
    up2k_kecamatan: int
    up2k_kurang: Nama = ()  # melapor, tetapi sebagian tingkat UP2K-nya belum diketahui


def kelembagaan(kabupaten: Kabupaten, tahun: int) -> TabelLembaga:
    """Tabel Data Kelembagaan Desa menurut urutan naskah."""
    rows = _per_nomor(RekapLembaga.objects.all(), kabupaten, tahun)
    lengkap = _per_nomor(RekapLembaga.objects.lengkap(), kabupaten, tahun)
    kecamatan = _kecamatan(kabupaten, tahun)
    baris = [_baris_lembaga(satu, rows.get(satu.pk)) for satu in kecamatan]
    jumlah = _jumlah_kolom(list(rows.values()))
    semua = jumlah_diketahui(jumlah[nama] for nama in LEMBAGA)
    lembaga = []
    for nama, label in SEBUTAN:
        satu = JumlahLembaga(nama=label, jumlah=jumlah[nama])
        lembaga.append(satu)
    return TabelLembaga(
        tahun=tahun,
        baris=tuple(baris),
        belum=_belum(kecamatan, lengkap),
        jumlah=tuple(jumlah[nama] for nama in KOLOM),
        semua=semua,
        lembaga=tuple(lembaga),
    )


def _jumlah_kolom(rows: Sequence[RekapLembaga]) -> dict[str, Banyak]:
    """Jumlah tiap kolom; `None` bila tidak satu kecamatan pun mengisinya."""
    hasil = {}
    for nama in KOLOM:
        hasil[nama] = jumlah_diketahui(getattr(row, nama) for row in rows)
    return hasil


def _belum(kecamatan: Sequence[Any], rows: PerNomor) -> Nama:
    """Nama kecamatan yang belum melapor lengkap."""
    belum = [satu.nama_saat for satu in kecamatan if satu.pk not in rows]
    return tuple(belum)


def _per_nomor(rows: Any, kabupaten: Kabupaten, tahun: int) -> PerNomor:
    """Laporan tahun itu menurut nomor kecamatannya."""
    rows = rows.filter(kecamatan__kabupaten=kabupaten, tahun=tahun)
    return {row.kecamatan_id: row for row in rows}


def _kecamatan(kabupaten: Kabupaten, tahun: int) -> list[Any]:
    rows = Kecamatan.objects.filter(kabupaten=kabupaten)
    return list(rows.on(tahun).urut_naskah())


def _baris_lembaga(kecamatan: Any, row: Any) -> BarisLembaga:
    return BarisLembaga(
        kecamatan=kecamatan.nama_saat.upper(),
        isi=_isi(row, KOLOM),
    )


def _isi(row: Any, kolom: Sequence[str]) -> Sebaris:
    """Kolom satu laporan; `None` semua bila laporannya belum ada."""
    return tuple(getattr(row, nama, None) for nama in kolom)


def kegiatan_pkk(kabupaten: Kabupaten, tahun: int) -> TabelPkk:
    """Tabel Pokja II per kecamatan."""
    rows = _per_nomor(KegiatanPkk.objects.lengkap(), kabupaten, tahun)
    kolom = kolom_pkk()
    kecamatan = _kecamatan(kabupaten, tahun)
    baris = []
    for satu in kecamatan:
        baris.append(_baris_pkk(satu, rows.get(satu.pk), kolom))
    jumlah = []
    for urut in range(len(kolom)):
        jumlah.append(jumlah_diketahui(satu.isi[urut] for satu in baris))
    up2k = []
    for row in rows.values():
        if row.up2k is not None:
            up2k.append(row.up2k)
    return TabelPkk(
        tahun=tahun,
        baris=tuple(baris),
        jumlah=tuple(jumlah),
        melapor=len(rows),
        belum=_belum(kecamatan, rows),
        up2k=sum(up2k) if up2k else None,
        up2k_kecamatan=len(up2k),
        up2k_kurang=_up2k_kurang(kecamatan, rows),
    )


def _up2k_kurang(kecamatan: Sequence[Any], rows: PerNomor) -> Nama:
    """Kecamatan yang melapor tetapi tingkat UP2K-nya belum semuanya diketahui."""
    kurang = []
    for satu in kecamatan:
        row = rows.get(satu.pk)
        if row is not None and not row.is_up2k_lengkap:
            kurang.append(satu.nama_saat)
    return tuple(kurang)


def _baris_pkk(kecamatan: Any, row: KegiatanPkk | None, kolom: Sequence[str]) -> BarisPkk:
    return BarisPkk(
        kecamatan=kecamatan.nama_saat.upper(),
        isi=_isi(row, kolom),
        keterangan=row.keterangan if row else "",
    )


def kolom_pkk() -> list[str]:
    """Kolom angka formulir, menurut urutannya."""
    kolom = []
    for field in KegiatanPkk._meta.concrete_fields:
        if field.get_internal_type() == "PositiveIntegerField":
            kolom.append(field.name)
    return kolom


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelengkapan:
    """Apa yang sudah dan belum dilaporkan satu kecamatan."""

    kecamatan: Any
    rekap: bool
    is_sebagian: bool  # ada hitungan rekapnya, lengkap atau belum
    is_rincian: bool
    rincian: int
    desa: int
    pkk: bool
    kerja_sama: int
    kerja_sama_terisi: int


def kelengkapan(kabupaten: Kabupaten, tahun: int) -> list[Kelengkapan]:
    """Satu baris per kecamatan: apa yang sudah dan belum dilaporkan tahun itu."""
    rekap = _per_nomor(RekapLembaga.objects.all(), kabupaten, tahun)
    lengkap = _per_nomor(RekapLembaga.objects.lengkap(), kabupaten, tahun)
    pkk = _per_nomor(KegiatanPkk.objects.lengkap(), kabupaten, tahun)
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).on(tahun)
    per_desa = Counter(desa.values_list("kecamatan_saat", flat=True))
    per_rincian = _banyak_rincian(kabupaten, tahun)
    kerja_sama = KerjaSama.objects.filter(kabupaten=kabupaten)
    berisi = kerja_sama.filter(anggotakerjasama__tahun=tahun).distinct()
    per_kerja_sama = _banyak(kerja_sama)
    per_berisi = _banyak(berisi)
    semua = []
    for kecamatan in _kecamatan(kabupaten, tahun):
        nomor = kecamatan.pk
        satu = Kelengkapan(
            kecamatan=kecamatan,
            rekap=nomor in lengkap,
            is_sebagian=nomor in rekap and rekap[nomor].is_berisi,
            is_rincian=nomor in rekap and rekap[nomor].is_rincian,
            rincian=per_rincian[nomor],
            desa=per_desa[nomor],
            pkk=nomor in pkk,
            kerja_sama=per_kerja_sama[nomor],
            kerja_sama_terisi=per_berisi[nomor],
        )
        semua.append(satu)
    return semua


def _banyak_rincian(kabupaten: Kabupaten, tahun: int) -> Counter[int]:
    """Banyak desa yang merinci lembaganya, menurut kecamatannya tahun itu."""
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).saat(tahun)
    letak = dict(desa.values_list("pk", "kecamatan_saat"))
    lengkap = RincianLembaga.objects.lengkap()
    rincian = lengkap.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
    nomor = rincian.values_list("desa", flat=True)
    return Counter(letak[satu] for satu in nomor)


def _banyak(kerja_sama: Any) -> Counter[int]:
    """Banyak kerja sama tiap kecamatan."""
    return Counter(row.kecamatan_id for row in kerja_sama.order_by())
