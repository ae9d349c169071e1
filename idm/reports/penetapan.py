"""Berita acara penetapan IDM: semua desa dengan indeks dan statusnya, hitungan per status, dan selisihnya."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from core.angka import format_angka
from documents.jenis import Temuan
from documents.kepala import Kepala
from documents.reports.kepala import kepala, kepala_kurang
from idm import deret
from idm.models import CatatanJawaban, IdmDesa, IsianIdm, PenetapanIdm, TerbitanIdm
from idm.reports import URUTAN, TabelStatus, banyak_pindah, status_tahun, tabel_status
from villages.models import Desa
from villages.sources import Keadaan, keadaan


@dataclass(frozen=True, slots=True, kw_only=True)
class DesaPenetapan:
    """IDM satu desa yang ditetapkan; `skor` deret skor tiap indikator, kosong bila hanya indeksnya diketahui."""

    kode: str
    nama: str
    kecamatan: str
    instrumen: str
    skor: str
    iks: Decimal
    ike: Decimal
    ikl: Decimal
    idm: Decimal
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KecamatanPenetapan:
    """Banyak desa satu kecamatan per status, menurut `URUTAN`."""

    nama: str
    status: tuple[int, ...]
    jumlah: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPenetapan(Kepala):
    """Isi berita acara; `naik` dan `turun` `None` bila perpindahannya tidak diketahui."""

    VERSI: ClassVar[int] = 1

    instrumen: tuple[str, ...]
    regulasi: tuple[str, ...]
    tabel: TabelStatus
    naik: int | None
    turun: int | None
    desa: tuple[DesaPenetapan, ...]
    kecamatan: tuple[KecamatanPenetapan, ...]


def hasil(penetapan: PenetapanIdm) -> list[IdmDesa]:
    """IDM semua desa pada tahun penetapan, urut kode desa."""
    rows = IdmDesa.objects.filter(
        desa__kecamatan__kabupaten=penetapan.kabupaten, tahun=penetapan.tahun
    )
    return list(rows.select_related("desa__kecamatan", "instrumen").order_by("desa__kode"))


def payload(penetapan: PenetapanIdm, rows: list[IdmDesa]) -> IsiPenetapan:
    """`desa` memuat skor tiap indikator, sehingga layanan rumusan menjawab dari naskah yang sah."""
    tahun, kabupaten = penetapan.tahun, penetapan.kabupaten
    tahun_lain = [status_tahun(kabupaten, t) for t in (tahun, tahun - 1, tahun - 2)]
    pindah = banyak_pindah(kabupaten, tahun)
    naik = sum(n for (dari, ke), n in pindah.items() if _urutan(ke) < _urutan(dari))
    turun = sum(n for (dari, ke), n in pindah.items() if _urutan(ke) > _urutan(dari))
    saat = keadaan(kabupaten, tahun)
    desa = [_desa(r, saat[r.desa_id]) for r in rows]
    return IsiPenetapan(
        **kepala(penetapan, "Berita Acara Penetapan Status Desa menurut Indeks Desa Membangun"),
        instrumen=tuple(sorted({str(r.instrumen) for r in rows})),
        regulasi=tuple(sorted({r.instrumen.regulasi for r in rows})),
        tabel=tabel_status(tahun, *tahun_lain),
        naik=naik if pindah else None,
        turun=turun if pindah else None,
        desa=tuple(sorted(desa, key=lambda d: d.kode)),
        kecamatan=_per_kecamatan(desa),
    )


def _urutan(status: str) -> int:
    return [s.value for s in URUTAN].index(status)


def _desa(r: IdmDesa, saat: Keadaan) -> DesaPenetapan:
    return DesaPenetapan(
        kode=saat.kode,
        nama=saat.nama,
        kecamatan=saat.kecamatan,
        instrumen=r.instrumen.kode,
        skor=r.skor,
        iks=r.iks,
        ike=r.ike,
        ikl=r.ikl,
        idm=r.idm,
        status=r.status,
    )


def _per_kecamatan(rows: list[DesaPenetapan]) -> tuple[KecamatanPenetapan, ...]:
    kelompok: dict[str, Counter[str]] = {}
    for r in rows:
        kelompok.setdefault(r.kecamatan, Counter())[r.status] += 1
    return tuple(
        KecamatanPenetapan(
            nama=nama, status=tuple(map(banyak.__getitem__, URUTAN)), jumlah=banyak.total()
        )
        for nama, banyak in kelompok.items()
    )


def missing(penetapan: PenetapanIdm, rows: list[IdmDesa], isi: IsiPenetapan) -> list[str]:
    """Semua desa harus punya hasil, dan isian yang ada sudah diverifikasi."""
    kalimat = kepala_kurang(penetapan)
    milik = {"desa__kecamatan__kabupaten": penetapan.kabupaten, "tahun": penetapan.tahun}
    ada = IdmDesa.objects.filter(**milik).values("desa")
    belum = (
        Desa.objects.desa_on(penetapan.tahun)
        .filter(kecamatan__kabupaten=penetapan.kabupaten)
        .exclude(pk__in=ada)
    )
    if banyak := belum.count():
        contoh = ", ".join(d.nama for d in belum.order_by("kode")[:5])
        kalimat.append(
            f"{banyak} desa belum punya IDM {penetapan.tahun}: {contoh}{' …' if banyak > 5 else ''}."
        )
    isian = (
        IsianIdm.objects.filter(**milik, status=IsianIdm.Status.ISIAN)
        .select_related("desa")
        .order_by("desa__kode")
    )
    if banyak := isian.count():
        contoh = ", ".join(i.desa.nama for i in isian[:5])
        kalimat.append(f"{banyak} draf belum diverifikasi: {contoh}{' …' if banyak > 5 else ''}.")
    return kalimat


def temuan(penetapan: PenetapanIdm, rows: list[IdmDesa], isi: IsiPenetapan) -> list[Temuan]:
    """Terbitan yang berbeda dari hitungan (V12), penurunan tanpa catatan dan yang tidak berasal dari skor (V4)."""
    per_desa = {r.desa_id: r for r in rows}
    return [*_terbitan(penetapan, per_desa), *_turun(penetapan, per_desa), *_tanpa_skor(per_desa)]


def _terbitan(penetapan: PenetapanIdm, rows: dict[int, IdmDesa]) -> list[Temuan]:
    terbitan = TerbitanIdm.objects.filter(desa__in=rows, tahun=penetapan.tahun).select_related(
        "desa"
    )
    return [
        Temuan(
            "V12",
            t.desa.nama,
            "IDM terbitan berbeda dari yang ditetapkan.",
            f"{format_angka(t.idm, 4)} {t.status.title()}",
            f"{format_angka(rows[t.desa_id].idm, 4)} {rows[t.desa_id].status.title()}",
            rows[t.desa_id].get_absolute_url(),
        )
        for t in terbitan.order_by("desa__kode")
        if (t.idm, t.status) != (rows[t.desa_id].idm, rows[t.desa_id].status)
    ]


def _turun(penetapan: PenetapanIdm, rows: dict[int, IdmDesa]) -> list[Temuan]:
    lalu = {r.desa_id: r for r in IdmDesa.objects.filter(desa__in=rows, tahun=penetapan.tahun - 1)}
    dicatat = set(
        CatatanJawaban.objects.filter(
            isian__desa__in=rows, isian__tahun=penetapan.tahun
        ).values_list("isian__desa", "indikator__posisi")
    )
    temuan = []
    for pk, r in rows.items():
        dulu = lalu.get(pk)
        if dulu is None or dulu.instrumen_id != r.instrumen_id:
            continue
        posisi = [p for p in deret.turun(dulu.skor, r.skor) if (pk, p) not in dicatat]
        if posisi:
            pesan = f"{len(posisi)} skor turun dua atau lebih tanpa catatan."
            temuan.append(Temuan("V8", r.desa.nama, pesan, url=r.get_absolute_url()))
    return temuan


def _tanpa_skor(rows: dict[int, IdmDesa]) -> list[Temuan]:
    tanpa = [r for r in rows.values() if not r.skor]
    if not tanpa:
        return []
    pesan = f"{len(tanpa)} desa hanya diketahui indeksnya; skornya tidak dapat ditelusuri."
    return [Temuan("V4", "Indeks tanpa skor", pesan)]
