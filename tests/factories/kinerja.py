"""Pembuat indikator, naskah dan kegiatan, dan satu baris tiap model rencana."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten
from kinerja.models import (
    BuktiPengukuran,
    Dpa,
    Indikator,
    IndikatorTambahan,
    Kegiatan,
    Lkjip,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeIsian,
    PeriodeRenstra,
    PerubahanTarget,
    Program,
    Realisasi,
    RencanaAksi,
    Sasaran,
    SubKegiatan,
    Target,
    Tujuan,
)
from tests.factories.kantor import TAHUN


def make_sasaran(kabupaten: Kabupaten, **fields: Any) -> Sasaran:
    """Sasaran dalam periode Renstra 2018–2023."""
    periode, _ = PeriodeRenstra.objects.get_or_create(
        perangkat_daerah=kabupaten.dinas,
        tahun_awal=2018,
        defaults={"nama": "Renstra 2018–2023", "tahun_akhir": 2023},
    )
    kolom = {
        "nomor": Sasaran.objects.filter(periode=periode).count() + 1,
        "nama": "Sasaran uji",
    } | fields
    return Sasaran.objects.create(periode=periode, **kolom)


def make_indikator(kabupaten: Kabupaten, **fields: Any) -> Indikator:
    sasaran = fields.pop("sasaran", None) or make_sasaran(kabupaten)
    nomor = Indikator.objects.filter(sasaran=sasaran).count() + 1
    kolom = {
        "jenis": "ikk",
        "nomor": nomor,
        "nama": f"Indikator {nomor}",
        "satuan": "%",
    } | fields
    return Indikator.objects.create(sasaran=sasaran, **kolom)


def make_target(indikator: Indikator, nilai: str = "100", **fields: Any) -> Target:
    return Target.objects.create(
        indikator=indikator, nilai=Decimal(nilai), **({"tahun": TAHUN} | fields)
    )


def make_realisasi(indikator: Indikator, nilai: str | None = "90", **fields: Any) -> Realisasi:
    kolom = {"tahun": TAHUN, "nilai": None if nilai is None else Decimal(nilai)} | fields
    return Realisasi.objects.create(indikator=indikator, **kolom)


def make_lkjip(kabupaten: Kabupaten, **fields: Any) -> Lkjip:
    kolom = {
        "tahun": TAHUN,
        "nomor": "1/LKjIP/2024",
        "tanggal": datetime.date(2024, 1, 31),
    } | fields
    return Lkjip.objects.create(kabupaten=kabupaten, **kolom)


def make_program(kabupaten: Kabupaten, tahun: int = TAHUN, **fields: Any) -> Program:
    kolom = {"kode": "2.13.04", "nama": "Program uji", "is_rinci": True} | fields
    return Program.objects.create(perangkat_daerah=kabupaten.dinas, tahun=tahun, **kolom)


def make_sub(kabupaten: Kabupaten, tahun: int = TAHUN, **fields: Any) -> SubKegiatan:
    """Satu sub kegiatan beserta kegiatan dan programnya; `kegiatan` boleh diberikan."""
    kegiatan = fields.pop("kegiatan", None)
    if kegiatan is None:
        program = make_program(kabupaten, tahun)
        kegiatan = Kegiatan.objects.create(
            program=program, kode="2.13.04.2.01", nama="Kegiatan uji"
        )
    kolom = {
        "nama": "Sub kegiatan uji",
        "target": Decimal(1),
        "satuan": "Dokumen",
        "pagu": Decimal(1000),
    } | fields
    return SubKegiatan.objects.create(kegiatan=kegiatan, **kolom)


def make_dpa(kabupaten: Kabupaten, tahun: int, **fields: Any) -> Dpa:
    """DPA murni; `is_menyusul` dan `rincian`-nya bila pagunya belum diisi."""
    awal = datetime.date(tahun, 1, 2)
    semua_nilai = {"jenis": "murni", "nomor": "DPA/1", "tanggal": awal} | fields
    return Dpa.objects.create(perangkat_daerah=kabupaten.dinas, tahun=tahun, **semua_nilai)


def make_rencana(kabupaten: Kabupaten) -> PengukuranSub:
    """Satu baris untuk tiap model rencana dan pengukuran, pada tahun tanpa data nyata."""
    sub = make_sub(kabupaten, 2030)
    periode = kabupaten.dinas.perioderenstra_set.first()
    target = Target.objects.filter(indikator__sasaran__periode=periode).first()
    now = timezone.now()
    Tujuan.objects.create(periode=periode, nomor=9, nama="Tujuan uji")
    make_dpa(kabupaten, 2030)
    PeriodeIsian.objects.create(
        kabupaten=kabupaten,
        tahun=2030,
        triwulan=1,
        mulai=datetime.date(2030, 1, 1),
        sampai=datetime.date(2030, 4, 15),
    )
    RencanaAksi.objects.create(sub_kegiatan=sub, aksi="Langkah uji", bulan_3=100)
    PengukuranProgram.objects.create(program=sub.kegiatan.program, triwulan=2, kinerja=1)
    tambahan = IndikatorTambahan.objects.create(
        program=sub.kegiatan.program, indikator="Indikator kedua"
    )
    PengukuranTambahan.objects.create(tambahan=tambahan, triwulan=2, kinerja=1)
    PengukuranKegiatan.objects.create(kegiatan=sub.kegiatan, triwulan=2, kinerja=1)
    ukur = PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=2, kinerja=1, keuangan=100)
    BuktiPengukuran.objects.create(
        pengukuran=ukur, berkas="bukti/tidak-ada.pdf", nama="x.pdf", ukuran=1, sha256="0" * 64,
        uploaded_by="uji", uploaded_at=now,
    )  # fmt: skip
    PerubahanTarget.objects.create(
        target=target, lama="1", baru="2", alasan="Uji", oleh="uji", waktu=now
    )
    return ukur
