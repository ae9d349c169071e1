"""Enam belas orang menyetujui dokumen yang sama pada saat yang sama: tepat satu yang menang."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from core.audit import Refused
from core.models import AuditEvent
from documents.actions import advance, workflow
from kinerja.models import Lkjip
from tests import factories

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
CLIENTS = 16


def run(lkjip):
    """Banyaknya yang berhasil menyetujui."""
    users = [
        factories.make_user("kepala_bidang", lkjip.kabupaten, username=f"kabid{n}")
        for n in range(CLIENTS)
    ]
    start, won = Barrier(CLIENTS), []

    def approve(user):
        try:
            naskah = Lkjip.objects.get(pk=lkjip.pk)
            start.wait()
            won.append(advance(naskah, langkah="approve", by=user))
        except Refused:
            pass
        finally:
            connection.close()

    threads = [Thread(target=approve, args=(user,)) for user in users]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(won)


@pytest.fixture
def diajukan(lkjip, users, isi):
    return advance(lkjip, langkah="submit", by=users["operator"])


def test_tepat_satu_menang(diajukan):
    assert run(diajukan) == 1
    assert (
        AuditEvent.objects.filter(action="alur", changes__status=["diajukan", "disetujui"]).count()
        == 1
    )


def test_tanpa_kunci_uji_ini_gagal(diajukan, monkeypatch):
    """Kunci dilepas: lebih dari satu lolos, jadi uji di atas memang menguji kunci."""
    meet = Barrier(CLIENTS)

    def unlocked(naskah):
        kini = Lkjip.objects.get(pk=naskah.pk)
        meet.wait(timeout=20)
        return kini

    monkeypatch.setattr(workflow, "lock", unlocked)
    assert run(diajukan) > 1
