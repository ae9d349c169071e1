"""Anak kalimat dan peran tiap angka di dalamnya: besaran mana yang dikatakannya, dan bagaimana."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kinerja.aturan.angka_kalimat import PERSEN, RUPIAH, AngkaKalimat, angka_kalimat
from kinerja.aturan.klaim import GERAK, MENCAPAI

TARGET = "target"
REALISASI = "realisasi"
CAPAIAN = "capaian"
PAGU = "pagu"
BELANJA = "belanja"
SERAPAN = "serapan"
SISA = "sisa"
HASIL = "hasil"  # yang tercapai: realisasi atau capaian, menurut satuannya
_UANG = r"(?:\s+(?:total\s+)?(?:anggaran|belanja|keuangan|dana|pagu)(?:nya)?)?"
_BESARAN = re.compile(
    rf"\b(?P<sisa>sisa(?:nya)?{_UANG}|tersisa|silpa"
    r"|(?:tidak|belum)\s+(?:diserap|digunakan|ter(?:serap|ealisasi|pakai)))\b"
    rf"|\b(?P<serapan>(?:penyerapan|serapan)(?:nya)?{_UANG})\b"
    rf"|\b(?P<realisasi>(?:realisasi|pelaksanaan)(?:nya)?{_UANG}|(?:di|me)realisasikan"
    r"|ter(?:ealisasi|serap|pakai)|(?:di|men)y?erap|digunakan|dibelanjakan|dihabiskan)\b"
    r"|\b(?P<target>(?:di)?target(?:nya|kan)?|menargetkan)\b"
    r"|\b(?P<capaian>(?:pen|keter)?capaian(?:nya)?|setara)\b"
    r"|\b(?P<pagu>pagu(?:nya)?|(?<!tahun )anggaran(?:nya)?|(?:di)?alokasi(?:kan|nya)?"
    r"|dianggarkan)\b"
    r"|\b(?P<belanja>belanja(?:nya)?)\b"
    r"|\b(?P<hasil>ter(?:capai|penuhi|wujud)|mencapai|hasilnya|memperoleh|meraih|dicapai)\b",
    re.IGNORECASE,
)
_MENCAPAI = re.compile(r"mencapai|meraih|memperoleh", re.IGNORECASE)
_TERSERAP = re.compile(
    r"^\s*(?:dari\s+)?(?:total\s+)?(?:anggaran|pagu|belanja)\b[^.,;]*?"
    r"(?<!tidak )(?<!belum )\b(?:terserap|terealisasi|diserap)\b",
    re.IGNORECASE,
)
_DARI_PAGU = re.compile(r"^\s*dari\s+(?:total\s+)?(?:anggaran|pagu|belanja)", re.IGNORECASE)
_YANG_DITARGETKAN = re.compile(r"^\s*(?:desa\s+)?yang\s+ditargetkan\b", re.IGNORECASE)
SELISIH = "selisih"
SEMULA = "semula"
MENJADI = "menjadi"
KURANG = "kekurangan"
BAGIAN = "bagian"
DARI = "dari"
NILAI = "nilai"
_ISI = r"(?:(?:sekitar|hingga|hanya|sampai)\s+)?"
_KATA_SEBESAR = r"(?:sebesar|sebanyak|sejumlah|senilai|sekitar)"
_SELISIH = re.compile(
    rf"^(?:\s+{_KATA_SEBESAR}|\s+dengan)?\s+{_ISI}(?:Rp\.?\s*)?$"
    rf"|^(?:\s+[^\s\d]+){{0,8}}?\s+{_KATA_SEBESAR}\s+$",
    re.IGNORECASE,
)
_KEKURANGAN = re.compile(
    r"\b(?:masih\s+|ada\s+)?(?:kurang|kekurangan(?:nya)?|selisih(?:nya)?|terpaut|defisit)"
    rf"(?:\s+(?:{_KATA_SEBESAR}|adalah))?\s+$",
    re.IGNORECASE,
)
_SEMULA = re.compile(r"\bdari\s+(?:semula\s+|sebelumnya\s+|target\s+|pagu\s+)?(?:Rp\.?\s*)?$", re.I)
_KE = re.compile(r"\b(?:menjadi|ke)\b", re.IGNORECASE)
_MENJADI = re.compile(r"\bmenjadi\s+(?:sebesar\s+|sebanyak\s+|hanya\s+)?(?:Rp\.?\s*)?$", re.I)
_DARI = re.compile(
    r"^\s*(?:dari|di\s?antara)\s+(?:(?:total|seluruh|jumlah|target|keseluruhan)\s+){0,2}$", re.I
)
_SAMBUNG = re.compile(
    rf"(?:\b(?:{_KATA_SEBESAR}|mencapai|adalah|yaitu|yakni|ialah|menjadi|hanya|cuma|baru|sudah"
    r"|telah|masih|tinggal|tercapai|tercatat|berjumlah|terdapat|ada|menyentuh|seluruhnya"
    r"|sepenuhnya|ditetapkan|tersisa|memiliki"
    r"|mempunyai|terdiri\s+(?:atas|dari)|kini|capaian|dengan\s+nilai|bernilai|berada\s+(?:di|pada)"
    r"|(?:pada|di)\s+angka|dibanding\w*|dengan|dari|target\w*|realisasi\w*|ter\w+|di\w+kan"
    r"|menargetkan|menyerap|menghabiskan|rata-rata|akhir\s+\w+|tahun\s+(?:lalu|ini|sebelumnya)"
    r"|(?:tahun\s+)?20\d\d"
    rf")|[:=(]|\b(?:pagu|anggaran|belanja|sisa|serapan|penyerapan|realisasi|capaian|target)\w*"
    r"|\b(?:iku|ikk|kinerja|dinas|utama|kunci|tertinggal|berkembang|maju|mandiri|atau)\b|§)"
    r"\s*(?:\d+\.\s*)?(?:total\s+)?(?:Rp\.?\s*)?$",
    re.IGNORECASE,
)
_PISAH = re.compile(
    r",\s+|;\s*|\s+(?:[–-]\s+)?(?=(?:sedangkan|sementara|adapun|tetapi|tapi|namun|sehingga|karena|"
    r"meskipun|walaupun|meski|dan|serta|padahal|kemudian|lalu)\b)",
    re.IGNORECASE,
)
# “Dibanding capaian tahun 2022 sebesar …, ” mengantar yang dibandingkan dengannya
_PENGANTAR = re.compile(r"^(?:(?:jika|apabila|bila)\s+)?di\s?banding\w*\b", re.IGNORECASE)
MASING_MASING = re.compile(
    r"\b(?:masing-masing|berturut-turut|secara\s+berurutan)\b", re.IGNORECASE
)
# “masing-masing 81,48 % dan 1,44 %”: angkanya sederet
_DERET = re.compile(rf"{MASING_MASING.pattern}[^;]*$", re.IGNORECASE)
_ANGKA_LAGI = re.compile(r"(?:(?:dan|serta)\s+)?(?:Rp\.?\s*)?\d", re.IGNORECASE)
_PREDIKAT = re.compile(
    r"\b(?:predikat|berpredikat|(?:ber|di)?kategori(?:kan)?|(?:ter|di)golong(?:kan)?"
    r"|efisien|nihil|bebas|(?:ter|di)entaskan|habis"
    r"|(?:tidak|tak)\s+(?:lagi\s+)?(?:ada|satu\s?pun)|terdapat|tuntas|berstatus"
    r"|memiliki|menyerap)\b"
    rf"|\b{MENCAPAI}\s+(?:\w+\s+){{0,2}}target"
    r"|\b(?:tercapai|terlampaui|terpenuhi|dicapai|dilampaui|terealisasi)\b"
    r"|\b(?:sesuai|di\s?bawah|di\s?atas|dari(?:pada)?)\s+(?:dengan\s+)?target",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Ujaran:
    """Satu anak kalimat di dalam kalimatnya."""

    kalimat: str
    awal: int
    akhir: int
    angka: tuple[AngkaKalimat, ...]

    @property
    def teks(self) -> str:
        return self.kalimat[self.awal : self.akhir]

    def di_depan(self, angka: AngkaKalimat) -> str:
        """Anak kalimatnya sampai angka itu."""
        return self.kalimat[self.awal : angka.awal]

    def di_belakang(self, angka: AngkaKalimat) -> str:
        """Dari angka itu sampai akhir anak kalimatnya."""
        return self.kalimat[angka.akhir : self.akhir]


@lru_cache(maxsize=4096)  # naskah yang sama diuji tiap halamannya dibuka
def ujaran(kalimat: str) -> tuple[Ujaran, ...]:
    """Anak kalimat yang masing-masing menyatakan sesuatu; pengantarnya ikut yang di belakangnya."""
    semua = angka_kalimat(kalimat)
    tepi = [0, *(cocok.end() for cocok in _batas(kalimat)), len(kalimat)]
    hasil: list[Ujaran] = []
    awal = 0
    for akhir in tepi[1:]:
        milik = tuple(satu for satu in semua if awal <= satu.awal < akhir)
        bagian = Ujaran(kalimat, awal, akhir, milik)
        is_pengantar = _PENGANTAR.match(bagian.teks) and akhir < len(kalimat)
        if _is_menyatakan(bagian) and not is_pengantar:
            hasil.append(bagian)
            awal = akhir
    if awal < len(kalimat) and hasil:
        akhir_lalu = hasil.pop()
        hasil.append(Ujaran(kalimat, akhir_lalu.awal, len(kalimat), akhir_lalu.angka))
    return tuple(hasil)


def _batas(kalimat: str) -> list[re.Match[str]]:
    """Tanda dan kata sambung di luar kurung."""
    hasil = []
    for cocok in _PISAH.finditer(kalimat):
        sebelum = kalimat[: cocok.start()]
        is_berpasangan = sebelum.count("(") == sebelum.count(")")
        is_deret = _DERET.search(sebelum) and _ANGKA_LAGI.match(kalimat[cocok.end() :])
        if is_berpasangan and not is_deret:
            hasil.append(cocok)
    return hasil


def _is_menyatakan(bagian: Ujaran) -> bool:
    """Berangka, atau berkata kerja yang dibaca uji."""
    teks = bagian.teks
    is_bergerak = GERAK.search(teks) is not None
    return bool(bagian.angka) or is_bergerak or _PREDIKAT.search(teks) is not None


def semua_besaran(teks: str) -> list[str]:
    """Besaran yang disebut menurut urutannya, selain kata tercapainya; tanpa ulangan."""
    disebut = [str(cocok.lastgroup) for cocok in _BESARAN.finditer(teks)]
    return list(dict.fromkeys(nama for nama in disebut if nama != HASIL))


def besaran(sebelum: str, sesudah: str = "") -> str:
    """Kata besaran terdekat di depannya; kosong bila tidak disebut."""
    if _YANG_DITARGETKAN.match(sesudah):
        return TARGET
    if _TERSERAP.match(sesudah):
        return REALISASI
    semua = list(_BESARAN.finditer(sebelum))
    if not semua:
        return ""
    terakhir = semua[-1]
    if terakhir.lastgroup != HASIL or len(semua) == 1:
        return str(terakhir.lastgroup)
    # “capaian IKK 6 mencapai …”: besarannya yang di depannya
    lebih_dahulu = str(semua[-2].lastgroup)
    is_hasil = lebih_dahulu == TARGET and not _MENCAPAI.fullmatch(terakhir[0])
    return HASIL if is_hasil else lebih_dahulu


def peran(satu: AngkaKalimat, bagian: Ujaran) -> str:
    """Kedudukannya dalam pernyataan; kosong bila tidak menyatakan besaran pokoknya."""
    sebelum = bagian.di_depan(satu)
    sesudah = bagian.kalimat[satu.akhir : bagian.akhir]
    if _MENJADI.search(sebelum):
        return MENJADI
    gerak = _gerak_terakhir(sebelum)
    if gerak is not None and _SELISIH.search(sebelum[gerak:]):
        return SELISIH
    if _KEKURANGAN.search(sebelum):
        return KURANG
    if _SEMULA.search(sebelum) and _KE.search(sesudah):
        return SEMULA
    return _peran_nilai(satu, bagian, sebelum)


def _peran_nilai(satu: AngkaKalimat, bagian: Ujaran, sebelum: str) -> str:
    """Sebagian dari yang lain, atau nilainya sendiri."""
    letak = bagian.angka.index(satu)
    if _is_asal_gerak(satu, letak, bagian):
        return SEMULA
    sesudah = bagian.angka[letak + 1 : letak + 2]
    if any(_is_dari(satu, lain, bagian) for lain in sesudah):
        return BAGIAN
    lebih_dahulu = bagian.angka[max(letak - 1, 0) : letak]
    if any(_is_dari(lain, satu, bagian) for lain in lebih_dahulu):
        return DARI
    if satu.banding or satu.satuan == RUPIAH:
        return NILAI
    is_awal = not sebelum.strip()
    is_disambung = is_awal or _SAMBUNG.search(sebelum) is not None
    return NILAI if is_disambung else ""


def _is_asal_gerak(satu: AngkaKalimat, letak: int, bagian: Ujaran) -> bool:
    """“turun 9 desa dari 209”: yang di belakang selisihnya nilai semula, bukan target."""
    if letak == 0:
        return False
    selisih = bagian.angka[letak - 1]
    if peran(selisih, bagian) != SELISIH:
        return False
    return _is_dari(selisih, satu, bagian)


def _is_dari(satu: AngkaKalimat, lain: AngkaKalimat, bagian: Ujaran) -> bool:
    """“200 dari 243”; persen dari sesuatu bukan bagiannya."""
    if PERSEN in (satu.satuan, lain.satuan):
        return False
    jeda = bagian.kalimat[satu.akhir : lain.awal]
    return _DARI.match(jeda) is not None


def _gerak_terakhir(sebelum: str) -> int | None:
    """Ujung kata geraknya yang terakhir."""
    akhir = None
    for cocok in GERAK.finditer(f"{sebelum}0"):
        akhir = cocok.end()
    return akhir


def is_dari_pagu(sesudah: str) -> bool:
    """“3,31 % dari pagu”."""
    return _DARI_PAGU.match(sesudah) is not None
