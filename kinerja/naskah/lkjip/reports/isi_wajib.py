"""Isi LKjIP menurut Permenpan-RB 53/2014, lampiran II: di mana letaknya dan mana yang belum ada."""

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.models import BagianLkjip, BagianNaskah, Lkjip
from kinerja.naskah.lkjip.isi.daftar import Butir
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip


@dataclass(frozen=True)
class Diminta:
    """Satu yang diminta; `bab` dan `tabel` tempatnya, `bagian` naskah yang mengisinya."""

    uraian: str
    bab: str = ""
    tabel: tuple[str, ...] = ()
    bagian: str = ""


@dataclass(frozen=True)
class Terpenuhi:
    """Satu yang diminta dengan tempatnya pada buku; kosong berarti belum ada.

    `is_sebagian` bila naskahnya saja yang ada, tanpa tabel yang diceritakannya.
    """

    uraian: str
    tempat: tuple[Butir, ...]
    bagian: BagianLkjip | None
    is_sebagian: bool

    @property
    def is_ada(self) -> bool:
        return bool(self.tempat)


DIMINTA = (
    ("Ikhtisar eksekutif", (Diminta("Ringkasan capaian", "ikhtisar", (), "ikhtisar"),)),
    (
        "Bab I Pendahuluan",
        (
            Diminta("Penjelasan umum organisasi", "gambaran_umum", (), "gambaran_umum"),
            Diminta("Tugas tiap bidang", "gambaran_umum", (), "tugas_bidang"),
            Diminta("Struktur organisasi dan pegawai", "organisasi", ("pegawai_status",)),
            Diminta("Sarana dan prasarana", "sarana", (), "sarana"),
            Diminta("Aspek dan isu strategis", "isu_strategis", (), "isu_strategis"),
            Diminta("Landasan hukum", "landasan_hukum", (), "landasan_hukum"),
            Diminta("Sistematika", "sistematika", (), "sistematika"),
        ),
    ),
    (
        "Bab II Perencanaan Kinerja",
        (
            Diminta("Ringkasan Renstra", "renstra", ("renstra",), "renstra"),
            Diminta("Perjanjian kinerja", "perjanjian", ("perjanjian",), "perjanjian_kinerja"),
            Diminta("Indikator kinerja dan formulanya", "indikator", ("iku", "ikk"), "iku"),
        ),
    ),
    (
        "Bab III Akuntabilitas Kinerja",
        (
            Diminta("Target dan realisasi tahun ini", "setahun", ("setahun",)),
            Diminta("Terhadap tahun-tahun lalu", "beberapa_tahun", ("iku_tahun", "ikk_tahun")),
            Diminta("Terhadap target akhir Renstra", "jangka_menengah", ("jangka_menengah",)),
            Diminta("Terhadap standar nasional", "standar", ("pembanding",), "standar_nasional"),
            Diminta("Analisis penyebab dan solusi", "analisis", (), "analisis_penyebab"),
            Diminta("Efisiensi sumber daya", "efisiensi", ("efisiensi",), "efisiensi"),
            Diminta("Program dan keluarannya", "program", ("program",), "program_penunjang"),
            Diminta("Status tiap desa", "status", ("status", "kecamatan", "pindah")),
            Diminta("Realisasi anggaran", "keuangan", ("keuangan",), "keuangan"),
            Diminta("Tindak lanjut evaluasi", "tindak_lanjut", ("rekomendasi",), "tindak_lanjut"),
        ),
    ),
    (
        "Bab IV Penutup",
        (
            Diminta("Simpulan", "kesimpulan", (), "kesimpulan"),
            Diminta("Langkah perbaikan", "saran", (), "saran"),
        ),
    ),
    (
        "Lampiran",
        (
            Diminta("Perjanjian kinerja yang sah", "lampiran_perjanjian"),
            Diminta("Pengukuran kinerja", "lampiran_pengukuran"),
            Diminta("Daftar desa menurut status", "lampiran_desa"),
        ),
    ),
)
# bagian naskah → letaknya pada cetakan, bila lain dari kodenya
TEMPAT_BAGIAN = {
    "kewenangan": "gambaran_umum",
    "tugas_fungsi": "gambaran_umum",
    "tugas_bidang": "gambaran_umum",
    "perjanjian_kinerja": "perjanjian",
    "iku": "indikator",
    "capaian_pengantar": "capaian",
    "standar_nasional": "standar",
    "analisis_penyebab": "analisis",
    "keberhasilan": "analisis",
    "kendala": "analisis",
    "program_penunjang": "program",
}
Kelompok = tuple[str, list[Terpenuhi]]


def bagian_belum(lkjip: Lkjip) -> list[str]:
    """Judul bagian yang dikenal sesudah draf ini dibuka; kosong bila bukan draf lagi."""
    if lkjip.sebab_lock():
        return []
    ada = {satu.kode for satu in lkjip.bagian.all()}
    return [satu.label for satu in BagianNaskah if satu.value not in ada]


def isi_wajib(lkjip: Lkjip, isi: IsiLkjip) -> list[Kelompok]:
    """Tiap bab dengan yang diminta."""
    bagian = {satu.kode: satu for satu in lkjip.bagian.all()}
    tempat = Tempat(isi)
    hasil = []
    for judul, semua in DIMINTA:
        terpenuhi = []
        for satu in semua:
            tabel = tempat.semua_tabel(satu)
            ada = (*tempat.naskah(satu), *tabel)
            is_sebagian = bool(ada and satu.tabel and not tabel)
            naskah = bagian.get(satu.bagian)
            terpenuhi.append(Terpenuhi(satu.uraian, ada, naskah, is_sebagian))
        hasil.append((judul, terpenuhi))
    return hasil


class Tempat:
    """Letak tiap yang diminta pada satu isi."""

    def __init__(self, isi: IsiLkjip) -> None:
        self.isi = isi
        self.bab = isi.bab
        self.tabel = isi.tabel

    def naskah(self, diminta: Diminta) -> Iterator[Butir]:
        """Bagiannya bila tercetak dan, bila dari naskah saja, berisi."""
        butir = self.bab.get(diminta.bab)
        is_berteks = bool(self.isi.teks(diminta.bagian))
        if diminta.bab == "analisis":
            is_berteks = self.isi.is_bersebab
        if butir and (is_berteks or not diminta.bagian):
            yield butir

    def semua_tabel(self, diminta: Diminta) -> list[Butir]:
        """Tabelnya yang tercetak."""
        hasil: list[Butir] = []
        for kode in diminta.tabel:
            if kode in self.tabel:
                hasil.append(self.tabel[kode])
        return hasil
