"""Berita acara penetapan Indeks Desa: semua desa dengan poin dimensi, skor dan statusnya."""

from documents.reports.kepala import kepala
from idm import deret
from idm.models import DimensiIndeks, IndeksDesa, PenetapanIdm
from idm.naskah.penetapan.reports import isi_status, per_kecamatan, read_hasil
from idm.naskah.penetapan_indeks.isi import DesaIndeks, DimensiPenetapan, IsiPenetapanIndeks
from villages.sources import Keadaan, keadaan

SemuaDesa = list[IndeksDesa]
JUDUL = "Berita Acara Penetapan Status Desa menurut Indeks Desa"


def read(penetapan: PenetapanIdm) -> SemuaDesa:
    """Indeks Desa semua desa pada tahun penetapan, urut kode desa."""
    return read_hasil(penetapan, IndeksDesa)


def compose(penetapan: PenetapanIdm, rows: SemuaDesa) -> IsiPenetapanIndeks:
    """Nama dan kecamatan menurut tahun penetapannya."""
    saat = keadaan(penetapan.kabupaten, penetapan.tahun)
    desa = [_desa(row, saat[row.desa_id]) for row in rows]
    return IsiPenetapanIndeks(
        **kepala(penetapan, JUDUL),
        **isi_status(penetapan, rows, IndeksDesa),
        dimensi=_dimensi(rows),
        kecamatan=per_kecamatan(desa),
        desa=tuple(sorted(desa, key=lambda satu: satu.kode)),
    )


def _dimensi(rows: SemuaDesa) -> tuple[DimensiPenetapan, ...]:
    """Menurut edisi desanya; kosong bila belum ada desa."""
    for row in rows[:1]:
        milik = DimensiIndeks.objects.filter(instrumen=row.instrumen_id).order_by("posisi")
        return tuple(DimensiPenetapan(nama=satu.nama, maksimum=satu.maksimum) for satu in milik)
    return ()


def _desa(row: IndeksDesa, saat: Keadaan) -> DesaIndeks:
    return DesaIndeks(
        kode=saat.kode,
        nama=saat.nama,
        kecamatan=saat.kecamatan,
        instrumen=row.instrumen.kode,
        sumber=row.get_sumber_display(),
        poin=tuple(deret.poin(row.poin)),
        jawaban=row.jawaban,
        skor=row.skor,
        status=row.status,
    )
