"""Jawaban tiap IKK output menurut sumber angkanya."""

from collections.abc import Callable
from dataclasses import dataclass

from core.angka import format_angka
from villages.models import BerkasIkk, OutputIkk
from villages.naskah.bukti_ikk.isi import HitunganDesa, Jawaban
from villages.reports.kerja_sama import AngkaKerjaSama
from villages.reports.lembaga import TabelLembaga, TabelPkk

SemuaHitungan = list[HitunganDesa]
Kalimat = tuple[str, ...]
Cara = BerkasIkk.CaraHitung


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanIkk:
    """Angka kerja sama, kelembagaan dan PKK satu tahun, dan cara yang dilaporkan."""

    cara: str
    kerja_sama: AngkaKerjaSama
    kelembagaan: TabelLembaga
    pkk: TabelPkk


def _desa(bahan: BahanIkk) -> Jawaban:
    """Hitungan menurut cara berkasnya, kedua cara disebut."""
    isi = bahan.kerja_sama
    kini = isi.kini
    semua = [
        HitunganDesa(cara=cara, kini=banyak, lalu=None, angka=banyak)
        for cara, banyak in ((Cara.DESA, kini.desa), (Cara.BARIS, kini.baris))
    ]
    dilaporkan = _dilaporkan(semua, bahan.cara)
    return Jawaban(
        angka=dilaporkan.angka or None,
        satuan="Desa",
        cara=bahan.cara,
        hitungan=_berbeda(semua),
        catatan=_ganda(isi),
    )


def _selisih(bahan: BahanIkk) -> Jawaban:
    """Tahun ini dikurangi tahun lalu, menurut kedua cara."""
    isi = bahan.kerja_sama
    kini = isi.kini
    lalu = isi.lalu
    beda = isi.selisih
    if beda is None or lalu is None:
        kosong = f"Formulir tahun {isi.tahun - 1} belum ada."
        return Jawaban(
            angka=None,
            satuan="Desa",
            cara=bahan.cara,
            catatan=(kosong,),
        )
    semua = [
        HitunganDesa(
            cara=Cara.DESA,
            kini=kini.desa,
            lalu=lalu.desa,
            angka=beda.desa,
        ),
        HitunganDesa(
            cara=Cara.BARIS,
            kini=kini.baris,
            lalu=lalu.baris,
            angka=beda.baris,
        ),
    ]
    dilaporkan = _dilaporkan(semua, bahan.cara)
    return Jawaban(
        angka=dilaporkan.angka,
        satuan="Desa",
        rumus=_rumus(dilaporkan),
        cara=bahan.cara,
        hitungan=_berbeda(semua),
        catatan=_perubahan(semua, isi),
    )


def _dilaporkan(semua: SemuaHitungan, cara: str) -> HitunganDesa:
    """Cara yang dipilih pada berkasnya."""
    return next(satu for satu in semua if satu.cara == cara)


def _berbeda(semua: SemuaHitungan) -> tuple[HitunganDesa, ...]:
    """Kedua hitungan bila tidak sama; yang sama cukup sekali."""
    menurut_desa, menurut_baris = semua
    is_sama = menurut_desa.angka == menurut_baris.angka
    if is_sama:
        return ()
    return (menurut_desa, menurut_baris)


def _rumus(hitungan: HitunganDesa) -> str:
    """Tahun ini dikurangi tahun lalu."""
    return f"{format_angka(hitungan.kini)} − {format_angka(hitungan.lalu or 0)}"


def _ganda(isi: AngkaKerjaSama) -> Kalimat:
    """Sebab baris lebih banyak daripada desanya, agar yang menandatangani mengetahuinya."""
    kini = isi.kini
    if kini.baris == kini.desa:
        return ()
    nama = ", ".join(satu[0].nama_tercetak.title() for satu in isi.ganda)
    return (
        f"Formulir memuat {kini.baris} baris; desa yang berlainan {kini.desa}. "
        f"Tercantum pada lebih dari satu daftar: {nama}.",
    )


def _perubahan(semua: SemuaHitungan, isi: AngkaKerjaSama) -> Kalimat:
    """Selisih desa yang berlainan, dan berapa yang datang serta pergi."""
    if not _berbeda(semua):
        return ()
    desa = semua[0]
    return (
        f"Menurut desa yang berlainan: {desa.kini} − {desa.lalu} = {desa.angka} Desa "
        f"({len(isi.datang)} desa baru, {len(isi.pergi)} tidak ikut lagi).",
    )


def _lembaga(bahan: BahanIkk) -> Jawaban:
    """Kecamatan yang belum melapor disebut."""
    isi = bahan.kelembagaan
    is_sebagian = bool(isi.belum) and isi.semua is not None
    catatan: Kalimat = ()
    if is_sebagian:
        catatan = (f"Belum melapor lengkap: {', '.join(isi.belum)}.",)
    return Jawaban(angka=isi.semua, satuan="Lembaga", catatan=catatan)


def _up2k(bahan: BahanIkk) -> Jawaban:
    """Tanpa rincian, jumlahnya tidak diketahui."""
    isi = bahan.pkk
    catatan: Kalimat = ()
    if isi.up2k is None:
        catatan = ("Rincian per kecamatan belum diisi, jadi jumlahnya tidak dapat dihitung.",)
    else:
        catatan = _kurang(isi)
    return Jawaban(angka=isi.up2k, satuan="Kelompok", catatan=catatan)


def _kurang(isi: TabelPkk) -> Kalimat:
    """Kecamatan yang tidak, atau baru sebagian, ikut dijumlahkan."""
    catatan = []
    if isi.belum:
        catatan.append(_belum(isi.belum))
    if isi.up2k_kurang:
        nama = ", ".join(isi.up2k_kurang)
        catatan.append(f"Tingkat UP2K belum seluruhnya diisi: {nama}.")
    return tuple(catatan)


def _belum(kecamatan: Kalimat) -> str:
    """Kalimat tentang kecamatan yang belum melapor."""
    return f"Belum melapor: {', '.join(kecamatan)}."


JAWAB: dict[str, Callable[[BahanIkk], Jawaban]] = {
    OutputIkk.Sumber.DESA: _desa,
    OutputIkk.Sumber.SELISIH: _selisih,
    OutputIkk.Sumber.LEMBAGA: _lembaga,
    OutputIkk.Sumber.UP2K: _up2k,
}
