"""Draf di samping yang berlaku: tiada hitungan berubah sampai diverifikasi."""

import json
from decimal import Decimal
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.forms.models import model_to_dict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import Kabupaten, User
from core import audit, door
from core.audit import Refused
from core.grid import Ubahan
from core.models import AuditEvent
from documents.models import Kunci
from idm.actions.dimensi import batalkan_poin, simpan_poin, verifikasi_poin, verifikasi_poin_semua
from idm.actions.hitung import recompute
from idm.actions.isian import ganti_draf, isian, jawab, kembalikan, verifikasi, verifikasi_semua
from idm.grids import IsianGrid, PoinGrid
from idm.models import (
    DimensiIndeks,
    IdmDesa,
    IndeksDesa,
    Instrumen,
    IsianIdm,
    PoinDimensi,
    TerbitanIdm,
)
from idm.models.berlaku import potret
from idm.reports import banyak_pindah, status_tahun
from idm.reports.draf import _pindah, dampak_draf, draf_idm, draf_poin
from idm.reports.peringkat import peringkat
from idm.scoring import Status
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_desa, make_kecamatan, make_penetapan
from villages.models import Desa

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(kabupaten):
    return User.objects.get(username="operator")


@pytest.fixture
def bidang(kabupaten):
    return User.objects.get(username="kepala.bidang")


@pytest.fixture
def instrumen(kabupaten):
    return Instrumen.objects.get(kode="idm-2019")


@pytest.fixture
def desa(kabupaten):
    """Desa berstatus Berkembang 2023 yang hanya diketahui indeks terbitannya."""
    rows = IdmDesa.objects.filter(tahun=2023, status="BERKEMBANG", skor="").order_by("desa__kode")
    return Desa.objects.select_related("kecamatan__kabupaten").get(pk=rows.first().desa_id)


def client_tahun(user, tahun):
    client = Client()
    client.force_login(user)
    session = client.session
    session["tahun"] = tahun
    session.save()
    return client


def terbaik(instrumen):
    """Deret dengan skor tertinggi tiap indikator."""
    rows = instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set").order_by("posisi")
    return "".join(str(max(k.skor for k in i.kriteriaskor_set.all())) for i in rows)


def jawab_terbaik(desa, tahun, instrumen, by):
    jawaban = {n: int(skor) for n, skor in enumerate(terbaik(instrumen), start=1)}
    return jawab(isian=isian(desa, tahun, instrumen, 50), jawaban=jawaban, by=by)


def terbaca(kabupaten, tahun):
    """Yang dibaca hitungan: status, peringkat, dan realisasi dari status desa."""
    kinerja = TahunKinerja(kabupaten, tahun)
    semua = kinerja.pengukuran.indikator
    realisasi = {
        i.pk: kinerja.pengukuran.ukur(i).realisasi for i in semua if i.sumber.startswith("idm.")
    }
    urut = [(b.desa.pk, b.nilai) for b in peringkat(kabupaten, tahun)["baris"]]
    return status_tahun(kabupaten, tahun).counts, urut, realisasi


def test_kuesioner_tidak_mengubah_yang_berlaku(kabupaten, desa, instrumen, operator, bidang):
    sebelum, row = terbaca(kabupaten, 2023), potret(IdmDesa.objects.get(desa=desa, tahun=2023))
    assert list(sebelum[0].values()) == [6, 77, 200, 5, 0]
    assert sebelum[2]
    satu = jawab_terbaik(desa, 2023, instrumen, operator)
    assert terbaca(kabupaten, 2023) == sebelum
    assert potret(IdmDesa.objects.get(desa=desa, tahun=2023)) == row

    verifikasi(isian=satu, by=bidang)
    assert list(status_tahun(kabupaten, 2023).counts.values()) == [7, 77, 199, 5, 0]
    baru = IdmDesa.objects.get(desa=desa, tahun=2023)
    assert (baru.idm, baru.status, baru.sumber) == (Decimal(1), "MANDIRI", "skor")
    assert baru.asal == f"Draf diverifikasi {bidang}"
    assert TerbitanIdm.objects.get(desa=desa, tahun=2023).idm == Decimal(row["idm"])

    kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert potret(IdmDesa.objects.get(desa=desa, tahun=2023)) == row
    assert not TerbitanIdm.objects.filter(desa=desa).exists()
    assert terbaca(kabupaten, 2023) == sebelum
    assert IsianIdm.objects.get(desa=desa, tahun=2023).skor == terbaik(instrumen)
    assert list(audit.verify()) == []


