import datetime
from decimal import Decimal

import pytest

from documents.snapshot import canonical, digest


def test_urutan_kunci_tidak_mengubah_isi():
    assert canonical({"b": 1, "a": 2}) == canonical({"a": 2, "b": 1}) == '{"a":2,"b":1}'


def test_desimal_dan_tanggal_menjadi_tulisan():
    isi = canonical({"d": Decimal("1E+2"), "t": datetime.date(2024, 1, 8)})
    assert isi == '{"d":"100","t":"2024-01-08"}'


def test_jenis_lain_ditolak():
    with pytest.raises(TypeError, match="object"):
        canonical({"x": object()})


def test_digest_sama_untuk_teks_dan_bitanya():
    assert digest("é") == digest("é".encode())
    assert len(digest("")) == 64
