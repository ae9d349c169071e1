"""Perencana sebagai lembar kerja: ringkasan, desa menurut dekatnya, dan langkah desa yang terpilih."""

from collections.abc import Sequence
from typing import Any

from core.tabel import Kepala, Kolom, Tabel
from idm.models import IdmDesa
from idm.reports.jalan import RUPIAH

DESA = (
    "Kode",
    "Desa",
    "Kecamatan",
    "IDM",
    "Status",
    "Menuju",
    "Kurang",
    "Langkah",
    "Biaya termurah (Rp)",
    "Terpilih",
)
LANGKAH = (
    "Kode",
    "Desa",
    "Indikator",
    "Dari",
    "Ke",
    "Kini",
    "Menjadi",
    "Kegiatan",
    "Dapat dibiayai",
    "Biaya (Rp)",
)


def lembar(
    isi: dict[str, Any],
    terpilih: Sequence[tuple[IdmDesa, dict[str, Any] | None]],
    tahun: int,
    cara: str,
) -> list[Tabel]:
    teks = [Kolom("teks", lebar) for lebar in (16, 26, 22)]
    judul = [f"JALAN KE STATUS BERIKUTNYA TAHUN {tahun}"]
    ringkas = [[s["status"].title(), s["kini"], s["nanti"], ""] for s in isi["status"]]
    ringkas += [[d["nama"], None, d["nilai"], f"{d['rumus']} {d['satuan']}"] for d in isi["dampak"]]
    angka = Kolom("desimal", 12)
    return [
        Tabel(
            "Ringkasan",
            [Kolom("teks", 36), angka, angka, Kolom("teks", 26)],
            [[Kepala(k) for k in ("Status atau indikator", "Kini", "Sesudah", "Rumus")]],
            ringkas,
            judul,
        ),
        Tabel(
            "Desa",
            [
                *teks,
                Kolom("indeks", 9),
                teks[0],
                teks[0],
                Kolom("indeks", 9),
                angka,
                Kolom("rupiah", 18),
                teks[0],
            ],
            [[Kepala(k) for k in DESA]],
            [_desa(c, isi["terpilih"]) for c in isi["baris"]],
            judul,
            is_lanskap=True,
        ),
        Tabel(
            "Langkah",
            [
                teks[0],
                teks[1],
                teks[1],
                angka,
                angka,
                *[Kolom("teks", 36)] * 3,
                teks[1],
                Kolom("rupiah", 18),
            ],
            [[Kepala(k) for k in LANGKAH]],
            [_langkah(row, x) for row, hasil in terpilih for x in _dipilih(hasil, cara)],
            judul,
            is_lanskap=True,
        ),
    ]


def _desa(c: dict[str, Any], terpilih: set[str]) -> list[Any]:
    row: IdmDesa = c["row"]
    return [
        row.desa.kode, row.desa.nama, row.desa.kecamatan.nama, row.idm, row.get_status_display(),
        c["menuju"].title(), c["kurang"], c["langkah"], c["rupiah"], "Ya" if row.desa.kode in terpilih else "",
    ]  # fmt: skip


def _dipilih(hasil: dict[str, Any] | None, cara: str) -> list[dict[str, Any]]:
    """Langkah menurut jatahnya: termurah bila rupiah, paling sedikit bila langkah."""
    if hasil is None:
        return []
    murah = hasil.get("murah")
    return (murah["langkah"] if cara == RUPIAH and murah else hasil.get("langkah")) or []


def _langkah(row: IdmDesa, x: dict[str, Any]) -> list[Any]:
    return [
        row.desa.kode, row.desa.nama, str(x["indikator"]), x["dari"], x["ke"], x["kini"], x["menjadi"],
        x["kegiatan"], x["pelaksana"], x["biaya"],
    ]  # fmt: skip
