"""Menyalin pohon kinerja satu tahun ke tahun berikutnya: semua atau tidak sama sekali."""

from dataclasses import dataclass, field
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from kinerja.aturan import kode
from kinerja.models import IndikatorTambahan, Kegiatan, Nomenklatur, PeriodeRenstra, Program, RencanaAksi, SubKegiatan
from kinerja.models.nomenklatur import valid_one

TIDAK_DISALIN = {"id", "pagu_berlaku", "target_tercetak", "pagu_tercetak", "realisasi_tercetak", "realisasi"}
UANG = {"pagu", "pagu_perubahan"}
RENSTRA = {"target_renstra", "pagu_renstra", "realisasi_lalu", "realisasi_lalu_rupiah"}


@dataclass
class Salinan:
    """Yang tersalin, kode yang berganti, dan kode yang tidak berlaku tanpa penerus yang diketahui."""

    program: int = 0
    kegiatan: int = 0
    sub_kegiatan: int = 0
    rencana: int = 0
    berganti: list[tuple[str, str]] = field(default_factory=list)
    tanpa_penerus: list[str] = field(default_factory=list)


@dataclass
class _Penyalin:
    """Yang tetap selama satu penyalinan."""

    dari: int
    ke: int
    dengan_uang: bool
    periode: PeriodeRenstra | None
    by: Any
    dikenal: dict[str, list[Nomenklatur]]
    hasil: Salinan = field(default_factory=Salinan)

    def kode(self, lama: str) -> str:
        """Kode yang berlaku pada tahun baru; yang tidak dikenal dibiarkan."""
        terbitan = self.dikenal.get(kode.baku(lama), [])
        if not terbitan or any(n.kode == lama and n.is_valid_in(self.ke) for n in terbitan):
            return lama
        benar = valid_one(terbitan, self.ke)
        if benar is None:
            self.hasil.tanpa_penerus.append(lama)
            return lama
        self.hasil.berganti.append((lama, benar.kode))
        return benar.kode

    def salin(self, row: Any, **ganti: Any) -> Any:
        """Baris baru dari `row`; angka Renstra hanya bila periodenya sama, uang hanya bila diminta."""
        buang = TIDAK_DISALIN | (set() if self.dengan_uang else UANG)
        if self.periode is None or not self.periode.tahun_awal <= self.dari <= self.periode.tahun_akhir:
            buang |= RENSTRA
        isi = {f.name: getattr(row, f.name) for f in row._meta.concrete_fields if f.name not in buang}
        baru = row._meta.model(**isi | ganti)
        door.save(baru, by=self.by, note=f"Disalin dari {self.dari}.")
        return baru


def copy_year(*, kabupaten: Kabupaten, dari: int, ke: int, by: Any, dengan_uang: bool = False) -> Salinan:
    """Program, kegiatan, sub kegiatan, target, langkah dan jadwal `dari` menjadi milik `ke`.

    Kode diganti dengan yang berlaku pada `ke`. `audit.Refused` bila `dari` kosong, `ke` sudah berisi, atau terkunci.
    """
    with audit.locked(kabupaten.kode):
        sumber = Program.objects.filter(perangkat_daerah__kabupaten=kabupaten, tahun=dari).order_by("kode")
        if reason := _problem(kabupaten, dari, ke, sumber):
            raise audit.Refused(reason)
        periode = PeriodeRenstra.objects.filter(perangkat_daerah__kabupaten=kabupaten).covering(ke).first()
        penyalin = _Penyalin(dari, ke, dengan_uang, periode, by, Nomenklatur.objects.by_baku())
        for program in sumber.select_related("perangkat_daerah__kabupaten", "sasaran"):
            _copy_program(penyalin, program)
    return penyalin.hasil


def _problem(kabupaten: Kabupaten, dari: int, ke: int, sumber: Any) -> str:
    ada = Program.objects.filter(perangkat_daerah__kabupaten=kabupaten, tahun=ke).count()
    if dari == ke:
        return "Tahun asal dan tahun tujuan sama."
    if not sumber.exists():
        return f"Tahun {dari} belum berisi program."
    if ada:
        return f"Tahun {ke} sudah berisi {ada} program; penyalinan hanya ke tahun yang masih kosong."
    return Program.lock_for(kabupaten.kode, ke)


def _copy_program(penyalin: _Penyalin, program: Program) -> None:
    sasaran = program.sasaran
    if sasaran is not None and sasaran.periode != penyalin.periode:
        sasaran = None
    baru = penyalin.salin(
        program, tahun=penyalin.ke, kode=penyalin.kode(program.kode), sasaran=sasaran, is_rinci=True
    )  # fmt: skip
    penyalin.hasil.program += 1
    for tambahan in IndikatorTambahan.objects.filter(program=program, kegiatan=None):
        penyalin.salin(tambahan, program=baru)
    for kegiatan in program.kegiatan_set.order_by("kode"):
        _copy_kegiatan(penyalin, kegiatan, baru)


def _copy_kegiatan(penyalin: _Penyalin, kegiatan: Kegiatan, program: Program) -> None:
    baru = penyalin.salin(kegiatan, program=program, kode=penyalin.kode(kegiatan.kode))
    penyalin.hasil.kegiatan += 1
    for tambahan in IndikatorTambahan.objects.filter(kegiatan=kegiatan):
        penyalin.salin(tambahan, program=program, kegiatan=baru)
    pasangan: dict[int, SubKegiatan] = {}
    for sub in sorted(
        kegiatan.subkegiatan_set.all(), key=lambda s: (s.induk_id is not None, s.nomor)
    ):  # baris utama sebelum tambahannya
        induk = pasangan[sub.induk_id] if sub.induk_id else None
        pasangan[sub.pk] = penyalin.salin(sub, kegiatan=baru, induk=induk, kode=penyalin.kode(sub.kode))
        penyalin.hasil.sub_kegiatan += 1
        rencana = RencanaAksi.objects.filter(sub_kegiatan=sub).first()
        if rencana is not None:
            penyalin.salin(rencana, sub_kegiatan=pasangan[sub.pk])
            penyalin.hasil.rencana += 1
