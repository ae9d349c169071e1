"""Baris tahun terkunci: yang terkunci, dan yang dinyatakan tetap terbuka."""

import datetime

import pytest

from core import door
from core.audit import Invalid, Refused
from documents.models import Kunci
from kinerja.models import AngkaTercetak, Kegiatan, PerjanjianKinerja, Rekomendasi
from tests import factories
from villages.models import AnggotaKerjaSama, KerjaSama, OutcomeIkk, OutputIkk

pytestmark = pytest.mark.django_db


@pytest.fixture
def kunci(banyuasin):
    """2023 seluruhnya."""
    pengesahan = factories.make_penetapan(banyuasin, 2023).pengesahan
    return Kunci.objects.create(kabupaten=banyuasin, tahun=2023, lingkup="", pengesahan=pengesahan)


def tercetak(kabupaten, tahun):
    return AngkaTercetak.objects.create(
        kabupaten=kabupaten,
        tahun=tahun,
        dokumen="LKjIP lama",
        tempat=f"Tabel {tahun}",
        rujukan="iku.1.capaian",
        tercetak="90",
    )


def test_angka_tercetak_terkunci_bersama_tahunnya(banyuasin, kunci):
    row = tercetak(banyuasin, 2023)
    row.tercetak = "91"
    with pytest.raises(Refused, match="terkunci oleh"):
        door.save(row, by="uji")
    with pytest.raises(Refused, match="terkunci oleh"):
        door.delete(row, by="uji")


@pytest.mark.parametrize("tahun", [2022, None])
def test_angka_tercetak_tahun_lain_terbuka(banyuasin, kunci, tahun):
    row = tercetak(banyuasin, tahun)
    row.tercetak = "91"
    assert door.save(row, by="uji") is not None


def sampai_2025(periode):
    """Periodenya masih bertahun terbuka; periode berikutnya."""
    periode.tahun_akhir = 2025
    periode.save()
    return type(periode).objects.create(
        perangkat_daerah=periode.perangkat_daerah, nama="Lain", tahun_awal=2026, tahun_akhir=2030
    )


@pytest.mark.parametrize("kolom", ["nomor", "periode"])
def test_letak_sasaran_tetap_dan_sebutannya_dapat_dibetulkan(banyuasin, kunci, kolom):
    sasaran = factories.make_sasaran(banyuasin)
    lain = sampai_2025(sasaran.periode)
    sasaran.nama = "Sasaran yang dibetulkan"
    assert door.save(sasaran, by="uji") is not None
    setattr(sasaran, kolom, {"nomor": 8, "periode": lain}[kolom])
    with pytest.raises(Invalid, match="Data tahun 2023 terkunci, jadi periode dan nomor"):
        door.save(sasaran, by="uji")


@pytest.mark.parametrize("ubahan", [{"nomor": 8}, {"jenis": "iku"}, {"sasaran": "lain"}])
def test_letak_indikator_tetap_dan_sebutannya_dapat_dibetulkan(banyuasin, kunci, ubahan):
    """Nomor, jenis atau sasaran lain memindahkan angkanya pada tahun yang sudah sah."""
    row = factories.make_indikator(banyuasin, jenis="ikk")
    sampai_2025(row.sasaran.periode)
    lain = type(row.sasaran)(periode=row.sasaran.periode, nomor=77, nama="Lain")
    door.save(lain, by="uji")
    row.keterangan = "Keterangan yang dibetulkan"
    assert door.save(row, by="uji") is not None
    for kolom, isi in ubahan.items():
        if kolom == "sasaran":
            isi = type(row.sasaran).objects.create(
                periode=row.sasaran.periode, nomor=9, nama="Lain"
            )
        setattr(row, kolom, isi)
    with pytest.raises(Invalid, match="2023 terkunci, jadi sasaran, jenis dan nomor"):
        door.save(row, by="uji")


def test_letak_sasaran_bebas_selama_belum_terkunci(banyuasin):
    sasaran = factories.make_sasaran(banyuasin)
    sasaran.nomor = 8
    assert door.save(sasaran, by="uji") is not None


def test_tahun_terkunci_tidak_keluar_dari_periodenya(banyuasin, kunci):
    periode = factories.make_sasaran(banyuasin).periode
    periode.tahun_akhir = 2022
    with pytest.raises(Invalid, match="2023 terkunci, jadi periode Renstra yang memuatnya tetap"):
        door.save(periode, by="uji")
    periode.tahun_akhir = 2024
    assert door.save(periode, by="uji") is not None


