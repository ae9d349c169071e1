"""Pengendalian dan Evaluasi Rencana Aksi, dan Formulir E.81 (Permendagri 86/2017)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import count
from typing import Any

from core.periode import TRIWULAN as NAMA
from documents.reports.kepala import kepala, kepala_kurang
from documents.snapshot import columns
from kinerja.aturan.e81 import E81, rata_rata
from kinerja.aturan.predikat import predikat
from kinerja.aturan.rencana import (
    KOSONG,
    TRIWULAN,
    Angka,
    Evaluasi,
    Takaran,
    jumlah,
    per_triwulan,
)
from kinerja.aturan.terlapor import terlapor
from kinerja.models import NaskahKinerja, SkalaPredikat
from kinerja.naskah.evaluasi.isi import (
    AngkaEvaluasi,
    BarisE81,
    BarisEvaluasi,
    CatatanEvaluasi,
    IsiE81,
    IsiEvaluasi,
    PredikatE81,
)
from kinerja.naskah.rencana_aksi.reports import milik
from kinerja.pengukuran.reports.belum_diisi import Tagihan
from kinerja.tahun.pohon import Simpul, catatan_induk, daftar_kode, sebaris
from kinerja.tahun.tahun_kinerja import TahunKinerja

Rows = Iterable[Simpul]
Bernomor = list[tuple[Simpul, int | None]]  # `None` bagi baris tak bernomor
SKALA_E81 = "permendagri-86-2017"


def compose(naskah: NaskahKinerja, kinerja: TahunKinerja) -> IsiEvaluasi:
    """Tabel evaluasi sampai triwulan naskah; yang sesudahnya kosong."""
    rows = milik(kinerja.pohon.baris, naskah)
    total = None
    catatan_pagu = ""
    if naskah.bidang_id is None:
        catatan_pagu = kinerja.pohon.catatan_serapan(naskah.triwulan)
        total = _angka_evaluasi(kinerja.pohon.total, naskah.triwulan)
    return IsiEvaluasi(
        **kepala(naskah, "Pengendalian dan Evaluasi Rencana Aksi Perjanjian Kinerja"),
        **masa(naskah),
        baris=tuple(baris(s, naskah.triwulan, nomor) for s, nomor in bernomor(rows)),
        total=total,
        catatan=catatan(rows, naskah.triwulan),
        catatan_pagu=catatan_pagu,
        catatan_realisasi=catatan_realisasi(rows, naskah.triwulan, kinerja),
    )


def e81(naskah: NaskahKinerja, kinerja: TahunKinerja) -> IsiE81:
    """Formulir E.81: enam belas kolom, rata-rata capaian dan predikatnya di kaki."""
    rows = milik(kinerja.pohon.baris, naskah)
    sub = [s for s in rows if s.tingkat == "sub"]  # induknya terhitung di sini
    persen = [s.e81.sampai(naskah.triwulan).persen for s in sub]
    rata = Angka(
        k=rata_rata(x.k for x in persen),
        rp=rata_rata(x.rp for x in persen),
    )
    skala = SkalaPredikat.objects.bersama(SKALA_E81)
    tingkat = []
    if skala:
        tingkat = skala.tingkat()
    return IsiE81(
        **kepala(naskah, "Evaluasi terhadap Hasil Renja Perangkat Daerah (Formulir E.81)"),
        **masa(naskah),
        periode=str(kinerja.periode or ""),
        baris=tuple(_baris_e81(s, naskah.triwulan, nomor) for s, nomor in bernomor(rows)),
        rata=rata,
        rata_kalimat=kalimat_rata(persen),
        predikat=PredikatE81(k=predikat(rata.k, tingkat), rp=predikat(rata.rp, tingkat)),
        catatan=catatan(rows, naskah.triwulan),
        catatan_pagu=catatan_induk(rows),
        catatan_realisasi=catatan_realisasi(rows, naskah.triwulan, kinerja),
        catatan_renstra=catatan_renstra(rows),
        catatan_lalu=catatan_lalu(rows, naskah),
    )


def catatan_realisasi(rows: Rows, triwulan: int, kinerja: TahunKinerja) -> str:
    """Berapa baris berpagu yang melaporkan triwulan terakhirnya; kosong bila semuanya."""
    sub = [s.evaluasi.sampai(triwulan) for s in rows if s.tingkat == "sub"]
    hasil = terlapor(kinerja.pohon.total.sampai(triwulan), sub)
    if hasil.baris == hasil.berpagu or not hasil.kalimat:
        return ""
    return f"Realisasi Rp {hasil.kalimat}; yang kosong tidak dijumlahkan."


def catatan_renstra(rows: Sequence[Simpul]) -> str:
    """Sub kegiatan tanpa Rp kolom 5 di antara yang mengisinya; kosong bila tidak ada.

    Kolom yang seluruhnya belum diisi sudah tampak kosong, jadi tidak disebut.
    """
    sub = [s for s in rows if s.tingkat == "sub"]
    kosong = []
    for satu in sub:
        seuang = [lain.renstra.rp for lain in sebaris(satu, sub)]
        if not satu.is_lanjutan and jumlah(seuang) is None:
            kosong.append(satu)
    if not kosong or len(kosong) == len(sub):
        return ""
    belum = f"{len(kosong)} sub kegiatan ({daftar_kode(kosong)})"
    akibat = "kolom 5 Rp baris induknya kosong, bukan jumlah sebagian"
    return f"Pagu Renstra belum diisi pada {belum}: {akibat}."


def catatan_lalu(rows: Sequence[Simpul], naskah: NaskahKinerja) -> str:
    """Mengapa kolom 6 atau 13 kosong; kalimat kosong bila semuanya diketahui."""
    if any(s.e81.is_awal for s in rows):
        awal = f"{naskah.tahun} tahun pertama periode Renstra"
        return f"Kolom 6 kosong: {awal}, maka kolom 13 sama dengan kolom 12."
    hasil = [s.e81.sampai(naskah.triwulan) for s in rows]
    kalimat = [_lalu_kosong(hasil)]
    tanpa_masa = sum(satu.is_tanpa_masa for satu in hasil)
    if tanpa_masa:
        sebab = "banyaknya tahun yang diwakili kolom 6 tidak diketahui"
        kalimat.append(f"K kolom 13 pada {tanpa_masa} baris rata-rata tidak dihitung: {sebab}.")
    return " ".join(filter(None, kalimat))


def _lalu_kosong(hasil: Sequence[E81]) -> str:
    """Banyak baris tanpa realisasi tahun-tahun lalu dan akibatnya; kosong bila tidak ada.

    K yang nilai terakhirnya tahun ini tetap dihitung, dan disebut banyaknya.
    """
    kosong = sum(None in (satu.lalu.isi, satu.lalu.rp) for satu in hasil)
    if not kosong:
        return ""
    sebab = "realisasi Renstra sampai tahun lalu tidak diketahui"
    akibat = "kolom 13 dan 14-nya tidak dihitung"
    terakhir = sum(satu.is_tanpa_lalu for satu in hasil)
    if terakhir:
        akibat += f", kecuali K {terakhir} baris yang nilai terakhirnya tahun ini"
    return f"Kolom 6 kosong pada {kosong} dari {len(hasil)} baris: {sebab}, maka {akibat}."


def kalimat_rata(persen: Sequence[Angka]) -> str:
    """Berapa baris yang ikut dirata-rata; kosong bila semuanya ikut."""
    banyak = len(persen)
    kinerja = sum(satu.k is not None for satu in persen)
    keuangan = sum(satu.rp is not None for satu in persen)
    if kinerja == keuangan == banyak:
        return ""
    return f"K {kinerja} dan Rp {keuangan} dari {banyak} baris"


def masa(naskah: NaskahKinerja) -> dict[str, Any]:
    """Kolom triwulan dan bidang, sama pada kedua naskah."""
    return {
        "triwulan": naskah.triwulan,
        "masa": NAMA[naskah.triwulan],
        "bidang": str(naskah.bidang or ""),
    }


def bernomor(rows: Rows) -> Bernomor:
    """Program diberi nomor urut; baris di bawahnya tidak."""
    nomor = count(1)
    hasil: Bernomor = []
    for simpul in rows:
        if simpul.tingkat == "program":
            hasil.append((simpul, next(nomor)))
        else:
            hasil.append((simpul, None))
    return hasil


def baris(simpul: Simpul, sampai: int, nomor: int | None) -> BarisEvaluasi:
    """Satu baris tabel evaluasi; `jadwal` triwulan yang bertanda v."""
    obj = simpul.obj
    sasaran = ""
    if simpul.tingkat == "program":
        sasaran = obj.sasaran_program
    jadwal = per_triwulan(simpul.bulan)
    return BarisEvaluasi(
        tingkat=simpul.tingkat,
        nomor=nomor,
        sasaran=sasaran,
        nama=simpul.induk.nama,
        indikator=obj.indikator,
        satuan=obj.satuan,
        cara=_cara(simpul, sampai),
        arah=simpul.evaluasi.aturan.arah.value,
        jadwal=tuple(map(bool, jadwal)),
        **columns(_angka_evaluasi(simpul.evaluasi, sampai)),
        keterangan=_keterangan(simpul, sampai),
        is_sebagian=bool(simpul.catatan_pagu),
        kode=simpul.induk.kode,
    )


def _cara(s: Simpul, sampai: int, lalu: Takaran = KOSONG) -> str:
    """Cara setahun, hanya bila lebih dari satu masa yang digabung; selain itu tidak berpengaruh."""
    dilaporkan = s.evaluasi.sampai(sampai).triwulan
    terisi = sum(satu.isi is not None for satu in dilaporkan)
    if terisi > 1 or lalu.k or lalu.cetak.keadaan:
        return s.evaluasi.aturan.cara.value
    return ""


def _angka_evaluasi(evaluasi: Evaluasi, sampai: int) -> AngkaEvaluasi:
    """Target, triwulan sampai `sampai`, jumlah dan persennya."""
    terpotong = evaluasi.sampai(sampai)
    banyak_sisa = len(TRIWULAN) - sampai
    semua = (*terpotong.triwulan, *[KOSONG] * banyak_sisa)
    triwulan = [pasangan(satu.cetak) for satu in semua]
    return AngkaEvaluasi(
        target=pasangan(evaluasi.target.cetak),
        triwulan=tuple(triwulan),
        jumlah=pasangan(terpotong.jumlah),
        persen=terpotong.persen,
        simpangan=terpotong.simpangan,
    )


def pasangan(a: Angka) -> Angka:
    """Kinerjanya tanpa nol di ekor."""
    return Angka(polos(a.k), a.rp, a.keadaan)


def polos(nilai: Decimal | None) -> Decimal | None:
    """Tanpa nol di ekor: 25,0000 menjadi 25, sehingga isi beku tidak bergantung pada basis data."""
    if nilai is None:
        return None
    bulat = nilai.to_integral_value()
    if nilai == bulat:
        return bulat
    return nilai.normalize()


def _keterangan(s: Simpul, sampai: int) -> str:
    """Penjelasan, dan K yang bukan angka dengan alasannya."""
    keadaan = s.evaluasi.sampai(sampai).keterangan
    return "; ".join(filter(None, (keadaan, s.uraian("penjelasan", sampai))))


def _baris_e81(simpul: Simpul, sampai: int, nomor: int | None) -> BarisE81:
    """Baris evaluasi dengan kolom Renstra dan unitnya."""
    hasil = simpul.e81.sampai(sampai)
    unit = simpul.induk.penanggung_jawab
    cara = _cara(simpul, sampai, simpul.lalu)
    kolom = columns(baris(simpul, sampai, nomor)) | {"cara": cara}
    return BarisE81(
        **kolom,
        renstra=pasangan(simpul.renstra.cetak),
        lalu=pasangan(simpul.lalu.cetak),
        akhir=pasangan(hasil.akhir),
        persen_renstra=hasil.persen,
        unit=str(unit or ""),
    )


def catatan(rows: Rows, triwulan: int) -> CatatanEvaluasi:
    """Faktor pendorong, penghambat dan tindak lanjut triwulan itu, dengan nama sub kegiatannya."""
    diukur = [s for s in rows if s.tingkat == "sub" and triwulan in s.ukur]
    return CatatanEvaluasi(
        pendorong=_uraian(diukur, triwulan, "pendorong"),
        penghambat=_uraian(diukur, triwulan, "penghambat"),
        tindak_lanjut=_uraian(diukur, triwulan, "tindak_lanjut"),
    )


def _uraian(rows: Rows, triwulan: int, kolom: str) -> tuple[str, ...]:
    """Yang terisi, tanpa ulangan."""
    hasil: dict[str, None] = {}
    for s in rows:
        teks = getattr(s.ukur[triwulan], kolom).strip()
        if teks:
            hasil[f"{s.obj.nama}: {teks}"] = None
    return tuple(hasil)


def missing(naskah: NaskahKinerja, kinerja: TahunKinerja, isi: IsiEvaluasi | IsiE81) -> list[str]:
    """Yang menahan pengajuan: kepala naskah, dan yang belum diisi sampai triwulannya."""
    rows = milik(kinerja.pohon.baris, naskah)
    tagihan = Tagihan(rows)
    return [*kepala_kurang(naskah), *tagihan.kalimat(naskah.triwulan)]
