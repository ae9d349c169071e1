"""Arsitektur: pohon sumber bersih, dan tiap aturan terbukti menggigit pelanggaran yang ditanam."""

import re
from itertools import chain
from pathlib import Path

import pytest

from tests import architecture, penulisan, susunan
from tests.modul import modules
from tests.tanaman import CLEAN, PLANTED, SAVE, WRITING

ROOT = Path(__file__).resolve().parent.parent


def plant(root: Path, berkas: dict[str, str]) -> list[str]:
    for path, teks in berkas.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(teks)
    return architecture.pelanggaran(root)


def test_project_is_clean() -> None:
    assert architecture.pelanggaran(ROOT) == []


def test_project_is_really_read() -> None:
    dikenal = modules(ROOT)
    assert {module.package for module in dikenal.values()} == set(susunan.PACKAGES)
    assert susunan.ROOMS.keys() <= dikenal.keys()


def test_each_layer_is_used() -> None:
    semua = modules(ROOT).values()
    used = {module.layer for module in semua} | {module.outer_layer for module in semua}
    assert set(susunan.LAYERS) - used == set()


def test_pure_modules_are_covered_and_typed() -> None:
    covered = susunan.SETTINGS["coverage"]["run"]["include"]
    assert {pola for pola in covered if "actions" not in pola} == set(susunan.PURE)
    typed = [Path(pola_berkas) for pola_berkas in susunan.SETTINGS["mypy"]["files"]]
    for pola in susunan.PURE:
        assert any(Path(pola).is_relative_to(pola_berkas) for pola_berkas in typed), pola


def test_each_pure_pattern_names_a_module() -> None:
    assert [pola for pola in susunan.PURE if not list(ROOT.glob(pola))] == []


@pytest.mark.parametrize(
    ("paket", "kamar", "isi"),
    [(p, kamar, isi) for p, semua in susunan.ROOMS.items() for kamar, isi in semua.items() if isi],
)
def test_isi_kamar_sama_dengan_berkasnya(paket: str, kamar: str, isi: tuple[str, ...]) -> None:
    """Modul yang tidak disebut tidak terikat urutan kamarnya."""
    lapis = set(susunan.LAYERS).difference(isi)
    berkas = (ROOT / paket / kamar).iterdir()
    ada = {satu.stem for satu in berkas if not satu.name.startswith("_")}
    assert ada - lapis == set(isi)


def named(judul: str, column: int) -> list[list[str]]:
    """Nama dalam tanda kutip balik pada kolom tabel di bawah `judul` di docs/arsitektur.md."""
    bagian = (ROOT / "docs/arsitektur.md").read_text().split(f"\n## {judul}\n")[1].split("\n## ")[0]
    rows = [baris.split("|")[1:-1] for baris in bagian.splitlines() if baris.startswith("| `")]
    return [re.findall(r"`([a-z0-9_]+)`", cells[column]) for cells in rows]


def test_document_shows_the_same_packages_rooms_and_layers() -> None:
    assert list(chain(*named("Paket", 0))) == list(susunan.PACKAGES)
    assert list(chain(*named("Lapis", 0))) == list(susunan.LAYERS)
    for paket, kamar in susunan.ROOMS.items():
        judul = f"Kamar `{paket}`"
        assert list(chain(*named(judul, 0))) == list(kamar)
        assert named(judul, 2) == [list(inner) for inner in kamar.values()]


def test_tempat_yang_disebut_susunan_ada() -> None:
    dokumen = (ROOT / "docs/arsitektur.md").read_text()
    tempat = re.findall(r"`([\w.]+/[\w./]*)`", dokumen)
    assert len(tempat) > 20
    assert [satu for satu in tempat if not (ROOT / satu).exists()] == []


def test_clean_tree_has_no_problem(tmp_path: Path) -> None:
    assert plant(tmp_path, CLEAN) == []


@pytest.mark.parametrize("ketentuan", PLANTED)
def test_rule_bites(tmp_path: Path, ketentuan: str) -> None:
    path, teks, kalimat = PLANTED[ketentuan]
    hasil = plant(tmp_path, CLEAN | {path: teks})
    assert len(hasil) == 1
    assert hasil[0].startswith(path)
    assert kalimat in hasil[0]


@pytest.mark.parametrize("statement", WRITING)
@pytest.mark.parametrize("path", ["kinerja/actions.py", "idm/models.py"])
def test_every_spelling_of_writing_is_refused(tmp_path: Path, path: str, statement: str) -> None:
    """`idm/models.py`: `super()` pun hanya di dalam `save` dan `delete`."""
    hasil = plant(tmp_path, CLEAN | {path: f"def f(row, rows):\n    {statement}\n"})
    assert hasil == [f"{path}:2 {WRITING[statement]} menulis tanpa lewat core/door.py"]


def test_another_door_is_not_the_door(tmp_path: Path) -> None:
    teks = "from core import door\n\n\ndef f(row, door):\n    door.delete(row)\n"
    hasil = plant(tmp_path, CLEAN | {"kinerja/actions.py": teks})
    assert hasil == ["kinerja/actions.py:5 door.delete() menulis tanpa lewat core/door.py"]


def test_each_exception_is_used_and_explained() -> None:
    assert penulisan.unused_exceptions(modules(ROOT)) == []
    assert all(penulisan.OWN_WRITES.values())


def test_writing_through_the_door_is_allowed(tmp_path: Path) -> None:
    body = "    door.save(row)\n    form.save(commit=False)\n"
    teks = f"from core import door\n\n\ndef f(row, form):\n{body}"
    berkas = {"core/door.py": "def save(row, by):\n    row.save()\n", "kinerja/views.py": teks}
    assert plant(tmp_path, CLEAN | berkas) == []


def test_refusing_save_is_allowed(tmp_path: Path) -> None:
    refuse = SAVE.format("if self.pk:\n            raise TypeError")
    assert plant(tmp_path, CLEAN | {"villages/models.py": refuse}) == []
