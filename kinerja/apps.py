from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    name = "kinerja"

    def ready(self) -> None:
        """Daftarkan naskah kinerja pada `documents`."""
        from documents.papers import Paper, register, register_closure
        from kinerja.checks import findings
        from kinerja.models import PeriodeIsian
        from kinerja.reports.kelengkapan import missing
        from kinerja.reports.lkjip import payload

        register_closure(PeriodeIsian.objects.is_closed)
        register("kinerja.Lkjip", Paper("kinerja/lkjip/cetak.html", payload, missing, findings, judul="LKjIP"))
