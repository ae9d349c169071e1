from typing import Any

from django.core.management.base import BaseCommand, CommandError

from idm.models import IdmDesa, Instrumen


class Command(BaseCommand):
    help = (
        "Hitung ulang semua IDM yang skornya tersimpan; "
        "keluar dengan galat bila ada yang tidak sama."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        checked = 0
        wrong = []
        for instrumen in Instrumen.objects.all():
            berskor = IdmDesa.objects.filter(instrumen=instrumen).exclude(skor="")
            rows = list(berskor.select_related("desa"))
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

        indikator = instrumen.indikatoridm_set.order_by("posisi")
        indeks = list(indikator.values_list("indeks", flat=True))
        skor = [row.skor for row in rows]
        table = hitung(skor, indeks, instrumen.ambang())
        lines = []
        for row, hasil in zip(rows, table.itertuples(), strict=True):
            if int(row.idm * SKALA) == hasil.idm and row.status == hasil.status:
                continue
            terhitung = f"dari skor {hasil.idm / SKALA:.4f} {hasil.status}"
            lines.append(f"{row}: tersimpan {row.idm} {row.status}, {terhitung}")
        return lines
