"""Menyalin pohon kinerja satu tahun ke tahun lain: pratinjaunya, penyalinannya, pengurungannya."""

from dataclasses import dataclass, field
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from kinerja.aturan import kode
from kinerja.definisi.actions import open_tahun
from kinerja.models import (
    IndikatorTambahan,
    Kegiatan,
    Nomenklatur,
    PeriodeRenstra,
    Program,
    RencanaAksi,
    SubKegiatan,
)
from kinerja.models.nomenklatur import terbitan_berlaku
from kinerja.models.syarat import Bersyarat

Pasangan = list[tuple[str, str]]
DISALIN = "Disalin dari "  # awal catatan tiap baris salinan
TIDAK_DISALIN = {
    "id",
    "pagu_berlaku",
    "target_tercetak",
    "pagu_tercetak",
    "realisasi_tercetak",
    "realisasi",
}
UANG = {"pagu", "pagu_perubahan"}
RENSTRA = {
    "target_renstra",
    "tingkat_renstra",
    "pagu_renstra",
    "realisasi_lalu",
    "tingkat_lalu",
    "realisasi_lalu_rupiah",
}


@dataclass(frozen=True)
class Tersalin:
    """Satu baris pohon yang disalin; `lama` kodenya semula."""

    row: Any
    lama: str
    has_rencana: bool = False

    @property
    def is_berganti(self) -> bool:
        """Kodenya mengikuti nomenklatur tahun tujuan."""
        return bool(self.row.kode != self.lama)


@dataclass
class Salinan:
    """Yang tersalin, kode yang berganti, dan kode yang tidak berlaku tanpa penerus."""

    program: int = 0
    kegiatan: int = 0
    sub_kegiatan: int = 0
    rencana: int = 0
    baris: list[Tersalin] = field(default_factory=list)
    berganti: Pasangan = field(default_factory=list)
    tanpa_penerus: list[str] = field(default_factory=list)
    tidak_ikut: Pasangan = field(default_factory=list)  # baris dan angkanya


@dataclass
class _Penyalin:
    """Yang tetap selama satu penyalinan."""

    dari: int
    ke: int
    dengan_uang: bool
    periode: PeriodeRenstra | None
    by: Any
    dikenal: dict[str, list[Nomenklatur]]
    is_pratinjau: bool
    hasil: Salinan = field(default_factory=Salinan)

    def kode(self, lama: str) -> str:
        """Kode yang berlaku pada tahun baru; yang tidak dikenal dibiarkan."""
        terbitan = self.dikenal.get(kode.baku(lama), [])
        is_berlaku = any(n.kode == lama and n.is_valid_in(self.ke) for n in terbitan)
        if not terbitan or is_berlaku:
            return lama
        benar = terbitan_berlaku(terbitan, self.ke)
        if benar is None:
            self.hasil.tanpa_penerus.append(lama)
            return lama
        self.hasil.berganti.append((lama, benar.kode))
        return benar.kode

    def copy(self, row: Any, **ganti: Any) -> Any:
        """Baris baru dari `row`, tanpa kolom yang milik tahun asalnya."""
        ditinggal = self._ditinggal
        kolom = [f.name for f in row._meta.concrete_fields if f.name not in ditinggal]
        isi = {nama: getattr(row, nama) for nama in kolom}
        baru = row._meta.model(**isi | ganti)
        if isinstance(baru, Bersyarat):
            self._tinggalkan(baru)
        if not self.is_pratinjau:
            door.save(baru, by=self.by, note=f"{DISALIN}{self.dari}.")
        return baru

    def _tinggalkan(self, baru: Bersyarat) -> None:
        """Angka yang satuannya tidak menerimanya harus diisi lagi."""
        for kolom, pesan in baru.masalah_angka().items():
            setattr(baru, kolom, None)
            label = baru._meta.get_field(kolom).verbose_name  # type: ignore[union-attr]
            self.hasil.tidak_ikut.append((str(baru), f"{label}: {pesan}"))

    @property
    def _ditinggal(self) -> set[str]:
        """Angka Renstra ikut hanya bila periodenya sama, uang hanya bila diminta."""
        ditinggal = set(TIDAK_DISALIN)
        if not self.dengan_uang:
            ditinggal |= UANG
        if not self._is_seperiode:
            ditinggal |= RENSTRA
        return ditinggal

    @property
    def _is_seperiode(self) -> bool:
        """Tahun asal di dalam periode tahun tujuan."""
        if self.periode is None:
            return False
        return self.periode.tahun_awal <= self.dari <= self.periode.tahun_akhir


def copy_tahun(
    *,
    kabupaten: Kabupaten,
    dari: int,
    ke: int,
    by: Any,
    dengan_uang: bool = False,
) -> Salinan:
    """Program, kegiatan, sub kegiatan, target, langkah dan jadwal `dari` menjadi milik `ke`.

    Kode diganti dengan yang berlaku pada `ke`. `audit.Refused` bila `dari` kosong, `ke` sudah
    berisi, atau terkunci.
    """
    with audit.locked(kabupaten.kode):
        hasil = _copy(kabupaten, dari, ke, by, dengan_uang, is_pratinjau=False)
        open_tahun(kabupaten=kabupaten, tahun=ke, by=by)
    return hasil


