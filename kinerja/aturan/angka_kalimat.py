"""Tiap angka sebuah kalimat: tulisannya, satuannya, besarannya, dan perannya dalam kalimat itu."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from operator import ge, gt, le, lt

from core.angka import bulatkan, parse
from core.bilangan import BESAR
from kinerja.aturan.tercetak import desimal

N = r"(?:\d[\d.]*\d|\d)(?:,\d+)?"
PERSEN = "persen"
RUPIAH = "rupiah"
_ANGKA = re.compile(
    rf"(?<![\w.,/-])(?P<rp>Rp\.?\s*)?(?P<n>{N})(?![\w/]|[.,]\d)"
    r"(?:\s*(?P<kali>ribu|juta|miliar|milyar|triliun)\b)?"
    r"(?:\s*(?P<satuan>%|(?!Rp\b)[a-z]+))?",
    re.IGNORECASE,
)
# kata sesudah angka yang menyambung kalimatnya, bukan satuan yang dihitung
_KATA_SAMBUNG = """
    pada di dari dan atau dengan yang untuk dalam oleh ke
    tahun sehingga menjadi dibanding dibandingkan belum telah sudah
    tidak lebih kurang naik turun meningkat menurun sampai hingga
    tercapai terealisasi serta maka namun tetapi sedangkan karena
    atas terhadap sebagai sebagaimana setelah nilai angka saja
