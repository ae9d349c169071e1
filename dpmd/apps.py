from django.apps import AppConfig


class DpmdConfig(AppConfig):
    name = "dpmd"

    def ready(self) -> None:
        """Daftarkan pemeriksaan pemasangan."""
        from django.core.checks import register

        from dpmd.checks import deployment

        register(deployment)
