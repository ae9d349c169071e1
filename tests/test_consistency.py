"""Keselarasan isi repositori: templat, nama, bahasa, alamat, kunci paket dan catatan sumber."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from itertools import chain
from pathlib import Path

import django.forms
import pytest
from django.apps import apps
from django.db import models
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from dpmd.menu import MENU
from tests.modul import modules
from tests.susunan import PACKAGES

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
STATIC = sorted(
    p for p in (ROOT / "static").rglob("*") if p.suffix in {".css", ".js", ".svg", ".html"}
)
MODELS = [model for package in PACKAGES[:-1] for model in apps.get_app_config(package).get_models()]
RANGKA = Path(django.forms.__file__).parent / "templates"  # yang boleh diganti templat sendiri
INTERNAL = {"previous_hash"}  # tidak pernah tampil dengan nama kolomnya
HALAMAN = ("list", "detail", "form", "confirm_delete", "history")
# Kata yang hanya muncul bila ada tulisan Inggris tertinggal di halaman.
ENGLISH = re.compile(
    r"\b(save|saved|delete|deleted|edit|search|submit|cancel|next|previous|add|update|login|logout|"
    r"password|home|page|welcome|error|loading|details?|back|download|upload|please|invalid|"
    r"required|successfully|choose|select|file|name|value|year|"
    r"village|district|report|dashboard|user|yes|no results|not found)\b",
    re.IGNORECASE,
)
EXTERNAL = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[\w-]+\.[\w.-]+")
MACHINE = re.compile(
    "/(?:" + "|".join(("home", "root", "work", "Users", "opt", "tmp")) + r")/[\w.]"
)
MARKAH = re.compile(r"[\w.]+\|safe(?!\w)|autoescape off|\beval\(")
# gambar yang disusun core.grafik dan core.peta, yang meloloskan semua tulisannya
GAMBAR_SENDIRI = {
    "gambar.lebar|safe",
    "gambar.sempit|safe",
    "isi.gambar|safe",
    "isi.ikhtisar|safe",
    "isi.peta.gambar|safe",
    "satu.svg|safe",
    "svg|safe",
}
PEMBUAT_MARKAH = {
    "core/grid/sel.py",
    "core/grid/tampil.py",
    "core/templatetags/cetak.py",
    "core/templatetags/grafik.py",
    "dpmd/panduan.py",
}
VERSI = re.compile(r"^## (\d+\.\d+\.\d+) – (?:\d{4}-\d\d-\d\d|belum dirilis)$", flags=re.M)
REGISTRY = re.compile(r"py" + r"pi\.org|python" + r"hosted|index-" + r"url[ =](?:http|file)")


def relative(berkas: Path) -> str:
    return berkas.relative_to(ROOT).as_posix()


def nama_templat(template: Path) -> str:
    return template.relative_to(ROOT / "templates").as_posix()


def tracked() -> Iterator[tuple[str, str]]:
    """Nama dan isi setiap berkas teks yang ikut atau akan ikut repositori."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for nama in subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines():
        try:
            yield nama, (ROOT / nama).read_text()
        except (UnicodeDecodeError, FileNotFoundError):
            continue


