"""Pintu menulis banyak baris: diperiksa sekumpulan, ditulis sekaligus, satu kejadian."""

from typing import Any

import pytest

from accounts.models import Kabupaten
from core import door
from core.audit import Refused
from kinerja.models import BagianLkjip, Lkjip
from tests import factories
from tests.core.jejak import LOCK, events
from villages.models import BatasDesa, Lembaga, Pengurus, RekapLembaga

pytestmark = pytest.mark.django_db


def rekap(kabupaten: Kabupaten, banyak: int = 3, **isi: Any) -> list[RekapLembaga]:
    return [
        RekapLembaga(kecamatan=factories.make_kecamatan(kabupaten), **({"tahun": 2023} | isi))
        for _ in range(banyak)
    ]


def test_many_rows_are_one_event_with_count_and_recomputable_hash(banyuasin: Kabupaten) -> None:
    event = door.save_all(
        rekap(banyuasin, rt=7), by="uji", target=banyuasin, note="Muat.", changes={"k": ["a", "b"]}
    )
    assert [event] == events()
    assert (event.action, event.object_id, event.changes) == (
        "muat",
        str(banyuasin.pk),
        {"k": ["a", "b"]},
    )
    sidik = door.digest(RekapLembaga.objects.order_by("-pk"))
    assert event.note == f"Muat. 3 rekap lembaga, sha256 {sidik}."
    RekapLembaga.objects.filter(pk=RekapLembaga.objects.first().pk).update(rt=8)
    assert door.digest(RekapLembaga.objects.all()) != sidik


def test_hash_of_json_is_that_of_the_stored_value(banyuasin: Kabupaten) -> None:
    """Pasangan koordinat ditulis sebagai daftar; sidiknya tetap sama dengan yang tersimpan."""
    desa = factories.make_desa(factories.make_kecamatan(banyuasin))
    batas = BatasDesa(desa=desa, cincin=[[(1, 2), (3, 4)]], sumber="uji")
    event = door.save_all([batas], by="uji", target=banyuasin)
    assert event.note.endswith(f"sha256 {door.digest(BatasDesa.objects.all())}.")


def test_rows_of_several_models_are_written_in_their_order(banyuasin: Kabupaten) -> None:
    lembaga = Lembaga(
        desa=factories.make_desa(factories.make_kecamatan(banyuasin)), jenis="rt", nama="RT 1"
    )
    pengurus = [
        Pengurus(lembaga=lembaga, jabatan=jabatan, nama="Orang")
        for jabatan in ("Ketua", "Sekretaris")
    ]
    event = door.save_all([lembaga, *pengurus], by="uji", target=banyuasin)
    assert event.note.startswith("1 lembaga, 2 pengurus, sha256 ")
    assert set(Pengurus.objects.values_list("lembaga__nama", flat=True)) == {"RT 1"}


def test_replace_overwrites_the_same_key(banyuasin: Kabupaten) -> None:
    desa = [factories.make_desa(factories.make_kecamatan(banyuasin)) for _ in range(2)]
    door.save_all(
        [BatasDesa(desa=desa[0], cincin=[[1]], sumber="lama")],
        by="uji",
        target=banyuasin,
        replace=True,
    )
    baru = [BatasDesa(desa=d, cincin=[[2]], sumber="baru") for d in desa]
    door.save_all(baru, by="uji", target=banyuasin, replace=True)
    assert list(BatasDesa.objects.values_list("cincin", "sumber")) == [([[2]], "baru")] * 2


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [({"rt": -1}, r"^Paling kecil 0\.$"), ({"tahun": 1800}, r"^Paling kecil 2010\.$")],
)
def test_one_invalid_row_refuses_the_set(
    banyuasin: Kabupaten, ubah: dict[str, int], pesan: str
) -> None:
    with pytest.raises(door.Invalid, match=pesan):
        door.save_all([*rekap(banyuasin), *rekap(banyuasin, 1, **ubah)], by="uji", target=banyuasin)
    assert (RekapLembaga.objects.count(), events()) == (0, [])


def test_twins_in_the_set_are_refused(banyuasin: Kabupaten) -> None:
    satu, dua = rekap(banyuasin, 2)
    dua.kecamatan = satu.kecamatan
    with pytest.raises(door.Invalid, match="baris kembar menurut kecamatan, tahun"):
        door.save_all([satu, dua], by="uji", target=banyuasin)
    assert (RekapLembaga.objects.count(), events()) == (0, [])


@pytest.mark.usefixtures("locked_2023")
def test_one_locked_year_refuses_the_set(banyuasin: Kabupaten) -> None:
    with pytest.raises(Refused, match=LOCK):
        door.save_all(
            [*rekap(banyuasin, tahun=2024), *rekap(banyuasin, 1)], by="uji", target=banyuasin
        )
    assert (RekapLembaga.objects.count(), events()) == (0, [])


def test_own_state_is_asked_of_each_row_in_the_set(banyuasin: Kabupaten) -> None:
    with pytest.raises(Refused, match="dijumlahkan dari rincian"):
        door.save_all(
            [*rekap(banyuasin), *rekap(banyuasin, 1, is_rincian=True)], by="uji", target=banyuasin
        )
    assert RekapLembaga.objects.count() == 0


def test_lock_of_a_set_is_one_question(
    banyuasin: Kabupaten, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    lkjip = factories.make_lkjip(banyuasin)

    def sebab_lock(self: Lkjip) -> str:
        asked.append(self.pk)
        return ""

    monkeypatch.setattr(Lkjip, "sebab_lock", sebab_lock)
    door.save_all(
        [BagianLkjip(lkjip=lkjip, kode=f"b{n}", urutan=n, judul="J") for n in range(5)],
        by="uji",
        target=lkjip,
    )
    assert asked == [lkjip.pk]
