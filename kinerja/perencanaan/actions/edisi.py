"""Memuat satu edisi nomenklatur: kode lama berakhir, penerusnya ditunjuk, kode baru ditambah."""

import datetime
from collections.abc import Sequence
from typing import Any

from core import audit, door
from core.audit import Refused
from kinerja.aturan import kode
from kinerja.models import EdisiNomenklatur, Kegiatan, Nomenklatur, Program, SubKegiatan
from kinerja.perencanaan.impor import HILANG

Ubahan = dict[str, Any]  # satu kode, sebagaimana diperiksa
DIPAKAI = (
    "{banyak} kode yang berakhir tanpa penerus dipakai kantor lain, antara lain {contoh}. Sebut "
    "penerusnya pada kolom Kode Lama, atau muat tanpa “Ganti yang berbeda”."
)
POHON: dict[Any, str] = {
    Program: "perangkat_daerah__kabupaten",
    Kegiatan: "program__perangkat_daerah__kabupaten",
    SubKegiatan: "kegiatan__program__perangkat_daerah__kabupaten",
}


def load_edition(
    *,
    ubahan: Sequence[Ubahan],
    tahun: int,
    nomor: str,
    tanggal: datetime.date | None,
    by: Any,
    note: str,
) -> EdisiNomenklatur:
    """Terapkan `ubahan` hasil pemeriksaan lembarnya sejak `tahun`, semuanya atau tidak satu pun.

    `Refused` bila kode yang digantikan sudah berakhir atau baru berlaku pada `tahun` itu juga,
    atau kode yang berakhir tanpa penerus dipakai kantor lain.
    """
    with audit.locked(""):
        _refuse_bersama(ubahan, by)
        edisi = EdisiNomenklatur(nomor=nomor, tanggal=tanggal, tahun_awal=tahun)
        edisi.pendahulu = EdisiNomenklatur.objects.filter(tahun_awal__lt=tahun).first()
        door.save(edisi, by=by, note=note)
        lama = _replaced(ubahan, tahun)
        baru = {}
        for satu in ubahan:
            if satu["judul"] != HILANG:
                baru[satu["kunci"]] = _row(satu, edisi)
        door.save_all(list(baru.values()), by=by, target=edisi, note=note)
        for satu in ubahan:
            if satu["asal"]:
                row = lama[satu["asal"]]
                row.tahun_akhir = tahun - 1
                row.padanan = baru.get(satu["kunci"])
        if lama:
            door.save_all(
                list(lama.values()),
                by=by,
                target=edisi,
                note=note,
                replace=True,
            )
    return edisi


def _refuse_bersama(ubahan: Sequence[Ubahan], by: Any) -> None:
    """Satu kantor tidak mengakhiri kode yang dipakai kantor lain; menggantinya boleh."""
    berakhir = {satu["asal"] for satu in ubahan if satu["judul"] == HILANG}
    milik_sendiri = getattr(by, "kabupaten_id", None)
    if milik_sendiri is None:
        return
    dipakai: set[str] = set()
    for model, kabupaten in POHON.items():
        rows = model.objects.filter(kode__in=berakhir).exclude(**{kabupaten: milik_sendiri})
        dipakai |= set(rows.values_list("kode", flat=True))
    if dipakai:
        contoh = min(dipakai)
        raise Refused(DIPAKAI.format(banyak=len(dipakai), contoh=contoh))


def _replaced(ubahan: Sequence[Ubahan], tahun: int) -> dict[str, Nomenklatur]:
    """Kode yang berakhir karena edisi ini."""
    dicari = {satu["asal"] for satu in ubahan if satu["asal"]}
    rows = Nomenklatur.objects.filter(kode__in=dicari, tahun_akhir=None)
    lama = {row.kode: row for row in rows}
    for tulisan in sorted(dicari):
        row = lama.get(tulisan)
        if row is None:
            raise Refused(f"Kode {tulisan} sudah berakhir.")
        if row.tahun_awal >= tahun:
            raise Refused(f"Kode {tulisan} baru berlaku sejak {row.tahun_awal}.")
    return lama


def _row(satu: Ubahan, edisi: EdisiNomenklatur) -> Nomenklatur:
    """Satu kode edisi itu."""
    return Nomenklatur(
        kode=satu["kunci"],
        baku=kode.baku(satu["kunci"]),
        tingkat=satu["tingkat"],
        nama=satu["baru"],
        indikator=satu["indikator"],
        satuan=satu["satuan"],
        tahun_awal=edisi.tahun_awal,
        edisi=edisi,
        regulasi=edisi.nomor,
    )
