"""Keutuhan jejak audit: rantai, segel dan jangkarnya, lalu isi tiap tabel terhadap jejaknya."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models, transaction

from core import audit, jangkar
from core.audit import Refused
from core.models import AuditChain, AuditEvent, Named
from core.segel import Neraca, jumlah, segel

Model = type[models.Model]
Action = AuditEvent.Action
BELUM_BERSEGEL = "ujungnya tidak bersegel"
SEKALI = 2000  # baris yang dibaca sekali


def verify() -> Iterator[str]:
    """Satu kalimat tiap kerusakan: rantai, jangkar, lalu baris; kosong bila semua utuh."""
    yield from verify_chains()
    yield from jangkar.verify()
    yield from verify_rows()


def verify_chains() -> Iterator[str]:
    """Satu kalimat untuk kejadian pertama yang rusak di tiap rantai; kosong bila semua utuh."""
    chains = {chain.kabupaten: chain for chain in AuditChain.objects.all()}
    orphans = AuditEvent.objects.exclude(kabupaten__in=chains)
    lost = orphans.values_list("kabupaten", flat=True)
    all_codes = {*chains, *lost}
    for kode in sorted(all_codes):
        chain = chains.get(kode)
        masalah = _verify_chain(kode, chain)
        if not masalah:
            continue
        nama = kode or "bersama"
        yield f"Rantai {nama}: {masalah}"


def _verify_chain(kode: str, chain: AuditChain | None) -> str:
    """Nomor, sambungan, hash dan segel tiap kejadian, lalu ujung yang tercatat."""
    previous = ""
    last = 0
    keadaan: dict[str, str] = {}
    is_bersegel = False
    events = AuditEvent.objects.filter(kabupaten=kode)
    for event in events.order_by("nomor").iterator():
        if event.nomor != last + 1:
            return f"kejadian #{last + 1} hilang"
        masalah = _masalah_kejadian(event, previous, is_bersegel)
        if masalah:
            return f"kejadian #{event.nomor} ({event}) {masalah}"
        previous = event.hash
        last = event.nomor
        keadaan |= event.keadaan
        is_bersegel = bool(event.segel)
    return _masalah_ujung(chain, last, previous, keadaan, is_bersegel)


def _masalah_kejadian(event: AuditEvent, previous: str, is_bersegel: bool) -> str:
    """Segel mulai rilis 0.2.0; sesudah satu kejadian bersegel semuanya bersegel."""
    if event.previous_hash != previous:
        return "tidak menyambung ke kejadian sebelumnya"
    if event.hash != audit.digest(event):
        return "isinya telah berubah"
    if event.segel and event.segel != segel(event.hash):
        return "segelnya tidak sah"
    if is_bersegel and not event.segel:
        return "segelnya hilang"
    return ""


def _masalah_ujung(
    chain: AuditChain | None,
    last: int,
    previous: str,
    keadaan: dict[str, str],
    is_bersegel: bool,
) -> str:
    if chain is None:
        return "ujung rantai hilang"
    if (chain.nomor, chain.hash) != (last, previous):
        return f"rantai berakhir di #{last}, seharusnya #{chain.nomor}"
    if chain.keadaan != keadaan:
        return "jumlah sidik tabelnya tidak sama dengan jejaknya"
    if last and not is_bersegel:
        return BELUM_BERSEGEL
    return ""


def terjaga() -> list[Model]:
    """Semua tabel yang ditulis lewat pintu menulis, menurut namanya; jejaknya sendiri tidak."""
    semua = []
    for model in apps.get_models():
        if issubclass(model, Named) and model is not AuditEvent:
            semua.append(model)
    return sorted(semua, key=_label)


def _label(model: Model) -> str:
    return model._meta.label


def tercatat(model: Model) -> int:
    """Jumlah sidik baris `model` menurut semua rantai."""
    label = _label(model)
    semua = AuditChain.objects.values_list("keadaan", flat=True)
    return jumlah(int(keadaan.get(label, "0"), 16) for keadaan in semua)


def tersimpan(model: Model) -> int:
    """Jumlah sidik baris `model` di basis data."""
    return jumlah(audit.sidik_baris(row) for row in _rows(model))


def _rows(model: Model) -> Iterator[Any]:
    rows = model._base_manager.order_by("pk")
    banyak = [field.name for field in model._meta.local_many_to_many]
    return rows.prefetch_related(*banyak).iterator(chunk_size=SEKALI)


def verify_rows(semua: Iterable[Model] | None = None) -> Iterator[str]:
    """Satu kalimat tiap baris yang tidak sama dengan jejaknya; bawaannya semua tabel.

    Baris yang dimuat sekaligus tidak tercatat satu per satu: yang disebut tabelnya.
    """
    for model in semua or terjaga():
        nama = model._meta.verbose_name_plural
        try:
            yield from _verify_table(model, f"Tabel {nama} ({_label(model)})")
        except (ArithmeticError, TypeError, ValueError) as error:
            yield f"Tabel {nama} ({_label(model)}) memuat isi yang tidak terbaca: {error}"


def _verify_table(model: Model, sebutan: str) -> Iterator[str]:
    if tersimpan(model) == tercatat(model):
        return
    baris = list(_baris_berubah(model))
    yield from baris
    if not baris:
        yield f"{sebutan} isinya tidak sama dengan jejaknya"


def _baris_berubah(model: Model) -> Iterator[str]:
    """Baris yang berubah, bertambah atau hilang, menurut kejadian satu per satu."""
    jejak = menurut_jejak(model)
    nama = model._meta.verbose_name
    hilang = set(jejak.isi)
    for row in _rows(model):
        nomor = str(row.pk)
        hilang.discard(nomor)
        if nomor not in jejak.isi:
            if not jejak.is_dimuat:
                yield f"{nama} {nomor} tidak pernah tercatat"
        elif beda := jejak.beda(row):
            yield f"{nama} {nomor} ({jejak.sebutan[nomor]}) berubah tanpa jejak: {', '.join(beda)}"
    for nomor in sorted(hilang):
        yield f"{nama} {nomor} ({jejak.sebutan[nomor]}) hilang tanpa jejak"


@dataclass
class Jejak:
    """Isi terakhir tiap baris satu tabel menurut kejadiannya, dan sebutannya saat itu."""

    isi: dict[str, dict[str, Any]] = field(default_factory=dict)
    sebutan: dict[str, str] = field(default_factory=dict)
    is_dimuat: bool = False  # ada yang ditulis sekaligus, jadi tidak disebut satu per satu

    def beda(self, row: models.Model) -> list[str]:
        """Kolom yang tidak lagi seperti isi terakhirnya pada jejak."""
        tercatat = self.isi[str(row.pk)]
        kini = json.loads(audit.tulisan(row))[1]
        relasi = {field.name for field in row._meta.local_many_to_many}
        kolom = [nama for nama in kini if nama not in relasi]
        return [nama for nama in kolom if tercatat.get(nama) != kini[nama]]

    def read(self, event: AuditEvent, label: str) -> None:
        if event.action == Action.LOAD and label in event.keadaan:
            self.isi.clear()  # mungkin ditimpa sekaligus
            self.is_dimuat = True
        elif event.model == label and label in event.keadaan:
            self._read_row(event)

    def _read_row(self, event: AuditEvent) -> None:
        if event.action == Action.DELETE:
            self.isi.pop(event.object_id, None)
            return
        nomor = event.object_id
        if event.action == Action.CREATE or nomor in self.isi:
            self.sebutan[nomor] = event.label
            self._change(nomor, event)

    def _change(self, nomor: str, event: AuditEvent) -> None:
        """Kolom yang tidak disebut saat ditambahkan memang kosong."""
        isi = self.isi.setdefault(nomor, {})
        for kolom, (_, sesudah) in event.changes.items():
            isi[kolom] = sesudah


def menurut_jejak(model: Model) -> Jejak:
    jejak = Jejak()
    label = _label(model)
    milik = models.Q(model=label)
    dimuat = models.Q(action=Action.LOAD)
    menyangkut = AuditEvent.objects.filter(milik | dimuat)
    # menurut urutan tulisnya: jam peladen dapat mundur
    for event in menyangkut.order_by("pk").iterator(chunk_size=SEKALI):
        jejak.read(event, label)
    return jejak


def seal(sebab: str) -> list[str]:
    """Akui isi tabel sekarang sebagai pangkal, dan segel ujung rantai yang belum bersegel.

    Hanya sesudah migrasi, yang mengubah tabel di luar pintu menulis. Hasilnya tabel yang berbeda;
    `Refused` bila rantainya rusak.
    """
    with transaction.atomic():
        belum = _belum_bersegel()
        berbeda = {}
        for model in terjaga():
            beda = tersimpan(model) - tercatat(model)
            if beda:
                berbeda[_label(model)] = beda
        for kode in belum - {""}:
            _record_seal(kode, sebab, {})
        if berbeda or "" in belum:
            _record_seal("", sebab, berbeda)
    return sorted(berbeda)


def _belum_bersegel() -> set[str]:
    """Kode rantai yang ujungnya dari rilis tanpa segel."""
    rusak = [satu for satu in verify_chains() if BELUM_BERSEGEL not in satu]
    if rusak:
        raise Refused(" ".join(rusak))
    belum = set()
    for chain in AuditChain.objects.filter(nomor__gt=0):
        ujung = AuditEvent.objects.get(kabupaten=chain.kabupaten, nomor=chain.nomor)
        if not ujung.segel:
            belum.add(chain.kabupaten)
    return belum


def _record_seal(kode: str, sebab: str, berbeda: Neraca) -> None:
    disebut = ", ".join(sorted(berbeda)) or "tidak ada tabel yang berbeda"
    with audit.locked(kode):
        audit.record(
            by="sistem",
            action=Action.LOAD,
            obj=AuditChain.objects.get(kabupaten=kode),
            note=f"{sebab} Isi tabel menjadi pangkal jejaknya: {disebut}.",
            kabupaten=kode,
            selisih=berbeda,
        )
