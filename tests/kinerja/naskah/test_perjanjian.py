"""Uang dan tanggung jawab pada Perjanjian Kinerja tiap tingkat."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from accounts.models import Bidang, Kabupaten, User
from core.halaman import HALAMAN
from documents.printing import isi_naskah
from kinerja.models import Kegiatan, PerjanjianKinerja, Program, SubKegiatan
from kinerja.naskah.perjanjian.reports.pihak import salah_pihak
from kinerja.naskah.perjanjian.reports.sebaran import sebaran_pagu
from kinerja.tahun.pembagian import pembagian
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests import factories

pytestmark = pytest.mark.django_db

DPA = Decimal(8790633125)
TAK_DIKETAHUI = "2.13.02.2.01.0001"  # tanpa bidang dan tanpa pagu pada naskah sumber
PKK = Decimal(1350000000)  # tanpa penanggung jawab pada naskah sumber


@pytest.fixture
def merangin(nyata):
    PerjanjianKinerja.objects.all().delete()  # draf demo
    return Kabupaten.objects.get(kode="15.02")


def pejabat(kabupaten, nama):
    mulai = datetime.date(2020, 1, 1)
    return factories.make_pejabat(kabupaten, nama=nama, is_kepala=False, mulai=mulai)


def perjanjian(kabupaten, tingkat, pertama, bidang, **lain):
    isian = {
        "kabupaten": kabupaten,
        "tahun": 2024,
        "tingkat": tingkat,
        "bidang": bidang,
        "pihak_pertama": pertama,
        "nomor": f"PK/{pertama.pk}",
        "tanggal": datetime.date(2024, 1, 31),
    } | lain
    isian.setdefault("pihak_kedua", kabupaten.dinas.pejabat_set.kepala().get())
    return PerjanjianKinerja.objects.create(**isian)


def semua_bidang(kabupaten):
    """Satu perjanjian eselon III tiap bidang."""
    return [
        perjanjian(kabupaten, "III", pejabat(kabupaten, f"Kepala {bidang}"), bidang)
        for bidang in Bidang.objects.filter(perangkat_daerah=kabupaten.dinas)
    ]


def pkk(kabupaten):
    return SubKegiatan.objects.filter(
        kegiatan__program__perangkat_daerah__kabupaten=kabupaten, pagu=PKK
    )


def semua_uang(pk):
    return [satu for satu in pk.reading().temuan if satu.kelas == "V1"]


def uang(pk):
    """Selain yang pagunya tidak diketahui."""
    return [satu for satu in semua_uang(pk) if TAK_DIKETAHUI not in satu.tempat]


def test_semua_perjanjian_bidang_berjumlah_pagu_dpa(merangin):
    """Sub kegiatan PKK belum berbidang: disebut; sesudah ditetapkan jumlahnya tepat pagu DPA."""
    naskah = semua_bidang(merangin)
    assert sum(isi_naskah(pk).jumlah or 0 for pk in naskah) == DPA - PKK
    belum, tanpa, jumlah = semua_uang(naskah[0])
    assert belum.pesan.endswith("menanggungnya; pagunya pun belum diketahui.")
    assert tanpa.pesan == "Belum ada bidang yang menanggung pagunya."
    assert tanpa.tercetak == "Rp 1.350.000.000"
    assert (jumlah.tercetak, jumlah.dihitung) == ("Rp 7.440.633.125", "Rp 8.790.633.125")
    pkk(merangin).update(penanggung_jawab=naskah[0].bidang)
    assert sum(isi_naskah(pk).jumlah or 0 for pk in naskah) == DPA
    assert [len(semua_uang(pk)) for pk in naskah] == [1] * len(naskah)


def test_halaman_menyebut_pagu_yang_belum_ditugaskan(merangin, client):
    """Perjanjian bidang bersama yang belum ditugaskan tepat pagu DPA; kepala dinas memuat semua."""
    naskah = semua_bidang(merangin)
    kepala = merangin.dinas.pejabat_set.kepala().get()
    bupati = factories.make_pejabat(merangin, is_kepala=False, is_kepala_daerah=True)
    dinas = perjanjian(merangin, "II", kepala, None, pihak_kedua=bupati)
    assert isi_naskah(dinas).jumlah == DPA
    for pk in (dinas, naskah[0]):
        sebaran = sebaran_pagu(pk, TahunKinerja(merangin, 2024))
        dijanjikan = {satu.naskah: satu.pagu for satu in sebaran.bagian}
        assert dijanjikan == {satu: isi_naskah(satu).jumlah for satu in naskah}
        assert [satu.pagu for satu in sebaran.belum] == [None, PKK]
        tanpa_pagu = [satu.simpul.obj.kode for satu in sebaran.tanpa_pagu]
        assert tanpa_pagu == ["2.13.01.2.08.0001", TAK_DIKETAHUI]
        assert sebaran.jumlah == sum(dijanjikan.values()) + PKK == DPA == sebaran.pagu
    client.force_login(User.objects.get(username="operator.merangin"))
    tampil = client.get(naskah[0].get_absolute_url()).content.decode()
    assert "Belum ditugaskan: Rp 1.350.000.000" in tampil
    assert "Fasilitasi Tim Penggerak PKK" in tampil
    assert "Pagu DPA yang diketahui" in tampil
    assert all(kode in tampil[tampil.index("karena pagunya belum") :] for kode in tanpa_pagu)
    pkk(merangin).update(penanggung_jawab=naskah[0].bidang)
    naskah[1].delete()
    tampil = client.get(dinas.get_absolute_url()).content.decode()
    assert "Belum ditugaskan" not in tampil
    assert "belum ada" in tampil[tampil.index("pembagian-pagu") :]


def orang(kabupaten, nama, **isian):
    """Bukan kepala, menjabat sejak 2020."""
    mulai = datetime.date(2020, 1, 1)
    bawaan = {"is_kepala": False, "mulai": mulai, "nama": f"Pejabat Contoh {nama}"}
    return factories.make_pejabat(kabupaten, **bawaan | isian)


@pytest.fixture
def pejabat_kantor(banyuasin):
    """Orang dinas, kepalanya, kepala daerah, orang kantor lain, dan yang sudah berhenti."""
    reverse("beranda")  # daftar halaman terisi saat alamat dimuat
    inspektorat = factories.make_kantor(banyuasin, "inspektorat")
    berhenti = datetime.date(2023, 12, 31)
    return {
        "kabid": orang(banyuasin, 1),
        "staf": orang(banyuasin, 2),
        "kepala": orang(banyuasin, 3, is_kepala=True),
        "bupati": orang(banyuasin, 4, is_kepala_daerah=True),
        "asing": orang(banyuasin, 5, perangkat_daerah=inspektorat),
        "inspektur": orang(banyuasin, 6, perangkat_daerah=inspektorat, is_kepala=True),
        "berhenti": orang(banyuasin, 7, sampai=berhenti),
    }


@pytest.mark.parametrize(
    ("tingkat", "pertama", "kedua", "salah"),
    [
        ("II", "kepala", "bupati", {}),
        ("III", "kabid", "kepala", {}),
        ("IV", "staf", "kabid", {}),
        ("P", "staf", "kabid", {}),
        ("II", "inspektur", "bupati", {"pihak_pertama": "Contoh 6 bukan pejabat"}),
        ("III", "asing", "kepala", {"pihak_pertama": "Contoh 5 bukan pejabat"}),
        ("II", "bupati", "kepala", {"pihak_pertama": "bukan pejabat", "pihak_kedua": "Bupati"}),
        ("II", "kabid", "bupati", {"pihak_pertama": "Contoh 1 bukan kepalanya"}),
        ("III", "kepala", "bupati", {"pihak_pertama": "eselon II", "pihak_kedua": "bukan pejabat"}),
        ("III", "kabid", "staf", {"pihak_kedua": "Atasan langsung eselon III"}),
        ("IV", "staf", "asing", {"pihak_kedua": "Contoh 5 bukan pejabat"}),
        ("III", "berhenti", "kepala", {"pihak_pertama": "tidak menjabat pada tanggal dokumen"}),
    ],
)
def test_pihak_menurut_kantor_tingkat_dan_masa(
    banyuasin, pejabat_kantor, tingkat, pertama, kedua, salah
):
    """Ditolak formulirnya dengan sebabnya, dan menahan pengajuan yang telanjur tersimpan."""
    bidang = None if tingkat == "II" else factories.make_bidang(banyuasin)
    isian = {"tahun": 2024, "tingkat": tingkat, "bidang": bidang, "nomor": "PK/1"}
    tanggal = datetime.date(2024, 1, 31)
    pihak = {"pihak_pertama": pejabat_kantor[pertama], "pihak_kedua": pejabat_kantor[kedua]}
    naskah = PerjanjianKinerja(kabupaten=banyuasin, tanggal=tanggal, **isian, **pihak)
    ditolak = salah_pihak(naskah)
    assert ditolak.keys() == salah.keys()
    assert all(salah[kolom] in pesan for kolom, pesan in ditolak.items())
    naskah.save()
    kiriman = isian | {"bidang": bidang and bidang.pk, "tanggal": "2024-01-31"}
    kiriman |= {kolom: satu.pk for kolom, satu in pihak.items()}
    operator = factories.make_user("operator", banyuasin)
    form = HALAMAN[PerjanjianKinerja].form_class(kiriman, instance=naskah, user=operator)
    assert form.errors.keys() == salah.keys()
    kurang = naskah.reading().missing
    assert set(ditolak.values()) <= set(kurang)


def test_pihak_yang_ditawarkan(banyuasin, pejabat_kantor):
    """Orang kantor lain tidak ditawarkan, dan yang dikirim juga ditolak."""
    operator = factories.make_user("operator", banyuasin)
    form = HALAMAN[PerjanjianKinerja].form_class(instance=PerjanjianKinerja(), user=operator)
    pilihan = {nama: set(form.fields[nama].queryset) for nama in ("pihak_pertama", "pihak_kedua")}
    dinas = {pejabat_kantor[nama] for nama in ("kabid", "staf", "kepala", "berhenti")}
    assert pilihan["pihak_pertama"] == dinas
    assert pilihan["pihak_kedua"] == {*dinas, pejabat_kantor["bupati"]}


def test_kegiatan_bersama_dibagi_menurut_sub_kegiatannya(merangin):
    """Kegiatan 2.13.04.2.01 dikerjakan tiga bidang; masing-masing menjanjikan bagiannya."""
    bagian = {}
    for pk in semua_bidang(merangin):
        uang = {satu.kode: satu.pagu for satu in isi_naskah(pk).anggaran}
        bagian[pk.bidang.nama] = uang.get("2.13.04.2.01")
    assert bagian == {
        "Sekretariat": None,
        "Bidang Bina Pemdes": Decimal(2224971500),
        "Bidang PKM": Decimal(35000000),
        "PEM-SD": Decimal(100000000),
    }


def test_bidang_tanpa_perjanjian_dan_perjanjian_kembar_disebut(merangin):
    naskah = semua_bidang(merangin)
    pkk(merangin).update(penanggung_jawab=naskah[0].bidang)
    naskah[1].delete()
    (kurang,) = uang(naskah[0])
    assert "1 penanggung belum punya perjanjian" in kurang.pesan
    perjanjian(merangin, "III", pejabat(merangin, "Kembar"), naskah[0].bidang)
    pesan = [satu.pesan for satu in uang(naskah[0])]
    assert pesan.count("Pagu yang sama dijanjikan lebih dari satu perjanjian.") == 2


def test_perubahan_menggantikan_yang_diubah_dalam_jumlahnya(merangin):
    naskah = semua_bidang(merangin)
    pkk(merangin).update(penanggung_jawab=naskah[0].bidang)
    lama = naskah[0]
    perjanjian(merangin, "III", lama.pihak_pertama, lama.bidang, menggantikan=lama, alasan="APBD-P")
    assert uang(naskah[1]) == []


@pytest.mark.parametrize(("tingkat", "kolom"), [("IV", "pejabat"), ("P", "pelaksana")])
def test_orang_hanya_menjanjikan_sub_kegiatannya(merangin, tingkat, kolom):
    bidang = Bidang.objects.get(perangkat_daerah=merangin.dinas, nama="PEM-SD")
    satu, lain = pejabat(merangin, "Satu"), pejabat(merangin, "Lain")
    pk = perjanjian(merangin, tingkat, satu, bidang)
    assert isi_naskah(pk).anggaran == ()
    assert "Belum ada anggaran yang ditanggung Satu." in pk.reading().missing
    semua = SubKegiatan.objects.in_pohon(merangin, 2024)
    semua.update(**{kolom: lain})
    semua.filter(penanggung_jawab=bidang).update(**{kolom: satu})
    p = isi_naskah(pk)
    assert {uang.kode for uang in p.anggaran} == {
        "2.13.03.2.01.0001",
        "2.13.04.2.01.0008",
        "2.13.05.2.01.0006",
    }
    assert (p.sebutan, p.jumlah) == ("Sub Kegiatan", Decimal(230000000))
    assert len(p.sasaran) == 3
    dua = perjanjian(merangin, tingkat, lain, bidang)
    assert p.jumlah + isi_naskah(dua).jumlah == DPA
    assert uang(pk) == []


@pytest.mark.parametrize(("tingkat", "kolom"), [("IV", "pejabat"), ("P", "pelaksana")])
def test_orang_satu_bidang_berjumlah_perjanjian_bidangnya(merangin, tingkat, kolom):
    """Kedua orang tiap bidang bersama menjanjikan tepat uang perjanjian eselon III-nya."""
    pkk(merangin).update(penanggung_jawab=Bidang.objects.get(nama="Bidang PKM"))
    jumlah = {}
    for eselon in semua_bidang(merangin):
        orangnya = [pejabat(merangin, f"{eselon.bidang} {nomor}") for nomor in (1, 2)]
        milik = SubKegiatan.objects.in_pohon(merangin, 2024)
        for giliran, sub in enumerate(milik.filter(penanggung_jawab=eselon.bidang).utama()):
            SubKegiatan.objects.filter(pk=sub.pk).update(**{kolom: orangnya[giliran % 2]})
        naskah = [perjanjian(merangin, tingkat, satu, eselon.bidang) for satu in orangnya]
        uangnya = [isi_naskah(satu).jumlah for satu in naskah]
        assert all(uangnya)
        assert sum(uangnya) == isi_naskah(eselon).jumlah
        jumlah[eselon.bidang] = sum(uangnya)
    assert sum(jumlah.values()) == DPA
    sebaran = sebaran_pagu(naskah[0], TahunKinerja(merangin, 2024))
    assert [satu.simpul.obj.kode for satu in sebaran.belum] == [TAK_DIKETAHUI]
    assert sebaran.jumlah == DPA
    satu = SubKegiatan.objects.in_pohon(merangin, 2024).filter(**{kolom: orangnya[0]}).utama()[0]
    SubKegiatan.objects.filter(pk=satu.pk).update(**{kolom: None})
    sebaran = sebaran_pagu(naskah[0], TahunKinerja(merangin, 2024))
    assert len(sebaran.belum) == 2
    assert sebaran.ditugaskan == DPA - sebaran.jumlah_belum < DPA == sebaran.jumlah


def test_pelaksana_menjanjikan_tiap_indikator_sub_kegiatannya(merangin):
    """Sub kegiatan dengan dua baris indikator tercetak sekali, dengan uang keduanya."""
    bidang = Bidang.objects.get(perangkat_daerah=merangin.dinas, nama="Bidang Bina Pemdes")
    staf = pejabat(merangin, "Staf")
    baris = SubKegiatan.objects.in_pohon(merangin, 2024).filter(kode="2.13.04.2.01.0005")
    baris.utama().update(pelaksana=staf)
    p = isi_naskah(perjanjian(merangin, "P", staf, bidang))
    (sasaran,) = p.sasaran
    (uang,) = p.anggaran
    assert len(sasaran.indikator) == 2
    assert uang.pagu == Decimal(1935008000)


def test_uang_yang_hanya_diketahui_per_program_dijanjikan_penanggung_programnya(merangin):
    """Sisa yang tidak terinci ditanggung bidang barisnya; tidak ada rupiah yang hilang."""
    bidang = Bidang.objects.get(perangkat_daerah=merangin.dinas, nama="PEM-SD")
    Program.objects.filter(perangkat_daerah=merangin.dinas, kode="2.13.03").update(
        is_rinci=False, pagu_tercetak=45000000, penanggung_jawab=bidang
    )
    Kegiatan.objects.filter(kode="2.13.03.2.01").update(
        pagu_tercetak=40000000, penanggung_jawab=bidang
    )
    pk = perjanjian(merangin, "III", pejabat(merangin, "Kabid"), bidang)
    p = isi_naskah(pk)
    uang = {satu.kode: satu.pagu for satu in p.anggaran}
    assert (uang["2.13.03"], uang["2.13.03.2.01"]) == (Decimal(5000000), Decimal(40000000))
    assert p.sebutan == "Program / Kegiatan"
    kinerja = TahunKinerja(merangin, 2024)
    bagian = pembagian(kinerja.pohon, "III")
    assert bagian.jumlah([*bagian.penanggung, None]) == kinerja.anggaran.pagu
