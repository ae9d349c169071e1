"""Yang dapat dibaca dari satuan dan kata indikator: desimal cetak dan usulan aturannya."""

import re
from collections.abc import Sequence
from decimal import Decimal

from core.angka import bersatuan, ringkas
from kinerja.aturan.capaian import Sebutan
from kinerja.aturan.keadaan import Khusus
from kinerja.aturan.periode import Cara, Isian, Pecahan, angka

DESIMAL_BIASA = 2
DESIMAL_UKURAN = 1
DESIMAL_INDEKS = 4
DESIMAL_ISIAN = 4  # paling banyak pada angka yang diisi orang
# hasil kerja yang bertambah sepanjang tahun
_HASIL_KERJA = """
    berkas buku dokumen eksemplar kali kegiatan laporan lembar
    naskah paket perbup perda rapat rekomendasi sertifikat set surat
"""
KELUARAN = frozenset(_HASIL_KERJA.split())
BERULANG = frozenset(  # bertambah, kecuali kata indikatornya menyebut keadaan yang dijaga
    {"buah", "bulan", "hari", "jam", "orang", "peserta", "unit"}
)
# yang ditakar, bukan dihitung: lama, panjang, luas, berat, isi
_TAKARAN = """
    detik menit jam hari minggu bulan triwulan semester tahun
    cm m meter km kilometer
    m2 m² km2 km² ha hektar hektare
    gram kg kilogram kuintal kwintal ton liter m3 m³
"""
UKURAN = frozenset({"meter persegi", *_TAKARAN.split()})
_PELAKU = """
    bumdes bumdesma desa kader kecamatan kelompok kelurahan
    koperasi lembaga lpm pkk posyandu rt rw warga
"""
# keadaan, kejadian dan tempat: dihitung satu per satu, tidak dijumlahkan sepanjang tahun
_KEJADIAN = """
    aduan desa/kelurahan distrik gampong jiwa kabupaten kampung kasus kejadian keluarga
    kk lokasi nagari pengaduan perusahaan rumah titik
"""
_BERHITUNG = KELUARAN | BERULANG | {"bum desa", *_PELAKU.split(), *_KEJADIAN.split()}
PERSEN = frozenset({"%", "persen"})
# satuan hasil bagi -> pengali rumusnya
PENGALI = {
    **dict.fromkeys((*PERSEN, "persentase"), 100),
    **dict.fromkeys(("‰", "permil", "per mil", "promil"), 1000),
}
FAKTOR = (1, 100, 1000, 10_000, 100_000, 1_000_000)
# titik ribuannya sudah dibuang; “per 100 ribu penduduk”
_PER = re.compile(r"\bper\s+(10*)?\s*(ribu|seribu|juta|sejuta)?\b")
_KELIPATAN = {"ribu": 1000, "seribu": 1000, "juta": 1_000_000, "sejuta": 1_000_000}
CACAHAN = _BERHITUNG - UKURAN
_BERTAHAP = re.compile(
    r"\b(aktif|cakupan|dipelihara|gaji|indeks|nilai|persentase|predikat|terpelihara|tingkat)\b",
    re.IGNORECASE,
)
_INDEKS_DESA = re.compile(r"\b(desa|idm|iks|ike|ikl)\b", re.IGNORECASE)
_RATA = re.compile(r"^\s*rata-?\s?rata\b", re.IGNORECASE)


def _baku(satuan: str) -> str:
    """Tanpa beda huruf besar dan spasi di tepinya."""
    return satuan.strip().lower()


def is_ukuran(satuan: str) -> bool:
    """Ditakar, sehingga boleh berpecahan: 1,5 jam."""
    return _baku(satuan) in UKURAN


def desimal_hasil(satuan: str, *, is_hasil_bagi: bool, nama: str = "") -> int:
    """Rata-rata dan hasil bagi cacahan bukan cacahan: 3,67 orang.

    Indeks bernilai 0–1 hanya indeks desa; indeks lain (80,25) dua desimal.
    """
    desimal = desimal_satuan(satuan)
    if desimal == DESIMAL_INDEKS and nama and not _INDEKS_DESA.search(nama):
        return DESIMAL_BIASA
    if is_hasil_bagi and desimal == 0:
        return DESIMAL_BIASA
    return desimal


