"""BAB II dan metode pengukuran."""

from kinerja.aturan.capaian import Arah
from kinerja.models import Peraturan
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan, bernomor, naskah, rangkai

Hal = Peraturan.Hal


def perjanjian_kinerja(bahan: Bahan) -> str:
    disusun = ""
    if bahan.is_diperjanjikan:
        disusun = _disusun(bahan)
    tabel = ""
    if bahan.ukuran("iku"):
        tabel = (
            "Sasaran, indikator, dan target yang diperjanjikan untuk tahun {tahun} adalah sebagai "
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
    """Kapan perjanjiannya disusun dan menurut apa."""
    menurut = ""
    if lkjip := bahan.menurut(Hal.LKJIP):
        menurut = f" dengan mengikuti {lkjip}"
    return (
        "Perjanjian Kinerja {dinas} Tahun {tahun} disusun setelah Dokumen Pelaksanaan Anggaran "
        f"ditetapkan{menurut}."
    )


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
    return naskah(
        bernomor(
            rumus,
            "Kinerja diukur dengan membandingkan realisasi dan target setiap indikator menurut "
            "rumusnya:",
        ),
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
