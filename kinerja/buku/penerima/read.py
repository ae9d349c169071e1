"""Satu tabel berkas menjadi baris satu lembar buku: kepala, sel gabungan, kaki, ekor."""

from collections.abc import Sequence

from core.angka import is_setrip
from documents.impor import Kesalahan
from documents.impor.judul import check_pengali, check_tahun
from documents.impor.kata import KEMBAR, is_jumlah
from documents.impor.kepala import KepalaLembar, cari_kepala, judul, saran
from documents.impor.sel import is_strip, teks
from documents.pembaca import Sel, Tabel
from kinerja.buku.penerima.kolom import BarisBuku, KolomBuku
from kinerja.buku.penerima.lembar import Lembar

Sebaris = Sequence[Sel]
Isi = dict[str, str]  # kolom → tulisannya
PerSel = dict[str, Sel]  # kolom → selnya
TANPA_KEPALA = "Tidak ada baris judul yang dikenali. Kolom yang dikenali: {kolom}."
TANPA_PENANDA = "Baris ini berisi tetapi tanpa {penanda}."
DILEWATI = "Baris di bawah tabel; dilewati."


class PembacaLembar:
    """Membaca satu tabel; masalah kepala dan selnya dicatat pada bukunya."""

    def __init__(
        self,
        lembar: Lembar,
        tabel: Tabel,
        kepala: KepalaLembar,
        *,
        is_abai: bool,
    ) -> None:
        self.lembar = lembar
        self.buku = lembar.buku
        self.tabel = tabel
        self.kepala = kepala
        self.is_abai = is_abai
        self.letak = _letak(kepala)
        self.turun: Isi = {}  # kolom → isi terakhirnya
        self.is_ekor = False  # sesudah kaki tabel atau baris kosong

    def baris(self) -> list[BarisBuku]:
        """Baris yang dapat disimpan, dan kaki tabelnya."""
        self._check_kepala()
        awal = self.kepala.baris
        isi = self.tabel.baris[awal:]
        semua = []
        for nomor, sel in enumerate(isi, start=awal + 1):
            satu = self._satu(nomor, sel)
            if satu is not None:
                semua.append(satu)
        return semua

    def _check_kepala(self) -> None:
        """Kolom asing yang berisi, kolom kembar, dan tahun pada judulnya."""
        hasil = self.buku.hasil
        tempat = hasil.catatan if self.is_abai else hasil.kesalahan
        for nomor, (letak, isi) in self.kepala.asing.items():
            if self._is_berisi(nomor):
                pesan = saran(isi, self.lembar.columns())
                asing = self._kesalahan(letak, isi, pesan)
                tempat.append(asing)
        for letak, isi in self.kepala.kembar:
            kembar = self._kesalahan(letak, isi, KEMBAR)
            hasil.kesalahan.append(kembar)
        hasil.kesalahan.extend(check_pengali(self.tabel, self.kepala.baris))
        if self.lembar.is_setahun:
            lain = check_tahun(
                self.tabel,
                self.kepala.baris,
                self.buku.tahun,
                self.kepala.judul,
            )
            hasil.kesalahan.extend(lain)

    def _is_berisi(self, kolom: int) -> bool:
        """Kolom tanpa isi tidak menghilangkan apa pun bila dilewati."""
        awal = self.kepala.baris
        for baris in self.tabel.baris[awal:]:
            sel = _sel(baris, kolom)
            if sel.isi:
                return True
        return False

    def _kesalahan(self, letak: str, isi: str, pesan: str) -> Kesalahan:
        """Masalah pada kepalanya."""
        return Kesalahan(self.tabel.nama, letak, isi, pesan)

    def _satu(self, nomor: int, sel: Sebaris) -> BarisBuku | None:
        """`None` bila kosong, di luar tabel, atau tanpa penanda."""
        mentah = self._mentah(sel)
        if not mentah:
            self.is_ekor = True
            return None
        isi = self._tulisan(nomor, mentah)
        penanda = self._penanda(mentah)
        kaki = filter(is_jumlah, penanda)
        if any(kaki):
            self.is_ekor = True
            return self._baris(nomor, isi, is_jumlah=True)
        baris = self._baris(nomor, isi)
        if penanda or self._is_lanjutan(isi):
            self.is_ekor = False
            return baris
        terisi = [nama for nama, satu in mentah.items() if satu.isi]
        self._tanpa_penanda(baris, terisi[0])
        return None

    def _mentah(self, baris: Sebaris) -> PerSel:
        """Sel tiap kolom; kosong bila tidak satu pun terisi."""
        mentah = {}
        for nama, kolom in self.letak.items():
            mentah[nama] = _sel(baris, kolom)
        terisi = [satu for satu in mentah.values() if satu.isi]
        if not terisi:
            return {}
        return mentah

    def _penanda(self, mentah: PerSel) -> list[str]:
        """Tulisan sel penanda yang terisi."""
        hasil = []
        for nama, sel in mentah.items():
            kolom = self.lembar.kolom[nama]
            if kolom.is_penanda and sel.isi:
                hasil.append(sel.isi)
        return hasil

    def _is_lanjutan(self, isi: Isi) -> bool:
        """Baris indikator di bawah kode yang selnya digabungkan."""
        if self.is_ekor or not isi:
            return False
        return self.lembar.is_berlanjut

    def _tanpa_penanda(self, baris: BarisBuku, kolom: str) -> None:
        """Di bawah tabel biasanya tempat tanda tangan."""
        if self.is_ekor:
            self.buku.record(baris, kolom, DILEWATI)
            return
        penanda = []
        for satu in self.lembar.columns():
            if satu.is_penanda:
                penanda.append(satu.label.lower())
        sebutan = " atau ".join(penanda)
        pesan = TANPA_PENANDA.format(penanda=sebutan)
        self.buku.salah(baris, kolom, pesan)

    def _tulisan(self, nomor: int, mentah: PerSel) -> Isi:
        """Isi tiap kolom; sel yang tidak dapat dipakai disebut dan tidak ikut."""
        isi = {}
        for nama, sel in mentah.items():
            kolom = self.lembar.kolom[nama]
            tulisan, masalah = _teks(sel, kolom)
            if is_strip(sel, kolom):
                baris = self._baris(nomor, {nama: sel.isi})
                letak = baris.kesalahan(nama, "")
                self.buku.hasil.record_strip(letak.lembar, judul(kolom), letak.sel)
            if masalah:
                baris = self._baris(nomor, {nama: sel.isi})
                self.buku.salah(baris, nama, masalah)
                continue
            if kolom.is_turun:
                tulisan = tulisan or self.turun.get(nama, "")
                self.turun[nama] = tulisan
            isi[nama] = tulisan
        return isi

    def _baris(
        self,
        nomor: int,
        isi: Isi,
        *,
        is_jumlah: bool = False,
    ) -> BarisBuku:
        """Satu baris sebagaimana terbaca."""
        return BarisBuku(
            lembar=self.tabel.nama,
            nomor=nomor,
            kolom=self.lembar.kolom,
            letak=self.letak,
            isi=isi,
            is_jumlah=is_jumlah,
            nomor_kepala=self.kepala.baris,
        )


