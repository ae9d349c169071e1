from django.apps import AppConfig


class VillagesConfig(AppConfig):
    name = "villages"

    def ready(self) -> None:
        """Daftarkan berkas IKK pada `documents`, dan sifat desa yang dapat dipetakan."""
        from documents.papers import register
        from villages import atribut
        from villages.papers import PAPERS
        from villages.reports.peta import ATRIBUT

        for label, paper in PAPERS.items():
            register(label, paper)
        for satu in ATRIBUT:
            atribut.register(satu)
