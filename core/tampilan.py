"""Tabel sebagaimana tampak: sel dengan tulisan, letak dan gabungannya; sama di layar dan PDF."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from core.daerah import UMUM, SebutanWilayah
from core.kaki import TANDA_SEBAGIAN, bertanda, jumlah, sebagian
from core.letak import Letak, dalam
from core.nilai import Rumus
from core.tabel import BIASA, TAK_DIKETAHUI, Kolom, Rupa, Tabel, tulisan


@dataclass(frozen=True)
class Sel:
    """Satu sel isi yang tampak: tulisan, letak dan rentangnya."""

    teks: str
    rata: str
    lebar: int = 1
    tinggi: int = 1
    kolom: int = field(default=0, compare=False)  # kolom pertamanya
    rupa: Rupa = field(default=BIASA, compare=False)
    is_nama: bool = field(default=False, compare=False)
    is_diketahui: bool = field(default=True, compare=False)
    rumus: Rumus | None = field(default=None, compare=False)

    @property
    def layar(self) -> str:
        """Tulisannya di layar; yang sengaja kosong tetap kosong."""
        if self.is_diketahui:
            return self.teks
        return TAK_DIKETAHUI


@dataclass(frozen=True)
class Baris:
    """Satu baris isi yang tampak; `gaya`: biasa, tebal, jumlah."""

    sel: tuple[Sel, ...]
    gaya: str = "biasa"


def _rentang(tabel: Tabel) -> dict[Letak, Letak]:
    """Banyak kolom dan baris tiap sel gabungan, menurut sel pojoknya."""
    hasil = {}
    for baris, kolom, ke_baris, ke_kolom in tabel.gabung:
        lebar = ke_kolom - kolom + 1
        tinggi = ke_baris - baris + 1
        hasil[baris, kolom] = (lebar, tinggi)
    return hasil


def tampil(tabel: Tabel) -> Iterator[Baris]:
    """Baris isi lalu baris jumlah, dengan gabungannya; sel yang tertutup gabungan tidak ikut."""
    rentang = _rentang(tabel)
    tertutup = set(_tertutup(tabel))
    for nomor, isi in enumerate(tabel.baris):
        sel = []
        for urut, kolom in enumerate(tabel.kolom):
            letak = (nomor, urut)
            if letak in tertutup:
                continue
            lebar, tinggi = rentang.get(letak, (1, 1))
            nilai = isi[urut]
            satu = Sel(
                teks=tulisan(nilai, kolom),
                rata=kolom.rata,
                lebar=lebar,
                tinggi=tinggi,
                kolom=urut,
                rupa=tabel.rupa.get(letak) or _rupa(nilai, kolom),
                is_nama=kolom.is_nama,
                is_diketahui=_is_diketahui(nilai, kolom),
                rumus=nilai if isinstance(nilai, Rumus) else None,
            )
            sel.append(satu)
        gaya = "biasa"
        if nomor in tabel.tebal:
            gaya = "tebal"
        yield Baris(tuple(sel), gaya)
    if tabel.jumlah:
        yield _baris_jumlah(tabel)


def _is_diketahui(nilai: Any, kolom: Kolom) -> bool:
    """Yang tidak bertanda bukan hal yang belum diketahui."""
    return nilai is not None or kolom.jenis == "tanda"


def _rupa(nilai: Any, kolom: Kolom) -> Rupa:
    """Rupa menurut kolomnya: kata status bertanda warna, perubahan menurut arahnya."""
    if not nilai:
        return BIASA
    if kolom.is_status:
        return Rupa(is_status=True)
    if not kolom.is_perubahan:
        return BIASA
    if nilai > 0:
        return Rupa(arah="naik")
    return Rupa(arah="turun")


def _tertutup(tabel: Tabel) -> Iterator[Letak]:
    """Letak sel yang ditutup gabungan, tanpa sel pojoknya sendiri."""
    for rentang in tabel.gabung:
        _, *tertutup = dalam(rentang)
        yield from tertutup


def _baris_jumlah(tabel: Tabel) -> Baris:
    """Tulisan jumlah merentang sampai kolom pertama yang dijumlahkan."""
    nilai = jumlah(tabel)
    kurang = sebagian(tabel)
    berjumlah = [kolom.is_jumlah for kolom in tabel.kolom]
    awal = berjumlah.index(True)
    sel = [Sel(bertanda(tabel.jumlah, tabel.kurang), "kanan", awal, is_nama=True)]
    for urut, kolom in enumerate(tabel.kolom):
        if urut >= awal:
            satu = _sel_jumlah(nilai[urut], kolom, urut)
            if kurang[urut]:
                satu = replace(satu, teks=f"{satu.teks}{TANDA_SEBAGIAN}")
            sel.append(satu)
    semua = tuple(sel)
    return Baris(semua, "jumlah")


def _sel_jumlah(nilai: Any, kolom: Kolom, urut: int) -> Sel:
    """Kolom yang tidak dijumlahkan kosong karena memang demikian."""
    isi = tulisan(nilai, kolom)
    is_diketahui = True
    if kolom.is_jumlah:
        is_diketahui = _is_diketahui(nilai, kolom)
    return Sel(isi, kolom.rata, kolom=urut, is_diketahui=is_diketahui)


def setempat(tabel: Tabel, wilayah: SebutanWilayah) -> Tabel:
    """Kepala dan nama tabel menurut sebutan kecamatan dan desa daerah itu.

    Isinya, judul di atasnya dan catatannya tidak disentuh. Tabel yang sama bila sebutannya umum.
    """
    if wilayah == UMUM:
        return tabel
    kepala = []
    for sebaris in tabel.kepala:
        baru = []
        for sel in sebaris:
            teks = wilayah.label(sel.teks)
            baru.append(replace(sel, teks=teks))
        kepala.append(baru)
    nama = wilayah.label(tabel.nama)
    return replace(tabel, nama=nama, kepala=kepala)


def semua_setempat(
    isi: Tabel | Iterable[Tabel],
    wilayah: SebutanWilayah,
) -> list[Tabel]:
    """Satu atau beberapa tabel satu berkas, masing-masing menurut sebutan daerah itu.

    Tabel tunggal menjadi daftar berisi satu.
    """
    if isinstance(isi, Tabel):
        return [setempat(isi, wilayah)]
    hasil = []
    for satu in isi:
        hasil.append(setempat(satu, wilayah))
    return hasil
