"""Rekap Indeks Desa: kantor dan kementerian, yang salah disebut dengan selnya."""

from decimal import Decimal

import pytest

from accounts.models import User
from idm.actions.isian import isian, jawab, verifikasi
from idm.models import AmbangStatus, IndeksDesa, IndikatorIdm, TerbitanIndeks
from tests.idm.impor_indeks.bahan import (
    DESA,
    apply,
    rekap_kantor,
    rekap_kementerian,
    upload,
)
from villages.models import Desa

pytestmark = pytest.mark.django_db
POIN = (120, 60, 100, 70, 40, 60)
REBO = (*DESA[0], *POIN, 70.87, "MAJU")


def pesan(impor):
    return " ".join(satu["pesan"] for satu in impor.kesalahan)


def test_rekap_kantor(operator):
    impor = upload(operator, rekap_kantor(REBO, (*DESA[1], *POIN, 70.87, "MAJU")))
    assert (impor.banyak_ubahan, impor.banyak_kesalahan) == (2, 0)
    apply(operator, impor)
    row = IndeksDesa.objects.get(desa__kode="16.07.01.2001", tahun=2025)
    assert (row.skor, row.status, row.sumber) == (Decimal("70.87"), "MAJU", "terbitan")
    assert row.poin == "120;60;100;70;40;60"
    assert row.asal.startswith("Impor rekap.xlsx")
    assert TerbitanIndeks.objects.count() == 2
    lagi = upload(operator, rekap_kantor(REBO))
    assert (lagi.banyak_ubahan, lagi.banyak_sama) == (0, 1)
    lain = upload(operator, rekap_kantor((*DESA[0], *POIN[:5], 61, 71.02, "MAJU")))
    assert [satu["beda"] for satu in lain.ubahan] == ["ya"]
    halaman = operator.post(impor.get_absolute_url(), {"batalkan": "1"}, follow=True)
    assert "isi sebelum impor ini kembali" in halaman.content.decode()
    assert not IndeksDesa.objects.filter(tahun=2025).exists()
    assert not TerbitanIndeks.objects.exists()


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        ({9: "MANDIRI"}, "berstatus Maju"),
        ({2: 171}, "Paling tinggi 170"),
        ({8: 101}, "Paling tinggi 100"),
        ({8: ""}, "Belum diisi"),
        ({8: "abc"}, "bukan angka"),
        ({8: "Rp 80"}, "bersatuan Rp, sedangkan kolom ini poin"),
        ({8: "80 %"}, "bersatuan %, sedangkan kolom ini poin"),
        ({8: "80.5"}, "Maksud Anda 80,5?"),
        ({0: "1607099999"}, "Tidak ada desa dengan kode ini"),
    ],
)
def test_isi_yang_salah_disebut(operator, ubah, sebab):
    baris = list(REBO)
    for tempat, nilai in ubah.items():
        baris[tempat] = nilai
    impor = upload(operator, rekap_kantor(tuple(baris)))
    assert sebab in pesan(impor)
    assert impor.kesalahan[0]["sel"]


def test_batas_status_lebih_besar_dari(operator):
    batas = {"79.62": "MAJU", "79.63": "MANDIRI", "69.34": "BERKEMBANG", "57.38": "TERTINGGAL"}
    batas |= {"49.48": "SANGAT TERTINGGAL", "49.49": "TERTINGGAL"}
    for skor, status in batas.items():
        impor = upload(operator, rekap_kantor((*DESA[0], *POIN, float(skor), status)))
        assert impor.banyak_kesalahan == 0, (skor, status)


def test_desa_kembar_kolom_idm_dan_tanpa_judul(operator):
    kembar = upload(operator, rekap_kantor(REBO, REBO))
    assert "sudah ada pada" in pesan(kembar)
    campur = rekap_kantor(REBO)
    campur[0].append("IDM")
    campur[1].append(0.7)
    assert "tidak disandingkan" in pesan(upload(operator, campur))
    assert "Tidak ada baris judul" in pesan(upload(operator, [["NAMA"], ["x"]]))


def test_tahun_tanpa_edisi_dan_edisi_tanpa_ambang(operator, edisi):
    assert "Belum ada edisi" in pesan(upload(operator, rekap_kantor(REBO), tahun=2023))
    AmbangStatus.objects.filter(instrumen=edisi).delete()
    assert "belum mempunyai ambang" in pesan(upload(operator, rekap_kantor(REBO)))


def test_selisih_skor_dan_poin_disebut_tanpa_menahan(operator):
    impor = upload(operator, rekap_kantor((*DESA[0], *POIN, 72, "MAJU")))
    assert impor.banyak_kesalahan == 0
    assert "dari poin dimensinya 70,87" in impor.catatan[0]["pesan"]


