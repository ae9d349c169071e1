"""Berita acara penetapan IDM.

Semua desa dengan indeks dan statusnya, hitungan per status, dan selisihnya.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from core.angka import format_angka
from documents.kepala import KepalaNaskah
from documents.reports.kepala import kepala, kepala_kurang
from documents.uji import Perbandingan, Temuan, uji
from idm import deret
from idm.models import CatatanJawaban, IdmDesa, IsianIdm, PenetapanIdm, TerbitanIdm
from idm.models.berlaku import per_desa
from idm.reports import URUTAN, TabelStatus, banyak_pindah, status_tahun, tabel_status
from idm.reports.status import Arah
from villages.models import Desa
from villages.sources import Keadaan, keadaan

JUDUL = "Berita Acara Penetapan Status Desa menurut Indeks Desa Membangun"
CONTOH = 5  # nama yang disebut dalam kalimat kekurangan


@dataclass(frozen=True, slots=True, kw_only=True)
class DesaPenetapan:
    """IDM satu desa yang ditetapkan.

    `skor` deret skor tiap indikator, kosong bila hanya indeksnya diketahui.
    """

    kode: str
    nama: str
    kecamatan: str
    instrumen: str
    skor: str
    iks: Decimal
    ike: Decimal
    ikl: Decimal
    idm: Decimal
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KecamatanPenetapan:
    """Banyak desa satu kecamatan per status, menurut `URUTAN`."""

    nama: str
    status: tuple[int, ...]
    jumlah: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPenetapan(KepalaNaskah):
    """Isi berita acara; `naik` dan `turun` `None` bila perpindahannya tidak diketahui."""

    VERSI: ClassVar[int] = 1

    instrumen: tuple[str, ...]
    regulasi: tuple[str, ...]
    tabel: TabelStatus
    naik: int | None
    turun: int | None
    desa: tuple[DesaPenetapan, ...]
    kecamatan: tuple[KecamatanPenetapan, ...]


def hasil(penetapan: PenetapanIdm) -> list[IdmDesa]:
    """IDM semua desa pada tahun penetapan, urut kode desa."""
    rows = IdmDesa.objects.filter(
        desa__kecamatan__kabupaten=penetapan.kabupaten,
        tahun=penetapan.tahun,
    )
    rows = rows.select_related("desa__kecamatan", "instrumen")
    return list(rows.order_by("desa__kode"))


def payload(penetapan: PenetapanIdm, rows: list[IdmDesa]) -> IsiPenetapan:
    """`desa` memuat skor tiap indikator, sehingga layanan rumusan menjawab dari naskah yang sah."""
    tahun = penetapan.tahun
    kabupaten = penetapan.kabupaten
    tiga_tahun = (tahun, tahun - 1, tahun - 2)
    status = [status_tahun(kabupaten, satu) for satu in tiga_tahun]
    pindah = banyak_pindah(kabupaten, tahun)
    naik, turun = _bergeser(pindah)
    saat = keadaan(kabupaten, tahun)
    desa = []
    for row in rows:
        milik = saat[row.desa_id]
        desa.append(_desa(row, milik))
    dipakai = {row.instrumen for row in rows}
    instrumen = {str(satu) for satu in dipakai}
    regulasi = {satu.regulasi for satu in dipakai}
    return IsiPenetapan(
        **kepala(penetapan, JUDUL),
        instrumen=tuple(sorted(instrumen)),
        regulasi=tuple(sorted(regulasi)),
        tabel=tabel_status(tahun, *status),
        naik=naik,
        turun=turun,
        desa=tuple(sorted(desa, key=lambda d: d.kode)),
        kecamatan=_per_kecamatan(desa),
    )


def _bergeser(pindah: Mapping[Arah, int]) -> tuple[int | None, int | None]:
    """Banyak desa yang naik dan yang turun; `None` bila tidak diketahui per desa."""
    if not pindah:
        return None, None
    urutan = [status.value for status in URUTAN]
    naik = 0
    turun = 0
    for (dari, ke), banyak in pindah.items():
        semula = urutan.index(dari)
        menjadi = urutan.index(ke)
        selisih = semula - menjadi
        if selisih > 0:
            naik += banyak
        elif selisih < 0:
            turun += banyak
    return naik, turun


def _desa(r: IdmDesa, saat: Keadaan) -> DesaPenetapan:
    """Nama dan kecamatan menurut tahun penetapannya."""
    return DesaPenetapan(
        kode=saat.kode,
        nama=saat.nama,
        kecamatan=saat.kecamatan,
        instrumen=r.instrumen.kode,
        skor=r.skor,
        iks=r.iks,
        ike=r.ike,
        ikl=r.ikl,
        idm=r.idm,
        status=r.status,
    )


def _per_kecamatan(rows: list[DesaPenetapan]) -> tuple[KecamatanPenetapan, ...]:
    """Menurut urutan kode desa pertamanya."""
    kelompok: dict[str, Counter[str]] = {}
    for r in rows:
        banyak = kelompok.setdefault(r.kecamatan, Counter())
        banyak[r.status] += 1
    hasil = []
    for nama, banyak in kelompok.items():
        satu = KecamatanPenetapan(
            nama=nama,
            status=tuple(banyak[status] for status in URUTAN),
            jumlah=banyak.total(),
        )
        hasil.append(satu)
    return tuple(hasil)


def missing(penetapan: PenetapanIdm, rows: list[IdmDesa], isi: IsiPenetapan) -> list[str]:
    """Semua desa harus punya hasil, dan isian yang ada sudah diverifikasi."""
    kalimat = kepala_kurang(penetapan)
    tahun = penetapan.tahun
    belum = _belum_berindeks(penetapan)
    if belum:
        nama = _contoh(belum)
        kalimat.append(f"{len(belum)} desa belum punya IDM {tahun}: {nama}.")
    draf = _belum_diverifikasi(penetapan)
    if draf:
        nama = _contoh(draf)
        kalimat.append(f"{len(draf)} draf belum diverifikasi: {nama}.")
    return kalimat


def _belum_berindeks(penetapan: PenetapanIdm) -> list[str]:
    """Nama desa tahun itu yang tanpa hasil, urut kode."""
    tahun = penetapan.tahun
    kabupaten = penetapan.kabupaten
    berindeks = IdmDesa.objects.filter(
        desa__kecamatan__kabupaten=kabupaten,
        tahun=tahun,
    )
    semua = Desa.objects.desa_on(tahun).filter(kecamatan__kabupaten=kabupaten)
    belum = semua.exclude(pk__in=berindeks.values("desa"))
    return [desa.nama for desa in belum.order_by("kode")]


def _belum_diverifikasi(penetapan: PenetapanIdm) -> list[str]:
    """Nama desa yang isiannya masih draf, urut kode."""
    isian = IsianIdm.objects.filter(
        desa__kecamatan__kabupaten=penetapan.kabupaten,
        tahun=penetapan.tahun,
        status=IsianIdm.Status.ISIAN,
    )
    berurut = isian.select_related("desa").order_by("desa__kode")
    return [satu.desa.nama for satu in berurut]


def _contoh(nama: list[str]) -> str:
    """Beberapa nama; titik tiga bila masih ada yang lain."""
    disebut = ", ".join(nama[:CONTOH])
    if len(nama) > CONTOH:
        return f"{disebut} …"
    return disebut


@uji("V12", "IDM yang ditetapkan terhadap terbitan kementerian")
def terbitan(penetapan: PenetapanIdm, rows: list[IdmDesa], isi: IsiPenetapan) -> Perbandingan:
    return _terbitan(penetapan.tahun, per_desa(rows))


@uji("V8", "skor tiap desa terhadap skor tahun lalu")
def turun(penetapan: PenetapanIdm, rows: list[IdmDesa], isi: IsiPenetapan) -> Perbandingan:
    return _turun(penetapan.tahun, per_desa(rows))


@uji("V4", "indeks tiap desa terhadap skornya")
def skor(penetapan: PenetapanIdm, rows: list[IdmDesa], isi: IsiPenetapan) -> Perbandingan:
    return _tanpa_skor(rows)


UJI = (terbitan, turun, skor)


def _terbitan(tahun: int, rows: dict[int, IdmDesa]) -> Perbandingan:
    terbitan = TerbitanIdm.objects.filter(desa__in=rows, tahun=tahun)
    for satu in terbitan.select_related("desa").order_by("desa__kode"):
        row = rows[satu.desa_id]
        tertulis = _ringkas(satu)
        ditetapkan = _ringkas(row)
        if tertulis == ditetapkan:
            yield None
            continue
        pesan = "IDM terbitan berbeda dari yang ditetapkan."
        url = row.get_absolute_url()
        yield Temuan("V12", satu.desa.nama, pesan, tertulis, ditetapkan, url)


def _ringkas(row: IdmDesa | TerbitanIdm) -> str:
    """IDM dan status sebagaimana dibaca orang."""
    idm = format_angka(row.idm, 4)
    status = row.status.title()
    return f"{idm} {status}"


def _turun(tahun: int, rows: dict[int, IdmDesa]) -> Perbandingan:
    tahun_lalu = IdmDesa.objects.filter(desa__in=rows, tahun=tahun - 1)
    lalu = per_desa(tahun_lalu)
    catatan = CatatanJawaban.objects.filter(isian__desa__in=rows, isian__tahun=tahun)
    dicatat = set(catatan.values_list("isian__desa", "indikator__posisi"))
    for pk, r in rows.items():
        dulu = lalu.get(pk)
        if dulu is None or dulu.instrumen_id != r.instrumen_id:
            continue
        turun = deret.turun(dulu.skor, r.skor)
        posisi = [p for p in turun if (pk, p) not in dicatat]
        if not posisi:
            yield None
            continue
        pesan = f"{len(posisi)} skor turun dua atau lebih tanpa catatan."
        yield Temuan("V8", r.desa.nama, pesan, url=r.get_absolute_url())


def _tanpa_skor(rows: list[IdmDesa]) -> Perbandingan:
    tanpa = [r for r in rows if not r.skor]
    for _ in range(len(rows) - len(tanpa)):
        yield None
    if tanpa:
        pesan = f"{len(tanpa)} desa hanya diketahui indeksnya; skornya tidak dapat ditelusuri."
        yield Temuan("V4", "Indeks tanpa skor", pesan)
