from core.keutuhan import verify
from core.management.verify import VerifyCommand


class Command(VerifyCommand):
    help = "Hadapkan tiap baris dengan jejak auditnya; keluar dengan galat bila ada yang rusak."
    verify = staticmethod(verify)
    utuh = "Rantai audit dan barisnya utuh."
