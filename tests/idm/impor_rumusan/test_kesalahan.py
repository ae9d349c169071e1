"""Jawaban rumusan yang ditolak: salah, terkunci, basi, atau arsipnya tidak wajar."""

import json
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Kabupaten, User
from core.audit import Refused
from documents.actions.impor import apply
from documents.models import Kunci
from documents.pembaca import LembarRefused, Tabel
from idm.actions.rumusan import PenerimaRumusan
from idm.impor import rumusan as berkas_rumusan
from idm.impor.rumusan import urai
from idm.models import IdmDesa, Instrumen, TerbitanIdm
from idm.scoring import Status
from tests.factories import make_penetapan
from tests.idm.impor_rumusan.bahan import contoh_skor, desa_ke, impor, pesan, upload, write, zip_isi
from villages.kode import tanpa_titik
from villages.models import Desa

pytestmark = pytest.mark.django_db


def berubah(benar: bytes, *tempat: str | int, isi: int) -> bytes:
    """Jawaban itu dengan satu nilai di bawah `mapData` yang diganti."""
    jawaban = json.loads(benar)
    bagian = jawaban["mapData"]
    for nama in tempat[:-1]:
        bagian = bagian[nama]
    bagian[tempat[-1]] = isi
    return json.dumps(jawaban).encode()


def arsip_salah(benar: bytes, kode: str, lurah: str) -> bytes:
    """Empat belas berkas: yang pertama benar, yang lain masing-masing satu kesalahan."""
    isi = [
        benar, benar, b"{", b'{"status":400,"message":"x"}',
        benar.replace(kode.encode(), b"1502012001"), benar.replace(kode.encode(), lurah.encode()),
        berubah(benar, "ROW", 1, "SKOR", isi=2), berubah(benar, "SUMMARIES", "TAHUN", isi=2025),
        benar, b"\xff\xfe", b"[" * 100_000, b"[NaN]", b" " * 300_000,
        b'{"a":1e99999999999999999999}',
    ]  # fmt: skip
    nama = [f"{n:02d}.{'txt' if n == 9 else 'json'}" for n in range(1, len(isi) + 1)]
    return zip_isi(dict(zip(nama, isi, strict=True)), zipfile.ZIP_STORED)


def test_semua_kesalahan_sekaligus(client: Client) -> None:
    """Bukan JSON, galat resmi, kode asing, kelurahan, kembar, di luar rubrik, tahun tanpa skor."""
    desa = desa_ke()
    kelurahan = Desa.objects.filter(jenis="kelurahan", kecamatan__kabupaten__kode="16.07").first()
    lurah = tanpa_titik(kelurahan.kode)
    isi = arsip_salah(write(desa, 2022, contoh_skor()), tanpa_titik(desa.kode), lurah)
    assert upload(client, ("semua.zip", isi)).status_code == 302
    assert impor().status == "ditolak"
    assert pesan() == [
        f"02.json: {desa} 2022 sudah ada pada 01.json.",
        "03.json: Bukan JSON yang dapat dibaca.",
        "04.json: Bukan jawaban rumusan IDM: “x”.",
        "05.json: Kode 1502012001 bukan desa di Kabupaten Banyuasin.",
        f"06.json: Kode {lurah} bukan desa di Kabupaten Banyuasin.",
        "07.json: ROW 2 “Skor Dokter”: skor 2 tidak ada pada rubrik; yang ada 0, 5.",
        "08.json: Tidak ada instrumen skor untuk tahun 2025.",
        "09.txt: Bukan berkas .json.",
        "10.json: Bukan JSON yang dapat dibaca.",
        "11.json: Bukan JSON yang dapat dibaca.",
        "12.json: Bukan JSON yang dapat dibaca.",
        "13.json: Lebih dari 256 kB; satu jawaban rumusan jauh lebih kecil.",
        "14.json: Bukan JSON yang dapat dibaca.",
    ]
    assert client.get(impor().get_absolute_url()).status_code == 200
    lembar = client.get(reverse("documents:impor_errors", args=[impor().pk]))
    assert lembar.content.startswith(b"PK")
    client.post(impor().get_absolute_url())
    assert not IdmDesa.objects.filter(tahun=2022).exists()


def test_terkunci(client: Client, kabupaten: Kabupaten, operator: User) -> None:
    """Tahun yang ditetapkan ditolak saat diperiksa, juga bila dikunci sesudah diperiksa."""
    upload(client, ("a.json", write(desa_ke(), 2022, contoh_skor())))
    siap = impor()
    penetapan = make_penetapan(kabupaten, 2022)
    Kunci.objects.create(
        kabupaten=kabupaten, tahun=2022, lingkup="idm", pengesahan=penetapan.pengesahan
    )
    with pytest.raises(Refused, match="terkunci oleh Penetapan IDM"):
        apply(impor=siap, penerima=PenerimaRumusan(operator, 2024), by=operator)
    upload(client, ("a.json", write(desa_ke(), 2022, contoh_skor())))
    assert [p.split(" terkunci")[0] for p in pesan()] == ["2022: Indeks Desa tahun 2022"]


