"""Logo kop surat: disusun ulang, tercatat, tercetak, dan yang aneh ditolak."""

import struct
import zlib
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from accounts.forms import PerangkatDaerahForm
from accounts.models import Kabupaten, PerangkatDaerah, User
from core.models import AuditEvent
from documents import render
from documents.reports.kepala import kop
from tests.accounts.bahan import picture, sent, upload

pytestmark = pytest.mark.django_db


def bomb():
    """Kepalanya mengaku 60.000 × 60.000 piksel; isinya beberapa bita."""
    kepala = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    data = picture()
    akhir = 8 + 4 + len(kepala) + 4
    sandi = struct.pack(">I", zlib.crc32(kepala))
    return data[:12] + kepala + sandi + data[akhir:]


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>'
)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "SVG"])
def test_logo_is_rewritten_recorded_and_printed(
    client_for: Callable[[str], Client], users: dict[str, User], banyuasin: Kabupaten, kind: str
) -> None:
    dinas, client = banyuasin.dinas, client_for("admin")
    address = reverse("accounts:perangkatdaerah_update", args=[dinas.pk])
    jawaban = client.post(
        address, sent(dinas, users["admin"]) | upload(SVG if kind == "SVG" else picture(kind))
    )
    assert jawaban.status_code == 302, jawaban.context["form"].errors
    fresh = PerangkatDaerah.objects.get(pk=dinas.pk)
    assert AuditEvent.objects.get(action="ubah").changes == {"logo": ["", fresh.logo.name]}
    with fresh.logo.open("rb") as aliran, Image.open(aliran) as image:
        assert (image.format, image.size) == ("PNG", (400, 200))
    isi = {"p": {"dinas": kop(banyuasin, fresh)}}
    assert f'src="{fresh.logo_uri}"' in render.html("documents/print/_kop.html", isi)
    assert fresh.logo_uri.startswith("data:image/png;base64,")
    assert client.post(address, sent(fresh, users["admin"], delete_logo="on")).status_code == 302
    assert PerangkatDaerah.objects.get(pk=dinas.pk).logo_uri == ""


def test_same_logo_again_is_neither_stored_nor_recorded(
    client_for: Callable[[str], Client], users: dict[str, User], banyuasin: Kabupaten
) -> None:
    dinas, client = banyuasin.dinas, client_for("admin")
    address = reverse("accounts:perangkatdaerah_update", args=[dinas.pk])

    def send(isi: bytes) -> PerangkatDaerah:
        fresh = PerangkatDaerah.objects.get(pk=dinas.pk)
        jawaban = client.post(address, sent(fresh, users["admin"]) | upload(isi))
        assert jawaban.status_code == 302, jawaban.context["form"].errors
        return PerangkatDaerah.objects.get(pk=dinas.pk)

    pertama, lagi = send(picture()), send(picture())
    assert lagi.logo.name == pertama.logo.name
    assert pertama.logo.storage.listdir("logo")[1] == [pertama.logo.name.removeprefix("logo/")]
    assert AuditEvent.objects.filter(action="ubah").count() == 1
    pertama.logo.storage.delete(pertama.logo.name)
    assert send(picture()).logo_uri != ""
    assert send(picture(size=(40, 40))).logo.name != pertama.logo.name


def test_without_a_logo_the_letterhead_has_no_picture(banyuasin: Kabupaten) -> None:
    assert "<img" not in render.html(
        "documents/print/_kop.html", {"p": {"dinas": kop(banyuasin, banyuasin.dinas)}}
    )


def test_lost_logo_file_leaves_the_letterhead_readable(banyuasin: Kabupaten) -> None:
    banyuasin.dinas.logo = "logo/hilang.png"
    assert banyuasin.dinas.logo_uri == ""


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "script"),
        (b"\x89PNG\r\n\x1a\nrusak", "PNG, JPEG atau SVG"),
        (picture()[:200], "PNG, JPEG atau SVG"),
        (picture("GIF"), "PNG, JPEG atau SVG"),
        (picture(size=(4001, 1)), "4000 × 4000"),
        (picture(size=(1100, 100)), "terlalu pipih"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>", "tidak bergambar"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='1000000' height='9'/>", "Logo"),
        (bomb(), "PNG, JPEG atau SVG"),
        (b"x" * (1024 * 1024 + 1), "1 MB"),
    ],
)
def test_strange_logo_is_refused(
    users: dict[str, User], banyuasin: Kabupaten, isi: bytes, kalimat: str
) -> None:
    dinas = banyuasin.dinas
    isian = sent(dinas, users["admin"])
    form = PerangkatDaerahForm(isian, upload(isi), instance=dinas, user=users["admin"])
    assert kalimat in str(form.errors["logo"])
