"""Baris hanya ditulis lewat `core.door`; yang menulis sendiri disebut dengan sebabnya."""

import ast
from collections.abc import Iterator
from functools import cache

from django.apps import apps

from tests.modul import Module

# Cara menulis yang hanya boleh lewat `core.door`; SQL mentah (`cursor`, `raw`) dapat menulis pula.
WRITES = frozenset(
    [
        "save",
        "save_base",
        "save_m2m",
        "create",
        "create_user",
        "create_superuser",
        "bulk_create",
        "bulk_update",
        "update",
        "delete",
        "_insert",
        "_update",
        "_raw_delete",
        "get_or_create",
        "update_or_create",
        "asave",
        "acreate",
        "acreate_user",
        "acreate_superuser",
        "abulk_create",
        "abulk_update",
        "aupdate",
        "adelete",
        "aget_or_create",
        "aupdate_or_create",
        "cursor",
        "raw",
    ]
)
# atas relasi banyak (`user.groups`, `desa.lembaga_set`); bagi himpunan dan daftar bukan penulisan
RELATION_WRITES = frozenset(["add", "set", "remove", "clear", "aadd", "aset", "aremove", "aclear"])
BY_NAMA = frozenset(["getattr", "attrgetter", "methodcaller"])
DOOR = "core/door.py"
BORONGAN = "core/borongan.py"
BAGIAN_PINTU = "bagian pintu menulis: yang dipanggil hanya oleh pintunya, sesudah diperiksa"
# berkas dan panggilan yang boleh menulis sendiri, beserta sebabnya
SENEGARA = "dpmd/management/senegara.py"
INDEKS_SENEGARA = "dpmd/management/senegara_indeks.py"
BENCH = "dpmd/management/commands/bench.py"
RANTAI = "ujung rantai milik jejak audit sendiri"
KARANGAN = "wilayah karangan pada basis data ukur"
DIBATALKAN = "data ukur, lalu dibatalkan"
TERBACA = "tanda terbaca dan terkirim, bukan isi; kabarnya sendiri lewat pintu"
SEBAR = "accounts/actions/sebar.py"
MEMBACA = "hanya membaca"
PEMICU = "pemicu basis data, bukan baris"
KABAR = "kabar pekerja, bukan isi; hasil dan akhirnya lewat pintu"
OWN_WRITES = {
    ("core/audit.py", "AuditChain.objects.get_or_create"): RANTAI,
    ("core/audit.py", "AuditChain.objects.filter(pk=chain.pk).update"): RANTAI,
    ("core/audit.py", "event.save"): "kejadian itu sendiri",
    (
        "accounts/forms/pengguna.py",
        "Group.objects.get_or_create",
    ): "grup bawaan Django menurut nama peran",
    ("core/gambar.py", "kecil.save"): "gambar logo yang disusun ulang, bukan baris",
    (
        "accounts/actions/faktor.py",
        "Authenticator.objects.filter(user=pengguna).delete",
    ): "milik allauth; kejadiannya dicatat pada akunnya",
    ("accounts/actions/faktor.py", "faktor.save"): "kode yang sudah terpakai, milik allauth",
    (SEBAR, "rows.update"): TERBACA,
    (SEBAR, "kabar.update"): TERBACA,
    (SEBAR, "siap.filter(pk__in=nomor).update"): TERBACA,
    ("documents/word/susunan.py", "penyusun.dokumen.save"): "berkas Word, bukan baris",
    ("documents/signing.py", "segno.make(teks, error='m').save"): "gambar QR, bukan baris",
    ("documents/actions/bukti.py", "row.berkas.storage.delete"): "berkas yang batal, bukan baris",
    ("documents/actions/kerja.py", "held.update"): KABAR,
    ("documents/actions/kerja.py", "Tugas.objects.filter(pk=tugas.pk).update"): KABAR,
    (
        "documents/actions/kerja.py",
        "kini.berkas.storage.delete",
    ): "berkas yang batal, bukan baris",
    (
        "dpmd/actions/fixtures.py",
        "Group.objects.get_or_create",
    ): "grup bawaan Django, dicatat sendiri",
    ("dpmd/actions/pemuat.py", "DeserializedObject(row).save"): "kejadiannya memuat hash berkasnya",
    (SENEGARA, "Kabupaten.objects.bulk_create"): KARANGAN,
    (SENEGARA, "Kecamatan.objects.bulk_create"): KARANGAN,
    (SENEGARA, "Desa.objects.bulk_create"): KARANGAN,
    (INDEKS_SENEGARA, "rows.update"): "hasil karangan pada basis data ukur",
    (SENEGARA, "IdmDesa.objects.create"): "cara biasa yang dibandingkan, lalu dibatalkan",
    ("kinerja/buku/penerima/pencatat.py", "self.save"): "penyimpan lembarnya sendiri, lewat pintu",
    ("core/triggers.py", "connection.cursor"): PEMICU,
    (BORONGAN, "connection.cursor"): BAGIAN_PINTU,
    (BORONGAN, "model._base_manager.bulk_create"): BAGIAN_PINTU,
    ("idm/management/senegara.py", "connection.cursor"): "ANALYZE dan VACUUM, bukan isi",
    ("dpmd/actions/cadangan.py", "connection.cursor"): MEMBACA,
    ("dpmd/views/dasar.py", "connection.cursor"): MEMBACA,
    ("dpmd/arsip.py", "connection.cursor"): "basis data dikosongkan sebelum cadangan dipulihkan",
    (BENCH, "salinan.save"): DIBATALKAN,
    (BENCH, "row.save"): DIBATALKAN,
}


