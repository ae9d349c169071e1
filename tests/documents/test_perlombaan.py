"""Enam perlombaan penulis pada PostgreSQL; masing-masing melanggar begitu kuncinya dilepas.

Bentuk penuhnya bin/faults races: 32 orang, 200 putaran.
"""

import datetime
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from time import sleep
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from core import door
from core.audit import Refused
from core.grid import Grid, Ubahan
from core.models import AuditEvent
from documents import render
from documents.actions import advance, open_lock, workflow
from documents.actions import impor as tindakan
from documents.actions.kunci import close_lock
from documents.impor.kisi import kisi
from documents.models import Impor, Kunci, Pengesahan, TandaTangan
from kinerja.models import Lkjip, PengukuranSub, PeriodeIsian
from tests import factories
from tests.documents.conftest import IsiUji
from tests.documents.perlombaan import (
    Kancah,
    Pelaku,
    bagi,
    berlomba,
    dijaga,
    dilanggar,
    kancah,
    lambat,
    lepas_rantai,
)
from villages.grids import RekapLembagaGrid
from villages.models import RekapLembaga

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
REKAP = "villages.RekapLembaga"
SETUJU = {"changes__status": ["diajukan", "disetujui"]}
MENCOBA = 5  # kali pihak kedua menengok gilirannya
NOMOR = count()
HARI = datetime.timedelta(days=1)


def write(row: Any, kolom: str, by: Any, nomor: int) -> Pelaku:
    """Seorang yang membuka baris itu dan menyimpan nilai barunya."""

    def save_sel() -> None:
        kini = type(row).objects.get(pk=row.pk)
        setattr(kini, kolom, nomor + 1)
        door.save(kini, by=by)

    return save_sel


@pytest.fixture
def pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pencetak tiruan; tiap naskah cetakannya sendiri."""
    monkeypatch.setattr(render, "pdf", lambda html: f"%PDF-1.7 {next(NOMOR)}".encode())


@pytest.fixture
def write_lambat(monkeypatch: pytest.MonkeyPatch) -> None:
    lambat(monkeypatch, door, "_refuse_locked")


def lepas_lock(patch: pytest.MonkeyPatch) -> None:
    """Naskahnya dibaca tanpa dikunci."""
    patch.setattr(workflow, "lock", lambda naskah: type(naskah).objects.get(pk=naskah.pk))


def diajukan(kancah: Kancah) -> Lkjip:
    lkjip = factories.make_lkjip(kancah.kabupaten)
    return advance(lkjip, langkah="submit", by=kancah.users["operator"])


def kepala(kancah: Kancah) -> Any:
    user = kancah.users["kepala_dinas"]
    user.pejabat = factories.make_pejabat(kancah.kabupaten)
    user.save()
    return user


def disetujui(kancah: Kancah) -> Lkjip:
    return advance(diajukan(kancah), langkah="approve", by=kancah.users["kepala_bidang"])


def sign(naskah: Lkjip, by: Any) -> None:
    advance(naskah, langkah="sign", by=by, password=factories.SANDI)


@pytest.fixture
def dari_rekap(daftarkan: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Isi naskahnya angka rekap kantornya."""

    def compose(naskah: Any, facts: Any) -> IsiUji:
        row = RekapLembaga.objects.get(kecamatan__kabupaten=naskah.kabupaten)
        return IsiUji(str(row.rt))

    daftarkan(compose=compose)
    lambat(monkeypatch, workflow, "refuse_if_changed")


def setuju_melawan_ubah() -> list[str]:
    """Yang disetujui selalu masih sama dengan yang diajukan."""
    medan = kancah()
    row = medan.rekap(rt=0)
    awal = medan.nomor(REKAP)
    naskah = diajukan(medan)
    setuju = partial(advance, naskah, langkah="approve", by=medan.users["kepala_bidang"])
    galat = berlomba(
        bagi(lambda nomor: setuju, lambda nomor: write(row, "rt", medan.users["operator"], nomor))
    )
    disetujui = medan.semua(action=AuditEvent.Action.ADVANCE, **SETUJU)
    for satu in disetujui:
        lebih_dahulu = medan.semua(REKAP, nomor__gt=awal, nomor__lt=satu.nomor)
        galat += [f"{satu} sesudah {event}" for event in lebih_dahulu]
    if len(disetujui) > 1:
        galat.append("Disetujui lebih dari sekali.")
    return galat


