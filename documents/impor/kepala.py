"""Kepala tabel pada lembar kisi: tiap kolom dikenali dari judulnya."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from core.grid import Grid, KolomKisi
from documents.impor import kata
from documents.pembaca import Sel, Tabel, alamat

Sebaris = list[Sel]
Columns = Sequence[KolomKisi]
JUDUL_KUNCI = "Kode baris"
KUNCI = "kunci"
NAMA = "nama"
ABAI = "abai"
TINGKAT = 3  # baris kepala cetak di bawah baris judul
SELISIH_MIRIP = 0.05  # di bawahnya dua judul sama miripnya
CARI_KEPALA = 20  # baris pertama yang mungkin menjadi kepala tabel

Muatan = KolomKisi | str  # kolom kisi; atau kunci, nama, abai
Peta = dict[int, Muatan]  # nomor kolom lembar → muatannya
Dikenal = dict[str, Muatan]  # judul yang dinormalkan → muatannya
Terisi = dict[int, str]  # nomor kolom → tulisannya
Judul = tuple[str, str]  # letak dan tulisan satu judul
SemuaJudul = list[Judul]
PerKolom = dict[int, Judul]  # menurut nomor kolomnya


@dataclass(frozen=True)
class KepalaLembar:
    """Baris judul terakhir, muatan tiap kolom, judul yang asing atau kembar.

    `judul` letak judul tiap kolomnya, tanpa nama kelompok di atasnya.
    """

    baris: int
    peta: Peta
    asing: PerKolom  # menurut nomor kolomnya
    kembar: SemuaJudul
    judul: frozenset[str]


def judul(kolom: KolomKisi) -> str:
    """Judul kolom pada lembar: kelompok dan labelnya, unik dalam satu kisi."""
    if kolom.kelompok:
        return f"{kolom.kelompok} {kolom.label}".strip()
    return kolom.label


def cari_kepala(dikenal: Dikenal, tabel: Tabel) -> KepalaLembar | None:
    """Kepala pertama yang memuat kunci atau nama dan paling sedikit satu kolom lain."""
    atas = tabel.baris[:CARI_KEPALA]
    for nomor, baris in enumerate(atas, start=1):
        terisi = dict(_terisi(baris))
        peta = _peta(terisi, dikenal)
        if _penanda(peta) and len(peta) > 1:
            penyusun = _Penyusun(nomor, terisi, peta, dikenal)
            penyusun.turun(tabel.baris[nomor : nomor + TINGKAT])
            kepala = penyusun.kepala()
            if kepala.asing or _is_berisi(kepala.peta):
                return kepala
    return None


class _Penyusun:
    """Kepala yang judulnya bertingkat: yang terbawah menamai kolomnya."""

    def __init__(
        self,
        nomor: int,
        terisi: Terisi,
        peta: Peta,
        dikenal: Dikenal,
    ) -> None:
        """`nomor` baris judul teratas."""
        self.akhir = nomor
        self.atas = terisi
        self.peta = peta
        self.dikenal = dikenal
        self.judul: PerKolom = {}
        self._record(terisi)

    def turun(self, bawah: list[Sebaris]) -> None:
        """Baris di bawah judul, sampai baris nomor kolom (1 2 3 …) atau baris isi pertama."""
        penanda = _penanda(self.peta)
        for baris in bawah:
            terisi = dict(_terisi(baris))
            if _is_nomor_kolom(terisi):
                self.akhir += 1
                return
            if penanda & terisi.keys():
                return  # sudah baris isi
            self.akhir += 1
            self._susun(terisi)

    def _susun(self, terisi: Terisi) -> None:
        """Judul di atas hanya nama kelompok atau kolom hitung; judul di bawahnya yang berlaku."""
        bawah = _peta(terisi, self.dikenal)
        berkelompok = self._berkelompok(terisi)
        if not bawah and not berkelompok:
            return  # satuan atau keterangan, bukan judul
        self._record(terisi)
        for kolom in terisi:
            if kolom in berkelompok:
                self.peta[kolom] = berkelompok[kolom]
            elif _is_terganti(self.peta.get(kolom, ABAI)):
                self._ganti(kolom, bawah.get(kolom))
        self.atas = {**self.atas, **terisi}

    def _berkelompok(self, terisi: Terisi) -> Peta:
        """Kolom yang dikenal dari judulnya bersama judul di atasnya."""
        peta = {}
        for kolom, isi in terisi.items():
            kelompok = _kelompok(self.atas, kolom)
            muatan = self.dikenal.get(kata.judul_baku(f"{kelompok} {isi}"))
            if muatan is not None:
                peta[kolom] = muatan
        return peta

    def _ganti(self, kolom: int, muatan: Muatan | None) -> None:
        """Judul bawah yang tidak dikenal membuat kolomnya asing."""
        if muatan is None:
            self.peta.pop(kolom, None)
        else:
            self.peta[kolom] = muatan

    def _record(self, terisi: Terisi) -> None:
        for kolom, isi in terisi.items():
            self.judul[kolom] = (alamat(self.akhir, kolom), isi)

    def kepala(self) -> KepalaLembar:
        """Kolom yang sengaja diabaikan tidak dibaca isinya."""
        dipakai = {}
        asing = {}
        for kolom, tertulis in self.judul.items():
            muatan = self.peta.get(kolom)
            if muatan is None:
                asing[kolom] = tertulis
            elif muatan != ABAI:
                dipakai[kolom] = muatan
        return KepalaLembar(
            baris=self.akhir,
            peta=dipakai,
            asing=asing,
            kembar=self._kembar(dipakai),
            judul=frozenset(letak for letak, _ in self.judul.values()),
        )

    def _kembar(self, peta: Peta) -> SemuaJudul:
        """Kolom kedua dan seterusnya bagi isian atau kode yang sama."""
        terlihat: set[str] = set()
        kembar = []
        for kolom, muatan in peta.items():
            nama = _sekali(muatan)
            if nama in terlihat:
                kembar.append(self.judul[kolom])
            elif nama:
                terlihat.add(nama)
        return kembar


def _sekali(muatan: Muatan) -> str:
    """Nama yang hanya boleh sekali pada satu kepala; kosong bila boleh berulang."""
    if not isinstance(muatan, KolomKisi):
        return muatan if muatan == KUNCI else ""
    if muatan.is_tetap:
        return ""
    return f"kolom {muatan.nama}"


def _is_berisi(peta: Peta) -> bool:
    """Ada kolom yang dapat dibaca selain penandanya."""
    return any(isinstance(muatan, KolomKisi) for muatan in peta.values())


def dikenal_kisi(grid: Grid) -> Dikenal:
    """Judul yang dikenali: kunci, nama baris, kolom kisi, dan yang sengaja diabaikan.

    Kecamatan dan desa juga menurut sebutan setempatnya.
    """
    dikenal: Dikenal = {}
    setempat = grid.kabupaten.wilayah.kata
    for nama in (grid.judul_baris, *grid.judul_nama):
        for satu in (nama, setempat(nama)):
            dikenal[kata.judul_baku(satu)] = NAMA
    for kode in (JUDUL_KUNCI, *grid.judul_kode):
        dikenal[kata.judul_baku(kode)] = KUNCI
    bersama = _label_bersama(grid.columns())
    for kolom in grid.columns():
        sendiri = {kolom.label, *kolom.alias} - bersama
        sebutan = {judul(kolom), *sendiri}
        for satu in (*sebutan, *map(setempat, sebutan)):
            dikenal.setdefault(kata.judul_baku(satu), kolom)
    for kode in kata.KODE:
        dikenal.setdefault(kode, KUNCI)
    for abai in (*kata.ABAI, *grid.judul_abai):
        dikenal.setdefault(kata.judul_baku(abai), ABAI)
    return dikenal


def _label_bersama(columns: Columns) -> set[str]:
    """Label beberapa kolom isian; tanpa kelompoknya tidak menunjuk salah satu."""
    label = []
    for kolom in columns:
        if kolom.kelompok and not kolom.is_tetap:
            label.append(kolom.label)
    return {satu for satu in label if label.count(satu) > 1}


def _terisi(baris: Sebaris) -> Iterator[tuple[int, str]]:
    """Nomor kolom dan tulisan sel yang terisi."""
    for nomor, sel in enumerate(baris, start=1):
        if sel.isi:
            yield nomor, sel.isi


def _peta(terisi: Terisi, dikenal: Dikenal) -> Peta:
    """Kolom yang judulnya dikenal pada satu baris."""
    peta = {}
    for kolom, isi in terisi.items():
        teks = kata.judul_baku(isi)
        if teks in dikenal:
            peta[kolom] = dikenal[teks]
    return peta


def _kelompok(atas: Terisi, kolom: int) -> str:
    """Judul di atasnya; sel gabungan hanya terisi pada kolom pertamanya."""
    kiri = [satu for satu in atas if satu <= kolom]
    if not kiri:
        return ""
    terdekat = max(kiri)
    return atas[terdekat]


def _penanda(peta: Peta) -> set[int]:
    """Kolom yang menandai barisnya: kunci atau nama."""
    penanda = set()
    for kolom, muatan in peta.items():
        if _is_penanda(muatan):
            penanda.add(kolom)
    return penanda


def _is_penanda(muatan: Muatan) -> bool:
    """Kolom buku kerja menyebut sendiri apakah ia menandai barisnya."""
    if isinstance(muatan, KolomKisi):
        return muatan.is_penanda
    return muatan in (KUNCI, NAMA)


def _is_nomor_kolom(terisi: Terisi) -> bool:
    """Baris 1, 2, 3, … di bawah judul naskah cetak."""
    if len(terisi) < 3:
        return False
    bernomor = {kolom: str(kolom) for kolom in terisi}
    return terisi == bernomor


def _is_terganti(atas: Muatan) -> bool:
    """Kolom isian tidak diganti judul di bawahnya."""
    if isinstance(atas, KolomKisi):
        return atas.is_tetap
    return atas == ABAI


def saran(isi: str, columns: Columns) -> str:
    """Kalimat untuk judul yang tidak dikenali, dengan kolom isian yang mirip bila ada."""
    pesan = f"Kolom “{isi}” tidak dikenal."
    isian = {}
    for kolom in columns:
        if not kolom.is_tetap:
            tertulis = judul(kolom)
            isian[kata.judul_baku(tertulis)] = f"“{tertulis}”"
    mirip = _semirip(kata.judul_baku(isi), isian)
    if mirip:
        pilihan = " atau ".join(isian[satu] for satu in mirip)
        return f"{pesan} Maksudnya {pilihan}?"
    return pesan


def _semirip(teks: str, semua: Iterable[str]) -> list[str]:
    """Yang paling mirip, dan yang kedua bila hampir sama miripnya."""
    mirip = get_close_matches(teks, semua, n=2)
    nilai = [SequenceMatcher(None, satu, teks).ratio() for satu in mirip]
    if len(nilai) == 2 and nilai[0] - nilai[1] > SELISIH_MIRIP:
        return mirip[:1]
    return mirip
