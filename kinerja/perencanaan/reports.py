"""Pohon kinerja dari tujuan sampai sub kegiatan: kotak untuk gambar dan baris untuk tabel."""

from collections.abc import Iterable
from typing import Any

from core.angka import rupiah
from documents.reports.kepala import kop
from kinerja.aturan.rencana import target_cetak
from kinerja.models import Sasaran, Tujuan
from kinerja.perencanaan.gambar_pohon import Kotak, pohon
from kinerja.perencanaan.gambar_pohon import lembar as per_lembar
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Pengukuran

SEBUTAN = {"program": "Program", "kegiatan": "Kegiatan", "sub": "Sub kegiatan"}
TANPA_TUJUAN, TANPA_SASARAN = "Tujuan belum ditetapkan", "Program yang belum ditautkan ke sasaran"


def payload(kinerja: TahunKinerja) -> dict[str, Any]:
    """Isi halaman, lembar kerja dan PDF pohon kinerja satu tahun."""
    tahun, program = kinerja.tahun, kinerja.pohon.program
    lembaran = [k for s in program for k in per_lembar(_kotak(s))]
    return {
        "tahun": tahun,
        "kabupaten": str(kinerja.kabupaten),
        "dinas": str(kinerja.dinas),
        "kop": kop(kinerja.kabupaten, kinerja.dinas),
        "periode": str(kinerja.periode) if kinerja.periode else "",
        "pagu": kinerja.anggaran.pagu,
        "terinci": kinerja.anggaran.kalimat_rinci,
        "pohon": program,
        "ikhtisar": pohon(f"Pohon kinerja {tahun}: tujuan, sasaran, program", _atas(kinerja)),
        "gambar": [(k.judul, pohon(f"Pohon kinerja {k.judul}", [k])) for k in lembaran],
        "baris": [baris(s) for s in kinerja.pohon.baris],
    }


def baris(s: Simpul) -> dict[str, Any]:
    """Satu baris tabel pohon."""
    return {
        "tingkat": s.tingkat,
        "kode": s.induk.kode,
        "nama": s.induk.nama,
        "indikator": s.obj.indikator,
        "target": target_cetak(s.obj.target, s.obj.satuan),
        "pagu_murni": s.pagu_murni,
        "pagu": s.pagu,
        "penanggung_jawab": str(s.induk.penanggung_jawab or ""),
        "url": s.obj.get_absolute_url(),
    }


def _kotak(s: Simpul, *, dengan_anak: bool = True) -> Kotak:
    keterangan = [kalimat for t in (s, *s.tambahan) if (kalimat := _indikator_target(t.obj))]
    keterangan += [rupiah(s.pagu) if s.pagu is not None else "tanpa pagu"]
    keterangan += [s.kalimat_rinci] if s.kalimat_rinci else []
    anak = tuple(_kotak(a) for a in s.anak) if dengan_anak else ()
    return Kotak(s.tingkat, SEBUTAN[s.tingkat], str(s.obj), keterangan, s.obj.get_absolute_url(), anak)


def _indikator_target(obj: Any) -> str:
    """`Persentase desa tertib: 53 %`; kosong bila tanpa indikator."""
    tulisan = target_cetak(obj.target, obj.satuan)
    return f"{obj.indikator}{': ' if tulisan else ''}{tulisan}" if obj.indikator else ""


def _atas(kinerja: TahunKinerja) -> list[Kotak]:
    """Tujuan, sasaran dengan indikatornya, dan program yang mendukungnya."""
    program, periode = kinerja.pohon.program, kinerja.periode
    if periode is None:
        return [_kotak(s, dengan_anak=False) for s in program]
    sasaran = list(Sasaran.objects.filter(periode=periode).select_related("tujuan"))
    indikator = _indikator(kinerja.pengukuran)
    kotak = {s.pk: _kotak_sasaran(s, indikator.get(s.pk, []), program) for s in sasaran}
    tujuan = Tujuan.objects.filter(periode=periode)
    atas = [_kotak_tujuan(t, [kotak[s.pk] for s in sasaran if s.tujuan_id == t.pk]) for t in tujuan]
    lepas = [kotak[s.pk] for s in sasaran if s.tujuan_id is None]
    if lepas:
        atas.append(Kotak("tujuan", "Tujuan", TANPA_TUJUAN, anak=tuple(lepas)))
    tanpa = [_kotak(s, dengan_anak=False) for s in program if s.obj.sasaran_id not in kotak]
    if tanpa:
        atas.append(Kotak("sasaran", "Sasaran", TANPA_SASARAN, anak=tuple(tanpa)))
    return atas


def _kotak_tujuan(tujuan: Tujuan, anak: list[Kotak]) -> Kotak:
    return Kotak("tujuan", "Tujuan", tujuan.nama, (), tujuan.get_absolute_url(), tuple(anak))


def _kotak_sasaran(sasaran: Sasaran, keterangan: list[str], program: Iterable[Simpul]) -> Kotak:
    anak = tuple(_kotak(s, dengan_anak=False) for s in program if s.obj.sasaran_id == sasaran.pk)
    return Kotak("sasaran", "Sasaran", sasaran.nama, keterangan, sasaran.get_absolute_url(), anak)


def _indikator(pengukuran: Pengukuran) -> dict[int, list[str]]:
    """Kalimat indikator dan targetnya per sasaran."""
    hasil: dict[int, list[str]] = {}
    for indikator in pengukuran.indikator:
        ukuran = pengukuran.ukur(indikator)
        tulisan = ukuran.sebutan_target or target_cetak(ukuran.target, indikator.satuan)
        hasil.setdefault(indikator.sasaran_id, []).append(f"{indikator}{': ' if tulisan else ''}{tulisan}")
    return hasil
