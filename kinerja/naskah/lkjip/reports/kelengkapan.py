"""Yang belum diisi sebelum LKjIP diajukan."""

from django.urls import reverse

from documents.reports.kepala import kepala_kurang
from kinerja.aturan.belum import TIDAK_ADA, is_belum
from kinerja.aturan.belum import kalimat as kalimat_belum
from kinerja.aturan.teks import rujukan as kunci_rujukan
from kinerja.models import (
    BOLEH_KOSONG,
    BagianLkjip,
    BagianNaskah,
    Lkjip,
    PerjanjianKinerja,
)
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip
from kinerja.naskah.lkjip.reports.kurang import Kurang, SemuaKurang
from kinerja.naskah.lkjip.reports.rujukan import asing, tulisan
from kinerja.tahun.sebab import belum_tercapai, is_bersebab
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

SemuaKalimat = list[str]
TANPA_PERJANJIAN = (
    "Belum ada Perjanjian Kinerja kepala dinas tahun {tahun}, padahal LKjIP mengukur terhadapnya "
    "(Permenpan-RB 53/2014). Buat di Perjanjian Kinerja, juga yang dahulu ditandatangani di kertas."
)

TANPA_SARANA = "Datanya tidak ada di sini; tulis sarana dan prasarana yang dipakai dinas."
JANJI_BELUM_SAH = (
    "Perjanjian Kinerja kepala dinas tahun {tahun} belum ditandatangani; LKjIP yang sah lebih "
    "dahulu tidak melampirkannya."
)
TANPA_SEBAB = "“{nama}” belum tercapai, sebabnya belum ditulis di sini maupun pada realisasinya."
BERSEBAB = (BagianNaskah.ANALISIS_PENYEBAB, BagianNaskah.KENDALA)


def target_kurang(kinerja: TahunKinerja) -> SemuaKurang:
    """Indikator tanpa target pada tahun laporan."""
    kurang = []
    for ukuran in _terukur(kinerja):
        if ukuran.target_cetak is None:
            label = f"Target {kinerja.tahun}: {ukuran.indikator}"
            url = _isian("kinerja:target_create", ukuran, kinerja.tahun)
            kurang.append(
                Kurang(label, url, "kinerja.add_target", "Tanpa target tidak ada capaian.")
            )
    return kurang


def realisasi_kurang(kinerja: TahunKinerja) -> SemuaKurang:
    """Indikator tanpa realisasi pada tahun laporan."""
    kurang = []
    for ukuran in _terukur(kinerja):
        if ukuran.realisasi_cetak is None:
            label = f"Realisasi {kinerja.tahun}: {ukuran.indikator}"
            url = _isian("kinerja:realisasi_create", ukuran, kinerja.tahun)
            if ukuran.isian:
                url = reverse("kinerja:realisasi_update", args=[ukuran.isian.pk])
            alasan = f"{ukuran.kurang} LKjIP menunggunya.".lstrip()
            kurang.append(Kurang(label, url, "kinerja.change_realisasi", alasan))
    return kurang


def _terukur(kinerja: TahunKinerja) -> list[Ukuran]:
    pengukuran = kinerja.pengukuran
    return [pengukuran.ukur(indikator) for indikator in pengukuran.indikator]


def _isian(halaman: str, ukuran: Ukuran, tahun: int) -> str:
    """Formulir kosong yang indikator dan tahunnya sudah terisi."""
    return f"{reverse(halaman)}?indikator={ukuran.indikator.pk}&tahun={tahun}"


def uang_kurang(kinerja: TahunKinerja) -> SemuaKurang:
    """Program tanpa pagu atau realisasi."""
    if not kinerja.anggaran.baris:
        url = reverse("kinerja:program_create")
        label = f"Belum ada program tahun {kinerja.tahun}"
        alasan = "Pagunya yang dijanjikan dan dipertanggungjawabkan."
        return [Kurang(label, url, "kinerja.add_program", alasan)]
    return [*pagu_kurang(kinerja), *serapan_kurang(kinerja)]


def pagu_kurang(kinerja: TahunKinerja) -> SemuaKurang:
    """Program yang pagunya belum diketahui."""
    kurang = []
    for uang in kinerja.anggaran.baris:
        if uang.pagu is None:
            url = uang.program.get_absolute_url()
            alasan = "Jumlah pagu tahun itu menunggunya."
            kurang.append(Kurang(f"Pagu {uang.program}", url, "kinerja.change_program", alasan))
    return kurang


def serapan_kurang(kinerja: TahunKinerja) -> SemuaKurang:
    """Program berpagu yang realisasinya belum diketahui."""
    kurang = []
    for uang in kinerja.anggaran.baris:
        if uang.pagu is not None and uang.realisasi is None:
            url = uang.program.get_absolute_url()
            label = f"Realisasi anggaran {uang.program}"
            alasan = "Penyerapan dan efisiensinya menunggunya."
            kurang.append(Kurang(label, url, "kinerja.change_program", alasan))
    return kurang


def missing(lkjip: Lkjip, kinerja: TahunKinerja, isi: IsiLkjip) -> SemuaKalimat:
    """Kalimat tentang yang menahan pengajuan LKjIP."""
    kurang = [*target_kurang(kinerja), *realisasi_kurang(kinerja), *uang_kurang(kinerja)]
    kalimat = [satu.kalimat for satu in kurang]
    if not kinerja.pengukuran.indikator:
        kalimat.append(f"Belum ada indikator untuk tahun {lkjip.tahun}.")
    if not kinerja.is_berperjanjian:
        kalimat.append(TANPA_PERJANJIAN.format(tahun=lkjip.tahun))
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


def bagian_kosong(lkjip: Lkjip) -> SemuaKalimat:
    """Judul bagian yang kosong dan tidak menahan pengajuan; tidak tercetak pada bukunya."""
    hasil = []
    for bagian in lkjip.bagian.all():
        if bagian.kode in BOLEH_KOSONG and not bagian.isi:
            hasil.append(bagian.judul)
    return hasil


def perhatian(bagian: BagianLkjip, kinerja: TahunKinerja) -> SemuaKalimat:
    """Yang patut ditulis pada bagian ini dan tidak dapat disusun dari data; tidak menahan."""
    if bagian.kode == BagianNaskah.SARANA and not bagian.isi:
        return [TANPA_SARANA]
    if bagian.kode == BagianNaskah.PERJANJIAN_KINERJA:
        return _janji_belum_sah(kinerja)
    if bagian.kode not in BERSEBAB or bagian.is_disunting:
        return []
    kalimat = []
    for ukuran in belum_tercapai(kinerja):
        if not is_bersebab(kinerja, ukuran):
            kalimat.append(TANPA_SEBAB.format(nama=ukuran.indikator.nama))
    return kalimat


def _janji_belum_sah(kinerja: TahunKinerja) -> SemuaKalimat:
    """Perjanjiannya ada, tetapi belum sah."""
    sah = PerjanjianKinerja.objects.sah_dinas(kinerja.kabupaten, kinerja.tahun)
    if not kinerja.is_berperjanjian or sah.exists():
        return []
    return [JANJI_BELUM_SAH.format(tahun=kinerja.tahun)]
