"""Naskah dari uraian tabel: tiap baris isi beku versi 1 ada pada lembar dan cetakannya.

Yang diharapkan dibaca langsung dari JSON-nya (`tests.emas_baris`), bukan dari uraian tabel.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from accounts.models import Kabupaten
from documents.snapshot import canonical
from kinerja.models import NaskahKinerja
from tests import emas, emas_baris, emas_lampiran
from tests.emas import terisi
from tests.emas_baris import TabelEmas

KOSONG = {
    "capaian": "Belum ada indikator kinerja utama.",
    "iku": "Belum ada indikator.",
    "ikk": "Belum ada indikator.",
    "rencana_aksi": "Belum ada program tahun 2023.",
}
CARA = ("Dihitung menurut", "Desa yang berlainan", "Baris formulir", "baris formulir")
JUDUL = re.compile(r'<h1 class="judul-naskah">(.*?)</h1>', re.S)
bertabel = pytest.mark.parametrize("berkas", emas.pilih(*emas_baris.TABEL), ids=emas.sebutan)


def harapan(berkas: Path) -> TabelEmas:
    return emas_baris.TABEL[emas.jenis(berkas)](emas.polos(berkas))


def check_lembar(lembar: Worksheet, harap: TabelEmas, kepala: str, tinggi: int = 1) -> None:
    """Isi di bawah kepala setinggi itu persis yang diharapkan; di luar isi hanya tulisan."""
    rows = [list(row) for row in lembar.iter_rows(values_only=True)]
    awal = [row[0] for row in rows].index(kepala) + tinggi
    akhir = awal + len(harap.baris)
    for row, sel in zip_longest(rows[awal:akhir], harap.baris, fillvalue=[]):
        tertulis = [satu.lembar for satu in sel]
        ditambah = [None] * (len(row) - len(tertulis))  # kolom yang lahir sesudah isinya beku
        assert row == [*tertulis, *ditambah]
    kaki = [terisi([satu.lembar for satu in sel]) for sel in harap.kaki]
    assert [terisi(row) for row in rows[akhir : akhir + len(kaki)]] == kaki
    lain = [isi for row in (*rows[:awal], *rows[akhir + len(kaki) :]) for isi in terisi(row)]
    assert [isi for isi in lain if not isinstance(isi, str)] == []


def tercetak(harap: TabelEmas) -> list[list[str]]:
    """Tulisan sel berisi tiap baris."""
    return [[sel.cetak for sel in row if sel.cetak] for row in (*harap.baris, *harap.kaki)]


@bertabel
def test_lembar_berjudul_seperti_cetakannya(berkas: Path) -> None:
    """Judul, perangkat daerah, daerah dan tahun; tanpa kop, yang hanya ada pada kertas."""
    lembar = emas.lembar(emas.jenis(berkas), berkas.read_text()).active
    judul = JUDUL.search(emas.cetakan(berkas))
    assert judul is not None
    baris = [row[0].value for row in lembar.iter_rows(max_row=6)]
    atas = baris[: baris.index(None)]
    assert len(atas) >= 3
    assert " ".join(atas).split() == emas.teks(judul.group(1)).split()


@bertabel
def test_baris_lembar(berkas: Path) -> None:
    buku = emas.lembar(emas.jenis(berkas), berkas.read_text(), is_terhitung=True)
    assert buku.sheetnames == list(emas.nilai(berkas)["lembar"])
    check_lembar(buku.worksheets[0], harapan(berkas), "1")


@bertabel
def test_baris_cetakan(berkas: Path) -> None:
    (tabel,) = emas.tabel_cetak(emas.cetakan(berkas))
    assert tabel == (tercetak(harapan(berkas)) or [[KOSONG[emas.jenis(berkas)]]])


@pytest.mark.parametrize("berkas", emas.pilih("penetapan_idm"), ids=emas.sebutan)
def test_lembar_penetapan(berkas: Path) -> None:
    isi, buku = (
        emas.polos(berkas),
        emas.lembar("penetapan_idm", berkas.read_text(), is_terhitung=True),
    )
    assert buku.sheetnames == ["Desa", "Status"]
    check_lembar(buku["Desa"], emas_lampiran.desa(isi, is_berskor=True), "No")
    check_lembar(buku["Status"], emas_lampiran.status(isi), "Status")


@pytest.mark.parametrize("berkas", emas.pilih("penetapan_idm"), ids=emas.sebutan)
def test_cetakan_penetapan(berkas: Path) -> None:
    """Selain jumlah per kecamatan, yang dulu tidak tercetak, angkanya tetap."""
    isi, html = emas.polos(berkas), emas.cetakan(berkas)
    harap = emas_lampiran.penetapan(isi)
    kosong = [[f"Belum ada desa dengan IDM tahun {isi['tahun']}."]]
    assert emas.tabel_cetak(html) == [tercetak(satu) or kosong for satu in harap]
    baru = [sel.cetak for sel in harap[1].kaki[0][1:] if sel.cetak]
    assert Counter(emas.ANGKA.findall(emas.teks(html))) == Counter(
        [*emas.nilai(berkas)["cetak"], *baru]
    )


@pytest.mark.parametrize("berkas", emas.pilih("bukti_ikk"), ids=emas.sebutan)
def test_lembar_bukti_ikk(berkas: Path) -> None:
    isi, buku = emas.polos(berkas), emas.lembar("bukti_ikk", berkas.read_text(), is_terhitung=True)
    lama = emas.nilai(berkas)["lembar"]
    assert buku.sheetnames == list(lama)
    assert [_tanpa_cara(row) for row in buku["Output"].iter_rows(values_only=True)] == lama[
        "Output"
    ]
    for satu in isi["formulir"]:
        check_lembar(buku[f"Formulir {satu['tahun']}"], emas_lampiran.formulir(satu), "1")
    check_lembar(buku["Kelembagaan"], emas_lampiran.kelembagaan(isi), "NO", 2)
    check_lembar(buku["PKK Pokja II"], emas_lampiran.pkk(isi), "NO", 4)


def _tanpa_cara(row: Iterable[Any]) -> list[Any]:
    """Isi satu baris tanpa cara menghitungnya, yang dulu tidak tertulis."""
    return [isi for isi in terisi(row) if isi not in CARA]


@pytest.mark.parametrize("berkas", emas.pilih("bukti_ikk"), ids=emas.sebutan)
def test_cetakan_bukti_ikk(berkas: Path) -> None:
    """Angka yang dulu tercetak semua masih ada menurut urutannya, di tabel maupun di luarnya."""
    html = emas.cetakan(berkas)
    assert emas.tabel_cetak(html) == [
        tercetak(satu) for satu in emas_lampiran.bukti(emas.polos(berkas))
    ]
    kini = (satu.strip(".,") for satu in emas.ANGKA.findall(emas.teks(html)))
    assert [satu for satu in emas.nilai(berkas)["cetak"] if satu.strip(".,") not in kini] == []


@pytest.mark.parametrize("berkas", emas.pilih("iku", "ikk"), ids=emas.sebutan)
def test_angka_definisi_indikator_tidak_bertambah_atau_berkurang(berkas: Path) -> None:
    """Hanya letak tahun periodenya yang berganti."""
    kini = emas.ANGKA.findall(emas.teks(emas.cetakan(berkas)))
    lama = emas.nilai(berkas)["cetak"]
    assert Counter(satu.strip(".,") for satu in kini) == Counter(satu.strip(".,") for satu in lama)


@pytest.mark.django_db
def test_jumlah_anggaran_yang_sub_kegiatannya_belum_lengkap(nyata: None) -> None:
    """Rencana Aksi Banyuasin 2023: pagu sub kegiatan yang diketahui jauh di bawah programnya."""
    kunci = {
        "kabupaten": Kabupaten.objects.get(kode="16.07"),
        "tahun": 2023,
        "jenis": "rencana_aksi",
    }
    beku = canonical(NaskahKinerja(**kunci).reading().isi)
    isi = json.loads(beku)
    sub = [
        Decimal(satu["anggaran"])
        for satu in isi["baris"]
        if satu["tingkat"] == "sub" and satu["anggaran"]
    ]
    assert (sum(sub), Decimal(isi["jumlah"])) == (174_270_000, 10_716_928_854)
    harap = emas_baris.rencana_aksi(isi)
    assert [sel.cetak for sel in harap.kaki[0]] == ["Jumlah anggaran", "10.716.928.854"]
    check_lembar(emas.lembar("rencana_aksi", beku, is_terhitung=True).worksheets[0], harap, "1")
    assert emas.tabel_cetak(emas.cetak("rencana_aksi", beku)) == [tercetak(harap)]