"""
_SAMBUNG = frozenset(_KATA_SAMBUNG.split())
_PENANDA = re.compile(
    r"\b(?:nomor|no\.|nomer|pasal|ayat|angka|huruf|bab|tabel|gambar|grafik|triwulan|tw"
    r"|semester|ke|peringkat|urutan|halaman|butir|lampiran|permendagri|permenpan\S*|permendesa"
    r"|uu|pp|perda|perbup|kode|tanggal|pukul|jam|usia|versi|edisi|sasaran|misi|tujuan)[\s-]+$",
    re.IGNORECASE,
)
_NOMOR_INDIKATOR = re.compile(r"\b(?:iku|ikk|indikator)[\s-]+$", re.IGNORECASE)
_BULAN = re.compile(
    r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)$",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?:19|20)\d\d")
_KATA_TAHUN = re.compile(r"\b(?:tahun|akhir|awal)\s+$", re.IGNORECASE)
_DIHITUNG = frozenset({PERSEN, "desa", "orang", "kelompok", "unit", "lembaga", "poin", "kali"})
_KIRA = re.compile(
    r"(?:\b(?:sekitar|kira-kira|kurang\s+lebih|lebih\s+kurang|hampir|nyaris|mendekati|kisaran"
    r"|sekian)|±|~)\s*$",
    re.IGNORECASE,
)
_RUMUS = re.compile(r"(?:\b(?:dikali(?:kan)?|dibagi|ditambah|dikurangi)|[×x/])\s*$", re.IGNORECASE)
LEBIH = "lebih"
KURANG = "kurang"
SEKURANGNYA = "sekurangnya"
SEBANYAKNYA = "sebanyaknya"
_SESUAI = {LEBIH: gt, KURANG: lt, SEKURANGNYA: ge, SEBANYAKNYA: le}
# urut dari yang paling khusus
_BATAS = (
    (SEKURANGNYA, r"(?:tidak|tak)\s+kurang\s+dari|minimal|paling\s+(?:sedikit|rendah|kurang)"
                  r"|sekurang\w*(?:-kurang\w*)?|setidak\w*(?:-tidak\w*)?|sedikitnya"),
    (SEBANYAKNYA, r"(?:tidak|tak)\s+lebih\s+dari|maksimal|paling\s+(?:banyak|tinggi)"
                  r"|setinggi-tinggi\w*|sebanyak-banyak\w*"),
    (KURANG, r"di\s?bawah|kurang\s+dari|lebih\s+(?:rendah|kecil|sedikit)\s+dari(?:pada)?"
             r"|(?:tidak|belum|kurang)\s+(?:sampai|mencapai|melampaui|melebihi)"),
    (LEBIH, r"di\s?atas|melampaui|melebihi|menembus"
            r"|lebih\s+(?:(?:besar|tinggi|banyak)\s+)?dari(?:pada)?"),
)  # fmt: skip
_BATAS_DI_DEPAN = tuple(
    (nama, re.compile(rf"\b(?:{pola})\s+(?:angka\s+)?(?:Rp\.?\s*)?$", re.IGNORECASE))
    for nama, pola in _BATAS
)
_BATAS_DI_BELAKANG = (
    (SEKURANGNYA, re.compile(r"\s*(?:atau\s+lebih|ke\s+atas)\b", re.IGNORECASE)),
    (SEBANYAKNYA, re.compile(r"\s*(?:atau\s+kurang|ke\s+bawah)\b", re.IGNORECASE)),
)
_ANTARA = re.compile(r"\b(?:antara|kisaran|rentang)\s+$", re.IGNORECASE)
_SAMPAI = re.compile(r"^\s*(?:[-–]|s\.?d\.?|sampai(?:\s+dengan)?|hingga|dan)\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class AngkaKalimat:
    """Satu angka dan letaknya; `banding` bila disebut sebagai batas."""

    tulisan: str
    satuan: str
    kali: int
    awal: int
    akhir: int
    banding: str = ""

    @property
    def nilai(self) -> Decimal:
        return parse(self.tulisan) * self.kali

    @property
    def cetak(self) -> str:
        """Sebagaimana ditulis, dengan satuannya."""
        if self.satuan == PERSEN:
            return f"{self.tulisan} %"
        bagian = [self.tulisan, self.kelompok]
        if self.satuan == RUPIAH:
            bagian.insert(0, "Rp")
        else:
            bagian.append(self.satuan)
        return " ".join(filter(None, bagian))

    @property
    def kelompok(self) -> str:
        """“ribu”, “juta” dan seterusnya; kosong bila tanpa kelipatan."""
        for nama, kali in BESAR.items():
            if kali == self.kali:
                return nama
        return ""

    def is_sama(self, semua: Iterable[Decimal]) -> bool:
        """Salah satunya, pada ketelitian tulisannya; batas dilampaui atau tidak dicapainya."""
        nilai = parse(self.tulisan)
        terbagi = [satu / self.kali for satu in semua]
        sesuai = _SESUAI.get(self.banding)
        if sesuai:
            return any(sesuai(satu, nilai) for satu in terbagi)
        teliti = desimal(self.tulisan)
        return any(bulatkan(satu, teliti) == nilai for satu in terbagi)


SemuaAngka = list[AngkaKalimat]


def angka_kalimat(kalimat: str) -> SemuaAngka:
    """Angka yang menyatakan banyaknya sesuatu; tahun, tanggal, nomor dan kira-kira bukan."""
    semua = list(_dibaca(kalimat))
    return _berentang(kalimat, semua)


def _dibaca(kalimat: str) -> Iterator[AngkaKalimat]:
    for cocok in _ANGKA.finditer(kalimat):
        satu = _satu(cocok)
        sebelum = kalimat[: satu.awal]
        is_lain = _is_bukan_banyaknya(cocok, satu, sebelum)
        if not is_lain and _is_terbaca(satu.tulisan):
            yield satu


def _satu(cocok: re.Match[str]) -> AngkaKalimat:
    """Satuan kata sambung tidak ikut angkanya."""
    kalimat = cocok.string
    awal, akhir = cocok.span()
    kata = (cocok["satuan"] or "").lower()
    satuan = _satuan(cocok, kata)
    if kata in _SAMBUNG or (satuan == RUPIAH and kata != RUPIAH and kata):
        akhir = cocok.start("satuan")
    kelompok = (cocok["kali"] or "").lower()
    kali = BESAR.get(kelompok, 1)
    batas = _batas(kalimat[:awal], kalimat[akhir:])
    return AngkaKalimat(cocok["n"], satuan, kali, awal, akhir, batas)


def _satuan(cocok: re.Match[str], kata: str) -> str:
    """Persen, rupiah, atau kata sesudahnya bila bukan kata sambung."""
    if kata in ("%", PERSEN):
        return PERSEN
    if cocok["rp"] or kata == RUPIAH:
        return RUPIAH
    if kata in _SAMBUNG:
        return ""
    return kata


def _is_bukan_banyaknya(cocok: re.Match[str], satu: AngkaKalimat, sebelum: str) -> bool:
    """Tahun, nomor, tanggal, bagian rumus, atau angka kira-kira."""
    if not cocok["rp"] and _is_tahun(satu, sebelum):
        return True
    if satu.satuan not in _DIHITUNG and _NOMOR_INDIKATOR.search(sebelum):
        return True
    if _BULAN.match(satu.satuan):
        return True
    return any(pola.search(sebelum) for pola in (_PENANDA, _RUMUS, _KIRA))


def _is_tahun(satu: AngkaKalimat, sebelum: str) -> bool:
    """“2023”, kecuali yang menghitung: “2023 desa” tanpa kata tahun di depannya."""
    if not _TAHUN.fullmatch(satu.tulisan):
        return False
    if satu.satuan not in _DIHITUNG:
        return True
    return _KATA_TAHUN.search(sebelum) is not None


def _is_terbaca(tulisan: str) -> bool:
    """Tulisannya tidak rancu."""
    try:
        parse(tulisan)
    except ValueError:
        return False
    return True


def _batas(sebelum: str, sesudah: str) -> str:
    """“melampaui 97 %” lebih dari itu, “di bawah 97 %” kurang, “97 % atau lebih” tidak kurang."""
    di_depan = [nama for nama, pola in _BATAS_DI_DEPAN if pola.search(sebelum)]
    di_belakang = [nama for nama, pola in _BATAS_DI_BELAKANG if pola.match(sesudah)]
    return next(iter(di_depan + di_belakang), "")


def _berentang(kalimat: str, semua: SemuaAngka) -> SemuaAngka:
    """“antara 80 % dan 90 %”, “80–90 %”: kedua tepinya batas."""
    hasil = list(semua)
    for letak, (satu, lain) in enumerate(pairwise(semua)):
        jeda = kalimat[satu.akhir : lain.awal]
        is_antara = _ANTARA.search(kalimat[: satu.awal]) is not None
        is_dan = jeda.strip().lower() == "dan"
        if not _SAMPAI.match(jeda) or (is_dan and not is_antara):
            continue
        satuan = satu.satuan or lain.satuan
        hasil[letak] = _bertepi(satu, satuan, SEKURANGNYA)
        hasil[letak + 1] = _bertepi(lain, satuan, SEBANYAKNYA)
    return hasil


def _bertepi(satu: AngkaKalimat, satuan: str, banding: str) -> AngkaKalimat:
    return AngkaKalimat(satu.tulisan, satuan, satu.kali, satu.awal, satu.akhir, banding)
