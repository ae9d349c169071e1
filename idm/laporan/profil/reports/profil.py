"""Profil satu desa.

Dimensinya di antara kecamatan dan kabupaten, peringkat, riwayat, dan tabel IDM dengan skor
berikutnya. Kueri tetap berapa pun desanya. IDM dan Indeks Desa dua ukuran yang berlainan; tiap
ukuran bagiannya sendiri.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.angka import bulatkan
from idm.laporan.dasar.reports import KepalaLaporan, kepala
from idm.laporan.profil.reports.banding import (
    DesaTerukur,
    SemuaBanding,
    banding_idm,
    banding_poin,
)
from idm.models import IdmDesa, KriteriaSkor
from idm.reports import BarisSkor, uraian_skor
from idm.reports.jalan import Jalan, jalan
from idm.reports.skor import IndeksSkor
from idm.reports.ukuran import INDEKS, HasilBerlaku, Indeks
from villages.models import Desa
from villages.sources import DesaSaat


@dataclass(frozen=True, slots=True, kw_only=True)
class LetakNilai:
    """Peringkat satu nilai di antara `banyak` desa, dan rata-ratanya."""

    nomor: int
    banyak: int
    rata: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ukuran:
    """Satu ukuran satu desa satu tahun."""

    indeks: Indeks
    row: HasilBerlaku
    kecamatan: LetakNilai
    kabupaten: LetakNilai
    sub: SemuaBanding
    dimensi: SemuaBanding

    @property
    def gambar(self) -> SemuaBanding:
        """Yang digambar: dimensi bila skornya diketahui, selain itu subindeksnya."""
        return self.dimensi or self.sub


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilTahun:
    """Hasil satu tahun; perubahan hanya terhadap tahun lalu dengan instrumen yang sama."""

    tahun: int
    nilai: Decimal
    status: str
    perubahan: Decimal | None
    instrumen: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RiwayatUkuran:
    """Semua tahun satu desa menurut satu ukuran, terbaru di atas."""

    indeks: Indeks
    baris: tuple[HasilTahun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTabel:
    """Satu indikator: skornya, kriterianya, dan skor berikutnya yang ada pada rubrik."""

    skor: BarisSkor
    berikut: KriteriaSkor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndeksTabel:
    """Satu indeks dengan indikatornya."""

    indeks: IndeksSkor
    baris: tuple[BarisTabel, ...]


SemuaTabel = tuple[IndeksTabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiSkor:
    """Tabel IDM satu desa satu tahun; kosong bila skornya tidak diketahui."""

    kepala: KepalaLaporan
    tabel: SemuaTabel


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiProfil(IsiSkor):
    """Isi halaman, PDF dan XLSX; `diminta` tahun yang diminta, bila lain dari yang dipakai.

    `jalan` ke status berikutnya; `None` bila poin tiap aspeknya tidak diketahui, atau indeksnya IDM
    yang tabelnya sudah menyebut skor berikutnya.
    """

    desa: DesaSaat
    diminta: int
    ukuran: tuple[Ukuran, ...]
    riwayat: tuple[RiwayatUkuran, ...]
    jalan: Jalan | None


def profil(desa: Desa, tahun: int) -> IsiProfil:
    """Tahun tanpa data diganti tahun terakhir sebelumnya yang berdata."""
    semua = [_riwayat(desa, indeks) for indeks in INDEKS]
    riwayat = [satu for satu in semua if satu.baris]
    dipakai = _tahun_dipakai(riwayat, tahun)
    saat = _saat(desa, dipakai)
    diukur = [_ukuran(saat, dipakai, indeks) for indeks in INDEKS]
    ukuran = tuple(filter(None, diukur))
    milik: SemuaTabel = ()
    menuju = None
    for satu in ukuran:
        if isinstance(satu.row, IdmDesa):
            milik = tabel(satu.row)
        else:
            menuju = jalan(satu.row)
    return IsiProfil(
        kepala=_kepala(saat, dipakai),
        tabel=milik,
        desa=saat,
        diminta=tahun,
        ukuran=ukuran,
        riwayat=tuple(riwayat),
        jalan=menuju,
    )


def _saat(desa: Desa, tahun: int) -> DesaSaat:
    """Desa itu sebagaimana keadaannya tahun yang dipakai."""
    rows = Desa.objects.saat(tahun).select_related("kecamatan__kabupaten")
    saat: DesaSaat = rows.get(pk=desa.pk)
    return saat


def isi_skor(row: IdmDesa) -> IsiSkor:
    """Tabel IDM satu desa satu tahun, tanpa bagian profil lainnya."""
    saat = _saat(row.desa, row.tahun)
    return IsiSkor(kepala=_kepala(saat, row.tahun), tabel=tabel(row))


def _kepala(desa: DesaSaat, tahun: int) -> KepalaLaporan:
    """Kop dan judul menurut desanya."""
    judul = f"Profil {desa.jenis_saat.title()} {desa}"
    return kepala(desa.kecamatan.kabupaten, judul, tahun)


def _tahun_dipakai(riwayat: Sequence[RiwayatUkuran], tahun: int) -> int:
    """Tahun yang diminta bila berdata, atau yang berdata paling dekat sebelumnya."""
    berdata: list[int] = []
    for satu in riwayat:
        berdata += [baris.tahun for baris in satu.baris]
    sampai_kini = [satu for satu in berdata if satu <= tahun]
    return max(sampai_kini or berdata, default=tahun)


def _riwayat(desa: Desa, indeks: Indeks) -> RiwayatUkuran:
    """Tahun terbaru di atas."""
    rows = indeks.model.objects.filter(desa=desa).select_related("instrumen")
    per_tahun = {row.tahun: row for row in rows}
    baris = []
    for tahun in sorted(per_tahun, reverse=True):
        lalu = per_tahun.get(tahun - 1)
        baris.append(_setahun(per_tahun[tahun], lalu))
    return RiwayatUkuran(indeks=indeks, baris=tuple(baris))


def _setahun(row: HasilBerlaku, lalu: HasilBerlaku | None) -> HasilTahun:
    """Perubahan hanya bila instrumennya sama."""
    perubahan = None
    if lalu is not None and _is_sebanding(row, lalu):
        perubahan = row.nilai - lalu.nilai
    instrumen = str(row.instrumen)
    if getattr(row, "is_contoh", False):
        instrumen = f"{instrumen} (data peragaan)"
    return HasilTahun(
        tahun=row.tahun,
        nilai=row.nilai,
        status=row.status,
        perubahan=perubahan,
        instrumen=instrumen,
        url=row.get_absolute_url(),
    )


def _is_sebanding(row: HasilBerlaku, lalu: HasilBerlaku) -> bool:
    """Instrumennya sama, atau keduanya edisi Indeks Desa."""
    if row.instrumen.is_dimensi:
        return lalu.instrumen.is_dimensi
    return lalu.instrumen_id == row.instrumen_id


def _ukuran(desa: DesaSaat, tahun: int, indeks: Indeks) -> Ukuran | None:
    """`None` bila desanya tidak tercatat tahun itu."""
    rows = indeks.model.objects.milik(desa.kecamatan.kabupaten).filter(tahun=tahun)
    row: HasilBerlaku | None = rows.filter(desa=desa.pk).select_related("instrumen").first()
    if row is None:
        return None
    semua = _berkecamatan(rows, desa, tahun)
    if isinstance(row, IdmDesa):
        sub, dimensi = banding_idm(row, desa, semua)
    else:
        sub, dimensi = banding_poin(row, desa, semua)
    kabupaten = [satu.row.nilai for satu in semua]
    kecamatan = [satu.row.nilai for satu in semua if satu.kecamatan == desa.kecamatan_saat]
    return Ukuran(
        indeks=indeks,
        row=row,
        kecamatan=_letak(row.nilai, kecamatan, indeks.desimal),
        kabupaten=_letak(row.nilai, kabupaten, indeks.desimal),
        sub=sub,
        dimensi=dimensi,
    )


def _berkecamatan(rows: Iterable[HasilBerlaku], desa: DesaSaat, tahun: int) -> list[DesaTerukur]:
    """Tiap baris dengan kecamatannya tahun itu."""
    sekabupaten = Desa.objects.filter(kecamatan__kabupaten=desa.kecamatan.kabupaten_id)
    semua = sekabupaten.saat(tahun).values_list("pk", "kecamatan_saat")
    kecamatan = dict(semua)
    return [DesaTerukur(row, kecamatan[row.desa_id]) for row in rows]


def _letak(nilai: Decimal, semua: Sequence[Decimal], desimal: int) -> LetakNilai:
    """Peringkat `nilai` di antara `semua`, dan rata-ratanya."""
    banyak = len(semua)
    jumlah = sum(semua, Decimal(0))
    return LetakNilai(
        nomor=sum(lain > nilai for lain in semua) + 1,
        banyak=banyak,
        rata=bulatkan(jumlah / banyak, desimal),
    )


def tabel(row: IdmDesa) -> SemuaTabel:
    """Tabel IDM satu desa per indeks.

    Kosong bila skornya tidak diketahui atau bukan milik instrumennya.
    """
    if not row.skor:
        return ()
    try:
        uraian = uraian_skor(row.instrumen, row.skor)
    except ValueError:
        return ()
    hasil = []
    for indeks in uraian:
        baris = [BarisTabel(skor=satu, berikut=_berikut(satu)) for satu in indeks.baris]
        hasil.append(IndeksTabel(indeks=indeks, baris=tuple(baris)))
    return tuple(hasil)


def _berikut(baris: BarisSkor) -> KriteriaSkor | None:
    """Kriteria skor terdekat di atas skor kini."""
    kriteria = baris.indikator.kriteriaskor_set.all()
    lebih = [satu for satu in kriteria if satu.skor > baris.skor]
    return min(lebih, key=lambda satu: satu.skor, default=None)
