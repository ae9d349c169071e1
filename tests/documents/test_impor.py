"""Impor kisi: periksa, pratinjau, terapkan semua atau tidak, berkas kesalahan."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from accounts.models import Kabupaten, User
from core import spreadsheet
from core.audit import Refused
from core.grid import KolomKisi
from core.models import AuditEvent
from core.spreadsheet import teks_csv
from documents.actions.impor import apply
from documents.impor import normal
from documents.impor.kisi import check, kisi
from documents.impor.sel import teks
from documents.lembar import lembar
from documents.models import Impor
from documents.pembaca import Sel, Tabel, read
from documents.printing import isi_naskah
from kinerja.models import NaskahKinerja, RencanaAksi
from kinerja.perencanaan.grids import RencanaAksiGrid
from tests import factories
from tests.documents.test_pembaca import xlsx
from villages.grids import RekapLembagaGrid
from villages.models import RekapLembaga

pytestmark = pytest.mark.django_db
URL = "/wilayah/lembaga/isian/"
KEPALA_LEMBAGA = [
    "Kode baris", "Kecamatan", "Wilayah Desa", "Wilayah Kelurahan", "Lembaga Posyandu",
    "Lembaga LPM", "Lembaga PKK", "Lembaga RW", "Lembaga RT",
]  # fmt: skip
KEPALA = ["Kode baris", "Kecamatan", "Lembaga RT", "Lembaga RW", "Wilayah Desa"]


@pytest.fixture
def kecamatan(banyuasin):
    return [factories.make_kecamatan(banyuasin) for _ in range(3)]


@pytest.fixture
def operator(client_for):
    return client_for("operator")


def upload(client, isi, nama="rekap.xlsx"):
    data = isi if isinstance(isi, bytes) else xlsx(isi)
    return client.post(f"{URL}impor/?tahun=2023", {"berkas": SimpleUploadedFile(nama, data)})


def test_baru_berubah_dan_sama(operator, kecamatan):
    RekapLembaga.objects.create(kecamatan=kecamatan[0], tahun=2023, rt=5, rw=2)
    satu, dua = [kecamatan[0].kode, "", "1.234", 2, ""], ["", kecamatan[1].nama, 7, "-", None]
    isi = [["Data Kelembagaan"], [], KEPALA, satu, dua, ["Jumlah", "", 1241, 2, ""]]
    halaman = upload(operator, isi)
    assert halaman.status_code == 302
    impor = Impor.objects.get()
    assert (impor.status, impor.banyak_baris) == ("siap", 2)
    assert [(u["kolom"], u["lama"], u["baru"], u["sel"]) for u in impor.ubahan] == [
        ("rt", "5", "1.234", "C4"), ("rt", "", "7", "C5"),
    ]  # fmt: skip
    assert RekapLembaga.objects.get().rt == 5
    halaman = operator.get(halaman.url).content.decode()
    assert "Terapkan semuanya" in halaman
    assert operator.post(impor.get_absolute_url()).status_code == 302
    assert sorted(RekapLembaga.objects.values_list("rt", flat=True)) == [7, 1234]
    impor.refresh_from_db()
    assert (impor.status, impor.applied_by) == (
        "diterapkan",
        str(User.objects.get(username="operator-16.07")),
    )
    note = AuditEvent.objects.filter(model="villages.RekapLembaga").values_list("note", flat=True)
    assert {n.split(",")[0] for n in note} == {"Impor rekap.xlsx"}
    assert operator.post(impor.get_absolute_url()).status_code == 302
    assert "tidak dapat diterapkan" in operator.get(impor.get_absolute_url()).content.decode()


def lembar_salah() -> list[list[object]]:
    """Seribu baris dengan tiga puluh tujuh kesalahan: 10 + 5 + 5 sel, 8 kode asing, 9 kembar."""
    kunci = [f"16.07.{n:02d}" for n in range(1, 100)]
    baris = [[kode, "", *range(1, 8)] for kode in kunci]
    for kolom, isi, salah in ((2, "12.34", range(10)), (3, "banyak", range(10, 15)),
                              (4, "=1+1", range(15, 20))):  # fmt: skip
        for nomor in salah:
            baris[nomor][kolom] = isi
    asing = [f"16.07.9{n}x" for n in range(8)]
    lebih = [[kode, "", *[1] * 7] for kode in (*asing, *kunci[:9])]
    kosong = [[None] * 9 for _ in range(1000 - len(baris) - len(lebih))]
    return [KEPALA_LEMBAGA, *baris, *lebih, *kosong]


SEL_SALAH = {"C2", "C11", "D12", "D16", "E17", "E21", "A101", "A109"}


def test_semua_kesalahan_sekaligus(operator, banyuasin):
    """Semua kesalahan disebut dengan selnya, dan lembar berkolom kesalahan dapat diunggah lagi."""
    for n in range(1, 100):
        factories.make_kecamatan(banyuasin, kode=f"16.07.{n:02d}", nama=f"Kecamatan {n}")
    grid = RekapLembagaGrid(User(kabupaten=banyuasin), 2023)
    isi = lembar_salah()
    assert len(isi) == 1001
    assert grid.columns()[0].nama == "jumlah_desa"
    upload(operator, isi)
    impor = Impor.objects.get()
    assert len(impor.kesalahan) == 37
    assert {k["sel"] for k in impor.kesalahan} >= SEL_SALAH
    assert not RekapLembaga.objects.exists()
    halaman = operator.get(impor.get_absolute_url()).content.decode()
    assert "Kesalahan (37)" in halaman
    assert "Terapkan semuanya" not in halaman
    kembali = operator.get(f"/impor/{impor.pk}/berkas/")
    judul, *kolom = list(load_workbook(io.BytesIO(kembali.content)).active.columns)[-1]
    assert judul.value == "Kesalahan"
    assert len([sel for sel in kolom if sel.value]) == 37
    upload(operator, kembali.content)
    ulang = Impor.objects.exclude(pk=impor.pk).get()
    assert len(ulang.kesalahan) == 37  # kolom “Kesalahan” sendiri diabaikan
    asli = operator.get(f"/impor/{impor.pk}/berkas/?asli=1")
    assert asli.status_code == 200
    asli.close()


def test_kendala_dan_bentuk_ikut_diuji(operator, kecamatan):
    rinci = "Rincian yang dipakai IKK Posyandu aktif"
    upload(operator, [[*KEPALA, "Lembaga Posyandu", rinci, "Lembaga RTT"],
                      [kecamatan[0].kode, "", 3, "", "", 2, 9, 1]])  # fmt: skip
    pesan = [k["pesan"] for k in Impor.objects.get().kesalahan]
    assert "Kolom “Lembaga RTT” tidak dikenal. Maksudnya “Lembaga RT”?" in pesan
    assert any("melebihi jumlah" in p for p in pesan)


def test_tanpa_kepala_dan_berkas_buruk(operator, kecamatan):
    upload(operator, [["apa", "saja"], [1, 2]])
    assert "Tidak ada baris judul yang dikenali" in Impor.objects.get().kesalahan[0]["pesan"]
    for data, pesan in ((b"%PDF-1.4", "sebenarnya PDF"), (b"PK\x03\x04", "rusak")):
        halaman = upload(operator, data)
        assert halaman.status_code == 200
        assert pesan in halaman.content.decode()
    halaman = operator.post(f"{URL}impor/?tahun=2023", {})
    assert "Pilih berkasnya dulu" in halaman.content.decode()
    assert Impor.objects.count() == 1


def test_data_yang_berubah_sejak_pratinjau(operator, kecamatan):
    upload(operator, [KEPALA, [kecamatan[0].kode, "", 3, "", ""]])
    impor = Impor.objects.get()
    RekapLembaga.objects.create(kecamatan=kecamatan[0], tahun=2023, rt=8)
    penerima = kisi(RekapLembagaGrid, "villages:rekaplembaga_grid")
    with pytest.raises(Refused, match="Sudah diubah menjadi 8"):
        apply(
            impor=impor,
            penerima=penerima(User.objects.get(username="operator-16.07"), 2023),
            by="uji",
        )
    halaman = operator.post(impor.get_absolute_url(), follow=True).content.decode()
    assert "Belum ada yang diterapkan" in halaman
    assert RekapLembaga.objects.get().rt == 8


def test_yang_hanya_melihat_tidak_menerapkan(operator, client_for, kecamatan):
    upload(operator, [KEPALA, [kecamatan[0].kode, "", 3, "", ""]])
    url = Impor.objects.get().get_absolute_url()
    assert client_for("inspektorat").get(url).status_code == 200
    assert client_for("inspektorat").post(url).status_code == 403
    assert not RekapLembaga.objects.exists()


def test_berkas_yang_hilang_disebut(operator, kecamatan):
    upload(operator, [KEPALA, [kecamatan[0].kode, "", 3, "", ""]])
    impor = Impor.objects.get()
    impor.berkas.storage.delete(impor.berkas.name)
    halaman = operator.get(f"/impor/{impor.pk}/berkas/", follow=True)
    assert "tidak ditemukan di peladen" in halaman.content.decode()


def test_unduhan_dapat_diunggah_lagi_tanpa_perubahan(operator, kecamatan):
    RekapLembaga.objects.create(
        kecamatan=kecamatan[0], tahun=2023, jumlah_desa=3, rt=1234, posyandu=3, posyandu_aktif=1
    )
    data = operator.get(f"{URL}xlsx/?tahun=2023").content
    book = load_workbook(io.BytesIO(data))
    lembar = book.active
    *_, jumlah, _, catatan = lembar.iter_rows(values_only=True)
    assert (jumlah[0], jumlah[2][:5]) == ("Jumlah*", "=SUM(")
    assert catatan[0].startswith("* Jumlah yang diketahui saja")
    upload(operator, data)
    impor = Impor.objects.get()
    assert (impor.ubahan, impor.kesalahan) == ([], [])


@pytest.mark.parametrize(
    ("sel", "jenis", "tulisan", "masalah"),
    [
        (Sel("angka", "1234"), "bulat", "1.234", ""),
        (Sel("angka", "0.1"), "desimal", "0,1", ""),
        (Sel("angka", "1e-07"), "desimal", "0", ""),
        (Sel("angka", "1E+30"), "bulat", "1E+30", ""),
        (Sel("persen", "0.25"), "persen", "25 %", ""),
        (Sel("teks", "-"), "bulat", "", ""),
        (Sel("teks", "-"), "teks", "-", ""),
        (Sel("teks", "Bidang PKM"), "pilihan", "3", ""),
        (Sel("teks", "Bidang Lain"), "pilihan", "Bidang Lain", ""),
        (Sel("rumus", "=A1"), "bulat", "", "Tempel sebagai nilai"),
        (Sel("galat", "#REF!"), "bulat", "", "galat #REF!"),
        (Sel("tanggal", "2024-01-12"), "bulat", "", "berubah menjadi tanggal"),
    ],
)
def test_sel_menjadi_tulisan(sel, jenis, tulisan, masalah):
    hasil = teks(sel, KolomKisi("x", "X", jenis, pilihan=(("3", "Bidang PKM"),)))
    assert hasil[0] == tulisan
    assert masalah in hasil[1]


def test_kode_yang_menjadi_tanggal(kecamatan, banyuasin):
    grid = RekapLembagaGrid(User(kabupaten=banyuasin), 2023)
    tabel = Tabel(
        "L",
        [
            [Sel("teks", k) for k in KEPALA],
            [Sel("tanggal", "2007-01-16"), Sel(), Sel("angka", "1")],
        ],
    )
    (kesalahan,) = check(grid, [tabel]).kesalahan
    assert "berubah menjadi tanggal" in kesalahan.pesan


def test_nama_kembar_tidak_ditebak(banyuasin):
    for n in (1, 2):
        factories.make_kecamatan(banyuasin, kode=f"16.07.0{n}", nama="Sama")
    grid = RekapLembagaGrid(User(kabupaten=banyuasin), 2023)
    tabel = Tabel(
        "L", [[Sel("teks", k) for k in KEPALA], [Sel(), Sel("teks", "Sama"), Sel("angka", "1")]]
    )
    (kesalahan,) = check(grid, [tabel]).kesalahan
    assert kesalahan.pesan == (
        "Ada 2 kecamatan bernama ini (16.07.01; 16.07.02). Isi kode barisnya."
    )


def test_normal():
    assert normal("  TW.I – Januari (%) ") == "tw i januari %"


def test_rencana_aksi_merangin_bolak_balik(nyata):
    """Lembar Rencana Aksi nyata: tanpa perubahan; jadwal 99 % ditolak; yang benar diterapkan."""
    user = User.objects.get(username="operator.merangin")
    grid = RencanaAksiGrid(user, 2024)
    uraian = lembar(grid)
    kolom = [k.teks for k in uraian.kepala[0]]
    data = teks_csv(kolom, uraian.baris).encode()
    assert check(grid, read("ra.csv", data)).ubahan == []
    rows = [list(b) for b in uraian.baris]
    satu = next(b for b in rows if b[0] == "2.13.01.2.01#1")
    satu[kolom.index("TW I 3")] = 49
    hasil = check(grid, read("ra.csv", teks_csv(kolom, rows).encode()))
    assert [k.pesan for k in hasil.kesalahan] == [
        "Jumlah kedua belas bulan 99 %, harus 100 % (kurang 1)."
    ]
    satu[kolom.index("TW I 3")], satu[kolom.index("TW IV 12")] = 40, 10
    client = Client()
    client.force_login(user)
    berkas = SimpleUploadedFile("ra.csv", teks_csv(kolom, rows).encode())
    halaman = client.post("/kinerja/rencana-aksi/impor/?tahun=2024", {"berkas": berkas})
    client.post(halaman.url)
    aksi = RencanaAksi.objects.get(
        sub_kegiatan__kegiatan__kode="2.13.01.2.01", sub_kegiatan__nomor=1
    )
    assert (aksi.bulan_3, aksi.bulan_12) == (40, 10)
    assert Kabupaten.objects.get(kode="15.02") == Impor.objects.get().kabupaten


def test_rencana_aksi_dalam_susunan_naskah_cetaknya(nyata):
    """XLSX naskah Rencana Aksi (23 kolom, kepala bertingkat) diubah dua sel: hanya dua ubahan."""
    user = User.objects.get(username="operator.merangin")
    naskah = NaskahKinerja(kabupaten=user.kabupaten, tahun=2024, jenis="rencana_aksi")
    book = load_workbook(
        io.BytesIO(spreadsheet.xlsx(naskah.jenis_naskah.lembar(isi_naskah(naskah))))
    )
    lembar = book.active
    nama = {lembar.cell(r, 5).value: r for r in range(1, lembar.max_row + 1)}
    baris = nama["Koordinasi dan Penyusunan Dokumen RKA-SKPD"]
    lembar.cell(baris, 9).value, lembar.cell(baris, 10).value = 20, 30
    bpjs = next(
        r for r in range(1, lembar.max_row + 1) if lembar.cell(r, 6).value == "Jumlah BPJS Aktif"
    )
    lembar.cell(bpjs, 21).value = 1835008001
    output = io.BytesIO()
    book.save(output)
    hasil = check(RencanaAksiGrid(user, 2024), read("ra.xlsx", output.getvalue()))
    assert [k.pesan for k in hasil.kesalahan] == []
    assert {(u["judul"], u["lama"], u["baru"]) for u in hasil.ubahan} == {
        ("TW I 1", "25", "20"), ("TW I 2", "25", "30"),
        ("Anggaran Pagu murni (Rp)", "1.835.008.000", "1.835.008.001"),
    }  # fmt: skip
