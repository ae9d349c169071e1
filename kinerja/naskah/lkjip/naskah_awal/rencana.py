"""BAB II dan metode pengukuran."""

from core.periode import tanggal_panjang
from kinerja.aturan.capaian import Arah
from kinerja.models import Dpa, Peraturan, PerjanjianKinerja
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan, bernomor, naskah, rangkai

Hal = Peraturan.Hal


def perjanjian_kinerja(bahan: Bahan) -> str:
    """Tanpa perjanjian kepala dinas hanya artinya dan targetnya."""
    disusun = ""
    diperjanjikan = ""
    if bahan.kinerja.is_berperjanjian:
        disusun = _disusun(bahan)
        diperjanjikan = " yang diperjanjikan"
    tabel = ""
    if bahan.ukuran("iku"):
        tabel = (
            f"Sasaran, indikator, dan target{diperjanjikan} untuk tahun {{tahun}} adalah sebagai "
            "berikut."
        )
    return naskah(
        bahan.kalimat(
            "Perjanjian Kinerja adalah pernyataan kesanggupan kepala dinas kepada {kepala_daerah} "
            "untuk mewujudkan target tahunan dengan sumber daya yang dikelolanya.",
            disusun,
            "Targetnya menurut {periode}.",
        ),
        tabel,
    )


def _disusun(bahan: Bahan) -> str:
    """Sesudah DPA mana perjanjiannya disusun, menurut apa, dan kapan ditandatangani."""
    kinerja = bahan.kinerja
    disusun = ""
    if dpa := Dpa.objects.versi(kinerja.dinas, kinerja.tahun).first():
        tanggal = tanggal_panjang(dpa.tanggal)
        disusun = f" setelah Dokumen Pelaksanaan Anggaran ditetapkan pada {tanggal}"
    menurut = ""
    if lkjip := bahan.menurut(Hal.LKJIP):
        menurut = f" dengan mengikuti {lkjip}"
    ditandatangani = ""
    sah = PerjanjianKinerja.objects.sah_dinas(kinerja.kabupaten, kinerja.tahun).last()
    if sah and sah.tanggal:
        ditandatangani = f" dan ditandatangani pada {tanggal_panjang(sah.tanggal)}"
    disusun = f"{disusun}{menurut}{ditandatangani}"
    return f"Perjanjian Kinerja {{dinas}} Tahun {{tahun}} disusun{disusun}."


def iku(bahan: Bahan) -> str:
    kunci = ""
    if bahan.banyak("banyak.ikk"):
        kunci = (
            "Indikator Kinerja Kunci (IKK) menggambarkan hasil urusan yang mendukung sasaran "
            "tersebut; {dinas} memakai {banyak.ikk} IKK."
        )
    return naskah(
        bahan.kalimat(
            "Indikator Kinerja Utama (IKU) adalah ukuran keberhasilan dinas dalam mencapai sasaran "
            "strategisnya; {dinas} memakai {banyak.iku} IKU.",
            kunci,
            "Indikator itu berlaku untuk {periode}.",
        ),
        "Definisi setiap indikator, yaitu satuan, formula, penanggung jawab, dan sumber datanya, "
        "disajikan dalam tabel berikut.",
    )


def metode(bahan: Bahan) -> str:
    ukuran = bahan.ukuran("iku", "ikk")
    dipakai = {Arah(satu.indikator.arah) for satu in ukuran} or {Arah.NAIK}
    rumus = [arah.rumus.arti for arah in Arah if arah in dipakai]
    kualitatif = ""
    if any(satu.indikator.skala_kualitatif_id for satu in ukuran):
        kualitatif = (
            "Indikator kualitatif tercapai bila sebutan yang diperoleh sama dengan atau lebih baik "
            "daripada targetnya."
        )
    diukur = "Kinerja diukur dengan membandingkan realisasi dan target setiap indikator menurut"
    if len(rumus) == 1:
        cara = naskah(f"{diukur} rumusnya.", rumus[0])
    else:
        cara = bernomor(rumus, f"{diukur} rumusnya:")
    return naskah(
        cara,
        bahan.kalimat(
            kualitatif,
            "Capaian dibulatkan satu kali pada akhir perhitungan sampai dua angka di "
            "belakang koma.",
            "Indikator yang targetnya nol atau realisasinya belum tersedia tidak dihitung "
            "capaiannya.",
            _pembanding(bahan),
        ),
        _predikat(bahan),
    )


def _pembanding(bahan: Bahan) -> str:
    """Yang dibandingkan selain target tahunnya; kosong bila tidak ada."""
    renstra = bahan.kinerja.pengukuran.renstra
    semua = []
    if bahan.kinerja.tahun - 1 in renstra.tahun_periode:
        semua.append("dengan tahun-tahun sebelumnya")
    if bahan.kinerja.pengukuran.is_bertarget_akhir:
        semua.append("dengan target akhir Rencana Strategis")
    if not semua:
        return ""
    return f"Selain terhadap target tahun {{tahun}}, realisasi dibandingkan {rangkai(semua)}."


def _predikat(bahan: Bahan) -> str:
    """Hanya bila skalanya ditetapkan; tanpa itu bagian ini menyebut belum ada."""
    if bahan.kinerja.pengukuran.renstra.skala_tahun is None:
        return ""
    return (
        "Setiap capaian disimpulkan dengan predikat menurut skala yang disajikan pada bagian ini."
    )
