"""Kisi rencana aksi dan evaluasi Merangin: jadwal, uang ke atas, triwulan tertutup, baris asing."""

import datetime
import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Kabupaten, User
from core.models import AuditEvent
from documents.actions import open_lock
from kinerja.models import PengukuranKegiatan, PengukuranSub, PeriodeIsian, RencanaAksi, SubKegiatan

pytestmark = pytest.mark.django_db
AKSI = "/kinerja/rencana-aksi/?tahun=2024&program="
EVALUASI = "/kinerja/evaluasi/?tahun=2024"


SALAH = [("49", "99 %, harus 100 % (kurang 1)"), ("51", "101 %, harus 100 % (lebih 1)")]


@pytest.fixture
def operator(nyata):
    client = Client()
    client.force_login(User.objects.get(username="operator.merangin"))
    return client


@pytest.fixture
def sub(nyata):
    """Penyusunan Dokumen Perencanaan: 25, 25, 50 dan pagu 8.640.000."""
    return SubKegiatan.objects.get(
        kegiatan__program__tahun=2024, kegiatan__kode="2.13.01.2.01", nomor=1
    )


def send(client, url, *ubahan):
    rows = [dict(zip(("b", "k", "lama", "baru"), u, strict=True)) for u in ubahan]
    return client.post(url, json.dumps({"ubahan": rows}), content_type="application/json").json()


def nasib(jawab):
    return [(h["status"], h["pesan"]) for h in jawab["hasil"]]


@pytest.mark.parametrize(
    ("bulan", "jumlah"),
    [("49", "99 %, harus 100 % (kurang 1)"), ("51", "101 %, harus 100 % (lebih 1)")],
)
def test_bulan_99_dan_101_ditolak(operator, sub, bulan, jumlah):
    jawab = send(operator, AKSI, (f"sub-{sub.pk}", "bulan_3", "50", bulan))
    assert nasib(jawab) == [("gagal", f"Jumlah kedua belas bulan {jumlah}.")]
    assert RencanaAksi.objects.get(sub_kegiatan=sub).bulan_3 == 50


def test_satu_baris_dikirim_bersama(operator, sub):
    kunci = f"sub-{sub.pk}"
    jawab = send(
        operator,
        AKSI,
        (kunci, "bulan_1", "25", "40"),
        (kunci, "bulan_3", "50", ""),
        (kunci, "bulan_7", "", "35"),
    )
    assert {status for status, _ in nasib(jawab)} == {"tersimpan"}
    assert (jawab["baris"][kunci]["tw_1"], jawab["baris"][kunci]["tw_3"]) == ("65", "35")
    (event,) = AuditEvent.objects.filter(action="ubah", model="kinerja.RencanaAksi")
    assert event.changes == {
        "bulan_1": ["25", "40"],
        "bulan_3": ["50", None],
        "bulan_7": [None, "35"],
    }


def test_uang_dijumlahkan_ke_atas(operator, sub):
    jawab = send(operator, AKSI, (f"sub-{sub.pk}", "pagu", "8.640.000", "Rp 9.640.000"))
    assert nasib(jawab) == [("tersimpan", "")]
    assert jawab["baris"][f"kegiatan-{sub.kegiatan_id}"]["pagu"] == "60.060.000"
    assert jawab["jumlah"]["pagu"] == "8.791.633.125*"
    assert (
        "negatif" in nasib(send(operator, AKSI, (f"sub-{sub.pk}", "pagu", "9.640.000", "-1")))[0][1]
    )
    tertutup = send(operator, AKSI, (f"kegiatan-{sub.kegiatan_id}", "pagu", "60.060.000", "1"))
    assert nasib(tertutup)[0][0] == "terkunci"


def test_penanggung_jawab_dan_aksi(operator, sub):
    kunci = f"sub-{sub.pk}"
    bidang = Kabupaten.objects.get(kode="15.02").dinas.bidang_set.get(nama="PEM-SD")
    asing = Kabupaten.objects.get(kode="16.07").dinas.bidang_set.first()
    lama = str(sub.penanggung_jawab_id)
    assert (
        nasib(send(operator, AKSI, (kunci, "penanggung_jawab", lama, str(bidang.pk))))[0][0]
        == "tersimpan"
    )
    assert (
        nasib(send(operator, AKSI, (kunci, "penanggung_jawab", str(bidang.pk), str(asing.pk))))[0][
            0
        ]
        == "gagal"
    )
    sub.refresh_from_db()
    assert sub.penanggung_jawab == bidang
    halaman = operator.get(f"{AKSI}&bidang={bidang.pk}")
    assert all(
        r.baris.obj.sub_kegiatan.penanggung_jawab == bidang
        for r in halaman.context["rows"]
        if r.baris.obj
    )


def test_baris_kabupaten_lain_tidak_terjangkau(operator):
    asing = SubKegiatan.objects.filter(
        kegiatan__program__perangkat_daerah__kabupaten__kode="16.07"
    ).first()
    assert nasib(send(operator, AKSI, (f"sub-{asing.pk}", "pagu", "", "1")))[0][0] == "gagal"


def test_jumlah_dan_kueri_tetap(operator):
    halaman = operator.get(AKSI)
    assert dict(halaman.context["totals"])["pagu"] == "8.790.633.125*"
    jumlah = dict(operator.get(EVALUASI).context["totals"])
    kolom = (jumlah["pagu"], jumlah["rp_1"], jumlah["persen_rp"])
    assert kolom == ("8.790.633.125*", "856.110.443", "9,74")
    for url, most in ((AKSI, 24), (EVALUASI, 30)):
        with CaptureQueriesContext(connection) as queries:
            operator.get(url)
        assert len(queries) <= most, (url, len(queries))


