"""Baris lembar dibandingkan dengan yang tercatat.

Baru, sama, atau berbeda; yang berbeda tidak ditimpa tanpa diminta.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from documents.impor import Kesalahan
from idm.impor import BarisIdm, Nilai
from idm.models import IdmDesa, IsianIdm, TerbitanIdm

SKOR = "skor"
TERBITAN = "terbitan"
TERBITAN_SAJA = "terbitan_saja"
KUNCI = ("desa_id", "tahun")
NILAI = ("iks", "ike", "ikl", "idm", "status")
JUDUL = {
    SKOR: "Draf skor",
    TERBITAN: "Terbitan",
    TERBITAN_SAJA: "Terbitan",
}


TERVERIFIKASI = " sudah diverifikasi; minta dikembalikan bila harus diubah."


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
        saring: dict[str, Any] = {"tahun__in": set(tahun)}
        if kabupaten:
            saring["desa__kecamatan__kabupaten"] = kabupaten
        self.idm = _baca_idm(saring)
        self.terbitan = _baca_terbitan(saring)
        self.is_draf = kabupaten is not None
        self.draf = _baca_draf(saring) if self.is_draf else {}

    def keadaan(self, desa: int, tahun: int, jenis: str) -> str:
        """Tanda isi yang akan ditimpa; berbeda berarti sudah diubah sejak dibandingkan."""
        kunci = (desa, tahun)
        idm = self.idm.get(kunci)
        if jenis == SKOR:
            berlaku = f"{idm.instrumen}:{idm.skor}:{idm.nilai}" if idm else ""
            draf = self.draf.get(kunci)
            if draf is None:
                return berlaku
            return f"{berlaku}|{draf.instrumen}:{draf.skor}:{draf.is_terverifikasi}"
        is_berskor = bool(idm and idm.skor)
        sendiri = idm.nilai if idm and not is_berskor else ""
        return f"{self.terbitan.get(kunci, '')}|{sendiri}|{is_berskor}"


def _baca_idm(saring: dict[str, Any]) -> dict[tuple[int, int], Tercatat]:
    rows = IdmDesa.objects.filter(**saring).order_by()
    hasil = {}
    kolom = ("instrumen_id", "skor", "semula", *KUNCI, *NILAI)
    for instrumen, skor, semula, desa, tahun, *nilai in rows.values_list(*kolom):
        is_terverifikasi = semula is not None
        tercatat = Tercatat(instrumen, skor, Nilai(*nilai), is_terverifikasi)
        hasil[desa, tahun] = tercatat
    return hasil


def _baca_terbitan(saring: dict[str, Any]) -> dict[tuple[int, int], Nilai]:
    rows = TerbitanIdm.objects.filter(**saring).order_by()
    hasil = {}
    for desa, tahun, *nilai in rows.values_list(*KUNCI, *NILAI):
        hasil[desa, tahun] = Nilai(*nilai)
    return hasil


def _baca_draf(saring: dict[str, Any]) -> dict[tuple[int, int], Draf]:
    rows = IsianIdm.objects.filter(**saring).order_by()
    hasil = {}
    kolom = (*KUNCI, "instrumen_id", "skor", "status")
    for desa, tahun, instrumen, skor, status in rows.values_list(*kolom):
        is_terverifikasi = status == IsianIdm.Status.DIVERIFIKASI
        hasil[desa, tahun] = Draf(instrumen, skor, is_terverifikasi)
    return hasil


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
        if hitung is not None:
            _skor(baris, hitung, ada, hasil)
        if baris.terbitan is not None:
            _terbitan(baris, baris.terbitan, hitung, ada, hasil)
    return hasil


def _skor(baris: BarisIdm, hitung: Nilai, ada: Ada, hasil: Bandingan) -> None:
    kunci = (baris.desa.pk, baris.tahun)
    idm = ada.idm.get(kunci)
    draf = ada.draf.get(kunci)
    if _is_sama(baris, hitung, idm, draf):
        hasil.sama += 1
        return
    tercatat = draf or idm
    if tercatat and tercatat.is_terverifikasi:
        hasil.kesalahan.append(_masalah(baris, TERVERIFIKASI))
        return
    lama = tercatat.skor if tercatat else ""
    # indeks terbitan yang sama hanya bertambah skornya
    beda = bool(lama) or bool(idm and idm.nilai != hitung)
    ubah = _ubah_skor(lama, baris.skor) if lama else ""
    if ubah:  # pratinjau memendekkan isinya; perbedaan lengkapnya di sini
        hasil.catatan.append(_masalah(baris, f"{ubah}."))
    hasil.selisih.append(
        _selisih(
            baris,
            ada,
            jenis=SKOR,
            skor=baris.skor,
            nilai=hitung,
            lama=_teks_lama(baris, idm, draf),
            baru=hitung.ringkas + ubah,
            beda=beda,
        )
    )


def _masalah(baris: BarisIdm, pesan: str) -> Kesalahan:
    """Kalimat tentang satu desa satu tahun, pada tempatnya di lembar."""
    kalimat = f"{baris.desa.nama} {baris.tahun}{pesan}"
    return Kesalahan(baris.lembar, baris.sel, baris.kode, kalimat)


def _is_sama(baris: BarisIdm, hitung: Nilai, idm: Tercatat | None, draf: Draf | None) -> bool:
    tercatat = draf or idm
    if tercatat is None or tercatat.instrumen != baris.rubrik.pk:
        return False
    if draf is None and idm and idm.nilai != hitung:
        return False
    return tercatat.skor == baris.skor


def _teks_lama(baris: BarisIdm, idm: Tercatat | None, draf: Draf | None) -> str:
    if draf is None:
        return idm.nilai.ringkas if idm else ""
    rubrik = baris.rubrik
    if draf.instrumen == rubrik.pk and draf.skor.isdecimal():
        return f"draf {rubrik.nilai(draf.skor).ringkas}"
    return "draf belum lengkap"


def _ubah_skor(lama: str, baru: str) -> str:
    if len(lama) != len(baru):
        return f"; {len(baru)} skor menggantikan {len(lama)}"
    ubah = []
    for nomor, (dulu, kini) in enumerate(zip(lama, baru, strict=True), start=1):
        if dulu != kini:
            ubah.append(f"{nomor}: {dulu}→{kini}")
    return f"; skor {', '.join(ubah)}" if ubah else ""


def _terbitan(
    baris: BarisIdm,
    baru: Nilai,
    hitung: Nilai | None,
    ada: Ada,
    hasil: Bandingan,
) -> None:
    kunci = (baris.desa.pk, baris.tahun)
    lama = ada.terbitan.get(kunci)
    idm = ada.idm.get(kunci)
    is_berskor = bool(idm and idm.skor)
    if hitung is None and idm and is_berskor:
        hitung = idm.nilai
    if hitung is not None and hitung != baru:
        pesan = f": terbitan {baru}, dihitung dari skor {hitung}. Keduanya disimpan."
        hasil.catatan.append(_masalah(baris, pesan))
    is_di_samping = is_berskor or (hitung is not None and not ada.is_draf)
    sendiri = idm.nilai if idm and not is_berskor else None
    if lama == baru and (is_di_samping or sendiri == baru):
        hasil.sama += 1
        return
    diganti = [lama] if is_di_samping else [lama, sendiri]
    berbeda = [str(satu) for satu in diganti if satu not in (None, baru)]
    hasil.selisih.append(
        _selisih(
            baris,
            ada,
            jenis=TERBITAN if is_di_samping else TERBITAN_SAJA,
            skor="",
            nilai=baru,
            lama=berbeda[0] if berbeda else "",
            baru=str(baru),
            beda=bool(berbeda),
        )
    )


def _selisih(baris: BarisIdm, ada: Ada, *, jenis: str, **isi: Any) -> Selisih:
    desa = baris.desa
    return Selisih(
        desa=desa.pk,
        kode=baris.kode,
        nama=desa.nama,
        kabupaten=desa.kabupaten,
        tahun=baris.tahun,
        instrumen=baris.rubrik.pk,
        jenis=jenis,
        keadaan=ada.keadaan(desa.pk, baris.tahun, jenis),
        lembar=baris.lembar,
        sel=baris.sel,
        **isi,
    )
