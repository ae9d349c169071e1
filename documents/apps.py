from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "documents"

    def ready(self) -> None:
        """Daftarkan tugas mencetak dan mengimpor, dan unduhan daftar."""
        from core.ekspor import register_ekspor
        from documents.actions import impor_tugas
        from documents.actions.bundel import BUNDEL, JENIS_BUNDEL
        from documents.actions.cetak import CETAK, JENIS_CETAK, JENIS_SALINAN, SALINAN
        from documents.ekspor import ke_csv, ke_pdf, ke_xlsx
        from documents.tugas import register_tugas

        register_tugas(CETAK, JENIS_CETAK)
        register_tugas(SALINAN, JENIS_SALINAN)
        register_tugas(BUNDEL, JENIS_BUNDEL)
        register_tugas(impor_tugas.CHECK, impor_tugas.JENIS_CHECK)
        register_tugas(impor_tugas.APPLY, impor_tugas.JENIS_APPLY)
        register_ekspor("pdf", ke_pdf)
        register_ekspor("xlsx", ke_xlsx)
        register_ekspor("csv", ke_csv)
