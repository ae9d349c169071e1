"""Status tiap desa tahun laporan dan tahun lalunya, menurut indeks tahun itu."""

from typing import Any

from idm.indeks import IDM, indeks
from idm.models import IdmDesa, IndeksDesa
from kinerja.naskah.lkjip.isi.desa import DesaStatus, KecamatanDesa, RincianDesa
from kinerja.tahun.tahun_kinerja import TahunKinerja
from villages.sources import keadaan

StatusTahun = dict[tuple[int, int], str]  # desa, tahun


def rincian_desa(kinerja: TahunKinerja) -> RincianDesa:
    """Kecamatan urut kode desanya; kosong bila status desa satu per satu tidak diketahui."""
    tahun = kinerja.tahun
    status = _status(kinerja)
    berstatus = {desa for desa, saat in status if saat == tahun}
    if not berstatus:
        return RincianDesa()
    saat = keadaan(kinerja.kabupaten, tahun)
    kecamatan: dict[str, list[DesaStatus]] = {}
    tahun_lalu = tahun - 1
    for desa in sorted(berstatus, key=lambda satu: saat[satu].kode):
        kini = saat[desa]
        row = DesaStatus(
            nama=kini.nama,
            status=status[desa, tahun],
            lalu=status.get((desa, tahun_lalu), ""),
        )
        anggota = kecamatan.setdefault(kini.kecamatan, [])
        anggota.append(row)
    semua = []
    for nama, sekecamatan in kecamatan.items():
        satu = KecamatanDesa(nama=nama, desa=tuple(sekecamatan))
        semua.append(satu)
    return RincianDesa(kecamatan=tuple(semua))


def _status(kinerja: TahunKinerja) -> StatusTahun:
    """Tahun laporan dan tahun lalu; yang lain indeksnya tidak disandingkan."""
    tahun = kinerja.tahun
    model: Any = IndeksDesa
    if indeks(tahun) == IDM:
        model = IdmDesa
    rows = model.objects.milik(kinerja.kabupaten).filter(tahun__in=(tahun - 1, tahun))
    hasil = {}
    for desa, saat, status in rows.values_list("desa", "tahun", "status"):
        hasil[desa, saat] = status
    return hasil
