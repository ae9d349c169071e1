"""IDM yang tercatat pada tahun-tahun satu berkas: yang berlaku, terbitannya, dan drafnya."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from idm.impor import Nilai
from idm.models import IdmDesa, IsianIdm, TerbitanIdm

Saring = dict[str, Any]

Kunci = tuple[int, int]  # desa, tahun
SKOR = "skor"
KUNCI = ("desa_id", "tahun")
NILAI = ("iks", "ike", "ikl", "idm", "status")


@dataclass(frozen=True, slots=True)
class Tercatat:
    """Satu baris IdmDesa yang berlaku."""

    instrumen: int
    skor: str
    nilai: Nilai
    is_terverifikasi: bool

    def __str__(self) -> str:
        bagian = (self.instrumen, self.skor, self.nilai)
        return ":".join(map(str, bagian))


@dataclass(frozen=True, slots=True)
class Draf:
    """Satu isian yang ada."""

    instrumen: int
    skor: str
    is_terverifikasi: bool

    def __str__(self) -> str:
        bagian = (self.instrumen, self.skor, self.is_terverifikasi)
        return ":".join(map(str, bagian))


PerKunci = dict[Kunci, Draf]


class Ada:
    """IDM yang tercatat pada tahun-tahun berkas, dibaca sekali.

    Skor satu kabupaten menjadi draf; muatan senegara, tanpa kabupaten, langsung berlaku.
    """

    def __init__(self, tahun: Iterable[int], kabupaten: Any = None) -> None:
        """Satu kueri tiap jenisnya, berapa pun barisnya."""
        saring: Saring = {"tahun__in": set(tahun)}
        if kabupaten:
            saring["desa__kecamatan__kabupaten"] = kabupaten
        self.idm = _read_idm(saring)
        self.terbitan = _read_terbitan(saring)
        self.is_draf = kabupaten is not None
        self.draf: PerKunci = {}
        if self.is_draf:
            self.draf = _read_draf(saring)

    def keadaan(self, desa: int, tahun: int, jenis: str) -> str:
        """Tanda isi yang akan ditimpa; berbeda berarti sudah diubah sejak dibandingkan."""
        kunci = (desa, tahun)
        if jenis == SKOR:
            return self._keadaan_skor(kunci)
        idm = self.idm.get(kunci)
        terbitan = self.terbitan.get(kunci, "")
        is_berskor = bool(idm and idm.skor)
        sendiri = ""
        if idm and not is_berskor:
            sendiri = str(idm.nilai)
        return f"{terbitan}|{sendiri}|{is_berskor}"

    def _keadaan_skor(self, kunci: Kunci) -> str:
        """Yang berlaku, lalu drafnya."""
        berlaku = ""
        idm = self.idm.get(kunci)
        if idm:
            berlaku = str(idm)
        draf = self.draf.get(kunci)
        if draf is None:
            return berlaku
        return f"{berlaku}|{draf}"


def _read_idm(saring: Saring) -> dict[Kunci, Tercatat]:
    """Urutan tidak penting; dicari menurut desa dan tahunnya."""
    rows = IdmDesa.objects.filter(**saring).order_by()
    hasil = {}
    kolom = ("instrumen_id", "skor", "semula", *KUNCI, *NILAI)
    semua = rows.values_list(*kolom)
    for instrumen, skor, semula, desa, tahun, *nilai in semua:
        hasil[desa, tahun] = Tercatat(
            instrumen=instrumen,
            skor=skor,
            nilai=Nilai(*nilai),
            is_terverifikasi=semula is not None,
        )
    return hasil


def _read_terbitan(saring: Saring) -> dict[Kunci, Nilai]:
    """Terbitan yang berdiri di samping skor."""
    rows = TerbitanIdm.objects.filter(**saring).order_by()
    hasil = {}
    semua = rows.values_list(*KUNCI, *NILAI)
    for desa, tahun, *nilai in semua:
        hasil[desa, tahun] = Nilai(*nilai)
    return hasil


def _read_draf(saring: Saring) -> PerKunci:
    """Isian yang sedang dikerjakan maupun yang sudah diverifikasi."""
    rows = IsianIdm.objects.filter(**saring).order_by()
    hasil = {}
    kolom = (*KUNCI, "instrumen_id", "skor", "status")
    diverifikasi = IsianIdm.StatusIsian.DIVERIFIKASI
    semua = rows.values_list(*kolom)
    for desa, tahun, instrumen, skor, status in semua:
        is_terverifikasi = status == diverifikasi
        hasil[desa, tahun] = Draf(
            instrumen=instrumen,
            skor=skor,
            is_terverifikasi=is_terverifikasi,
        )
    return hasil
