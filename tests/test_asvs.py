"""docs/asvs.md: tiap syarat dijawab sekali, dan yang dirujuknya ada."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEKS = (ROOT / "docs/asvs.md").read_text()
JAWABAN = ("uji", "setelan", "tidak berlaku", "belum")
# bagian ASVS 5.0.0: (nomor tingkat 1, nomor tingkat 2) di dalamnya; tingkat 3 tidak dijawab
BAGIAN = {
    "1.1": ("", "1 2"),
    "1.2": ("1 2 3 4 5", "6 7 8 9"),
    "1.3": ("1 2", "3 4 5 6 7 8 9 10 11"),
    "1.4": ("", "1 2 3"),
    "1.5": ("1", "2"),
    "2.1": ("1", "2 3"),
    "2.2": ("1 2", "3"),
    "2.3": ("1", "2 3 4"),
    "2.4": ("", "1 2"),
    "3.2": ("1 2", ""),
    "3.3": ("1", "2 3 4"),
    "3.4": ("1 2", "3 4 5 6"),
    "3.5": ("1 2 3", "4 5"),
    "3.7": ("", "1 2"),
    "4.1": ("1", "2 3"),
    "4.2": ("", "1"),
    "4.3": ("", "1 2"),
    "4.4": ("1", "2 3 4"),
    "5.1": ("", "1"),
    "5.2": ("1 2", "3"),
    "5.3": ("1 2", ""),
    "5.4": ("", "1 2 3"),
    "6.1": ("1", "2 3"),
    "6.2": ("1 2 3 4 5 6 7 8", "9 10 11 12"),
    "6.3": ("1 2", "3 4"),
    "6.4": ("1 2", "3 4"),
    "6.5": ("", "1 2 3 4 5"),
    "6.6": ("", "1 2 3"),
    "6.8": ("", "1 2 3 4"),
    "7.1": ("", "1 2 3"),
    "7.2": ("1 2 3 4", ""),
    "7.3": ("", "1 2"),
    "7.4": ("1 2", "3 4 5"),
    "7.5": ("", "1 2"),
    "7.6": ("", "1 2"),
    "8.1": ("1", "2"),
    "8.2": ("1 2", "3"),
    "8.3": ("1", ""),
    "8.4": ("", "1"),
    "9.1": ("1 2 3", ""),
    "9.2": ("1", "2 3 4"),
    "10.1": ("", "1 2"),
    "10.2": ("", "1 2"),
    "10.3": ("", "1 2 3 4"),
    "10.4": ("1 2 3 4 5", "6 7 8 9 10 11"),
    "10.5": ("", "1 2 3 4 5"),
    "10.6": ("", "1 2"),
    "10.7": ("", "1 2 3"),
    "11.1": ("", "1 2"),
    "11.2": ("", "1 2 3"),
    "11.3": ("1 2", "3"),
    "11.4": ("1", "2 3 4"),
    "11.5": ("", "1"),
    "11.6": ("", "1"),
    "12.1": ("1", "2 3"),
    "12.2": ("1 2", ""),
    "12.3": ("", "1 2 3 4"),
    "13.1": ("", "1"),
    "13.2": ("", "1 2 3 4 5"),
    "13.3": ("", "1 2"),
    "13.4": ("1", "2 3 4 5"),
    "14.1": ("", "1 2"),
    "14.2": ("1", "2 3 4"),
    "14.3": ("1", "2 3"),
    "15.1": ("1", "2 3"),
    "15.2": ("1", "2 3"),
    "15.3": ("1", "2 3 4 5 6 7"),
    "16.1": ("", "1"),
    "16.2": ("", "1 2 3 4 5"),
    "16.3": ("", "1 2 3 4"),
    "16.4": ("", "1 2 3"),
    "16.5": ("", "1 2 3"),
    "17.1": ("", "1"),
    "17.2": ("", "1 2 3 4"),
    "17.3": ("", "1 2"),
}
BARIS = re.compile(r"^\| ([\d.]+) \| ([12]) \| ([^|]+) \| ([a-z ]+) \| (.+) \|$", re.M)
HITUNGAN = re.compile(r"^\| (1|2|semua) \| ([\d |]+) \|$", re.M)
RUJUKAN = re.compile(r"`([\w./@-]+/[\w./@-]+|[\w.-]+\.(?:md|toml|example))(?:::([^`]+))?`")
SEMUA = BARIS.findall(TEKS)


def wajib() -> Counter[tuple[str, str]]:
    """Nomor dan tingkat tiap syarat."""
    semua: Counter[tuple[str, str]] = Counter()
    for bagian, dua in BAGIAN.items():
        for tingkat, isi in enumerate(dua, start=1):
            for nomor in isi.split():
                semua[f"{bagian}.{nomor}", str(tingkat)] += 1
    return semua


@cache
def fungsi(berkas: Path) -> frozenset[str]:
    """Nama semua fungsi di dalamnya, juga milik kelas."""
    pohon = ast.parse(berkas.read_text())
    return frozenset(satu.name for satu in ast.walk(pohon) if isinstance(satu, ast.FunctionDef))


def test_tiap_syarat_dijawab_tepat_sekali() -> None:
    assert Counter((nomor, tingkat) for nomor, tingkat, *_ in SEMUA) == wajib()


def test_hitungan_di_atas_menurut_jawabannya() -> None:
    banyak = Counter((tingkat, jawaban) for _, tingkat, _, jawaban, _ in SEMUA)
    tertulis = dict(HITUNGAN.findall(TEKS))
    for tingkat, isi in tertulis.items():
        masuk = "12" if tingkat == "semua" else tingkat
        tiap = [sum(banyak[satu, jawaban] for satu in masuk) for jawaban in JAWABAN]
        assert isi == " | ".join(map(str, [*tiap, sum(tiap)]))
    assert set(tertulis) == {"1", "2", "semua"}


def test_jawaban_berbukti() -> None:
    for nomor, _, _, jawaban, bukti in SEMUA:
        semua = [berkas for berkas, _ in RUJUKAN.findall(bukti)]
        assert jawaban in JAWABAN, nomor
        if jawaban == "uji":
            assert any(berkas.startswith("tests/") for berkas in semua), nomor
        if jawaban == "setelan":
            assert semua, nomor


def is_ada(nama: str, isi: str) -> bool:
    """Uji menurut fungsinya, yang lain menurut tulisan di berkasnya."""
    berkas = ROOT / nama
    if not berkas.is_file():
        return False
    if isi.startswith("test_"):
        return isi in fungsi(berkas)
    return isi in berkas.read_text()


def test_yang_dirujuk_ada() -> None:
    dirujuk = {satu for *_, bukti in SEMUA for satu in RUJUKAN.findall(bukti)}
    di_sini = {satu for satu in dirujuk if not satu[0].startswith("/")}  # jalan dan setelan mesin
    assert len(di_sini) > 100
    assert [satu for satu in sorted(di_sini) if not is_ada(*satu)] == []


def test_yang_belum_menyebut_langkah_berikutnya() -> None:
    tanpa = [
        n for n, _, _, jawaban, bukti in SEMUA if jawaban == "belum" and "Berikutnya:" not in bukti
    ]
    assert tanpa == ["6.5.5"]  # putusan, bukan pekerjaan
