"""Kata pengantar, ikhtisar, dan BAB I."""

from core.daerah import Daerah, dewan
from kinerja.models import Peraturan
from kinerja.naskah.lkjip.naskah_awal import desa, indikator
from kinerja.naskah.lkjip.naskah_awal.bahan import (
    PERATURAN_KELURAHAN,
    PMD,
    Bahan,
    berangkai,
    bernomor,
    butir,
    naskah,
    rangkai,
)
from kinerja.naskah.lkjip.naskah_awal.capaian import analisis_penyebab
from kinerja.tahun.sebab import is_beranalisis

Kewenangan = tuple[str, ...]
Hal = Peraturan.Hal
UANG = (
    "Anggaran yang dikelola berjumlah {anggaran.pagu}, terbilang {anggaran.pagu.terbilang}, untuk "
    "{program.jumlah} program.",
    "Yang terealisasi {anggaran.realisasi} ({anggaran.realisasi.terbilang}) atau "
    "{anggaran.persen}.",
)
KEWENANGAN_KABUPATEN: Kewenangan = (
    "penyelenggaraan penataan desa",
    "fasilitasi kerja sama antardesa dalam satu daerah kabupaten/kota",
    "pembinaan dan pengawasan penyelenggaraan administrasi pemerintahan desa",
    "pemberdayaan lembaga kemasyarakatan yang bergerak di bidang pemberdayaan desa dan lembaga "
    "adat tingkat daerah kabupaten/kota, serta masyarakat hukum adat yang masyarakat pelakunya "
    "hukum adat yang sama dalam daerah kabupaten/kota",
)
KEWENANGAN_KELURAHAN = (
    "Menurut {pembagian}, kewenangan {kota} yang seluruhnya kelurahan mencakup pemberdayaan "
    "lembaga kemasyarakatan dan lembaga adat tingkat daerah kabupaten/kota. Penataan desa, kerja "
    "sama antardesa, dan administrasi pemerintahan desa tidak ada padanya."
)
PEMBERDAYAAN_KELURAHAN = (
    "Pemberdayaan masyarakat di kelurahan dilaksanakan lurah di bawah camat menurut {menurut}."
)
KEWENANGAN_PROVINSI: Kewenangan = (
    "penetapan susunan kelembagaan, pengisian jabatan, dan masa jabatan kepala desa adat "
    "berdasarkan hukum adat",
    "fasilitasi kerja sama antardesa dari daerah kabupaten/kota yang berbeda dalam satu daerah "
    "provinsi",
    "pemberdayaan lembaga kemasyarakatan yang bergerak di bidang pemberdayaan desa dan lembaga "
    "adat tingkat daerah provinsi, serta masyarakat hukum adat yang masyarakat pelakunya hukum "
    "adat yang sama berada di lintas daerah kabupaten/kota",
)
FUNGSI = (
    "perumusan kebijakan sesuai dengan lingkup tugasnya",
    "pelaksanaan kebijakan sesuai dengan lingkup tugasnya",
    "pelaksanaan evaluasi dan pelaporan sesuai dengan lingkup tugasnya",
    "pelaksanaan administrasi dinas sesuai dengan lingkup tugasnya",
    "pelaksanaan fungsi lain yang diberikan oleh {kepala_daerah} terkait dengan tugas dan "
    "fungsinya",
)


