"""Kuesioner satu desa menurut indeks, dimensi dan variabel; yang berlaku di samping drafnya."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from idm import deret
from idm.actions.berlaku import hasil_berlaku
from idm.actions.isian import isian, kurang, rubrik
from idm.models import BuktiJawaban, CatatanJawaban, IndikatorIdm, Instrumen, IsianIdm
from idm.reports.butir import ButirIsian, susun_butir
from idm.reports.dampak_draf import Dampak, dampak_draf
from idm.reports.ukuran import HasilBerlaku
from idm.reports.usulan import Usulan, usul_aspek, usulan
from idm.sources import skor_lalu, susunan
from idm.susunan import Hasil
from villages.models import Desa

PerCatatan = dict[int, CatatanJawaban]
PerIndikator = dict[int, list[BuktiJawaban]]


SemuaButir = tuple[ButirIsian, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variabel:
    """Pertanyaan satu variabel; namanya kosong bila bloknya tidak terbagi."""

    nama: str
    butir: SemuaButir


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """Satu dimensi; `dapat_disalin` banyak yang dapat disalin dari tahun lalu."""

    indeks: str
    dimensi: str
    awal: int
    akhir: int
    banyak: int
    terjawab: int
    dapat_disalin: int
    variabel: tuple[Variabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RingkasanIsian:
    """Indeks, status dan kelengkapan draf; yang berlaku dan dampak drafnya di sampingnya.

    `berikut` pertanyaan kosong berikutnya, `kurang` yang menahan verifikasi.
    """

    isian: IsianIdm
    hasil: Hasil
    desimal: int
    berikut: IndikatorIdm | None
    kurang: tuple[str, ...]
    berlaku: HasilBerlaku | None
    dampak: tuple[Dampak, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiKuesioner:
    """Isi halaman kuesioner: hasil sementara, semua blok, dan blok yang terbuka.

    `tahun_lalu` `None` bila jawabannya tidak dapat disandingkan.
    """

    desa: Desa
    isian: IsianIdm
    tahun_lalu: int | None
    sebab_lock: str
    ringkasan: RingkasanIsian
    blok: tuple[Blok, ...]
    terbuka: Blok


def kuesioner(
    desa: Desa, tahun: int, instrumen: Instrumen, posisi: int | None = None
) -> IsiKuesioner:
    """Yang terbuka blok yang memuat `posisi`; tanpa itu blok pertama yang belum terjawab semua."""
    indikator = rubrik(instrumen)
    satu = isian(desa, tahun, instrumen, len(indikator))
    lalu = skor_lalu(desa, tahun, instrumen)
    catatan: PerCatatan = {}
    bukti: PerIndikator = {}
    usul = usulan_isian(satu)
    if satu.pk:
        catatan = _catatan(satu)
        bukti = _bukti(satu)
    butir = []
    for row in indikator.values():
        tanya = susun_butir(
            row,
            kini=satu.skor,
            lalu=lalu,
            catatan=catatan.get(row.pk),
            bukti=bukti.get(row.pk, ()),
            usul=usul_aspek(row, usul),
        )
        butir.append(tanya)
    blok = tuple(_blok(*kunci, tuple(isi)) for kunci, isi in groupby(butir, key=_kunci))
    return IsiKuesioner(
        desa=desa,
        isian=satu,
        tahun_lalu=tahun - 1 if lalu else None,
        sebab_lock=satu.sebab_lock(),
        ringkasan=ringkasan(satu, indikator),
        blok=blok,
        terbuka=_terbuka(blok, posisi),
    )


def _terbuka(blok: Sequence[Blok], posisi: int | None) -> Blok:
    """Blok yang memuat posisi itu, atau yang pertama belum lengkap, atau yang pertama."""
    for satu in blok:
        if posisi is None and satu.terjawab < satu.banyak:
            return satu
        if posisi is not None and satu.awal <= posisi <= satu.akhir:
            return satu
    return blok[0]


def _berikutnya(
    satu: IsianIdm, indikator: dict[int, IndikatorIdm], sesudah: int
) -> IndikatorIdm | None:
    """Pertanyaan kosong sesudah posisi itu, berputar ke awal; `None` bila semua terjawab."""
    kosong = []
    for nomor in indikator:
        if deret.skor(satu.skor, nomor) is None:
            kosong.append(nomor)
    lanjut = [nomor for nomor in kosong if nomor > sesudah]
    for nomor in (*lanjut, *kosong):
        return indikator[nomor]
    return None


def _catatan(satu: IsianIdm) -> PerCatatan:
    """Catatan tiap indikator."""
    return {row.indikator_id: row for row in satu.catatanjawaban_set.all()}


def usulan_isian(satu: IsianIdm) -> Mapping[str, Usulan]:
    """Usul bagi isian Indeks Desa; IDM tidak diusulkan."""
    if satu.instrumen.is_dimensi:
        return usulan(satu.desa, satu.tahun)
    return {}


def _bukti(satu: IsianIdm) -> PerIndikator:
    """Berkas bukti tiap indikator."""
    bukti: PerIndikator = {}
    for berkas in satu.bukti.all():
        milik = bukti.setdefault(berkas.indikator_id, [])
        milik.append(berkas)
    return bukti


def ringkasan(
    satu: IsianIdm,
    indikator: dict[int, IndikatorIdm] | None = None,
    sesudah: int = 0,
) -> RingkasanIsian:
    """Yang berikut dicari sesudah posisi `sesudah`."""
    indikator = indikator or rubrik(satu.instrumen)
    dipakai = susunan(satu.instrumen)
    hasil = dipakai.hasil(satu.skor)
    dampak = []
    if satu.pk:
        kabupaten = satu.desa.kecamatan.kabupaten
        dampak = dampak_draf(kabupaten, satu.tahun, satu.desa)
    return RingkasanIsian(
        isian=satu,
        hasil=hasil,
        desimal=dipakai.desimal,
        berikut=_berikutnya(satu, indikator, sesudah),
        kurang=tuple(kurang(satu)) if hasil.terjawab else (),
        berlaku=hasil_berlaku(satu),
        dampak=tuple(dampak),
    )


def butir(satu: IsianIdm, indikator: IndikatorIdm) -> ButirIsian:
    """Satu pertanyaan sesudah dijawab, tanpa buktinya."""
    lalu = skor_lalu(satu.desa, satu.tahun, satu.instrumen)
    catatan = None
    if satu.pk:
        catatan = satu.catatanjawaban_set.filter(indikator=indikator).first()
    return susun_butir(
        indikator,
        kini=satu.skor,
        lalu=lalu,
        catatan=catatan,
        bukti=(),
        usul=usul_aspek(indikator, usulan_isian(satu)),
    )


def _kunci(butir: ButirIsian) -> tuple[str, str]:
    """Indeks dan dimensinya; urutan indikatornya sudah menurut keduanya."""
    indikator = butir.indikator
    if indikator.instrumen.is_dimensi:
        return indikator.dimensi, indikator.variabel
    return indikator.get_indeks_display(), indikator.dimensi


def _kelompok(butir: ButirIsian) -> str:
    """Variabel IDM, atau indikator bernomor yang aspeknya ditanyakan."""
    indikator = butir.indikator
    if indikator.nomor:
        return f"{indikator.nomor}. {indikator.indikator}"
    if indikator.instrumen.is_dimensi:
        return ""
    return indikator.variabel


def _blok(indeks: str, dimensi: str, butir: SemuaButir) -> Blok:
    """Satu dimensi menurut variabelnya."""
    belum = [satu for satu in butir if satu.skor is None]
    variabel = []
    for nama, isi in groupby(butir, key=_kelompok):
        variabel.append(Variabel(nama=nama, butir=tuple(isi)))
    return Blok(
        indeks=indeks,
        dimensi=dimensi,
        awal=butir[0].indikator.posisi,
        akhir=butir[-1].indikator.posisi,
        banyak=len(butir),
        terjawab=len(butir) - len(belum),
        dapat_disalin=sum(satu.lalu is not None for satu in belum),
        variabel=tuple(variabel),
    )
