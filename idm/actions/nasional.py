"""Terbitan IDM banyak kabupaten langsung berlaku.

Semua atau tidak satu pun, satu jejak audit tiap kabupaten.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from documents.impor import Kesalahan
from idm.actions.hitung import desimal
from idm.actions.impor import isian_idm
from idm.impor import Acuan, BarisIdm, Nilai, Rubrik
from idm.impor.banding import TERBITAN, TERBITAN_SAJA, Selisih, bandingkan
from idm.impor.read import Pembaca
from idm.impor.tercatat import SKOR, Ada
from idm.models import IdmDesa, Instrumen, TerbitanIdm

SemuaNilai = list[Nilai | None]  # `None` bila tidak dapat dihitung
SemuaSelisih = list[Selisih]
SemuaBaris = list[BarisIdm]
PerKabupaten = dict[int, SemuaSelisih]

PerRubrik = tuple[Rubrik, list[int]]  # nomor barisnya

Lembar = tuple[str, Sequence[Sequence[str]]]  # nama, lalu barisnya


@dataclass
class Laporan:
    """Nasib satu berkas; `berbeda` tidak disimpan kecuali diminta."""

    banyak_baris: int = 0
    kesalahan: list[Kesalahan] = field(default_factory=list)
    catatan: list[Kesalahan] = field(default_factory=list)
    berbeda: list[Any] = field(default_factory=list)
    sama: int = 0
    disimpan: int = 0


def import_nasional(
    *,
    lembar: Iterable[Lembar],
    tahun: int,
    by: Any,
    note: str,
    ganti: bool = False,
) -> Laporan:
    """Baca, bandingkan, simpan; bila ada kesalahan tidak ada yang disimpan.

    `Refused` menyebut kabupaten terkunci.
    """
    pembaca = Pembaca(Acuan(None), tahun)
    for nama, baris in lembar:
        pembaca.lembar(nama, baris)
    pembaca.selesai()
    laporan = Laporan(
        banyak_baris=pembaca.banyak_baris,
        kesalahan=pembaca.kesalahan,
        catatan=pembaca.catatan,
    )
    if not laporan.kesalahan:
        kabupaten = kabupaten_baris(pembaca.rows)
        semua_tahun = {baris.tahun for baris in pembaca.rows}
        kode = [satu.kode for satu in kabupaten]
        with audit.locked(*kode):
            refuse_locks(IdmDesa, kabupaten, semua_tahun)
            _store(pembaca.rows, kabupaten, laporan, by, note, ganti)
    return laporan


def _store(
    rows: SemuaBaris,
    kabupaten: Sequence[Kabupaten],
    laporan: Laporan,
    by: Any,
    note: str,
    ganti: bool,
) -> None:
    """Dibandingkan sesudah kabupatennya dipegang, agar yang dibaca tidak berubah."""
    tercatat = Ada(b.tahun for b in rows)
    hitung = _nilai(rows)
    banding = bandingkan(rows, hitung, tercatat)
    laporan.catatan = [*laporan.catatan, *banding.catatan]
    laporan.sama = banding.sama
    laporan.kesalahan = banding.kesalahan
    if laporan.kesalahan:
        return
    laporan.berbeda = [s for s in banding.selisih if s.beda]
    pilih = [s for s in banding.selisih if ganti or not s.beda]
    laporan.disimpan = len(pilih)
    dipakai = {s.instrumen for s in pilih}
    instrumen = Instrumen.objects.in_bulk(dipakai)
    per_kabupaten = _per_kabupaten(pilih)
    for satu in kabupaten:
        milik = per_kabupaten.get(satu.pk)
        if milik:
            _store_kabupaten(satu, milik, instrumen, by, note)


def _per_kabupaten(selisih: SemuaSelisih) -> PerKabupaten:
    """Menurut nomor kabupatennya, urutannya tetap."""
    hasil: PerKabupaten = {}
    for satu in selisih:
        sekabupaten = hasil.setdefault(satu.kabupaten, [])
        sekabupaten.append(satu)
    return hasil


def kabupaten_baris(rows: Iterable[Any]) -> list[Kabupaten]:
    """Kabupaten yang tersangkut, urut kode: dipegang dalam urutan tetap, tidak saling menunggu."""
    nomor = {baris.desa.kabupaten for baris in rows}
    semua = Kabupaten.objects.filter(pk__in=nomor)
    return list(semua.order_by("kode"))


def refuse_locks(
    model: Any,
    kabupaten: Iterable[Kabupaten],
    tahun: Collection[int],
) -> None:
    """`Refused` dengan semua sebabnya bila satu tahun satu kabupaten terkunci."""
    alasan = []
    for satu, setahun in product(kabupaten, sorted(tahun)):
        if sebab := model.lock_for(satu.kode, setahun):
            alasan.append(sebab)
    if alasan:
        raise Refused(" ".join(alasan))


def _nilai(rows: SemuaBaris) -> SemuaNilai:
    """Hasil hitung tiap baris berskor, sekaligus per instrumen."""
    from idm.massal import baris, hitung_kolom  # numpy hanya dibaca saat menghitung banyak desa

    banyak = len(rows)
    hasil: SemuaNilai = [None] * banyak
    for rubrik, nomor in _per_rubrik(rows):
        skor = [rows[letak].skor for letak in nomor]
        kolom = hitung_kolom(skor, rubrik.indeks, rubrik.ambang)
        for letak, (*angka, status) in zip(nomor, baris(kolom), strict=True):
            hasil[letak] = Nilai(*map(desimal, angka), status)
    return hasil


def _per_rubrik(rows: SemuaBaris) -> list[PerRubrik]:
    """Tiap rubrik dengan nomor baris berskornya."""
    tempat: dict[int, PerRubrik] = {}
    for letak, baris in enumerate(rows):
        if not baris.skor:
            continue
        rubrik = baris.rubrik
        baru: PerRubrik = (rubrik, [])
        _, nomor = tempat.setdefault(rubrik.pk, baru)
        nomor.append(letak)
    return list(tempat.values())


def _idm(
    satu: Selisih,
    instrumen: Instrumen,
    by: Any,
    note: str,
    now: datetime,
) -> IdmDesa:
    """Baris yang berlaku, dengan berkasnya sebagai asal."""
    isi = isian_idm(satu.nilai, instrumen, satu.skor, by, note, now)
    return IdmDesa(
        desa_id=satu.desa,
        tahun=satu.tahun,
        instrumen_id=instrumen.pk,
        **isi,
    )


def _terbitan(s: Selisih, note: str) -> TerbitanIdm:
    """Indeks terbitan di samping yang dihitung."""
    return TerbitanIdm(
        desa_id=s.desa,
        tahun=s.tahun,
        sumber=note[:200],
        **s.nilai._asdict(),
    )


def _store_kabupaten(
    kabupaten: Kabupaten,
    selisih: SemuaSelisih,
    instrumen: dict[int, Instrumen],
    by: Any,
    note: str,
) -> None:
    """Satu kejadian audit.

    Yang diganti dengan sebelum dan sesudahnya, yang baru banyaknya, dan sidik berkasnya.
    """
    idm = []
    terbitan = []
    ubahan = {}
    now = timezone.now()
    for satu in selisih:
        if satu.jenis in (SKOR, TERBITAN_SAJA):
            dipakai = instrumen[satu.instrumen]
            idm.append(_idm(satu, dipakai, by, note, now))
        if satu.jenis in (TERBITAN, TERBITAN_SAJA):
            terbitan.append(_terbitan(satu, note))
        if satu.beda:
            setahun = f"{satu.kode} {satu.tahun}"
            kunci = f"{setahun} {satu.jenis}"
            ubahan[kunci] = [satu.lama, satu.baru]
    mengganti = f"{len(ubahan)} di antaranya mengganti."
    door.save_all(
        [*idm, *terbitan],
        by=by,
        target=kabupaten,
        changes=ubahan,
        note=f"{note} {len(selisih)} isian IDM, {mengganti}",
        replace=True,
        only_scope=True,
    )
