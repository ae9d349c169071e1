"""Draf yang diverifikasi menjadi angka yang berlaku.

Pembatalannya memulihkan yang digantikan, persis.
"""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from core import door
from core.audit import Refused
from idm import deret
from idm.models import IdmDesa, IndeksDesa, IsianIdm, TerbitanIdm, TerbitanIndeks
from idm.models.berlaku import AngkaBerlaku, potret, pulihkan
from idm.models.ukuran import tabel_hasil
from idm.scoring import sidik
from idm.susunan import Hasil, Susunan

SALINAN = "Tercatat sebelum skornya diisi"  # sumber salinan terbitan yang digantikan draf
# hasil → tempat terbitannya, dan kolom yang disalin
TERBITAN: dict[Any, tuple[Any, tuple[str, ...]]] = {
    IdmDesa: (TerbitanIdm, ("iks", "ike", "ikl", "idm", "status")),
    IndeksDesa: (
        TerbitanIndeks,
        ("instrumen", "skor", "poin", "jawaban", "status", "is_contoh"),
    ),
}


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
    terbitan, kolom = TERBITAN[type(row)]
    if terbitan.objects.filter(desa=row.desa, tahun=row.tahun).exists():
        return
    nilai = {nama: getattr(row, nama) for nama in kolom}
    salinan = terbitan(desa=row.desa, tahun=row.tahun, sumber=SALINAN, **nilai)
    door.save(salinan, by=by)


def _delete_salinan(row: Any, by: Any, note: str) -> None:
    """Terbitannya berlaku kembali, jadi salinannya tidak diperlukan.

    Terbitan yang dimuat sendiri tetap.
    """
    terbitan, _ = TERBITAN[type(row)]
    rows = terbitan.objects.filter(
        desa=row.desa,
        tahun=row.tahun,
        sumber=SALINAN,
    )
    salinan = rows.first()
    if salinan is not None:
        door.delete(salinan, by=by, note=note)


def hasil_berlaku(isian: IsianIdm) -> Any:
    """Yang berlaku bagi desa dan tahun isian itu, pada ukuran isiannya; `None` bila belum ada."""
    tabel = tabel_hasil(isian.instrumen)
    rows = tabel.objects.filter(desa=isian.desa, tahun=isian.tahun)
    return rows.select_related("desa__kecamatan__kabupaten").first()


def hasil_isian(isian: IsianIdm, susunan: Susunan, by: Any) -> dict[str, Any]:
    """Kolom `IdmDesa` atau `IndeksDesa` dari deret yang lengkap."""
    instrumen = isian.instrumen
    if not susunan.ambang:
        raise Refused(f"{instrumen} belum mempunyai ambang status; admin mengisinya dulu.")
    hasil = susunan.hasil(isian.skor)
    status = hasil.status.value if hasil.status else ""
    isi = {"instrumen": instrumen, "status": status}
    if instrumen.is_dimensi:
        return isi | _kolom_indeks_desa(isian, hasil)
    return isi | _kolom_idm(isian, hasil, by)


def _kolom_indeks_desa(isian: IsianIdm, hasil: Hasil) -> dict[str, Any]:
    """Skor, dan poin serta aspek yang menyusunnya."""
    return {
        "skor": hasil.nilai,
        "poin": deret.deret_poin(hasil.poin),
        "jawaban": isian.skor,
        "sumber": IndeksDesa.SumberIndeks.ASPEK,
        "is_contoh": False,
    }


def _kolom_idm(isian: IsianIdm, hasil: Hasil, by: Any) -> dict[str, Any]:
    """Ketiga indeks, rata-ratanya, dan tanda hitungannya."""
    iks, ike, ikl = (satu.nilai for satu in hasil.bagian)
    return {
        "skor": isian.skor,
        "iks": iks,
        "ike": ike,
        "ikl": ikl,
        "idm": hasil.nilai,
        "sumber": IdmDesa.Sumber.SKOR,
        "sidik": sidik(isian.instrumen.kode, isian.skor),
        "dihitung_oleh": str(by)[:200],
        "dihitung_at": timezone.now(),
    }