def test_tahun_yang_belum_ada_angkanya(desa, instrumen, operator, bidang, kabupaten):
    """Draf tanpa angka berlaku tidak dihitung; pembatalan menghapus buatan verifikasinya."""
    satu = jawab_terbaik(desa, 2022, instrumen, operator)
    assert not IdmDesa.objects.filter(tahun=2022).exists()
    verifikasi(isian=satu, by=bidang)
    assert IdmDesa.objects.get(tahun=2022).semula == {}
    kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert not IdmDesa.objects.filter(tahun=2022).exists()
    hapus = AuditEvent.objects.filter(model="idm.IdmDesa", action="hapus").get()
    assert hapus.note == "Periksa"


def test_kisi_menulis_draf(desa, instrumen, operator, kabupaten):
    sebelum = terbaca(kabupaten, 2024)
    grid = IsianGrid(operator, 2024, {"kecamatan": str(desa.kecamatan_id)})
    baris = {r.kode: r for r in grid.rows()}[desa.kode]
    lama = str(baris.isi["s2"])
    grid.write([Ubahan(baris.kunci, "s2", lama, "0" if lama == "5" else "5")])
    isi = {r.kode: r for r in grid.rows()}[desa.kode].isi
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert terbaca(kabupaten, 2024) == sebelum
    assert isi["idm"] != row.idm
    assert isi["berlaku"].endswith(row.get_status_display())


def test_dampak_draf(kabupaten, desa, instrumen, operator, bidang):
    """Hitungan dan indikator seandainya draf berlaku sama dengan sesudah benar-benar berlaku."""
    assert dampak_draf(kabupaten, 2023) == []
    satu = jawab_terbaik(desa, 2023, instrumen, operator)
    (dampak,) = dampak_draf(kabupaten, 2023)
    assert [(b.status, b.kini, b.draf) for b in dampak.status_beda] == [
        ("MANDIRI", 6, 7),
        ("BERKEMBANG", 200, 199),
    ]
    (draf,) = dampak.desa
    assert (draf.desa, draf.nilai, draf.status, draf.status_kini) == (
        desa,
        Decimal(1),
        "MANDIRI",
        "BERKEMBANG",
    )
    sebelum = {i.url: i.kini for i in dampak.indikator}
    andai = {i.url: i.draf for i in dampak.indikator}
    assert any(i.is_beda for i in dampak.indikator)
    verifikasi(isian=satu, by=bidang)
    assert dampak_draf(kabupaten, 2023) == []
    ukur = TahunKinerja(kabupaten, 2023).pengukuran
    nyata = {
        i.get_absolute_url(): ukur.ukur(i).realisasi_cetak
        for i in ukur.indikator
        if i.sumber[:4] == "idm."
    }
    assert nyata == andai != sebelum


def test_dampak_perpindahan_desa_tertinggal(kabupaten, desa, instrumen, operator):
    """Pengentasan desa tertinggal dari perpindahan; draf menurunkan satu-satunya yang naik."""
    for row in IdmDesa.objects.filter(tahun=2023):
        row.pk, row.tahun = None, 2022
        row.status = "TERTINGGAL" if row.desa_id == desa.pk else row.status
        row.save(force_insert=True)
    rendah = "".join(
        str(min(k.skor for k in i.kriteriaskor_set.all())) for i in _indikator(instrumen)
    )
    ganti_draf(desa=desa, tahun=2023, instrumen=instrumen, skor=rendah, by=operator, note="uji")
    (dampak,) = dampak_draf(kabupaten, 2023)
    andai = {i.url: i.draf for i in dampak.indikator}
    entas = [(i.kini, i.draf) for i in dampak.indikator if i.kini == Decimal("16.67")]
    assert entas == [(Decimal("16.67"), Decimal(0))]  # 1 dari 6 naik, lalu tidak satu pun
    IdmDesa.objects.filter(desa=desa, tahun=2023).update(status="SANGAT TERTINGGAL")
    ukur = TahunKinerja(kabupaten, 2023).pengukuran
    assert andai == {
        i.get_absolute_url(): ukur.ukur(i).realisasi_cetak
        for i in ukur.indikator
        if i.sumber[:4] == "idm."
    }


def _indikator(instrumen):
    return instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set").order_by("posisi")


