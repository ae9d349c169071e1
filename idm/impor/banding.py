"""Baris lembar dibandingkan dengan yang tercatat.

Baru, sama, atau berbeda; yang berbeda tidak ditimpa tanpa diminta.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from documents.impor import Kesalahan
from idm.impor import BarisIdm, Nilai
from idm.impor.tercatat import SKOR, Ada, Draf, Tercatat

TERBITAN = "terbitan"
TERBITAN_SAJA = "terbitan_saja"
JUDUL = {SKOR: "Draf skor", TERBITAN: "Terbitan", TERBITAN_SAJA: "Terbitan"}


TERVERIFIKASI = " sudah diverifikasi; minta dikembalikan bila harus diubah."


class Selisih(NamedTuple):
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
    """Nasib semua baris satu berkas."""

    selisih: list[Selisih] = field(default_factory=list)
    catatan: list[Kesalahan] = field(default_factory=list)
    kesalahan: list[Kesalahan] = field(default_factory=list)
    sama: int = 0


def bandingkan(
    rows: Sequence[BarisIdm],
    nilai: Sequence[Nilai | None],
    ada: Ada,
) -> Bandingan:
    """`nilai` hasil hitung skor tiap baris, `None` bila barisnya tanpa skor."""
    hasil = Bandingan()
    for baris, hitung in zip(rows, nilai, strict=True):
        if hitung is not None:
            _skor(baris, hitung, ada, hasil)
        if baris.terbitan is not None:
            _terbitan(baris, baris.terbitan, hitung, ada, hasil)
    return hasil


def _skor(baris: BarisIdm, hitung: Nilai, ada: Ada, hasil: Bandingan) -> None:
    """Draf yang ada didahulukan dari yang berlaku; yang terverifikasi menolak."""
    kunci = (baris.desa.pk, baris.tahun)
    idm = ada.idm.get(kunci)
    draf = ada.draf.get(kunci)
    if _is_sama(baris, hitung, idm, draf):
        hasil.sama += 1
        return
    tercatat = draf or idm
    if tercatat and tercatat.is_terverifikasi:
        masalah = _masalah(baris, TERVERIFIKASI)
        hasil.kesalahan.append(masalah)
        return
    lama = ""
    if tercatat:
        lama = tercatat.skor
    ubah = _ubah_skor(lama, baris.skor)
    if ubah:  # pratinjau memendekkan isinya; perbedaan lengkapnya di sini
        catatan = _masalah(baris, f"{ubah}.")
        hasil.catatan.append(catatan)
    selisih = _selisih(
        baris,
        ada,
        jenis=SKOR,
        skor=baris.skor,
        nilai=hitung,
        lama=_teks_lama(baris, idm, draf),
        baru=hitung.ringkas + ubah,
        beda=_is_mengganti(lama, idm, hitung),
    )
    hasil.selisih.append(selisih)


def _is_mengganti(lama: str, idm: Tercatat | None, hitung: Nilai) -> bool:
    """Indeks terbitan yang sama hanya bertambah skornya."""
    if lama:
        return True
    return idm is not None and idm.nilai != hitung


def _masalah(baris: BarisIdm, pesan: str) -> Kesalahan:
    """Kalimat tentang satu desa satu tahun, pada tempatnya di lembar."""
    sebutan = f"{baris.desa.nama} {baris.tahun}"
    kalimat = f"{sebutan}{pesan}"
    return Kesalahan(
        lembar=baris.lembar,
        sel=baris.sel,
        isi=baris.kode,
        pesan=kalimat,
    )


def _is_sama(
    baris: BarisIdm,
    hitung: Nilai,
    idm: Tercatat | None,
    draf: Draf | None,
) -> bool:
    """Draf dibandingkan skornya; yang berlaku tanpa draf juga indeksnya."""
    tercatat = draf or idm
    if tercatat is None:
        return False
    if tercatat.instrumen != baris.rubrik.pk:
        return False
    if draf is None and idm and idm.nilai != hitung:
        return False
    return tercatat.skor == baris.skor


def _teks_lama(baris: BarisIdm, idm: Tercatat | None, draf: Draf | None) -> str:
    """Yang digantikan, untuk dibaca orang: drafnya bila ada, selain itu yang berlaku."""
    if draf is None:
        if idm:
            return idm.nilai.ringkas
        return ""
    rubrik = baris.rubrik
    is_lengkap = draf.skor.isdecimal()
    if is_lengkap and draf.instrumen == rubrik.pk:
        nilai = rubrik.nilai(draf.skor)
        return f"draf {nilai.ringkas}"
    return "draf belum lengkap"


def _ubah_skor(lama: str, baru: str) -> str:
    """Skor yang berubah menurut nomor indikatornya; kosong bila belum ada yang lama."""
    if not lama:
        return ""
    banyak = len(baru)
    semula = len(lama)
    if banyak != semula:
        return f"; {banyak} skor menggantikan {semula}"
    ubah = []
    pasangan = zip(lama, baru, strict=True)
    for nomor, (dulu, kini) in enumerate(pasangan, start=1):
        if dulu != kini:
            berubah = f"{nomor}: {dulu}→{kini}"
            ubah.append(berubah)
    if not ubah:
        return ""
    daftar = ", ".join(ubah)
    return f"; skor {daftar}"


def _terbitan(
    baris: BarisIdm,
    baru: Nilai,
    hitung: Nilai | None,
    ada: Ada,
    hasil: Bandingan,
) -> None:
    """Berdiri di samping skor bila ada; tanpa skor terbitannya yang berlaku."""
    kunci = (baris.desa.pk, baris.tahun)
    lama = ada.terbitan.get(kunci)
    idm = ada.idm.get(kunci)
    terhitung = _terhitung(hitung, idm)
    if terhitung not in (None, baru):
        pesan = f": terbitan {baru}, dihitung dari skor {terhitung}. Keduanya disimpan."
        catatan = _masalah(baris, pesan)
        hasil.catatan.append(catatan)
    jenis = TERBITAN
    diganti = [lama]
    if _is_terbitan_saja(idm, terhitung, ada):
        jenis = TERBITAN_SAJA
        diganti.append(idm.nilai if idm else None)
    lain = [satu for satu in diganti if satu != baru]
    if not lain:
        hasil.sama += 1
        return
    berbeda = list(filter(None, lain))
    selisih = _selisih(
        baris,
        ada,
        jenis=jenis,
        skor="",
        nilai=baru,
        lama=str(berbeda[0]) if berbeda else "",
        baru=str(baru),
        beda=bool(berbeda),
    )
    hasil.selisih.append(selisih)


def _terhitung(hitung: Nilai | None, idm: Tercatat | None) -> Nilai | None:
    """Hasil skor pada berkasnya, atau yang tercatat bila sudah berskor."""
    if hitung is None and idm and idm.skor:
        return idm.nilai
    return hitung


def _is_terbitan_saja(
    idm: Tercatat | None,
    terhitung: Nilai | None,
    ada: Ada,
) -> bool:
    """Terbitannya yang berlaku: tidak ada skor tercatat, dan skor berkasnya baru draf."""
    if idm and idm.skor:
        return False
    return terhitung is None or ada.is_draf


def _selisih(baris: BarisIdm, ada: Ada, *, jenis: str, **isi: Any) -> Selisih:
    """Jati diri barisnya sama bagi skor dan terbitan."""
    desa = baris.desa
    return Selisih(
        desa=desa.pk,
        kode=desa.kode,
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
