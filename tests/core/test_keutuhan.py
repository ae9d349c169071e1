"""Segel, jangkar, dan tiap baris terhadap jejaknya: yang dapat menulis basis data tetap ketahuan.

Tiap kolom tiap tabel diubah langsung di `tests/crud.py`.
"""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from accounts.models import Bidang, Kabupaten, User
from core import audit, door, jangkar, keutuhan, segel, triggers
from core.models import AuditChain, AuditEvent
from documents.models import Kunci, Pengesahan, Snapshot, TandaTangan
from villages.models import Desa

pytestmark = pytest.mark.django_db


def sql(statement: str, *params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


@pytest.fixture
def bidang(users: dict[str, User], banyuasin: Kabupaten) -> Bidang:
    """Tiga kejadian pada satu bidang; bahan lain diakui."""
    keutuhan.seal("Bahan uji disusun di luar pintu menulis.")
    row = Bidang(perangkat_daerah=banyuasin.dinas, nama="Satu")
    for nama in ("Satu", "Dua", "Tiga"):
        row.nama = nama
        door.save(row, by=users["admin"])
    jangkar.anchor()
    return row


@pytest.fixture
def tanpa_pemicu() -> Any:
    triggers.remove(connection, "core_auditevent")
    yield
    triggers.install(connection, "core_auditevent")


def test_data_demo_utuh(kabupaten: Kabupaten) -> None:
    assert list(keutuhan.verify()) == []


def test_kolom_yang_berubah_disebut(bidang: Bidang) -> None:
    assert list(keutuhan.verify()) == []
    sql("UPDATE accounts_bidang SET nama = 'Lain' WHERE id = %s", bidang.pk)
    assert list(keutuhan.verify()) == [
        f"bidang {bidang.pk} (Tiga) berubah tanpa jejak: nama",
    ]


def test_baris_tambahan_dan_yang_hilang_disebut(bidang: Bidang) -> None:
    sql("DELETE FROM accounts_bidang WHERE id = %s", bidang.pk)
    assert list(keutuhan.verify()) == [f"bidang {bidang.pk} (Tiga) hilang tanpa jejak"]


def test_peran_yang_ditambahkan_langsung_disebut(kabupaten: Kabupaten) -> None:
    akun = User.objects.get(username="operator")
    sql(
        "INSERT INTO accounts_user_groups (user_id, group_id) "
        "SELECT %s, id FROM auth_group WHERE name = 'admin'",
        akun.pk,
    )
    assert any("accounts.User" in satu for satu in keutuhan.verify())


def test_yang_dimuat_sekaligus_disebut_tabelnya(kabupaten: Kabupaten) -> None:
    sql("UPDATE villages_desa SET nama = 'Lain' WHERE id = %s", Desa.objects.first().pk)
    (kalimat,) = keutuhan.verify()
    assert "(villages.Desa) isinya tidak sama dengan jejaknya" in kalimat


@pytest.mark.usefixtures("tanpa_pemicu")
class TestPenulisBasisData:
    """Ia tidak memegang kuncinya, jadi segelnya tidak dapat dibuatnya."""

    def hash_ulang(self, mulai: int) -> None:
        """Hash semua kejadian dari nomor itu, dan ujung rantainya, dihitung kembali."""
        chain = AuditChain.objects.get(kabupaten="16.07")
        previous = ""
        for event in AuditEvent.objects.filter(kabupaten="16.07").order_by("nomor"):
            if event.nomor >= mulai:
                event.previous_hash = previous
                event.hash = audit.digest(event)
                sql(
                    "UPDATE core_auditevent SET previous_hash = %s, hash = %s WHERE id = %s",
                    previous,
                    event.hash,
                    event.pk,
                )
            previous = event.hash
        AuditChain.objects.filter(pk=chain.pk).update(hash=previous)

    def masalah(self) -> str:
        return " | ".join(keutuhan.verify())

    def test_ekor_dipotong_dan_ujungnya_disetel(self, bidang: Bidang) -> None:
        kedua = AuditEvent.objects.get(kabupaten="16.07", nomor=2)
        sql("DELETE FROM core_auditevent WHERE nomor = 3 AND kabupaten = '16.07'")
        keadaan = AuditEvent.objects.get(kabupaten="16.07", nomor=2).keadaan
        AuditChain.objects.filter(kabupaten="16.07").update(
            nomor=2, hash=kedua.hash, keadaan=keadaan
        )
        sql("UPDATE accounts_bidang SET nama = 'Dua' WHERE id = %s", bidang.pk)
        assert "kejadian #3 yang dijangkar" in self.masalah()

    def test_rantai_dihapus(self, bidang: Bidang) -> None:
        sql("DELETE FROM core_auditevent")
        sql("DELETE FROM core_auditchain")
        assert "Rantai 16.07: kejadian #3 yang dijangkar" in self.masalah()

    def test_dihash_ulang(self, bidang: Bidang) -> None:
        sql("UPDATE core_auditevent SET note = 'lain' WHERE nomor = 2 AND kabupaten = '16.07'")
        self.hash_ulang(2)
        assert "kejadian #2" in self.masalah()
        assert "segelnya tidak sah" in self.masalah()

    def test_segel_dilepas(self, bidang: Bidang) -> None:
        sql("UPDATE core_auditevent SET segel = '' WHERE nomor >= 2 AND kabupaten = '16.07'")
        assert "segelnya hilang" in self.masalah()
        sql("UPDATE core_auditevent SET segel = '' WHERE kabupaten = '16.07'")
        assert "ujungnya tidak bersegel" in self.masalah()

    def test_jumlah_sidik_pada_ujung_disetel(self, bidang: Bidang) -> None:
        AuditChain.objects.filter(kabupaten="16.07").update(keadaan={})
        assert "jumlah sidik tabelnya" in self.masalah()

    def test_jangkar_palsu(self, bidang: Bidang) -> None:
        palsu = json.dumps({"kabupaten": "16.07", "nomor": 9, "segel": "0"})
        jangkar.berkas().write_text(f"{palsu}\nbukan\n")
        assert "Jangkar baris 1 rusak" in self.masalah()
        assert "Jangkar baris 2 rusak" in self.masalah()


@pytest.mark.parametrize("model", [Snapshot, Pengesahan, TandaTangan, Kunci])
def test_tabel_sah_dan_kunci_terjaga(model: Any) -> None:
    """Semua yang bertanda tangan dan yang mengunci; kolomnya satu per satu di uji tambah-ubah."""
    assert model in keutuhan.terjaga()


def test_jangkar_ditulis_bila_rantai_bertambah(bidang: Bidang, users: dict[str, User]) -> None:
    assert jangkar.anchor() == 0
    bidang.nama = "Empat"
    door.save(bidang, by=users["admin"])
    assert jangkar.anchor() == 1
    assert list(keutuhan.verify()) == []


def test_jangkar_yang_terputus_tidak_merusak_yang_berikutnya(
    bidang: Bidang, users: dict[str, User]
) -> None:
    """Disk penuh di tengah tulis: setengah barisnya tidak menyatakan apa-apa, juga ubahan tidak."""
    berkas = jangkar.berkas()
    utuh = berkas.read_text()
    berkas.write_text(utuh + utuh.splitlines()[-1][:40])
    assert list(keutuhan.verify()) == []
    bidang.nama = "Empat"
    door.save(bidang, by=users["admin"])
    assert jangkar.anchor() == 1
    assert list(keutuhan.verify()) == []
    terakhir = json.loads(berkas.read_text().splitlines()[-1])
    assert terakhir["nomor"] == AuditChain.objects.get(kabupaten="16.07").nomor


def test_yang_berubah_disebut_walau_jam_pernah_mundur(
    users: dict[str, User], banyuasin: Kabupaten, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Isi terakhir menurut urutan tulisnya, bukan menurut jam peladennya."""
    keutuhan.seal("Bahan uji disusun di luar pintu menulis.")
    row = Bidang(perangkat_daerah=banyuasin.dinas, nama="Satu")
    kini = timezone.now()
    for jam, nama in enumerate(("Satu", "Dua", "Tiga")):
        saat = kini - timedelta(hours=jam)
        monkeypatch.setattr(timezone, "now", lambda saat=saat: saat)
        row.nama = nama
        door.save(row, by=users["admin"])
    sql("UPDATE accounts_bidang SET urutan = 9 WHERE id = %s", row.pk)
    assert list(keutuhan.verify()) == [f"bidang {row.pk} (Tiga) berubah tanpa jejak: urutan"]


def test_kunci_dibuat_sekali_di_luar_basis_data(settings: Any, tmp_path: Path) -> None:
    settings.AUDIT_KEY = ""
    settings.DATA_DIR = tmp_path
    assert segel.kunci() == segel.kunci() == (tmp_path / "jejak" / "kunci").read_bytes()
    assert (tmp_path / "jejak" / "kunci").stat().st_mode & 0o777 == 0o600


def test_migrate_tanpa_migrasi_baru_tidak_menutupi_ubahan(bidang: Bidang) -> None:
    sql("UPDATE accounts_bidang SET nama = 'Lain' WHERE id = %s", bidang.pk)
    call_command("migrate", verbosity=0)
    assert any("berubah tanpa jejak: nama" in satu for satu in keutuhan.verify())


def test_rantai_rusak_tidak_diakui(bidang: Bidang) -> None:
    AuditChain.objects.filter(kabupaten="16.07").update(nomor=99)
    with pytest.raises(audit.Refused, match="rantai berakhir di #3"):
        keutuhan.seal("Sesudah migrasi.")


def test_sandi_lama_disandi_ulang_lewat_pintu(kabupaten: Kabupaten, client: Any) -> None:
    lama = User.objects.get(username="operator").password
    isian = {"login": "operator", "username": "operator", "password": "desa-membangun-2023"}
    client.post("/akun/masuk/", isian)
    akun = User.objects.get(username="operator")
    assert akun.password != lama
    assert AuditEvent.objects.of(akun).filter(note="Kata sandi disandi ulang.").count() == 1
    assert list(keutuhan.verify()) == []
