from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    name = "kinerja"

    def ready(self) -> None:
        """Daftarkan naskah kinerja dan masa isian pada `documents`."""
        from documents.papers import register, register_closure
        from kinerja.models import PeriodeIsian
        from kinerja.naskah.papers import PAPERS

        for label, paper in PAPERS.items():
            register(label, paper)
        register_closure(PeriodeIsian.objects.is_closed)
