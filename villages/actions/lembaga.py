"""Rincian per desa menjadi baris kecamatan."""

from collections import Counter
from typing import Any

from core import audit, door
from villages.kode import DESA, KELURAHAN
from villages.models import Desa, Kecamatan, RekapLembaga, RincianLembaga
from villages.models.lembaga import LEMBAGA, RINCI

DIJUMLAHKAN = "Dijumlahkan dari rincian desa dan kelurahan."


def jumlahkan(*, kecamatan: Kecamatan, tahun: int, by: Any) -> RekapLembaga | None:
    """Baris kecamatan sebagai jumlah rinciannya, begitu semua desa dan kelurahannya melapor.

    `None` bila belum. Yang sudah menjadi jumlah tetap mengikuti rinciannya; yang belum diketahui
    di satu desa membuat jumlah kolomnya belum diketahui.
    """
    with audit.locked(kecamatan.kabupaten_kode):
        desa = Desa.objects.on(tahun).filter(kecamatan_saat=kecamatan.pk)
        jenis = dict(desa.values_list("pk", "jenis_saat"))
        rows = RincianLembaga.objects.filter(desa__in=jenis, tahun=tahun)
        rekap = RekapLembaga.objects.filter(kecamatan=kecamatan, tahun=tahun).first()
        if rekap is None:
            rekap = RekapLembaga(kecamatan=kecamatan, tahun=tahun)
        is_lengkap = bool(jenis) and rows.lengkap().count() == len(jenis)
        if not is_lengkap and not rekap.is_rincian:
            return None
        per_desa = {row.desa_id: row for row in rows}
        semua = [per_desa.get(nomor) for nomor in jenis]
        for nama in (*LEMBAGA, *RINCI):
            setattr(rekap, nama, _jumlah(semua, nama))
        banyak = Counter(jenis.values())
        rekap.jumlah_desa = banyak[DESA]
        rekap.jumlah_kelurahan = banyak[KELURAHAN]
        rekap.is_rincian = True
        door.save(rekap, by=by, note=DIJUMLAHKAN, only_scope=True)
    return rekap


def _jumlah(rows: list[RincianLembaga | None], nama: str) -> int | None:
    """Jumlah satu kolom; `None` bila satu desa saja belum diketahui."""
    jumlah = 0
    for row in rows:
        banyak = getattr(row, nama, None)
        if banyak is None:
            return None
        jumlah += banyak
    return jumlah
