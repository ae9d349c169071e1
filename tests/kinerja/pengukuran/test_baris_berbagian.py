"""Pecahan dan sebutan pada program, kegiatan, sub kegiatan dan indikator tambahan."""

import io
import json

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from openpyxl import Workbook

from documents.impor.kisi import check
from documents.pembaca import read
from kinerja.models import (
    IndikatorTambahan,
    NaskahKinerja,
    PengukuranSub,
    SkalaKualitatif,
    TingkatKualitatif,
)
from kinerja.naskah.evaluasi import lembar
from kinerja.pengukuran.grids import PENGUKURAN, EvaluasiGrid
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.crud import tanpa_templat
from tests.factories import make_sub

pytestmark = pytest.mark.django_db
KISI = "/kinerja/evaluasi/?tahun=2023"
PECAHAN = {"rumus_pembilang": "Aktif", "rumus_penyebut": "Semua", "faktor": 100, "satuan": "%"}


@pytest.fixture
def akip(banyuasin):
    skala = SkalaKualitatif.objects.create(kode="akip-uji", nama="Kategori AKIP")
    isi = (("A", 85), ("BB", 75), ("B", 65))
    for urutan, (nama, nilai) in enumerate(isi, start=1):
        TingkatKualitatif.objects.create(skala=skala, urutan=urutan, nama=nama, nilai=nilai)
    return skala


@pytest.fixture
def baris(banyuasin):
    """Satu baris tiap tingkat pohon."""
    sub = make_sub(banyuasin, indikator="Cakupan")
    kegiatan = sub.kegiatan
    tambahan = IndikatorTambahan.objects.create(
        program=kegiatan.program, kegiatan=kegiatan, indikator="Cakupan kedua"
    )
    return {"program": kegiatan.program, "kegiatan": kegiatan, "sub": sub, "tambahan": tambahan}


@pytest.fixture
def operator(client_for):
    return client_for("operator")


def ubah(row, **kolom):
    type(row).objects.filter(pk=row.pk).update(**kolom)


def ketik(client, kunci, kolom, baru, lama=""):
    ubahan = [{"b": kunci, "k": kolom, "lama": lama, "baru": baru}]
    jawab = client.post(KISI, json.dumps({"ubahan": ubahan}), content_type="application/json")
    (hasil,) = jawab.json()["hasil"]
    return hasil["status"], hasil["pesan"] or hasil["nilai"]


def simpul(kabupaten, tingkat):
    pohon = TahunKinerja(kabupaten, 2023).pohon
    return next(s for s in pohon.baris if s.tingkat == tingkat)


def kisi(kabupaten, users, kunci):
    """Isi satu baris kisi evaluasi."""
    rows = EvaluasiGrid(users["operator"], 2023, {}).rows()
    return next(row.isi for row in rows if row.kunci == kunci)


@pytest.mark.parametrize("tingkat", list(PENGUKURAN))
def test_pecahan_diketik_di_kisi_menjadi_setahun(operator, users, banyuasin, baris, tingkat):
    """1/2 dan 9/10: setahun 10/12, bukan rata-rata 70 % dan bukan jumlah 140 %."""
    row = baris[tingkat]
    ubah(row, **PECAHAN, target=80, agregasi="pecahan")
    kunci = f"{tingkat}-{row.pk}"
    assert ketik(operator, kunci, "k_1", "1/2") == ("tersimpan", "1/2")
    assert ketik(operator, kunci, "k_2", "9 dari 10") == ("tersimpan", "9/10")
    evaluasi = simpul(banyuasin, tingkat).evaluasi
    assert [str(satu.cetak.k) for satu in evaluasi.triwulan[:2]] == ["50.00", "90.00"]
    assert (str(evaluasi.jumlah.k), str(evaluasi.persen.k)) == ("83.33", "104.17")
    status, pesan = ketik(operator, kunci, "k_3", "80 %")
    assert (status, pesan[:42]) == ("gagal", "Indikator ini pecahan: tulis pembilang/pen")
    assert ketik(operator, kunci, "k_3", "3/0") == ("gagal", "Penyebut tidak boleh nol.")
    assert "sedangkan kolom ini banyaknya" in ketik(operator, kunci, "k_3", "30 %/100")[1]
    tersimpan = ("tersimpan", "tidak berlaku: tidak ada kegiatan")
    assert ketik(operator, kunci, "k_3", "n/a: tidak ada kegiatan") == tersimpan
    belum = ketik(operator, kunci, "k_3", "belum rilis: BPS", lama=tersimpan[1])
    assert belum == ("tersimpan", "belum rilis: BPS")
    assert kisi(banyuasin, users, kunci)["jumlah_k"] == "belum rilis"
    halaman = operator.get(KISI).content.decode()
    assert "9/10" in halaman
    assert "Σ pembilang / Σ penyebut" in halaman


