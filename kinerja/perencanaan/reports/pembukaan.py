"""Langkah membuka satu tahun: yang sudah, yang masih terbuka, dan halaman yang mengerjakannya."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from accounts.models import Kabupaten
from kinerja.aturan import kode
from kinerja.models import (
    DefinisiTahun,
    Indikator,
    Kegiatan,
    NaskahKinerja,
    Nomenklatur,
    PeriodeRenstra,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    SubKegiatan,
    Target,
)
from kinerja.models.nomenklatur import masalah_kode
from kinerja.models.rencana import bulan_kosong
from kinerja.tahun.renstra import mark_shared_nomor

NASKAH_AWAL = (NaskahKinerja.JenisKinerja.IKU, NaskahKinerja.JenisKinerja.RENCANA_AKSI)
TERBANYAK = 6  # rincian yang disebut satu per satu
MENUNGGU_POHON = "Menunggu program dan sub kegiatannya."


@dataclass(frozen=True)
class Tautan:
    """Satu halaman yang mengerjakan, atau baris yang disebut."""

    teks: str
    url: str


SemuaTautan = tuple[Tautan, ...]


@dataclass(frozen=True)
class LangkahTahun:
    """Satu langkah; `kunci` menamai tindakan yang digambar halamannya sendiri."""

    kunci: str
    judul: str
    is_selesai: bool
    keterangan: str
    rincian: SemuaTautan = ()
    tautan: SemuaTautan = ()

    @property
    def disebut(self) -> SemuaTautan:
        """Beberapa yang pertama."""
        return self.rincian[:TERBANYAK]

    @property
    def selebihnya(self) -> int:
        """Banyak rincian yang tidak disebut."""
        return max(len(self.rincian) - TERBANYAK, 0)


@dataclass(frozen=True)
class _Tahun:
    """Yang dibaca bersama oleh semua langkah."""

    kabupaten: Kabupaten
    tahun: int
    periode: PeriodeRenstra | None
    indikator: tuple[Indikator, ...]
    program: tuple[Program, ...]

    @property
    def sub(self) -> Any:
        """Sub kegiatan tahun itu, tanpa baris tambahannya."""
        return SubKegiatan.objects.in_pohon(self.kabupaten, self.tahun).utama()


def langkah_tahun(kabupaten: Kabupaten, tahun: int) -> list[LangkahTahun]:
    """Semua langkah menurut urutan kerjanya."""
    milik = {"perangkat_daerah__kabupaten": kabupaten}
    periode = PeriodeRenstra.objects.filter(**milik).covering(tahun).first()
    rows = Indikator.objects.filter(sasaran__periode=periode).ada_pada(tahun)
    indikator = tuple(rows.select_related("sasaran"))
    mark_shared_nomor(indikator)
    program = Program.objects.filter(**milik, tahun=tahun).order_by("kode")
    kini = _Tahun(kabupaten, tahun, periode, indikator, tuple(program))
    return [satu(kini) for satu in LANGKAH]


def _alamat(nama: str, **isi: Any) -> str:
    """Halaman dengan isian awalnya."""
    return f"{reverse(f'kinerja:{nama}')}?{urlencode(isi)}"


def _renstra(kini: _Tahun) -> LangkahTahun:
    judul = f"Renstra meliputi {kini.tahun}"
    if kini.periode is not None:
        masa = f"{kini.periode.tahun_awal}–{kini.periode.tahun_akhir}"
        return LangkahTahun("renstra", judul, True, f"{kini.periode} ({masa}).")
    tautan = Tautan(
        "Tambah periode",
        _alamat("perioderenstra_create", tahun_awal=kini.tahun),
    )
    daftar = Tautan("Perpanjang periode lama", reverse("kinerja:perioderenstra_list"))
    kalimat = "Belum ada periode yang memuat tahun ini; indikator dan target melekat padanya."
    return LangkahTahun("renstra", judul, False, kalimat, tautan=(tautan, daftar))


def _indikator(kini: _Tahun) -> LangkahTahun:
    banyak = len(kini.indikator)
    tautan = []
    if kini.periode is not None:
        ambil = reverse("kinerja:perioderenstra_ambil", args=[kini.periode.pk])
        tautan.append(Tautan("Bawa dari periode sebelumnya", ambil))
        tautan.append(Tautan("Tambah indikator", reverse("kinerja:indikator_create")))
    if not banyak:
        kalimat = "Periode ini belum berindikator."
        return LangkahTahun(
            "indikator",
            "Indikator dan definisinya",
            False,
            kalimat,
            tautan=tuple(tautan),
        )
    rows = DefinisiTahun.objects.filter(
        indikator__in=kini.indikator,
        tahun=kini.tahun,
    )
    kalimat = f"{banyak} indikator; {rows.count()} definisi sudah disimpan bagi tahun ini."
    return LangkahTahun("indikator", "Indikator dan definisinya", True, kalimat)


def _target(kini: _Tahun) -> LangkahTahun:
    """Target tidak dikira-kira dari tahun lain: yang belum ada disebut."""
    rows = Target.objects.filter(indikator__in=kini.indikator, tahun=kini.tahun).setahun()
    bertarget = set(rows.values_list("indikator", flat=True))
    belum = [satu for satu in kini.indikator if satu.pk not in bertarget]
    rincian = []
    for satu in belum:
        url = _alamat("target_create", indikator=satu.pk, tahun=kini.tahun)
        rincian.append(Tautan(str(satu), url))
    kalimat = f"{len(bertarget)} dari {len(kini.indikator)} indikator bertarget menurut Renstra."
    if not kini.indikator:
        kalimat = "Menunggu indikatornya."
    is_selesai = bool(kini.indikator) and not belum
    return LangkahTahun(
        "target",
        f"Target indikator {kini.tahun}",
        is_selesai,
        kalimat,
        tuple(rincian),
    )


def _pohon(kini: _Tahun) -> LangkahTahun:
    """Disalin dari tahun terakhir sebelumnya, atau ditambah sendiri."""
    judul = f"Program, kegiatan dan sub kegiatan {kini.tahun}"
    if kini.program:
        sub = kini.sub.count()
        kalimat = f"{len(kini.program)} program, {sub} sub kegiatan."
        url = _alamat("pohon", tahun=kini.tahun)
        pohon = Tautan("Lihat pohon", url)
        return LangkahTahun("pohon", judul, True, kalimat, tautan=(pohon,))
    tautan = tuple(_mengisi_pohon(kini))
    kalimat = "Indikator, target, langkah aksi dan jadwalnya ikut tersalin."
    return LangkahTahun("pohon", judul, False, kalimat, tautan=tautan)


def _mengisi_pohon(kini: _Tahun) -> Iterator[Tautan]:
    """Salinan lebih dahulu, bila ada yang dapat disalin."""
    milik = Program.objects.filter(perangkat_daerah__kabupaten=kini.kabupaten)
    for tahun in milik.tahun_berisi():
        if tahun < kini.tahun:
            url = _alamat("copy_tahun", dari=tahun, ke=kini.tahun)
            yield Tautan(f"Salin dari {tahun}", url)
            break
    tambah = reverse("kinerja:program_create")
    yield Tautan("Tambah program", tambah)


def _kode(kini: _Tahun) -> LangkahTahun:
    kegiatan = Kegiatan.objects.filter(program__in=kini.program)
    semua = [*kini.program, *kegiatan, *kini.sub]
    dikenal = Nomenklatur.objects.by_baku(row.kode for row in semua)
    rincian = []
    for row in semua:
        terbitan = dikenal.get(kode.baku(row.kode), [])
        masalah = masalah_kode(terbitan, row.kode, kini.tahun)
        if masalah:
            rincian.append(Tautan(f"{row}: {masalah}", row.get_absolute_url()))
    kalimat = f"{len(rincian)} dari {len(semua)} kode tidak berlaku pada {kini.tahun}."
    if not semua:
        kalimat = MENUNGGU_POHON
    elif not rincian:
        kalimat = f"Semua {len(semua)} kode berlaku pada {kini.tahun}."
    is_selesai = bool(semua) and not rincian
    return LangkahTahun(
        "kode",
        "Kode menurut nomenklatur yang berlaku",
        is_selesai,
        kalimat,
        tuple(rincian),
    )


def _pagu(kini: _Tahun) -> LangkahTahun:
    tanpa = kini.sub.filter(pagu=None)
    kisi = Tautan("Isi pagu", _alamat("rencanaaksi_grid", tahun=kini.tahun))
    return _per_sub(kini, "pagu", "Pagu sub kegiatan", tanpa, "belum berpagu", kisi)


def _penanggung(kini: _Tahun) -> LangkahTahun:
    tanpa = kini.sub.filter(penanggung_jawab=None)
    kisi = Tautan("Isi penanggung", _alamat("penanggung_grid", tahun=kini.tahun))
    return _per_sub(
        kini,
        "penanggung",
        "Bidang penanggung jawab",
        tanpa,
        "belum berpenanggung",
        kisi,
    )


def _jadwal(kini: _Tahun) -> LangkahTahun:
    terjadwal = RencanaAksi.objects.exclude(bulan_kosong())
    tanpa = kini.sub.exclude(rencana_aksi__in=terjadwal)
    kisi = Tautan("Isi rencana aksi", _alamat("rencanaaksi_grid", tahun=kini.tahun))
    return _per_sub(kini, "jadwal", "Rencana aksi terjadwal", tanpa, "belum terjadwal", kisi)


def _per_sub(
    kini: _Tahun,
    kunci: str,
    judul: str,
    tanpa: Any,
    sebutan: str,
    kisi: Tautan,
) -> LangkahTahun:
    """Selesai bila tidak satu pun sub kegiatan kurang."""
    semua = kini.sub.count()
    kurang = tanpa.count()
    if not semua:
        return LangkahTahun(kunci, judul, False, MENUNGGU_POHON)
    kalimat = f"{kurang} dari {semua} sub kegiatan {sebutan}."
    if not kurang:
        kalimat = f"Semua {semua} sub kegiatan lengkap."
    return LangkahTahun(kunci, judul, not kurang, kalimat, tautan=(kisi,))


def _naskah(kini: _Tahun) -> LangkahTahun:
    milik = {"kabupaten": kini.kabupaten, "tahun": kini.tahun}
    perjanjian = PerjanjianKinerja.objects.filter(
        **milik, tingkat=PerjanjianKinerja.TingkatJabatan.ESELON_II
    )
    naskah = NaskahKinerja.objects.filter(
        **milik,
        jenis__in=NASKAH_AWAL,
        bidang=None,
    )
    jenis = {satu.jenis for satu in naskah}
    rincian = tuple(_tautan([*perjanjian, *naskah]))
    is_selesai = perjanjian.exists() and jenis.issuperset(NASKAH_AWAL)
    kalimat = "Perjanjian Kinerja, Indikator Kinerja Utama dan Rencana Aksi."
    return LangkahTahun("naskah", f"Naskah {kini.tahun}", is_selesai, kalimat, rincian)


def _tautan(naskah: Iterable[Any]) -> Iterable[Tautan]:
    for satu in naskah:
        yield Tautan(f"{satu}: {satu.get_status_display()}", satu.get_absolute_url())


LANGKAH = (
    _renstra,
    _indikator,
    _target,
    _pohon,
    _kode,
    _pagu,
    _penanggung,
    _jadwal,
    _naskah,
)
