"""Pohon kinerja dari tujuan sampai sub kegiatan: kotak untuk gambar dan baris untuk tabel."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.angka import rupiah
from documents.kepala import Kop
from documents.reports.kepala import kop
from kinerja.aturan.rencana import target_cetak
from kinerja.models import Sasaran, Tujuan
from kinerja.perencanaan.gambar_pohon import Kotak, pohon
from kinerja.perencanaan.gambar_pohon import lembar as per_lembar
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.renstra import read_seperiode
from kinerja.tahun.tahun_kinerja import TahunKinerja

PerSasaran = dict[int, list[str]]
SemuaKotak = list[Kotak]
PerTujuan = dict[int | None, SemuaKotak]
Rows = Iterable[Simpul]
Angka = Decimal | None
SEBUTAN = {"program": "Program", "kegiatan": "Kegiatan", "sub": "Sub kegiatan"}
TANPA_TUJUAN = "Tujuan belum ditetapkan"
TANPA_SASARAN = "Program yang belum ditautkan ke sasaran"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPohon:
    """Satu baris tabel pohon; pagu `None` bila belum diketahui."""

    tingkat: str
    kode: str
    nama: str
    indikator: str
    target: str
    pagu_murni: Angka
    pagu: Angka
    penanggung_jawab: str
    is_sebagian: bool  # pagunya belum memuat semua sub kegiatannya


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPohon:
    """Pohon kinerja satu tahun; `gambar` judul dan SVG tiap lembarnya."""

    tahun: int
    dinas: str
    kop: Kop
    periode: str
    pagu: Angka
    terinci: str
    catatan_pagu: str  # yang tidak dijumlahkan ke `pagu`; kosong bila semuanya
    pohon: tuple[Simpul, ...]
    ikhtisar: str
    gambar: tuple[tuple[str, str], ...]
    baris: tuple[BarisPohon, ...]


def isi_pohon(kinerja: TahunKinerja) -> IsiPohon:
    """Isi halaman, lembar kerja dan PDF pohon kinerja satu tahun."""
    tahun = kinerja.tahun
    program = kinerja.pohon.program
    return IsiPohon(
        tahun=tahun,
        dinas=str(kinerja.dinas),
        kop=kop(kinerja.kabupaten, kinerja.dinas),
        periode=str(kinerja.periode or ""),
        pagu=kinerja.anggaran.pagu,
        terinci=kinerja.pohon.kalimat_rinci,
        catatan_pagu=kinerja.pohon.catatan_pagu,
        pohon=tuple(program),
        ikhtisar=pohon(f"Pohon kinerja {tahun}: tujuan, sasaran, program", _atas(kinerja)),
        gambar=tuple(_gambar(program)),
        baris=tuple(map(baris, kinerja.pohon.baris)),
    )


def _gambar(program: Rows) -> Iterator[tuple[str, str]]:
    """Judul dan gambar tiap lembar; program yang tinggi menjadi beberapa lembar."""
    for s in program:
        for kotak in per_lembar(_kotak(s)):
            yield kotak.judul, pohon(f"Pohon kinerja {kotak.judul}", [kotak])


def baris(simpul: Simpul) -> BarisPohon:
    """Satu baris tabel pohon."""
    return BarisPohon(
        tingkat=simpul.tingkat,
        kode=simpul.induk.kode,
        nama=simpul.induk.nama,
        indikator=simpul.obj.indikator,
        target=simpul.obj.tulisan_target,
        pagu_murni=simpul.pagu_murni,
        pagu=simpul.pagu,
        penanggung_jawab=str(simpul.induk.penanggung_jawab or ""),
        is_sebagian=bool(simpul.catatan_pagu),
    )


def _kotak(simpul: Simpul, *, dengan_anak: bool = True) -> Kotak:
    """Kotak satu simpul: indikator dengan targetnya, pagunya, lalu anaknya."""
    indikator = [_indikator_target(t.obj) for t in (simpul, *simpul.tambahan)]
    pagu = "tanpa pagu"
    if simpul.pagu is not None:
        pagu = rupiah(simpul.pagu)
    keterangan = [*indikator, pagu, simpul.kelengkapan]
    return Kotak(
        simpul.tingkat,
        SEBUTAN[simpul.tingkat],
        str(simpul.obj),
        [kalimat for kalimat in keterangan if kalimat],
        simpul.obj.get_absolute_url(),
        tuple(_kotak(a) for a in simpul.anak) if dengan_anak else (),
    )


def _indikator_target(obj: Any) -> str:
    """`Persentase desa tertib: 53 %`; kosong bila tanpa indikator."""
    if not obj.indikator:
        return ""
    return _kalimat(obj.indikator, obj.tulisan_target)


def _kalimat(indikator: str, target: str) -> str:
    """Indikator tanpa target disebut indikatornya saja."""
    if target:
        return f"{indikator}: {target}"
    return indikator


def _atas(kinerja: TahunKinerja) -> SemuaKotak:
    """Tujuan, sasaran dengan indikatornya, dan program yang mendukungnya."""
    program = kinerja.pohon.program
    periode = kinerja.periode
    if periode is None:
        return list(_tanpa_anak(program))
    tahun = kinerja.tahun
    semua = read_seperiode(Sasaran, periode, tahun)
    indikator = _indikator(kinerja.pengukuran)
    per_tujuan: PerTujuan = {}
    for sasaran in semua:
        keterangan = indikator.get(sasaran.pk, [])
        kotak = _kotak_sasaran(sasaran, keterangan, program)
        setujuan = per_tujuan.setdefault(sasaran.tujuan_id, [])
        setujuan.append(kotak)
    atas = _bertujuan(read_seperiode(Tujuan, periode, tahun), per_tujuan)
    bersasaran = {sasaran.pk for sasaran in semua}
    tanpa = [s for s in program if s.obj.sasaran_id not in bersasaran]
    if tanpa:
        anak = _tanpa_anak(tanpa)
        lepas = Kotak("sasaran", "Sasaran", TANPA_SASARAN, anak=anak)
        atas.append(lepas)
    return atas


def _bertujuan(semua: list[Tujuan], per_tujuan: PerTujuan) -> SemuaKotak:
    """Tujuan beserta sasarannya; sasaran tanpa tujuan berkumpul di akhirnya."""
    atas = []
    for tujuan in semua:
        anak = per_tujuan.get(tujuan.pk, [])
        kotak = _kotak_tujuan(tujuan, anak)
        atas.append(kotak)
    lepas = per_tujuan.get(None)
    if lepas:
        tanpa = Kotak("tujuan", "Tujuan", TANPA_TUJUAN, anak=tuple(lepas))
        atas.append(tanpa)
    return atas


def _tanpa_anak(program: Rows) -> tuple[Kotak, ...]:
    """Program pada ikhtisar; rinciannya di gambar programnya sendiri."""
    return tuple(_kotak(s, dengan_anak=False) for s in program)


def _kotak_tujuan(tujuan: Tujuan, anak: SemuaKotak) -> Kotak:
    """Tujuan dengan sasaran-sasarannya."""
    return Kotak(
        "tujuan",
        "Tujuan",
        tujuan.nama,
        (),
        tujuan.get_absolute_url(),
        tuple(anak),
    )


def _kotak_sasaran(sasaran: Sasaran, keterangan: list[str], program: Rows) -> Kotak:
    """Sasaran dengan program yang mendukungnya."""
    url = sasaran.get_absolute_url()
    milik = [s for s in program if s.obj.sasaran_id == sasaran.pk]
    return Kotak("sasaran", "Sasaran", sasaran.nama, keterangan, url, _tanpa_anak(milik))


def _indikator(pengukuran: Pengukuran) -> PerSasaran:
    """Kalimat indikator dan targetnya per sasaran."""
    hasil: PerSasaran = {}
    for indikator in pengukuran.indikator:
        ukuran = pengukuran.ukur(indikator)
        tulisan = ukuran.sebutan_target or target_cetak(ukuran.target, indikator.satuan)
        kalimat = _kalimat(str(indikator), tulisan)
        hasil.setdefault(indikator.sasaran_id, []).append(kalimat)
    return hasil
