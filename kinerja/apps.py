from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    name = "kinerja"

    def ready(self) -> None:
        """Daftarkan naskah kinerja dan masa isian pada `documents`, dan indikator yang dibaca draf `idm`."""
        from documents.papers import register, register_closure
        from idm import dampak
        from kinerja.models import PeriodeIsian
        from kinerja.papers import PAPERS
        from kinerja.reports.draf import dampak_indikator

        for label, paper in PAPERS.items():
            register(label, paper)
        register_closure(PeriodeIsian.objects.is_closed)
        dampak.register(dampak_indikator)
