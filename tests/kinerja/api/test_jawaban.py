"""Isi tiap sumber: angkanya sama dengan yang tercetak, yang tidak diketahui beralasan."""

import json
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from accounts.models import Kabupaten
from documents.models import Kunci
from documents.snapshot import canonical
from idm.models import IdmDesa, IndeksDesa, Instrumen, IsianIdm
from kinerja.api.reports.aksi import tertulis
from kinerja.aturan.capaian import Sebutan
from kinerja.aturan.keadaan import Keadaan, TanpaNilai
from kinerja.aturan.rencana import Takaran
from kinerja.models import Lkjip, NaskahKinerja
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests import factories
from villages.models import Desa

pytestmark = pytest.mark.django_db
TIDAK_ADA = {"nilai": None, "tulisan": ""}


def bernama(jawaban: Any, awal: str) -> Any:
    (satu,) = [baris for baris in jawaban.json()["data"] if baris["nama"].startswith(awal)]
    return satu


class TestIndikator:
    def test_angka_rumus_dan_keadaannya(self, minta: Any) -> None:
        """IKK 6 tahun 2023: 22 dari 27 desa."""
        satu = bernama(minta("indikator", tahun=2023, jenis="ikk"), "Persentase Pengentasan Desa")
        assert satu["realisasi"] == {
            "nilai": "81.48", "satuan": satu["satuan"], "keadaan": "nilai", "sebab": "",
            "tulisan": f"81,48 {satu['satuan']}",
        }  # fmt: skip
        assert (satu["rumus"]["pembilang"], satu["rumus"]["penyebut"]) == ("22", "27")
        assert satu["rumus"]["tulisan"].startswith("(")
        assert satu["sah"] is None
        assert satu["alamat"].endswith("?tahun=2023")

    def test_belum_diisi_bukan_nol(self, minta: Any, kabupaten: Kabupaten) -> None:
        factories.make_indikator(kabupaten, nama="Indikator kosong")
        satu = bernama(minta("indikator", tahun=2023), "Indikator kosong")
        assert satu["target"] | TIDAK_ADA == satu["target"]
        assert satu["realisasi"] | TIDAK_ADA == satu["realisasi"]
        assert satu["target"]["keadaan"] == satu["realisasi"]["keadaan"] == "belum_diisi"
        assert (satu["capaian"]["keadaan"], satu["predikat"]) == ("tidak_terhitung", None)

    def test_belum_rilis_dengan_alasannya(self, minta: Any, kabupaten: Kabupaten) -> None:
        row = factories.make_indikator(kabupaten, nama="Indikator tertunda")
        belum = {"keadaan": "belum_rilis", "sebab": "BPS bulan Mei"}
        factories.make_realisasi(row, None, tahun=2023, **belum)
        satu = bernama(minta("indikator", tahun=2023), "Indikator tertunda")
        assert satu["realisasi"]["nilai"] is None
        assert satu["realisasi"]["keadaan"] == "belum_rilis"
        assert "BPS bulan Mei" in satu["realisasi"]["sebab"]
        assert (satu["capaian"]["keadaan"], satu["predikat"]) == ("tidak_terhitung", None)

    def test_rekap_sebagian_tidak_menggantikan_isian(
        self, minta: Any, kabupaten: Kabupaten
    ) -> None:
        """ADR 104: 5 dari 10 posyandu satu kecamatan bukan 50 % sekabupaten."""
        awal = bernama(minta("indikator", tahun=2022, jenis="ikk"), "Persentase Posyandu")
        kecamatan = kabupaten.kecamatan_set.first()
        kecamatan.rekaplembaga_set.create(tahun=2022, posyandu=10, posyandu_aktif=5)
        satu = bernama(minta("indikator", tahun=2022, jenis="ikk"), "Persentase Posyandu")
        assert satu["realisasi"] == awal["realisasi"]
        assert (satu["realisasi"]["nilai"], awal["rumus"]["asal"]) == ("94.72", "isian staf")
        assert satu["rumus"]["asal"] == (
            "Rekap lembaga 2022: Baru 1 dari 21 kecamatan, jadi belum dihitung. "
            "Yang dipakai isian staf."
        )

    def test_tahun_terkunci_menyebut_naskahnya(self, minta: Any, kabupaten: Kabupaten) -> None:
        sah = factories.make_penetapan(kabupaten, 2023).pengesahan
        Kunci.objects.create(kabupaten=kabupaten, tahun=2023, pengesahan=sah)
        assert {s["sah"] for s in minta("indikator", tahun=2023).json()["data"]} == {sah.kode}
        assert {s["sah"] for s in minta("rencana-aksi", tahun=2023).json()["data"]} == {sah.kode}
        assert {s["sah"] for s in minta("indikator", tahun=2022).json()["data"]} == {None}

    def test_tahun_yang_dicetak_naskah_sesudahnya(
        self, minta: Any, kabupaten: Kabupaten, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """ADR 95: angka 2022 terkunci oleh naskah 2023 yang mencetaknya."""
        sah = factories.make_penetapan(kabupaten, 2023).pengesahan
        Kunci.objects.create(kabupaten=kabupaten, tahun=2023, pengesahan=sah)
        dicetak = {2022: "indikator"}
        monkeypatch.setattr(Kunci, "tercetak", lambda self, tahun, _: dicetak.get(tahun, ""))
        assert {s["sah"] for s in minta("indikator", tahun=2022).json()["data"]} == {sah.kode}
        assert {s["sah"] for s in minta("indikator", tahun=2021).json()["data"]} == {None}


class TestRencanaAksi:
    def test_angka_tiap_triwulan_sama_dengan_evaluasinya(
        self, create_token: Any, minta: Any
    ) -> None:
        """Merangin 2024: 20 baris terlapor pada triwulan I, sesudahnya belum diisi."""
        token = create_token("15.02")
        isi = minta("rencana-aksi", token, tahun=2024, per_halaman=1000).json()["data"]
        pohon = TahunKinerja(Kabupaten.objects.get(kode="15.02"), 2024).pohon
        assert len(isi) == len(pohon.baris)
        for satu, simpul in zip(isi, pohon.baris, strict=True):
            evaluasi = simpul.evaluasi
            assert satu["capaian"]["nilai"] == _tulisan(evaluasi.persen.k)
            assert satu["penyerapan"]["nilai"] == _tulisan(evaluasi.persen.rp)
            assert satu["realisasi"]["nilai"] == _tulisan(evaluasi.jumlah.k)
            pertama, *sesudahnya = satu["triwulan"]
            assert pertama["uang"]["nilai"] == _tulisan(evaluasi.triwulan[0].rp)
            assert {t["uang"]["keadaan"] for t in sesudahnya} == {"belum_diisi"}
            assert [t["triwulan"] for t in satu["triwulan"]] == [1, 2, 3, 4]
        terisi = [satu for satu in isi if satu["triwulan"][0]["realisasi"]["nilai"]]
        assert terisi
        assert {satu["target_setahun"]["keadaan"] for satu in terisi} == {"nilai"}

    def test_triwulan_yang_sah(self, minta: Any, kabupaten: Kabupaten) -> None:
        """Hanya triwulan yang dikunci evaluasinya."""
        sah = factories.make_penetapan(kabupaten, 2023).pengesahan
        Kunci.objects.create(
            kabupaten=kabupaten, tahun=2023, pengesahan=sah, lingkup="pengukuran-2"
        )
        satu, *_ = minta("rencana-aksi", tahun=2023).json()["data"]
        assert [t["sah"] for t in satu["triwulan"]] == [None, sah.kode, None, None]
        assert satu["sah"] is None

    def test_belum_rilis_bukan_belum_diisi(self) -> None:
        belum = TanpaNilai(Keadaan.BELUM_RILIS, "diumumkan BPS bulan Mei")
        takaran = Takaran(belum)
        angka = tertulis(takaran, takaran.cetak, "%")
        assert (angka.nilai, angka.keadaan.value) == (None, "belum_rilis")
        assert angka.sebab == "diumumkan BPS bulan Mei"
        sebutan = Takaran(Sebutan("Baik", 3))
        angka = tertulis(sebutan, sebutan.cetak, "predikat")
        assert (angka.tulisan, angka.keadaan.value) == ("Baik", "sebutan")


def _tulisan(nilai: Decimal | None) -> str | None:
    """Desimal sebagaimana ditulis jawabannya."""
    return None if nilai is None else json.loads(canonical(nilai))


class TestIndeks:
    def test_yang_berlaku(self, minta: Any) -> None:
        isi = minta("indeks", tahun=2024, per_halaman=1000).json()
        row = IdmDesa.objects.get(desa__kode="16.07.01.2001", tahun=2024)
        (satu,) = [b for b in isi["data"] if b["kode"] == "16.07.01.2001"]
        assert satu["nilai"]["nilai"] == str(row.idm)
        assert (satu["indeks"], satu["status"]) == ("IDM", row.status)
        assert [b["nilai"] for b in satu["bagian"]] == [str(row.iks), str(row.ike), str(row.ikl)]
        assert isi["total"] == 288

    def test_draf_tidak_dimuat(self, minta: Any, kabupaten: Kabupaten) -> None:
        desa = Desa.objects.get(kode="16.07.01.2001")
        sebelum = minta("indeks", tahun=2024, kecamatan="16.07.01").content
        instrumen = Instrumen.objects.get(kode="idm-2019")
        IsianIdm.objects.create(desa=desa, tahun=2024, instrumen=instrumen, skor="5" * 50)
        assert minta("indeks", tahun=2024, kecamatan="16.07.01").content == sebelum

    def test_peragaan_dan_yang_kosong_belum_diisi(self, minta: Any) -> None:
        tahun = 2031
        desa = Desa.objects.filter(kode__startswith="16.07.01").desa()
        instrumen = Instrumen.objects.get(kode="indeks-desa-2026")
        for urut, satu in enumerate(desa[:2]):
            IndeksDesa.objects.create(
                desa=satu, tahun=tahun, instrumen=instrumen, skor=70, status="MAJU",
                is_contoh=not urut, sumber="terbitan",
            )  # fmt: skip
        isi = minta("indeks", tahun=tahun, kecamatan="16.07.01").json()["data"]
        assert [b["kode"] for b in isi if b["nilai"]["nilai"]] == [desa[1].kode]
        assert {b["nilai"]["keadaan"] for b in isi} == {"nilai", "belum_diisi"}
        assert {(b["indeks"], b["status"]) for b in isi} == {
            ("Indeks Desa", "MAJU"),
            ("Indeks Desa", None),
        }
        dihitung = [
            s
            for s in minta("indikator", tahun=tahun).json()["data"]
            if "peragaan" in s["realisasi"]["sebab"]
        ]
        assert {s["realisasi"]["nilai"] for s in dihitung} <= {None}


class TestNaskah:
    def test_draf_tidak_dimuat_yang_sah_bersidik(self, minta: Any, kabupaten: Kabupaten) -> None:
        assert minta("naskah").json()["total"] == 0
        assert NaskahKinerja.objects.exists()
        assert Lkjip.objects.exists()
        sah = factories.make_penetapan(kabupaten, 2024)
        (satu,) = minta("naskah", tahun=2024, status="ditandatangani").json()["data"]
        assert satu["sha256"] == sah.snapshot.sha256
        assert satu["sha256_pdf"] == sah.pengesahan.pdf_sha256
        assert satu["alamat"].endswith(f"/verifikasi/{sah.pengesahan.kode}/")
        assert minta("naskah", status="diajukan").json()["data"] == []
        assert minta("naskah", tahun=2023).json()["data"] == []


class TestWilayah:
    def test_menurut_tahunnya_dan_kecamatannya(self, minta: Any) -> None:
        assert minta("kecamatan", tahun=2024).json()["total"] == 21
        isi = minta("desa", tahun=2024, kecamatan="16.07.01").json()
        assert {satu["kecamatan"] for satu in isi["data"]} == {"Banyuasin I"}
        assert {satu["jenis"] for satu in isi["data"]} == {"desa", "kelurahan"}

    def test_halaman_demi_halaman_sama_dengan_sekaligus(self, minta: Any) -> None:
        """Diikuti dari `berikutnya`, tidak ada yang terpotong atau terulang."""
        sekaligus = minta("desa", tahun=2024, per_halaman=1000).json()
        terkumpul: list[Any] = []
        jawaban = minta("desa", tahun=2024, per_halaman=90)
        kepala = {"Authorization": jawaban.wsgi_request.headers["Authorization"]}
        lalu = None
        while True:
            isi = jawaban.json()
            assert (isi["total"], isi["sebelumnya"]) == (sekaligus["total"], lalu)
            terkumpul += isi["data"]
            if isi["berikutnya"] is None:
                break
            lalu = isi["berikutnya"].replace(
                f"halaman={isi['halaman'] + 1}", f"halaman={isi['halaman']}"
            )
            jawaban = Client().get(isi["berikutnya"], headers=kepala)
            lalu = jawaban.json()["sebelumnya"]
        assert terkumpul == sekaligus["data"]
        assert isi["halaman"] == isi["jumlah_halaman"] == 4
