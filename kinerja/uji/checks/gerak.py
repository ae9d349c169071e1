"""V11: naik, turun dan besarnya dalam kalimat terhadap kedua angka yang dibandingkannya."""

import re
from decimal import Decimal

from core.angka import bulatkan
from documents.uji import Perbandingan, Temuan
from kinerja.aturan.angka_kalimat import PERSEN, AngkaKalimat
from kinerja.aturan.capaian import bagian_persen
from kinerja.aturan.kalimat_status import STATUS
from kinerja.aturan.klaim import Gerak, gerak
from kinerja.aturan.masa import is_masa_lain
from kinerja.aturan.niat import is_niat
from kinerja.aturan.sebutan import DINAS, SEMUA
from kinerja.aturan.ujaran import (
    BELANJA,
    CAPAIAN,
    HASIL,
    MENJADI,
    PAGU,
    REALISASI,
    SELISIH,
    SEMULA,
    SERAPAN,
    SISA,
    TARGET,
    besaran,
    peran,
)
from kinerja.uji.checks import subjek as s
from kinerja.uji.checks.subjek_lain import SubjekStatus, SubjekUang
from kinerja.uji.checks.ucapan import Ucapan

SEBUTAN_ARAH = {1: "naik", -1: "turun", 0: "tetap"}
Nilai = tuple[Decimal, Decimal]  # sebelum dan sesudah
Pasangan = list[tuple[int, int]]
KALI, POIN = "kali", "poin"
_VERSI = re.compile(
    r"\b(?:pergeseran|perubahan|berubah|refocusing|rasionalisasi|murni|penyesuaian|disesuaikan)\b",
    re.IGNORECASE,
)
_TERBATAS = re.compile(
    r"\b(?:jumlah|banyaknya)\s+(?!desa\b)\w+|\b(?:kesadaran|partisipasi|semangat|kualitas|mutu"
    r"|kesejahteraan|kapasitas|jumlah\s+pegawai)\b",
    re.IGNORECASE,
)
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
        nama = _menurut(pertama, yang, dikatakan)
        yield from _satu(ucapan, pertama, dikatakan, nama)


def _tiap(
    ucapan: Ucapan, milik: list[s.Subjek], dikatakan: Gerak | None, yang: str
) -> Perbandingan:
    """“IKK 6 dan IKK 7 naik”: arahnya bagi masing-masing, angkanya tidak pasti milik siapa."""
    if dikatakan is None:
        return
    for satu in milik:
        nama = _menurut(satu, yang, dikatakan)
        yield from _arah(ucapan, satu, dikatakan, nama)


def _satu(ucapan: Ucapan, satu: s.Subjek, dikatakan: Gerak | None, nama: str) -> Perbandingan:
    """Arah lalu angkanya."""
    if dikatakan:
        yield from _arah(ucapan, satu, dikatakan, nama)
    yield from _angka(ucapan, satu, nama, dikatakan)


def _is_lain(ucapan: Ucapan, milik: list[s.Subjek], dikatakan: Gerak | None) -> bool:
    """Masa yang lebih pendek, perubahan anggaran di tengah tahun, atau yang bergerak hal lain."""
    is_uang = any(isinstance(satu, SubjekUang) for satu in milik)
    if is_masa_lain(ucapan.teks) or (is_uang and _VERSI.search(ucapan.teks)):
        return True
    letak = [sebut.akhir - ucapan.ujaran.awal for sebut in ucapan.sebut]
    if dikatakan is None or not letak:
        return False
    awal = max([0, *(satu for satu in letak if satu <= dikatakan.awal)])
    if _NAIK_STATUS.match(ucapan.teks[dikatakan.akhir :]):
        return True
    return _TERBATAS.search(ucapan.teks[awal : dikatakan.awal]) is not None


def _besaran(ucapan: Ucapan, dikatakan: Gerak | None) -> str:
    """Kata besaran terdekat di depan geraknya."""
    if dikatakan is None:
        return besaran(ucapan.teks)
    milik = _BENDA.match(ucapan.teks[dikatakan.awal :])
    akhir = dikatakan.awal + milik.end() if milik else dikatakan.awal
    return besaran(ucapan.teks[:akhir])


