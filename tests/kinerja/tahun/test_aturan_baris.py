"""Aturan setahun tiap baris: indikator, pohon, formulir, halaman, naskah dan temuannya."""

from decimal import Decimal

import pytest
from django.urls import reverse

from documents.snapshot import canonical
from kinerja.models import (
    Indikator,
    Kegiatan,
    NaskahKinerja,
    PengukuranKegiatan,
    PeriodeRenstra,
    Realisasi,
    SkalaKualitatif,
    SubKegiatan,
    Target,
    TingkatKualitatif,
)
from kinerja.naskah.evaluasi import lembar
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks import v04_persen, v08_arah
from tests.factories import (
    make_indikator,
    make_lkjip,
    make_realisasi,
    make_sasaran,
    make_sub,
    make_target,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kegiatan(banyuasin):
    """Kegiatan ber-% yang tercapai 100 pada tiap triwulan."""
    kegiatan = make_sub(banyuasin).kegiatan
    isi = {"indikator": "Persentase terlayani", "target": 100, "satuan": "%"}
    Kegiatan.objects.filter(pk=kegiatan.pk).update(**isi)
    for triwulan in (1, 2, 3, 4):
        PengukuranKegiatan.objects.create(kegiatan=kegiatan, triwulan=triwulan, kinerja=100)
    return Kegiatan.objects.get(pk=kegiatan.pk)


def simpul(kabupaten, baris):
    pohon = TahunKinerja(kabupaten, 2023).pohon
    return next(s for s in pohon.baris if s.obj == baris)


def jauh(kabupaten):
    return [t.pesan for t in v04_persen.jauh(None, TahunKinerja(kabupaten, 2023)) if t]


def test_persen_bertahap_setahun_seratus(kegiatan, banyuasin):
    evaluasi = simpul(banyuasin, kegiatan).evaluasi
    assert (evaluasi.jumlah.k, evaluasi.persen.k) == (100, 100)
    assert jauh(banyuasin) == []


def test_dijumlahkan_menimbulkan_temuan(kegiatan, banyuasin):
    Kegiatan.objects.update(agregasi="jumlah")
    assert simpul(banyuasin, kegiatan).evaluasi.persen.k == 400
    assert jauh(banyuasin) == [
        "Jauh di atas target: 400 % dari target 100 % (400,00 %). "
        "Periksa isian dan cara setahunnya: dijumlahkan."
    ]


def test_target_triwulan_berjumlah_diusulkan_dijumlahkan(kegiatan):
    for triwulan in (1, 2, 3, 4):
        setattr(kegiatan, f"target_tw{triwulan}", Decimal(25))
    assert (kegiatan.cara.value, kegiatan.tulisan_cara) == ("jumlah", "dijumlahkan (usulan)")
    kegiatan.agregasi = "tertinggi"
    assert (kegiatan.cara.value, kegiatan.tulisan_cara) == ("tertinggi", "nilai tertinggi")


def test_e81_dan_evaluasi_menyebut_aturannya(kegiatan, banyuasin):
    isi = {"kabupaten": banyuasin, "tahun": 2023, "triwulan": 4}
    for jenis, bentuk in (("evaluasi", lembar.evaluasi), ("e81", lembar.e81)):
        naskah = NaskahKinerja.objects.create(**isi, jenis=jenis, nomor=jenis)
        beku = naskah.reading().isi
        baris = next(b for b in beku.baris if b.tingkat == "kegiatan")
        assert (baris.cara, baris.jumlah.k, baris.persen.k) == ("terakhir", 100, 100)
        tabel = bentuk(beku)
        assert any("% 1)" in sel for sel in map(sebaris, tabel.baris))
        assert any("1) K setahun nilai terakhir" in kalimat for kalimat in tabel.catatan)
        assert '"cara":"terakhir"' in canonical(beku).replace(" ", "")


@pytest.mark.parametrize(
    ("cara", "lalu", "akhir"),
    [("terakhir", 80, 90), ("jumlah", 80, 170), ("rata", 80, 85), ("terendah", 80, 80)],
)
def test_tahun_lalu_menurut_aturan_barisnya(banyuasin, cara, lalu, akhir):
    """Kolom 6 dan 13: tahun lalu 60 lalu 80 bertahap, maka 80; tahun ini 90."""
    sasaran = make_sasaran(banyuasin)
    PeriodeRenstra.objects.filter(pk=sasaran.periode_id).update(tahun_awal=2022)
    dulu, kini = (make_sub(banyuasin, tahun).kegiatan for tahun in (2022, 2023))
    for kegiatan, triwulan, kinerja in ((dulu, 1, 60), (dulu, 2, 80), (kini, 1, 90)):
        PengukuranKegiatan.objects.create(kegiatan=kegiatan, triwulan=triwulan, kinerja=kinerja)
    Kegiatan.objects.filter(pk=kini.pk).update(agregasi=cara)
    e81 = simpul(banyuasin, kini).e81
    assert (e81.lalu.k, e81.akhir.k) == (lalu, akhir)


def sebaris(baris):
    return " | ".join(str(sel) for sel in baris)


def test_pecahan_setahun_dari_bagiannya(client_for, banyuasin):
    """2/3 dan 20/21: bagian yang sebenarnya 22/24, bukan rata-rata hasil baginya."""
    indikator = make_indikator(banyuasin, rumus_penyebut="Lembaga", faktor=100, agregasi="pecahan")
    make_target(indikator, "90")
    for triwulan, pembilang, penyebut in ((1, 2, 3), (2, 20, 21)):
        Realisasi.objects.create(
            indikator=indikator,
            tahun=2023,
            triwulan=triwulan,
            pembilang=pembilang,
            penyebut=penyebut,
        )
    ukuran = TahunKinerja(banyuasin, 2023).pengukuran.ukur(indikator)
    assert (ukuran.pembilang, ukuran.penyebut) == (22, 24)
    assert ukuran.realisasi_cetak == Decimal("91.67")
    halaman = client_for("operator").get(indikator.get_absolute_url()).content.decode()
    assert "Setahun Σ pembilang / Σ penyebut dari isian" in halaman
    assert "22 /" in halaman
    make_realisasi(indikator, "50", triwulan=3)
    ukuran = TahunKinerja(banyuasin, 2023).pengukuran.ukur(indikator)
    assert (ukuran.isi, ukuran.is_tidak_tergabung) == (None, True)


@pytest.fixture
def opini(banyuasin):
    skala = SkalaKualitatif.objects.create(kode="opini", nama="Opini", regulasi="uji")
    tingkat = [
        TingkatKualitatif.objects.create(skala=skala, urutan=n, nama=nama)
        for n, nama in ((1, "WTP"), (2, "WDP"))
    ]
    indikator = make_indikator(banyuasin, jenis="iku", nama="Opini BPK", skala_kualitatif=skala)
    return indikator, *tingkat


def test_sebutan_triwulan_menjadi_setahun(client_for, banyuasin, opini):
    """Sebutan yang hanya diisi triwulan ikut setahun, tabel dan kelengkapan."""
    indikator, wtp, wdp = opini
    Target.objects.create(indikator=indikator, tahun=2023, tingkat=wtp)
    for triwulan, tingkat in ((2, wdp), (4, wtp)):
        Realisasi.objects.create(
            indikator=indikator, tahun=2023, triwulan=triwulan, tingkat=tingkat
        )
    ukuran = TahunKinerja(banyuasin, 2023).pengukuran.ukur(indikator)
    assert (ukuran.sebutan_realisasi, ukuran.capaian.persen) == ("WTP", 100)
    assert ukuran.asal == "isian Triwulan II–Triwulan IV, nilai terakhir"
    reading = make_lkjip(banyuasin).reading()
    assert not [k for k in reading.missing if "Opini BPK" in k]
    assert reading.isi.jangka_menengah["iku"][0].baris[0].realisasi.cetak == "WTP"
    assert reading.isi.beberapa_tahun["iku"].tahun == (2023,)
    Indikator.objects.update(agregasi="terendah")
    assert TahunKinerja(banyuasin, 2023).pengukuran.ukur(indikator).sebutan_realisasi == "WDP"


def test_target_sebutan_lebih_mudah_dari_tahun_lalu(banyuasin, opini):
    indikator, wtp, wdp = opini
    awal = indikator.sasaran.periode.tahun_awal
    Realisasi.objects.create(indikator=indikator, tahun=awal, tingkat=wtp)
    Target.objects.create(indikator=indikator, tahun=awal + 1, tingkat=wdp)
    pesan = [t.pesan for t in v08_arah.check(None, TahunKinerja(banyuasin, awal + 1), None).temuan]
    assert f"Target WDP lebih mudah daripada realisasi {awal} (WTP)." in pesan


def isian(form):
    return {b.html_name: "" if b.value() is None else b.value() for b in form}


def ubah(client, row, **ganti):
    url = reverse(f"kinerja:{row._meta.model_name}_update", args=[row.pk])
    data = isian(client.get(url).context["form"]) | ganti
    return client.post(url, data)


def test_formulir_mengusulkan_lalu_menyimpan(client_for, kegiatan):
    client = client_for("operator")
    url = reverse("kinerja:kegiatan_update", args=[kegiatan.pk])
    assert "Diusulkan: nilai terakhir" in client.get(url).content.decode()
    assert ubah(client, kegiatan, target_tw1="25", agregasi="").status_code == 302
    kegiatan.refresh_from_db()
    assert kegiatan.agregasi == "terakhir"
    assert ubah(client, kegiatan, agregasi="tertinggi").status_code == 302
    kegiatan.refresh_from_db()
    assert kegiatan.agregasi == "tertinggi"


def test_rentang_meminta_toleransi(client_for, kegiatan):
    halaman = ubah(client_for("operator"), kegiatan, arah="rentang")
    assert "Tulis berapa boleh meleset dari target." in halaman.content.decode()


def test_indikator_menolak_cara_yang_tidak_berlaku(client_for, banyuasin, opini):
    client = client_for("operator")
    indikator, *_ = opini
    halaman = ubah(client, indikator, agregasi="jumlah").content.decode()
    assert "Sebutan tidak dapat dijumlahkan" in halaman
    angka = make_indikator(banyuasin, sasaran=indikator.sasaran)
    assert "Rumusnya bukan pecahan" in ubah(client, angka, agregasi="pecahan").content.decode()


def test_indikator_diusulkan_dari_target_triwulan_dan_satuan(client_for, banyuasin):
    indikator = make_indikator(banyuasin, satuan="Dokumen")
    make_target(indikator, "4")
    for triwulan in (1, 2, 3, 4):
        make_target(indikator, "4", triwulan=triwulan)
    assert ubah(client_for("operator"), indikator, desimal="", agregasi="").status_code == 302
    indikator.refresh_from_db()
    assert (indikator.agregasi, indikator.desimal) == ("terakhir", 0)


def test_rata_rata_cacahan_berdesimal(client_for, banyuasin):
    """Rata-rata orang bukan orang; pecahan jam yang tidak akan tercetak ditolak."""
    indikator = make_indikator(banyuasin, satuan="Orang", desimal=0, agregasi="rata")
    assert ubah(client_for("operator"), indikator, desimal="").status_code == 302
    indikator.refresh_from_db()
    assert indikator.desimal == 2
    jam = Indikator(nama="Lama pelatihan", satuan="Jam", desimal=0)
    masalah = "1,5 berpecahan; Jam (desimal cetak 0) ditulis bilangan bulat."
    assert jam.syarat_nilai.masalah(Decimal("1.5")) == masalah
    jam.desimal = 1
    assert jam.syarat_nilai.masalah(Decimal("1.5")) == ""


def test_desimal_mengikuti_satuan_yang_berganti(client_for, banyuasin):
    """`7,00 Desa` tidak tercetak karena satuannya dahulu persen; pilihan orang tetap."""
    indikator = make_indikator(banyuasin, satuan="%", desimal=2)
    client = client_for("operator")
    for kolom, desimal in (({"satuan": "Desa"}, 0), ({"satuan": "%", "desimal": "1"}, 1)):
        assert ubah(client, indikator, **kolom).status_code == 302
        indikator.refresh_from_db()
        assert indikator.desimal == desimal


def test_sub_kegiatan_memperlihatkan_aturannya(client_for, banyuasin):
    sub = make_sub(banyuasin)
    SubKegiatan.objects.filter(pk=sub.pk).update(arah="balik")
    halaman = client_for("operator").get(sub.get_absolute_url()).content.decode()
    assert "capaian target / realisasi." in halaman
