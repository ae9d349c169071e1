from django.apps import AppConfig


class VillagesConfig(AppConfig):
    name = "villages"

    def ready(self) -> None:
        """Daftarkan berkas IKK pada `documents`, dan sifat desa yang dapat dipetakan."""
        from documents.jenis import register
        from villages import atribut
        from villages.naskah.pendaftaran import JENIS
        from villages.reports.peta import ATRIBUT

        for label, jenis_naskah in JENIS.items():
            register(label, jenis_naskah)
        for satu in ATRIBUT:
            atribut.register(satu)