def writes(module: Module, dikenal: dict[str, Module]) -> Iterator[str]:
    """Baris hanya ditulis oleh `core.door`; yang lain disebut dengan sebabnya di `OWN_WRITES`."""
    if module.path == DOOR or module.is_migration:
        return
    for baris, teks in _writing(module):
        if (module.path, teks) not in OWN_WRITES:
            yield f"{module.path}:{baris} {teks}() menulis tanpa lewat {DOOR}"


def _writing(module: Module) -> Iterator[tuple[int, str]]:
    """Nama yang menulis, dipanggil atau hanya dititipkan (`on_commit(row.delete)`).

    Bukan `door.…`, `commit=False`, dan `super().save()` milik model, yang diperiksa `overrides`.
    """
    allowed = {*_unsaved(module), *_refusals(module), *_through_door(module)}
    for node in module.nodes:
        if isinstance(node, ast.Call):
            is_write = _is_named(node)
        else:
            is_write = isinstance(node, ast.Attribute) and node not in allowed and _is_write(node)
        if is_write:
            yield getattr(node, "lineno", 0), ast.unparse(node)


def _unsaved(module: Module) -> Iterator[ast.expr]:
    """Dengan `commit=False` (formulir) atau `save=False` (berkas) tidak ada baris yang ditulis."""
    for node in module.nodes:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        given = {f"{satu.arg}={ast.unparse(satu.value)}" for satu in node.keywords}
        if node.func.attr in {"save", "delete"} and given & {"commit=False", "save=False"}:
            yield node.func


def _refusals(module: Module) -> Iterator[ast.expr]:
    """`super().save` di dalam `save` model, `super().delete` di dalam `delete`-nya."""
    if not module.is_model:
        return
    for function in module.functions():
        for node in ast.walk(function):
            if isinstance(node, ast.Attribute) and ast.unparse(node) == f"super().{function.name}":
                yield node


def _through_door(module: Module) -> Iterator[ast.expr]:
    """`door.…`, bila `door` diimpor dari `core` dan tidak dinamai ulang di berkas ini."""
    if _imported_door(module) != {("core", "door")} or any(map(_renames_door, module.nodes)):
        return
    for node in module.nodes:
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "door":
            yield node


def _imported_door(module: Module) -> set[tuple[str | None, str]]:
    """Asal semua impor yang di berkas ini bernama `door`."""
    hasil = set()
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom):
            hasil |= {(node.module, satu.name) for satu in node.names if _bound(satu) == "door"}
    return hasil


def _renames_door(node: ast.AST) -> bool:
    """Peubah atau parameter bernama `door`."""
    if isinstance(node, ast.arg):
        return node.arg == "door"
    return isinstance(node, ast.Name) and node.id == "door" and isinstance(node.ctx, ast.Store)


def _bound(alias: ast.alias) -> str:
    """Nama yang dipakai berkasnya."""
    return alias.asname or alias.name


def _is_write(node: ast.Attribute) -> bool:
    """Metode penulis, juga atas nama relasi banyak sebuah model (`user.groups.add`)."""
    owner = node.value
    is_relation = isinstance(owner, ast.Attribute) and owner.attr in _relations()
    return node.attr in WRITES or (is_relation and node.attr in RELATION_WRITES)


@cache
def _relations() -> frozenset[str]:
    """Nama semua relasi banyak, dari kedua sisinya."""
    hasil = set()
    for model in apps.get_models():
        hasil.update(field.name for field in model._meta.many_to_many)
        hasil.update(str(field.get_accessor_name()) for field in model._meta.related_objects)
    return frozenset(hasil)


def _is_named(call: ast.Call) -> bool:
    """`getattr(row, "save")`: penulis yang disebut sebagai tulisan."""
    called = ast.unparse(call.func).rpartition(".")[-1]
    given = [satu.value for satu in call.args if isinstance(satu, ast.Constant)]
    return called in BY_NAMA and not WRITES.isdisjoint(given)


def unused_exceptions(dikenal: dict[str, Module]) -> list[tuple[str, str]]:
    """Perkecualian `OWN_WRITES` yang penulisannya sudah tidak ada."""
    hasil = {(module.path, teks) for module in dikenal.values() for _, teks in _writing(module)}
    return sorted(OWN_WRITES.keys() - hasil)
