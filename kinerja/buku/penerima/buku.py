"""Buku kerja setahun sebagai satu impor: semua lembarnya diperiksa dan diterapkan bersama."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from core import audit
from core import tabel as uraian
from core.audit import Refused
from documents.impor import Hasil, Kesalahan, Penerima
from documents.models.impor import Terbaca
from documents.pembaca import Tabel
from kinerja.buku.actions import undo_rows
from kinerja.buku.penerima.anggaran import LembarDpa, LembarPegawai
from kinerja.buku.penerima.baca import TANPA_KEPALA, cocok, pembaca
from kinerja.buku.penerima.indikator import LembarIndikator
from kinerja.buku.penerima.lembar import Buku, Lembar
from kinerja.buku.penerima.pencatat import Pencatat
from kinerja.buku.penerima.program import LembarProgram
from kinerja.buku.penerima.rencana_aksi import LembarRencanaAksi
from kinerja.buku.penerima.renstra import LembarRenstra
from kinerja.buku.penerima.unduhan import tabel_terisi
from kinerja.models import Program

# urut ditulis: yang dirujuk mendahului yang merujuknya
LEMBAR: tuple[type[Lembar], ...] = (
    LembarRenstra,
    LembarIndikator,
    LembarProgram,
    LembarRencanaAksi,
    LembarDpa,
    LembarPegawai,
)
BERUBAH = "datanya berubah sejak pratinjau."
ASING = "Lembar ini tidak dikenali. Nama lembar yang dikenali: {nama}."
KEMBAR = "Lembar {nama} sudah ada pada berkas ini."


class BukuKerja(Penerima):
    """Satu berkas, seluruhnya atau sebagian lembarnya saja."""

    model = Program
    hak = "add"
    judul = "Buku kerja"
    halaman = "kinerja:pohon"
    is_boleh_abai = True
    is_diringkas = True
    pengantar = (
        "Semua lembar atau sebagian saja, dengan susunan kolom kantor Anda sendiri. "
        "Kolom yang tidak ada di berkas tidak mengubah apa pun.",
        "Baris dikenali dari kodenya, nomornya, atau namanya. Kode SIPD dua maupun empat angka.",
    )

    def periksa(self, tabel: Sequence[Tabel]) -> Hasil:
        """Jalankan penyimpanannya lalu batalkan: kunci, kendala dan hak ikut diuji."""
        with transaction.atomic():
            pencatat = self._jalankan(tabel, by=self.user, note="")
            transaction.set_rollback(True)
        return pencatat.hasil

    def terapkan_berkas(self, impor: Any, ubahan: Sequence[Terbaca], *, by: Any, note: str) -> None:
        """Berkasnya dijalankan lagi; hasilnya harus sama dengan yang dilihat pada pratinjau."""
        self.is_abai = True  # yang dilewati sudah disebut pada pratinjau
        with impor.berkas.open("rb") as file:
            tabel = self.baca(impor.nama, file.read())
        pencatat = self._jalankan(tabel, by=by, note=note)
        if pencatat.hasil.kesalahan or pencatat.hasil.ubahan != list(ubahan):
            raise Refused(BERUBAH)
        self.jejak = pencatat.jejak

    def batalkan(self, jejak: Sequence[Terbaca], *, by: Any, note: str) -> None:
        undo_rows(jejak=jejak, by=by, note=note)

    def _jalankan(self, tabel: Sequence[Tabel], *, by: Any, note: str) -> Pencatat:
        """Semua lembar menurut urutan tulisnya, bukan urutannya pada berkas."""
        pencatat = Pencatat(self.user, by, note)
        buku = Buku(self.user, self.tahun, pencatat)
        semua = [satu(buku) for satu in LEMBAR]
        berisi = self._pasangkan(semua, tabel, pencatat.hasil)
        with audit.locked(self.kabupaten.kode):
            for lembar in semua:
                if lembar in berisi:
                    self._lembar(lembar, berisi[lembar], pencatat.hasil)
        return pencatat

    def _pasangkan(
        self,
        semua: Sequence[Lembar],
        tabel: Sequence[Tabel],
        hasil: Hasil,
    ) -> dict[Lembar, Tabel]:
        """Tabel tiap lembar; yang asing disebut, tidak dilewati diam-diam."""
        berisi: dict[Lembar, Tabel] = {}
        for satu in tabel:
            if not any(sel.isi for baris in satu.baris for sel in baris):
                continue
            lembar = cocok(semua, satu)
            if lembar is None:
                nama = ", ".join(kelas.nama for kelas in LEMBAR)
                tempat = hasil.catatan if self.is_abai else hasil.kesalahan
                tempat.append(Kesalahan(satu.nama, "", "", ASING.format(nama=nama)))
            elif lembar in berisi:
                pesan = KEMBAR.format(nama=lembar.nama)
                hasil.kesalahan.append(Kesalahan(satu.nama, "", "", pesan))
            else:
                berisi[lembar] = satu
        return berisi

    def _lembar(self, lembar: Lembar, tabel: Tabel, hasil: Hasil) -> None:
        """Satu lembar baris demi baris."""
        dibaca = pembaca(lembar, tabel, is_abai=self.is_abai)
        if dibaca is None:
            kolom = ", ".join(satu.label for satu in lembar.columns()[:12])
            pesan = TANPA_KEPALA.format(kolom=kolom)
            hasil.kesalahan.append(Kesalahan(tabel.nama, "", "", pesan))
            return
        semua = dibaca.baris()
        lembar.mulai(semua)
        for baris in semua:
            if baris.is_jumlah:
                lembar.jumlah(baris)
            else:
                hasil.banyak_baris += 1
                lembar.simpan(baris)


def buku_terisi(user: Any, tahun: int) -> list[uraian.Tabel]:
    """Semua lembar dengan isi yang sudah tercatat, siap diunggah lagi."""
    buku = Buku(user, tahun, Pencatat(user, user, ""))
    return [tabel_terisi(satu(buku)) for satu in LEMBAR]
