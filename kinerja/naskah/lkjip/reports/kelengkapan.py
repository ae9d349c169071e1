"""Yang belum diisi: untuk beranda dan sebelum LKjIP diajukan."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import Kabupaten
from core.periode import TRIWULAN
from documents.reports.kepala import kepala_kurang
from idm.models import IsianIdm
from kinerja.aturan.teks import rujukan as kunci_rujukan
from kinerja.models import Lkjip, Rekomendasi
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.pengukuran.reports.belum_lapor import belum_lapor
from kinerja.tahun.tahun_kinerja import TahunKinerja
from villages.models import AnggotaKerjaSama, Kecamatan, Lembaga, RekapLembaga

SK_HARI = 90


@dataclass(frozen=True)
class Kurang:
    """Satu yang belum diisi dan halaman untuk mengisinya."""

    label: str
    url: str


def belum_diisi(user: Any, tahun: int) -> list[Kurang]:
    """Yang belum lengkap pada `tahun` untuk kabupaten pengguna."""
    if user.kabupaten_id is None:
        return []
    kinerja = TahunKinerja(user.kabupaten, tahun)
    return [
        *indikator_kurang(kinerja),
        *uang_kurang(kinerja),
        *kecamatan_kurang(user.kabupaten, tahun),
        *wilayah_kurang(user.kabupaten, tahun),
        *pengukuran_kurang(kinerja),
        *_rekomendasi(kinerja),
    ]


def indikator_kurang(kinerja: TahunKinerja) -> list[Kurang]:
    """Indikator tanpa target atau tanpa realisasi pada tahun laporan."""
    kurang = []
    for indikator in kinerja.pengukuran.indikator:
        ukuran = kinerja.pengukuran.ukur(indikator)
        query = f"?indikator={indikator.pk}&tahun={kinerja.tahun}"
        if ukuran.target_cetak is None:
            kurang.append(Kurang(f"Target {kinerja.tahun}: {indikator}", reverse("kinerja:target_create") + query))
        if ukuran.realisasi_cetak is None:
            url = reverse("kinerja:realisasi_create") + query
            if ukuran.isian:
                url = reverse("kinerja:realisasi_update", args=[ukuran.isian.pk])
            kurang.append(Kurang(f"Realisasi {kinerja.tahun}: {indikator}", url))
    return kurang


def uang_kurang(kinerja: TahunKinerja) -> list[Kurang]:
    """Program tanpa pagu atau realisasi."""
    if not kinerja.anggaran.baris:
        return [Kurang(f"Belum ada program tahun {kinerja.tahun}", reverse("kinerja:program_create"))]
    return [
        Kurang(f"{'Pagu' if u.pagu is None else 'Realisasi anggaran'} {u.program}", u.program.get_absolute_url())
        for u in kinerja.anggaran.baris
        if u.pagu is None or u.realisasi is None
    ]


def kecamatan_kurang(kabupaten: Kabupaten, tahun: int) -> list[Kurang]:
    """Kecamatan yang belum melaporkan rekap lembaga."""
    ada = RekapLembaga.objects.filter(kecamatan__kabupaten=kabupaten, tahun=tahun).values("kecamatan")
    belum = Kecamatan.objects.filter(kabupaten=kabupaten).exclude(pk__in=ada).count()
    if not belum:
        return []
    return [Kurang(f"Rekap lembaga {tahun}: {belum} kecamatan belum melapor", reverse("villages:rekaplembaga_list"))]


def wilayah_kurang(kabupaten: Kabupaten, tahun: int) -> list[Kurang]:
    """Kerja sama yang belum diisi, nama yang belum cocok, SK yang segera berakhir, isian IDM yang menunggu."""
    today = timezone.localdate()
    anggota = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)
    lembaga = Lembaga.objects.filter(desa__kecamatan__kabupaten=kabupaten)
    sk = lembaga.berakhir(today, today + timedelta(days=SK_HARI)).count()
    nama = anggota.filter(desa=None).count()
    isian = IsianIdm.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun, status="isian").count()
    kurang = []
    if not anggota.exists():
        kurang.append(Kurang(f"Formulir kerja sama {tahun} belum berisi", reverse("villages:kerjasama_grid")))
    if nama:
        kurang.append(Kurang(f"{nama} nama pada formulir kerja sama belum cocok", reverse("villages:aliasnama_cocok")))
    if sk:
        kurang.append(Kurang(f"{sk} SK lembaga berakhir dalam {SK_HARI} hari", reverse("villages:lembaga_berakhir")))
    if isian:
        kurang.append(Kurang(f"{isian} isian IDM {tahun} belum diverifikasi", reverse("idm:isian_daftar")))
    return kurang


def pengukuran_kurang(kinerja: TahunKinerja) -> list[Kurang]:
    """Triwulan yang sudah waktunya dan baris yang belum dilaporkan, dengan unit yang ditunggu."""
    url = reverse("kinerja:pengukuransub_create")
    return [
        Kurang(
            f"Pengukuran {TRIWULAN[b.triwulan]} {kinerja.tahun}: {len(b.baris)} baris belum dilaporkan "
            f"({', '.join(f'{unit} {n}' for unit, n in b.per_unit)})",
            url,
        )
        for b in belum_lapor(kinerja, timezone.localdate())
    ]


def _rekomendasi(kinerja: TahunKinerja) -> list[Kurang]:
    rows = Rekomendasi.objects.filter(evaluasi__kabupaten=kinerja.kabupaten, evaluasi__tahun=kinerja.tahun).unanswered()
    return [Kurang(f"Tindak lanjut {row}", row.get_absolute_url()) for row in rows.select_related("evaluasi")]


def missing(lkjip: Lkjip, kinerja: TahunKinerja, isi: IsiLkjip) -> list[str]:
    """Kalimat tentang yang menahan pengajuan LKjIP."""
    kalimat = [f"{k.label} belum diisi." for k in (*indikator_kurang(kinerja), *uang_kurang(kinerja))]
    if not kinerja.pengukuran.indikator:
        kalimat.append(f"Belum ada indikator untuk tahun {lkjip.tahun}.")
    kalimat += kepala_kurang(lkjip)
    return [*kalimat, *naskah_kurang(lkjip, kinerja)]


def naskah_kurang(lkjip: Lkjip, kinerja: TahunKinerja) -> list[str]:
    """Bagian kosong dan rujukan yang tidak dikenal."""
    dikenal = kinerja.rujukan
    kalimat = []
    for bagian in lkjip.bagian.all():
        if not bagian.isi.strip():
            kalimat.append(f"Bagian “{bagian.judul}” masih kosong.")
        asing = [k for k in kunci_rujukan(bagian.judul + bagian.isi) if k not in dikenal]
        kalimat += [f"Rujukan {{{k}}} pada bagian “{bagian.judul}” tidak dikenal." for k in asing]
    return kalimat
