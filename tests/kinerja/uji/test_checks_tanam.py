"""Kesalahan yang ditanam pada data yang semula bersih ditemukan kelasnya; yang wajar tidak."""

from decimal import Decimal

import pytest

from accounts.models import Kabupaten
from documents.uji import kunci_fakta
from idm.models import IdmDesa
from kinerja.models import (
    AngkaTercetak,
    BagianLkjip,
    BuktiPengukuran,
    Indikator,
    Kegiatan,
    Lkjip,
    NaskahKinerja,
    PengukuranProgram,
    PengukuranSub,
    Program,
    Realisasi,
    RencanaAksi,
    SkalaKualitatif,
    SubKegiatan,
    Target,
)
from kinerja.naskah.lkjip.actions import create_lkjip
from kinerja.uji.checks.v01_uang import TANPA_PAGU
from kinerja.uji.checks.v04_persen import TANPA_RUMUS
from kinerja.uji.checks.v06_sebab import TANPA_SEBAB
from tests.factories import make_program, make_sub
from tests.kinerja.uji.temuan import temuan_kelas
from villages.models import AnggotaKerjaSama


@pytest.fixture
def lkjip(kabupaten):
    """LKjIP 2023 tanpa angka dokumen lamanya."""
    AngkaTercetak.objects.all().delete()
    return Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)


@pytest.fixture
def merangin(nyata, db):
    AngkaTercetak.objects.all().delete()
    kabupaten = Kabupaten.objects.get(kode="15.02")
    return create_lkjip(kabupaten=kabupaten, tahun=2024, by="uji")


def write(lkjip, kalimat):
    """Ganti isi kesimpulan."""
    BagianLkjip.objects.filter(lkjip=lkjip, kode="kesimpulan").update(isi=kalimat)


def belum_lengkap(lkjip):
    """Temuan V6 selain target meleset yang sebabnya belum ditulis."""
    return [satu for satu in temuan_kelas(lkjip, "V6") if satu.pesan != TANPA_SEBAB]


def pesan(lkjip, kelas):
    return " ".join(f.pesan for f in temuan_kelas(lkjip, kelas))


def test_v1_realisasi_melebihi_pagu_dan_bukan_jumlahnya(merangin):
    assert "melebihi" not in pesan(merangin, "V1")
    sub = SubKegiatan.objects.filter(kode="2.13.04.2.01.0002")
    sub.update(pagu=1)
    Kegiatan.objects.filter(kode="2.13.03.2.01").update(realisasi_tercetak=5)
    assert "Realisasi setahun melebihi pagu." in pesan(merangin, "V1")
    assert "Realisasi pada dokumen tidak sama" in pesan(merangin, "V1")


def test_v1_rincian_yang_tidak_diketahui_bukan_nol(merangin):
    """Tanpa satu pun pagu sub kegiatan tidak ada yang dapat dibandingkan."""
    SubKegiatan.objects.filter(kegiatan__kode="2.13.03.2.01").update(pagu=None, pagu_perubahan=None)
    assert "Rp 0" not in {f.dihitung for f in temuan_kelas(merangin, "V1")}


def test_v1_sub_kegiatan_yang_hilang_dari_jumlah_programnya(merangin):
    """Pagu programnya diketahui, satu sub kegiatannya belum; nol yang diketahui bukan temuan."""
    kode = "2.13.01.2.08.0001"
    pagu = kunci_fakta(SubKegiatan.objects.get(kode=kode), "pagu")
    disebut = [f for f in temuan_kelas(merangin, "V1") if f.fakta == pagu]
    assert [(f.pesan, f.tempat[: len(kode)]) for f in disebut] == [(TANPA_PAGU, kode)]
    SubKegiatan.objects.filter(kode=kode).update(pagu=0)
    assert pagu not in {f.fakta for f in temuan_kelas(merangin, "V1")}


