"""Tiap halaman dan unduhan tahun lalu memakai keadaan tahun itu; nama kini hanya di sampingnya."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import NoReverseMatch, reverse

from accounts.models import User
from core.models import Named
from documents.pembaca import Sel, Tabel
from dpmd.reports.belum_diisi import belum_diisi
from idm.actions.impor import PenerimaIdm
from idm.models import AmbangStatus
from tests import factories
from tests.hak import BERTOKEN, HANYA_POST, UMUM
from tests.halaman import JALAN
from villages.grids.kerja_sama import KerjaSamaGrid
from villages.impor import formulir
from villages.models import Desa, Kecamatan, RiwayatKecamatan, RiwayatWilayah

pytestmark = pytest.mark.django_db
TAHUN, SAMPAI = 2030, date(2031, 6, 1)
PAKET = ("villages:", "idm:")
# yang menyunting atau mencatat keadaan kini memang menyebut nama kini
KINI = re.compile(r"_(create|update|delete|impor|cocok|history)$|:riwayat")
BERKOLOM_KINI = ("/wilayah/desa/?ekspor", "/wilayah/kecamatan/?ekspor")
ISIAN = re.compile(r"<(select|textarea|script)\b.*?</\1>", re.S)
TERPILIH = re.compile(r"<option [^>]*selected>([^<]*)</option>")
DI_SAMPINGNYA = re.compile(r"\(kini [^)]*\)")
NAMA_KINI = re.compile(r"(?i)\b(zamrud|rubi)\b")


@pytest.fixture
def berganti(banyuasin):
    """Satu baris tiap model tahun 2030; sesudahnya desa dan kecamatannya berganti nama."""
    kerja_sama = factories.make_wilayah(banyuasin)
    factories.make_isian(kerja_sama)
    desa = Desa.objects.get()
    factories.make_idm(desa, TAHUN)
    lama = {"kode": desa.kode, "jenis": "desa", "kecamatan": desa.kecamatan}
    RiwayatWilayah.objects.create(desa=desa, nama="Lubuk", sampai=SAMPAI, **lama)
    RiwayatKecamatan.objects.create(
        kecamatan=desa.kecamatan, kode=desa.kecamatan.kode, nama="Betung", sampai=SAMPAI
    )
    Desa.objects.update(nama="Zamrud", kode=f"{desa.kecamatan.kode}.2777")
    Kecamatan.objects.update(nama="Rubi")
    return desa


@pytest.fixture
def peramban(client_for):
    """Operator yang tahun kerjanya 2030."""
    client = client_for("operator")
    sesi = client.session
    sesi["tahun"] = TAHUN
    sesi.save()
    return client


def daftar() -> Iterator[str]:
    """Halaman tanpa nomor baris, dan unduhan daftarnya."""
    for nama in sorted(JALAN.keys() - UMUM - BERTOKEN - HANYA_POST):
        if not nama.startswith(PAKET) or KINI.search(nama):
            continue
        try:
            url = reverse(nama)
        except NoReverseMatch:
            continue
        yield url
        if nama.endswith("_list"):
            yield f"{url}?ekspor=csv"


def bertahun() -> Iterator[Any]:
    """Satu baris tiap model yang rujukannya menurut tahun."""
    for model in apps.get_models():
        is_menurut_tahun = issubclass(model, Named) and not model.is_kini
        if is_menurut_tahun and model._meta.app_label in ("villages", "idm"):
            yield from model._default_manager.all()[:1]


def rincian(desa: Desa) -> Iterator[str]:
    """Satu baris tiap model yang barisnya menurut tahun, dan halaman desanya."""
    yield reverse("idm:isian", args=[desa.pk])
    yield reverse("idm:profil", args=[desa.pk])
    for row in bertahun():
        yield row.get_absolute_url()


def tulisan(client: Client, url: str) -> str:
    """Yang dibaca orang, tanpa pilihan isiannya; kosong bila bukan halaman."""
    halaman: Any = client.get(url)
    if halaman.status_code != 200 or not halaman["Content-Type"].startswith("text/"):
        return ""
    return unescape(re.sub(r"<[^>]+>", " ", ISIAN.sub(" ", halaman.content.decode())))


def test_tidak_satu_halaman_pun_memakai_nama_kini(berganti, peramban):
    terbaca, keliru = {}, {}
    for url in filter(None, [*daftar(), *rincian(berganti)]):
        terbaca[url] = DI_SAMPINGNYA.sub("", tulisan(peramban, url))
        salah = NAMA_KINI.search(terbaca[url])
        if salah and not url.startswith(BERKOLOM_KINI):
            keliru[url] = terbaca[url][max(salah.start() - 60, 0) : salah.end()].split()
    assert keliru == {}
    menyebut = [url for url, isi in terbaca.items() if re.search("(?i)lubuk|betung", isi)]
    assert len(menyebut) > 30


def test_daftar_desa_dan_kecamatan_menurut_tahun(berganti, peramban):
    """Dicari dengan nama lama maupun kini; tanpa tahun semuanya menurut kini."""
    kini, lama = f"{berganti.kode[:8]}.2777", berganti.kode
    for nama in ("Lubuk", "zamrud"):
        isi = tulisan(peramban, f"/wilayah/desa/?ekspor=csv&tahun=2030&nama={nama}")
        assert isi.splitlines()[1] == f"Lubuk;{lama};Desa;Betung;Zamrud, {kini}, Kecamatan Rubi"
    isi = tulisan(peramban, "/wilayah/desa/?ekspor=csv&tahun=")
    assert isi.splitlines()[1] == f"Zamrud;{kini};Desa;Rubi;"
    kecamatan = berganti.kecamatan.pk
    for saring in (f"kecamatan={kecamatan}", f"kode={lama}", "kode=2777", "jenis=desa"):
        assert "Lubuk;" in tulisan(peramban, f"/wilayah/desa/?ekspor=csv&{saring}")
    assert "Lubuk;" not in tulisan(peramban, "/wilayah/desa/?ekspor=csv&jenis=kelurahan")
    isi = tulisan(peramban, "/wilayah/kecamatan/?ekspor=csv")
    assert isi.splitlines()[1] == f"Betung;{lama[:8]};Rubi"


def test_baris_desa_disaring_menurut_tahun(berganti, peramban):
    """Nama dan kode lama menemukan barisnya; kecamatannya menurut tahun barisnya."""
    kecamatan = berganti.kecamatan.pk
    for saring in ("desa=lubuk", "desa=zamrud", f"kecamatan={kecamatan}", f"kode={berganti.kode}"):
        assert "Lubuk;Betung;2030" in tulisan(peramban, f"/idm/desa/?ekspor=csv&{saring}")
    lain = factories.make_kecamatan(berganti.kecamatan.kabupaten, kode="16.07.98", nama="Opal")
    assert "Lubuk" not in tulisan(peramban, f"/idm/desa/?ekspor=csv&kecamatan={lain.pk}")
    Desa.objects.update(kecamatan=lain)
    assert "Lubuk;Betung" in tulisan(peramban, f"/idm/desa/?ekspor=csv&kecamatan={kecamatan}")
    assert "(kini Opal)" in tulisan(peramban, "/idm/desa/")


def test_halaman_desa_menyebut_keadaan_tahun_kerjanya(berganti, peramban):
    for obj, lama in ((berganti, "Lubuk"), (berganti.kecamatan, "Betung")):
        isi = tulisan(peramban, obj.get_absolute_url())
        assert f"Pada 2030:  {lama}" in isi


def test_pilihan_formulir_menurut_tahun(berganti, peramban):
    """Wilayah yang terpilih pada formulir ubah bernama menurut tahunnya atau tahun kerja."""
    terpilih = {}
    for row in bertahun():
        nama = f"{row._meta.app_label}:{row._meta.model_name}_update"
        if nama not in JALAN:
            continue
        isi = peramban.get(reverse(nama, args=[row.pk])).content.decode()
        terpilih[nama] = DI_SAMPINGNYA.sub("", unescape(" ".join(TERPILIH.findall(isi))))
    assert {nama: isi for nama, isi in terpilih.items() if NAMA_KINI.search(isi)} == {}
    assert len([nama for nama, isi in terpilih.items() if "Betung" in isi]) >= 8


def tabel(*baris: str) -> list[Tabel]:
    """Satu lembar dari tulisan tiap barisnya, selnya dipisahkan titik koma."""
    return [Tabel("Lembar", [[Sel("teks", isi) for isi in satu.split(";")] for satu in baris])]


@pytest.mark.parametrize(("tahun", "sebutan"), [(TAHUN, "Lubuk"), (2031, "Zamrud")])
def test_pratinjau_idm_menurut_tahun(berganti, users, tahun, sebutan):
    """Desa pada pratinjau, dan pada alasannya, bernama dan berkode menurut tahun lembarnya."""
    AmbangStatus.objects.update(batas=0)
    kode = {"Lubuk": berganti.kode, "Zamrud": Desa.objects.get().kode}[sebutan]
    isi = tabel("kode;iks;ike;ikl;idm;status", f"{berganti.kode};0,8;0,8;0,8;0,8;MAJU")
    hasil = PenerimaIdm(users["operator"], tahun).check(isi)
    assert [satu["baris"] for satu in hasil.ubahan] == [f"{sebutan} ({kode})"]


@pytest.mark.parametrize(("tahun", "sebutan"), [(TAHUN, "Lubuk"), (2031, "Zamrud")])
def test_pratinjau_formulir_menurut_tahun(berganti, users, tahun, sebutan):
    """Kecamatan dan calon desa yang disarankan bernama menurut tahun kisinya."""
    kisi = KerjaSamaGrid(users["operator"], tahun)
    kepala = "No;Kecamatan;Nama Desa;;;Dokumen;Keterangan", ";;;Aktif;Tidak Aktif;;"
    for kecamatan in ("Betung", "Rubi"):
        isi = tabel(*kepala, f"1;{kecamatan};Entah;1;;;")
        (salah,) = formulir.read(kisi, isi).kesalahan
        assert f"Mungkin: {sebutan} (" in salah.pesan
        assert f"Kecamatan {'Betung' if tahun == TAHUN else 'Rubi'}." in salah.pesan


def test_yang_belum_melapor_bernama_menurut_tahun(berganti, peramban):
    """Beranda tahun lalu menyebut kecamatannya sebagaimana waktu itu."""
    operator = User.objects.get(pk=peramban.session["_auth_user_id"])
    alasan = {satu.label: satu.alasan for satu in belum_diisi(operator, 2024)}
    assert alasan["Rekap lembaga 2024"] == "Belum melapor lengkap: Betung."
