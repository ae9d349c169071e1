"""Baris hanya ditulis lewat `core.door`; yang menulis sendiri disebut dengan sebabnya."""

import ast
from collections.abc import Iterator

from tests.modul import Module

# Cara menulis yang hanya boleh lewat `core.door`.
WRITES = frozenset(
    [
        "save",
        "create",
        "create_user",
        "bulk_create",
        "bulk_update",
        "update",
        "delete",
        "_raw_delete",
        "get_or_create",
        "update_or_create",
        "asave",
        "acreate",
        "aupdate",
        "adelete",
        "aget_or_create",
        "aupdate_or_create",
    ]
)
DOOR = "core/door.py"
# berkas dan panggilan yang boleh menulis sendiri, beserta sebabnya
SENEGARA = "dpmd/management/senegara.py"
BENCH = "dpmd/management/commands/bench.py"
RANTAI = "ujung rantai milik jejak audit sendiri"
KARANGAN = "wilayah karangan pada basis data ukur"
DIBATALKAN = "data ukur, lalu dibatalkan"
TERBACA = "tanda terbaca dan terkirim, bukan isi; kabarnya sendiri lewat pintu"
SEBAR = "accounts/actions/sebar.py"
KABAR = "kabar pekerja, bukan isi; hasil dan akhirnya lewat pintu"
OWN_WRITES = {
    ("core/audit.py", "AuditChain.objects.get_or_create"): RANTAI,
    ("core/audit.py", "AuditChain.objects.filter(pk=chain.pk).update"): RANTAI,
    ("core/audit.py", "event.save"): "kejadian itu sendiri",
    (
        "accounts/forms/pengguna.py",
        "Group.objects.get_or_create",
    ): "grup bawaan Django menurut nama peran",
    ("accounts/forms/kantor.py", "small.save"): "gambar logo yang disusun ulang, bukan baris",
    (
        "accounts/actions/faktor.py",
        "Authenticator.objects.filter(user=pengguna).delete",
    ): "milik allauth; kejadiannya dicatat pada akunnya",
    (SEBAR, "rows.update"): TERBACA,
    (SEBAR, "kabar.update"): TERBACA,
    (SEBAR, "siap.filter(pk__in=nomor).update"): TERBACA,
    ("documents/signing.py", "segno.make(text, error='m').save"): "gambar QR, bukan baris",
    ("documents/actions/bukti.py", "row.berkas.storage.delete"): "berkas yang batal, bukan baris",
    ("documents/actions/kerja.py", "held.update"): KABAR,
    ("documents/actions/kerja.py", "Tugas.objects.filter(pk=tugas.pk).update"): KABAR,
    (
        "documents/actions/kerja.py",
        "current.berkas.storage.delete",
    ): "berkas yang batal, bukan baris",
    (
        "dpmd/actions/fixtures.py",
        "Group.objects.get_or_create",
    ): "grup bawaan Django, dicatat sendiri",
    ("dpmd/actions/pemuat.py", "DeserializedObject(row).save"): "kejadiannya memuat hash berkasnya",
    (SENEGARA, "Kabupaten.objects.bulk_create"): KARANGAN,
    (SENEGARA, "Kecamatan.objects.bulk_create"): KARANGAN,
    (SENEGARA, "Desa.objects.bulk_create"): KARANGAN,
    (SENEGARA, "IdmDesa.objects.create"): "cara biasa yang dibandingkan, lalu dibatalkan",
    (BENCH, "salinan.save"): DIBATALKAN,
    (BENCH, "row.save"): DIBATALKAN,
}


def writes(module: Module, known: dict[str, Module]) -> Iterator[str]:
    """Baris hanya ditulis oleh `core.door`; yang lain disebut dengan sebabnya di `OWN_WRITES`."""
    if module.path == DOOR or module.is_migration:
        return
    for node, call in _writing_calls(module):
        if (module.path, call) not in OWN_WRITES:
            yield f"{module.path}:{node.lineno} {call}() menulis tanpa lewat {DOOR}"


def _writing_calls(module: Module) -> Iterator[tuple[ast.Call, str]]:
    """Panggilan yang namanya menulis; `door.…` dan `commit=False` tidak menulis baris.

    `super().save()` milik model diperiksa `overrides`.
    """
    receivers = {"door", "super()"} if module.is_model else {"door"}
    for node in module.nodes:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr not in WRITES or _is_unsaved(node):
            continue
        if ast.unparse(node.func.value) not in receivers:
            yield node, ast.unparse(node.func)


def _is_unsaved(call: ast.Call) -> bool:
    """Dengan `commit=False` atau `save=False` tidak ada baris yang ditulis."""
    return any(
        keyword.arg in {"commit", "save"} and ast.unparse(keyword.value) == "False"
        for keyword in call.keywords
    )


def unused_exceptions(known: dict[str, Module]) -> list[tuple[str, str]]:
    """Perkecualian `OWN_WRITES` yang panggilannya sudah tidak ada."""
    found = {(module.path, call) for module in known.values() for _, call in _writing_calls(module)}
    return sorted(OWN_WRITES.keys() - found)
