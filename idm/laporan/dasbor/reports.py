"""Dasbor desa satu kabupaten atau satu kecamatannya: status, perpindahan, yang terlemah, peta,
kecamatan berdampingan, kerja sama dan lembaga. Banyak kueri tetap berapa pun desanya.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from accounts.models import Kabupaten
from idm.laporan.dasar.reports import Isi, kepala
from idm.laporan.gambaran.reports import (
    Rata,
    SemuaKelompok,
    per_kecamatan,
    per_kelompok,
    rata,
    susun_matriks,
    terlemah,
)
from idm.reports import deret_status, tabel_status
from idm.reports.status import StatusTahun, status_tahunan
from idm.reports.ukuran import Indeks, indeks_tahun
from idm.scoring import Status
from villages import atribut
from villages.models import Desa, Kecamatan
from villages.reports import kerja_sama, peta
from villages.reports.lembaga import KOLOM, SEBUTAN, TabelLembaga, kelembagaan
from villages.sources import banyak_pada, keadaan, nama_kecamatan

Dalam = frozenset[int]  # nomor desa yang ikut
PerTahun = Mapping[int, Mapping[int, str]]  # status tiap desa tiap tahun
PETA = {"IDM": "idm", "Indeks Desa": "indeks_desa"}


@dataclass(frozen=True)
class Lingkup:
    """Satu kecamatan pada keadaan wilayah tahunnya, atau seluruh kabupaten."""

    kabupaten: Kabupaten
    tahun: int
    kecamatan: Kecamatan | None

    @property
    def nomor(self) -> int | None:
        """Nomor kecamatannya."""
        if self.kecamatan is None:
            return None
        return int(self.kecamatan.pk)

    @cached_property
    def nama_kecamatan(self) -> Mapping[int, str]:
        """Semua kecamatan kabupatennya."""
        return nama_kecamatan(self.kabupaten, self.tahun)

    @cached_property
    def ukuran(self) -> Indeks:
        """Ukuran yang tercatat tahun itu."""
        return indeks_tahun(self.kabupaten, self.tahun)

    @property
    def nama(self) -> str:
        """Nama kecamatannya; kosong bila seluruh kabupaten."""
        if self.nomor is None:
            return ""
        return self.nama_kecamatan.get(self.nomor, str(self.kecamatan))

    @cached_property
    def dalam(self) -> Dalam:
        """Desa yang ikut."""
        return _dalam(self.kabupaten, self.tahun, self.nomor)

    def terpilih(self, kelompok: SemuaKelompok) -> SemuaKelompok:
        """Kelompok kecamatannya saja."""
        if self.nomor is None:
            return kelompok
        return [satu for satu in kelompok if satu.kecamatan == self.nama]


def dasbor_desa(kabupaten: Kabupaten, tahun: int, kecamatan: Kecamatan | None = None) -> Isi:
    """Menurut keadaan wilayah `tahun`; angkanya sama dengan gambaran, peta dan angka kerja sama."""
    lingkup = Lingkup(kabupaten, tahun, kecamatan)
    return {
        **kepala(kabupaten, "Dasbor Desa", tahun),
        "kecamatan_dipilih": kecamatan,
        "nama_dipilih": lingkup.nama,
        "nomor_kecamatan": _menurut_nama(lingkup.nama_kecamatan),
        **_bagian_status(lingkup),
        **_bagian_idm(lingkup),
        "peta": peta.isi(kabupaten, tahun, atribut.cari(PETA[lingkup.ukuran.nama]), lingkup.nomor),
        "kerja_sama": _kerja_sama(lingkup),
        "lembaga": _lembaga(kelembagaan(kabupaten, tahun), lingkup.nama),
    }


def _menurut_nama(nama: Mapping[int, str]) -> dict[str, int]:
    """Nomor tiap kecamatan menurut namanya."""
    hasil = {}
    for nomor, satu in nama.items():
        hasil[satu] = nomor
    return hasil


def _bagian_status(lingkup: Lingkup) -> Isi:
    """Tiga tahun terakhir, dan perpindahan dari tahun lalu."""
    tahun = lingkup.tahun
    tiga_tahun = (tahun, tahun - 1, tahun - 2)
    per_tahun = _per_tahun(lingkup, tiga_tahun)
    status = _status(lingkup, tiga_tahun, per_tahun)
    semua = [status.get(satu) for satu in tiga_tahun]
    return {
        "tabel": tabel_status(tahun, *semua),
        "deret": deret_status(reversed(semua)),
        "rinci": frozenset(per_tahun),
        "matriks": _matriks(per_tahun, tahun),
    }


def _bagian_idm(lingkup: Lingkup) -> Isi:
    """Rata-rata tiap kecamatan; rata-rata dan yang terlemah menurut lingkupnya."""
    kabupaten = lingkup.kabupaten
    tahun = lingkup.tahun
    ukuran = lingkup.ukuran
    rows = ukuran.model.objects.milik(kabupaten).filter(tahun=tahun).order_by()
    saat = keadaan(kabupaten, tahun)
    kelompok = per_kelompok(rows, saat, ukuran)
    terpilih = lingkup.terpilih(kelompok)
    if lingkup.nomor is not None:
        rows = rows.filter(desa__in=lingkup.dalam)
    return {
        "banyak": sum(satu.banyak for satu in terpilih),
        "ukuran": ukuran,
        "rata": _rata(lingkup.nama or str(kabupaten), terpilih, ukuran),
        "kecamatan": per_kecamatan(kelompok, ukuran),
        "kabupaten": _rata(str(kabupaten), kelompok, ukuran),
        "terlemah": terlemah(rows, ukuran),
    }


def _rata(nama: str, kelompok: SemuaKelompok, ukuran: Indeks) -> Rata | None:
    """`None` tanpa desa."""
    if not kelompok:
        return None
    return rata(nama, kelompok, ukuran)


def _dalam(kabupaten: Kabupaten, tahun: int, kecamatan: int | None) -> Dalam:
    """Desa kabupaten itu, atau desa satu kecamatannya pada `tahun`."""
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).saat(tahun)
    letak = desa.values_list("pk", "kecamatan_saat")
    return frozenset(pk for pk, satu in letak if kecamatan in (None, satu))


def _per_tahun(lingkup: Lingkup, tahun: Collection[int]) -> PerTahun:
    """Status desa yang ikut, tiap tahun yang tercatat."""
    hasil: dict[int, dict[int, str]] = {}
    dalam = lingkup.dalam
    rows = lingkup.ukuran.model.objects.milik(lingkup.kabupaten)
    rows = rows.filter(tahun__in=tahun).order_by()
    for satu, desa, status in rows.values_list("tahun", "desa", "status"):
        if desa in dalam:
            setahun = hasil.setdefault(satu, {})
            setahun[desa] = status
    return hasil


def _status(
    lingkup: Lingkup, tahun: Collection[int], per_tahun: PerTahun
) -> dict[int, StatusTahun]:
    """Seluruh kabupaten juga dari rekap; satu kecamatan hanya dari baris desanya."""
    if lingkup.nomor is None:
        return status_tahunan(lingkup.kabupaten, tahun, lingkup.ukuran.model)
    desa = Desa.objects.filter(pk__in=lingkup.dalam)
    semua = banyak_pada(desa, per_tahun)
    hasil = {}
    for satu, status in per_tahun.items():
        banyak = Counter(status.values())
        sebutan = f"{lingkup.ukuran.nama} {len(status)} desa Kecamatan {lingkup.nama}"
        hasil[satu] = StatusTahun(
            tahun=satu,
            counts={nama: banyak[nama.value] for nama in Status},
            sumber=f"{sebutan} tahun {satu}, baris per desa",
            is_rinci=True,
            semua=semua.get(satu, 0),
        )
    return hasil


def _matriks(per_tahun: PerTahun, tahun: int) -> list[Isi]:
    """Perpindahan dari tahun lalu; kosong bila salah satu tahunnya tidak diketahui."""
    kini = per_tahun.get(tahun, {})
    lalu = per_tahun.get(tahun - 1, {})
    banyak: Counter[tuple[str, str]] = Counter()
    bergeser: dict[int, tuple[str, str]] = {}
    for desa, status in kini.items():
        if desa not in lalu:
            continue
        arah = (lalu[desa], status)
        banyak[arah] += 1
        if status != lalu[desa]:
            bergeser[desa] = arah
    pindah: dict[tuple[str, str], list[Any]] = {}
    saat = Desa.objects.filter(pk__in=bergeser).saat(tahun).select_related("kecamatan__kabupaten")
    for satu in saat.order_by("kode_saat"):
        searah = pindah.setdefault(bergeser[satu.pk], [])
        searah.append(satu)
    return susun_matriks(banyak, pindah)


def _kerja_sama(lingkup: Lingkup) -> Isi:
    """Tiap jenis dan seluruhnya, berdampingan dengan tahun lalu."""
    tahun = lingkup.tahun
    kini = _anggota(lingkup, tahun)
    lalu = _anggota(lingkup, tahun - 1)
    return {
        "jenis": kerja_sama.per_jenis(kini) if kini else (),
        "kini": kerja_sama.hitung(kini) if kini else None,
        "lalu": kerja_sama.hitung(lalu) if lalu else None,
    }


def _anggota(lingkup: Lingkup, tahun: int) -> list[Any]:
    """Baris formulir kerja sama kecamatannya."""
    semua = kerja_sama.anggota(lingkup.kabupaten, tahun)
    if lingkup.nomor is None:
        return semua
    milik = []
    for row in semua:
        if row.kerja_sama.kecamatan_id == lingkup.nomor:
            milik.append(row)
    return milik


def _lembaga(tabel: TabelLembaga, kecamatan: str) -> Isi:
    """Banyak tiap lembaga, dan kecamatan yang belum melapor."""
    if not kecamatan:
        jumlah = [(satu.nama, satu.jumlah) for satu in tabel.lembaga]
        return {"baris": jumlah, "belum": list(tabel.belum)}
    isi = _satu_kecamatan(tabel, kecamatan)
    baris = []
    for kolom, nama in SEBUTAN:
        baris.append((nama, isi.get(kolom)))
    belum = [nama for nama in tabel.belum if nama == kecamatan]
    return {"baris": baris, "belum": belum}


def _satu_kecamatan(tabel: TabelLembaga, kecamatan: str) -> dict[str, int | None]:
    """Laporan satu kecamatan menurut nama kolomnya."""
    for satu in tabel.baris:
        if satu.kecamatan == kecamatan.upper():
            return dict(zip(KOLOM, satu.isi, strict=True))
    return {}
