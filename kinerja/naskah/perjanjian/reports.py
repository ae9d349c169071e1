"""Perjanjian Kinerja: pernyataan dan lampirannya menurut tingkat jabatan (Permenpan-RB 53/2014)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from accounts.models import Pejabat
from documents.reports.kepala import kepala, orang
from kinerja.aturan.rencana import jumlah, target_cetak
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.indikator.isi import DefinisiSasaran
from kinerja.naskah.indikator.reports import indikator_menurut_sasaran
from kinerja.naskah.perjanjian.isi import IndikatorPerjanjian, IsiPerjanjian, SasaranPerjanjian, UangPerjanjian
from kinerja.tahun.pohon import Pohon, Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja

# tingkat jabatan -> tingkat pohon yang menjadi indikator dan rincian anggarannya
ISI = {"II": ("", "program"), "III": ("program", "kegiatan"), "IV": ("kegiatan", "sub")}
SEBUTAN = {"program": "Program", "kegiatan": "Kegiatan", "sub": "Sub Kegiatan"}


def payload(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> IsiPerjanjian:
    """Pernyataan, kedua pihak, sasaran dengan indikator dan target, lalu anggaran."""
    uang = anggaran(pk, kinerja)
    return IsiPerjanjian(
        **kepala(pk, "Perubahan Perjanjian Kinerja" if pk.menggantikan_id else "Perjanjian Kinerja"),
        tingkat=pk.tingkat,
        pertama=orang(pk.pihak_pertama),
        kedua=orang(pk.pihak_kedua),
        alasan=pk.alasan,
        nomor_lama=pk.menggantikan.nomor if pk.menggantikan else "",
        sasaran=sasaran(pk, kinerja),
        sebutan=SEBUTAN[ISI[pk.tingkat][1]],
        anggaran=uang,
        jumlah=jumlah(u.pagu for u in uang),
    )


def anggaran(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> tuple[UangPerjanjian, ...]:
    """Program seluruh dinas untuk eselon II; kegiatan atau sub kegiatan bidangnya di bawah itu."""
    if pk.tingkat == pk.Tingkat.ESELON_II:
        return tuple(_uang(u.program, u.pagu) for u in kinerja.anggaran.baris)
    tingkat = ISI[pk.tingkat][1]
    milik = [s for s in rows(pk, kinerja) if s.tingkat == tingkat and not s.is_lanjutan]
    return tuple(_uang(s.obj, _pagu(s, kinerja.pohon)) for s in milik)


def _uang(obj: Any, pagu: Decimal | None) -> UangPerjanjian:
    return UangPerjanjian(kode=obj.kode, nama=obj.nama, pagu=pagu)


def _pagu(s: Simpul, pohon: Pohon) -> Decimal | None:
    """Pagu satu sub kegiatan berikut baris indikator tambahannya; di atasnya pagu barisnya sendiri."""
    if s.tingkat != "sub":
        return s.pagu
    return jumlah([s.pagu, *(lain.pagu for lain in pohon.sub if lain.obj.induk_id == s.obj.pk)])


def rows(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> Sequence[Simpul]:
    """Baris pohon seluruh dinas, atau yang memuat pekerjaan bidangnya."""
    semua = kinerja.pohon.baris
    if pk.bidang_id is None:
        return semua
    return [s for s in semua if pk.bidang_id in _penanggung(s)]


def _penanggung(s: Simpul) -> set[int]:
    return {t.induk.penanggung_jawab_id for t in s.turunan()}


def sasaran(pk: PerjanjianKinerja, kinerja: TahunKinerja) -> tuple[SasaranPerjanjian, ...]:
    """Eselon II: IKU yang diperjanjikan; di bawahnya: program atau kegiatan dengan indikatornya sendiri."""
    tingkat, _ = ISI[pk.tingkat]
    if not tingkat:
        diperjanjikan = [i for i in kinerja.pengukuran.indikator if i.is_perjanjian]
        return tuple(_sasaran(s) for s in indikator_menurut_sasaran(kinerja.pengukuran, diperjanjikan))
    milik = [s for s in rows(pk, kinerja) if s.tingkat == tingkat]
    return tuple(_sasaran_pohon(s) for s in milik)


def _sasaran_pohon(s: Simpul) -> SasaranPerjanjian:
    """Program atau kegiatan sebagai sasaran, dengan indikator tambahannya."""
    indikator = tuple(_indikator(t.obj) for t in (s, *s.tambahan))
    return SasaranPerjanjian(sasaran=getattr(s.obj, "sasaran_program", "") or s.obj.nama, indikator=indikator)


def _sasaran(sasaran: DefinisiSasaran) -> SasaranPerjanjian:
    indikator = tuple(
        IndikatorPerjanjian(nama=i.nama, satuan=i.satuan, desimal=i.desimal, target=i.target) for i in sasaran.indikator
    )
    return SasaranPerjanjian(sasaran=sasaran.sasaran, indikator=indikator)


def _indikator(obj: Any) -> IndikatorPerjanjian:
    target = besaran(target_cetak(obj.target, obj.satuan))
    return IndikatorPerjanjian(nama=obj.indikator, satuan="", desimal=None, target=target)


def parties(pk: PerjanjianKinerja) -> list[Pejabat]:
    """Pihak pertama lebih dahulu, lalu atasannya."""
    return [pk.pihak_pertama, pk.pihak_kedua]


def missing(pk: PerjanjianKinerja, kinerja: TahunKinerja, isi: IsiPerjanjian) -> list[str]:
    kalimat = [] if pk.nomor else ["Nomor dokumen belum diisi."]
    if pk.tanggal is None:
        kalimat.append("Tanggal dokumen belum diisi.")
    else:
        menjabat = set(Pejabat.objects.filter(pk__in=(pk.pihak_pertama_id, pk.pihak_kedua_id)).on(pk.tanggal))
        kalimat += [f"{p.nama} tidak menjabat pada tanggal dokumen." for p in parties(pk) if p not in menjabat]
    indikator = [i for s in isi.sasaran for i in s.indikator]
    if not indikator:
        kalimat.append("Belum ada indikator yang diperjanjikan.")
    kalimat += [f"Target {i.nama} belum diisi." for i in indikator if i.target.cetak is None]
    return kalimat
