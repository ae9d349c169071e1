"""Pemeriksa arsitektur: membaca pohon sumber dengan `ast`, mengembalikan kalimat pelanggaran."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path

from tests.susunan import LAYERS, OUTSIDE, PACKAGES, PURE, ROOMS

ONLY_IN = {
    "typst": "documents/render.py",
    "weasyprint": "documents/render.py",
    "xlsxwriter": "core/spreadsheet.py",
    "python_calamine": "idm/pembaca.py",
}
# Cara menulis yang hanya boleh lewat `core.door`.
WRITES = frozenset(
    {"save", "create", "create_user", "bulk_create", "bulk_update", "update", "delete",
    "_raw_delete", "get_or_create",
     "update_or_create", "asave", "acreate", "aupdate", "adelete", "aget_or_create",
     "aupdate_or_create"}
)  # fmt: skip
DOOR = "core/door.py"
# berkas dan panggilan yang boleh menulis sendiri, beserta sebabnya
OWN_WRITES = {
    ("core/audit.py", "AuditChain.objects.get_or_create"): "ujung rantai milik jejak audit sendiri",
    ("core/audit.py", "event.save"): "kejadian itu sendiri",
    (
        "core/audit.py",
        "AuditChain.objects.filter(pk=chain.pk).update",
    ): "ujung rantai milik jejak audit sendiri",
    (
        "accounts/forms.py",
        "Group.objects.get_or_create",
    ): "grup bawaan Django menurut nama peran, tanpa isi lain",
    ("accounts/forms.py", "small.save"): "gambar logo yang disusun ulang, bukan baris",
    ("documents/signing.py", "segno.make(text, error='m').save"): "gambar QR, bukan baris",
    ("dpmd/actions.py", "Group.objects.get_or_create"): "grup bawaan Django, dicatat sendiri",
    ("documents/actions/bukti.py", "row.berkas.storage.delete"): "berkas yang batal, bukan baris",
    (
        "dpmd/management/senegara.py",
        "Kabupaten.objects.bulk_create",
    ): "wilayah karangan pada basis data ukur",
    (
        "dpmd/management/senegara.py",
        "Kecamatan.objects.bulk_create",
    ): "wilayah karangan pada basis data ukur",
    (
        "dpmd/management/senegara.py",
        "Desa.objects.bulk_create",
    ): "wilayah karangan pada basis data ukur",
    (
        "dpmd/management/senegara.py",
        "IdmDesa.objects.create",
    ): "cara biasa yang dibandingkan, lalu dibatalkan",
    ("dpmd/management/commands/bench.py", "salinan.save"): "data ukur, lalu dibatalkan",
    ("dpmd/management/commands/bench.py", "row.save"): "data ukur, lalu dibatalkan",
}
VAGUE_NAMES = frozenset({"utils", "common", "services", "helpers"})
FUNCTION_LINES, VIEW_LINES, FILE_LINES, TEMPLATE_LINES = 40, 20, 300, 150
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    """Satu berkas sumber; `name` bertitik, `path` relatif terhadap akar pohon."""

    name: str
    path: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def package(self) -> str:
        return self.name.split(".")[0]

    @cached_property
    def place(self) -> tuple[tuple[int, int], str]:
        """Urutan kamarnya, lalu lapisnya di kamar itu; kamar yang satu berkas tidak berlapis."""
        rooms, parts = ROOMS.get(self.package, {}), self.name.split(".")[1:]
        if not parts or parts[0] not in rooms:
            return (OUTSIDE, OUTSIDE), "".join(parts[:1])
        outer, inner = list(rooms).index(parts[0]), rooms[parts[0]]
        if not parts[1:] or parts[1] not in inner:
            return (outer, OUTSIDE), "".join(parts[1:2])
        return (outer, inner.index(parts[1])), "".join(parts[2:3])

    @property
    def room(self) -> tuple[int, int]:
        return self.place[0]

    @property
    def layer(self) -> str:
        return self.place[1]

    @property
    def is_migration(self) -> bool:
        return self.layer == "migrations"

    @property
    def is_model(self) -> bool:
        return "models" in self.name.split(".")

    @property
    def is_pure(self) -> bool:
        return any(fnmatch(self.path, pattern) for pattern in PURE)

    def functions(self) -> Iterator[ast.FunctionDef]:
        yield from (node for node in ast.walk(self.tree) if isinstance(node, FUNCTION))


def modules(root: Path) -> dict[str, Module]:
    """Semua modul di paket-paket `root`."""
    found = {}
    for package in PACKAGES:
        for file in sorted((root / package).rglob("*.py")):
            path = file.relative_to(root)
            name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
            found[name] = Module(name, path.as_posix(), file.read_text())
    return found


def imports(module: Module, known: dict[str, Module]) -> Iterator[tuple[str, int]]:
    """Nama bertitik dan baris tiap impor, juga yang di dalam fungsi dan `import_module("…")`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield (full if full in known else str(node.module)), node.lineno
        elif isinstance(node, ast.Call) and _called(node) == "import_module":
            yield from (
                (arg.value, node.lineno) for arg in node.args if isinstance(arg, ast.Constant)
            )


