"""Sebutan pendek satu indikator: yang dipakai orang dalam kalimat sebagai ganti namanya."""

import re
from functools import lru_cache

Kata = frozenset[str]
_UKURAN = re.compile(
    r"^(?:(?:rata-rata|jumlah|persentase|presentase|nilai|indeks|tingkat|cakupan|rasio|angka|"
    r"banyaknya)\s+)+"
)
_SINGKATAN = re.compile(r"^(.*?)\s*\((\w{2,})\)")
_KURUNG = re.compile(r"\s*\([^)]*\)")
_KATA = re.compile(r"[^\W\d_]{3,}")
# “IKU 1” dan “IKU nomor 2” menyebut satu; “IKU 82,30 %” tidak
_SEMUA_IKU = re.compile(
    r"\b(?:iku|indikator kinerja utama)\b"
    r"(?!(?:\s+(?:nomor|ke))?[\s-]*\d+(?!,?\d|\s*(?:%|persen\b)))",
    re.IGNORECASE,
)
UMUM = frozenset(
    {
        *("dan", "yang", "atau", "pada", "untuk", "dengan", "dari", "oleh", "dalam", "bagi", "per"),
        *("desa", "menjadi", "kabupaten", "kota"),
    }
)
PALING_SEDIKIT = 2  # kata khas
# tiap kalimat dihadapkan dengan tiap indikator: keduanya dibaca sekali
_diingat = lru_cache(maxsize=1024)


@_diingat
def rata(teks: str) -> str:
    """Huruf kecil berspasi tunggal."""
    return " ".join(teks.lower().split())


@_diingat
def nama_pendek(nama: str) -> Kata:
    """Nama tanpa kata ukurannya, lengkap dan dengan singkatannya; sekurangnya dua kata."""
    baku = rata(nama)
    bentuk = {_KURUNG.sub("", baku), _bersingkatan(baku)}
    pendek = {_UKURAN.sub("", satu) for satu in bentuk if satu}
    return frozenset(satu for satu in pendek if " " in satu)


def _bersingkatan(baku: str) -> str:
    """“kelompok binaan lembaga pemberdayaan masyarakat (lpm)” menjadi “kelompok binaan lpm”."""
    cocok = _SINGKATAN.match(baku)
    if cocok is None:
        return ""
    kata, singkatan = cocok[1].split(), cocok[2]
    awal = len(kata) - len(singkatan)
    huruf = "".join(satu[0] for satu in kata[max(awal, 0) :])
    if awal < 0 or huruf != singkatan:
        return ""
    return " ".join([*kata[:awal], singkatan])


@_diingat
def kata_khas(nama: str) -> Kata:
    """Kata yang membedakannya; kosong bila terlalu sedikit untuk mengenalinya."""
    baku = _KURUNG.sub("", rata(nama))
    tanpa_ukuran = _UKURAN.sub("", baku)
    khas = frozenset(_KATA.findall(tanpa_ukuran)) - UMUM
    return khas if len(khas) >= PALING_SEDIKIT else frozenset()


@_diingat
def kata(kalimat: str) -> Kata:
    """Semua kata sebuah kalimat."""
    return frozenset(_KATA.findall(kalimat.lower()))


def is_semua_iku(kalimat: str) -> bool:
    """Tentang IKU seluruhnya, tanpa nomor."""
    return _SEMUA_IKU.search(kalimat) is not None
