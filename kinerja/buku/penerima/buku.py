"""Buku kerja setahun sebagai satu impor: semua lembarnya diperiksa dan diterapkan bersama."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import transaction

from accounts.models import Pejabat
from core import audit
from core import tabel as uraian
from core.audit import Refused
from documents.impor import Hasil, Kesalahan, Penerima
from documents.models.impor import Terbaca
from documents.pembaca import Tabel
from kinerja.buku.actions import undo_buku
from kinerja.buku.penerima.anggaran import LembarDpa, LembarPegawai
from kinerja.buku.penerima.indikator import LembarIndikator
from kinerja.buku.penerima.kantor import LembarBidang, LembarPejabat
from kinerja.buku.penerima.lembar import Buku, Lembar
from kinerja.buku.penerima.pencatat import Pencatat
from kinerja.buku.penerima.program import LembarProgram
from kinerja.buku.penerima.read import TANPA_KEPALA, cocok, pembaca
from kinerja.buku.penerima.rencana_aksi import LembarRencanaAksi
from kinerja.buku.penerima.renstra import LembarRenstra
from kinerja.buku.penerima.unduhan import tabel_terisi
from kinerja.models import Program

PerLembar = dict[Lembar, Tabel]
SemuaTabel = Sequence[Tabel]
SemuaLembar = tuple[type[Lembar], ...]
# urut ditulis: yang dirujuk mendahului yang merujuknya
LEMBAR_KANTOR: SemuaLembar = (LembarBidang, LembarPejabat)
LEMBAR: SemuaLembar = (
    *LEMBAR_KANTOR,
    LembarRenstra,
    LembarIndikator,
    LembarProgram,
    LembarRencanaAksi,
    LembarDpa,
    LembarPegawai,
)
TERSEBUT = 12  # kolom yang disebut bila kepalanya tidak ditemukan
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
    is_diantrekan = True
    lembar: ClassVar[SemuaLembar] = LEMBAR
    pesan_templat = "Yang sudah tercatat terisi; yang belum dibiarkan kosong."
    pengantar = (
        "Semua lembar atau sebagian saja, dengan susunan kolom kantor Anda sendiri. "
        "Kolom yang tidak ada di berkas tidak mengubah apa pun.",
        "Baris dikenali dari kodenya, nomornya, atau namanya. Kode SIPD dua maupun empat angka.",
    )

    def check(self, tabel: SemuaTabel) -> Hasil:
        """Jalankan penyimpanannya lalu batalkan: kunci, kendala dan hak ikut diuji."""
        with transaction.atomic():
            pencatat = self._jalankan(tabel, by=self.user, note="")
            transaction.set_rollback(True)
        return pencatat.hasil

    def apply_berkas(
        self,
        impor: Any,
        ubahan: Sequence[Terbaca],
        *,
        by: Any,
        note: str,
    ) -> None:
        """Berkasnya dijalankan lagi; hasilnya harus sama dengan yang dilihat pada pratinjau."""
        self.is_abai = True  # yang dilewati sudah disebut pada pratinjau
        pencatat = self._jalankan(self.isi(impor), by=by, note=note)
        hasil = pencatat.hasil
        if hasil.kesalahan or hasil.ubahan != list(ubahan):
            raise Refused(BERUBAH)
        self.jejak = pencatat.jejak

    def batalkan(self, jejak: Sequence[Terbaca], *, by: Any, note: str) -> None:
        """Baris dikembalikan dari yang terakhir ditulis."""
        undo_buku(jejak=jejak, by=by, note=note)

    def _jalankan(self, tabel: SemuaTabel, *, by: Any, note: str) -> Pencatat:
        """Semua lembar menurut urutan tulisnya, bukan urutannya pada berkas."""
        pencatat = Pencatat(self.user, by, note)
        hasil = pencatat.hasil
        buku = Buku(self.user, self.tahun, pencatat)
        semua = [satu(buku) for satu in self.lembar]
        berisi = self._pasangkan(semua, tabel, hasil)
        sudah = 0
        self._banyak = sum(len(isi.baris) for isi in berisi.values())
        with audit.locked(self.kabupaten.kode):
            for lembar in semua:
                isi = berisi.get(lembar)
                if isi is not None:
                    self._lembar(lembar, isi, hasil, sudah)
                    sudah += len(isi.baris)
        hasil.sebut_strip()
        return pencatat

    def _pasangkan(
        self,
        semua: Sequence[Lembar],
        tabel: SemuaTabel,
        hasil: Hasil,
    ) -> PerLembar:
        """Tabel tiap lembar; yang asing disebut, tidak dilewati diam-diam."""
        berisi: PerLembar = {}
        for satu in tabel:
            if _is_kosong(satu):
                continue
            lembar = cocok(semua, satu)
            if lembar is None:
                self._asing(satu, hasil)
            elif lembar in berisi:
                pesan = KEMBAR.format(nama=lembar.nama)
                kembar = Kesalahan(satu.nama, "", "", pesan)
                hasil.kesalahan.append(kembar)
            else:
                berisi[lembar] = satu
        return berisi

    def _asing(self, tabel: Tabel, hasil: Hasil) -> None:
        """Menahan, kecuali diminta dilewati."""
        dikenali = [kelas.nama for kelas in self.lembar]
        nama = ", ".join(dikenali)
        pesan = ASING.format(nama=nama)
        asing = Kesalahan(tabel.nama, "", "", pesan)
        if self.is_abai:
            hasil.catatan.append(asing)
        else:
            hasil.kesalahan.append(asing)

    def _lembar(
        self,
        lembar: Lembar,
        tabel: Tabel,
        hasil: Hasil,
        sudah: int,
    ) -> None:
        """Satu lembar baris demi baris; `sudah` baris lembar-lembar sebelumnya."""
        dibaca = pembaca(lembar, tabel, is_abai=self.is_abai)
        if dibaca is None:
            label = [satu.label for satu in lembar.columns()]
            kolom = ", ".join(label[:TERSEBUT])
            pesan = TANPA_KEPALA.format(kolom=kolom)
            masalah = Kesalahan(tabel.nama, "", "", pesan)
            hasil.kesalahan.append(masalah)
            return
        semua = dibaca.baris()
        lembar.mulai(semua)
        for baris in semua:
            self.lapor(sudah + baris.nomor, self._banyak)
            if baris.is_jumlah:
                lembar.jumlah(baris)
            else:
                hasil.banyak_baris += 1
                lembar.store(baris)


class BukuKantor(BukuKerja):
    """Bidang dan pejabat saja, bagi admin yang belum mengisi kinerja."""

    model = Pejabat
    judul = "Bidang dan pejabat"
    halaman = "accounts:pejabat_list"
    lembar = LEMBAR_KANTOR
    pengantar = (
        "Lembar Bidang dan lembar Pejabat, atau salah satunya. Tanpa kolom perangkat daerah "
        "barisnya milik dinas PMD.",
        "Bidang dikenali dari namanya, pejabat dari NIP atau namanya. Tanggal menjabat yang lain "
        "menjadi masa jabatan baru.",
    )


def _is_kosong(tabel: Tabel) -> bool:
    """Lembar tanpa isi tidak perlu dikenali."""
    for baris in tabel.baris:
        terisi = [sel for sel in baris if sel.isi]
        if terisi:
            return False
    return True


def buku_terisi(
    user: Any,
    tahun: int,
    semua: SemuaLembar = LEMBAR,
) -> list[uraian.Tabel]:
    """Semua lembar dengan isi yang sudah tercatat, siap diunggah lagi."""
    buku = Buku(user, tahun, Pencatat(user, user, ""))
    return [tabel_terisi(satu(buku)) for satu in semua]
