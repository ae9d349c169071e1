"""Isi LKjIP satu tahun: satu dict untuk layar, PDF dan snapshot (Permenpan-RB 53/2014)."""

from typing import Any

from accounts.models import Bidang
from core.angka import bulatkan
from documents.reports.kepala import kepala
from idm.reports import matriks, tabel_status
from kinerja.capaian import DESIMAL
from kinerja.models import EvaluasiAkip, Lkjip, RekapPegawai
from kinerja.naskah import blok, isi
from kinerja.reports.keuangan import efisiensi
from kinerja.reports.rujukan import Bahan, kategori_akip, tulisan
from kinerja.reports.tabel_capaian import (
    indikator_menurut_sasaran,
    tabel_beberapa_tahun,
    tabel_jangka_menengah,
    tabel_setahun,
)
from kinerja.reports.tabel_keuangan import tabel_keuangan
from kinerja.reports.tercetak import perbedaan

VERSI = 1


def payload(lkjip: Lkjip, b: Bahan) -> dict[str, Any]:
    """Semua isi LKjIP; baris berurutan tetap, angka `Decimal` tanpa bentuk."""
    angka = b.rujukan
    setahun = {jenis: tabel_setahun(b, jenis) for jenis in ("iku", "ikk")}
    uang = keuangan(b)
    return {
        "versi": VERSI,
        **kepala(lkjip, "Laporan Kinerja Instansi Pemerintah"),
        "periode": periode(b),
        "naskah": naskah(lkjip, tulisan(angka)),
        "bidang": list(Bidang.objects.filter(perangkat_daerah=b.dinas).values_list("nama", flat=True)),
        "pegawai": pegawai(b),
        "perjanjian": indikator_menurut_sasaran(b, [i for i in b.pengukuran.indikator if i.is_perjanjian]),
        "indikator": {jenis: indikator_menurut_sasaran(b, b.pengukuran.jenis(jenis)) for jenis in ("iku", "ikk")},
        "skala": skala(b),
        "setahun": setahun,
        "beberapa_tahun": {jenis: tabel_beberapa_tahun(b, jenis) for jenis in ("iku", "ikk")},
        "jangka_menengah": {jenis: tabel_jangka_menengah(b, jenis) for jenis in ("iku", "ikk")},
        "idm": status_idm(b),
        "efisiensi": efisiensi(b.kabupaten, b.tahun),
        "keuangan": uang,
        "tabel_keuangan": tabel_keuangan(setahun["iku"], uang["baris"]),
        "akip": akip(b),
        "perbedaan": perbedaan(b, angka),
    }


def periode(b: Bahan) -> dict[str, Any] | None:
    """Periode Renstra yang memuat tahun laporan."""
    row = b.pengukuran.periode
    return {"nama": row.nama, "tahun_awal": row.tahun_awal, "tahun_akhir": row.tahun_akhir} if row else None


def naskah(lkjip: Lkjip, angka: dict[str, str]) -> dict[str, Any]:
    """Bagian naskah dengan rujukan terisi, siap cetak."""
    return {
        bagian.kode: {"judul": isi(bagian.judul, angka), "blok": blok(isi(bagian.isi, angka))}
        for bagian in lkjip.bagian.all()
    }


def pegawai(b: Bahan) -> dict[str, Any]:
    rows = list(RekapPegawai.objects.filter(perangkat_daerah=b.dinas, tahun=b.tahun))
    hasil = {}
    for kelompok in RekapPegawai.Kelompok.values:
        baris = [{"nama": r.nama, "jumlah": r.jumlah} for r in rows if r.kelompok == kelompok]
        hasil[kelompok] = {"baris": baris, "jumlah": sum(r.jumlah for r in rows if r.kelompok == kelompok)}
    return hasil


def skala(b: Bahan) -> dict[str, Any]:
    periode = b.pengukuran.periode
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
            for t in b.pengukuran.skala
        ],
    }


def status_idm(b: Bahan) -> dict[str, Any]:
    status = b.pengukuran.data.status
    tabel = tabel_status(b.tahun, status(b.tahun), status(b.tahun - 1), status(b.tahun - 2))
    tahun = [t for t in range(b.tahun - 2, b.tahun + 1) if status(t)]
    deret = [{"tahun": t, "jumlah": {s.value: n for s, n in status(t).counts.items()}} for t in tahun]  # type: ignore[union-attr]
    return {**tabel, "deret": deret, "matriks": matriks(b.kabupaten, b.tahun)}


def keuangan(b: Bahan) -> dict[str, Any]:
    a, rata = b.anggaran, b.pengukuran.rata_iku()
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


def akip(b: Bahan) -> dict[str, Any] | None:
    evaluasi = EvaluasiAkip.objects.filter(kabupaten=b.kabupaten, tahun=b.tahun).first()
    if evaluasi is None:
        return None
    return {
        "tahun": evaluasi.tahun,
        "target": evaluasi.target,
        "nilai": evaluasi.nilai,
        "kategori": kategori_akip(evaluasi),
        "rekomendasi": [
            {"nomor": r.nomor, "uraian": r.uraian, "tindak_lanjut": r.tindak_lanjut}
            for r in evaluasi.rekomendasi_set.all()
        ],
    }