def semua_nama_url(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            namespace = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from semua_nama_url(pattern.url_patterns, namespace)
        elif pattern.name:
            yield prefix + pattern.name


@cache
def sources() -> dict[Path, str]:
    """Isi semua modul dan templat; dibaca sekali."""
    code = chain.from_iterable((ROOT / package).rglob("*.py") for package in PACKAGES)
    return {path: path.read_text() for path in (*code, *TEMPLATES)}


def is_named(template: Path) -> bool:
    """Disebut berkas lain: dengan jalan lengkapnya, atau dari folder yang sama."""
    nama, near = nama_templat(template), {f'"./{template.name}"', f'#import "{template.name}"'}
    for path, teks in sources().items():
        if path == template:
            continue
        if nama in teks or (path.parent == template.parent and any(n in teks for n in near)):
            return True
    return False


def test_templates_compile_and_are_used() -> None:
    by_convention = {f"core/{halaman}.html" for halaman in HALAMAN} | {
        f"{model._meta.app_label}/{model._meta.model_name}_{halaman}.html"
        for model in MODELS
        for halaman in HALAMAN
    }
    for template in TEMPLATES:
        get_template(nama_templat(template))
    by_convention |= {str(path.relative_to(RANGKA)) for path in RANGKA.rglob("*.html")}
    beda = [satu for satu in TEMPLATES if nama_templat(satu) not in by_convention]
    assert [nama_templat(satu) for satu in beda if not is_named(satu)] == [], "tidak dipakai"


def test_urls_named_in_templates_exist() -> None:
    dikenal = set(semua_nama_url(get_resolver().url_patterns))
    named = {
        (nama_templat(template), hasil)
        for template in TEMPLATES
        for hasil in re.findall(r"{% url ['\"]([\w:]+)['\"]", template.read_text())
    }
    assert not sorted(pair for pair in named if pair[1] not in dikenal)


def markah(nama: str, teks: str) -> list[str]:
    """Tempat tulisan menjadi markah: `safe` selain pada gambar sendiri, `eval` Typst."""
    return [f"{nama}: {satu}" for satu in MARKAH.findall(teks) if satu not in GAMBAR_SENDIRI]


def test_text_never_becomes_markup() -> None:
    semua = (markah(nama_templat(path), path.read_text()) for path in TEMPLATES)
    assert list(chain.from_iterable(semua)) == []
    pembuat = {relative(path) for path, isi in sources().items() if "mark_safe" in isi}
    assert pembuat == PEMBUAT_MARKAH


@pytest.mark.parametrize(
    "tanaman", ["{{ desa.nama|safe }}", "{% autoescape off %}", '#eval(isi.nama, mode: "markup")']
)
def test_planted_markup_is_found(tanaman: str) -> None:
    assert markah("tanaman", tanaman)


def test_menu_leads_somewhere() -> None:
    for _, items in MENU:
        for item in items:
            assert reverse(item.nama_url).startswith("/")


def test_models_have_indonesian_names() -> None:
    for model in MODELS:
        assert "verbose_name" in model._meta.original_attrs, model
    # kolom bawaan Django pada pengguna sudah diterjemahkan
    named = [model for model in MODELS if model._meta.label != "accounts.User"]
    shown = {(model._meta.label, nama) for model in named for nama in semua_nama(model)}
    assert sorted(pair for pair in shown if ENGLISH.search(pair[1])) == []


def semua_nama(model: type[models.Model]) -> list[str]:
    """Nama model dan kolomnya sebagaimana tampil."""
    fields = [field for field in model._meta.concrete_fields if field.name not in INTERNAL]
    return [str(model._meta.verbose_name), *(str(field.verbose_name) for field in fields)]


def test_page_text_is_indonesian() -> None:
    halaman = {nama_templat(satu): satu.read_text() for satu in TEMPLATES if satu.suffix == ".html"}
    assert {nama: hasil for nama, teks in halaman.items() if (hasil := english(teks))} == {}


def english(template: str) -> list[str]:
    """Kata Inggris yang tampak pada halaman dari templat ini."""
    teks = re.sub(
        r"{#.*?#}|{%.*?%}|{{.*?}}|<script.*?</script>|<style.*?</style>",
        " ",
        template,
        flags=re.S,
    )
    attributes = re.findall(r'(?:title|aria-label|placeholder|alt)="([^"]*)"', teks)
    visible = " ".join([re.sub(r"<[^>]*>", " ", teks), *attributes])
    return ENGLISH.findall(visible)


def test_nothing_comes_from_another_host() -> None:
    isi = {relative(berkas): berkas.read_text() for berkas in (*TEMPLATES, *STATIC)}
    assert {nama: hasil for nama, teks in isi.items() if (hasil := EXTERNAL.findall(teks))} == {}


def test_no_file_knows_a_machine_or_a_registry() -> None:
    hasil = {
        nama: m.group()
        for nama, teks in tracked()
        for m in [MACHINE.search(teks) or REGISTRY.search(teks)]
        if m
    }
    assert not hasil


def test_each_fixture_says_where_it_comes_from() -> None:
    readme = (ROOT / "fixtures" / "README.md").read_text()
    semua_nama = [p.name for p in (ROOT / "fixtures").iterdir() if p.name != "README.md"]
    assert semua_nama
    assert not [nama for nama in semua_nama if f"`{nama}`" not in readme]


def test_newest_release_is_the_version() -> None:
    terbaru, *_ = VERSI.findall((ROOT / "CHANGELOG.md").read_text())
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == terbaru


def test_earlier_releases_keep_their_database() -> None:
    """Basis datanya dibuat dari tanda rilisnya, jadi yang terbaru belum ada."""
    changelog = (ROOT / "CHANGELOG.md").read_text()
    _, *terdahulu = VERSI.findall(changelog)
    arsip = (ROOT / "tests/golden/rilis").glob("*.tar.xz")
    assert {berkas.name.removesuffix(".tar.xz") for berkas in arsip} >= set(terdahulu)
    assert len(terdahulu) + 1 == changelog.count("\n## ")


def pins(teks: str) -> dict[str, str]:
    hasil = re.findall(r"^([\w.-]+(?:\[[\w,-]+\])?)==([\w.]+)", teks, flags=re.M)
    return {re.sub(r"\[.*", "", nama).lower(): version for nama, version in hasil}


@pytest.mark.parametrize(
    ("wanted", "lock"),
    [
        ("requirements.txt", "bin/requirements.lock"),
        ("tests/requirements.txt", "bin/requirements-test.lock"),
        ("bin/requirements.lock", "bin/requirements-test.lock"),
        ("bin/requirements-audit.txt", "bin/requirements-audit.lock"),
    ],
)
def test_lock_follows_the_requirements(wanted: str, lock: str) -> None:
    expected, locked = pins((ROOT / wanted).read_text()), pins((ROOT / lock).read_text())
    assert expected
    assert {nama: locked.get(nama) for nama in expected} == expected


@pytest.mark.parametrize("berkas", ["requirements.txt", "tests/requirements.txt"])
def test_each_requirement_has_a_reason(berkas: str) -> None:
    semua_baris = [baris for baris in (ROOT / berkas).read_text().splitlines() if "==" in baris]
    assert not [baris for baris in semua_baris if not re.search(r"#\s+\S.{8,}", baris)]


def test_each_locked_package_has_a_hash() -> None:
    for lock in (ROOT / "bin").glob("*.lock"):
        blocks = re.split(r"\n(?=\S)", lock.read_text().strip())
        assert not [block[:60] for block in blocks if "--hash=sha256:" not in block]


@pytest.mark.parametrize("script", ["bin/demo", "bin/test", "bin/check", "bin/setup.sh", ".ci/run"])
def test_script_is_ready_to_run(script: str) -> None:
    berkas = ROOT / script
    assert subprocess.run(["bash", "-n", berkas], check=False).returncode == 0
    assert script.endswith(".sh") or berkas.stat().st_mode & 0o111


def test_strict_types_and_full_coverage_reach_every_rule() -> None:
    """Modul murni, tindakan dan laporan baru tidak boleh lolos dari daftar di pyproject.toml."""
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    typed = [Path(path) for path in tools["mypy"]["files"]]
    covered = [f"*{path}" for path in tools["coverage"]["run"]["include"]]
    for module in modules(ROOT).values():
        if module.is_pure or module.layer in ("actions", "reports", "checks"):
            assert any(Path(module.path).is_relative_to(path) for path in typed), module.path
        if module.is_pure or module.layer == "actions":
            assert any(fnmatch(module.path, path) for path in covered), module.path
