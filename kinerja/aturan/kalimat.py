"""Kalimat naskah: dipisah, tahun naskah yang disebutnya, dan kurungnya."""

import re

_PISAH = re.compile(r"(?<=[.;!?])(?<!\bRp\.)(?<!\b[Nn]o\.)(?<!\bs\.d\.)\s+|\n+")
_LAMPAU = re.compile(
    r"\b(?:sebelumnya|tahun lalu|banding\w*|dibanding\w*|rekomendasi|tindak lanjut|ditindaklanjuti|"
    r"menindaklanjuti|evaluasi|sejak|sampai|hingga|terhadap|s\.d\.|menurut|"
    r"ter(?:tulis|cetak|kutip)|(?:ber)?sumber)",
    re.IGNORECASE,
)
_NASKAH_TAHUN = re.compile(
    r"\b(perjanjian kinerja|laporan kinerja(?: instansi pemerintah)?(?: \(lkjip\))?|lkjip|"
    r"rencana aksi|rencana kerja|tahun anggaran)\s+(?:tahun\s+)?(20\d\d)",
    re.IGNORECASE,
)
_KURUNG = {")": "(", "]": "[", "}": "{"}
# “angkanya 43 (LKjIP 2023)” menyebut asalnya; “Laporan Kinerja (LKjIP) Tahun 2022” namanya
_ASAL = re.compile(r"(?<!kinerja )(?<!pemerintah )\([^()]*\b20\d\d[^()]*\)", re.IGNORECASE)
_DALAM_KURUNG = re.compile(r"\([^()\n]*\)")
_JEDA = re.compile(r"(?<=[.;!?])[ \t]+")
_SAMBUNG = "\ue002"  # pengganti jeda di dalam kurung: bukan batas kalimat
_SAMBUNGAN = {"DAN", "DI", "KE", "DARI", "DALAM", "UNTUK", "PADA", "ATAU", "SERTA", "ANTAR", "BAGI"}
_SINGKATAN = {"APBD", "ASN", "BUM", "IKK", "IKU", "LPM", "OPD", "PKK", "RT", "RW", "SKPD", "UP2K"}
_BUTIR = re.compile(r"(?:^|\s)\w{1,2}$")


def pisah(teks: str) -> list[str]:
    """Kalimat demi kalimat; butir daftar kalimat sendiri."""
    bersambung = _DALAM_KURUNG.sub(_tanpa_jeda, teks)
    bagian = (satu.replace(_SAMBUNG, " ").strip() for satu in _PISAH.split(bersambung))
    return [satu for satu in bagian if satu]


def _tanpa_jeda(kurung: re.Match[str]) -> str:
    """Titik koma di dalam kurung tidak memisah kalimat."""
    return _JEDA.sub(_SAMBUNG, kurung[0])


def tahun_asing(kalimat: str, tahun: int) -> list[tuple[str, str]]:
    """`(naskah, tahun)` bertahun lain; sebagai pembanding, yang lalu atau asal angka boleh."""
    if _LAMPAU.search(kalimat):
        return []
    tanpa_asal = _ASAL.sub(" ", kalimat)
    disebut = _NASKAH_TAHUN.findall(tanpa_asal)
    hasil: list[tuple[str, str]] = []
    for naskah, satu in disebut:
        if satu != str(tahun):
            hasil.append((naskah, satu))
    return hasil


def kurung_timpang(teks: str) -> str:
    """Kurung pertama yang tidak berpasangan; kosong bila semuanya berpasangan."""
    terbuka: list[str] = []
    for letak, aksara in enumerate(teks):
        if aksara in _KURUNG.values():
            terbuka.append(aksara)
        elif aksara in _KURUNG and not _is_tertutup(terbuka, teks, letak):
            return aksara
    if terbuka:
        return terbuka[-1]
    return ""


def _is_tertutup(terbuka: list[str], teks: str, letak: int) -> bool:
    """Kurung tutup menutup yang terakhir terbuka; `a)` di depan butir tidak menutup apa pun."""
    aksara = teks[letak]
    if terbuka:
        return terbuka.pop() == _KURUNG[aksara]
    return aksara == ")" and _BUTIR.search(teks[:letak]) is not None


def nama_kalimat(nama: str) -> str:
    """Nama berhuruf besar semua menjadi huruf judul di tengah kalimat; yang lain tetap."""
    if not nama.isupper():
        return nama
    return " ".join(map(_kata_judul, nama.split()))


def _kata_judul(kata: str) -> str:
    """Kata sambung berhuruf kecil, singkatan tetap."""
    if kata.strip("().,") in _SINGKATAN:
        return kata
    if kata in _SAMBUNGAN:
        return kata.lower()
    return kata.title()
