"""Pengendalian dan Evaluasi Rencana Aksi (24 kolom), dan Formulir E.81 (Permendagri 86/2017)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from core.kaki import bertanda as jumlah_bertanda
from core.periode import TW
from core.tabel import Kepala, Kolom, Tabel
from documents.lembar.naskah import judul, kaki, nomor, tanda_catatan
from kinerja.aturan.capaian import Arah
from kinerja.aturan.periode import Cara
from kinerja.aturan.rencana import Angka
from kinerja.naskah.dasar.lembar import NOMOR, TIDAK_DIHITUNG, UANG, tautan_pohon, tebal
from kinerja.naskah.evaluasi.isi import (
    AngkaEvaluasi,
    BarisE81,
    BarisEvaluasi,
    CatatanEvaluasi,
    IsiE81,
    IsiEvaluasi,
)

Catatan = list[str]
KepalaTabel = list[list[Kepala]]
Sebaris = list[Any]  # nilai menurut kolomnya
KINERJA = Kolom("desimal", 9)
PERSEN = Kolom("persen", 10)
SASARAN = Kolom("teks", 28)
NAMA = Kolom("teks", 38)
INDIKATOR = Kolom("teks", 34)
SATUAN = Kolom("teks", 14)
KETERANGAN = Kolom("teks", 18)
# nama, target, jumlah dan persennya membuka barisnya
BERTAUT = (2, 8, 10, 19, 20, 21, 22)
BERTAUT_E81 = (2, *range(5, 11), *range(19, 25))
CARA_EVALUASI = (
    "% K = jumlah realisasi K / target K × 100 (baris bertanda menurut tandanya); % Rp = jumlah "
    "realisasi Rp / target Rp × 100; dibulatkan sekali, setengah ke atas. Sel kosong: tidak ada "
    "data, sehingga tidak dapat dihitung."
)
CARA_E81 = (
    "Rata-rata hanya dari baris yang dapat dihitung; kolom 13 dan 14 kosong bila target Renstra "
    "atau realisasi sampai tahun lalu yang diperlukannya belum diisi. Predikat menurut Permendagri "
    "86/2017 atas nilai yang sudah dibulatkan dua desimal; tiap tingkat mulai tepat pada batas "
    "bawahnya "
    "(91, 76, 66, 51)."
)
GABUNG = "†"
CATATAN_GABUNG = (
    f"{GABUNG} Rp dijumlahkan; K baris bertanda pada satuannya menurut tandanya, K baris lain "
    "dijumlahkan."
)
KOLOM_E81 = (
    ("Target Renstra", "5"),
    ("Realisasi Renstra s.d. Tahun Lalu", "6"),
    ("Target Renja Tahun Berjalan", "7"),
    *zip(TW, ("8", "9", "10", "11"), strict=True),
    ("Realisasi Tahun Berjalan", "12 = 8+9+10+11"),
    ("Realisasi Renstra s.d. Tahun Berjalan", "13 = 6+12"),
    ("Tingkat Capaian (%)", "14 = 13/5 × 100"),
)


def evaluasi(isi: IsiEvaluasi) -> Tabel:
    """v tiap triwulan, K dan Rp tiap triwulan, jumlah, persen; baris total hanya uang."""
    baris = [_baris(satu) for satu in isi.baris]
    kelompok = set(tebal(isi.baris))
    if isi.total:
        kelompok.add(len(baris))
        baris.append(_total(isi.total, isi.catatan_pagu))
    pagu = filter(None, [isi.catatan_pagu, isi.catatan_realisasi])
    return Tabel(
        "Evaluasi",
        [NOMOR, SASARAN, NAMA, INDIKATOR, *[Kolom("tanda", 6)] * 4, KINERJA, SATUAN, UANG]
        + [KINERJA, UANG] * 5
        + [PERSEN, PERSEN, KETERANGAN],
        _kepala_evaluasi(),
        baris,
        judul(isi),
        tebal=frozenset(kelompok),
        kertas="F4",
        is_lanskap=True,
        catatan=(CARA_EVALUASI, *pagu, *catatan_aturan(isi.baris), *faktor(isi.catatan)),
        kaki=kaki(isi),
        kosong=f"Belum ada program tahun {isi.tahun}.",
        huruf=Decimal("6.2"),
        rupa=tautan_pohon(isi.tahun, isi.baris, BERTAUT),
    )


def _kepala_evaluasi() -> KepalaTabel:
    """Tiga tingkat judul di atas nomor kolomnya."""
    muka = (
        "No",
        "Sasaran Program",
        "Program / Kegiatan",
        "Indikator Kinerja Program (Outcome) / Kegiatan (Output)",
    )
    return [
        [
            *(Kepala(teks, tinggi=3) for teks in muka),
            Kepala("Target Pelaksanaan", lebar=4),
            Kepala("Target Program/Kegiatan", lebar=3),
            Kepala("Realisasi Kinerja dan Anggaran Tahun Berjalan", lebar=8),
            Kepala("Jml Realisasi", lebar=2),
            Kepala("% Realisasi", lebar=2),
            Kepala("Ket", tinggi=3),
        ],
        [
            *(Kepala(teks, tinggi=2) for teks in (*TW, "K", "Satuan", "Rp")),
            *(Kepala(teks, lebar=2) for teks in TW),
            *(Kepala(teks, tinggi=2) for teks in ("K", "Rp", "K", "Rp")),
        ],
        [Kepala(teks) for _ in TW for teks in ("K", "Rp")],
        nomor(24),
    ]


def _baris(baris: BarisEvaluasi) -> Sebaris:
    """Satu baris, menurut urutan kolom naskahnya."""
    return [
        baris.nomor,
        baris.sasaran,
        jumlah_bertanda(baris.nama, baris.is_sebagian),
        baris.indikator,
        *("v" if is_terjadwal else None for is_terjadwal in baris.jadwal),
        baris.target.keadaan or baris.target.k,
        bertanda(baris),
        baris.target.rp,
        *_pasangan([*baris.triwulan, baris.jumlah, baris.persen]),
        baris.keterangan,
    ]


def _total(total: AngkaEvaluasi, kurang: str) -> Sebaris:
    """Hanya uang; K tidak dijumlahkan ke atas."""
    awal = [None, None, jumlah_bertanda("Total anggaran", kurang), *[None] * 7, total.target.rp]
    return [*awal, *_pasangan([*total.triwulan, total.jumlah, total.persen]), None]


def _pasangan(pasangan: Sequence[Angka]) -> Sebaris:
    """K, angka atau keadaannya, dan Rp berselang-seling."""
    sel: Sebaris = []
    for satu in pasangan:
        sel += [satu.keadaan or satu.k, satu.rp]
    return sel


TANDA_CARA: dict[str, str] = {
    Cara.TERAKHIR: tanda_catatan(1),
    Cara.RATA: tanda_catatan(2),
    Cara.TERTINGGI: tanda_catatan(3),
    Cara.TERENDAH: tanda_catatan(4),
    Cara.PECAHAN: tanda_catatan(5),
}


def bertanda(baris: BarisEvaluasi) -> str:
    """Satuan dengan tanda aturannya, bila K digabung selain dijumlahkan atau rumusnya lain."""
    tanda = TANDA_CARA.get(baris.cara, "") + Arah(baris.arah).rumus.tanda
    return f"{baris.satuan} {tanda}".strip()


def catatan_aturan(baris: Iterable[BarisEvaluasi]) -> Catatan:
    """Arti tiap tanda yang dipakai."""
    semua = list(baris)
    cara = {satu.cara for satu in semua}
    arah = {satu.arah for satu in semua}
    arti = []
    for satu, tanda in TANDA_CARA.items():
        if satu in cara:
            arti.append(f"{tanda} K setahun {Cara(satu).nama}")
    for satu in Arah:
        if satu in arah and satu.rumus.tanda:
            arti.append(f"{satu.rumus.tanda} {satu.rumus.tulisan}")
    if not arti:
        return []
    return [f"Tanda pada satuan: {'; '.join(arti)}; tanpa tanda dijumlahkan."]


def faktor(catatan: CatatanEvaluasi) -> Catatan:
    """Faktor pendorong, penghambat dan tindak lanjut, satu baris tiap sub kegiatan."""
    kelompok = (
        ("Faktor pendorong", catatan.pendorong),
        ("Faktor penghambat", catatan.penghambat),
        ("Tindak lanjut", catatan.tindak_lanjut),
    )
    return [f"{nama} – {teks}" for nama, isi in kelompok for teks in isi]


def e81(isi: IsiE81) -> Tabel:
    """Kolom 5 sampai 14 masing-masing K dan Rp; rata-rata dan predikatnya dua baris terakhir."""
    baris = [_baris_e81(satu) for satu in isi.baris]
    aturan = catatan_gabung(isi.baris)
    akhir = len(baris)
    return Tabel(
        "E.81",
        [
            NOMOR,
            SASARAN,
            NAMA,
            INDIKATOR,
            SATUAN,
            *[KINERJA, UANG] * 9,
            PERSEN,
            PERSEN,
            KETERANGAN,
            KETERANGAN,
        ],
        _kepala_e81(is_bertanda=bool(aturan)),
        [*baris, *_kaki_e81(isi)],
        judul(isi),
        tebal=tebal(isi.baris) | {akhir, akhir + 1},
        kertas="A3",
        is_lanskap=True,
        gabung=[(akhir, 0, akhir, 22), (akhir + 1, 0, akhir + 1, 22)],
        catatan=(CARA_E81, *isi.kurang, *aturan, *catatan_aturan(isi.baris), *faktor(isi.catatan)),
        kaki=kaki(isi),
        huruf=Decimal(6),
        rupa=tautan_pohon(isi.tahun, isi.baris, BERTAUT_E81),
    )


def catatan_gabung(baris: Iterable[BarisE81]) -> Catatan:
    """Rumus kolom 12 dan 13 tidak berlaku bagi K yang digabung dengan cara lain."""
    if any(satu.cara in TANDA_CARA for satu in baris):
        return [CATATAN_GABUNG]
    return []


def _kepala_e81(*, is_bertanda: bool) -> KepalaTabel:
    """Pasangan K dan Rp di bawah nomor kolom peraturannya."""
    tanda = f" {GABUNG}" if is_bertanda else ""
    muka = ("No", "Sasaran", "Program / Kegiatan", "Indikator Kinerja", "Satuan")
    ujung = ("Unit Penanggung Jawab", "Ket")
    urut = [
        ("1", 1),
        ("2", 1),
        ("3", 1),
        ("4", 2),
        *((_bergabung(nomor, tanda), 2) for _, nomor in KOLOM_E81),
        ("15", 1),
        ("16", 1),
    ]
    return [
        [
            *(Kepala(teks, tinggi=2) for teks in muka),
            *(Kepala(teks, lebar=2) for teks, _ in KOLOM_E81),
            *(Kepala(teks, tinggi=2) for teks in ujung),
        ],
        [Kepala(teks) for _ in KOLOM_E81 for teks in ("K", "Rp")],
        [Kepala(teks, lebar=lebar, is_nomor=True) for teks, lebar in urut],
    ]


def _bergabung(nomor: str, tanda: str) -> str:
    """Nomor kolom yang rumusnya penjumlahan, dengan tandanya."""
    if "+" in nomor:
        return f"{nomor}{tanda}"
    return nomor


def _baris_e81(baris: BarisE81) -> Sebaris:
    """Satu baris, menurut nomor kolom peraturannya."""
    pasangan = [baris.renstra, baris.lalu, baris.target, *baris.triwulan, baris.jumlah, baris.akhir]
    return [
        baris.nomor,
        baris.sasaran,
        jumlah_bertanda(baris.nama, baris.is_sebagian),
        baris.indikator,
        bertanda(baris),
        *_pasangan([*pasangan, baris.persen_renstra]),
        baris.unit,
        baris.keterangan,
    ]


def _kaki_e81(isi: IsiE81) -> list[Sebaris]:
    """Rata-rata capaian dan predikat kinerja; yang tidak dapat dihitung dikatakan demikian."""
    kosong = [None] * 22
    is_terhitung = isi.rata.k is not None or isi.rata.rp is not None
    keterangan = TIDAK_DIHITUNG
    if is_terhitung:
        keterangan = ""
    ikut = ""
    if isi.rata_kalimat:
        ikut = f", {isi.rata_kalimat}"
    return [
        [
            f"Rata-rata capaian kinerja (%){ikut}",
            *kosong,
            isi.rata.k,
            isi.rata.rp,
            keterangan,
            None,
        ],
        ["Predikat kinerja", *kosong, isi.predikat.k or "—", isi.predikat.rp or "—", None, None],
    ]
