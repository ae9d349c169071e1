"""Bilangan bulat dengan kata."""

_SATUAN = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_KELOMPOK = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
)


def terbilang(bilangan: int) -> str:
    """Bilangan bulat dengan kata, sampai ratusan triliun; `ValueError` di luar itu."""
    if abs(bilangan) >= 10**15:
        raise ValueError("Bilangan terlalu besar untuk dieja.")
    if bilangan < 0:
        return f"minus {_eja(-bilangan)}"
    return _eja(bilangan)


def _eja(bilangan: int) -> str:
    """Belas dan se- ditulis khusus; selebihnya banyaknya lalu nama kelompoknya."""
    if bilangan < 12:
        return _SATUAN[bilangan]
    if bilangan < 20:
        satuan = _SATUAN[bilangan - 10]
        return f"{satuan} belas"
    if 100 <= bilangan < 200:
        return _sambung("seratus", bilangan - 100)
    if 1000 <= bilangan < 2000:
        return _sambung("seribu", bilangan - 1000)
    cukup = (satu for satu in _KELOMPOK if bilangan >= satu[0])
    besar, nama = next(cukup)
    banyak, sisa = divmod(bilangan, besar)
    kepala = _eja(banyak)
    return _sambung(f"{kepala} {nama}", sisa)


def _sambung(kepala: str, sisa: int) -> str:
    """Nol di belakang tidak dieja."""
    if sisa:
        return f"{kepala} {_eja(sisa)}"
    return kepala
