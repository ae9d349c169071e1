from decimal import Decimal
from io import StringIO

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from core.angka import bulatkan
from idm.massal import SKALA, SKALA_POIN, baris, hitung, hitung_poin, menurut_ambang
from idm.models import IdmDesa
from idm.scoring import AMBANG, Status, idm, status
from idm.scoring import indeks as indeks_dari
from idm.susunan import Susunan

LIMA_PULUH = ["IKS"] * 35 + ["IKE"] * 12 + ["IKL"] * 3
LIMA_EMPAT = ["IKS"] * 38 + ["IKE"] * 12 + ["IKL"] * 4
AMBANG_LAIN = (
    (Decimal("0.75"), Status.MANDIRI),
    (Decimal("0.5"), Status.MAJU),
    (Decimal("0.3333"), Status.TERTINGGAL),
)


@st.composite
def instrumen_dan_skor(draw):
    """Susunan resmi atau acak (indeks boleh berselang-seling), beserta ambang dan skornya."""
    acak = st.lists(st.sampled_from(["IKS", "IKE", "IKL"]), max_size=9).map(
        lambda x: ["IKL", "IKS", "IKE", *x]
    )
    indeks = draw(st.one_of(st.just(LIMA_PULUH), st.just(LIMA_EMPAT), acak))
    deret = st.text(alphabet="012345", min_size=len(indeks), max_size=len(indeks))
    return (
        indeks,
        draw(st.lists(deret, min_size=1, max_size=20)),
        draw(st.sampled_from([AMBANG, AMBANG_LAIN])),
    )


def satu_desa(teks, indeks, ambang):
    """Jalan `Decimal` satu per satu."""
    skor = {kode: [] for kode in ("IKS", "IKE", "IKL")}
    for huruf, kode in zip(teks, indeks, strict=True):
        skor[kode].append(int(huruf))
    bagian = [indeks_dari(nilai) for nilai in skor.values()]
    hasil = idm(*bagian)
    return [*(bulatkan(b, 4) for b in bagian), hasil], status(hasil, ambang).value


def sama(skor, indeks, ambang):
    for teks, satu in zip(skor, hitung(skor, indeks, ambang).itertuples(index=False), strict=True):
        angka, nama = satu_desa(teks, indeks, ambang)
        assert [Decimal(x) / SKALA for x in (satu.iks, satu.ike, satu.ikl, satu.idm)] == angka
        assert satu.status == nama


@given(instrumen_dan_skor())
def test_sama_dengan_desimal(data):
    indeks, skor, ambang = data
    sama(skor, indeks, ambang)


@pytest.mark.parametrize("batas", [Decimal(n) / 45 for n in range(45)] + [b for b, _ in AMBANG])
def test_tepat_di_ambang(batas):
    """Batas yang persis tercapai belum melampaui; setengah di tempat kelima dibulatkan ke atas."""
    batas = bulatkan(batas, 4)
    ambang = ((batas, Status.MANDIRI),)
    deret = [f"{a}{b}{c}" for a in range(6) for b in range(6) for c in range(6)]
    sama(deret, ["IKS", "IKE", "IKL"], ambang)
    tepat = [d for d in deret if satu_desa(d, ["IKS", "IKE", "IKL"], ambang)[0][3] == batas]
    for teks in tepat:
        assert (
            hitung([teks], ["IKS", "IKE", "IKL"], ambang).status[0]
            == Status.SANGAT_TERTINGGAL.value
        )


def test_ambang_resmi_tepat():
    """Batas resmi sendiri dan satu angka di kiri dan kanannya, sama dengan `idm.scoring.status`."""
    angka = np.array([int(b * SKALA) + d for b, _ in AMBANG for d in (-1, 0, 1)])
    nama = list(menurut_ambang(angka, AMBANG))
    assert nama == [status(Decimal(int(n)) / SKALA).value for n in angka]


def test_panjang_lain_dan_indeks_kosong_ditolak():
    with pytest.raises(ValueError, match="50 skor"):
        hitung(["5" * 49], LIMA_PULUH)
    with pytest.raises(ValueError, match="Tiap indeks"):
        hitung(["55"], ["IKS", "IKE"])


@pytest.mark.django_db
def test_perintah_menemukan_baris_yang_diubah(nyata):
    keluaran, galat = StringIO(), StringIO()
    call_command("verify_idm", stdout=keluaran)
    assert "288 baris" in keluaran.getvalue()
    row = IdmDesa.objects.filter(tahun=2024).first()
    IdmDesa.objects.filter(pk=row.pk).update(idm=row.idm - Decimal("0.0001"))
    with pytest.raises(CommandError, match="1 dari 288"):
        call_command("verify_idm", stderr=galat)
    assert str(row) in galat.getvalue()


AMBANG_DIMENSI = (
    (Decimal("79.62"), Status.MANDIRI),
    (Decimal("69.34"), Status.MAJU),
    (Decimal("57.38"), Status.BERKEMBANG),
    (Decimal("49.48"), Status.TERTINGGAL),
)


@given(st.lists(st.text(alphabet="012345", min_size=7, max_size=7), min_size=1, max_size=20))
def test_poin_sama_dengan_isian_satu_desa(jawaban):
    letak = ("Sosial", "Dasar", "Sosial", "Ekonomi", "Dasar", "Dasar", "Ekonomi")
    maksimum = {"Dasar": 15, "Sosial": 10, "Ekonomi": 10}
    satu_desa = Susunan(letak, AMBANG_DIMENSI, maksimum)
    tabel = hitung_poin(jawaban, letak, maksimum, AMBANG_DIMENSI)
    for deret, (*poin, skor, nama) in zip(jawaban, baris(tabel), strict=True):
        hasil = satu_desa.hasil(deret)
        assert (poin, Decimal(skor) / SKALA_POIN) == (hasil.poin, hasil.nilai)
        assert nama == hasil.status.value
    with pytest.raises(ValueError, match="berisi 7 skor"):
        hitung_poin(["123"], letak, maksimum, AMBANG_DIMENSI)
