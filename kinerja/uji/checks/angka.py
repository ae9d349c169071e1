"""V11: tiap angka kalimat terhadap besaran pokoknya pada tahun yang dibicarakan."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from documents.uji import Perbandingan, Temuan
from kinerja.aturan.angka_kalimat import PERSEN, RUPIAH, AngkaKalimat
from kinerja.aturan.capaian import SERATUS
from kinerja.aturan.masa import is_masa_lain
from kinerja.aturan.niat import is_niat
from kinerja.aturan.ujaran import (
    CAPAIAN,
    KURANG,
    NILAI,
    REALISASI,
    SISA,
    TARGET,
    besaran,
    is_dari_pagu,
    peran,
)
from kinerja.uji.checks.berurutan import Dibagikan, Jatah, berurutan
from kinerja.uji.checks.besaran import besaran_dimaksud
from kinerja.uji.checks.subjek import (
    KEKURANGAN,
    Diketahui,
    SebesarIni,
    Sebut,
    Subjek,
    SubjekIndikator,
    tunggal,
)
from kinerja.uji.checks.subjek_baris import SubjekBaris
from kinerja.uji.checks.subjek_lain import SubjekStatus, SubjekUang, is_wilayah
from kinerja.uji.checks.ucapan import Ucapan

SemuaSebut = list[Sebut]
# angka di belakangnya milik yang lain
_ASING = re.compile(
    r"\b(?:kehadiran|pegawai|aparatur|asn|pns|peserta|responden|masyarakat|warga|penduduk|keluarga"
    r"|kader|(?<!sub )kegiatan"
    r"|rapat|pelatihan|bimtek|bimbingan|monitoring|pembinaan|survei|kuesioner|bobot|"
    r"kontribusi|dokumen|kecamatan|perempuan|laki-laki|dana\s+desa|pendapatan"
    r"|bumdes\w*|koperasi|didukung"
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
_TERCAPAINYA = re.compile(r"\b(?:belum|tidak|kurang)\s+tercapainya\b", re.IGNORECASE)


def angka_kalimat(ucapan: Ucapan, jenis: tuple[type[Subjek], ...]) -> Perbandingan:
    """Yang berperan sebagai nilai, bagian, atau kekurangannya."""
    dibagikan = berurutan(ucapan)
    yield from _dibagikan(dibagikan, ucapan, jenis)
    sendiri = [satu for satu in ucapan.ujaran.angka if satu not in dibagikan]
    for satu in sendiri:
        disebut = _disebut(satu, ucapan)
        milik = _pokok(satu, ucapan, disebut)
        if isinstance(milik, jenis) and not _is_lain(satu, ucapan, milik):
            yield from _satu(satu, milik, ucapan, disebut)


def _dibagikan(
    dibagikan: Dibagikan,
    ucapan: Ucapan,
    jenis: tuple[type[Subjek], ...],
) -> Perbandingan:
    """Tiap angka bagi tiap pokok yang mendapatnya."""
    for satu, semua in dibagikan.items():
        for milik in semua:
            is_jenis = isinstance(milik.subjek, jenis)
            if is_jenis and not _is_lain(satu, ucapan, milik.subjek):
                yield from _bagian(satu, ucapan, milik)


def _bagian(satu: AngkaKalimat, ucapan: Ucapan, milik: Jatah) -> Perbandingan:
    """Angka yang dibagikan kepada satu pokok."""
    subjek = milik.subjek
    semua = besaran_dimaksud(satu, subjek, ucapan, NILAI, milik.disebut)
    diketahui = subjek.diketahui(semua, ucapan.tahun_pokok)
    if not diketahui:
        return
    if satu.is_sama(nilai for _, _, nilai in diketahui):
        yield None
        return
    nama, tahun, nilai = diketahui[0]
    pesan = f"{nama.capitalize()} {subjek.nama} tahun {tahun} bukan itu."
    yang = f"{subjek.nama} {nama} {satu.cetak}"
    yield ucapan.temuan(yang, pesan, satu.cetak, subjek.tulisan(nama, nilai))


def _pokok(satu: AngkaKalimat, ucapan: Ucapan, disebut: str) -> Subjek | None:
    """Yang menempel di belakangnya, lalu yang terdekat di depannya, lalu satu-satunya."""
    cocok = [sebut for sebut in ucapan.sebut if sebut.subjek.boleh(satu, disebut)]
    menempel = [sebut for sebut in cocok if sebut.is_menempel(satu)]
    if menempel:
        return menempel[0].subjek
    di_depan = [sebut for sebut in cocok if sebut.akhir <= satu.awal]
    if not di_depan:
        return _satu_satunya(cocok)
    if _is_berangkai(satu, ucapan, di_depan):
        return None
    terdekat = max(sebut.akhir for sebut in di_depan)
    return _satu_satunya(sebut for sebut in di_depan if sebut.akhir == terdekat)


def _satu_satunya(semua: Iterable[Sebut]) -> Subjek | None:
    subjek = dict.fromkeys(sebut.subjek for sebut in semua)
    return tunggal(subjek)


def _is_berangkai(satu: AngkaKalimat, ucapan: Ucapan, di_depan: SemuaSebut) -> bool:
    """“IKK 6 dan IKK 7 100 %”: satu angka bagi beberapa pokok tidak pasti milik yang mana."""
    lebih_dahulu = []
    for lain in ucapan.ujaran.angka:
        if lain.awal < satu.awal:
            lebih_dahulu.append(lain.akhir)
    akhir_lalu = max(lebih_dahulu, default=0)
    sesudah = []
    for sebut in di_depan:
        if sebut.akhir and sebut.awal >= akhir_lalu:
            sesudah.append(sebut)
    indikator = {sebut.subjek for sebut in sesudah if isinstance(sebut.subjek, SubjekIndikator)}
    return len(indikator) > 1


def _disebut(satu: AngkaKalimat, ucapan: Ucapan) -> str:
    """Besaran yang dikatakannya, menurut kata terdekat sampai di situ."""
    kalimat = ucapan.ujaran.kalimat
    sesudah = kalimat[satu.akhir :]
    sebelum = ucapan.ujaran.di_depan(satu)
    if ucapan.is_meneruskan:
        sebelum = kalimat[: satu.awal]
    disebut = besaran(sebelum, sesudah)
    if is_dari_pagu(sesudah) and disebut != SISA:
        return REALISASI
    return disebut


def _is_lain(satu: AngkaKalimat, ucapan: Ucapan, milik: Subjek) -> bool:
    """Niat, masa yang lebih pendek, atau angka milik yang lain."""
    sebelum = ucapan.ujaran.di_depan(satu)
    sesudah = ucapan.ujaran.di_belakang(satu)
    if is_niat(sebelum) or _MILIK_LAIN.match(sesudah) or _TERCAPAINYA.search(sebelum):
        return True
    if not is_wilayah(milik) and _ASING.search(_sejak_pokok(satu, ucapan, milik)):
        return True
    return not isinstance(milik, SubjekUang) and is_masa_lain(ucapan.teks)


def _sejak_pokok(satu: AngkaKalimat, ucapan: Ucapan, milik: Subjek) -> str:
    """Yang ditulis di antara pokok terakhir dan angkanya."""
    letak = list(_sesatuan(satu, ucapan)) if isinstance(milik, SubjekBaris) else []
    for sebut in ucapan.sebut:
        if sebut.akhir <= satu.awal:
            letak.append(sebut.akhir)
    awal = max([ucapan.ujaran.awal, *letak])
    return ucapan.ujaran.kalimat[awal : satu.awal]


def _sesatuan(satu: AngkaKalimat, ucapan: Ucapan) -> Iterator[int]:
    """Ujung angka lain yang sesatuan di depannya: “2 dokumen dari target 2 dokumen”."""
    for lain in ucapan.ujaran.angka:
        if lain.satuan == satu.satuan and lain.akhir <= satu.awal:
            yield lain.akhir


def _satu(
    satu: AngkaKalimat,
    milik: Subjek,
    ucapan: Ucapan,
    disebut: str,
) -> Perbandingan:
    """Satu angka; yang tidak diketahui benarnya tidak dibandingkan."""
    kedudukan = peran(satu, ucapan.ujaran)
    if kedudukan == KURANG:
        diketahui = _kekurangan(satu, milik, ucapan)
    else:
        semua = besaran_dimaksud(satu, milik, ucapan, kedudukan, disebut)
        diketahui = milik.diketahui(semua, ucapan.tahun_angka(satu))
    if not diketahui:
        return
    if satu.is_sama(nilai for _, _, nilai in diketahui):
        yield None
    else:
        yield _temuan(satu, milik, ucapan, diketahui[0])


def _temuan(
    satu: AngkaKalimat,
    milik: Subjek,
    ucapan: Ucapan,
    benar: SebesarIni,
) -> Temuan:
    nama, tahun, nilai = benar
    pesan = f"{nama.capitalize()} {milik.nama} tahun {tahun} bukan itu."
    yang = f"{nama} {satu.tulisan}"
    if isinstance(milik, SubjekStatus):
        yang = f"{milik.nama} {tahun}"
    elif satu.satuan == PERSEN:
        yang = f"persen {satu.tulisan}"
    elif satu.satuan == RUPIAH:
        yang = f"rupiah Rp {satu.tulisan}"
    return ucapan.temuan(yang, pesan, satu.cetak, milik.tulisan(nama, nilai))


def _kekurangan(satu: AngkaKalimat, milik: Subjek, ucapan: Ucapan) -> Diketahui:
    """Selisihnya dari target, atau dari tahun sebelumnya bila itu yang dibandingkan."""
    if not isinstance(milik, SubjekIndikator):
        return []
    hasil: Diketahui = []
    is_capaian = satu.satuan == PERSEN and REALISASI not in milik.boleh(satu, "")
    nama = CAPAIAN if is_capaian else REALISASI
    for tahun in ucapan.tahun_pokok:
        target = SERATUS if is_capaian else milik.nilai(TARGET, tahun)
        kini = milik.nilai(nama, tahun)
        lalu = milik.nilai(nama, tahun - 1)
        for lain in (target, lalu):
            selisih = _selisih(kini, lain)
            if selisih is not None:
                hasil.append((KEKURANGAN, tahun, selisih))
    return hasil


def _selisih(kini: Decimal | None, lain: Decimal | None) -> Decimal | None:
    """Tanpa tanda; `None` bila salah satunya tidak diketahui."""
    if kini is None or lain is None:
        return None
    return abs(lain - kini)
