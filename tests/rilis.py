"""Naskah demo dijalankan sampai sah, disetujui atau diajukan: isi basis data satu rilis.

Dijalankan `bin/rilis`; hasilnya dimutakhirkan `tests/dpmd/test_pemutakhiran.py` pada semua rilis
berikutnya.
"""

import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings

from accounts.models import Kabupaten, User
from core import door
from documents.actions import advance
from documents.snapshot import canonical
from tests.emas import LABEL

SANDI = "desa-membangun-2023"
BIASA = ("submit", "approve", "sign")
LKJIP = ("submit", "approve", "review", "sign")
# sampai mana tiap naskah demo berjalan: sah, disetujui, diajukan
JALAN: dict[tuple[str, str], tuple[str, ...]] = {
    ("idm.PenetapanIdm", "16.07"): BIASA,
    ("kinerja.PerjanjianKinerja", "16.07"): (*BIASA, "sign"),
    ("kinerja.NaskahKinerja:iku", "16.07"): BIASA,
    ("kinerja.NaskahKinerja:capaian", "16.07"): BIASA,
    ("kinerja.Lkjip", "16.07"): LKJIP,
    ("kinerja.NaskahKinerja:rencana_aksi", "15.02"): BIASA,
    ("villages.BerkasIkk", "16.07"): BIASA[:2],
    ("kinerja.NaskahKinerja:ikk", "16.07"): BIASA[:2],
    ("kinerja.PerjanjianKinerja", "15.02"): BIASA,  # kepala daerahnya belum
    ("kinerja.NaskahKinerja:iku", "15.02"): BIASA[:1],
}
CATATAN = "Catatan rilis."


def jalankan() -> None:
    """Berhenti pada naskah pertama yang tidak dapat berjalan."""
    for nomor, ((model, kode), langkah) in enumerate(JALAN.items(), 1):
        naskah = _naskah(model, kode, nomor)
        for satu in langkah:
            naskah = _maju(naskah, satu)
        sys.stdout.write(f"{naskah}: {naskah.status}\n")
    _store_isi(settings.DATA_DIR / "isi")


def _store_isi(folder: Path) -> None:
    """Isi tiap naskah sebagaimana rilis ini membekukannya, juga yang masih draf."""
    folder.mkdir()
    for nama, label in LABEL.items():
        model, _, jenis = label.partition(":")
        rows = apps.get_model(model).objects.all()
        if jenis:
            rows = rows.filter(jenis=jenis)
        for naskah in rows:
            berkas = folder / f"{nama}_{naskah.kabupaten.kode}.json"
            berkas.write_text(canonical(naskah.reading().isi))


def _naskah(model: str, kode: str, nomor: int) -> Any:
    """Naskah demo itu, bernomor dan bertanggal; penetapan IDM belum ada pada demo, jadi dibuka."""
    label, _, jenis = model.partition(":")
    milik: dict[str, Any] = {"kabupaten": Kabupaten.objects.get(kode=kode)}
    if jenis:
        milik["jenis"] = jenis
    naskah = apps.get_model(label)
    satu = naskah.objects.filter(**milik).first() or naskah(**milik, tahun=2023)
    satu.nomor = f"{nomor:03}/RILIS/{satu.tahun}"
    satu.tanggal = date(satu.tahun, 12, 29)
    operator = User.objects.filter(username__startswith="operator")
    door.save(satu, by=operator.get(kabupaten=satu.kabupaten))
    return satu


def _maju(naskah: Any, langkah: str) -> Any:
    """Oleh akun pertama yang berhak."""
    naskah = type(naskah).objects.get(pk=naskah.pk)
    semua = User.objects.filter(kabupaten=naskah.kabupaten).order_by("pk")
    pelaku = next(user for user in semua if langkah in naskah.langkah_bagi(user))
    sandi = SANDI if langkah == "sign" else ""
    return advance(
        naskah,
        langkah=langkah,
        by=pelaku,
        note=CATATAN,
        password=sandi,
        passphrase=sandi,
    )
