"""Ukuran bentuk kode dan templat: dicetak `bin/check --metrics`, dibatasi `test_kepadatan.py`.

Simpul: node pohon sintaksis tanpa konteks dan operator. Baris: yang berisi, bukan komentar.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from statistics import median

from tests import modul
from tests.susunan import PACKAGES, SETTINGS
from tests.susunan import ROOT as AKAR

PENGHIMPUN = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
TANPA = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.Module)
Fungsi = ast.FunctionDef | ast.AsyncFunctionDef
FUNGSI = (ast.FunctionDef, ast.AsyncFunctionDef)
PADAT = 20  # simpul pada satu baris
LEBAR: int = SETTINGS["ruff"]["line-length"]
TINGGI, PANJANG, PANJANG_VIEW = 300, 40, 20  # baris berkas, fungsi, fungsi halaman
RUMIT = 8  # cabang satu fungsi, termasuk syarat di dalam ungkapan
PENDEK, HURUF = 8, 3  # fungsi yang lebih tinggi menamai dengan tiga huruf atau lebih
KATA = {"by", "pk", "id", "ke", "rp", "qr", "sk", "tw", "at", "x", "y", "x1", "x2", "y1", "y2"}
SEBARIS = 80  # yang muat di sini tidak ditulis satu bagian satu baris
PEMBUKA = re.compile(r"[\[{(]$")  # panggilan, kepala fungsi, daftar, kamus, impor
CABANG = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.IfExp, ast.match_case)
LEBAR_TEMPLAT, TINGGI_TEMPLAT = 120, 150


@dataclass
class Ukuran:
    """Ukuran sekumpulan berkas; yang melampaui batas disebut tempatnya."""

    baris: int = 0
    simpul: int = 0
    terpanjang: int = 0
    fungsi: list[int] = field(default_factory=list)
    tinggi: list[str] = field(default_factory=list)
    panjang: list[str] = field(default_factory=list)
    padat: list[str] = field(default_factory=list)
    bersarang: list[str] = field(default_factory=list)
    beruntun: list[str] = field(default_factory=list)
    lebar: list[str] = field(default_factory=list)
    rumit: list[str] = field(default_factory=list)
    terurai: list[str] = field(default_factory=list)
    singkat: list[str] = field(default_factory=list)

    @property
    def simpul_per_baris(self) -> float:
        return self.simpul / self.baris

    def seribu(self, tempat: list[str]) -> float:
        """Banyaknya tiap seribu baris."""
        return 1000 * len(tempat) / self.baris

    def gabung(self, lain: "Ukuran") -> None:
        """Tambahkan ukuran berkas lain."""
        terpanjang = max(self.terpanjang, lain.terpanjang)
        for satu in fields(self):
            jumlah = getattr(self, satu.name) + getattr(lain, satu.name)
            setattr(self, satu.name, jumlah)
        self.terpanjang = terpanjang


def berkas_python(*folder: str) -> Iterator[Path]:
    for nama in folder:
        if nama.endswith(".py"):
            yield AKAR / nama
        for path in sorted((AKAR / nama).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def berkas_perintah() -> Iterator[Path]:
    """Skrip dan setelan di bin/ dan .ci/; kunci paket ditulis alatnya sendiri."""
    for folder in ("bin", ".ci"):
        for path in sorted((AKAR / folder).rglob("*")):
            if path.is_file() and path.suffix not in (".lock", ".pyc"):
                yield path


def ukur(berkas: Iterable[Path], akar: Path = AKAR) -> Ukuran:
    ukuran = Ukuran()
    for path in berkas:
        ukuran.gabung(ukur_satu(path.read_text(), path.relative_to(akar).as_posix()))
    return ukuran


@cache
def ukur_satu(isi: str, nama: str) -> Ukuran:
    """Ukuran satu berkas; paket dan keseluruhannya menjumlahkannya."""
    ukuran = Ukuran()
    tulisan = isi.splitlines()
    ukuran.terurai += [f"{nama}:{nomor}" for nomor in terurai(tulisan)]
    ukuran.terpanjang = max(ukuran.terpanjang, len(tulisan))
    if len(tulisan) > TINGGI:
        ukuran.tinggi.append(f"{nama}: {len(tulisan)} baris")
    ukuran.lebar += baris_lebar(nama, tulisan, LEBAR)
    for baris in tulisan:
        ukuran.baris += bool(baris.strip()) and not baris.strip().startswith("#")
    tiap_baris: Counter[int] = Counter()
    for simpul in modul.simpul(isi):
        if isinstance(simpul, TANPA):
            continue
        ukuran.simpul += 1
        tiap_baris[getattr(simpul, "lineno", 0)] += 1
        _bentuk(ukuran, simpul, nama)
    tiap_baris.pop(0, None)
    ukuran.padat += [f"{nama}:{n}" for n, banyak in sorted(tiap_baris.items()) if banyak > PADAT]
    return ukuran


def terurai(tulisan: list[str]) -> Iterator[int]:
    """Baris pembuka yang bagiannya satu sebaris padahal semuanya muat pada satu baris."""
    for awal, baris in enumerate(tulisan):
        if not PEMBUKA.search(baris):
            continue
        lekuk = baris[: len(baris) - len(baris.lstrip())]
        dalam = lekuk + "    "
        akhir = awal + 1
        while akhir < len(tulisan) and tulisan[akhir].startswith(dalam):
            akhir += 1
        if _cukup(tulisan[awal : akhir + 1]):
            yield awal + 1


def _cukup(bagian: list[str]) -> bool:
    """Bagiannya, dijajarkan tanpa koma penutup, muat; yang bercatatan dibiarkan."""
    if "#" in "".join(bagian) or not bagian[-2].endswith(","):
        return False
    dijajarkan = bagian[0] + " ".join(baris.strip() for baris in bagian[1:-1]) + bagian[-1].strip()
    return len(dijajarkan) - 1 <= SEBARIS


def baris_lebar(nama: str, tulisan: list[str], batas: int) -> list[str]:
    return [f"{nama}:{nomor}" for nomor, baris in enumerate(tulisan, 1) if len(baris) > batas]


def _bentuk(ukuran: Ukuran, simpul: ast.AST, nama: str) -> None:
    if isinstance(simpul, FUNGSI):
        _fungsi(ukuran, simpul, nama)
    if isinstance(simpul, PENGHIMPUN) and _berisi_penghimpun(simpul):
        ukuran.bersarang.append(f"{nama}:{simpul.lineno}")
    if isinstance(simpul, ast.IfExp) and isinstance(simpul.orelse, ast.IfExp):
        ukuran.beruntun.append(f"{nama}:{simpul.lineno}")


def _fungsi(ukuran: Ukuran, simpul: Fungsi, nama: str) -> None:
    """Panjang dan cabang satu fungsi."""
    banyak = (simpul.end_lineno or simpul.lineno) - simpul.lineno + 1
    sebutan = f"{nama}:{simpul.lineno} {simpul.name}()"
    ukuran.fungsi.append(banyak)
    if banyak > _batas_fungsi(nama):
        ukuran.panjang.append(f"{sebutan} {banyak} baris")
    if (cabang := banyak_cabang(simpul)) > RUMIT:
        ukuran.rumit.append(f"{sebutan} {cabang} cabang")
    if banyak > PENDEK:
        for satu in sorted(set(_nama(simpul))):
            if len(satu.strip("_")) < HURUF and satu not in {*KATA, "_"}:
                ukuran.singkat.append(f"{sebutan} {satu}")


def _nama(simpul: ast.AST) -> Iterator[str]:
    """Parameter dan peubah satu fungsi; yang hanya berlaku di satu ungkapan tidak ikut."""
    for anak in ast.iter_child_nodes(simpul):
        if isinstance(anak, (*FUNGSI, ast.ClassDef, ast.Lambda, *PENGHIMPUN)):
            continue
        if isinstance(anak, ast.Name) and isinstance(anak.ctx, ast.Store):
            yield anak.id
        if isinstance(anak, ast.arg):
            yield anak.arg
        yield from _nama(anak)


def banyak_cabang(fungsi: ast.AST) -> int:
    """Kerumitan McCabe; `and`, `or`, pilihan dan saringan di dalam ungkapan ikut dihitung."""
    return 1 + sum(_cabang(simpul) for simpul in ast.walk(fungsi))


def _cabang(simpul: ast.AST) -> int:
    if isinstance(simpul, ast.BoolOp):
        return len(simpul.values) - 1
    if isinstance(simpul, ast.comprehension):
        return len(simpul.ifs)
    return int(isinstance(simpul, CABANG))


def _batas_fungsi(nama: str) -> int:
    is_view = "views" in Path(nama).with_suffix("").parts and not nama.startswith("tests/")
    return PANJANG_VIEW if is_view else PANJANG


def _berisi_penghimpun(simpul: ast.AST) -> bool:
    anak = (node for node in ast.walk(simpul) if node is not simpul)
    return any(isinstance(node, PENGHIMPUN) for node in anak)


def berkas_templat(akar: Path) -> Iterator[Path]:
    """Templat halaman dan cetak, juga tata cetaknya."""
    templat = akar / "templates"
    yield from sorted(templat.rglob("*.html"))
    yield from sorted(templat.rglob("*.typ"))
    yield from sorted((akar / "static" / "print").rglob("*.css"))


def berkas_layar(akar: Path) -> Iterator[Path]:
    """Gaya dan naskah peramban; satu gaya bagi semua halaman, jadi tingginya tidak dibatasi."""
    for jenis in ("css", "js"):
        yield from sorted((akar / "static" / jenis).rglob(f"*.{jenis}"))


def templat(akar: Path = AKAR) -> dict[str, list[str]]:
    """Templat yang terlalu tinggi; barisnya, juga gaya dan naskah peramban, yang terlalu lebar."""
    tinggi: list[str] = []
    lebar: list[str] = []
    for path in berkas_templat(akar):
        tulisan, nama = path.read_text().splitlines(), path.relative_to(akar).as_posix()
        if len(tulisan) > TINGGI_TEMPLAT:
            tinggi.append(f"{nama} ({len(tulisan)})")
        lebar += baris_lebar(nama, tulisan, LEBAR_TEMPLAT)
    for path in berkas_layar(akar):
        nama = path.relative_to(akar).as_posix()
        lebar += baris_lebar(nama, path.read_text().splitlines(), LEBAR_TEMPLAT)
    return {"tinggi": tinggi, "lebar": lebar}


def cetak() -> None:
    """Tabel ukuran kode dan uji, lalu templat."""
    kode, uji = ukur(berkas_python(*PACKAGES)), ukur(berkas_python("tests"))
    print(f"{'':44}{'kode':>9}{'uji':>9}")
    for label, nilai in _baris():
        print(f"{label:44}{nilai(kode):>9}{nilai(uji):>9}")
    print(f"{'baris uji tiap baris kode':44}{uji.baris / kode.baris:>9.2f}")
    for label, tempat in templat().items():
        print(f"{f'templat terlalu {label}':44}{len(tempat):>9}")


def sebut(ukuran: Ukuran) -> None:
    """Ukuran satu bagian, lalu tempat yang melampaui batas."""
    print(f"{ukuran.simpul_per_baris:.2f} simpul per baris, {ukuran.baris} baris")
    for label in (
        "tinggi",
        "panjang",
        "padat",
        "bersarang",
        "beruntun",
        "lebar",
        "rumit",
        "terurai",
        "singkat",
    ):
        for tempat in getattr(ukuran, label):
            print(f"{label:10}{tempat}")


def _baris() -> Iterator[tuple[str, Callable[[Ukuran], str]]]:
    yield "baris berisi", lambda u: f"{u.baris}"
    yield "baris berkas terpanjang (≤ 300)", lambda u: f"{u.terpanjang}"
    yield "baris fungsi terpanjang (≤ 40)", lambda u: f"{max(u.fungsi)}"
    yield f"fungsi halaman > {PANJANG_VIEW}, lainnya > {PANJANG}", lambda u: f"{len(u.panjang)}"
    yield "baris fungsi, median (± 6)", lambda u: f"{median(u.fungsi):.0f}"
    yield "simpul per baris (≤ 4,5)", lambda u: f"{u.simpul_per_baris:.2f}"
    yield f"baris > {PADAT} simpul tiap 1.000 (≤ 1)", lambda u: f"{u.seribu(u.padat):.2f}"
    yield "himpunan bersarang tiap 1.000 (≤ 0,3)", lambda u: f"{u.seribu(u.bersarang):.2f}"
    yield "dua pilihan beruntun (0)", lambda u: f"{len(u.beruntun)}"
    yield f"baris > {LEBAR} aksara", lambda u: f"{len(u.lebar)}"
    yield f"fungsi bercabang > {RUMIT}", lambda u: f"{len(u.rumit)}"
    yield f"nama < {HURUF} huruf pada fungsi > {PENDEK} baris", lambda u: f"{len(u.singkat)}"
    yield f"satu bagian sebaris padahal muat di {SEBARIS}", lambda u: f"{len(u.terurai)}"


if __name__ == "__main__":
    for tempat in sys.argv[1:]:  # paket atau berkas: yang melampaui batas disebut tempatnya
        sebut(ukur(berkas_python(tempat)))
    if not sys.argv[1:]:
        cetak()
