"""Memeriksa IDM tersimpan terhadap skornya."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from idm.models import IdmDesa, Instrumen


class Command(BaseCommand):
    """Yang tidak sama disebut satu per satu; tidak ada yang diubah."""

    help = (
        "Hitung ulang semua IDM yang skornya tersimpan; "
        "keluar dengan galat bila ada yang tidak sama."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Satu instrumen sekaligus, agar rumusnya satu."""
        checked = 0
        wrong = []
        for instrumen in Instrumen.objects.all():
            berskor = IdmDesa.objects.filter(instrumen=instrumen).exclude(skor="")
            rows = list(berskor.select_related("desa"))
            if rows:
                checked += len(rows)
                wrong += self.differences(instrumen, rows)
        for baris in wrong:
            self.stderr.write(baris)
        banyak = len(wrong)
        if banyak:
            raise CommandError(f"{banyak} dari {checked} baris tidak sama dengan skornya.")
        self.stdout.write(f"{checked} baris IDM sama dengan hitungan dari skornya.")

    def differences(self, instrumen: Instrumen, rows: list[IdmDesa]) -> list[str]:
        """Satu kalimat per baris yang hasil tersimpannya lain dari hitungan ulang."""
        from idm.massal import SKALA, hitung  # pandas hanya dibaca saat perintah ini berjalan

        indikator = instrumen.indikatoridm_set.order_by("posisi")
        indeks = list(indikator.values_list("indeks", flat=True))
        ambang = instrumen.ambang()
        skor = [row.skor for row in rows]
        table = hitung(skor, indeks, ambang)
        semua_baris = []
        pasangan = zip(rows, table.itertuples(), strict=True)
        for row, hasil in pasangan:
            idm_tersimpan = int(row.idm * SKALA)
            tersimpan = (idm_tersimpan, row.status)
            if tersimpan != (hasil.idm, hasil.status):
                idm = hasil.idm / SKALA
                terhitung = f"{idm:.4f} {hasil.status}"
                semua_baris.append(_beda(row, terhitung))
        return semua_baris


def _beda(row: IdmDesa, terhitung: str) -> str:
    """Yang tersimpan di samping yang dihitung ulang."""
    tersimpan = f"{row.idm} {row.status}"
    return f"{row}: tersimpan {tersimpan}, dari skor {terhitung}"
