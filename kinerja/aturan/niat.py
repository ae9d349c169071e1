"""Ragam pernyataan: yang diniatkan, disyaratkan atau hampir terjadi bukan yang sudah terjadi."""

import re

# menguasai segala sesudahnya dalam kalimatnya
_HARAPAN = re.compile(
    r"\b(?:diharapkan|semoga|kiranya|direncanakan|rencananya|diproyeksikan|diupayakan"
    r"|diusahakan|seandainya|seharusnya|sebaiknya|hendaknya|ketika|optimis(?:tis)?|bertekad"
    r"|berkomitmen|(?:jika|bila|apabila)(?!\s+dibanding))\b",
    re.IGNORECASE,
)
# hanya yang diterangkannya, sampai koma
_DEKAT = re.compile(
    r"\b(?:agar|supaya|akan|harus|perlu|wajib|ingin|hendak|bertujuan|berupaya|berusaha"
    r"|mendorong|memastikan|menjamin|mengejar|sulit|sukar|mustahil|susah|hampir|nyaris|mendekati"
    r"|seakan|seolah\S*|seberapa|apakah|belum\s+tentu)\b",
    re.IGNORECASE,
)
_TUJUAN = re.compile(
    r"\b(?:upaya|usaha|strategi|langkah\S*|dalam\s+rangka|guna|demi|kunci|syarat|cara|tantangan"
    r"|peluang|komitmen|kemampuan|kendala|hambatan|kesulitan|risiko|ketidak\w+)\b",
    re.IGNORECASE,
)
# “untuk IKU 1, target tercapai” menyebut pokoknya; “untuk mencapai” tujuannya
_UNTUK = re.compile(
    r"\b(?:untuk|dalam|bagi|demi|guna)\s+(?:(?:dapat|bisa|terus|lebih|segera|mampu|tetap|ikut|"
    r"bersama|kembali|bersama-sama|upaya|usaha)\s+)*$",
    re.IGNORECASE,
)
_NYATA = re.compile(r"\b(?:telah|sudah|berhasil|terbukti|ternyata|terealisasi)\b", re.IGNORECASE)
_BATAS = re.compile(r",\s|[;:]|\s[–-]\s|\b(?:sedangkan|sementara|namun|tetapi|tapi|adapun)\b")


def is_niat(sebelum: str) -> bool:
    """Yang ditulis di belakang `sebelum` bukan pernyataan tentang yang sudah terjadi."""
    if is_harapan(sebelum):
        return True
    dekat = _BATAS.split(sebelum)[-1]
    if _UNTUK.search(dekat) or _is_dekat(_DEKAT, dekat):
        return True
    return _is_dekat(_TUJUAN, dekat)


def is_harapan(sebelum: str) -> bool:
    """Pengandaian atau harapan, yang menguasai juga anak kalimat di belakangnya."""
    sekalimat = _BATAS_KERAS.split(sebelum)[-1]
    return _HARAPAN.search(sekalimat) is not None


_BATAS_KERAS = re.compile(
    r";|\b(?:sedangkan|sementara|namun|tetapi|tapi|adapun|ternyata|kenyataannya|nyatanya)\b",
    re.IGNORECASE,
)


def _is_dekat(pola: re.Pattern[str], sebelum: str) -> bool:
    """Disebut, dan tidak ada “telah” atau “berhasil” sesudahnya."""
    semua = list(pola.finditer(sebelum))
    if not semua:
        return False
    sesudah = sebelum[semua[-1].end() :]
    return _NYATA.search(sesudah) is None
