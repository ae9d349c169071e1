"""Setiap kiriman × peran × milik sendiri, kabupaten lain atau tiada × keadaannya.

Yang diharapkan menurut `tests/hak_post.py`; halaman yang menulis tanpa baris di sana gagal.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core.halaman import HALAMAN
from core.models import AuditEvent
from documents.actions import workflow
from documents.models import Kunci, Pembukaan
from documents.models.naskah import Naskah
from documents.views.naskah import Advance
from tests.contoh import IsianContoh
from tests.factories import make_penetapan
from tests.hak import BERTOKEN, DATA, FAKTOR_SENDIRI, KISI, NASKAH, UMUM
from tests.hak_post import (
    BERSTATUS,
    DIKIRIM,
    MEMBACA,
    SENDIRI,
    STATUS,
    TABEL_LANGKAH,
    TANPA_KABUPATEN,
    TERHITUNG,
    TETAP_TERBUKA,
    boleh_post,
)
from tests.halaman import JALAN
from tests.peramban import (
    TIADA,
    Diterima,
    Dunia,
    Menulis,
    dunia_bersama,
    kelas_of,
    needs_row,
    penolakan,
    tanpa_cetakan,
    tanpa_menulis,
    url_for,
)

pytestmark = [
    pytest.mark.sekali("hak ditentukan tabel peran; pintu menulisnya diuji sendiri"),
    pytest.mark.django_db,
]
DIKIRIMI = sorted(
    n
    for n in set(JALAN) - UMUM - BERTOKEN - FAKTOR_SENDIRI - SENDIRI - {"accounts:logout"}
    if not n.endswith(("_advance", "_temuan"))
)
# isian halaman yang formulirnya bukan formulir Django
ISIAN = {
    "posisi": "1",
    "tahun": "2023",
    "putusan": "setuju",
    "sesi": "lain",
    "unit": "semua",
    "komponen": "1",
    "butir": "1.a.1",
    "lama": "",
    "catatan": "Catatan.",
}
PERTAMA, TERAKHIR = 2015, 2035


@pytest.fixture(scope="module")
def dunia(nyata: None, bersama: None) -> Iterator[Dunia]:
    with dunia_bersama() as dunia:
        yield dunia


def isian(client: Any, alamat: str) -> dict[str, Any]:
    """Isi formulir halaman itu sebagaimana dibuka; `ISIAN` bila bukan formulir Django."""
    halaman = client.get(alamat)
    form = (getattr(halaman, "context_data", None) or {}).get("form")
    if form is None:
        return ISIAN
    return {
        b.html_name: "" if b.value() is None else b.value()
        for b in form
        if b.widget_type not in ("multiplefile", "file", "clearablefile")
    }


def terkirim(client: Any, alamat: str, isi: Any) -> int | str:
    """Status jawabannya, atau `menulis` bila sampai di pintu menulis."""
    try:
        return int(client.post(alamat, isi).status_code)
    except Menulis:
        return "menulis"
    except Diterima:
        return 200


def test_yang_disebut_masih_ada(dunia: Dunia) -> None:
    assert {n for n in {*DIKIRIM, *MEMBACA, *SENDIRI, *TANPA_KABUPATEN} if n not in JALAN} == set()
    assert {f"{n}_advance" for n in TABEL_LANGKAH} == {n for n in JALAN if n.endswith("_advance")}
    assert set(NASKAH) == set(TABEL_LANGKAH)


@pytest.mark.dahulu
def test_mengirim(dunia: Dunia) -> None:
    """Hanya yang berhak sampai di pintu menulis, dan hanya atas baris kabupatennya."""
    with penolakan(), tanpa_cetakan(), tanpa_menulis():
        salah = [satu for nama in DIKIRIMI for satu in salah_dikirim(dunia, nama)]
    assert not salah, "\n".join(map(str, salah))


def salah_dikirim(dunia: Dunia, nama: str) -> Iterator[tuple[Any, ...]]:
    """(halaman, peran, baris, jawabannya) yang tidak menurut tabelnya."""
    sendiri, asing = dunia.objects(nama)
    izin = boleh_post(nama)
    isi = isian(dunia.sendiri[izin[:1] or "o"], url_for(nama, sendiri))
    for huruf, client in dunia.sendiri.items():
        jawaban = terkirim(client, url_for(nama, sendiri), isi)
        if not is_menurut(nama, izin, huruf, jawaban):
            yield nama, huruf, "sendiri", jawaban
        for row in filter(None, (asing, TIADA) if needs_row(nama) else ()):
            jawaban = terkirim(client, url_for(nama, row), isi)
            if jawaban not in tolak(izin, huruf):
                yield nama, huruf, row, jawaban


def tolak(izin: str, huruf: str) -> tuple[int, ...]:
    """Jawaban atas baris yang asing atau tiada."""
    if huruf in izin:
        return (404,)
    return (403, 404) if izin else (403, 404, 405)


def is_menurut(nama: str, izin: str, huruf: str, jawaban: int | str) -> bool:
    """Jawaban atas baris sendiri: yang berhak sampai, yang lain tidak."""
    if nama in MEMBACA:
        return jawaban in (200, 302) or (jawaban == "menulis" and huruf in "o")
    if not izin:  # hanya dibaca: dijawab seperti GET atau 405
        return jawaban in (200, 302, 403, 405)
    if huruf not in izin:
        return jawaban == 403
    return jawaban in diterima(nama)


def diterima(nama: str) -> tuple[int | str, ...]:
    """Yang berhak sampai di pintu menulis, atau membaca sebab isiannya belum cukup."""
    is_baris = nama.endswith(("_update", "_delete")) and nama not in {*DIKIRIM, *TERHITUNG}
    if is_baris:
        return ("menulis",)
    tanpa_baris = (404,) if nama.endswith("_formulir") else ()  # barisnya tidak disebut
    return (200, 302, 400, 409, 422, "menulis", *tanpa_baris)


@pytest.mark.dahulu
def test_langkah_menurut_status(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tiap naskah × langkah × status × peran: hanya yang disebut alurnya yang diambil."""
    status = {}
    asli = Advance.get_object

    def get_object(view: Any, queryset: Any = None) -> Any:
        naskah = asli(view, queryset)
        naskah.status = status["kini"]
        return naskah

    def prepare(naskah: Any, by: Any, password: str, passphrase: str) -> Any:
        workflow.check(naskah, "sign", by, "", password)
        raise Menulis

    ambil = dict.fromkeys(workflow.TINDAKAN_LANGKAH, lambda *args: (_ for _ in ()).throw(Menulis))
    monkeypatch.setattr(Advance, "get_object", get_object)
    monkeypatch.setattr(Advance, "check_password", lambda view, password: None)
    monkeypatch.setattr(User, "check_password", lambda user, password: True)
    monkeypatch.setattr(workflow, "lock", lambda naskah: naskah)
    monkeypatch.setattr(workflow, "prepare_signature", prepare)
    monkeypatch.setattr(workflow, "TINDAKAN_LANGKAH", ambil)
    salah = []
    with penolakan(), tanpa_cetakan(), tanpa_menulis():
        for nama, tabel in TABEL_LANGKAH.items():
            for status["kini"] in STATUS:
                salah += list(salah_melangkah(dunia, nama, tabel, status["kini"]))
    assert not salah, "\n".join(map(str, salah))


