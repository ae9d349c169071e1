"""Gambar naskah bertabel menurut dua rilis bersebelahan; jalannya di `docs/naskah.md`.

`cetak <folder>` mencetak isi beku emas dengan kode di folder kerja, rilis mana pun;
`sanding <lama> <kini>` menyandingkan dua halamannya.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import django
from PIL import Image

AKAR = Path(__file__).parent.parent
EMAS = AKAR / "tests" / "golden" / "naskah" / "v1"
GAMBAR = AKAR / "docs" / "gambar" / "naskah"
LEBAR, SELA, LATAR = 820, 8, "#888"
TEPI = (0, -1)
HALAMAN = {"bukti_ikk": (4, 5)}  # ujung formulirnya, bukan ujung berkasnya
NASKAH = {
    "bukti_ikk": "villages.BerkasIkk",
    "capaian": "kinerja.NaskahKinerja",
    "e81": "kinerja.NaskahKinerja",
    "evaluasi": "kinerja.NaskahKinerja",
    "ikk": "kinerja.NaskahKinerja",
    "iku": "kinerja.NaskahKinerja",
    "penetapan_idm": "idm.PenetapanIdm",
    "rencana_aksi": "kinerja.NaskahKinerja",
}


def cetak(folder: Path) -> None:
    """PDF tiap isi beku, belum ditandatangani."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dpmd.settings")
    django.setup()
    folder.mkdir(parents=True, exist_ok=True)
    for nama, label in NASKAH.items():
        pdf = _pdf(_naskah(nama, label))
        (folder / f"{nama}.pdf").write_bytes(pdf)


def _naskah(nama: str, label: str) -> Any:
    """Naskah diajukan yang tidak tersimpan."""
    from django.apps import apps

    from documents.models import Snapshot

    beku = Snapshot(content=(EMAS / f"{nama}.json").read_text())
    jenis = {"jenis": nama} if label == "kinerja.NaskahKinerja" else {}
    return apps.get_model(label)(status="diajukan", snapshot=beku, tahun=2023, **jenis)


def _pdf(naskah: Any) -> bytes:
    """Rilis 0.1.0 mencetak semuanya dari HTML."""
    from documents import printing, render

    if hasattr(printing, "draw_pdf"):
        return printing.draw_pdf(naskah)
    return render.pdf(printing.print_html(naskah))


def sanding(lama: Path, kini: Path) -> None:
    """Satu gambar tiap naskah: rilis lama di atas, kini di bawah."""
    GAMBAR.mkdir(parents=True, exist_ok=True)
    for nama in NASKAH:
        nomor = HALAMAN.get(nama, TEPI)
        deret = [_deret(folder / f"{nama}.pdf", nomor) for folder in (lama, kini)]
        tinggi = sum(satu.height for satu in deret) + SELA
        gambar = Image.new("RGB", (deret[0].width, tinggi), LATAR)
        gambar.paste(deret[0], (0, 0))
        gambar.paste(deret[1], (0, deret[0].height + SELA))
        gambar.save(GAMBAR / f"{nama}.webp", quality=60, method=6)


def _deret(pdf: Path, nomor: tuple[int, ...]) -> Image.Image:
    """Dua halaman bersebelahan; yang sehalaman satu saja."""
    halaman = _halaman(pdf)
    if len(halaman) > 1:
        halaman = [halaman[satu] for satu in nomor]
    tinggi = max(satu.height for satu in halaman)
    deret = Image.new("RGB", (2 * LEBAR + SELA, tinggi), LATAR)
    for urut, satu in enumerate(halaman):
        deret.paste(satu, (urut * (LEBAR + SELA), 0))
    return deret


def _halaman(pdf: Path) -> list[Image.Image]:
    """Semua halaman selebar gambarnya."""
    with tempfile.TemporaryDirectory() as folder:
        awalan = f"{folder}/halaman"
        ukuran = ["-scale-to-x", str(LEBAR), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-png", *ukuran, str(pdf), awalan], check=True)
        berkas = sorted(Path(folder).glob("halaman*.png"))
        return [Image.open(satu).convert("RGB") for satu in berkas]


if __name__ == "__main__":
    perintah, *folder = sys.argv[1:]
    {"cetak": cetak, "sanding": sanding}[perintah](*map(Path, folder))
