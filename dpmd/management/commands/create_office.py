"""Membuka kantor dari baris perintah, dengan isian dan pemeriksaan halaman mulai."""

import os
from getpass import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.models import Kabupaten
from core.audit import Refused
from dpmd.actions import create_kantor, load_daerah, read_daerah
from dpmd.actions.daerah import DaerahTermuat
from dpmd.actions.fixtures import load_acuan
from dpmd.forms import Salah, isian, kunci_pemasangan, semua_isian, susun, terisi_salah

Isian = dict[str, Any]  # pilihan perintah menurut namanya
ACTOR = "perintah create_office"
SANDI = "ADMIN_SANDI"  # variabel lingkungan; tanpa itu sandi ditanyakan
TIDAK_DIMINTA = {"kunci", "logo", "sandi", "sandi_lagi"}


class Command(BaseCommand):
    help = f"Buka kantor satu kabupaten, kota atau provinsi; sandi admin dari {SANDI} atau diketik."

    def add_arguments(self, parser: CommandParser) -> None:
        """Satu pilihan tiap isian halaman mulai: `--dinas-nama`, `--kepala-nip`, …"""
        for bagian, nama, field in semua_isian():
            if nama in TIDAK_DIMINTA:
                continue
            ditulis = nama.replace("_", "-")
            is_wajib = field.required and field.initial is None
            parser.add_argument(f"--{bagian}-{ditulis}", required=is_wajib, help=str(field.label))

    def handle(self, *args: Any, **options: Any) -> None:
        sandi = os.environ.get(SANDI) or getpass("Kata sandi admin: ")
        bagian = susun(_kiriman(options, sandi))
        if salah := terisi_salah(bagian):
            raise CommandError("\n".join(["Tidak ada yang disimpan.", *map(_pilihan, salah)]))
        try:
            kabupaten, termuat = self.buka(isian(bagian))
        except (Refused, ValidationError) as error:
            raise CommandError(f"Tidak ada yang disimpan. {error}") from error
        self.stdout.write(f"{kabupaten}: {termuat}")
        for catatan in termuat.catatan:
            self.stderr.write(catatan)

    @transaction.atomic
    def buka(self, isi: Isian) -> tuple[Kabupaten, DaerahTermuat]:
        """Yang menunggu di depan perintahnya tidak memerlukan pekerja."""
        kabupaten = create_kantor(**isi, by=ACTOR)
        load_acuan(by=ACTOR)
        daerah = read_daerah(kabupaten.kode)
        return kabupaten, load_daerah(kabupaten=kabupaten, isi=daerah, by=ACTOR)


def _kiriman(options: Isian, sandi: str) -> Isian:
    """Pilihan perintah sebagai kiriman halaman mulai; yang tidak disebut memakai isi awalnya."""
    kiriman = {
        "daerah-kunci": kunci_pemasangan(),
        "admin-sandi": sandi,
        "admin-sandi_lagi": sandi,
    }
    awal = susun()
    for bagian, nama, field in semua_isian():
        nilai = options.get(f"{bagian}_{nama}")
        if nilai is None:
            nilai = awal[bagian].get_initial_for_field(field, nama)
        kiriman.setdefault(f"{bagian}-{nama}", nilai)
    return kiriman


def _pilihan(salah: Salah) -> str:
    """Satu isian yang salah, dengan nama pilihan perintahnya."""
    nama = salah.isian.replace("_", "-")
    return f"--{salah.bagian}-{nama}: {salah.pesan}"
