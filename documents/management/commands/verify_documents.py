from core.management.verify import VerifyCommand
from documents.verification import verify


class Command(VerifyCommand):
    help = "Periksa snapshot, PDF bertanda tangan dan bukti; galat bila ada yang rusak."
    verify = staticmethod(verify)
    utuh = "Semua dokumen utuh."
