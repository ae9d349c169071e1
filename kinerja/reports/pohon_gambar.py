"""Pohon kinerja dari tujuan sampai sub kegiatan: kotak untuk gambar dan baris untuk tabel."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from accounts.models import Kabupaten
from core.angka import format_angka, rupiah
from core.periode import SETAHUN
from core.spreadsheet import Kepala, Kolom, Lembar
from kinerja.gambar_pohon import Kotak, pohon
from kinerja.gambar_pohon import lembar as per_lembar
from kinerja.models import Indikator, PeriodeRenstra, Sasaran, Target, Tujuan
from kinerja.reports.pohon import Pohon, Simpul

SEBUTAN = {"program": "Program", "kegiatan": "Kegiatan", "sub": "Sub kegiatan"}
TANPA_TUJUAN, TANPA_SASARAN = "Tujuan belum ditetapkan", "Program yang belum ditautkan ke sasaran"


def payload(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """Isi halaman dan PDF pohon kinerja satu tahun."""
    p = Pohon(kabupaten, tahun)
    atas = _atas(p)
    return {
        "tahun": tahun,
        "kabupaten": str(kabupaten),
        "dinas": str(kabupaten.dinas),
        "periode": str(p.periode) if p.periode else "",
        "pagu": p.total.target.rp,
        "pohon": p.program,
        "ikhtisar": pohon(f"Pohon kinerja {tahun}: tujuan, sasaran, program", atas),
        "gambar": [(k.judul, pohon(f"Pohon kinerja {k.judul}", [k])) for s in p.program for k in per_lembar(_kotak(s))],
        "baris": [baris(s) for s in p.turunan()],
    }


KOLOM = (
    ("Kode", Kolom(lebar=20)),
    ("Program / kegiatan / sub kegiatan", Kolom(lebar=50)),
    ("Indikator", Kolom(lebar=45)),
    ("Target", Kolom(lebar=16)),
    ("Pagu murni (Rp)", Kolom("rupiah", 18)),
    ("Pagu berlaku (Rp)", Kolom("rupiah", 18)),
    ("Penanggung jawab", Kolom(lebar=22)),
)


def lembar(isi: dict[str, Any]) -> Lembar:
    """Tabel pohon untuk XLSX; program dan kegiatan ditebalkan."""
    nama = ("kode", "nama", "indikator", "target", "pagu_murni", "pagu", "penanggung_jawab")
    rows = isi.get("baris", [])
    return Lembar(
        f"Pohon {isi.get('tahun', '')}",
        [kolom for _, kolom in KOLOM],
        [[Kepala(teks) for teks, _ in KOLOM]],
        [[row[n] for n in nama] for row in rows],
        judul=(f"Pohon Kinerja Tahun {isi.get('tahun', '')}", isi.get("dinas", "")),
        tebal=frozenset(n for n, row in enumerate(rows) if row["tingkat"] in {"program", "kegiatan"}),
        kertas="A3",
        is_lanskap=True,
    )


def baris(s: Simpul) -> dict[str, Any]:
    """Satu baris tabel pohon."""
    return {
        "tingkat": s.tingkat,
        "kode": s.induk.kode,
        "nama": s.induk.nama,
        "indikator": s.obj.indikator,
        "target": target(s.obj.target, s.obj.satuan),
        "pagu_murni": s.pagu_murni,
        "pagu": s.pagu,
        "penanggung_jawab": str(s.induk.penanggung_jawab or ""),
        "url": s.obj.get_absolute_url(),
    }


def target(nilai: Decimal | None, satuan: str) -> str:
    """`25 %`; kosong bila belum ditetapkan."""
    if nilai is None:
        return ""
    tulisan = format_angka(nilai)
    polos = tulisan.rstrip("0").rstrip(",") if "," in tulisan else tulisan
    return f"{polos} {satuan}".strip()


def _kotak(s: Simpul, *, dengan_anak: bool = True) -> Kotak:
    keterangan = [kalimat for t in (s, *s.tambahan) if (kalimat := _indikator_target(t.obj))]
    keterangan += [rupiah(s.pagu) if s.pagu is not None else "tanpa pagu"]
    anak = tuple(_kotak(a) for a in s.anak) if dengan_anak else ()
    return Kotak(s.tingkat, SEBUTAN[s.tingkat], str(s.obj), keterangan, s.obj.get_absolute_url(), anak)


def _indikator_target(obj: Any) -> str:
    """`Persentase desa tertib: 53 %`; kosong bila tanpa indikator."""
    tulisan = target(obj.target, obj.satuan)
    return f"{obj.indikator}{': ' if tulisan else ''}{tulisan}" if obj.indikator else ""


def _atas(p: Pohon) -> list[Kotak]:
    """Tujuan, sasaran dengan indikatornya, dan program yang mendukungnya."""
    if p.periode is None:
        return [_kotak(s, dengan_anak=False) for s in p.program]
    sasaran = list(Sasaran.objects.filter(periode=p.periode).select_related("tujuan"))
    indikator = _indikator(p.periode, p.tahun)
    kotak = {s.pk: _kotak_sasaran(s, indikator.get(s.pk, []), p.program) for s in sasaran}
    atas = [_kotak_tujuan(t, [kotak[s.pk] for s in sasaran if s.tujuan_id == t.pk]) for t in _tujuan(p.periode)]
    lepas = [kotak[s.pk] for s in sasaran if s.tujuan_id is None]
    if lepas:
        atas.append(Kotak("tujuan", "Tujuan", TANPA_TUJUAN, anak=tuple(lepas)))
    tanpa = [_kotak(s, dengan_anak=False) for s in p.program if s.obj.sasaran_id not in kotak]
    if tanpa:
        atas.append(Kotak("sasaran", "Sasaran", TANPA_SASARAN, anak=tuple(tanpa)))
    return atas


def _tujuan(periode: PeriodeRenstra) -> Iterable[Tujuan]:
    return Tujuan.objects.filter(periode=periode)


def _kotak_tujuan(tujuan: Tujuan, anak: list[Kotak]) -> Kotak:
    return Kotak("tujuan", "Tujuan", tujuan.nama, (), tujuan.get_absolute_url(), tuple(anak))


def _kotak_sasaran(sasaran: Sasaran, keterangan: list[str], program: list[Simpul]) -> Kotak:
    anak = tuple(_kotak(s, dengan_anak=False) for s in program if s.obj.sasaran_id == sasaran.pk)
    return Kotak("sasaran", "Sasaran", sasaran.nama, keterangan, sasaran.get_absolute_url(), anak)


def _indikator(periode: PeriodeRenstra, tahun: int) -> dict[int, list[str]]:
    """Kalimat indikator dan targetnya per sasaran."""
    rows = Target.objects.filter(indikator__sasaran__periode=periode, tahun=tahun, triwulan=SETAHUN)
    angka = {t.indikator_id: t for t in rows.select_related("tingkat")}
    hasil: dict[int, list[str]] = {}
    for i in Indikator.objects.filter(sasaran__periode=periode):
        t = angka.get(i.pk)
        tulisan = t.tingkat.nama if t and t.tingkat else target(t.nilai if t else None, i.satuan)
        hasil.setdefault(i.sasaran_id, []).append(f"{i}{': ' if tulisan else ''}{tulisan}")
    return hasil
