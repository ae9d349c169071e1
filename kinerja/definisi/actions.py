"""Menyimpan definisi tiap tahun, menerapkan yang baru, dan membatalkannya."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from documents.models import Naskah
from documents.workflow import STATUS_SENTENCES, Status
from kinerja.models import (
    Definisi,
    DefinisiTahun,
    Indikator,
    IndikatorTambahan,
    Kegiatan,
    Lkjip,
    NaskahKinerja,
    PeriodeRenstra,
    PerjanjianKinerja,
    Program,
    Realisasi,
    SkalaKualitatif,
    SubKegiatan,
    Target,
)

# jenis indikator -> naskah kinerja yang mencetaknya
MEMUAT = {"iku": ("iku", "capaian", "rencana_aksi"), "ikk": ("ikk",)}
BARIS_PROGRAM: tuple[Any, ...] = (Program, Kegiatan, SubKegiatan, IndikatorTambahan)
SEBELUM_DIUBAH = "Definisi tahun yang terbuka disimpan sebelum indikatornya diubah."
SEBELUM_SKALA = "Definisi tahun yang terbuka disimpan sebelum skalanya diubah."
DIBATALKAN = "Penerapan definisi dibatalkan."
TANPA_ALASAN = "Tulis alasannya: mengapa definisi tahun itu diganti."
BERGANTI = "Definisinya berganti sejak halaman ini dibuka. Periksa lagi akibatnya di bawah."
TIDAK_BERBEDA = "Tidak ada tahun terpilih yang definisinya berbeda."


@dataclass(frozen=True)
class Penahan:
    """Yang menahan definisi satu tahun, dan halamannya bila naskah."""

    kalimat: str
    url: str = ""


def open_tahun(*, kabupaten: Kabupaten, tahun: int, by: Any) -> int:
    """Simpan definisi tiap indikator bagi `tahun`; yang sudah tersimpan tetap. Banyaknya."""
    milik = PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=kabupaten)
    periode = milik.covering(tahun).first()
    if periode is None:
        return 0
    with audit.locked(kabupaten.kode):
        rows = Indikator.objects.filter(sasaran__periode=periode).ada_pada(tahun)
        belum = rows.exclude(definisi_tahun__tahun=tahun)
        baru = [_kept(indikator, tahun) for indikator in belum]
        if baru:
            note = f"Tahun {tahun} dibuka."
            door.save_all(baru, by=by, target=periode, note=note)
    return len(baru)


def keep_before_change(*, indikator: Indikator, by: Any) -> range:
    """Simpan definisi lama bagi tiap tahun yang terbuka, sebelum `indikator` ditulis.

    Kembaliannya tahun yang tetap memakai definisi lama; kosong bila definisinya tidak berubah.
    """
    lama = Indikator.objects.get(pk=indikator.pk)
    if not lama.differs(indikator):
        return range(0)
    return _keep(lama, by, SEBELUM_DIUBAH)


def keep_before_scale(*, indikator: Iterable[Indikator], by: Any) -> range:
    """Simpan definisi tiap indikator yang skalanya akan diubah; tahun yang tetap memakainya."""
    semua = [0]
    awal = 0
    for satu in indikator:
        terbuka = _keep(satu, by, SEBELUM_SKALA)
        awal = terbuka.start
        semua.append(terbuka.stop)
    akhir = max(semua)
    return range(awal, akhir)


def _keep(lama: Indikator, by: Any, note: str) -> range:
    """Definisi yang belum tersimpan bagi tiap tahun yang terbuka; tahunnya."""
    with audit.locked(lama.kabupaten_kode):
        terbuka = opened_tahun(lama)
        tersimpan = lama.definisi_tahun.values_list("tahun", flat=True)
        belum = set(terbuka).difference(tersimpan)
        baru = [_kept(lama, tahun) for tahun in belum]
        if baru:
            door.save_all(baru, by=by, target=lama, note=note)
    return terbuka


def refuse_locked_rows(skala: SkalaKualitatif) -> None:
    """Baris program melekat pada tahunnya: skalanya tetap sejak sebagian pohon itu terkunci."""
    for model in BARIS_PROGRAM:
        rows = model.objects.filter(skala_kualitatif=skala)
        for row in rows:
            sebab = row.sebab_pohon(row.tahun)
            if sebab:
                pesan = f"{sebab} {row} memakai skala ini; buat skala baru."
                raise Refused(pesan)


def _kept(indikator: Indikator, tahun: int) -> DefinisiTahun:
    """Baris baru dengan definisi indikatornya yang kini."""
    row = DefinisiTahun(indikator=indikator, tahun=tahun)
    row.follow(indikator)
    return row


def opened_tahun(indikator: Indikator) -> range:
    """Tahun periode yang dibuka, bertarget, berealisasi atau bernaskah, dan semua sebelumnya."""
    periode = indikator.sasaran.periode
    terbuka = {0}
    for model in (DefinisiTahun, Target, Realisasi):
        rows = model.objects.filter(indikator=indikator)
        terbuka.add(_last(rows))
    for rows in _printing(indikator):
        terbuka.add(_last(rows))
    terakhir = max(terbuka)
    akhir = min(terakhir, periode.tahun_akhir)
    return range(indikator.awal, akhir + 1)


def _last(rows: Any) -> int:
    """Tahun terakhirnya; 0 bila tidak ada."""
    hasil = rows.aggregate(tahun=Max("tahun"))
    return hasil["tahun"] or 0


def naskah_of(indikator: Indikator) -> list[Any]:
    """Naskah kantornya yang mencetak indikator itu, apa pun keadaan dan tahunnya."""
    naskah = NaskahKinerja.objects.filter(jenis__in=MEMUAT[indikator.jenis])
    semua: list[Any] = [Lkjip.objects.all(), naskah]
    if indikator.is_perjanjian:
        eselon = PerjanjianKinerja.TingkatJabatan.ESELON_II
        semua.append(PerjanjianKinerja.objects.filter(tingkat=eselon))
    kabupaten = indikator.sasaran.periode.perangkat_daerah.kabupaten_id
    return [rows.filter(kabupaten=kabupaten) for rows in semua]


def _printing(indikator: Indikator) -> list[Any]:
    """Yang mencetaknya sejak diajukan; yang sedang diganti tidak ikut."""
    diajukan = []
    for rows in naskah_of(indikator):
        terkini = rows.exclude(status=Status.DRAFT)
        if rows.model is not Lkjip:
            terkini = terkini.filter(**{rows.model._meta.model_name: None})
        diajukan.append(terkini)
    return diajukan


def holder(indikator: Indikator, tahun: int) -> Penahan | None:
    """Yang menahan definisi `tahun`: kunci tahunnya, atau naskah yang sudah diajukan."""
    sebab = DefinisiTahun.lock_for(indikator.kabupaten_kode, tahun)
    if sebab:
        return Penahan(sebab)
    for rows in _printing(indikator):
        naskah = rows.filter(tahun=tahun).first()
        if naskah is not None:
            return _held_by(naskah, tahun)
    for lkjip in _banyak_tahun(indikator):
        is_diperiksa = not lkjip.is_signed
        if is_diperiksa or lkjip.tahun > tahun:
            return _held_by(lkjip, tahun)
    return None


def _held_by(naskah: Naskah, tahun: int) -> Penahan:
    """Naskah itu menahan definisi `tahun`."""
    kalimat = _kalimat(naskah, tahun)
    return Penahan(kalimat, naskah.get_absolute_url())


def _banyak_tahun(indikator: Indikator) -> Any:
    """LKjIP periodenya yang sudah diajukan; tiap LKjIP mencetak semua tahun periode itu."""
    periode = indikator.sasaran.periode
    kabupaten = periode.perangkat_daerah.kabupaten_id
    rows = Lkjip.objects.filter(
        kabupaten=kabupaten,
        tahun__gte=periode.tahun_awal,
        tahun__lte=periode.tahun_akhir,
    )
    diajukan = rows.exclude(status=Status.DRAFT)
    return diajukan.order_by("tahun")


def _kalimat(naskah: Naskah, tahun: int) -> str:
    """Naskah yang menahan, keadaannya, dan jalan keluarnya."""
    status = Status(naskah.status)
    sebab = STATUS_SENTENCES[status]
    if naskah.tahun != tahun:
        sebab = f"{sebab} dan mencetak angka {tahun}"
    kalimat = f"{naskah} {sebab}, maka definisi {tahun} tetap"
    if not naskah.is_signed:
        return f"{kalimat}; kembalikan dahulu sebagai draf."
    if isinstance(naskah, Lkjip):
        return f"{kalimat}."
    return f"{kalimat}; buat dahulu penggantinya."


def take_over(
    *,
    indikator: Indikator,
    tahun: Iterable[int],
    by: Any,
    alasan: str,
    seen: str | None = None,
) -> int:
    """Terapkan definisi kini pada tiap `tahun`, semuanya atau tidak satu pun. Banyaknya.

    `Refused` bila tanpa alasan, ada yang tertahan, semuanya sudah sama, atau definisinya bukan
    lagi yang dilihat (`seen`, sidik barisnya).
    """
    note = alasan.strip()
    if not note:
        raise Refused(TANPA_ALASAN)
    with audit.locked(indikator.kabupaten_kode):
        kini = Indikator.objects.get(pk=indikator.pk)
        if seen not in (None, kini.sidik):
            raise Refused(BERGANTI)
        rows = kini.definisi_tahun.filter(tahun__in=set(tahun))
        banyak = 0
        for row in rows:
            if row.differs(kini):
                _replace(row, kini, by, note)
                banyak += 1
        if not banyak:
            raise Refused(TIDAK_BERBEDA)
    return banyak


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
        door.save(row, by=by, note=DIBATALKAN)


def _refuse_held(row: DefinisiTahun) -> None:
    """Yang tertahan ditolak dengan sebabnya."""
    penahan = holder(row.indikator, row.tahun)
    if penahan is not None:
        raise Refused(penahan.kalimat)
