"""Terbitan IDM banyak kabupaten langsung berlaku.

Semua atau tidak satu pun, satu jejak audit tiap kabupaten.
"""

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
from idm.impor.banding import TERBITAN, TERBITAN_SAJA, Selisih, bandingkan
from idm.impor.read import Pembaca
from idm.impor.tercatat import SKOR, Ada
from idm.models import IdmDesa, Instrumen, TerbitanIdm
from idm.scoring import DESIMAL

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
    berbeda: SemuaSelisih = field(default_factory=list)
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
        with transaction.atomic():
            _store(pembaca.rows, laporan, by, note, ganti)
    return laporan


def _store(
    rows: SemuaBaris,
    laporan: Laporan,
    by: Any,
    note: str,
    ganti: bool,
) -> None:
    """Dibandingkan sesudah kabupatennya dipegang, agar yang dibaca tidak berubah."""
    kabupaten = _kunci(rows)
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


def _kunci(rows: SemuaBaris) -> list[Kabupaten]:
    """Kabupaten yang tersangkut, dipegang berurut; `Refused` bila tahunnya ada yang terkunci.

    Urutan kunci selalu sama, jadi tidak saling menunggu.
    """
    nomor = {b.desa.kabupaten for b in rows}
    kabupaten = Kabupaten.objects.in_bulk(nomor)
    urut = list(kabupaten.values())
    urut.sort(key=lambda satu: satu.kode)
    for satu in urut:
        audit.hold(satu.kode)
    tahun = sorted({b.tahun for b in rows})
    alasan = []
    for satu in urut:
        for setahun in tahun:
            sebab = IdmDesa.lock_for(satu.kode, setahun)
            if sebab:
                alasan.append(sebab)
    if alasan:
        raise Refused(" ".join(alasan))
    return urut


def _nilai(rows: SemuaBaris) -> SemuaNilai:
    """Hasil hitung tiap baris berskor, sekaligus per instrumen."""
    from idm.massal import hitung  # pandas hanya dibaca saat menghitung banyak desa

    banyak = len(rows)
    hasil: SemuaNilai = [None] * banyak
    for rubrik, nomor in _per_rubrik(rows):
        skor = [rows[letak].skor for letak in nomor]
        tabel = hitung(skor, rubrik.indeks, rubrik.ambang)
        terhitung = tabel.itertuples(index=False, name=None)
        pasangan = zip(nomor, terhitung, strict=True)
        for letak, (*angka, status) in pasangan:
            desimal = []
            for satu in angka:
                desimal.append(Decimal(satu).scaleb(-DESIMAL))
            nilai = (*desimal, status)
            hasil[letak] = Nilai._make(nilai)
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


def _idm(s: Selisih, instrumen: Instrumen, by: Any, note: str) -> IdmDesa:
    """Baris yang berlaku, dengan berkasnya sebagai asal."""
    isi = isian_idm(s.nilai, instrumen, s.skor, by, note)
    return IdmDesa(desa_id=s.desa, tahun=s.tahun, instrumen=instrumen, **isi)


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
    for satu in selisih:
        if satu.jenis in (SKOR, TERBITAN_SAJA):
            dipakai = instrumen[satu.instrumen]
            idm.append(_idm(satu, dipakai, by, note))
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