def preview_copy(
    *,
    kabupaten: Kabupaten,
    dari: int,
    ke: int,
    dengan_uang: bool = False,
) -> Salinan:
    """Yang akan ditulis `copy_tahun`, tanpa menulisnya; `audit.Refused` dengan sebab yang sama."""
    return _copy(kabupaten, dari, ke, None, dengan_uang, is_pratinjau=True)


def _copy(
    kabupaten: Kabupaten,
    dari: int,
    ke: int,
    by: Any,
    dengan_uang: bool,
    *,
    is_pratinjau: bool,
) -> Salinan:
    """Satu jalan bagi pratinjau dan penyalinannya."""
    milik = {"perangkat_daerah__kabupaten": kabupaten}
    sumber = Program.objects.filter(**milik, tahun=dari).order_by("kode")
    if sebab := _masalah(kabupaten, dari, ke, sumber):
        raise audit.Refused(sebab)
    periode = PeriodeRenstra.objects.filter(**milik).covering(ke).first()
    dikenal = Nomenklatur.objects.by_baku(_codes(sumber))
    penyalin = _Penyalin(
        dari,
        ke,
        dengan_uang,
        periode,
        by,
        dikenal,
        is_pratinjau,
    )
    for program in sumber.select_related("perangkat_daerah__kabupaten", "sasaran"):
        _copy_program(penyalin, program)
    return penyalin.hasil


def _codes(program: Any) -> list[str]:
    """Semua kode pada pohon program itu."""
    kegiatan = Kegiatan.objects.filter(program__in=program)
    sub = SubKegiatan.objects.filter(kegiatan__in=kegiatan)
    semua: list[str] = []
    for rows in (program, kegiatan, sub):
        semua += rows.order_by().values_list("kode", flat=True)
    return semua


def _masalah(kabupaten: Kabupaten, dari: int, ke: int, sumber: Any) -> str:
    """Mengapa tidak dapat disalin; kosong bila dapat."""
    ada = Program.objects.filter(perangkat_daerah__kabupaten=kabupaten, tahun=ke).count()
    if dari == ke:
        return "Tahun asal dan tahun tujuan sama."
    if not sumber.exists():
        return f"Tahun {dari} belum berisi program."
    if ada:
        sebab = "penyalinan hanya ke tahun yang masih kosong"
        return f"Tahun {ke} sudah berisi {ada} program; {sebab}."
    return Program.lock_for(kabupaten.kode, ke)


def _copy_program(penyalin: _Penyalin, program: Program) -> None:
    """Sasaran ikut hanya bila periodenya sama."""
    sasaran = program.sasaran
    if sasaran is not None and sasaran.periode != penyalin.periode:
        sasaran = None
    baru = penyalin.copy(
        program,
        tahun=penyalin.ke,
        kode=penyalin.kode(program.kode),
        sasaran=sasaran,
        is_rinci=True,
    )
    penyalin.hasil.program += 1
    penyalin.hasil.baris.append(Tersalin(baru, program.kode))
    for tambahan in IndikatorTambahan.objects.filter(program=program, kegiatan=None):
        penyalin.copy(tambahan, program=baru)
    for kegiatan in program.kegiatan_set.order_by("kode"):
        _copy_kegiatan(penyalin, kegiatan, baru)


def _copy_kegiatan(penyalin: _Penyalin, kegiatan: Kegiatan, program: Program) -> None:
    """Kegiatan dengan indikator tambahan dan sub kegiatannya."""
    baru = penyalin.copy(kegiatan, program=program, kode=penyalin.kode(kegiatan.kode))
    penyalin.hasil.kegiatan += 1
    penyalin.hasil.baris.append(Tersalin(baru, kegiatan.kode))
    for tambahan in IndikatorTambahan.objects.filter(kegiatan=kegiatan):
        penyalin.copy(tambahan, program=program, kegiatan=baru)
    pasangan: dict[int, SubKegiatan] = {}
    for sub in sorted(kegiatan.subkegiatan_set.all(), key=_utama_dahulu):
        induk = None
        if sub.induk_id:
            induk = pasangan[sub.induk_id]
        pasangan[sub.pk] = _copy_sub(penyalin, sub, baru, induk)


def _utama_dahulu(sub: SubKegiatan) -> tuple[bool, int]:
    """Baris utama sebelum tambahannya, yang menunjuk kepadanya."""
    return sub.induk_id is not None, sub.nomor


def _copy_sub(
    penyalin: _Penyalin,
    sub: SubKegiatan,
    kegiatan: Kegiatan,
    induk: SubKegiatan | None,
) -> SubKegiatan:
    """Baris sub kegiatan dengan rencana aksinya."""
    kode_baru = penyalin.kode(sub.kode)
    baru: SubKegiatan = penyalin.copy(
        sub,
        kegiatan=kegiatan,
        induk=induk,
        kode=kode_baru,
    )
    penyalin.hasil.sub_kegiatan += 1
    rencana = RencanaAksi.objects.filter(sub_kegiatan=sub).first()
    if rencana is not None:
        penyalin.copy(rencana, sub_kegiatan=baru)
        penyalin.hasil.rencana += 1
    penyalin.hasil.baris.append(Tersalin(baru, sub.kode, rencana is not None))
    return baru
