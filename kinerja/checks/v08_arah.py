"""V8: realisasi tersalin dari target atau dari baris lain; target lebih mudah dari realisasi lalu."""

from collections.abc import Mapping
from decimal import Decimal

from core.angka import format_angka
from documents.papers import Finding
from kinerja.capaian import Arah
from kinerja.models import Lkjip
from kinerja.reports.pengukuran import Ukuran
from kinerja.reports.rujukan import Angka, Bahan


def check(lkjip: Lkjip, b: Bahan, angka: Mapping[str, Angka]) -> list[Finding]:
    temuan: list[Finding] = []
    for tahun in b.pengukuran.tahun_periode:
        terlihat: dict[Decimal, Ukuran] = {}
        for indikator in b.pengukuran.indikator:
            u = b.pengukuran.ukur(indikator, tahun)
            temuan += filter(None, (_sama_target(u), _sama_baris(u, terlihat), _target_mudah(b, u)))
            if u.realisasi is not None:
                terlihat.setdefault(u.realisasi, u)
    return temuan


def _sama_target(u: Ukuran) -> Finding | None:
    if u.hasil or u.realisasi is None or u.realisasi != u.target or u.realisasi == u.realisasi.to_integral_value():
        return None
    return _temuan(u, "Realisasi sama persis dengan target; pastikan bukan salinan.")


def _sama_baris(u: Ukuran, terlihat: dict[Decimal, Ukuran]) -> Finding | None:
    lain = terlihat.get(u.realisasi) if u.realisasi else None
    if lain is None or u.realisasi == u.realisasi.to_integral_value():  # type: ignore[union-attr]
        return None
    return _temuan(u, f"Realisasi sama persis dengan {lain.indikator}; mungkin tersalin antar baris.")


def _target_mudah(b: Bahan, u: Ukuran) -> Finding | None:
    if u.tahun != b.tahun or u.target is None or u.tahun - 1 not in b.pengukuran.tahun_periode:
        return None
    lalu = b.pengukuran.ukur(u.indikator, u.tahun - 1).realisasi
    naik = u.indikator.arah == Arah.NAIK
    if lalu is None or (u.target >= lalu if naik else u.target <= lalu):
        return None
    dulu = f"realisasi {u.tahun - 1} ({format_angka(lalu, 2)})"
    return _temuan(u, f"Target {format_angka(u.target)} lebih mudah daripada {dulu}.")


def _temuan(u: Ukuran, pesan: str) -> Finding:
    tercetak = u.isian.tercetak if u.isian else ""
    return Finding("V8", f"{u.indikator}, {u.tahun}", pesan, tercetak, "", u.indikator.get_absolute_url())
