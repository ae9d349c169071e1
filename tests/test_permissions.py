"""Setiap halaman × peran × milik sendiri atau kabupaten lain. Halaman tanpa baris di sini menggagalkan uji.

Baris: peran yang boleh, dengan huruf o(perator) b(idang) d(inas) i(nspektorat) a(dmin) r (bupati) k (inspektur).
"""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from accounts.models import Kabupaten, Pejabat, User
from core.models import AuditEvent
from documents import render
from documents.models import Impor, Pembukaan
from dpmd import views
from idm.models import LayananRumusan
from kinerja.models import (
    BuktiRealisasi,
    Lkjip,
    NaskahKinerja,
    PerjanjianKinerja,
    PernyataanReviu,
    Realisasi,
    SkalaKualitatif,
    TingkatKualitatif,
)
from kinerja.naskah.lkjip.actions import create_lkjip
from tests.factories import make_isian, make_rencana, make_wilayah

AKUN = {
    "o": "operator",
    "b": "kepala.bidang",
    "d": "kepala.dinas",
    "i": "inspektorat",
    "a": "admin",
    "r": "kepala.daerah",
    "k": "inspektur",
}
SEMUA = "obdiark"
# halaman baris data: (boleh melihat, boleh menyunting)
DATA = {
    "accounts:bidang": (SEMUA, "a"),
    "accounts:pejabat": (SEMUA, "a"),
    "accounts:perangkatdaerah": (SEMUA, "a"),
    "accounts:user": ("a", "a"),
    "core:auditevent": ("diak", ""),
    "documents:pembukaan": ("obdiak", "d"),
    "documents:impor": ("obdiak", ""),
    "villages:kecamatan": (SEMUA, "a"),
    "villages:desa": (SEMUA, "a"),
    "villages:kerjasama": (SEMUA, "o"),
    "villages:anggotakerjasama": (SEMUA, "o"),
    "villages:rekaplembaga": (SEMUA, "o"),
    "villages:riwayatkecamatan": (SEMUA, "a"),
    "villages:riwayatwilayah": (SEMUA, "a"),
    "villages:aliasnama": (SEMUA, "o"),
    "villages:batasdesa": (SEMUA, "a"),
    "villages:tautankerjasama": (SEMUA, "o"),
    "villages:dokumenkerjasama": (SEMUA, "o"),
    "villages:formulirkerjasama": (SEMUA, "o"),
    "villages:rincianlembaga": (SEMUA, "o"),
    "villages:lembaga": (SEMUA, "o"),
    "villages:pengurus": (SEMUA, "o"),
    "villages:kegiatanpkk": (SEMUA, "o"),
    "villages:outcomeikk": (SEMUA, "o"),
    "villages:outputikk": (SEMUA, "o"),
    "villages:angkaikk": (SEMUA, "o"),
    "villages:berkasikk": (SEMUA, "o"),
    "idm:instrumen": (SEMUA, "a"),
    "idm:ambangstatus": (SEMUA, "a"),
    "idm:dimensiindeks": (SEMUA, "a"),
    "idm:indikatoridm": (SEMUA, "a"),
    "idm:kriteriaskor": (SEMUA, "a"),
    "idm:terbitanidm": (SEMUA, ""),
    "idm:indeksdesa": (SEMUA, ""),
    "idm:penetapanidm": (SEMUA, "o"),
    "idm:idmdesa": (SEMUA, "o"),
    "idm:rekapstatus": (SEMUA, "o"),
    "idm:layananrumusan": (SEMUA, "a"),
    "kinerja:perioderenstra": (SEMUA, "o"),
    "kinerja:sasaran": (SEMUA, "o"),
    "kinerja:indikator": (SEMUA, "o"),
    "kinerja:target": (SEMUA, "o"),
    "kinerja:realisasi": (SEMUA, "o"),
    "kinerja:buktirealisasi": (SEMUA, "o"),
    "kinerja:program": (SEMUA, "o"),
    "kinerja:kegiatan": (SEMUA, "o"),
    "kinerja:subkegiatan": (SEMUA, "o"),
    "kinerja:rekappegawai": (SEMUA, "o"),
    "kinerja:evaluasiakip": (SEMUA, "i"),
    "kinerja:rekomendasi": (SEMUA, "i"),
    "kinerja:angkatercetak": (SEMUA, "o"),
    "kinerja:skalapredikat": (SEMUA, ""),
    "kinerja:tingkatpredikat": (SEMUA, ""),
    "kinerja:naskahbaku": (SEMUA, ""),
    "kinerja:tujuan": (SEMUA, "o"),
    "kinerja:dpa": (SEMUA, "o"),
    "kinerja:periodeisian": (SEMUA, "b"),
    "kinerja:rencanaaksi": (SEMUA, "o"),
    "kinerja:pengukuranprogram": (SEMUA, "o"),
    "kinerja:pengukurankegiatan": (SEMUA, "o"),
    "kinerja:pengukuransub": (SEMUA, "o"),
    "kinerja:indikatortambahan": (SEMUA, "o"),
    "kinerja:pengukurantambahan": (SEMUA, "o"),
    "kinerja:buktipengukuran": (SEMUA, "o"),
    "kinerja:perubahantarget": (SEMUA, ""),
    "kinerja:nomenklatur": (SEMUA, ""),
    "kinerja:skalakualitatif": (SEMUA, "o"),
    "kinerja:tingkatkualitatif": (SEMUA, "o"),
    "kinerja:lkjip": (SEMUA, "o"),
    "kinerja:naskahkinerja": (SEMUA, "o"),
    "kinerja:perjanjiankinerja": (SEMUA, "o"),
    "kinerja:pernyataanreviu": (SEMUA, "i"),
    "kinerja:bagianlkjip": (SEMUA, "o"),
}
KISI = (
    "villages:rekaplembaga_grid",
    "villages:rincianlembaga_grid",
    "villages:kegiatanpkk_grid",
    "villages:kerjasama_grid",
    "idm:isian_grid",
    "idm:poin_grid",
    "idm:biaya_grid",
    "kinerja:rencanaaksi_grid",
    "kinerja:evaluasi_grid",
)
LAIN = {
    "beranda": SEMUA,
    "kinerja:dasbor": SEMUA,
    "kinerja:lkjip_preview": SEMUA,
    **{
        f"kinerja:{m}_{h}": SEMUA
        for m in ("naskahkinerja", "perjanjiankinerja")
        for h in ("preview", "pdf", "xlsx")
    },
    "idm:perencana": SEMUA,
    "idm:perencana_xlsx": SEMUA,
    "idm:gambaran": SEMUA,
    "idm:isian_daftar": SEMUA,
    "idm:isian": SEMUA,
    "idm:isian_salin": "o",
    "idm:isian_bukti": "o",
    "idm:isian_verifikasi": "b",
    "idm:isian_kembalikan": "bd",
    "idm:isian_verifikasi_semua": "b",
    "idm:poin_verifikasi": "b",
    "idm:poin_kembalikan": "bd",
    "idm:isianidm_history": SEMUA,
    "idm:buktijawaban_download": SEMUA,
    "idm:instrumen_salin": "a",
    **{f"idm:penetapanidm_{h}": SEMUA for h in ("preview", "pdf", "xlsx")},
    "idm:idm_impor": "o",
    **dict.fromkeys(KISI, SEMUA),
    "idm:rumusan_impor": "o",
    **{
        f"idm:{halaman}{bentuk}": SEMUA
        for halaman in ("gambaran", "peringkat", "profil")
        for bentuk in ("", "_pdf", "_xlsx")
    },
    **{f"{k}_xlsx": SEMUA for k in KISI},
    **{f"{k}_impor": "o" for k in KISI},
    "documents:impor_errors": "obdiak",
    "kinerja:lkjip_pdf": SEMUA,
    **{f"kinerja:pernyataanreviu_{h}": SEMUA for h in ("preview", "pdf")},
    "kinerja:buktirealisasi_download": SEMUA,
    "kinerja:buktipengukuran_download": SEMUA,
    "kinerja:pohon": SEMUA,
    "kinerja:pohon_pdf": SEMUA,
    "kinerja:pohon_xlsx": SEMUA,
    "kinerja:salin_tahun": "o",
    "kinerja:rekomendasi_update": "oi",
    "accounts:password_change": SEMUA,
    "villages:peta": SEMUA,
    "villages:desa_impor": "a",
    "villages:batasdesa_muat": "a",
    "villages:aliasnama_cocok": "o",
    "villages:kerjasama_angka": SEMUA,
    "villages:kerjasama_cetak": SEMUA,
    "villages:kerjasama_salin": "o",
    "villages:dokumenkerjasama_download": SEMUA,
    "villages:kelengkapan": SEMUA,
    "villages:lembaga_berakhir": SEMUA,
    **{f"villages:berkasikk_{h}": SEMUA for h in ("preview", "pdf", "xlsx")},
}
# yang perannya mungkin melangkah pada naskah lain, walau bukan pada LKjIP atau bukan gilirannya
MUNGKIN = {"submit": "oi", "return": "bdik", "sign": "obdrk"}
LANGKAH = {"submit": "o", "approve": "b", "return": "bdi", "sign": "d", "review": "i"}
UMUM = {
    "sehat",
    "robots",
    "documents:verify_start",
    "documents:verify",
    "documents:verify_pdf",
    "accounts:login",
} | {f"terbuka:{nama}" for nama in ("petunjuk", "uraian", "rumusan")}
HANYA_POST = {"accounts:logout", "accounts:set_tahun"}
BACA, TULIS = ("list", "detail", "history"), ("create", "update", "delete")


