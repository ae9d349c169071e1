"""Rekap Indeks Desa banyak kabupaten: terbitannya berlaku, semua atau tidak satu pun.

Aturannya sama dengan unggahan satu kantor (`PenerimaIndeks`); satu jejak audit tiap kabupaten.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from django.utils import timezone

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from documents.impor import Hasil
from documents.pembaca import Tabel
from idm.actions.impor_indeks import apply_aspek, is_sendiri, pratinjau_aspek
from idm.actions.nasional import Laporan, kabupaten_baris, refuse_locks
from idm.impor import Acuan
from idm.impor.indeks_banding import LEWATI, URUT, IndeksTercatat, bandingkan
from idm.impor.indeks_read import BarisIndeks, PembacaIndeks
from idm.models import IndeksDesa, TerbitanIndeks

Ubahan = dict[str, Any]  # satu baris pratinjau
Semua = Sequence[BarisIndeks]


class SelisihIndeks(NamedTuple):
    """Terbitan yang berbeda dari yang tercatat."""

    nama: str
    kode: str
    tahun: int
    lama: str
    baru: str
    lembar: str
    sel: str


@dataclass(frozen=True)
class _Muatan:
    """Pilihan satu jalan muat, dan yang ditulis pada tiap barisnya."""

    by: Any
    note: str
    is_ganti: bool


def import_indeks(
    *,
    lembar: Iterable[Tabel],
    tahun: int,
    by: Any,
    note: str,
    ganti: bool = False,
    aspek: str = "",
) -> Laporan:
    """Baca, bandingkan, simpan; bila ada kesalahan tidak ada yang disimpan.

    `aspek` putusan orang atas kolom skor yang judulnya belum dikenal: disandingkan menurut
    urutannya, atau dilewati. `Refused` bila putusan itu perlu dan belum ada, atau ada kabupaten
    yang tahunnya terkunci.
    """
    pembaca = _read(lembar, tahun)
    laporan = Laporan(
        banyak_baris=pembaca.banyak_baris,
        kesalahan=pembaca.kesalahan,
        catatan=pembaca.catatan,
    )
    if laporan.kesalahan:
        return laporan
    sandingan = _putusan(pembaca, aspek)
    rows = sorted(pembaca.rows, key=_kabupaten)
    kabupaten = kabupaten_baris(rows)
    kode = [satu.kode for satu in kabupaten]
    semua_tahun = {baris.tahun for baris in rows}
    with audit.locked("", *kode):
        refuse_locks(IndeksDesa, kabupaten, semua_tahun)
        is_beraspek = apply_aspek(sandingan, by=by, note=note)
        if not is_beraspek:
            rows = [baris._replace(jawaban="") for baris in rows]
        muatan = _Muatan(by, note, ganti)
        per_nomor = {satu.pk: satu for satu in kabupaten}
        for nomor, semua in groupby(rows, key=_kabupaten):
            milik = list(semua)
            _store(per_nomor[nomor], milik, laporan, muatan)
    return laporan


def _read(lembar: Iterable[Tabel], tahun: int) -> PembacaIndeks:
    """Semua lembarnya; baris yang benar diperiksa sekaligus."""
    acuan = Acuan(None)
    pembaca = PembacaIndeks(acuan, tahun)
    pembaca.is_sekaligus = True
    for satu in lembar:
        pembaca.lembar(satu)
    pembaca.selesai()
    return pembaca


def _kabupaten(baris: BarisIndeks) -> int:
    """Nomor kabupatennya."""
    return baris.desa.kabupaten


def _putusan(pembaca: PembacaIndeks, aspek: str) -> list[Ubahan]:
    """Sandingan aspek dengan putusannya; `Refused` menyebut kolomnya bila belum diputuskan."""
    hasil = []
    for susunan in pembaca.susunan:
        hasil += pratinjau_aspek(susunan)
    if hasil and not aspek:
        sebutan = [f"“{satu['baris']}”: {satu['baru']}" for satu in hasil]
        raise Refused(
            "Judul kolom skor ini belum dikenal. Periksa sandingannya, lalu pakai "
            f"--aspek {URUT} atau --aspek {LEWATI}. {'; '.join(sebutan)}."
        )
    return [{**satu, "pilih": aspek} for satu in hasil]


def _store(
    kabupaten: Kabupaten,
    rows: Semua,
    laporan: Laporan,
    muatan: _Muatan,
) -> None:
    """Satu kejadian audit: yang diganti dengan sebelum dan sesudahnya, yang baru banyaknya."""
    ada = IndeksTercatat(rows)
    hasil = Hasil()
    for baris in rows:
        bandingkan(baris, ada, hasil)
    laporan.catatan += hasil.catatan
    laporan.sama += hasil.sama
    disimpan = []
    ubahan = {}
    for baris, satu in _menurut_baris(rows, hasil.ubahan):
        if "beda" not in satu:
            disimpan.append(baris)
            continue
        beda = _selisih(baris, satu)
        laporan.berbeda.append(beda)
        if muatan.is_ganti:
            disimpan.append(baris)
            kunci = f"{baris.kode} {baris.tahun}"
            ubahan[kunci] = [satu["lama"], satu["baru"]]
    laporan.disimpan += len(disimpan)
    if disimpan:
        tertulis = _rows(disimpan, ada, muatan)
        _save(kabupaten, tertulis, len(disimpan), ubahan, muatan)


def _menurut_baris(rows: Semua, ubahan: Sequence[Ubahan]) -> list[tuple[BarisIndeks, Ubahan]]:
    """Tiap ubahan dengan barisnya."""
    per_kunci = {}
    for baris in rows:
        kunci = f"{baris.desa.pk}-{baris.tahun}"
        per_kunci[kunci] = baris
    hasil = []
    for satu in ubahan:
        baris = per_kunci[satu["kunci"]]
        hasil.append((baris, satu))
    return hasil


def _save(
    kabupaten: Kabupaten,
    rows: list[Any],
    banyak: int,
    ubahan: dict[str, list[str]],
    muatan: _Muatan,
) -> None:
    """Lewat pintu menulis; `banyak` isian yang disimpan."""
    mengganti = f"{len(ubahan)} di antaranya mengganti."
    isian = f"{banyak} isian Indeks Desa"
    door.save_all(
        rows,
        by=muatan.by,
        target=kabupaten,
        changes=ubahan,
        note=f"{muatan.note} {isian}, {mengganti}",
        replace=True,
        only_scope=True,
    )


def _selisih(baris: BarisIndeks, ubahan: Ubahan) -> SelisihIndeks:
    """Yang dilaporkan tentang satu baris yang berbeda."""
    return SelisihIndeks(
        nama=baris.desa.nama,
        kode=baris.kode,
        tahun=baris.tahun,
        lama=ubahan["lama"],
        baru=ubahan["baru"],
        lembar=baris.lembar,
        sel=baris.sel,
    )


def _rows(disimpan: Semua, ada: IndeksTercatat, muatan: _Muatan) -> list[Any]:
    """Terbitan tiap desa, lalu yang berlaku; hasil kantor sendiri tidak digantikan."""
    asal = muatan.note[:200]
    terbitan = []
    berlaku = []
    tetap = {
        "sumber": IndeksDesa.SumberIndeks.TERBITAN,
        "asal": asal,
        "berlaku_at": timezone.now(),
    }
    for baris in disimpan:
        isi = {
            "desa_id": baris.desa.pk,
            "tahun": baris.tahun,
            "instrumen_id": baris.instrumen,
            "skor": baris.skor,
            "status": baris.status,
            "poin": baris.poin,
            "jawaban": baris.jawaban,
        }
        terbitan.append(TerbitanIndeks(sumber=asal, **isi))
        kini = ada.berlaku.get((baris.desa.pk, baris.tahun))
        if kini is None or not is_sendiri(kini):
            berlaku.append(IndeksDesa(**tetap, **isi))
    return [*terbitan, *berlaku]
