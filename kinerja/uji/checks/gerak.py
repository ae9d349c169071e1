"""V11: naik dan turun dalam kalimat terhadap kedua angka yang dibandingkannya."""

import re

from documents.uji import Perbandingan, Temuan
from kinerja.aturan.kalimat_status import STATUS
from kinerja.aturan.klaim import Gerak, gerak
from kinerja.aturan.masa import is_masa_lain
from kinerja.aturan.sebutan import DINAS, SEMUA
from kinerja.aturan.ujaran import (
    BELANJA,
    CAPAIAN,
    HASIL,
    PAGU,
    REALISASI,
    SERAPAN,
    SISA,
    TARGET,
    besaran,
)
from kinerja.tahun.rujukan_naskah import SEBUTAN_ARAH
from kinerja.uji.checks import subjek as s
from kinerja.uji.checks.gerak_angka import (
    angka_gerak,
    arah_angka,
    kedua_nilai,
    tulisan_gerak,
)
from kinerja.uji.checks.gerak_sebutan import arah_sebutan
from kinerja.uji.checks.subjek_lain import SubjekStatus, SubjekUang
from kinerja.uji.checks.ucapan import Ucapan
from kinerja.uji.checks.versi import VERSI

# besaran uang yang bergerak menurut yang disebut; selain itu pagunya
_UANG = {SERAPAN: SERAPAN, REALISASI: REALISASI, BELANJA: REALISASI, SISA: SISA}
_TERBATAS = re.compile(
    r"\b(?:jumlah|banyaknya)\s+(?!desa\b)\w+|\b(?:kesadaran|partisipasi|semangat|kualitas|mutu"
    r"|kesejahteraan|kapasitas|jumlah\s+pegawai)\b",
    re.IGNORECASE,
)
_PERSENTASE = re.compile(r"\b(?:persentase|presentase|proporsi)\b", re.IGNORECASE)
# “persentase peningkatan desa mandiri”: lajunya, bukan bagiannya
_LAJU = re.compile(r"\b(?:persentase|presentase|laju)\s+(?:ke|pe)\w+an\b", re.IGNORECASE)
# “22 desa tertinggal naik status”: desanya berpindah, banyaknya tidak dikatakan
_NAIK_STATUS = re.compile(
    rf"\s+(?:ke\s+)?(?:status|kelas|tingkat|peringkat|menjadi\s+(?:desa\s+)?{STATUS})",
    re.IGNORECASE,
)
# “kenaikan target …”: yang bergerak di belakang bendanya
_BENDA = re.compile(
    r"(?:\w+\s+){0,2}?(?:ke|pe)\w+an\s+(?:target|realisasi|capaian|pagu|anggaran|serapan)\b",
    re.IGNORECASE,
)


def gerak_kalimat(ucapan: Ucapan, jenis: tuple[type[s.Subjek], ...]) -> Perbandingan:
    """Arah dan besarnya bagi tiap pokok anak kalimatnya."""
    milik = [satu for satu in ucapan.subjek if isinstance(satu, jenis)]
    dikatakan = gerak(ucapan.teks)
    if not milik or _is_lain(ucapan, milik, dikatakan):
        return
    yang = _besaran(ucapan, dikatakan)
    pertama = milik[0]
    if len(milik) > 1:
        yield from _tiap(ucapan, milik, dikatakan, yang)
    elif isinstance(pertama, s.SubjekKelompok):
        yield from _semua(ucapan, pertama, dikatakan, yang)
    else:
        nama = _menurut(pertama, yang, dikatakan, ucapan.teks)
        yield from _satu(ucapan, pertama, dikatakan, nama)


def _tiap(
    ucapan: Ucapan,
    milik: list[s.Subjek],
    dikatakan: Gerak | None,
    yang: str,
) -> Perbandingan:
    """“IKK 6 dan IKK 7 naik”: arahnya bagi masing-masing, angkanya tidak pasti milik siapa."""
    if dikatakan is None:
        return
    for satu in milik:
        nama = _menurut(satu, yang, dikatakan, ucapan.teks)
        yield from _arah(ucapan, satu, dikatakan, nama)


def _satu(
    ucapan: Ucapan,
    satu: s.Subjek,
    dikatakan: Gerak | None,
    nama: str,
) -> Perbandingan:
    """Arah lalu angkanya."""
    if dikatakan:
        yield from _arah(ucapan, satu, dikatakan, nama)
    yield from angka_gerak(ucapan, satu, nama, dikatakan)


def _is_lain(ucapan: Ucapan, milik: list[s.Subjek], dikatakan: Gerak | None) -> bool:
    """Masa yang lebih pendek, perubahan anggaran di tengah tahun, atau yang bergerak hal lain."""
    teks = ucapan.teks
    if is_masa_lain(teks):
        return True
    if any(_is_hal_lain(satu, teks) for satu in milik):
        return True
    if dikatakan is None or not ucapan.sebut:
        return False
    if _NAIK_STATUS.match(teks[dikatakan.akhir :]):
        return True
    jeda = _sejak_pokok(ucapan, dikatakan)
    return _TERBATAS.search(jeda) is not None


