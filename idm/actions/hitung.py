"""Hitung ulang indeks dan status dari skor yang tersimpan."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from django.db.models import F, IntegerField
from django.db.models.functions import Cast, Round
from django.utils import timezone

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from idm.models import IdmDesa, Instrumen
from idm.scoring import DESIMAL, sidik
from idm.sources import susunan
from idm.susunan import Susunan
from villages.models import Desa

INDEKS = ("iks", "ike", "ikl", "idm")
HASIL = (*INDEKS, "status")
KOLOM = ("pk", "desa", "instrumen", "skor", "sidik", "status")


class _Baris(NamedTuple):
    """Satu baris tersimpan; indeksnya bilangan bulat sepersepuluh ribu."""

    pk: int
    desa: int
    instrumen: int
    skor: str
    sidik: str
    status: str
    iks: int
    ike: int
    ikl: int
    idm: int

    @property
    def hasil(self) -> "_Hasil":
        return _Hasil(self.iks, self.ike, self.ikl, self.idm, self.status)


class _Hasil(NamedTuple):
    """Yang dihitung dari satu deret skor."""

    iks: int
    ike: int
    ikl: int
    idm: int
    status: str

    def __str__(self) -> str:
        *semua, status = self
        tertulis = []
        for satu in semua:
            indeks = desimal(satu)
            tertulis.append(f"{indeks:.4f}")
        angka = " ".join(tertulis)
        return f"{angka} {status}"


_SemuaBaris = list[_Baris]
_Berbeda = tuple[_Baris, _Hasil, str]  # tersimpan, hasil barunya, sidik barunya
Rumus = tuple[Instrumen, Susunan]


class SemuaRumus:
    """Instrumen dan susunannya, dibaca sekali bagi semua kabupaten."""

    def __init__(self) -> None:
        self._semua: dict[int, Rumus] = {}

    def dipakai(self, nomor: Collection[int]) -> list[Rumus]:
        """Rumus instrumen yang disebut, menurut nomornya.

        `Refused` bila satu di antaranya belum mempunyai ambang.
        """
        baru = set(nomor) - self._semua.keys()
        if baru:
            for instrumen in Instrumen.objects.filter(pk__in=baru):
                milik = susunan(instrumen)
                self._semua[instrumen.pk] = (instrumen, milik)
        urut = sorted(set(nomor))
        hasil = [self._semua[satu] for satu in urut]
        for instrumen, milik in hasil:
            if not milik.ambang:
                raise Refused(f"{instrumen} belum mempunyai ambang status.")
        return hasil


@cache
def desimal(satu: int, banyak: int = DESIMAL) -> Decimal:
    """Bilangan bulat menjadi desimal sebanyak itu."""
    return Decimal(satu).scaleb(-banyak)


def bulat(kolom: str, banyak: int = DESIMAL) -> Cast:
    """Kebalikannya, oleh basis data."""
    lipat = F(kolom) * 10**banyak
    return Cast(Round(lipat), IntegerField())


def recompute(
    *,
    kabupaten: Kabupaten,
    tahun: int,
    by: Any,
    rumus: SemuaRumus | None = None,
) -> int:
    """Hitung ulang semua IDM berskor satu kabupaten satu tahun.

    Kembaliannya banyak baris yang hasilnya berubah. `Refused` bila tahunnya terkunci atau
    instrumennya belum dapat menghitung.
    """
    with audit.locked(kabupaten.kode):
        desa = kode_desa(kabupaten)
        tersimpan = _tersimpan(desa, tahun)
        if not tersimpan:
            return 0
        if sebab := IdmDesa.lock_for(kabupaten.kode, tahun):
            raise Refused(sebab)
        nomor = {baris.instrumen for baris in tersimpan}
        semua_rumus = rumus or SemuaRumus()
        berbeda: list[_Berbeda] = []
        for satu in semua_rumus.dipakai(nomor):
            berbeda += _berbeda(satu, tersimpan)
        ubahan = ubahan_desa(desa, berbeda)
        rows = _terhitung(berbeda, by)
        judul = f"IDM {tahun}"
        keep_ulang(
            rows,
            dict(urut),
            judul=judul,
            semua=len(tersimpan),
            target=kabupaten,
            by=by,
        )
    return len(ubahan)


def kode_desa(kabupaten: Kabupaten) -> dict[int, str]:
    """Nomor dan kode tiap desanya.

    Barisnya lalu dicari menurut nomor itu lewat indeks uniknya, bukan dengan menelusuri setahun
    senegara.
    """
    rows = Desa.objects.filter(kecamatan__kabupaten=kabupaten).order_by()
    semua = rows.values_list("pk", "kode")
    return dict(semua)


def ubahan_desa(
    desa: Mapping[int, str],
    berbeda: Iterable[Sequence[Any]],
) -> dict[str, list[str]]:
    """Hasil sebelum dan sesudah tiap desa yang berubah, urut kode desa.

    `berbeda` baris tersimpan dan hasil barunya; `desa` nomor → kodenya.
    """
    ubahan = {}
    for baris, hasil, *_ in berbeda:
        kode = desa[baris.desa]
        sebelum = str(baris.hasil)
        sesudah = str(hasil)
        if sesudah != sebelum:
            ubahan[kode] = [sebelum, sesudah]
    urut = sorted(ubahan.items())
    return dict(urut)


def keep_ulang(
    rows: Sequence[Any],
    ubahan: dict[str, list[str]],
    *,
    judul: str,
    semua: int,
    target: Kabupaten,
    by: Any,
) -> None:
    """Simpan `rows` yang hasilnya berubah; jejaknya satu kejadian dengan hasil lama dan baru.

    `ubahan` kode desa → keduanya; `judul` indeks dan tahunnya; `semua` banyak yang dihitung.
    """
    door.save_all(
        rows,
        by=by,
        target=target,
        changes=ubahan,
        note=f"Hitung ulang {judul}: {len(ubahan)} dari {semua} desa berubah.",
        replace=True,
        only_scope=True,
    )


def _tersimpan(desa: Collection[int], tahun: int) -> _SemuaBaris:
    """Baris berskor desa-desa itu."""
    nomor = list(desa)
    rows = IdmDesa.objects.filter(desa__in=nomor, tahun=tahun)
    berskor = rows.exclude(skor="").order_by()
    angka = [bulat(satu) for satu in INDEKS]
    semua = berskor.values_list(*KOLOM, *angka)
    return list(map(_Baris._make, semua))


def _berbeda(rumus: Rumus, tersimpan: _SemuaBaris) -> list[_Berbeda]:
    """Baris milik satu instrumen yang hasil atau sidiknya lain dari deret skornya."""
    from idm.massal import baris, hitung_kolom  # numpy hanya dibaca saat menghitung banyak desa

    instrumen, dipakai = rumus
    milik = [satu for satu in tersimpan if satu.instrumen == instrumen.pk]
    skor = [satu.skor for satu in milik]
    try:
        kolom = hitung_kolom(skor, dipakai.letak, dipakai.ambang)
    except ValueError as error:
        raise Refused(f"{instrumen}: {error}") from error
    terhitung = map(_Hasil._make, baris(kolom))
    berbeda = []
    for satu, hasil in zip(milik, terhitung, strict=True):
        tanda = sidik(instrumen.kode, satu.skor)
        is_tetap = hasil == satu.hasil
        if not is_tetap or tanda != satu.sidik:
            beda = (satu, hasil, tanda)
            berbeda.append(beda)
    return berbeda


def _terhitung(berbeda: Sequence[_Berbeda], by: Any) -> list[IdmDesa]:
    """Baris tersimpan dengan hasil hitung barunya; yang hasilnya tetap tidak disentuh."""
    nomor = [satu.pk for satu, _, _ in berbeda]
    objek = IdmDesa.objects.in_bulk(nomor)
    pelaku = str(by)
    now = timezone.now()
    for satu, hasil, tanda in berbeda:
        row = objek[satu.pk]
        for nama in INDEKS:
            angka = getattr(hasil, nama)
            setattr(row, nama, desimal(angka))
        row.status = hasil.status
        row.sidik = tanda
        row.dihitung_oleh = pelaku[:200]
        row.dihitung_at = now
    return list(objek.values())
