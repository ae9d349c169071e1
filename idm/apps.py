from django.apps import AppConfig


class IdmConfig(AppConfig):
    name = "idm"

    def ready(self) -> None:
        """Daftarkan penetapan, tanda peragaan, dan status desa pada peta `villages`."""
        from documents.jenis import register, register_peragaan
        from idm.naskah.pendaftaran import JENIS
        from idm.reports.atribut import ATRIBUT
        from idm.reports.ukuran import is_peragaan
        from villages import atribut

        for label, jenis_naskah in JENIS.items():
            register(label, jenis_naskah)
        register_peragaan(is_peragaan)
        for satu in ATRIBUT:
            atribut.register(satu)
