"""Definisi satu indikator: semua yang mengubah cara angkanya dibaca atau dihitung."""

from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db import models

from kinerja.aturan.periode import Cara, Isian
from kinerja.aturan.satuan import desimal_ketikan, is_ukuran
from kinerja.aturan.syarat import Syarat
from kinerja.models.terukur import Terukur

# urut seperti dibaca orang; satu-satunya daftar unsur definisi
KOLOM_DEFINISI = (
    "nama",
    "satuan",
    "rumus_pembilang",
    "rumus_penyebut",
    "faktor",
    "desimal",
    "agregasi",
    "arah",
    "toleransi",
    "batas_bawah",
    "batas_atas",
    "skala_kualitatif",
    "sumber",
    "sumber_data",
    "cara_ukur",
    "keterbatasan",
    "cara_verifikasi",
    "keterangan",
)
# yang menilai angkanya; pada indikator milik skala dan periodenya, tiap tahun disimpan tersendiri
PENILAIAN = ("skala_predikat", "tingkat_sebutan")
UNSUR_DEFINISI = (*KOLOM_DEFINISI, *PENILAIAN)
# seberapa tepat angkanya: dari mana, bagaimana diukur, sampai di mana, diperiksa siapa
AKURASI = ("sumber_data", "cara_ukur", "keterbatasan", "cara_verifikasi")
# unsur yang merujuk baris lain -> nomor barisnya
NOMOR = {
    "skala_kualitatif": "skala_kualitatif_id",
    "skala_predikat": "skala_predikat_id",
}
# unsur yang mengubah besaran yang diukur; angka kedua tahun tidak dapat diselisihkan
BESARAN = frozenset(
    (
        "satuan",
        "rumus_pembilang",
        "rumus_penyebut",
        "faktor",
        "agregasi",
        "skala_kualitatif",
    )
)


class Definisi(Terukur):
    """Bersama untuk indikator dan definisinya yang disimpan tiap tahun."""

    nama = models.CharField(max_length=300)
    satuan = models.CharField(max_length=30)
    desimal = models.PositiveSmallIntegerField("desimal cetak", default=2)
    sumber = models.CharField(
        "sumber hitung",
        max_length=40,
        blank=True,
        help_text="Angka di sistem yang menjadi realisasinya; kosong berarti diisi tangan.",
    )
    sumber_data = models.CharField("sumber data", max_length=200, blank=True)
    cara_ukur = models.TextField("cara mengukur", blank=True)
    keterbatasan = models.TextField("keterbatasan data", blank=True)
    cara_verifikasi = models.TextField("cara verifikasi", blank=True)
    keterangan = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def kata(self) -> str:
        return self.nama

    @property
    def syarat_nilai(self) -> Syarat:
        """Ukuran yang desimal cetaknya nol juga ditulis bulat: pecahannya tidak akan tercetak."""
        if self.desimal == 0 and is_ukuran(self.satuan):
            return Syarat(f"{self.satuan} (desimal cetak 0)")
        return super().syarat_nilai

    @property
    def usulan(self) -> Cara:
        """Menurut rumus, satuan dan kata pada namanya."""
        return self.usulan_dari(None, ())

    @property
    def sidik(self) -> str:
        """Sidik semua unsurnya; berganti bila satu saja berganti."""
        isi = map(self.unsur, UNSUR_DEFINISI)
        tulisan = "\x1f".join(map(str, isi))
        sidik = sha256(tulisan.encode())
        return sidik.hexdigest()

    def desimal_bagi(self, isi: Isian | None) -> int:
        """Desimal cetak `isi`: ukuran yang tidak bulat paling sedikit sebagaimana diketik."""
        if self.desimal and is_ukuran(self.satuan):
            return max(self.desimal, desimal_ketikan(isi))
        return self.desimal

    def usulan_dari(self, target: Decimal | None, triwulan: Sequence[Decimal | None]) -> Cara:
        """Usulan dengan target triwulannya."""
        return self.usulan_bagi(self.nama, target, triwulan)

    def differs(self, lain: "Definisi") -> list[str]:
        """Unsur yang dibaca lain pada definisi `lain`; cara yang diusulkan sama dengan dipilih."""
        beda = []
        for nama in UNSUR_DEFINISI:
            if self.unsur(nama) != lain.unsur(nama):
                beda.append(nama)
        if "agregasi" in beda and self.cara == lain.cara:
            beda.remove("agregasi")
        return beda

    def is_comparable(self, lain: "Definisi") -> bool:
        """Besaran yang diukur sama, sehingga angkanya dapat diselisihkan."""
        return BESARAN.isdisjoint(self.differs(lain))

    def unsur(self, nama: str) -> Any:
        """Isi satu unsur; yang merujuk baris lain disebut nomornya."""
        return getattr(self, NOMOR.get(nama, nama))

    def follow(self, lain: "Definisi") -> None:
        """Semua kolomnya seperti pada `lain`; belum disimpan."""
        self._copy(lain, KOLOM_DEFINISI)

    def _copy(self, lain: "Definisi", semua: Sequence[str]) -> None:
        """Unsur yang disebut saja."""
        for nama in semua:
            isi = lain.unsur(nama)
            setattr(self, NOMOR.get(nama, nama), isi)