def kata_pengantar(bahan: Bahan) -> str:
    kewajiban = ""
    if sakip := bahan.menurut(Hal.SAKIP):
        kewajiban = f"Laporan ini memenuhi kewajiban perangkat daerah menurut {sakip}."
    susunan = ""
    if lkjip := bahan.menurut(Hal.LKJIP):
        susunan = f"Susunannya mengikuti {lkjip}."
    janji = ""
    if bahan.is_bertarget:
        kinerja = "janji kinerja" if bahan.kinerja.is_berperjanjian else "kinerja"
        janji = (
            f"Di dalamnya kami mempertanggungjawabkan {kinerja} tahun {{tahun}}: sasaran yang "
            "ditargetkan, hasil yang dicapai, anggaran yang digunakan, serta hal-hal yang masih "
            "harus diperbaiki."
        )
    return naskah(
        "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa. Atas rahmat-Nya Laporan "
        "Kinerja Instansi Pemerintah (LKjIP) {dinas} {kabupaten} Tahun {tahun} dapat diselesaikan.",
        bahan.kalimat(kewajiban, susunan, janji),
        f"Kami menyampaikan terima kasih kepada pemerintah {desa.sebutan_desa(bahan)}, "
        f"{bahan.sebutan['kecamatan']}, lembaga kemasyarakatan, dan seluruh pegawai yang bekerja "
        "bersama kami sepanjang tahun ini. Saran dan kritik atas laporan ini kami terima dengan "
        "terbuka agar pengukuran dan pelaporan kinerja pada tahun berikutnya semakin baik.",
        "Semoga laporan ini bermanfaat sebagai pertanggungjawaban kepada masyarakat dan sebagai "
        "dasar pengambilan keputusan dalam pembangunan di {kabupaten}.",
    )


def ikhtisar(bahan: Bahan) -> str:
    iku = bahan.ukuran("iku")
    hasil = bahan.terpilih(indikator.ringkas(bahan, satu) for satu in iku)
    pengantar = "Hasil pengukuran indikator kinerja utama tahun {tahun} adalah sebagai berikut:"
    terhadap = ""
    if bahan.is_bertarget:
        ukuran = "Perjanjian Kinerja" if bahan.kinerja.is_berperjanjian else "target"
        terhadap = f" dan mengukurnya terhadap {ukuran} tahun yang sama"
    return naskah(
        bahan.kalimat(
            "Laporan Kinerja {dinas} {kabupaten} Tahun {tahun} menyajikan kinerja dinas selama "
            f"tahun {{tahun}}{terhadap}.",
            "Tahun {tahun} termasuk dalam {periode}.",
            "Rata-rata capaian indikator kinerja utama adalah {capaian.rata_iku}.",
        ),
        butir(hasil, pengantar),
        desa.perkembangan(bahan),
        bahan.kalimat(*UANG),
        _isi_bab(bahan),
    )


def _isi_bab(bahan: Bahan) -> str:
    """Yang diuraikan bab-babnya: sebab dan evaluasi hanya disebut bila ada."""
    isi = ["capaian"]
    if is_beranalisis(bahan.kinerja) or analisis_penyebab(bahan):
        isi.append("penyebab keberhasilan dan hambatan")
    isi.append("penggunaan anggaran")
    if bahan.kinerja.akip:
        isi.append("tindak lanjut atas evaluasi sebelumnya")
    semua = rangkai(isi, "serta")
    return f"{semua.capitalize()} diuraikan dalam bab-bab laporan ini."


def gambaran_umum(bahan: Bahan) -> str:
    wilayah = ""
    if luas := desa.wilayah(bahan):
        wilayah = f"Wilayah kerjanya {{kabupaten}} dengan {luas}."
    return naskah(
        bahan.kalimat(
            "{dinas} {kabupaten} adalah perangkat daerah yang melaksanakan urusan pemerintahan "
            f"di bidang {bahan.sebutan_urusan}.",
            "Kedudukan, susunan organisasi, tugas, dan fungsinya ditetapkan dengan "
            "{dasar_hukum_dinas}.",
        ),
        bahan.kalimat(
            "Dinas dipimpin oleh seorang kepala dinas yang berada di bawah dan bertanggung jawab "
            "kepada {kepala_daerah} melalui Sekretaris Daerah.",
            wilayah,
            "Pada tanggal 31 Desember {tahun} dinas didukung oleh {pegawai.status.jumlah} orang "
            "pegawai; rinciannya disajikan dalam tabel sumber daya manusia.",
        ),
    )


