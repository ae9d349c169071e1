from django.apps import AppConfig


class IdmConfig(AppConfig):
    name = "idm"

    def ready(self) -> None:
        """Daftarkan penetapan IDM pada `documents`, dan status desa pada peta `villages`."""
        from documents.papers import register
        from idm.papers import PAPERS
        from idm.reports.atribut import ATRIBUT
        from villages import atribut

        for label, paper in PAPERS.items():
            register(label, paper)
        for satu in ATRIBUT:
            atribut.register(satu)
