"""Status desa tiap kabupaten dan kota satu provinsi; hanya angka terbitan, satu kueri setahun."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import bulatkan
from idm.laporan.dasar.reports import Isi, kepala
from idm.laporan.gambaran.reports import Rata
from idm.models import IdmDesa
from idm.reports import URUTAN
from idm.scoring import DESIMAL

PerDaerah = dict[int, list[tuple[str, Decimal]]]  # status dan IDM tiap desanya


def dasbor_provinsi(user: Any, tahun: int) -> Isi:
    """Yang belum mencatat IDM tahun itu disebut, tidak dihitung nol."""
    binaan = list(Kabupaten.objects.binaan(user).order_by("kode"))
    per_daerah = _per_daerah(binaan, tahun)
    baris = []
    belum = []
    for satu in binaan:
        desa = per_daerah.get(satu.pk)
        if desa:
            baris.append(_rata(str(satu), desa))
        else:
            belum.append(str(satu))
    semua = []
    for milik in per_daerah.values():
        semua += milik
    return {
        **kepala(user.kabupaten, "Dasbor Desa", tahun),
        "baris": baris,
        "belum": belum,
        "provinsi": _rata(str(user.kabupaten), semua) if semua else None,
    }


def _per_daerah(binaan: list[Kabupaten], tahun: int) -> PerDaerah:
    """Desa tiap daerah binaan."""
    hasil: PerDaerah = defaultdict(list)
    rows = IdmDesa.objects.filter(desa__kecamatan__kabupaten__in=binaan, tahun=tahun).order_by()
    for daerah, status, idm in rows.values_list("desa__kecamatan__kabupaten", "status", "idm"):
        milik = hasil[daerah]
        milik.append((status, idm))
    return dict(hasil)


def _rata(nama: str, desa: list[tuple[str, Decimal]]) -> Rata:
    """Rata-rata dibulatkan sekali."""
    status = {satu.value: 0 for satu in URUTAN}
    jumlah = Decimal(0)
    for nama_status, idm in desa:
        status[nama_status] += 1
        jumlah += idm
    banyak = len(desa)
    return Rata(
        nama=nama,
        banyak=banyak,
        nilai=bulatkan(jumlah / banyak, DESIMAL),
        status=status,
    )
