"""Menghapus lewat pintu: ikutan, kunci, yang masih dipakai, dan jejaknya."""

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from accounts.models import Bidang, Kabupaten, Pejabat, User
from core import audit, door
from core.audit import Refused
from core.models import Named
from documents.models import Tugas
from idm.models import CatatanJawaban, IndikatorIdm, IsianIdm
from kinerja.models import BagianLkjip, ButirPedoman, DefinisiTahun, PedomanReviu
from tests import factories
from tests.core.jejak import LOCK, events
from villages.models import KerjaSama, Lembaga, Pengurus, TautanKerjaSama

pytestmark = pytest.mark.django_db


def _lkjip(kabupaten: Kabupaten) -> tuple[Named, Named]:
    lkjip = factories.make_lkjip(kabupaten)
    return lkjip, BagianLkjip.objects.create(
        lkjip=lkjip, kode="bab1", urutan=1, judul="Bab I", isi="Isi bab satu."
    )


def _lembaga(kabupaten: Kabupaten) -> tuple[Named, Named]:
    desa = factories.make_desa(factories.make_kecamatan(kabupaten))
    lembaga = Lembaga.objects.create(desa=desa, jenis="rt", nama="RT 1")
    return lembaga, Pengurus.objects.create(
        lembaga=lembaga, jabatan="Ketua", nama="Orang", telepon="0812"
    )


def _kerja_sama(kabupaten: Kabupaten) -> tuple[Named, Named]:
    kecamatan = factories.make_kecamatan(kabupaten)
    kerja_sama = KerjaSama.objects.create(
        kabupaten=kabupaten, kecamatan=kecamatan, jenis="bkad", urutan=1
    )
    return kerja_sama, TautanKerjaSama.objects.create(
        kerja_sama=kerja_sama, judul="Berita", tautan="https://contoh.id"
    )


def _isian(kabupaten: Kabupaten) -> tuple[Named, Named]:
    instrumen = factories.make_instrumen()
    indikator = IndikatorIdm.objects.create(
        instrumen=instrumen, posisi=1, kode="U1", nama="Uji", indeks="IKS", dimensi="Uji"
    )
    desa = factories.make_desa(factories.make_kecamatan(kabupaten))
    isian = IsianIdm.objects.create(desa=desa, tahun=2030, instrumen=instrumen, skor="5")
    return isian, CatatanJawaban.objects.create(
        isian=isian, indikator=indikator, catatan="Sebabnya."
    )


def _indikator(kabupaten: Kabupaten) -> tuple[Named, Named]:
    indikator = factories.make_indikator(kabupaten)
    definisi = DefinisiTahun(indikator=indikator, tahun=2023)
    definisi.follow(indikator)
    definisi.save()
    return indikator, definisi


def _tugas(kabupaten: Kabupaten) -> tuple[Named, Named]:
    user = User.objects.create_user("peminta", "peminta@contoh.id")
    return user, Tugas.objects.create(
        kabupaten=kabupaten,
        jenis="cetak",
        judul="PDF uji",
        hak="kinerja.view_lkjip",
        sidik="uji",
        diminta_by=user,
        diminta_at=timezone.now(),
    )


def _pedoman(kabupaten: Kabupaten) -> tuple[Named, Named]:
    pedoman = PedomanReviu.objects.create(
        kabupaten=kabupaten, document="kinerja.Lkjip", nama="Pedoman uji"
    )
    return pedoman, ButirPedoman.objects.create(
        pedoman=pedoman, bagian="1", nomor=1, uraian="Berkop?"
    )


def _pedoman_akip(kabupaten: Kabupaten) -> tuple[Named, Named]:
    pedoman = factories.make_pedoman_akip(kabupaten)
    pedoman.butir.exclude(kode="1").delete()
    return pedoman, pedoman.butir.get()


CASCADES = {
    "documents.Tugas": _tugas,
    "kinerja.DefinisiTahun": _indikator,
    "kinerja.BagianLkjip": _lkjip,
    "kinerja.ButirPedoman": _pedoman,
    "kinerja.ButirAkip": _pedoman_akip,
    "villages.Pengurus": _lembaga,
    "villages.TautanKerjaSama": _kerja_sama,
    "idm.CatatanJawaban": _isian,
}


