"""Tabel anggaran, dan fisik di samping keuangan sampai tiap triwulan."""

from collections.abc import Sequence
from decimal import Decimal

from core.kaki import TANDA_SEBAGIAN, bertanda
from core.periode import ROMAWI
from core.tabel import Kepala, Kolom, Rupa, Tabel, tabel_polos
from kinerja.dasbor.lembar.kolom import NAMA, PANJANG, PERSEN, Baris, Rupanya
from kinerja.dasbor.reports.uang import FisikUang, Penyerapan, Serapan
from kinerja.naskah.dasar.lembar import UANG
from kinerja.tahun.pohon import ATAS_SEBAGIAN

ARTI_TRIWULAN = (
    "Persen fisik dan keuangan dari awal tahun sampai akhir tiap triwulan; triwulan yang belum "
    "dilaporkan kosong."
)


def tabel_uang(uang: Penyerapan) -> Tabel:
    """Pagu, realisasi dan penyerapan tiap barisnya, lalu jumlahnya."""
    kolom = [
        ("Kode", Kolom("teks", 14)),
        ("Program", NAMA),
        ("Pagu", UANG),
        ("Realisasi", UANG),
        ("Penyerapan", PERSEN),
        ("Kelengkapan", PANJANG),
    ]
    baris: Baris = []
    rupa: Rupanya = {}
    for nomor, satu in enumerate(uang.baris):
        for urut in (1, 2, 3, 4):
            rupa[nomor, urut] = Rupa(url=satu.url)
        serapan = satu.serapan
        baris.append([satu.kode, satu.nama, *angka_serapan(serapan), serapan.keterangan])
    tebal: frozenset[int] = frozenset()
    if baris:
        tebal = frozenset([len(baris)])
        jumlah = bertanda("Jumlah", uang.tanpa_pagu > 0)
        baris.append(["", jumlah, *angka_serapan(uang.jumlah), uang.jumlah.keterangan])
    catatan = []
    if uang.tanpa_pagu:
        belum = (
            f"{TANDA_SEBAGIAN} Pagu {uang.tanpa_pagu} baris belum diketahui dan tidak dijumlahkan"
        )
        catatan.append(f"{belum}; penyerapan {ATAS_SEBAGIAN}.")
    return tabel_polos(
        "Anggaran",
        kolom,
        baris,
        rupa=rupa,
        tebal=tebal,
        is_lanskap=True,
        catatan=catatan,
        kosong="Tidak ada barisnya.",
    )


def angka_serapan(serapan: Serapan) -> list[Decimal | None]:
    """Sel pagu, realisasi dan penyerapan."""
    return [serapan.pagu, serapan.realisasi, serapan.persen]


def tabel_fisik(semua: Sequence[FisikUang], triwulan: int) -> Tabel:
    """Fisik dan keuangan sampai tiap triwulan, sampai triwulan yang disaring."""
    banyak = triwulan or len(ROMAWI)
    atas = [Kepala("Kode", tinggi=2), Kepala("Program atau sub kegiatan", tinggi=2)]
    bawah = []
    for romawi in ROMAWI[:banyak]:
        atas.append(Kepala(f"s.d. TW {romawi}", lebar=2))
        bawah += [Kepala("Fisik %", rata="kanan"), Kepala("Uang %", rata="kanan")]
    baris: Baris = []
    rupa: Rupanya = {}
    for nomor, satu in enumerate(semua):
        isi: list[str | Decimal | None] = [satu.kode, satu.nama]
        for masa in range(banyak):
            isi += [satu.fisik[masa], satu.uang[masa]]
        for urut in range(1, len(isi)):
            rupa[nomor, urut] = Rupa(url=satu.url)
        baris.append(isi)
    return Tabel(
        "Fisik dan keuangan",
        [Kolom("teks", 14), NAMA, *[PERSEN] * (2 * banyak)],
        [atas, bawah],
        baris,
        rupa=rupa,
        is_lanskap=True,
        catatan=(ARTI_TRIWULAN,),
        kosong="Tidak ada barisnya.",
    )