def test_draf_yang_sama_bukan_draf(desa, instrumen, operator, kabupaten):
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    ganti_draf(desa=desa, tahun=2024, instrumen=instrumen, skor=row.skor, by=operator, note="uji")
    assert draf_idm(kabupaten, 2024) == []
    ganti_draf(
        desa=desa, tahun=2024, instrumen=instrumen, skor="-" + row.skor[1:], by=operator, note="uji"
    )
    assert draf_idm(kabupaten, 2024) == []  # belum lengkap


def test_dampak_desa_yang_belum_punya_angka(kabupaten, desa, instrumen, operator):
    """Desa tanpa angka tahun itu menambah hitungan dan perpindahan, tidak menguranginya."""
    IdmDesa.objects.filter(desa=desa, tahun=2024).delete()
    sebelum = banyak_pindah(kabupaten, 2024)
    ganti_draf(
        desa=desa, tahun=2024, instrumen=instrumen, skor=terbaik(instrumen), by=operator, note="uji"
    )
    (dampak,) = dampak_draf(kabupaten, 2024)
    assert [(b.status, b.selisih) for b in dampak.status_beda] == [("MANDIRI", 1)]
    sesudah = _pindah(kabupaten, 2024, list(dampak.desa))
    kunci = ("BERKEMBANG", "MANDIRI")
    assert sesudah == sebelum | {kunci: sebelum.get(kunci, 0) + 1}


def test_yang_terverifikasi_hanya_berubah_lewat_pembatalan(
    desa, instrumen, operator, bidang, kabupaten
):
    satu = jawab_terbaik(desa, 2024, instrumen, operator)
    catatan = {i.posisi for i in _indikator(instrumen)}
    assert catatan
    verifikasi(isian=satu, by=bidang)
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    for langkah in (door.delete, door.save):
        with pytest.raises(Refused, match="batalkan verifikasinya"):
            langkah(row, by=operator)
    client = client_tahun(operator, 2024)
    assert "batalkan verifikasinya" in client.get(row.get_absolute_url()).content.decode()
    with pytest.raises(Refused, match="sudah diverifikasi"):
        ganti_draf(
            desa=desa,
            tahun=2024,
            instrumen=instrumen,
            skor=terbaik(instrumen),
            by=operator,
            note="uji",
        )
    IdmDesa.objects.filter(pk=row.pk).update(idm="0.5")
    assert (
        recompute(kabupaten=kabupaten, tahun=2024, by="uji") == 1
    )  # hitung ulang memperbaiki, bukan mengganti
    assert IdmDesa.objects.get(pk=row.pk).idm == Decimal(1)


def test_verifikasi_lama_tetap_berlaku_ketika_dikembalikan(desa, instrumen, operator, bidang):
    """Diverifikasi sebelum yang digantikannya dicatat: tiada yang dipulihkan, angkanya tetap."""
    satu = jawab_terbaik(desa, 2024, instrumen, operator)
    verifikasi(isian=satu, by=bidang)
    IdmDesa.objects.filter(desa=desa, tahun=2024).update(semula=None)
    kembalikan(isian=satu, catatan="Periksa", by=bidang)
    assert IdmDesa.objects.get(desa=desa, tahun=2024).idm == Decimal(1)


def kunci(kabupaten, tahun):
    sah = make_penetapan(kabupaten, tahun).pengesahan
    return Kunci.objects.create(kabupaten=kabupaten, tahun=tahun, lingkup="idm", pengesahan=sah)


def test_tahun_yang_ditetapkan_menolak_semua(kabupaten, desa, instrumen, operator, bidang):
    satu = jawab_terbaik(desa, 2023, instrumen, operator)
    lain = Desa.objects.desa().filter(kecamatan=desa.kecamatan).exclude(pk=desa.pk).first()
    terverifikasi = verifikasi(isian=jawab_terbaik(lain, 2023, instrumen, operator), by=bidang)
    kunci(kabupaten, 2023)
    langkah = (
        lambda: jawab(isian=satu, jawaban={2: 0}, by=operator),
        lambda: ganti_draf(
            desa=desa, tahun=2023, instrumen=instrumen, skor="5" * 50, by=operator, note=""
        ),
        lambda: verifikasi(isian=satu, by=bidang),
        lambda: kembalikan(isian=terverifikasi, catatan="Periksa", by=bidang),
    )
    sebelum = terbaca(kabupaten, 2023)
    for satu_langkah in langkah:
        with pytest.raises(Refused, match="terkunci"):
            satu_langkah()
    banyak, alasan = verifikasi_semua(kabupaten=kabupaten, tahun=2023, by=bidang)
    assert banyak == 0
    assert "terkunci" in alasan[0]
    assert terbaca(kabupaten, 2023) == sebelum


