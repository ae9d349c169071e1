"""Kelembagaan desa per kecamatan, kegiatan PKK, dan siapa yang belum melapor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from accounts.models import Kabupaten
from villages.models import (
    AnggotaKerjaSama,
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
    ("rt", "RT"), ("rw", "RW"), ("lpm", "LPM"), ("posyandu", "POSYANDU"), ("pkk", "PKK"),
    ("karang_taruna", "KARANG TARUNA"), ("lembaga_adat", "LEMBAGA ADAT"),
)  # fmt: skip


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
    rows = {
        r.kecamatan_id: r
        for r in RekapLembaga.objects.filter(kecamatan__kabupaten=kabupaten, tahun=tahun)
    }
    kecamatan = list(Kecamatan.objects.filter(kabupaten=kabupaten).on(tahun).urut_naskah())
    kolom = ("jumlah_desa", "jumlah_kelurahan", *LEMBAGA)
    jumlah = (
        {nama: sum(getattr(r, nama) for r in rows.values()) for nama in kolom} if rows else None
    )
    return TabelLembaga(
        tahun=tahun,
        baris=tuple(
            BarisLembaga(kecamatan=k.nama_saat.upper(), isi=_isi(rows.get(k.pk), kolom))
            for k in kecamatan
        ),
        belum=tuple(k.nama_saat for k in kecamatan if k.pk not in rows),
        jumlah=tuple(jumlah[nama] if jumlah else None for nama in kolom),
        semua=sum(jumlah[nama] for nama in LEMBAGA) if jumlah else None,
        lembaga=tuple(
            JumlahLembaga(nama=label, jumlah=jumlah[nama] if jumlah else None)
            for nama, label in SEBUTAN
        ),
    )


def _isi(row: Any, kolom: Sequence[str]) -> tuple[int | None, ...]:
    """Kolom satu laporan; `None` semua bila laporannya belum ada."""
    return tuple(getattr(row, nama, None) for nama in kolom)


def kegiatan_pkk(kabupaten: Kabupaten, tahun: int) -> TabelPkk:
    """Tabel Pokja II per kecamatan."""
    rows = {
        r.kecamatan_id: r
        for r in KegiatanPkk.objects.filter(kecamatan__kabupaten=kabupaten, tahun=tahun)
    }
    kolom = kolom_pkk()
    kecamatan = list(Kecamatan.objects.filter(kabupaten=kabupaten).on(tahun).urut_naskah())
    baris = tuple(_baris_pkk(k, rows.get(k.pk), kolom) for k in kecamatan)
    up2k = [r.up2k for r in rows.values() if r.up2k is not None]
    return TabelPkk(
        tahun=tahun,
        baris=baris,
        jumlah=tuple(_jumlah(baris, i) for i in range(len(kolom))),
        melapor=len(rows),
        belum=tuple(k.nama_saat for k in kecamatan if k.pk not in rows),
        up2k=sum(up2k) if up2k else None,
        up2k_kecamatan=len(up2k),
    )


def _baris_pkk(kecamatan: Any, row: KegiatanPkk | None, kolom: Sequence[str]) -> BarisPkk:
    keterangan = row.keterangan if row else ""
    return BarisPkk(
        kecamatan=kecamatan.nama_saat.upper(), isi=_isi(row, kolom), keterangan=keterangan
    )


def kolom_pkk() -> list[str]:
    """Kolom angka formulir, menurut urutannya."""
    return [
        f.name
        for f in KegiatanPkk._meta.concrete_fields
        if f.get_internal_type() == "PositiveIntegerField"
    ]


def _jumlah(baris: Sequence[BarisPkk], kolom: int) -> int | None:
    """Jumlah satu kolom; `None` bila tidak satu kecamatan pun mengisinya."""
    known = [n for satu in baris if (n := satu.isi[kolom]) is not None]
    return sum(known) if known else None


def kelengkapan(kabupaten: Kabupaten, tahun: int) -> list[dict[str, Any]]:
    """Satu baris per kecamatan: apa yang sudah dan belum dilaporkan tahun itu."""
    milik = {"kecamatan__kabupaten": kabupaten}
    rekap = dict(
        RekapLembaga.objects.filter(**milik, tahun=tahun).values_list("kecamatan", "is_rincian")
    )
    pkk = set(KegiatanPkk.objects.filter(**milik, tahun=tahun).values_list("kecamatan", flat=True))
    desa = _per_kecamatan(Desa.objects.filter(**milik).on(tahun), "kecamatan_saat")
    rincian = _per_kecamatan(
        RincianLembaga.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun),
        "desa__kecamatan",
    )
    kerja_sama = _per_kecamatan(KerjaSama.objects.filter(kabupaten=kabupaten), "kecamatan")
    berisi = AnggotaKerjaSama.objects.filter(
        kerja_sama__kabupaten=kabupaten, tahun=tahun
    ).order_by()
    terisi: dict[int, int] = {}
    for nomor in berisi.values_list("kerja_sama__kecamatan", "kerja_sama").distinct():
        terisi[nomor[0]] = terisi.get(nomor[0], 0) + 1
    return [
        {
            "kecamatan": k,
            "rekap": k.pk in rekap,
            "is_rincian": rekap.get(k.pk, False),
            "rincian": rincian.get(k.pk, 0),
            "desa": desa.get(k.pk, 0),
            "pkk": k.pk in pkk,
            "kerja_sama": kerja_sama.get(k.pk, 0),
            "kerja_sama_terisi": terisi.get(k.pk, 0),
        }
        for k in Kecamatan.objects.filter(kabupaten=kabupaten).on(tahun).urut_naskah()
    ]


def _per_kecamatan(rows: Any, path: str) -> dict[int, int]:
    hasil: dict[int, int] = {}
    for nomor in rows.order_by().values_list(path, flat=True):
        hasil[nomor] = hasil.get(nomor, 0) + 1
    return hasil
