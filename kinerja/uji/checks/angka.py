"""V11: tiap angka kalimat terhadap besaran pokoknya pada tahun yang dibicarakan."""

import re
from decimal import Decimal

from documents.uji import Perbandingan
from kinerja.aturan.angka_kalimat import PERSEN, RUPIAH, AngkaKalimat
from kinerja.aturan.masa import is_akhir, is_masa_lain
from kinerja.aturan.niat import is_niat
from kinerja.aturan.ujaran import (
    BAGIAN,
    DARI,
    KURANG,
    MENJADI,
    NILAI,
    PAGU,
    REALISASI,
    SELISIH,
    SEMULA,
    SISA,
    TARGET,
    besaran,
    is_dari_pagu,
    peran,
)
from kinerja.uji.checks import subjek as s
from kinerja.uji.checks.ucapan import Ucapan

SebesarIni = tuple[str, int, Decimal]  # besaran, tahun, nilai
SEBUTAN = {s.PEMBILANG: "pembilang", s.BAGIAN: "bagian", s.BANYAK: "banyaknya"}
# angka di belakangnya milik yang lain
_ASING = re.compile(
    r"\b(?:kehadiran|pegawai|aparatur|asn|pns|peserta|responden|masyarakat|warga|penduduk|keluarga"
    r"|kader|kegiatan|rapat|pelatihan|bimtek|bimbingan|monitoring|pembinaan|survei|kuesioner|bobot|"
    r"kontribusi|dokumen|kecamatan|perempuan|laki-laki|dana\s+desa|pendapatan|bumdes\w*|koperasi|didukung"
    r"|dibantu|melalui|karena|akibat|disebabkan|oleh|rata-rata\s+(?:nasional|provinsi)|pajak|bunga"
    r"|honor\w*|gaji|perjalanan|aplikasi|wilayah|bulan|hari)\b",
    re.IGNORECASE,
)
_MILIK_LAIN = re.compile(
    r"^\s*(?:dari\s+)?(?:(?:jumlah|total|seluruh|semua)\s+)?(?:pegawai|aparatur|asn|pns|peserta"
    r"|responden|masyarakat|warga|penduduk|kader|perangkat|kepala|kegiatan|program|dokumen|bumdes"
    r"|kecamatan|posyandu|anggota|keluarga)\b",
    re.IGNORECASE,
)
_DARI_DESA = re.compile(r"^\s*\)?\s*dari\s+(?:[a-z]+\s+){0,2}(?:[\d.]+\s+)?desa\b", re.IGNORECASE)
_PINDAH = re.compile(
    r"^(?:\s+(?:yang|telah|sudah|berhasil|dapat|akan))*\s+(?:(?:ter|di)entas\w*|naik|turun|keluar"
    r"|beralih|berubah|berpindah|meningkat|yang|menjadi|penerima|lainnya)\b",
    re.IGNORECASE,
)
_SEBAGIAN = re.compile(
    r"\b(?:dari|target\w*|ditargetkan|sebagian|tambahan|menjadi|sasaran|lokus|lokasi|bagi|kepada"
    r"|pada|di|untuk)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


def angka_kalimat(ucapan: Ucapan, jenis: tuple[type[s.Subjek], ...]) -> Perbandingan:
    """Yang berperan sebagai nilai, bagian, atau kekurangannya."""
    for satu in ucapan.ujaran.angka:
        milik = _pokok(satu, ucapan)
        if isinstance(milik, jenis) and not _is_lain(satu, ucapan, milik):
            yield from _satu(satu, milik, ucapan)


def _pokok(satu: AngkaKalimat, ucapan: Ucapan) -> s.Subjek | None:
    """Yang menempel di belakangnya, lalu yang terdekat di depannya, lalu satu-satunya."""
    disebut = _disebut(satu, ucapan)
    cocok = [sebut for sebut in ucapan.sebut if sebut.subjek.boleh(satu, disebut)]
    menempel = [sebut for sebut in cocok if satu.awal < sebut.awal <= satu.akhir]
    if menempel:
        return menempel[0].subjek
    di_depan = [sebut for sebut in cocok if sebut.akhir <= satu.awal]
    if di_depan:
        terdekat = max(sebut.akhir for sebut in di_depan)
        dekat = [sebut.subjek for sebut in di_depan if sebut.akhir == terdekat]
        return None if _is_berangkai(satu, ucapan, di_depan) else s.tunggal(dict.fromkeys(dekat))
    return s.tunggal(dict.fromkeys(sebut.subjek for sebut in cocok))


def _is_berangkai(satu: AngkaKalimat, ucapan: Ucapan, di_depan: list[s.Sebut]) -> bool:
    """“IKK 6 dan IKK 7 100 %”: satu angka bagi beberapa pokok tidak pasti milik yang mana."""
    akhir_lalu = max(
        (lain.akhir for lain in ucapan.ujaran.angka if lain.awal < satu.awal), default=0
    )
    sesudah = {sebut.subjek for sebut in di_depan if sebut.awal >= akhir_lalu and sebut.akhir}
    indikator = [pokok for pokok in sesudah if isinstance(pokok, s.SubjekIndikator)]
    return len(indikator) > 1


def _disebut(satu: AngkaKalimat, ucapan: Ucapan) -> str:
    """Besaran yang dikatakannya, menurut kata terdekat sampai di situ."""
    kalimat = ucapan.ujaran.kalimat
    sesudah = kalimat[satu.akhir :]
    sebelum = kalimat[: satu.awal] if _is_meneruskan(ucapan) else ucapan.ujaran.di_depan(satu)
    disebut = besaran(sebelum, sesudah)
    if is_dari_pagu(sesudah) and disebut != SISA:
        return REALISASI
    return disebut


def _is_meneruskan(ucapan: Ucapan) -> bool:
    """Pokoknya diteruskan, maka besarannya juga."""
    return all(sebut.awal == sebut.akhir for sebut in ucapan.sebut)


def _is_lain(satu: AngkaKalimat, ucapan: Ucapan, milik: s.Subjek) -> bool:
    """Niat, rumus, masa yang lebih pendek, atau angka milik yang lain."""
    sebelum = ucapan.ujaran.di_depan(satu)
    sesudah = ucapan.ujaran.kalimat[satu.akhir : ucapan.ujaran.akhir]
    if is_niat(sebelum) or _MILIK_LAIN.match(sesudah) or _TERCAPAINYA.search(sebelum):
        return True
    letak = [sebut.akhir for sebut in ucapan.sebut if sebut.akhir <= satu.awal]
    awal = max([ucapan.ujaran.awal, *letak])
    is_wilayah = isinstance(milik, s.SubjekWilayah) or milik == s.SubjekStatus(milik.kinerja, ())
    if _ASING.search(ucapan.ujaran.kalimat[awal : satu.awal]) and not is_wilayah:
        return True
    is_uang = isinstance(milik, s.SubjekUang)
    return is_masa_lain(ucapan.teks) and not is_uang


def _satu(satu: AngkaKalimat, milik: s.Subjek, ucapan: Ucapan) -> Perbandingan:
    kedudukan = peran(satu, ucapan.ujaran)
    semua = _besaran(satu, milik, ucapan, kedudukan)
    diketahui: list[SebesarIni] = []
    for tahun in ucapan.tahun_angka(satu):
        for nama in semua:
            nilai = milik.nilai(nama, tahun)
            if nilai is not None:
                diketahui.append((nama, tahun, nilai))
    if kedudukan == KURANG:
        diketahui = _kekurangan(satu, milik, ucapan)
    if not diketahui:
        return
    if satu.is_sama(nilai for _, _, nilai in diketahui):
        yield None
        return
    nama, tahun, nilai = diketahui[0]
    benar = milik.tulis(nama, nilai)
    sebutan = nama.capitalize()
    pesan = f"{sebutan} {milik.nama} tahun {tahun} bukan itu."
    yield ucapan.temuan(_kunci(satu, nama, milik, tahun), pesan, satu.cetak, benar)


def _kunci(satu: AngkaKalimat, nama: str, milik: s.Subjek, tahun: int) -> str:
    """Hal yang salah pada kalimatnya."""
    if isinstance(milik, s.SubjekStatus):
        return f"{milik.nama} {tahun}"
    if satu.satuan == PERSEN:
        return f"persen {satu.tulisan}"
    if satu.satuan == RUPIAH:
        return f"rupiah Rp {satu.tulisan}"
    return f"{nama} {satu.tulisan}"


def _besaran(satu: AngkaKalimat, milik: s.Subjek, ucapan: Ucapan, kedudukan: str) -> list[str]:
    """Besaran yang mungkin dimaksud; kosong bila angkanya tidak menyatakannya."""
    disebut = _disebut(satu, ucapan)
    if isinstance(milik, s.SubjekStatus | s.SubjekWilayah):
        return _besaran_status(satu, milik, ucapan, kedudukan)
    if isinstance(milik, s.SubjekKelompok) and milik.lingkup:
        return []
    boleh = list(milik.boleh(satu, disebut))
    if kedudukan == NILAI:
        return _besaran_nilai(satu, milik, ucapan, boleh)
    is_indikator = isinstance(milik, s.SubjekIndikator)
    if is_indikator and kedudukan == BAGIAN:
        return [REALISASI, s.PEMBILANG]
    if is_indikator and kedudukan == DARI:
        return [TARGET, s.PENYEBUT, s.SEMUA_DESA]
    return []


def _besaran_nilai(
    satu: AngkaKalimat, milik: s.Subjek, ucapan: Ucapan, boleh: list[str]
) -> list[str]:
    """Target akhir hanya bila disebut; persen dari banyak desa bukan capaian."""
    sesudah = ucapan.ujaran.kalimat[satu.akhir :]
    if isinstance(milik, s.SubjekIndikator) and satu.satuan == PERSEN and _DARI_DESA.match(sesudah):
        return [s.BAGIAN]
    if s.CAPAIAN_AKHIR in boleh and not _AKHIRNYA.search(ucapan.ujaran.kalimat):
        boleh.remove(s.CAPAIAN_AKHIR)
    if s.AKHIR in boleh:
        return [s.AKHIR] if is_akhir(ucapan.teks) else [TARGET]
    if isinstance(milik, s.SubjekUang) and milik.triwulan is None and is_masa_lain(ucapan.teks):
        return []
    if PAGU in boleh and _AWAL.search(ucapan.ujaran.di_depan(satu)):
        return []
    return boleh


_TERCAPAINYA = re.compile(r"\b(?:belum|tidak|kurang)\s+tercapainya\b", re.IGNORECASE)
_AKHIRNYA = re.compile(r"\b(?:akhir|setara)\b", re.IGNORECASE)
_AWAL = re.compile(
    r"\b(?:awal|murni|semula|sebelum\s+\w+|pergeseran|perubahan|refocusing|rasionalisasi|nasional"
    r"|usulan|diusulkan|tambahan|kebutuhan|diperlukan|dibutuhkan|membutuhkan|indikatif|renja|rka)\b",
    re.IGNORECASE,
)


def _besaran_status(
    satu: AngkaKalimat, milik: s.Subjek, ucapan: Ucapan, kedudukan: str
) -> list[str]:
    """Banyaknya desa; yang berpindah, sebagian, atau hanya sasarannya bukan."""
    ujaran = ucapan.ujaran
    if kedudukan in (SELISIH, SEMULA, MENJADI):
        return []
    menempel = [sebut for sebut in ucapan.sebut if satu.awal < sebut.awal <= satu.akhir]
    ujung = max([satu.akhir, *(sebut.akhir for sebut in menempel)])
    if _PINDAH.match(ujaran.kalimat[ujung : ujaran.akhir]):
        return []
    if menempel and not isinstance(milik, s.SubjekWilayah):
        is_sebagian = _SEBAGIAN.search(ujaran.di_depan(satu))
        return [] if is_sebagian or kedudukan in (BAGIAN, DARI) else [s.BANYAK]
    if kedudukan == BAGIAN:
        return [s.BANYAK]
    if kedudukan == DARI:
        return [s.PENYEBUT] if "berstatus" in ucapan.teks.lower() else []
    is_milik_semua = isinstance(milik, s.SubjekWilayah) or not getattr(milik, "status", True)
    if kedudukan != NILAI and not is_milik_semua:
        return []
    return list(milik.boleh(satu, ""))


def _kekurangan(satu: AngkaKalimat, milik: s.Subjek, ucapan: Ucapan) -> list[SebesarIni]:
    """Selisihnya dari target, atau dari tahun sebelumnya bila itu yang dibandingkan."""
    if not isinstance(milik, s.SubjekIndikator):
        return []
    hasil: list[SebesarIni] = []
    nama = (
        s.CAPAIAN if satu.satuan == PERSEN and REALISASI not in milik.boleh(satu, "") else REALISASI
    )
    for tahun in ucapan.tahun_pokok:
        kini = milik.nilai(nama, tahun)
        target = milik.nilai(TARGET, tahun) if nama == REALISASI else Decimal(100)
        lalu = milik.nilai(nama, tahun - 1)
        for lain in (target, lalu):
            if kini is not None and lain is not None:
                hasil.append((s.KEKURANGAN, tahun, abs(lain - kini)))
    return hasil
