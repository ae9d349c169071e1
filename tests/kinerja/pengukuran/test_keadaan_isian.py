"""Keadaan nilai pada formulir, kisi, lembar dan tempelan: pesan yang sama, alasannya tercetak."""

import io
import json

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from openpyxl import Workbook

from documents.impor.kisi import check
from documents.pembaca import read
from kinerja.models import PengukuranSub, Realisasi, SkalaKualitatif, Target, TingkatKualitatif
from kinerja.naskah.dasar.besaran import Besaran, besaran
from kinerja.pengukuran.grids import EvaluasiGrid
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_indikator, make_lkjip, make_realisasi, make_target
from tests.kinerja.pengukuran.bahan import isian, pesan

pytestmark = pytest.mark.django_db
KISI = "/kinerja/evaluasi/?tahun=2023"


@pytest.fixture
def operator(client_for):
    return client_for("operator")


def store(client, indikator, **kolom):
    data = {"indikator": indikator.pk, "tahun": 2023, "masa": "0-0"} | kolom
    return client.post(reverse("kinerja:realisasi_create"), data, follow=True)


def galat(halaman, kolom):
    return " ".join(halaman.context["form"].errors.get(kolom, ()))


def ketik(client, kunci, kolom, baru):
    ubahan = [{"b": kunci, "k": kolom, "lama": "", "baru": baru}]
    jawab = client.post(KISI, json.dumps({"ubahan": ubahan}), content_type="application/json")
    (hasil,) = jawab.json()["hasil"]
    return hasil["status"], hasil["pesan"]


@pytest.mark.parametrize(
    ("ketikan", "tulisan"),
    [
        ("3-5", "3,00–5,00"),
        (">90", "> 90,00"),
        ("n/a", "tidak berlaku"),
        ("Belum Rilis", "belum rilis"),
    ],
)
def test_realisasi_berkeadaan_tidak_menahan_naskah(operator, banyuasin, ketikan, tulisan):
    indikator = make_indikator(banyuasin, jenis="iku", nama="Indeks BPS")
    make_target(indikator, "4")
    halaman = store(operator, indikator, nilai=ketikan)
    assert "menunggu hasil BPS”." in galat(halaman, "sebab")
    assert "tanpa angka dan harus beralasan" not in halaman.content.decode()
    halaman = store(operator, indikator, nilai=ketikan, sebab="Diumumkan Mei")
    assert f"Tersimpan: {tulisan}." in pesan(halaman)
    assert "Diumumkan Mei. Capaian tidak dihitung." in pesan(halaman)
    lkjip = make_lkjip(banyuasin)
    assert not [kalimat for kalimat in lkjip.reading().missing if "Indeks BPS" in kalimat]
    halaman = operator.get(reverse("kinerja:lkjip_preview", args=[lkjip.pk])).content.decode()
    assert f"Realisasi {ketikan_baku(ketikan)}: Diumumkan Mei." in halaman


def ketikan_baku(ketikan):
    return {"3-5": "3–5", ">90": "&gt; 90", "n/a": "tidak berlaku", "Belum Rilis": "belum rilis"}[
        ketikan
    ]


def test_belum_diisi_tetap_menahan(banyuasin):
    indikator = make_indikator(banyuasin, nama="Indeks BPS")
    make_target(indikator, "4")
    Realisasi.objects.create(indikator=indikator, tahun=2023, tercetak="3 atau 4")
    kalimat = make_lkjip(banyuasin).reading().missing
    assert [k for k in kalimat if k.startswith("Realisasi 2023:")]


def test_angka_tercetak_bukan_pengganti_nilai(operator, banyuasin):
    halaman = store(operator, make_indikator(banyuasin), tercetak=">90")
    assert galat(halaman, "nilai") == (
        "Nilai realisasi belum diisi. Tulis > 90 di sini; angka tercetak hanya pembanding."
    )