def test_halaman_menunjukkan_yang_berlaku_draf_dan_dampaknya(
    desa, instrumen, operator, bidang, kabupaten
):
    satu = jawab_terbaik(desa, 2023, instrumen, operator)
    client, row = client_tahun(bidang, 2023), IdmDesa.objects.get(desa=desa, tahun=2023)
    berlaku = f"{row.idm:.4f}".replace(".", ",")
    kuesioner = " ".join(client.get(reverse("idm:isian", args=[desa.pk])).content.decode().split())
    sumber = "Indeks terbitan Kemendesa; tanggal berlaku tidak tercatat"
    for potong in (berlaku, sumber, "Bila draf ini berlaku", "Desa Mandiri: 6 → <b>7</b>"):
        assert potong in kuesioner
    daftar = client.get(reverse("idm:isian_daftar")).content.decode()
    assert "1 draf belum berlaku" in daftar
    assert "Bila draf IDM 2023 berlaku" in daftar
    for alamat in (
        reverse("idm:gambaran"),
        reverse("idm:profil", args=[desa.pk]),
        row.get_absolute_url(),
    ):
        page = client.get(alamat).content.decode()
        assert "belum berlaku" in page or "Bila draf IDM 2023 berlaku" in page, alamat
    page = client.post(reverse("idm:isian_verifikasi_semua"), follow=True).content.decode()
    assert "1 isian diverifikasi" in page
    assert "Bila draf IDM 2023 berlaku" not in page
    page = client.post(
        reverse("idm:isian_kembalikan", args=[desa.pk]), {"catatan": "Periksa"}, follow=True
    )
    assert "angka sebelumnya berlaku kembali" in page.content.decode()
    assert IdmDesa.objects.get(pk=row.pk).idm == row.idm
    assert satu.tahun == 2023


def test_kabupaten_lain_tidak_ikut(desa, instrumen, operator, bidang, kabupaten):
    merangin = Kabupaten.objects.get(kode="15.02")
    lain = make_desa(make_kecamatan(merangin, kode="15.02.01"))
    orang = User.objects.get(username="operator.merangin")
    jawab_terbaik(lain, 2023, instrumen, orang)
    assert dampak_draf(kabupaten, 2023) == []
    (dampak,) = dampak_draf(merangin, 2023)
    assert [(b.status, b.kini, b.draf) for b in dampak.status if b.draf] == [("MANDIRI", None, 1)]
    client = client_tahun(bidang, 2023)
    assert client.get(reverse("idm:isian", args=[lain.pk])).status_code == 404
    assert client.post(reverse("idm:isian_verifikasi", args=[lain.pk])).status_code == 404
    assert client.post(reverse("idm:poin_verifikasi", args=[lain.pk])).status_code == 404
    assert verifikasi_semua(kabupaten=kabupaten, tahun=2023, by=bidang) == (0, [])
    assert not IdmDesa.objects.filter(desa=lain).exists()


def test_banyak_kueri_tetap(kabupaten, instrumen, operator):
    def kueri():
        with CaptureQueriesContext(connection) as queries:
            dampak_draf(kabupaten, 2023)
        return len(queries)

    rows = list(
        Desa.objects.desa()
        .filter(kecamatan__kabupaten=kabupaten)
        .select_related("kecamatan__kabupaten")[:8]
    )
    hitung = []
    for batas in (1, 8):
        for satu in rows[:batas]:
            ganti_draf(
                desa=satu,
                tahun=2023,
                instrumen=instrumen,
                skor=terbaik(instrumen),
                by=operator,
                note="uji",
            )
        hitung.append(kueri())
    assert hitung[0] == hitung[1] <= 32


@pytest.fixture
def poin(desa, operator):
    """Semua dimensi 2025 terisi tertinggi."""
    dimensi = list(DimensiIndeks.objects.filter(instrumen__cara="dimensi"))
    simpan_poin(desa=desa, tahun=2025, poin={d: Decimal(d.maksimum) for d in dimensi}, by=operator)
    return dimensi


