"""`python -m tests.beban.akun <banyak>`: akun operator bagi orang-orang beban, pada data demo."""

import sys

SANDI = "desa-membangun-2023"
KANTOR = "16.07"  # yang isiannya paling banyak: 288 desa


def nama_akun(nomor: int) -> str:
    return f"beban-{nomor:03}"


def create(banyak: int) -> None:
    """Lewat pintu yang sama dengan akun lain, tercatat pada jejak kantornya."""
    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.models import Group
    from django.db import transaction

    from accounts.models import Kabupaten, User
    from accounts.roles import Peran
    from core import audit, door

    kabupaten = Kabupaten.objects.get(kode=KANTOR)
    relations = {"groups": [Group.objects.get(name=Peran.OPERATOR.value)]}
    sandi = make_password(SANDI)
    with transaction.atomic(), audit.locked(KANTOR):
        for nomor in range(banyak):
            user = User(
                username=nama_akun(nomor),
                password=sandi,
                kabupaten=kabupaten,
                perangkat_daerah=kabupaten.dinas,
            )
            door.save(user, by="beban", note="Akun uji beban.", relations=relations)


if __name__ == "__main__":
    import django

    django.setup()
    create(int(sys.argv[1]))
