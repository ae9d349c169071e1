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
from kinerja.aturan.belum import TIDAK_ADA, is_belum
from kinerja.aturan.belum import kalimat as kalimat_belum
from kinerja.aturan.teks import rujukan as kunci_rujukan
from kinerja.models import BOLEH_KOSONG, BagianLkjip, Lkjip, Rekomendasi
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.naskah.lkjip.reports.rujukan import asing, tulisan
from kinerja.pengukuran.reports.belum_lapor import belum_lapor
from kinerja.tahun.tahun_kinerja import TahunKinerja
from villages.models import AnggotaKerjaSama, Kecamatan, Lembaga, RekapLembaga

SemuaKalimat = list[str]
SK_HARI = 90


@dataclass(frozen=True)
class Kurang:
    """Satu yang belum diisi dan halaman untuk mengisinya, bagi yang berhak `hak`."""

    label: str
    url: str
    hak: str = ""

    @property
    def kalimat(self) -> str:
        """Sebutannya sebagai kalimat yang menahan pengajuan."""
        if self.label.startswith("Belum ada"):
            return f"{self.label}."
        return f"{self.label} belum diisi."

    def bagi(self, user: Any) -> "Kurang":
        """Tanpa halaman bagi yang tidak boleh membukanya."""
        url = self.url
        if self.hak and not user.has_perm(self.hak):
            url = ""
        return Kurang(self.label, url)


SemuaKurang = list[Kurang]


def belum_diisi(user: Any, tahun: int) -> SemuaKurang:
    """Yang belum lengkap pada `tahun` untuk kabupaten pengguna."""
    if user.kabupaten_id is None:
        return []
    kinerja = TahunKinerja(user.kabupaten, tahun)
    semua = [
        *indikator_kurang(kinerja),
        *uang_kurang(kinerja),
        *kecamatan_kurang(user.kabupaten, tahun),
        *wilayah_kurang(user.kabupaten, tahun),
        *pengukuran_kurang(kinerja),
        *_rekomendasi(kinerja),
    ]
    return [satu.bagi(user) for satu in semua]


def indikator_kurang(kinerja: TahunKinerja) -> SemuaKurang:
    """Indikator tanpa target atau tanpa realisasi pada tahun laporan."""
    kurang = []
    tahun = kinerja.tahun
    for indikator in kinerja.pengukuran.indikator:
        ukuran = kinerja.pengukuran.ukur(indikator)
        query = f"?indikator={indikator.pk}&tahun={tahun}"
        if ukuran.target_cetak is None:
            label = f"Target {tahun}: {indikator}"
            halaman = reverse("kinerja:target_create")
            url = f"{halaman}{query}"
            satu = Kurang(label, url, "kinerja.add_target")
            kurang.append(satu)
        if ukuran.realisasi_cetak is None:
            halaman = reverse("kinerja:realisasi_create")
            url = f"{halaman}{query}"
            isian = ukuran.isian
            if isian:
                url = reverse("kinerja:realisasi_update", args=[isian.pk])
            label = f"Realisasi {tahun}: {indikator}"
            satu = Kurang(label, url, "kinerja.change_realisasi")
            kurang.append(satu)
    return kurang


def uang_kurang(kinerja: TahunKinerja) -> SemuaKurang:
    """Program tanpa pagu atau realisasi."""
    if not kinerja.anggaran.baris:
        url = reverse("kinerja:program_create")
        label = f"Belum ada program tahun {kinerja.tahun}"
        return [Kurang(label, url, "kinerja.add_program")]
    kurang = []
    for uang in kinerja.anggaran.baris:
        program = uang.program
        if uang.pagu is None:
            label = f"Pagu {program}"
        elif uang.realisasi is None:
            label = f"Realisasi anggaran {program}"
        else:
            continue
        url = program.get_absolute_url()
        satu = Kurang(label, url)
        kurang.append(satu)
    return kurang


def kecamatan_kurang(kabupaten: Kabupaten, tahun: int) -> SemuaKurang:
    """Kecamatan yang belum melaporkan rekap lembaga."""
    rekap = RekapLembaga.objects.filter(kecamatan__kabupaten=kabupaten, tahun=tahun)
    semua = Kecamatan.objects.filter(kabupaten=kabupaten)
    kecamatan = semua.on(tahun)
    melapor = rekap.values("kecamatan")
    belum = kecamatan.exclude(pk__in=melapor).count()
    if not belum:
        return []
    label = f"Rekap lembaga {tahun}: {belum} kecamatan belum melapor"
    satu = _pada(label, "villages:rekaplembaga_list")
    return [satu]


def _pada(label: str, halaman: str, hak: str = "") -> Kurang:
    """Yang belum diisi, dengan halaman bernama itu."""
    url = reverse(halaman)
    return Kurang(label, url, hak)


