"""Pemeriksa arsitektur: membaca pohon sumber dengan `ast`, mengembalikan kalimat pelanggaran."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise, product
from pathlib import Path
from typing import TypeGuard

from tests.modul import Module, imports, modules
from tests.penulisan import writes
from tests.susunan import BERTIPE, LAYERS, PACKAGES

WORD = ("unsur", "kaki", "sebaris", "kerangka", "penyusun", "tabel", "isi_tabel", "daftar", "blok")
ONLY_IN = {
    "typst": ("documents/pencetak.py", "core/svg.py"),
    "weasyprint": ("documents/pencetak.py",),
    "docx": tuple(f"documents/word/{nama}.py" for nama in WORD),
    "xlsxwriter": ("core/spreadsheet.py",),
    "python_calamine": ("idm/pembaca.py",),
}
UNTYPED = frozenset({"dict[str, Any]", "dict[str, object]", "Mapping[str, Any]"})
MODEL_ORDER = ("Meta", "__str__", "get_absolute_url")  # lalu sifat, lalu metode
NAMA_SAMAR = frozenset({"utils", "common", "services", "helpers"})


def directions(module: Module, dikenal: dict[str, Module]) -> Iterator[str]:
    """Impor antar paket, antar kamar dan antar lapis hanya ke kiri."""
    for nama, baris in imports(module, dikenal):
        package = nama.split(".")[0]
        if package not in PACKAGES:
            continue
        where = f"{module.path}:{baris} mengimpor {nama}"
        if PACKAGES.index(package) > PACKAGES.index(module.package):
            yield f"{where}: paket {package} di kanan {module.package}"
        elif package == module.package and nama in dikenal and not module.is_migration:
            yield from _salah_tempat(module, dikenal[nama], where)


def _salah_tempat(module: Module, target: Module, where: str) -> Iterator[str]:
    if target.room != module.room and not module.is_layered_with(target):
        if target.room > module.room:
            yield f"{where}: kamar di kanannya"
        return
    if target.is_pure or module.is_pure:
        return  # modul murni berada di kiri semua lapis; impornya diperiksa `purity`
    layers = target.layer_beside(module), module.layer_beside(target)
    if set(layers) <= set(LAYERS) and LAYERS.index(layers[0]) > LAYERS.index(layers[1]):
        yield f"{where}: {layers[0]} di kanan {layers[1]}"


def places(module: Module, dikenal: dict[str, Module]) -> Iterator[str]:
    """Tiap modul punya tempat dalam urutan, dan namanya mengatakan isinya."""
    vague = NAMA_SAMAR.intersection(module.name.split("."))
    if vague:
        yield f"{module.path}: nama {', '.join(vague)} tidak mengatakan isinya"
    elif (
        module.layer
        and not module.is_pure
        and not module.is_migration
        and module.layer not in LAYERS
    ):
        yield f"{module.path}: lapis {module.layer} tidak punya tempat dalam urutan"


def gathering(module: Module, dikenal: dict[str, Module]) -> Iterator[str]:
    """`__init__.py` hanya mengumpulkan nama: docstring, impor, `__all__`."""
    if not module.path.endswith("__init__.py"):
        return
    for node in module.tree.body:
        is_doc = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_all = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        if not (is_doc or is_all or isinstance(node, ast.Import | ast.ImportFrom)):
            yield f"{module.path}:{node.lineno} __init__.py berisi kode"


def doubles(module: Module, dikenal: dict[str, Module]) -> Iterator[str]:
    """Satu nama kelas satu kali dalam paketnya; `Migration` dan `Command` dinamai Django."""
    if _is_named_by_django(module):
        return
    mine = Counter(module.classes)
    for nama, banyak in mine.items():
        if banyak > 1:
            yield f"{module.path}: kelas {nama} lebih dari sekali"
    for other in dikenal.values():
        if _is_beside(other, module):
            for nama in sorted(mine.keys() & set(other.classes)):
                yield f"{module.path}: kelas {nama} juga ada di {other.path}"


def _is_named_by_django(module: Module) -> bool:
    return module.is_migration or module.layer == "management"


def _is_beside(other: Module, module: Module) -> bool:
    """Sepaket dan menurut abjad di depannya, agar tiap pasangan disebut sekali."""
    is_before = other.package == module.package and other.name < module.name
    return is_before and not _is_named_by_django(other)


def purity(module: Module, dikenal: dict[str, Module]) -> Iterator[str]:
    """Modul murni: pustaka baku dan modul murni lain, tanpa bilangan float."""
    if not module.is_pure:
        return
    for nama, baris in imports(module, dikenal):
        if not _is_pure(nama, dikenal):
            yield f"{module.path}:{baris} modul murni mengimpor {nama}"
    for node in module.nodes:
        if _is_float(node):
            yield f"{module.path}:{node.lineno} modul murni memakai float"


def _is_pure(nama: str, dikenal: dict[str, Module]) -> bool:
    if nama in dikenal:
        return dikenal[nama].is_pure
    return nama.split(".")[0] in sys.stdlib_module_names


def _is_float(node: ast.AST) -> TypeGuard[ast.Constant | ast.Name]:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float)
    return isinstance(node, ast.Name) and node.id == "float"


def doors(module: Module, dikenal: dict[str, Module]) -> Iterator[str]:
    """WeasyPrint dan penulisan XLSX masing-masing satu pintu; sinyal tidak ada."""
    for nama, baris in imports(module, dikenal):
        top = nama.split(".")[0]
        if module.path not in ONLY_IN.get(top, (module.path,)):
            yield f"{module.path}:{baris} {top} hanya boleh di {', '.join(ONLY_IN[top])}"
        if nama.endswith(".signals") or nama == "django.dispatch":
            yield f"{module.path}:{baris} mengimpor sinyal {nama}"
    (door,) = ONLY_IN["xlsxwriter"]
    if module.path == door:
        return
    for node in module.nodes:
        if _is_workbook(node):
            yield f"{module.path}:{node.lineno} XLSX hanya ditulis di {door}"


def _is_workbook(node: ast.AST) -> TypeGuard[ast.ImportFrom | ast.Attribute]:
    if isinstance(node, ast.ImportFrom):
        return any(alias.name == "Workbook" for alias in node.names)
    return isinstance(node, ast.Attribute) and node.attr == "Workbook"


def overrides(module: Module, dikenal: dict[str, Module]) -> Iterator[str]:
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
        if all(isinstance(bagian, ast.Raise) for bagian in inner):
            raises = True
        elif not ast.unparse(statement).removeprefix("return ").startswith(("super().", "'", '"')):
            return False
    return raises


def typed(module: Module, dikenal: dict[str, Module]) -> Iterator[str]:
    """Isi laporan dataclass beku: kamus bernilai apa saja tidak dikenal kolomnya oleh mypy."""
    if not any(Path(module.path).is_relative_to(room) for room in BERTIPE):
        return
    for node in module.nodes:
        if isinstance(node, ast.Subscript) and ast.unparse(node) in UNTYPED:
            yield f"{module.path}:{node.lineno} isi laporan {ast.unparse(node)}, bukan dataclass"


def model_order(module: Module, dikenal: dict[str, Module]) -> Iterator[str]:
    """Anggota model sesudah kolomnya: `Meta`, `__str__`, `get_absolute_url`, sifat, metode."""
    if not module.is_model:
        return
    for node in module.nodes:
        if not isinstance(node, ast.ClassDef) or "Meta" not in map(_nama, node.body):
            continue
        ranked = [(rank, member) for member in node.body if (rank := _rank(member)) is not None]
        for (before, _), (after, member) in pairwise(ranked):
            if before > after:
                yield f"{module.path}:{member.lineno} {_nama(member)} salah urutan di {node.name}"


def _nama(member: ast.stmt) -> str:
    return getattr(member, "name", "")


def _rank(member: ast.stmt) -> int | None:
    """Urutan satu anggota kelas; `None` bagi tetapan, kolom dan pilihannya."""
    if _nama(member) in MODEL_ORDER:
        return MODEL_ORDER.index(_nama(member))
    if not isinstance(member, ast.FunctionDef):
        return None
    is_property = any("property" in ast.unparse(satu) for satu in member.decorator_list)
    return len(MODEL_ORDER) + (not is_property)


SEMUA_KETENTUAN = (
    directions,
    places,
    gathering,
    doubles,
    purity,
    doors,
    overrides,
    typed,
    model_order,
    writes,
)


def pelanggaran(root: Path) -> list[str]:
    """Semua pelanggaran pada pohon sumber di `root`."""
    dikenal = modules(root)
    pairs = product(dikenal.values(), SEMUA_KETENTUAN)
    return list(chain.from_iterable(ketentuan(module, dikenal) for module, ketentuan in pairs))
