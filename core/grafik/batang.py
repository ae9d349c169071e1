"""Batang tegak, bertumpuk dan mendatar.

Teks selalu memuat angkanya sehingga warna bukan satu-satunya petunjuk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.angka import format_angka
from core.grafik.dasar import (
    ALAS,
    LEBAR,
    PUTIH,
    SERATUS,
    TINTA,
    WARNA,
    Angka,
    Deret,
    Deretan,
    Tulisan,
    Unsur,
    garis,
    keterangan,
    kotak,
    svg,
    teks,
    tulisan_persen,
)

SemuaUnsur = list[str]  # unsur SVG menurut urutan gambarnya
NOL = Decimal(0)
TAK_TERHITUNG = "tak terhitung"

TINGGI_TEGAK = 216
DASAR_TEGAK = 172
ATAS_TEGAK = 24
LEBAR_BATANG = Decimal(48)
TERISI = Decimal("0.76")  # bagian lebar kelompok yang terisi batang

KIRI_TUMPUK = 44
JARAK_TUMPUK = 42
JARAK_MENDATAR = 32
LEBAR_MENDATAR = Decimal(LEBAR - 96)
NAMA_TERPANJANG = 100

Bagian = tuple[Deret, Decimal]
Persen = tuple[str, Decimal | None]
SemuaPersen = Sequence[Persen]


@dataclass(frozen=True)
class _Tegak:
    """Ukuran batang tegak yang sama bagi semua kelompoknya."""

    kelompok: Decimal
    lebar: Decimal
    skala: Decimal
    desimal: int


def batang(
    judul: str,
    label: Tulisan,
    deret: Deretan,
    *,
    desimal: int = 0,
) -> str:
    """Batang tegak berkelompok, misalnya target dan realisasi per tahun; negatif setinggi nol."""
    kelompok = Decimal(LEBAR) / max(len(label), 1)
    terlebar = kelompok * TERISI / max(len(deret), 1)
    ukuran = _Tegak(
        kelompok=kelompok,
        lebar=min(terlebar, LEBAR_BATANG),
        skala=_skala(deret),
        desimal=desimal,
    )
    isi: SemuaUnsur = []
    for nomor, nama in enumerate(label):
        isi += _kelompok(nomor, nama, deret, ukuran)
    alas = garis(x1=0, y1=DASAR_TEGAK, x2=LEBAR, y2=DASAR_TEGAK, warna=TINTA)
    isi.append(alas)
    isi += keterangan(deret, TINGGI_TEGAK - 6)
    return svg(judul, TINGGI_TEGAK, isi)


def _skala(deret: Deretan) -> Decimal:
    """Tinggi satu satuan nilai; yang tertinggi menyentuh atas gambar."""
    puncak = max(_nilai(deret), default=NOL)
    if puncak > 0:
        return (DASAR_TEGAK - ATAS_TEGAK) / puncak
    return NOL


def _nilai(deret: Deretan) -> Iterator[Decimal]:
    """Semua nilai yang ada."""
    for satu in deret:
        for nilai in satu.nilai:
            if nilai is not None:
                yield Decimal(nilai)


def _kelompok(nomor: int, nama: str, deret: Deretan, ukuran: _Tegak) -> Unsur:
    """Nama satu kelompok dan batang tiap deretnya, di tengah bagiannya."""
    awal = ukuran.kelompok * nomor
    tengah = awal + ukuran.kelompok / 2
    sisa = ukuran.kelompok - ukuran.lebar * len(deret)
    yield teks(tengah, DASAR_TEGAK + 17, nama, jangkar="middle")
    x = awal + sisa / 2
    for satu in deret:
        yield from _batang(x, satu.warna, satu.nilai[nomor], ukuran)
        x += ukuran.lebar


def _batang(
    x: Decimal,
    warna: str,
    nilai: Angka | None,
    ukuran: _Tegak,
) -> Unsur:
    """Satu batang dan angka di atasnya."""
    angka = Decimal(nilai or 0)
    tampak = max(angka, NOL)
    panjang = tampak * ukuran.skala
    puncak = DASAR_TEGAK - panjang
    tengah = x + ukuran.lebar / 2
    tulisan = "—"
    if nilai is not None:
        tulisan = format_angka(nilai, ukuran.desimal)
    yield kotak(
        x=x + 1,
        y=puncak,
        lebar=ukuran.lebar - 2,
        tinggi=panjang,
        warna=warna,
    )
    yield teks(tengah, puncak - 5, tulisan, jangkar="middle", ukuran=10)


def tumpuk(judul: str, label: Tulisan, deret: Deretan) -> str:
    """Batang mendatar bertumpuk, misalnya banyak desa per status per tahun, dengan angkanya."""
    tinggi = JARAK_TUMPUK * len(label) + 28
    isi = []
    for nomor, nama in enumerate(label):
        y = Decimal(12 + JARAK_TUMPUK * nomor)
        sebutan = teks(KIRI_TUMPUK - 8, y + 17, nama, jangkar="end")
        isi.append(sebutan)
        bagian = list(_bagian(deret, nomor))
        isi += _tumpukan(y, bagian)
    isi += keterangan(deret, tinggi - 6)
    return svg(judul, tinggi, isi)


def _bagian(deret: Deretan, nomor: int) -> Iterator[Bagian]:
    """Tiap deret dengan nilainya pada satu baris; yang tidak ada tidak berlebar."""
    for satu in deret:
        nilai = satu.nilai[nomor] or 0
        yield satu, Decimal(nilai)


def _tumpukan(y: Decimal, bagian: Sequence[Bagian]) -> Unsur:
    """Semua ruas satu baris, bersambung dari kiri."""
    semua = [nilai for _, nilai in bagian]
    jumlah = sum(semua) or Decimal(1)
    x = Decimal(KIRI_TUMPUK)
    penuh = LEBAR - KIRI_TUMPUK
    for deret, nilai in bagian:
        lebar = nilai / jumlah * penuh
        yield from _ruas(x, y, lebar, deret, nilai)
        x += lebar


def _ruas(
    x: Decimal,
    y: Decimal,
    lebar: Decimal,
    deret: Deret,
    nilai: Decimal,
) -> Unsur:
    """Satu ruas; angkanya di dalam bila muat, selainnya di atasnya."""
    if not nilai:
        return
    tengah = x + lebar / 2
    tulisan = format_angka(nilai)
    yield kotak(
        x=x,
        y=y,
        lebar=lebar,
        tinggi=25,
        warna=deret.warna,
        tepi=PUTIH,
        pola=deret.pola,
        arsir=deret.tulisan,
    )
    if lebar > 20:
        alas = min(lebar - 2, Decimal(28))
        yield kotak(
            x=tengah - alas / 2,
            y=y + 5,
            lebar=alas,
            tinggi=15,
            warna=deret.warna,
        )
        yield teks(
            tengah,
            y + 17,
            tulisan,
            jangkar="middle",
            warna=deret.tulisan,
        )
    else:
        yield teks(tengah, y - 3, tulisan, jangkar="middle", ukuran=10)


def mendatar(judul: str, baris: SemuaPersen) -> str:
    """Satu batang persen per baris, misalnya penyerapan per program; garis tegak pada 100 %."""
    penuh = _penuh(baris)
    batas = SERATUS / penuh * LEBAR_MENDATAR
    isi: SemuaUnsur = []
    y = NOL
    for nama, nilai in baris:
        isi += _mendatar(y, nama, nilai, penuh)
        seratus = garis(
            x1=batas,
            y1=y + 14,
            x2=batas,
            y2=y + 32,
            warna=WARNA[2],
            tebal=2,
        )
        isi.append(seratus)
        y += JARAK_MENDATAR
    angka = teks(batas, y + 10, "100 %", jangkar="middle", ukuran=10)
    isi.append(angka)
    return svg(judul, y + 14, isi)


def _penuh(baris: SemuaPersen) -> Decimal:
    """Persen selebar gambar: seratus, atau yang terbesar bila lebih."""
    penuh = SERATUS
    for _, nilai in baris:
        if nilai is not None:
            penuh = max(penuh, nilai)
    return penuh


def _mendatar(
    y: Decimal,
    nama: str,
    nilai: Decimal | None,
    penuh: Decimal,
) -> Unsur:
    """Satu baris: nama, alas selebar `penuh`, batang di atasnya, dan angkanya."""
    yield teks(0, y + 12, _singkat(nama))
    yield _lajur(y, LEBAR_MENDATAR, ALAS)
    terisi = max(nilai or NOL, NOL)
    panjang = terisi / penuh * LEBAR_MENDATAR
    yield _lajur(y, panjang, WARNA[1])
    tulisan = TAK_TERHITUNG
    if nilai is not None:
        tulisan = tulisan_persen(nilai)
    yield teks(LEBAR, y + 27, tulisan, jangkar="end")


def _lajur(y: Decimal, panjang: Decimal, warna: str) -> str:
    """Alas dan batangnya berletak sama; hanya panjang dan warnanya lain."""
    atas = y + 17
    return kotak(x=0, y=atas, lebar=panjang, tinggi=12, warna=warna)


def _singkat(nama: str) -> str:
    """Nama yang terlalu panjang dipotong, tidak menimpa angkanya."""
    if len(nama) <= NAMA_TERPANJANG:
        return nama
    return nama[: NAMA_TERPANJANG - 1] + "…"
