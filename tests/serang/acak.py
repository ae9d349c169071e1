"""Isian, kepala dan badan kiriman yang janggal, dipilih oleh pengacak yang diberikan."""

import json
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

ANGKA = (
    *("0", "-0", "-1", "1", "7", "+7", "--7", " 7 ", "007", "7.", ",7", "7,", "1e3", "1E309"),
    *("2147483647", "2147483648", "-2147483649", "9223372036854775808", "9" * 40, "9" * 5000),
    *("NaN", "nan", "-inf", "Infinity", "1e-400", "0x10", "1_000", "1.234", "1,234", "1.234,5"),
    *("1.234.567,89", "１２", "٣٤", "๓", "²", "½", "Ⅷ", "7%", "Rp 7", "Rp 9" + "9" * 30, "0.1.2"),
)
TANGGAL = (
    *("2023-02-30", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2023-13-01"),
    *(
        "31/12/2023",
        "1 Januari 2023",
        "99/99/9999",
        "-2023-01-01",
        "2023-01-01T00:00",
        "٢٠٢٣-٠١-٠١",
    ),
    *("1999", "2023", "2101", "02023", "2023.0", "0"),
)
TULISAN = (
    *(
        "",
        " ",
        "\t",
        "\n",
        "\x00",
        "a\x00b",
        "\x0b\x0c\x1b",
        "\u202e",
        "\ufeff",
        "\u2028",
        "😀" * 40,
    ),
    *("e\u0301", "İ", "ß" * 300, "a" * 5000, "<script>alert(1)</script>", "<p>x</p>" * 500),
    *("' OR 1=1--", '"; DROP TABLE x', "=1+1", "@x", "{{ 7 }}{% x %}", "%s%n%d", "%00", "${x}"),
    *("../../etc/passwd", "http://127.0.0.1:9/", "//x", "\\\\x", "javascript:1", "\r\nX: y"),
    *("null", "None", "True", "[]", "{}", "[object Object]", "undefined", "-", "—", "..", "."),
    *("{capaian}", "{{capaian.1}}", "[[x]]", "semua", "setuju", "lain", "csv", "xlsx", "pdf"),
)
BITA = (b"", b"\x00" * 9, b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04" + b"x" * 50, b"\xff\xfe")
NAMA_BERKAS = (
    "x.pdf",
    "x.xlsx",
    "x.csv",
    "x.png",
    "x.json",
    "x.geojson",
    "x.p12",
    "x",
    "\u202ex.pdf",
)
JENIS = (
    *("application/json", "text/plain", "application/xml", "multipart/form-data", "", "x" * 300),
    *("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "a/b; charset=zzz"),
    *("application/json; charset=utf-7", "application/x-www-form-urlencoded; charset=utf-16"),
    *("multipart/form-data; boundary=" + "b" * 300, "multipart/form-data; boundary=\xe9"),
)
KEPALA = {
    "Host": ("testserver", "x", "x:99999", "a b", "127.0.0.1:80:80", "[::1", "évil", ""),
    "Referer": ("x", "http://testserver/\x7f", "//[", "a" * 5000, "http://[::1"),
    "Accept": ("*/*", "application/json", "text/html;q=x", "/", ",,;", "a" * 3000, "text/*;q=NaN"),
    "Accept-Language": ("xx", "id;q=9", "*" * 999, "en-" * 400, ";;;", "\xe9"),
    "HX-Request": ("true", "", "\xff"),
    "HX-Target": ("x", "<b>", "\xe9" * 50),
    "HX-Current-URL": ("x", "http://[", "%E0%A4", "a" * 4000, "//[::1"),
    "HX-Current-URL-URI-AutoEncoded": ("true",),
    "If-None-Match": ("*", '"', 'W/"x", ', "\xe9"),
    "If-Modified-Since": ("x", "Thu, 99 Foo 9999 99:99:99 GMT", "0"),
    "Range": ("bytes=9-1", "bytes=-" + "9" * 30, "x"),
    "Authorization": ("Bearer", "Bearer \xe9", "Basic x", "Bearer " + "x" * 3000),
    "X-Forwarded-For": ("x", "1.2.3.4, ::1", "," * 500, "999.1.1.1"),
    "X-Forwarded-Proto": ("https", "x"),
    "User-Agent": ("", "\xe9" * 300, "Mozilla/" + "9" * 999),
    "Content-Length": ("0",),
    "Cookie": ("a", "=;=", "csrftoken=\xe9", "messages=x; sessionid", "a=" + "b" * 3000),
}


def tulisan(acak: Random, nomor: tuple[Any, ...]) -> str:
    """Satu isian; `nomor` baris sendiri, kabupaten lain, dan yang tiada."""
    macam = acak.choice((ANGKA, TANGGAL, TULISAN, TULISAN, nomor, None))
    if macam is not None:
        return str(acak.choice(macam))
    banyak = acak.randrange(40)
    return "".join(
        chr(acak.choice((acak.randrange(0x250), acak.randrange(0xD800)))) for _ in range(banyak)
    )


def nilai(acak: Random, nomor: tuple[Any, ...]) -> Any:
    """Isian tunggal, atau nama yang sama beberapa kali."""
    if acak.random() < 0.15:
        return [tulisan(acak, nomor) for _ in range(acak.choice((2, 3, 30)))]
    return tulisan(acak, nomor)


def json_acak(acak: Random, nomor: tuple[Any, ...], dalam: int = 0) -> Any:
    """Nilai JSON apa pun bentuknya."""
    macam = acak.randrange(9 if dalam < 3 else 6)
    if macam < 3:
        return tulisan(acak, nomor)
    if macam < 6:
        return acak.choice((None, True, 0, -1, 1.5, 10**30, float("nan"), float("inf"), "\ud800"))
    if macam == 6:
        return {tulisan(acak, nomor): json_acak(acak, nomor, dalam + 1) for _ in range(3)}
    return [json_acak(acak, nomor, dalam + 1) for _ in range(acak.randrange(4))]


def berkas(acak: Random) -> SimpleUploadedFile:
    isi = acak.choice((*BITA, acak.randbytes(acak.randrange(400)), TULISAN[9].encode()))
    return SimpleUploadedFile(acak.choice(NAMA_BERKAS), isi)


def mentah(acak: Random, nomor: tuple[Any, ...]) -> tuple[bytes, str]:
    """Badan yang bukan formulir utuh, dengan jenis yang sering bukan jenisnya."""
    badan = acak.choice(
        (
            b"",
            acak.randbytes(60),
            b"[" * 100_000,
            b"a=%ED%A0%80&b=%FF&%00=1&c=" + b"9" * 6000,
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
            b"&".join(b"k%d=1" % n for n in range(1200)),
            json.dumps(json_acak(acak, nomor)).encode(),
            json.dumps({"ubahan": [json_acak(acak, nomor)]}).encode(),
        )
    )
    return badan, acak.choice(JENIS)


def kepala(acak: Random) -> dict[str, str]:
    """Beberapa kepala permintaan yang janggal; biasanya tidak ada."""
    if acak.random() < 0.7:
        return {}
    return {nama: acak.choice(KEPALA[nama]) for nama in acak.sample(sorted(KEPALA), 2)}
