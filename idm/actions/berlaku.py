"""Draf yang diverifikasi menjadi angka yang berlaku.

Pembatalannya memulihkan yang digantikan, persis.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from core import door
from core.audit import Refused
from idm import deret
from idm.models import IdmDesa, IsianIdm, TerbitanIdm
from idm.models.berlaku import AngkaBerlaku, potret, pulihkan
from idm.scoring import sidik

SALINAN = "Tercatat sebelum skornya diisi"  # sumber salinan terbitan yang digantikan draf
NILAI = ("iks", "ike", "ikl", "idm", "status")


def berlakukan(row: AngkaBerlaku, isi: Mapping[str, Any], *, by: Any) -> None:
    """Isi `row` dengan hasil drafnya; yang digantikan disimpan bersamanya."""
    semula = potret(row)
    if semula.get("sumber") == IdmDesa.Sumber.TERBITAN:
        _copy_terbitan(row, by)
    for nama, nilai in isi.items():
        setattr(row, nama, nilai)
    row.semula = semula
    row.asal = f"Draf diverifikasi {by}"[:200]
    row.berlaku_at = timezone.now()
    door.save(row, by=by, note="Berlaku sesudah drafnya diverifikasi.", only_scope=True)


def pulihkan_semula(row: AngkaBerlaku | None, *, by: Any, note: str) -> None:
    """Kebalikan `berlakukan`; yang berlaku bukan lewat verifikasi tetap berlaku."""
    if row is None or row.semula is None:
        return
    semula = row.semula
    if not semula:
        door.delete(row, by=by, note=note, only_scope=True)
        return
    pulihkan(row, semula)
    door.save(row, by=by, note=note, only_scope=True)
    if semula.get("sumber") == IdmDesa.Sumber.TERBITAN:
        _delete_salinan(row, by, note)


def _copy_terbitan(row: Any, by: Any) -> None:
    """Indeks terbitan yang segera digantikan, bila belum tersimpan di sampingnya."""
    if TerbitanIdm.objects.filter(desa=row.desa, tahun=row.tahun).exists():
        return
    nilai = {nama: getattr(row, nama) for nama in NILAI}
    salinan = TerbitanIdm(
        desa=row.desa,
        tahun=row.tahun,
        sumber=SALINAN,
        **nilai,
    )
    door.save(salinan, by=by)


def _delete_salinan(row: Any, by: Any, note: str) -> None:
    """Terbitannya berlaku kembali, jadi salinannya tidak diperlukan.

    Terbitan yang dimuat sendiri tetap.
    """
    rows = TerbitanIdm.objects.filter(
        desa=row.desa,
        tahun=row.tahun,
        sumber=SALINAN,
    )
    salinan = rows.first()
    if salinan is not None:
        door.delete(salinan, by=by, note=note)


def idm_berlaku(isian: IsianIdm) -> IdmDesa | None:
    """IDM yang berlaku bagi desa dan tahun isian itu."""
    rows = IdmDesa.objects.filter(desa=isian.desa, tahun=isian.tahun)
    berdaerah = rows.select_related("desa__kecamatan__kabupaten")
    row: IdmDesa | None = berdaerah.first()
    return row


def hasil_isian(isian: IsianIdm, indeks: Sequence[str], by: Any) -> dict[str, Any]:
    """Kolom `IdmDesa` dari deret yang lengkap; `indeks` kode indeks tiap posisi."""
    instrumen = isian.instrumen
    ambang = instrumen.ambang()
    if not ambang:
        raise Refused(f"{instrumen} belum mempunyai ambang status; admin mengisinya dulu.")
    nilai = deret.hasil(isian.skor, indeks, ambang)
    return {
        "instrumen": instrumen,
        "skor": isian.skor,
        "iks": nilai.iks,
        "ike": nilai.ike,
        "ikl": nilai.ikl,
        "idm": nilai.idm,
        "status": nilai.status.value if nilai.status else "",
        "sumber": IdmDesa.Sumber.SKOR,
        "sidik": sidik(instrumen.kode, isian.skor),
        "dihitung_oleh": str(by)[:200],
        "dihitung_at": timezone.now(),
    }
