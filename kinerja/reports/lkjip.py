"""Isi LKjIP satu tahun: satu dict untuk layar, PDF dan snapshot (Permenpan-RB 53/2014)."""

from typing import Any

from accounts.models import Bidang
from core.angka import bulatkan
from documents.reports.kepala import kepala
from idm.reports import matriks, tabel_status
from kinerja.capaian import DESIMAL
from kinerja.models import Lkjip, RekapPegawai
from kinerja.naskah import blok, isi
from kinerja.reports.rujukan import tulisan
from kinerja.reports.tabel_capaian import (
    indikator_menurut_sasaran,
    tabel_beberapa_tahun,
    tabel_jangka_menengah,
    tabel_setahun,
)
from kinerja.reports.tabel_keuangan import efisiensi, tabel_keuangan
from kinerja.reports.tercetak import perbedaan
from kinerja.tahun.tahun_kinerja import TahunKinerja

VERSI = 1


def payload(lkjip: Lkjip, kinerja: TahunKinerja) -> dict[str, Any]:
    """Semua isi LKjIP; baris berurutan tetap, angka `Decimal` tanpa bentuk."""
    diperjanjikan = [i for i in kinerja.pengukuran.indikator if i.is_perjanjian]
    setahun = {jenis: tabel_setahun(kinerja.pengukuran, jenis) for jenis in ("iku", "ikk")}
    uang = keuangan(kinerja)
    return {
        "versi": VERSI,
        **kepala(lkjip, "Laporan Kinerja Instansi Pemerintah"),
        "periode": periode(kinerja),
        "naskah": naskah(lkjip, tulisan(kinerja.rujukan)),
        "bidang": list(Bidang.objects.filter(perangkat_daerah=kinerja.dinas).values_list("nama", flat=True)),
        "pegawai": pegawai(kinerja),
        "perjanjian": indikator_menurut_sasaran(kinerja.pengukuran, diperjanjikan),
        "indikator": {
            jenis: indikator_menurut_sasaran(kinerja.pengukuran, kinerja.pengukuran.jenis(jenis))
            for jenis in ("iku", "ikk")
        },
        "skala": skala(kinerja),
        "setahun": setahun,
        "beberapa_tahun": {jenis: tabel_beberapa_tahun(kinerja.pengukuran, jenis) for jenis in ("iku", "ikk")},
        "jangka_menengah": {jenis: tabel_jangka_menengah(kinerja.pengukuran, jenis) for jenis in ("iku", "ikk")},
        "idm": status_idm(kinerja),
        "efisiensi": efisiensi(kinerja.pohon),
        "keuangan": uang,
        "tabel_keuangan": tabel_keuangan(setahun["iku"], uang["baris"]),
        "akip": akip(kinerja),
        "perbedaan": perbedaan(kinerja),
    }


def periode(kinerja: TahunKinerja) -> dict[str, Any] | None:
    """Periode Renstra yang memuat tahun laporan."""
    row = kinerja.periode
    return {"nama": row.nama, "tahun_awal": row.tahun_awal, "tahun_akhir": row.tahun_akhir} if row else None


def naskah(lkjip: Lkjip, angka: dict[str, str]) -> dict[str, Any]:
    """Bagian naskah dengan rujukan terisi, siap cetak."""
    return {
        bagian.kode: {"judul": isi(bagian.judul, angka), "blok": blok(isi(bagian.isi, angka))}
        for bagian in lkjip.bagian.all()
    }


def pegawai(kinerja: TahunKinerja) -> dict[str, Any]:
    rows = kinerja.pegawai
    hasil = {}
    for kelompok in RekapPegawai.Kelompok.values:
        baris = [{"nama": r.nama, "jumlah": r.jumlah} for r in rows if r.kelompok == kelompok]
        hasil[kelompok] = {"baris": baris, "jumlah": sum(r.jumlah for r in rows if r.kelompok == kelompok)}
    return hasil


def skala(kinerja: TahunKinerja) -> dict[str, Any]:
    periode = kinerja.periode
    skala = periode.skala if periode else None
    return {
        "nama": skala.nama if skala else "",
        "tingkat": [
            {
                "nama": t.nama,
                "bawah": t.bawah,
                "bawah_inklusif": t.bawah_inklusif,
                "atas": t.atas,
                "atas_inklusif": t.atas_inklusif,
            }
            for t in kinerja.pengukuran.renstra.skala
        ],
    }


def status_idm(kinerja: TahunKinerja) -> dict[str, Any]:
    """Tabel status, deret tiga tahun dan matriks perpindahannya."""
    status, tahun = kinerja.data.status, kinerja.tahun
    tabel = tabel_status(tahun, status.get(tahun), status.get(tahun - 1), status.get(tahun - 2))
    tercatat = [status[t] for t in range(tahun - 2, tahun + 1) if t in status]
    deret = [{"tahun": s.tahun, "jumlah": {k.value: n for k, n in s.counts.items()}} for s in tercatat]
    return {**tabel, "deret": deret, "matriks": matriks(kinerja.data.pindah.get(tahun, {}))}


def keuangan(kinerja: TahunKinerja) -> dict[str, Any]:
    a, rata = kinerja.anggaran, kinerja.pengukuran.rata_iku()
    return {
        "baris": [
            {
                "kode": u.program.kode,
                "nama": u.program.nama,
                "pagu": u.pagu,
                "realisasi": u.realisasi,
                "persen": u.persen,
                "keterangan": u.keterangan,
                "is_penunjang": u.is_penunjang,
            }
            for u in a.baris
        ],
        "pagu": a.pagu,
        "realisasi": a.realisasi,
        "persen": a.persen,
        "sisa": a.sisa,
        "sisa_persen": a.sisa_persen,
        "rata_iku": None if rata is None else bulatkan(rata, DESIMAL),
    }


def akip(kinerja: TahunKinerja) -> dict[str, Any] | None:
    evaluasi = kinerja.akip
    if evaluasi is None:
        return None
    return {
        "tahun": evaluasi.tahun,
        "target": evaluasi.target,
        "nilai": evaluasi.nilai,
        "kategori": kinerja.kategori_akip,
        "rekomendasi": [
            {"nomor": r.nomor, "uraian": r.uraian, "tindak_lanjut": r.tindak_lanjut}
            for r in evaluasi.rekomendasi_set.all()
        ],
    }
