"""V11: “target tercapai” pada uraian satu baris, tanpa pokok lain, terhadap K baris itu."""

from collections.abc import Iterator
from decimal import Decimal

from core.angka import persen
from core.periode import TRIWULAN as NAMA
from documents.uji import Perbandingan
from kinerja.aturan.capaian import SERATUS
from kinerja.aturan.klaim import capaian
from kinerja.aturan.periode import Cara, Masa, angka, terbanding
from kinerja.aturan.rencana import TRIWULAN, per_triwulan
from kinerja.aturan.ujaran import BELANJA, PAGU, SERAPAN, SISA, besaran
from kinerja.models.keluaran import TARGET_TRIWULAN
from kinerja.tahun.pohon import Simpul
from kinerja.uji.checks.ketercapaian import is_lain, keliru
from kinerja.uji.checks.ucapan import Ucapan

UANG = frozenset({BELANJA, PAGU, SERAPAN, SISA})


def ketercapaian_baris(ucapan: Ucapan) -> Perbandingan:
    """Cukup sesuai salah satu target yang mungkin dimaksud: setahun, atau triwulannya."""
    simpul = ucapan.bacaan.simpul
    dikatakan = capaian(ucapan.teks)
    if simpul is None or dikatakan is None or ucapan.subjek or is_lain(ucapan):
        return
    triwulan = ucapan.bacaan.triwulan
    diketahui = list(rasio_baris(simpul, triwulan))
    if not diketahui or besaran(ucapan.teks) in UANG:
        return
    semua = [keliru(dikatakan, rasio) for rasio in diketahui]
    if not all(semua):
        yield None
        return
    sampai = NAMA[triwulan]
    pesan = f"Uraiannya menyatakan target {semua[0]}, K baris ini sampai {sampai} tidak."
    yield ucapan.temuan("target", pesan, ucapan.bacaan.teks, persen(diketahui[0]))


def rasio_baris(simpul: Simpul, triwulan: int) -> Iterator[Decimal]:
    """K sampai triwulan itu terhadap target setahunnya dan target triwulannya, dalam persen.

    Target setahun sebelum akhir tahun hanya bila sudah tercapai atau target triwulannya ada.
    """
    evaluasi = simpul.evaluasi.sampai(triwulan)
    setahun = evaluasi.capaian.rasio
    berjadwal = list(_rasio_triwulan(simpul, triwulan))
    is_akhir = triwulan == len(TRIWULAN)
    if setahun is not None and (is_akhir or berjadwal or setahun >= SERATUS):
        yield setahun
    yield from berjadwal


def _rasio_triwulan(simpul: Simpul, triwulan: int) -> Iterator[Decimal]:
    """Terhadap target sampai triwulan itu, lalu K triwulan itu terhadap targetnya sendiri."""
    evaluasi = simpul.evaluasi.sampai(triwulan)
    semua = _target_triwulan(simpul)
    target: dict[Masa, Decimal] = {}
    for nomor in range(1, triwulan + 1):
        if nomor in semua:
            target[nomor, 0] = semua[nomor]
    sampai = evaluasi.aturan.setahun(target)
    sendiri = evaluasi.triwulan[-1].isi
    for seharusnya, isi in ((sampai, evaluasi.setahun.isi), (semua.get(triwulan), sendiri)):
        rasio = evaluasi.aturan.capaian(angka(seharusnya), terbanding(isi)).rasio
        if rasio is not None:
            yield rasio


def _target_triwulan(simpul: Simpul) -> dict[int, Decimal]:
    """Yang ditulis orang, atau bagian target setahun menurut jadwal bulannya."""
    hasil = {}
    for nomor, kolom in zip(TRIWULAN, TARGET_TRIWULAN, strict=True):
        ditulis = getattr(simpul.obj, kolom)
        if ditulis is not None:
            hasil[nomor] = ditulis
    target = simpul.evaluasi.target.k
    if hasil or target is None or simpul.evaluasi.aturan.cara is not Cara.JUMLAH:
        return hasil
    for nomor, bagian in zip(TRIWULAN, per_triwulan(simpul.bulan), strict=True):
        if bagian:
            hasil[nomor] = target * bagian / SERATUS
    return hasil
