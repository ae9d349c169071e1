"""Impor jawaban rumusan resmi.

Skor dan indeks terbitannya dibaca bersama, dibandingkan dan disimpan seperti lembar.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from documents.impor import Hasil, Kesalahan
from documents.pembaca import Tabel
from idm.actions.impor import PenerimaIdm
from idm.impor import Acuan, BarisIdm, Nilai
from idm.impor.rumusan import LEMBAR, Rusak, TabelRumusan, urai
from idm.models import Instrumen
from idm.rumusan import ButirRumusan, Rumusan, Salah, read
from idm.scoring import Ambang
from idm.sources import butir
from villages.kode import dengan_titik

Tempat = tuple[str, str, str]  # lembar, sel, nama berkas


class PenerimaRumusan(PenerimaIdm):
    """Satu jawaban JSON, beberapa, atau zip; desa dan tahunnya dari isinya."""

    judul = "Rumusan IDM"
    akhiran = (".json", ".zip")
    is_banyak = True
    is_diantrekan = False  # paling banyak 100 jawaban; selesai sebelum halamannya terbuka
    is_pilih_tahun = False
    pengantar = (
        "Kumpulkan jawaban layanan rumusan: satu berkas JSON tiap desa tiap tahun, beberapa "
        "sekaligus (paling banyak 100), atau semuanya dalam satu zip. "
        "Desa dan tahunnya dibaca dari isinya.",
        "Skor, indeks dan status tiap berkas dicocokkan dengan rubrik dan rumusnya. "
        "Indeksnya langsung berlaku; skornya draf sampai diverifikasi.",
    )

    def read(self, nama: str, data: bytes) -> list[Tabel]:
        """Satu tabel berisi semua jawabannya."""
        return urai(nama, data)

    def check(self, tabel: Sequence[Tabel]) -> Hasil:
        """Semua jawaban dibaca dahulu, lalu dibandingkan sekaligus."""
        acuan = Acuan(self.kabupaten)
        pembaca = _Pembaca(acuan)
        berkas = _berkas(tabel)
        for nomor, (nama, isi) in enumerate(berkas, start=1):
            tempat = (LEMBAR, f"A{nomor}", nama)
            pembaca.satu(tempat, isi)
        return self.bandingkan(pembaca.rows, pembaca.kesalahan, [], pembaca.banyak)


def _berkas(tabel: Sequence[Tabel]) -> Iterator[tuple[str, Any]]:
    """Nama tiap berkas dan isinya, menurut urutan unggahannya."""
    for satu in tabel:
        if not isinstance(satu, TabelRumusan):
            continue
        nama = [baris[0].isi for baris in satu.baris]
        yield from zip(nama, satu.isi, strict=True)


class _Pembaca:
    """Mengumpulkan baris dan masalah dari semua jawaban satu unggahan."""

    def __init__(self, acuan: Acuan) -> None:
        """Desa dan tahun yang sudah terlihat diingat sepanjang unggahannya."""
        self.acuan = acuan
        self.rows: list[BarisIdm] = []
        self.kesalahan: list[Kesalahan] = []
        self.banyak = 0
        self.pertama: dict[tuple[str, int], Tempat] = {}
        self.butir = cache(self._butir)

    def _butir(self, tahun: int) -> list[ButirRumusan]:
        """Butir instrumen tahun itu; kosong bila tidak ada."""
        rubrik = self.acuan.rubrik(tahun)
        if rubrik is None:
            return []
        instrumen = Instrumen.objects.get(pk=rubrik.pk)
        return butir(instrumen)

    def _ambang(self, tahun: int) -> Ambang:
        """Kosong bila instrumennya tidak ada; bacaannya menolak lebih dahulu."""
        rubrik = self.acuan.rubrik(tahun)
        return getattr(rubrik, "ambang", ())

    def satu(self, tempat: Tempat, isi: Any) -> None:
        """Satu jawaban; masalahnya dicatat pada berkasnya."""
        self.banyak += 1
        try:
            if isinstance(isi, Rusak):
                raise Salah([str(isi)])
            rumusan = read(isi, self.butir, self._ambang)
            baris = self._baris(tempat, rumusan)
            self.rows.append(baris)
        except Salah as salah:
            for pesan in salah.masalah:
                masalah = Kesalahan(*tempat, pesan)
                self.kesalahan.append(masalah)

    def _baris(self, tempat: Tempat, rumusan: Rumusan) -> BarisIdm:
        """Baris untuk dibandingkan.

        `Salah` bila desanya tidak dikenal atau sudah ada pada berkas lain.
        """
        lembar, sel, _ = tempat
        tertulis = dengan_titik(rumusan.kode)
        kode = self.acuan.kini(tertulis)
        desa = self.acuan.desa.get(kode)
        rubrik = self.acuan.rubrik(rumusan.tahun)
        if desa is None or rubrik is None:
            wilayah = self.acuan.wilayah
            raise Salah([f"Kode {rumusan.kode} bukan desa di {wilayah}."])
        desa = self.acuan.pada(desa, rumusan.tahun)
        kunci = (kode, rumusan.tahun)
        lain = self.pertama.setdefault(kunci, tempat)
        if lain != tempat:
            *_, berkas = lain
            sebutan = f"{desa.nama} {rumusan.tahun}"
            raise Salah([f"{sebutan} sudah ada pada {berkas}."])
        status = rumusan.status.value
        terbitan = Nilai(**rumusan.tertulis, status=status)
        return BarisIdm(
            desa=desa,
            kode=kode,
            tahun=rumusan.tahun,
            rubrik=rubrik,
            skor=rumusan.skor,
            terbitan=terbitan,
            lembar=lembar,
            sel=sel,
        )
