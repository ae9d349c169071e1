"""Desa satu kabupaten yang dapat naik status dengan jatah langkah atau rupiah."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan
from idm import planner
from idm.laporan.dasar.reports import KepalaLaporan, kepala
from idm.models import BiayaLangkah
from idm.planner import langkah_minimal, sebanyak_mungkin, termurah
from idm.reports import URUTAN
from idm.reports.jalan import Biaya, Jalan, SemuaLangkah, desa_dari, jalan, rubrik
from idm.reports.ukuran import HasilBerlaku, Indeks, indeks_tahun
from idm.scoring import Status
from villages.sources import DesaSaat, menurut_tahun

JUDUL = "Jalan ke Status Berikutnya"
LANGKAH = "langkah"
RUPIAH = "rupiah"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calon:
    """Desa yang dapat naik status; `harga` langkahnya, atau rupiahnya bila jatahnya rupiah."""

    row: HasilBerlaku
    desa: DesaSaat
    menuju: str
    langkah: int
    kurang: Decimal
    rupiah: int | None
    harga: int | None


SemuaCalon = Sequence[Calon]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusSesudah:
    """Banyak desa satu status kini, dan sesudah yang terpilih naik."""

    status: str
    kini: int
    nanti: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AkibatIndikator:
    """Indikator kinerja tahun berikutnya; `nilai` `None` bila tanpa pembagi."""

    nama: str
    rumus: str
    nilai: Decimal | None
    satuan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPerencana:
    """Isi halaman, PDF dan XLSX perencana dengan `jatah` langkah atau rupiah.

    `banyak` desa yang skornya diketahui, `baris` yang dapat naik dari yang paling ringan,
    `terpakai` jatah yang dipakai `terpilih`, `tanpa_biaya` yang biayanya belum diketahui.
    """

    kepala: KepalaLaporan
    cara: str
    jatah: int
    ukuran: Indeks
    banyak: int
    baris: tuple[Calon, ...]
    terpilih: frozenset[str]  # kode desanya
    terpakai: int
    tanpa_biaya: int
    status: tuple[StatusSesudah, ...]
    dampak: tuple[AkibatIndikator, ...]

    @property
    def is_rupiah(self) -> bool:
        """Jatahnya rupiah, bukan langkah."""
        return self.cara == RUPIAH


def jalan_kabupaten(
    kabupaten: Kabupaten, tahun: int, jatah: int, cara: str = LANGKAH
) -> IsiPerencana:
    """Desa terbanyak yang naik status dengan `jatah` langkah (atau rupiah), dan keadaan sesudahnya.

    Dengan rupiah, desa yang jalan termurahnya belum diketahui biayanya tidak ikut dipilih.
    """
    ukuran = indeks_tahun(kabupaten, tahun)
    rows = ukuran.model.objects.milik(kabupaten).filter(tahun=tahun)
    rows = rows.exclude(**{ukuran.deret: ""}).select_related("instrumen")
    berskor = menurut_tahun(rows, tahun)
    biaya: Biaya = {}
    if cara == RUPIAH:
        biaya = BiayaLangkah.objects.per_indikator(kabupaten)
    calon = _semua_calon(berskor, biaya, cara)
    harga = {}
    for kode, satu in calon.items():
        if satu.harga is not None:
            harga[kode] = satu.harga
    terpilih = sebanyak_mungkin(harga, jatah)
    naik = [calon[kode] for kode in terpilih]
    status = _perubahan(berskor, naik)
    return IsiPerencana(
        kepala=kepala(kabupaten, JUDUL, tahun),
        cara=cara,
        jatah=jatah,
        ukuran=ukuran,
        banyak=len(berskor),
        baris=tuple(sorted(calon.values(), key=_urutan_harga)),
        terpilih=frozenset(terpilih),
        terpakai=sum(harga[kode] for kode in terpilih),
        tanpa_biaya=len(calon) - len(harga),
        status=status,
        dampak=_dampak(status, naik, ukuran),
    )


def _semua_calon(rows: list[HasilBerlaku], biaya: Biaya, cara: str) -> dict[str, Calon]:
    """Desa yang dapat naik menurut kodenya; rubrik tiap instrumen dibaca sekali."""
    instrumen = {row.instrumen_id: row.instrumen for row in rows}
    bahan = {}
    for pk, satu in instrumen.items():
        bahan[pk] = (rubrik(satu), satu.ambang())
    calon = {}
    for row in rows:
        indikator, ambang = bahan[row.instrumen_id]
        desa = desa_dari(row.deret, indikator, biaya, ambang)
        hasil = _calon(row, desa, cara) if desa else None
        if hasil:
            calon[hasil.desa.kode_saat] = hasil
    return calon


def _urutan_harga(calon: Calon) -> tuple[bool, int, str]:
    """Yang paling ringan di atas; yang biayanya belum diketahui di bawah."""
    return calon.harga is None, calon.harga or 0, calon.desa.kode_saat


def _calon(row: Any, desa: planner.Desa, cara: str) -> Calon | None:
    """`None` bila desanya Mandiri atau tidak dapat naik."""
    berikut = desa.ambang_berikutnya()
    if berikut is None:
        return None
    batas, status = berikut
    banyak = langkah_minimal(desa, batas)
    if banyak is None:
        return None
    rupiah = None
    if cara == RUPIAH:
        murah = termurah(desa, batas)
        rupiah = murah.biaya if murah else None
    terkecil = Decimal(1).scaleb(-desa.desimal)
    return Calon(
        row=row,
        desa=row.desa,
        menuju=status.value,
        langkah=banyak,
        kurang=batas + terkecil - desa.idm(),
        rupiah=rupiah,
        harga=rupiah if cara == RUPIAH else banyak,
    )


def _perubahan(rows: Iterable[HasilBerlaku], naik: SemuaCalon) -> tuple[StatusSesudah, ...]:
    """Banyak desa per status sekarang dan sesudah yang terpilih naik."""
    kini = Counter(row.status for row in rows)
    asal = Counter(calon.row.status for calon in naik)
    tujuan = Counter(calon.menuju for calon in naik)
    nanti = kini - asal + tujuan
    hasil = []
    for status in URUTAN:
        nama = status.value
        hasil.append(StatusSesudah(status=nama, kini=kini[nama], nanti=nanti[nama]))
    return tuple(hasil)


def _dampak(
    status: Sequence[StatusSesudah],
    naik: SemuaCalon,
    ukuran: Indeks,
) -> tuple[AkibatIndikator, ...]:
    """IKU dan IKK tahun berikutnya bila yang terpilih naik dan yang lain tetap.

    Rumusnya sama dengan pengukuran kinerja: banyak desa Berkembang; desa Tertinggal yang naik
    dibagi desa Tertinggal semula; lalu IKK desa mandiri menurut indeksnya.
    """
    per = {satu.status: satu for satu in status}
    berkembang = per[Status.BERKEMBANG.value]
    tertinggal = per[Status.TERTINGGAL.value].kini
    entas = 0
    for calon in naik:
        if calon.row.status == Status.TERTINGGAL.value:
            entas += 1
    return (
        AkibatIndikator(
            nama="IKU desa Berkembang",
            rumus=f"{berkembang.kini} menjadi {berkembang.nanti}",
            nilai=Decimal(berkembang.nanti),
            satuan="desa",
        ),
        _pecahan("IKK pengentasan desa tertinggal", entas, tertinggal),
        _mandiri(status, per[Status.MANDIRI.value], berkembang.kini, ukuran),
    )


def _mandiri(
    status: Sequence[StatusSesudah],
    mandiri: StatusSesudah,
    berkembang: int,
    ukuran: Indeks,
) -> AkibatIndikator:
    """Indeks Desa: desa Mandiri dibagi semua; IDM: pertambahannya dibagi Berkembang semula."""
    if ukuran.is_poin:
        semua = sum(satu.nanti for satu in status)
        return _pecahan("IKK desa mandiri", mandiri.nanti, semua)
    tambah = mandiri.nanti - mandiri.kini
    return _pecahan("IKK peningkatan desa mandiri", tambah, berkembang)


def _pecahan(nama: str, atas: int, bawah: int) -> AkibatIndikator:
    """Dalam persen, dengan pembilang dan penyebutnya."""
    return AkibatIndikator(
        nama=nama,
        rumus=f"{atas} / {bawah}",
        nilai=_persen(atas, bawah),
        satuan="%",
    )


def _persen(atas: int, bawah: int) -> Decimal | None:
    """`None` bila tidak ada pembaginya."""
    if not bawah:
        return None
    bagian = Decimal(atas) / bawah
    return bulatkan(bagian * 100, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class LangkahTerpilih:
    """Langkah satu desa terpilih menurut jatahnya."""

    desa: DesaSaat
    langkah: SemuaLangkah


def langkah_terpilih(isi: IsiPerencana) -> tuple[LangkahTerpilih, ...]:
    """Termurah bila jatahnya rupiah, paling sedikit bila langkah; menurut urutan daftarnya."""
    semua = []
    for calon in isi.baris:
        if calon.desa.kode_saat in isi.terpilih:
            dipilih = _dipilih(jalan(calon.row), isi.is_rupiah)
            semua.append(LangkahTerpilih(desa=calon.desa, langkah=dipilih))
    return tuple(semua)


def _dipilih(jalan_desa: Jalan | None, is_rupiah: bool) -> SemuaLangkah:
    if jalan_desa is None:
        return ()
    rencana = jalan_desa.sedikit
    if is_rupiah and jalan_desa.murah:
        rencana = jalan_desa.murah
    return rencana.langkah if rencana else ()
