"""Impor rekap Indeks Desa satu kabupaten: terbitan tiap desa, dan judul kolom aspeknya."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from django.db.models import Max
from django.utils import timezone

from core import audit, door
from core.audit import Refused
from documents.actions.jejak import Jejak, save_berjejak, undo_rows
from documents.arsip import SENEGARA
from documents.impor import Hasil, Kesalahan, Penerima
from documents.pembaca import SemuaTabel, Tabel, read
from idm.impor import Acuan
from idm.impor.indeks_banding import (
    BARU,
    NAMA,
    URUT,
    IndeksTercatat,
    bandingkan,
    sandingan,
    tambahan,
)
from idm.impor.indeks_read import BarisIndeks, PembacaIndeks
from idm.impor.indeks_susunan import SusunanLembar
from idm.models import IndeksDesa, IndikatorIdm, Instrumen, SubdimensiIndeks, TerbitanIndeks
from idm.scoring import SKOR_TERTINGGI
from villages.models import Desa

Ubahan = dict[str, Any]  # satu baris pratinjau
SemuaUbahan = Sequence[Ubahan]
SemuaJejak = list[Jejak]


TANPA_ASPEK_BARU = (
    "Lembar ini memuat aspek yang belum ada pada edisinya; tambahkan semuanya, atau batalkan."
)


class PenerimaIndeks(Penerima):
    """Rekap kementerian, atau rekap kantor: kode desa, enam dimensi, skor dan status."""

    model = IndeksDesa
    hak = "add"
    judul = "Indeks Desa"
    halaman = "idm:indeksdesa_list"
    satuan = "desa"
    is_boleh_abai = True
    is_diantrekan = True
    akhiran: ClassVar[tuple[str, ...]] = (".xlsx", ".csv", ".gz")
    pengantar: ClassVar[tuple[str, ...]] = (
        "Unggah rekap kementerian sebagaimana adanya: lembar rekap dengan kolom tiap dimensi, "
        "subdimensi dan skor, baris bobotnya, serta nilai dan status tiap tahun. "
        "Rekap kabupaten lain dan senegara boleh, sebagai CSV (juga .csv.gz); hanya desa kantor "
        "ini yang dibaca.",
        "Rekap kantor cukup memuat kode desa, poin enam dimensi, skor dan status.",
        "Nilainya langsung berlaku sebagai terbitan. Yang sudah diverifikasi dari aspek atau poin "
        "dimensi tetap berlaku; terbitannya berdiri di sampingnya dengan selisihnya.",
    )

    def read(self, nama: str, data: bytes) -> SemuaTabel:
        return read(nama, data, SENEGARA)

    def check(self, tabel: Sequence[Tabel]) -> Hasil:
        """Semua lembarnya dibaca dahulu, lalu dibandingkan sekaligus."""
        pembaca = PembacaIndeks(Acuan(self.kabupaten), self.tahun)
        pembaca.is_abai = self.is_abai
        for nomor, satu in enumerate(tabel, start=1):
            pembaca.lembar(satu)
            self.lapor(nomor, len(tabel))
        pembaca.selesai()
        hasil = Hasil(
            kesalahan=[*self._semua_sebab_lock(pembaca.rows), *pembaca.kesalahan],
            catatan=pembaca.catatan,
            banyak_baris=pembaca.banyak_baris,
        )
        for susunan in pembaca.susunan:
            hasil.ubahan += pratinjau_aspek(susunan)
        ada = IndeksTercatat(pembaca.rows)
        for baris in pembaca.rows:
            bandingkan(baris, ada, hasil)
        return hasil

    def _semua_sebab_lock(self, rows: Sequence[BarisIndeks]) -> list[Kesalahan]:
        """Tiap tahun yang sudah ditetapkan, dengan alasannya."""
        kunci = []
        for tahun in sorted({baris.tahun for baris in rows}):
            alasan = IndeksDesa.lock_for(self.kabupaten.kode, tahun)
            if alasan:
                setahun = str(tahun)
                masalah = Kesalahan(lembar="", sel="", isi=setahun, pesan=alasan)
                kunci.append(masalah)
        return kunci

    def apply(self, ubahan: SemuaUbahan, *, by: Any, note: str) -> None:
        """Judul aspeknya dahulu; deret aspek hanya disimpan bila semuanya diterima."""
        aspek = [satu for satu in ubahan if satu["jenis"] == NAMA]
        desa = [satu for satu in ubahan if satu["jenis"] != NAMA]
        is_beraspek = apply_aspek(aspek, by=by, note=note)
        self.jejak = _apply_desa(desa, is_beraspek, by, note)

    def batalkan(self, jejak: Sequence[Jejak], *, by: Any, note: str) -> None:
        """Nilai tiap desa sebelum impor ini; judul aspek yang sudah dikenali tetap dikenal.

        `Refused` bila ada yang berubah sesudahnya, atau tahunnya terkunci.
        """
        undo_rows(jejak=jejak, by=by, note=note)


def pratinjau_aspek(susunan: SusunanLembar) -> list[Ubahan]:
    """Kolom skor yang menunggu putusan orang: hanya cocok menurut urutannya, atau aspek baru."""
    hasil = [sandingan(kolom, aspek) for kolom, aspek in susunan.urut]
    return hasil + [tambahan(kolom, sub) for kolom, sub in susunan.baru]


def apply_aspek(aspek: SemuaUbahan, *, by: Any, note: str) -> bool:
    """Simpan putusan orang; deret aspek hanya dipakai bila semuanya diterima.

    `Refused` bila aspek yang belum ada pada edisinya tidak ditambahkan.
    """
    baru = [satu for satu in aspek if satu["kunci"].startswith(BARU)]
    if any(satu["pilih"] != URUT for satu in baru):
        raise Refused(TANPA_ASPEK_BARU)
    with audit.locked(""):
        for satu in aspek:
            if satu in baru:
                _tambah_aspek(satu, by, note)
            elif satu["pilih"] == URUT:
                _beri_judul(satu, by, note)
    return all(satu["pilih"] == URUT for satu in aspek)


def _beri_judul(ubahan: Ubahan, by: Any, note: str) -> None:
    """Judul kolomnya dikenal pada berkas berikutnya; aspek yang belum bernama mendapat namanya."""
    rows = IndikatorIdm.objects.select_related("instrumen")
    nomor = ubahan["kunci"]
    aspek = rows.get(pk=nomor)
    tertulis = ubahan["baris"]
    judul = tertulis[:200]
    if aspek.is_belum_dikenal:
        aspek.nama = judul
        aspek.catatan = f"Nama menurut judul kolom lembar resmi. {note}"
    aspek.judul_lembar = judul
    door.save(aspek, by=by, note=note, only_scope=True)


def _tambah_aspek(ubahan: Ubahan, by: Any, note: str) -> None:
    """Aspek baru di akhir deret; poin tertinggi subdimensi dan dimensinya ikut bertambah."""
    semua = SubdimensiIndeks.objects.select_related("dimensi__instrumen")
    sub = semua.get(pk=ubahan["sub"])
    instrumen = sub.dimensi.instrumen
    terakhir = instrumen.indikatoridm_set.aggregate(posisi=Max("posisi"))["posisi"] or 0
    posisi = terakhir + 1
    tertulis = ubahan["baris"]
    judul = tertulis[:200]
    aspek = IndikatorIdm(
        instrumen=instrumen,
        posisi=posisi,
        kode=f"lembar-{posisi}",
        nama=judul,
        dimensi=sub.dimensi.nama,
        variabel=sub.nama,
        judul_lembar=judul,
        catatan=f"Ditambahkan dari lembar resmi. {note}",
    )
    door.save(aspek, by=by, note=note)
    for bagian in (sub, sub.dimensi):
        bagian.maksimum += SKOR_TERTINGGI
        door.save(bagian, by=by, note=note)


def _apply_desa(
    ubahan: SemuaUbahan,
    is_beraspek: bool,
    by: Any,
    note: str,
) -> SemuaJejak:
    """Jejak semua barisnya; ditolak bila ada yang berubah sejak pratinjaunya dibuat."""
    nomor_instrumen = {int(satu["instrumen"]) for satu in ubahan}
    instrumen = Instrumen.objects.in_bulk(nomor_instrumen)
    tujuan = _tujuan(ubahan)
    ada = IndeksTercatat(tujuan)
    jejak: SemuaJejak = []
    for satu, tempat in zip(ubahan, tujuan, strict=True):
        if ada.keadaan(tempat.kunci) != satu["keadaan"]:
            sebutan = f"{satu['baris']} {satu['tahun']}"
            raise Refused(f"{sebutan} sudah diubah sejak diperiksa.")
        skor, status, poin, jawaban = satu["nilai"].split("|")
        nomor = int(satu["instrumen"])
        isi = {
            "instrumen": instrumen[nomor],
            "skor": Decimal(skor),
            "status": status,
            "poin": poin,
            "jawaban": jawaban if is_beraspek else "",
            "is_contoh": False,
        }
        jejak += _store(tempat, isi, ada, by, note)
    return jejak


@dataclass(frozen=True)
class _Tujuan:
    """Desa dan tahun satu ubahan."""

    desa: Desa
    tahun: int

    @property
    def kunci(self) -> tuple[int, int]:
        """Nomor desa dan tahunnya."""
        return (self.desa.pk, self.tahun)


def _tujuan(ubahan: SemuaUbahan) -> list[_Tujuan]:
    """Tujuan tiap ubahan; desanya dibaca sekaligus."""
    nomor = {int(satu["desa"]) for satu in ubahan}
    rows = Desa.objects.select_related("kecamatan__kabupaten")
    desa = rows.in_bulk(nomor)
    hasil = []
    for satu in ubahan:
        milik = desa[int(satu["desa"])]
        tahun = int(satu["tahun"])
        tujuan = _Tujuan(milik, tahun)
        hasil.append(tujuan)
    return hasil


def _store(
    tempat: _Tujuan,
    isi: Ubahan,
    ada: IndeksTercatat,
    by: Any,
    note: str,
) -> SemuaJejak:
    """Terbitannya disimpan; berlaku bila belum ada yang lain, atau yang berlaku juga terbitan."""
    kunci = tempat.kunci
    asal = note[:200]
    terbitan = ada.terbitan.get(kunci)
    if terbitan is None:
        terbitan = TerbitanIndeks(desa=tempat.desa, tahun=tempat.tahun)
    _isikan(terbitan, isi)
    terbitan.sumber = asal
    jejak = [save_berjejak(terbitan, by=by, note=note)]
    berlaku = ada.berlaku.get(kunci)
    if berlaku is None:
        berlaku = IndeksDesa(desa=tempat.desa, tahun=tempat.tahun)
    elif is_sendiri(berlaku):
        return jejak
    _isikan(berlaku, isi)
    berlaku.sumber = IndeksDesa.SumberIndeks.TERBITAN
    berlaku.asal = asal
    berlaku.berlaku_at = timezone.now()
    berlaku.semula = None
    jejak.append(save_berjejak(berlaku, by=by, note=note))
    return jejak


def is_sendiri(row: IndeksDesa) -> bool:
    """Hasil kantor sendiri, bukan terbitan dan bukan peragaan."""
    return row.sumber != IndeksDesa.SumberIndeks.TERBITAN and not row.is_contoh


def _isikan(row: Any, isi: Ubahan) -> None:
    """Kolom `row` menurut namanya; belum disimpan."""
    for nama, nilai in isi.items():
        setattr(row, nama, nilai)
