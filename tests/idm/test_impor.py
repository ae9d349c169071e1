"""Impor skor dan indeks terbitan IDM: berkas nyata apa adanya, tidak menimpa diam-diam."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Kabupaten, User
from core import door
from core.audit import Refused
from core.models import AuditEvent
from documents.actions.impor import apply
from documents.models import Impor
from idm.actions.impor import PenerimaIdm
from idm.actions.isian import verifikasi, verifikasi_semua
from idm.models import IdmDesa, Instrumen, IsianIdm, TerbitanIdm
from tests.documents.test_pembaca import xlsx
from villages.actions import catat_riwayat

pytestmark = pytest.mark.django_db
URL = "/idm/impor/"
SUB = ("iks", "ike", "ikl", "idm")


@pytest.fixture
def operator(nyata, db):
    client = Client()
    client.force_login(User.objects.get(username="operator"))
    return client


def unggah(client, isi, tahun=2024, nama="idm.csv"):
    """Baris-baris sebagai CSV atau XLSX menurut nama berkasnya."""
    if nama.endswith("xlsx"):
        data = xlsx(isi)
    else:
        keluar = io.StringIO()
        csv.writer(keluar).writerows(isi)
        data = keluar.getvalue().encode()
    client.post(URL, {"berkas": SimpleUploadedFile(nama, data), "tahun_data": str(tahun)})
    return Impor.objects.order_by("-pk").first()


def kode_indikator(instrumen="idm-2019"):
    return list(
        Instrumen.objects.get(kode=instrumen)
        .indikatoridm_set.order_by("posisi")
        .values_list("kode", flat=True)
    )


def rows(tahun=2024, banyak=None):
    return list(
        IdmDesa.objects.filter(tahun=tahun).select_related("desa").order_by("desa__kode")[:banyak]
    )


def lembar_skor(banyak=None, judul=None):
    kepala = ["kode_desa", "nama_kemendagri", *(judul or kode_indikator())]
    return [
        kepala,
        *([r.desa.kode.replace(".", ""), r.desa.nama, *r.skor] for r in rows(banyak=banyak)),
    ]


def lembar_dua_tahun(banyak=None):
    """Susunan berkas terbitan: satu baris per desa, kolom tiap tahun berakhiran tahunnya."""
    kolom = [f"{n}{t}" for t in (2023, 2024) for n in ("idm", "iks", "ike", "ikl", "status")]
    dua = {r.desa.kode: r for r in rows(2024)}
    isi = [["kode_desa", "nama_kemendagri", "kecamatan", *kolom]]
    for satu in rows(2023, banyak):
        nilai = [
            getattr(r, n)
            for r in (satu, dua[satu.desa.kode])
            for n in ("idm", "iks", "ike", "ikl", "status")
        ]
        isi.append([satu.desa.kode.replace(".", ""), satu.desa.nama, "Kecamatan", *nilai])
    return isi


def test_skor_yang_sama_tidak_mengubah(operator):
    impor = unggah(operator, lembar_skor())
    assert (impor.kesalahan, impor.ubahan, impor.banyak_sama, impor.banyak_baris) == (
        [],
        [],
        288,
        288,
    )


def test_skor_ke_tahun_kosong_dan_diterapkan(operator):
    """Dari kosong: 288 draf, satu jejak tiap desa; diverifikasi, indeks dan statusnya kembali."""
    harapan = {r.desa.kode: [getattr(r, n) for n in (*SUB, "status", "skor")] for r in rows()}
    isi = lembar_skor()
    IdmDesa.objects.filter(tahun=2024).delete()
    impor = unggah(operator, isi)
    assert (impor.status, len(impor.biasa), impor.berbeda, impor.kesalahan) == ("siap", 288, [], [])
    page = operator.get(impor.get_absolute_url()).content.decode()
    assert "Yang akan berubah (288 isian)" in page
    page = operator.post(impor.get_absolute_url(), follow=True).content.decode()
    assert "Diterapkan: 288 isian." in page
    assert rows() == []
    assert (
        AuditEvent.objects.filter(model="idm.IsianIdm", note__startswith="Impor idm.csv").count()
        == 288
    )
    bidang = User.objects.get(username="kepala.bidang")
    assert verifikasi_semua(kabupaten=bidang.kabupaten, tahun=2024, by=bidang) == (288, [])
    jadi = {r.desa.kode: [getattr(r, n) for n in (*SUB, "status", "skor")] for r in rows()}
    assert jadi == harapan
    row = rows(banyak=1)[0]
    assert (row.sumber, row.instrumen.kode, len(row.sidik)) == ("skor", "idm-2019", 64)
    assert row.dihitung_oleh == str(bidang)
    assert row.berlaku_at is not None
    assert operator.get(f"/idm/desa/{row.pk}/riwayat/").status_code == 200


@pytest.mark.sekali("banyaknya yang berat; tiga desa diuji pada keduanya di bawah")
def test_terbitan_dua_tahun_apa_adanya(operator):
    """Indeks terbitan dua tahun sebaris: dibandingkan dengan skor dan yang tercatat."""
    impor = unggah(operator, lembar_dua_tahun())
    assert (impor.kesalahan, impor.catatan, impor.berbeda, len(impor.biasa)) == ([], [], [], 576)
    operator.post(impor.get_absolute_url())
    assert (
        TerbitanIdm.objects.filter(tahun=2023).count()
        == TerbitanIdm.objects.filter(tahun=2024).count()
        == 288
    )
    assert set(IdmDesa.objects.filter(tahun=2023).values_list("sumber", flat=True)) == {"terbitan"}
    assert list(IdmDesa.objects.filter(tahun=2023).counts().values()) == [6, 77, 200, 5, 0]
    assert set(IdmDesa.objects.filter(tahun=2024).values_list("sumber", flat=True)) == {"skor"}
    ulang = unggah(operator, lembar_dua_tahun())
    assert (ulang.ubahan, ulang.banyak_sama) == ([], 576)


def test_terbitan_saja_membuat_barisnya(operator):
    isi = lembar_dua_tahun(banyak=3)
    lama = [(row.desa_id, row.status) for row in rows(2023, 3)]
    IdmDesa.objects.filter(tahun=2023).delete()
    impor = unggah(operator, isi)
    operator.post(impor.get_absolute_url())
    row = rows(2023)[0]
    assert (row.sumber, row.skor, row.sidik, row.dihitung_at) == ("terbitan", "", "", None)
    assert [(row.desa_id, row.status) for row in rows(2023)] == lama


def test_skor_berbeda_tidak_ditimpa_tanpa_diminta(operator):
    isi = lembar_skor(banyak=3)
    lama = rows(banyak=3)
    isi[2][2] = "4" if isi[2][2] == "5" else "5"
    impor = unggah(operator, isi)
    assert (len(impor.berbeda), len(impor.biasa), impor.banyak_sama) == (1, 0, 2)
    assert f"; skor 1: {lama[1].skor[0]}→{isi[2][2]}" in impor.berbeda[0]["baru"]
    page = operator.post(impor.get_absolute_url(), follow=True).content.decode()
    assert "Ganti yang berbeda" in page
    assert rows(banyak=3)[1].skor == lama[1].skor
    operator.post(impor.get_absolute_url(), {"ganti": "on"})
    assert rows(banyak=3)[1].skor == lama[1].skor
    draf = IsianIdm.objects.get(desa=lama[1].desa, tahun=2024)
    assert draf.skor == isi[2][2] + lama[1].skor[1:]
    event = AuditEvent.objects.filter(model="idm.IsianIdm", object_id=str(draf.pk)).get()
    assert event.changes["skor"] == [None, draf.skor]
    # draf yang ada dibandingkan dengan draf, bukan dengan yang berlaku
    assert unggah(operator, isi).banyak_sama == 3
    lagi = unggah(operator, lembar_skor(banyak=3))
    assert [u["lama"][:4] for u in lagi.berbeda] == ["draf"]
    IsianIdm.objects.filter(pk=draf.pk).update(skor="-" * 50)
    assert [u["lama"] for u in unggah(operator, isi).berbeda] == ["draf belum lengkap"]
    IsianIdm.objects.filter(pk=draf.pk).update(skor=draf.skor)
    verifikasi(isian=draf, by=User.objects.get(username="kepala.bidang"))
    isi[2][2] = lama[1].skor[0]
    assert "sudah diverifikasi" in unggah(operator, isi).kesalahan[0]["pesan"]


def test_terbitan_yang_berbeda_dari_hitungan_dicatat(operator):
    """Terbitan lain dari hitungan: keduanya disimpan, selisihnya disebut, yang lama tetap."""
    row = rows(banyak=1)[0]
    beda = [row.desa.kode, row.iks, row.ike, row.ikl, row.idm + Decimal("0.0001"), row.status]
    kepala = ["Kode Desa", "IKS", "IKE", "IKL", "IDM", "Status"]
    impor = unggah(operator, [kepala, beda])
    (catatan,) = impor.catatan
    assert "dihitung dari skor" in catatan["pesan"]
    operator.post(impor.get_absolute_url())
    assert TerbitanIdm.objects.get().idm == row.idm + Decimal("0.0001")
    assert IdmDesa.objects.get(pk=row.pk).idm == row.idm
    lagi = unggah(operator, [kepala, [*beda[:4], row.idm, row.status]])
    assert (len(lagi.berbeda), lagi.catatan) == (1, [])


def test_skor_atas_indeks_terbitan(operator):
    """Skor yang memberi indeks terbitan yang sama hanya menambah; yang lain dianggap berbeda."""
    isi = lembar_skor(banyak=2)
    for n, r in enumerate(rows(banyak=2)):
        IdmDesa.objects.filter(pk=r.pk).update(
            skor="", sumber="terbitan", idm=r.idm - n * Decimal("0.01")
        )
    impor = unggah(operator, isi)
    assert (len(impor.biasa), len(impor.berbeda)) == (1, 1)


def test_keduanya_dalam_satu_lembar_dan_kolom_tahun(operator):
    r = rows(banyak=1)[0]
    kepala = ["Kode", "Tahun", "Deret skor", "IKS", "IKE", "IKL", "IDM"]
    isi = [kepala, [r.desa.kode, 2022, r.skor, *(float(getattr(r, n)) for n in SUB)],
           [r.desa.kode, "2021", r.skor, "", "", "", ""]]  # fmt: skip
    impor = unggah(operator, isi, nama="idm.xlsx")
    assert impor.kesalahan == []
    assert [(u["judul"], u["lama"]) for u in impor.ubahan] == [
        ("Draf skor 2022", ""),
        ("Terbitan 2022", ""),
        ("Draf skor 2021", ""),
    ]
    operator.post(impor.get_absolute_url())
    assert [(x.tahun, x.idm) for x in IdmDesa.objects.filter(tahun__in=(2021, 2022))] == [
        (2022, r.idm)
    ]
    assert set(IsianIdm.objects.values_list("tahun", "skor")) == {(2021, r.skor), (2022, r.skor)}
    assert TerbitanIdm.objects.get().tahun == 2022


@pytest.mark.parametrize("judul", ["posisi", "nama", "skor posisi"])
def test_judul_kolom_lain(operator, judul):
    indikator = Instrumen.objects.get(kode="idm-2019").indikatoridm_set.order_by("posisi")
    bentuk = {"posisi": "{0.posisi}", "nama": "{0.nama}", "skor posisi": "Skor {0.posisi}"}[judul]
    isi = lembar_skor(banyak=4, judul=[bentuk.format(i).upper() for i in indikator])
    impor = unggah(operator, isi)
    assert (impor.kesalahan, impor.banyak_sama) == ([], 4)


def test_instrumen_54_indikator(operator):
    r = rows(banyak=1)[0]
    impor = unggah(
        operator,
        [["kode", *range(1, 55)], [r.desa.kode, *"5" * 38, *"3" * 12, *"1" * 4]],
        2017,
        "idm.xlsx",
    )
    assert impor.kesalahan == []
    operator.post(impor.get_absolute_url())
    verifikasi(
        isian=IsianIdm.objects.get(tahun=2017), by=User.objects.get(username="kepala.bidang")
    )
    row = IdmDesa.objects.get(tahun=2017)
    assert (row.instrumen.kode, row.idm, row.status) == ("idm-2016", Decimal("0.6"), "BERKEMBANG")


SEBAB_DITOLAK = (
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
    impor = unggah(operator, isi)
    letak = {(k["sel"], k["pesan"].split(";")[0].split(":")[0]) for k in impor.kesalahan}
    sel = {k["sel"] for k in impor.kesalahan}
    assert {"BA1", "A2", "A3", "C4", "A7", "F8", "A9", "K10"} <= sel, letak
    pesan = " ".join(k["pesan"] for k in impor.kesalahan)
    for potong in SEBAB_DITOLAK:
        assert potong in pesan
    assert impor.status == "ditolak"
    assert operator.get(f"/impor/{impor.pk}/berkas/").status_code == 200


def test_kelurahan_dan_wilayah_lain(operator):
    kelurahan = (
        Kabupaten.objects.get(kode="16.07").kecamatan_set.filter(desa__jenis="kelurahan").first()
    )
    kode = kelurahan.desa_set.filter(jenis="kelurahan").first().kode
    pesan = [
        k["pesan"] for k in unggah(operator, [["kode", "deret skor"], [kode, "5" * 50]]).kesalahan
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
    impor = unggah(operator, [["kode", "deret skor"], [rows(banyak=1)[0].desa.kode, *isi]], tahun)
    assert pesan in " ".join(k["pesan"] for k in impor.kesalahan)


def test_kolom_skor_kurang_kembar_dan_deret_bertentangan(operator):
    isi = [b[:-1] for b in lembar_skor(banyak=2)]
    (kesalahan,) = unggah(operator, isi).kesalahan[:1]
    assert "Ada 49 kolom skor" in kesalahan["pesan"]
    isi = lembar_skor(banyak=1)
    isi[0] += ["Deret skor", "IKS01_AKSES_SARKES"]
    isi[1] += ["5" * 50, "5"]
    pesan = " ".join(k["pesan"] for k in unggah(operator, isi).kesalahan)
    assert "sudah ada di kirinya" in pesan
    assert "berbeda dari kolom skornya" in pesan


@pytest.mark.parametrize(
    ("nilai", "pesan"),
    [
        (["0,8", "0,7", "0,6", "0,7002", "BERKEMBANG"], "bukan rata-rata"),
        (["0,8", "0,7", "0,6", "0,7001", "BERKEMBANG"], ""),
        (["0.8", "0.7", "0.6", "0.7", "MAJU"], "catatan: Status terbitan Maju"),
        (["0.8", "0.7", "0.6", "0.7", "HEBAT"], "Status harus salah satu"),
        (["1.8", "0.7", "0.6", "0.7", ""], "antara 0 dan 1"),
        (["banyak", "0.7", "0.6", "0.7", ""], "antara 0 dan 1"),
        (["0.8", "", "0.6", "0.7", ""], "IKE belum ada"),
    ],
)
def test_indeks_terbitan(operator, nilai, pesan):
    kepala = ["kode", "iks", "ike", "ikl", "idm", "status"]
    impor = unggah(operator, [kepala, [rows(banyak=1)[0].desa.kode, *nilai]], 2022)
    teks = " ".join(
        [*(k["pesan"] for k in impor.kesalahan), *(f"catatan: {k['pesan']}" for k in impor.catatan)]
    )
    assert pesan in teks
    assert bool(impor.kesalahan) == (bool(pesan) and not pesan.startswith("catatan"))


def test_tahun_baris_dan_berkas_tanpa_judul(operator):
    kode = rows(banyak=1)[0].desa.kode
    impor = unggah(
        operator,
        [["kode", "tahun", "deret skor"], [kode, "dua", "5" * 50], [], [kode, "1999", "5" * 50]],
    )
    assert [k["sel"] for k in impor.kesalahan] == ["B2", "B4"]
    for isi in ([["apa", "saja"], [1, 2]], [["kode", "nama"], [kode, "x"]]):
        assert "Tidak ada baris judul" in unggah(operator, isi).kesalahan[0]["pesan"]


def test_terkunci_dan_berubah_sejak_pratinjau(operator, monkeypatch):
    r = rows(banyak=1)[0]
    isi = [["kode", "deret skor"], [r.desa.kode, r.skor]]
    impor = unggah(operator, isi, 2022)
    penerima = PenerimaIdm(User.objects.get(username="operator"), 2022)
    with monkeypatch.context() as patch:
        for model in (IdmDesa, IsianIdm):
            patch.setattr(model, "lock_for", staticmethod(lambda *masa: "Terkunci oleh penetapan."))
        assert "Terkunci" in unggah(operator, isi, 2022).kesalahan[0]["pesan"]
        with pytest.raises(Refused, match="Terkunci oleh penetapan"):
            apply(impor=impor, penerima=penerima, by="uji")
    IdmDesa.objects.create(
        desa=r.desa, tahun=2022, instrumen=r.instrumen, iks=0, ike=0, ikl=0, idm=0,
        status="SANGAT TERTINGGAL", sumber="terbitan",
    )  # fmt: skip
    with pytest.raises(Refused, match="sudah diubah sejak diperiksa"):
        apply(impor=impor, penerima=penerima, by="uji")
    assert IdmDesa.objects.get(tahun=2022).idm == 0


def test_kode_edisi_lama_dibaca_sebagai_desanya(operator):
    """Lembar tahun lalu masih memakai kode sebelum desanya berganti kode."""
    isi = lembar_skor(1)
    desa = rows(banyak=1)[0].desa
    lama = desa.kode
    catat_riwayat(lama=desa, sejak=date(2025, 4, 25), dasar="Kepmendagri", by="uji")
    desa.kode = f"{lama[:9]}2999"
    door.save(desa, by="uji")
    impor = unggah(operator, isi)
    assert (impor.kesalahan, impor.ubahan, impor.banyak_sama) == ([], [], 1)
    assert impor.catatan[0]["pesan"] == f"Kode edisi lama; kini {desa.kode}."
    ganda = unggah(operator, [*isi, [desa.kode, *isi[1][1:]]])
    assert "sudah ada pada" in ganda.kesalahan[0]["pesan"]