def salah_melangkah(dunia: Dunia, nama: str, tabel: Any, status: str) -> Iterator[tuple[Any, ...]]:
    row, _ = dunia.objects(f"{nama}_advance")
    giliran = next((satu.pk for satu in row.parties()), -1)
    isi = {"note": "Catatan.", "password": "x", "passphrase": "x"}
    for langkah in ("submit", "approve", "return", "sign", "review"):
        alamat = url_for(f"{nama}_advance", row, langkah=langkah)
        izin = tabel.get((status, langkah), "")
        for huruf, client in dunia.sendiri.items():
            jawaban = terkirim(client, alamat, isi)
            is_boleh = huruf in izin
            if izin == "pihak":
                is_boleh = client.user.pejabat_id == giliran
            if (jawaban == "menulis") != is_boleh:
                yield nama, status, langkah, huruf, jawaban


@pytest.mark.dahulu
def test_yang_terkunci_tidak_berubah(dunia: Dunia) -> None:
    """Semua tahun bertanda tangan: ubah, hapus dan isian kisi ditolak, tidak ada yang tercatat."""
    kabupaten = dunia.sendiri["o"].user.kabupaten
    sah = make_penetapan(kabupaten, PERTAMA).pengesahan
    for tahun in range(PERTAMA, TERAKHIR):
        Kunci.objects.get_or_create(
            kabupaten=kabupaten, tahun=tahun, lingkup="", defaults={"pengesahan": sah}
        )
    Pembukaan.objects.update(ditutup_at=timezone.now())
    berubah = set()
    with penolakan(), tanpa_cetakan():
        for nama in (n for n in DIKIRIMI if n.rpartition("_")[2] in ("update", "delete")):
            model = nama.rpartition("_")[0]
            if model in DATA and is_berubah(dunia, nama):
                berubah.add(model)
        berubah |= {nama for nama in KISI if is_kisi_berubah(dunia, nama)}
    assert sorted(berubah) == sorted(TETAP_TERBUKA), "\n".join(sorted(berubah ^ TETAP_TERBUKA))


