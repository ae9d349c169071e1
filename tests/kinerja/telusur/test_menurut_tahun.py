"""Satu tahun periodenya terkunci: yang berganti sesudahnya tidak tampak pada tahun itu."""

import pytest
from django.urls import reverse

from core import audit, door
from core.audit import Invalid, Refused
from documents.models import Kunci
from documents.snapshot import canonical
from kinerja.definisi.actions import keep_before_change
from kinerja.models import (
    Indikator,
    NaskahKinerja,
    PeriodeRenstra,
    Program,
    Sasaran,
    Tujuan,
)
from kinerja.perencanaan.reports.pohon import isi_pohon
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests import factories

pytestmark = pytest.mark.django_db
LOCKED = 2021
TERBUKA = 2022
MODEL = (PeriodeRenstra, Tujuan, Sasaran, Indikator)
# kolom yang ditahan dengan alasannya sendiri: letak, masa awal, aturan efisiensi
DITAHAN = {
    PeriodeRenstra: {
        "perangkat_daerah", "tahun_awal", "efisiensi", "bunyi_efisiensi", "sumber_efisiensi",
        "tahun_efisiensi",
    },
    Tujuan: {"periode", "nomor"},
    Sasaran: {"periode", "nomor"},
    Indikator: {"sasaran", "jenis", "nomor"},
}  # fmt: skip


def kunci(kabupaten, tahun):
    sah = factories.make_penetapan(kabupaten, tahun).pengesahan
    return Kunci.objects.create(kabupaten=kabupaten, tahun=tahun, lingkup="", pengesahan=sah)


@pytest.fixture
def renstra(banyuasin):
    """Satu tujuan, sasaran, IKU dan program yang terisi pada kedua tahun; 2021 terkunci."""
    sasaran = factories.make_sasaran(banyuasin)
    tujuan = Tujuan.objects.create(periode=sasaran.periode, nomor=1, nama="Tujuan uji")
    sasaran.tujuan = tujuan
    sasaran.save()
    indikator = factories.make_indikator(
        banyuasin, sasaran=sasaran, jenis="iku", is_perjanjian=True
    )
    for tahun in (LOCKED, TERBUKA):
        factories.make_target(indikator, "80", tahun=tahun)
        factories.make_realisasi(indikator, "60", tahun=tahun)
        sub = factories.make_sub(banyuasin, tahun)
        Program.objects.filter(pk=sub.kegiatan.program_id).update(sasaran=sasaran)
    kunci(banyuasin, LOCKED)
    return {type(row): row for row in (sasaran.periode, tujuan, sasaran, indikator)}


def terbaca(kabupaten, tahun):
    """Pohon, rujukan, dan isi tiap naskah yang memuat Renstra."""
    kinerja = TahunKinerja(kabupaten, tahun)
    hasil = [isi_pohon(kinerja).ikhtisar, isi_pohon(kinerja).periode, dict(kinerja.rujukan)]
    for jenis in ("iku", "ikk", "capaian", "rencana_aksi"):
        naskah = NaskahKinerja(kabupaten=kabupaten, tahun=tahun, jenis=jenis)
        hasil.append(canonical(naskah.reading().isi))
    lkjip = kabupaten.lkjip_set.filter(tahun=tahun).first()
    lkjip = lkjip or factories.make_lkjip(kabupaten, tahun=tahun, nomor=f"{tahun}/LKjIP")
    return [*hasil, canonical(lkjip.reading().isi)]


def lain(row, field):
    """Isi yang sah dan lain daripada isinya kini."""
    kini = getattr(row, field.name)
    if field.is_relation:
        return field.related_model._default_manager.exclude(pk=getattr(kini, "pk", None)).first()
    if field.choices:
        return next(kunci for kunci, _ in field.choices if kunci != kini)
    if isinstance(kini, bool):
        return not kini
    if isinstance(kini, str):
        return f"{kini} yang lain"
    return (kini or 2024) + 1


@pytest.mark.parametrize("model", MODEL)
def test_tiap_kolom_yang_berganti_tidak_menggeser_last_locked(banyuasin, renstra, model):
    """Yang diterima tidak tampak pada tahun terkunci; yang ditahan menyebut tahunnya."""
    factories.make_bidang(banyuasin)
    periode = renstra[PeriodeRenstra]
    Tujuan.objects.create(periode=periode, nomor=9, nama="Lain", tahun_mulai=TERBUKA)
    semula = terbaca(banyuasin, LOCKED)
    ditahan = set()
    berganti = set()
    for field in model._meta.concrete_fields:
        if not field.editable or field.primary_key:
            continue
        row = model.objects.get(pk=renstra[model].pk)
        isi = lain(row, field)
        if isi is None:
            continue
        setattr(row, field.name, isi)
        try:
            with audit.locked(banyuasin.kode):
                if model is Indikator:
                    keep_before_change(indikator=row, by="uji")
                door.save(row, by="uji")
            berganti.add(field.name)
        except Invalid as error:
            if str(LOCKED) in str(error):
                ditahan.add(field.name)
    assert terbaca(banyuasin, LOCKED) == semula, berganti
    assert berganti >= set(model.bertahun)
    assert ditahan <= DITAHAN[model]


