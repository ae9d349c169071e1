import pytest

from villages.models import RekapLembaga


@pytest.fixture
def locked_2023(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rekap lembaga tahun 2023 terkunci, tahun lain tidak."""
    lock = "Data tahun 2023 terkunci."
    monkeypatch.setattr(
        RekapLembaga, "lock_for", staticmethod(lambda kode, tahun: lock * (tahun == 2023))
    )
