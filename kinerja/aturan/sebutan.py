"""Sebutan pendek satu indikator: yang dipakai orang dalam kalimat sebagai ganti namanya."""

import re
from collections.abc import Iterator
from functools import lru_cache

Kata = frozenset[str]
Kelompok = tuple[tuple[str, ...], int, int, str]  # jenis, awal, akhir, sebutannya
_UKURAN = re.compile(
    r"^(?:(?:rata-rata|jumlah|persentase|presentase|nilai|indeks|tingkat|cakupan|rasio|angka|"
    r"banyaknya)\s+)+"
)
_SINGKATAN = re.compile(r"^(.*?)\s*\((\w{2,})\)")
_KURUNG = re.compile(r"\s*\([^)]*\)")
_KATA = re.compile(r"[^\W\d_]{3,}")
_IKU = r"(?:iku|indikator\s+kinerja\s+utama)"
_IKK = r"(?:ikk|indikator\s+kinerja\s+kunci)"
# “IKU 1” dan “IKU “nama”” menyebut satu; “IKU 82,30 %” tidak
_BUKAN_SATU = (
    r"(?!(?:\s+(?:nomor|ke|no\.?))?[\s-]*\d+(?!,?\d|\s*(?:%|persen\b)))(?!\s*[“\"']?§)"
    r"(?!\s+(?:ini|itu|tersebut|yang\s+lain)\b)"
)
_KELOMPOK = re.compile(
    rf"\b(?P<iku>{_IKU})\b{_BUKAN_SATU}|\b(?P<ikk>{_IKK})\b{_BUKAN_SATU}"
    r"|(?P<semua>(?<=seluruh )|(?<=semua )|(?<=setiap ))"
    r"(?:indikator(?:\s+kinerja)?|target(?:\s+(?:kinerja|indikator))?)\b(?!\s+(?:utama|kunci))"
    r"|(?:(?<=seluruh )|(?<=semua )|(?<=setiap ))(?P<sasaran>sasaran(?:\s+strategis)?)\b"
    r"(?!\s+(?:kegiatan|program|sub|kelompok|penerima|lokasi|desa|kinerja|renstra|rpjmd))"
    r"|\b(?P<program>(?:jumlah|seluruh|semua)\s+\d+\s+program)\b"
    r"|\b(?P<dinas>(?:rata-rata\s+)?(?:capaian\s+)?kinerja"
    r"(?!\s+(?:utama|kunci|pegawai|aparatur|desa|keuangan|anggaran|program|kegiatan|bidang|sub|asn"
    r"|individu|pemerintah\s+desa|kecamatan|lembaga|triwulan|instansi\s+pemerintah))"
    r"(?<!indikator kinerja)(?<!perjanjian kinerja)(?<!laporan kinerja)(?<!akuntabilitas kinerja)"
    r"(?<!rencana kinerja)(?<!pengukuran kinerja)(?<!evaluasi kinerja)(?<!sasaran kinerja))\b",
    re.IGNORECASE,
)
_TIDAK_SATU = re.compile(
    r"\b(?:tidak|tak|belum)\s+(?:ada|(?:ada\s+)?satu\s?pun)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_TIDAK_SEMUA = re.compile(
    r"\b(?:tidak|belum|bukan)\s+(?:semua|seluruh|setiap)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_SEMUA = re.compile(
    r"\b(?:semua|seluruh|setiap|segenap|tiap|kese\w+|ke\d+|kedua|ketiga|keempat|kelima|keenam"
    r"|ketujuh)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_SEBAGIAN = re.compile(
    r"\b(?:sebagian(?:\s+besar)?|beberapa|salah\s+satu|ada|terdapat|mayoritas)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_HITUNGAN = re.compile(r"\b\d+\s+(?:dari\s+\d+\s+)?$", re.IGNORECASE)
HITUNGAN = "hitungan"
DINAS = "kinerja dinas"
SEMUA = "semua"
TIDAK_SEMUA = "tidak semua"
TIDAK_SATU = "tidak satu pun"
SEBAGIAN = "sebagian"
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
    kata = cocok[1].split()
    singkatan = cocok[2]
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
    if len(khas) >= PALING_SEDIKIT:
        return khas
    return frozenset()


@_diingat
def kata(kalimat: str) -> Kata:
    """Semua kata sebuah kalimat."""
    return frozenset(_KATA.findall(kalimat.lower()))


def sebutan_kelompok(kalimat: str) -> Iterator[Kelompok]:
    """IKU (juga lewat sasarannya), IKK, semua indikator, atau kinerja dinas; tanpa nomor."""
    for cocok in _KELOMPOK.finditer(kalimat):
        sebutan = str(cocok.lastgroup)
        jenis: tuple[str, ...] = ("iku", "ikk")
        if sebutan != "semua":
            jenis = ("ikk",) if sebutan == "ikk" else ("iku",)
        nama = {"dinas": DINAS, "program": DINAS, "semua": "indikator"}.get(sebutan, sebutan)
        yield jenis, cocok.start(), cocok.end(), nama


def lingkup(sebelum: str) -> str:
    """Seberapa banyak dari kelompok di belakang `sebelum`; kosong: rata-ratanya."""
    for nama, pola in _LINGKUP:
        if pola.search(sebelum):
            return nama
    return ""


_LINGKUP = (
    (TIDAK_SATU, _TIDAK_SATU),
    (TIDAK_SEMUA, _TIDAK_SEMUA),
    (SEMUA, _SEMUA),
    (SEBAGIAN, _SEBAGIAN),
    (HITUNGAN, _HITUNGAN),
)
