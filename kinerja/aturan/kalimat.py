"""Kalimat naskah: dipisah, persennya, tahun naskah yang disebutnya, dan kurungnya."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from operator import ge, gt, le, lt

from core.angka import bulatkan, parse
from kinerja.aturan.bilangan import berangka
from kinerja.aturan.tercetak import desimal

_PISAH = re.compile(r"(?<=[.;!?])\s+|\n+")
_PERSEN = re.compile(r"(?<![\d.,])(-?\d[\d.]*(?:,\d+)?)\s*(?:%|persen\b)", re.IGNORECASE)
_JENIS = re.compile(
    r"\b((?:tidak|belum)\s+ter(?:serap|ealisasi)|tersisa|target|realisasi|terealisasi|terserap|"
    r"diserap|menyerap|capaian|pencapaian|serapan|penyerapan|setara|sisa(?:nya)?)\b",
    re.IGNORECASE,
)
# “97 % anggaran terserap”: jenisnya di belakang
_TERSERAP = re.compile(
    r"\s*(?:dari\s+)?(?:total\s+)?(?:anggaran|pagu|belanja)\b[^.,;]*?"
    r"(?<!tidak )(?<!belum )\b(?:terserap|terealisasi|diserap)\b",
    re.IGNORECASE,
)
_SISA = ("sisa", "tersisa", "tidak", "belum")
GERAK = (
    r"\b(?:naik|meningkat|bertambah|turun|menurun|berkurang)"
    r"(?:\s+(?:sebesar|sebanyak|sekitar))?"
)
_BERGERAK = re.compile(GERAK, re.IGNORECASE)
_BESAR_GERAK = re.compile(rf"{GERAK}\s*$", re.IGNORECASE)
_KURANG = re.compile(
    r"\b(?:di\s?bawah|kurang\s+dari|lebih\s+(?:rendah|kecil)\s+dari(?:pada)?"
    r"|(?:tidak|belum|kurang)\s+(?:sampai|mencapai|melampaui|melebihi))\s+$",
    re.IGNORECASE,
)
_LEBIH = re.compile(
    r"\b(?:di\s?atas|melampaui|melebihi|lebih\s+(?:(?:besar|tinggi)\s+)?dari(?:pada)?)\s+$",
    re.IGNORECASE,
)
_SEKURANGNYA = re.compile(
    r"\b(?:minimal|paling\s+(?:sedikit|rendah|kurang)|sekurang\w*(?:-kurang\w*)?)\s+$",
    re.IGNORECASE,
)
_SEBANYAKNYA = re.compile(
    r"\b(?:maksimal|paling\s+(?:banyak|tinggi)|setinggi-tinggi\w*)\s+$",
    re.IGNORECASE,
)
_RUMUS = re.compile(r"(?:\bdikali(?:kan)?|[×x])\s*$", re.IGNORECASE)
# “belum ada indikator yang capaiannya 100 %”: batas sekumpulan, bukan capaian salah satunya
_HIMPUNAN = re.compile(
    r"\b(?:semua|seluruh|setiap|tiap|(?:tidak|belum)\s+ada|\d+\s+dari(?:\s+\d+)?)\s+"
    r"(?:\w+\s+){0,2}?(?:indikator|iku|ikk)\b",
    re.IGNORECASE,
)
LEBIH, KURANG = "lebih", "kurang"
SEKURANGNYA, SEBANYAKNYA = "sekurangnya", "sebanyaknya"
_BATAS = {
    KURANG: _KURANG,
    LEBIH: _LEBIH,
    SEKURANGNYA: _SEKURANGNYA,
    SEBANYAKNYA: _SEBANYAKNYA,
}
_SESUDAH_BATAS = (
    (SEKURANGNYA, re.compile(r"\s*(?:atau\s+lebih|ke\s+atas)\b", re.IGNORECASE)),
    (SEBANYAKNYA, re.compile(r"\s*(?:atau\s+kurang|ke\s+bawah)\b", re.IGNORECASE)),
)
# “antara 80 % dan 90 %”, “80–90 %”
_RENTANG = re.compile(
    r"(?<![\d.,])(\d+(?:,\d+)?)\s*(?:%|persen)?\s*"
    r"(?:[-–]|s\.?d\.?|sampai(?:\s+dengan)?|hingga|(?<=[%n]\s)dan)\s*"
    r"(\d+(?:,\d+)?)\s*(?:%|persen\b)",
    re.IGNORECASE,
)
# kalimat yang menguraikan kelas atau syarat: batasnya bukan angka siapa pun
_KELAS = re.compile(
    r"(?<!dengan )\b(?:predikat|kategori|kriteria|skala|kelas|interval|dikategorikan|digolongkan"
    r"|berarti|apabila|jika|bila)\b",
    re.IGNORECASE,
)
_UANG = re.compile(r"\b(?:anggaran|belanja|keuangan|pagu|penyerapan|rp)\b", re.IGNORECASE)
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
_BUTIR = re.compile(r"(?:^|\s)\w{1,2}$")


_SESUAI = {LEBIH: gt, KURANG: lt, SEKURANGNYA: ge, SEBANYAKNYA: le}


@dataclass(frozen=True)
class Disebut:
    """Satu angka dalam kalimat dan kata yang mendahuluinya; kosong bila tidak disebut."""

    jenis: str
    tulisan: str
    banding: str = ""  # kunci `_SESUAI` bila disebut sebagai batas

    @property
    def nilai(self) -> Decimal:
        return parse(self.tulisan)

    @property
    def is_terbaca(self) -> bool:
        """Tulisannya tidak rancu."""
        try:
            parse(self.tulisan)
        except ValueError:
            return False
        return True

    def is_sama(self, angka: Iterable[Decimal]) -> bool:
        """Salah satu `angka`, pada ketelitian tulisannya; batas dilampaui atau tidak dicapainya."""
        teliti = desimal(self.tulisan)
        nilai = self.nilai
        sesuai = _SESUAI.get(self.banding)
        if sesuai:
            return any(sesuai(satu, nilai) for satu in angka)
        return any(bulatkan(satu, teliti) == nilai for satu in angka)


SemuaDisebut = list[Disebut]


def pisah(teks: str) -> list[str]:
    """Kalimat demi kalimat; butir daftar kalimat sendiri."""
    bersambung = _DALAM_KURUNG.sub(_tanpa_jeda, teks)
    bagian = (satu.replace(_SAMBUNG, " ").strip() for satu in _PISAH.split(bersambung))
    return [satu for satu in bagian if satu]


def _tanpa_jeda(kurung: re.Match[str]) -> str:
    """Titik koma di dalam kurung tidak memisah kalimat."""
    return _JEDA.sub(_SAMBUNG, kurung[0])


def persen_disebut(kalimat: str) -> SemuaDisebut:
    """Tiap persen dan jenisnya; besar naik atau turun dibandingkan tersendiri."""
    baku = berangka(kalimat)
    hasil, tanpa_rentang = _rentang(baku)
    for cocok in _PERSEN.finditer(tanpa_rentang):
        awal, akhir = cocok.span()
        sebelum = baku[:awal]
        sesudah = baku[akhir:]
        if _BESAR_GERAK.search(sebelum) or _RUMUS.search(sebelum):
            continue
        jenis = _jenis(sebelum, sesudah)
        satu = Disebut(jenis, cocok[1], _batas(sebelum, sesudah))
        hasil.append(satu)
    if _KELAS.search(baku):
        hasil = [satu for satu in hasil if not satu.banding]
    return [satu for satu in hasil if satu.is_terbaca]


def _rentang(kalimat: str) -> tuple[SemuaDisebut, str]:
    """Kedua tepi tiap rentang, dan kalimatnya tanpa itu; perubahan bukan rentang."""
    hasil: SemuaDisebut = []
    if _BERGERAK.search(kalimat):
        return hasil, kalimat
    for cocok in _RENTANG.finditer(kalimat):
        jenis = _jenis(kalimat[: cocok.start()], "")
        bawah = Disebut(jenis, cocok[1], SEKURANGNYA)
        atas = Disebut(jenis, cocok[2], SEBANYAKNYA)
        hasil += [bawah, atas]
    return hasil, _RENTANG.sub(_kosong, kalimat)


def _kosong(cocok: re.Match[str]) -> str:
    """Sepanjang semula, supaya letak yang lain tetap."""
    return " " * len(cocok[0])


def _jenis(sebelum: str, sesudah: str) -> str:
    """Kata target, realisasi atau capaian terdekat di depannya."""
    disebut = _JENIS.findall(sebelum)
    if disebut:
        return _baku(disebut[-1])
    return "realisasi" if _TERSERAP.match(sesudah) else ""


def _batas(sebelum: str, sesudah: str) -> str:
    """“melampaui 97 %” lebih dari itu, “di bawah 97 %” kurang, “97 % atau lebih” tidak kurang."""
    di_depan = [nama for nama, pola in _BATAS.items() if pola.search(sebelum)]
    di_belakang = [nama for nama, pola in _SESUDAH_BATAS if pola.match(sesudah)]
    return next(iter(di_depan + di_belakang), "")


def is_himpunan(kalimat: str) -> bool:
    """Tentang sekumpulan indikator menurut satu batas."""
    return _HIMPUNAN.search(berangka(kalimat)) is not None


def _baku(kata: str) -> str:
    kata = kata.lower()
    if kata.endswith(("capaian", "setara")):
        return "capaian"
    if kata.startswith(_SISA):
        return ""
    return "target" if kata == "target" else "realisasi"


def is_tentang_uang(kalimat: str) -> bool:
    """Kalimat tentang uang semata; yang membandingkannya dengan kinerja bukan."""
    if "kinerja" in kalimat.lower():
        return False
    return _UANG.search(kalimat) is not None


def tahun_asing(kalimat: str, tahun: int) -> list[tuple[str, str]]:
    """`(naskah, tahun)` bertahun lain; sebagai pembanding, yang lalu atau asal angka boleh."""
    if _LAMPAU.search(kalimat):
        return []
    tanpa_asal = _ASAL.sub(" ", kalimat)
    disebut = _NASKAH_TAHUN.findall(tanpa_asal)
    return [(naskah, satu) for naskah, satu in disebut if satu != str(tahun)]


def kurung_timpang(teks: str) -> str:
    """Kurung pertama yang tidak berpasangan; kosong bila semuanya berpasangan."""
    terbuka: list[str] = []
    for letak, aksara in enumerate(teks):
        if aksara in _KURUNG.values():
            terbuka.append(aksara)
        elif aksara in _KURUNG and not _is_tertutup(terbuka, teks, letak):
            return aksara
    return terbuka[-1] if terbuka else ""


def _is_tertutup(terbuka: list[str], teks: str, letak: int) -> bool:
    """Kurung tutup menutup yang terakhir terbuka; `a)` di depan butir tidak menutup apa pun."""
    aksara = teks[letak]
    if terbuka:
        return terbuka.pop() == _KURUNG[aksara]
    return aksara == ")" and _BUTIR.search(teks[:letak]) is not None
