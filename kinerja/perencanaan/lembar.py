"""Pohon kinerja: satu uraian tabel untuk layar dan lembar kerja, dan PDF A3 dengan gambarnya."""

from decimal import Decimal
from typing import Any

from core.kaki import bertanda
from core.tabel import Kepala, Kolom, Rupa, Tabel, tabel_polos
from documents.cetakan import Bagian, Cetakan, Gambar
from documents.kepala import kepala_laporan
from kinerja.perencanaan.reports import BarisPohon, BarisUsul, IsiPohon, IsiUsul
from kinerja.tahun.pohon import Simpul

JUDUL = "Pohon Kinerja"
KERTAS = "A3"
KOLOM = (
    ("Kode", Kolom(lebar=22)),
    ("Program / kegiatan / sub kegiatan", Kolom(lebar=48)),
    ("Indikator", Kolom(lebar=45)),
    ("Target", Kolom(lebar=16)),
    ("Pagu murni (Rp)", Kolom("rupiah", 18)),
    ("Pagu berlaku (Rp)", Kolom("rupiah", 18)),
    ("Penanggung jawab", Kolom(lebar=22)),
)
USUL = (
    ("Aspek", Kolom(lebar=40, is_nama=True)),
    ("Rata-rata", Kolom("skor", 10)),
    ("Desa diusulkan", Kolom(lebar=34)),
    ("Perkiraan biaya (Rp)", Kolom("rupiah", 18)),
    ("Program, kegiatan dan sub kegiatan", Kolom(lebar=60)),
    ("Pagu berlaku (Rp)", Kolom("rupiah", 18)),
    ("Realisasi (Rp)", Kolom("rupiah", 18)),
    ("Skor naik", Kolom(lebar=12)),
)
DISEBUT = 3  # nama desa


def pohon(isi: IsiPohon) -> Tabel:
    """Tabel pohon dengan jumlah pagunya; program dan kegiatan ditebalkan."""
    tahun = isi.tahun
    rows = isi.baris
    akhir = len(rows)
    tebal = set()
    for nomor, row in enumerate(rows):
        if row.tingkat in {"program", "kegiatan"}:
            tebal.add(nomor)
    jumlah = []
    gabung = []
    if rows:
        tebal.add(akhir)
        jumlah.append(_jumlah(isi))
        gabung.append((akhir, 1, akhir, 4))
    return Tabel(
        f"Pohon {tahun}",
        [kolom for _, kolom in KOLOM],
        [[Kepala(teks) for teks, _ in KOLOM]],
        [*map(_sebaris, rows), *jumlah],
        judul=(f"{JUDUL} Tahun {tahun}", isi.dinas),
        tebal=frozenset(tebal),
        gabung=gabung,
        kertas=KERTAS,
        catatan=tuple(filter(None, [isi.catatan_pagu])),
        kosong=f"Belum ada program tahun {tahun}.",
        huruf=Decimal(9),
    )


def _sebaris(row: BarisPohon) -> list[Any]:
    """Sel satu baris menurut urutan kolomnya."""
    return [
        row.kode,
        bertanda(row.nama, row.is_sebagian),
        row.indikator,
        row.target,
        row.pagu_murni,
        row.pagu,
        row.penanggung_jawab,
    ]


def _jumlah(isi: IsiPohon) -> list[Any]:
    """Pagu seluruh program; bukan jumlah kolomnya, karena induk memuat anaknya."""
    rinci = ""
    if isi.terinci:
        rinci = f" ({isi.terinci})"
    jumlah = bertanda("Jumlah", isi.catatan_pagu)
    return [None, f"{jumlah}{rinci}", None, None, None, isi.pagu, None]


def cetakan_pohon(isi: IsiPohon) -> Cetakan:
    """PDF pohon: ikhtisar, gambar tiap program, lalu tabelnya; gambar kecil berbagi halaman."""
    tahun = isi.tahun
    kepala = kepala_laporan(JUDUL, tahun, isi.kop)
    program = []
    for nama, svg in isi.gambar:
        program.append(_program(nama, svg))
    tabel = Bagian(
        anak_judul=f"Tabel pohon kinerja {tahun}",
        tabel=(pohon(isi),),
        is_bertanda_tangan=False,
        is_sambung=True,
    )
    return Cetakan(kepala, (_ikhtisar(isi), *program, tabel), None)


def _ikhtisar(isi: IsiPohon) -> Bagian:
    """Judul naskah dengan gambar tujuan sampai program."""
    nama = f"{JUDUL} {isi.tahun}"
    judul = [f"{JUDUL} Tahun {isi.tahun}", isi.dinas, isi.periode]
    gambar: tuple[Gambar, ...] = ()
    if isi.ikhtisar:
        gambar = _gambar(nama, isi.ikhtisar)
    return Bagian(
        judul=tuple(filter(None, judul)),
        gambar=gambar,
        kertas=KERTAS,
        is_bertanda_tangan=False,
    )


def _program(nama: str, svg: str) -> Bagian:
    """Gambar satu lembar, di halaman sebelumnya bila masih muat."""
    return Bagian(
        anak_judul=nama,
        gambar=_gambar(nama, svg),
        kertas=KERTAS,
        is_bertanda_tangan=False,
        is_sambung=True,
    )


def _gambar(nama: str, svg: str) -> tuple[Gambar, ...]:
    """Satu gambar dengan namanya bagi pembaca layar."""
    return (Gambar(nama, svg),)


def tabel_usul(isi: IsiUsul) -> Tabel:
    """Satu baris tiap aspek; pagu dan realisasinya milik seluruh sub kegiatannya."""
    rupa = {}
    baris = []
    for nomor, satu in enumerate(isi.baris):
        rupa[nomor, 0] = Rupa(url=satu.aspek.get_absolute_url())
        if satu.sub:
            rupa[nomor, 4] = Rupa(url=satu.sub.obj.get_absolute_url())
        baris.append(_usul(satu))
    judul = (f"ASPEK LEMAH DAN USUL TAHUN {isi.tahun}",)
    return tabel_polos("Usul", USUL, baris, judul=judul, rupa=rupa, is_lanskap=True)


def _usul(satu: BarisUsul) -> list[Any]:
    """Yang belum masuk rencana aksi atau belum diukur dikosongkan."""
    sub = satu.sub
    naik = None
    if satu.diukur:
        naik = f"{satu.naik}\xa0dari\xa0{satu.diukur}"
    return [
        f"{satu.aspek.kode} {satu.aspek}",
        satu.rata,
        _desa(satu),
        satu.biaya,
        _letak(sub) if sub else None,
        sub.pagu if sub else None,
        satu.realisasi,
        naik,
    ]


def _letak(sub: Simpul) -> str:
    """Dari programnya sampai sub kegiatannya."""
    kegiatan = sub.obj.kegiatan
    return f"{kegiatan.program} › {kegiatan} › {sub.obj}"


def _desa(satu: BarisUsul) -> str | None:
    """Banyaknya dan beberapa namanya, dan berapa yang biayanya belum diketahui."""
    banyak = len(satu.desa)
    if not banyak:
        return None
    nama = ", ".join(str(desa) for desa in satu.desa[:DISEBUT])
    lanjutan = " …" if banyak > DISEBUT else ""
    tulisan = f"{banyak}: {nama}{lanjutan}"
    if 0 < satu.tanpa_biaya < banyak:
        return f"{tulisan}; {satu.tanpa_biaya} belum diketahui biayanya"
    return tulisan
