"""Indikator satu tahun, dari tahun terukur."""

from functools import partial

from django.conf import settings

from accounts.models import TokenApi
from core.nilai import Rumus
from idm.reports.ukuran import is_peragaan
from kinerja.api.isi import IndikatorApi, RumusApi
from kinerja.api.reports.koleksi import BarisKoleksi, Saringan
from kinerja.api.reports.sah import sah
from kinerja.models import Indikator
from kinerja.naskah.dasar.besaran import besaran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.terbuka.isi import AngkaTertulis, angka, dari_besaran, persen

PERAGAAN = "Dihitung dari Indeks Desa peragaan, bukan hasil pendataan."
SUMBER_DESA = "idm."
LINGKUP = ("", "indikator")  # yang mengunci target dan realisasinya


def indikator(token: TokenApi, saringan: Saringan) -> BarisKoleksi:
    """IKU lalu IKK, urut naskahnya."""
    kinerja = TahunKinerja(token.kabupaten, saringan["tahun"])
    rows = kinerja.pengukuran.indikator
    if saringan["jenis"]:
        rows = tuple(kinerja.pengukuran.jenis(saringan["jenis"]))
    bentuk = partial(
        _indikator,
        kinerja,
        sah=sah(token, kinerja.tahun, LINGKUP),
        is_buatan=is_peragaan(token.kabupaten, kinerja.tahun),
    )
    return BarisKoleksi(rows, bentuk)


def _indikator(
    kinerja: TahunKinerja,
    semula: Indikator,
    *,
    sah: str | None,
    is_buatan: bool,
) -> IndikatorApi:
    """Menurut definisi tahunnya; yang dihitung dari data peragaan tidak berangka."""
    ukuran = kinerja.pengukuran.ukur(semula)
    satu = ukuran.indikator
    jawab = satu.penanggung_jawab
    is_tampil = not is_buatan or not satu.sumber.startswith(SUMBER_DESA)
    return IndikatorApi(
        tahun=kinerja.tahun,
        jenis=satu.jenis,
        nomor=satu.nomor_cetak,
        nama=satu.nama,
        sasaran=satu.sasaran.nama,
        satuan=satu.satuan,
        arah=satu.arah,
        target=_target(ukuran),
        realisasi=_realisasi(ukuran) if is_tampil else angka(None, satu.satuan, sebab=PERAGAAN),
        capaian=_capaian(ukuran) if is_tampil else persen(None, PERAGAAN),
        predikat=ukuran.predikat if is_tampil else None,
        rumus=_rumus(ukuran, is_tampil=is_tampil),
        sumber_data=satu.sumber_data,
        penanggung_jawab=jawab.nama if jawab else "",
        sah=sah,
        alamat=f"{settings.SITE_URL}{satu.get_absolute_url()}?tahun={kinerja.tahun}",
    )


def _target(ukuran: Ukuran) -> AngkaTertulis:
    satu = ukuran.indikator
    tercetak = besaran(ukuran.target_cetak, ukuran.keadaan_target)
    return dari_besaran(tercetak, satu.satuan, satu.desimal, ukuran.catatan_target)


def _realisasi(ukuran: Ukuran) -> AngkaTertulis:
    satu = ukuran.indikator
    tercetak = besaran(ukuran.realisasi_cetak, ukuran.keadaan_realisasi)
    return dari_besaran(tercetak, satu.satuan, satu.desimal, ukuran.catatan_realisasi)


def _capaian(ukuran: Ukuran) -> AngkaTertulis:
    return persen(ukuran.capaian.persen, ukuran.keterangan)


def _rumus(ukuran: Ukuran, *, is_tampil: bool) -> RumusApi:
    """Angkanya ikut hanya bila realisasinya tampil."""
    satu = ukuran.indikator
    tulisan = satu.rumus_pembilang
    if satu.rumus_penyebut:
        tulisan = str(Rumus(satu.rumus_pembilang, satu.rumus_penyebut, satu.faktor))
    return RumusApi(
        tulisan=tulisan,
        pembilang=ukuran.pembilang if is_tampil else None,
        penyebut=ukuran.penyebut if is_tampil else None,
        asal=ukuran.kurang or ukuran.asal,
    )
