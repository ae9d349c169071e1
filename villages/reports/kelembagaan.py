"""Koperasi Merah Putih dan layanan posyandu tiap kecamatan pada akhir satu tahun."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from accounts.models import Kabupaten
from core.periode import akhir_tahun
from documents.kepala import Kop
from documents.reports.kepala import kop
from villages.models import Desa, Kecamatan, KoperasiDesa, Lembaga, RekapLembaga
from villages.models.koperasi import TAHAP
from villages.models.register import LAYANAN

PerDesa = dict[int, str]  # tahap koperasinya menurut desa
Banyak = tuple[int | None, ...]
ENAM_BIDANG = "Melayani enam bidang"
SEBAGIAN = "Melayani sebagian bidang"
BELUM_DIKETAHUI = "Layanan belum diketahui"
SEMUA_TAHAP = tuple(sebutan for _, sebutan in TAHAP)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKelembagaan:
    """Satu kecamatan; tahap terakhir koperasinya, dan posyandu yang melayani tiap bidang."""

    kecamatan: str
    nomor: int
    desa: int  # dan kelurahan
    tahap: Banyak  # menurut `SEMUA_TAHAP`; `None` bila tidak satu pun tercatat
    posyandu: int | None  # `None` bila tidak satu pun tercatat
    layanan: Banyak  # menurut `LAYANAN`; `None` bila tidak satu pun diketahui

    @property
    def belum(self) -> int:
        """Desa dan kelurahan yang musyawarah koperasinya belum tercatat."""
        return self.desa - sum(satu or 0 for satu in self.tahap)


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiKelembagaan:
    """Isi halaman dan XLSX-nya."""

    judul: str
    tahun: int
    dinas: Kop
    is_register: bool  # posyandunya dari register, yang hanya menyimpan keadaan kini
    baris: tuple[BarisKelembagaan, ...]


def tahap_koperasi(kabupaten: Kabupaten, tahun: int) -> PerDesa:
    """Tahap terakhir tiap desa sampai akhir `tahun`; yang belum tidak ada."""
    akhir = akhir_tahun(tahun)
    rows = KoperasiDesa.objects.filter(desa__kecamatan__kabupaten=kabupaten)
    hasil = {}
    for row in rows:
        tahap = row.tahap(akhir)
        if tahap:
            hasil[row.desa_id] = tahap
    return hasil


def layanan_posyandu(kabupaten: Kabupaten, tahun: int) -> PerDesa:
    """Bidang yang dilayani posyandu tiap desa bersama-sama; yang tanpa posyandu tidak ada.

    Register hanya menyimpan keadaan kini, jadi tahun yang lewat tidak diketahui.
    """
    if tahun < timezone.localdate().year:
        return {}
    jenis = Lembaga.JenisLembaga.POSYANDU
    dilayani: dict[int, set[str]] = {}
    for row in Lembaga.objects.filter(desa__kecamatan__kabupaten=kabupaten, jenis=jenis):
        bidang = {kolom for kolom, _ in LAYANAN if getattr(row, kolom)}
        dilayani[row.desa_id] = dilayani.get(row.desa_id, set()) | bidang
    return {nomor: _kelas_layanan(bidang) for nomor, bidang in dilayani.items()}


def _kelas_layanan(bidang: set[str]) -> str:
    """Kelasnya pada peta."""
    if len(bidang) == len(LAYANAN):
        return ENAM_BIDANG
    return SEBAGIAN if bidang else BELUM_DIKETAHUI


def kelembagaan_kini(kabupaten: Kabupaten, tahun: int) -> IsiKelembagaan:
    """Satu baris tiap kecamatan tahun itu; banyak kueri tetap."""
    is_register = tahun >= timezone.localdate().year
    return IsiKelembagaan(
        judul="Koperasi Merah Putih dan posyandu",
        tahun=tahun,
        dinas=kop(kabupaten, kabupaten.dinas_tercatat),
        is_register=is_register,
        baris=tuple(_baris(kabupaten, tahun, is_register=is_register)),
    )


def _baris(
    kabupaten: Kabupaten,
    tahun: int,
    *,
    is_register: bool,
) -> Iterator[BarisKelembagaan]:
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).on(tahun)
    letak = dict(desa.values_list("pk", "kecamatan_saat"))
    banyak = Counter(letak.values())
    tahap: Counter[tuple[int, str]] = Counter()
    for nomor, sebutan in tahap_koperasi(kabupaten, tahun).items():
        if nomor in letak:
            tahap[letak[nomor], sebutan] += 1
    rekap = RekapLembaga.objects.filter(kecamatan__kabupaten=kabupaten, tahun=tahun)
    direkap = dict(rekap.values_list("kecamatan", "posyandu"))
    posyandu = _posyandu(letak) if is_register else {}
    kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten).on(tahun)
    for row in kecamatan.urut_naskah():
        milik = posyandu.get(row.pk, [])
        bertahap = [tahap[row.pk, sebutan] for sebutan in SEMUA_TAHAP]
        yield BarisKelembagaan(
            kecamatan=row.nama_saat,
            nomor=row.pk,
            desa=banyak[row.pk],
            tahap=tuple(bertahap if any(bertahap) else (None for _ in SEMUA_TAHAP)),
            posyandu=len(milik) or None if is_register else direkap.get(row.pk),
            layanan=tuple(_melayani(milik, kolom) for kolom, _ in LAYANAN),
        )


def _posyandu(letak: dict[int, int]) -> dict[int, list[Lembaga]]:
    """Posyandu pada register menurut kecamatan desanya."""
    jenis = Lembaga.JenisLembaga.POSYANDU
    hasil: dict[int, list[Lembaga]] = {}
    for row in Lembaga.objects.filter(desa__in=letak, jenis=jenis):
        milik = hasil.setdefault(letak[row.desa_id], [])
        milik.append(row)
    return hasil


def _melayani(posyandu: list[Lembaga], kolom: str) -> int | None:
    """Banyak yang melayani bidang itu; `None` bila tidak satu pun diketahui."""
    diketahui = []
    for satu in posyandu:
        nilai = getattr(satu, kolom)
        if nilai is not None:
            diketahui.append(nilai)
    return sum(diketahui) if diketahui else None