@pytest.mark.parametrize(
    ("tercetak", "berbeda"),
    [
        ("Rp 10.716.928.854", []),
        ("Rp 10.716.928.845", [("Rp 10.716.928.845", "10.716.928.854")]),
    ],
)
def test_v2_jumlah_tercetak(lkjip, tercetak, berbeda):
    assert temuan_kelas(lkjip, "V2") == []
    AngkaTercetak.objects.create(
        kabupaten=lkjip.kabupaten,
        tahun=2023,
        dokumen="Laporan lama",
        tempat="Tabel anggaran, jumlah",
        rujukan="anggaran.pagu",
        tercetak=tercetak,
    )
    assert [(f.tercetak, f.dihitung) for f in temuan_kelas(lkjip, "V2")] == berbeda


def test_v3_desa_pada_dua_daftar(lkjip):
    assert len(temuan_kelas(lkjip, "V3")) == 7
    AnggotaKerjaSama.objects.filter(tahun=2023).delete()
    assert temuan_kelas(lkjip, "V3") == []


def test_v4_bersih_tanpa_dokumen_lama(lkjip):
    tempat = [f.tempat for f in temuan_kelas(lkjip, "V4")]
    assert not any("LKjIP DPMD" in satu for satu in tempat)


def test_v4_persen_tanpa_pembilang_dan_penyebut(lkjip):
    """Persen yang tidak menyebut apa dibagi apa."""
    assert TANPA_RUMUS not in pesan(lkjip, "V4")
    satu = Indikator.objects.filter(jenis="ikk", nomor=3)
    satu.update(rumus_pembilang="", rumus_penyebut="", sumber="")
    disebut = [f.tempat for f in temuan_kelas(lkjip, "V4") if f.pesan == TANPA_RUMUS]
    assert disebut == [str(satu.get())]
    satu.update(satuan="Desa", faktor=1)
    assert TANPA_RUMUS not in pesan(lkjip, "V4")


def test_v6_k_tanpa_rp_dan_tanpa_target(merangin):
    sub = SubKegiatan.objects.filter(kegiatan__program__tahun=2024, pagu__gt=0).first()
    BuktiPengukuran.objects.filter(pengukuran__sub_kegiatan=sub).delete()
    PengukuranSub.objects.filter(sub_kegiatan=sub).delete()
    PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=1, kinerja=1)
    assert "realisasi keuangan belum diisi" in pesan(merangin, "V6")
    assert "targetnya belum diisi" not in pesan(merangin, "V6")
    PengukuranSub.objects.filter(sub_kegiatan=sub).update(kinerja=0)
    assert "realisasi keuangan belum diisi" in pesan(merangin, "V6")
    SubKegiatan.objects.filter(pk=sub.pk).update(target=None)
    assert "targetnya belum diisi" in pesan(merangin, "V6")


def test_naskah_triwulan_diuji_sampai_triwulannya(merangin):
    """Yang belum dilaporkan naskahnya, juga bila sudah terisi, bukan temuannya."""
    naskah = NaskahKinerja.objects.get(kabupaten=merangin.kabupaten, jenis="evaluasi")
    sub = SubKegiatan.objects.filter(kegiatan__program__tahun=2024, pagu__gt=0).first()
    BuktiPengukuran.objects.filter(pengukuran__sub_kegiatan=sub).delete()
    PengukuranSub.objects.filter(sub_kegiatan=sub).delete()
    PengukuranSub.objects.create(
        sub_kegiatan=sub, triwulan=2, kinerja="0.5", keuangan=-1, penjelasan="pengembalian"
    )
    for triwulan, kelas in ((1, set()), (2, {"V1", "V10"})):
        NaskahKinerja.objects.filter(pk=naskah.pk).update(triwulan=triwulan)
        temuan = NaskahKinerja.objects.get(pk=naskah.pk).reading().temuan
        disebut = [t.kelas for t in temuan if t.tempat == str(sub)]
        assert kelas == set(disebut) & {"V1", "V6", "V10"}


def test_v6_indikator_tanpa_target(lkjip):
    assert belum_lengkap(lkjip) == []
    Target.objects.filter(indikator__nomor=3, indikator__jenis="ikk", tahun=2023).delete()
    (temuan,) = belum_lengkap(lkjip)
    assert temuan.tempat.startswith("IKK 3.")


