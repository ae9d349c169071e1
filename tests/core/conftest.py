import pytest

from tests.core.jejak import LOCK
from villages.models import RekapLembaga


@pytest.fixture
def locked_2023(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rekap lembaga tahun 2023 terkunci, tahun lain tidak."""
    monkeypatch.setattr(
        RekapLembaga, "lock_for", staticmethod(lambda kode, tahun: LOCK * (tahun == 2023))
    )
