"""Impor jawaban rumusan: baru, sama, berbeda, salah; tidak pernah menimpa diam-diam."""

import json
import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import Kabupaten, User
from core.audit import Refused
from core.models import AuditEvent
from documents.actions.impor import apply
from documents.models import Impor, Kunci
from documents.pembaca import LembarRefused
from idm.actions.isian import verifikasi
from idm.actions.rumusan import PenerimaRumusan
from idm.impor import rumusan as berkas_rumusan
from idm.impor.rumusan import urai
from idm.models import IdmDesa, Instrumen, IsianIdm, TerbitanIdm
from idm.reports.rumusan import Tetap, jawaban
from idm.rumusan import HasilRumusan
from idm.scoring import AMBANG, Status, sidik, status
from idm.sources import butir, instrumen_skor
from tests.factories import make_penetapan
from villages.models import Desa

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(kabupaten: Kabupaten) -> User:
    return User.objects.get(username="operator")


@pytest.fixture
def client(operator: User) -> Client:
    client = Client()
    client.force_login(operator)
    return client


def desa_ke(n: int = 0) -> Desa:
    return Desa.objects.desa().filter(kecamatan__kabupaten__kode="16.07").order_by("kode")[n]


def tulis(desa: Desa, tahun: int, skor: str) -> bytes:
    """Jawaban resmi desa itu dengan deret skor tertentu."""
    instrumen = Instrumen.objects.get(kode="idm-2019")
    angka = dict.fromkeys(("IKS", "IKE", "IKL"), Decimal(0))
    idm = hitung(skor)[3]
    return jawaban(
        Tetap(desa, instrumen, skor, HasilRumusan(tahun, angka, idm, status(idm, AMBANG)))
    ).encode()


def hitung(skor: str) -> list[Decimal]:
    """IKS, IKE, IKL, IDM empat desimal dari deret 50 skor, dengan pecahan bulat."""
    bagian = [(sum(map(int, skor[a:b])), (b - a) * 5) for a, b in ((0, 35), (35, 47), (47, 50))]
    tiap = [Decimal(atas) / bawah for atas, bawah in bagian]
    return [round(x + Decimal("1e-12"), 4) for x in (*tiap, sum(tiap) / 3)]


def contoh_skor(n: int = 0) -> str:
    return IdmDesa.objects.get(desa=desa_ke(n), tahun=2024).skor


def zip_isi(isi: dict[str, bytes], cara: int = zipfile.ZIP_DEFLATED) -> bytes:
    wadah = BytesIO()
    with zipfile.ZipFile(wadah, "w", cara) as arsip:
        for nama, data in isi.items():
            arsip.writestr(nama, data)
    return wadah.getvalue()


def unggah(client: Client, *berkas: tuple[str, bytes]) -> Any:
    isi = [SimpleUploadedFile(nama, data) for nama, data in berkas]
    return client.post(reverse("idm:rumusan_impor"), {"berkas": isi})


def impor() -> Impor:
    return Impor.objects.latest("pk")


def pesan() -> list[str]:
    return [f"{k['isi']}: {k['pesan']}" for k in impor().kesalahan]


def test_satu_berkas_baru_lalu_sama(client: Client) -> None:
    desa, skor = desa_ke(), contoh_skor()
    page = client.get(reverse("idm:rumusan_impor")).content.decode()
    assert 'accept=".json,.zip"' in page
    assert "multiple" in page
    unggah(client, ("a.json", tulis(desa, 2022, skor)))
    assert (len(impor().biasa), impor().berbeda, impor().kesalahan, impor().banyak_baris) == (
        2,
        [],
        [],
        1,
    )
    page = client.get(impor().get_absolute_url()).content.decode()
    assert f"{desa} ({desa.kode})" in page
    assert "Draf skor 2022" in page
    assert "Terbitan 2022" in page
    assert not IdmDesa.objects.filter(tahun=2022).exists()
    assert client.post(impor().get_absolute_url()).status_code == 302
    row, terbitan = (
        IdmDesa.objects.get(desa=desa, tahun=2022),
        TerbitanIdm.objects.get(desa=desa, tahun=2022),
    )
    assert (row.skor, row.sumber, row.sidik) == ("", "terbitan", "")
    assert row.asal == terbitan.sumber
    assert row.berlaku_at is not None
    draf = IsianIdm.objects.get(desa=desa, tahun=2022)
    assert (draf.skor, draf.status) == (skor, "isian")
    assert [row.iks, row.ike, row.ikl, row.idm] == hitung(skor)
    assert [terbitan.iks, terbitan.ike, terbitan.ikl, terbitan.idm] == hitung(skor)
    assert row.status == terbitan.status == status(row.idm)
    assert terbitan.sumber.startswith("Impor a.json, sha256 ")
    tercatat = AuditEvent.objects.filter(action="tambah", note__startswith="Impor a.json, sha256 ")
    assert sorted(tercatat.values_list("model", flat=True)) == [
        "idm.IdmDesa",
        "idm.IsianIdm",
        "idm.TerbitanIdm",
    ]
    unggah(client, ("b.json", tulis(desa, 2022, skor)))
    assert (impor().ubahan, impor().banyak_sama) == ([], 2)
    assert (
        "tidak ada yang perlu diterapkan" in client.get(impor().get_absolute_url()).content.decode()
    )