@pytest.mark.parametrize("tingkat", list(PENGUKURAN))
def test_sebutan_diketik_di_kisi_menjadi_setahun(operator, users, banyuasin, baris, akip, tingkat):
    row = baris[tingkat]
    target = akip.tingkat.get(nama="A")
    ubah(row, skala_kualitatif=akip, target=None, tingkat_target=target, satuan="Kategori")
    kunci = f"{tingkat}-{row.pk}"
    assert ketik(operator, kunci, "k_1", "b") == ("tersimpan", "B")
    assert ketik(operator, kunci, "k_2", "BB") == ("tersimpan", "BB")
    evaluasi = simpul(banyuasin, tingkat).evaluasi
    assert (evaluasi.jumlah.keadaan, str(evaluasi.persen.k)) == ("BB", "88.24")
    assert kisi(banyuasin, users, kunci)["jumlah_k"] == "BB"
    assert ketik(operator, kunci, "k_3", "75") == (
        "gagal",
        "“75” bukan sebutan Kategori AKIP: A, BB, B.",
    )
    assert ketik(operator, kunci, "k_3", "3–5")[0] == "gagal"
    assert "Tulis alasannya" in ketik(operator, kunci, "k_3", "belum rilis")[1]
    assert ketik(operator, kunci, "k_2", "", lama="BB")[0] == "tersimpan"
    assert simpul(banyuasin, tingkat).evaluasi.jumlah.keadaan == "B"
    assert "BB" not in [str(t.isi) for t in simpul(banyuasin, tingkat).evaluasi.triwulan]


def test_lembar_evaluasi_dan_e81(operator, banyuasin, baris, akip):
    """Sel K, jumlah, persen dan tanda caranya pada kedua naskah."""
    ubah(baris["kegiatan"], **PECAHAN, target=80, agregasi="pecahan", target_renstra=100)
    tingkat = {satu.nama: satu for satu in akip.tingkat.all()}
    ubah(
        baris["program"],
        skala_kualitatif=akip,
        tingkat_target=tingkat["A"],
        tingkat_renstra=tingkat["A"],
        tingkat_lalu=tingkat["B"],
        agregasi="tertinggi",
    )
    for kunci, isi in (
        (f"kegiatan-{baris['kegiatan'].pk}", ("1/2", "9/10")),
        (f"program-{baris['program'].pk}", ("B", "BB")),
    ):
        for triwulan, satu in enumerate(isi, start=1):
            assert ketik(operator, kunci, f"k_{triwulan}", satu)[0] == "tersimpan"
    isi = {"kabupaten": banyuasin, "tahun": 2023, "triwulan": 4}
    naskah = NaskahKinerja.objects.create(**isi, jenis="e81", nomor="1")
    beku = naskah.reading().isi
    program, kegiatan = beku.baris[0], beku.baris[1]
    assert [satu.keadaan for satu in (program.renstra, program.lalu, program.akhir)] == [
        "A",
        "B",
        "BB",
    ]
    assert (str(program.persen_renstra.k), str(kegiatan.akhir.k)) == ("88.24", "83.33")
    assert "kecuali K 1 baris yang nilai terakhirnya tahun ini" in beku.catatan_lalu
    assert (str(kegiatan.jumlah.k), str(kegiatan.persen.k)) == ("83.33", "104.17")
    tabel = lembar.e81(beku)
    assert any("5) K setahun Σ pembilang / Σ penyebut" in satu for satu in tabel.catatan)
    assert [tabel.baris[0][kolom] for kolom in (5, 7, 9, 11, 13)] == ["A", "B", "A", "B", "BB"]
    evaluasi = NaskahKinerja.objects.create(**isi, jenis="evaluasi", nomor="2").reading().isi
    sel = lembar.evaluasi(evaluasi).baris[0]
    assert [sel[kolom] for kolom in (8, 11, 13, 19)] == ["A", "B", "BB", "BB"]


