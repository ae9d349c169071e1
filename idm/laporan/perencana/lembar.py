"""Perencana sebagai lembar kerja: ringkasan, desa menurut dekatnya, langkah desa yang terpilih."""

from collections.abc import Sequence
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from idm.laporan.dasar.reports import Isi
from idm.laporan.perencana.reports import RUPIAH
from idm.models import IdmDesa

TEKS = Kolom(lebar=16)
NAMA = Kolom(lebar=26)
KECAMATAN = Kolom(lebar=22)
URAIAN = Kolom(lebar=36)
ANGKA = Kolom("desimal", 12)
INDEKS = Kolom("indeks", 9)
RUPIAH_PANJANG = Kolom("rupiah", 18)
RINGKASAN = (
    ("Status atau indikator", URAIAN),
    ("Kini", ANGKA),
    ("Sesudah", ANGKA),
    ("Rumus", NAMA),
)
DESA = (
    ("Kode", TEKS),
    ("Desa", NAMA),
    ("Kecamatan", KECAMATAN),
    ("IDM", INDEKS),
    ("Status", TEKS),
    ("Menuju", TEKS),
    ("Kurang", INDEKS),
    ("Langkah", ANGKA),
    ("Biaya termurah (Rp)", RUPIAH_PANJANG),
    ("Terpilih", TEKS),
)
LANGKAH = (
    ("Kode", TEKS),
    ("Desa", NAMA),
    ("Indikator", NAMA),
    ("Dari", ANGKA),
    ("Ke", ANGKA),
    ("Kini", URAIAN),
    ("Menjadi", URAIAN),
    ("Kegiatan", URAIAN),
    ("Dapat dibiayai", NAMA),
    ("Biaya (Rp)", RUPIAH_PANJANG),
)


def lembar(
    isi: Isi,
    terpilih: Sequence[tuple[IdmDesa, Isi | None]],
    tahun: int,
    cara: str,
) -> list[Tabel]:
    """Ringkasan, semua desa, lalu langkah desa terpilih."""
    judul = [f"JALAN KE STATUS BERIKUTNYA TAHUN {tahun}"]
    desa = []
    for calon in isi["baris"]:
        desa.append(_desa(calon, isi["terpilih"]))
    langkah = []
    for row, hasil in terpilih:
        langkah += [_langkah(row, satu) for satu in _dipilih(hasil, cara)]
    return [
        _tabel("Ringkasan", RINGKASAN, _ringkasan(isi), judul),
        _tabel("Desa", DESA, desa, judul, is_lanskap=True),
        _tabel("Langkah", LANGKAH, langkah, judul, is_lanskap=True),
    ]


def _tabel(
    nama: str,
    kolom: Sequence[tuple[str, Kolom]],
    baris: Sequence[Any],
    judul: Sequence[str],
    *,
    is_lanskap: bool = False,
) -> Tabel:
    """Kepala sebaris menurut kolomnya."""
    return Tabel(
        nama,
        [satu for _, satu in kolom],
        [[Kepala(teks) for teks, _ in kolom]],
        baris,
        judul,
        is_lanskap=is_lanskap,
    )


def _ringkasan(isi: Isi) -> list[list[Any]]:
    """Banyak desa tiap status, lalu indikator yang ikut berubah dengan rumusnya."""
    baris = []
    for satu in isi["status"]:
        baris.append(
            [
                satu["status"].title(),
                satu["kini"],
                satu["nanti"],
                "",
            ]
        )
    for satu in isi["dampak"]:
        rumus = f"{satu['rumus']} {satu['satuan']}"
        baris.append([satu["nama"], None, satu["nilai"], rumus])
    return baris


def _desa(calon: Isi, terpilih: set[str]) -> list[Any]:
    """Satu desa dengan langkah dan harganya."""
    row: IdmDesa = calon["row"]
    desa = row.desa
    return [
        desa.kode,
        desa.nama,
        desa.kecamatan.nama,
        row.idm,
        row.get_status_display(),
        calon["menuju"].title(),
        calon["kurang"],
        calon["langkah"],
        calon["rupiah"],
        "Ya" if desa.kode in terpilih else "",
    ]


def _dipilih(hasil: Isi | None, cara: str) -> list[Isi]:
    """Langkah menurut jatahnya: termurah bila rupiah, paling sedikit bila langkah."""
    if hasil is None:
        return []
    murah = hasil.get("murah")
    if cara == RUPIAH and murah:
        return murah["langkah"] or []
    return hasil.get("langkah") or []


def _langkah(row: IdmDesa, satu: Isi) -> list[Any]:
    """Satu langkah satu baris."""
    return [
        row.desa.kode,
        row.desa.nama,
        str(satu["indikator"]),
        satu["dari"],
        satu["ke"],
        satu["kini"],
        satu["menjadi"],
        satu["kegiatan"],
        satu["pelaksana"],
        satu["biaya"],
    ]
