"""Langkah berulang pada uji IDM atas data nyata: masuk pada satu tahun, dan menjawab penuh."""

from collections.abc import Callable, Iterable

from django.test import Client

from accounts.models import User
from idm.actions.isian import isian, jawab
from idm.models import Instrumen, IsianIdm
from villages.models import Desa


def client_tahun(user: User, tahun: int) -> Client:
    client = Client()
    client.force_login(user)
    session = client.session
    session["tahun"] = tahun
    session.save()
    return client


def deret_rubrik(instrumen: Instrumen, pilih: Callable[[Iterable[int]], int]) -> str:
    """Deret yang skor tiap indikatornya dipilih dari rubriknya: `max` atau `min`."""
    rows = instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set").order_by("posisi")
    skor = [pilih(k.skor for k in row.kriteriaskor_set.all()) for row in rows]
    return "".join(map(str, skor))


def terbaik(instrumen: Instrumen) -> str:
    return deret_rubrik(instrumen, max)


def jawab_terbaik(desa: Desa, tahun: int, instrumen: Instrumen, by: User) -> IsianIdm:
    jawaban = {n: int(skor) for n, skor in enumerate(terbaik(instrumen), start=1)}
    return jawab(isian=isian(desa, tahun, instrumen, 50), jawaban=jawaban, by=by)
