"""Tabel akuntabilitas keuangan LKjIP (3.4): indikator sasaran di samping program yang mendukungnya."""

from collections.abc import Sequence
from typing import Any

from core.angka import bulatkan
from kinerja.capaian import persentase
from kinerja.tahun.pohon import Pohon

KOLOM = ("nama", "desimal", "target", "realisasi", "capaian")
Sel = dict[str, Any] | None


def tabel_keuangan(iku: list[dict[str, Any]], program: list[dict[str, Any]]) -> dict[str, Any]:
    """`sasaran`: IKU bersisian dengan program urusan; `penunjang`: program penunjang, bersisian dengan nilai AKIP."""
    kiri = [{"sasaran": s["sasaran"], **{k: baris[k] for k in KOLOM}} for s in iku for baris in s["baris"]]
    return {
        "sasaran": sandingkan(kiri, [u for u in program if not u["is_penunjang"]]),
        "penunjang": [u for u in program if u["is_penunjang"]],
    }


def sandingkan(kiri: Sequence[Any], kanan: Sequence[Any]) -> list[dict[str, Sel]]:
    """Dua daftar sebagai baris tabel; isi terakhir daftar yang pendek merentang sampai bawah.

    Sel `{"isi": …, "rentang": banyak baris}`; `None` bila tertutup rentang di atasnya.
    """
    tinggi = max(len(kiri), len(kanan))
    return [{"kiri": k, "kanan": n} for k, n in zip(_sel(kiri, tinggi), _sel(kanan, tinggi), strict=True)]


def _sel(isi: Sequence[Any], tinggi: int) -> list[Sel]:
    if not tinggi:
        return []
    terisi = list(isi) or [None]
    sel: list[Sel] = [{"isi": x, "rentang": 1} for x in terisi[:-1]]
    sel.append({"isi": terisi[-1], "rentang": tinggi - len(sel)})
    return sel + [None] * (tinggi - len(sel))


def efisiensi(pohon: Pohon) -> list[dict[str, Any]]:
    """Sub kegiatan berpagu yang realisasinya diketahui: nama, pagu, realisasi, persen."""
    rows = [s.obj for s in pohon.sub if s.pagu and s.obj.jumlah_realisasi is not None]
    return [
        {
            "program": row.kegiatan.program.nama,
            "kegiatan": row.kegiatan.nama,
            "nama": row.nama,
            "pagu": bulatkan(row.pagu_berlaku, 0),
            "realisasi": bulatkan(row.jumlah_realisasi, 0),
            "persen": persentase(row.jumlah_realisasi, row.pagu_berlaku),
        }
        for row in rows
    ]
