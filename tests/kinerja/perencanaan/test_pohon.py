"""Pohon kinerja: gambar, halaman, PDF; dan penyalinannya ke tahun baru."""

from xml.etree import ElementTree

import pytest

from accounts.models import Kabupaten
from core.audit import Refused
from core.models import AuditEvent
from kinerja.models import (
    Nomenklatur,
    PengukuranSub,
    PeriodeRenstra,
    Program,
    RencanaAksi,
    Sasaran,
    SubKegiatan,
    Tujuan,
)
from kinerja.perencanaan.actions import copy_tahun
from kinerja.perencanaan.gambar_pohon import TINGGI_LEMBAR, Kotak, lembar, pohon
from kinerja.perencanaan.reports import TANPA_SASARAN, TANPA_TUJUAN, isi_pohon
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def merangin_nyata(nyata):
    return Kabupaten.objects.get(kode="15.02")


def teks(svg):
    return " ".join(
        "".join(t.itertext())
        for t in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    )


def test_gambar_lolos_dan_bertaut():
    anak = Kotak("sub", "Sub kegiatan", "A & <B>", ["Rp 1"], "/a/?x=1&y=2")
    svg = pohon("Judul “uji”", [Kotak("program", "Program", "Induk", anak=(anak, anak))])
    assert "A & <B>" in teks(svg)
    assert svg.count("<path") == 2
    assert svg.count('<a href="/a/?x=1&amp;y=2">') == 2
    assert pohon("kosong", []) == ""


def test_lembar_memecah_menurut_anak():
    anak = tuple(Kotak("kegiatan", "Kegiatan", f"K{n}", ["x"] * 30) for n in range(6))
    bagian = lembar(Kotak("program", "Program", "P", anak=anak))
    assert len(bagian) > 1
    assert [a for b in bagian for a in b.anak] == list(anak)
    assert all(b.ruang <= TINGGI_LEMBAR for b in bagian)
    assert bagian[1].judul == "P (lanjutan 1)"
    assert lembar(Kotak("program", "Program", "P")) == [Kotak("program", "Program", "P")]


def test_isi_pohon_merangin(merangin_nyata):
    isi = isi_pohon(TahunKinerja(merangin_nyata, 2024))
    assert isi.pagu == 8_790_633_125
    assert TANPA_TUJUAN in teks(isi.ikhtisar)
    assert "197 Desa" in teks(isi.ikhtisar)
    semua = " ".join(teks(svg) for _, svg in isi.gambar)
    for sub in SubKegiatan.objects.in_pohon(merangin_nyata, 2024).exclude(kode=""):
        assert sub.kode in semua
    assert len(isi.baris) == 5 + 12 + 43


def test_tujuan_dan_program_tanpa_sasaran(merangin_nyata):
    sasaran = Sasaran.objects.get(periode__perangkat_daerah__kabupaten=merangin_nyata)
    Sasaran.objects.filter(pk=sasaran.pk).update(
        tujuan=Tujuan.objects.create(periode=sasaran.periode, nama="Desa yang mandiri")
    )
    Program.objects.filter(perangkat_daerah__kabupaten=merangin_nyata, kode="2.13.02").update(
        sasaran=None
    )
    ikhtisar = teks(isi_pohon(TahunKinerja(merangin_nyata, 2024)).ikhtisar)
    assert "Desa yang mandiri" in ikhtisar
    assert TANPA_TUJUAN not in ikhtisar
    assert TANPA_SASARAN in ikhtisar


def test_salin_membawa_seluruh_pohon(merangin_nyata):
    hasil = copy_tahun(kabupaten=merangin_nyata, dari=2024, ke=2025, by="uji")
    assert (hasil.program, hasil.kegiatan, hasil.sub_kegiatan, hasil.rencana) == (5, 12, 43, 42)
    assert (hasil.berganti, hasil.tanpa_penerus) == ([], [])
    lama, baru = TahunKinerja(merangin_nyata, 2024).pohon, TahunKinerja(merangin_nyata, 2025).pohon
    assert [(s.obj.kode, s.obj.nama, s.obj.target, s.bulan) for s in baru.baris] == [
        (s.obj.kode, s.obj.nama, s.obj.target, s.bulan) for s in lama.baris
    ]
    assert baru.total.target.rp is None
    bpjs = SubKegiatan.objects.get(indikator="Jumlah BPJS Aktif", kegiatan__program__tahun=2025)
    assert bpjs.induk.kegiatan == bpjs.kegiatan
    assert not PengukuranSub.objects.filter(sub_kegiatan__kegiatan__program__tahun=2025).exists()
    assert (
        AuditEvent.objects.filter(action="tambah", note="Disalin dari 2024.").count()
        == 5 + 12 + 43 + 42
    )


def test_salin_mengganti_kode_dan_membawa_uang(merangin_nyata):
    """Mundur ke 2023 memakai kode dua angka; maju lagi memakai empat angka."""
    hasil = copy_tahun(kabupaten=merangin_nyata, dari=2024, ke=2023, by="uji", dengan_uang=True)
    assert ("2.13.04.2.01.0018", "2.13.04.2.01.18") in hasil.berganti
    assert len(hasil.berganti) == 43
    mundur = TahunKinerja(merangin_nyata, 2023).pohon
    assert mundur.total.target.rp == 8_790_633_125
    assert {s.obj.sasaran for s in mundur.program} == {
        None
    }  # periode Renstra 2024 tidak memuat 2023
    kembali = copy_tahun(kabupaten=merangin_nyata, dari=2023, ke=2025, by="uji")
    assert ("2.13.04.2.01.18", "2.13.04.2.01.0018") in kembali.berganti


def test_salin_membawa_target_renstra_dalam_periode_yang_sama(merangin_nyata):
    PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=merangin_nyata).update(
        tahun_akhir=2026
    )
    Program.objects.filter(kode="2.13.04", tahun=2024).update(target_renstra=90)
    copy_tahun(kabupaten=merangin_nyata, dari=2024, ke=2025, by="uji")
    baru = Program.objects.get(kode="2.13.04", tahun=2025)
    assert (baru.target_renstra, baru.sasaran.nomor) == (90, 1)


def test_salin_menyebut_kode_tanpa_penerus(merangin_nyata):
    Nomenklatur.objects.filter(kode="2.13.02").update(tahun_akhir=2024)
    hasil = copy_tahun(kabupaten=merangin_nyata, dari=2024, ke=2025, by="uji")
    assert hasil.tanpa_penerus == ["2.13.02"]


@pytest.mark.parametrize(
    ("dari", "ke", "pesan"),
    [
        (2024, 2024, "Tahun asal dan tahun tujuan sama."),
        (2029, 2030, "Tahun 2029 belum berisi program."),
        (2024, 2031, "Tahun 2031 sudah berisi 1 program"),
    ],
)
def test_salin_ditolak(merangin_nyata, dari, ke, pesan):
    make_program(merangin_nyata, 2031)
    with pytest.raises(Refused, match=pesan):
        copy_tahun(kabupaten=merangin_nyata, dari=dari, ke=ke, by="uji")
    assert not RencanaAksi.objects.exclude(sub_kegiatan__kegiatan__program__tahun=2024).exists()