@pytest.mark.parametrize("is_kanan", [True, False])
def test_rekap_kementerian_dan_aspek_yang_belum_bernama(operator, edisi, is_kanan):
    luar = ("1671011001", "Lain"), ("16", "SUMATERA SELATAN")
    isi = rekap_kementerian(edisi, (*DESA, *luar), is_kanan=is_kanan)
    impor = upload(operator, isi)
    assert impor.banyak_kesalahan == 0, pesan(impor)
    catatan = " ".join(satu["pesan"] for satu in impor.catatan)
    assert "1 desa di luar wilayah" in catatan
    assert "1 baris rekap wilayah" in catatan
    assert "Status 2024 tanpa nilainya" in catatan
    aspek = [satu for satu in impor.ubahan if satu["jenis"] == "aspek"]
    assert len(aspek) == 127
    assert "Belum diputuskan" in apply(operator, impor)
    assert not IndeksDesa.objects.exists()
    apply(operator, impor, usul="1")
    row = IndeksDesa.objects.get(desa__kode="16.07.01.2001")
    assert (row.skor, row.jawaban) == (Decimal(100), "5" * 127)
    asing = edisi.indikatoridm_set.get(nomor=None)
    assert asing.nama.startswith("SKOR 13 Pengelolaan Lingkungan")
    assert not asing.is_belum_dikenal
    lagi = upload(operator, rekap_kementerian(edisi, DESA, skor=4))
    assert [satu for satu in lagi.ubahan if satu["jenis"] == "aspek"] == []


def test_aspek_yang_tidak_diterima_tidak_dibaca(operator, edisi):
    impor = upload(operator, rekap_kementerian(edisi, DESA[:1]))
    isian_putusan = {}
    for satu in impor.ubahan:
        if satu["jenis"] == "aspek":
            isian_putusan[f"pilih-{satu['kunci']}"] = "lewati"
    apply(operator, impor, **isian_putusan)
    row = IndeksDesa.objects.get()
    assert (row.jawaban, row.poin) == ("", "170;85;160;90;50;80")
    assert not IndikatorIdm.objects.exclude(judul_lembar="").exists()


@pytest.mark.parametrize("is_contoh", [False, True])
def test_terbitan_berikutnya_menggantikan_terbitan_dan_peragaan(operator, is_contoh):
    apply(operator, upload(operator, rekap_kantor(REBO)))
    if is_contoh:
        IndeksDesa.objects.update(sumber="dimensi", is_contoh=True)
    revisi = upload(operator, rekap_kantor((*DESA[0], *POIN[:5], 61, 71.02, "MAJU")))
    apply(operator, revisi, ganti="1")
    row = IndeksDesa.objects.get()
    assert (row.skor, row.poin, row.sumber) == (Decimal("71.02"), "120;60;100;70;40;61", "terbitan")
    assert row.is_contoh is False
    assert TerbitanIndeks.objects.get().skor == Decimal("71.02")


@pytest.mark.parametrize(
    ("bobot", "sebab"),
    [
        ({"LINGKUNGAN": 85}, "mencatat 90"),
        ({"SUB-DIMENSI PENDIDIKAN": 40}, "subdimensinya berjumlah 165"),
        ({"SKOR 1 Pendidikan KOLOM": 4}, "tidak berjumlah bobot subdimensinya"),
    ],
)
def test_bobot_yang_tidak_berjumlah_menahan(operator, edisi, bobot, sebab):
    impor = upload(operator, rekap_kementerian(edisi, DESA, bobot=bobot))
    assert sebab in pesan(impor)


def test_tanpa_baris_bobot(operator, edisi):
    isi = rekap_kementerian(edisi, DESA)
    del isi[3]
    assert "perlu baris bobot" in pesan(upload(operator, isi))


def test_yang_diverifikasi_tetap_berlaku(operator, edisi):
    desa = Desa.objects.select_related("kecamatan__kabupaten").get(kode="16.07.01.2001")
    by = User.objects.get(username="operator")
    baru = isian(desa, 2025, edisi, 127)
    satu = jawab(isian=baru, jawaban=dict.fromkeys(range(1, 128), 5), by=by)
    verifikasi(isian=satu, by=User.objects.get(username="kepala.bidang"))
    impor = upload(operator, rekap_kantor(REBO))
    assert "Keduanya disimpan" in impor.catatan[0]["pesan"]
    apply(operator, impor)
    row = IndeksDesa.objects.get()
    assert (row.skor, row.sumber) == (Decimal(100), "aspek")
    assert TerbitanIndeks.objects.get().skor == Decimal("70.87")


def test_tahun_yang_ditetapkan_menahan(operator, monkeypatch):
    kunci = staticmethod(lambda *masa: "Terkunci oleh penetapan.")
    monkeypatch.setattr(IndeksDesa, "lock_for", kunci)
    impor = upload(operator, rekap_kantor(REBO))
    assert (impor.kesalahan[0]["isi"], impor.kesalahan[0]["pesan"]) == (
        "2025",
        "Terkunci oleh penetapan.",
    )


def test_berubah_sejak_pratinjau_ditolak(operator):
    impor = upload(operator, rekap_kantor(REBO))
    lain = (*DESA[0], *POIN[:5], 61, 71.02, "MAJU")
    apply(operator, upload(operator, rekap_kantor(lain)))
    assert "sudah diubah sejak diperiksa" in apply(operator, impor)
    assert IndeksDesa.objects.get().skor == Decimal("71.02")
