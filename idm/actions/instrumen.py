"""Instrumen berikutnya sebagai salinan yang lama, lalu diubah seperlunya."""

from typing import Any

from core import audit, door
from core.audit import Refused
from idm.models import Instrumen


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
    kriteria = []
    for lama in indikator:
        milik = list(lama.kriteriaskor_set.all())
        kriteria.append((lama, milik))
    anak = [
        *asal.ambangstatus_set.all(),
        *asal.dimensiindeks_set.all(),
        *indikator,
    ]
    isi = [_salinan(row, instrumen=baru) for row in anak]
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