def _letak(kepala: KepalaLembar) -> dict[str, int]:
    """Nama kolom → nomor kolom lembarnya."""
    letak = {}
    for nomor, muatan in kepala.peta.items():
        if isinstance(muatan, KolomBuku):
            letak[muatan.nama] = nomor
    return letak


def pembaca(lembar: Lembar, tabel: Tabel, *, is_abai: bool) -> PembacaLembar | None:
    """Pembaca tabel itu sebagai `lembar`; `None` bila kepalanya tidak ditemukan."""
    kepala = cari_kepala(lembar.dikenal, tabel)
    if kepala is None:
        return None
    return PembacaLembar(lembar, tabel, kepala, is_abai=is_abai)


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
    """Kolom yang dikenali dikurangi yang asing."""
    kepala = cari_kepala(lembar.dikenal, tabel)
    if kepala is None:
        return 0
    return len(kepala.peta) - len(kepala.asing)


def _sel(baris: Sebaris, kolom: int) -> Sel:
    """Sel kosong di ujung kanan tidak selalu ditulis."""
    if kolom > len(baris):
        return Sel()
    return baris[kolom - 1]


def _teks(sel: Sel, kolom: KolomBuku) -> tuple[str, str]:
    """Tulisan sel; nomor pada kolom tulisan tidak bertitik ribuan."""
    is_nomor = sel.jenis == "angka" and not kolom.is_angka
    if is_nomor:
        return sel.isi.removesuffix(".0"), ""
    if is_setrip(sel.isi):
        return "", ""
    return teks(sel, kolom)
