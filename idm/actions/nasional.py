"""Terbitan IDM banyak kabupaten langsung berlaku: semua atau tidak satu pun, satu jejak audit tiap kabupaten."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import transaction

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from documents.impor import Kesalahan
from idm.actions.impor import isian_idm
from idm.impor import Acuan, BarisIdm, Nilai, Rubrik
from idm.impor.baca import Pembaca
from idm.impor.banding import SKOR, TERBITAN, TERBITAN_SAJA, Ada, Selisih, bandingkan
from idm.models import IdmDesa, Instrumen, TerbitanIdm
from idm.scoring import DESIMAL


@dataclass
class Laporan:
    """Nasib satu berkas; `berbeda` tidak disimpan kecuali diminta."""

    banyak_baris: int = 0
    kesalahan: list[Kesalahan] = field(default_factory=list)
    catatan: list[Kesalahan] = field(default_factory=list)
    berbeda: list[Selisih] = field(default_factory=list)
    sama: int = 0
    disimpan: int = 0


def import_nasional(
    *,
    lembar: Iterable[tuple[str, Sequence[Sequence[str]]]],
    tahun: int,
    by: Any,
    note: str,
    ganti: bool = False,
) -> Laporan:
    """Baca, bandingkan, simpan; bila ada kesalahan tidak ada yang disimpan. `Refused` menyebut kabupaten terkunci."""
    pembaca = Pembaca(Acuan(None), tahun)
    for nama, baris in lembar:
        pembaca.lembar(nama, baris)
    pembaca.selesai()
    laporan = Laporan(pembaca.banyak_baris, pembaca.kesalahan, pembaca.catatan)
    if not laporan.kesalahan:
        with transaction.atomic():
            _simpan(pembaca.rows, laporan, by, note, ganti)
    return laporan


def _simpan(rows: list[BarisIdm], laporan: Laporan, by: Any, note: str, ganti: bool) -> None:
    kabupaten = Kabupaten.objects.in_bulk({b.desa.kabupaten for b in rows})
    urut = sorted(
        kabupaten.values(), key=lambda k: k.kode
    )  # urutan kunci selalu sama: tidak saling menunggu
    for satu in urut:
        audit.hold(satu.kode)
    tahun = {b.tahun for b in rows}
    if alasan := [
        teks for satu in urut for t in sorted(tahun) if (teks := IdmDesa.lock_for(satu.kode, t))
    ]:
        raise Refused(" ".join(alasan))
    banding = bandingkan(rows, _nilai(rows), Ada(tahun))
    laporan.catatan, laporan.sama = [*laporan.catatan, *banding.catatan], banding.sama
    laporan.kesalahan = banding.kesalahan
    if laporan.kesalahan:
        return
    laporan.berbeda = [s for s in banding.selisih if s.beda]
    pilih = [s for s in banding.selisih if ganti or not s.beda]
    laporan.disimpan = len(pilih)
    instrumen = Instrumen.objects.in_bulk({s.instrumen for s in pilih})
    per_kabupaten: dict[int, list[Selisih]] = {}
    for s in pilih:
        per_kabupaten.setdefault(s.kabupaten, []).append(s)
    for satu in urut:
        if satu.pk in per_kabupaten:
            _simpan_kabupaten(satu, per_kabupaten[satu.pk], instrumen, by, note)


def _nilai(rows: list[BarisIdm]) -> list[Nilai | None]:
    """Hasil hitung tiap baris berskor, sekaligus per instrumen."""
    from idm.massal import hitung  # pandas hanya dibaca saat menghitung banyak desa

    hasil: list[Nilai | None] = [None] * len(rows)
    tempat: dict[int, tuple[Rubrik, list[int]]] = {}
    for n, baris in enumerate(rows):
        if baris.skor:
            tempat.setdefault(baris.rubrik.pk, (baris.rubrik, []))[1].append(n)
    for rubrik, nomor in tempat.values():
        tabel = hitung([rows[n].skor for n in nomor], rubrik.indeks, rubrik.ambang)
        for n, (*angka, status) in zip(
            nomor, tabel.itertuples(index=False, name=None), strict=True
        ):
            hasil[n] = Nilai._make((*(Decimal(a).scaleb(-DESIMAL) for a in angka), status))
    return hasil


def _idm(s: Selisih, instrumen: Instrumen, by: Any, note: str) -> IdmDesa:
    isi = isian_idm(s.nilai, instrumen, s.skor, by, note)
    return IdmDesa(desa_id=s.desa, tahun=s.tahun, instrumen=instrumen, **isi)


def _terbitan(s: Selisih, note: str) -> TerbitanIdm:
    return TerbitanIdm(desa_id=s.desa, tahun=s.tahun, sumber=note[:200], **s.nilai._asdict())


def _simpan_kabupaten(
    kabupaten: Kabupaten,
    selisih: list[Selisih],
    instrumen: dict[int, Instrumen],
    by: Any,
    note: str,
) -> None:
    """Satu kejadian: yang diganti dengan sebelum dan sesudahnya, yang baru banyaknya, dan sidik berkasnya."""
    idm = [
        _idm(s, instrumen[s.instrumen], by, note)
        for s in selisih
        if s.jenis in (SKOR, TERBITAN_SAJA)
    ]
    terbitan = [_terbitan(s, note) for s in selisih if s.jenis in (TERBITAN, TERBITAN_SAJA)]
    ubahan = {f"{s.kode} {s.tahun} {s.jenis}": [s.lama, s.baru] for s in selisih if s.beda}
    keterangan = f"{note} {len(selisih)} isian IDM, {len(ubahan)} di antaranya mengganti."
    rows = [*idm, *terbitan]
    door.save_all(
        rows,
        by=by,
        target=kabupaten,
        changes=ubahan,
        note=keterangan,
        replace=True,
        only_scope=True,
    )
