"""V8: realisasi tersalin dari target atau dari baris lain; target lebih mudah dari realisasi lalu."""

from decimal import Decimal

from core.angka import format_angka
from documents.jenis import Temuan
from kinerja.models import Lkjip
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Pengukuran, Ukuran


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    temuan: list[Temuan] = []
    pengukuran = kinerja.pengukuran
    for tahun in pengukuran.renstra.tahun_periode:
        terlihat: dict[Decimal, Ukuran] = {}
        for indikator in pengukuran.indikator:
            ukuran = pengukuran.ukur(indikator, tahun)
            mudah = _target_mudah(pengukuran, ukuran) if tahun == kinerja.tahun else None
            temuan += filter(None, (_sama_target(ukuran), _sama_baris(ukuran, terlihat), mudah))
            if ukuran.realisasi is not None:
                terlihat.setdefault(ukuran.realisasi, ukuran)
    return temuan


def _sama_target(u: Ukuran) -> Temuan | None:
    if u.hasil or u.realisasi is None or u.realisasi != u.target or u.realisasi == u.realisasi.to_integral_value():
        return None
    return _temuan(u, "Realisasi sama persis dengan target; pastikan bukan salinan.")


def _sama_baris(u: Ukuran, terlihat: dict[Decimal, Ukuran]) -> Temuan | None:
    lain = terlihat.get(u.realisasi) if u.realisasi else None
    if lain is None or u.realisasi == u.realisasi.to_integral_value():  # type: ignore[union-attr]
        return None
    return _temuan(u, f"Realisasi sama persis dengan {lain.indikator}; mungkin tersalin antar baris.")


def _target_mudah(pengukuran: Pengukuran, u: Ukuran) -> Temuan | None:
    """Target tahun laporan terhadap realisasi tahun lalu pada periode yang sama."""
    if u.target is None or u.tahun - 1 not in pengukuran.renstra.tahun_periode:
        return None
    lalu = pengukuran.ukur(u.indikator, u.tahun - 1).realisasi
    if lalu is None or not u.indikator.rumus.is_lebih_mudah(u.target, lalu):
        return None
    dulu = f"realisasi {u.tahun - 1} ({format_angka(lalu, 2)})"
    return _temuan(u, f"Target {format_angka(u.target)} lebih mudah daripada {dulu}.")


def _temuan(u: Ukuran, pesan: str) -> Temuan:
    tercetak = u.isian.tercetak if u.isian else ""
    return Temuan("V8", f"{u.indikator}, {u.tahun}", pesan, tercetak, "", u.indikator.get_absolute_url())
