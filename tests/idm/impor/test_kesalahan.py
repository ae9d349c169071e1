"""Impor yang salah: semua kesalahan sekaligus dengan selnya, tiada yang tersimpan."""

import pytest

from accounts.models import Kabupaten, User
from core.audit import Refused
from documents.actions.impor import apply
from idm.actions.impor import PenerimaIdm
from idm.models import IdmDesa, IsianIdm
from tests.idm.impor.bahan import lembar_skor, rows, upload

pytestmark = pytest.mark.django_db


SEBAB = (
    "“Warna” tidak dikenal",
    "Tidak ada desa dengan kode ini",
    "tidak ada pada rubrik",
    "belum diisi",
    "sudah ada pada idm.csv A6",
    "tanpa skor dan tanpa indeks",
)


def test_semua_kesalahan_sekaligus(operator):
    """Tiap jenis kesalahan ditanam sekali; semua disebut dengan selnya, tiada yang tersimpan."""
    isi = lembar_skor(banyak=9)
    isi[0] += ["Warna"]
    isi[1][0] = "9999999999"
    isi[2][0] = "1607011001"  # kelurahan
    isi[3][2] = "9"
    isi[4][28] = "3"  # SLB hanya 5, 4, 1 dan seterusnya menurut rubrik
    isi[5][0] = isi[6][0]
    isi[7][5] = ""
    isi[8][2:] = [""] * 50
    isi[9][10] = "=1+1"
    impor = upload(operator, isi)
    letak = {(k["sel"], k["pesan"].split(";")[0].split(":")[0]) for k in impor.kesalahan}
    sel = {k["sel"] for k in impor.kesalahan}
    assert {"BA1", "A2", "A3", "C4", "A7", "F8", "A9", "K10"} <= sel, letak
    pesan = " ".join(k["pesan"] for k in impor.kesalahan)
    for potong in SEBAB:
        assert potong in pesan
    assert impor.status == "ditolak"
    assert operator.get(f"/impor/{impor.pk}/berkas/").status_code == 200


def test_kelurahan_dan_wilayah_lain(operator):
    kelurahan = (
        Kabupaten.objects.get(kode="16.07").kecamatan_set.filter(desa__jenis="kelurahan").first()
    )
    kode = kelurahan.desa_set.filter(jenis="kelurahan").first().kode
    pesan = [
        k["pesan"] for k in upload(operator, [["kode", "deret skor"], [kode, "5" * 50]]).kesalahan
    ]
    assert "Ini kelurahan" in pesan[0]


@pytest.mark.parametrize(
    ("isi", "tahun", "pesan"),
    [
        (["5" * 50], 2025, "Tidak ada instrumen IDM berskor untuk tahun 2025"),
        (["5" * 49], 2024, "Deret berisi 49 skor"),
        (["5" * 49 + "x"], 2024, "tulisan berisi angka saja"),
        (["9" + "5" * 49], 2024, "tidak ada pada rubrik"),
    ],
)
def test_deret_yang_salah(operator, isi, tahun, pesan):
    impor = upload(operator, [["kode", "deret skor"], [rows(banyak=1)[0].desa.kode, *isi]], tahun)
    assert pesan in " ".join(k["pesan"] for k in impor.kesalahan)


def test_kaki_tabel_kode_bps_dan_rumus(operator):
    """Rata-rata di kaki tabel bukan desa; sebab tiap kode dan rumus disebut."""
    kode, nama = rows(banyak=1)[0].desa.kode, "Sungai Rebo"
    kepala = ["NO", "KODE DESA", "NAMA DESA", "DERET SKOR"]
    kaki = ["", "", "RATA-RATA", "0"]
    impor = upload(operator, [kepala, [1, kode, nama, "5" * 50], kaki], 2022)
    assert (impor.status, impor.banyak_baris) == ("siap", 1)
    deret = "5" * 50
    salah = [
        [1, "1607010001", nama, deret],
        [2, "1,60701E+09", nama, deret],
        [3, kode, nama, "=A1"],
    ]
    pesan = {k["sel"]: k["pesan"] for k in upload(operator, [kepala, *salah], 2022).kesalahan}
    assert pesan["B2"].startswith("Ini kode BPS")
    assert "angka belakangnya hilang" in pesan["B3"]
    assert pesan["D4"].startswith("Sel ini rumus (=A1)")


def test_kolom_skor_kurang_kembar_dan_deret_bertentangan(operator):
    isi = [b[:-1] for b in lembar_skor(banyak=2)]
    (kesalahan,) = upload(operator, isi).kesalahan[:1]
    assert "Ada 49 kolom skor" in kesalahan["pesan"]
    isi = lembar_skor(banyak=1)
    isi[0] += ["Deret skor", "IKS01_AKSES_SARKES"]
    isi[1] += ["5" * 50, "5"]
    pesan = " ".join(k["pesan"] for k in upload(operator, isi).kesalahan)
    assert "sudah ada di kirinya" in pesan
    assert "berbeda dari kolom skornya" in pesan


def test_tahun_baris_dan_berkas_tanpa_judul(operator):
    kode = rows(banyak=1)[0].desa.kode
    impor = upload(
        operator,
        [["kode", "tahun", "deret skor"], [kode, "dua", "5" * 50], [], [kode, "1999", "5" * 50]],
    )
    assert [k["sel"] for k in impor.kesalahan] == ["B2", "B4"]
    for isi in ([["apa", "saja"], [1, 2]], [["kode", "nama"], [kode, "x"]]):
        assert "Tidak ada baris judul" in upload(operator, isi).kesalahan[0]["pesan"]


def test_terkunci_dan_berubah_sejak_pratinjau(operator, monkeypatch):
    r = rows(banyak=1)[0]
    isi = [["kode", "deret skor"], [r.desa.kode, r.skor]]
    impor = upload(operator, isi, 2022)
    penerima = PenerimaIdm(User.objects.get(username="operator"), 2022)
    with monkeypatch.context() as patch:
        for model in (IdmDesa, IsianIdm):
            patch.setattr(model, "lock_for", staticmethod(lambda *masa: "Terkunci oleh penetapan."))
        assert "Terkunci" in upload(operator, isi, 2022).kesalahan[0]["pesan"]
        with pytest.raises(Refused, match="Terkunci oleh penetapan"):
            apply(impor=impor, penerima=penerima, by="uji")
    IdmDesa.objects.create(
        desa=r.desa, tahun=2022, instrumen=r.instrumen, iks=0, ike=0, ikl=0, idm=0,
        status="SANGAT TERTINGGAL", sumber="terbitan",
    )  # fmt: skip
    with pytest.raises(Refused, match="sudah diubah sejak diperiksa"):
        apply(impor=impor, penerima=penerima, by="uji")
    assert IdmDesa.objects.get(tahun=2022).idm == 0
