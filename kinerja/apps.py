from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    name = "kinerja"

    def ready(self) -> None:
        """Daftarkan naskah, masa isian, jadwal reviu, dan dampak draf pada paket di kirinya."""
        from documents.jenis import register, register_closure, register_schedule
        from idm import dampak
        from kinerja.models import JadwalReviu, PeriodeIsian
        from kinerja.naskah.pendaftaran import JENIS, REVIU
        from kinerja.reviu.jenis import register as register_reviu
        from kinerja.tahun.draf import dampak_indikator

        for label, jenis_naskah in JENIS.items():
            register(label, jenis_naskah)
        for label, jenis_reviu in REVIU.items():
            register_reviu(label, jenis_reviu)
        register_schedule(JadwalReviu.objects.is_scheduled)
        register_closure(PeriodeIsian.objects.is_closed)
        dampak.register(dampak_indikator)