@pytest.mark.parametrize("model", [PeriodeRenstra, Tujuan, Sasaran])
def test_sebutan_baru_berlaku_sejak_tahun_berikutnya(banyuasin, renstra, model):
    """Berkali-kali pun yang terkunci tetap memakai sebutan saat terkuncinya."""
    for nama in ("Sebutan kedua", "Sebutan ketiga"):
        row = model.objects.get(pk=renstra[model].pk)
        row.nama = nama
        door.save(row, by="uji")
    row = model.objects.get(pk=row.pk)
    assert row.pada(LOCKED).nama == renstra[model].nama
    assert row.pada(TERBUKA) is row
    assert len(row.semula) == 1
    kunci(banyuasin, TERBUKA)
    row.nama = "Sebutan keempat"
    door.save(row, by="uji")
    tersimpan = [row.pada(tahun).nama for tahun in (LOCKED, TERBUKA, TERBUKA + 1)]
    assert tersimpan == [renstra[model].nama, "Sebutan ketiga", "Sebutan keempat"]


def test_sebutan_baru_tercetak_sejak_tahun_berikutnya(banyuasin, renstra):
    row = Sasaran.objects.get()
    row.nama = "Sasaran tahun berikutnya"
    door.save(row, by="uji")
    assert "Sasaran tahun berikutnya" not in str(terbaca(banyuasin, LOCKED))
    baru = str(terbaca(banyuasin, TERBUKA))
    assert "Sasaran tahun berikutnya" in baru
    assert "Sasaran uji" not in baru


def test_halamannya_menyebut_sebutan_semula_dan_sejak_kapan(banyuasin, client_for, renstra):
    client = client_for("operator")
    sasaran = renstra[Sasaran]
    isian = {"periode": sasaran.periode_id, "tujuan": sasaran.tujuan_id, "nomor": sasaran.nomor}
    url = reverse("kinerja:sasaran_update", args=[sasaran.pk])
    versi = client.get(url).context["form"]["versi"].value()
    jawaban = client.post(url, isian | {"nama": "Sebutan baru", "versi": versi}, follow=True)
    isi = jawaban.content.decode()
    assert "Tahun 2018–2021 tetap memakai isi semula." in isi
    assert "Sampai tahun 2021: Sasaran uji." in isi
    baru = isian | {"nomor": 2, "nama": "Sasaran baru"}
    jawaban = client.post(reverse("kinerja:sasaran_create"), baru, follow=True)
    assert "ada sejak tahun 2022; tahun sebelumnya terkunci." in jawaban.content.decode()


def test_baris_baru_tidak_masuk_last_locked(banyuasin, client_for, renstra):
    """Tidak pada halaman, naskah, jumlah dan ujinya; ada sejak tahun berikutnya."""
    semula = terbaca(banyuasin, LOCKED)
    periode = renstra[PeriodeRenstra]
    tujuan = Tujuan(periode=periode, nomor=2, nama="Tujuan baru")
    door.save(tujuan, by="uji")
    sasaran = Sasaran(periode=periode, nomor=2, nama="Sasaran baru", tujuan=tujuan)
    door.save(sasaran, by="uji")
    # bernomor sama: nomor tercetak indikator lama tahun terkunci tidak ikut berganti
    baru = Indikator(sasaran=sasaran, jenis="iku", nomor=1, nama="Indikator baru", satuan="%")
    door.save(baru, by="uji")
    assert {tujuan.tahun_mulai, sasaran.tahun_mulai, baru.tahun_mulai} == {TERBUKA}
    factories.make_target(baru, "10", tahun=TERBUKA)
    assert terbaca(banyuasin, LOCKED) == semula
    isi = str(terbaca(banyuasin, TERBUKA))
    for nama in ("Tujuan baru", "Sasaran baru", "Indikator baru"):
        assert nama in isi
    client = client_for("operator")
    daftar = reverse("kinerja:indikator_list")
    assert "Indikator baru" not in client.get(f"{daftar}?tahun={LOCKED}").content.decode()
    assert "Indikator baru" in client.get(f"{daftar}?tahun={TERBUKA}").content.decode()
    halaman = baru.get_absolute_url()
    assert client.get(f"{halaman}?tahun={LOCKED}").status_code == 400
    assert client.get(f"{halaman}?tahun={TERBUKA}").status_code == 200


def test_tahun_terakhir_yang_terkunci_menahan(banyuasin, renstra):
    """Tidak ada tahun sesudahnya yang dapat memakai sebutan atau baris baru."""
    periode = renstra[PeriodeRenstra]
    kunci(banyuasin, periode.tahun_akhir)
    sasaran = renstra[Sasaran]
    sasaran.nama = "Sebutan lain"
    baru = Sasaran(periode=periode, nomor=2, nama="Sasaran baru")
    for row in (sasaran, baru):
        with pytest.raises(Invalid, match=f"Data tahun {periode.tahun_akhir} terkunci oleh"):
            door.save(row, by="uji")


def test_yang_termuat_last_locked_tidak_dihapus(banyuasin, renstra):
    periode = renstra[PeriodeRenstra]
    lama = Sasaran.objects.create(periode=periode, nomor=3, nama="Tanpa indikator")
    with pytest.raises(Refused, match="Data tahun 2021 terkunci oleh"):
        door.delete(lama, by="uji")
    baru = Sasaran(periode=periode, nomor=4, nama="Sesudah terkunci")
    door.save(baru, by="uji")
    door.delete(baru, by="uji")
    assert not Sasaran.objects.filter(nomor=4).exists()


def test_periode_lain_tidak_memuat_last_locked(banyuasin):
    kunci(banyuasin, LOCKED)
    baru = PeriodeRenstra(
        perangkat_daerah=banyuasin.dinas, nama="Baru", tahun_awal=2020, tahun_akhir=2024
    )
    with pytest.raises(Invalid, match="2021 terkunci, jadi periode Renstra yang memuatnya"):
        door.save(baru, by="uji")
