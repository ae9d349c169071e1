"""Dua edisi daftar kode, unggahan dan penerapannya, dan satu kecamatan yang mekar."""

import csv
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Kabupaten
from accounts.roles import Peran
from documents.models import Impor
from tests import factories
from villages.models import Desa

SINI = Path(__file__).parent


EDISI_2022 = SINI / "wilayah_demo_2022.csv"


EDISI_2025 = SINI / "wilayah_demo_2025.csv"


def tertulis(berkas: Path, kode: str) -> dict[str, str]:
    """Kode → nama wilayah satu kabupaten pada satu edisi."""
    with berkas.open() as isi:
        return {b["kode"]: b["nama"] for b in csv.DictReader(isi) if b["kode"].startswith(kode)}


def pengelola(kode: str) -> tuple[Kabupaten, Client]:
    """Kabupaten berkode itu di samping yang lain, dan peramban admin-nya."""
    kabupaten = {
        "16.07": factories.make_kabupaten(),
        "15.02": factories.make_kabupaten("15.02", "Merangin", "Jambi"),
    }[kode]
    client = Client()
    client.force_login(factories.make_user(Peran.ADMIN, kabupaten, username="pengelola"))
    return kabupaten, client


def upload(client: Client, isi: bytes | str) -> Impor:
    data = isi.encode() if isinstance(isi, str) else isi
    halaman = client.post(
        "/wilayah/desa/impor/", {"berkas": SimpleUploadedFile("daftar.csv", data)}
    )
    assert halaman.status_code == 302, halaman.context["form"].errors
    return Impor.objects.latest("pk")


def apply(client: Client, impor: Impor, sejak: str, **isian: str):
    pilih = {f"pilih-{kode}": nilai for kode, nilai in isian.pop("pilih", {}).items()}
    kiriman = {"sejak": sejak, "dasar": f"Kepmendagri {sejak[:4]}"} | isian | pilih
    return client.post(impor.get_absolute_url(), kiriman)


MEKAR = """kode,nama
16.07.05,Betung
16.07.05.2001,Lubuk
16.07.05.2004,Tanjung
16.07.05.1005,Pasar
16.07.22,Betung Selatan
16.07.22.2001,Muara
16.07.22.1002,Suka
16.07.22.2003,Harapan
"""


def muara() -> Desa:
    return Desa.objects.get(nama="Muara")


def mekarkan(client: Client, sejak: str = "2025-04-25") -> None:
    """Kecamatan mekar: Muara dan Suka pindah kode, Suka jadi kelurahan, Harapan pecah."""
    impor = upload(client, MEKAR)
    assert [u["usul"] for u in impor.ubahan if u.get("wajib")] == [
        "sama:16.07.05.2003", "sama:16.07.05.2002", "",
    ]  # fmt: skip
    halaman = apply(client, impor, sejak, usul="1", pilih={"16.07.22.2003": "baru"})
    assert halaman.status_code == 302, list(map(str, halaman.context["messages"]))
