"""Lembar IKU, IKK, Capaian Kinerja, dan lampiran Perjanjian Kinerja."""

from typing import Any

from kinerja.isi.indikator import BarisCapaian, DefinisiIndikator, IsiCapaian, IsiDefinisi
from kinerja.isi.perjanjian import IndikatorPerjanjian, IsiPerjanjian
from kinerja.lembar import TEKS, UANG, Kepala, Kolom, Lembar, judul, kaki, nomor

SEMPIT = Kolom("teks", 6)


def definisi(p: IsiDefinisi) -> Lembar:
    """Delapan kolom definisi indikator."""
    nama = (
        "No", "Sasaran Renstra", "Indikator", "Satuan", "Formula", "Penanggung Jawab", "Sumber Data", "Keterangan",
    )  # fmt: skip
    isi = [
        [i.nomor, s.sasaran, i.nama, i.satuan, formula(i), i.penanggung_jawab, i.sumber_data,
         i.keterangan]
        for s in p.indikator
        for i in s.indikator
    ]  # fmt: skip
    kolom = [SEMPIT, TEKS, Kolom("teks", 40), Kolom("teks", 12), Kolom("teks", 50), TEKS, TEKS, TEKS]
    return Lembar(
        p.jenis.upper(), kolom, [[Kepala(t) for t in nama], nomor(8)], isi, judul(p, p.periode), is_lanskap=True,
        kaki=kaki(p),
    )  # fmt: skip


def formula(i: DefinisiIndikator) -> str:
    """`pembilang / penyebut × faktor` dalam satu baris."""
    if not i.penyebut:
        return str(i.pembilang)
    kali = f" × {i.faktor}" if i.faktor != 1 else ""
    return f"({i.pembilang}) / ({i.penyebut}){kali}"


def capaian(p: IsiCapaian) -> Lembar:
    """Dua belas kolom; anggaran seluruh dinas pada baris pertama."""
    t, uang = p.tahun, [p.anggaran.pagu, p.anggaran.realisasi, p.anggaran.persen]
    kepala = [
        [*(Kepala(x, tinggi=3) for x in ("No", "Sasaran Strategis", "Indikator Kinerja")),
         Kepala(f"Capaian Tahun {t}", lebar=3), Kepala("Peningkatan dari Tahun Lalu", lebar=3),
         Kepala(f"Anggaran {t}", lebar=3)],
        [*(Kepala(x, tinggi=2) for x in ("Target", "Realisasi", "% Capaian")), Kepala("Realisasi", lebar=2),
         *(Kepala(x, tinggi=2) for x in ("Peningkatan", "Pagu", "Realisasi", "% Penyerapan"))],
        [Kepala(str(t)), Kepala(str(t - 1))],
        nomor(12),
    ]  # fmt: skip
    kolom = [SEMPIT, TEKS, Kolom("teks", 40), *[Kolom("desimal", 14)] * 6, UANG, UANG, Kolom("desimal", 12)]
    isi = [[*_capaian(b), *([None] * 3 if i else uang)] for i, b in enumerate(p.baris)]
    return Lembar("Capaian Kinerja", kolom, kepala, isi, judul(p), is_lanskap=True, kaki=kaki(p))


def _capaian(b: BarisCapaian) -> list[Any]:
    realisasi = b.realisasi.cetak
    return [b.nomor, b.sasaran, b.nama, b.target.cetak, realisasi, b.capaian, realisasi, b.lalu.cetak, b.naik]


def perjanjian(p: IsiPerjanjian) -> list[Lembar]:
    """Lampiran: sasaran dan target, lalu anggaran dengan jumlahnya."""
    target = [[n, s.sasaran, i.nama, _target(i)] for n, s in enumerate(p.sasaran, start=1) for i in s.indikator]
    uang = [[n, u.kode, u.nama, u.pagu] for n, u in enumerate(p.anggaran, start=1)]
    return [
        Lembar(
            "Target", [SEMPIT, TEKS, Kolom("teks", 50), Kolom("teks", 18)],
            [[Kepala(t) for t in ("No", "Sasaran", "Indikator Kinerja", "Target")]], target, judul(p),
        ),
        Lembar(
            "Anggaran", [SEMPIT, Kolom("teks", 20), Kolom("teks", 50), Kolom("rupiah", 18, is_jumlah=True)],
            [[Kepala(t) for t in ("No", "Kode", p.sebutan, "Anggaran (Rp)")]], uang, judul(p), jumlah="Jumlah",
        ),
    ]  # fmt: skip


def _target(i: IndikatorPerjanjian) -> str:
    """Angka atau sebutannya dengan satuan; kosong bila belum diketahui."""
    if i.target.cetak is None:
        return ""
    angka = i.target.sebutan or str(i.target.angka).replace(".", ",")
    return f"{angka} {i.satuan}".strip()
