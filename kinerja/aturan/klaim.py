"""Yang dinyatakan satu anak kalimat: target tercapai atau tidak, naik atau turun, letaknya."""

import re
from dataclasses import dataclass

from kinerja.aturan.niat import is_niat

MENCAPAI = r"(?:mencapai|melampaui|melebihi|memenuhi|menyentuh|menyamai|meraih|menembus|mewujudkan)"
_TER = r"(?:tercapai|terlampaui|terpenuhi|terwujud|tuntas|dicapai|dilampaui|dipenuhi|diraih)"
_BUKAN_ANGKA = (
    r"(?!\s+(?:(?:sebesar|sebanyak|sejumlah|hanya|baru|sekitar|hingga|sampai|pada\s+angka)\s+)?"
    r"(?:Rp\.?\s*)?\d)(?!\s+(?:sebagian|separuh|setengah\w*|dengan\s+nilai))"
)
_TARGET = r"(?:(?:semua|seluruh|setiap|sebagian|besar|angka|nilai|dari)\s+){0,2}target"
_CAPAI = re.compile(
    rf"\b{MENCAPAI}\s+{_TARGET}(?:nya)?\b"
    rf"|\btarget(?:nya)?\b(?:(?!\bditetapkan\b)[^;]){{0,90}}?\b{_TER}\b{_BUKAN_ANGKA}"
    rf"|\b(?:tercapai|terlampaui|terpenuhi)\b{_BUKAN_ANGKA}"
    rf"|\b(?:telah|sudah|berhasil|belum|tidak)\s+{_TER}\b{_BUKAN_ANGKA}"
    r"|\b(?:sesuai|sejalan|sama)\s+(?:dengan\s+)?target(?:nya)?\b"
    r"|\bon\s+(?:the\s+)?target\b",
    re.IGNORECASE,
)
# “realisasi yang telah dicapai” menerangkan, tidak menyatakan
_YANG = re.compile(r"\byang\s+(?:(?:telah|sudah|berhasil|dapat|mampu)\s+)*$", re.IGNORECASE)
_DICAPAI = re.compile(_TER, re.IGNORECASE)
_KATA_CAPAI = re.compile(rf"\b(?:{_TER}|{MENCAPAI}|sesuai|sejalan|sama|on)\b", re.IGNORECASE)
_LEBIH = re.compile(
    rf"\b(?:melampaui|melebihi|menembus)\s+{_TARGET}|\b(?:terlampaui|dilampaui)\b", re.IGNORECASE
)
_INGKAR = re.compile(
    r"\b(?:belum|tidak|gagal|tak|bukan|kurang|luput|jauh\s+dari)\s+"
    r"(?:(?:dapat|bisa|berhasil|mampu|sepenuhnya|seluruhnya|juga|lagi|optimal|maksimal)\s+){0,2}$",
    re.IGNORECASE,
)
_SEBAGIAN = re.compile(
    rf"\b(?:baru\s+)?(?:{_TER}\s+(?:sebagian|separuh|setengah\w*)|sebagian\s+{_TER})\b",
    re.IGNORECASE,
)
_GAGAL = re.compile(
    r"\b(?:belum|tidak|kurang|gagal)\s+(?:sesuai|sejalan)\s+(?:dengan\s+)?target"
    r"|\bmeleset\s+dari\s+target|\bgagal\s+(?:dalam\s+)?(?:mencapai|memenuhi)\b",
    re.IGNORECASE,
)

_DIBANDING = r"(?:dari(?:pada)?|dibanding\w*|ketimbang)"
_MASA = rf"(?=\s+{_DIBANDING}\s+(?:(?!target\b)[a-z]+\s+){{0,4}}?(?:tahun\b|sebelumnya\b|20\d\d))"
_KATA_NAIK = (
    r"(?:naik|meningkat|bertambah|melonjak|menanjak|membaik"
    rf"|lebih\s+(?:tinggi|besar|banyak|baik|bagus){_MASA})"
)
_KATA_TURUN = (
    r"(?:turun|menurun|berkurang|merosot|anjlok|menyusut|melemah|memburuk"
    rf"|lebih\s+(?:rendah|kecil|sedikit|buruk){_MASA})"
)
_BENDA_NAIK = r"(?:kenaikan|peningkatan|penambahan|pertambahan|lonjakan|perbaikan)"
_BENDA_TURUN = r"(?:penurunan|pengurangan|penyusutan|kemerosotan)"
# bendanya pernyataan hanya bila dikatakan terjadi, atau besarnya disebut
_TERJADI = (
    r"(?:mengalami|terjadi|terdapat|ada|menunjukkan|mencatat(?:kan)?|memperlihatkan|terlihat)"
    r"\s+(?:\w+\s+)?"
)
_BESARNYA = r"(?=(?:\s+[^\s\d]+){0,8}?\s+(?:sebesar|sebanyak|sejumlah)\s+\d)"
_NAIK = rf"(?:\b{_KATA_NAIK}\b|\b{_TERJADI}{_BENDA_NAIK}\b|\b{_BENDA_NAIK}\b{_BESARNYA})"
_TURUN = rf"(?:\b{_KATA_TURUN}\b|\b{_TERJADI}{_BENDA_TURUN}\b|\b{_BENDA_TURUN}\b{_BESARNYA})"
_TETAP = (
    r"(?:\btetap\s+(?:sama|seperti|sebesar|sebanyak|dibanding\w*)\b|\bstagnan\b"
    r"|\b(?:tidak|tak)\s+(?:berubah|bergerak|mengalami\s+perubahan|ada\s+perubahan)\b"
    r"|\bsama\s+(?:dengan|seperti)\s+(?:(?!target\b)\w+\s+){0,2}?"
    r"(?:tahun\s+(?:lalu|sebelumnya)|20\d\d))"
)
GERAK = re.compile(rf"(?P<tetap>{_TETAP})|(?P<naik>{_NAIK})|(?P<turun>{_TURUN})", re.IGNORECASE)
_MUTU = re.compile(r"\b(?:lebih\s+(?:baik|bagus|buruk)|membaik|memburuk)\b", re.IGNORECASE)
_TIDAK = re.compile(
    r"\b(?:tidak|belum|bukan|tak|tanpa)\s+(?:\w+\s+){0,2}$|\b(?:ditargetkan|dapat)\s+$",
    re.IGNORECASE,
)
_BERSYARAT = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:ketika|apabila|jika|bila|bilamana|kalau)\b", re.IGNORECASE
)
_DUGAAN = re.compile(r"\b(?:yang|dengan)\s+(?:terus\s+)?$", re.IGNORECASE)

