"""Efisiensi, program, keuangan, dan tindak lanjut evaluasi."""

from kinerja.models import Peraturan
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan, butir, naskah
from kinerja.tahun.anggaran import Uang

JUMLAH = "Anggaran {dinas} tahun {tahun} berjumlah {anggaran.pagu}."
TEREALISASI = "Yang terealisasi {anggaran.realisasi} atau {anggaran.persen}."
SISA = "Sisanya {anggaran.sisa} atau {anggaran.sisa_persen} dari pagu."
SISA_SEBAGIAN = "Sisanya {anggaran.sisa}."


def sisa(bahan: Bahan) -> str:
    """Pagu yang sebagian disebut sekali sekalimat."""
    return SISA_SEBAGIAN if bahan.kinerja.pohon.catatan_pagu else SISA


def efisiensi(bahan: Bahan) -> str:
    baris = bahan.kinerja.anggaran.baris
    if not baris:
        return ""
    penunjang = ""
    if any(satu.is_penunjang for satu in baris):
        penunjang = ", termasuk penunjang urusan"
    return naskah(
        bahan.kalimat(
            "Pada tahun {tahun} anggaran terserap {anggaran.persen}.",
            sisa(bahan),
            "Rata-rata capaian indikator kinerja utama {capaian.rata_iku}.",
        ),
        bahan.kalimat(
            f"Anggaran membiayai seluruh program dinas{penunjang}, sedangkan "
            "indikator kinerja utama mengukur hasil yang juga dipengaruhi pihak lain.",
            "Aturan yang dipakai: {anggaran.efisiensi.aturan}.",
            "Menurut aturan itu penggunaan anggaran tahun {tahun} {anggaran.efisiensi}.",
        ),
    )


def program_penunjang(bahan: Bahan) -> str:
    baris = bahan.kinerja.anggaran.baris
    if not baris:
        return ""
    urusan = [_program(bahan, satu) for satu in baris if not satu.is_penunjang]
    penunjang = [_program(bahan, satu) for satu in baris if satu.is_penunjang]
    return naskah(
        "Dinas melaksanakan {program.jumlah} program pada tahun {tahun}.",
        butir(urusan, "Program yang langsung menunjang pencapaian sasaran:"),
        butir(penunjang, "Perencanaan, keuangan, kepegawaian, dan sarana kerja didukung oleh:"),
    )


def _program(bahan: Bahan, uang: Uang) -> str:
    """Nama program, sasaran yang didukungnya, lalu uangnya sejauh diketahui."""
    awal = f"program.{uang.program.kode}"
    sasaran = ""
    if uang.program.sasaran:
        sasaran = f", mendukung sasaran “{uang.program.sasaran.nama}”"
    pagu = f"Pagunya {{{awal}.pagu}}."
    terealisasi = f"Terealisasi {{{awal}.realisasi}} atau {{{awal}.persen}}."
    return bahan.kalimat(f"{{{awal}.nama}}{sasaran}.", pagu, terealisasi)


def keuangan(bahan: Bahan) -> str:
    tabel = ""
    if bahan.kinerja.anggaran.baris:
        tabel = (
            "Pagu dan realisasi setiap program beserta sasaran yang didukungnya disajikan dalam "
            "tabel Akuntabilitas Keuangan di akhir bab ini."
        )
    return bahan.kalimat(JUMLAH, TEREALISASI, sisa(bahan), tabel)


def tindak_lanjut(bahan: Bahan) -> str:
    akip = bahan.kinerja.akip
    if akip is None:
        return (
            "Belum ada hasil evaluasi akuntabilitas kinerja {dinas} {kabupaten} yang dicatat "
            "untuk ditindaklanjuti pada tahun {tahun}."
        )
    menurut = ""
    if evaluasi := bahan.menurut(Peraturan.Hal.EVALUASI):
        menurut = f" menurut {evaluasi}"
    nilai = "nilai {akip.nilai}"
    if akip.kategori:
        nilai = f"{nilai} dengan kategori {{akip.kategori}}"
    return bahan.kalimat(
        f"Evaluasi akuntabilitas kinerja oleh Inspektorat{menurut} memberi {{dinas}} "
        f"{{kabupaten}} {nilai}.",
        "Rekomendasi tim evaluator dan tindak lanjut yang dilakukan dinas disajikan pada bagian "
        "ini.",
    )
