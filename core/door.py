"""Satu pintu menulis: kunci, `full_clean`, simpan, ikutan dan jejak audit dalam satu transaksi.

Formulir, kisi, impor, salinan dan perintah semuanya lewat sini; yang lain ditolak uji arsitektur.
Yang berturut-turut atas satu kabupaten dibungkus pemanggilnya dengan `audit.locked`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models

from core import audit, borongan
from core.audit import Action, Invalid, Refused
from core.cascade import cascade
from core.kumpulan import check_set, locks, replaced, semua_kunci, tertimpa, unique_by
from core.lajur import tulisan_semua
from core.models import AuditEvent, Named
from core.querysets import tunggal
from core.segel import jumlah_sidik

NOTHING: Mapping[str, Any] = MappingProxyType({})
Relations = Mapping[str, Iterable[models.Model]]
Changes = Mapping[str, list[Any]]  # kolom → sebelum dan sesudah
Rows = Sequence[Named]
HILANG = "Data ini sudah dihapus orang lain; tidak ada yang disimpan."
STALE = (
    "Data ini sudah diubah orang lain sejak Anda membukanya, jadi isian Anda belum disimpan. "
    "Periksa riwayatnya, lalu buka ulang halaman ubah."
)


def save(
    row: Named,
    *,
    by: Any,
    note: str = "",
    action: str | None = None,
    changes: Changes = NOTHING,
    relations: Relations = NOTHING,
    only_scope: bool = False,
    token: str | None = None,
    seen: str | None = None,
) -> AuditEvent | None:
    """Simpan `row` dan catat `{kolom: [sebelum, sesudah]}`; `None` bila isinya tidak berubah.

    `changes` menambah keterangan pada catatannya, `relations` mengganti isi relasi banyak, `seen`
    sidik baris dan relasi itu yang dilihat pengirim. `only_scope`: langkah alur dan hasil hitung
    hanya ditahan kunci lingkupnya, bukan keadaan barisnya.

    `Refused` bila terkunci, basi atau hilang; `Invalid` bila isinya tidak sah; `audit.Replayed`
    bila `token` sudah diterima.
    """
    with _naming_broken_kendala(row), audit.locked(row.kabupaten_kode):
        stored = _stored(row)
        _refuse_locked(row, stored, only_scope)
        _refuse_stale(stored, seen, relations)
        _check(row, stored)
        before = _before(stored)
        semula = _sidik(stored)
        has_more = action is not None or changes
        if stored and not has_more and audit.nilai_kolom(row) == before:
            return None
        row.save()
        _replace_relations(row, relations)
        # sesudah disimpan: nama berkas baru tetap pada saat itu
        hasil = audit.difference(before, audit.nilai_kolom(row)) | dict(changes)
        selisih = {row._meta.label: _sidik(row) - semula}
        action = action or _usual(stored)
        kejadian = {"action": action, "note": note, "token": token, "selisih": selisih}
        return audit.record(by=by, obj=row, changes=hasil, **kejadian)


def _sidik(row: Named | None) -> int:
    """Sidik isi yang tersimpan; nol bila belum ada."""
    if row is None:
        return 0
    return audit.sidik_baris(row)


def _before(stored: Named | None) -> dict[str, str | None]:
    """Isi tersimpan; baris baru belum berisi apa pun."""
    if stored is None:
        return {}
    return audit.nilai_kolom(stored)


def _usual(stored: Named | None) -> str:
    """Tindakan yang tercatat bila langkahnya tidak disebut."""
    if stored is None:
        return Action.CREATE
    return Action.UPDATE


def _replace_relations(row: Named, relations: Relations) -> None:
    """Isi relasi banyak diganti seluruhnya."""
    for nama, members in relations.items():
        relation = getattr(row, nama)
        relation.set(members)


def delete(row: Named, *, by: Any, note: str = "", only_scope: bool = False) -> None:
    """Hapus `row` dan yang ikut terhapus; tiap baris tercatat dengan isinya yang tersimpan.

    `Refused` bila salah satunya terkunci, sudah hilang, atau `row` masih dipakai baris lain.
    """
    with audit.locked(row.kabupaten_kode):
        row = _stored(row)
        _refuse(row.sebab_tak_terhapus())
        ikut, released = cascade(row)
        for satu in (*ikut, row):
            _refuse_locked(satu, None, only_scope)
        for satu, nama, nilai in released:
            setattr(satu, nama, nilai)
            save(satu, by=by, note=f"Dilepas dari {row} yang dihapus.")
        for satu in ikut:
            _record_deleted(satu, by, f"Ikut terhapus bersama {row}.")
        _record_deleted(row, by, note)
        row.delete()


def save_all(
    rows: Rows,
    *,
    by: Any,
    target: Named,
    note: str = "",
    changes: Changes = NOTHING,
    replace: bool = False,
    only_scope: bool = False,
) -> AuditEvent:
    """Tulis ribuan baris milik kabupaten `target` sekaligus, satu kejadian pada `target`.

    Kejadian itu memuat `changes`, banyak baris tiap jenis, dan `digest` isinya; jenis ditulis
    menurut urutan munculnya. `replace` menimpa yang kuncinya sama.

    `Refused` bila terkunci; `Invalid` bila satu baris tidak sah atau ada yang kembar; kunci tamu
    dan kendala antar kolom dijaga basis data (`IntegrityError`).
    """
    with audit.locked(target.kabupaten_kode):
        _refuse(locks(rows, target.kabupaten_kode, only_scope))
        tulisan, selisih = _write_all(rows, replace)
        return audit.record(
            by=by,
            action=Action.LOAD,
            obj=target,
            changes=dict(changes),
            note=f"{note} {tulisan}".strip(),
            selisih=selisih,
        )


def _write_all(rows: Rows, replace: bool) -> tuple[str, dict[str, int]]:
    """Tulis tiap jenis; hasilnya banyak dan sidik isinya, dan selisih sidik tabelnya."""
    per_model: dict[type[Named], list[Named]] = {}
    for row in rows:
        per_model.setdefault(type(row), []).append(row)
    counts = []
    selisih = {}
    semuanya: list[str] = []
    for model, members in per_model.items():
        tulisan, beda = _write_set(model, members, replace)
        semuanya += tulisan
        selisih[model._meta.label] = beda
        counts.append(f"{len(members)} {model._meta.verbose_name}")
    if not rows:
        return "", selisih
    disebut = ", ".join(counts)
    return f"{disebut}, sha256 {_digest(semuanya)}.", selisih


def digest(rows: Iterable[models.Model]) -> str:
    """SHA-256 isi semua `rows`, tanpa urutan; dapat dihitung ulang dari basis data."""
    return _digest(map(audit.tulisan, rows))


def _digest(tulisan: Iterable[str]) -> str:
    joined = "\n".join(sorted(tulisan))
    return sha256(joined.encode()).hexdigest()


def _refuse(sebab: str) -> None:
    if sebab:
        raise Refused(sebab)


def _refuse_locked(row: Named, stored: Named | None, only_scope: bool) -> None:
    """Isi lama dan isi baru: baris tidak berpindah dari atau ke tahun yang terkunci."""
    for satu in (stored, row):
        if satu is None:
            continue
        if only_scope:
            _refuse(satu.scope_lock())
        else:
            _refuse(satu.sebab_lock())


def _refuse_stale(stored: Named | None, seen: str | None, relations: Iterable[str]) -> None:
    if stored is None or seen is None:
        return
    if seen != audit.fingerprint(stored, *relations):
        raise Refused(STALE)


def _stored(row: Any) -> Any:
    """Baris tersimpan, `None` bila `row` baru; relasi yang terbaca dan sama ikut dipakai."""
    if row._state.adding:
        return None
    model = row._meta.model
    rows = model._base_manager.filter(pk=row.pk)
    stored = tunggal(rows)
    if stored is None:
        raise Refused(HILANG)
    for field in row._meta.concrete_fields:
        if not field.is_relation or not field.is_cached(row):
            continue
        if getattr(row, field.attname) == getattr(stored, field.attname):
            target = field.get_cached_value(row)
            field.set_cached_value(stored, target)
    return stored


@contextmanager
def _naming_broken_kendala(row: Named) -> Iterator[None]:
    """Basis data yang menguji keunikan dan kendala; baru bila ditolak, Django yang menyebutnya.

    Satu pertanyaan tiap kendala setiap menyimpan jauh lebih mahal daripada penyimpanannya.
    """
    try:
        yield
    except IntegrityError:
        _check(row, with_kendala=True)
        raise


def _check(row: Named, stored: Named | None = None, *, with_kendala: bool = False) -> None:
    try:
        row.full_clean(
            exclude=_rujukan_tetap(row, stored),
            validate_unique=with_kendala,
            validate_constraints=with_kendala,
        )
    except ValidationError as error:
        raise Invalid(error) from error


def _rujukan_tetap(row: Named, stored: Named | None) -> set[str] | None:
    """Kunci tamu yang masih seperti tersimpan: adanya dijaga basis data, tidak ditanyakan lagi."""
    if stored is None:
        return None
    tetap = set()
    for field in row._meta.concrete_fields:
        nilai = getattr(stored, field.attname)
        is_tetap = nilai is not None and nilai == getattr(row, field.attname)
        if field.is_relation and is_tetap:
            tetap.add(field.name)
    return tetap


def _record_deleted(row: Named, by: Any, note: str) -> None:
    """Isi terakhirnya tercatat: sesudah ini barisnya tidak ada lagi."""
    changes = audit.difference(audit.nilai_kolom(row), {})
    audit.record(
        by=by,
        action=Action.DELETE,
        obj=row,
        changes=changes,
        note=note,
        selisih={row._meta.label: -_sidik(row)},
    )


def _write_set(model: type[Named], rows: Rows, replace: bool) -> tuple[list[str], int]:
    """Tulis baris satu jenis; hasilnya tulisan isinya dan selisih sidik tabelnya."""
    check_set(model, rows)
    semula = tertimpa(model, rows, replace)
    kunci: Sequence[str] = ()
    ganti: Sequence[str] = ()
    if replace:
        kunci = unique_by(model, rows)
        ganti = replaced(model, semua_kunci(model)[0])
    borongan.write(model, rows, kunci, ganti)
    tulisan = tulisan_semua(model, rows)
    nomor = [row.pk for row in rows]
    pasangan = zip(nomor, tulisan, strict=True)
    sesudah = jumlah_sidik(pasangan)
    return tulisan, sesudah - semula
