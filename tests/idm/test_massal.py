from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from core.angka import bulatkan
from idm.massal import SKALA, hitung
from idm.models import IdmDesa
from idm.scoring import idm, indeks, status

PANJANG = (35, 12, 3)
deret = st.text(alphabet="012345", min_size=50, max_size=50)


@settings(deadline=None)
@given(st.lists(deret, min_size=1, max_size=20))
def test_sama_dengan_desimal(skor):
    tabel = hitung(skor, PANJANG)
    for teks, baris in zip(skor, tabel.itertuples(), strict=True):
        angka = [int(c) for c in teks]
        bagian = indeks(angka[:35]), indeks(angka[35:47]), indeks(angka[47:])
        hasil = idm(*bagian)
        assert Decimal(baris.idm) / SKALA == hasil
        assert baris.status == status(hasil).value
        assert [Decimal(x) / SKALA for x in (baris.iks, baris.ike, baris.ikl)] == [bulatkan(b, 4) for b in bagian]


def test_panjang_lain_ditolak():
    with pytest.raises(ValueError, match="50 skor"):
        hitung(["5" * 49], PANJANG)


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
