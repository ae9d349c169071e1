from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "documents"

    def ready(self) -> None:
        """Daftarkan tugas mencetak."""
        from documents.actions.cetak import CETAK, JENIS_CETAK
        from documents.tugas import register_tugas

        register_tugas(CETAK, JENIS_CETAK)
