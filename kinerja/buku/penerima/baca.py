"""Satu tabel berkas menjadi baris satu lembar buku: kepala, sel gabungan, kaki, ekor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.impor import Kesalahan
from documents.impor.kata import KEMBAR, is_jumlah
from documents.impor.kepala import KepalaLembar, cari_kepala, saran
from documents.impor.sel import teks
from documents.pembaca import Sel, Tabel, alamat
from kinerja.buku.penerima.kolom import BarisBuku, KolomBuku
from kinerja.buku.penerima.lembar import Lembar

TANPA_KEPALA = "Tidak ada baris judul yang dikenali. Kolom yang dikenali: {kolom}."
TANPA_PENANDA = "Baris ini berisi tetapi tanpa {penanda}."
DILEWATI = "Baris di bawah tabel; dilewati."
BERTAHUN_LAIN = "Judul lembar menyebut tahun {tertulis}, tahun data yang dipilih {dipilih}."
_TAHUN = re.compile(r"\btahun(?: anggaran)? (\d{4})\b(?!\s*[-–—/])", re.IGNORECASE)


@dataclass
class PembacaLembar:
    """Membaca satu tabel; masalah kepala dan selnya dicatat pada bukunya."""

    lembar: Lembar
    tabel: Tabel
    kepala: KepalaLembar
    is_abai: bool
    letak: dict[str, int] = field(init=False)
    turun: dict[str, str] = field(default_factory=dict)
    is_ekor: bool = False  # sesudah kaki tabel atau baris kosong

    def __post_init__(self) -> None:
        self.letak = {}
        for nomor, muatan in self.kepala.peta.items():
            if isinstance(muatan, KolomBuku):
                self.letak[muatan.nama] = nomor

    def baris(self) -> list[BarisBuku]:
        """Baris yang dapat disimpan, dan kaki tabelnya."""
        self._periksa_kepala()
        awal = self.kepala.baris
        semua = []
        for nomor, sel in enumerate(self.tabel.baris[awal:], start=awal + 1):
            satu = self._satu(nomor, sel)
            if satu is not None:
                semua.append(satu)
        return semua

    def _periksa_kepala(self) -> None:
        """Kolom asing yang berisi, kolom kembar, dan tahun pada judulnya."""
        hasil = self.lembar.buku.hasil
        tempat = hasil.catatan if self.is_abai else hasil.kesalahan
        for nomor, (letak, isi) in self.kepala.asing.items():
            if self._is_berisi(nomor):
                pesan = saran(isi, self.lembar.columns())
                tempat.append(Kesalahan(self.tabel.nama, letak, isi, pesan))
        for letak, isi in self.kepala.kembar:
            hasil.kesalahan.append(Kesalahan(self.tabel.nama, letak, isi, KEMBAR))
        if self.lembar.is_setahun:
            self._periksa_tahun()

    def _is_berisi(self, kolom: int) -> bool:
        """Kolom tanpa isi tidak menghilangkan apa pun bila dilewati."""
        for baris in self.tabel.baris[self.kepala.baris :]:
            if len(baris) >= kolom and baris[kolom - 1].isi:
                return True
        return False

    def _periksa_tahun(self) -> None:
        """Data tahun lain tidak masuk diam-diam ke tahun yang dipilih."""
        for nomor, baris in enumerate(self.tabel.baris[: self.kepala.baris], start=1):
            for kolom, sel in enumerate(baris, start=1):
                tertulis = _TAHUN.search(sel.isi)
                if tertulis and int(tertulis[1]) != self.lembar.buku.tahun:
                    pesan = BERTAHUN_LAIN.format(
                        tertulis=tertulis[1], dipilih=self.lembar.buku.tahun
                    )
                    letak = alamat(nomor, kolom)
                    satu = Kesalahan(self.tabel.nama, letak, sel.isi, pesan)
                    self.lembar.buku.hasil.kesalahan.append(satu)

    def _satu(self, nomor: int, sel: Sequence[Sel]) -> BarisBuku | None:
        """`None` bila kosong, di luar tabel, atau tanpa penanda."""
        mentah = {nama: _sel(sel, kolom) for nama, kolom in self.letak.items()}
        terisi = [nama for nama, satu in mentah.items() if satu.isi]
        if not terisi:
            self.is_ekor = True
            return None
        penanda = [nama for nama in terisi if self.lembar.kolom[nama].is_penanda]
        is_kaki = any(is_jumlah(mentah[nama].isi) for nama in penanda)
        isi = self._tulisan(nomor, mentah)
        baris = self._baris(nomor, isi, is_jumlah=is_kaki)
        if is_kaki:
            self.is_ekor = True
            return baris
        if penanda or (isi and self.lembar.turun and not self.is_ekor):
            self.is_ekor = False
            return baris
        self._tanpa_penanda(baris, terisi)
        return None

    def _tanpa_penanda(self, baris: BarisBuku, terisi: Sequence[str]) -> None:
        """Di bawah tabel biasanya tempat tanda tangan."""
        if self.is_ekor:
            self.lembar.buku.catat(baris, terisi[0], DILEWATI)
            return
        penanda = [satu.label for satu in self.lembar.columns() if satu.is_penanda]
        pesan = TANPA_PENANDA.format(penanda=" atau ".join(penanda).lower())
        self.lembar.buku.salah(baris, terisi[0], pesan)

    def _tulisan(self, nomor: int, mentah: dict[str, Sel]) -> dict[str, str]:
        """Isi tiap kolom; sel yang tidak dapat dipakai disebut dan tidak ikut."""
        isi = {}
        for nama, sel in mentah.items():
            kolom = self.lembar.kolom[nama]
            tulisan, masalah = _teks(sel, kolom)
            if masalah:
                self.lembar.buku.salah(self._baris(nomor, {nama: sel.isi}), nama, masalah)
                continue
            if kolom.is_turun:
                tulisan = tulisan or self.turun.get(nama, "")
                self.turun[nama] = tulisan
            isi[nama] = tulisan
        return isi

    def _baris(self, nomor: int, isi: dict[str, str], *, is_jumlah: bool = False) -> BarisBuku:
        return BarisBuku(
            lembar=self.tabel.nama,
            nomor=nomor,
            kolom=self.lembar.kolom,
            letak=self.letak,
            isi=isi,
            is_jumlah=is_jumlah,
        )


def pembaca(lembar: Lembar, tabel: Tabel, *, is_abai: bool) -> PembacaLembar | None:
    """Pembaca tabel itu sebagai `lembar`; `None` bila kepalanya tidak ditemukan."""
    kepala = cari_kepala(lembar.dikenal, tabel)
    if kepala is None:
        return None
    return PembacaLembar(lembar, tabel, kepala, is_abai)


def cocok(semua: Sequence[Lembar], tabel: Tabel) -> Lembar | None:
    """Lembar bernama sama, atau yang paling banyak kolomnya dikenali pada kepalanya."""
    for satu in semua:
        if satu.is_bernama(tabel):
            return satu
    terbaik = None
    terbanyak = 0
    for satu in semua:
        banyak = _banyak_dikenal(satu, tabel)
        if banyak > terbanyak:
            terbaik = satu
            terbanyak = banyak
    return terbaik


def _banyak_dikenal(lembar: Lembar, tabel: Tabel) -> int:
    kepala = cari_kepala(lembar.dikenal, tabel)
    if kepala is None:
        return 0
    return len(kepala.peta) - len(kepala.asing)


def _sel(baris: Sequence[Sel], kolom: int) -> Sel:
    """Sel kosong di ujung kanan tidak selalu ditulis."""
    if kolom > len(baris):
        return Sel()
    return baris[kolom - 1]


def _teks(sel: Sel, kolom: KolomBuku) -> tuple[str, str]:
    """Tulisan sel; nomor pada kolom tulisan tidak bertitik ribuan."""
    is_nomor = sel.jenis == "angka" and not kolom.is_angka
    if is_nomor:
        return sel.isi.removesuffix(".0"), ""
    if sel.isi == "-":
        return "", ""
    return teks(sel, kolom)