def _menurut(satu: s.Subjek, yang: str, dikatakan: Gerak | None) -> str:
    """Besaran yang bergerak bagi pokok itu; “lebih baik” menurut capaian bila arahnya terbalik."""
    if isinstance(satu, SubjekUang):
        semua = {SERAPAN: SERAPAN, REALISASI: REALISASI, BELANJA: REALISASI, SISA: SISA}
        return semua.get(yang, PAGU)
    if isinstance(satu, SubjekStatus):
        return s.BANYAK
    if dikatakan and dikatakan.is_mutu and not satu.is_naik:
        return CAPAIAN
    if yang in (TARGET, CAPAIAN):
        return yang
    return REALISASI if yang in (REALISASI, HASIL) else satu.bawaan


def _nilai(satu: s.Subjek, nama: str, pasangan: Pasangan) -> Nilai | None:
    """Kedua angkanya; `None` bila salah satunya tidak diketahui atau besarannya lain."""
    for lalu, kini in pasangan:
        sebelum, sesudah = satu.nilai(nama, lalu), satu.nilai(nama, kini)
        if sebelum is not None and sesudah is not None and satu.is_sebanding(lalu, kini):
            return sebelum, sesudah
    return None


def arah_angka(nilai: Nilai) -> int:
    """1 naik, -1 turun, 0 tetap."""
    sebelum, sesudah = nilai
    return (sesudah > sebelum) - (sesudah < sebelum)


def _tulisan(satu: s.Subjek, nama: str, nilai: Nilai) -> str:
    sebelum, sesudah = nilai
    semula = satu.write(nama, sebelum)
    kini = satu.write(nama, sesudah)
    return f"{semula} menjadi {kini}"


def _arah(ucapan: Ucapan, satu: s.Subjek, dikatakan: Gerak, nama: str) -> Perbandingan:
    """Arah yang dikatakan terhadap kedua angkanya; tahun warisan cukup salah satunya."""
    nilai = _nilai(satu, nama, ucapan.pasangan)
    if nilai is None:
        return
    sesuai = (_nilai(satu, nama, [kedua]) for kedua in ucapan.pasangan)
    if any(lain and arah_angka(lain) == dikatakan.arah for lain in sesuai):
        yield None
        return
    pernyataan = SEBUTAN_ARAH[dikatakan.arah]
    kenyataan = SEBUTAN_ARAH[arah_angka(nilai)]
    pesan = f"Kalimatnya menyatakan {pernyataan}, {nama} {satu.nama} {kenyataan}."
    yield ucapan.temuan("arah", pesan, ucapan.bacaan.teks, _tulisan(satu, nama, nilai))


def _semua(
    ucapan: Ucapan, milik: s.SubjekKelompok, dikatakan: Gerak | None, yang: str
) -> Perbandingan:
    """Rata-rata capaiannya, atau tiap indikatornya."""
    is_rata = yang == CAPAIAN or milik.sebutan == DINAS
    if is_rata and not milik.lingkup:
        yield from _satu(ucapan, milik, dikatakan, CAPAIAN)
    elif dikatakan and milik.lingkup in ("", SEMUA) and milik.sebutan != DINAS:
        yield _anggota(ucapan, milik, dikatakan, yang)


def _anggota(ucapan: Ucapan, milik: s.SubjekKelompok, dikatakan: Gerak, yang: str) -> Temuan | None:
    """Yang bergerak lain disebut satu per satu."""
    lain = []
    for satu in milik.anggota:
        nama = _menurut(satu, yang, dikatakan)
        nilai = _nilai(satu, nama, ucapan.pasangan)
        if nilai and arah_angka(nilai) != dikatakan.arah:
            lain.append(f"{satu.nama}: {_tulisan(satu, nama, nilai)}")
    if not lain:
        return None
    pernyataan = SEBUTAN_ARAH[dikatakan.arah]
    pesan = f"Kalimatnya menyatakan {pernyataan}, tidak demikian indikator ini."
    return ucapan.temuan("arah", pesan, ucapan.bacaan.teks, "; ".join(lain))


