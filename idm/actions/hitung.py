"""Hitung ulang indeks dan status dari skor yang tersimpan."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils import timezone

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from idm.models import IdmDesa, Instrumen
from idm.scoring import DESIMAL, sidik

HASIL = ("iks", "ike", "ikl", "idm", "status")
KOLOM = ("pk", "desa__kode", "instrumen", "skor", "sidik", *HASIL)


class _Baris(NamedTuple):
    """Satu baris tersimpan, atau hasil hitungnya."""

    pk: int
    desa: str
    instrumen: int
    skor: str
    sidik: str
    iks: Decimal
    ike: Decimal
    ikl: Decimal
    idm: Decimal
    status: str

    def __str__(self) -> str:
        indeks = (self.iks, self.ike, self.ikl, self.idm)
        tertulis = [f"{satu:.4f}" for satu in indeks]
        angka = " ".join(tertulis)
        return f"{angka} {self.status}"


_PerDesa = dict[int, _Baris]


_SemuaBaris = list[_Baris]


def recompute(*, kabupaten: Kabupaten, tahun: int, by: Any) -> int:
    """Hitung ulang semua IDM berskor satu kabupaten satu tahun.

    Kembaliannya banyak baris yang hasilnya berubah. `Refused` bila tahunnya terkunci atau
    instrumennya belum dapat menghitung.
    """
    with audit.locked(kabupaten.kode):
        lama = _tersimpan(kabupaten, tahun)
        if not lama:
            return 0
        if sebab := IdmDesa.lock_for(kabupaten.kode, tahun):
            raise Refused(sebab)
        dipakai = {baris.instrumen for baris in lama.values()}
        baru: _SemuaBaris = []
        for instrumen in Instrumen.objects.filter(pk__in=dipakai):
            baru += _hitung(instrumen, list(lama.values()))
        ubahan = _ubahan(lama, baru)
        berbeda = []
        for row in baru:
            if row != lama[row.pk]:
                berbeda.append(row)
        rows = _terhitung(berbeda, by)
        keep_ulang(rows, ubahan, judul=f"IDM {tahun}", semua=len(lama), target=kabupaten, by=by)
    return len(ubahan)


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


def _tersimpan(kabupaten: Kabupaten, tahun: int) -> _PerDesa:
    """Baris berskor menurut nomornya."""
    milik = IdmDesa.objects.milik(kabupaten)
    rows = milik.filter(tahun=tahun)
    berskor = rows.exclude(skor="")
    berurut = berskor.order_by("instrumen", "desa__kode")
    tersimpan = {}
    for isi in berurut.values_list(*KOLOM):
        satu = _Baris(*isi)
        tersimpan[satu.pk] = satu
    return tersimpan


def _ubahan(lama: _PerDesa, baru: _SemuaBaris) -> dict[str, list[str]]:
    """Hasil sebelum dan sesudah tiap desa yang berubah, urut kode desa."""
    hasil = {}
    for satu in sorted(baru, key=lambda satu: satu.desa):
        sebelum = str(lama[satu.pk])
        sesudah = str(satu)
        if sesudah != sebelum:
            hasil[satu.desa] = [sebelum, sesudah]
    return hasil


def _hitung(instrumen: Instrumen, rows: _SemuaBaris) -> _SemuaBaris:
    """Hasil baris milik `instrumen`, dari deret skornya."""
    from idm.massal import hitung  # pandas hanya dibaca saat menghitung banyak desa

    milik = [b for b in rows if b.instrumen == instrumen.pk]
    indikator = instrumen.indikatoridm_set.order_by("posisi")
    indeks = list(indikator.values_list("indeks", flat=True))
    ambang = instrumen.ambang()
    if not ambang:
        raise Refused(f"{instrumen} belum mempunyai ambang status.")
    skor = [b.skor for b in milik]
    try:
        tabel = hitung(skor, indeks, ambang)
    except ValueError as error:
        raise Refused(f"{instrumen}: {error}") from error
    hasil = []
    terhitung = tabel.itertuples(index=False, name=None)
    pasangan = zip(milik, terhitung, strict=True)
    for satu, (*angka, status) in pasangan:
        baru = satu._replace(
            sidik=sidik(instrumen.kode, satu.skor),
            status=status,
            **_desimal(angka),
        )
        hasil.append(baru)
    return hasil


def _desimal(angka: Sequence[int]) -> dict[str, Any]:
    """Sepersepuluh ribu menjadi desimal, menurut nama indeksnya."""
    pasangan = zip(HASIL, angka, strict=False)
    hasil = {}
    for nama, satu in pasangan:
        hasil[nama] = Decimal(satu).scaleb(-DESIMAL)
    return hasil


def _terhitung(rows: _SemuaBaris, by: Any) -> list[IdmDesa]:
    """Baris tersimpan dengan hasil hitung barunya; yang hasilnya tetap tidak disentuh."""
    nomor = [satu.pk for satu in rows]
    objek = IdmDesa.objects.in_bulk(nomor)
    pelaku = str(by)
    now = timezone.now()
    for satu in rows:
        row = objek[satu.pk]
        for nama in (*HASIL, "sidik"):
            nilai = getattr(satu, nama)
            setattr(row, nama, nilai)
        row.dihitung_oleh = pelaku[:200]
        row.dihitung_at = now
    return list(objek.values())