def test_berbeda_tidak_ditimpa_kecuali_diminta(client: Client) -> None:
    """Skor yang lain ditunjukkan satu-satu; tanpa tanda, yang tercatat tetap."""
    desa, lama = desa_ke(), contoh_skor()
    baru = next(
        lama[:k] + str(s) + lama[k + 1 :]
        for k, b in enumerate(butir(instrumen_skor(2024)))
        for s in b.tersedia
        if str(s) != lama[k]
    )
    beda = next(k for k in range(50) if baru[k] != lama[k])
    unggah(
        client,
        ("beda.json", tulis(desa, 2024, baru)),
        ("lain.json", tulis(desa_ke(1), 2022, contoh_skor(1))),
    )
    assert (len(impor().berbeda), len(impor().biasa)) == (
        1,
        3,
    )  # terbitan 2024 dan kedua isian 2022 baru
    assert impor().nama == "2 berkas.zip"
    assert f"; skor {beda + 1}: {lama[beda]}→{baru[beda]}" in impor().berbeda[0]["baru"]
    page = client.get(impor().get_absolute_url()).content.decode()
    assert f"{desa} 2024; skor {beda + 1}: {lama[beda]}→{baru[beda]}." in page
    assert "Ganti yang berbeda (1 isian)" in page
    client.post(impor().get_absolute_url())
    assert IdmDesa.objects.get(desa=desa, tahun=2024).skor == lama
    assert IdmDesa.objects.filter(desa=desa_ke(1), tahun=2022).exists()
    unggah(client, ("beda.json", tulis(desa, 2024, baru)))
    client.post(impor().get_absolute_url(), {"ganti": "on"})
    assert IdmDesa.objects.get(desa=desa, tahun=2024).skor == lama
    draf = IsianIdm.objects.get(desa=desa, tahun=2024)
    assert draf.skor == baru
    verifikasi(isian=draf, by=User.objects.get(username="kepala.bidang"))
    row = IdmDesa.objects.get(desa=desa, tahun=2024)
    assert (row.skor, row.idm, row.sidik) == (baru, hitung(baru)[3], sidik("idm-2019", baru))
    ubah = AuditEvent.objects.filter(action="ubah", model="idm.IdmDesa").get()
    assert ubah.changes["skor"] == [lama, baru]


def test_melengkapi_indeks_terbitan(client: Client) -> None:
    """Yang tadinya hanya indeks mendapat skor; indeks yang lain perbedaan yang harus diminta."""
    desa, skor = desa_ke(), contoh_skor()
    iks, ike, ikl, idm = hitung(skor)
    row = IdmDesa.objects.get(desa=desa, tahun=2023)
    assert row.skor == ""
    IdmDesa.objects.filter(pk=row.pk).update(iks=iks, ike=ike, ikl=ikl, idm=idm, status=status(idm))
    unggah(client, ("a.json", tulis(desa, 2023, skor)))
    assert (len(impor().biasa), impor().berbeda) == (2, [])
    IdmDesa.objects.filter(pk=row.pk).update(iks="0.1", idm="0.2", status="TERTINGGAL")
    TerbitanIdm.objects.create(
        desa=desa,
        tahun=2023,
        iks=iks,
        ike="0.3",
        ikl=ikl,
        idm=idm,
        status=status(idm),
        sumber="buku",
    )
    unggah(client, ("a.json", tulis(desa, 2023, skor)))
    assert [u["judul"] for u in impor().berbeda] == ["Draf skor 2023", "Terbitan 2023"]
    assert "0,2000 Tertinggal" in impor().berbeda[0]["lama"]
    assert "IKE 0,3000" in impor().berbeda[1]["lama"]