def test_berubah_sejak_diperiksa(client: Client, operator: User) -> None:
    desa, skor = desa_ke(), contoh_skor()
    upload(client, ("a.json", write(desa, 2022, skor)))
    contoh = IdmDesa.objects.get(desa=desa, tahun=2024)
    contoh.pk, contoh.tahun, contoh._state.adding = None, 2022, True
    contoh.save()
    with pytest.raises(Refused, match="sudah diubah sejak diperiksa"):
        apply(impor=impor(), penerima=PenerimaRumusan(operator, 2024), by=operator)
    assert impor().status == "siap"
    assert not TerbitanIdm.objects.filter(desa=desa).exists()


def test_tabel_lain_diabaikan(operator: User) -> None:
    assert PenerimaRumusan(operator, 2024).check([Tabel("x", [])]).banyak_baris == 0


class TestZip:
    """Arsip yang tidak wajar ditolak dengan alasan, cepat, dan tanpa mengurai seluruhnya."""

    def tolak(self, data: bytes, kata: str) -> None:
        with pytest.raises(LembarRefused, match=kata):
            urai("x.zip", data)

    @pytest.mark.parametrize("nama", ["../a.json", "/a.json", "a/../b.json", "C:a.json"])
    def test_nama(self, nama: str) -> None:
        self.tolak(zip_isi({nama: b"{}"}), "tidak wajar")

    def test_terlalu_banyak(self) -> None:
        self.tolak(
            zip_isi({f"{n}.json": b"{}" for n in range(berkas_rumusan.ENTRI + 1)}),
            "paling banyak 2000",
        )

    def test_mengembang(self) -> None:
        self.tolak(zip_isi({"a.json": b" " * 50_000_000}), "mengembang terlalu besar")

    def test_jumlahnya_terlalu_besar(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(berkas_rumusan, "TERURAI", 1500)
        self.tolak(
            zip_isi({f"{n}.json": b"x" * 1000 for n in range(2)}, zipfile.ZIP_STORED), "mengembang"
        )

    def test_rusak(self) -> None:
        data = zip_isi({"a.json": b"{}" * 500})
        self.tolak(data[:40], "rusak")
        self.tolak(data[:35] + b"\x00\x00\x00\x00" + data[39:], "rusak")

    def test_bersandi(self) -> None:
        data = bytearray(zip_isi({"a.json": b"{}"}))
        pusat = data.index(b"PK\x01\x02")
        data[6] |= 1
        data[pusat + 8] |= 1
        self.tolak(bytes(data), "bersandi")

    def test_kosong_dan_sisa_sistem(self) -> None:
        self.tolak(zip_isi({}), "tidak berisi berkas .json")
        sisa = {"__MACOSX/._a.json": b"x", ".DS_Store": b"x", "map/": b""}
        self.tolak(zip_isi(sisa), "tidak berisi berkas .json")
        (tabel,) = urai("x.zip", zip_isi({**sisa, "map/a.json": b"{}"}))
        assert [b[0].isi for b in tabel.baris] == ["map/a.json"]

    def test_dari_halaman(self, client: Client) -> None:
        halaman = upload(client, ("x.zip", zip_isi({"../a.json": b"{}"})))
        assert "tidak wajar" in halaman.content.decode()


def test_unggahan_kosong_kembar_dan_terlalu_besar(client: Client) -> None:
    assert "Pilih berkasnya dulu." in upload(client).content.decode()
    besar = b" " * (6 * 1024 * 1024)
    assert (
        "Kirim sebagai zip" in upload(client, ("a.json", besar), ("b.json", besar)).content.decode()
    )
    upload(client, ("a.json", b"{}"), ("a.json", b"[]"))
    assert [p.split(":")[0] for p in pesan()] == ["1-a.json", "2-a.json"]


def test_status_dari_ambang_instrumennya(client: Client) -> None:
    """Ambang milik instrumen, bukan tetapan kode: status menurut ambang lain ditolak."""
    instrumen = Instrumen.objects.get(kode="idm-2019")
    tulisan = write(desa_ke(), 2022, "5" * 50)
    instrumen.ambangstatus_set.filter(status=Status.MANDIRI).delete()
    upload(client, ("a.json", tulisan))
    assert any("STATUS tertulis “MANDIRI”, skornya menghasilkan “MAJU”" in p for p in pesan())
