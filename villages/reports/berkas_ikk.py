"""Isi berkas bukti IKK setahun: angka tiap output, dan lampirannya."""

from dataclasses import dataclass
from typing import ClassVar

from accounts.models import Kabupaten
from core.angka import format_angka
from documents.kepala import Kepala
from documents.reports.kepala import kepala, kepala_kurang
from villages.models import AngkaIkk, BerkasIkk, OutcomeIkk, OutputIkk
from villages.reports.kerja_sama import AngkaKerjaSama, Formulir, angka, formulir
from villages.reports.lembaga import TabelLembaga, TabelPkk, kegiatan_pkk, kelembagaan

S = OutputIkk.Sumber


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanIkk:
    """Angka kerja sama, kelembagaan dan PKK satu tahun."""

    kerja_sama: AngkaKerjaSama
    kelembagaan: TabelLembaga
    pkk: TabelPkk


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """IKK outcome yang dibuktikan."""

    nomor: int
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Jawaban:
    """Jawaban satu output; angka `None` bila tidak dapat dihitung."""

    angka: int | None
    satuan: str
    rumus: str = ""
    catatan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """Satu IKK output dengan jawabannya; `tercetak` angka pada naskah lama."""

    nomor: int
    uraian: str
    sumber: str
    tercetak: int | None
    angka: int | None
    satuan: str
    rumus: str
    catatan: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiBuktiIkk(Kepala):
    """Isi berkas bukti IKK."""

    VERSI: ClassVar[int] = 1

    outcome: tuple[Outcome, ...]
    output: tuple[Output, ...]
    formulir: tuple[Formulir, ...]
    kelembagaan: TabelLembaga
    pkk: TabelPkk


def read(berkas: BerkasIkk) -> BahanIkk:
    """Angka kerja sama, kelembagaan dan PKK tahun berkas."""
    kabupaten, tahun = berkas.kabupaten, berkas.tahun
    return BahanIkk(
        kerja_sama=angka(kabupaten, tahun),
        kelembagaan=kelembagaan(kabupaten, tahun),
        pkk=kegiatan_pkk(kabupaten, tahun),
    )


def payload(berkas: BerkasIkk, bahan: BahanIkk) -> IsiBuktiIkk:
    """Tiap outcome dijawab dengan semua output; lampiran berdiri sesudah output yang memakainya."""
    kabupaten, tahun = berkas.kabupaten, berkas.tahun
    outcome = OutcomeIkk.objects.filter(kabupaten=kabupaten)
    return IsiBuktiIkk(
        **kepala(berkas, "Bukti Indikator Kinerja Kunci"),
        outcome=tuple(Outcome(nomor=o.nomor, nama=o.nama) for o in outcome),
        output=output(kabupaten, tahun, bahan),
        formulir=tuple(formulir(kabupaten, t) for t in (tahun, tahun - 1)),
        kelembagaan=bahan.kelembagaan,
        pkk=bahan.pkk,
    )


def output(kabupaten: Kabupaten, tahun: int, bahan: BahanIkk) -> tuple[Output, ...]:
    """Angka, rumus dan catatan tiap output menurut sumbernya."""
    tercetak = dict(
        AngkaIkk.objects.filter(output__kabupaten=kabupaten, tahun=tahun).values_list(
            "output", "tercetak"
        )
    )
    rows = OutputIkk.objects.filter(kabupaten=kabupaten)
    return tuple(
        _output(o, tercetak.get(o.pk), HITUNG[OutputIkk.Sumber(o.sumber)](bahan)) for o in rows
    )


def _output(o: OutputIkk, tercetak: int | None, jawaban: Jawaban) -> Output:
    return Output(
        nomor=o.nomor,
        uraian=o.uraian,
        sumber=o.sumber,
        tercetak=tercetak,
        angka=jawaban.angka,
        satuan=jawaban.satuan,
        rumus=jawaban.rumus,
        catatan=jawaban.catatan,
    )


def _desa(bahan: BahanIkk) -> Jawaban:
    isi = bahan.kerja_sama
    return Jawaban(angka=isi.kini.baris or None, satuan="Desa", catatan=_beda(isi))


def _selisih(bahan: BahanIkk) -> Jawaban:
    """Selisih menurut baris formulir, dan menurut desa berlainan bila keduanya berbeda."""
    isi = bahan.kerja_sama
    if isi.selisih is None or isi.lalu is None:
        kosong = f"Formulir tahun {isi.tahun - 1} belum ada."
        return Jawaban(angka=None, satuan="Desa", catatan=(kosong,))
    kini, lalu, beda = isi.kini, isi.lalu, isi.selisih
    rumus = f"{format_angka(kini.baris)} − {format_angka(lalu.baris)}"
    if beda.baris == beda.desa:
        return Jawaban(angka=beda.baris, satuan="Desa", rumus=rumus)
    catatan = (
        f"Menurut desa yang berlainan: {kini.desa} − {lalu.desa} = {beda.desa} Desa "
        f"({len(isi.datang)} desa baru, {len(isi.pergi)} tidak ikut lagi)."
    )
    return Jawaban(angka=beda.baris, satuan="Desa", rumus=rumus, catatan=(catatan,))


def _beda(isi: AngkaKerjaSama) -> tuple[str, ...]:
    """Baris dan desa berlainan disebut berdampingan, agar yang menandatangani mengetahuinya."""
    kini = isi.kini
    if kini.baris == kini.desa:
        return ()
    nama = ", ".join(satu[0].nama_tercetak.title() for satu in isi.ganda)
    return (
        f"Formulir memuat {kini.baris} baris; desa yang berlainan {kini.desa}. "
        f"Tercantum pada lebih dari satu daftar: {nama}.",
    )


def _lembaga(bahan: BahanIkk) -> Jawaban:
    isi = bahan.kelembagaan
    is_sebagian = bool(isi.belum) and isi.semua is not None
    catatan = (_belum(isi.belum),) if is_sebagian else ()
    return Jawaban(angka=isi.semua, satuan="Lembaga", catatan=catatan)


def _up2k(bahan: BahanIkk) -> Jawaban:
    isi = bahan.pkk
    catatan: tuple[str, ...] = ()
    if isi.up2k is None:
        catatan = ("Rincian per kecamatan belum diisi, jadi jumlahnya tidak dapat dihitung.",)
    elif isi.belum:
        catatan = (_belum(isi.belum),)
    return Jawaban(angka=isi.up2k, satuan="Kelompok", catatan=catatan)


def _belum(kecamatan: tuple[str, ...]) -> str:
    return f"Belum melapor: {', '.join(kecamatan)}."


HITUNG = {S.DESA: _desa, S.SELISIH: _selisih, S.LEMBAGA: _lembaga, S.UP2K: _up2k}


def missing(berkas: BerkasIkk, bahan: BahanIkk, isi: IsiBuktiIkk) -> list[str]:
    kurang = kepala_kurang(berkas)
    if not OutcomeIkk.objects.filter(kabupaten=berkas.kabupaten).exists():
        kurang.append("IKK outcome belum diisi.")
    if not OutputIkk.objects.filter(kabupaten=berkas.kabupaten).exists():
        kurang.append("IKK output belum diisi.")
    kurang += [
        f"Output {o.nomor} belum dapat dijawab: {' '.join(o.catatan) or 'datanya kosong.'}"
        for o in isi.output
        if o.angka is None and o.tercetak is None
    ]
    return kurang
