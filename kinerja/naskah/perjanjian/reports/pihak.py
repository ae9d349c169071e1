"""Kedua pihak perjanjian menurut kantor, tingkat dan masa jabatannya."""

from accounts.models import Pejabat, PerangkatDaerah
from kinerja.models import PerjanjianKinerja

Tingkat = PerjanjianKinerja.TingkatJabatan
KANTOR_LAIN = "{nama} bukan pejabat {kantor}."
BUKAN_KEPALA = "Perjanjian eselon II milik kepala perangkat daerah; {nama} bukan kepalanya."
KEPALA = "{nama} kepala perangkat daerah; perjanjiannya eselon II."
ATASAN_II = "Atasan langsung kepala perangkat daerah ialah {kepala_daerah}; {nama} bukan."
ATASAN_III = "Atasan langsung eselon III ialah kepala perangkat daerahnya; {nama} bukan."
TIDAK_MENJABAT = "{nama} tidak menjabat pada tanggal dokumen."


def salah_pihak(pk: PerjanjianKinerja) -> dict[str, str]:
    """Kolom pihak yang tidak semestinya dan sebabnya; kosong bila keduanya semestinya."""
    kantor = pk.perangkat
    sebab = {
        "pihak_pertama": _pertama(pk, kantor) or _masa(pk, pk.pihak_pertama),
        "pihak_kedua": _kedua(pk, kantor) or _masa(pk, pk.pihak_kedua),
    }
    return {kolom: pesan for kolom, pesan in sebab.items() if pesan}


def _pertama(pk: PerjanjianKinerja, kantor: PerangkatDaerah) -> str:
    """Orang kantornya sendiri; kepalanya, dan hanya kepalanya, menjanjikan eselon II."""
    pejabat = pk.pihak_pertama
    nama = pejabat.nama
    if not _is_orang(pejabat, kantor):
        return KANTOR_LAIN.format(nama=nama, kantor=kantor)
    is_tingkat_kepala = pk.tingkat == Tingkat.ESELON_II
    if is_tingkat_kepala == pejabat.is_kepala:
        return ""
    pesan = BUKAN_KEPALA if is_tingkat_kepala else KEPALA
    return pesan.format(nama=nama)


def _kedua(pk: PerjanjianKinerja, kantor: PerangkatDaerah) -> str:
    """Kepala daerah, kepala perangkat daerah, lalu siapa pun yang membawahkannya di kantor itu."""
    pejabat = pk.pihak_kedua
    nama = pejabat.nama
    if pk.tingkat == Tingkat.ESELON_II:
        kepala_daerah = pk.kabupaten.sebutan_kepala
        pesan = ATASAN_II.format(nama=nama, kepala_daerah=kepala_daerah)
        return "" if pejabat.is_kepala_daerah else pesan
    if not _is_orang(pejabat, kantor):
        return KANTOR_LAIN.format(nama=nama, kantor=kantor)
    is_atasan = pejabat.is_kepala or pk.tingkat != Tingkat.ESELON_III
    if is_atasan:
        return ""
    return ATASAN_III.format(nama=nama)


def _is_orang(pejabat: Pejabat, kantor: PerangkatDaerah) -> bool:
    """Menjabat di kantor itu; kepala daerah tidak, di kantor mana pun ia dicatat."""
    return pejabat.perangkat_daerah_id == kantor.pk and not pejabat.is_kepala_daerah


def _masa(pk: PerjanjianKinerja, pejabat: Pejabat) -> str:
    """Tanggal naskahnya di dalam masa jabatan; tanpa tanggal belum ditanyakan."""
    if pk.tanggal is None or pejabat.is_menjabat(pk.tanggal):
        return ""
    return TIDAK_MENJABAT.format(nama=pejabat.nama)
