"""Tabel dan daftar sebutan yang terbaca pada satu halaman, dengan alamat tautannya."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

BUKAN_TULISAN = ("script", "style", "svg", "select", "textarea", "sup")
SEL = ("td", "th", "dt", "dd")
TABEL = ("table", "thead", "tr")


@dataclass
class Sel:
    """Satu sel: tulisannya, alamat pertamanya, dan bentangnya."""

    teks: str = ""
    url: str = ""
    lebar: int = 1
    tinggi: int = 1


@dataclass
class TabelHalaman:
    """Nama tiap kolom dari kepala bertingkat, dan selnya sesudah bentangnya diuraikan."""

    kolom: list[str] = field(default_factory=list)
    baris: list[list[Sel]] = field(default_factory=list)


class Halaman(HTMLParser):
    """Pembaca satu halaman."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tabel: list[TabelHalaman] = []
        self.sebutan: list[tuple[str, Sel]] = []
        self._mentah: list[tuple[bool, list[Sel]]] = []
        self._sel: Sel | None = None
        self._sebut = ""
        self._diam = 0
        self._di_kepala = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        atribut = {nama: isi or "" for nama, isi in attrs}
        if tag in BUKAN_TULISAN:
            self._diam += 1
        elif tag in SEL:
            self._buka(tag, atribut)
        elif tag in TABEL:
            self._susun(tag)
        elif self._sel is not None:
            self._isi(tag, atribut)

    def _susun(self, tag: str) -> None:
        """Tabel, kepala atau baris baru."""
        if tag == "table":
            self._mentah = []
        elif tag == "thead":
            self._di_kepala = True
        else:
            self._mentah.append((self._di_kepala, []))

    def _buka(self, tag: str, atribut: dict[str, str]) -> None:
        lebar, tinggi = (int(atribut.get(nama, 1)) for nama in ("colspan", "rowspan"))
        self._sel = Sel(lebar=lebar, tinggi=tinggi)
        if tag in {"td", "th"} and self._mentah:
            self._mentah[-1][1].append(self._sel)

    def _isi(self, tag: str, atribut: dict[str, str]) -> None:
        """Tautan pertama sel, isi kotak isian, dan jarak antar kata."""
        assert self._sel is not None
        if tag == "a" and not self._sel.url:
            self._sel.url = atribut.get("href", "")
        if tag == "input" and atribut.get("type", "text") == "text":
            self._sel.teks += f" {atribut.get('value', '')} "
        if tag in {"br", "p", "small", "div"}:
            self._sel.teks += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in BUKAN_TULISAN:
            self._diam -= 1
        elif tag == "thead":
            self._di_kepala = False
        elif tag == "table":
            self.tabel.append(_uraikan(self._mentah))
            self._mentah = []
        elif tag in SEL and self._sel:
            self._tutup(tag, self._sel)

    def _tutup(self, tag: str, sel: Sel) -> None:
        """Sebutan dan isinya berpasangan; sel tabel menunggu tabelnya selesai."""
        if tag == "dt":
            self._sebut = rapi(sel.teks)
        elif tag == "dd":
            sel.teks = rapi(sel.teks)
            self.sebutan.append((self._sebut, sel))
        self._sel = None

    def handle_data(self, data: str) -> None:
        if self._sel is not None and not self._diam:
            self._sel.teks += data


def rapi(teks: str) -> str:
    """Baris demi baris tanpa jarak berlebih dan tanpa tanda penggal."""
    baris = (" ".join(satu.split()) for satu in teks.replace("\xad", "").splitlines())
    return "\n".join(satu for satu in baris if satu)


def _uraikan(mentah: list[tuple[bool, list[Sel]]]) -> TabelHalaman:
    """Bentang diuraikan: tiap sel berada pada tiap kolom dan baris yang ditutupinya."""
    petak: list[list[Sel]] = []
    turun: dict[int, tuple[int, Sel]] = {}
    for _, isi in mentah:
        petak.append(_sebaris(isi, turun))
    banyak_kepala = sum(is_kepala for is_kepala, _ in mentah)
    tabel = TabelHalaman(nama_kolom(petak[:banyak_kepala]), petak[banyak_kepala:])
    for sel in {id(sel): sel for baris in petak for sel in baris}.values():
        sel.teks = rapi(sel.teks)
    return tabel


def _sebaris(isi: list[Sel], turun: dict[int, tuple[int, Sel]]) -> list[Sel]:
    baris: list[Sel] = []
    sisa = list(isi)
    while sisa or len(baris) in turun:
        if len(baris) in turun:
            lagi, sel = turun.pop(len(baris))
            if lagi > 1:
                turun[len(baris)] = (lagi - 1, sel)
            baris.append(sel)
            continue
        sel = sisa.pop(0)
        for _ in range(sel.lebar):
            if sel.tinggi > 1:
                turun[len(baris)] = (sel.tinggi - 1, sel)
            baris.append(sel)
    return baris


def nama_kolom(kepala: list[list[Sel]]) -> list[str]:
    """`Target / K`: tulisan kepala dari atas ke bawah, tanpa ulangan."""
    lebar = max(map(len, kepala), default=0)
    hasil = []
    for kolom in range(lebar):
        tulisan = [rapi(baris[kolom].teks) for baris in kepala if kolom < len(baris)]
        hasil.append(" / ".join(dict.fromkeys(satu for satu in tulisan if satu)))
    return hasil
