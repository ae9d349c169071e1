"""Baris rencana aksi satu tahun dengan angkanya tiap triwulan, dari tahun terukur."""

from functools import partial
from typing import Any

from accounts.models import TokenApi
from kinerja.api.isi import AksiApi, TriwulanApi
from kinerja.api.reports.koleksi import BarisKoleksi, Saringan
from kinerja.api.reports.sah import sah
from kinerja.aturan.keadaan import Khusus
from kinerja.aturan.rencana import TRIWULAN, Angka, Takaran, per_triwulan
from kinerja.naskah.dasar.besaran import besaran
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.terbuka.isi import AngkaTertulis, angka, dari_besaran, penyerapan, persen, uang

RENCANA = ("", "rencana_aksi")
SahTriwulan = dict[int, str | None]  # kode naskah yang mengunci tiap triwulan


def rencana_aksi(token: TokenApi, saringan: Saringan) -> BarisKoleksi:
    """Baris pohon menurut urutan naskahnya."""
    tahun = saringan["tahun"]
    kinerja = TahunKinerja(token.kabupaten, tahun)
    semua: SahTriwulan = {}
    for nomor in TRIWULAN:
        lingkup = ("", f"pengukuran-{nomor}")
        semua[nomor] = sah(token, tahun, lingkup)
    bentuk = partial(
        _aksi,
        tahun,
        sah=sah(token, tahun, RENCANA),
        triwulan=semua,
    )
    return BarisKoleksi(kinerja.pohon.baris, bentuk)


def _aksi(
    tahun: int,
    simpul: Simpul,
    *,
    sah: str | None,
    triwulan: SahTriwulan,
) -> AksiApi:
    """Rencananya, lalu hasil sampai triwulan yang sudah diisi."""
    rencana: Any = simpul.rencana
    evaluasi = simpul.evaluasi
    aturan = evaluasi.aturan
    target = evaluasi.target
    satuan = simpul.obj.satuan
    jawab = simpul.induk.penanggung_jawab
    tiap_triwulan = []
    for nomor, kode in triwulan.items():
        satu = _triwulan(simpul, nomor, kode)
        tiap_triwulan.append(satu)
    return AksiApi(
        tahun=tahun,
        tingkat=simpul.tingkat,
        kode=simpul.induk.kode,
        nama=simpul.induk.nama,
        indikator=simpul.obj.indikator,
        satuan=satuan,
        arah=aturan.arah.value,
        cara=aturan.cara.value,
        target=simpul.obj.tulisan_target,
        target_setahun=tertulis(target, target.cetak, satuan),
        aksi=rencana.aksi if rencana else "",
        bulan=simpul.bulan,
        pagu=uang(simpul.pagu, simpul.kelengkapan),
        triwulan=tuple(tiap_triwulan),
        realisasi=tertulis(evaluasi.setahun, evaluasi.jumlah, satuan),
        capaian=persen(evaluasi.persen.k, evaluasi.keterangan),
        uang=uang(evaluasi.jumlah.rp),
        penyerapan=penyerapan(evaluasi.persen.rp, simpul.catatan_pagu),
        penanggung_jawab=str(jawab or ""),
        sah=sah,
    )


def _triwulan(simpul: Simpul, nomor: int, sah: str | None) -> TriwulanApi:
    """Yang belum dilaporkan belum diisi, bukan nol."""
    urut = nomor - 1
    takaran = simpul.evaluasi.triwulan[urut]
    jadwal = per_triwulan(simpul.bulan)
    return TriwulanApi(
        triwulan=nomor,
        jadwal=jadwal[urut],
        realisasi=tertulis(takaran, takaran.cetak, simpul.obj.satuan),
        uang=uang(takaran.rp),
        sah=sah,
    )


def tertulis(takaran: Takaran, cetak: Angka, satuan: str) -> AngkaTertulis:
    """K sebagaimana tercetak: angka, sebutan, atau keadaannya dengan alasannya."""
    if cetak.k is not None:
        return angka(cetak.k, satuan)
    keadaan = sebab = ""
    if isinstance(takaran.isi, Khusus):
        keadaan = takaran.isi.keadaan.value
        sebab = takaran.isi.sebab
    tercetak = besaran(cetak.keadaan, keadaan)
    return dari_besaran(tercetak, satuan, None, sebab)
