"""V8: realisasi tersalin dari target atau baris lain; target lebih mudah dari realisasi lalu."""

from decimal import Decimal

from core.angka import format_angka
from documents.jenis import Temuan
from kinerja.aturan.capaian import Sebutan
from kinerja.models import Lkjip
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    pengukuran = kinerja.pengukuran
    hasil: list[Temuan | None] = []
    for tahun in pengukuran.renstra.tahun_periode:
        terlihat: dict[Decimal, Ukuran] = {}
        for indikator in pengukuran.indikator:
            ukuran = pengukuran.ukur(indikator, tahun)
            hasil.append(_sama_target(ukuran))
            hasil.append(_sama_baris(ukuran, terlihat))
            if tahun == kinerja.tahun:
                hasil.append(_target_mudah(pengukuran, ukuran))
            if ukuran.realisasi is not None:
                terlihat.setdefault(ukuran.realisasi, ukuran)
    return [t for t in hasil if t]


def _is_bulat(nilai: Decimal) -> bool:
    """Angka bulat lazim kembar, maka tidak dicurigai."""
    return nilai == nilai.to_integral_value()


def _sama_target(u: Ukuran) -> Temuan | None:
    if u.hasil or u.realisasi is None:
        return None
    if u.realisasi != u.target or _is_bulat(u.realisasi):
        return None
    return _temuan(u, "Realisasi sama persis dengan target; pastikan bukan salinan.")


def _sama_baris(u: Ukuran, terlihat: dict[Decimal, Ukuran]) -> Temuan | None:
    if u.realisasi is None or _is_bulat(u.realisasi):
        return None
    lain = terlihat.get(u.realisasi)
    if lain is None:
        return None
    pesan = f"Realisasi sama persis dengan {lain.indikator}; mungkin tersalin antar baris."
    return _temuan(u, pesan)


def _target_mudah(pengukuran: Pengukuran, u: Ukuran) -> Temuan | None:
    """Target tahun laporan terhadap realisasi tahun lalu pada periode yang sama."""
    tahun_lalu = u.tahun - 1
    if tahun_lalu not in pengukuran.renstra.tahun_periode:
        return None
    lalu = pengukuran.ukur(u.indikator, tahun_lalu)
    if isinstance(lalu.isi, Sebutan):
        return _sebutan_mudah(u, lalu.isi)
    if u.target is None or lalu.realisasi is None:
        return None
    if not u.indikator.rumus.is_lebih_mudah(u.target, lalu.realisasi):
        return None
    target = format_angka(u.target)
    dulu = f"realisasi {tahun_lalu} ({format_angka(lalu.realisasi, 2)})"
    return _temuan(u, f"Target {target} lebih mudah daripada {dulu}.")


def _sebutan_mudah(u: Ukuran, lalu: Sebutan) -> Temuan | None:
    """Sebutan yang ditargetkan lebih rendah daripada yang sudah dicapai tahun lalu."""
    target = u.sasaran_target.tingkat if u.sasaran_target else None
    if target is None or target.urutan <= lalu.urutan:
        return None
    dulu = f"realisasi {u.tahun - 1} ({lalu.nama})"
    return _temuan(u, f"Target {target.nama} lebih mudah daripada {dulu}.")


def _temuan(u: Ukuran, pesan: str) -> Temuan:
    tempat = f"{u.indikator}, {u.tahun}"
    tercetak = u.isian.tercetak if u.isian else ""
    return Temuan("V8", tempat, pesan, tercetak, url=u.indikator.get_absolute_url())