def wilayah_kurang(kabupaten: Kabupaten, tahun: int) -> SemuaKurang:
    """Kerja sama yang belum diisi, nama belum cocok, SK segera berakhir, isian IDM menunggu."""
    milik = {"desa__kecamatan__kabupaten": kabupaten}
    kurang = _kerja_sama(kabupaten, tahun)
    today = timezone.localdate()
    lembaga = Lembaga.objects.filter(**milik)
    sampai = today + timedelta(days=SK_HARI)
    sk = lembaga.berakhir(today, sampai).count()
    if sk:
        label = f"{sk} SK lembaga berakhir dalam {SK_HARI} hari"
        satu = _pada(label, "villages:lembaga_berakhir")
        kurang.append(satu)
    isian = IsianIdm.objects.filter(**milik, tahun=tahun, status="isian").count()
    if isian:
        label = f"{isian} isian IDM {tahun} belum diverifikasi"
        satu = _pada(label, "idm:isian_daftar")
        kurang.append(satu)
    return kurang


def _kerja_sama(kabupaten: Kabupaten, tahun: int) -> SemuaKurang:
    """Formulir yang kosong, dan nama desa yang belum cocok."""
    anggota = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)
    kurang = []
    if not anggota.exists():
        label = f"Formulir kerja sama {tahun} belum berisi"
        satu = _pada(label, "villages:kerjasama_grid")
        kurang.append(satu)
    nama = anggota.filter(desa=None).count()
    if nama:
        label = f"{nama} nama pada formulir kerja sama belum cocok"
        satu = _pada(label, "villages:aliasnama_cocok", "villages.add_aliasnama")
        kurang.append(satu)
    return kurang


def pengukuran_kurang(kinerja: TahunKinerja) -> SemuaKurang:
    """Triwulan yang sudah waktunya dan baris yang belum dilaporkan, dengan unit yang ditunggu."""
    url = reverse("kinerja:pengukuransub_create")
    kurang = []
    for belum in belum_lapor(kinerja, timezone.localdate()):
        masa = f"{TRIWULAN[belum.triwulan]} {kinerja.tahun}"
        per_unit = [f"{nama} {banyak}" for nama, banyak in belum.per_unit]
        unit = ", ".join(per_unit)
        tunggakan = f"{len(belum.baris)} baris belum dilaporkan"
        label = f"Pengukuran {masa}: {tunggakan} ({unit})"
        satu = Kurang(label, url, "kinerja.add_pengukuransub")
        kurang.append(satu)
    return kurang


def _rekomendasi(kinerja: TahunKinerja) -> SemuaKurang:
    """Rekomendasi AKIP yang belum ditindaklanjuti."""
    milik = {"evaluasi__kabupaten": kinerja.kabupaten, "evaluasi__tahun": kinerja.tahun}
    rows = Rekomendasi.objects.filter(**milik).unanswered().select_related("evaluasi")
    return [Kurang(f"Tindak lanjut {row}", row.get_absolute_url()) for row in rows]


def missing(lkjip: Lkjip, kinerja: TahunKinerja, isi: IsiLkjip) -> SemuaKalimat:
    """Kalimat tentang yang menahan pengajuan LKjIP."""
    kurang = [*indikator_kurang(kinerja), *uang_kurang(kinerja)]
    kalimat = [satu.kalimat for satu in kurang]
    if not kinerja.pengukuran.indikator:
        kalimat.append(f"Belum ada indikator untuk tahun {lkjip.tahun}.")
    kalimat += kepala_kurang(lkjip)
    return [*kalimat, *naskah_kurang(lkjip, kinerja)]


def naskah_kurang(lkjip: Lkjip, kinerja: TahunKinerja) -> SemuaKalimat:
    """Bagian kosong, dan yang angkanya tidak dikenal atau belum diketahui."""
    kalimat = []
    for bagian in lkjip.bagian.all():
        if not bagian.isi and bagian.kode not in BOLEH_KOSONG:
            kalimat.append(f"Bagian “{bagian.judul}” masih kosong.")
        kalimat += bagian_kurang(bagian, kinerja)
    return kalimat


def bagian_kurang(bagian: BagianLkjip, kinerja: TahunKinerja) -> SemuaKalimat:
    """Tiap rujukan satu bagian yang menahan pengajuannya, dengan sebabnya."""
    kalimat = []
    tempat = f"bagian “{bagian.judul}”"
    angka = tulisan(kinerja.rujukan)
    for kunci in kunci_rujukan(bagian.judul + bagian.isi):
        if kunci not in angka:
            sebab = asing(kunci, kinerja.rujukan)
            kalimat.append(f"Rujukan {{{kunci}}} pada {tempat} {sebab}.")
        elif is_belum(angka[kunci]):
            kalimat.append(f"Pada {tempat}: {kalimat_belum([kunci], angka)}.")
    if TIDAK_ADA in bagian.judul + bagian.isi:
        kalimat.append(f"Pada {tempat} tertulis “{TIDAK_ADA}”.")
    return kalimat