def _is_hal_lain(satu: s.Subjek, teks: str) -> bool:
    """Versi pagu, atau laju naiknya desa berstatus."""
    if isinstance(satu, SubjekUang):
        return VERSI.search(teks) is not None
    return isinstance(satu, SubjekStatus) and _LAJU.search(teks) is not None


def _sejak_pokok(ucapan: Ucapan, dikatakan: Gerak) -> str:
    """Yang ditulis di antara pokok terakhir dan geraknya."""
    awal = 0
    for sebut in ucapan.sebut:
        letak = sebut.akhir - ucapan.ujaran.awal
        if letak <= dikatakan.awal:
            awal = max(awal, letak)
    return ucapan.teks[awal : dikatakan.awal]


def _besaran(ucapan: Ucapan, dikatakan: Gerak | None) -> str:
    """Kata besaran terdekat di depan geraknya."""
    if dikatakan is None:
        return besaran(ucapan.teks)
    akhir = dikatakan.awal
    benda = _BENDA.match(ucapan.teks[akhir:])
    if benda:
        akhir += benda.end()
    return besaran(ucapan.teks[:akhir])


def _menurut(satu: s.Subjek, yang: str, dikatakan: Gerak | None, teks: str) -> str:
    """Besaran yang bergerak bagi pokok itu; “lebih baik” menurut capaian bila arahnya terbalik."""
    if isinstance(satu, SubjekUang):
        return _UANG.get(yang, PAGU)
    if isinstance(satu, SubjekStatus):
        return _besaran_status(satu, teks)
    if dikatakan and dikatakan.is_mutu and not satu.is_naik:
        return CAPAIAN
    if yang in (TARGET, CAPAIAN):
        return yang
    if yang in (REALISASI, HASIL):
        return REALISASI
    return satu.bawaan


def _besaran_status(satu: SubjekStatus, teks: str) -> str:
    """Bagiannya dari semua desa bila disebut persentase."""
    if satu.status and _PERSENTASE.search(teks):
        return s.BAGIAN
    return s.BANYAK


def _arah(
    ucapan: Ucapan,
    satu: s.Subjek,
    dikatakan: Gerak,
    nama: str,
) -> Perbandingan:
    """Arah yang dikatakan terhadap kedua angkanya; tahun warisan cukup salah satunya."""
    nilai = kedua_nilai(satu, nama, ucapan.pasangan)
    if nilai is None:
        yield from arah_sebutan(ucapan, satu, dikatakan, nama)
        return
    for kedua in ucapan.pasangan:
        lain = kedua_nilai(satu, nama, [kedua])
        if lain and arah_angka(lain) == dikatakan.arah:
            yield None
            return
    arah = arah_angka(nilai)
    pernyataan = SEBUTAN_ARAH[dikatakan.arah]
    kenyataan = f"{nama} {satu.nama} {SEBUTAN_ARAH[arah]}"
    pesan = f"Kalimatnya menyatakan {pernyataan}, {kenyataan}."
    benar = tulisan_gerak(satu, nama, nilai)
    yield ucapan.temuan("arah", pesan, ucapan.bacaan.teks, benar)


def _semua(
    ucapan: Ucapan,
    milik: s.SubjekKelompok,
    dikatakan: Gerak | None,
    yang: str,
) -> Perbandingan:
    """Rata-rata capaiannya, atau tiap indikatornya."""
    is_rata = yang == CAPAIAN or milik.sebutan == DINAS
    if is_rata and not milik.lingkup:
        yield from _satu(ucapan, milik, dikatakan, CAPAIAN)
    elif dikatakan and milik.lingkup in ("", SEMUA) and milik.sebutan != DINAS:
        yield _anggota(ucapan, milik, dikatakan, yang)


def _anggota(
    ucapan: Ucapan,
    milik: s.SubjekKelompok,
    dikatakan: Gerak,
    yang: str,
) -> Temuan | None:
    """Yang bergerak lain disebut satu per satu."""
    lain = []
    for satu in milik.anggota:
        nama = _menurut(satu, yang, dikatakan, ucapan.teks)
        nilai = kedua_nilai(satu, nama, ucapan.pasangan)
        if nilai and arah_angka(nilai) != dikatakan.arah:
            kenyataan = tulisan_gerak(satu, nama, nilai)
            lain.append(f"{satu.nama}: {kenyataan}")
    if not lain:
        return None
    pernyataan = SEBUTAN_ARAH[dikatakan.arah]
    pesan = f"Kalimatnya menyatakan {pernyataan}, tidak demikian indikator ini."
    benar = "; ".join(lain)
    return ucapan.temuan("arah", pesan, ucapan.bacaan.teks, benar)
