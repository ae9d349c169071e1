"""Impor IDM senegara dari lembar kerja."""

from hashlib import file_digest
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from core.audit import Refused
from documents.impor import Kesalahan
from idm.actions.nasional import Laporan, import_nasional
from idm.impor.banding import Selisih
from idm.pembaca import TakTerbaca, read_besar

ACTOR = "perintah import_idm"
TIDAK_DIGANTI = "tidak diganti (pakai --ganti bila memang diganti)"


class Command(BaseCommand):
    """Kesalahan, catatan dan perbedaan ditulis ke galat baku; ringkasannya ke keluaran baku."""

    help = "Impor IDM senegara dari XLSX atau CSV; semua atau tidak satu pun."

    def add_arguments(self, parser: CommandParser) -> None:
        """Yang berbeda dari yang tercatat hanya diganti bila diminta."""
        parser.add_argument("berkas", type=Path)
        parser.add_argument(
            "--tahun", type=int, required=True, help="tahun baris yang tidak menyebut tahunnya"
        )
        parser.add_argument(
            "--ganti", action="store_true", help="ganti yang berbeda dari yang tercatat"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Sidik berkasnya masuk jejak, agar sumbernya dapat dibuktikan."""
        berkas: Path = options["berkas"]
        if not berkas.is_file():
            raise CommandError(f"{berkas} tidak ada.")
        with berkas.open("rb") as aliran:
            sidik = file_digest(aliran, "sha256")
        singkat = sidik.hexdigest()[:12]
        try:
            laporan = import_nasional(
                lembar=read_besar(berkas),
                tahun=options["tahun"],
                by=ACTOR,
                note=f"Impor {berkas.name}, sha256 {singkat}.",
                ganti=options["ganti"],
            )
        except (TakTerbaca, Refused) as error:
            raise CommandError(f"Tidak ada yang disimpan. {error}") from error
        self.store(laporan, options["ganti"])
        with connection.cursor() as cursor:
            # statistik tabel menurut isinya yang baru, sebelum dihitung atau dilaporkan
            cursor.execute("ANALYZE")

    def store(self, laporan: Laporan, ganti: bool) -> None:
        """Yang keliru dan yang berbeda satu per satu, lalu ringkasannya."""
        for masalah in (*laporan.kesalahan, *laporan.catatan):
            kalimat = _masalah(masalah)
            self.stderr.write(kalimat)
        for beda in laporan.berbeda:
            kalimat = _perbedaan(beda)
            self.stderr.write(kalimat)
        keliru = len(laporan.kesalahan)
        if keliru:
            raise CommandError(f"{keliru} kesalahan; tidak ada yang disimpan.")
        nasib = TIDAK_DIGANTI
        if ganti:
            nasib = "diganti"
        berbeda = len(laporan.berbeda)
        isian = f"{laporan.disimpan} isian disimpan"
        disimpan = f"{laporan.banyak_baris} baris: {isian}"
        lainnya = f"{laporan.sama} sama, {berbeda} berbeda {nasib}."
        self.stdout.write(f"{disimpan}, {lainnya}")


def _masalah(satu: Kesalahan) -> str:
    """Tempatnya pada berkas, isinya, lalu sebabnya."""
    tempat = f"{satu.lembar} {satu.sel}"
    return f"{tempat} “{satu.isi}”: {satu.pesan}"


def _perbedaan(beda: Selisih) -> str:
    """Yang tercatat di samping yang pada berkas."""
    tempat = f"{beda.lembar} {beda.sel}"
    sebutan = f"{beda.nama} ({beda.kode})"
    desa = f"{sebutan} {beda.tahun}"
    isi = f"tercatat {beda.lama}, berkas {beda.baru}"
    return f"{tempat} {desa}: {isi}"
