"""Instrumen berikutnya sebagai salinan yang lama, dan skala yang dipastikan orang."""

from typing import Any

from django.utils import timezone

from core import audit, door
from core.audit import Refused
from idm.models import IndikatorIdm, Instrumen


def copy_instrumen(
    *,
    asal: Instrumen,
    kode: str,
    nama: str,
    regulasi: str,
    tahun_awal: int,
    by: Any,
) -> Instrumen:
    """Instrumen baru dengan ambang, dimensi, indikator dan kriteria yang sama.

    `Refused` bila kodenya sudah ada.
    """
    with audit.locked(""):
        if Instrumen.objects.filter(kode=kode).exists():
            raise Refused(f"Kode instrumen {kode} sudah dipakai.")
        baru = Instrumen(
            kode=kode,
            nama=nama,
            regulasi=regulasi,
            tahun_awal=tahun_awal,
            cara=asal.cara,
            catatan=asal.catatan,
        )
        salinan = f"Salinan {asal}."
        door.save(baru, by=by, note=salinan)
        isi = _isi_salinan(asal, baru)
        isinya = f"Isi salinan {asal}."
        door.save_all(isi, by=by, target=baru, note=isinya)
    return baru


def _isi_salinan(asal: Instrumen, baru: Instrumen) -> list[Any]:
    """Ambang, dimensi, indikator dan kriteria `asal` sebagai milik `baru`."""
    indikator = list(asal.indikatoridm_set.prefetch_related("kriteriaskor_set"))
    subdimensi = []
    for dimensi in asal.dimensiindeks_set.all():
        milik = list(dimensi.subdimensiindeks_set.all())
        berisi = (dimensi, milik)
        subdimensi.append(berisi)
    kriteria = []
    for lama in indikator:
        milik = list(lama.kriteriaskor_set.all())
        kriteria.append((lama, milik))
    anak = [
        *asal.ambangstatus_set.all(),
        *[dimensi for dimensi, _ in subdimensi],
        *indikator,
    ]
    isi = [_salinan(row, instrumen=baru) for row in anak]
    for dimensi, milik in subdimensi:
        isi += [_salinan(satu, dimensi=dimensi) for satu in milik]
    for induk, milik in kriteria:
        isi += [_salinan(satu, indikator=induk) for satu in milik]
    return isi


def _salinan(row: Any, **ganti: Any) -> Any:
    """Baris baru dengan isi yang sama; induknya yang baru."""
    row.pk = None
    row._state.adding = True
    for nama, nilai in ganti.items():
        setattr(row, nama, nilai)
    return row


def pastikan_skala(*, indikator: IndikatorIdm, by: Any) -> None:
    """Skalanya sudah dicocokkan `by` dengan panduannya; kriterianya terkunci sesudahnya."""
    with audit.locked(""):
        if not indikator.kriteriaskor_set.exists():
            raise Refused(f"Skala {indikator} belum dimuat, jadi belum dapat dipastikan.")
        if indikator.dipastikan_oleh:
            raise Refused(f"Skala {indikator} sudah dipastikan {indikator.dipastikan_oleh}.")
        indikator.dipastikan_oleh = str(by)[:200]
        indikator.dipastikan_at = timezone.now()
        door.save(indikator, by=by, note="Skala dipastikan.", only_scope=True)


def batalkan_kepastian(*, indikator: IndikatorIdm, by: Any) -> None:
    """Skalanya perlu diperiksa lagi; `Refused` bila memang belum dipastikan."""
    with audit.locked(""):
        if not indikator.dipastikan_oleh:
            raise Refused(f"Skala {indikator} belum dipastikan.")
        indikator.dipastikan_oleh = ""
        indikator.dipastikan_at = None
        door.save(indikator, by=by, note="Kepastian skala dibatalkan.", only_scope=True)
