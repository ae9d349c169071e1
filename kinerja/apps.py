from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    name = "kinerja"

    def ready(self) -> None:
        """Daftarkan naskah dan masa isian pada `documents`, dampak draf pada `idm`."""
        from documents.jenis import register, register_closure
        from idm import dampak
        from kinerja.models import PeriodeIsian
        from kinerja.naskah.pendaftaran import JENIS
        from kinerja.tahun.draf import dampak_indikator

        for label, jenis_naskah in JENIS.items():
            register(label, jenis_naskah)
        register_closure(PeriodeIsian.objects.is_closed)
        dampak.register(dampak_indikator)