def test_semua_kesalahan_sekaligus(client: Client) -> None:
    """Bukan JSON, galat resmi, kode asing, kelurahan, kembar, di luar rubrik, tahun tanpa skor."""
    desa, skor = desa_ke(), contoh_skor()
    benar = tulis(desa, 2022, skor)
    asing = benar.replace(desa.kode.replace(".", "").encode(), b"1502012001")
    kelurahan = Desa.objects.filter(jenis="kelurahan", kecamatan__kabupaten__kode="16.07").first()
    lurah = benar.replace(
        desa.kode.replace(".", "").encode(), kelurahan.kode.replace(".", "").encode()
    )
    isi = json.loads(benar)
    isi["mapData"]["ROW"][1]["SKOR"] = 2
    rubrik = json.dumps(isi).encode()
    isi = json.loads(benar)
    isi["mapData"]["SUMMARIES"]["TAHUN"] = 2025
    page = unggah(
        client,
        (
            "semua.zip",
            zip_isi(
                {
                    "01.json": benar, "02.json": benar, "03.json": b"{",
                    "04.json": b'{"status":400,"message":"x"}', "05.json": asing, "06.json": lurah,
                    "07.json": rubrik, "08.json": json.dumps(isi).encode(), "09.txt": benar,
                    "10.json": b"\xff\xfe", "11.json": b"[" * 100_000, "12.json": b"[NaN]",
                    "13.json": b" " * 300_000, "14.json": b'{"a":1e99999999999999999999}',
                },
                zipfile.ZIP_STORED,
            ),
        ),
    )  # fmt: skip
    assert page.status_code == 302
    assert impor().status == "ditolak"
    assert pesan() == [
        f"02.json: {desa} 2022 sudah ada pada 01.json.",
        "03.json: Bukan JSON yang dapat dibaca.",
        "04.json: Bukan jawaban rumusan IDM: “x”.",
        "05.json: Kode 1502012001 bukan desa di Kabupaten Banyuasin.",
        f"06.json: Kode {kelurahan.kode.replace('.', '')} bukan desa di Kabupaten Banyuasin.",
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


@pytest.mark.sekali("banyaknya yang berat; jawaban satu dan beberapa desa diuji pada keduanya")
def test_semua_desa_setahun_dalam_satu_zip(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    """288 jawaban 2024 disalin ke 2022: kueri tidak bertambah menurut banyak berkas."""
    rows = IdmDesa.objects.filter(tahun=2024).select_related(
        "desa__kecamatan__kabupaten", "instrumen"
    )
    isi = {f"{row.desa.kode}.json": tulis(row.desa, 2022, row.skor) for row in rows}
    with django_assert_max_num_queries(60):
        unggah(client, ("2022.zip", zip_isi(isi)))
    assert (len(impor().biasa), impor().kesalahan) == (576, [])
    client.post(impor().get_absolute_url())
    lalu = {r.desa_id: r for r in IdmDesa.objects.filter(tahun=2022)}
    assert len(lalu) == 288
    kolom = ("iks", "ike", "ikl", "idm", "status")
    draf = dict(IsianIdm.objects.filter(tahun=2022).values_list("desa", "skor"))
    assert draf == {row.desa_id: row.skor for row in rows}
    assert all(getattr(lalu[row.desa_id], k) == getattr(row, k) for row in rows for k in kolom)


def test_terkunci(client: Client, kabupaten: Kabupaten, operator: User) -> None:
    """Tahun yang ditetapkan ditolak saat diperiksa, juga bila dikunci sesudah diperiksa."""
    unggah(client, ("a.json", tulis(desa_ke(), 2022, contoh_skor())))
    siap = impor()
    penetapan = make_penetapan(kabupaten, 2022)
    Kunci.objects.create(
        kabupaten=kabupaten, tahun=2022, lingkup="idm", pengesahan=penetapan.pengesahan
    )
    with pytest.raises(Refused, match="terkunci oleh Penetapan IDM"):
        apply(impor=siap, penerima=PenerimaRumusan(operator, 2024), by=operator)
    unggah(client, ("a.json", tulis(desa_ke(), 2022, contoh_skor())))
    assert [p.split(" terkunci")[0] for p in pesan()] == ["2022: Indeks Desa tahun 2022"]


def test_berubah_sejak_diperiksa(client: Client, operator: User) -> None:
    desa, skor = desa_ke(), contoh_skor()
    unggah(client, ("a.json", tulis(desa, 2022, skor)))
    contoh = IdmDesa.objects.get(desa=desa, tahun=2024)
    contoh.pk, contoh.tahun, contoh._state.adding = None, 2022, True
    contoh.save()
    with pytest.raises(Refused, match="sudah diubah sejak diperiksa"):
        apply(impor=impor(), penerima=PenerimaRumusan(operator, 2024), by=operator)
    assert impor().status == "siap"
    assert not TerbitanIdm.objects.filter(desa=desa).exists()


def test_tabel_lain_diabaikan(operator: User) -> None:
    from documents.pembaca import Tabel

    assert PenerimaRumusan(operator, 2024).periksa([Tabel("x", [])]).banyak_baris == 0


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
        page = unggah(client, ("x.zip", zip_isi({"../a.json": b"{}"})))
        assert "tidak wajar" in page.content.decode()


def test_unggahan_kosong_kembar_dan_terlalu_besar(client: Client) -> None:
    assert "Pilih berkasnya dulu." in unggah(client).content.decode()
    besar = b" " * (6 * 1024 * 1024)
    assert (
        "Kirim sebagai zip" in unggah(client, ("a.json", besar), ("b.json", besar)).content.decode()
    )
    unggah(client, ("a.json", b"{}"), ("a.json", b"[]"))
    assert [p.split(":")[0] for p in pesan()] == ["1-a.json", "2-a.json"]


def test_status_dari_ambang_instrumennya(client: Client) -> None:
    """Ambang milik instrumen, bukan tetapan kode: status menurut ambang lain ditolak."""
    instrumen = Instrumen.objects.get(kode="idm-2019")
    tulisan = tulis(desa_ke(), 2022, "5" * 50)
    instrumen.ambangstatus_set.filter(status=Status.MANDIRI).delete()
    unggah(client, ("a.json", tulisan))
    assert any("STATUS tertulis “MANDIRI”, skornya menghasilkan “MAJU”" in p for p in pesan())
