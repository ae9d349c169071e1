"""Tabel capaian LKjIP: setahun (3.1), beberapa tahun (3.2), jangka menengah (3.3)."""

from collections.abc import Iterable, Sequence
from string import ascii_lowercase

from kinerja.models import Indikator
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.indikator.reports import per_sasaran, realisasi_tahun, target_tahun
from kinerja.naskah.lkjip.isi.tabel import (
    BarisJangka,
    BarisRenstra,
    BarisSetahun,
    BarisTahun,
    CatatanKaki,
    SasaranJangka,
    SasaranSetahun,
    TabelRenstra,
    TabelTahun,
)
from kinerja.tahun.definisi import catatan_definisi
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.ukuran import Ukuran


def tabel_setahun(pengukuran: Pengukuran, jenis: str) -> tuple[SasaranSetahun, ...]:
    """Baris target, realisasi, capaian dan predikat tahun laporan, per sasaran."""
    semua = per_sasaran(pengukuran.jenis(jenis))
    hasil = []
    for nama, anggota in semua:
        hasil.append(_setahun(nama, map(pengukuran.ukur, anggota)))
    return tuple(hasil)


def _setahun(nama: str, ukuran: Iterable[Ukuran]) -> SasaranSetahun:
    """Sasaran dengan baris tiap indikatornya."""
    return SasaranSetahun(sasaran=nama, baris=tuple(_baris(u) for u in ukuran))


def _baris(ukuran: Ukuran) -> BarisSetahun:
    """Satu baris tabel 3.1, dengan asal angkanya."""
    return BarisSetahun(
        nomor=ukuran.indikator.nomor,
        kode=ukuran.indikator.kode_cetak,
        nama=ukuran.indikator.nama,
        satuan=ukuran.indikator.satuan,
        desimal=ukuran.indikator.desimal,
        target=besaran(ukuran.target_cetak, ukuran.keadaan_target),
        realisasi=besaran(ukuran.realisasi_cetak, ukuran.keadaan_realisasi),
        capaian=ukuran.capaian.persen,
        predikat=ukuran.predikat,
        rumus_pembilang=ukuran.indikator.rumus_pembilang,
        rumus_penyebut=ukuran.indikator.rumus_penyebut,
        pembilang=ukuran.pembilang,
        penyebut=ukuran.penyebut,
        asal=ukuran.asal,
        penjelasan=ukuran.isian.penjelasan if ukuran.isian else "",
        keterangan=ukuran.keterangan,
        pembulatan=ukuran.catatan_pembulatan,
    )


def tabel_beberapa_tahun(
    pengukuran: Pengukuran, jenis: str, indikator: Sequence[Indikator] | None = None
) -> TabelTahun:
    """Target, realisasi dan capaian tiap indikator sejak awal periode, tanpa tahun yang kosong.

    `indikator` bila bukan semua indikator jenis itu.
    """
    if indikator is None:
        indikator = pengukuran.jenis(jenis)
    periode = pengukuran.renstra.tahun_periode
    tahun = tuple(t for t in periode if _is_berisi(pengukuran, indikator, t))
    catatan = Catatan()
    baris = tuple(_deret(pengukuran, i, tahun, catatan) for i in indikator)
    return TabelTahun(tahun=tahun, baris=baris, catatan=catatan.semua())


class Catatan:
    """Catatan kaki satu tabel: teks yang sama bertanda sama, menurut urutan munculnya."""

    def __init__(self) -> None:
        """Belum ada catatan; tandanya menurut urutan munculnya."""
        self._tanda: dict[str, str] = {}

    def tanda(self, teks: str) -> str:
        """Tanda bagi `teks`; kosong bila tidak ada yang dicatat."""
        if not teks:
            return ""
        urut = len(self._tanda)
        return self._tanda.setdefault(teks, _huruf(urut))

    def semua(self) -> tuple[CatatanKaki, ...]:
        """Semua catatan, urut tandanya."""
        hasil = []
        for teks, tanda in self._tanda.items():
            hasil.append(CatatanKaki(tanda=tanda, teks=teks))
        return tuple(hasil)


def _huruf(urut: int) -> str:
    """a sampai z, lalu aa, ab, …"""
    depan, belakang = divmod(urut, len(ascii_lowercase))
    awal = ""
    if depan:
        awal = ascii_lowercase[depan - 1]
    return awal + ascii_lowercase[belakang]


def _is_berisi(pengukuran: Pengukuran, indikator: Iterable[Indikator], tahun: int) -> bool:
    """Ada indikator yang terisi pada tahun itu."""
    ukuran = [pengukuran.ukur(i, tahun) for i in indikator]
    return any(u.is_berisi for u in ukuran)


