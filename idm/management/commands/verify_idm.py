from typing import Any

from django.core.management.base import BaseCommand, CommandError

from idm.models import IdmDesa, Instrumen


class Command(BaseCommand):
    help = "Hitung ulang semua IDM yang skornya tersimpan; keluar dengan galat bila ada yang tidak sama."

    def handle(self, *args: Any, **options: Any) -> None:
        checked, wrong = 0, []
        for instrumen in Instrumen.objects.all():
            rows = list(
                IdmDesa.objects.filter(instrumen=instrumen).exclude(skor="").select_related("desa")
            )
            if rows:
                checked += len(rows)
                wrong += self.differences(instrumen, rows)
        for line in wrong:
            self.stderr.write(line)
        if wrong:
            raise CommandError(f"{len(wrong)} dari {checked} baris tidak sama dengan skornya.")
        self.stdout.write(f"{checked} baris IDM sama dengan hitungan dari skornya.")

    def differences(self, instrumen: Instrumen, rows: list[IdmDesa]) -> list[str]:
        """Satu kalimat per baris yang hasil tersimpannya lain dari hitungan ulang."""
        from idm.massal import SKALA, hitung  # pandas hanya dibaca saat perintah ini berjalan

        indeks = list(
            instrumen.indikatoridm_set.order_by("posisi").values_list("indeks", flat=True)
        )
        table = hitung([row.skor for row in rows], indeks, instrumen.ambang())
        return [
            f"{row}: tersimpan {row.idm} {row.status}, dari skor {hasil.idm / SKALA:.4f} {hasil.status}"
            for row, hasil in zip(rows, table.itertuples(), strict=True)
            if (int(row.idm * SKALA), row.status) != (hasil.idm, hasil.status)
        ]
