"""Angka yang lazimnya salah ketik: jauh di atas targetnya, atau di luar pagunya."""

from collections.abc import Iterator
from decimal import Decimal

from core.angka import rupiah
from core.periode import TRIWULAN as NAMA
from kinerja.aturan.capaian import Arah
from kinerja.aturan.periode import Aturan
from kinerja.aturan.rencana import Angka, Evaluasi, target_cetak

Kalimat = list[str]
JAUH = Decimal(200)  # persen; dua kali target
LEBIH = "Realisasi setahun melebihi pagu."
NEGATIF = "Pengembalian melebihi realisasi: setahunnya negatif."
BERPAGU_KOSONG = "Realisasi ada, pagunya belum diketahui."
SETAHUN = "Setahun"


def persen_naik(
    aturan: Aturan,
    target: Decimal | None,
    nilai: Decimal | None,
) -> Decimal | None:
    """Nilai terhadap target, persen; `None` bila yang lebih tinggi bukan yang dituju barisnya."""
    if aturan.arah is not Arah.NAIK:
        return None
    return aturan.capaian(target, nilai).bebas


def lepas_pagu(realisasi: Decimal, pagu: Decimal | None) -> str:
    """Mengapa realisasi setahun tidak di antara nol dan pagunya; kosong bila di antaranya."""
    if realisasi < 0:
        return NEGATIF
    if pagu is None:
        return BERPAGU_KOSONG if realisasi else ""
    return LEBIH if realisasi > pagu else ""


def jauh_target(evaluasi: Evaluasi, satuan: str) -> Kalimat:
    """Kalimat tiap triwulan yang K-nya jauh di atas target setahun."""
    target = evaluasi.target.k
    kalimat = []
    for masa, angka in _masa(evaluasi):
        persen = persen_naik(evaluasi.aturan, target, angka.k)
        if persen is None or persen < JAUH:
            continue
        tercapai = target_cetak(angka.k, satuan)
        ditargetkan = target_cetak(target, satuan)
        kalimat.append(f"{masa}: K {tercapai} jauh di atas target {ditargetkan}.")
    return _tanpa_setahun(kalimat)


def luar_pagu(evaluasi: Evaluasi) -> Kalimat:
    """Uang setahun yang negatif atau tanpa pagu; selain itu tiap triwulan yang melebihi pagunya."""
    pagu = evaluasi.target.rp
    setahun = evaluasi.jumlah.rp
    if setahun is None:
        return []
    masalah = lepas_pagu(setahun, pagu)
    if pagu is None or masalah == NEGATIF:
        return [masalah]
    kalimat = []
    for masa, angka in _masa(evaluasi):
        if angka.rp is None or angka.rp <= pagu:
            continue
        realisasi = rupiah(angka.rp)
        kalimat.append(f"{masa}: {realisasi} melebihi pagu {rupiah(pagu)}.")
    return _tanpa_setahun(kalimat)


def _masa(evaluasi: Evaluasi) -> Iterator[tuple[str, Angka]]:
    """Tiap triwulan, lalu setahunnya, sebagaimana dicetak."""
    for n, satu in enumerate(evaluasi.triwulan, start=1):
        yield NAMA[n], satu.cetak
    yield SETAHUN, evaluasi.jumlah


def _tanpa_setahun(kalimat: Kalimat) -> Kalimat:
    """Setahunnya hanya bila tidak satu pun triwulan yang disebut."""
    pertama = kalimat[:1]
    triwulan = [satu for satu in kalimat if not satu.startswith(SETAHUN)]
    return triwulan or pertama
