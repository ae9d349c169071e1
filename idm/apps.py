from django.apps import AppConfig


class IdmConfig(AppConfig):
    name = "idm"

    def ready(self) -> None:
        """Daftarkan penetapan IDM pada `documents`, dan status desa pada peta `villages`."""
        from documents.jenis import register
        from idm.naskah.pendaftaran import JENIS
        from idm.reports.atribut import ATRIBUT
        from villages import atribut

        for label, jenis_naskah in JENIS.items():
            register(label, jenis_naskah)
        for satu in ATRIBUT:
            atribut.register(satu)