def test_evaluasi_k_dan_rp(operator, sub):
    kunci, kegiatan = f"sub-{sub.pk}", f"kegiatan-{sub.kegiatan_id}"
    jawab = send(
        operator,
        EVALUASI,
        (kunci, "rp_2", "", "1.000.000"),
        (kunci, "k_2", "", "1"),
        (kegiatan, "k_2", "", "25"),
    )
    assert {status for status, _ in nasib(jawab)} == {"tersimpan"}
    baris = jawab["baris"]
    assert (baris[kunci]["jumlah_rp"], baris[kunci]["persen_rp"], baris[kunci]["jumlah_k"]) == (
        "8.610.000",
        "99,65",
        "3",
    )
    assert baris[kegiatan]["rp_2"] == "1.000.000"
    assert PengukuranSub.objects.get(sub_kegiatan=sub, triwulan=2).keuangan == 1000000
    assert PengukuranKegiatan.objects.get(kegiatan=sub.kegiatan, triwulan=2).kinerja == 25
    assert nasib(send(operator, EVALUASI, (kegiatan, "rp_2", "1.000.000", "5")))[0][0] == "terkunci"
    negatif = nasib(send(operator, EVALUASI, (kunci, "rp_3", "", "-5")))[0]
    assert negatif[0] == "gagal"
    assert "Triwulan III" in negatif[1] or "negatif" in negatif[1]


def test_evaluasi_jauh_di_atas_target_dan_pagu(operator, sub):
    """Tersimpan, dan barisnya segera menyebut sel yang lazimnya salah ketik."""
    kunci = f"sub-{sub.pk}"
    besar = ((kunci, "k_3", "", "99.999.999.999.999"), (kunci, "rp_3", "", "999.999.999.999.999"))
    jawab = send(operator, EVALUASI, *besar)
    assert {status for status, _ in nasib(jawab)} == {"tersimpan"}
    pesan = jawab["pesan_baris"][kunci]
    assert "Triwulan III: K 99.999.999.999.999" in pesan
    assert "Triwulan III: Rp 999.999.999.999.999 melebihi pagu" in pesan
    kembali = (
        (kunci, "rp_4", "", "-900.000.000.000.000"),
        (kunci, "penjelasan_4", "", "Pengembalian"),
    )
    send(operator, EVALUASI, (kunci, "rp_3", "999.999.999.999.999", "5"))
    jawab = send(operator, f"{EVALUASI}&triwulan=4", *kembali)
    assert "setahunnya negatif" in jawab["pesan_baris"][kunci], jawab


@pytest.mark.parametrize(
    ("teks", "akhir"),
    [
        ("-7,610,000", "Maksud Anda -7.610.000? Uang negatif berarti pengembalian: tulis pula"),
        ("-7.610.000,50", "Tulis -7.610.001. Uang negatif berarti pengembalian: tulis pula"),
        ("9.999.999.999.999.999", "Angkanya terlalu panjang; paling banyak 15 angka."),
        ("7,610,000", "Maksud Anda 7.610.000?"),
        ("7.610.000,50", "di sini ditulis bilangan bulat. Tulis 7.610.001."),
    ],
)
def test_usul_uang_menyebut_yang_diperlukannya(operator, sub, teks, akhir):
    (satu,) = nasib(send(operator, EVALUASI, (f"sub-{sub.pk}", "rp_3", "", teks)))
    assert satu[0] == "gagal"
    assert akhir in satu[1]
    assert ("pengembalian" in satu[1]) == teks.startswith("-")


def test_triwulan_terpilih_membuka_penjelasan(operator, sub):
    halaman = operator.get(f"{EVALUASI}&triwulan=1")
    nama = {k.nama for k in halaman.context["columns"]}
    assert {"penjelasan_1", "pendorong_1", "penghambat_1", "tindak_lanjut_1"} <= nama
    assert "k_2" not in nama
    send(
        operator,
        f"{EVALUASI}&triwulan=1",
        (f"sub-{sub.pk}", "penjelasan_1", "", "Dokumen selesai lebih awal."),
    )
    assert (
        PengukuranSub.objects.get(sub_kegiatan=sub, triwulan=1).penjelasan
        == "Dokumen selesai lebih awal."
    )


def test_triwulan_tertutup_lalu_dibuka_sementara(operator, sub):
    kabupaten = Kabupaten.objects.get(kode="15.02")
    PeriodeIsian.objects.create(
        kabupaten=kabupaten,
        tahun=2024,
        triwulan=2,
        mulai=datetime.date(2024, 7, 1),
        sampai=datetime.date(2024, 7, 15),
    )
    ubah = (f"sub-{sub.pk}", "k_2", "", "1")
    ((status, pesan),) = nasib(send(operator, EVALUASI, ubah))
    assert status == "terkunci"
    assert pesan.startswith("Isian Triwulan II 2024 sudah ditutup 15 Juli 2024")
    assert nasib(send(operator, EVALUASI, (f"sub-{sub.pk}", "k_3", "", "1")))[0][0] == "tersimpan"
    open_lock(
        kabupaten=kabupaten, tahun=2024, lingkup="pengukuran-2", alasan="Koreksi data",
        sampai=timezone.now() + datetime.timedelta(hours=1),
        by=User.objects.get(username="kepala.dinas.merangin"),
    )  # fmt: skip
    assert nasib(send(operator, EVALUASI, ubah))[0][0] == "tersimpan"
