"""Baris lembar dibandingkan dengan yang tercatat: baru, sama, atau berbeda (tidak ditimpa tanpa diminta)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from documents.impor import Kesalahan
from idm.impor import BarisIdm, Nilai
from idm.models import IdmDesa, TerbitanIdm

SKOR, TERBITAN, TERBITAN_SAJA = "skor", "terbitan", "terbitan_saja"
JUDUL = {SKOR: "Skor", TERBITAN: "Terbitan", TERBITAN_SAJA: "Terbitan"}


@dataclass(frozen=True, slots=True)
class Tercatat:
    """Satu baris IdmDesa yang ada."""

    instrumen: int
    skor: str
    nilai: Nilai


class Ada:
    """IDM yang tercatat pada tahun-tahun berkas, dibaca sekali."""

    def __init__(self, tahun: Iterable[int], kabupaten: Any = None) -> None:
        saring = {"tahun__in": set(tahun)} | ({"desa__kecamatan__kabupaten": kabupaten} if kabupaten else {})
        kolom = ("desa_id", "tahun", "iks", "ike", "ikl", "idm", "status")
        self.idm = {
            (desa, tahun): Tercatat(instrumen, skor, Nilai(*nilai))
            for instrumen, skor, desa, tahun, *nilai in IdmDesa.objects.filter(**saring)
            .order_by()
            .values_list("instrumen_id", "skor", *kolom)
        }
        self.terbitan = {
            (desa, tahun): Nilai(*nilai)
            for desa, tahun, *nilai in TerbitanIdm.objects.filter(**saring).order_by().values_list(*kolom)
        }

    def keadaan(self, desa: int, tahun: int, jenis: str) -> str:
        """Tanda isi yang akan ditimpa; berbeda berarti sudah diubah sejak dibandingkan."""
        idm = self.idm.get((desa, tahun))
        if jenis == SKOR:
            return f"{idm.instrumen}:{idm.skor}:{idm.nilai}" if idm else ""
        sendiri = idm.nilai if idm and not idm.skor else ""
        return f"{self.terbitan.get((desa, tahun), '')}|{sendiri}|{bool(idm and idm.skor)}"


@dataclass(frozen=True, slots=True)
class Selisih:
    """Satu baris yang akan disimpan; `lama` tulisan isi kini, kosong bila belum ada."""

    desa: int
    kode: str
    nama: str
    kabupaten: int
    tahun: int
    instrumen: int
    jenis: str
    skor: str
    nilai: Nilai
    lama: str
    baru: str
    keadaan: str
    beda: bool
    lembar: str
    sel: str


@dataclass
class Bandingan:
    selisih: list[Selisih] = field(default_factory=list)
    catatan: list[Kesalahan] = field(default_factory=list)
    sama: int = 0


def bandingkan(rows: Sequence[BarisIdm], nilai: Sequence[Nilai | None], ada: Ada) -> Bandingan:
    """`nilai` hasil hitung skor tiap baris, `None` bila barisnya tanpa skor."""
    hasil = Bandingan()
    for baris, hitung in zip(rows, nilai, strict=True):
        idm = ada.idm.get((baris.desa.pk, baris.tahun))
        if hitung is not None:
            _skor(baris, hitung, idm, ada, hasil)
        if baris.terbitan is not None:
            _terbitan(baris, baris.terbitan, hitung or (idm.nilai if idm and idm.skor else None), ada, hasil)
    return hasil


def _skor(baris: BarisIdm, hitung: Nilai, idm: Tercatat | None, ada: Ada, hasil: Bandingan) -> None:
    if idm and (idm.skor, idm.instrumen, idm.nilai) == (baris.skor, baris.rubrik.pk, hitung):
        hasil.sama += 1
        return
    beda = bool(idm and (idm.skor or idm.nilai != hitung))  # indeks terbitan yang sama hanya bertambah skornya
    ubah = _ubah_skor(idm.skor, baris.skor) if idm and idm.skor else ""
    if ubah:  # pratinjau memendekkan isinya; perbedaan lengkapnya di sini
        pesan = f"{baris.desa.nama} {baris.tahun}{ubah}."
        hasil.catatan.append(Kesalahan(baris.lembar, baris.sel, baris.kode, pesan))
    lama = idm.nilai.ringkas if idm else ""
    hasil.selisih.append(_selisih(baris, SKOR, baris.skor, hitung, lama, hitung.ringkas + ubah, beda, ada))


def _ubah_skor(lama: str, baru: str) -> str:
    if len(lama) != len(baru):
        return f"; {len(baru)} skor menggantikan {len(lama)}"
    ubah = [f"{n}: {a}→{b}" for n, (a, b) in enumerate(zip(lama, baru, strict=True), start=1) if a != b]
    return f"; skor {', '.join(ubah)}" if ubah else ""


def _terbitan(baris: BarisIdm, baru: Nilai, hitung: Nilai | None, ada: Ada, hasil: Bandingan) -> None:
    kunci = (baris.desa.pk, baris.tahun)
    if hitung is not None and hitung != baru:
        pesan = f"{baris.desa.nama} {baris.tahun}: terbitan {baru}, dihitung dari skor {hitung}. Keduanya disimpan."
        hasil.catatan.append(Kesalahan(baris.lembar, baris.sel, baris.kode, pesan))
    lama, idm = ada.terbitan.get(kunci), ada.idm.get(kunci)
    sendiri = idm.nilai if idm and not idm.skor else None
    jenis = TERBITAN if hitung is not None else TERBITAN_SAJA
    if lama == baru and (jenis == TERBITAN or sendiri == baru):
        hasil.sama += 1
        return
    tertulis = next((n for n in (lama, sendiri if jenis == TERBITAN_SAJA else None) if n not in (None, baru)), None)
    teks = str(tertulis) if tertulis else ""
    hasil.selisih.append(_selisih(baris, jenis, "", baru, teks, str(baru), tertulis is not None, ada))


def _selisih(
    baris: BarisIdm, jenis: str, skor: str, nilai: Nilai, lama: str, baru: str, beda: bool, ada: Ada
) -> Selisih:
    desa = baris.desa
    keadaan = ada.keadaan(desa.pk, baris.tahun, jenis)
    return Selisih(
        desa.pk, baris.kode, desa.nama, desa.kabupaten, baris.tahun, baris.rubrik.pk, jenis, skor, nilai, lama, baru,
        keadaan, beda, baris.lembar, baris.sel,
    )  # fmt: skip