def test_v6_desa_yang_statusnya_belum_diketahui(lkjip):
    """Hitungan status yang baru sebagian desanya disebut dengan banyaknya."""
    IdmDesa.objects.filter(tahun=2023, desa__nama__startswith="S").delete()
    tersisa = IdmDesa.objects.filter(tahun=2023).count()
    (temuan,) = belum_lengkap(lkjip)
    assert temuan.tempat == "Status desa 2023"
    assert temuan.pesan == f"Baru {tersisa} dari 288 desa, jadi belum dihitung."


def test_v7_dijadwalkan_tanpa_hasil(lkjip):
    """Yang berhasil, yang dijelaskan dan yang tidak dijadwalkan bukan temuan."""
    assert temuan_kelas(lkjip, "V7") == []
    program = make_program(lkjip.kabupaten, lkjip.tahun, kode="2.13.99")
    kegiatan = Kegiatan.objects.create(program=program, kode="2.13.99.2.01", nama="Kegiatan uji")
    sub, lain = (make_sub(lkjip.kabupaten, kegiatan=kegiatan, nomor=nomor) for nomor in (1, 2))
    PengukuranSub.objects.create(sub_kegiatan=lain, triwulan=1, kinerja=1, keuangan=1)
    assert temuan_kelas(lkjip, "V7") == []
    RencanaAksi.objects.create(sub_kegiatan=sub, aksi="Langkah", bulan_2=100)
    (temuan,) = temuan_kelas(lkjip, "V7")
    assert "Triwulan I: dijadwalkan tetapi tidak ada realisasinya" in temuan.pesan
    ukur = PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=1, penjelasan="Menunggu DPA.")
    assert temuan_kelas(lkjip, "V7") == []
    PengukuranSub.objects.filter(pk=ukur.pk).update(penjelasan="", kinerja=1, keuangan=500)
    assert temuan_kelas(lkjip, "V7") == []


def test_v8_arah_menurut_kata_dan_target(lkjip):
    assert "rumusnya" not in pesan(lkjip, "V8")
    Indikator.objects.filter(jenis="ikk", nomor=3).update(nama="Persentase penduduk miskin desa")
    Indikator.objects.filter(jenis="ikk", nomor=4).update(arah="turun")
    assert "Yang diukur keadaan buruk" in pesan(lkjip, "V8")
    assert "Targetnya dari 66,82 menjadi 80,6" in pesan(lkjip, "V8")


def test_v8_v9_baris_program(merangin):
    """Arah, kurung dan cara menulis target berlaku juga bagi baris di bawah sasaran."""
    assert (pesan(merangin, "V8"), temuan_kelas(merangin, "V9")) == ("", [])
    baris = SubKegiatan.objects.filter(kode="2.13.04.2.01.0002")
    baris.update(indikator="Jumlah konflik (batas desa", target_tercetak="93.57%")
    tempat = str(baris.get())
    (arah,) = temuan_kelas(merangin, "V8")
    assert (arah.tempat, "keadaan buruk" in arah.pesan) == (tempat, True)
    tulisan = [(f.tempat, f.tercetak) for f in temuan_kelas(merangin, "V9")]
    assert tulisan == [(tempat, "Jumlah konflik (batas desa"), (tempat, "93.57%")]
    baris.update(arah="turun")
    assert temuan_kelas(merangin, "V8") == []


def test_v9_kurung_dan_pemisah_asing(lkjip):
    assert temuan_kelas(lkjip, "V9") == []
    write(lkjip, "Rumusnya (realisasi / target.")
    Realisasi.objects.filter(indikator__nomor=3, tahun=2023).update(tercetak="78.36")
    semua = temuan_kelas(lkjip, "V9")
    assert [(f.tercetak, f.dihitung) for f in semua][-1] == ("78.36", "78,36")
    assert "Kurung “(” tidak berpasangan." in [f.pesan for f in semua]