def patterns(resolver=None, prefix=""):
    """`(nama url, pola)` semua halaman."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry


HALAMAN = dict(patterns())


def boleh(name):
    """Huruf peran yang boleh membuka halaman; KeyError bila tidak terdaftar."""
    if name in LAIN:
        return LAIN[name]
    model, _, page = name.rpartition("_")
    lihat, sunting = DATA[model]
    return lihat if page in BACA else dict.fromkeys(TULIS, sunting)[page]


pytestmark = pytest.mark.sekali(
    "hak ditentukan tabel peran; barisnya hanya dicari menurut nomornya"
)
DIUJI = sorted(n for n in set(HALAMAN) - UMUM - HANYA_POST if not n.endswith("_advance"))


def fill(kode):
    """LKjIP, satu bukti, dan satu baris tiap model di kabupaten itu."""
    kabupaten = Kabupaten.objects.get(kode=kode)
    kepala = kabupaten.dinas.pejabat_set.kepala().first()
    bupati = Pejabat.objects.get(perangkat_daerah__kabupaten=kabupaten, is_kepala_daerah=True)
    NaskahKinerja.objects.get_or_create(kabupaten=kabupaten, tahun=2024, jenis="iku")
    PerjanjianKinerja.objects.get_or_create(
        kabupaten=kabupaten, tahun=2024, pihak_pertama=kepala, pihak_kedua=bupati
    )
    LayananRumusan.objects.get_or_create(kabupaten=kabupaten)
    if kode == "15.02":
        create_lkjip(kabupaten=kabupaten, tahun=2024, by="uji")
        indikator = kabupaten.dinas.perioderenstra_set.get().sasaran_set.first()
        indikator = indikator.indikator_set.first()
        Realisasi.objects.get_or_create(indikator=indikator, tahun=2024)
    lkjip = Lkjip.objects.get(kabupaten=kabupaten)
    PernyataanReviu.objects.create(kabupaten=kabupaten, tahun=lkjip.tahun, lkjip=lkjip)
    now, penanggung = timezone.now(), User.objects.get(username="kepala.dinas")
    impor = Impor(
        kabupaten=kabupaten, tahun=2024, kisi=KISI[0], judul="Rekap lembaga", halaman="/", status="siap",
        nama="x.csv", ukuran=1, sha256="0" * 64, uploaded_by="uji", uploaded_at=now,
    )  # fmt: skip
    impor.berkas.save("x.csv", ContentFile(b"Kode baris;RT\n"))
    Pembukaan.objects.create(
        kabupaten=kabupaten, tahun=2024, alasan="uji", dibuka_by=penanggung, dibuka_at=now,
        sampai=now + timedelta(hours=1),
    )  # fmt: skip
    realisasi = Realisasi.objects.filter(
        indikator__sasaran__periode__perangkat_daerah__kabupaten=kabupaten
    ).first()
    BuktiRealisasi.objects.create(
        realisasi=realisasi, berkas="bukti/tidak-ada.pdf", nama="x.pdf", ukuran=1, sha256="0" * 64,
        uploaded_by="uji", uploaded_at=timezone.now(),
    )  # fmt: skip
    make_rencana(kabupaten)
    skala = SkalaKualitatif.objects.create(kabupaten=kabupaten, kode="uji", nama="Skala uji")
    TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="Baik")
    make_isian(make_wilayah(kabupaten))


@pytest.fixture(scope="module")
def dunia(nyata, django_db_blocker):
    """Kedua kabupaten yang sudah terisi, dan peramban untuk tiap akun; dibatalkan sesudah berkas uji ini."""
    with django_db_blocker.unblock(), transaction.atomic():
        for kode in ("16.07", "15.02"):
            fill(kode)
        clients = {huruf: Client() for huruf in AKUN}
        for huruf, akun in AKUN.items():
            clients[huruf].force_login(User.objects.get(username=akun))
        yield clients
        transaction.set_rollback(True)


def model_of(name):
    callback = HALAMAN[name].callback
    return callback.view_initkwargs.get("model") or callback.view_class.model


def objects(name):
    """Satu baris milik Banyuasin dan satu milik Merangin (None untuk data acuan bersama)."""
    rows = model_of(name)._default_manager
    own, other = (User.objects.get(username=u) for u in ("operator", "operator.merangin"))
    milik, asing = rows.visible_to(own), rows.visible_to(other)
    if model_of(name).kabupaten_path is None:
        return milik.first(), None
    hanya_milik = milik.exclude(pk__in=asing.values("pk"))
    hanya_asing = asing.exclude(pk__in=milik.values("pk"))
    return hanya_milik.first(), hanya_asing.first()


def url_for(name, row):
    return (
        reverse(name, args=[row.pk]) if "<int:pk>" in str(HALAMAN[name].pattern) else reverse(name)
    )


def needs_row(name):
    return "<int:pk>" in str(HALAMAN[name].pattern)


def test_setiap_halaman_punya_baris():
    for name in DIUJI:
        boleh(name)


def test_tidak_ada_baris_untuk_halaman_yang_sudah_tiada():
    tersisa = [m for m in DATA if f"{m}_list" not in HALAMAN and f"{m}_detail" not in HALAMAN]
    assert tersisa == []
    assert {n for n in LAIN if n not in HALAMAN} == set()


@pytest.fixture
def hanya_hak(monkeypatch):
    """Hak yang diuji: cetakan dan halaman galat, yang berat dan diuji di tempatnya sendiri, diganti jawabannya saja."""
    monkeypatch.setattr(render, "pdf", lambda source: b"%PDF-1.7")
    monkeypatch.setattr(render, "typeset", lambda template, isi, files=None: b"%PDF-1.7")
    monkeypatch.setattr(views, "_error", lambda request, status: HttpResponse(status=status))


@pytest.mark.django_db
@pytest.mark.parametrize("name", DIUJI)
def test_peran(dunia, hanya_hak, name):
    own, other = objects(name) if needs_row(name) else (None, None)
    izin = boleh(name)
    for huruf, client in dunia.items():
        status = client.get(url_for(name, own)).status_code
        assert (status in (200, 302)) if huruf in izin else status == 403, (
            name,
            AKUN[huruf],
            status,
        )
        if other is not None:
            before = AuditEvent.objects.filter(action="ditolak").count()
            asing = client.get(url_for(name, other)).status_code
            assert asing == (404 if huruf in izin else 403), (name, AKUN[huruf], asing)
            assert AuditEvent.objects.filter(action="ditolak").count() == before + 1, (
                name,
                AKUN[huruf],
            )
    masuk = Client().get(url_for(name, own))
    assert masuk.status_code == 302
    assert masuk.url.startswith("/akun/masuk/")


@pytest.mark.django_db
@pytest.mark.parametrize("step", LANGKAH)
def test_langkah(dunia, step):
    """Membuka halaman langkah: yang berhak diarahkan atau melihat formulir, yang lain ditolak."""
    own, other = objects("kinerja:lkjip_detail")
    for huruf, client in dunia.items():
        berhak = huruf in LANGKAH[step]
        status = client.get(reverse("kinerja:lkjip_advance", args=[own.pk, step])).status_code
        assert (status in (200, 302)) if berhak else status == 403, (step, huruf, status)
        asing = client.get(reverse("kinerja:lkjip_advance", args=[other.pk, step])).status_code
        assert asing == (404 if huruf in MUNGKIN.get(step, LANGKAH[step]) else 403), (
            step,
            huruf,
            asing,
        )


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(HANYA_POST))
def test_hanya_post(dunia, name):
    assert dunia["o"].get(reverse(name)).status_code == 405


@pytest.mark.django_db
def test_langkah_asing_404(dunia):
    own, _ = objects("kinerja:lkjip_detail")
    assert (
        dunia["o"].get(reverse("kinerja:lkjip_advance", args=[own.pk, "hapus"])).status_code == 404
    )
