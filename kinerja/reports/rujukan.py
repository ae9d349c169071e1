"""Angka yang dapat dirujuk naskah dan dibandingkan dengan angka tercetak.

`{kunci: Angka}`; kunci seperti `iku.1.capaian`, `iku.1.capaian.2022`, `iku.1.capaian.tahun_lalu`,
`anggaran.persen`, `idm.2023.maju`, `idm.tahun.maju`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from accounts.models import Kabupaten, PerangkatDaerah
from core.angka import format_angka, persen, rupiah, terbilang
from idm.models import KOLOM_STATUS
from kinerja.capaian import bagian_persen, predikat
from kinerja.models import EvaluasiAkip, Kegiatan, RekapPegawai, SkalaPredikat, SubKegiatan
from kinerja.naskah import TIDAK_ADA
from kinerja.reports.keuangan import Anggaran, anggaran
from kinerja.reports.pengukuran import Pengukuran
from kinerja.reports.pohon import Pohon

SKALA_AKIP = "akip-88-2021"
# suku pertama kunci -> nama kelompok bagi penyunting naskah; selain itu "Umum"
KELOMPOK = {
    "iku": "Indikator kinerja utama",
    "ikk": "Indikator kinerja kunci",
    "idm": "Status desa (IDM)",
    "anggaran": "Anggaran",
    "program": "Program",
    "pegawai": "Pegawai",
    "akip": "Evaluasi AKIP",
}


@dataclass(frozen=True)
class Angka:
    """Nilai tanpa bentuk dan tanpa pembulatan untuk dibandingkan, tulisannya untuk naskah, dan halaman asalnya."""

    nilai: Decimal | str | None
    teks: str
    url: str = ""


@dataclass(frozen=True)
class Bahan:
    """Yang dibaca sekali dan dipakai seluruh laporan satu tahun."""

    kabupaten: Kabupaten
    tahun: int
    pengukuran: Pengukuran
    anggaran: Anggaran

    @cached_property
    def pohon(self) -> Pohon:
        return Pohon(self.kabupaten, self.tahun)

    @property
    def dinas(self) -> PerangkatDaerah:
        return self.kabupaten.dinas

    @cached_property
    def rujukan(self) -> dict[str, "Angka"]:
        """Semua angka yang dapat dirujuk untuk tahun laporan."""
        return rujukan(self)


def read(naskah: Any) -> Bahan:
    """Bahan naskah kinerja: tahun naskah pada kabupatennya."""
    return bahan(naskah.kabupaten, naskah.tahun)


def bahan(kabupaten: Kabupaten, tahun: int) -> Bahan:
    return Bahan(kabupaten, tahun, Pengukuran(kabupaten, tahun), anggaran(kabupaten, tahun))


def rujukan(b: Bahan) -> dict[str, Angka]:
    """Semua angka yang dapat dirujuk untuk tahun laporan."""
    return {
        **_umum(b),
        **_indikator(b),
        **_idm(b),
        **_anggaran(b),
        **_jumlah(b),
        **_pegawai(b),
        **_akip(b),
    }


def tulisan(angka: Mapping[str, Angka]) -> dict[str, str]:
    """Hanya tulisannya, untuk `kinerja.naskah.isi`."""
    return {key: value.teks for key, value in angka.items()}


def kelompok_rujukan(angka: Mapping[str, Angka]) -> list[tuple[str, list[tuple[str, str]]]]:
    """`[(nama kelompok, [(kunci, tulisan), …])]` menurut suku pertama kunci, untuk dibaca penyunting."""
    hasil: dict[str, list[tuple[str, str]]] = {}
    for kunci, teks in tulisan(angka).items():
        awal = kunci.partition(".")[0]
        hasil.setdefault(KELOMPOK.get(awal, "Umum"), []).append((kunci, teks))
    return list(hasil.items())


def _angka(nilai: Decimal | int | None, teks: str | None = None, url: str = "") -> Angka:
    if nilai is None:
        return Angka(None, TIDAK_ADA, url)
    value = Decimal(nilai)
    return Angka(value, format_angka(value) if teks is None else teks, url)


def _persen(nilai: Decimal | None, url: str = "") -> Angka:
    return Angka(nilai, TIDAK_ADA, url) if nilai is None else Angka(nilai, persen(nilai), url)


def _uang(nilai: Decimal | None, url: str = "") -> Angka:
    return Angka(nilai, TIDAK_ADA, url) if nilai is None else Angka(nilai, rupiah(nilai), url)


def _teks(teks: str) -> Angka:
    return Angka(teks, teks)


def _umum(b: Bahan) -> dict[str, Angka]:
    return {
        "tahun": _teks(str(b.tahun)),
        "tahun_lalu": _teks(str(b.tahun - 1)),
        "dinas": _teks(b.dinas.nama),
        "kabupaten": _teks(str(b.kabupaten)),
        "kepala_daerah": _teks(b.kabupaten.sebutan_kepala),
        "provinsi": _teks(b.kabupaten.provinsi),
        "dasar_hukum_dinas": _teks(b.dinas.dasar_hukum or "(dasar hukum belum diisi)"),
        "periode": _teks(b.pengukuran.periode.nama if b.pengukuran.periode else TIDAK_ADA),
        "capaian.rata_iku": _persen(b.pengukuran.rata_iku()),
    }


def _indikator(b: Bahan) -> dict[str, Angka]:
    hasil: dict[str, Angka] = {}
    for indikator in b.pengukuran.indikator:
        url = indikator.get_absolute_url()
        hasil[f"{indikator.kunci}.nama"] = Angka(indikator.nama, indikator.nama, url)
        for tahun in b.pengukuran.tahun_periode:
            ukuran = b.pengukuran.ukur(indikator, tahun)
            n = indikator.desimal
            nilai = {
                "target": _nilai(ukuran.target, ukuran.sebutan_target, n, url),
                "realisasi": _nilai(ukuran.realisasi, ukuran.sebutan_realisasi, n, url),
                "capaian": _persen(ukuran.rasio, url),
                "predikat": Angka(ukuran.predikat, ukuran.predikat or TIDAK_ADA, url),
            }
            for nama, angka in nilai.items():
                hasil[f"{indikator.kunci}.{nama}.{tahun}"] = angka
                if tahun == b.tahun:
                    hasil[f"{indikator.kunci}.{nama}"] = angka
                if tahun == b.tahun - 1:
                    hasil[f"{indikator.kunci}.{nama}.tahun_lalu"] = angka
    return hasil


def _nilai(nilai: Decimal | None, sebutan: str, n: int, url: str) -> Angka:
    """Angka indikator, atau sebutannya bila indikatornya kualitatif."""
    return Angka(sebutan, sebutan, url) if sebutan else _angka(nilai, _bulat(nilai, n), url)


def _bulat(nilai: Decimal | None, n: int) -> str | None:
    return None if nilai is None else format_angka(nilai, n)


def _idm(b: Bahan) -> dict[str, Angka]:
    hasil: dict[str, Angka] = {}
    for nama, tahun in (("tahun_lalu", b.tahun - 1), ("tahun", b.tahun)):
        for kunci, angka in _idm_tahun(b, tahun).items():
            hasil[f"idm.{tahun}.{kunci}"] = hasil[f"idm.{nama}.{kunci}"] = angka
    return hasil


def _idm_tahun(b: Bahan, tahun: int) -> dict[str, Angka]:
    """Hitungan per status pada `tahun` dan perubahannya dari tahun sebelumnya."""
    kini, lalu = b.pengukuran.data.status(tahun), b.pengukuran.data.status(tahun - 1)
    hasil = {"jumlah": _angka(kini.jumlah if kini else None)}
    for kolom, status in KOLOM_STATUS.items():
        hasil[kolom] = _angka(kini.counts[status] if kini else None)
        ubah = kini.counts[status] - lalu.counts[status] if kini and lalu else None
        hasil[f"{kolom}.perubahan"] = _angka(ubah)
    return hasil


def _anggaran(b: Bahan) -> dict[str, Angka]:
    a = b.anggaran
    hasil = {
        "anggaran.pagu": _uang(a.pagu),
        "anggaran.realisasi": _uang(a.realisasi),
        "anggaran.persen": _persen(bagian_persen(a.realisasi, a.pagu)),
        "anggaran.sisa": _uang(a.sisa),
        "anggaran.sisa_persen": _persen(bagian_persen(a.sisa, a.pagu)),
    }
    for nama, nilai in (("pagu", a.pagu), ("realisasi", a.realisasi)):
        eja = TIDAK_ADA if nilai is None else f"{terbilang(int(nilai))} rupiah"
        hasil[f"anggaran.{nama}.terbilang"] = Angka(None if nilai is None else eja, eja)
    for uang in a.baris:
        url, kode = uang.program.get_absolute_url(), f"program.{uang.program.kode}"
        hasil |= {
            f"{kode}.pagu": _uang(uang.pagu, url),
            f"{kode}.realisasi": _uang(uang.realisasi, url),
            f"{kode}.persen": _persen(bagian_persen(uang.realisasi, uang.pagu), url),
        }
    return hasil


def _jumlah(b: Bahan) -> dict[str, Angka]:
    """Banyak program, kegiatan, sub kegiatan; dua terakhir hanya bila pohonnya dirinci."""
    milik: dict[str, Any] = {"perangkat_daerah": b.dinas, "tahun": b.tahun}
    rinci = bool(b.anggaran.baris) and all(u.program.is_rinci for u in b.anggaran.baris)
    di_program = {f"program__{k}": v for k, v in milik.items()}
    di_kegiatan = {f"kegiatan__program__{k}": v for k, v in milik.items()}
    return {
        "program.jumlah": _angka(len(b.anggaran.baris)),
        "kegiatan.jumlah": _angka(Kegiatan.objects.filter(**di_program).count() if rinci else None),
        "sub_kegiatan.jumlah": _angka(SubKegiatan.objects.utama().filter(**di_kegiatan).count() if rinci else None),
    }


def _pegawai(b: Bahan) -> dict[str, Angka]:
    hasil: dict[str, Angka] = {}
    rows = list(RekapPegawai.objects.filter(perangkat_daerah=b.dinas, tahun=b.tahun))
    for kelompok in RekapPegawai.Kelompok.values:
        anggota = [row for row in rows if row.kelompok == kelompok]
        hasil[f"pegawai.{kelompok}.jumlah"] = _angka(sum(r.jumlah for r in anggota) if anggota else None)
        for row in anggota:
            hasil[f"pegawai.{kelompok}.{row.urutan}"] = _angka(row.jumlah, url=row.get_absolute_url())
    return hasil


def _akip(b: Bahan) -> dict[str, Angka]:
    evaluasi = EvaluasiAkip.objects.filter(kabupaten=b.kabupaten, tahun=b.tahun).first()
    kategori = kategori_akip(evaluasi)
    url = evaluasi.get_absolute_url() if evaluasi else ""
    nilai = evaluasi.nilai if evaluasi else None
    return {
        "akip.nilai": _angka(nilai, None if nilai is None else format_angka(nilai, 2), url),
        "akip.kategori": Angka(kategori, kategori or TIDAK_ADA, url),
    }


def kategori_akip(evaluasi: EvaluasiAkip | None) -> str | None:
    """Kategori menurut Permenpan-RB 88/2021; nilai tidak dibulatkan dahulu."""
    skala = SkalaPredikat.objects.filter(kode=SKALA_AKIP).first()
    return predikat(evaluasi.nilai, skala.tingkat()) if evaluasi and skala else None
