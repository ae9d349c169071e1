"""Lembar Rencana Aksi, evaluasinya, dan Formulir E.81."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kinerja.isi.evaluasi import AngkaEvaluasi, BarisE81, BarisEvaluasi, IsiE81, IsiEvaluasi
from kinerja.isi.rencana_aksi import BarisAksi, IsiRencanaAksi
from kinerja.lembar import BULAT, TEKS, UANG, Kepala, Kolom, Lembar, judul, kaki, nomor, tebal
from kinerja.rencana import Angka

TRIWULAN = ("TW I", "TW II", "TW III", "TW IV")
SEMPIT = Kolom("teks", 6)
K, PERSEN = Kolom("desimal", 9), Kolom("desimal", 9)


def rencana_aksi(p: IsiRencanaAksi) -> Lembar:
    """Dua puluh tiga kolom seperti naskah cetaknya; jumlah anggaran hanya dari baris sub kegiatan."""
    satu = [
        Kepala(t, tinggi=3)
        for t in ("NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET", "PROGRAM/KEGIATAN/SUB KEGIATAN",
                  "INDIKATOR KEGIATAN", "TARGET", "AKSI KEGIATAN")
    ]  # fmt: skip
    ujung = [Kepala(t, tinggi=3) for t in ("ANGGARAN", "PENANGGUNG JAWAB", "KET")]
    kepala = [
        [*satu, Kepala("TARGET KINERJA SASARAN (%)", lebar=12), *ujung],
        [Kepala(t, lebar=3) for t in TRIWULAN],
        nomor(12),
        nomor(23),
    ]
    kolom = [SEMPIT, TEKS, TEKS, Kolom("teks", 14), Kolom("teks", 40), TEKS, Kolom("teks", 14), Kolom("teks", 50)]
    kolom += [Kolom("bulat", 6)] * 12
    kolom += [Kolom("rupiah", 16, is_jumlah=True), Kolom("teks", 20), Kolom("teks", 16)]
    rows = p.baris
    return Lembar(
        "Rencana Aksi", kolom, kepala, [_baris_aksi(b) for b in rows], judul(p, p.bidang), tebal=tebal(rows),
        jumlah="JUMLAH", tanpa_jumlah=tebal(rows), kertas="F4", is_lanskap=True, kaki=kaki(p),
    )  # fmt: skip


def _baris_aksi(b: BarisAksi) -> list[Any]:
    s = b.sasaran
    indikator = s.indikator if s else []
    return [
        s.nomor if s else None,
        s.nama if s else None,
        "\n".join(i.nama for i in indikator),
        "\n".join(i.target for i in indikator),
        b.nama,
        b.indikator,
        b.target,
        b.aksi,
        *b.bulan,
        b.anggaran,
        b.penanggung_jawab,
        b.keterangan,
    ]


def evaluasi(p: IsiEvaluasi) -> Lembar:
    """Dua puluh tiga kolom: v tiap triwulan, K dan Rp tiap triwulan, jumlah, persen."""
    muka = ("No", "Sasaran Program", "Program/Kegiatan", "Indikator Kinerja Program (Outcome)/Kegiatan (Output)")
    kepala = [
        [
            *(Kepala(t, tinggi=3) for t in muka),
            Kepala("Target Pelaksanaan", lebar=4),
            Kepala("Target Program/Kegiatan", lebar=3),
            Kepala("Realisasi Kinerja dan Anggaran Tahun Berjalan", lebar=8),
            Kepala("Jml Realisasi", lebar=2),
            Kepala("% Realisasi", lebar=2),
            Kepala("KET", tinggi=3),
        ],
        [
            *(Kepala(t, tinggi=2) for t in (*TRIWULAN, "K", "Satuan", "Rp")),
            *(Kepala(t, lebar=2) for t in TRIWULAN),
            *(Kepala(t, tinggi=2) for t in ("K", "Rp", "K", "Rp")),
        ],
        [Kepala(t) for _ in TRIWULAN for t in ("K", "Rp")],
        nomor(24),
    ]
    kolom = [SEMPIT, TEKS, Kolom("teks", 40), TEKS, *[SEMPIT] * 4, BULAT, Kolom("teks", 10), UANG]
    kolom += [K, UANG] * 4 + [K, UANG, PERSEN, PERSEN, TEKS]
    isi = [_baris_evaluasi(b) for b in p.baris]
    if p.total:
        isi.append(_total(p.total))
    rows = tebal(p.baris) | ({len(p.baris)} if p.total else set())
    return Lembar(
        "Evaluasi", kolom, kepala, isi, judul(p, p.masa, p.bidang), tebal=frozenset(rows), kertas="F4",
        is_lanskap=True, kaki=kaki(p),
    )  # fmt: skip


def _pasangan(nilai: Sequence[Angka]) -> list[Any]:
    return [angka for v in nilai for angka in (v.k, v.rp)]


def _baris_evaluasi(b: BarisEvaluasi) -> list[Any]:
    return [
        b.nomor,
        b.sasaran,
        b.nama,
        b.indikator,
        *("v" if t else None for t in b.jadwal),
        b.target.k,
        b.satuan,
        b.target.rp,
        *_pasangan([*b.triwulan, b.jumlah, b.persen]),
        b.keterangan,
    ]


def _total(t: AngkaEvaluasi) -> list[Any]:
    awal = [None, None, "Total Anggaran", *[None] * 7, t.target.rp]
    return [*awal, *_pasangan([*t.triwulan, t.jumlah, t.persen]), None]


def e81(p: IsiE81) -> Lembar:
    """Formulir E.81: kolom 5 sampai 14 masing-masing K dan Rp."""
    nama = (
        "Target Renstra (5)", "Realisasi Renstra s.d. tahun lalu (6)", "Target tahun ini (7)", "TW I (8)", "TW II (9)",
        "TW III (10)", "TW IV (11)", "Realisasi tahun ini (12)", "Realisasi s.d. tahun ini (13)",
        "Tingkat capaian % (14)",
    )  # fmt: skip
    muka = ("No", "Sasaran", "Program/Kegiatan", "Indikator Kinerja", "Satuan")
    kepala = [
        [*(Kepala(t, tinggi=2) for t in muka), *(Kepala(t, lebar=2) for t in nama),
         *(Kepala(t, tinggi=2) for t in ("Unit Penanggung Jawab (15)", "Ket (16)"))],
        [Kepala(t) for _ in nama for t in ("K", "Rp")],
    ]  # fmt: skip
    kolom = [SEMPIT, TEKS, Kolom("teks", 40), TEKS, Kolom("teks", 10), *[K, UANG] * 9, PERSEN, PERSEN, TEKS, TEKS]
    bawah = [
        f"Rata-rata capaian kinerja: K {_rata(p.rata.k)}, RP {_rata(p.rata.rp)}",
        f"Predikat kinerja: K {p.predikat.k or '—'}, Rp {p.predikat.rp or '—'}",
    ]
    return Lembar(
        "E.81", kolom, kepala, [_baris_e81(b) for b in p.baris], judul(p, p.masa, p.periode),
        tebal=tebal(p.baris), kertas="A3", is_lanskap=True, kaki=[*bawah, *kaki(p)],
    )  # fmt: skip


def _rata(persen: Decimal | None) -> str:
    return "tidak dapat dihitung" if persen is None else str(persen)


def _baris_e81(b: BarisE81) -> list[Any]:
    pasang = [b.renstra, b.lalu, b.target, *b.triwulan, b.jumlah, b.akhir, b.persen_renstra]
    return [
        b.nomor,
        b.sasaran,
        b.nama,
        b.indikator,
        b.satuan,
        *_pasangan(pasang),
        b.unit,
        b.keterangan,
    ]