def _angka(ucapan: Ucapan, satu: s.Subjek, nama: str, dikatakan: Gerak | None) -> Perbandingan:
    """Besar geraknya, dan angka semula serta sesudahnya."""
    for angka in ucapan.ujaran.angka:
        kedudukan = peran(angka, ucapan.ujaran)
        if is_niat(ucapan.ujaran.di_depan(angka)):
            continue
        if kedudukan == SELISIH and dikatakan:
            yield from _selisih(ucapan, satu, nama, angka)
        elif kedudukan in (SEMULA, MENJADI):
            yield from _ujung(ucapan, satu, nama, angka, kedudukan)


def _selisih(ucapan: Ucapan, satu: s.Subjek, nama: str, angka: AngkaKalimat) -> Perbandingan:
    """Dari angka persis atau dari tulisannya; persen boleh selisih poinnya atau dari semula."""
    nilai = _nilai(satu, nama, ucapan.pasangan)
    if nilai is None:
        return
    semua = [*_besar(angka, nilai), *_besar(angka, _bulat(satu, nama, nilai))]
    if not semua:
        return
    if angka.is_sama(semua):
        yield None
        return
    pesan = f"Besar naik atau turunnya {satu.nama} bukan itu."
    benar = _tulisan(satu, nama, nilai)
    yield ucapan.temuan(f"selisih {angka.cetak}", pesan, angka.cetak, benar)


def _bulat(satu: s.Subjek, nama: str, nilai: Nilai) -> Nilai:
    desimal = satu.desimal(nama)
    sebelum, sesudah = nilai
    return bulatkan(sebelum, desimal), bulatkan(sesudah, desimal)


def _besar(angka: AngkaKalimat, nilai: Nilai) -> list[Decimal]:
    """Besar gerak yang boleh ditulis."""
    sebelum, sesudah = nilai
    if angka.satuan == KALI:
        return kelipatan(sebelum, sesudah)
    selisih = abs(sesudah - sebelum)
    nisbi = bagian_persen(selisih, sebelum)
    if angka.satuan == PERSEN and nisbi is not None:
        return [selisih, nisbi]
    return [selisih]


def kelipatan(sebelum: Decimal, sesudah: Decimal) -> list[Decimal]:
    """Yang besar dibagi yang kecil; kosong bila dari atau menjadi nol."""
    kecil = min(sebelum, sesudah)
    besar = max(sebelum, sesudah)
    if not kecil:
        return []
    return [besar / kecil]


def _ujung(
    ucapan: Ucapan, satu: s.Subjek, nama: str, angka: AngkaKalimat, kedudukan: str
) -> Perbandingan:
    """Semulanya pada tahun lalu, menjadinya pada tahun kini; satuannya milik besaran itu."""
    letak = 0 if kedudukan == SEMULA else 1
    tahun = [kedua[letak] for kedua in ucapan.pasangan]
    melekat = ucapan.tahun_angka(angka)
    if len(melekat) == 1 and melekat != [ucapan.tahun]:
        tahun = melekat
    diketahui = satu.diketahui(_sejenis(satu, angka, nama), tahun)
    if not diketahui:
        return
    if angka.is_sama(nilai for _, _, nilai in diketahui):
        yield None
        return
    lain, masa, nilai = diketahui[0]
    pesan = f"{lain.capitalize()} {satu.nama} tahun {masa} bukan itu."
    yang = f"{kedudukan} {angka.tulisan}"
    yield ucapan.temuan(yang, pesan, f"{kedudukan} {angka.cetak}", satu.write(lain, nilai))


def _sejenis(satu: s.Subjek, angka: AngkaKalimat, nama: str) -> list[str]:
    """Besaran yang bergerak, atau besaran lain yang satuannya satuan angka itu."""
    boleh = [lain for lain in satu.boleh(angka, nama) if lain not in (s.AKHIR, s.BAGIAN)]
    is_tanpa_satuan = not boleh and angka.satuan == ""
    if nama in boleh or is_tanpa_satuan:
        return [nama]
    return boleh[:1]