def test_kolom_13_tanpa_banyaknya_tahun_lalu(operator, banyuasin, baris):
    """Tanpa periode: rata-rata tidak diketahui dan disebut; yang terendah tetap atas keduanya."""
    sub, kegiatan = baris["sub"], baris["kegiatan"]
    ubah(sub, agregasi="rata", satuan="Indeks", realisasi_lalu=5, target_renstra=6)
    ubah(kegiatan, agregasi="terendah", satuan="Indeks", realisasi_lalu=2, target_renstra=4)
    for kunci in (f"sub-{sub.pk}", f"kegiatan-{kegiatan.pk}"):
        assert ketik(operator, kunci, "k_1", "3")[0] == "tersimpan"
    isi = {"kabupaten": banyuasin, "tahun": 2023, "triwulan": 1}
    beku = NaskahKinerja.objects.create(**isi, jenis="e81", nomor="1").reading().isi
    induk, anak = (satu for satu in beku.baris if satu.lalu.k is not None)
    assert (induk.akhir.k, induk.persen_renstra.k) == (2, 50)
    assert (anak.lalu.k, anak.jumlah.k, anak.akhir.k, anak.persen_renstra.k) == (5, 3, None, None)
    assert "K kolom 13 pada 1 baris rata-rata tidak dihitung" in beku.catatan_lalu


def test_lembar_kerja_membaca_pecahan_dan_sebutan(users, baris, akip):
    sub = baris["sub"]
    ubah(sub, skala_kualitatif=akip, target=None)
    (ubahan,) = impor(users["operator"], sub, "bb").ubahan
    assert (ubahan["lama"], ubahan["baru"]) == ("", "bb")
    (salah,) = impor(users["operator"], sub, "baik").kesalahan
    assert salah.pesan == "“baik” bukan sebutan Kategori AKIP: A, BB, B."
    ubah(sub, **PECAHAN, skala_kualitatif=None)
    (ubahan,) = impor(users["operator"], sub, "22 dari 27").ubahan
    assert ubahan["baru"] == "22 dari 27"


def impor(user, sub, isi):
    """Lembar evaluasi dengan satu K triwulan I."""
    book = Workbook()
    halaman = book.active
    halaman.append(["Kode baris", "Program / kegiatan / sub kegiatan", "Triwulan I K"])
    halaman.append([f"{sub.kegiatan.kode}#{sub.nomor}", "", isi])
    output = io.BytesIO()
    book.save(output)
    return check(EvaluasiGrid(user, 2023), read("k.xlsx", output.getvalue()))


def isian(form):
    return {b.html_name: "" if b.value() is None else b.value() for b in form}


def send(client, row, **ganti):
    url = reverse(f"kinerja:{row._meta.model_name}_update", args=[row.pk])
    with tanpa_templat():
        form = client.get(url).context_data["form"]
        return client.post(url, isian(form) | ganti)


def galat(halaman, kolom):
    return " ".join(halaman.context_data["form"].errors.get(kolom, ()))


@pytest.mark.parametrize("tingkat", list(PENGUKURAN))
def test_satuan_target_yang_diketik_dicocokkan(operator, baris, tingkat):
    """Target setahun, triwulan, akhir Renstra dan realisasi lalu: pesan yang sama dengan K."""
    row = baris[tingkat]
    ubah(row, satuan="Dokumen")
    for kolom in ("target", "target_tw1", "target_tw4", "target_renstra", "realisasi_lalu"):
        halaman = send(operator, row, **{kolom: "3 orang"})
        assert galat(halaman, kolom).startswith(
            "“3 orang” bersatuan orang, sedangkan baris ini bersatuan Dokumen."
        )
        assert "satu angka" in galat(send(operator, row, **{kolom: "3–5"}), kolom)
    assert send(operator, row, target="12 Dokumen", target_tw1="3 dokumen").status_code == 302
    row.refresh_from_db()
    assert (row.target, row.target_tw1, row.agregasi) == (12, 3, "jumlah")


