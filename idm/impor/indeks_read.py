"""Baris lembar Indeks Desa menjadi nilai terbitan tiap desa, dengan semua masalahnya."""

import re
from decimal import Decimal
from typing import NamedTuple

from core.angka import format_angka
from documents.impor import Kesalahan
from documents.impor.kata import KEMBAR, is_jumlah
from documents.pembaca import Tabel
from idm.impor import Acuan, kode_desa
from idm.impor.acuan import DesaDikenal
from idm.impor.indeks_kepala import KINI, Baris, PetaIndeks, peta_indeks, tulisan
from idm.impor.indeks_nilai import NilaiIndeks, Terbaca
from idm.impor.indeks_susunan import SusunanLembar
from idm.impor.lembar import check_tahun_lembar
from idm.impor.luar import LUAR, dilewati, tanpa_desa, tentang_berkas
from idm.impor.read import angka_tahun
from idm.models import Instrumen

TANPA_JUDUL = (
    "Tidak ada baris judul yang dikenali: perlu kode desa, keenam dimensi, dan skor Indeks Desa."
)
CAMPUR = "IDM dan Indeks Desa dalam satu lembar; unggah terpisah, sebab tidak disandingkan."
_WILAYAH = re.compile(r"\d{2}(?:\.?\d{2}){0,2}")  # provinsi, kabupaten atau kecamatan


class BarisIndeks(NamedTuple):
    """Satu desa satu tahun sebagaimana diterbitkan.

    `skor` 0–100 dua desimal; `poin` tiap dimensi dan `jawaban` tiap aspek sebagai deret, kosong
    bila tidak dimuat lengkap.
    """

    desa: DesaDikenal
    kode: str
    tahun: int
    instrumen: int
    skor: Decimal
    status: str
    poin: str
    jawaban: str
    lembar: str
    sel: str

    def __str__(self) -> str:
        skor = format_angka(self.skor, 2)
        status = self.status.title()
        return f"{skor} {status}"


class PembacaIndeks:
    """Semua lembar satu berkas; `tahun` bagi nilai yang judulnya tanpa tahun.

    Desa kabupaten lain dan baris rekap wilayahnya dihitung lalu dilewati, sehingga berkas
    senegara dapat diunggah sebagaimana adanya.
    """

    def __init__(self, acuan: Acuan, tahun: int) -> None:
        """Edisinya dibaca sekali."""
        self.acuan = acuan
        self.tahun = tahun
        edisi = Instrumen.objects.filter(cara=Instrumen.Cara.DIMENSI)
        lengkap = edisi.prefetch_related("dimensiindeks_set__subdimensiindeks_set")
        self.edisi = list(lengkap.order_by("tahun_awal"))
        self.rows: list[BarisIndeks] = []
        self.kesalahan: list[Kesalahan] = []
        self.catatan: list[Kesalahan] = []
        self.susunan: list[SusunanLembar] = []
        self.terlihat: dict[tuple[str, int], str] = {}
        self.banyak_baris = 0
        self.luar = 0  # desa kabupaten lain
        self.rekap = 0  # baris wilayah di atas desa
        self.is_abai = False
        self.is_sekaligus = False  # senegara: yang benar diperiksa sekaligus

    def lembar(self, tabel: Tabel) -> None:
        """Lembar tanpa dimensi dan nilainya (kuesioner, isu) dilewati."""
        peta = peta_indeks(tabel.baris, self.edisi)
        if peta is not None:
            _LembarIndeks(self, tabel, peta).read()

    def selesai(self) -> None:
        """Yang perlu disebut sekali tentang berkasnya."""
        if not self.banyak_baris and not self.kesalahan:
            kosong = tanpa_desa(self.luar, self.acuan.wilayah) or TANPA_JUDUL
            masalah = tentang_berkas(kosong)
            self.kesalahan.append(masalah)
        self._sebut_dilewati(self.luar, LUAR)
        self._sebut_dilewati(self.rekap, "baris rekap wilayah di atas desa")

    def _sebut_dilewati(self, banyak: int, sebutan: str) -> None:
        """Banyak baris yang bukan desa kantor ini."""
        if banyak:
            catatan = dilewati(banyak, sebutan)
            self.catatan.append(catatan)

    def instrumen(self, tahun: int) -> Instrumen | None:
        """Edisi yang berlaku pada `tahun`; `None` bila belum ada."""
        berlaku = None
        for satu in self.edisi:
            akhir = satu.tahun_akhir or tahun
            if satu.tahun_awal <= tahun <= akhir:
                berlaku = satu
        return berlaku


