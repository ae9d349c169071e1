"""Tulisan satu sel pada lembar yang diekspor: tidak dijalankan, dan muat."""

from core.angka import ringkas

AWAL_RUMUS = "=+-@＝＋－＠"  # juga bentuk lebar penuhnya, yang dibaca Excel sebagai rumus
AWAL_KENDALI = ("\t", "\r", "\n")
TERPANJANG = 32_767  # aksara satu sel XLSX
TERPOTONG = " … [terpotong: {panjang} aksara, satu sel hanya memuat 32.767]"


def is_seperti_rumus(teks: str) -> bool:
    """Apakah pembaca CSV mungkin menjalankannya, juga sesudah spasi di depannya dibuang."""
    inti = teks.lstrip()
    is_rumus = len(inti) > 1 and inti[0] in AWAL_RUMUS
    return is_rumus or teks.startswith(AWAL_KENDALI)


def sepanjang_sel(teks: str) -> str:
    """Tulisan yang muat dalam satu sel; yang dipotong mengatakannya."""
    panjang = len(teks)
    if panjang <= TERPANJANG:
        return teks
    ekor = TERPOTONG.format(panjang=ringkas(panjang))
    sisa = TERPANJANG - len(ekor)
    return f"{teks[:sisa]}{ekor}"