def test_mengganti_keadaan_dengan_angka_melepas_alasannya(operator, banyuasin):
    indikator = make_indikator(banyuasin)
    store(operator, indikator, nilai="belum rilis: BPS Mei")
    row = Realisasi.objects.get()
    assert (row.keadaan, row.sebab, row.nilai) == ("belum_rilis", "BPS Mei", None)
    url = reverse("kinerja:realisasi_update", args=[row.pk])
    form = operator.get(url).context["form"]
    assert form["nilai"].value() == "belum rilis"
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    operator.post(url, data | {"nilai": "7"})
    row.refresh_from_db()
    assert (row.keadaan, row.sebab, row.nilai) == ("nilai", "", 7)


def test_keadaan_beralasan_dan_tanpa_angka_di_basis_data(banyuasin):
    row = {"indikator": make_indikator(banyuasin), "tahun": 2023}
    for salah in (
        {"keadaan": "belum_rilis"},
        {"keadaan": "tidak_berlaku", "sebab": "x", "nilai": 3},
        {"keadaan": "rentang", "sebab": "x"},
        {"keadaan": "rentang", "sebab": "x", "rentang_bawah": 5, "rentang_atas": 3},
        {"rentang_bawah": 5},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Target.objects.create(**row, **salah)


def test_sebutan_dapat_belum_rilis_tetapi_bukan_rentang(operator, banyuasin):
    skala = SkalaKualitatif.objects.create(kode="opini", nama="Opini", regulasi="uji")
    wtp = TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="WTP")
    indikator = make_indikator(banyuasin, skala_kualitatif=skala)
    halaman = store(operator, indikator, nilai="3-5", sebab="x")
    assert galat(halaman, "nilai") == "“3-5” bukan sebutan Opini: WTP."
    halaman = store(operator, indikator, nilai="belum rilis", sebab="BPK Juni", tingkat=wtp.pk)
    assert galat(halaman, "tingkat") == "Kosongkan sebutannya bila belum rilis."
    store(operator, indikator, nilai="belum rilis", sebab="BPK Juni")
    assert Realisasi.objects.get().khusus.sebab == "BPK Juni"


def test_pecahan_tanpa_bagiannya_bila_belum_rilis(operator, banyuasin):
    indikator = make_indikator(banyuasin, rumus_pembilang="a", rumus_penyebut="b")
    halaman = store(operator, indikator, nilai="belum rilis", sebab="x", pembilang="3")
    assert galat(halaman, "pembilang") == "Kosongkan bila belum rilis."
    halaman = store(operator, indikator, pembilang="50 %", penyebut="100")
    assert "sedangkan kolom ini banyaknya" in galat(halaman, "pembilang")


def test_rata_iku_menyebut_yang_tidak_ikut(client_for, banyuasin):
    for nomor, nilai in ((1, "90"), (2, None), (3, "80")):
        indikator = make_indikator(banyuasin, jenis="iku", nomor=nomor)
        make_target(indikator, "100")
        if nilai:
            make_realisasi(indikator, nilai)
    kosong = Target.objects.get(indikator__nomor=2).indikator
    rata = TahunKinerja(banyuasin, 2023).pengukuran.rata_iku()
    assert (rata.rasio, rata.kalimat) == (None, "")
    Realisasi.objects.create(indikator=kosong, tahun=2023, keadaan="belum_rilis", sebab="BPS")
    kinerja = TahunKinerja(banyuasin, 2023)
    rata = kinerja.pengukuran.rata_iku()
    assert (rata.rasio, rata.kalimat) == (85, "dari 2 IKU; 1 tidak ikut: belum rilis")
    teks = kinerja.rujukan["capaian.rata_iku"].teks
    assert teks == "85,00 % (dari 2 IKU; 1 tidak ikut: belum rilis)"
    assert make_lkjip(banyuasin).reading().isi.keuangan.rata_kalimat == rata.kalimat
    halaman = client_for("operator").get(reverse("kinerja:dasbor") + "?tahun=2023")
    assert rata.kalimat in halaman.content.decode()


SATUAN = [
    ("100 %", "“100 %” bersatuan %, sedangkan baris ini bersatuan Dokumen."),
    ("3 orang", "“3 orang” bersatuan orang, sedangkan baris ini bersatuan Dokumen."),
]