class _LembarIndeks(NilaiIndeks):
    """Desa dan tahun tiap baris satu lembar rekap."""

    def __init__(self, pembaca: PembacaIndeks, tabel: Tabel, peta: PetaIndeks) -> None:
        """Tahunnya menurut judul nilainya yang terbaru; yang tanpa tahun milik tahun dipilih."""
        super().__init__(tabel, peta, pembaca.kesalahan, pembaca.catatan)
        self.pembaca = pembaca
        self.siap: dict[int, Terbaca] = {}  # nomor baris yang sudah terbaca sekaligus
        self.tahun = pembaca.tahun
        bertahun = peta.nilai.keys() - {KINI}
        is_kini = KINI in peta.nilai and self.tahun not in bertahun
        if bertahun and not is_kini:
            self.tahun = max(bertahun)
            self.kunci_nilai = self.tahun

    def read(self) -> None:
        """Judul dan bobotnya dahulu; barisnya hanya dibaca bila keduanya benar."""
        self._check_judul()
        if self.susunan is None or self.pembaca.kesalahan:
            self.pembaca.banyak_baris += 1
            return
        self.pembaca.susunan.append(self.susunan)
        if self.pembaca.is_sekaligus:
            from idm.impor.indeks_massal import read_sekaligus  # numpy bagi perintah saja

            self.siap = read_sekaligus(self, self.peta.awal_isi)
        for nomor, isi in enumerate(self.tabel.baris, start=1):
            if nomor >= self.peta.awal_isi:
                self.nomor = nomor
                self._baris(isi)

    def _check_judul(self) -> None:
        """Judulnya, edisinya, lalu bobotnya."""
        self.kesalahan += check_tahun_lembar(
            self.tabel,
            self.peta.baris,
            self.peta.nilai,
            self.pembaca.tahun,
        )
        judul = self.tabel.baris[self.peta.baris - 1]
        self._sebut_judul(judul)
        instrumen = self.pembaca.instrumen(self.tahun)
        if instrumen is None:
            tertulis = str(self.tahun)
            pesan = f"Belum ada edisi Indeks Desa untuk {tertulis}."
            self.salah(self.peta.kode, tertulis, pesan)
            return
        if not instrumen.ambang():
            pesan = f"{instrumen} belum mempunyai ambang status."
            self.salah(self.peta.kode, "", pesan)
        susunan = SusunanLembar(self.peta, instrumen)
        self.susunan = susunan
        self.nomor = self.peta.baris_bobot or self.peta.baris
        for kolom, pesan in susunan.masalah:
            self.salah(kolom, "", pesan)
        for nama in susunan.tak_terinci:
            pesan = f"Kolom skor {nama} bukan satu kolom tiap aspek; aspeknya tidak dibaca."
            letak = self.peta.subdimensi[nama]
            self.record(letak, nama, pesan)
        self._sebut_status_lalu(judul)

    def _sebut_judul(self, judul: Baris) -> None:
        """IDM yang tercampur, kolom kembar, dan kolom asing."""
        for kolom in self.peta.idm[:1]:
            teks = tulisan(judul, kolom)
            self.salah(kolom, teks, CAMPUR)
        for kolom in self.peta.kembar:
            teks = tulisan(judul, kolom)
            self.salah(kolom, teks, KEMBAR)
        for kolom in self.peta.asing:
            teks = tulisan(judul, kolom)
            sebut = self.salah
            if self.pembaca.is_abai:
                sebut = self.record
            pesan = f"Kolom “{teks}” tidak dikenal."
            sebut(kolom, teks, pesan)

    def _sebut_status_lalu(self, judul: Baris) -> None:
        """Status tahun lain tanpa nilainya tidak dapat diperiksa, jadi tidak dibaca."""
        for tahun, kolom in self.peta.status.items():
            is_lain = tahun not in (KINI, self.tahun)
            if is_lain and tahun not in self.peta.nilai:
                tertulis = tulisan(judul, kolom)
                pesan = f"Status {tahun} tanpa nilainya tidak dibaca."
                self.record(kolom, tertulis, pesan)

    def _baris(self, isi: Baris) -> None:
        """Satu baris isi; rekap wilayah dan kaki tabel dilewati."""
        tertulis = tulisan(isi, self.peta.kode)
        if not tertulis or (not tertulis[0].isdigit() and is_jumlah(tertulis)):
            return
        if _WILAYAH.fullmatch(tertulis):
            self.pembaca.rekap += 1
            return
        acuan = self.pembaca.acuan
        kode = acuan.kini(kode_desa(tertulis))
        desa = acuan.desa.get(kode)
        if desa is not None:
            self.pembaca.banyak_baris += 1
            self._desa(isi, desa, kode)
        elif acuan.is_luar(kode):
            self.pembaca.luar += 1
        else:
            self.pembaca.banyak_baris += 1
            sebab = self._sebab_asing(kode)
            self.salah(self.peta.kode, tertulis, sebab)

    def _desa(self, isi: Baris, desa: DesaDikenal, kode: str) -> None:
        """Tahun lembarnya, lalu tahun lain yang nilainya dimuat di sampingnya."""
        tahun_kini = self._tahun_baris(isi)
        self._setahun(isi, desa, kode, tahun_kini, self.kunci_nilai)
        for tahun in self.peta.nilai:
            is_lain = tahun not in (KINI, self.kunci_nilai)
            if is_lain and self.pembaca.instrumen(tahun):
                self._setahun(isi, desa, kode, tahun, tahun)

    def _sebab_asing(self, kode: str) -> str:
        """Mengapa kodenya tidak diterima."""
        if kode in self.pembaca.acuan.kelurahan:
            return "Ini kelurahan; Indeks Desa hanya untuk desa."
        wilayah = self.pembaca.acuan.wilayah
        return f"Tidak ada desa dengan kode ini di {wilayah}; kode desa sepuluh angka."

    def _tahun_baris(self, isi: Baris) -> int:
        """Kolom tahunnya bila ada, selain itu tahun lembarnya."""
        teks = tulisan(isi, self.peta.tahun).removesuffix(".0")
        if not teks:
            return self.tahun
        tahun = angka_tahun(teks)
        if tahun is None:
            kolom = self.peta.tahun or 0
            self.salah(kolom, teks, "Tahun tidak dikenal.")
            return self.tahun
        return tahun

    def _setahun(self, isi: Baris, desa: DesaDikenal, kode: str, tahun: int, kunci: int) -> None:
        """Nilai, status, poin dan aspek satu tahun; tahun lalu hanya nilai dan statusnya."""
        instrumen = self.pembaca.instrumen(tahun)
        if instrumen is None:
            tertulis = str(tahun)
            pesan = f"Belum ada edisi Indeks Desa untuk {tahun}."
            self.salah(self.peta.kode, tertulis, pesan)
            return
        terbaca = None
        if kunci == self.kunci_nilai and self.susunan and instrumen is self.susunan.instrumen:
            terbaca = self.siap.pop(self.nomor, None)
        if terbaca is None:
            terbaca = self._rinci(isi, kunci, instrumen)
        sel = self.tempat(self.peta.kode)
        if terbaca is None or not self._baru(kode, tahun, sel):
            return
        baris = BarisIndeks(
            desa=self.pembaca.acuan.pada(desa, tahun),
            kode=kode,
            tahun=tahun,
            instrumen=instrumen.pk,
            skor=terbaca.skor,
            status=terbaca.status,
            poin=terbaca.poin,
            jawaban=terbaca.jawaban,
            lembar=self.tabel.nama,
            sel=sel,
        )
        self.pembaca.rows.append(baris)

    def _rinci(self, isi: Baris, kunci: int, instrumen: Instrumen) -> Terbaca | None:
        """Sel demi sel; `None` bila ada yang salah (sudah dilaporkan)."""
        sebelum = len(self.kesalahan)
        skor = self.skor(isi, self.peta.nilai[kunci])
        if skor is None:
            return None
        status = self.status(isi, kunci, skor, instrumen)
        poin = ""
        jawaban = ""
        if kunci == self.kunci_nilai:
            poin = self.poin(isi, skor)
            jawaban = self.jawaban(isi, instrumen)
        if len(self.kesalahan) > sebelum:
            return None
        return Terbaca(skor, status, poin, jawaban)

    def _baru(self, kode: str, tahun: int, sel: str) -> bool:
        """Desa dan tahun yang sudah disebut di atas ditolak dengan tempatnya."""
        tempat = f"{self.tabel.nama} {sel}"
        kunci = (kode, tahun)
        lama = self.pembaca.terlihat.setdefault(kunci, tempat)
        if lama == tempat:
            return True
        pesan = f"Desa ini untuk tahun {tahun} sudah ada pada {lama}."
        self.salah(self.peta.kode, kode, pesan)
        return False
