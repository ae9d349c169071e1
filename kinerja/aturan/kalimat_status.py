"""Yang dikatakan sebuah kalimat tentang status desa: status mana, habis atau seluruhnya."""

import re
from collections.abc import Iterator

from kinerja.aturan.niat import is_niat

Sebutan = tuple[tuple[str, ...], int, int]  # status, awal dan akhirnya
STATUS = r"(?:sangat\s+tertinggal|tertinggal|berkembang|maju|mandiri)"
URUTAN = ("SANGAT TERTINGGAL", "TERTINGGAL", "BERKEMBANG", "MAJU", "MANDIRI")
SEMUA_STATUS = re.compile(rf"\b{STATUS}\b", re.IGNORECASE)
_BERSTATUS = (
    r"(?:yang\s+masih\s+)?"
    r"(?:(?:yang\s+)?(?:(?:ber)?status|(?:ber)?kategori|dengan\s+status|IDM)"
    r"\s+(?:desa\s+)?)?"
)
_RANGKAI = r"(?:\s*[,/]\s*|\s*,?\s+(?:dan|atau|serta|maupun)\s+)"
# “desa Berkembang menjadi Maju” perpindahan, bukan keadaan
_DESA = re.compile(
    rf"\bdesa\s+{_BERSTATUS}(?P<status>{STATUS}\b(?:{_RANGKAI}(?:desa\s+)?{STATUS}\b)*)"
    r"(?P<atas>\s+ke\s+atas)?"
    rf"(?!\s+menjadi\s+(?:desa\s+)?{STATUS})",
    re.IGNORECASE,
)
# tanpa kata desa di depannya, hanya bila banyaknya langsung disebut
_POLOS = re.compile(
    rf"(?<!desa )(?<!status )(?<!sangat )\b(?P<status>{STATUS})"
    r"(?=\s*:?\s+(?:(?:sebanyak|berjumlah|ada|adalah|hanya|tinggal|tersisa|tercatat|sejumlah|kini"
    r"|masih)\s+){0,2}\d[\d.]*\s+desa\b)",
    re.IGNORECASE,
)
_BERSTATUS_SAJA = re.compile(
    rf"\b(?:berstatus|status|berkategori|kategori)\s+(?P<status>{STATUS})\b"
    rf"(?!{_RANGKAI}{STATUS})(?!\s+ke\s+atas)",
    re.IGNORECASE,
)
_PERTAMA = re.compile(
    rf"\bdesa\s+(?:(?:yang\s+)?(?:ber|dengan\s+)?status\s+)?({STATUS})\b", re.IGNORECASE
)
_LINGKUP = re.compile(
    r"\b[Kk]ecamatan\s+[A-Z]|\b(?:provinsi|nasional|indonesia|nusantara|per\s+kecamatan|"
    r"masing-masing(?!\s+(?:(?:sebesar|sebanyak|sejumlah)\s+)?\d)|tiap\s+kecamatan"
    r"|setiap\s+kecamatan|satu\s+kecamatan)\b",
)
_ADA = r"(?:ada|terdapat|ditemukan|tersisa|memiliki|mempunyai|menyisakan)"
_SATU_PUN = r"(?:lagi|satu\s?pun|sebuah\s?pun)"
_TUTUP_YANG = r"(?!\s+(?:\w+\s+)?yang\b)"
_S = rf"desa\s+{_BERSTATUS}({STATUS})\b"
_SELA = (
    r"(?:\s+(?:pada|di)\s+[^.;,]*?)?(?:\s+(?:kini|sekarang|sudah|telah|berhasil|semuanya|juga))*"
)
_NOL = tuple(
    re.compile(pola, re.IGNORECASE)
    for pola in (
        rf"\b(?:tidak|tak)\s+(?:lagi\s+)?(?:{_ADA}(?:\s+{_SATU_PUN})*|{_SATU_PUN})"
        rf"\s+{_S}{_TUTUP_YANG}",
        rf"(?<!sebagian )\b{_S}{_SELA}\s+(?:(?:tidak|tak)\s+(?:lagi\s+)?{_ADA}|nihil|nol|habis"
        rf"|tuntas){_TUTUP_YANG}",
        rf"\b(?:seluruh|semua)\s+{_S}{_SELA}\s+(?:ter|di)entaskan\b",
        rf"(?<!sebagian )\b{_S}{_SELA}\s+(?:ter|di)entaskan\s+(?:semua(?:nya)?|seluruhnya|habis)\b",
        rf"\b(?:bebas|bersih|lepas|nihil|nol|keluar)\s+(?:dari\s+)?(?:status\s+)?{_S}",
    )
)
_SEBAGIAN = re.compile(
    r"\b(?:belum|hampir|sebagian|target\w*|menuju)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_SELURUH = re.compile(
    r"\b(?:seluruh|semua|setiap)\s+desa\b(?!\s+(?:sangat|tertinggal|berkembang|maju|mandiri|yang))"
    rf"[^.;,]*?\b(?:berstatus|menjadi|berkategori|status)\s+(?P<batas>(?:minimal|paling\s+rendah"
    rf"|sekurang\S*)\s+)?(?:desa\s+)?(?P<status>{STATUS})\b(?P<atas>\s+ke\s+atas)?"
    rf"(?!{_RANGKAI}{STATUS})",
    re.IGNORECASE,
)


