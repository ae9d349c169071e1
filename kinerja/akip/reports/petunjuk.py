"""Bukti dari sistem di samping tiap kriteria AKIP: perencanaan, pengukuran, dan evaluasinya."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Max
from django.urls import reverse

from core.angka import format_angka
from core.display import text_of
from core.periode import TRIWULAN
from documents.models import Naskah
from kinerja.akip.reports.petunjuk_lkjip import LKJIP
from kinerja.akip.sources import BahanAkip
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
TRIWULAN_SETAHUN = 4


def renstra(bahan: BahanAkip) -> SemuaPetunjuk:
    """Periode Renstra yang memuat tahunnya, dan sasarannya."""
    periode = bahan.kinerja.periode
    if periode is None:
        yield Petunjuk(f"Renstra yang memuat tahun {bahan.tahun} belum ada.", is_kurang=True)
        return
    banyak = periode.sasaran_set.count()
    kalimat = f"{periode}: {banyak} sasaran."
    yield Petunjuk(kalimat, periode.get_absolute_url(), is_kurang=not banyak)


def sah(naskah: Naskah) -> Petunjuk:
    """Keadaan satu naskah, dan kapan ditandatangani."""
    url = naskah.get_absolute_url()
    if naskah.signed_at is None:
        return Petunjuk(f"{naskah}: {naskah.get_status_display().lower()}.", url, is_kurang=True)
    return Petunjuk(f"{naskah}: ditandatangani {text_of(naskah.signed_at)}.", url)


def _semua(rows: Iterable[Any], kosong: str) -> SemuaPetunjuk:
    """Keadaan tiap naskahnya; tanpa satu pun, kalimat `kosong`."""
    hasil = [sah(satu) for satu in rows]
    if not hasil:
        yield Petunjuk(kosong, is_kurang=True)
    yield from hasil


def perjanjian(bahan: BahanAkip) -> SemuaPetunjuk:
    """Perjanjian kepala dinas yang berlaku."""
    tingkat = PerjanjianKinerja.TingkatJabatan.ESELON_II
    rows = PerjanjianKinerja.objects.berlaku(bahan.kabupaten, bahan.tahun, tingkat)
    return _semua(rows, f"Perjanjian kinerja kepala dinas {bahan.tahun} belum dibuat.")


def berjenjang(bahan: BahanAkip) -> SemuaPetunjuk:
    """Perjanjian tiap jenjang jabatan yang sah."""
    for tingkat in PerjanjianKinerja.TingkatJabatan:
        rows = PerjanjianKinerja.objects.berlaku(bahan.kabupaten, bahan.tahun, tingkat)
        semua = rows.count()
        disahkan = rows.filter(pengesahan__isnull=False).count()
        url = f"{reverse('kinerja:perjanjiankinerja_list')}?tahun={bahan.tahun}"
        yield hitungan(disahkan, semua, f"Perjanjian sah, {tingkat.label}", url)


def _naskah(bahan: BahanAkip, jenis: str) -> Any:
    return NaskahKinerja.objects.filter(
        kabupaten=bahan.kabupaten,
        tahun=bahan.tahun,
        jenis=jenis,
        naskahkinerja=None,
    )


def rencana_aksi(bahan: BahanAkip) -> SemuaPetunjuk:
    """Naskah Rencana Aksi, dan sub kegiatan yang terjadwal."""
    yield from _semua(_naskah(bahan, Jenis.RENCANA_AKSI), "Naskah Rencana Aksi belum dibuat.")
    sub = bahan.kinerja.pohon.sub
    rencana = RencanaAksi.objects.filter(sub_kegiatan__in=[satu.obj.pk for satu in sub])
    terjadwal = rencana.exclude(aksi="").count()
    url = f"{reverse('kinerja:rencanaaksi_grid')}?tahun={bahan.tahun}"
    yield hitungan(terjadwal, len(sub), "Sub kegiatan berlangkah aksi", url)


def dpa(bahan: BahanAkip) -> SemuaPetunjuk:
    """Versi anggaran tahun itu, dan program yang berpagu."""
    for satu in Dpa.objects.versi(bahan.kinerja.dinas, bahan.tahun):
        yield Petunjuk(f"{satu}, {text_of(satu.tanggal)}.", satu.get_absolute_url())
    program = bahan.kinerja.anggaran.baris
    kurang = [satu.program.nama for satu in program if satu.pagu is None]
    url = f"{reverse('kinerja:program_list')}?tahun={bahan.tahun}"
    yield dari(kurang, program, "Program berpagu", url)


def triwulan(bahan: BahanAkip) -> SemuaPetunjuk:
    """Evaluasi tiap triwulan yang sah."""
    per_triwulan = {satu.triwulan: satu for satu in _naskah(bahan, Jenis.EVALUASI)}
    for nomor in range(1, TRIWULAN_SETAHUN + 1):
        if nomor in per_triwulan:
            yield sah(per_triwulan[nomor])
        else:
            yield Petunjuk(f"Evaluasi {TRIWULAN[nomor]} belum dibuat.", is_kurang=True)


def _indikator_kurang(kolom: str, sebutan: str) -> Callable[[BahanAkip], SemuaPetunjuk]:
    """Indikator yang `kolom`-nya terisi, dari semuanya."""

    def terisi(bahan: BahanAkip) -> SemuaPetunjuk:
        semua = bahan.kinerja.pengukuran.indikator
        kurang = [satu.nama for satu in semua if not getattr(satu, kolom)]
        url = f"{reverse('kinerja:indikator_list')}?tahun={bahan.tahun}"
        yield dari(kurang, semua, sebutan, url)

    return terisi


def iku(bahan: BahanAkip) -> SemuaPetunjuk:
    """Banyak IKU, dan naskahnya."""
    banyak = len(bahan.kinerja.pengukuran.jenis("iku"))
    url = f"{reverse('kinerja:indikator_list')}?tahun={bahan.tahun}&jenis=iku"
    yield Petunjuk(f"{banyak} IKU.", url, is_kurang=not banyak)
    yield from _semua(_naskah(bahan, Jenis.IKU), "Naskah IKU belum dibuat.")


def capaian(bahan: BahanAkip) -> SemuaPetunjuk:
    """Indikator yang capaiannya terhitung, dan yang mencapai target."""
    ukur = bahan.kinerja.pengukuran.ukur
    semua = [ukur(satu) for satu in bahan.kinerja.pengukuran.indikator]
    terhitung = [satu.capaian.rasio for satu in semua if satu.capaian.rasio is not None]
    tercapai = sum(rasio >= 100 for rasio in terhitung)
    url = f"{reverse('kinerja:dasbor')}?tahun={bahan.tahun}"
    yield hitungan(len(terhitung), len(semua), "Capaian terhitung", url)
    yield hitungan(tercapai, len(semua), "Mencapai target", url)


def berkas(bahan: BahanAkip) -> SemuaPetunjuk:
    """Indikator yang realisasinya berberkas bukti."""
    rows = BuktiRealisasi.objects.filter(
        realisasi__tahun=bahan.tahun,
        realisasi__indikator__in=[satu.pk for satu in bahan.kinerja.pengukuran.indikator],
    )
    berbukti = rows.values("realisasi__indikator").distinct().count()
    semua = len(bahan.kinerja.pengukuran.indikator)
    url = f"{reverse('kinerja:buktirealisasi_list')}?tahun={bahan.tahun}"
    yield hitungan(berbukti, semua, "Indikator berberkas bukti", url)


def efisiensi(bahan: BahanAkip) -> SemuaPetunjuk:
    """Simpulan efisiensi seluruh dinas menurut aturan periodenya."""
    kalimat = bahan.kinerja.efisiensi.total.kalimat
    url = f"{reverse('kinerja:dasbor')}?tahun={bahan.tahun}"
    if kalimat:
        yield Petunjuk(f"Seluruh dinas {kalimat}.", url)
    else:
        yield Petunjuk("Efisiensi belum dapat disimpulkan.", url, is_kurang=True)


def penilaian_mandiri(bahan: BahanAkip) -> SemuaPetunjuk:
    """Butir yang sudah dijawab dinas pada lembar kerja ini."""
    rows = bahan.evaluasi.isian.filter(pihak=IsianAkip.PihakAkip.DINAS)
    terjawab = rows.exclude(hasil="", tingkat=None).count()
    if not terjawab:
        yield Petunjuk("Penilaian mandiri dinas belum diisi.", is_kurang=True)
        return
    waktu = rows.aggregate(akhir=Max("bukti__uploaded_at"))["akhir"]
    berbukti = f", bukti terakhir {text_of(waktu)}" if waktu else ""
    yield Petunjuk(f"Penilaian mandiri dinas: {terjawab} butir dijawab{berbukti}.")


def rekomendasi(bahan: BahanAkip) -> SemuaPetunjuk:
    """Rekomendasi AKIP sampai tahun itu yang tindak lanjutnya diterima, tiap tahunnya."""
    asal = Rekomendasi.AsalRekomendasi.AKIP
    rows = Rekomendasi.objects.filter(kabupaten=bahan.kabupaten, asal=asal)
    semua = rows.filter(tahun__lte=bahan.tahun)
    selesai, banyak = semua.kemajuan()
    url = f"{reverse('kinerja:rekomendasi_list')}?tahun=&asal={asal}"
    yield hitungan(selesai, banyak, "Rekomendasi yang tindak lanjutnya diterima", url)


def nilai_lalu(bahan: BahanAkip) -> SemuaPetunjuk:
    """Nilai evaluasi tahun lalu."""
    tahun = bahan.tahun - 1
    lalu = read_akip(bahan.kabupaten, tahun)
    if lalu is None:
        yield Petunjuk(f"Hasil evaluasi {tahun} tidak tercatat.", is_kurang=True)
        return
    nilai = format_angka(lalu.nilai, 2)
    url = lalu.evaluasi.get_absolute_url()
    yield Petunjuk(f"Nilai {tahun}: {nilai} ({lalu.kategori or 'tanpa kategori'}).", url)


Penyusun = Callable[[BahanAkip], SemuaPetunjuk]
# kunci pada butir pedoman → sebutannya dan penyusunnya
PETUNJUK: dict[str, tuple[str, Penyusun]] = {
    "renstra": ("Renstra", renstra),
    "perjanjian": ("Perjanjian kinerja", perjanjian),
    "berjenjang": ("Perjanjian tiap jenjang", berjenjang),
    "rencana_aksi": ("Rencana Aksi", rencana_aksi),
    "dpa": ("Anggaran", dpa),
    "triwulan": ("Evaluasi triwulan", triwulan),
    "definisi": ("Cara mengukur", _indikator_kurang("cara_ukur", "Cara mengukur tertulis")),
    "sumber_data": ("Sumber data", _indikator_kurang("sumber_data", "Sumber data tertulis")),
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
