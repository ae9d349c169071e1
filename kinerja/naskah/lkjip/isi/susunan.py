"""Susunan buku LKjIP: bagian, tabel dan gambarnya menurut urutan cetak, dengan syaratnya."""

from kinerja.naskah.lkjip.isi.analisis import Analisis
from kinerja.naskah.lkjip.isi.daftar import (
    ANGKA,
    BAB,
    DEPAN,
    HURUF,
    LAMPIRAN,
    POLOS,
    Ada,
    Entri,
    Isi,
)


def berteks(*kode: str) -> Ada:
    """Salah satu bagian naskahnya berisi."""

    def ada(isi: Isi) -> bool:
        return any(isi.teks(satu) for satu in kode)

    return ada


def berindikator(isi: Isi) -> bool:
    """Ada IKU atau IKK yang diukur."""
    return any(isi.setahun.values())


def berefisiensi(isi: Isi) -> bool:
    return bool(isi.efisiensi or isi.teks("efisiensi"))


def berprogram(isi: Isi) -> bool:
    return bool(isi.keuangan.baris)


def berkeluaran(isi: Isi) -> bool:
    """Ada sub kegiatan yang target atau realisasi keluarannya diketahui."""
    return bool(isi.program_berkeluaran)


def beruang(isi: Isi) -> bool:
    return bool(isi.keuangan.baris or isi.teks("keuangan"))


def berstatus(isi: Isi) -> bool:
    """Status desa tahun laporan diketahui."""
    return isi.idm.jumlah_kini is not None


def berpindah(isi: Isi) -> bool:
    return isi.idm.matriks is not None


def berdesa(isi: Isi) -> bool:
    """Status desa satu per satu diketahui."""
    return bool(isi.desa.kecamatan)


def berenstra(isi: Isi) -> bool:
    return bool(isi.renstra.baris or isi.teks("renstra"))


def bersah(isi: Isi) -> bool:
    """Perjanjian kinerja kepala dinas sudah ditandatangani."""
    return isi.perjanjian_sah is not None


def berekomendasi(isi: Isi) -> bool:
    return bool(isi.rekomendasi)


def bertindak_lanjut(isi: Isi) -> bool:
    return isi.akip is not None or bool(isi.rekomendasi_lain or isi.teks("tindak_lanjut"))


def bertahun(jenis: str) -> Ada:
    """Tabel beberapa tahun jenis itu memuat tahun sebelumnya."""

    def ada(isi: Isi) -> bool:
        tabel = isi.beberapa_tahun[jenis]
        return len(tabel.tahun) > 1 and bool(tabel.baris)

    return ada


def berpegawai(*kelompok: str) -> Ada:
    """Rekap pegawai salah satu kelompoknya berisi."""

    def ada(isi: Isi) -> bool:
        return any(isi.pegawai[satu].baris for satu in kelompok)

    return ada


def berdefinisi(jenis: str) -> Ada:
    """Ada indikator jenis itu."""

    def ada(isi: Isi) -> bool:
        return bool(isi.indikator[jenis])

    return ada


def berpengantar_indikator(isi: Isi) -> bool:
    return any(isi.indikator.values())


def berperjanjian(isi: Isi) -> bool:
    return bool(isi.perjanjian or isi.teks("perjanjian_kinerja"))


def bertahun_lalu(isi: Isi) -> bool:
    return any(bertahun(jenis)(isi) for jenis in isi.beberapa_tahun)


def berjangka(isi: Isi) -> bool:
    """Target akhir Renstranya diketahui."""
    return any(isi.jangka_menengah.values())


def berorganisasi(isi: Isi) -> bool:
    """Ada bidang untuk bagannya, atau rekap pegawai."""
    return bool(isi.bidang) or berpegawai(*isi.pegawai)(isi)


def beranalisis(isi: Isi) -> bool:
    """Ada indikator yang dianalisis, atau naskah analisisnya."""
    return bool(isi.analisis) or berteks("analisis_penyebab", "keberhasilan", "kendala")(isi)


def bertabel(isi: Isi) -> bool:
    return bool(isi.tabel)


def bergambar(isi: Isi) -> bool:
    return bool(isi.gambar)


def selalu(isi: Isi) -> bool:
    return True