def test_formulir_baris_kualitatif_dan_pecahan(operator, baris, akip):
    row = baris["kegiatan"]
    a = akip.tingkat.get(nama="A").pk
    halaman = send(operator, row, tingkat_target=a)
    assert (
        galat(halaman, "tingkat_target") == "Baris ini diukur dengan angka; kosongkan sebutannya."
    )
    halaman = send(operator, row, skala_kualitatif=akip.pk, target="4")
    assert galat(halaman, "target").startswith(f"“4” bukan sebutan {akip}: ")
    halaman = send(operator, row, skala_kualitatif=akip.pk, agregasi="jumlah")
    assert "Sebutan tidak dapat dijumlahkan" in galat(halaman, "agregasi")
    assert "bukan pecahan" in galat(send(operator, row, agregasi="pecahan"), "agregasi")
    assert "Faktor 1" in galat(send(operator, row, faktor="7"), "faktor")
    lain = SkalaKualitatif.objects.create(kode="lain", nama="Lain", kabupaten=akip.kabupaten)
    asing = TingkatKualitatif.objects.create(skala=lain, urutan=1, nama="Utama")
    halaman = send(operator, row, skala_kualitatif=akip.pk, tingkat_target=asing.pk)
    assert "dari skala lain" in galat(halaman, "tingkat_target")
    assert send(operator, row, skala_kualitatif=akip.pk, tingkat_target=a).status_code == 302
    row.refresh_from_db()
    assert (row.agregasi, row.tulisan_target) == ("terakhir", "A")


def test_formulir_pengukuran_menurut_barisnya(operator, baris, akip):
    sub = baris["sub"]
    url = reverse("kinerja:pengukuransub_create")
    tampak = operator.get(f"{url}?sub_kegiatan={sub.pk}").context["form"].fields
    assert {"tingkat", "pembilang", "penyebut"}.isdisjoint(tampak)
    data = {"sub_kegiatan": sub.pk, "triwulan": 1}
    halaman = operator.post(url, data | {"pembilang": "1", "penyebut": "2"})
    assert "bukan pecahan" in galat(halaman, "pembilang")
    ubah(sub, **PECAHAN)
    assert "belum diisi" in galat(operator.post(url, data | {"pembilang": "1"}), "penyebut")
    assert "pecahan" in galat(operator.post(url, data | {"kinerja": "50"}), "pembilang")
    halaman = operator.post(url, data | {"pembilang": "1", "penyebut": "2", "kinerja": "60"})
    assert galat(halaman, "kinerja").startswith("Nilai 60 berbeda dari 1 / 2 × 100 = 50,00.")
    assert operator.post(url, data | {"pembilang": "1", "penyebut": "2"}).status_code == 302
    assert PengukuranSub.objects.get().hitung() == 50
    ubah(sub, **dict.fromkeys(("rumus_pembilang", "rumus_penyebut"), ""), skala_kualitatif=akip)
    data["triwulan"] = 2
    assert "bukan sebutan Kategori AKIP" in galat(
        operator.post(url, data | {"kinerja": "50"}), "kinerja"
    )
    tingkat = akip.tingkat.get(nama="BB").pk
    assert operator.post(url, data | {"tingkat": tingkat}).status_code == 302
    assert PengukuranSub.objects.get(triwulan=2).isi.nama == "BB"


def test_angka_dan_sebutan_tidak_bersama(baris, akip):
    a = akip.tingkat.get(nama="A")
    for kolom, sebutan in (("target", "tingkat_target"), ("target_renstra", "tingkat_renstra")):
        with pytest.raises(IntegrityError), transaction.atomic():
            ubah(baris["program"], **{kolom: 3, sebutan: a})
