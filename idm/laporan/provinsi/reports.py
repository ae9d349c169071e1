"""Status desa tiap kabupaten dan kota satu provinsi; hanya angka terbitan, satu kueri setahun."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from idm.laporan.dasar.reports import Isi, kepala
from idm.laporan.gambaran.reports import Kelompok, SemuaKelompok, rata
from idm.models import IdmDesa

PerDaerah = dict[int, SemuaKelompok]  # tanpa menyebut kecamatannya


def dasbor_provinsi(user: Any, tahun: int) -> Isi:
    """Yang belum mencatat IDM tahun itu disebut, tidak dihitung nol."""
    binaan = list(Kabupaten.objects.binaan(user).order_by("kode"))
    per_daerah = _per_daerah(binaan, tahun)
    baris = []
    belum = []
    for satu in binaan:
        kelompok = per_daerah.get(satu.pk)
        if kelompok:
            baris.append(rata(str(satu), kelompok))
        else:
            belum.append(str(satu))
    semua: SemuaKelompok = []
    for milik in per_daerah.values():
        semua += milik
    return {
        **kepala(user.kabupaten, "Dasbor Desa", tahun),
        "baris": baris,
        "belum": belum,
        "provinsi": rata(str(user.kabupaten), semua) if semua else None,
    }


def _per_daerah(binaan: list[Kabupaten], tahun: int) -> PerDaerah:
    """Desa tiap daerah binaan menurut statusnya."""
    nilai: dict[tuple[int, str], list[Decimal]] = defaultdict(list)
    rows = IdmDesa.objects.filter(desa__kecamatan__kabupaten__in=binaan, tahun=tahun).order_by()
    for daerah, status, idm in rows.values_list("desa__kecamatan__kabupaten", "status", "idm"):
        sekelompok = nilai[daerah, status]
        sekelompok.append(idm)
    hasil: PerDaerah = defaultdict(list)
    for (daerah, status), semua in nilai.items():
        milik = hasil[daerah]
        milik.append(Kelompok("", status, len(semua), sum(semua, Decimal(0))))
    return dict(hasil)