PERJANJIAN = "Perjanjian Kinerja Tahun {p.tahun} yang Ditandatangani"
ORGANISASI = "Struktur Organisasi dan Sumber Daya Manusia"
SETAHUN = "Perbandingan antara Target dan Realisasi Kinerja Tahun {p.tahun}"
SEBELUMNYA = "Perbandingan Realisasi dan Capaian Kinerja Tahun {p.tahun} dengan Tahun Sebelumnya"
JANGKA = (
    "Perbandingan Realisasi sampai dengan Tahun {p.tahun} dengan Target Jangka Menengah dalam "
    "Dokumen Renstra"
)
PENYEBAB = (
    "Analisis Penyebab Keberhasilan/Kegagalan atau Peningkatan/Penurunan Kinerja serta Solusi "
    "yang Dilaksanakan"
)
TANPA_SEBAB = "Capaian Tiap Indikator"
BAGIAN = (
    Entri("kata_pengantar", DEPAN, "{n[kata_pengantar]}", selalu),
    Entri("daftar_isi", DEPAN, "Daftar Isi", selalu),
    Entri("daftar_tabel", DEPAN, "Daftar Tabel", bertabel),
    Entri("daftar_gambar", DEPAN, "Daftar Gambar", bergambar),
    Entri("ikhtisar", DEPAN, "{n[ikhtisar]}", selalu),
    Entri("bab_1", BAB, "Pendahuluan", selalu),
    Entri("gambaran_umum", HURUF, "{n[gambaran_umum]}", berteks("gambaran_umum")),
    Entri("maksud_tujuan", HURUF, "{n[maksud_tujuan]}", berteks("maksud_tujuan")),
    Entri("landasan_hukum", HURUF, "{n[landasan_hukum]}", berteks("landasan_hukum")),
    Entri("organisasi", HURUF, ORGANISASI, berorganisasi),
    Entri("sarana", HURUF, "{n[sarana]}", berteks("sarana")),
    Entri("isu_strategis", HURUF, "{n[isu_strategis]}", berteks("isu_strategis")),
    Entri("sistematika", HURUF, "{n[sistematika]}", berteks("sistematika")),
    Entri("bab_2", BAB, "Perencanaan dan Perjanjian Kinerja", selalu),
    Entri("renstra", HURUF, "{n[renstra]}", berenstra),
    Entri("perjanjian", HURUF, "{n[perjanjian_kinerja]} Tahun {p.tahun}", berperjanjian),
    Entri("indikator", HURUF, "{n[iku]}", berpengantar_indikator),
    Entri("bab_3", BAB, "Akuntabilitas Kinerja", selalu),
    Entri("metode", POLOS, "{n[metode]}", berteks("metode")),
    Entri("capaian", HURUF, "Capaian Kinerja {p.dinas.nama}", selalu),
    Entri("setahun", ANGKA, SETAHUN, berindikator),
    Entri("beberapa_tahun", ANGKA, SEBELUMNYA, bertahun_lalu),
    Entri("jangka_menengah", ANGKA, JANGKA, berjangka),
    Entri("standar", ANGKA, "{n[standar_nasional]}", berteks("standar_nasional")),
    Entri("analisis", ANGKA, "{p.judul_analisis}", beranalisis),
    Entri("efisiensi", ANGKA, "Analisis {n[efisiensi]}", berefisiensi),
    Entri("program", ANGKA, "Analisis {n[program_penunjang]}", berprogram),
    Entri("status", ANGKA, "Perkembangan Status Desa", berstatus),
    Entri("keuangan", HURUF, "{n[keuangan]}", beruang),
    Entri("tindak_lanjut", HURUF, "{n[tindak_lanjut]}", bertindak_lanjut),
    Entri("bab_4", BAB, "Penutup", selalu),
    Entri("kesimpulan", HURUF, "{n[kesimpulan]}", selalu),
    Entri("saran", HURUF, "{n[saran]}", berteks("saran")),
    Entri("lampiran_perjanjian", LAMPIRAN, PERJANJIAN, bersah),
    Entri("lampiran_pengukuran", LAMPIRAN, "Pengukuran Kinerja Tahun {p.tahun}", berindikator),
    Entri("lampiran_desa", LAMPIRAN, "Daftar Desa menurut Status Tahun {p.tahun}", berdesa),
)
PANJANG = "Persentase Perbandingan Target dan Realisasi Indikator Kinerja Tahun {p.tahun}"
TABEL_AWAL = (
    Entri("pegawai_status", "1", "Jumlah Pegawai {p.dinas.nama}", berpegawai("status")),
    Entri(
        "pegawai_pendidikan",
        "1",
        "Sumber Daya Manusia Berdasarkan Pendidikan",
        berpegawai("pendidikan"),
    ),
    Entri(
        "pegawai_golongan",
        "1",
        "Sumber Daya Manusia Berdasarkan Pangkat/Golongan",
        berpegawai("golongan"),
    ),
    Entri("renstra", "2", "Target Indikator{p.masa}", lambda isi: isi.renstra.baris),
    Entri("perjanjian", "2", "{p.janji} Tahun {p.tahun}", berdefinisi("iku")),
    Entri("anggaran", "2", "Program dan Anggaran {p.janji} Tahun {p.tahun}", berprogram),
    Entri("iku", "2", "Indikator Kinerja Utama (IKU){p.masa}", berdefinisi("iku")),
    Entri("ikk", "2", "Indikator Kinerja Kunci (IKK){p.masa}", berdefinisi("ikk")),
    Entri("setahun", "3", PANJANG, berindikator),
    Entri("iku_tahun", "3", "Perbandingan Capaian Indikator Kinerja Utama", bertahun("iku")),
    Entri(
        "ikk_tahun",
        "3",
        "Perbandingan Target dan Realisasi Indikator Kinerja Kunci",
        bertahun("ikk"),
    ),
    Entri("jangka_menengah", "3", JANGKA, berjangka),
    Entri(
        "pembanding",
        "3",
        "Status Desa menurut {p.indeks} di Daerah, Provinsi, dan Nasional Tahun {p.tahun}",
        lambda isi: isi.pembanding,
    ),
)
STATUS_DUA_TAHUN = "Status Desa menurut {p.indeks} Tahun {lalu} dan {p.tahun}"
TABEL_AKHIR = (
    Entri(
        "efisiensi",
        "3",
        "Efisiensi Penggunaan Anggaran Sub Kegiatan Tahun {p.tahun}",
        lambda isi: isi.efisiensi,
    ),
    Entri("program", "3", "Program dan Kegiatan Tahun {p.tahun}", berkeluaran),
    Entri("status", "3", STATUS_DUA_TAHUN, berstatus),
    Entri(
        "matriks",
        "3",
        "Perpindahan Status Desa dari Tahun {lalu} ke Tahun {p.tahun}",
        berpindah,
    ),
    Entri("kecamatan", "3", "Status Desa menurut {p.kecamatan} Tahun {p.tahun}", berdesa),
    Entri(
        "pindah",
        "3",
        "Desa yang Berpindah Status dari Tahun {lalu} ke Tahun {p.tahun}",
        lambda isi: isi.desa.pindah,
    ),
    Entri(
        "tertinggal",
        "3",
        "Desa yang Masih Tertinggal Tahun {p.tahun}",
        lambda isi: isi.desa.tertinggal,
    ),
    Entri(
        "rekomendasi",
        "3",
        "Rekomendasi Hasil Evaluasi dan Tindak Lanjutnya",
        berekomendasi,
    ),
    Entri("keuangan", "3", "Akuntabilitas Keuangan Tahun {p.tahun}", berprogram),
    Entri("sah_target", "L", "Target Perjanjian Kinerja", bersah),
    Entri("sah_anggaran", "L", "Anggaran Perjanjian Kinerja", bersah),
    Entri("pengukuran", "L", "Pengukuran Kinerja Tahun {p.tahun}", berindikator),
    Entri("desa", "L", "Status Tiap Desa menurut {p.indeks} Tahun {p.tahun}", berdesa),
)
GAMBAR_AWAL = (
    Entri(
        "organisasi",
        "",
        "Struktur Organisasi {p.dinas.nama} {p.dinas.daerah}",
        lambda isi: isi.bidang,
    ),
    Entri("capaian", "", "Capaian Indikator Kinerja Tahun {p.tahun} (persen)", berindikator),
)
GAMBAR_AKHIR = (
    Entri("status", "", "Banyak Desa menurut Status {p.indeks} per Tahun", berstatus),
    Entri("penyerapan", "", "Penyerapan Anggaran per Program Tahun {p.tahun}", berprogram),
    Entri("peta", "", "Peta Petak Status Desa menurut {p.kecamatan} Tahun {p.tahun}", berdesa),
)


def gambar_indikator(satu: Analisis) -> Entri:
    """Gambar satu indikator."""
    judul = f"Target dan Realisasi {satu.sebutan}"
    return Entri(satu.tempat, "", judul, lambda isi: satu.is_bergambar)


def tabel_program(satu: Analisis) -> Entri:
    """Program pendukung satu indikator."""
    judul = f"Program Pendukung {satu.sebutan}"
    return Entri(satu.tempat, "3", judul, lambda isi: satu.program)
