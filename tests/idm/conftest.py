"""Yang dipakai banyak uji IDM: instrumen yang berlaku."""

import pytest

from accounts.models import Kabupaten
from idm.models import Instrumen


@pytest.fixture
def instrumen(kabupaten: Kabupaten) -> Instrumen:
    return Instrumen.objects.get(kode="idm-2019")