def kerja_sama(kabupaten, tahun):
    row = factories.make_wilayah(kabupaten)
    AnggotaKerjaSama.objects.filter(kerja_sama=row).update(tahun=tahun)
    return row


def test_jenis_kerja_sama_tetap_dan_sebutannya_dapat_dibetulkan(banyuasin, kunci):
    row = kerja_sama(banyuasin, 2023)
    row.tema = "Tema yang dibetulkan"
    assert door.save(row, by="uji") is not None
    lain = set(KerjaSama.JenisKerjaSama.values) - {row.jenis}
    row.jenis = lain.pop()
    with pytest.raises(Invalid, match=r"Jenis dan kecamatannya tetap\. Data tahun 2023 terkunci"):
        door.save(row, by="uji")


def test_jenis_kerja_sama_tahun_terbuka_bebas(banyuasin, kunci):
    row = kerja_sama(banyuasin, 2024)
    lain = set(KerjaSama.JenisKerjaSama.values) - {row.jenis}
    row.jenis = lain.pop()
    assert door.save(row, by="uji") is not None


def test_sumber_angka_ikk_tetap_dan_uraiannya_dapat_dibetulkan(banyuasin, kunci):
    output = OutputIkk.objects.create(kabupaten=banyuasin, nomor=1, uraian="Desa", sumber="desa")
    output.uraian = "Jumlah desa"
    assert door.save(output, by="uji") is not None
    output.sumber = "lembaga"
    with pytest.raises(Invalid, match=r"Sumber angkanya tetap\. Data tahun 2023 terkunci"):
        door.save(output, by="uji")


def test_yang_dinyatakan_terbuka(banyuasin, kunci):
    """Tindak lanjut berjalan sesudah LKjIP-nya sah; outcome IKK tanpa tahun dan angka."""
    rekomendasi = Rekomendasi.objects.create(
        kabupaten=banyuasin,
        tahun=2023,
        nomor=1,
        uraian="Lengkapi",
        tenggat=datetime.date(2024, 6, 30),
    )
    rekomendasi.tindak_lanjut = "Sudah dilengkapi."
    outcome = OutcomeIkk.objects.create(kabupaten=banyuasin, nomor=1, nama="Outcome")
    outcome.nama = "Outcome yang dibetulkan"
    for row in (rekomendasi, outcome):
        assert door.save(row, by="uji") is not None


@pytest.mark.parametrize("lingkup", ["rencana_aksi", "pengukuran-2"])
def test_pohon_tahun_terkunci_tidak_berpindah(banyuasin, lingkup):
    """Program, kegiatan dan sub kegiatannya membawa baris yang terkunci sendiri."""
    sub = factories.make_sub(banyuasin)
    kegiatan = sub.kegiatan
    program = kegiatan.program
    pengesahan = factories.make_penetapan(banyuasin, program.tahun).pengesahan
    Kunci.objects.create(
        kabupaten=banyuasin, tahun=program.tahun, lingkup=lingkup, pengesahan=pengesahan
    )
    lain = factories.make_program(banyuasin, program.tahun, kode="2.13.03")
    lainnya = Kegiatan.objects.create(program=lain, kode="2.13.03.2.01", nama="Kegiatan lain")
    for row, kolom, isi in (
        (program, "tahun", program.tahun + 1),
        (kegiatan, "program", lain),
        (sub, "kegiatan", lainnya),
    ):
        semula = getattr(row, kolom)
        setattr(row, kolom, isi)
        with pytest.raises(Invalid, match=r"Tahun dan atasannya tetap\. .* terkunci oleh"):
            door.save(row, by="uji")
        setattr(row, kolom, semula)
    sub.nama = "Nama yang dibetulkan"
    door.save(sub, by="uji")


def test_perjanjian_yang_disebut_lkjip_sah_tetap_ada_pada_tahunnya(banyuasin, kunci):
    row = PerjanjianKinerja.objects.create(
        kabupaten=banyuasin,
        tahun=2023,
        nomor="1",
        tanggal=datetime.date(2023, 1, 31),
        pihak_pertama=factories.make_pejabat(banyuasin),
        pihak_kedua=factories.make_pejabat(banyuasin),
    )
    with pytest.raises(Refused, match="terkunci oleh"):
        door.delete(row, by="uji")
    row.tahun = 2024
    with pytest.raises(Invalid, match="terkunci oleh"):
        door.save(row, by="uji")
