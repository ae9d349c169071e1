"""Sapuan kabar menurut keadaan data, dan menagih yang belum melapor dengan satu tombol."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from accounts.models import JenisKabar, Kabar, Kabupaten, User
from accounts.roles import Peran
from core.audit import Refused
from documents.actions.utas import reply
from dpmd.actions import kabar as sapuan
from kinerja.models import Lkjip, PeriodeIsian, Rekomendasi, RencanaAksi, SubKegiatan
from tests import factories
from villages.models import Kecamatan, KegiatanPkk, Lembaga, RekapLembaga

pytestmark = pytest.mark.django_db
HARI = datetime.timedelta(days=1)


def sweep(hari: int = 0) -> int:
    return sapuan.sweep_at(timezone.now() + hari * HARI)[0]


def kabar(jenis: JenisKabar) -> list[tuple[str, str]]:
    rows = Kabar.objects.filter(jenis=jenis).order_by("penerima__username")
    return [(row.penerima.username, row.judul) for row in rows]


def pindah(naskah: Lkjip, **kolom: Any) -> None:
    """Keadaan sesudah satu langkah; langkahnya sendiri diuji documents/test_advance.py."""
    type(naskah).objects.filter(pk=naskah.pk).update(**kolom)


def test_naskah_dikembalikan_dikabarkan_kepada_pengajunya(
    banyuasin: Kabupaten, users: dict[str, User]
) -> None:
    lkjip = factories.make_lkjip(banyuasin)
    pindah(
        lkjip,
        catatan="Kabid: perbaiki tabel 3",
        submitted_by=users["operator"],
        submitted_at=timezone.now(),
    )
    assert sweep() == 1
    assert sweep() == 0
    ((penerima, judul),) = kabar(JenisKabar.KEMBALI)
    assert penerima == users["operator"].username
    assert judul == f"{lkjip} dikembalikan"
    assert Kabar.objects.get().isi == "Kabid: perbaiki tabel 3"


def masa(kabupaten: Kabupaten, mulai: int, sampai: int) -> PeriodeIsian:
    today = timezone.localdate()
    return PeriodeIsian.objects.create(
        kabupaten=kabupaten,
        tahun=today.year,
        triwulan=1,
        mulai=today + mulai * HARI,
        sampai=today + sampai * HARI,
    )


@pytest.mark.parametrize(
    ("mulai", "sampai", "jenis"),
    [
        (0, 30, {JenisKabar.DIBUKA}),
        (-20, 7, {JenisKabar.BERAKHIR}),
        (-20, 8, set()),
        (-40, -1, {JenisKabar.LEWAT}),
        (-90, -31, set()),
        (1, 30, set()),
    ],
)
def test_masa_isian(
    banyuasin: Kabupaten, users: dict[str, User], mulai: int, sampai: int, jenis: set[JenisKabar]
) -> None:
    periode = masa(banyuasin, mulai, sampai)
    jadwalkan(factories.make_sub(banyuasin, periode.tahun))
    sweep()
    assert set(Kabar.objects.values_list("jenis", flat=True)) == jenis


def jadwalkan(sub: SubKegiatan) -> None:
    """Seluruhnya pada bulan pertama; belum ada pengukurannya."""
    RencanaAksi.objects.create(sub_kegiatan=sub, aksi="Langkah", bulan_1=100)


def test_sk_berakhir_sekali_sebulan(banyuasin: Kabupaten, users: dict[str, User]) -> None:
    desa = factories.make_desa(factories.make_kecamatan(banyuasin))
    today = timezone.localdate()
    Lembaga.objects.create(desa=desa, jenis="rt", nama="RT 1", berakhir=today + 30 * HARI)
    assert sweep() == 1
    assert sweep() == 0
    assert kabar(JenisKabar.SK) == [
        (users["operator"].username, "1 SK lembaga berakhir dalam 90 hari")
    ]


def test_balasan_dikabarkan_kepada_pihak_lain(banyuasin: Kabupaten, users: dict[str, User]) -> None:
    satu = Rekomendasi.objects.create(kabupaten=banyuasin, tahun=2023, nomor=1, uraian="Pasang.")
    reply(satu, langkah="jawab", isi="Terpasang.", by=users["operator"])
    assert sweep() == 1
    reply(satu, langkah="buka_lagi", isi="Mana buktinya?", by=users["inspektorat"])
    assert sweep() == 1
    assert sweep() == 0
    assert kabar(JenisKabar.DIJAWAB) == [
        (users["inspektorat"].username, f"{satu}: jawaban"),
        (users["operator"].username, f"{satu}: dibuka lagi"),
    ]


def test_yang_disebut_dikabari_sekali(banyuasin: Kabupaten, users: dict[str, User]) -> None:
    """Juga bila ia pihak utasnya; yang menyebut dirinya sendiri tidak."""
    satu = Rekomendasi.objects.create(kabupaten=banyuasin, tahun=2023, nomor=1, uraian="Pasang.")
    operator, bidang = users["operator"].username, users["kepala_bidang"].username
    isi = f"Sudah. @{bidang.upper()}, @{operator} dan @{bidang}: dinas@contoh.id bukan akun."
    reply(satu, langkah="jawab", isi=isi, by=users["operator"])
    assert sweep() == 2
    assert sweep() == 0
    assert kabar(JenisKabar.DISEBUT) == [(bidang, f"{users['operator']} menyebut Anda pada {satu}")]


def test_menyebut_yang_bukan_pembacanya_ditolak(
    banyuasin: Kabupaten, merangin: Kabupaten, users: dict[str, User]
) -> None:
    satu = Rekomendasi.objects.create(kabupaten=banyuasin, tahun=2023, nomor=1, uraian="Pasang.")
    lain = factories.make_user(Peran.OPERATOR, merangin).username
    with pytest.raises(Refused, match=rf"Tidak ada akun @{lain}, @siapa yang dapat membuka"):
        reply(satu, langkah="jawab", isi=f"@siapa @{lain}. Baik.", by=users["operator"])
    assert not satu.balasan()


def test_surat_gagal_dikabarkan_kepada_admin(banyuasin: Kabupaten, users: dict[str, User]) -> None:
    User.objects.filter(pk=users["operator"].pk).update(email="salah@contoh.id")
    Kabar.objects.create(
        kabupaten=banyuasin,
        penerima=users["operator"],
        jenis=JenisKabar.SAH,
        kunci="uji",
        judul="Uji",
        dibuat_at=timezone.now(),
        is_surat=True,
        percobaan=6,
        dicoba_at=timezone.now(),
        galat="alamat ditolak",
    )
    assert sweep() == 1
    ((penerima, judul),) = kabar(JenisKabar.SURAT)
    assert penerima == users["admin"].username
    assert judul.endswith("(salah@contoh.id) tidak terkirim")


def test_perintah_mengantrekan_atau_langsung(
    banyuasin: Kabupaten, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    isyarat: list[str] = []
    monkeypatch.setattr(type(sapuan.sweep), "enqueue", lambda self: isyarat.append(self.name))
    call_command("kabar")
    assert isyarat == ["sweep"]
    call_command("kabar", "--langsung")
    assert capsys.readouterr().out == "0 kabar baru, 0 surat terkirim, 0 gagal.\n"


@pytest.fixture
def kecamatan(banyuasin: Kabupaten) -> list[Kecamatan]:
    """Yang pertama sudah lengkap."""
    semua = [factories.make_kecamatan(banyuasin) for _ in range(3)]
    for model in (RekapLembaga, KegiatanPkk):
        hitungan = {kolom.name: 1 for kolom in model._meta.fields if kolom.null}
        model.objects.create(kecamatan=semua[0], tahun=2023, **hitungan)
    return semua


def peramban(client_for: Callable[[str], Client], peran: str) -> Client:
    client = client_for(peran)
    client.post("/akun/tahun/", {"tahun": "2023"})
    return client


def test_ditagih_sekali_sehari_dengan_yang_kurang(
    client_for: Callable[[str], Client], kecamatan: list[Kecamatan], users: dict[str, User]
) -> None:
    bidang = peramban(client_for, "kepala_bidang")
    halaman = bidang.get("/belum-melapor/").content.decode()
    assert "2 unit belum lengkap." in halaman
    assert "Tagih 2 unit" in halaman
    unit = f"kecamatan:{kecamatan[1].pk}"
    jawab = bidang.post("/belum-melapor/", {"unit": unit}, follow=True).content.decode()
    assert f"Ditagih: {kecamatan[1].nama}; 1 kabar terkirim." in jawab
    tagihan = Kabar.objects.get()
    assert tagihan.penerima == users["operator"]
    assert tagihan.judul.endswith(f"menagih laporan {kecamatan[1].nama} 2023")
    assert tagihan.isi == "Belum ada: Rekap lembaga. Kegiatan PKK Pokja II."
    jawab = bidang.post("/belum-melapor/", {"unit": unit}, follow=True).content.decode()
    assert "Sudah ditagih hari ini" in jawab
    jawab = bidang.post("/belum-melapor/", {"unit": "semua"}, follow=True).content.decode()
    assert f"Ditagih: {kecamatan[2].nama}; 1 kabar terkirim." in jawab
    assert Kabar.objects.count() == 2


def test_yang_lengkap_dan_yang_tidak_berhak(
    client_for: Callable[[str], Client], kecamatan: list[Kecamatan]
) -> None:
    unit = {"unit": f"kecamatan:{kecamatan[0].pk}"}
    bidang = peramban(client_for, "kepala_bidang")
    assert "sudah lengkap" in bidang.post("/belum-melapor/", unit, follow=True).content.decode()
    operator = peramban(client_for, "operator")
    assert operator.post("/belum-melapor/", {"unit": "semua"}).status_code == 403
    assert "Tagih" not in operator.get("/belum-melapor/").content.decode()
    assert not Kabar.objects.exists()