def _called(node: ast.Call) -> str:
    target = node.func
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")


def directions(module: Module, known: dict[str, Module]) -> Iterator[str]:
    """Impor antar paket, antar kamar dan antar lapis hanya ke kiri."""
    for name, line in imports(module, known):
        package = name.split(".")[0]
        if package not in PACKAGES:
            continue
        where = f"{module.path}:{line} mengimpor {name}"
        if PACKAGES.index(package) > PACKAGES.index(module.package):
            yield f"{where}: paket {package} di kanan {module.package}"
        elif package == module.package and name in known and not module.is_migration:
            yield from _place_problem(module, known[name], where)


def _place_problem(module: Module, target: Module, where: str) -> Iterator[str]:
    if target.room != module.room:
        if target.room > module.room:
            yield f"{where}: kamar di kanannya"
        return
    if target.is_pure or module.is_pure:
        return  # modul murni berada di kiri semua lapis; impornya diperiksa `purity`
    layers = target.layer, module.layer
    if set(layers) <= set(LAYERS) and LAYERS.index(target.layer) > LAYERS.index(module.layer):
        yield f"{where}: {target.layer} di kanan {module.layer}"


def places(module: Module, known: dict[str, Module]) -> Iterator[str]:
    """Tiap modul punya tempat dalam urutan, dan namanya mengatakan isinya."""
    vague = VAGUE_NAMES.intersection(module.name.split("."))
    if vague:
        yield f"{module.path}: nama {', '.join(vague)} tidak mengatakan isinya"
    elif (
        module.layer
        and not module.is_pure
        and not module.is_migration
        and module.layer not in LAYERS
    ):
        yield f"{module.path}: lapis {module.layer} tidak punya tempat dalam urutan"


def gathering(module: Module, known: dict[str, Module]) -> Iterator[str]:
    """`__init__.py` hanya mengumpulkan nama: docstring, impor, `__all__`."""
    if not module.path.endswith("__init__.py"):
        return
    for node in module.tree.body:
        is_doc = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_all = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        if not (is_doc or is_all or isinstance(node, ast.Import | ast.ImportFrom)):
            yield f"{module.path}:{node.lineno} __init__.py berisi kode"


def doubles(module: Module, known: dict[str, Module]) -> Iterator[str]:
    """Satu nama kelas satu kali dalam paketnya; `Migration` dan `Command` dinamai Django."""
    if module.is_migration or module.layer == "management":
        return
    mine = _classes(module)
    for other in known.values():
        if (
            other.package != module.package
            or other.name >= module.name
            or other.layer in {"migrations", "management"}
        ):
            continue
        for name in sorted(mine & _classes(other)):
            yield f"{module.path}: kelas {name} juga ada di {other.path}"


def _classes(module: Module) -> set[str]:
    return {node.name for node in module.tree.body if isinstance(node, ast.ClassDef)}


def purity(module: Module, known: dict[str, Module]) -> Iterator[str]:
    """Modul murni: pustaka baku dan modul murni lain, tanpa bilangan float."""
    if not module.is_pure:
        return
    for name, line in imports(module, known):
        target = known.get(name)
        is_pure = target.is_pure if target else name.split(".")[0] in sys.stdlib_module_names
        if not is_pure:
            yield f"{module.path}:{line} modul murni mengimpor {name}"
    for node in ast.walk(module.tree):
        if (isinstance(node, ast.Constant) and isinstance(node.value, float)) or (
            isinstance(node, ast.Name) and node.id == "float"
        ):
            yield f"{module.path}:{node.lineno} modul murni memakai float"


