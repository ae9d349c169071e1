"""Pemeriksa sesudah gangguan (tests/galat) menyebut yang dilanggar, tidak diam saja."""

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import Bidang, Kabupaten, User
from core import door
from documents.models import StatusTugas, Tugas
from tests.galat import utuh
from tests.galat.pekerja import JENIS

pytestmark = pytest.mark.django_db


@pytest.fixture
def tugas(users: dict[str, User], banyuasin: Kabupaten) -> Tugas:
    kini = timezone.now()
    return Tugas.objects.create(
        kabupaten=banyuasin, jenis=JENIS, judul="Tugas s", hak="-", sidik="s",
        diminta_by=users["operator"], diminta_at=kini, finished_at=kini,
        status=StatusTugas.SELESAI, berkas="tugas/tiada",
    )  # fmt: skip


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_tugas_yang_akibatnya_hilang_atau_mendahului(
    tugas: Tugas, users: dict[str, User], banyuasin: Kabupaten
) -> None:
    assert list(utuh.check_tugas([tugas.pk])) == [
        f"Tugas {tugas.pk} selesai, akibatnya 0 kali.",
        f"Hasil tugas {tugas.pk} tidak tersimpan.",
    ]
    door.save(Bidang(perangkat_daerah=banyuasin.dinas, nama="Bidang s"), by=users["admin"])
    Tugas.objects.update(status=StatusTugas.GAGAL)
    assert list(utuh.check_tugas([tugas.pk])) == [
        f"Tugas {tugas.pk} gagal, akibatnya 1 kali.",
        f"Tugas {tugas.pk} gagal tanpa sebab.",
    ]
    Bidang.objects.all().delete()
    Tugas.objects.update(status=StatusTugas.MENUNGGU, finished_at=None)
    assert list(utuh.check_tugas([tugas.pk])) == []
    assert list(utuh.check_tugas([tugas.pk], is_akhir=True)) == [
        f"Tugas {tugas.pk} tidak pernah berakhir.",
    ]


def test_rantai_dan_baris_sejak_pemeriksaan_terakhir(
    users: dict[str, User], banyuasin: Kabupaten, without_triggers: None
) -> None:
    row = Bidang(perangkat_daerah=banyuasin.dinas, nama="Satu")
    door.save(row, by=users["admin"])
    rantai = utuh.Rantai()
    assert list(rantai.check()) == []
    for nama in ("Dua", "Tiga"):
        row.nama = nama
        door.save(row, by=users["admin"])
    sql("UPDATE accounts_bidang SET urutan = 9")
    sql("UPDATE core_auditevent SET note = 'lain' WHERE nomor = 3")
    assert list(rantai.check()) == [
        "Rantai 16.07: #3 isinya telah berubah.",
        f"bidang {row.pk} (Tiga) berubah tanpa jejak: urutan",
    ]
    sql("DELETE FROM core_auditevent WHERE nomor = 3")
    assert next(iter(utuh.Rantai().check())) == "Rantai 16.07 tidak berakhir di #3."
