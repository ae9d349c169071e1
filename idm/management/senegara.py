"""Dasar perintah yang memuat satu berkas senegara: sidiknya pada jejak, laporannya ke keluaran."""

from collections.abc import Iterable
from hashlib import file_digest
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, models

from core.audit import Refused
from documents.impor import Kesalahan
from idm.actions.nasional import Laporan
from idm.pembaca import TakTerbaca

TIDAK_DIGANTI = "tidak diganti (pakai --ganti bila memang diganti)"
TERBANYAK = 1000  # kalimat tiap golongan yang ditulis


class PerintahSenegara(BaseCommand):
    """Kesalahan, catatan dan perbedaan ditulis ke galat baku; ringkasannya ke keluaran baku."""

    tabel: ClassVar[tuple[type[models.Model], ...]] = ()
    requires_system_checks: ClassVar[list[str]] = []  # memuat semua halaman: sedetik lebih

    def add_arguments(self, parser: CommandParser) -> None:
        """Yang berbeda dari yang tercatat hanya diganti bila diminta."""
        parser.add_argument("berkas", type=Path)
        parser.add_argument(
            "--tahun", type=int, required=True, help="tahun baris yang tidak menyebut tahunnya"
        )
        parser.add_argument(
            "--ganti", action="store_true", help="ganti yang berbeda dari yang tercatat"
        )

    def load(self, berkas: Path, note: str, options: dict[str, Any]) -> Laporan:
        """Dinyatakan tiap perintah."""
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        """Sidik berkasnya masuk jejak, agar sumbernya dapat dibuktikan."""
        berkas: Path = options["berkas"]
        if not berkas.is_file():
            raise CommandError(f"{berkas} tidak ada.")
        with berkas.open("rb") as aliran:
            sidik = file_digest(aliran, "sha256")
        singkat = sidik.hexdigest()[:12]
        note = f"Impor {berkas.name}, sha256 {singkat}."
        try:
            laporan = self.load(berkas, note, options)
        except (TakTerbaca, Refused) as error:
            raise CommandError(f"Tidak ada yang disimpan. {error}") from error
        self.write(laporan, options["ganti"])
        self.rapikan()

    def write(self, laporan: Laporan, ganti: bool) -> None:
        """Yang keliru dan yang berbeda satu per satu, lalu ringkasannya."""
        kesalahan = map(_masalah, laporan.kesalahan)
        catatan = map(_masalah, laporan.catatan)
        berbeda = map(_perbedaan, laporan.berbeda)
        self._write_semua("kesalahan", kesalahan)
        self._write_semua("catatan", catatan)
        self._write_semua("perbedaan", berbeda)
        keliru = len(laporan.kesalahan)
        if keliru:
            raise CommandError(f"{keliru} kesalahan; tidak ada yang disimpan.")
        nasib = TIDAK_DIGANTI
        if ganti:
            nasib = "diganti"
        banyak_beda = len(laporan.berbeda)
        isian = f"{laporan.disimpan} isian disimpan"
        disimpan = f"{laporan.banyak_baris} baris: {isian}"
        lainnya = f"{laporan.sama} sama, {banyak_beda} berbeda {nasib}."
        self.stdout.write(f"{disimpan}, {lainnya}")

    def _write_semua(self, sebutan: str, semua: Iterable[str]) -> None:
        """Yang terlalu banyak untuk dibaca disebut banyaknya."""
        lebih = 0
        for nomor, kalimat in enumerate(semua):
            if nomor < TERBANYAK:
                self.stderr.write(kalimat)
            else:
                lebih += 1
        if lebih:
            self.stderr.write(f"… dan {lebih} {sebutan} lagi.")

    def rapikan(self) -> None:
        """Statistik menurut isi yang baru, sebelum dihitung atau dilaporkan.

        Pada PostgreSQL juga tanda halaman yang seluruhnya terlihat: tanpanya hitungan tiap status
        membaca barisnya, bukan indeksnya saja.
        """
        perintah = ["ANALYZE"]
        if connection.vendor == "postgresql" and not connection.in_atomic_block:
            for model in self.tabel:
                tabel = connection.ops.quote_name(model._meta.db_table)
                perintah.append(f"VACUUM {tabel}")
        with connection.cursor() as cursor:
            for satu in perintah:
                cursor.execute(satu)


def _masalah(satu: Kesalahan) -> str:
    """Tempatnya pada berkas, isinya, lalu sebabnya; tanpa tempat bila tentang seluruh berkas."""
    if not satu.sel:
        return satu.pesan
    tempat = f"{satu.lembar} {satu.sel}"
    return f"{tempat} “{satu.isi}”: {satu.pesan}"


def _perbedaan(beda: Any) -> str:
    """Yang tercatat di samping yang pada berkas."""
    tempat = f"{beda.lembar} {beda.sel}"
    sebutan = f"{beda.nama} ({beda.kode})"
    desa = f"{sebutan} {beda.tahun}"
    isi = f"tercatat {beda.lama}, berkas {beda.baru}"
    return f"{tempat} {desa}: {isi}"
