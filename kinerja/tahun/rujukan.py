"""Angka yang dapat dirujuk naskah dan dibandingkan dengan angka tercetak.

`{kunci: Rujukan}`; kunci seperti `iku.1.capaian` (`iku.2.1.capaian` dengan nomor sasarannya),
`iku.1.capaian.2022`, `iku.1.capaian.tahun_lalu`, `anggaran.persen`, `idm.2023.maju`,
`idm.tahun.maju`. Tiap fungsi menyusun satu kelompok dari bagian
yang sudah terukur.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from accounts.models import Kabupaten, PerangkatDaerah
from core.angka import format_angka, persen
from idm.models import KOLOM_STATUS
from idm.reports import StatusTahun
from kinerja.aturan.belum import TIDAK_ADA
from kinerja.models import Indikator, RekapPegawai
from kinerja.tahun.akip import HasilAkip
from kinerja.tahun.pengukuran import Pengukuran, Rata
from kinerja.tahun.pohon import Pohon
from kinerja.tahun.ukuran import Ukuran

Angka = Decimal | None  # `None` bila tidak diketahui


@dataclass(frozen=True)
class Rujukan:
    """Nilai tanpa pembulatan untuk dibandingkan, tulisannya untuk naskah, dan halaman asalnya."""

    nilai: Decimal | str | None
    teks: str
    url: str = ""


KumpulanRujukan = dict[str, Rujukan]


def _angka(nilai: Decimal | int | None, teks: str | None = None, url: str = "") -> Rujukan:
    """Yang tidak diketahui tetap dapat dirujuk, dengan sebutannya."""
    if nilai is None:
        return Rujukan(None, TIDAK_ADA, url)
    angka = Decimal(nilai)
    if teks is None:
        return Rujukan(angka, format_angka(angka), url)
    return Rujukan(angka, teks, url)


def rujukan_persen(nilai: Angka, url: str = "") -> Rujukan:
    """Persen yang tidak dapat dihitung disebut demikian."""
    tulisan = TIDAK_ADA
    if nilai is not None:
        tulisan = persen(nilai)
    return Rujukan(nilai, tulisan, url)


def _rata(rata: Rata) -> Rujukan:
    """Rata-rata dengan banyak yang tidak ikut, bila ada."""
    angka = rujukan_persen(rata.rasio)
    tulisan = angka.teks
    if rata.kalimat:
        tulisan = f"{angka.teks} ({rata.kalimat})"
    return Rujukan(angka.nilai, tulisan)


def rujukan_teks(teks: str) -> Rujukan:
    """Rujukan yang nilainya tulisan itu sendiri."""
    return Rujukan(teks, teks)


def rujukan_umum(
    kabupaten: Kabupaten,
    dinas: PerangkatDaerah,
    pengukuran: Pengukuran,
) -> KumpulanRujukan:
    """Yang sama di seluruh naskah: tahun, dinas, kabupaten dan periodenya."""
    tahun = pengukuran.renstra.tahun
    periode = pengukuran.renstra.periode_bersumber
    dasar_hukum = dinas.dasar_hukum.strip()
    return {
        "tahun": rujukan_teks(str(tahun)),
        "tahun_lalu": rujukan_teks(str(tahun - 1)),
        "dinas": rujukan_teks(dinas.nama),
        "kabupaten": rujukan_teks(str(kabupaten)),
        "kepala_daerah": rujukan_teks(kabupaten.sebutan_kepala),
        "provinsi": rujukan_teks(kabupaten.provinsi),
        "dasar_hukum_dinas": Rujukan(dasar_hukum or None, dasar_hukum or TIDAK_ADA),
        "periode": rujukan_teks(periode.nama if periode else TIDAK_ADA),
        "capaian.rata_iku": _rata(pengukuran.rata_iku()),
    }


def rujukan_indikator(pengukuran: Pengukuran) -> KumpulanRujukan:
    """Tiap indikator sejak awal periode; tahun laporan dan tahun lalu juga tanpa angka tahunnya."""
    hasil: KumpulanRujukan = {}
    for indikator in pengukuran.indikator:
        milik = _satu_indikator(pengukuran, indikator)
        for awal in indikator.kunci:
            for nama, angka in milik.items():
                hasil[f"{awal}.{nama}"] = angka
    return hasil


def _satu_indikator(pengukuran: Pengukuran, indikator: Indikator) -> KumpulanRujukan:
    """Angka satu indikator tanpa awalan kuncinya."""
    tahun_ini = pengukuran.renstra.tahun
    tanpa_tahun = {tahun_ini: "", tahun_ini - 1: ".tahun_lalu"}
    url = indikator.get_absolute_url()
    hasil = {"nama": Rujukan(indikator.nama, indikator.nama, url)}
    for tahun in pengukuran.renstra.tahun_periode:
        ukuran = pengukuran.ukur(indikator, tahun)
        for nama, angka in _ukuran(ukuran).items():
            hasil[f"{nama}.{tahun}"] = angka
            if tahun in tanpa_tahun:
                hasil[f"{nama}{tanpa_tahun[tahun]}"] = angka
    return hasil


def is_tentang(kunci: str, indikator: Indikator) -> bool:
    """Rujukan `kunci` menyebut indikator itu; `iku.1.…` bukan tentang `iku.1.2.…`."""
    for awal in indikator.kunci:
        sisa = kunci.removeprefix(f"{awal}.")
        if sisa != kunci and not sisa[:1].isdecimal():
            return True
    return False


def _ukuran(ukuran: Ukuran) -> KumpulanRujukan:
    """Empat angka satu indikator pada satu tahun."""
    desimal = ukuran.indikator.desimal
    url = ukuran.indikator.get_absolute_url()
    return {
        "target": rujukan_nilai(ukuran.target, ukuran.sebutan_target, desimal, url),
        "realisasi": rujukan_nilai(ukuran.realisasi, ukuran.sebutan_realisasi, desimal, url),
        "capaian": rujukan_persen(ukuran.capaian.rasio, url),
        "predikat": Rujukan(ukuran.predikat, ukuran.predikat or TIDAK_ADA, url),
    }


def rujukan_nilai(nilai: Angka, sebutan: str, desimal: int, url: str) -> Rujukan:
    """Angka indikator, atau sebutannya bila indikatornya kualitatif."""
    if sebutan:
        return Rujukan(sebutan, sebutan, url)
    tulisan = None
    if nilai is not None:
        tulisan = format_angka(nilai, desimal)
    return _angka(nilai, tulisan, url)


def rujukan_idm(status: Mapping[int, StatusTahun], tahun: int) -> KumpulanRujukan:
    """Hitungan per status tahun laporan dan tahun lalu, dan perubahannya dari tahun sebelumnya."""
    hasil: KumpulanRujukan = {}
    for nama, saat in (("tahun_lalu", tahun - 1), ("tahun", tahun)):
        kini = status.get(saat)
        lalu = status.get(saat - 1)
        for kunci, angka in _status(kini, lalu).items():
            hasil[f"idm.{saat}.{kunci}"] = angka
            hasil[f"idm.{nama}.{kunci}"] = angka
    return hasil


def _status(kini: StatusTahun | None, lalu: StatusTahun | None) -> KumpulanRujukan:
    """Hitungan tiap status; perubahannya hanya bila kedua tahunnya diketahui."""
    jumlah = None
    if kini:
        jumlah = kini.jumlah
    hasil = {"jumlah": _angka(jumlah)}
    for kolom, status in KOLOM_STATUS.items():
        banyak = None
        if kini:
            banyak = kini.counts[status]
        ubah = None
        if kini and lalu:
            ubah = kini.counts[status] - lalu.counts[status]
        hasil[kolom] = _angka(banyak)
        hasil[f"{kolom}.perubahan"] = _angka(ubah)
    return hasil


def rujukan_jumlah(pohon: Pohon) -> KumpulanRujukan:
    """Banyak program, kegiatan, sub kegiatan; dua terakhir hanya bila pohonnya dirinci."""
    program = pohon.program
    is_rinci = bool(program) and all(p.obj.is_rinci for p in program)
    kegiatan = [s for s in pohon.baris if s.tingkat == "kegiatan"]
    utama = [s for s in pohon.sub if not s.is_lanjutan]
    banyak_kegiatan = None
    banyak_sub = None
    if is_rinci:
        banyak_kegiatan = len(kegiatan)
        banyak_sub = len(utama)
    return {
        "program.jumlah": _angka(len(program)),
        "kegiatan.jumlah": _angka(banyak_kegiatan),
        "sub_kegiatan.jumlah": _angka(banyak_sub),
    }


def rujukan_pegawai(rows: Iterable[RekapPegawai]) -> KumpulanRujukan:
    """Jumlah tiap kelompok pegawai dan tiap barisnya."""
    hasil: KumpulanRujukan = {}
    semua = list(rows)
    for kelompok in RekapPegawai.Kelompok.values:
        anggota = [row for row in semua if row.kelompok == kelompok]
        jumlah = None
        if anggota:
            jumlah = sum(row.jumlah for row in anggota)
        hasil[f"pegawai.{kelompok}.jumlah"] = _angka(jumlah)
        for row in anggota:
            url = row.get_absolute_url()
            hasil[f"pegawai.{kelompok}.{row.urutan}"] = _angka(row.jumlah, url=url)
    return hasil


def rujukan_akip(akip: HasilAkip | None) -> KumpulanRujukan:
    """Nilai evaluasi AKIP dan kategorinya."""
    if akip is None:
        return {"akip.nilai": _angka(None), "akip.kategori": Rujukan(None, TIDAK_ADA, "")}
    url = akip.evaluasi.get_absolute_url()
    tulisan = format_angka(akip.nilai, 2)
    return {
        "akip.nilai": _angka(akip.nilai, tulisan, url),
        "akip.kategori": Rujukan(akip.kategori, akip.kategori or TIDAK_ADA, url),
    }
