"""Tabel dasbor desa; yang juga pada gambaran diuraikan di sana."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from core.tabel import Kolom, Rupa, Tabel
from idm.laporan.dasar.lembar import ANGKA, NAMA, NAMA_BARIS, STATUS, berjudul, tabel_laporan
from idm.laporan.dasbor.reports import IsiDasborDesa
from idm.laporan.gambaran.lembar.tabel import (
    tabel_bergeser,
    tabel_kecamatan,
    tabel_matriks,
    tabel_status,
    tabel_terlemah,
)
from idm.laporan.gambaran.reports import NAMA_STATUS
from villages.reports.kerja_sama import Hitungan

DESA_BERLAINAN = "Desa yang sama pada beberapa daftar dihitung sekali."


@dataclass(frozen=True)
class TabelDasborDesa:
    """Semua tabel dasbor desa; perpindahannya `None` bila tidak diketahui per desa."""

    status: Tabel
    matriks: Tabel | None
    bergeser: Tabel | None
    kecamatan: Tabel
    terlemah: Tabel
    kerja_sama: Tabel
    lembaga: Tabel
    kelas: Tabel
    desa: Tabel

    def lembar(self) -> list[Tabel]:
        """Satu lembar tiap tabelnya."""
        semua = [
            self.status,
            self.matriks,
            self.bergeser,
            self.kecamatan,
            self.terlemah,
            self.kerja_sama,
            self.lembaga,
            self.desa,
        ]
        return [satu for satu in semua if satu]


def tabel_dasbor_desa(isi: IsiDasborDesa) -> TabelDasborDesa:
    """Tiap tabel menyebut kecamatannya bila disaring."""
    kepala = isi.kepala
    matriks = tabel_matriks(kepala, isi.matriks)
    bergeser = tabel_bergeser(kepala, isi.matriks)
    kecamatan = tabel_kecamatan(kepala, isi.ukuran, isi.kecamatan, isi.kabupaten)
    return TabelDasborDesa(
        status=_tersaring(isi, tabel_laporan_status(isi)),
        matriks=_tersaring(isi, _menunjuk(matriks)) if matriks else None,
        bergeser=_tersaring(isi, bergeser) if bergeser else None,
        kecamatan=_bertautan(isi, kecamatan),
        terlemah=_tersaring(isi, tabel_terlemah(kepala, isi.ukuran, isi.terlemah)),
        kerja_sama=_tersaring(isi, _kerja_sama(isi)),
        lembaga=_tersaring(isi, _lembaga(isi)),
        kelas=_tersaring(isi, _kelas(isi)),
        desa=_tersaring(isi, _desa(isi)),
    )


def tabel_laporan_status(isi: IsiDasborDesa) -> Tabel:
    """Status tiga tahun dengan kop laporannya."""
    status = isi.tabel
    polos = berjudul(isi.kepala, tabel_status(status))
    rupa = dict(polos.rupa)
    bertautan = {1: status.tahun - 1, 3: status.tahun}  # kolom dan tahunnya
    for nomor, baris in enumerate(status.baris):
        for urut, tahun in bertautan.items():
            if tahun in isi.rinci:
                url = _alamat_desa(isi, tahun, baris.status)
                rupa[nomor, urut] = Rupa(url=url)
    return replace(polos, rupa=rupa)


def _alamat_desa(
    isi: IsiDasborDesa,
    tahun: int,
    status: str = "",
    kecamatan: int | None = None,
) -> str:
    """Daftar desa yang dihitung satu angka."""
    dipilih = isi.kecamatan_dipilih
    if kecamatan is None and dipilih:
        kecamatan = dipilih.pk
    saringan = {"tahun": tahun, "kecamatan": kecamatan, "status": status}
    terisi = {}
    for nama, nilai in saringan.items():
        if nilai:
            terisi[nama] = nilai
    model = isi.ukuran.model._meta.model_name
    alamat = reverse(f"idm:{model}_list")
    return f"{alamat}?{urlencode(terisi)}"


def _menunjuk(tabel: Tabel) -> Tabel:
    """Yang bergeser membuka nama desanya di bawah matriksnya."""
    rupa = {}
    for letak, satu in tabel.rupa.items():
        if satu.arah != "tetap":
            satu = replace(satu, url="#d-bergeser")
        rupa[letak] = satu
    return replace(tabel, rupa=rupa)


def _kelas(isi: IsiDasborDesa) -> Tabel:
    """Banyak desa tiap kelas pada peta."""
    tahun = isi.kepala.tahun
    baris: list[list[Any]] = []
    rupa = {}
    for nomor, satu in enumerate(isi.peta.kelas):
        url = _alamat_desa(isi, tahun, satu.nama.upper())
        rupa[nomor, 1] = Rupa(url=url)
        baris.append([satu.nama, satu.banyak])
    tanpa_data = isi.peta.tanpa_data
    baris.append(["Tanpa data, termasuk kelurahan", tanpa_data])
    status = replace(NAMA_BARIS, is_status=True)
    kolom = [("Status pada peta", status), ("Desa", ANGKA)]
    return tabel_laporan(isi.kepala, "Peta", kolom, baris, rupa=rupa)


def _tersaring(isi: IsiDasborDesa, tabel: Tabel) -> Tabel:
    """Kecamatan yang disaring pada judul lembarnya."""
    dipilih = isi.nama_dipilih
    if not dipilih:
        return tabel
    *kop, nama = tabel.judul
    judul = (*kop, f"Kecamatan {dipilih}", nama)
    return replace(tabel, judul=judul)


def alamat_kecamatan(isi: IsiDasborDesa, nama: str) -> str:
    """Dasbor satu kecamatan pada tahun yang sama."""
    nomor = isi.nomor_kecamatan.get(nama)
    if nomor is None:
        return ""
    alamat = reverse("idm:dasbor")
    tahun = isi.kepala.tahun
    return f"{alamat}?tahun={tahun}&kecamatan={nomor}"


def _bertautan(isi: IsiDasborDesa, tabel: Tabel) -> Tabel:
    """Tiap kecamatan membuka dasbornya; yang sedang disaring tebal."""
    rupa = dict(tabel.rupa)
    tebal = set(tabel.tebal)
    for nomor, baris in enumerate(tabel.baris):
        nama = baris[1]
        url = alamat_kecamatan(isi, nama)
        if url:
            rupa[nomor, 1] = Rupa(url=url)
            rupa |= _angka_kecamatan(isi, nomor, nama)
        if nama == isi.nama_dipilih:
            tebal.add(nomor)
    return replace(tabel, rupa=rupa, tebal=frozenset(tebal))


def _angka_kecamatan(isi: IsiDasborDesa, nomor: int, nama: str) -> dict[tuple[int, int], Rupa]:
    """Banyak desanya, lalu banyak tiap status, masing-masing membuka daftarnya."""
    kecamatan = isi.nomor_kecamatan[nama]
    tahun = isi.kepala.tahun
    semua = _alamat_desa(isi, tahun, "", kecamatan)
    rupa = {(nomor, 2): Rupa(url=semua)}
    for urut, status in enumerate(NAMA_STATUS, start=4):
        url = _alamat_desa(isi, tahun, status, kecamatan)
        rupa[nomor, urut] = Rupa(url=url)
    return rupa


def _kerja_sama(isi: IsiDasborDesa) -> Tabel:
    """Baris dan desa berlainan tiap jenis, dengan jumlah tahun lalu."""
    kolom = [
        ("Jenis", NAMA_BARIS),
        ("Baris", ANGKA),
        ("Desa berlainan", ANGKA),
        ("Baris aktif", ANGKA),
        ("Desa aktif", ANGKA),
    ]
    satuan = isi.kerja_sama
    tahun = isi.kepala.tahun
    baris = []
    for satu in satuan.jenis:
        baris.append(_hitungan(satu.jenis, satu.hitungan))
    tebal = []
    kini = satuan.kini
    lalu = satuan.lalu
    if kini:
        tebal.append(len(baris))
        baris.append(_hitungan(f"Seluruhnya {tahun}", kini))
    if lalu:
        baris.append(_hitungan(f"Seluruhnya {tahun - 1}", lalu))
    semua_tahun = [tahun] * len(baris)
    if lalu:
        semua_tahun[-1] = tahun - 1
    rupa = _bertautan_tahun("villages:kerjasama_angka", semua_tahun, len(kolom))
    return tabel_laporan(
        isi.kepala,
        "Kerja sama",
        kolom,
        baris,
        tebal=frozenset(tebal),
        rupa=rupa,
        catatan=(DESA_BERLAINAN,),
        kosong="Belum ada formulir kerja sama tahun itu.",
    )


def _bertautan_tahun(
    halaman: str, semua_tahun: Sequence[int], kolom: int
) -> dict[tuple[int, int], Rupa]:
    """Nama dan angka tiap baris membuka `halaman` pada tahun barisnya."""
    alamat = reverse(halaman)
    hasil = {}
    for nomor, tahun in enumerate(semua_tahun):
        rupa = Rupa(url=f"{alamat}?tahun={tahun}")
        for urut in range(kolom):
            hasil[nomor, urut] = rupa
    return hasil


def _hitungan(nama: str, satu: Hitungan) -> list[str | int]:
    return [nama, satu.baris, satu.desa, satu.aktif, satu.desa_aktif]


def _lembaga(isi: IsiDasborDesa) -> Tabel:
    """Banyak tiap lembaga; kecamatan yang belum melapor disebut."""
    lembaga = isi.lembaga
    baris = [[satu.nama, satu.jumlah] for satu in lembaga.baris]
    semua_tahun = [isi.kepala.tahun] * len(baris)
    rupa = _bertautan_tahun("villages:rekaplembaga_grid", semua_tahun, 2)
    catatan = []
    if lembaga.belum:
        belum = ", ".join(lembaga.belum)
        catatan.append(f"Belum melapor lengkap: {belum}.")
    return tabel_laporan(
        isi.kepala,
        "Lembaga",
        [("Lembaga", NAMA_BARIS), ("Banyak", ANGKA)],
        baris,
        rupa=rupa,
        catatan=catatan,
    )


def _desa(isi: IsiDasborDesa) -> Tabel:
    """Yang tergambar pada peta, satu baris tiap desa."""
    kolom = [
        ("Kode", Kolom(lebar=16)),
        ("Desa", NAMA_BARIS),
        ("Kecamatan", NAMA),
        ("Status", STATUS),
    ]
    baris = []
    rupa = {}
    tahun = isi.kepala.tahun
    for nomor, satu in enumerate(isi.peta.baris):
        desa = satu.desa
        url = reverse("idm:profil", args=[desa.pk])
        rupa[nomor, 1] = Rupa(url=f"{url}?tahun={tahun}")
        baris.append([desa.kode_saat, desa.nama_saat, desa.letak, satu.kelas])
    return tabel_laporan(isi.kepala, "Desa", kolom, baris, rupa=rupa)
