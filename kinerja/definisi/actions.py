"""Menyimpan definisi tiap tahun, menerapkan yang baru, dan membatalkannya."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Max

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from documents.models import Naskah
from documents.workflow import STATUS_LABELS, Status
from kinerja.models import (
    Definisi,
    DefinisiTahun,
    Indikator,
    Lkjip,
    NaskahKinerja,
    PeriodeRenstra,
    PerjanjianKinerja,
    Realisasi,
    Target,
)

# jenis indikator -> naskah kinerja yang mencetaknya
MEMUAT = {
    "iku": ("iku", "capaian", "rencana_aksi"),
    "ikk": ("ikk",),
}
TANPA_ALASAN = "Tulis alasannya: mengapa definisi tahun itu diganti."


class Penahan(NamedTuple):
    """Yang menahan definisi satu tahun, dan tempatnya; kalimat kosong bila tidak ada."""

    kalimat: str = ""
    url: str = ""


def open_year(*, kabupaten: Kabupaten, tahun: int, by: Any) -> int:
    """Simpan definisi tiap indikator bagi `tahun`; yang sudah tersimpan tetap. Banyaknya."""
    rows = PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=kabupaten)
    periode = rows.covering(tahun).first()
    if periode is None:
        return 0
    with audit.locked(kabupaten.kode):
        milik = Indikator.objects.filter(sasaran__periode=periode)
        belum = milik.exclude(definisi_tahun__tahun=tahun)
        baru = [_disimpan(indikator, tahun) for indikator in belum.select_related("sasaran")]
        if baru:
            door.save_all(baru, by=by, target=periode, note=f"Tahun {tahun} dibuka.")
    return len(baru)


def keep_before_change(*, indikator: Indikator, by: Any) -> list[int]:
    """Simpan definisi lama bagi tiap tahun yang terbuka, sebelum `indikator` ditulis.

    Kembaliannya tahun yang tetap memakai definisi lama; kosong bila definisinya tidak berubah.
    """
    lama = Indikator.objects.get(pk=indikator.pk)
    if not lama.differs(indikator):
        return []
    with audit.locked(indikator.kabupaten_kode):
        terbuka = opened_years(lama)
        tersimpan = lama.definisi_tahun.values_list("tahun", flat=True)
        baru = [_disimpan(lama, tahun) for tahun in sorted(terbuka.difference(tersimpan))]
        if baru:
            note = "Definisi tahun yang terbuka disimpan sebelum indikatornya diubah."
            door.save_all(baru, by=by, target=lama, note=note)
    return sorted(terbuka)


def _disimpan(indikator: Indikator, tahun: int) -> DefinisiTahun:
    """Baris baru dengan definisi indikatornya yang kini."""
    row = DefinisiTahun(indikator=indikator, tahun=tahun)
    row.follow(indikator)
    return row


def opened_years(indikator: Indikator) -> set[int]:
    """Tahun periode yang dibuka, bertarget, berealisasi atau bernaskah, dan semua sebelumnya."""
    periode = indikator.sasaran.periode
    terbuka = set(indikator.definisi_tahun.values_list("tahun", flat=True))
    for model in (Target, Realisasi):
        terbuka.update(model.objects.filter(indikator=indikator).values_list("tahun", flat=True))
    for rows in _memuat(indikator):
        terakhir = rows.filter(tahun__lte=periode.tahun_akhir).aggregate(Max("tahun"))
        terbuka.add(terakhir["tahun__max"] or 0)
    akhir = max(terbuka)
    terbuka.update(range(periode.tahun_awal, akhir + 1))
    return {tahun for tahun in terbuka if periode.tahun_awal <= tahun <= periode.tahun_akhir}


def _memuat(indikator: Indikator) -> list[Any]:
    """Naskah yang mencetak indikator itu, sejak diajukan; yang sedang diganti tidak ikut."""
    kabupaten = indikator.sasaran.periode.perangkat_daerah.kabupaten_id
    naskah = NaskahKinerja.objects.filter(jenis__in=MEMUAT[indikator.jenis], naskahkinerja=None)
    semua = [Lkjip.objects.all(), naskah]
    if indikator.is_perjanjian:
        perjanjian = PerjanjianKinerja.objects.filter(tingkat=PerjanjianKinerja.Tingkat.ESELON_II)
        semua.append(perjanjian.filter(perjanjiankinerja=None))
    return [rows.filter(kabupaten=kabupaten).exclude(status=Status.DRAFT) for rows in semua]


def holder(indikator: Indikator, tahun: int) -> Penahan:
    """Mengapa definisi `tahun` tidak dapat diganti: datanya terkunci, atau naskahnya diajukan."""
    terkunci = DefinisiTahun.lock_for(indikator.kabupaten_kode, tahun)
    if terkunci:
        return Penahan(terkunci)
    for rows in _memuat(indikator):
        naskah = rows.filter(tahun=tahun).first()
        if naskah is not None:
            return Penahan(_kalimat(naskah, tahun), naskah.get_absolute_url())
    return Penahan()


def _kalimat(naskah: Naskah, tahun: int) -> str:
    """Naskah yang menahan, keadaannya, dan jalan keluarnya."""
    keadaan = STATUS_LABELS[Status(naskah.status)].lower()
    jalan = "kembalikan dahulu sebagai draf"
    if naskah.is_signed:
        jalan = "buat dahulu penggantinya"
    return f"{naskah} sudah {keadaan}, maka definisi {tahun} tetap; {jalan}."


def take_over(*, indikator: Indikator, tahun: Iterable[int], by: Any, alasan: str) -> int:
    """Terapkan definisi kini pada tiap `tahun`, semuanya atau tidak satu pun. Banyaknya.

    `Refused` bila tanpa alasan, ada yang tertahan, atau semuanya sudah sama.
    """
    catatan = alasan.strip()
    if not catatan:
        raise Refused(TANPA_ALASAN)
    with audit.locked(indikator.kabupaten_kode):
        kini = Indikator.objects.get(pk=indikator.pk)
        rows = list(kini.definisi_tahun.filter(tahun__in=set(tahun)))
        berbeda = [row for row in rows if row.differs(kini)]
        if not berbeda:
            raise Refused("Tidak ada tahun terpilih yang definisinya berbeda.")
        for row in berbeda:
            _replace(row, kini, by, catatan)
    return len(berbeda)


def _replace(row: DefinisiTahun, kini: Definisi, by: Any, note: str) -> None:
    """Satu tahun, dengan yang digantikan tersimpan."""
    _refuse_held(row)
    row.replace(kini)
    door.save(row, by=by, note=note)


def undo_take_over(*, definisi: DefinisiTahun, by: Any) -> None:
    """Kembalikan definisi yang digantikan penerapan terakhir; `Refused` bila tertahan."""
    with audit.locked(definisi.kabupaten_kode):
        row = DefinisiTahun.objects.get(pk=definisi.pk)
        if not row.is_replaced:
            raise Refused(f"Tidak ada penerapan definisi {row.tahun} yang dapat dibatalkan.")
        _refuse_held(row)
        row.restore()
        door.save(row, by=by, note="Penerapan definisi dibatalkan.")


def _refuse_held(row: DefinisiTahun) -> None:
    penahan = holder(row.indikator, row.tahun)
    if penahan.kalimat:
        raise Refused(penahan.kalimat)
