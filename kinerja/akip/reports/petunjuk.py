"""Bukti dari sistem di samping tiap kriteria AKIP: perencanaan, pengukuran, dan evaluasinya."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.urls import reverse

from core.angka import format_angka
from core.display import tulisan_dari
from core.periode import SETAHUN, TRIWULAN
from documents.models import Naskah
from kinerja.akip.reports.petunjuk_lkjip import LKJIP
from kinerja.akip.sources import BahanAkip
from kinerja.aturan.capaian import SERATUS
from kinerja.models import (
    BuktiRealisasi,
    Dpa,
    IsianAkip,
    NaskahKinerja,
    PerjanjianKinerja,
    Rekomendasi,
    RencanaAksi,
)
from kinerja.reviu.jenis import Petunjuk
from kinerja.reviu.reports.petunjuk import dari, hitungan
from kinerja.tahun.akip import read_akip

SemuaPetunjuk = Iterator[Petunjuk]
Jenis = NaskahKinerja.JenisKinerja
Jabatan = PerjanjianKinerja.TingkatJabatan
Penyusun = Callable[[BahanAkip], SemuaPetunjuk]


def renstra(bahan: BahanAkip) -> SemuaPetunjuk:
    """Periode Renstra yang memuat tahunnya, dan sasarannya."""
    periode = bahan.kinerja.periode
    if periode is None:
        yield Petunjuk(f"Renstra yang memuat tahun {bahan.tahun} belum ada.", is_kurang=True)
        return
    banyak = periode.sasaran_set.ada_pada(bahan.tahun).count()
    kalimat = f"{periode}: {banyak} sasaran."
    yield Petunjuk(kalimat, periode.get_absolute_url(), is_kurang=not banyak)


def sah(naskah: Naskah) -> Petunjuk:
    """Keadaan satu naskah, dan kapan ditandatangani."""
    url = naskah.get_absolute_url()
    waktu = naskah.signed_at
    if waktu is None:
        keadaan = naskah.get_status_display().lower()
    else:
        keadaan = f"ditandatangani {tulisan_dari(waktu)}"
    return Petunjuk(f"{naskah}: {keadaan}.", url, is_kurang=waktu is None)


def _semua(rows: Iterable[Any], kosong: str) -> SemuaPetunjuk:
    """Keadaan tiap naskahnya; tanpa satu pun, kalimat `kosong`."""
    hasil = [sah(satu) for satu in rows]
    if not hasil:
        yield Petunjuk(kosong, is_kurang=True)
    yield from hasil


def _berlaku(bahan: BahanAkip, tingkat: str) -> Any:
    """Perjanjian satu jenjang yang tidak digantikan perubahannya."""
    rows = PerjanjianKinerja.objects
    return rows.berlaku(bahan.kabupaten, bahan.tahun, tingkat)


def perjanjian(bahan: BahanAkip) -> SemuaPetunjuk:
    """Perjanjian kepala dinas yang berlaku."""
    rows = _berlaku(bahan, Jabatan.ESELON_II)
    return _semua(rows, f"Perjanjian kinerja kepala dinas {bahan.tahun} belum dibuat.")


def berjenjang(bahan: BahanAkip) -> SemuaPetunjuk:
    """Perjanjian tiap jenjang jabatan yang sah."""
    url = bahan.alamat("perjanjiankinerja_list")
    for tingkat in Jabatan:
        rows = _berlaku(bahan, tingkat)
        disahkan = rows.filter(pengesahan__isnull=False)
        sebutan = f"Perjanjian sah, {tingkat.label}"
        yield hitungan(disahkan.count(), rows.count(), sebutan, url)


def _naskah(bahan: BahanAkip, jenis: str) -> Any:
    """Naskah kinerja sejenis yang tidak digantikan."""
    rows = NaskahKinerja.objects.filter(kabupaten=bahan.kabupaten, tahun=bahan.tahun)
    return rows.filter(jenis=jenis, naskahkinerja=None)


def rencana_aksi(bahan: BahanAkip) -> SemuaPetunjuk:
    """Naskah Rencana Aksi, dan sub kegiatan yang berlangkah aksi."""
    yield from _semua(_naskah(bahan, Jenis.RENCANA_AKSI), "Naskah Rencana Aksi belum dibuat.")
    sub = [satu.obj.pk for satu in bahan.kinerja.pohon.sub]
    rencana = RencanaAksi.objects.filter(sub_kegiatan__in=sub)
    berlangkah = rencana.exclude(aksi="").count()
    url = bahan.alamat("rencanaaksi_grid")
    yield hitungan(berlangkah, len(sub), "Sub kegiatan berlangkah aksi", url)


def dpa(bahan: BahanAkip) -> SemuaPetunjuk:
    """Versi anggaran tahun itu, dan program yang berpagu."""
    dinas = bahan.kinerja.dinas
    for satu in Dpa.objects.versi(dinas, bahan.tahun):
        url = satu.get_absolute_url()
        yield Petunjuk(f"{satu}, {tulisan_dari(satu.tanggal)}.", url)
    program = bahan.kinerja.anggaran.baris
    kurang = [satu.program.nama for satu in program if satu.pagu is None]
    yield dari(kurang, program, "Program berpagu", bahan.alamat("program_list"))


def triwulan(bahan: BahanAkip) -> SemuaPetunjuk:
    """Evaluasi tiap triwulan yang sah."""
    per_triwulan = {}
    for satu in _naskah(bahan, Jenis.EVALUASI):
        per_triwulan[satu.triwulan] = satu
    for nomor, sebutan in TRIWULAN.items():
        if nomor in per_triwulan:
            yield sah(per_triwulan[nomor])
        elif nomor != SETAHUN:
            yield Petunjuk(f"Evaluasi {sebutan} belum dibuat.", is_kurang=True)


def _terisi(kolom: str, sebutan: str) -> Penyusun:
    """Indikator yang `kolom`-nya terisi, dari semuanya."""

    def terisi(bahan: BahanAkip) -> SemuaPetunjuk:
        """Yang kosong disebut namanya."""
        semua = bahan.indikator
        kurang = [satu.nama for satu in semua if not getattr(satu, kolom)]
        url = bahan.alamat("indikator_list")
        yield dari(kurang, semua, sebutan, url)

    return terisi


def iku(bahan: BahanAkip) -> SemuaPetunjuk:
    """Banyak IKU, dan naskahnya."""
    semua = bahan.kinerja.pengukuran.jenis("iku")
    banyak = len(semua)
    url = bahan.alamat("indikator_list", "&jenis=iku")
    yield Petunjuk(f"{banyak} IKU.", url, is_kurang=not banyak)
    yield from _semua(_naskah(bahan, Jenis.IKU), "Naskah IKU belum dibuat.")


def capaian(bahan: BahanAkip) -> SemuaPetunjuk:
    """Indikator yang capaiannya terhitung, dan yang mencapai target."""
    semua = len(bahan.indikator)
    terhitung = 0
    tercapai = 0
    for satu in bahan.indikator:
        ukuran = bahan.kinerja.pengukuran.ukur(satu)
        rasio = ukuran.capaian.rasio
        if rasio is not None:
            terhitung += 1
            tercapai += rasio >= SERATUS
    url = bahan.alamat("dasbor")
    yield hitungan(terhitung, semua, "Capaian terhitung", url)
    yield hitungan(tercapai, semua, "Mencapai target", url)


def berkas(bahan: BahanAkip) -> SemuaPetunjuk:
    """Indikator yang realisasinya berberkas bukti."""
    nomor = [satu.pk for satu in bahan.indikator]
    rows = BuktiRealisasi.objects.filter(realisasi__tahun=bahan.tahun)
    milik = rows.filter(realisasi__indikator__in=nomor)
    berbukti = milik.values("realisasi__indikator").distinct()
    url = bahan.alamat("buktirealisasi_list")
    yield hitungan(berbukti.count(), len(nomor), "Indikator berberkas bukti", url)


def efisiensi(bahan: BahanAkip) -> SemuaPetunjuk:
    """Simpulan efisiensi seluruh dinas menurut aturan periodenya."""
    simpulan = bahan.kinerja.efisiensi.total.kalimat
    kalimat = "Efisiensi belum dapat disimpulkan."
    if simpulan:
        kalimat = f"Seluruh dinas {simpulan}."
    yield Petunjuk(kalimat, bahan.alamat("dasbor"), is_kurang=not simpulan)


def penilaian_mandiri(bahan: BahanAkip) -> SemuaPetunjuk:
    """Butir yang sudah dijawab dinas pada lembar kerja ini."""
    rows = bahan.evaluasi.isian.filter(pihak=IsianAkip.PihakAkip.DINAS)
    terjawab = rows.exclude(hasil="", tingkat=None).count()
    kalimat = "Penilaian mandiri dinas belum diisi."
    if terjawab:
        kalimat = f"Penilaian mandiri dinas: {terjawab} butir dijawab."
    yield Petunjuk(kalimat, is_kurang=not terjawab)


def rekomendasi(bahan: BahanAkip) -> SemuaPetunjuk:
    """Rekomendasi AKIP sampai tahun itu yang tindak lanjutnya diterima."""
    asal = Rekomendasi.AsalRekomendasi.AKIP
    rows = Rekomendasi.objects.filter(kabupaten=bahan.kabupaten, asal=asal)
    selesai, banyak = rows.filter(tahun__lte=bahan.tahun).kemajuan()
    url = reverse("kinerja:rekomendasi_list")
    kalimat = "Rekomendasi yang tindak lanjutnya diterima"
    yield hitungan(selesai, banyak, kalimat, f"{url}?tahun=&asal={asal}")


def nilai_lalu(bahan: BahanAkip) -> SemuaPetunjuk:
    """Nilai evaluasi tahun lalu."""
    tahun = bahan.tahun - 1
    lalu = read_akip(bahan.kabupaten, tahun)
    if lalu is None:
        yield Petunjuk(f"Hasil evaluasi {tahun} tidak tercatat.", is_kurang=True)
        return
    nilai = format_angka(lalu.nilai, 2)
    kategori = lalu.kategori or "tanpa kategori"
    url = lalu.evaluasi.get_absolute_url()
    yield Petunjuk(f"Nilai {tahun}: {nilai} ({kategori}).", url)


# kunci pada butir pedoman → sebutannya dan penyusunnya
PETUNJUK: dict[str, tuple[str, Penyusun]] = {
    "renstra": ("Renstra", renstra),
    "perjanjian": ("Perjanjian kinerja", perjanjian),
    "berjenjang": ("Perjanjian tiap jenjang", berjenjang),
    "rencana_aksi": ("Rencana Aksi", rencana_aksi),
    "dpa": ("Anggaran", dpa),
    "triwulan": ("Evaluasi triwulan", triwulan),
    "definisi": ("Cara mengukur", _terisi("cara_ukur", "Cara mengukur tertulis")),
    "sumber_data": ("Sumber data", _terisi("sumber_data", "Sumber data tertulis")),
    "iku": ("IKU", iku),
    "capaian": ("Capaian", capaian),
    "berkas": ("Berkas bukti", berkas),
    "efisiensi": ("Efisiensi", efisiensi),
    "penilaian_mandiri": ("Penilaian mandiri", penilaian_mandiri),
    "rekomendasi": ("Rekomendasi", rekomendasi),
    "nilai_lalu": ("Nilai tahun lalu", nilai_lalu),
    **LKJIP,
}


def susun(bahan: BahanAkip, kunci: str) -> tuple[Petunjuk, ...]:
    """Kunci yang tidak dikenal tidak berbukti."""
    dikenal = PETUNJUK.get(kunci)
    if dikenal is None:
        return ()
    _, penyusun = dikenal
    return tuple(penyusun(bahan))