def test_every_cascade_of_our_models_is_tried() -> None:
    hasil = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if issubclass(model, Named)
        and field.is_relation
        and field.remote_field.on_delete is models.CASCADE
    }
    assert hasil == set(CASCADES)


@pytest.mark.parametrize("label", CASCADES)
def test_each_cascaded_row_is_on_record(banyuasin: Kabupaten, label: str) -> None:
    pemilik, anak = CASCADES[label](banyuasin)
    nomor = pemilik.pk
    isi = {
        nama: [nilai, None] for nama, nilai in audit.nilai_kolom(anak).items() if nilai is not None
    }
    door.delete(pemilik, by="uji", note="sebab")
    ikut, induk = events(action="hapus")
    assert (ikut.model, ikut.object_id, ikut.changes) == (label, str(anak.pk), isi)
    assert ikut.note == f"Ikut terhapus bersama {pemilik}."
    assert (induk.model, induk.note) == (pemilik._meta.label, "sebab")
    assert not type(pemilik)._base_manager.filter(pk=nomor).exists()
    assert not type(anak)._base_manager.filter(pk=ikut.object_id).exists()


@pytest.mark.parametrize("label", CASCADES)
def test_locked_cascaded_row_holds_its_parent(
    banyuasin: Kabupaten, label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    induk, anak = CASCADES[label](banyuasin)
    monkeypatch.setattr(type(anak), "sebab_lock", lambda self: LOCK)
    with pytest.raises(Refused, match=LOCK):
        door.delete(induk, by="uji")
    assert type(anak)._base_manager.filter(pk=anak.pk).exists()
    assert events() == []


@pytest.mark.parametrize("kunci", ["sebab_lock", "sebab_tak_terhapus"])
def test_locked_or_kept_row_is_not_deleted(
    banyuasin: Kabupaten, monkeypatch: pytest.MonkeyPatch, kunci: str
) -> None:
    bidang = factories.make_bidang(banyuasin)
    monkeypatch.setattr(Bidang, kunci, lambda self: LOCK)
    with pytest.raises(Refused, match=LOCK):
        door.delete(bidang, by="uji")
    assert Bidang.objects.filter(pk=bidang.pk).exists()
    assert events() == []


def test_used_row_is_not_deleted(banyuasin: Kabupaten) -> None:
    kecamatan = factories.make_kecamatan(banyuasin)
    factories.make_desa(kecamatan)
    with pytest.raises(Refused, match=r"Tidak dapat dihapus: masih dipakai oleh desa/kelurahan\."):
        door.delete(kecamatan, by="uji")
    assert events() == []


def test_row_already_gone_is_not_deleted_twice(banyuasin: Kabupaten) -> None:
    bidang = factories.make_bidang(banyuasin)
    kembar = Bidang.objects.get(pk=bidang.pk)
    door.delete(bidang, by="uji")
    with pytest.raises(Refused, match="sudah dihapus orang lain"):
        door.delete(kembar, by="uji")
    assert len(events(action="hapus")) == 1


def test_deleted_row_is_recorded_as_it_was_stored(banyuasin: Kabupaten) -> None:
    bidang = factories.make_bidang(banyuasin)
    Bidang.objects.filter(pk=bidang.pk).update(nama="Nama terakhir", urutan=8)
    door.delete(bidang, by="uji")
    (delete,) = events()
    assert (delete.object_id, delete.label) == (str(bidang.pk), "Nama terakhir")
    assert (delete.changes["nama"], delete.changes["urutan"]) == (
        ["Nama terakhir", None],
        ["8", None],
    )


def test_reference_is_released_on_record(banyuasin: Kabupaten, users: dict[str, User]) -> None:
    pejabat, user = factories.make_pejabat(banyuasin), users["kepala_dinas"]
    User.objects.filter(pk=user.pk).update(pejabat=pejabat)
    nomor = str(pejabat.pk)
    door.delete(pejabat, by="uji")
    lepas, delete = events()
    assert (lepas.model, lepas.object_id, lepas.changes) == (
        "accounts.User",
        str(user.pk),
        {"pejabat": [nomor, None]},
    )
    assert (delete.model, delete.object_id) == ("accounts.Pejabat", nomor)
    assert User.objects.get(pk=user.pk).pejabat is None
    assert not Pejabat.objects.exists()
