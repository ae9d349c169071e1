"""Memuat `fixtures/`: acuan bersama, lalu data nyata kabupaten demo; tiap isi sekali saja."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import models, transaction

from accounts.models import Kabupaten
from accounts.roles import Peran
from core import audit
from core.models import AuditEvent
from documents.impor.penerima import Lapor, tanpa_kabar
from documents.models import Kunci
from dpmd.actions.nomenklatur import load_nomenklatur
from dpmd.actions.pemuat import Pemuat, PemuatAcuan
from dpmd.sources import FOLDER, NOMENKLATUR

BANYUASIN = "16.07"
MERANGIN = "15.02"
# berkas dan kabupatennya, menurut urutan muat; kosong berarti acuan bersama
FIXTURES = (
    ("acuan_idm.json", ""),
    ("acuan_indeks_desa.json", ""),
    ("acuan_predikat.json", ""),
    ("acuan_kualitatif.json", ""),
    ("acuan_nomenklatur.json", ""),
    ("acuan_peraturan.json", ""),
    ("acuan_reviu.json", ""),
    ("acuan_akip.json", ""),
    ("acuan_rekening_desa.json", ""),
    ("banyuasin_dinas.json", BANYUASIN),
    ("banyuasin_wilayah.json", BANYUASIN),
    ("banyuasin_batas.json", BANYUASIN),
    ("banyuasin_lembaga.json", BANYUASIN),
    ("banyuasin_bkad.json", BANYUASIN),
    ("banyuasin_ikk.json", BANYUASIN),
    ("banyuasin_idm.json", BANYUASIN),
    ("banyuasin_kinerja.json", BANYUASIN),
    ("merangin_dinas.json", MERANGIN),
    ("merangin_kinerja.json", MERANGIN),
)


def load_fixture(*, path: Path, kabupaten: str, by: Any) -> str:
    """Muat satu berkas sekali saja; kembaliannya kalimat hasil.

    Isi yang hash-nya sudah tercatat dilewati agar suntingan pengguna tidak tertimpa,
    kabupaten yang sudah punya tahun terkunci tidak disentuh, dan acuan yang sudah ada tetap.
    """
    isi = path.read_bytes()
    mark = f"{path.name} sha256 {sha256(isi).hexdigest()}"
    rows = json.loads(isi)
    with audit.locked(kabupaten):
        loaded = AuditEvent.objects.filter(
            kabupaten=kabupaten,
            action=audit.Action.LOAD,
            note__startswith=mark,
        )
        if loaded.exists():
            return "sudah dimuat, dilewati"
        lock = Kunci.objects.filter(kabupaten__kode=kabupaten).select_related("pengesahan").first()
        if lock is not None:
            return f"tidak dimuat. {lock.sebab}"
        pemuat = Pemuat() if kabupaten else PemuatAcuan()
        pemuat.load(rows)
        note = f"{mark}, {pemuat.banyak} baris"
        audit.record(
            by=by,
            action=audit.Action.LOAD,
            obj=_loaded_object(kabupaten, rows),
            note=note,
            selisih=pemuat.selisih,
        )
    return f"{pemuat.banyak} baris dimuat"


def _loaded_object(kabupaten: str, rows: list[dict[str, Any]]) -> models.Model:
    """Sasaran jejak audit: kabupatennya, atau baris acuan pertama dalam berkas."""
    if kabupaten:
        return Kabupaten.objects.get(kode=kabupaten)
    return apps.get_model(rows[0]["model"])._default_manager.order_by("pk")[0]


def load_fixtures(*, by: Any, folder: Path = FOLDER) -> list[tuple[str, str]]:
    """Semua berkas menurut urutan: `[(nama, hasil), …]`; semua atau tidak sama sekali."""
    hasil = []
    with transaction.atomic():
        for nama, kabupaten in FIXTURES:
            terisi = load_fixture(path=folder / nama, kabupaten=kabupaten, by=by)
            hasil.append((nama, terisi))
        hasil.append((NOMENKLATUR.name, load_nomenklatur(by=by)))
    return hasil


def load_acuan(*, by: Any, lapor: Lapor = tanpa_kabar) -> list[tuple[str, str]]:
    """Acuan bersama semua kabupaten saja: instrumen, predikat, skala, nomenklatur, peraturan.

    Satu transaksi tiap berkas, agar penulis lain tidak menunggu semuanya; yang sudah dimuat
    dilewati, sehingga boleh diteruskan. Kembaliannya `[(nama, hasil), …]`.
    """
    bersama = [nama for nama, kabupaten in FIXTURES if not kabupaten]
    banyak = len(bersama) + 1
    hasil = []
    for nomor, nama in enumerate(bersama, start=1):
        termuat = load_fixture(path=FOLDER / nama, kabupaten="", by=by)
        hasil.append((nama, termuat))
        lapor(nomor, banyak)
    hasil.append((NOMENKLATUR.name, load_nomenklatur(by=by)))
    lapor(banyak, banyak)
    return hasil


def create_groups(*, by: Any) -> None:
    """Satu grup untuk tiap peran; haknya ada di `accounts.roles`."""
    for peran in Peran:
        group, is_new = Group.objects.get_or_create(name=peran.value)
        if is_new:
            audit.record(by=by, action=audit.Action.CREATE, obj=group, kabupaten="")
