"""Panduan di docs/panduan: babnya, untuk siapa, dan halaman mana yang diterangkannya."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from accounts.roles import Peran
from core.daerah import SebutanWilayah
from core.sanitize import sanitize_bab

SESUDAH = " › "  # di antara menu dan halamannya
PERATURAN = ("istilah",)  # bab yang memakai kata peraturannya
_TULISAN = re.compile(r'(?<=>)[^<>]+(?=<)|(?<=alt=")[^"]+')  # antara tanda, dan uraian gambar
FOLDER = settings.BASE_DIR / "docs" / "panduan"


@dataclass(frozen=True)
class Bab:
    """Satu bab; `kode` nama berkasnya."""

    kode: str
    judul: str
    guna: str

    @property
    def nama_url(self) -> str:
        return f"bantuan_{self.kode}"

    def get_absolute_url(self) -> str:
        return reverse(self.nama_url)


@dataclass(frozen=True)
class KelompokBab:
    """Bab bagi satu pekerjaan; tanpa `peran` berarti bagi semua."""

    judul: str
    peran: tuple[Peran, ...]
    bab: tuple[Bab, ...]

    def is_bagi(self, peran: Iterable[str]) -> bool:
        """Apakah salah satu `peran` mengerjakannya."""
        return not set(self.peran).isdisjoint(peran)


BAGIAN = (
    KelompokBab(
        "Semua",
        (),
        (
            Bab("mulai", "Masuk, menu dan tahun kerja", "Mengenal halaman, daftar dan pencarian."),
            Bab(
                "akun", "Akun dan faktor kedua", "Kata sandi, faktor kedua, sesi, akun orang lain."
            ),
            Bab("keaslian", "Memeriksa keaslian naskah", "Kode verifikasi, QR, dan berkas PDF."),
            Bab("istilah", "Istilah", "Arti kata yang dipakai, dan peraturannya."),
        ),
    ),
    KelompokBab(
        "Operator",
        (Peran.OPERATOR,),
        (
            Bab("membuka-tahun", "Membuka tahun", "Dari Renstra sampai naskah yang siap diajukan."),
            Bab("buku-kerja", "Buku kerja setahun", "Semua isian setahun dalam satu berkas."),
            Bab("perencanaan", "Renstra, indikator, program", "Yang diukur, dan berapa targetnya."),
            Bab("isian", "Isian bulanan dan triwulan", "Jadwal, target, realisasi, dan buktinya."),
            Bab("impor", "Impor lembar kerja", "Mengunggah lembar, membaca kesalahannya."),
            Bab("desa", "Desa, lembaga, kerja sama", "Data desa yang menjadi angka kinerja."),
            Bab("idm", "IDM dan Indeks Desa", "Isian tiap desa, verifikasi, penetapan."),
            Bab("naskah", "Naskah sampai diajukan", "Membuat, memeriksa, dan mengajukan naskah."),
        ),
    ),
    KelompokBab(
        "Kepala bidang dan sekretaris",
        (Peran.KEPALA_BIDANG,),
        (Bab("bidang", "Memeriksa dan menyetujui", "Naskah, temuan, IDM, dan masa pengisian."),),
    ),
    KelompokBab(
        "Kepala dinas",
        (Peran.KEPALA_DINAS,),
        (Bab("kepala-dinas", "Menandatangani", "Tanda tangan, kunci tahun, dan usul akun."),),
    ),
    KelompokBab(
        "Kepala daerah",
        (Peran.KEPALA_DAERAH,),
        (Bab("kepala-daerah", "Membaca capaian", "Dasbor, asal angka, Perjanjian Kinerja."),),
    ),
    KelompokBab(
        "Inspektorat",
        (Peran.INSPEKTORAT, Peran.INSPEKTUR),
        (Bab("inspektorat", "Memeriksa dan mereviu", "Menelusuri angka, reviu, AKIP, jejak."),),
    ),
    KelompokBab(
        "Admin",
        (Peran.ADMIN,),
        (
            Bab("pemasangan", "Pemasangan dan kantor baru", "Peladen, kantor, bidang, pejabat."),
            Bab("acuan", "Wilayah dan acuan", "Daftar desa, batas, nomenklatur, instrumen."),
            Bab("berbagi", "Berbagi angka", "Token API, angka terbuka, layanan rumusan."),
        ),
    ),
)
BAB = {bab.kode: bab for bagian in BAGIAN for bab in bagian.bab}

# awal nama jalan -> bab; yang terpanjang yang berlaku
HALAMAN = {
    "beranda": "mulai",
    "bantuan": "mulai",
    "pencarian": "mulai",
    "data_acuan": "mulai",
    "belum_melapor": "isian",
    "accounts:kabar": "mulai",
    "account_": "akun",
    "mfa_": "akun",
    "accounts:": "akun",
    "accounts:perangkatdaerah": "pemasangan",
    "accounts:bidang": "pemasangan",
    "accounts:pejabat": "pemasangan",
    "accounts:tim": "pemasangan",
    "accounts:tokenapi": "berbagi",
    "api:": "berbagi",
    "angka:": "berbagi",
    "core:": "inspektorat",
    "documents:": "naskah",
    "documents:impor": "impor",
    "documents:buktiformulir": "isian",
    "documents:pembukaan": "kepala-dinas",
    "documents:verify": "keaslian",
    "documents:sertifikat": "akun",
    "villages:": "desa",
    "villages:kecamatan": "acuan",
    "villages:desa": "acuan",
    "villages:riwayat": "acuan",
    "villages:batas": "acuan",
    "villages:berkasikk": "naskah",
    "idm:": "idm",
    "idm:layananrumusan": "berbagi",
    "kinerja:": "naskah",
    "kinerja:dasbor": "kepala-daerah",
    "kinerja:buka_tahun": "membuka-tahun",
    "kinerja:copy_": "membuka-tahun",
    "kinerja:undo_copy": "membuka-tahun",
    "kinerja:buku_": "buku-kerja",
    "kinerja:kantor_": "buku-kerja",
    "kinerja:nomenklatur": "acuan",
    "kinerja:edisinomenklatur": "acuan",
    "kinerja:perioderenstra": "perencanaan",
    "kinerja:tujuan": "perencanaan",
    "kinerja:sasaran": "perencanaan",
    "kinerja:indikator": "perencanaan",
    "kinerja:definisi": "perencanaan",
    "kinerja:apply_definisi": "perencanaan",
    "kinerja:skala": "perencanaan",
    "kinerja:tingkat": "perencanaan",
    "kinerja:pohon": "perencanaan",
    "kinerja:program": "perencanaan",
    "kinerja:kegiatan": "perencanaan",
    "kinerja:subkegiatan": "perencanaan",
    "kinerja:dpa": "perencanaan",
    "kinerja:versipagu": "perencanaan",
    "kinerja:penanggung": "perencanaan",
    "kinerja:rencanaaksi": "isian",
    "kinerja:target": "isian",
    "kinerja:realisasi": "isian",
    "kinerja:evaluasi_": "isian",
    "kinerja:pengukuran": "isian",
    "kinerja:periodeisian": "isian",
    "kinerja:bukti": "isian",
    "kinerja:perubahantarget": "isian",
    "kinerja:pernyataanreviu": "inspektorat",
    "kinerja:evaluasiakip": "inspektorat",
    "kinerja:rekomendasi": "inspektorat",
    "kinerja:reviu": "inspektorat",
    "kinerja:catatanreviu": "inspektorat",
    "kinerja:hasilreviu": "inspektorat",
    "kinerja:jadwalreviu": "inspektorat",
    "kinerja:pedomanreviu": "inspektorat",
    "kinerja:butirpedoman": "inspektorat",
    "kinerja:hasilevaluasi": "inspektorat",
    "kinerja:pedomanakip": "inspektorat",
    "kinerja:butirakip": "inspektorat",
    "kinerja:buktiakip": "inspektorat",
}


@cache
def bab_halaman(nama_url: str) -> Bab | None:
    """Bab yang menerangkan halaman itu."""
    awalan = [awal for awal in HALAMAN if nama_url.startswith(awal)]
    if not awalan:
        return None
    terpanjang = max(awalan, key=len)
    return BAB[HALAMAN[terpanjang]]


def bab_sesudah(bab: Bab) -> Bab | None:
    """Bab berikutnya menurut urutan daftarnya; yang terakhir tidak bersambung."""
    urutan = list(BAB.values())
    nomor = urutan.index(bab) + 1
    if nomor < len(urutan):
        return urutan[nomor]
    return None


@cache
def isi_bab(kode: str, wilayah: SebutanWilayah) -> SafeString:
    """HTML satu bab tanpa judulnya; berkasnya tidak berubah selama proses hidup.

    Kata layarnya seperti yang tampil di kantor itu; istilah peraturan tetap.
    """
    naskah = (FOLDER / f"{kode}.md").read_text()
    _, _, isi = naskah.partition("\n")
    html: str = MarkdownIt("commonmark", {"html": False}).render(isi)
    bersih = sanitize_bab(html, _alamat)
    if kode not in PERATURAN:
        bersih = _TULISAN.sub(lambda cocok: _setempat(cocok[0], wilayah), bersih)
    return mark_safe(bersih)  # sudah dibersihkan


def _setempat(tulisan: str, wilayah: SebutanWilayah) -> str:
    """Tulisan di antara dua tanda HTML; tiap kata menu tersendiri."""
    kata = [wilayah.label(satu) for satu in tulisan.split(SESUDAH)]
    return SESUDAH.join(kata)


def _alamat(tujuan: str) -> str:
    """`gambar/isian.png` menjadi berkas statis, `akun.md` menjadi halaman babnya."""
    path = PurePosixPath(tujuan)
    if path.suffix == ".md":
        return BAB[path.stem].get_absolute_url()
    return static(f"panduan/{path.name}")
