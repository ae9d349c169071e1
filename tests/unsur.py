"""Unsur satu kueri: bagian yang dapat dijawab lain oleh basis data lain.

Syarat, urutan, fungsi, gabungan, kolom yang dibaca atau ditulis, masing-masing dengan jenis nilai
yang dikirim bersamanya. Dua kueri yang unsurnya sama menanyakan hal yang sama; menggabungkan unsur
dengan AND, OR dan koma diartikan sama oleh semua basis data. Selain baca, ubah dan hapus biasa
kuerinya satu unsur.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice
from typing import NamedTuple

TOKEN = re.compile(
    r"(?:ORDER|GROUP) BY|DELETE FROM|(?:INNER|LEFT OUTER) JOIN|FOR UPDATE"
    r"|\"[^\"]*\"|'[^']*'|%s|::\w+|\w+|[<>=!|]+|\S"
)
ALIAS = re.compile(r'("\w+") ([T-W]\d+)\b')
KLAUSA = {
    "SELECT",
    "FROM",
    "WHERE",
    "ON",
    "SET",
    "HAVING",
    "UPDATE",
    "LIMIT",
    "OFFSET",
    "RETURNING",
}
KLAUSA |= {"ORDER BY", "GROUP BY", "DELETE FROM", "FOR UPDATE", "INNER JOIN", "LEFT OUTER JOIN"}
BERBATAS = ("LIMIT", "OFFSET")
BERURUT = ("ORDER BY", "GROUP BY")
PEMISAH = (",", "AND", "OR")
BUKAN_FUNGSI = KLAUSA | {"AND", "OR", "NOT", "EXISTS", "AS", "DISTINCT"}
BERURAI = ("SELECT ", "UPDATE ", "DELETE ")
SUSUNAN = re.compile(r"\b(UNION|EXCEPT|INTERSECT|OVER)\b")
BATAS_TRANSAKSI = re.compile(r"(SAVEPOINT|RELEASE|ROLLBACK) ")
SISIPAN = re.compile(r'INSERT INTO ("\w+") \(([^)]*)\) VALUES [(), %s]+(.*)')
# banyaknya nilai, baris sekaligus, dan baris yang diminta tidak menjadikannya kueri lain
SEJENIS = (
    (re.compile(r"%s( ?, %s)+"), "%s"),
    (re.compile(r"\(%s\)(, \(%s\))+"), "(%s)"),
    (re.compile(r"(LIMIT|OFFSET) \d+"), r"\1"),
)
HIMPUNAN = re.compile(r"(COUNT|SUM|MIN|MAX|AVG) \(")


class Unsur(NamedTuple):
    """Satu bagian di dalam klausanya, dan banyaknya nilai yang dikirim bersamanya."""

    klausa: str
    isi: str
    nilai: int


@cache
def unsur(sql: str, jenis: tuple[str, ...]) -> frozenset[str]:
    """Unsur kueri yang dikirim dengan nilai berjenis `jenis`; batas transaksi tanpa unsur."""
    if BATAS_TRANSAKSI.match(sql):
        return frozenset()
    if sisipan := SISIPAN.fullmatch(sql):
        return _sisipan(*sisipan.groups(), jenis)
    if not sql.startswith(BERURAI) or SUSUNAN.search(sql):
        return frozenset([f"{bentuk(sql)} {_jenis(jenis)}"])
    urut = iter(jenis)
    berjenis = [(satu, _jenis(islice(urut, satu.nilai))) for satu in urai(sql)]
    hasil = {f"{satu.klausa} {satu.isi} {nilai}" for satu, nilai in berjenis}
    return frozenset(hasil | set(tanpa_urutan(sql)))


def _sisipan(tabel: str, kolom: str, akhir: str, jenis: tuple[str, ...]) -> frozenset[str]:
    """Jenis nilai tiap kolom barisnya, dan yang diminta sesudahnya."""
    nama = kolom.split(", ")
    tiap = {f"INSERT {tabel} {satu} {nilai}" for satu, nilai in zip(cycle(nama), jenis)}
    return frozenset(tiap | {f"INSERT {tabel} {akhir}"})


def bentuk(sql: str) -> str:
    """Tulisan kueri tanpa banyaknya nilai."""
    for pola, ganti in SEJENIS:
        sql = pola.sub(ganti, sql)
    return sql


def _jenis(jenis: Iterator[str] | tuple[str, ...]) -> str:
    return ",".join(sorted(set(jenis)))


@cache
def urai(sql: str) -> tuple[Unsur, ...]:
    """Unsur kueri menurut letaknya; alias tabel dan kolom diganti yang dialiaskannya."""
    pengurai = Pengurai({alias: tabel for tabel, alias in ALIAS.findall(sql)})
    for kata in TOKEN.findall(sql):
        pengurai.terima(kata)
    pengurai.putus()
    return tuple(pengurai.beralias())


@cache
def tanpa_urutan(sql: str) -> tuple[str, ...]:
    """Baris yang diminta tanpa urutan datang menurut kehendak basis datanya: satu unsur utuh.

    Yang berbatas tanpa urutan (`get`, `exists`) dan hitungan seluruhnya berjawaban satu.
    """
    semua = urai(sql)
    klausa = {satu.klausa for satu in semua}
    pilihan = [satu.isi for satu in semua if satu.klausa == "SELECT"]
    is_satu = "GROUP BY" not in klausa and all(map(HIMPUNAN.match, pilihan))
    if {"ORDER BY", "LIMIT"} & klausa or not sql.startswith("SELECT ") or is_satu:
        return ()
    return (" ".join(satu.isi for satu in semua if satu.klausa != "SELECT"),)


class Pengurai:
    """Memotong kueri di klausa, koma, AND dan OR; isi fungsi dan daftar nilai dibiarkan utuh."""

    def __init__(self, alias: dict[str, str]) -> None:
        self.alias = alias
        self.semua: list[Unsur] = []
        self.klausa = self.tabel = ""
        self.kata: list[str] = []
        self.kurung: list[tuple[bool, str]] = []  # utuh, dan klausa di luarnya

    @property
    def is_utuh(self) -> bool:
        return bool(self.kurung) and self.kurung[-1][0]

    def terima(self, kata: str) -> None:
        if kata in {"(", "CASE"}:
            self.buka(kata)
        elif kata in {")", "END"}:
            self.tutup(kata)
        elif self.is_utuh or (kata not in KLAUSA and kata not in PEMISAH):
            self.kata.append(self.alias.get(kata, kata))
        else:
            self.putus()
            self.klausa = kata if kata in KLAUSA else self.klausa

    def buka(self, kata: str) -> None:
        """Kurung fungsi, daftar nilai dan pilihan utuh; kurung yang mengelompokkan tidak."""
        sebelum = self.kata[-1] if self.kata else "NOT"
        is_nama = sebelum.isidentifier() and sebelum not in BUKAN_FUNGSI
        is_utuh = self.is_utuh or is_nama or kata == "CASE" or self.klausa == "SELECT"
        self.kurung.append((is_utuh, self.klausa))
        if is_utuh:
            self.kata.append(kata)

    def tutup(self, kata: str) -> None:
        is_utuh, klausa = self.kurung.pop()
        if is_utuh:
            self.kata.append(kata)
            return
        if klausa != self.klausa:  # kueri di dalam kueri
            self.putus()
        self.klausa = klausa

    def putus(self) -> None:
        """Yang terkumpul menjadi satu unsur."""
        isi = bentuk(" ".join(self.kata))
        nilai = self.kata.count("%s")
        self.kata = []
        if self.klausa == "UPDATE":
            self.tabel = isi
        klausa = f"SET {self.tabel}" if self.klausa == "SET" else self.klausa
        if isi:
            self.semua.append(Unsur(klausa, isi, nilai))

    def beralias(self) -> Iterator[Unsur]:
        """Urutan menurut nomor atau alias kolom disebut ungkapannya; nama aliasnya tidak ikut."""
        pilihan = [satu.isi.rpartition(" AS ") for satu in self.semua if satu.klausa == "SELECT"]
        ungkapan = {nama: isi for isi, _, nama in pilihan if isi}
        ungkapan |= {str(n): isi or nama for n, (isi, _, nama) in enumerate(pilihan, 1)}
        for satu in self.semua:
            yield satu._replace(isi=_isi(satu, ungkapan))


def _isi(satu: Unsur, ungkapan: dict[str, str]) -> str:
    if satu.klausa in BERBATAS:
        return ""
    if satu.klausa == "SELECT":
        return satu.isi.rpartition(" AS ")[0] or satu.isi
    if satu.klausa in BERURUT:
        awal, _, arah = satu.isi.partition(" ")
        return f"{ungkapan.get(awal, awal)} {arah}"
    return satu.isi
