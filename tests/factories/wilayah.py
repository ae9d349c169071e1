"""Pembuat wilayah, dan satu baris tiap model wilayah."""

import datetime
from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten
from villages.models import (
    AliasNama,
    AnggaranDesa,
    AnggotaKerjaSama,
    AngkaIkk,
    BatasDesa,
    BatasKabupaten,
    BatasKecamatan,
    BerkasIkk,
    Desa,
    DokumenKerjaSama,
    FormulirKerjaSama,
    Kecamatan,
    KegiatanPkk,
    KerjaSama,
    KoperasiDesa,
    Lembaga,
    OutcomeIkk,
    OutputIkk,
    Pengurus,
    RekapLembaga,
    RekeningDesa,
    RincianLembaga,
    RiwayatKecamatan,
    RiwayatWilayah,
    TautanKerjaSama,
)


def make_kecamatan(kabupaten: Kabupaten, **fields: Any) -> Kecamatan:
    nomor = Kecamatan.objects.filter(kabupaten=kabupaten).count() + 1
    kolom = {"kode": f"{kabupaten.kode}.{nomor:02d}", "nama": f"Kecamatan {nomor}"} | fields
    return Kecamatan.objects.create(kabupaten=kabupaten, **kolom)


def make_desa(kecamatan: Kecamatan, **fields: Any) -> Desa:
    nomor = Desa.objects.filter(kecamatan=kecamatan).count() + 1
    kolom = {
        "kode": f"{kecamatan.kode}.2{nomor:03d}",
        "nama": f"Desa {nomor}",
        "jenis": "desa",
    } | fields
    return Desa.objects.create(kecamatan=kecamatan, **kolom)


def make_wilayah(kabupaten: Kabupaten) -> KerjaSama:
    """Satu baris untuk tiap model wilayah, kerja sama, lembaga dan IKK, pada tahun tanpa data."""
    kecamatan = make_kecamatan(kabupaten, kode=f"{kabupaten.kode}.99", nama="Uji")
    desa = make_desa(kecamatan)
    _make_riwayat(desa)
    _make_lembaga(desa)
    _make_apbdes(desa)
    _make_ikk(kabupaten)
    return _make_kerja_sama(desa)


def _make_riwayat(desa: Desa) -> None:
    kecamatan, sampai = desa.kecamatan, datetime.date(2020, 1, 1)
    RiwayatKecamatan.objects.create(
        kecamatan=kecamatan, kode=kecamatan.kode, nama="Kecamatan lama", sampai=sampai
    )
    RiwayatWilayah.objects.create(
        desa=desa, kode=desa.kode, nama="Nama lama", jenis="desa", kecamatan=kecamatan,
        sampai=sampai,
    )  # fmt: skip
    AliasNama.objects.create(
        kecamatan=kecamatan, tulisan="X", kunci="X", desa=desa, oleh="uji", waktu=timezone.now()
    )
    batas = {"cincin": [[[0, 0], [0, 9], [9, 9], [0, 0]]], "sumber": "uji"}
    BatasDesa.objects.create(desa=desa, **batas)
    BatasKecamatan.objects.create(kecamatan=kecamatan, **batas)
    BatasKabupaten.objects.create(kabupaten=kecamatan.kabupaten, **batas)


def _make_lembaga(desa: Desa) -> None:
    RekapLembaga.objects.create(kecamatan=desa.kecamatan, tahun=2030)
    RincianLembaga.objects.create(desa=desa, tahun=2030)
    KegiatanPkk.objects.create(kecamatan=desa.kecamatan, tahun=2030)
    KoperasiDesa.objects.create(desa=desa, nama="Koperasi uji")
    lembaga = Lembaga.objects.create(desa=desa, jenis="rt", nama="RT 01")
    Pengurus.objects.create(lembaga=lembaga, jabatan="Ketua", nama="Ketua uji")


def _make_apbdes(desa: Desa) -> None:
    kode = f"9.{desa.kode}"
    rekening = RekeningDesa.objects.create(kode=kode, nama="Rekening uji")
    AnggaranDesa.objects.create(desa=desa, tahun=2030, rekening=rekening, anggaran=1)


def _make_ikk(kabupaten: Kabupaten) -> None:
    OutcomeIkk.objects.create(kabupaten=kabupaten, nomor=9, nama="Uji")
    output = OutputIkk.objects.create(kabupaten=kabupaten, nomor=9, uraian="Uji", sumber="desa")
    AngkaIkk.objects.create(output=output, tahun=2030, tercetak=1, sumber="uji")
    BerkasIkk.objects.create(kabupaten=kabupaten, tahun=2030)


def _make_kerja_sama(desa: Desa) -> KerjaSama:
    kecamatan = desa.kecamatan
    kerja_sama = KerjaSama.objects.create(
        kabupaten=kecamatan.kabupaten, kecamatan=kecamatan, jenis="kawasan"
    )
    TautanKerjaSama.objects.create(
        kerja_sama=kerja_sama, judul="Perbup", tautan="https://contoh.go.id/1"
    )
    DokumenKerjaSama.objects.create(
        kerja_sama=kerja_sama, berkas="bukti/tidak-ada.pdf", nama="x.pdf", ukuran=1,
        sha256="0" * 64, uploaded_by="uji", uploaded_at=timezone.now(),
    )  # fmt: skip
    FormulirKerjaSama.objects.create(kerja_sama=kerja_sama, tahun=2030, dokumen="Perbup")
    AnggotaKerjaSama.objects.create(
        kerja_sama=kerja_sama, tahun=2030, desa=desa, nama_tercetak="UJI"
    )
    return kerja_sama