def test_poin_draf_verifikasi_dan_pembatalan(kabupaten, desa, poin, operator, bidang):
    (draf,) = draf_poin(kabupaten, 2025)
    assert (draf.nilai, draf.status, draf.berlaku) == (Decimal(100), "MANDIRI", None)
    assert not IndeksDesa.objects.exists()
    row = verifikasi_poin(desa=desa, tahun=2025, by=bidang)
    assert (row.skor, row.status, row.semula) == (Decimal(100), "MANDIRI", {})
    with pytest.raises(Refused, match="sudah berlaku"):
        verifikasi_poin(desa=desa, tahun=2025, by=bidang)
    assert draf_poin(kabupaten, 2025) == []

    simpan_poin(desa=desa, tahun=2025, poin={poin[0]: Decimal(0)}, by=operator)
    (draf,) = draf_poin(kabupaten, 2025)
    assert (draf.kini, draf.nilai < 100) == (Decimal(100), True)
    (dampak,) = dampak_draf(kabupaten, 2025)
    assert (dampak.indeks, dampak.status[0].kini, dampak.status[0].draf) == ("Indeks Desa", 1, 0)
    pertama = potret(IndeksDesa.objects.get())
    assert verifikasi_poin_semua(kabupaten=kabupaten, tahun=2025, by=bidang) == (1, [])
    assert IndeksDesa.objects.get().skor == draf.nilai
    with pytest.raises(Refused, match="Catatan wajib"):
        batalkan_poin(desa=desa, tahun=2025, catatan=" ", by=bidang)
    batalkan_poin(desa=desa, tahun=2025, catatan="Periksa", by=bidang)
    assert potret(IndeksDesa.objects.get()) == pertama
    batalkan_poin(desa=desa, tahun=2025, catatan="Periksa", by=bidang)
    assert not IndeksDesa.objects.exists()
    with pytest.raises(Refused, match="Tidak ada verifikasi"):
        batalkan_poin(desa=desa, tahun=2025, catatan="Periksa", by=bidang)
    assert PoinDimensi.objects.filter(desa=desa).count() == len(poin)
    kejadian = AuditEvent.objects.filter(model="idm.IndeksDesa").order_by("nomor")
    assert list(kejadian.values_list("action", flat=True)) == ["tambah", "ubah", "ubah", "hapus"]
    assert kejadian[1].changes["skor"] == kejadian[2].changes["skor"][::-1]
    assert list(audit.verify()) == []


def test_poin_yang_belum_lengkap_dan_tahun_terkunci(kabupaten, desa, poin, operator, bidang):
    lain = Desa.objects.desa().filter(kecamatan=desa.kecamatan).exclude(pk=desa.pk).first()
    simpan_poin(desa=lain, tahun=2025, poin={poin[0]: Decimal(1)}, by=operator)
    banyak, alasan = verifikasi_poin_semua(kabupaten=kabupaten, tahun=2025, by=bidang)
    assert (banyak, alasan) == (1, [f"{lain}: {len(poin) - 1} dimensi belum diisi."])
    assert verifikasi_poin_semua(kabupaten=kabupaten, tahun=2025, by=bidang)[0] == 0
    with pytest.raises(Refused, match="Belum ada instrumen"):
        verifikasi_poin(desa=desa, tahun=2019, by=bidang)
    with pytest.raises(Refused, match="Paling tinggi"):
        simpan_poin(
            desa=desa, tahun=2025, poin={poin[0]: Decimal(poin[0].maksimum + 1)}, by=operator
        )
    simpan_poin(desa=desa, tahun=2025, poin={poin[0]: Decimal(0)}, by=operator)
    kunci(kabupaten, 2025)
    langkah = (
        lambda: simpan_poin(desa=desa, tahun=2025, poin={poin[0]: Decimal(2)}, by=operator),
        lambda: verifikasi_poin(desa=desa, tahun=2025, by=bidang),
        lambda: batalkan_poin(desa=desa, tahun=2025, catatan="Periksa", by=bidang),
    )
    for satu_langkah in langkah:
        with pytest.raises(Refused, match="terkunci"):
            satu_langkah()
    assert IndeksDesa.objects.get().skor == 100


