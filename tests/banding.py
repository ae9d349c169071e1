"""Gambar naskah bertabel menurut dua rilis bersebelahan; jalannya di `docs/naskah.md`.

`cetak <folder>` mencetak isi beku emas dengan kode di folder kerja, rilis mana pun;
`unduh <folder>` laporan dari data contohnya; `sanding <lama> <kini>` menyandingkan dua halamannya.
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
    "perjanjian_ii": "kinerja.PerjanjianKinerja",
    "rencana_aksi": "kinerja.NaskahKinerja",
}

RINCI = ("bukti_ikk", "capaian", "e81", "evaluasi", "ikk", "iku", "penetapan_idm", "rencana_aksi")
LAPORAN = {
    "gambaran": "idm:gambaran_pdf",
    "peringkat": "idm:peringkat_pdf",
    "profil": "idm:profil_pdf",
    "pohon": "kinerja:pohon_pdf",
    "perencana": "idm:perencana_pdf",
}
HANYA_KINI = {"perencana"}  # pada 0.1.0 halaman dan lembar kerja saja
TAHUN = {"perencana": 2024}  # yang lain 2023


def unduh(folder: Path) -> None:
    """PDF tiap laporan sebagaimana diunduh operator."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dpmd.settings")
    django.setup()
    folder.mkdir(parents=True, exist_ok=True)
    for nama in LAPORAN:
        if isi := _unduhan(nama):
            (folder / f"{nama}.pdf").write_bytes(isi)


def _unduhan(nama: str) -> bytes:
    """Laporan tahunnya, profil untuk desa berkode terkecil; kosong bila rilisnya belum punya."""
    from django.apps import apps
    from django.test import Client
    from django.urls import NoReverseMatch, reverse

    operator = apps.get_model("accounts.User").objects.get(username="operator")
    semua = apps.get_model("villages.Desa").objects.filter(jenis="desa")
    desa = semua.filter(kecamatan__kabupaten=operator.kabupaten).earliest("kode")
    try:
        jalan = reverse(LAPORAN[nama], args=[desa.pk] if nama == "profil" else [])
    except NoReverseMatch:
        return b""
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(operator)
    sesi = client.session
    sesi["tahun"] = TAHUN.get(nama, 2023)
    sesi.save()
    jawaban = client.get(jalan, {"tahun": str(sesi["tahun"])})
    return b"".join(jawaban) if jawaban.streaming else jawaban.content


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
    for nama in (*NASKAH, *LAPORAN):
        nomor = HALAMAN.get(nama, TEPI)
        rilis = (kini,) if nama in HANYA_KINI else (lama, kini)
        berkas = [folder / f"{nama}.pdf" for folder in rilis]
        deret = [_deret(pdf, nomor) for pdf in berkas]
        tinggi = sum(satu.height + SELA for satu in deret) - SELA
        gambar = Image.new("RGB", (deret[0].width, tinggi), LATAR)
        atas = 0
        for satu in deret:
            gambar.paste(satu, (0, atas))
            atas += satu.height + SELA
        mutu = 60 if nama in RINCI else 25
        gambar.save(GAMBAR / f"{nama}.webp", quality=mutu, method=4)


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
    {"cetak": cetak, "unduh": unduh, "sanding": sanding}[perintah](*map(Path, folder))
