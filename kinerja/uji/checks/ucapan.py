"""Tiap anak kalimat naskah dengan pokoknya dan tahun yang dibicarakannya."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from core.bilangan import berangka
from documents.uji import Temuan
from kinerja.aturan.angka_kalimat import AngkaKalimat
from kinerja.aturan.masa import Masa, dibandingkan, is_berentang, masa_disebut, pokok_masa
from kinerja.aturan.niat import is_harapan
from kinerja.aturan.ujaran import Ujaran, ujaran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import Bacaan, bacaan
from kinerja.uji.checks.pokok import (
    kelompok,
    sebutan_indikator,
    sebutan_lain,
    sekalimat,
    tertutup,
)
from kinerja.uji.checks.subjek import Sebut, Subjek, SubjekIndikator
from kinerja.uji.checks.subjek_baris import SubjekBaris

# “Realisasinya …”, “Indikator tersebut …”: meneruskan kalimat di depannya
_MENERUSKAN = re.compile(
    r"^(?:realisasi|capaian|target|hasil|nilai|angka|jumlah|pagu|anggaran|sisa|serapan)nya\b"
    r"|^(?:indikator|realisasi|capaian|target|angka|jumlah|hasil)\s+(?:ini|itu|tersebut)\b"
    r"|^(?:terealisasi|yang\s+terealisasi)\b",
    re.IGNORECASE,
)
# anak kalimat tanpa pokok sendiri: dimulai besaran, kata kerja, atau angkanya
_TANPA_POKOK = re.compile(
    r"^[\s–(-]*(?:(?:dan|serta|atau|dengan|yaitu|yakni|sehingga|namun|tetapi|tapi|sedangkan"
    r"|sementara|lalu|kemudian|padahal|karena|meskipun|walaupun|meski|adapun|artinya|berarti|maka"
    r"|bahkan|jadi|akhirnya|pun|terus|masih|juga|itu|ini|hal|tersebut|tetap)\b[\s,]*)*"
    r"(?:(?:pada|di|untuk)\s+)?(?:(?:akhir\s+)?tahun\s+(?:20\d\d|lalu|ini|sebelumnya)[\s,]*|"
    r"(?:tahun\s+)?20\d\d[\s,]*)?"
    r"(?:(?:realisasi|capaian|pencapaian|target|hasil|nilai|angka|jumlah|pagu|sisa|serapan"
    r"|predikat)(?:nya)?\b|(?:seluruh|semua)nya\b"
    r"|(?:naik|turun|me\w+|ber\w+|ter\w+|di\w+|belum|tidak|telah|sudah|gagal|hanya|sebesar"
    r"|sebanyak|lebih|setara|kurang|bebas|tinggal|atas)\b|(?:Rp\.?\s*)?\d|$)",
    re.IGNORECASE,
)
# besaran milik tempat kalimatnya: barisnya, atau indikator yang dijuduli
_MILIK_TEMPAT = re.compile(
    r"^[\s–(-]*(?:(?:dan|serta|sehingga|namun|tetapi|sedangkan|dengan)\s+)?"
    r"(?:realisasi|capaian|target|pagu|anggaran|belanja|sisa|serapan|penyerapan)(?:nya)?"
    r"(?:\s+(?:anggaran|keuangan|kinerja))?(?:\s+sub\s?kegiatan)?(?:\s+(?:ini|tersebut))?"
    r"(?:\s+(?:sebesar|sebanyak|sejumlah|senilai|mencapai|adalah|yaitu|hanya|baru|sudah|telah"
    r"|tetap|tidak|belum|berhasil|gagal|seluruhnya|sepenuhnya|tahun\s+(?:ini|20\d\d)"
    r"|(?:ter|di)\w+))*"
    r"\s*(?:$|[.:]|(?:Rp\.?\s*)?\d)",
    re.IGNORECASE,
)
_JUDUL = re.compile(r"[^.;,!?]$")
_MELEKAT = re.compile(
    r"^\s*(?:desa|kelompok|orang|%|persen)?\s*(?:\(\s*)?(?:(?:pada|di|untuk|dalam|akhir|awal)\s+)*"
    r"(?:tahun\s+(?:anggaran\s+)?)?$",
    re.IGNORECASE,
)
_MELEKAT_PEMBANDING = re.compile(
    r"^\s*\(?\s*(?:(?:yang|sebesar|sebanyak|yaitu|adalah|mencapai|hanya|sejumlah|realisasinya|"
    r"targetnya|capaiannya|tercatat)\s+){0,3}(?:Rp\.?\s*)?$",
    re.IGNORECASE,
)
_PEMBANDING = re.compile(
    r"\b(?:\w*banding\w*|daripada|ketimbang)\s+(?:\w+\s+){0,3}(?:Rp\.?\s*)?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Ucapan:
    """Satu anak kalimat; `warisan` tahun yang diteruskan dari anak kalimat di depannya."""

    bacaan: Bacaan
    ujaran: Ujaran
    sebut: tuple[Sebut, ...]
    masa: tuple[Masa, ...]
    warisan: frozenset[int]
    tahun: int

    @property
    def teks(self) -> str:
        return self.ujaran.teks

    @property
    def subjek(self) -> list[Subjek]:
        """Tanpa ulangan."""
        hasil: list[Subjek] = []
        for satu in self.sebut:
            if satu.subjek not in hasil:
                hasil.append(satu.subjek)
        return hasil

    @property
    def tahun_pokok(self) -> list[int]:
        """Tahun yang dibicarakannya; lebih dari satu bila tidak pasti."""
        pokok = pokok_masa(self.masa) or self.warisan or {self.tahun}
        return sorted(pokok, key=lambda satu: (satu != self.tahun, satu))

    @property
    def pasangan(self) -> list[tuple[int, int]]:
        """Kedua tahun yang dibandingkannya; kosong bila tidak pasti."""
        if not self.masa and self.warisan:
            return [(satu - 1, satu) for satu in self.tahun_pokok]
        kedua = dibandingkan(self.teks, list(self.masa), self.tahun)
        return [kedua] if kedua else []

    @property
    def is_meneruskan(self) -> bool:
        """Pokoknya diteruskan dari anak kalimat di depannya."""
        return all(sebut.awal == sebut.akhir for sebut in self.sebut)

    def tahun_angka(self, angka: AngkaKalimat) -> list[int]:
        """Yang melekat pada angkanya, selain itu yang dibicarakan anak kalimatnya."""
        melekat = self._di_belakang(angka) or self._di_depan(angka)
        if melekat:
            return [melekat]
        if _PEMBANDING.search(self.ujaran.di_depan(angka)):
            return [self.tahun, self.tahun - 1]
        return self.tahun_pokok

    def _di_belakang(self, angka: AngkaKalimat) -> int | None:
        """“205 desa pada tahun 2021”."""
        kalimat = self.ujaran.kalimat
        menempel = [sebut.akhir for sebut in self.sebut if sebut.is_menempel(angka)]
        ujung = max([angka.akhir, *menempel])
        for satu in self.masa:
            is_sesudah = satu.awal >= ujung
            if is_sesudah and _MELEKAT.match(kalimat[ujung : satu.awal]):
                return satu.tahun
        return None

    def _di_depan(self, angka: AngkaKalimat) -> int | None:
        """“tahun 2021 sebesar 205”; pembanding hanya yang langsung di depannya."""
        lalu = [satu for satu in self.masa if satu.akhir <= angka.awal]
        if not lalu or self._is_berangka(lalu[-1].akhir, angka.awal):
            return None
        terakhir = lalu[-1]
        jeda = self.ujaran.kalimat[terakhir.akhir : angka.awal]
        if terakhir.is_pembanding and not _MELEKAT_PEMBANDING.match(jeda):
            return None
        return terakhir.tahun

    def _is_berangka(self, awal: int, akhir: int) -> bool:
        """Ada angka lain di antaranya."""
        return any(awal <= satu.awal < akhir for satu in self.ujaran.angka)

    def temuan(self, yang: str, pesan: str, tertulis: str, benar: str) -> Temuan:
        """Satu hal pada kalimatnya."""
        satu = self.bacaan
        fakta = satu.fakta(yang)
        return Temuan("V11", satu.tempat, pesan, tertulis, benar, satu.url, fakta=fakta)


@dataclass
class _Ingatan:
    """Pokok dan tahun yang terakhir dibicarakan; `judul` pokok tempat atau judulnya."""

    tempat: str = ""
    judul: tuple[Sebut, ...] = ()
    sebut: tuple[Sebut, ...] = ()
    tahun: frozenset[int] = frozenset()

    def berikutnya(self, satu: Bacaan) -> "_Ingatan":
        """Simpulan yang sudah membicarakan hal tertentu tidak lagi tentang semuanya."""
        is_tertentu = satu.is_simpulan and self.sebut
        return _Ingatan(self.tempat, () if is_tertentu else self.judul)

    def record(self, satu: Bacaan, semua: Iterable[Sebut]) -> None:
        """Kalimat yang tidak menyatakan apa pun; yang tanpa tanda akhir menjuduli di bawahnya."""
        self.sebut = tuple(semua)
        if satu.simpul is None and _JUDUL.search(satu.teks):
            tetap = self.judul if satu.is_simpulan else ()
            self.judul = _dijuduli(self.sebut) or tetap


def semua_ucapan(naskah: Any, kinerja: TahunKinerja) -> tuple[Ucapan, ...]:
    """Semua anak kalimat yang menyatakan sesuatu; disusun sekali bagi semua ujinya."""
    semua = tuple(bacaan(naskah, kinerja))
    if semua not in kinerja.ingatan:
        kinerja.ingatan[semua] = tuple(_disusun(semua, kinerja))
    tersusun: tuple[Ucapan, ...] = kinerja.ingatan[semua]
    return tersusun


def _disusun(semua: Iterable[Bacaan], kinerja: TahunKinerja) -> Iterator[Ucapan]:
    """Urut naskahnya."""
    ingatan = _Ingatan()
    for satu in semua:
        if satu.tempat != ingatan.tempat:
            ingatan = _Ingatan(satu.tempat, _tempat(satu, kinerja))
        elif not _MENERUSKAN.match(satu.teks):
            ingatan = ingatan.berikutnya(satu)
        for ucapan in _sekalimat(satu, kinerja, ingatan):
            ingatan.sebut = ucapan.sebut
            ingatan.tahun = frozenset(pokok_masa(ucapan.masa)) or ingatan.tahun
            yield ucapan


def _sekalimat(satu: Bacaan, kinerja: TahunKinerja, ingatan: _Ingatan) -> Iterator[Ucapan]:
    """Anak kalimat satu kalimat; yang tanpa pokok sendiri meneruskan yang di depannya."""
    kalimat = berangka(satu.teks)
    indikator = sebutan_indikator(kalimat, kinerja)
    polos = tertutup(kalimat, indikator)
    semua = [*indikator, *sebutan_lain(polos, kinerja, satu)]
    if not indikator:
        semua += _umum(satu, kalimat, kinerja)
    masa = masa_disebut(polos, kinerja.tahun)
    terbaca = ujaran(polos)
    if not terbaca:
        ingatan.record(satu, semua)
    for bagian in terbaca:
        if is_harapan(polos[: bagian.awal]) or is_berentang(bagian.teks):
            continue
        milik = _milik(bagian, semua, ingatan)
        disebut = tuple(m for m in masa if bagian.awal <= m.awal < bagian.akhir)
        warisan = ingatan.tahun
        if warisan:
            warisan = warisan | {kinerja.tahun}
        yield Ucapan(satu, bagian, milik, disebut, warisan, kinerja.tahun)


def _milik(bagian: Ujaran, semua: Iterable[Sebut], ingatan: _Ingatan) -> tuple[Sebut, ...]:
    """Sebutan di dalam anak kalimatnya, atau yang diteruskannya."""
    milik = tuple(satu for satu in semua if bagian.awal <= satu.awal < bagian.akhir)
    meneruskan = _TANPA_POKOK.match(bagian.teks) or _MENERUSKAN.match(bagian.teks)
    if not semua and not ingatan.sebut and _MILIK_TEMPAT.match(bagian.teks):
        return _diteruskan(ingatan.judul, bagian)
    if milik or not meneruskan:
        return milik
    return _diteruskan(ingatan.sebut, bagian)


def _diteruskan(semua: Iterable[Sebut], bagian: Ujaran) -> tuple[Sebut, ...]:
    """Tidak disebut lagi: letaknya awal anak kalimatnya."""
    letak = bagian.awal
    return tuple(replace(satu, awal=letak, akhir=letak) for satu in semua)


def _tempat(satu: Bacaan, kinerja: TahunKinerja) -> tuple[Sebut, ...]:
    """Baris yang diuraikannya, IKU pada simpulan; kosong bila bukan keduanya."""
    if satu.is_simpulan:
        return tuple(kelompok("iku", kinerja))
    if satu.simpul is None:
        return ()
    subjek = SubjekBaris(kinerja, satu.simpul, satu.triwulan)
    return (Sebut(subjek, 0, 0),)


def _dijuduli(semua: Iterable[Sebut]) -> tuple[Sebut, ...]:
    """Satu-satunya indikator pada judul; kosong bila tidak satu."""
    indikator = {s.subjek for s in semua if isinstance(s.subjek, SubjekIndikator)}
    return tuple(Sebut(subjek, 0, 0) for subjek in indikator if len(indikator) == 1)


def _umum(satu: Bacaan, kalimat: str, kinerja: TahunKinerja) -> Iterator[Sebut]:
    """Indikator yang dikenali dari seluruh kalimatnya."""
    for subjek in sekalimat(satu, kalimat, kinerja):
        yield Sebut(subjek, 0, 0)
