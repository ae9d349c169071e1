"""Hitung ulang satu kabupaten: angka sama dengan terbitan, satu jejak, yang terkunci ditolak."""

from decimal import Decimal
from hashlib import sha256
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Kabupaten
from core import keutuhan
from core.audit import Refused
from core.models import AuditEvent
from idm.actions import recompute
from idm.models import IdmDesa, Instrumen, TerbitanIdm

pytestmark = pytest.mark.django_db
HASIL = ("iks", "ike", "ikl", "idm", "status")


def hasil(tahun=2024):
    return list(
        IdmDesa.objects.filter(tahun=tahun).order_by("desa__kode").values_list("desa__kode", *HASIL)
    )


def test_semua_desa_2024_kembali_ke_terbitannya(kabupaten):
    terbit = hasil()
    salah = IdmDesa.objects.filter(tahun=2024)
    salah.update(iks=0, ike=0, ikl=0, idm=0, status="SANGAT TERTINGGAL")
    assert recompute(kabupaten=kabupaten, tahun=2024, by="uji") == 288
    assert hasil() == terbit
    row = salah.select_related("instrumen").first()
    assert row.sidik == sha256(f"{row.instrumen.kode}:{row.skor}".encode()).hexdigest()
    assert (row.dihitung_oleh, row.dihitung_at is not None) == ("uji", True)
    assert recompute(kabupaten=kabupaten, tahun=2024, by="uji") == 0


def test_satu_jejak_dengan_sebelum_dan_sesudah(kabupaten):
    row = IdmDesa.objects.filter(tahun=2024).select_related("desa").first()
    IdmDesa.objects.filter(pk=row.pk).update(idm=row.idm - Decimal("0.0001"))
    awal = AuditEvent.objects.count()
    assert recompute(kabupaten=kabupaten, tahun=2024, by="uji") == 1
    event = AuditEvent.objects.order_by("-pk").first()
    assert AuditEvent.objects.count() == awal + 1
    assert (event.action, event.object_id, event.kabupaten) == ("muat", str(kabupaten.pk), "16.07")
    (kode, (lama, baru)), *lain = event.changes.items()
    assert (kode, lain) == (row.desa.kode, [])
    assert lama.split()[3] == f"{row.idm - Decimal('0.0001'):.4f}"
    assert baru.split()[3:] == [f"{row.idm:.4f}", *row.status.split()]
    assert "1 dari 288 desa" in event.note
    assert list(keutuhan.verify_chains()) == []


def test_terbitan_tanpa_skor_tidak_disentuh(kabupaten):
    terbit = hasil(2023)
    assert recompute(kabupaten=kabupaten, tahun=2023, by="uji") == 0
    assert hasil(2023) == terbit
    assert not IdmDesa.objects.filter(tahun=2023).exclude(sidik="").exists()
    assert not TerbitanIdm.objects.filter(tahun=1999).exists()


def test_yang_terkunci_ditolak(kabupaten, monkeypatch):
    monkeypatch.setattr(IdmDesa, "lock_for", staticmethod(lambda *masa: "Terkunci oleh penetapan."))
    IdmDesa.objects.filter(tahun=2024).update(idm=0)
    with pytest.raises(Refused, match="Terkunci oleh penetapan"):
        recompute(kabupaten=kabupaten, tahun=2024, by="uji")
    assert set(IdmDesa.objects.filter(tahun=2024).values_list("idm", flat=True)) == {Decimal(0)}
    galat = StringIO()
    with pytest.raises(CommandError, match="1 kabupaten tidak dihitung"):
        call_command("recompute", "2024", "--kabupaten", "16.07", stdout=StringIO(), stderr=galat)
    assert "Terkunci oleh penetapan" in galat.getvalue()


def test_dua_instrumen_dalam_satu_tahun(kabupaten):
    """Baris 50 dan 54 indikator bercampur: masing-masing menurut instrumennya."""
    lama = Instrumen.objects.get(kode="idm-2016")
    ids = list(IdmDesa.objects.filter(tahun=2024).values_list("pk", flat=True)[:5])
    IdmDesa.objects.filter(pk__in=ids).update(instrumen=lama, skor="5" * 38 + "3" * 12 + "1" * 4)
    assert recompute(kabupaten=kabupaten, tahun=2024, by="uji") == 5
    row = IdmDesa.objects.get(pk=ids[0])
    assert (row.iks, row.ike, row.ikl, row.idm, row.status) == (
        Decimal(1), Decimal("0.6"), Decimal("0.2"), Decimal("0.6"), "BERKEMBANG",
    )  # fmt: skip


def test_ambang_dari_instrumennya(kabupaten):
    instrumen = Instrumen.objects.get(kode="idm-2019")
    instrumen.ambangstatus_set.filter(status="MANDIRI").update(batas=Decimal("0.9999"))
    assert recompute(kabupaten=kabupaten, tahun=2024, by="uji") == 11
    assert not IdmDesa.objects.filter(tahun=2024, status="MANDIRI").exists()
    instrumen.ambangstatus_set.all().delete()
    with pytest.raises(Refused, match="belum mempunyai ambang"):
        recompute(kabupaten=kabupaten, tahun=2024, by="uji")


def test_deret_yang_bukan_milik_instrumennya(kabupaten):
    IdmDesa.objects.filter(pk=IdmDesa.objects.filter(tahun=2024).first().pk).update(skor="555")
    with pytest.raises(Refused, match="50 skor"):
        recompute(kabupaten=kabupaten, tahun=2024, by="uji")


def test_kueri_tidak_bertambah_bersama_desanya(kabupaten):
    recompute(kabupaten=kabupaten, tahun=2024, by="uji")  # sidik yang belum ada ditulis lebih dulu
    with CaptureQueriesContext(connection) as semua:
        recompute(kabupaten=kabupaten, tahun=2024, by="uji")
    IdmDesa.objects.filter(tahun=2024, desa__kode__gt="16.07.01.2009").delete()
    with CaptureQueriesContext(connection) as sedikit:
        recompute(kabupaten=kabupaten, tahun=2024, by="uji")
    assert len(semua) == len(sedikit)


def test_perintah_untuk_semua_kabupaten(kabupaten):
    keluaran = StringIO()
    call_command("recompute", "2024", stdout=keluaran)
    assert keluaran.getvalue().splitlines() == [
        f"{k}: 0 desa berubah" for k in Kabupaten.objects.order_by("kode")
    ]  # fmt: skip
    with pytest.raises(CommandError, match=r"berkode 99\.99"):
        call_command("recompute", "2024", "--kabupaten", "99.99", stdout=keluaran)