def test_poin_lewat_halaman(kabupaten, desa, poin, operator, bidang):
    client = client_tahun(bidang, 2025)
    page = client.get(reverse("idm:isian_daftar")).content.decode()
    assert "1 draf belum berlaku" in page
    assert reverse("idm:poin_verifikasi", args=[desa.pk]) in page
    assert client.get(reverse("idm:poin_verifikasi", args=[desa.pk])).status_code == 302
    page = client.post(reverse("idm:poin_verifikasi", args=[desa.pk]), follow=True).content.decode()
    assert "diverifikasi dan berlaku" in page
    assert reverse("idm:poin_kembalikan", args=[desa.pk]) in page
    assert "100,00" in client.get(reverse("idm:profil", args=[desa.pk])).content.decode()
    alamat = reverse("idm:poin_kembalikan", args=[desa.pk])
    assert "Catatan wajib" in client.post(alamat, {"catatan": ""}, follow=True).content.decode()
    page = client.post(alamat, {"catatan": "Periksa"}, follow=True).content.decode()
    assert "angka sebelumnya berlaku kembali" in page
    assert not IndeksDesa.objects.exists()
    page = client.post(reverse("idm:isian_verifikasi_semua"), follow=True).content.decode()
    assert "1 isian diverifikasi" in page
    pengisi = client_tahun(operator, 2025)
    assert "Batalkan verifikasi" not in pengisi.get(reverse("idm:isian_daftar")).content.decode()
    baris = {r.kunci: r for r in PoinGrid(operator, 2025).rows()}[str(desa.pk)]
    assert baris.isi["berlaku"] == "100,00 Mandiri"


def test_isian_terbitan_menyebut_sumbernya(desa, operator):
    """Formulir hanya menerima indeks terbitan dengan sumbernya, bukan yang dihitung dari skor."""
    client = client_tahun(operator, 2024)
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert row.skor
    data = {
        k: v
        for k, v in model_to_dict(row).items()
        if k in ("desa", "tahun", "instrumen", "iks", "ike", "ikl")
    }
    page = client.post(reverse("idm:idmdesa_update", args=[row.pk]), data | {"asal": "Kepmendesa"})
    assert "dihitung dari skor" in page.content.decode()
    lama = IdmDesa.objects.get(desa=desa, tahun=2023)
    alamat = reverse("idm:idmdesa_update", args=[lama.pk])
    form = {b.html_name: b.value() or "" for b in client.get(alamat).context["form"]}
    assert client.post(alamat, form | {"asal": ""}).status_code == 200
    assert client.post(alamat, form | {"asal": "Kepmendesa 1/2024"}).status_code == 302
    lama.refresh_from_db()
    assert lama.dasar == "indeks terbitan Kemendesa (Kepmendesa 1/2024)"
    assert lama.berlaku_at is not None
    assert Status(lama.status) is Status.BERKEMBANG


def test_penetapan_menunggu_draf_dan_disebut_pada_desanya(kabupaten, desa, instrumen, operator):
    jawab_terbaik(desa, 2024, instrumen, operator)
    naskah = make_penetapan(kabupaten, 2022)
    kurang = naskah.__class__(kabupaten=kabupaten, tahun=2024).reading().missing
    assert f"1 draf belum diverifikasi: {desa.nama}." in kurang
    row = IdmDesa.objects.get(desa=desa, tahun=2023)
    sah = make_penetapan(kabupaten, 2023)
    page = client_tahun(operator, 2023).get(row.get_absolute_url()).content.decode()
    assert sah.get_absolute_url() in page


def test_pemutakhiran_mempertahankan_yang_berlaku(desa, poin):
    """Poin, tanggal dan sumber yang sudah tercatat disalin; nilainya tidak berubah."""
    instrumen = poin[0].instrumen
    indeks = IndeksDesa.objects.create(
        desa=desa, tahun=2025, instrumen=instrumen, skor=100, status="MANDIRI"
    )
    row = IdmDesa.objects.get(desa=desa, tahun=2023)
    nilai = {nama: getattr(row, nama) for nama in ("iks", "ike", "ikl", "idm", "status")}
    TerbitanIdm.objects.create(desa=desa, tahun=2023, **nilai, sumber="Kepmendesa 1/2024")
    saat = timezone.now()
    IdmDesa.objects.filter(desa=desa, tahun=2024).update(dihitung_at=saat)
    import_module("idm.migrations.0005_draf").isi_yang_berlaku(apps, None)
    indeks.refresh_from_db()
    assert (indeks.poin, indeks.skor, indeks.semula) == (
        ";".join(str(d.maksimum) for d in poin),
        100,
        None,
    )
    assert draf_poin(desa.kecamatan.kabupaten, 2025) == []
    kini = IdmDesa.objects.get(pk=row.pk)
    assert (kini.asal, kini.idm, kini.berlaku_at) == ("Kepmendesa 1/2024", row.idm, None)
    assert IdmDesa.objects.get(desa=desa, tahun=2024).berlaku_at == saat


def test_potret_dapat_disimpan_sebagai_json(desa):
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert json.loads(json.dumps(potret(row))) == potret(row)
    assert potret(IdmDesa(desa=desa)) == {}