def doors(module: Module, known: dict[str, Module]) -> Iterator[str]:
    """WeasyPrint dan penulisan XLSX masing-masing satu pintu; sinyal tidak ada."""
    for name, line in imports(module, known):
        top = name.split(".")[0]
        if ONLY_IN.get(top, module.path) != module.path:
            yield f"{module.path}:{line} {top} hanya boleh di {ONLY_IN[top]}"
        if name.endswith(".signals") or name == "django.dispatch":
            yield f"{module.path}:{line} mengimpor sinyal {name}"
    for node in ast.walk(module.tree):
        names = {alias.name for alias in node.names} if isinstance(node, ast.ImportFrom) else set()
        is_workbook = "Workbook" in names or (
            isinstance(node, ast.Attribute) and node.attr == "Workbook"
        )
        if is_workbook and module.path != ONLY_IN["xlsxwriter"]:
            yield f"{module.path}:{node.lineno} XLSX hanya ditulis di {ONLY_IN['xlsxwriter']}"


def overrides(module: Module, known: dict[str, Module]) -> Iterator[str]:
    """`save` dan `delete` pada model hanya boleh menolak."""
    if not module.is_model:
        return
    for node in module.functions():
        if node.name in {"save", "delete"} and not _only_refuses(node):
            yield f"{module.path}:{node.lineno} {node.name}() ditimpa bukan untuk menolak"


def _only_refuses(function: ast.FunctionDef) -> bool:
    """Badan hanya berisi `raise`, `if …: raise`, atau panggilan `super()` apa adanya."""
    raises = False
    for statement in function.body:
        inner = (
            statement.body
            if isinstance(statement, ast.If) and not statement.orelse
            else [statement]
        )
        if all(isinstance(part, ast.Raise) for part in inner):
            raises = True
        elif not ast.unparse(statement).removeprefix("return ").startswith(("super().", "'", '"')):
            return False
    return raises


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
    for node in ast.walk(module.tree):
        if not (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in WRITES
        ):
            continue
        is_unsaved = any(
            k.arg in {"commit", "save"} and ast.unparse(k.value) == "False" for k in node.keywords
        )
        receivers = {"door", "super()"} if module.is_model else {"door"}
        if not is_unsaved and ast.unparse(node.func.value) not in receivers:
            yield node, ast.unparse(node.func)


def unused_exceptions(known: dict[str, Module]) -> list[tuple[str, str]]:
    """Perkecualian `OWN_WRITES` yang panggilannya sudah tidak ada."""
    found = {(module.path, call) for module in known.values() for _, call in _writing_calls(module)}
    return sorted(OWN_WRITES.keys() - found)


def sizes(module: Module, known: dict[str, Module]) -> Iterator[str]:
    """Batas panjang berkas, fungsi, dan fungsi pada lapis `views`."""
    if module.is_migration:
        return
    lines = len(module.source.splitlines())
    if lines > FILE_LINES:
        yield f"{module.path}: {lines} baris, paling banyak {FILE_LINES}"
    limit = VIEW_LINES if module.layer == "views" else FUNCTION_LINES
    for node in module.functions():
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > limit:
            yield f"{module.path}:{node.lineno} {node.name}() {length} baris, paling banyak {limit}"


def templates(root: Path) -> Iterator[str]:
    for file in sorted((root / "templates").rglob("*.html")):
        lines = len(file.read_text().splitlines())
        if lines > TEMPLATE_LINES:
            yield f"{file.relative_to(root).as_posix()}: {lines} baris, paling banyak {TEMPLATE_LINES}"


RULES = (directions, places, gathering, doubles, purity, doors, overrides, writes, sizes)


def problems(root: Path) -> list[str]:
    """Semua pelanggaran pada pohon sumber di `root`."""
    known = modules(root)
    found = [
        problem for module in known.values() for rule in RULES for problem in rule(module, known)
    ]
    return found + list(templates(root))
