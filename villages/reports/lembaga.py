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
from villages.models.lembaga import LEMBAGA

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
KOLOM = ("jumlah_desa", "jumlah_kelurahan", *LEMBAGA)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisLembaga:
    """Satu kecamatan: banyak desa, kelurahan, lalu tiap lembaga; `None` berarti belum melapor."""

    kecamatan: str
    isi: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JumlahLembaga:
    """Banyak satu jenis lembaga sekabupaten."""

    nama: str
    jumlah: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelLembaga:
    """Tabel Data Kelembagaan Desa; jumlah `None` bila belum ada kecamatan yang melapor."""

    tahun: int
    baris: tuple[BarisLembaga, ...]
    belum: tuple[str, ...]
    jumlah: tuple[int | None, ...]
    semua: int | None
    lembaga: tuple[JumlahLembaga, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPkk:
    """Satu kecamatan pada tabel Pokja II."""

    kecamatan: str
    isi: tuple[int | None, ...]
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelPkk:
    """Tabel Pokja II; `up2k` banyak kelompok, `None` bila belum ada yang melapor."""

    tahun: int
    baris: tuple[BarisPkk, ...]
    jumlah: tuple[int | None, ...]
    melapor: int
    belum: tuple[str, ...]
    up2k: int | None
    up2k_kecamatan: int


def kelembagaan(kabupaten: Kabupaten, tahun: int) -> TabelLembaga:
    """Tabel Data Kelembagaan Desa menurut urutan naskah."""
    rows = _per_nomor(RekapLembaga, kabupaten, tahun)
    kecamatan = _kecamatan(kabupaten, tahun)
    jumlah: dict[str, int | None] = dict.fromkeys(KOLOM)
    for nama in KOLOM if rows else ():
        jumlah[nama] = sum(getattr(row, nama) for row in rows.values())
    semua = [jumlah[nama] or 0 for nama in LEMBAGA]
    return TabelLembaga(
        tahun=tahun,
        baris=tuple(_baris_lembaga(k, rows.get(k.pk)) for k in kecamatan),
        belum=tuple(k.nama_saat for k in kecamatan if k.pk not in rows),
        jumlah=tuple(jumlah[nama] for nama in KOLOM),
        semua=sum(semua) if rows else None,
        lembaga=tuple(JumlahLembaga(nama=label, jumlah=jumlah[nama]) for nama, label in SEBUTAN),
    )


def _per_nomor(model: Any, kabupaten: Kabupaten, tahun: int) -> dict[int, Any]:
    """Laporan tahun itu menurut nomor kecamatannya."""
    rows = model.objects.filter(kecamatan__kabupaten=kabupaten, tahun=tahun)
    return {row.kecamatan_id: row for row in rows}


def _kecamatan(kabupaten: Kabupaten, tahun: int) -> list[Any]:
    return list(Kecamatan.objects.filter(kabupaten=kabupaten).on(tahun).urut_naskah())


def _baris_lembaga(kecamatan: Any, row: Any) -> BarisLembaga:
    return BarisLembaga(
        kecamatan=kecamatan.nama_saat.upper(),
        isi=_isi(row, KOLOM),
    )


def _isi(row: Any, kolom: Sequence[str]) -> tuple[int | None, ...]:
    """Kolom satu laporan; `None` semua bila laporannya belum ada."""
    return tuple(getattr(row, nama, None) for nama in kolom)


def kegiatan_pkk(kabupaten: Kabupaten, tahun: int) -> TabelPkk:
    """Tabel Pokja II per kecamatan."""
    rows = _per_nomor(KegiatanPkk, kabupaten, tahun)
    kolom = kolom_pkk()
    kecamatan = _kecamatan(kabupaten, tahun)
    baris = tuple(_baris_pkk(k, rows.get(k.pk), kolom) for k in kecamatan)
    semua = [row.up2k for row in rows.values()]
    up2k = [banyak for banyak in semua if banyak is not None]
    return TabelPkk(
        tahun=tahun,
        baris=baris,
        jumlah=tuple(_jumlah(baris, urut) for urut in range(len(kolom))),
        melapor=len(rows),
        belum=tuple(k.nama_saat for k in kecamatan if k.pk not in rows),
        up2k=sum(up2k) if up2k else None,
        up2k_kecamatan=len(up2k),
    )


def _baris_pkk(kecamatan: Any, row: KegiatanPkk | None, kolom: Sequence[str]) -> BarisPkk:
    return BarisPkk(
        kecamatan=kecamatan.nama_saat.upper(),
        isi=_isi(row, kolom),
        keterangan=row.keterangan if row else "",
    )


def kolom_pkk() -> list[str]:
    """Kolom angka formulir, menurut urutannya."""
    semua = KegiatanPkk._meta.concrete_fields
    return [f.name for f in semua if f.get_internal_type() == "PositiveIntegerField"]


def _jumlah(baris: Sequence[BarisPkk], kolom: int) -> int | None:
    """Jumlah satu kolom; `None` bila tidak satu kecamatan pun mengisinya."""
    semua = [satu.isi[kolom] for satu in baris]
    diketahui = [banyak for banyak in semua if banyak is not None]
    return sum(diketahui) if diketahui else None


def kelengkapan(kabupaten: Kabupaten, tahun: int) -> list[dict[str, Any]]:
    """Satu baris per kecamatan: apa yang sudah dan belum dilaporkan tahun itu."""
    rekap, pkk = (_per_nomor(model, kabupaten, tahun) for model in (RekapLembaga, KegiatanPkk))
    rincian = RincianLembaga.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten)
    letak = dict(desa.saat(tahun).values_list("pk", "kecamatan_saat"))
    kerja_sama = KerjaSama.objects.filter(kabupaten=kabupaten)
    berisi = kerja_sama.filter(anggotakerjasama__tahun=tahun).distinct()
    per_desa = Counter(desa.on(tahun).values_list("kecamatan_saat", flat=True))
    per_rincian = Counter(letak[pk] for pk in rincian.values_list("desa", flat=True))
    per_kerja_sama, per_berisi = map(_banyak, (kerja_sama, berisi))
    return [
        {
            "kecamatan": k,
            "rekap": k.pk in rekap,
            "is_rincian": k.pk in rekap and rekap[k.pk].is_rincian,
            "rincian": per_rincian[k.pk],
            "desa": per_desa[k.pk],
            "pkk": k.pk in pkk,
            "kerja_sama": per_kerja_sama[k.pk],
            "kerja_sama_terisi": per_berisi[k.pk],
        }
        for k in _kecamatan(kabupaten, tahun)
    ]


def _banyak(kerja_sama: Any) -> Counter[int]:
    """Banyak kerja sama tiap kecamatan."""
    return Counter(row.kecamatan_id for row in kerja_sama.order_by())
