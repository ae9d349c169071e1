"""Desa dan kecamatan pada akhir tahun terkunci tetap; sesudahnya boleh berganti."""

import datetime

import pytest

from core import door
from core.audit import Invalid, Refused
from documents.models import Kunci
from tests import factories
from tests.idm.draf.bahan import kunci
from villages.actions import record_riwayat
from villages.models import Desa, KoperasiDesa, RiwayatKecamatan, RiwayatWilayah

pytestmark = pytest.mark.django_db
NANTI = datetime.date(2024, 5, 5)


@pytest.fixture
def tetap(desa):
    """Wilayah 2023 tetap."""
    sah = kunci(desa.kecamatan.kabupaten, 2023)
    Kunci.objects.filter(pk=sah.pk).update(lingkup="wilayah")
    return Desa.objects.get(pk=desa.pk)


@pytest.mark.parametrize(
    "isi",
    [
        {"dibentuk": NANTI},
        {"sampai": datetime.date(2022, 2, 2)},
        {"jenis": "kelurahan"},
    ],
)
def test_desa_tahun_terkunci_tetap(tetap, isi):
    for kolom, nilai in isi.items():
        setattr(tetap, kolom, nilai)
    with pytest.raises(Invalid, match=r"tidak bertambah, hilang atau berpindah\. .* terkunci oleh"):
        door.save(tetap, by="uji")


def test_kecamatan_dan_desa_baru_dan_yang_dihapus(tetap):
    kecamatan = tetap.kecamatan
    kecamatan.sampai = datetime.date(2023, 12, 31)
    with pytest.raises(Invalid, match="terkunci oleh"):
        door.save(kecamatan, by="uji")
    kecamatan.sampai = None
    baru = Desa(kecamatan=kecamatan, kode=f"{kecamatan.kode}.2099", nama="Baru", jenis="desa")
    with pytest.raises(Invalid, match="terkunci oleh"):
        door.save(baru, by="uji")
    baru.dibentuk = NANTI
    door.save(baru, by="uji")
    door.delete(baru, by="uji")
    with pytest.raises(Refused, match="terkunci oleh"):
        door.delete(tetap, by="uji")


@pytest.mark.parametrize("isi", [{"jenis": "kelurahan"}, {"kecamatan": "lain"}])
def test_riwayat_tidak_memindahkan_tahun_terkunci(tetap, isi):
    """Ditambah, diubah, dihapus, atau dialihkan ke desa lain."""
    kecamatan = tetap.kecamatan
    lain = factories.make_kecamatan(kecamatan.kabupaten)
    keadaan = {"kode": "16.07.99.2099", "nama": "Lama", "jenis": "desa", "kecamatan": kecamatan}
    row = RiwayatWilayah(desa=tetap, sampai=NANTI, **keadaan)
    if isi.get("kecamatan"):
        isi = {"kecamatan": lain}
    for kolom, nilai in isi.items():
        setattr(row, kolom, nilai)
    with pytest.raises(Invalid, match="tidak bertambah, hilang atau berpindah"):
        door.save(row, by="uji")
    RiwayatWilayah.objects.bulk_create([row])
    row.refresh_from_db()
    with pytest.raises(Refused, match="terkunci oleh"):
        door.delete(row, by="uji")
    row.desa, row.kode = factories.make_desa(lain), "16.07.98.2098"
    with pytest.raises(Invalid, match="terkunci oleh"):
        door.save(row, by="uji")
    row.refresh_from_db()
    row.sampai = datetime.date(2023, 6, 6)
    with pytest.raises(Invalid, match="terkunci oleh"):
        door.save(row, by="uji")


def test_riwayat_yang_tidak_memindahkan_diterima(tetap):
    keadaan = {"nama": "Lama", "jenis": tetap.jenis, "kecamatan": tetap.kecamatan}
    row = RiwayatWilayah(desa=tetap, sampai=NANTI, kode="16.07.99.2099", **keadaan)
    with pytest.raises(Invalid, match=rf"harus berawal {tetap.kecamatan.kode}"):
        door.save(row, by="uji")
    RiwayatKecamatan.objects.create(
        kecamatan=tetap.kecamatan, kode="16.07.99", nama="Lama", sampai=NANTI
    )
    door.save(row, by="uji")
    row.kode = f"{tetap.kecamatan.kode}.2099"
    door.save(row, by="uji")
    row.nama = "Ejaan lama"
    door.save(row, by="uji")
    door.delete(row, by="uji")


def test_sesudah_tahun_terkunci_boleh_berganti(tetap):
    tetap.nama = "Ejaan Baru"
    door.save(tetap, by="uji")
    record_riwayat(lama=tetap, sejak=NANTI, dasar="Perda", by="uji")
    tetap.jenis = "kelurahan"
    tetap.kecamatan = factories.make_kecamatan(tetap.kecamatan.kabupaten)
    door.save(tetap, by="uji")
    tetap.sampai = datetime.date(2025, 1, 1)
    door.save(tetap, by="uji")
    assert Desa.objects.on(2023).get(pk=tetap.pk).jenis_saat == "desa"


def test_koperasi_tanpa_isi_ditolak(desa):
    row = KoperasiDesa(desa=desa)
    with pytest.raises(Invalid, match="Isi namanya, nomornya, atau tanggal"):
        door.save(row, by="uji")
    row.nama = "Koperasi Maju"
    door.save(row, by="uji")
    row.nama = ""
    with pytest.raises(Invalid, match="yang belum ada tidak dicatat"):
        door.save(row, by="uji")
