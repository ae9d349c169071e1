"""Nomor baris kabupaten lain pada tiap pilihan tiap formulir dan kisi: ditolak dengan kalimat.

Formulir dan pilihannya ditemukan dari halamannya sendiri, sebagaimana dibuka kedua kabupaten.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.http import Http404

from core.models import AuditEvent
from tests.hak import KISI
from tests.hak_kirim import boleh_kirim
from tests.halaman import JALAN
from tests.peramban import (
    Dunia,
    Menulis,
    dunia_bersama,
    kelas_of,
    penolakan,
    tanpa_cetakan,
    tanpa_menulis,
    url_for,
)
from tests.test_hak_kirim import DIKIRIMI, isian

pytestmark = [
    pytest.mark.sekali("pilihan ditolak formulirnya, sebelum basis data"),
    pytest.mark.django_db,
]
PALING_SEDIKIT = 100  # pilihan yang dicoba pada formulir
SATUAN, BANYAK = forms.ModelChoiceField, forms.ModelMultipleChoiceField


@pytest.fixture(scope="module")
def dunia(nyata: None, bersama: None) -> Iterator[Dunia]:
    with dunia_bersama() as dunia:
        yield dunia


def formulir(client: Any, alamat: str) -> Any:
    try:
        halaman = client.get(alamat)
    except (Menulis, Http404):
        return None
    return (getattr(halaman, "context_data", None) or {}).get("form")


def nilai_asing(dunia: Dunia, field: Any, kembar: Any) -> Iterator[str]:
    """Nilai yang hanya ada bagi kabupaten lain: nomor barisnya, atau pilihan formulirnya."""
    if isinstance(field, SATUAN):
        model = field.queryset.model
        if getattr(model, "kabupaten_path", None) is not None:
            yield str(dunia.baris(model)[1].pk)
    elif isinstance(field, forms.ChoiceField) and kembar is not None:
        ada = {str(nilai) for nilai, _ in field.choices}
        yield from (str(nilai) for nilai, _ in kembar.choices if str(nilai) not in ada)


def test_pilihan_formulir(dunia: Dunia) -> None:
    """Kalimat pada isiannya, percobaannya tercatat, dan pintu menulis tidak disentuh."""
    dicoba, salah = 0, []
    with penolakan() as tercatat, tanpa_cetakan(), tanpa_menulis():
        for nama in DIKIRIMI:
            for kolom, satu, client, alamat, isi in percobaan(dunia, nama):
                tercatat.clear()
                dicoba += 1
                sebab = sebab_ditolak(client, alamat, isi, kolom)
                if sebab:
                    salah.append((nama, kolom, satu, sebab))
    assert salah == []
    assert dicoba >= PALING_SEDIKIT


def percobaan(dunia: Dunia, nama: str) -> Iterator[tuple[Any, ...]]:
    """Tiap pilihan formulir halaman itu dengan nilai kabupaten lain."""
    izin = boleh_kirim(nama)
    if not izin:
        return
    client, sana = dunia.sendiri[izin[0]], dunia.lain[izin[0]]
    sendiri, asing = dunia.objects(nama)
    alamat = url_for(nama, sendiri)
    form = formulir(client, alamat)
    if form is None:
        return
    kembar = formulir(sana, url_for(nama, asing if asing is not None else sendiri))
    isi = isian(client, alamat)
    for kolom, field in form.fields.items():
        if field.disabled:  # kirimannya diabaikan
            continue
        lain = kembar.fields.get(kolom) if kembar is not None else None
        for satu in [*nilai_asing(dunia, field, lain)][:2]:
            nilai = [satu] if isinstance(field, forms.MultipleChoiceField | BANYAK) else satu
            yield kolom, satu, client, alamat, isi | {form.add_prefix(kolom): nilai}


def sebab_ditolak(client: Any, alamat: str, isi: Any, kolom: str) -> str:
    """Kosong bila ditolak sebagaimana mestinya."""
    try:
        jawaban = client.post(alamat, isi)
    except Menulis:
        return "sampai di pintu menulis"
    if jawaban.status_code not in (200, 422):
        return f"dijawab {jawaban.status_code}"
    form = jawaban.context_data["form"]
    if not form.errors.get(kolom):
        return f"tanpa kalimat: {form.errors}"
    return ""


@pytest.mark.parametrize("nama", KISI)
def test_baris_dan_pilihan_kisi(dunia: Dunia, nama: str) -> None:
    """Kunci baris dan pilihan kisi kabupaten lain: `gagal` dengan kalimat, tidak ada kejadian."""
    client, sana = dunia.sendiri["o"], dunia.lain["o"]
    kelas = JALAN[nama].callback.view_initkwargs["grid_class"]
    semua = []
    for tahun in (2023, 2024):  # data nyata Banyuasin, lalu Merangin
        kisi, lain = kelas(client.user, tahun, {}), kelas(sana.user, tahun, {})
        baris = kisi.rows()
        semua = [*ubahan_asing(baris, lain), *pilihan_asing(kisi, baris, lain)]
        if semua:
            break
    before = AuditEvent.objects.count()
    for ubahan in semua:
        isi = json.dumps({"ubahan": [ubahan]})
        jawaban = client.post(url_for(nama, None), isi, content_type="application/json")
        (hasil,) = jawaban.json()["hasil"]
        assert hasil["pesan"], ubahan
        assert hasil["status"] != "tersimpan", ubahan
    assert AuditEvent.objects.count() == before
    assert kelas_of(nama)


def ubahan_asing(baris: Any, lain: Any) -> Iterator[dict[str, str]]:
    """Baris yang hanya ada pada kisi kabupaten lain, pada kolom isian pertamanya."""
    ada = {row.kunci for row in baris}
    for row in lain.rows():
        kolom = next((satu for satu in lain.columns() if row.is_isian(satu)), None)
        if row.kunci not in ada and kolom is not None:
            lama = row.tulisan(kolom)
            yield {"b": row.kunci, "k": kolom.nama, "lama": lama, "baru": "7"}
            return


def pilihan_asing(kisi: Any, baris: Any, lain: Any) -> Iterator[dict[str, str]]:
    """Nilai kolom pilihan yang hanya ditawarkan kisi kabupaten lain."""
    kembar = {satu.nama: satu for satu in lain.columns()}
    for kolom in kisi.columns():
        asing = {*kembar[kolom.nama].pilihan} - {*kolom.pilihan} if kolom.nama in kembar else ()
        row = next((satu for satu in baris if satu.is_isian(kolom)), None)
        for nilai, _ in list(asing)[:1]:
            if row is not None:
                lama = row.tulisan(kolom)
                yield {"b": row.kunci, "k": kolom.nama, "lama": lama, "baru": nilai}
