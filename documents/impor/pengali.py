"""Kata dan tanda yang mengecilkan angka satu lembar: “dalam ribuan”, “(Rp 1.000,-)”, “Rp M”."""

import re

# kata uang yang dikecilkan: baku, singkatannya, dan bahasa Inggrisnya
KATA = (
    "ribu",
    "rb",
    "juta",
    "jt",
    "mio",
    "mln",
    "miliar",
    "milyar",
    "triliun",
    "trilyun",
    "thousand",
    "million",
    "billion",
    "trillion",
)
HANYA_SESUDAH_UANG = ("mn", "bn", "bio", "(?-i:[MKT])")  # sendirian berarti lain
UANG = ("rp", "rupiah", "idr")
PENDAHULU = ("dalam", "dlm", "satuan", "in", "unit")
# “APBDes M” berarti miliar, “Kelas M” bukan
POKOK_UANG = (
    "apbdes",
    "anggaran",
    "pagu",
    "belanja",
    "pendapatan",
    "realisasi",
    "dana desa",
)
# “Desa Ribu” dan “Sungai Juta” nama tempat
TEMPAT = (
    "desa",
    "kelurahan",
    "kecamatan",
    "kampung",
    "dusun",
    "sungai",
    "pulau",
    "kepulauan",
    "gunung",
    "bukit",
    "tanjung",
    "muara",
    "teluk",
    "lubuk",
    "rantau",
    "jalan",
)
_POKOK = "|".join(KATA)
_ISI = {
    "KATA": rf"(?:{_POKOK})(?:[\s-]?an|s)?",
    "JAMAK": rf"(?:{_POKOK})(?:[\s-]?an|s)",
    "UANG": rf"(?:{'|'.join(UANG)})",
    "AWAL": rf"(?:{'|'.join(PENDAHULU)})",
    "HURUF": rf"(?:{'|'.join(HANYA_SESUDAH_UANG)})",
    "POKOK": rf"(?:{'|'.join(POKOK_UANG)})",
    "NOL": r"1(?:[.,]?000)+(?:,-|,00)?(?![.,]?\d)",  # 1.000 atau 1.000.000
    "PANGKAT": r"10(?:\s*\^\s*[369]\b|[³⁶⁹])",
}
_BENTUK = (
    r"\bAWAL\W*(?:1\W*|se)?(?:(?:ratus|puluh)(?:an)?\W*)?KATA\b",  # dalam ribuan, satuan: juta
    r"\bAWAL\W*UANG\W*NOL",  # dalam Rp 1.000,-
    r"\bAWAL\W*000\b",  # dalam 000 rupiah
    r"\bper\W*(?:1\W*|se)?KATA\W*UANG\b",  # per seribu rupiah
    r"\bUANG\.?\W*KATA\b",  # Rp juta
    r"\bUANG\.?\s*HURUF\b",  # Rp M, IDR mn
    r"(?<!\d )\bKATA\W*UANG\b",  # juta rupiah; “5 juta rupiah” bukan
    r"(?<!\d )\bJAMAK\b",  # jutaan, ribu-an
    r"\b(?:ratus|puluh)an\W+KATA\b",  # ratusan ribu
    r"[(\[]\W*KATA\W*[)\]]",  # (miliar)
    r"[(\[]\W*UANG\W*NOL\W*[)\]]",  # (Rp 1.000,-)
    r"[-–—:/]\s*KATA\W*$",  # Anggaran – juta
    r"[x×*]\s*(?:UANG\.?\s*)?NOL",  # x 1.000
    r"\bUANG[.\s]*\(?['’]?000\b",  # Rp 000
    r"[(\[]\W*000\W*[)\]]",  # (.000)
    r"\bPOKOK\W+(?:KATA|(?-i:M))\W*$",  # APBDes M
    r"(?:[x×(]|\bUANG\b)\W*PANGKAT|PANGKAT\W*UANG\b",  # Rp 10^6
)
_BENTUK_NAMA = (
    r"(?<!\d )\bKATA$",  # APBDes juta
    r"^UANG\W*NOL$",  # Rp1000
)
_DI_TEMPAT = re.compile(rf"\b(?:{'|'.join(TEMPAT)})\s+\w+$", re.IGNORECASE)


def _pola(bentuk: tuple[str, ...]) -> re.Pattern[str]:
    """Salah satu bentuknya; kata berhuruf besar diisi daftarnya."""
    semua = "|".join(bentuk)
    kunci = "|".join(_ISI)
    isi = re.sub(kunci, lambda kata: _ISI[kata[0]], semua)
    return re.compile(isi, re.IGNORECASE)


_PENGALI = _pola(_BENTUK)
_NAMA = _pola(_BENTUK_NAMA)


def is_berpengali(teks: str) -> bool:
    """Judul, kepala atau keterangan yang mengecilkan angkanya; “5 juta rupiah” bukan."""
    terpisah = teks.replace("_", " ")
    return _PENGALI.search(terpisah) is not None


def is_nama_berpengali(nama: str) -> bool:
    """Nama lembar yang berakhir dengannya, kecuali nama tempat seperti “Desa Ribu”."""
    if is_berpengali(nama):
        return True
    return _NAMA.search(nama) is not None and _DI_TEMPAT.search(nama) is None
