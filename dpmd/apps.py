from django.apps import AppConfig


class DpmdConfig(AppConfig):
    name = "dpmd"

    def ready(self) -> None:
        """Daftarkan pemeriksaan pemasangan, dan tugas yang memuat kantor baru."""
        from django.core.checks import register

        from documents.tugas import register_tugas
        from dpmd.actions.daerah import JENIS_LOAD, LOAD_DAERAH
        from dpmd.checks import deployment

        register(deployment)
        register_tugas(LOAD_DAERAH, JENIS_LOAD)