@pytest.mark.dahulu
def test_yang_diajukan_tidak_berubah(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    """Naskah dan bagiannya sejak diajukan sampai sah: ubah dan hapus ditolak."""
    asli = Naskah.from_db.__func__
    status = {}

    def from_db(kelas: Any, *args: Any) -> Any:
        row = asli(kelas, *args)
        row.status = status["kini"]
        return row

    monkeypatch.setattr(Naskah, "from_db", classmethod(from_db))
    berubah = set()
    with penolakan(), tanpa_cetakan():
        for status["kini"] in STATUS[1:]:
            for nama in BERSTATUS:
                for halaman in ("update", "delete"):
                    if f"{nama}_{halaman}" in JALAN and is_berubah(dunia, f"{nama}_{halaman}"):
                        berubah.add((nama, halaman, status["kini"]))
    assert berubah == set()


def is_berubah(dunia: Dunia, nama: str) -> bool:
    """Kirimannya tercatat sebagai perubahan; selalu dibatalkan sesudahnya."""
    row, _ = dunia.objects(nama)
    client = dunia.sendiri[boleh_post(nama)[0]]
    alamat = url_for(nama, row)
    isi = isian(client, alamat)
    if nama.endswith("_update"):
        with suppress(IndexError):  # tanpa isian yang leluasa: dikirim sebagaimana dibuka
            isi |= IsianContoh(HALAMAN[type(row)], row).ubah()
    return tercatat(lambda: client.post(alamat, isi))


def is_kisi_berubah(dunia: Dunia, nama: str) -> bool:
    client = dunia.sendiri["o"]
    sel = {"b": "", "k": "", "lama": "", "baru": "7"}
    kisi = kelas_of(nama)
    grid = JALAN[nama].callback.view_initkwargs["grid_class"](client.user, 2023, {})
    del kisi
    for row in grid.rows():
        kolom = next((satu for satu in grid.columns() if row.is_isian(satu)), None)
        if kolom is not None:
            sel |= {"b": row.kunci, "k": kolom.nama, "lama": row.tulisan(kolom)}
            break
    isi = json.dumps({"ubahan": [sel]})
    return tercatat(lambda: client.post(url_for(nama, None), isi, content_type="application/json"))


def tercatat(minta: Any) -> bool:
    """Apakah kiriman itu menjadi kejadian; dibatalkan seluruhnya."""
    before = AuditEvent.objects.count()
    titik = transaction.savepoint()
    jawaban = minta()
    assert jawaban.status_code in (200, 302, 422), jawaban.status_code
    is_ada = AuditEvent.objects.count() != before
    transaction.savepoint_rollback(titik)
    transaction.savepoint_commit(titik)
    return is_ada
