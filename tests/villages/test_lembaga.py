"""Rincian desa menjadi baris kecamatan, register lembaga dan SK yang segera berakhir."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.grid import GridRefused, Ubahan
from core.models import AuditEvent
from kinerja.tahun.data import read_data
from kinerja.tahun.sources import penyebut_lembaga
from tests import factories
from villages.actions import jumlahkan
from villages.grids import KegiatanPkkGrid, RekapLembagaGrid, RincianLembagaGrid
from villages.models import KegiatanPkk, Lembaga, Pengurus, RekapLembaga, RincianLembaga
from villages.models.lembaga import LEMBAGA
from villages.reports.lembaga import kegiatan_pkk, kelembagaan, kelengkapan

pytestmark = pytest.mark.django_db


@pytest.fixture
def kecamatan(banyuasin):
    kecamatan = factories.make_kecamatan(banyuasin)
    factories.make_desa(kecamatan)
    factories.make_desa(
        kecamatan, kode=f"{kecamatan.kode}.1001", jenis="kelurahan", nama="Kelurahan"
    )
    return kecamatan


def isi(grid, nama, nilai, baris=0):
    row = grid.rows()[baris]
    return Ubahan(row.kunci, nama, grid.columns()[1].tulisan(row.isi[nama]), nilai)


def selengkapnya(grid, baris=0, **nilai):
    """Semua hitungan lembaga yang masih kosong: 0 kecuali yang disebut."""
    kosong = [nama for nama in LEMBAGA if grid.rows()[baris].isi[nama] is None]
    return [isi(grid, nama, nilai.get(nama, "0"), baris) for nama in kosong]


def test_kecamatan_menjadi_jumlah_begitu_semua_melapor(kecamatan, users):
    grid = RincianLembagaGrid(users["operator"], 2023)
    assert [r.label for r in grid.rows()] == ["Kelurahan", "Desa 1"]
    assert grid.rows()[0].isi["kecamatan"] == kecamatan.nama
    grid.write([*selengkapnya(grid, rt="5"), isi(grid, "posyandu_aktif", "0")])
    assert not RekapLembaga.objects.exists()
    assert jumlahkan(kecamatan=kecamatan, tahun=2023, by="uji") is None
    grid.write([isi(grid, "rt", "7", 1)])
    assert not RekapLembaga.objects.exists()  # desa kedua baru mengisi RT-nya
    grid.write(selengkapnya(grid, 1))
    rekap = RekapLembaga.objects.get()
    assert (rekap.rt, rekap.jumlah_desa, rekap.jumlah_kelurahan, rekap.is_rincian) == (
        12,
        1,
        1,
        True,
    )
    assert rekap.posyandu_aktif is None  # satu desa belum diketahui
    assert "dijumlahkan dari rincian" in rekap.sebab_lock()
    kejadian = AuditEvent.objects.filter(model="villages.RekapLembaga").count()
    jumlahkan(kecamatan=kecamatan, tahun=2023, by="uji")
    assert AuditEvent.objects.filter(model="villages.RekapLembaga").count() == kejadian
    grid.write([isi(grid, "rt", "", 1)])  # yang ditarik lagi tidak meninggalkan jumlah lama
    rekap.refresh_from_db()
    assert (rekap.rt, rekap.rw, rekap.is_rincian) == (None, 0, True)
    assert kelembagaan(kecamatan.kabupaten, 2023).belum == (kecamatan.nama,)


def test_baris_yang_baru_sebagian_tidak_menjadi_nol(kecamatan, users):
    """Satu sel saja terisi: yang lain tetap tidak diketahui, dan belum melapor lengkap."""
    grid = RekapLembagaGrid(users["operator"], 2023)
    grid.write([isi(grid, "rt", "5")])
    row = RekapLembaga.objects.get()
    assert (row.rt, row.rw, row.semua) == (5, None, None)
    tabel = kelembagaan(kecamatan.kabupaten, 2023)
    assert (tabel.semua, tabel.belum) == (5, (kecamatan.nama,))
    assert (kelengkapan(kecamatan.kabupaten, 2023)[0].rekap, row.is_berisi) == (False, True)
    assert RekapLembaga.objects.totals()["rw"] is None
    data = read_data(kecamatan.kabupaten, [2023])
    penyebut = [penyebut_lembaga(nama, data, 2023) for nama in ("rt", "lpm")]
    assert penyebut == [(5, "rt"), (0, "")]
    grid.write([isi(grid, "rt", "")])
    assert [baris.gaya for baris in grid.rows()] == ["belum"]
    tabel = kelembagaan(kecamatan.kabupaten, 2023)
    assert (tabel.semua, tabel.belum) == (None, (kecamatan.nama,))
    assert read_data(kecamatan.kabupaten, [2023]).lembaga == {}


def test_pkk_yang_dikosongkan_lagi_belum_melapor(kecamatan, users):
    grid = KegiatanPkkGrid(users["operator"], 2023)
    grid.write([isi(grid, "bkb", "3")])
    assert kegiatan_pkk(kecamatan.kabupaten, 2023).belum == ()
    grid.write([isi(grid, "bkb", "")])
    tabel = kegiatan_pkk(kecamatan.kabupaten, 2023)
    assert (tabel.melapor, tabel.belum) == (0, (kecamatan.nama,))
    assert [baris.gaya for baris in grid.rows()] == ["belum"]


def test_baris_jumlah_tidak_diisi_sendiri(kecamatan, users):
    for desa in kecamatan.desa_set.all():
        isi_desa = dict.fromkeys(LEMBAGA, 0) | {"rt": 2}
        RincianLembaga.objects.create(desa=desa, tahun=2023, **isi_desa)
    jumlahkan(kecamatan=kecamatan, tahun=2023, by="uji")
    lain = factories.make_kecamatan(kecamatan.kabupaten)
    grid = RekapLembagaGrid(users["operator"], 2023)
    assert [bool(r.sebab_lock) for r in grid.rows()] == [True, False]
    with pytest.raises(GridRefused):
        grid.write([Ubahan(str(kecamatan.pk), "rt", "4", "9")])
    grid.write([Ubahan(str(lain.pk), "rt", "", "3")])
    assert grid.totals(grid.rows())["rt"] == "7"


def test_jumlah_yang_belum_seluruhnya_bertanda(kecamatan, users, client_for):
    """Kaki kisi, daftar dan unduhannya: yang belum diketahui tidak menjadi nol."""
    lain = factories.make_kecamatan(kecamatan.kabupaten)
    grid = RekapLembagaGrid(users["operator"], 2023)
    grid.write([Ubahan(str(kecamatan.pk), "rt", "", "4"), Ubahan(str(lain.pk), "rw", "", "2")])
    totals = grid.totals(grid.rows())
    assert (totals["rt"], totals["rw"], totals["lpm"]) == ("4*", "2*", "—")
    client = client_for("operator")
    daftar = client.get("/wilayah/lembaga/?tahun=2023").content.decode()
    assert ">4*</td>" in daftar
    assert "Jumlah yang diketahui saja" in daftar
    grid.write([Ubahan(str(lain.pk), "rt", "", "3")])
    assert grid.totals(grid.rows())["rt"] == "7"
    daftar = client.get("/wilayah/lembaga/?tahun=2023").content.decode()
    assert ">7</td>" in daftar
    assert ">2*</td>" in daftar


def test_saringan_kecamatan(kecamatan, users):
    lain = factories.make_kecamatan(kecamatan.kabupaten)
    factories.make_desa(lain)
    assert len(RincianLembagaGrid(users["operator"], 2023, {"kecamatan": str(lain.pk)}).rows()) == 1
    grid = RincianLembagaGrid(users["operator"], 2023, {"kecamatan": "x"})
    assert len(grid.rows()) == 3
    assert grid.filters()[0].pilihan[0] == ("", "Semua kecamatan")


def test_yang_menyimpan_satu_sel_membaca_barisnya_saja(kecamatan, users):
    grid = RincianLembagaGrid(users["operator"], 2023)
    pertama, _ = grid.rows()
    grid.write([isi(grid, "rt", "5")])
    (baris,) = grid.rows_of({pertama.kunci, "bukan nomor", "9" * 30})
    assert (baris.label, baris.isi["rt"]) == (pertama.label, 5)
    assert list(grid.existing([])) == []


def test_kolom_rincian_melebihi_jumlah_ditolak(kecamatan, users):
    grid = RincianLembagaGrid(users["operator"], 2023)
    with pytest.raises(GridRefused) as galat:
        grid.write([isi(grid, "pkk", "1"), isi(grid, "pkk_aktif", "2")])
    assert "PKK aktif melebihi jumlah PKK" in galat.value.hasil[0].pesan


def test_pkk_semua_kolom_formulir(kecamatan, users):
    grid = KegiatanPkkGrid(users["operator"], 2023)
    kolom = [k.nama for k in grid.columns()]
    assert len(kolom) == 34
    assert {f.name for f in KegiatanPkk._meta.concrete_fields} - {
        "id",
        "kecamatan",
        "tahun",
    } == set(kolom)
    baris = grid.rows()[0].kunci
    grid.write([Ubahan(baris, "up2k_pemula", "", "3"), Ubahan(baris, "up2k_mandiri", "", "2")])
    row = KegiatanPkk.objects.get()
    assert (row.up2k, row.up2k_madya) == (5, None)
    assert KegiatanPkk(kecamatan=kecamatan, tahun=2024).up2k is None
    isi_naskah = kegiatan_pkk(kecamatan.kabupaten, 2023)
    assert (isi_naskah.up2k, isi_naskah.belum, isi_naskah.melapor) == (5, (), 1)
    kosong = kegiatan_pkk(kecamatan.kabupaten, 2024)
    assert (kosong.up2k, kosong.belum) == (None, (kecamatan.nama,))


def test_kelengkapan(kecamatan, client_for):
    nol = dict.fromkeys(LEMBAGA, 0)
    RekapLembaga.objects.create(
        kecamatan=kecamatan, tahun=2023, jumlah_desa=1, jumlah_kelurahan=1, **nol
    )
    RincianLembaga.objects.create(desa=kecamatan.desa_set.first(), tahun=2023, **nol)
    satu = kelengkapan(kecamatan.kabupaten, 2023)[0]
    assert (satu.rekap, satu.rincian, satu.desa, satu.pkk) == (True, 1, 2, False)
    halaman = client_for("inspektorat").get("/wilayah/lembaga/kelengkapan/").content.decode()
    assert "1 dari 2" in halaman
    assert "Belum melapor" in halaman


def test_sk_yang_segera_berakhir(kecamatan, client_for):
    today, desa = timezone.localdate(), kecamatan.desa_set.first()
    for nama, hari in (("RT 01", 30), ("RT 02", 90), ("RT 03", 91), ("RT 04", -1)):
        Lembaga.objects.create(
            desa=desa, jenis="rt", nama=nama, berakhir=today + timedelta(days=hari)
        )
    Lembaga.objects.create(desa=desa, jenis="pkk", nama="PKK")
    client = client_for("operator")
    halaman = client.get("/wilayah/register-lembaga/sk-berakhir/").content.decode()
    assert halaman.index("RT 01") < halaman.index("RT 02")
    assert "RT 03" not in halaman
    assert "RT 04" not in halaman
    assert (
        "2 SK berakhir dalam 90 hari" in client.get("/wilayah/register-lembaga/").content.decode()
    )
    assert "SK lembaga yang segera berakhir" in halaman


def test_telepon_pengurus_hanya_bagi_yang_boleh_mengubah(kecamatan, client_for):
    lembaga = Lembaga.objects.create(desa=kecamatan.desa_set.first(), jenis="lpm", nama="LPM")
    pengurus = Pengurus.objects.create(
        lembaga=lembaga, jabatan="Ketua", nama="Ketua uji", telepon="0811223344"
    )
    assert (
        "0811223344"
        not in client_for("inspektorat").get(pengurus.get_absolute_url()).content.decode()
    )
    assert "0811223344" in client_for("operator").get(pengurus.get_absolute_url()).content.decode()
    assert (
        "0811223344" not in client_for("operator").get(lembaga.get_absolute_url()).content.decode()
    )


def test_masa_bakti_dan_nama_kembar_ditolak(kecamatan, client_for):
    desa = kecamatan.desa_set.first()
    Lembaga.objects.create(desa=desa, jenis="rt", nama="RT 01")
    client = client_for("operator")
    isian = {
        "desa": desa.pk,
        "jenis": "rt",
        "nama": "RT 01",
        "mulai": "2023-01-01",
        "berakhir": "2022-01-01",
    }
    halaman = client.post("/wilayah/register-lembaga/tambah/", isian).content.decode()
    assert "tidak boleh berakhir sebelum mulai" in halaman
    assert "nama itu di desa ini sudah ada" in halaman


def test_lembaga_lebih_banyak_daripada_desanya_disebut(kecamatan, users):
    """Tersimpan, dan peringatannya hilang bersama sebabnya."""
    grid = RekapLembagaGrid(users["operator"], 2023)
    kunci = str(kecamatan.pk)
    grid.write([Ubahan(kunci, "jumlah_desa", "", "26"), Ubahan(kunci, "karang_taruna", "", "47")])
    assert grid.rows()[0].pesan == ""  # banyak kelurahannya belum diketahui
    grid.write([Ubahan(kunci, "jumlah_kelurahan", "", "0")])
    (baris,) = grid.rows()
    assert baris.pesan == "Periksa: 47 Karang Taruna di 26 desa dan kelurahan."
    grid.write([Ubahan(kunci, "karang_taruna", "47", "26")])
    assert grid.rows()[0].pesan == ""
    grid.write([Ubahan(kunci, "rt", "", "90")])
    assert grid.rows()[0].pesan == ""