@pytest.mark.parametrize(("ketikan", "kalimat"), SATUAN)
def test_satuan_lain_ditolak_sama_di_formulir_kisi_dan_lembar(
    operator, users, sub, ketikan, kalimat
):
    halaman = operator.post(reverse("kinerja:pengukuransub_create"), isian(sub, kinerja=ketikan))
    assert galat(halaman, "kinerja").startswith(kalimat)
    status, pesan_kisi = ketik(operator, f"sub-{sub.pk}", "k_1", ketikan)
    assert (status, pesan_kisi.startswith(kalimat)) == ("gagal", True)
    (kesalahan,) = impor(users["operator"], sub, ketikan).kesalahan
    assert kesalahan.pesan.startswith(kalimat)
    assert not PengukuranSub.objects.exists()


def impor(user, sub, isi, bentuk="General"):
    """Lembar evaluasi dengan satu K triwulan I."""
    book = Workbook()
    lembar = book.active
    lembar.append(["Kode baris", "Program / kegiatan / sub kegiatan", "Triwulan I K"])
    lembar.append([f"{sub.kegiatan.kode}#{sub.nomor}", "", isi])
    lembar.cell(2, 3).number_format = bentuk
    output = io.BytesIO()
    book.save(output)
    return check(EvaluasiGrid(user, 2023), read("k.xlsx", output.getvalue()))


def test_sel_berformat_persen_tidak_dikalikan_diam_diam(users, sub):
    (kesalahan,) = impor(users["operator"], sub, 1, "0%").kesalahan
    assert kesalahan.pesan.startswith(SATUAN[0][1])
    sub.satuan = "%"
    sub.save()
    (ubahan,) = impor(users["operator"], sub, 1, "0%").ubahan
    assert ubahan["baru"] == "100 %"


def test_satuan_pada_bentuk_angka_dicocokkan(users, sub):
    """`12 Dokumen` dan `12 Orang` tampak di selnya; yang tersimpan hanya 12."""
    (kesalahan,) = impor(users["operator"], sub, 12, '0 "Orang"').kesalahan
    assert kesalahan.pesan.startswith("“12 Orang” bersatuan Orang, sedangkan baris ini bersatuan")
    (ubahan,) = impor(users["operator"], sub, 12, '0 "Dokumen"').ubahan
    assert ubahan["baru"] == "12 Dokumen"


def test_k_berkeadaan_di_kisi_dan_tabel_evaluasi(operator, sub):
    kunci = f"sub-{sub.pk}"
    status, kalimat = ketik(operator, kunci, "k_1", "belum rilis")
    assert (status, kalimat) == (
        "gagal",
        "Tulis alasannya sesudah titik dua, misalnya “belum rilis: menunggu hasil BPS”.",
    )
    assert ketik(operator, kunci, "k_1", "belum rilis: data PMD")[0] == "tersimpan"
    assert ketik(operator, kunci, "k_2", "12 Dokumen")[0] == "tersimpan"
    row = PengukuranSub.objects.get(triwulan=1)
    assert (row.khusus.sebab, row.kinerja) == ("data PMD", None)
    (simpul,) = TahunKinerja(sub.kegiatan.program.perangkat_daerah.kabupaten, 2023).pohon.sub
    evaluasi = simpul.evaluasi
    assert (evaluasi.jumlah.k, evaluasi.jumlah.keadaan) == (None, "belum rilis")
    assert evaluasi.keterangan == "Triwulan I belum rilis: data PMD"
    assert evaluasi.sampai(1).persen.k is None
    assert "belum rilis: data PMD" in operator.get(KISI).content.decode()


def test_besaran_bersatuan():
    assert besaran("3–5", "rentang").bersatuan("Desa") == "3–5 Desa"
    assert besaran("belum rilis", "belum_rilis").bersatuan("Desa") == "belum rilis"
    assert Besaran(angka=None, sebutan="D").bersatuan("Opini") == "D"
