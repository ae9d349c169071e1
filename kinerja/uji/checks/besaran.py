"""Besaran yang mungkin dimaksud satu angka kalimat menurut pokok dan perannya."""

import re
from collections.abc import Callable

from kinerja.aturan.angka_kalimat import PERSEN, AngkaKalimat
from kinerja.aturan.kalimat_status import STATUS
from kinerja.aturan.masa import is_akhir, is_masa_lain
from kinerja.aturan.ujaran import (
    BAGIAN,
    DARI,
    MENJADI,
    NILAI,
    PAGU,
    REALISASI,
    SELISIH,
    SEMULA,
    TARGET,
)
from kinerja.uji.checks import subjek as besar
from kinerja.uji.checks.subjek import Subjek, SubjekIndikator, SubjekKelompok
from kinerja.uji.checks.subjek_baris import SubjekBaris
from kinerja.uji.checks.subjek_lain import SubjekStatus, SubjekUang, SubjekWilayah, is_wilayah
from kinerja.uji.checks.ucapan import Ucapan

SemuaBesaran = list[str]
Dimaksud = Callable[[AngkaKalimat, Subjek, Ucapan, str], SemuaBesaran]
BERGERAK = (SELISIH, SEMULA, MENJADI)
_DARI_DESA = re.compile(
    r"^\s*\)?\s*dari\s+(?!target)(?:[a-z]+\s+){0,2}(?:[\d.]+\s+)?desa\b", re.IGNORECASE
)
_PINDAH = re.compile(
    r"^(?:\s+(?:yang|telah|sudah|berhasil|dapat|akan))*\s+(?:(?:ter|di)entas\w*|naik|turun|keluar"
    r"|beralih|berubah|berpindah|meningkat|yang|menjadi|penerima|lainnya)\b",
    re.IGNORECASE,
)
_ENTAS = re.compile(r"\b(?:(?:ter|di)?entas\w*|pengentasan)\b", re.IGNORECASE)
_TERENTAS = re.compile(
    rf"^(?:\s*dari\s+[\d.]+)?(?:\s+desa)?\s+{STATUS}(?:\s+(?:yang|telah|sudah|berhasil))*"
    r"\s+(?:ter|di)entas\w*",
    re.IGNORECASE,
)
_SEBAGIAN = re.compile(
    r"\b(?:dari|target\w*|ditargetkan|sebagian|tambahan|menjadi|sasaran|lokus|lokasi|bagi|kepada"
    r"|pada|di|untuk)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_AKHIRNYA = re.compile(r"\b(?:akhir|setara)\b", re.IGNORECASE)
_AWAL = re.compile(
    r"\b(?:awal|murni|semula|sebelum\s+\w+|pergeseran|perubahan|refocusing|rasionalisasi|nasional"
    r"|usulan|diusulkan|tambahan|kebutuhan|diperlukan|dibutuhkan|membutuhkan|indikatif"
    r"|renja|rka)\b",
    re.IGNORECASE,
)


def besaran_dimaksud(
    satu: AngkaKalimat,
    milik: Subjek,
    ucapan: Ucapan,
    kedudukan: str,
    disebut: str,
) -> SemuaBesaran:
    """Yang pertama angka benarnya; kosong bila angkanya tidak menyatakan besaran pokoknya."""
    if isinstance(milik, SubjekStatus | SubjekWilayah):
        tentang = _tentang_desa(ucapan, disebut)
        return tentang(satu, milik, ucapan, kedudukan)
    if isinstance(milik, SubjekBaris):
        return _baris(satu, milik, ucapan, kedudukan, disebut)
    if isinstance(milik, SubjekKelompok) and milik.lingkup:
        return []
    if kedudukan == NILAI:
        boleh = list(milik.boleh(satu, disebut))
        return _nilai(satu, milik, ucapan, boleh)
    if not isinstance(milik, SubjekIndikator):
        return []
    sebagian = {
        BAGIAN: [REALISASI, besar.PEMBILANG],
        DARI: [TARGET, besar.PENYEBUT, besar.SEMUA_DESA],
    }
    return sebagian.get(kedudukan, [])


def _tentang_desa(ucapan: Ucapan, disebut: str) -> Dimaksud:
    """Targetnya, yang terentaskan, atau banyaknya."""
    if disebut == TARGET:
        return _ditargetkan
    return _pengentasan if _ENTAS.search(ucapan.teks) else _desa


def _nilai(
    satu: AngkaKalimat,
    milik: Subjek,
    ucapan: Ucapan,
    boleh: SemuaBesaran,
) -> SemuaBesaran:
    """Nilai pokoknya sendiri menurut jenisnya."""
    if isinstance(milik, SubjekIndikator):
        return _indikator(satu, ucapan, boleh)
    if isinstance(milik, SubjekUang):
        return _uang(satu, milik, ucapan, boleh)
    return boleh


def _indikator(satu: AngkaKalimat, ucapan: Ucapan, boleh: SemuaBesaran) -> SemuaBesaran:
    """Target akhir hanya bila disebut; persen dari banyak desa bukan capaian."""
    kalimat = ucapan.ujaran.kalimat
    if satu.satuan == PERSEN and _DARI_DESA.match(kalimat[satu.akhir :]):
        return [besar.BAGIAN]
    if besar.AKHIR in boleh:
        if is_akhir(ucapan.teks):
            return [besar.AKHIR]
        return [TARGET]
    if _AKHIRNYA.search(kalimat):
        return boleh
    return [nama for nama in boleh if nama != besar.CAPAIAN_AKHIR]


def _uang(
    satu: AngkaKalimat,
    milik: SubjekUang,
    ucapan: Ucapan,
    boleh: SemuaBesaran,
) -> SemuaBesaran:
    """Masa yang lebih pendek hanya triwulannya; pagu yang belum atau tidak berlaku bukan."""
    if milik.triwulan is None and is_masa_lain(ucapan.teks):
        return []
    return _berlaku(satu, ucapan, boleh)


def _berlaku(satu: AngkaKalimat, ucapan: Ucapan, boleh: SemuaBesaran) -> SemuaBesaran:
    """Kosong bila pagu yang disebut belum atau tidak lagi berlaku."""
    if PAGU in boleh and _AWAL.search(ucapan.ujaran.di_depan(satu)):
        return []
    return boleh


def _baris(
    satu: AngkaKalimat,
    milik: SubjekBaris,
    ucapan: Ucapan,
    kedudukan: str,
    disebut: str,
) -> SemuaBesaran:
    """“2 dokumen dari target 2 dokumen”: hasilnya, lalu targetnya; pagu selain yang berlaku bukan.

    Yang di belakang “dari” tanpa kata target dapat milik yang lain.
    """
    is_dari = kedudukan == DARI and disebut == TARGET
    if kedudukan not in (NILAI, BAGIAN) and not is_dari:
        return []
    return _berlaku(satu, ucapan, list(milik.boleh(satu, disebut)))


def _ditargetkan(
    satu: AngkaKalimat,
    milik: Subjek,
    ucapan: Ucapan,
    kedudukan: str,
) -> SemuaBesaran:
    """“target 243 desa Berkembang”; yang berpindah atau target akhir periode bukan."""
    menempel = [sebut for sebut in ucapan.sebut if sebut.is_menempel(satu)]
    is_lain = is_akhir(ucapan.teks) or _is_pindah(satu, ucapan, menempel)
    if kedudukan != NILAI or is_lain:
        return []
    return list(milik.boleh(satu, TARGET))


def _desa(
    satu: AngkaKalimat,
    milik: Subjek,
    ucapan: Ucapan,
    kedudukan: str,
) -> SemuaBesaran:
    """Banyaknya desa; yang berpindah, sebagian, atau hanya sasarannya bukan."""
    menempel = [sebut for sebut in ucapan.sebut if sebut.is_menempel(satu)]
    if kedudukan in BERGERAK:
        return []
    if _is_pindah(satu, ucapan, menempel):
        return []
    if menempel and not isinstance(milik, SubjekWilayah):
        return _menempel(satu, ucapan, kedudukan)
    if kedudukan == NILAI or is_wilayah(milik):
        return list(milik.boleh(satu, ""))
    return _dari(ucapan, kedudukan)


def _pengentasan(
    satu: AngkaKalimat,
    milik: Subjek,
    ucapan: Ucapan,
    kedudukan: str,
) -> SemuaBesaran:
    """“22 dari 27 desa tertinggal terentaskan”: yang berpindah, bukan yang masih."""
    sesudah = ucapan.ujaran.di_belakang(satu)
    if satu.satuan == PERSEN and kedudukan not in BERGERAK:
        return [besar.ENTAS_PERSEN]
    if kedudukan in BERGERAK or not _TERENTAS.search(sesudah):
        return []
    if kedudukan == DARI:
        return [besar.AWAL_TAHUN]
    return [besar.ENTAS]


def _dari(ucapan: Ucapan, kedudukan: str) -> SemuaBesaran:
    """“6 dari 288 desa berstatus Mandiri”."""
    if kedudukan == BAGIAN:
        return [besar.BANYAK]
    is_berstatus = "berstatus" in ucapan.teks.lower()
    if kedudukan == DARI and is_berstatus:
        return [besar.PENYEBUT]
    return []


def _is_pindah(satu: AngkaKalimat, ucapan: Ucapan, menempel: list[besar.Sebut]) -> bool:
    """“22 desa tertinggal terentaskan”: yang disebut perpindahannya."""
    letak = [sebut.akhir for sebut in menempel]
    ujung = max([satu.akhir, *letak])
    sesudah = ucapan.ujaran.kalimat[ujung : ucapan.ujaran.akhir]
    return _PINDAH.match(sesudah) is not None


def _menempel(satu: AngkaKalimat, ucapan: Ucapan, kedudukan: str) -> SemuaBesaran:
    """“3 desa Maju”; “dari 3 desa Maju” menyebut sebagian, bukan banyaknya."""
    is_sebagian = _SEBAGIAN.search(ucapan.ujaran.di_depan(satu)) is not None
    if is_sebagian or kedudukan in (BAGIAN, DARI):
        return []
    return [besar.BANYAK]