def is_seluruhnya(kalimat: str) -> bool:
    """Tentang seluruh daerahnya, bukan sebagiannya atau yang lebih luas."""
    return _LINGKUP.search(kalimat) is None


def status_pertama(rumus: str) -> str:
    """Status desa yang lebih dahulu disebut, yang dihitung rumusnya; kosong bila tidak ada."""
    pokok = _PERTAMA.search(rumus)
    if pokok:
        return _status(pokok[1])
    return ""


def sebutan_status(kalimat: str) -> Iterator[Sebutan]:
    """Tiap sebutan desa berstatus; “Maju dan Mandiri” satu sebutan."""
    for cocok in _DESA.finditer(kalimat):
        yield _disebut(cocok, cocok["atas"] is not None)
    terpakai = [cocok.span() for cocok in _DESA.finditer(kalimat)]
    for pola in (_POLOS, _BERSTATUS_SAJA):
        for cocok in pola.finditer(kalimat):
            if not any(awal <= cocok.start("status") < akhir for awal, akhir in terpakai):
                terpakai.append(cocok.span())
                yield _disebut(cocok, False)


def _disebut(cocok: re.Match[str], is_ke_atas: bool) -> Sebutan:
    semua = tuple(_status(satu) for satu in SEMUA_STATUS.findall(cocok["status"]))
    if is_ke_atas:
        semua = ke_atas(semua[0])
    return semua, cocok.start(), cocok.end()


def ke_atas(status: str) -> tuple[str, ...]:
    """Status itu dan yang lebih tinggi."""
    return URUTAN[URUTAN.index(status) :]


def nihil(kalimat: str) -> str:
    """Status yang dikatakan tidak ada lagi desanya; kosong bila tidak dikatakan."""
    for pola in _NOL:
        cocok = pola.search(kalimat)
        if cocok is None:
            continue
        sebelum = kalimat[: cocok.start()]
        if not is_niat(kalimat[: cocok.end()]) and not _SEBAGIAN.search(sebelum):
            return _status(cocok[1])
    return ""


def seluruh_desa(kalimat: str) -> tuple[str, ...]:
    """Status yang dikatakan dimiliki semua desa; kosong bila tidak dikatakan."""
    cocok = _SELURUH.search(kalimat)
    if cocok is None or is_niat(kalimat[: cocok.start("status")]):
        return ()
    if re.search(r"\b(?:belum|tidak|hampir)\b", kalimat[: cocok.end()], re.IGNORECASE):
        return ()
    status = _status(cocok["status"])
    is_batas = cocok["batas"] or cocok["atas"]
    if is_batas:
        return ke_atas(status)
    return (status,)


def _status(tulisan: str) -> str:
    """Huruf besar berspasi tunggal, seperti nama statusnya."""
    return " ".join(tulisan.upper().split())
