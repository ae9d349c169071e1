"""Baris lembar dibandingkan dengan yang tercatat: baru, sama, atau berbeda (tidak ditimpa tanpa diminta)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from documents.impor import Kesalahan
from idm.impor import BarisIdm, Nilai
from idm.models import IdmDesa, IsianIdm, TerbitanIdm

SKOR, TERBITAN, TERBITAN_SAJA = "skor", "terbitan", "terbitan_saja"
JUDUL = {SKOR: "Draf skor", TERBITAN: "Terbitan", TERBITAN_SAJA: "Terbitan"}


@dataclass(frozen=True, slots=True)
class Tercatat:
    """Satu baris IdmDesa yang berlaku."""

    instrumen: int
    skor: str
    nilai: Nilai
    is_terverifikasi: bool


class Draf(NamedTuple):
    """Satu isian yang ada."""

    instrumen: int
    skor: str
    is_terverifikasi: bool


class Ada:
    """IDM yang tercatat pada tahun-tahun berkas, dibaca sekali.

    Skor satu kabupaten menjadi draf; muatan senegara, tanpa kabupaten, langsung berlaku.
    """

    def __init__(self, tahun: Iterable[int], kabupaten: Any = None) -> None:
        saring = {"tahun__in": set(tahun)} | (
            {"desa__kecamatan__kabupaten": kabupaten} if kabupaten else {}
        )
        kolom = ("desa_id", "tahun", "iks", "ike", "ikl", "idm", "status")
        self.idm = {
            (desa, tahun): Tercatat(instrumen, skor, Nilai(*nilai), semula is not None)
            for instrumen, skor, semula, desa, tahun, *nilai in IdmDesa.objects.filter(**saring)
            .order_by()
            .values_list("instrumen_id", "skor", "semula", *kolom)
        }
        self.terbitan = {
            (desa, tahun): Nilai(*nilai)
            for desa, tahun, *nilai in TerbitanIdm.objects.filter(**saring)
            .order_by()
            .values_list(*kolom)
        }
        self.is_draf = kabupaten is not None
        self.draf = _baca_draf(saring) if self.is_draf else {}

    def keadaan(self, desa: int, tahun: int, jenis: str) -> str:
        """Tanda isi yang akan ditimpa; berbeda berarti sudah diubah sejak dibandingkan."""
        idm, draf = self.idm.get((desa, tahun)), self.draf.get((desa, tahun))
        if jenis == SKOR:
            berlaku = f"{idm.instrumen}:{idm.skor}:{idm.nilai}" if idm else ""
            return (
                f"{berlaku}|{draf.instrumen}:{draf.skor}:{draf.is_terverifikasi}"
                if draf
                else berlaku
            )
        sendiri = idm.nilai if idm and not idm.skor else ""
        return f"{self.terbitan.get((desa, tahun), '')}|{sendiri}|{bool(idm and idm.skor)}"


def _baca_draf(saring: dict[str, Any]) -> dict[tuple[int, int], Draf]:
    rows = IsianIdm.objects.filter(**saring).order_by()
    kolom = rows.values_list("desa_id", "tahun", "instrumen_id", "skor", "status")
    selesai = IsianIdm.Status.DIVERIFIKASI
    return {(desa, tahun): Draf(*isi, status == selesai) for desa, tahun, *isi, status in kolom}


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
    kesalahan: list[Kesalahan] = field(default_factory=list)
    sama: int = 0


def bandingkan(rows: Sequence[BarisIdm], nilai: Sequence[Nilai | None], ada: Ada) -> Bandingan:
    """`nilai` hasil hitung skor tiap baris, `None` bila barisnya tanpa skor."""
    hasil = Bandingan()
    for baris, hitung in zip(rows, nilai, strict=True):
        idm = ada.idm.get((baris.desa.pk, baris.tahun))
        if hitung is not None:
            draf = ada.draf.get((baris.desa.pk, baris.tahun))
            _skor(baris, hitung, idm, draf, ada, hasil)
        if baris.terbitan is not None:
            _terbitan(baris, baris.terbitan, hitung, ada, hasil)
    return hasil


def _skor(
    baris: BarisIdm,
    hitung: Nilai,
    idm: Tercatat | None,
    draf: Draf | None,
    ada: Ada,
    hasil: Bandingan,
) -> None:
    if _is_sama(baris, hitung, idm, draf):
        hasil.sama += 1
        return
    if (draf or idm) and (draf or idm).is_terverifikasi:  # type: ignore[union-attr]
        pesan = f"{baris.desa.nama} {baris.tahun} sudah diverifikasi; minta dikembalikan bila harus diubah."
        hasil.kesalahan.append(Kesalahan(baris.lembar, baris.sel, baris.kode, pesan))
        return
    lama = draf.skor if draf else idm.skor if idm else ""
    # indeks terbitan yang sama hanya bertambah skornya
    beda = bool(lama) or bool(idm and idm.nilai != hitung)
    ubah = _ubah_skor(lama, baris.skor) if lama else ""
    if ubah:  # pratinjau memendekkan isinya; perbedaan lengkapnya di sini
        pesan = f"{baris.desa.nama} {baris.tahun}{ubah}."
        hasil.catatan.append(Kesalahan(baris.lembar, baris.sel, baris.kode, pesan))
    teks = _teks_lama(baris, idm, draf)
    hasil.selisih.append(
        _selisih(baris, SKOR, baris.skor, hitung, teks, hitung.ringkas + ubah, beda, ada)
    )


def _is_sama(baris: BarisIdm, hitung: Nilai, idm: Tercatat | None, draf: Draf | None) -> bool:
    if draf:
        return (draf.skor, draf.instrumen) == (baris.skor, baris.rubrik.pk)
    return bool(idm) and (idm.skor, idm.instrumen, idm.nilai) == (
        baris.skor,
        baris.rubrik.pk,
        hitung,
    )


def _teks_lama(baris: BarisIdm, idm: Tercatat | None, draf: Draf | None) -> str:
    if draf is None:
        return idm.nilai.ringkas if idm else ""
    is_lengkap = draf.instrumen == baris.rubrik.pk and draf.skor.isdecimal()
    return f"draf {baris.rubrik.nilai(draf.skor).ringkas}" if is_lengkap else "draf belum lengkap"


def _ubah_skor(lama: str, baru: str) -> str:
    if len(lama) != len(baru):
        return f"; {len(baru)} skor menggantikan {len(lama)}"
    ubah = [
        f"{n}: {a}→{b}" for n, (a, b) in enumerate(zip(lama, baru, strict=True), start=1) if a != b
    ]
    return f"; skor {', '.join(ubah)}" if ubah else ""


def _terbitan(
    baris: BarisIdm, baru: Nilai, hitung: Nilai | None, ada: Ada, hasil: Bandingan
) -> None:
    kunci = (baris.desa.pk, baris.tahun)
    lama, idm = ada.terbitan.get(kunci), ada.idm.get(kunci)
    berlaku = idm.nilai if idm and idm.skor else None
    hitung = hitung or berlaku
    if hitung is not None and hitung != baru:
        pesan = f"{baris.desa.nama} {baris.tahun}: terbitan {baru}, dihitung dari skor {hitung}. Keduanya disimpan."
        hasil.catatan.append(Kesalahan(baris.lembar, baris.sel, baris.kode, pesan))
    sendiri = idm.nilai if idm and not idm.skor else None
    is_di_samping = berlaku is not None or (hitung is not None and not ada.is_draf)
    jenis = TERBITAN if is_di_samping else TERBITAN_SAJA
    if lama == baru and (jenis == TERBITAN or sendiri == baru):
        hasil.sama += 1
        return
    tertulis = next(
        (n for n in (lama, sendiri if jenis == TERBITAN_SAJA else None) if n not in (None, baru)),
        None,
    )
    teks = str(tertulis) if tertulis else ""
    hasil.selisih.append(
        _selisih(baris, jenis, "", baru, teks, str(baru), tertulis is not None, ada)
    )


def _selisih(
    baris: BarisIdm, jenis: str, skor: str, nilai: Nilai, lama: str, baru: str, beda: bool, ada: Ada
) -> Selisih:
    desa = baris.desa
    keadaan = ada.keadaan(desa.pk, baris.tahun, jenis)
    return Selisih(
        desa.pk, baris.kode, desa.nama, desa.kabupaten, baris.tahun, baris.rubrik.pk, jenis, skor, nilai, lama, baru,
        keadaan, beda, baris.lembar, baris.sel,
    )  # fmt: skip
