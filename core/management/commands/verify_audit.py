from core.audit import verify
from core.management.verify import VerifyCommand


class Command(VerifyCommand):
    help = "Periksa rantai jejak audit; keluar dengan galat bila ada yang rusak."
    verify = staticmethod(verify)
    utuh = "Rantai audit utuh."
