"""Desa tetap dirinya: dua edisi daftar kode, pemekaran dan penggabungan."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from core import door
from core.audit import Refused
from core.models import AuditEvent
from documents.models import Impor
from idm.reports import banyak_pindah
from kinerja.tahun.sources import baca_data, hasil
from tests import factories
from tests.villages.test_wilayah import geojson, muat, poligon, ubah
from villages.actions import catat_riwayat, jumlahkan, terapkan_daftar
from villages.impor import edisi
from villages.models import (
    AnggotaKerjaSama,
    BatasDesa,
    Desa,
    Kecamatan,
    KerjaSama,
    RekapLembaga,
    RincianLembaga,
    RiwayatKecamatan,
    RiwayatWilayah,
)
from villages.reports.kerja_sama import angka
from villages.reports.lembaga import kelembagaan, kelengkapan
from villages.sources import keadaan, kode_lama

pytestmark = pytest.mark.django_db
SINI = Path(__file__).parent
EDISI_2022 = SINI / "wilayah_demo_2022.csv"
EDISI_2025 = SINI / "wilayah_demo_2025.csv"


def tertulis(berkas: Path, kode: str) -> dict[str, str]:
    """Kode → nama wilayah satu kabupaten pada satu edisi."""
    with berkas.open() as isi:
        return {b["kode"]: b["nama"] for b in csv.DictReader(isi) if b["kode"].startswith(kode)}


def unggah(client: Client, isi: bytes | str) -> Impor:
    data = isi.encode() if isinstance(isi, str) else isi
    page = client.post("/wilayah/desa/impor/", {"berkas": SimpleUploadedFile("daftar.csv", data)})
    assert page.status_code == 302, page.context["form"].errors
    return Impor.objects.latest("pk")


def terapkan(client: Client, impor: Impor, sejak: str, **isian: str):
    pilih = {f"pilih-{kode}": nilai for kode, nilai in isian.pop("pilih", {}).items()}
    kiriman = {"sejak": sejak, "dasar": f"Kepmendagri {sejak[:4]}"} | isian | pilih
    return client.post(impor.get_absolute_url(), kiriman)


@pytest.fixture(params=["16.07", "15.02"])
def kantor(request, banyuasin, merangin):
    """Admin kabupaten demo yang belum punya satu wilayah pun."""
    kabupaten = {"16.07": banyuasin, "15.02": merangin}[request.param]
    client = Client()
    client.force_login(factories.make_user(Role.ADMIN, kabupaten, username="pengelola"))
    return kabupaten, client


def muat_kedua_edisi(client: Client) -> Impor:
    impor = unggah(client, EDISI_2022.read_bytes())
    assert {u["aksi"] for u in impor.ubahan} == {edisi.BARU}
    assert terapkan(client, impor, "2022-02-14").status_code == 302
    impor = unggah(client, EDISI_2025.read_bytes())
    assert terapkan(client, impor, "2025-04-25", ganti="1").status_code == 302
    return impor


HARAPAN = {
    "16.07": (54, 2, 8),
    "15.02": (5, 1, 0),
}  # desa dan kecamatan berganti nama, wilayah baru


def test_dua_edisi_berturut_turut_tanpa_hilang_dan_tanpa_kembar(kantor):
    kabupaten, client = kantor
    lama, kini = tertulis(EDISI_2022, kabupaten.kode), tertulis(EDISI_2025, kabupaten.kode)
    impor = muat_kedua_edisi(client)
    desa_berganti, kecamatan_berganti, baru = HARAPAN[kabupaten.kode]
    ganti = {
        u["kunci"]: (u["lama"], u["baru"]) for u in impor.ubahan if u["aksi"] in {"nama", "ejaan"}
    }
    beda = {kode: (lama[kode], kini[kode]) for kode in lama if lama[kode] != kini[kode]}
    # baris kabupatennya sendiri juga beda tulisan: “KAB. …” dan “Kabupaten …”
    assert ganti == {kode: isi for kode, isi in beda.items() if kode != kabupaten.kode}
    assert len(beda) == desa_berganti + kecamatan_berganti + 1
    ditambah = {u["kunci"]: u["baru"] for u in impor.ubahan if u["aksi"] == "baru"}
    assert ditambah == {kode: kini[kode] for kode in kini.keys() - lama.keys()}
    assert len(ditambah) == baru
    tercatat = dict(Desa.objects.values_list("kode", "nama")) | dict(
        Kecamatan.objects.values_list("kode", "nama")
    )
    assert tercatat == {kode: nama for kode, nama in kini.items() if kode != kabupaten.kode}
    assert not Desa.objects.exclude(sampai=None).exists()
    assert RiwayatWilayah.objects.count() == desa_berganti
    assert RiwayatKecamatan.objects.count() == kecamatan_berganti
    lagi = unggah(client, EDISI_2025.read_bytes())
    assert (lagi.ubahan, lagi.banyak_sama) == ([], len(kini) - 1)


def test_keadaan_tiap_tahun_menurut_edisinya(kantor):
    kabupaten, client = kantor
    muat_kedua_edisi(client)
    for berkas, tahun in ((EDISI_2022, 2024), (EDISI_2025, 2025)):
        isi = {k: v for k, v in tertulis(berkas, kabupaten.kode).items() if len(k) > 5}
        desa = dict(Desa.objects.on(tahun).values_list("kode_saat", "nama_saat"))
        kecamatan = dict(Kecamatan.objects.on(tahun).values_list("kode_saat", "nama_saat"))
        assert desa | kecamatan == isi


def test_satu_kejadian_tiap_wilayah(kantor):
    _, client = kantor
    impor = muat_kedua_edisi(client)
    catatan = AuditEvent.objects.filter(
        note__contains=impor.sha256[:12], model__startswith="villages."
    )
    berubah = {u["kunci"] for u in impor.ubahan}
    assert (
        catatan.count()
        == catatan.order_by().values("model", "object_id").distinct().count()
        == len(berubah)
    )


@pytest.fixture
def betung(banyuasin):
    """Satu kecamatan berdesa empat, dengan kerja sama dan IDM dua tahun."""
    kecamatan = factories.make_kecamatan(banyuasin, kode="16.07.05", nama="Betung")
    for nomor, nama in enumerate(("Lubuk", "Muara", "Suka", "Tanjung"), start=1):
        factories.make_desa(kecamatan, kode=f"16.07.05.200{nomor}", nama=nama)
    factories.make_desa(kecamatan, kode="16.07.05.1005", nama="Pasar", jenis="kelurahan")
    return kecamatan


MEKAR = """kode,nama
16.07.05,Betung
16.07.05.2001,Lubuk
16.07.05.2004,Tanjung
16.07.05.1005,Pasar
16.07.22,Betung Selatan
16.07.22.2001,Muara
16.07.22.1002,Suka
16.07.22.2003,Harapan
"""


def muara() -> Desa:
    return Desa.objects.get(nama="Muara")


def mekarkan(client: Client) -> None:
    """Kecamatan mekar: Muara dan Suka pindah kode, Suka jadi kelurahan, Harapan pecah."""
    impor = unggah(client, MEKAR)
    assert [u["usul"] for u in impor.ubahan if u.get("wajib")] == [
        "sama:16.07.05.2003", "sama:16.07.05.2002", "",
    ]  # fmt: skip
    page = terapkan(client, impor, "2025-04-25", usul="1", pilih={"16.07.22.2003": "baru"})
    assert page.status_code == 302, list(map(str, page.context["messages"]))


def test_yang_belum_diputuskan_menahan_semuanya(betung, client_for):
    client = client_for("admin")
    impor = unggah(client, MEKAR)
    page = terapkan(client, impor, "2025-04-25", pilih={"16.07.22.2001": "sama:16.07.05.2002"})
    assert "Belum diputuskan: 16.07.22.1002 Suka, 16.07.22.2003 Harapan." in page.content.decode()
    assert '<option value="sama:16.07.05.2002" selected>' in page.content.decode()
    assert Desa.objects.count() == 5
    page = terapkan(
        client, impor, "2025-04-25", usul="1", pilih={"16.07.22.2003": "sama:16.07.99.2001"}
    )
    assert "tidak ada pada pilihannya" in page.content.decode()
    page = terapkan(client, impor, "", usul="1")
    assert page.context["setelan"].errors["sejak"]
    assert "belum tiba" in terapkan(client, impor, "2999-01-01").content.decode()
    assert Kecamatan.objects.count() == 1


def test_kecamatan_mekar_desanya_tetap(betung, client_for):
    client = client_for("admin")
    nomor = {d.nama: d.pk for d in Desa.objects.all()}
    mekarkan(client)
    assert {d.nama: d.pk for d in Desa.objects.exclude(nama="Harapan")} == nomor
    suka = Desa.objects.get(nama="Suka")
    assert (suka.kode, suka.jenis, suka.kecamatan.nama) == (
        "16.07.22.1002",
        "kelurahan",
        "Betung Selatan",
    )
    lama = suka.keadaan_pada(date(2025, 4, 24))
    assert (lama.kode, lama.jenis, lama.kecamatan) == ("16.07.05.2003", "desa", betung)
    kejadian = AuditEvent.objects.get(note__contains="Semula 16.07.05.2003.")
    assert kejadian.changes["kode"] == ["16.07.05.2003", "16.07.22.1002"]
    impor = Impor.objects.latest("pk")
    assert impor.keputusan["16.07.22.2001"] == "Sama dengan Muara (16.07.05.2002)"
    assert impor.keputusan["16.07.05.2002"] == "Menjadi 16.07.22.2001"
    assert "Sama dengan Muara" in client.get(impor.get_absolute_url()).content.decode()
    assert not unggah(client, MEKAR).ubahan


def test_hitungan_tahun_lalu_memakai_keadaan_tahun_itu(betung, client_for, banyuasin):
    mekarkan(client_for("admin"))
    banyak = {k["kecamatan"].nama: k["desa"] for k in kelengkapan(banyuasin, 2024)}
    assert banyak == {"Betung": 5}
    assert {k["kecamatan"].nama: k["desa"] for k in kelengkapan(banyuasin, 2025)} == {
        "Betung": 3, "Betung Selatan": 3,
    }  # fmt: skip
    assert [b.kecamatan for b in kelembagaan(banyuasin, 2024).baris] == ["BETUNG"]
    dulu = keadaan(banyuasin, 2024)[muara().pk]
    assert (dulu.kode, dulu.kecamatan) == ("16.07.05.2002", "Betung")
    for desa in Desa.objects.on(2024):
        RincianLembaga.objects.create(desa=desa, tahun=2024, posyandu=1)
    rekap = jumlahkan(kecamatan=betung, tahun=2024, by="uji")
    assert isinstance(rekap, RekapLembaga)
    assert (rekap.jumlah_desa, rekap.jumlah_kelurahan, rekap.posyandu) == (4, 1, 5)


def deret(kabupaten):
    """Kerja sama 2025 terhadap 2024, perpindahan status, dan IKK 6 serta 7."""
    kini = angka(kabupaten, 2025)
    data = baca_data(kabupaten, (2024, 2025))
    ikk = [
        hasil(f"idm.{nama}", data, 2025)
        for nama in ("pengentasan_tertinggal", "peningkatan_mandiri")
    ]
    return (kini.kini, list(kini.datang), list(kini.pergi), banyak_pindah(kabupaten, 2025), *ikk)


def test_anggota_kerja_sama_dan_idm_mengikuti_desanya(betung, client_for, banyuasin):
    kerja_sama = KerjaSama.objects.create(kabupaten=banyuasin, kecamatan=betung, jenis="kawasan")
    for tahun, status in ((2024, "TERTINGGAL"), (2025, "BERKEMBANG")):
        AnggotaKerjaSama.objects.create(
            kerja_sama=kerja_sama, tahun=tahun, desa=muara(), nama_tercetak="MUARA"
        )
        factories.make_idm(muara(), tahun, status=status)
    for tahun, status in ((2024, "BERKEMBANG"), (2025, "MANDIRI")):
        factories.make_idm(Desa.objects.get(nama="Suka"), tahun, status=status)
    sebelum = deret(banyuasin)
    mekarkan(client_for("admin"))
    assert deret(banyuasin) == sebelum
    kini, datang, pergi, pindah, ikk_6, ikk_7 = sebelum
    assert (kini.desa, datang, pergi) == (1, [], [])
    assert pindah == {("TERTINGGAL", "BERKEMBANG"): 1, ("BERKEMBANG", "MANDIRI"): 1}
    assert (ikk_6.nilai, ikk_7.nilai) == (100, 100)


def test_kode_lama_diterima_lembar(betung, client_for, banyuasin):
    mekarkan(client_for("admin"))
    assert kode_lama(banyuasin) == {
        "16.07.05.2002": "16.07.22.2001",
        "16.07.05.2003": "16.07.22.1002",
    }
    isi = "Kode baris;Posyandu\n16.07.05.2002;4\n"
    berkas = SimpleUploadedFile("rincian.csv", isi.encode())
    client_for("operator").post(
        f"{reverse('villages:rincianlembaga_grid_impor')}?tahun=2025", {"berkas": berkas}
    )
    impor = Impor.objects.latest("pk")
    assert not impor.kesalahan
    assert [u["kunci"] for u in impor.ubahan] == [str(muara().pk)]
    assert impor.catatan[0]["pesan"] == "Kode lama; dibaca sebagai 16.07.22.2001 Muara."


def test_batas_berkode_lama_menjadi_batas_desanya(betung, client_for):
    client = client_for("admin")
    mekarkan(client)
    assert muat(client, geojson(poligon("1607052002"))).status_code == 302
    assert BatasDesa.objects.get().desa == muara()


def test_desa_digabung_dan_yang_dibiarkan(betung, client_for):
    client = client_for("admin")
    isi = (
        "kode,nama\n16.07.05,Betung\n16.07.05.2001,Lubuk\n"
        "16.07.05.1005,Pasar\n16.07.05.2004,Tanjung\n"
    )
    impor = unggah(client, isi)
    assert [(u["judul"], u["lama"]) for u in impor.ubahan] == [
        ("Tidak ada lagi", "Muara"), ("Tidak ada lagi", "Suka"),
    ]  # fmt: skip
    assert "Belum ada yang dipilih" in terapkan(client, impor, "2025-04-25").content.decode()
    terapkan(client, impor, "2025-04-25", pilih={"16.07.05.2002": "gabung:16.07.05.2001"})
    gabung = Desa.objects.get(kode="16.07.05.2002")
    assert (gabung.penerus.nama, gabung.sampai) == ("Lubuk", date(2025, 4, 25))
    assert Desa.objects.get(nama="Suka").sampai is None
    assert set(Desa.objects.on(2025).values_list("nama", flat=True)) == {
        "Lubuk",
        "Suka",
        "Tanjung",
        "Pasar",
    }
    assert Desa.objects.on(2024).count() == 5
    catatan = AuditEvent.objects.get(model="documents.Impor", action="ubah").note
    assert "1 dibiarkan tanpa keputusan." in catatan


def test_kode_yang_dipakai_lagi_menjadi_desa_lain(betung, client_for):
    """Muara pindah kecamatan dan kodenya diberikan kepada desa pecahan Lubuk."""
    client = client_for("admin")
    pk = muara().pk
    isi = MEKAR.replace("16.07.05.2004,Tanjung", "16.07.05.2002,Ilir\n16.07.05.2004,Tanjung")
    terapkan(client, unggah(client, isi), "2025-04-25", usul="1", pilih={"16.07.22.2003": "baru"})
    assert Desa.objects.get(kode="16.07.22.2001").pk == pk
    ilir = Desa.objects.get(kode="16.07.05.2002")
    assert (ilir.nama, ilir.dibentuk) == ("Ilir", date(2025, 4, 25))
    assert Desa.objects.berkode("16.07.05.2002", 2024).pk == pk
    assert Desa.objects.berkode("16.07.05.2002", 2025) == ilir
    assert Desa.objects.berkode("16.07.22.2001", 2024).kode_saat == "16.07.05.2002"
    assert Desa.objects.berkode("16.07.99.2001", 2024) is None


def test_pemekaran_menyebut_asalnya(betung, client_for):
    client = client_for("admin")
    semua = "".join(f"{d.kode},{d.nama}\n" for d in Desa.objects.all())
    impor = unggah(client, f"kode,nama\n16.07.05,Betung\n{semua}16.07.05.2009,Zaitun\n")
    assert [(u["kunci"], u["pilih"]) for u in impor.ubahan] == [("16.07.05.2009", "baru")]
    terapkan(client, impor, "2025-04-25", pilih={"16.07.05.2009": "mekar:16.07.05.2001"})
    zaitun = Desa.objects.get(nama="Zaitun")
    assert (zaitun.asal.nama, zaitun.dasar_pembentukan) == ("Lubuk", "Kepmendagri 2025")
    with pytest.raises(Refused, match="baru ada sejak 25 April 2025"):
        catat_riwayat(lama=zaitun, sejak=date(2024, 1, 1), dasar="", by="uji")


def ubahan(kode: str, nama: str, pilih: str) -> dict[str, str]:
    return {"kunci": kode, "aksi": "baru", "lama": "", "baru": nama, "titik": "", "pilih": pilih}


def test_keputusan_yang_berselisih_ditolak(betung, banyuasin):
    def pasang(*isi):
        terapkan_daftar(kabupaten=banyuasin, ubahan=isi, sejak=date(2025, 1, 1), by="uji", note="x")

    with pytest.raises(Refused, match="dipilih untuk dua kode baru"):
        pasang(
            ubahan("16.07.05.2008", "A", "sama:16.07.05.2001"),
            ubahan("16.07.05.2009", "B", "sama:16.07.05.2001"),
        )
    with pytest.raises(Refused, match="saling bertukar"):
        pasang(
            ubahan("16.07.05.2001", "Muara", "sama:16.07.05.2002"),
            ubahan("16.07.05.2002", "Lubuk", "sama:16.07.05.2001"),
        )
    assert not RiwayatWilayah.objects.exists()
    pasang(
        ubahan("16.07.05.2002", "Lubuk", "sama:16.07.05.2001"),
        ubahan("16.07.05.2009", "Muara", "sama:16.07.05.2002"),
    )
    assert dict(Desa.objects.filter(nama__in=["Lubuk", "Muara"]).values_list("nama", "kode")) == {
        "Lubuk": "16.07.05.2002", "Muara": "16.07.05.2009",
    }  # fmt: skip


def test_kecamatan_berganti_kode_bersama_desanya(betung, client_for):
    client = client_for("admin")
    isi = "kode,nama\n16.07.25,Betung\n" + "".join(
        f"{d.kode.replace('16.07.05', '16.07.25')},{d.nama}\n" for d in Desa.objects.all()
    )
    assert terapkan(client, unggah(client, isi), "2025-04-25", usul="1").status_code == 302
    assert (Kecamatan.objects.get().pk, Kecamatan.objects.get().kode) == (betung.pk, "16.07.25")
    assert set(Desa.objects.values_list("kecamatan", flat=True)) == {betung.pk}
    assert Desa.objects.count() == 5
    assert kode_lama(betung.kabupaten)["16.07.05"] == "16.07.25"


def test_satu_kode_milik_satu_desa_pada_satu_waktu(betung, client_for):
    mekarkan(client_for("admin"))
    baru = Desa(kecamatan=betung, kode="16.07.05.2002", nama="Kembar", jenis="desa")
    with pytest.raises(ValidationError, match=r"dipakai Muara sampai 25 April 2025"):
        door.save(baru, by="uji")
    baru.dibentuk = date(2025, 4, 25)
    door.save(baru, by="uji")
    tumpang = RiwayatWilayah(
        desa=Desa.objects.get(nama="Lubuk"), kode="16.07.22.2001", nama="X", jenis="desa",
        kecamatan=betung, sampai=date(2025, 5, 1),
    )  # fmt: skip
    with pytest.raises(ValidationError, match=r"dipakai Muara kini"):
        door.save(tumpang, by="uji")


def test_nama_kecamatan_lama_dari_halaman_ubah(betung, client_for):
    client = client_for("admin")
    isian = {"nama": "Betung Raya", "sejak": "2024-06-01", "dasar": "Perda 1/2024"}
    assert ubah(client, betung, **isian).status_code == 302
    assert RiwayatKecamatan.objects.get().nama == "Betung"
    assert Kecamatan.objects.on(2023).get().nama_saat == "Betung"
    assert "Perda 1/2024" in client.get(betung.get_absolute_url()).content.decode()