@pytest.mark.parametrize(
    ("kolom", "disebut"),
    [
        ({"satuan": "Nilai"}, "Namanya persentase"),
        ({"faktor": 1}, "dikali 1, bukan 100"),
        ({"nama": "Jumlah LPM berprestasi"}, "Namanya jumlah"),
    ],
)
def test_v10_satuan_terhadap_nama_dan_rumus(lkjip, kolom, disebut):
    assert disebut not in pesan(lkjip, "V10")
    Indikator.objects.filter(jenis="ikk", nomor=3).update(**kolom)
    if "satuan" in kolom:
        Indikator.objects.filter(jenis="ikk", nomor=3).update(faktor=1)
    assert disebut in pesan(lkjip, "V10")


def test_v10_persen_pada_baris_cacahan(merangin):
    assert "pecahan" not in pesan(merangin, "V10")
    sub = SubKegiatan.objects.filter(satuan__iexact="dokumen", kegiatan__program__tahun=2024)
    ukur = {"sub_kegiatan": sub.first(), "triwulan": 4}
    PengukuranSub.objects.create(**ukur, kinerja=Decimal("0.25"), keuangan=1)
    assert "tampaknya persen" in pesan(merangin, "V10")


def test_v10_isian_sejenis_barisnya(merangin):
    """Baris yang menjadi kualitatif sesudah diisi angka, dan sebaliknya."""
    program = Program.objects.get(kode="2.13.03", tahun=2024)
    assert "kualitatif" not in pesan(merangin, "V10")
    skala = SkalaKualitatif.objects.get(kode="kategori-akip")
    Program.objects.filter(pk=program.pk).update(skala_kualitatif=skala, target=None)
    assert "Triwulan I: barisnya kualitatif, isiannya angka" in pesan(merangin, "V10")
    sebutan = {"kinerja": None, "tingkat": skala.tingkat.first()}
    PengukuranProgram.objects.filter(program=program).update(**sebutan)
    assert "kualitatif" not in pesan(merangin, "V10")
    Program.objects.filter(pk=program.pk).update(skala_kualitatif=None)
    assert "Triwulan I: barisnya berangka, isiannya sebutan" in pesan(merangin, "V10")


def test_v10_persen_dijumlahkan_melewati_seratus(merangin):
    assert "melewati seratus" not in pesan(merangin, "V10")
    program = Program.objects.get(kode="2.13.03", tahun=2024)
    for triwulan in (2, 3, 4):
        PengukuranProgram.objects.update_or_create(
            program=program, triwulan=triwulan, defaults={"kinerja": Decimal(40)}
        )
    Program.objects.filter(pk=program.pk).update(agregasi="jumlah")
    semua = temuan_kelas(merangin, "V4", "V10")
    (jauh,) = [f for f in semua if "melewati seratus" in f.pesan]
    assert "Jauh di atas target: 125 % dari target 25 %" in jauh.pesan
    sendiri = temuan_kelas(merangin, "V10", "V4")
    assert not any("melewati seratus" in f.pesan for f in sendiri)


def test_v12_batasan_indikator_bernama_sama(lkjip):
    assert temuan_kelas(lkjip, "V12") == []
    satu = Indikator.objects.get(jenis="ikk", nomor=3)
    Indikator.objects.filter(jenis="ikk", nomor=4).update(nama=satu.nama, satuan="LPM")
    berbeda = temuan_kelas(lkjip, "V12")
    assert ("%", "LPM") in {(f.tercetak, f.dihitung) for f in berbeda}
    assert "Berbeda satuan, pembilang, penyebut" in berbeda[0].pesan


def test_v12_baris_pohon_bernama_sama(lkjip):
    satu = Indikator.objects.get(jenis="ikk", nomor=3)
    Program.objects.filter(kode="2.13.02", tahun=2023).update(
        indikator=satu.nama, satuan="%", arah="turun"
    )
    assert "Berbeda rumus capaian dengan 2.13.02" in pesan(lkjip, "V12")


def test_v13_laporan_lalu_yang_sah_disebut(lkjip):
    write(lkjip, "Rekomendasi atas LKjIP Tahun 2022 sudah ditindaklanjuti.")
    assert temuan_kelas(lkjip, "V13") == []
    write(lkjip, "Demikian Laporan Kinerja Tahun 2022 ini disusun.")
    (temuan,) = temuan_kelas(lkjip, "V13")
    assert (temuan.tercetak, temuan.dihitung) == ("2022", "2023")
