"""Definisi tiap tahun: mengubah indikator tidak menggeser tahun yang sudah terbuka."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from core.audit import Refused
from core.models import AuditEvent
from documents.models import Snapshot
from kinerja.definisi.actions import (
    keep_before_change,
    open_year,
    opened_years,
    take_over,
    undo_take_over,
)
from kinerja.definisi.views import IndikatorUpdate
from kinerja.models import (
    KOLOM_DEFINISI,
    Definisi,
    DefinisiTahun,
    Indikator,
    NaskahKinerja,
    Realisasi,
    SkalaKualitatif,
    Target,
)
from kinerja.tahun.definisi import rentang_tahun
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import (
    make_indikator,
    make_realisasi,
    make_sasaran,
    make_target,
    make_user,
)
from tests.halaman import JALAN

pytestmark = pytest.mark.django_db
TAHUN = (2022, 2023)


@pytest.fixture
def indikator(banyuasin):
    """Pecahan permil yang makin tinggi makin baik, terisi dua tahun."""
    sasaran = make_sasaran(banyuasin)
    row = make_indikator(
        banyuasin,
        sasaran=sasaran,
        jenis="iku",
        satuan="%",
        rumus_pembilang="desa aktif",
        rumus_penyebut="desa",
        faktor=100,
    )
    for tahun in TAHUN:
        make_target(row, "80", tahun=tahun)
        make_realisasi(row, None, tahun=tahun, pembilang=60, penyebut=100)
    return row


@pytest.fixture
def operator(users):
    return users["operator"]


def ukur(indikator, tahun, laporan=2023):
    kabupaten = indikator.sasaran.periode.perangkat_daerah.kabupaten
    ukuran = TahunKinerja(kabupaten, laporan).pengukuran.ukur(indikator, tahun)
    return ukuran.indikator.satuan, ukuran.realisasi, ukuran.capaian.persen


def isian(client, indikator, **kolom):
    url = reverse("kinerja:indikator_update", args=[indikator.pk])
    form = client.get(url).context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    data["is_perjanjian"] = ""
    return client.post(url, data | kolom)


def ubah(client, indikator):
    """Permil, dan makin rendah makin baik."""
    return isian(client, indikator, satuan="‰", faktor="1000", arah="turun")


LAMA = ("%", Decimal(60), Decimal("75.00"))
BARU = ("‰", Decimal(600), Decimal("-550.00"))


def ajukan(indikator, operator, status="diajukan", **kolom):
    """Naskah IKU setahun yang sudah diajukan."""
    saat = datetime.datetime(2023, 1, 2, tzinfo=datetime.UTC)
    snapshot = Snapshot.objects.create(
        kabupaten=operator.kabupaten,
        document="kinerja.NaskahKinerja",
        document_id=1,
        version=1,
        content="{}",
        sha256="0" * 64,
        created_at=saat,
        created_by=str(operator),
    )
    return NaskahKinerja.objects.create(
        kabupaten=operator.kabupaten,
        jenis="iku",
        tahun=2023,
        status=status,
        submitted_by=operator,
        submitted_at=saat,
        snapshot=snapshot,
        **kolom,
    )


def test_mengubah_indikator_tidak_menggeser_tahun_terbuka(client_for, indikator):
    client = client_for("operator")
    jawaban = ubah(client, indikator)
    assert jawaban.url == reverse("kinerja:definisi_terapkan", args=[indikator.pk])
    for tahun in TAHUN:
        assert ukur(indikator, tahun) == LAMA
    tersimpan = DefinisiTahun.objects.values_list("tahun", flat=True)
    assert list(tersimpan) == [2018, 2019, 2020, 2021, 2022, 2023]
    isi = client.get(jawaban.url).content.decode()
    assert "Tahun 2018–2023 tetap memakai definisi semula." in isi
    assert "60,00 %" in isi and "menjadi 600,00 ‰" in isi


def test_tahun_sesudah_yang_terbuka_memakai_definisi_baru(client_for, indikator):
    Target.objects.filter(tahun=2023).delete()
    Realisasi.objects.filter(tahun=2023).delete()
    ubah(client_for("operator"), indikator)
    make_target(indikator, "80")
    make_realisasi(indikator, None, pembilang=60, penyebut=100)
    assert ukur(indikator, 2022) == LAMA
    assert ukur(indikator, 2023) == BARU


def test_kata_yang_bukan_definisi_tidak_menyimpan_apa_pun(client_for, indikator):
    jawaban = isian(client_for("operator"), indikator, nomor="7")
    assert jawaban.url == indikator.get_absolute_url()
    assert not DefinisiTahun.objects.exists()


def test_usulan_yang_dipilih_bukan_definisi_baru(banyuasin, operator):
    """Formulir menyimpan cara yang diusulkan; cara setahunnya tetap sama."""
    row = make_indikator(banyuasin, agregasi="")
    make_target(row)
    row.agregasi = row.cara.value
    assert not keep_before_change(indikator=row, by=operator)


def test_diterapkan_lalu_dibatalkan(client_for, indikator):
    client = client_for("operator")
    url = ubah(client, indikator).url
    jawaban = client.post(url, {"tahun": ["2023"], "alasan": "Permendagri baru"})
    assert jawaban.status_code == 302
    assert (ukur(indikator, 2022), ukur(indikator, 2023)) == (LAMA, BARU)
    kejadian = AuditEvent.objects.order_by("-nomor").first()
    assert kejadian.note == "Permendagri baru"
    assert kejadian.changes["satuan"] == ["%", "‰"]
    row = DefinisiTahun.objects.get(tahun=2023)
    batal = reverse("kinerja:definisi_batalkan", args=[row.pk])
    assert batal in client.get(indikator.get_absolute_url()).content.decode()
    client.post(batal)
    assert ukur(indikator, 2023) == LAMA
    isi = client.post(batal, follow=True).content.decode()
    assert "Tidak ada penerapan definisi 2023 yang dapat dibatalkan." in isi


def test_penerapan_perlu_tahun_dan_alasan(client_for, indikator, operator):
    client = client_for("operator")
    url = ubah(client, indikator).url
    isi = client.post(url, {"alasan": " "}).content.decode()
    assert "Pilih sekurangnya satu tahun." in isi
    assert "Tulis alasannya" in isi
    with pytest.raises(Refused, match="Tulis alasannya"):
        take_over(indikator=indikator, tahun=[2023], by=operator, alasan=" ")
    with pytest.raises(Refused, match="definisinya berbeda"):
        take_over(indikator=indikator, tahun=[2030], by=operator, alasan="a")


@pytest.mark.parametrize("status", ["diajukan", "disetujui"])
def test_naskah_yang_diajukan_menahan(client_for, indikator, operator, status):
    ajukan(indikator, operator, status)
    client = client_for("operator")
    url = ubah(client, indikator).url
    isi = client.get(url).content.decode()
    assert "definisi 2023 tetap; kembalikan dahulu sebagai draf." in isi
    assert "Buka naskahnya" in isi
    assert client.post(url, {"tahun": ["2023"], "alasan": "a"}).status_code == 200
    with pytest.raises(Refused, match="Indikator Kinerja Utama 2023"):
        take_over(indikator=indikator, tahun=[2022, 2023], by=operator, alasan="a")
    assert (ukur(indikator, 2022), ukur(indikator, 2023)) == (LAMA, LAMA)


def test_naskah_yang_sedang_diganti_tidak_menahan(client_for, indikator, operator):
    lama = ajukan(indikator, operator)
    NaskahKinerja.objects.create(
        kabupaten=operator.kabupaten, jenis="iku", tahun=2023, menggantikan=lama
    )
    ubah(client_for("operator"), indikator)
    indikator.refresh_from_db()
    assert take_over(indikator=indikator, tahun=[2023], by=operator, alasan="a") == 1


def test_pembatalan_juga_tertahan(client_for, indikator, operator):
    url = ubah(client_for("operator"), indikator).url
    client_for("operator").post(url, {"tahun": ["2023"], "alasan": "a"})
    ajukan(indikator, operator)
    with pytest.raises(Refused, match="definisi 2023 tetap"):
        undo_take_over(definisi=DefinisiTahun.objects.get(tahun=2023), by=operator)
    assert ukur(indikator, 2023) == BARU


def test_naskah_tanpa_isian_juga_membuka_tahunnya(banyuasin, operator):
    row = make_indikator(banyuasin, jenis="iku")
    assert not opened_years(row)
    ajukan(row, operator)
    assert opened_years(row) == range(2018, 2024)


def test_tahun_dibuka_dengan_sengaja(client_for, indikator, operator, merangin):
    client = client_for("operator")
    client.post(reverse("accounts:set_tahun"), {"tahun": "2021"})
    daftar = reverse("kinerja:definisitahun_list")
    assert "Buka tahun 2021 (1 indikator)" in client.get(daftar).content.decode()
    isi = client.post(reverse("kinerja:definisi_buka"), follow=True).content.decode()
    assert "Tahun 2021 dibuka: 1 definisi disimpan." in isi
    assert "Buka tahun" not in isi
    assert open_year(kabupaten=merangin, tahun=2021, by=operator) == 0
    assert client_for("kepala_dinas").post(reverse("kinerja:definisi_buka")).status_code == 403


def test_kantor_lain_tidak_melihat_dan_tidak_mengubah(client, client_for, indikator, merangin):
    url = ubah(client_for("operator"), indikator).url
    client_for("operator").post(url, {"tahun": ["2023"], "alasan": "a"})
    row = DefinisiTahun.objects.get(tahun=2023)
    client.force_login(make_user("operator", merangin, username="lain"))
    assert client.get(url).status_code == 404
    assert client.get(row.get_absolute_url()).status_code == 404
    assert client.post(reverse("kinerja:definisi_batalkan", args=[row.pk])).status_code == 404
    assert not DefinisiTahun.objects.visible_to(merangin.user_set.get()).exists()
    assert ukur(indikator, 2023) == BARU


def test_daftar_dan_isian_menurut_definisi_tahunnya(client_for, indikator):
    client = client_for("operator")
    ubah(client, indikator)
    isi = client.get(reverse("kinerja:realisasi_list"), {"tahun": "2023"}).content.decode()
    assert "‰" not in isi
    row = Realisasi.objects.get(tahun=2023)
    assert row.hitung() == 60
    assert "60,00 %" in client.get(row.get_absolute_url()).content.decode()


def test_naskah_memakai_definisi_tahunnya_dan_v12_menyebut_pergantiannya(
    client_for, indikator, operator
):
    client = client_for("operator")
    url = ubah(client, indikator).url
    client.post(url, {"tahun": ["2023"], "alasan": "a"})
    hasil = {}
    for tahun in TAHUN:
        naskah = NaskahKinerja.objects.create(
            kabupaten=operator.kabupaten, jenis="capaian", tahun=tahun
        )
        hasil[tahun] = naskah.reading()
    (lama,) = hasil[2022].isi.baris
    (baru,) = hasil[2023].isi.baris
    assert (lama.satuan, baru.satuan) == ("%", "‰")
    assert (baru.lalu.cetak, baru.naik) == ("60,00 %", None)
    pesan = [t.pesan for t in hasil[2023].temuan if t.kelas == "V12"]
    assert pesan == [
        "Definisi 2023 bukan definisi 2022: satuan “%” menjadi “‰”; faktor kali “100” menjadi "
        "“1.000”; rumus capaian “Naik: realisasi / target” menjadi "
        "“Turun: (2 × target − realisasi) / target”."
    ]
    assert [t for t in hasil[2022].temuan if t.kelas == "V12"] == []


def test_halaman_indikator_menyandingkan_definisinya(client_for, indikator):
    client = client_for("operator")
    assert "Sama pada semua tahun." in client.get(indikator.get_absolute_url()).content.decode()
    ubah(client, indikator)
    isi = client.get(indikator.get_absolute_url()).content.decode()
    assert "Terapkan definisi baru" in isi
    assert "2018–2023" in isi and "Kini" in isi
    assert "setahun" in isi


def test_isian_diperiksa_menurut_definisi_tahunnya(client_for, banyuasin):
    """Indikator yang kini sebutan tetap menerima angka pada tahun yang masih angka."""
    row = make_indikator(banyuasin, satuan="Desa")
    target = make_target(row, "5")
    skala = SkalaKualitatif.objects.create(kode="opini", nama="Opini", regulasi="uji")
    client = client_for("operator")
    isian(client, row, skala_kualitatif=str(skala.pk), agregasi="terakhir")
    url = reverse("kinerja:target_update", args=[target.pk])
    form = client.get(url).context["form"]
    data = {b.html_name: "" if b.value() is None else b.value() for b in form}
    assert client.post(url, data | {"nilai": "6", "alasan": "a"}).status_code == 302
    assert Indikator.objects.get(pk=row.pk).skala_kualitatif == skala


def test_rentang_tahun():
    assert rentang_tahun(range(2018, 2021)) == "2018–2020"
    assert rentang_tahun(range(2018, 2019)) == "2018"
    assert rentang_tahun(range(0)) == ""


def test_tahun_terkunci_menyimpan_definisinya_dan_menolak_yang_baru(
    client_for, indikator, operator, monkeypatch
):
    def lock_for(kabupaten, tahun):
        return "Data tahun 2023 terkunci oleh LKjIP." if tahun == 2023 else ""

    monkeypatch.setattr(DefinisiTahun, "lock_for", staticmethod(lock_for))
    url = ubah(client_for("operator"), indikator).url
    assert ukur(indikator, 2023) == LAMA
    assert DefinisiTahun.objects.get(tahun=2023).lock_reason()
    assert "Data tahun 2023 terkunci oleh" in client_for("operator").get(url).content.decode()
    indikator.refresh_from_db()
    with pytest.raises(Refused, match="Data tahun 2023 terkunci oleh"):
        take_over(indikator=indikator, tahun=[2023], by=operator, alasan="a")


def test_semua_unsur_definisi_tersimpan_dan_satu_jalan_mengubahnya():
    """Kolom baru pada definisi ikut disimpan; indikator hanya ditulis sesudah definisi lamanya."""
    kolom = {field.name for field in Definisi._meta.local_fields}
    assert kolom == set(KOLOM_DEFINISI)
    assert JALAN["kinerja:indikator_update"].callback.view_class is IndikatorUpdate
