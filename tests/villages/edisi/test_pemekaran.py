"""Pemekaran, penggabungan, dan kode yang dipakai lagi: desa tetap dirinya."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core import door
from core.audit import Refused
from core.models import AuditEvent
from documents.models import Impor
from tests.villages.edisi.bahan import MEKAR, apply, mekarkan, muara, upload
from tests.villages.test_wilayah import ubah
from villages.actions import apply_daftar, record_riwayat
from villages.models import Desa, Kecamatan, RiwayatKecamatan, RiwayatWilayah
from villages.sources import kode_lama

pytestmark = pytest.mark.django_db


def test_yang_belum_diputuskan_menahan_semuanya(betung, client_for):
    client = client_for("admin")
    impor = upload(client, MEKAR)
    halaman = apply(client, impor, "2025-04-25", pilih={"16.07.22.2001": "sama:16.07.05.2002"})
    assert (
        "Belum diputuskan: 16.07.22.1002 Suka, 16.07.22.2003 Harapan." in halaman.content.decode()
    )
    assert '<option value="sama:16.07.05.2002" selected>' in halaman.content.decode()
    assert Desa.objects.count() == 5
    halaman = apply(
        client, impor, "2025-04-25", usul="1", pilih={"16.07.22.2003": "sama:16.07.99.2001"}
    )
    assert "tidak ada pada pilihannya" in halaman.content.decode()
    halaman = apply(client, impor, "", usul="1")
    assert halaman.context["setelan"].errors["sejak"]
    assert "belum tiba" in apply(client, impor, "2999-01-01").content.decode()
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
    assert not upload(client, MEKAR).ubahan


def test_desa_digabung_dan_yang_dibiarkan(betung, client_for):
    client = client_for("admin")
    isi = (
        "kode,nama\n16.07.05,Betung\n16.07.05.2001,Lubuk\n"
        "16.07.05.1005,Pasar\n16.07.05.2004,Tanjung\n"
    )
    impor = upload(client, isi)
    assert [(u["judul"], u["lama"]) for u in impor.ubahan] == [
        ("Tidak ada lagi", "Muara"), ("Tidak ada lagi", "Suka"),
    ]  # fmt: skip
    assert "Belum ada yang dipilih" in apply(client, impor, "2025-04-25").content.decode()
    apply(client, impor, "2025-04-25", pilih={"16.07.05.2002": "gabung:16.07.05.2001"})
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
    apply(client, upload(client, isi), "2025-04-25", usul="1", pilih={"16.07.22.2003": "baru"})
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
    impor = upload(client, f"kode,nama\n16.07.05,Betung\n{semua}16.07.05.2009,Zaitun\n")
    assert [(u["kunci"], u["pilih"]) for u in impor.ubahan] == [("16.07.05.2009", "baru")]
    apply(client, impor, "2025-04-25", pilih={"16.07.05.2009": "mekar:16.07.05.2001"})
    zaitun = Desa.objects.get(nama="Zaitun")
    assert (zaitun.asal.nama, zaitun.dasar_pembentukan) == ("Lubuk", "Kepmendagri 2025")
    with pytest.raises(Refused, match="baru ada sejak 25 April 2025"):
        record_riwayat(lama=zaitun, sejak=date(2024, 1, 1), dasar="", by="uji")


def ubahan(kode: str, nama: str, pilih: str) -> dict[str, str]:
    return {"kunci": kode, "aksi": "baru", "lama": "", "baru": nama, "titik": "", "pilih": pilih}


def test_keputusan_yang_berselisih_ditolak(betung, banyuasin):
    def pasang(*isi):
        apply_daftar(kabupaten=banyuasin, ubahan=isi, sejak=date(2025, 1, 1), by="uji", note="x")

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
    assert apply(client, upload(client, isi), "2025-04-25", usul="1").status_code == 302
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


def test_kode_dan_nama_berganti_ditawarkan_menurut_letaknya(betung, client_for):
    """Nama dan kodenya lain, tetapi yang lama hilang dan yang baru datang di tempatnya."""
    Desa.objects.filter(nama="Suka").update(lintang="-2.87", bujur="104.75")
    isi = (
        "kode,nama,lintang,bujur\n16.07.05,Betung,,\n16.07.05.2001,Lubuk,,\n"
        "16.07.05.2004,Tanjung,,\n16.07.05.1005,Pasar,,\n16.07.05.2009,Zaitun Raya,,\n"
        "16.07.05.2010,Cahaya Bumi,-2.88,104.76\n"
    )
    client = client_for("admin")
    impor = upload(client, isi)
    baru = {u["kunci"]: u for u in impor.ubahan if u["aksi"] == "baru"}
    pilihan = {kode: [nilai for nilai, _ in u["pilihan"]] for kode, u in baru.items()}
    assert pilihan["16.07.05.2010"][:3] == ["sama:16.07.05.2003", "sama:16.07.05.2002", "baru"]
    assert pilihan["16.07.05.2009"][:3] == ["sama:16.07.05.2002", "sama:16.07.05.2003", "baru"]
    assert [u["usul"] for u in baru.values()] == ["", ""]
    halaman = apply(client, impor, "2025-04-25", usul="1")
    assert "belum diputuskan" in halaman.content.decode().lower()
    pilih = {"16.07.05.2010": "sama:16.07.05.2003", "16.07.05.2009": "baru"}
    assert apply(client, impor, "2025-04-25", pilih=pilih).status_code == 302
    cahaya = Desa.objects.get(nama="Cahaya Bumi")
    assert (cahaya.kode, cahaya.riwayatwilayah_set.get().nama) == ("16.07.05.2010", "Suka")