def _deret(
    pengukuran: Pengukuran,
    indikator: Indikator,
    tahun: Sequence[int],
    catatan: Catatan,
) -> BarisTahun:
    """Satu baris tabel 3.2: sel tiap tahun dengan tanda catatannya."""
    ukuran = [pengukuran.ukur(indikator, t) for t in tahun]
    definisi = catatan_definisi(pengukuran, indikator)
    catatan_target = [_bersama(u.catatan_target, definisi[u.tahun]) for u in ukuran]
    catatan_realisasi = [_bersama(u.catatan_realisasi, definisi[u.tahun]) for u in ukuran]
    return BarisTahun(
        nomor=indikator.nomor,
        kode=indikator.kode_cetak,
        sasaran=indikator.sasaran.nama,
        nama=indikator.nama,
        satuan=indikator.satuan,
        desimal=indikator.desimal,
        target=tuple(target_tahun(u, indikator) for u in ukuran),
        realisasi=tuple(realisasi_tahun(u, indikator) for u in ukuran),
        capaian=tuple(u.capaian.persen for u in ukuran),
        tanda_target=tuple(map(catatan.tanda, catatan_target)),
        tanda_realisasi=tuple(map(catatan.tanda, catatan_realisasi)),
    )


def _bersama(*catatan: str) -> str:
    """Catatan nilainya, lalu catatan definisi tahunnya."""
    return " ".join(satu for satu in catatan if satu)


def tabel_renstra(pengukuran: Pengukuran) -> TabelRenstra:
    """Target tiap IKU dan IKK pada tahun periode yang bertarget; kosong tanpa Renstra."""
    periode = pengukuran.renstra.periode_bersumber
    if periode is None:
        return TabelRenstra()
    semua = range(periode.tahun_awal, periode.tahun_akhir + 1)
    indikator = [i for i in pengukuran.indikator if i.jenis in ("iku", "ikk")]
    tahun = tuple(t for t in semua if _is_bertarget(pengukuran, t))
    if not tahun:
        return TabelRenstra()
    baris = tuple(_renstra(pengukuran, i, tahun) for i in indikator)
    return TabelRenstra(tahun=tahun, baris=baris)


def _is_bertarget(pengukuran: Pengukuran, tahun: int) -> bool:
    ukuran = [pengukuran.ukur(i, tahun) for i in pengukuran.indikator]
    return any(u.target_cetak is not None for u in ukuran)


def _renstra(pengukuran: Pengukuran, indikator: Indikator, tahun: Sequence[int]) -> BarisRenstra:
    """Satu baris ringkasan Renstra."""
    return BarisRenstra(
        nomor=indikator.nomor,
        kode=indikator.kode_cetak,
        jenis=indikator.jenis,
        sasaran=indikator.sasaran.nama,
        nama=indikator.nama,
        satuan=indikator.satuan,
        desimal=indikator.desimal,
        target=tuple(target_tahun(pengukuran.ukur(indikator, t), indikator) for t in tahun),
    )


def tabel_jangka_menengah(pengukuran: Pengukuran, jenis: str) -> tuple[SasaranJangka, ...]:
    """Realisasi tahun laporan di samping target akhir Renstra; kosong bila tidak satu pun ada."""
    if not pengukuran.is_bertarget_akhir:
        return ()
    semua = per_sasaran(pengukuran.jenis(jenis))
    return tuple(_jangka(pengukuran, nama, anggota) for nama, anggota in semua)


def _jangka(pengukuran: Pengukuran, nama: str, anggota: Iterable[Indikator]) -> SasaranJangka:
    """Sasaran dengan baris tiap indikatornya."""
    baris = tuple(_terhadap_akhir(pengukuran.akhir[indikator.pk]) for indikator in anggota)
    return SasaranJangka(sasaran=nama, baris=baris)


def _terhadap_akhir(ukuran: Ukuran) -> BarisJangka:
    """Satu baris tabel 3.3."""
    return BarisJangka(
        nomor=ukuran.indikator.nomor,
        kode=ukuran.indikator.kode_cetak,
        nama=ukuran.indikator.nama,
        satuan=ukuran.indikator.satuan,
        desimal=ukuran.indikator.desimal,
        realisasi=besaran(ukuran.realisasi_cetak, ukuran.keadaan_realisasi),
        target=besaran(ukuran.target_cetak, ukuran.keadaan_target),
        capaian=ukuran.capaian.persen,
        keterangan=ukuran.keterangan,
    )
