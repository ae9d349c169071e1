"""Tiap rumus capaian melewati semua yang bertanya arah; yang baru tidak diam-diam dibaca turun."""

from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from kinerja.aturan.arah import usulan_arah
from kinerja.aturan.capaian import RENDAH, RUMUS, TINGGI, Arah
from kinerja.aturan.klaim import gerak
from kinerja.aturan.periode import Aturan, Cara
from kinerja.aturan.wajar import persen_naik
from kinerja.models.terukur import ARAH, Terukur
from kinerja.uji.checks import ketercapaian
from kinerja.uji.checks.gerak import _menurut
from kinerja.uji.checks.subjek import SubjekIndikator

AKAR = Path(__file__).parents[3] / "kinerja"
# yang menyebut satu arah menurut namanya; tiap berkas diuji di bawah, atau hanya memakai bawaannya
DIUJI = {
    "aturan/arah.py", "aturan/capaian.py", "aturan/wajar.py", "naskah/lkjip/naskah_awal/rencana.py",
    "uji/checks/subjek.py", "uji/checks/v08_arah.py",
}  # fmt: skip
BAWAAN = {
    "aturan/periode.py", "models/terukur.py", "naskah/evaluasi/isi.py",
    "naskah/lkjip/isi/lkjip.py", "naskah/lkjip/reports/lkjip.py", "perencanaan/forms/aturan.py",
}  # fmt: skip
COBA = [Decimal(satu) for satu in (50, 80, 120)]


def test_berkas_yang_menyebut_arah_semua_diuji():
    menyebut = set()
    for berkas in AKAR.rglob("*.py"):
        isi = berkas.read_text()
        if any(f"Arah.{arah.name}" in isi for arah in Arah):
            menyebut.add(berkas.relative_to(AKAR).as_posix())
    assert menyebut == DIUJI | BAWAAN


@pytest.mark.parametrize(
    ("nama", "arah"),
    [
        ("Jumlah sengketa batas", Arah.TURUN),
        ("Rata-rata lama penyelesaian surat", Arah.TURUN),
        ("Waktu tunggu pelayanan", Arah.TURUN),
        ("Persentase desa tertinggal", Arah.TURUN),
        ("Persentase sengketa batas yang diselesaikan", Arah.NAIK),
        ("Persentase temuan yang ditindaklanjuti", Arah.NAIK),
        ("Rata-rata lama sekolah", Arah.NAIK),
        ("Persentase surat selesai tepat waktu", Arah.NAIK),
        ("Indeks kepuasan aparatur", Arah.NAIK),
    ],
)
def test_usulan_menurut_kata(nama, arah):
    assert usulan_arah(nama) is arah


def test_tiap_arah_berumus_dan_bertulisan_sendiri():
    assert RUMUS.keys() == set(Arah)
    assert [nilai for nilai, _ in ARAH] == [arah.value for arah in Arah]
    panjang = Terukur._meta.get_field("arah").max_length
    assert max(map(len, Arah)) <= panjang
    hitungan = {}
    for arah in Arah:
        rumus = arah.rumus
        hitungan[arah] = tuple(rumus.persen(Decimal(100), satu, Decimal(10)) for satu in COBA)
    tulisan = {arah: arah.rumus.pilihan for arah in Arah}
    arti = {arah: arah.rumus.arti for arah in Arah}
    tanda = {arah: arah.rumus.tanda for arah in Arah}
    for satu in (hitungan, tulisan, arti, tanda):
        assert len(set(satu.values())) == len(Arah)


def test_hanya_yang_naik_tanpa_tanda_satuan():
    assert [arah for arah in Arah if not arah.rumus.tanda] == [Arah.NAIK]


def test_sisi_mudah_menurut_kalimatnya():
    """Yang harus tepat tidak punya sisi mudah; V8 dan kecenderungan membacanya dari sini."""
    lima, enam = Decimal(5), Decimal(6)
    for arah in Arah:
        rumus = arah.rumus
        assert rumus.is_lebih_mudah(lima, enam) == (rumus.kalimat == TINGGI)
        assert rumus.is_lebih_mudah(enam, lima) == (rumus.kalimat == RENDAH)
        assert rumus.is_searah == (rumus.kalimat in (TINGGI, RENDAH))
    assert [arah for arah in Arah if not arah.rumus.is_searah] == [Arah.TEPAT, Arah.RENTANG]


@pytest.mark.parametrize("arah", Arah)
def test_jauh_di_atas_target_hanya_bila_naik(arah):
    persen = persen_naik(Aturan(Cara.JUMLAH, arah), Decimal(100), Decimal(400))
    assert persen == (400 if arah is Arah.NAIK else None)


def contoh(arah):
    """Pokok kalimat yang indikatornya berarah itu."""
    indikator = SimpleNamespace(aturan=Aturan(Cara.JUMLAH, arah), nama="Uji")
    return SubjekIndikator(SimpleNamespace(tahun=2023), indikator)


@pytest.mark.parametrize("arah", Arah)
def test_lebih_baik_menurut_capaian_kecuali_naik(arah):
    dikatakan = gerak("Realisasi IKU lebih baik daripada tahun 2022.")
    yang = _menurut(contoh(arah), "realisasi", dikatakan, "")
    assert (yang == "capaian") == (arah is not Arah.NAIK)


@pytest.mark.parametrize("arah", Arah)
@pytest.mark.parametrize(("rasio", "keliru"), [(80, True), (120, False)])
def test_letak_terhadap_target_hanya_bila_naik(arah, rasio, keliru, monkeypatch):
    """“di atas target” terhadap capaian 80 dan 120; arah lain tidak punya atas dan bawah."""
    monkeypatch.setattr(SubjekIndikator, "nilai", lambda satu, besaran, tahun: Decimal(rasio))
    monkeypatch.setattr(SubjekIndikator, "nama", "IKU 1")
    ucapan = SimpleNamespace(
        teks="Realisasi IKU di atas target.",
        subjek=[contoh(arah)],
        tahun_pokok=[2023],
        bacaan=SimpleNamespace(teks=""),
        temuan=lambda *bagian: bagian,
    )
    hasil = list(ketercapaian.posisi(ucapan))
    if arah is Arah.NAIK:
        assert [temuan is not None for temuan in hasil] == [keliru]
    else:
        assert hasil == []
