"""Membaca baris lembar IDM; tiap masalah disebut dengan lembar, sel, isi, dan yang seharusnya."""

from collections.abc import Sequence

from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from documents.impor import Kesalahan
from documents.impor.kata import KEMBAR, is_jumlah, kode_rusak
from documents.impor.penerima import Lapor, tanpa_kabar
from idm.impor import Acuan, BarisIdm, Nilai, Rubrik, kode_desa
from idm.impor.acuan import DesaDikenal
from idm.impor.kepala import SEKARANG, Peta, peta_kolom, saran
from idm.impor.lembar import Isi, LembarTerbaca, check_tahun_lembar, tanpa_baris_desa
from idm.impor.luar import LUAR, dilewati, tanpa_desa, tentang_berkas
from idm.impor.skor import KolomSkor
from idm.impor.terbitan import KolomTerbitan
from villages.kode import pesan_bps, tanpa_titik
from villages.sources import pesan_kode_lama

TANPA_JUDUL = (
    "Tidak ada baris judul yang dikenali: perlu kolom kode desa dan skor "
    "atau indeks IKS, IKE, IKL, IDM."
)
TANPA_ISI = "Baris ini tanpa skor dan tanpa indeks."
Kunci = tuple[str, int]  # kode desa, tahun
BUKAN_TAHUN = f"Tahun harus antara {TAHUN_AWAL} dan {TAHUN_AKHIR}."


class Pembaca:
    """Mengumpulkan baris dan masalah dari semua lembar satu berkas.

    `tahun` yang dipilih, bagi baris tanpa kolom tahun.
    """

    def __init__(self, acuan: Acuan, tahun: int) -> None:
        """Desa dan tahun yang sudah terlihat diingat sepanjang berkasnya."""
        self.acuan = acuan
        self.tahun = tahun
        self.rows: list[BarisIdm] = []
        self.kesalahan: list[Kesalahan] = []
        self.catatan: list[Kesalahan] = []
        self.banyak_baris = 0
        self.terlihat: dict[Kunci, str] = {}
        self.luar = 0  # desa kabupaten lain
        self.sudah = 0  # baris yang dibaca, juga yang dilewati
        self.dari = 0  # baris semua lembarnya; nol bila kemajuannya tidak dikabarkan
        self.is_abai = False  # kolom asing dilewati dan hanya disebut
        self.lapor: Lapor = tanpa_kabar

    def selesai(self) -> None:
        """Dipanggil sesudah semua lembar: yang perlu disebut sekali tentang berkasnya."""
        if not self.banyak_baris and not self.kesalahan:
            kosong = tanpa_desa(self.luar, self.acuan.wilayah) or TANPA_JUDUL
            masalah = tentang_berkas(kosong)
            self.kesalahan.append(masalah)
        elif self.luar:
            catatan = dilewati(self.luar, LUAR)
            self.catatan.append(catatan)

    def lembar(self, nama: str, baris: Sequence[Isi]) -> None:
        """Baca satu lembar; yang tidak bertajuk kode desa dilewati."""
        peta = peta_kolom(baris, self.acuan)
        if peta is None:
            self.sudah += len(baris)
            return
        tabel = tanpa_baris_desa(nama, baris, peta.kode)
        self.kesalahan += check_tahun_lembar(tabel, peta.baris, peta.nilai, self.tahun)
        judul = baris[peta.baris - 1]
        satu = _LembarIdm(self, nama, peta, len(judul))
        for kolom in peta.asing:
            tertulis = judul[kolom]
            pesan = saran(tertulis, self.acuan)
            sebut = satu.record if self.is_abai else satu.salah
            sebut(kolom, tertulis, pesan)
        for kolom in peta.kembar:
            satu.salah(kolom, judul[kolom], KEMBAR)
        isi_lembar = baris[peta.baris :]
        for nomor, isi in enumerate(isi_lembar, start=peta.baris + 1):
            satu.baris(nomor, isi)
            self.lapor(self.sudah + nomor, self.dari)
        self.sudah += len(baris)


