"""Satu pertanyaan kuesioner dengan pilihannya, jawabannya, dan usul registernya."""

from collections.abc import Sequence
from dataclasses import dataclass

from idm import deret
from idm.models import BuktiJawaban, CatatanJawaban, IndikatorIdm
from idm.reports.usulan import Usulan

SemuaBukti = Sequence[BuktiJawaban]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilihan:
    """Satu skor yang dapat dipilih; kriterianya kosong selama rubriknya belum diketahui."""

    skor: int
    kriteria: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirIsian:
    """Satu pertanyaan dengan pilihannya, jawabannya kini dan tahun lalu, dan usul registernya.

    `skor` dan `lalu` `None` bila belum dijawab; `usul_berubah` bila jawabannya diambil dari
    register dan register kini berkata lain.
    """

    indikator: IndikatorIdm
    pilihan: tuple[Pilihan, ...]
    rubrik_belum: bool
    skor: int | None
    lalu: int | None
    turun: bool
    catatan: str
    bukti: SemuaBukti
    usul: Usulan | None
    usul_diambil: str
    usul_berubah: bool


def susun_butir(
    indikator: IndikatorIdm,
    *,
    kini: str,
    lalu: str,
    catatan: CatatanJawaban | None,
    bukti: SemuaBukti,
    usul: Usulan | None,
) -> ButirIsian:
    """`kini` dan `lalu` deret skor seluruh instrumennya."""
    skor = deret.skor(kini, indikator.posisi)
    dulu = deret.skor(lalu, indikator.posisi)
    berkriteria = _berkriteria(indikator)
    diambil = catatan.usul if catatan else ""
    return ButirIsian(
        indikator=indikator,
        pilihan=berkriteria or _tanpa_kriteria(indikator),
        rubrik_belum=not berkriteria,
        skor=skor,
        lalu=dulu,
        turun=_is_turun(dulu, skor),
        catatan=catatan.catatan if catatan else "",
        bukti=bukti,
        usul=usul,
        usul_diambil=diambil,
        usul_berubah=_is_berubah(diambil, usul, skor),
    )


def _berkriteria(indikator: IndikatorIdm) -> tuple[Pilihan, ...]:
    """Menurut rubriknya, yang tertinggi di atas."""
    kriteria = sorted(indikator.kriteriaskor_set.all(), key=lambda satu: satu.skor, reverse=True)
    return tuple(Pilihan(skor=satu.skor, kriteria=satu.kriteria) for satu in kriteria)


def _tanpa_kriteria(indikator: IndikatorIdm) -> tuple[Pilihan, ...]:
    """Skor yang diterima selama rubriknya belum diketahui."""
    return tuple(Pilihan(skor=skor, kriteria="") for skor in reversed(indikator.tersedia))


def _is_berubah(diambil: str, usul: Usulan | None, skor: int | None) -> bool:
    """Jawabannya dari register, dan register kini berkata lain."""
    if not diambil or skor is None:
        return False
    return usul is None or usul.dasar != diambil


def _is_turun(dulu: int | None, skor: int | None) -> bool:
    """Penurunan yang harus dijelaskan; yang tidak diketahui tidak turun."""
    if dulu is None or skor is None:
        return False
    return dulu - skor >= deret.TURUN_BERARTI