def kewenangan(bahan: Bahan) -> str:
    kabupaten = bahan.kinerja.kabupaten
    pembagian = bahan.menurut(Hal.URUSAN) or "pembagian urusan pemerintahan"
    if PMD not in bahan.urusan:
        return (
            f"Menurut {pembagian}, dinas melaksanakan kewenangan {kabupaten.sebutan.lower()} di "
            f"bidang {bahan.sebutan_urusan}."
        )
    if not bahan.is_berdesa:
        return _kewenangan_kelurahan(bahan, pembagian)
    semua = KEWENANGAN_KABUPATEN
    if kabupaten.jenis == Daerah.PROVINSI:
        semua = KEWENANGAN_PROVINSI
    pengantar = (
        f"Menurut {pembagian}, kewenangan {kabupaten.sebutan.lower()} di bidang pemberdayaan "
        "masyarakat dan desa mencakup:"
    )
    return bernomor(berangkai(semua), pengantar)


def _kewenangan_kelurahan(bahan: Bahan, pembagian: str) -> str:
    """Daerah tanpa desa: lembaga kemasyarakatan, dan kelurahan menurut peraturannya."""
    kota = bahan.kinerja.kabupaten.sebutan.lower()
    menurut = [satu.nama for satu in bahan.landasan if satu.nama in PERATURAN_KELURAHAN]
    kelurahan = ""
    if menurut:
        kelurahan = PEMBERDAYAAN_KELURAHAN.format(menurut=rangkai(menurut))
    return naskah(KEWENANGAN_KELURAHAN.format(pembagian=pembagian, kota=kota), kelurahan)


def tugas_fungsi(bahan: Bahan) -> str:
    menurut = ""
    if perangkat := bahan.menurut(Hal.PERANGKAT):
        menurut = f" menurut {perangkat}"
    pengantar = (
        "{dinas} bertugas membantu {kepala_daerah} melaksanakan urusan pemerintahan di bidang "
        f"{bahan.sebutan_urusan}. Dalam melaksanakan tugas tersebut dinas{menurut} "
        "menyelenggarakan fungsi:"
    )
    bagian = ""
    if bahan.bidang:
        bagian = butir(berangkai(bahan.bidang), "Tugas dan fungsi itu dilaksanakan oleh:")
    return naskah(bernomor(berangkai(FUNGSI), pengantar), bagian)


def maksud_tujuan(bahan: Bahan) -> str:
    wakil = dewan(bahan.kinerja.kabupaten.kode, bahan.kinerja.tahun)
    tujuan = (
        f"memberi keterangan yang terukur kepada {{kepala_daerah}}, {wakil}, dan masyarakat "
        "mengenai kinerja yang dijanjikan dan yang dicapai",
        "menilai keberhasilan dan hambatan pencapaian sasaran tahun {tahun} sebagai dasar "
        "perbaikan berkelanjutan",
        "menyediakan bahan bagi perencanaan, penganggaran, dan evaluasi kinerja pada tahun "
        "berikutnya",
    )
    return naskah(
        "LKjIP disusun untuk mempertanggungjawabkan pelaksanaan tugas, penggunaan sumber daya, dan "
        "pencapaian sasaran {dinas} {kabupaten} selama tahun {tahun}.",
        bernomor(berangkai(tujuan), "Tujuan penyusunannya adalah:"),
    )


def landasan_hukum(bahan: Bahan) -> str:
    semua = [satu.sebutan for satu in bahan.landasan]
    sendiri = "{dasar_hukum_dinas}"
    if bahan.is_diketahui(sendiri) and not _is_disebut(bahan, semua):
        semua.append(sendiri)
    if not semua:
        return ""
    pengantar = "Laporan ini disusun berdasarkan peraturan perundang-undangan berikut:"
    return bernomor(berangkai(semua), pengantar)


def _is_disebut(bahan: Bahan, semua: list[str]) -> bool:
    """Dasar hukum dinas sudah dicatat kantornya di antara peraturan daerahnya."""
    dasar = bahan.kinerja.dinas.dasar_hukum.lower()
    return any(dasar in satu.lower() or satu.lower() in dasar for satu in semua)
