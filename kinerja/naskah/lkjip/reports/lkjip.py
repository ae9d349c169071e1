"""Isi LKjIP satu tahun: satu isi untuk layar, PDF dan snapshot (Permenpan-RB 53/2014)."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from django.db.models import prefetch_related_objects

from accounts.models import Bidang, Pejabat
from core.angka import bulatkan
from documents.reports.kepala import kepala
from documents.snapshot import columns
from idm.indeks import indeks
from idm.reports import StatusTahun, deret_status, matriks, tabel_status
from idm.reports.acuan import pembanding
from kinerja.aturan.capaian import DESIMAL, Arah
from kinerja.aturan.teks import judul, terisi
from kinerja.models import BagianNaskah, Lkjip, RekapPegawai, Rekomendasi
from kinerja.naskah.indikator.isi import DefinisiSasaran
from kinerja.naskah.indikator.reports import indikator_menurut_sasaran as menurut_sasaran
from kinerja.naskah.lkjip.isi.analisis import Fakta
from kinerja.naskah.lkjip.isi.keuangan import KeuanganLkjip, UangProgram
from kinerja.naskah.lkjip.isi.lkjip import (
    Akip,
    Bagian,
    IsiLkjip,
    JumlahPegawai,
    KelompokPegawai,
    PeriodeLkjip,
    RekomendasiAkip,
    SkalaLkjip,
    StatusIdm,
    TingkatSkala,
)
from kinerja.naskah.lkjip.reports.analisis import analisis
from kinerja.naskah.lkjip.reports.desa import rincian_desa
from kinerja.naskah.lkjip.reports.perbedaan import perbedaan
from kinerja.naskah.lkjip.reports.perjanjian import perjanjian_sah
from kinerja.naskah.lkjip.reports.rujukan import tulisan
from kinerja.naskah.lkjip.reports.tabel_capaian import (
    tabel_beberapa_tahun,
    tabel_jangka_menengah,
    tabel_renstra,
    tabel_setahun,
)
from kinerja.naskah.lkjip.reports.tabel_keuangan import (
    tabel_efisiensi,
    tabel_keluaran,
    tabel_keuangan,
)
from kinerja.tahun.anggaran import Uang
from kinerja.tahun.efisiensi import EfisiensiTahun
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.sebab import is_beranalisis
from kinerja.tahun.tahun_kinerja import TahunKinerja

JENIS = ("iku", "ikk")


def compose(lkjip: Lkjip, kinerja: TahunKinerja) -> IsiLkjip:
    """Semua isi LKjIP; baris berurutan tetap, angka `Decimal` tanpa bentuk."""
    prefetch_related_objects([lkjip], "bagian")  # dibaca lagi oleh kelengkapan dan tiap uji
    ukuran = kinerja.pengukuran
    uang = keuangan(kinerja)
    setahun = {jenis: tabel_setahun(ukuran, jenis) for jenis in JENIS}
    daerah = pembanding(kinerja.kabupaten, kinerja.tahun, kinerja.status_desa.get(kinerja.tahun))
    return IsiLkjip(
        **kepala(lkjip, "Laporan Kinerja Instansi Pemerintah"),
        periode=periode(kinerja),
        naskah=naskah(lkjip, tulisan(kinerja.rujukan)),
        bidang=nama_bidang(kinerja),
        pegawai={kelompok: pegawai(kinerja, kelompok) for kelompok in RekapPegawai.Kelompok.values},
        perjanjian=diperjanjikan(ukuran),
        indikator={jenis: menurut_sasaran(ukuran, ukuran.jenis(jenis)) for jenis in JENIS},
        skala=skala(kinerja),
        setahun=setahun,
        beberapa_tahun={jenis: tabel_beberapa_tahun(ukuran, jenis) for jenis in JENIS},
        jangka_menengah={jenis: tabel_jangka_menengah(ukuran, jenis) for jenis in JENIS},
        idm=status_idm(kinerja),
        efisiensi=tabel_efisiensi(kinerja.pohon, kinerja.efisiensi),
        keuangan=uang,
        tabel_keuangan=tabel_keuangan(ukuran, kinerja.anggaran, uang.baris),
        akip=akip(kinerja),
        rekomendasi_lain=rekomendasi(kinerja, is_akip=False),
        perbedaan=perbedaan(kinerja),
        is_terpilah=True,
        analisis=analisis(kinerja, daerah),
        desa=rincian_desa(kinerja),
        pembanding=daerah,
        keluaran=tabel_keluaran(kinerja.pohon),
        perjanjian_sah=perjanjian_sah(kinerja),
        renstra=tabel_renstra(ukuran),
        pejabat=tuple(pejabat_bidang(kinerja)),
        rumus=rumus(ukuran),
        janji=janji(kinerja),
        is_bersebab=is_bersebab(lkjip, kinerja),
        indeks=indeks(kinerja.tahun).nama,
        indeks_singkat=indeks(kinerja.tahun).singkatan,
    )


def diperjanjikan(ukuran: Pengukuran) -> tuple[DefinisiSasaran, ...]:
    """Indikator yang masuk Perjanjian Kinerja, menurut sasarannya."""
    semua = [satu for satu in ukuran.indikator if satu.is_perjanjian]
    return menurut_sasaran(ukuran, semua)


def janji(kinerja: TahunKinerja) -> str:
    """Sebutan target yang diukur: Perjanjian Kinerja, atau targetnya saja sebelum ada."""
    if kinerja.is_berperjanjian:
        return "Perjanjian Kinerja"
    return "Target Kinerja"


def is_bersebab(lkjip: Lkjip, kinerja: TahunKinerja) -> bool:
    """Sebab atau solusi ditulis pada datanya, atau pada bagian Analisis Penyebab."""
    for bagian in lkjip.bagian.all():
        if bagian.kode == BagianNaskah.ANALISIS_PENYEBAB and bagian.isi:
            return True
    return is_beranalisis(kinerja)


def rumus(ukuran: Pengukuran) -> tuple[str, ...]:
    """Arah IKU dan IKK tahun itu, tiap arah sekali; tanpa indikator yang lazim saja."""
    arah = set()
    for jenis in JENIS:
        arah |= {satu.arah for satu in ukuran.jenis(jenis)}
    dipakai = tuple(satu.value for satu in Arah if satu.value in arah)
    return dipakai or (Arah.NAIK.value,)


def nama_bidang(kinerja: TahunKinerja) -> tuple[str, ...]:
    """Menurut urutannya."""
    rows = Bidang.objects.filter(perangkat_daerah=kinerja.dinas)
    return tuple(rows.values_list("nama", flat=True))


def pejabat_bidang(kinerja: TahunKinerja) -> Iterator[Fakta]:
    """Pejabat tiap bidang pada akhir tahun, dikenali dari nama bidang pada jabatannya."""
    akhir = datetime.date(kinerja.tahun, 12, 31)
    semua = Pejabat.objects.filter(perangkat_daerah=kinerja.dinas, is_kepala=False).on(akhir)
    pejabat = list(semua.order_by("mulai"))
    for bidang in Bidang.objects.filter(perangkat_daerah=kinerja.dinas):
        nama = bidang.nama.lower().removeprefix("bidang ").replace("sekretariat", "sekretaris")
        cocok = []
        for satu in pejabat:
            if nama in satu.jabatan.lower():
                cocok.append(satu.nama)
        if cocok:
            yield Fakta(sebutan=bidang.nama, isi=cocok[-1])


def periode(kinerja: TahunKinerja) -> PeriodeLkjip | None:
    """Periode Renstra yang memuat tahun laporan, bila masanya diketahui."""
    row = kinerja.pengukuran.renstra.periode_bersumber
    if row is None:
        return None
    return PeriodeLkjip(
        nama=row.nama,
        tahun_awal=row.tahun_awal,
        tahun_akhir=row.tahun_akhir,
    )


def naskah(lkjip: Lkjip, angka: Mapping[str, str]) -> dict[str, Bagian]:
    """Bagian naskah dengan rujukan terisi, siap cetak."""
    return {
        bagian.kode: Bagian(judul=judul(bagian.judul, angka), html=terisi(bagian.isi, angka))
        for bagian in lkjip.bagian.all()
    }


def pegawai(kinerja: TahunKinerja, kelompok: str) -> KelompokPegawai:
    """Pegawai dinas menurut satu pengelompokan, dan jumlahnya."""
    rows = [r for r in kinerja.pegawai if r.kelompok == kelompok]
    baris = tuple(JumlahPegawai(nama=r.nama, jumlah=r.jumlah) for r in rows)
    return KelompokPegawai(baris=baris, jumlah=sum(r.jumlah for r in rows))


def skala(kinerja: TahunKinerja) -> SkalaLkjip:
    """Skala predikat tahun itu; tanpa tingkat bila belum ditetapkan."""
    dipakai = kinerja.pengukuran.renstra.skala_tahun
    if dipakai is None:
        return SkalaLkjip(nama="", tingkat=())
    tingkat = tuple(
        TingkatSkala(
            nama=t.nama,
            bawah=t.bawah,
            bawah_inklusif=t.bawah_inklusif,
            atas=t.atas,
            atas_inklusif=t.atas_inklusif,
        )
        for t in dipakai.tingkat
    )
    return SkalaLkjip(nama=dipakai.row.nama, tingkat=tingkat)


def status_idm(kinerja: TahunKinerja) -> StatusIdm:
    """Tabel status, deret tiga tahun dan matriks perpindahannya."""
    tahun = kinerja.tahun
    tiga_tahun = range(tahun - 2, tahun + 1)
    dua_lalu, lalu, kini = (_bersumber(kinerja.status_desa.get(satu)) for satu in tiga_tahun)
    tabel = tabel_status(tahun, kini, lalu, dua_lalu)
    return StatusIdm(
        **columns(tabel),
        deret=deret_status((dua_lalu, lalu, kini)),
        matriks=matriks(kinerja.data.pindah.get(tahun, {})),
    )


def _bersumber(status: StatusTahun | None) -> StatusTahun | None:
    """Rekap lama disebut menurut datanya, bukan menurut laporan yang pernah mencetaknya."""
    if status is None or status.is_rinci:
        return status
    return replace(status, sumber="rekap status desa menurut dinas")


def keuangan(kinerja: TahunKinerja) -> KeuanganLkjip:
    """Anggaran tiap program, jumlahnya, dan rata-rata capaian IKU."""
    anggaran = kinerja.anggaran
    terserap = anggaran.terserap
    rata = kinerja.pengukuran.rata_iku()
    efisiensi = kinerja.efisiensi
    uang_pohon = zip(anggaran.baris, kinerja.pohon.program, strict=True)
    return KeuanganLkjip(
        baris=tuple(_uang(*satu, efisiensi) for satu in uang_pohon),
        pagu=anggaran.pagu,
        catatan_pagu=kinerja.pohon.catatan_serapan(),
        realisasi=anggaran.realisasi,
        persen=terserap.persen,
        sisa=terserap.sisa,
        sisa_persen=terserap.sisa_persen,
        rata_iku=None if rata.rasio is None else bulatkan(rata.rasio, DESIMAL),
        rata_kalimat=rata.kalimat,
        simpulan=efisiensi.total.simpulan,
        aturan_efisiensi=efisiensi.aturan.tulisan,
    )


def _uang(uang: Uang, simpul: Simpul, efisiensi: EfisiensiTahun) -> UangProgram:
    """Satu program dengan penyerapannya."""
    return UangProgram(
        kode=uang.program.kode,
        nama=uang.program.nama,
        pagu=uang.pagu,
        realisasi=uang.realisasi,
        persen=uang.terserap.persen,
        keterangan=efisiensi.program[uang.program.pk].simpulan,
        is_penunjang=uang.is_penunjang,
        is_sebagian=bool(simpul.catatan_pagu),
    )


def akip(kinerja: TahunKinerja) -> Akip | None:
    """Hasil evaluasi AKIP tahun laporan dengan rekomendasinya; `None` bila belum diisi."""
    hasil = kinerja.akip
    if hasil is None:
        return None
    return Akip(
        tahun=hasil.evaluasi.tahun,
        target=hasil.evaluasi.target,
        nilai=hasil.nilai,
        kategori=hasil.kategori,
        rekomendasi=rekomendasi(kinerja, is_akip=True),
    )


def rekomendasi(kinerja: TahunKinerja, *, is_akip: bool) -> tuple[RekomendasiAkip, ...]:
    """Rekomendasi evaluasi AKIP, atau yang dari reviu dan rapat, dengan statusnya kini."""
    hasil = []
    for satu in kinerja.rekomendasi:
        if (satu.asal == Rekomendasi.AsalRekomendasi.AKIP) == is_akip:
            hasil.append(
                RekomendasiAkip(
                    nomor=satu.nomor,
                    uraian=satu.uraian,
                    tindak_lanjut=satu.tindak_lanjut,
                    asal=satu.get_asal_display(),
                    status=satu.get_status_display(),
                )
            )
    return tuple(hasil)
