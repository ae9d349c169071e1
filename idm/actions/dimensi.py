"""Poin dimensi Indeks Desa: draf per dimensi, lalu verifikasi dan pembatalannya."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from idm import deret, scoring
from idm.actions.berlaku import berlakukan, pulihkan_semula
from idm.models import DimensiIndeks, IndeksDesa, Instrumen, IsianIdm, PoinDimensi
from villages.models import Desa


def instrumen_dimensi(tahun: int) -> Instrumen | None:
    """Instrumen berdimensi untuk tahun itu; `None` bila belum ada."""
    semua = Instrumen.objects.berlaku(tahun)
    rows = semua.filter(cara=Instrumen.Cara.DIMENSI)
    lengkap = rows.prefetch_related("dimensiindeks_set")
    instrumen: Instrumen | None = lengkap.first()
    return instrumen


def store_poin(
    *,
    desa: Desa,
    tahun: int,
    poin: Mapping[DimensiIndeks, Decimal | None],
    by: Any,
    note: str = "",
) -> None:
    """Simpan draf poin per dimensi (`None` mengosongkan); yang berlaku tidak berubah."""
    with audit.locked(desa.kabupaten_kode):
        for dimensi, nilai in poin.items():
            _satu(desa, tahun, dimensi, nilai, by, note)


def _satu(
    desa: Desa,
    tahun: int,
    dimensi: DimensiIndeks,
    nilai: Decimal | None,
    by: Any,
    note: str,
) -> None:
    """Poin satu dimensi disimpan, atau dihapus bila dikosongkan."""
    rows = PoinDimensi.objects.filter(desa=desa, tahun=tahun, dimensi=dimensi)
    row = rows.first()
    if nilai is not None:
        if row is None:
            row = PoinDimensi(desa=desa, tahun=tahun, dimensi=dimensi)
        row.poin = nilai
        door.save(row, by=by, note=note)
    elif row is not None:
        door.delete(row, by=by, note=note)


def verifikasi_poin(*, desa: Desa, tahun: int, by: Any) -> IndeksDesa:
    """Poin desa itu berlaku; `Refused` bila belum lengkap atau sama dengan yang berlaku."""
    with audit.locked(desa.kabupaten_kode):
        instrumen = instrumen_dimensi(tahun)
        if instrumen is None:
            raise Refused(f"Belum ada instrumen Indeks Desa untuk {tahun}.")
        _refuse_beraspek(desa, tahun)
        isi = _hasil(desa, tahun, instrumen)
        row = IndeksDesa.objects.filter(desa=desa, tahun=tahun).first()
        if row is None:
            row = IndeksDesa(desa=desa, tahun=tahun)
        elif _is_berlaku(row, isi):
            raise Refused("Poin ini sudah berlaku.")
        berlakukan(row, isi, by=by)
        return row


def _refuse_beraspek(desa: Desa, tahun: int) -> None:
    """`Refused` bila isian aspeknya yang berlaku: pembatalannya berurutan, yang terakhir dahulu."""
    rows = IsianIdm.objects.filter(desa=desa, tahun=tahun)
    if rows.filter(status=IsianIdm.StatusIsian.DIVERIFIKASI).exists():
        raise Refused(f"Isian aspek {desa} sudah diverifikasi; kembalikan isian itu dahulu.")


def _hasil(desa: Desa, tahun: int, instrumen: Instrumen) -> dict[str, Any]:
    """Kolom `IndeksDesa` dari drafnya."""
    dimensi = list(instrumen.dimensiindeks_set.all())
    rows = PoinDimensi.objects.filter(desa=desa, tahun=tahun, dimensi__in=dimensi)
    poin = dict(rows.values_list("dimensi__kode", "poin"))
    maksimum = {satu.kode: satu.maksimum for satu in dimensi}
    skor = scoring.skor_dimensi(poin, maksimum)
    if skor is None:
        belum = len(dimensi) - len(poin)
        raise Refused(f"{belum} dimensi belum diisi.")
    ambang = instrumen.ambang()
    status = scoring.status(skor, ambang)
    berurut = [poin[satu.kode] for satu in dimensi]
    return {
        "instrumen": instrumen,
        "skor": skor,
        "status": status.value,
        "poin": deret.deret_poin(berurut),
        "jawaban": "",
        "sumber": IndeksDesa.SumberIndeks.DIMENSI,
        "is_contoh": False,
    }


def _is_berlaku(row: IndeksDesa, isi: dict[str, Any]) -> bool:
    """Instrumen dan poinnya sama."""
    is_seinstrumen = row.instrumen_id == isi["instrumen"].pk
    return is_seinstrumen and row.poin == isi["poin"]


def batalkan_poin(*, desa: Desa, tahun: int, catatan: str, by: Any) -> None:
    """Batalkan verifikasi terakhir; Indeks Desa sebelumnya berlaku kembali."""
    alasan = catatan.strip()
    if not alasan:
        raise Refused("Catatan wajib diisi agar pengisi tahu apa yang harus diperbaiki.")
    with audit.locked(desa.kabupaten_kode):
        row = IndeksDesa.objects.filter(desa=desa, tahun=tahun).first()
        if row is None or not row.is_terverifikasi:
            raise Refused("Tidak ada verifikasi Indeks Desa yang dapat dibatalkan.")
        _refuse_beraspek(desa, tahun)
        pulihkan_semula(row, by=by, note=alasan)


def poin_tanpa_isian(tahun: int) -> Any:
    """Poin desa yang aspeknya tidak diisi; isian aspek didahulukan dari poin dimensinya."""
    desa = OuterRef("desa")
    berisian = IsianIdm.objects.filter(desa=desa, tahun=tahun)
    tanpa = ~Exists(berisian)
    return PoinDimensi.objects.filter(tanpa, tahun=tahun)


def verifikasi_poin_semua(*, kabupaten: Kabupaten, tahun: int, by: Any) -> tuple[int, list[str]]:
    """Verifikasi semua draf yang lengkap dan berbeda.

    Kembaliannya banyaknya, dan alasan bagi yang belum.
    """
    berpoin = poin_tanpa_isian(tahun).values("desa")
    rows = Desa.objects.filter(kecamatan__kabupaten=kabupaten, pk__in=berpoin)
    rows = rows.select_related("kecamatan__kabupaten")
    banyak = 0
    alasan = []
    for desa in rows.order_by("kode"):
        try:
            verifikasi_poin(desa=desa, tahun=tahun, by=by)
            banyak += 1
        except Refused as error:
            if "sudah berlaku" not in str(error):
                sebab = f"{desa}: {error}"
                alasan.append(sebab)
    return banyak, alasan
