"""V2: jumlah selalu dihitung; jumlah pada dokumen lama disimpan dan dibandingkan."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from core.angka import bersatuan, rupiah
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.rencana import TRIWULAN, jumlah
from kinerja.aturan.tercetak import Banding, is_kosong
from kinerja.tahun.angka_aksi import JADWAL, RENCANA, TOTAL, kunci
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.tercetak import banding, banding_aksi
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import (
    baris_naskah,
    fakta_sel,
    fakta_ukur,
    sub_naskah,
    triwulan_akhir,
)

PERSEN = {"persen", "sisa_persen", "capaian", "realisasi", "target", "persen_k", "persen_rp"}
Baris = dict[str, Any]
Pilihan = Callable[[str], bool]  # menurut rujukannya


@uji("V2", "jumlah yang tercetak pada dokumen terhadap hasil hitungnya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    return from_banding("V2", kinerja, lambda rujukan: not is_kinerja(rujukan))


@uji("V2", "isian setahun indikator terhadap gabungan triwulan dan bulannya")
def setahun(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Tiap tahun yang masanya terisi di samping isian setahunnya."""
    pengukuran = kinerja.pengukuran
    for indikator in pengukuran.indikator:
        for tahun in pengukuran.renstra.tahun_periode:
            ukuran = pengukuran.ukur(indikator, tahun)
            if ukuran.gabungan is not None:
                yield _beda_setahun(ukuran)


def _beda_setahun(ukuran: Ukuran) -> Temuan | None:
    if not ukuran.beda_setahun:
        return None
    return Temuan(
        "V2",
        f"{ukuran.indikator}, {ukuran.tahun}",
        ukuran.beda_setahun,
        ukuran.tulisan,
        ukuran.tulisan_gabungan,
        ukuran.indikator.get_absolute_url(),
        fakta=fakta_ukur(ukuran),
    )


