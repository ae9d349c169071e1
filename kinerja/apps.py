from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    name = "kinerja"

    def ready(self) -> None:
        """Daftarkan naskah kinerja dan masa isian pada `documents`."""
        from documents.jenis import register, register_closure
        from kinerja.models import PeriodeIsian
        from kinerja.naskah.pendaftaran import JENIS

        for label, jenis_naskah in JENIS.items():
            register(label, jenis_naskah)
        register_closure(PeriodeIsian.objects.is_closed)
