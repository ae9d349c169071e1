"""Satu edisi nomenklatur dari lembar, dibandingkan dengan yang berlaku; tidak menyimpan apa pun."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from accounts.models import Kabupaten
from documents.impor import Hasil, Kesalahan, normal
from documents.impor.kata import ABAI, is_jumlah
from documents.pembaca import Sel, Tabel, alamat
from kinerja.aturan import kode
from kinerja.models import Kegiatan, Nomenklatur, Program, SubKegiatan

Dipakai = dict[str, list[Any]]  # kode → baris yang memakainya
Sebaris = Sequence[Sel]
Letak = dict[str, int]  # kolom tiap judul
Ubahan = dict[str, Any]  # satu kode, sebagaimana ditampilkan
BARU = "Kode baru"
NAMA = "Ganti nama"
PINDAH = "Pindah kode"
HILANG = "Tidak ada lagi"
KOLOM = {
    "kode": "kode",
    "kode rekening": "kode",
    "kode nomenklatur": "kode",
    "nama": "nama",
    "uraian": "nama",
    "nomenklatur": "nama",
    "nomenklatur urusan": "nama",
    "nomenklatur urusan kabupaten kota": "nama",
    "indikator": "indikator",
    "indikator kinerja": "indikator",
    "satuan": "satuan",
    "kode lama": "lama",
    "kode sebelumnya": "lama",
}
WAJIB = {"kode", "nama"}
DIABAIKAN = ABAI | {"tingkat", "kinerja"}
TANPA_KEPALA = "Lembar ini tidak berkolom Kode dan Nama (atau Uraian)."
BUKAN_KODE = "Bukan kode program, kegiatan atau sub kegiatan, misalnya 2.13.04.2.01.0001."
ASING = "Kolom “{isi}” tidak dikenal."
KEMBAR = "Kode ini sudah ada di atasnya dengan nama lain."
TANPA_NAMA = "Kode ini tanpa nama."


@dataclass(frozen=True)
class BarisEdisi:
    """Satu kode pada lembarnya."""

    kode: str
    nama: str
    indikator: str
    satuan: str
    lama: str
    lembar: str
    sel: str

    @property
    def tingkat(self) -> str:
        return kode.tingkat(self.kode)


PerKode = dict[str, BarisEdisi]


@dataclass
class _Pembaca:
    """Satu lembar: kepalanya dicari, barisnya dibaca, masalahnya dicatat."""

    tabel: Tabel
    is_abai: bool
    hasil: Hasil
    letak: Letak = field(default_factory=dict)

    def read(self) -> Iterator[BarisEdisi]:
        """Baris berkode di bawah kepalanya."""
        awal = self.cari_kepala()
        if awal is None:
            self.salah("", "", TANPA_KEPALA)
            return
        for nomor, baris in enumerate(self.tabel.baris[awal:], start=awal + 1):
            satu = self.baris(nomor, baris)
            if satu is not None:
                yield satu

    def salah(self, sel: str, isi: str, pesan: str) -> None:
        satu = Kesalahan(self.tabel.nama, sel, isi, pesan)
        self.hasil.kesalahan.append(satu)

    def cari_kepala(self) -> int | None:
        """Banyak baris sampai kepala; kolom asingnya dicatat."""
        for nomor, baris in enumerate(self.tabel.baris, start=1):
            letak = _letak(baris)
            if letak.keys() >= WAJIB:
                self.letak = letak
                self.record_asing(nomor, baris)
                return nomor
        return None

    def record_asing(self, nomor: int, baris: Sebaris) -> None:
        """Menahan, kecuali diminta dilewati."""
        for kolom, sel in enumerate(baris, start=1):
            teks = normal(sel.isi)
            if not teks or teks in KOLOM or teks in DIABAIKAN:
                continue
            pesan = ASING.format(isi=sel.isi)
            tempat = alamat(nomor, kolom)
            satu = Kesalahan(self.tabel.nama, tempat, sel.isi, pesan)
            tujuan = self.hasil.catatan if self.is_abai else self.hasil.kesalahan
            tujuan.append(satu)

    def isi(self, baris: Sebaris, kolom: str) -> str:
        """Tulisan satu kolom; kosong bila barisnya lebih pendek."""
        letak = self.letak.get(kolom)
        if letak is None or letak >= len(baris):
            return ""
        kata = baris[letak].isi.split()
        return " ".join(kata)

    def baris(self, nomor: int, baris: Sebaris) -> BarisEdisi | None:
        """`None` bila baris itu bukan kode program sampai sub kegiatan."""
        tulisan = self.isi(baris, "kode")
        nama = self.isi(baris, "nama")
        sel = alamat(nomor, self.letak["kode"] + 1)
        is_pembuka = not tulisan or len(tulisan.split(".")) < 3  # urusan dan bidang urusan
        if is_pembuka or is_jumlah(tulisan):
            return None
        if not kode.tingkat(tulisan):
            self.salah(sel, tulisan, BUKAN_KODE)
            return None
        if not nama:
            self.salah(sel, tulisan, TANPA_NAMA)
            return None
        lain = {}
        for kolom in ("indikator", "satuan", "lama"):
            lain[kolom] = self.isi(baris, kolom)
        return BarisEdisi(kode=tulisan, nama=nama, lembar=self.tabel.nama, sel=sel, **lain)


def _letak(baris: Sebaris) -> Letak:
    """Kolom yang dikenal dan letaknya; yang kembar menurut yang pertama."""
    letak: Letak = {}
    for kolom, sel in enumerate(baris):
        teks = normal(sel.isi)
        if teks in KOLOM:
            sebutan = KOLOM[teks]
            letak.setdefault(sebutan, kolom)
    return letak


def check(kabupaten: Kabupaten, tabel: Sequence[Tabel], *, is_abai: bool) -> Hasil:
    """Semua ubahan dan masalah, dan baris kantor ini yang terkena."""
    hasil = Hasil()
    rows: PerKode = {}
    for satu in tabel:
        for baris in _Pembaca(satu, is_abai, hasil).read():
            ada = rows.setdefault(baris.kode, baris)
            if ada.nama.lower() != baris.nama.lower():
                kembar = Kesalahan(baris.lembar, baris.sel, baris.kode, KEMBAR)
                hasil.kesalahan.append(kembar)
    hasil.banyak_baris = len(rows)
    banding = _Banding(rows)
    hasil.ubahan = [*banding.ada(), *banding.hilang()]
    hasil.sama = len(banding.sama)
    hasil.catatan += _terkena(kabupaten, hasil.ubahan)
    return hasil


class _Banding:
    """Daftar terbaca di samping kode yang masih berlaku."""

    def __init__(self, rows: PerKode) -> None:
        self.rows = rows
        urusan = {satu[:4] for satu in rows}
        berlaku = Nomenklatur.objects.filter(tahun_akhir=None)
        self.kini = {row.kode: row for row in berlaku if row.kode[:4] in urusan}
        self.sama = [satu for satu in rows.values() if self.is_sama(satu)]
        self.lepas = {satu: row for satu, row in self.kini.items() if satu not in rows}
        self.pindah = self.berpindah()

    def is_sama(self, baris: BarisEdisi) -> bool:
        row = self.kini.get(baris.kode)
        return row is not None and row.nama.lower() == baris.nama.lower()

    def berpindah(self) -> dict[str, str]:
        """Kode baru → kode lamanya: yang disebut lembarnya, atau satu-satunya yang senama."""
        senama: dict[tuple[str, str], list[str]] = {}
        for row in self.lepas.values():
            sebutan = (row.tingkat, row.nama.lower())
            kode_senama = senama.setdefault(sebutan, [])
            kode_senama.append(row.kode)
        hasil = {}
        for baris in self.rows.values():
            if baris.kode in self.kini:
                continue
            sebutan = (baris.tingkat, baris.nama.lower())
            calon = senama.get(sebutan, [])
            if baris.lama in self.lepas:
                hasil[baris.kode] = baris.lama
            elif len(calon) == 1:
                hasil[baris.kode] = calon[0]
        return hasil

    def ada(self) -> Iterator[Ubahan]:
        """Kode pada lembar yang baru, pindah atau berganti nama."""
        for baris in self.rows.values():
            if self.is_sama(baris):
                continue
            row = self.kini.get(baris.kode)
            lama = self.pindah.get(baris.kode, "")
            if row is not None:
                yield _ubahan(baris, NAMA, row.nama, asal=row.kode)
            elif lama:
                yield _ubahan(baris, PINDAH, lama, asal=lama)
            else:
                yield _ubahan(baris, BARU, "", asal="")

    def hilang(self) -> Iterator[Ubahan]:
        """Kode yang tidak disebut lagi dan tidak pindah."""
        dipindah = set(self.pindah.values())
        for tulisan, row in self.lepas.items():
            if tulisan not in dipindah:
                yield {
                    "kunci": tulisan,
                    "baris": f"{tulisan} {row.nama}",
                    "judul": HILANG,
                    "lama": row.nama,
                    "baru": "",
                    "lembar": "",
                    "sel": "",
                    "asal": tulisan,
                    "beda": "1",  # lembarnya mungkin hanya sebagian
                }


def _ubahan(baris: BarisEdisi, judul: str, lama: str, *, asal: str) -> Ubahan:
    """`asal` kode yang digantikannya; kosong bila tidak ada."""
    return {
        "kunci": baris.kode,
        "baris": f"{baris.kode} {baris.nama}",
        "judul": judul,
        "lama": lama,
        "baru": baris.nama,
        "lembar": baris.lembar,
        "sel": baris.sel,
        "asal": asal,
        "tingkat": baris.tingkat,
        "indikator": baris.indikator,
        "satuan": baris.satuan,
    }


def _terkena(kabupaten: Kabupaten, ubahan: Iterable[Ubahan]) -> Iterator[Kesalahan]:
    """Baris pohon tahun terakhir kantor ini yang kodenya berubah."""
    dipakai = _dipakai(kabupaten)
    for satu in ubahan:
        asal = satu["asal"]
        nasib = _nasib(satu)
        for row in dipakai.get(asal, []):
            jenis = row._meta.verbose_name
            pesan = f"Dipakai {jenis} {row.tahun}: {nasib}"
            yield Kesalahan(satu["lembar"], satu["sel"], asal, pesan)


def _nasib(ubahan: Ubahan) -> str:
    if ubahan["judul"] == NAMA:
        return f"berganti nama menjadi {ubahan['baru']}."
    if ubahan["judul"] == PINDAH:
        return f"pindah ke {ubahan['baris']}."
    return "tidak ada lagi dan penerusnya tidak diketahui."


def _dipakai(kabupaten: Kabupaten) -> Dipakai:
    """Kode → baris utamanya pada tahun terakhir yang berisi."""
    program = Program.objects.filter(perangkat_daerah__kabupaten=kabupaten)
    berisi = program.tahun_berisi()
    if not berisi:
        return {}
    tahun = berisi[0]
    terakhir = program.filter(tahun=tahun)
    kegiatan = Kegiatan.objects.filter(program__in=terakhir).select_related("program")
    sub = SubKegiatan.objects.in_pohon(kabupaten, tahun).utama()
    sub = sub.select_related("kegiatan__program")
    hasil: Dipakai = {}
    for row in (*terakhir, *kegiatan, *sub):
        sekode = hasil.setdefault(row.kode, [])
        sekode.append(row)
    return hasil