# dibanding target tahunnya sendiri, bukan target tahun lalu, akhir periode atau daerah yang lain
_DARI_TARGET = (
    r"\s+(?:dari(?:pada)?\s+)?target(?:nya)?\b"
    r"(?!\s+(?:\w+\s+){0,3}?(?:lalu|sebelumnya|akhir|nasional|provinsi|triwulan|renstra|rpjmd)\b)"
)
_DI_BAWAH = rf"\b(?:lebih\s+(?:rendah|kecil|sedikit)|kurang|di\s?bawah){_DARI_TARGET}"
_DI_ATAS = rf"\b(?:lebih\s+(?:tinggi|besar|banyak)|di\s?atas){_DARI_TARGET}"
_TIDAK_TEPAT = re.compile(r"\b(?:tidak|bukan|belum)\s+$", re.IGNORECASE)
_LETAK = re.compile(rf"(?P<bawah>{_DI_BAWAH})|(?P<atas>{_DI_ATAS})", re.IGNORECASE)


@dataclass(frozen=True)
class Ketercapaian:
    """Target dikatakan tercapai atau tidak; `is_lebih` bila terlampaui."""

    is_tercapai: bool
    awal: int
    is_lebih: bool = False


@dataclass(frozen=True)
class Gerak:
    """1 naik, -1 turun, 0 tetap."""

    arah: int
    awal: int
    akhir: int
    is_mutu: bool = False


def capaian(kalimat: str) -> Ketercapaian | None:
    """Pernyataan tentang targetnya; `None` bila tidak ada, atau baru niat dan nyaris."""
    for pola in (_SEBAGIAN, _GAGAL):
        sebagian = pola.search(kalimat)
        if sebagian:
            return _belum(kalimat, sebagian.start())
    return _dinyatakan(kalimat)


def _belum(kalimat: str, awal: int) -> Ketercapaian | None:
    """Tercapai sebagian atau meleset: belum tercapai."""
    if is_niat(kalimat[:awal]):
        return None
    return Ketercapaian(False, awal)


def _dinyatakan(kalimat: str) -> Ketercapaian | None:
    """Yang pertama dinyatakan sebagai yang sudah terjadi, atau diingkari."""
    for cocok in _CAPAI.finditer(kalimat):
        awal = _letak_kata(cocok)
        sebelum = kalimat[:awal]
        if is_niat(sebelum) or _is_keterangan(sebelum, kalimat[awal:]):
            continue
        if _INGKAR.search(sebelum):
            return Ketercapaian(False, awal)
        is_lebih = _LEBIH.search(cocok[0]) is not None
        return Ketercapaian(True, awal, is_lebih)
    return None


def _is_keterangan(sebelum: str, sesudah: str) -> bool:
    """“yang telah dicapai” menerangkan bendanya."""
    if not _DICAPAI.match(sesudah):
        return False
    return _YANG.search(sebelum) is not None


def _letak_kata(cocok: re.Match[str]) -> int:
    """Letak kata tercapainya; kata target yang di depannya pokoknya."""
    semua = list(_KATA_CAPAI.finditer(cocok[0]))
    if semua:
        return cocok.start() + semua[-1].start()
    return cocok.start()


def gerak(kalimat: str) -> Gerak | None:
    """Satu arah yang dinyatakan; `None` bila tidak ada, lebih dari satu, atau bukan pernyataan."""
    semua = [satu for satu in map(_gerak, GERAK.finditer(kalimat)) if satu]
    if len({satu.arah for satu in semua}) != 1:
        return None
    satu = semua[0]
    sebelum = kalimat[: satu.awal]
    if _BERSYARAT.match(kalimat[satu.akhir :]):
        return None
    is_ingkar = _TIDAK.search(sebelum) or _DUGAAN.search(sebelum)
    if satu.arah and is_ingkar:
        return None
    if is_niat(sebelum):
        return None
    return satu


def _gerak(cocok: re.Match[str]) -> Gerak:
    arah = {"tetap": 0, "naik": 1, "turun": -1}[str(cocok.lastgroup)]
    is_mutu = _MUTU.search(cocok[0]) is not None
    return Gerak(arah, cocok.start(), cocok.end(), is_mutu)


def letak(kalimat: str) -> int | None:
    """-1 dikatakan di bawah targetnya, 1 di atasnya; `None` bila tidak dikatakan atau niat."""
    cocok = _LETAK.search(kalimat)
    if cocok is None or is_niat(kalimat[: cocok.start()]):
        return None
    if _TIDAK_TEPAT.search(kalimat[: cocok.start()]):
        return None
    if cocok["bawah"]:
        return -1
    return 1