def is_persen(satuan: str) -> bool:
    """`%` atau katanya."""
    return _baku(satuan) in PERSEN


def usulan_faktor(satuan: str, *, is_pecahan: bool) -> int:
    """Pengali rumus pecahan menurut satuannya: 100 bagi %, 1.000 bagi ‰ dan “per 1.000 …”."""
    if not is_pecahan:
        return 1
    return _pengali(satuan)


def _pengali(satuan: str) -> int:
    """1 bila satuannya tidak menyebutnya."""
    baku = _baku(satuan).replace(".", "")
    cocok = _PER.search(baku)
    if cocok and any(cocok.groups()):
        angka, kata = cocok.groups()
        pengali = int(angka or 1) * _KELIPATAN.get(kata, 1)
        if pengali in FAKTOR:
            return pengali
    return PENGALI.get(baku, 1)


def masalah_faktor(satuan: str, faktor: int, *, is_pecahan: bool) -> str:
    """Mengapa pengali rumusnya tidak menurut satuannya; kosong bila menurut."""
    pengali = _pengali(satuan)
    if pengali == faktor:
        return ""
    if pengali == 1:
        return f"Rumusnya dikali {ringkas(faktor)} tetapi satuannya {satuan}."
    if is_pecahan:
        kali = f"dikali {ringkas(faktor)}, bukan {ringkas(pengali)}"
        return f"Satuannya {satuan} tetapi rumusnya {kali}."
    return ""


def desimal_satuan(satuan: str) -> int:
    """Desimal cetak menurut satuan: cacahan bulat, ukuran satu, indeks empat, selain itu dua."""
    baku = _baku(satuan)
    if baku in CACAHAN:
        return 0
    if baku in UKURAN:
        return DESIMAL_UKURAN
    if baku == "indeks":
        return DESIMAL_INDEKS
    return DESIMAL_BIASA


def desimal_ketikan(isi: Isian | None) -> int:
    """Banyak desimal angka yang diketik, tanpa nol ekor simpanannya; yang bukan angka nol."""
    if not isinstance(isi, Decimal):
        return 0
    pangkat = isi.normalize().as_tuple().exponent
    return max(0, -int(pangkat))


def tulisan_isi(isi: Isian | None, desimal: int | None = None) -> str:
    """Sebutannya, keadaannya, atau angkanya; kosong bila belum diisi."""
    if isinstance(isi, Sebutan):
        return isi.nama
    if isinstance(isi, Khusus):
        return isi.tulisan(desimal)
    nilai = angka(isi)
    if nilai is None:
        return ""
    if desimal is None and isinstance(isi, Pecahan):
        desimal = DESIMAL_BIASA
    return bersatuan(nilai, "", desimal)


def usulan_cara(
    satuan: str,
    indikator: str,
    target: Decimal | None,
    triwulan: Sequence[Decimal | None],
) -> Cara:
    """Cara yang diusulkan sebelum orang memilih; jumlah hanya bila ada dasarnya."""
    terjadwal = [satu for satu in triwulan if satu is not None]
    if target and len(terjadwal) > 1:
        is_dijumlahkan = sum(terjadwal, Decimal(0)) == target
    elif _RATA.search(indikator):
        return Cara.RATA
    else:
        is_dijumlahkan = _is_bertambah(satuan, indikator)
    if is_dijumlahkan:
        return Cara.JUMLAH
    return Cara.TERAKHIR


def _is_bertambah(satuan: str, indikator: str) -> bool:
    """Hasil kerja bertambah sepanjang tahun, kecuali keadaan yang dijaga."""
    baku = _baku(satuan)
    if baku in BERULANG:
        return _BERTAHAP.search(indikator) is None
    return baku in KELUARAN