@uji("V2", "target setahun indikator terhadap gabungan target triwulannya")
def target_indikator(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Tiap tahun yang keempat triwulannya bertarget."""
    for indikator in kinerja.pengukuran.indikator:
        for tahun in kinerja.pengukuran.renstra.tahun_periode:
            ukuran = kinerja.pengukuran.ukur(indikator, tahun)
            masa = kinerja.pengukuran.renstra.target.get((indikator.pk, tahun), {})
            bertriwulan = {(n, 0): masa[n, 0].nilai for n in TRIWULAN if (n, 0) in masa}
            gabungan = ukuran.indikator.aturan.gabungan_triwulan(bertriwulan)
            if ukuran.target is not None and gabungan is not None:
                tempat = f"{indikator}, {tahun}"
                salah = fakta_ukur(ukuran, "target")
                yield _beda_target(tempat, ukuran.indikator, ukuran.target, gabungan, salah)


@uji("V2", "target setahun program sampai tambahan terhadap gabungan target triwulannya")
def target_triwulan(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Keempat triwulannya terisi; yang baru sebagian belum dapat digabungkan."""
    for simpul in baris_naskah(naskah, kinerja):
        target = simpul.obj.target
        gabungan = simpul.obj.gabungan_target
        if target is not None and gabungan is not None:
            tempat = f"{simpul.induk}, {simpul.obj.indikator}"
            salah = kunci_fakta(simpul.obj, "target")
            yield _beda_target(tempat, simpul.obj, target, gabungan, salah)


def _beda_target(
    tempat: str,
    baris: Any,
    target: Decimal,
    gabungan: Decimal,
    salah: str,
) -> Temuan | None:
    if target == gabungan:
        return None
    pesan = f"Targetnya lain dari gabungan target triwulannya ({baris.cara.nama})."
    return Temuan(
        "V2",
        tempat,
        pesan,
        bersatuan(target, baris.satuan),
        bersatuan(gabungan, baris.satuan),
        baris.get_absolute_url(),
        fakta=salah,
    )


@uji("V2", "realisasi setahun sub kegiatan terhadap jumlah uang triwulannya")
def uang_setahun(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Triwulannya yang dipakai; isian setahun yang lain tidak hilang diam-diam."""
    if triwulan_akhir(naskah) < len(TRIWULAN):
        return
    for simpul in sub_naskah(naskah, kinerja):
        dijumlahkan = jumlah(t.rp for t in simpul.evaluasi.triwulan)
        setahun = simpul.obj.realisasi
        if dijumlahkan is not None and setahun is not None:
            yield _beda_uang(simpul, setahun, dijumlahkan)


def _beda_uang(simpul: Simpul, setahun: Decimal, dijumlahkan: Decimal) -> Temuan | None:
    if setahun == dijumlahkan:
        return None
    return Temuan(
        "V2",
        str(simpul.obj),
        "Realisasi setahun lain dari jumlah triwulannya; yang dipakai triwulannya.",
        rupiah(setahun),
        rupiah(dijumlahkan),
        simpul.obj.get_absolute_url(),
        fakta=kunci_fakta(simpul.obj, "realisasi"),
    )


@uji("V2", "pagu dan jadwal yang tercetak pada Rencana Aksi lama terhadap hasil hitungnya")
def rencana_aksi(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    rows = tercetak_aksi(naskah, kinerja)
    yield from dari_baris("V2", rows, lambda rujukan: _kolom(rujukan) in RENCANA)


@uji("V2", "pagu, realisasi dan jumlah tercetak pada evaluasi lama terhadap hasil hitungnya")
def evaluasi(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    rows = tercetak_aksi(naskah, kinerja)
    yield from dari_baris("V2", rows, _is_jumlah_evaluasi)


def _is_jumlah_evaluasi(rujukan: str) -> bool:
    """Jadwal bulan hanya pada Rencana Aksi; persennya diperiksa V4."""
    return _kolom(rujukan) != JADWAL and not is_kinerja(rujukan)


def _kolom(rujukan: str) -> str:
    return rujukan.rpartition(".")[2]


def tercetak_aksi(naskah: Any, kinerja: TahunKinerja) -> list[Baris]:
    """Angka Rencana Aksi dan evaluasi lama pada baris yang dimuat naskahnya."""
    milik = {kunci(s) for s in baris_naskah(naskah, kinerja)}
    if getattr(naskah, "bidang_id", None) is None:
        milik.add(TOTAL)
    semua = banding_aksi(kinerja)
    hasil: list[Baris] = []
    for row in semua:
        if row["rujukan"].rpartition(".")[0] in milik:
            hasil.append(row)
    return hasil


def from_banding(kelas: str, kinerja: TahunKinerja, chosen: Pilihan) -> Perbandingan:
    """Tiap angka tercetak terpilih terhadap hasil hitungnya."""
    return dari_baris(kelas, banding(kinerja), chosen)


def dari_baris(kelas: str, rows: Iterable[Baris], chosen: Pilihan) -> Perbandingan:
    """Yang tidak dapat dihitung tidak dibandingkan; yang kosong diperiksa V6."""
    for row in rows:
        if not chosen(row["rujukan"]) or is_kosong(row["tercetak"]) or row["nilai"] is None:
            continue
        yield _beda(kelas, row)


def _beda(kelas: str, row: Baris) -> Temuan | None:
    if row["simpulan"] == Banding.SAMA.value:
        return None
    return Temuan(
        kelas,
        f"{row['dokumen']}, {row['tempat']}",
        f"Angka tercetak {row['simpulan']}.",
        row["tercetak"],
        row["dihitung"],
        row["url"],
        fakta=fakta_sel(row["dokumen"], row["tempat"]),
    )


def is_kinerja(rujukan: str) -> bool:
    """Rujukan ke persen atau angka indikator: diperiksa V4, bukan sebagai jumlah."""
    bagian = rujukan.split(".")
    awal = bagian[0]
    akhir = bagian[-1]
    is_uang = awal in {"anggaran", "program"} and akhir in {"pagu", "realisasi"}
    return not is_uang and bool(PERSEN.intersection(bagian))
