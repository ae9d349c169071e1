"""Impor skor: berkas nyata apa adanya, tidak menimpa diam-diam."""

from datetime import date
from decimal import Decimal

import pytest

from accounts.models import User
from core import door
from core.models import AuditEvent
from idm.actions.isian import verifikasi, verifikasi_semua
from idm.models import IdmDesa, Instrumen, IsianIdm, TerbitanIdm
from tests.idm.impor.bahan import SUB, apply, hasil_desa, lembar_skor, rows, upload
from villages.actions import record_riwayat

pytestmark = pytest.mark.django_db


def test_skor_yang_sama_tidak_mengubah(operator):
    impor = upload(operator, lembar_skor())
    assert (impor.kesalahan, impor.ubahan, impor.banyak_sama, impor.banyak_baris) == (
        [],
        [],
        288,
        288,
    )


@pytest.mark.sekali("banyaknya yang berat; satu dan tiga desa diuji pada keduanya")
def test_skor_ke_tahun_kosong_dan_diterapkan(operator):
    """Dari kosong: 288 draf, satu jejak tiap desa; diverifikasi, indeks dan statusnya kembali."""
    harapan = hasil_desa(*SUB, "status", "skor")
    isi = lembar_skor()
    IdmDesa.objects.filter(tahun=2024).delete()
    impor = upload(operator, isi)
    assert (impor.status, len(impor.biasa), impor.berbeda, impor.kesalahan) == ("siap", 288, [], [])
    halaman = operator.get(impor.get_absolute_url()).content.decode()
    assert "Yang akan berubah (288 isian)" in " ".join(halaman.split())
    halaman = apply(operator, impor)
    assert "Diterapkan: 288 isian" in halaman
    assert rows() == []
    assert (
        AuditEvent.objects.filter(model="idm.IsianIdm", note__startswith="Impor idm.csv").count()
        == 288
    )
    bidang = User.objects.get(username="kepala.bidang")
    assert verifikasi_semua(kabupaten=bidang.kabupaten, tahun=2024, by=bidang) == (288, [])
    assert hasil_desa(*SUB, "status", "skor") == harapan
    row = rows(banyak=1)[0]
    assert (row.sumber, row.instrumen.kode, len(row.sidik)) == ("skor", "idm-2019", 64)
    assert row.dihitung_oleh == str(bidang)
    assert row.berlaku_at is not None
    assert operator.get(f"/idm/desa/{row.pk}/riwayat/").status_code == 200


def test_skor_berbeda_tidak_ditimpa_tanpa_diminta(operator):
    isi = lembar_skor(banyak=3)
    lama = rows(banyak=3)
    isi[2][2] = "4" if isi[2][2] == "5" else "5"
    impor = upload(operator, isi)
    assert (len(impor.berbeda), len(impor.biasa), impor.banyak_sama) == (1, 0, 2)
    assert f"; skor 1: {lama[1].skor[0]}→{isi[2][2]}" in impor.berbeda[0]["baru"]
    halaman = apply(operator, impor)
    assert "Ganti yang berbeda" in halaman
    assert rows(banyak=3)[1].skor == lama[1].skor
    apply(operator, impor, ganti="on")
    assert rows(banyak=3)[1].skor == lama[1].skor
    draf = IsianIdm.objects.get(desa=lama[1].desa, tahun=2024)
    assert draf.skor == isi[2][2] + lama[1].skor[1:]
    event = AuditEvent.objects.filter(model="idm.IsianIdm", object_id=str(draf.pk)).get()
    assert event.changes["skor"] == [None, draf.skor]
    # draf yang ada dibandingkan dengan draf, bukan dengan yang berlaku
    assert upload(operator, isi).banyak_sama == 3
    lagi = upload(operator, lembar_skor(banyak=3))
    assert [u["lama"][:4] for u in lagi.berbeda] == ["draf"]
    IsianIdm.objects.filter(pk=draf.pk).update(skor="-" * 50)
    assert [u["lama"] for u in upload(operator, isi).berbeda] == ["draf belum lengkap"]
    IsianIdm.objects.filter(pk=draf.pk).update(skor=draf.skor)
    verifikasi(isian=draf, by=User.objects.get(username="kepala.bidang"))
    isi[2][2] = lama[1].skor[0]
    assert "sudah diverifikasi" in upload(operator, isi).kesalahan[0]["pesan"]


def test_skor_atas_indeks_terbitan(operator):
    """Skor yang memberi indeks terbitan yang sama hanya menambah; yang lain dianggap berbeda."""
    isi = lembar_skor(banyak=2)
    for n, r in enumerate(rows(banyak=2)):
        IdmDesa.objects.filter(pk=r.pk).update(
            skor="", sumber="terbitan", idm=r.idm - n * Decimal("0.01")
        )
    impor = upload(operator, isi)
    assert (len(impor.biasa), len(impor.berbeda)) == (1, 1)


def test_keduanya_dalam_satu_lembar_dan_kolom_tahun(operator):
    r = rows(banyak=1)[0]
    kepala = ["Kode", "Tahun", "Deret skor", "IKS", "IKE", "IKL", "IDM"]
    isi = [kepala, [r.desa.kode, 2022, r.skor, *(float(getattr(r, n)) for n in SUB)],
           [r.desa.kode, "2021", r.skor, "", "", "", ""]]  # fmt: skip
    impor = upload(operator, isi, nama="idm.xlsx")
    assert impor.kesalahan == []
    assert [(u["judul"], u["lama"]) for u in impor.ubahan] == [
        ("Draf skor 2022", ""),
        ("Terbitan 2022", ""),
        ("Draf skor 2021", ""),
    ]
    apply(operator, impor)
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
    impor = upload(operator, isi)
    assert (impor.kesalahan, impor.banyak_sama) == ([], 4)


def test_instrumen_54_indikator(operator):
    r = rows(banyak=1)[0]
    impor = upload(
        operator,
        [["kode", *range(1, 55)], [r.desa.kode, *"5" * 38, *"3" * 12, *"1" * 4]],
        2017,
        "idm.xlsx",
    )
    assert impor.kesalahan == []
    apply(operator, impor)
    verifikasi(
        isian=IsianIdm.objects.get(tahun=2017), by=User.objects.get(username="kepala.bidang")
    )
    row = IdmDesa.objects.get(tahun=2017)
    assert (row.instrumen.kode, row.idm, row.status) == ("idm-2016", Decimal("0.6"), "BERKEMBANG")


def test_kode_edisi_lama_dibaca_sebagai_desanya(operator):
    """Lembar tahun lalu masih memakai kode sebelum desanya berganti kode."""
    isi = lembar_skor(1)
    desa = rows(banyak=1)[0].desa
    lama = desa.kode
    record_riwayat(lama=desa, sejak=date(2025, 4, 25), dasar="Kepmendagri", by="uji")
    desa.kode = f"{lama[:9]}2999"
    door.save(desa, by="uji")
    impor = upload(operator, isi)
    assert (impor.kesalahan, impor.ubahan, impor.banyak_sama) == ([], [], 1)
    assert impor.catatan[0]["pesan"] == f"Kode edisi lama; kini {desa.kode}."
    ganda = upload(operator, [*isi, [desa.kode, *isi[1][1:]]])
    assert "sudah ada pada" in ganda.kesalahan[0]["pesan"]
