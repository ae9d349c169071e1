"""Sebab dan solusi yang ditulis orang tentang capaian tiap indikator satu tahun."""

from kinerja.aturan.capaian import SERATUS
from kinerja.aturan.rencana import TRIWULAN
from kinerja.models import Indikator, Sasaran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

JENIS = ("iku", "ikk")
SEBAB = ("penghambat", "tindak_lanjut")
FAKTOR = ("pendorong", *SEBAB)


def belum_tercapai(kinerja: TahunKinerja) -> list[Ukuran]:
    """IKU dan IKK yang capaiannya terhitung dan di bawah seratus persen."""
    hasil = []
    for ukuran in _semua(kinerja):
        rasio = ukuran.capaian.rasio
        if rasio is not None and rasio < SERATUS:
            hasil.append(ukuran)
    return hasil


def is_bersebab(kinerja: TahunKinerja, ukuran: Ukuran) -> bool:
    """Sebab hasilnya tertulis di salah satu tempatnya.

    Tempatnya penjelasan realisasinya, atau penghambat dan tindak lanjut triwulan terakhir pada
    sub kegiatan program yang mendukung sasarannya.
    """
    return _is_berpenjelasan(ukuran) or _is_tertulis(kinerja, ukuran.indikator, SEBAB)


def is_beranalisis(kinerja: TahunKinerja) -> bool:
    """Ada sebab, pendorong atau solusi yang ditulis bagi salah satu indikatornya."""
    for ukuran in _semua(kinerja):
        is_penjelas = _is_berpenjelasan(ukuran)
        if is_penjelas or _is_tertulis(kinerja, ukuran.indikator, FAKTOR):
            return True
    return False


def sasaran_tanpa_program(kinerja: TahunKinerja) -> list[Sasaran]:
    """Sasaran yang diperjanjikan dan tidak didukung program urusan mana pun, urut nomornya.

    Program yang tidak menyebut sasarannya mendukung semuanya; sebelum ada program, tidak ada.
    """
    urusan = []
    for uang in kinerja.anggaran.baris:
        if not uang.is_penunjang:
            urusan.append(uang.program)
    didukung = {program.sasaran_id for program in urusan}
    if not urusan or None in didukung:
        return []
    tanpa: dict[int, Sasaran] = {}
    for indikator in kinerja.pengukuran.indikator:
        if indikator.is_perjanjian and indikator.sasaran_id not in didukung:
            tanpa[indikator.sasaran_id] = indikator.sasaran
    return sorted(tanpa.values(), key=lambda satu: satu.nomor)


def _semua(kinerja: TahunKinerja) -> list[Ukuran]:
    """IKU dan IKK tahun itu menurut urutannya, juga yang capaiannya belum terhitung."""
    pengukuran = kinerja.pengukuran
    hasil = []
    for indikator in pengukuran.indikator:
        if indikator.jenis in JENIS:
            hasil.append(pengukuran.ukur(indikator))
    return hasil


def _is_berpenjelasan(ukuran: Ukuran) -> bool:
    isian = ukuran.isian
    return isian is not None and bool(isian.penjelasan.strip())


def _is_tertulis(kinerja: TahunKinerja, indikator: Indikator, kolom: tuple[str, ...]) -> bool:
    """Pada sub kegiatan program urusan yang mendukung sasarannya, atau semua sasaran."""
    penunjang = set()
    for uang in kinerja.anggaran.baris:
        if uang.is_penunjang:
            penunjang.add(uang.program.pk)
    for simpul in kinerja.pohon.program:
        program = simpul.obj
        is_sasaran = program.sasaran_id in (None, indikator.sasaran_id)
        if not is_sasaran or program.pk in penunjang:
            continue
        for sub in simpul.baris_sub:
            if any(sub.uraian(satu, TRIWULAN[-1]) for satu in kolom):
                return True
    return False
