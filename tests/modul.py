"""Modul sumber menurut susunan proyek: paket, kamar, lapis, dan yang diimpornya."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache, cached_property
from pathlib import Path
from typing import cast

from tests.susunan import DIVIDED, LAYERS, OUTSIDE, PACKAGES, PURE, ROOMS

GIVEN_CLASSES = frozenset({"Meta", "Media"})  # kelas dalam yang dinamai Django
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def simpul(teks: str) -> tuple[ast.AST, ...]:
    """Semua simpul pohon sintaksis `teks`, akarnya di depan; diurai sekali bagi semua pemeriksa."""
    return tuple(ast.walk(ast.parse(teks)))


@dataclass(frozen=True)
class Module:
    """Satu berkas sumber; `name` bertitik, `path` relatif terhadap akar pohon."""

    name: str
    path: str
    teks: str

    @property
    def nodes(self) -> tuple[ast.AST, ...]:
        return simpul(self.teks)

    @property
    def tree(self) -> ast.Module:
        return cast("ast.Module", self.nodes[0])

    @cached_property
    def classes(self) -> list[str]:
        """Nama semua kelasnya, juga yang di dalam kelas atau fungsi."""
        hasil = []
        for node in self.nodes:
            if isinstance(node, ast.ClassDef) and node.name not in GIVEN_CLASSES:
                hasil.append(node.name)
        return hasil

    @property
    def package(self) -> str:
        return self.name.split(".")[0]

    @cached_property
    def place(self) -> tuple[tuple[int, int], str]:
        """Urutan kamarnya, lalu lapisnya di kamar itu; kamar yang satu berkas tidak berlapis."""
        rooms, semua_bagian = ROOMS.get(self.package, {}), self.name.split(".")[1:]
        if not semua_bagian or semua_bagian[0] not in rooms:
            return (OUTSIDE, OUTSIDE), "".join(semua_bagian[:1])
        outer, inner = self._outer(semua_bagian[0]), rooms[semua_bagian[0]]
        if not semua_bagian[1:] or semua_bagian[1] not in inner:
            return (outer, OUTSIDE), "".join(semua_bagian[1:2])
        return (outer, inner.index(semua_bagian[1])), "".join(semua_bagian[2:3])

    def _outer(self, room: str) -> int:
        """Urutan kamar pada paketnya, atau urutan lapis yang ditempatinya."""
        if self.package in DIVIDED:
            return list(ROOMS[self.package]).index(room)
        return LAYERS.index(room)

    @property
    def outer_layer(self) -> str:
        """Lapis pada paketnya; kamar di luar `DIVIDED` menempati lapis senamanya."""
        if self.package in DIVIDED or self.room[0] == OUTSIDE:
            return self.layer
        return LAYERS[self.room[0]]

    @property
    def room(self) -> tuple[int, int]:
        return self.place[0]

    @property
    def layer(self) -> str:
        return self.place[1]

    def is_layered_with(self, other: "Module") -> bool:
        """Salah satunya di luar kamar pada paket yang berlapis."""
        return self.package not in DIVIDED and OUTSIDE in (self.room[0], other.room[0])

    def layer_beside(self, other: "Module") -> str:
        """Lapis yang dibandingkan: di dalam kamarnya bila sekamar, selain itu pada paketnya."""
        return self.layer if self.room == other.room else self.outer_layer

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
        yield from (node for node in self.nodes if isinstance(node, FUNCTION))


def modules(root: Path) -> dict[str, Module]:
    """Semua modul di paket-paket `root`."""
    hasil = {}
    for package in PACKAGES:
        for berkas in sorted((root / package).rglob("*.py")):
            path = berkas.relative_to(root)
            name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
            hasil[name] = Module(name, path.as_posix(), berkas.read_text())
    return hasil


def imports(module: Module, dikenal: dict[str, Module]) -> Iterator[tuple[str, int]]:
    """Nama bertitik dan baris tiap impor, juga yang di dalam fungsi dan `import_module("…")`."""
    for node in module.nodes:
        for name in _imported(node, dikenal):
            yield name, getattr(node, "lineno", 0)


def _imported(node: ast.AST, dikenal: dict[str, Module]) -> Iterator[str]:
    """Nama yang diimpor satu simpul."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            full = f"{node.module}.{alias.name}"
            yield full if full in dikenal else str(node.module)
    elif isinstance(node, ast.Call) and _called(node) == "import_module":
        yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant))


def _called(node: ast.Call) -> str:
    target = node.func
    return target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")