class _LembarIdm(LembarTerbaca):
    """Desa dan tahun tiap baris, dengan skor dan indeks terbitannya."""

    def __init__(
        self,
        pembaca: Pembaca,
        nama: str,
        peta: Peta,
        lebar: int,
    ) -> None:
        """`lebar` banyak kolom judulnya; baris yang lebih pendek dipanjangkan."""
        super().__init__(nama, peta, pembaca.kesalahan, pembaca.catatan)
        self.pembaca = pembaca
        self.lebar = lebar
        self.skor = KolomSkor(self)
        self.terbitan = KolomTerbitan(self)

    def baris(self, nomor: int, isi: Isi) -> None:
        """Satu baris isi; yang kosong seluruhnya dan kaki tabel dilewati."""
        lengkap = self._sepanjang_judul(isi)
        if not any(isi) or self._is_kaki(lengkap):
            return
        self.nomor = nomor
        tertulis = lengkap[self.peta.kode]
        kode = self._kode(tertulis)
        acuan = self.pembaca.acuan
        desa = acuan.desa.get(kode)
        if desa is None and acuan.is_luar(kode):
            self.pembaca.luar += 1
            return
        self.pembaca.banyak_baris += 1
        if desa is None:
            pesan = self._desa_asing(kode)
            self.salah(self.peta.kode, tertulis, pesan)
        awal = len(self.kesalahan)
        is_terbaca = self._read(lengkap, desa, kode)
        is_benar = len(self.kesalahan) == awal
        if is_benar and not is_terbaca:
            self.salah(self.peta.kode, tertulis, TANPA_ISI)

    def _is_kaki(self, isi: Isi) -> bool:
        """Jumlah atau rata-rata di bawah tabel."""
        kode = isi[self.peta.kode]
        if kode:
            return not kode[0].isdigit() and is_jumlah(kode)
        return any(is_jumlah(isi[kolom]) for kolom in self.peta.sebutan)

    def _sepanjang_judul(self, isi: Isi) -> Isi:
        """Sel kosong di ujung kanan tidak selalu ditulis."""
        kurang = self.lebar - len(isi)
        if kurang <= 0:
            return isi
        kosong = [""] * kurang
        return [*isi, *kosong]

    def _read(self, isi: Isi, desa: DesaDikenal | None, kode: str) -> bool:
        """Simpan isi tiap tahunnya; `False` bila tidak satu tahun pun berisi."""
        is_terbaca = False
        for tahun, kolom in self._tahun(isi):
            rubrik = self._rubrik(tahun)
            if rubrik is None:
                continue
            skor, terbitan = self._isi(isi, kolom, rubrik)
            if skor or terbitan:
                is_terbaca = True
                self._terima(desa, kode, tahun, rubrik, skor, terbitan)
        return is_terbaca

    def _isi(
        self,
        isi: Isi,
        kolom: int,
        rubrik: Rubrik,
    ) -> tuple[str, Nilai | None]:
        """Skor dan terbitan satu tahun; kolom bertahun pada judulnya tidak berskor."""
        skor = ""
        if kolom == SEKARANG:
            skor = self.skor.deret(isi, rubrik)
        letak = self.peta.terbitan.get(kolom, {})
        terbitan = self.terbitan.nilai(isi, letak, rubrik)
        return skor, terbitan

    def _rubrik(self, tahun: int) -> Rubrik | None:
        """Rubrik tahun itu; yang tidak ada dilaporkan pada kolom tahunnya."""
        rubrik = self.pembaca.acuan.rubrik(tahun)
        if rubrik is None:
            kolom = self.peta.kode
            if self.peta.tahun is not None:
                kolom = self.peta.tahun
            pesan = f"Tidak ada instrumen IDM berskor untuk tahun {tahun}."
            self.salah(kolom, str(tahun), pesan)
        return rubrik

    def _terima(
        self,
        desa: DesaDikenal | None,
        kode: str,
        tahun: int,
        rubrik: Rubrik,
        skor: str,
        terbitan: Nilai | None,
    ) -> None:
        """Simpan barisnya bila desanya dikenal dan belum disebut di atas."""
        sel = self.sel(self.peta.kode)
        if desa is None or not self._baru(kode, tahun, sel):
            return
        baris = BarisIdm(
            desa=self.pembaca.acuan.pada(desa, tahun),
            kode=kode,
            tahun=tahun,
            rubrik=rubrik,
            skor=skor,
            terbitan=terbitan,
            lembar=self.nama,
            sel=sel,
        )
        self.pembaca.rows.append(baris)

    def _kode(self, teks: str) -> str:
        """Kode desa kini; kode edisi lama diterima dan disebut."""
        tertulis = kode_desa(teks)
        kini = self.pembaca.acuan.kini(tertulis)
        if kini != tertulis:
            pesan = pesan_kode_lama(kini)
            self.record(self.peta.kode, tertulis, pesan)
        return kini

    def _desa_asing(self, kode: str) -> str:
        """Mengapa kodenya tidak diterima."""
        acuan = self.pembaca.acuan
        if kode in acuan.kelurahan:
            return "Ini kelurahan; IDM hanya untuk desa."
        sebab = pesan_bps(tanpa_titik(kode)) or kode_rusak(kode)
        if sebab:
            return sebab
        return f"Tidak ada desa dengan kode ini di {acuan.wilayah}; kode desa sepuluh angka."

    def _tahun(self, isi: Isi) -> list[tuple[int, int]]:
        """`(tahun, kunci kolom terbitan)`.

        Kolom tanpa tahun pada judulnya memakai kolom tahun atau tahun bawaan.
        """
        bertahun = []
        for tahun in self.peta.terbitan:
            if tahun != SEKARANG:
                bertahun.append((tahun, tahun))
        if not self.peta.is_tanpa_tahun:
            return bertahun
        milik_baris = self._tahun_baris(isi)
        if milik_baris is None:
            return bertahun
        return [(milik_baris, SEKARANG), *bertahun]

    def _tahun_baris(self, isi: Isi) -> int | None:
        """Menurut kolom tahunnya, atau tahun bawaan; `None` bila salah (sudah dilaporkan)."""
        kolom = self.peta.tahun
        if kolom is None:
            return self.pembaca.tahun
        teks = isi[kolom].removesuffix(".0")
        tahun = angka_tahun(teks)
        if tahun is None:
            self.salah(kolom, teks, BUKAN_TAHUN)
        return tahun

    def _baru(self, kode: str, tahun: int, sel: str) -> bool:
        """Desa dan tahun yang sudah disebut di atas ditolak dengan tempatnya."""
        kolom = self.peta.kode
        terlihat = self.pembaca.terlihat
        kunci = (kode, tahun)
        lama = terlihat.get(kunci)
        if lama:
            pesan = f"Desa ini untuk tahun {tahun} sudah ada pada {lama}."
            self.salah(kolom, kode, pesan)
            return False
        tempat = f"{self.nama} {sel}"
        terlihat[kunci] = tempat
        return True


def angka_tahun(teks: str) -> int | None:
    """`None` bila bukan tahun yang dikenal."""
    if not teks.isascii() or not teks.isdigit():
        return None
    tahun = int(teks)
    if TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        return tahun
    return None
