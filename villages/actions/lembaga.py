"""Rincian per desa menjadi baris kecamatan."""

from typing import Any

from core import audit, door
from villages.models import Desa, Kecamatan, RekapLembaga, RincianLembaga
from villages.models.lembaga import LEMBAGA, RINCI


def jumlahkan(*, kecamatan: Kecamatan, tahun: int, by: Any) -> RekapLembaga | None:
    """Baris kecamatan sebagai jumlah rinciannya, begitu semua desa dan kelurahannya melapor; `None` bila belum.

    Rincian yang belum diketahui di satu desa membuat jumlahnya belum diketahui juga.
    """
    with audit.locked(kecamatan.kabupaten_kode):
        desa = Desa.objects.on(tahun).filter(kecamatan_saat=kecamatan.pk)
        jenis = dict(desa.values_list("pk", "jenis_saat"))
        rows = list(RincianLembaga.objects.filter(desa__in=jenis, tahun=tahun))
        if not rows or len(rows) < len(jenis):
            return None
        rekap = RekapLembaga.objects.filter(kecamatan=kecamatan, tahun=tahun).first()
        rekap = rekap or RekapLembaga(kecamatan=kecamatan, tahun=tahun)
        for name in (*LEMBAGA, *RINCI):
            known = [getattr(row, name) for row in rows]
            setattr(rekap, name, None if None in known else sum(known))
        rekap.jumlah_desa = sum(j == "desa" for j in jenis.values())
        rekap.jumlah_kelurahan = len(jenis) - rekap.jumlah_desa
        rekap.is_rincian = True
        door.save(
            rekap, by=by, note="Dijumlahkan dari rincian desa dan kelurahan.", only_scope=True
        )
    return rekap
