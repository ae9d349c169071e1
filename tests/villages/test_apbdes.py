"""APBDes: panel desa sampai rupiahnya, lembar Siskeudes, jumlah wilayah, dan yang belum mengisi."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.grid import GridRefused, Ubahan
from documents.impor.kisi import check
from documents.models import Impor
from documents.pembaca import read
from dpmd.actions.fixtures import load_fixture
from dpmd.sources import FOLDER
from tests import factories
from villages.grids import AnggaranDesaGrid, RekeningGrid
from villages.models import AnggaranDesa, RekeningDesa
from villages.reports.apbdes import Pohon, Uang, apbdes, apbdes_desa, gabungkan

pytestmark = pytest.mark.django_db
TAHUN = 2024
# panel "Transparansi Anggaran" situs Desa Sigeblog, Banjarnegara, APBDes 2024: Siskeudes
PANEL = {
    "Pendapatan Desa": ("925.645.312,00", "3.174.172.872,00", "29.16"),
    "Belanja Desa": ("746.088.081,00", "3.270.167.106,00", "22.81"),
    "Pembiayaan Desa": ("95.994.234,00", "95.994.234,00", "100"),
    "Hasil Aset Desa": ("0,00", "19.300.000,00", "0"),
    "Lain-Lain Pendapatan Asli Desa": ("549.552,00", "3.469.872,00", "15.84"),
    "Dana Desa": ("593.180.200,00", "1.189.158.000,00", "49.88"),
    "Bagi Hasil Pajak Dan Retribusi": ("0,00", "25.918.000,00", "0"),
    "Alokasi Dana Desa": ("291.915.560,00", "491.327.000,00", "59.41"),
    "Bantuan Keuangan Provinsi": ("40.000.000,00", "1.045.000.000,00", "3.83"),
    "Bantuan Keuangan Kabupaten/Kota": ("0,00", "400.000.000,00", "0"),
    "Bidang Penyelenggaran Pemerintahan Desa": ("321.003.081,00", "712.647.106,00", "45.04"),
    "Bidang Pelaksanaan Pembangunan Desa": ("398.085.000,00", "2.214.765.000,00", "17.97"),
    "Bidang Pembinaan Kemasyarakatan Desa": ("0,00", "125.000.000,00", "0"),
    "Bidang Pemberdayaan Masyarakat Desa": ("0,00", "156.605.000,00", "0"),
    "Bidang Penanggulangan Bencana, Darurat Dan Mendesak Desa": (
        "27.000.000,00",
        "61.150.000,00",
        "44.15",
    ),
}


@pytest.fixture(autouse=True)
def rekening(banyuasin):
    load_fixture(path=FOLDER / "acuan_rekening_desa.json", kabupaten="", by="uji")


def isi(desa, **uang):
    """Anggaran dan realisasi menurut kode rekeningnya, titiknya garis bawah."""
    for kode, (anggaran, realisasi) in uang.items():
        milik = RekeningDesa.objects.get(kode=kode[1:].replace("_", "."))
        AnggaranDesa.objects.create(
            desa=desa, tahun=TAHUN, rekening=milik, anggaran=anggaran, realisasi=realisasi
        )


def upload(client, nama, baris):
    url = f"{reverse(f'villages:{nama}_impor')}?tahun={TAHUN}"
    client.post(url, {"berkas": SimpleUploadedFile("apbdes.csv", "\n".join(baris).encode())})
    return Impor.objects.latest("pk")


def test_panel_desa_dibuat_lagi_sampai_rupiahnya(desa, client_for):
    """Lembar rekening satu desa, diterapkan, lalu panelnya; jumlahnya tidak pernah diketik."""
    client = client_for("operator")
    baris = ["Kode desa;Uraian;Realisasi;Anggaran"]
    rinci = {**PANEL, "SiLPA": PANEL["Pembiayaan Desa"]}
    for nama, (realisasi, anggaran, _) in rinci.items():
        baris.append(f"{desa.kode};{nama};Rp. {realisasi};Rp. {anggaran}")
    impor = upload(client, "rekening_grid", baris)
    assert impor.kesalahan == []
    client.post(impor.get_absolute_url())
    assert AnggaranDesa.objects.count() == 13  # tujuh pendapatan, lima bidang, SiLPA
    pohon = Pohon.read()
    uang = apbdes_desa(desa, TAHUN, pohon)
    sebutan = {nama.lower(): satu.kode for satu in pohon.semua for nama in satu.semua_sebutan}
    for nama, (realisasi, anggaran, persen) in PANEL.items():
        milik = uang[sebutan[nama.lower()]]
        tulisan = [f"{nilai:,.2f}" for nilai in (milik.realisasi, milik.anggaran)]
        assert tulisan == [
            satu.translate(str.maketrans(",.", ".,")) for satu in (realisasi, anggaran)
        ]
        assert milik.persen == Decimal(persen)
    halaman = client.get(f"{reverse('villages:apbdes_desa', args=[desa.pk])}?tahun={TAHUN}")
    assert "3.174.172.872" in halaman.content.decode()
    assert "29,16" in halaman.content.decode()


def test_lembar_lebar_semua_desa_dan_yang_asing(desa, users):
    grid = AnggaranDesaGrid(users["operator"], TAHUN)
    grid.is_lembar = True
    teks = (
        "Kode desa;Pendapatan Anggaran;Dana Desa Anggaran;Realisasi DD;5.02 Realisasi;Pajak\n"
        f"{desa.kode};9;1.000;-;250,5;1\n16.07.99.2001;;1;;;\n"
    )
    hasil = check(grid, read("rekap.csv", teks.encode()))
    ubahan = {satu["judul"]: satu["baru"] for satu in hasil.ubahan}
    assert ubahan == {
        "4.2.1 Dana Desa Anggaran": "1.000",
        "5.02 Bidang Pelaksanaan Pembangunan Desa Realisasi": "250,5",
    }
    assert {satu.sel for satu in hasil.kesalahan} == {"F1", "A3"}
    assert not AnggaranDesa.objects.exists()  # diuji lalu dibatalkan


def test_kisi_menjumlah_menghapus_yang_kosong_dan_terkunci(desa, users, monkeypatch):
    grid = RekeningGrid(users["operator"], TAHUN, {"desa": str(desa.pk)})
    kode = {row.label.partition(" ")[0]: row for row in grid.rows() if not row.read_only}
    kunci = kode["6.2.2"].kunci
    grid.write(
        [Ubahan(kunci, "anggaran", "", "40"), Ubahan(kode["6.1.1"].kunci, "anggaran", "", "100")]
    )
    label = {row.label: row.isi for row in grid.rows()}
    assert label["6 Pembiayaan"]["anggaran"] == 60  # pengeluaran mengurangi
    assert label["6 Pembiayaan"]["realisasi"] is None
    with pytest.raises(GridRefused, match="ditolak"):
        grid.write([Ubahan(kunci, "realisasi", "", "-5")])
    grid.write([Ubahan(kunci, "anggaran", "40", "")])
    assert AnggaranDesa.objects.get().rekening.kode == "6.1.1"
    monkeypatch.setattr(
        AnggaranDesa, "lock_for", staticmethod(lambda *masa: "LKjIP ditandatangani")
    )
    with pytest.raises(GridRefused) as error:
        grid.write([Ubahan(kunci, "anggaran", "", "1")])
    assert error.value.hasil[0].pesan == "LKjIP ditandatangani"


def test_jumlah_wilayah_yang_ditunggu_dan_persen_yang_tidak_dipaksakan(kecamatan, desa, client_for):
    kurang = factories.make_desa(kecamatan, nama="Kurang")
    factories.make_desa(kecamatan, nama="Belum")
    isi(desa, k4_2_1=(1000, 500), k5_01=(900, 300))
    isi(kurang, k4_2_1=(3000, None), k5_01=(100, 100))
    laporan = apbdes(kecamatan.kabupaten, TAHUN)
    isi(desa, k6_1_1=(5, None))
    (satu,) = apbdes(kecamatan.kabupaten, TAHUN).kecamatan
    assert [baris.desa.nama for baris in satu.desa if baris.uang and not baris.is_lengkap] == [
        desa.nama,
        "Kurang",
    ]
    (jumlah,) = laporan.kecamatan
    assert (jumlah.berisi, jumlah.is_sebagian) == (2, True)
    assert jumlah.uang("4") == Uang(4000, 500, is_sepadan=False)
    assert jumlah.uang("4").persen is None  # anggarannya dari dua desa, realisasinya satu
    assert jumlah.uang("5").persen == Decimal("40.00")
    assert [[satu.desa.nama for satu in semua] for semua in (laporan.belum, laporan.kurang)] == [
        ["Belum"],
        ["Kurang"],
    ]
    client = client_for("kepala_dinas")
    alamat = f"?tahun={TAHUN}&kecamatan={kecamatan.pk}"
    halaman = client.get(reverse("villages:apbdes") + alamat).content.decode()
    assert "2 dari 3 desa sudah mengisi" in halaman
    for sebagian in ("Jumlah*", "Pendapatan*", f"{kecamatan.nama}*", "Jumlah yang diketahui saja"):
        assert sebagian in halaman
    assert "Belanja*" not in halaman
    for bentuk, awal in (("pdf", b"%PDF"), ("xlsx", b"PK")):
        assert client.get(reverse(f"villages:apbdes_{bentuk}") + alamat).content.startswith(awal)


def test_persen_tanpa_anggaran_dan_jumlah_tanpa_isi():
    assert Uang(Decimal(0), Decimal(5)).persen is None
    assert Uang(Decimal(-400), Decimal(90)).persen is None
    assert Uang(Decimal(-400), Decimal(-300)).persen == 75
    assert gabungkan([]) == Uang()


def test_rekening_rincian_menurut_kode_induknya_dan_tidak_terisi_dua_kali(desa):
    dana = RekeningDesa.objects.get(kode="4.2.1")
    isi(desa, k4_2_1=(1, 1))
    with pytest.raises(Exception, match=r"berawalan 4\.2\.1\."):
        RekeningDesa(kode="4.2.9", nama="X", induk=dana).full_clean()
    with pytest.raises(Exception, match="sudah berisi"):
        RekeningDesa(kode="4.2.1.1", nama="X", induk=dana).full_clean()
    with pytest.raises(Exception, match="isi rinciannya"):
        AnggaranDesa(desa=desa, tahun=TAHUN, rekening=dana.induk, anggaran=1).full_clean()
    assert "sudah berisi" in dana.sebab_lock() and "sudah berisi" in dana.induk.sebab_lock()
    belanja = RekeningDesa.objects.get(kode="5")
    assert belanja.sebab_lock() == ""
    belanja.kode = "9"
    with pytest.raises(Exception, match=r"5\.01 .* tidak lagi melanjutkan"):
        belanja.full_clean()


def check_baris(grid, *baris):
    grid.is_lembar = True
    return check(grid, read("rekap.csv", "\n".join(baris).encode()))


def test_jumlah_pada_lembar_disebut_dan_tidak_menggantikan_rincian(desa, users):
    kepala = "Kode desa;Uraian;Anggaran;Realisasi"
    grid = RekeningGrid(users["operator"], TAHUN)
    induk = f"{desa.kode};Pendapatan Asli Desa;9.999;1"
    (satu,) = check_baris(grid, kepala, induk).kesalahan
    assert (satu.sel, "Isi rinciannya" in satu.pesan) == ("C2", True)
    dana = f"{desa.kode};Dana Desa;3.000;1.000"
    lain = f"{desa.kode};Pendapatan Transfer;9.999;1.000"
    hasil = check_baris(grid, kepala, lain, dana)
    assert (hasil.kesalahan, len(hasil.ubahan)) == ([], 2)
    assert [(satu.sel, satu.isi, satu.pesan) for satu in hasil.catatan] == [
        (
            "C2",
            "9.999",
            "Anggaran 4.2 Transfer tertulis 9.999, hitungan isinya 3.000. "
            "Yang tertulis tidak disimpan.",
        )
    ]
    lebar = AnggaranDesaGrid(users["operator"], TAHUN)
    hasil = check_baris(lebar, "Kode desa;Pendapatan Anggaran", f"{desa.kode};9.999")
    assert [satu.sel for satu in hasil.kesalahan] == ["B2"]
    isi(desa, k4_2_1=(9999, None))  # salinan unduhan yang rinciannya lalu diubah
    hasil = check_baris(lebar, "Kode desa;Pendapatan Anggaran;Anggaran DD", f"{desa.kode};9.999;5")
    assert (hasil.catatan, hasil.kesalahan, len(hasil.ubahan)) == ([], [], 1)


def test_desa_yang_tidak_cocok_disebut_dan_nomor_barisnya_tidak_dikenal(kecamatan, desa, users):
    lain = factories.make_desa(kecamatan, nama="Lain")
    grid = RekeningGrid(users["operator"], TAHUN)
    dana = RekeningDesa.objects.get(kode="4.2.1")
    hasil = check_baris(
        grid,
        "Kode desa;Desa;Uraian;Anggaran",
        f"{desa.kode};Lain;Dana Desa;5",
        f"16.07.01.1001;{desa.nama};Dana Desa;5",
        f"{lain.kode.replace('.', '')};Lain;{desa.pk}.{dana.pk};5",
        f"{lain.kode.replace('.', '')};Lain;Dana Desa;5",
    )
    assert [satu["sel"] for satu in hasil.ubahan] == ["D5"]
    assert [(satu.sel, satu.pesan) for satu in hasil.kesalahan] == [
        (
            "C2",
            f"Kode desa {desa.kode} dan Desa Lain menunjuk tempat yang berlainan. "
            "Betulkan salah satunya.",
        ),
        ("C3", "Kode desa 16.07.01.1001 tidak ada pada kisi ini."),
        ("C4", "Tidak ada rekening dengan kode atau nama ini."),
    ]
