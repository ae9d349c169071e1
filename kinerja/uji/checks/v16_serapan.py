"""V16: realisasi setahun antara nol dan pagu; pengembalian boleh membuat satu triwulan negatif."""

from decimal import Decimal

from core.angka import rupiah
from documents.jenis import Temuan
from kinerja.aturan.rencana import jumlah
from kinerja.tahun.pembagian import sebaris
from kinerja.tahun.pohon import Pohon, Simpul


def temuan(pohon: Pohon) -> list[Temuan]:
    """Sub kegiatan yang realisasi setahunnya negatif, melebihi pagu, atau tanpa pagu."""
    semua = pohon.sub
    hasil = []
    for s in semua:
        if s.is_lanjutan:
            continue
        satu = _serapan(s, sebaris(s, semua))
        if satu:
            hasil.append(satu)
    return hasil


def _serapan(s: Simpul, baris: list[Simpul]) -> Temuan | None:
    realisasi = jumlah(satu.evaluasi.jumlah.rp for satu in baris)
    pagu = jumlah(satu.pagu for satu in baris)
    pesan = _pesan(realisasi, pagu)
    if realisasi is None or not pesan:
        return None
    return Temuan(
        "V16",
        str(s.obj),
        pesan,
        rupiah(realisasi),
        "" if pagu is None else rupiah(pagu),
        s.obj.get_absolute_url(),
    )


def _pesan(realisasi: Decimal | None, pagu: Decimal | None) -> str:
    if not realisasi:
        return ""
    if realisasi < 0:
        return "Pengembalian melebihi realisasi: setahunnya negatif."
    if pagu is None:
        return "Realisasi ada, pagunya belum diketahui."
    return "Realisasi setahun melebihi pagu." if realisasi > pagu else ""