def test_menyetujui_melawan_mengubah(dari_rekap: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dijaga(setuju_melawan_ubah) == []
    lepas_lock(monkeypatch)
    assert dilanggar(setuju_melawan_ubah)


def dua_penanda_tangan(daftarkan: Callable[..., None]) -> list[str]:
    medan = kancah()
    satu, dua = medan.users["kepala_bidang"], kepala(medan)
    satu.pejabat = factories.make_pejabat(medan.kabupaten, nama="Pihak Pertama", is_kepala=False)
    satu.save()
    daftarkan(signers=lambda naskah: [satu.pejabat, dua.pejabat])
    naskah = disetujui(medan)

    def menunggu_giliran() -> None:
        for _ in range(MENCOBA):
            with suppress(Refused):
                sign(naskah, dua)
            sleep(0.02)

    galat = berlomba(bagi(lambda nomor: partial(sign, naskah, satu), lambda _: menunggu_giliran))
    naskah.refresh_from_db()
    signed = [tanda.urutan for tanda in TandaTangan.objects.of(naskah.snapshot)]
    sah = Pengesahan.objects.filter(snapshot=naskah.snapshot).count()
    kunci = Kunci.objects.filter(kabupaten=medan.kabupaten).count()
    if (signed, sah, kunci) not in (([1], 0, 0), ([1, 2], 1, 1)):
        galat.append(f"Tanda tangan {signed}, pengesahan {sah}, kunci {kunci}.")
    return galat


def test_dua_penanda_tangan(
    pdf: None, daftarkan: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kendala basis datanya ikut dilepas pada pembandingnya: ia penjaga kedua."""
    lambat(monkeypatch, workflow, "refuse_if_changed")
    sekali = partial(dua_penanda_tangan, daftarkan)
    assert dijaga(sekali) == []
    lepas_lock(monkeypatch)
    with connection.cursor() as kursor:
        kursor.execute("ALTER TABLE documents_tandatangan DROP CONSTRAINT tanda_tangan_urutan")
    assert dilanggar(sekali)


def kunci_melawan_save() -> list[str]:
    """Tidak ada yang tertulis sesudah tahunnya terkunci."""
    medan = kancah()
    row, by = medan.rekap(rt=0), kepala(medan)
    naskah = disetujui(medan)
    semua = bagi(lambda nomor: write(row, "rt", medan.users["operator"], nomor))
    semua[0] = partial(sign, naskah, by)
    galat = berlomba(semua)
    kunci = medan.nomor("documents.Kunci", action="tambah")
    return galat + medan.terlambat(REKAP, kunci)


def test_mengunci_melawan_menyimpan(
    isi: Any, pdf: None, write_lambat: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dijaga(kunci_melawan_save) == []
    lepas_rantai(monkeypatch)
    assert dilanggar(kunci_melawan_save)


def tutup_melawan_save() -> list[str]:
    """Kunci yang dibuka sementara ditutup lagi: sesudahnya tidak ada yang tertulis."""
    medan = kancah()
    row, by = medan.rekap(rt=0), kepala(medan)
    sign(disetujui(medan), by)
    pembukaan = open_lock(
        kabupaten=medan.kabupaten,
        tahun=factories.TAHUN,
        lingkup="",
        alasan="Angka keliru.",
        sampai=timezone.now() + HARI,
        by=by,
    )
    semua = bagi(lambda nomor: write(row, "rt", medan.users["operator"], nomor))
    semua[0] = partial(close_lock, pembukaan=pembukaan, by=by)
    galat = berlomba(semua)
    ditutup = medan.nomor("documents.Pembukaan", action="ubah")
    return galat + medan.terlambat(REKAP, ditutup)


def test_menutup_bukaan_melawan_menyimpan(
    isi: Any, pdf: None, write_lambat: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dijaga(tutup_melawan_save) == []
    lepas_rantai(monkeypatch)
    assert dilanggar(tutup_melawan_save)


def impor_melawan_sel() -> list[str]:
    """Tiap sel ditulis sekali: yang melihat isi lama tidak menimpa yang sudah berganti."""
    medan = kancah()
    by = medan.users["operator"]
    semua_row = [medan.rekap(rt=0) for _ in range(3)]
    kisi_rekap = partial(RekapLembagaGrid, by, factories.TAHUN)
    per_pk = {row.obj.pk: row.kunci for row in kisi_rekap().rows()}
    semua_kunci = [per_pk[row.pk] for row in semua_row]
    awal = medan.nomor()
    impor = medan.impor(semua_kunci)

    def ketik(nomor: int) -> Pelaku:
        ubahan = Ubahan(semua_kunci[nomor % 3], "rt", lama="0", baru=str(nomor + 1))
        return lambda: kisi_rekap().write([ubahan])

    def apply(nomor: int) -> Pelaku:
        penerima = kisi(RekapLembagaGrid, "villages:rekaplembaga_grid")(by, factories.TAHUN)
        return partial(tindakan.apply, impor=impor, penerima=penerima, by=by)

    galat = berlomba(bagi(ketik, apply))
    tertulis = [event.object_id for event in medan.semua(REKAP, nomor__gt=awal)]
    if len(tertulis) != len(set(tertulis)):
        galat.append(f"Sel tertimpa: {tertulis}")
    impor.refresh_from_db()
    dari_impor = medan.semua(REKAP, note__startswith="Impor").count()
    if dari_impor != 3 * (impor.status == Impor.StatusImpor.DITERAPKAN):
        galat.append(f"Impor {impor.status} menulis {dari_impor} baris.")
    return galat


def test_mengimpor_melawan_mengetik(monkeypatch: pytest.MonkeyPatch) -> None:
    lambat(monkeypatch, Grid, "_check")
    assert dijaga(impor_melawan_sel) == []
    lepas_rantai(monkeypatch)
    assert dilanggar(impor_melawan_sel)


def periode_melawan_save() -> list[str]:
    """Tidak ada pengukuran yang tertulis sesudah masa isiannya ditutup."""
    medan = kancah()
    hari, by = timezone.localdate(), medan.users["operator"]
    sub = factories.make_sub(medan.kabupaten)
    masa = {"tahun": factories.TAHUN, "triwulan": 1}
    periode = PeriodeIsian(kabupaten=medan.kabupaten, **masa, mulai=hari - HARI, sampai=hari + HARI)
    door.save(periode, by=by)
    row = PengukuranSub(sub_kegiatan=sub, triwulan=1, keuangan=0)
    door.save(row, by=by)
    periode.sampai = hari - HARI
    semua = bagi(lambda nomor: write(row, "keuangan", by, nomor))
    semua[0] = partial(door.save, periode, by=by)
    galat = berlomba(semua)
    ditutup = medan.nomor("kinerja.PeriodeIsian", action="ubah")
    return galat + medan.terlambat("kinerja.PengukuranSub", ditutup)


def test_menutup_periode_melawan_menyimpan(
    write_lambat: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dijaga(periode_melawan_save) == []
    lepas_rantai(monkeypatch)
    assert dilanggar(periode_melawan_save)
