"""Isi LKjIP menurut Permenpan-RB 53/2014, lampiran II: di mana letaknya dan mana yang belum ada."""

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.models import BagianLkjip, Lkjip
from kinerja.naskah.lkjip.isi.daftar import Butir
from kinerja.naskah.lkjip.isi.lkjip import IsiLkjip


@dataclass(frozen=True)
class Syarat:
    """Satu yang diminta; `bab` dan `tabel` tempatnya, `bagian` naskah yang mengisinya."""

    uraian: str
    bab: str = ""
    tabel: tuple[str, ...] = ()
    bagian: str = ""


@dataclass(frozen=True)
class Terpenuhi:
    """Satu syarat dengan tempatnya pada buku; kosong berarti belum ada."""

    uraian: str
    tempat: tuple[Butir, ...]
    bagian: BagianLkjip | None

    @property
    def is_ada(self) -> bool:
        return bool(self.tempat)


SYARAT = (
    ("Ikhtisar eksekutif", (Syarat("Ringkasan capaian", "ikhtisar", (), "ikhtisar"),)),
    (
        "Bab I Pendahuluan",
        (
            Syarat("Penjelasan umum organisasi", "gambaran_umum", (), "gambaran_umum"),
            Syarat("Tugas tiap bidang", "tugas_bidang", (), "tugas_bidang"),
            Syarat("Struktur organisasi dan pegawai", "organisasi", ("pegawai_status",)),
            Syarat("Sarana dan prasarana", "sarana", (), "sarana"),
            Syarat("Aspek dan isu strategis", "isu_strategis", (), "isu_strategis"),
            Syarat("Landasan hukum", "landasan_hukum", (), "landasan_hukum"),
            Syarat("Sistematika", "sistematika", (), "sistematika"),
        ),
    ),
    (
        "Bab II Perencanaan Kinerja",
        (
            Syarat("Ringkasan Renstra", "renstra", ("renstra",), "renstra"),
            Syarat("Perjanjian kinerja", "perjanjian", ("perjanjian",), "perjanjian_kinerja"),
            Syarat("Indikator kinerja dan formulanya", "indikator", ("iku", "ikk"), "iku"),
        ),
    ),
    (
        "Bab III Akuntabilitas Kinerja",
        (
            Syarat("Target dan realisasi tahun ini", "setahun", ("setahun",)),
            Syarat("Terhadap tahun-tahun lalu", "beberapa_tahun", ("iku_tahun", "ikk_tahun")),
            Syarat("Terhadap target akhir Renstra", "jangka_menengah", ("jangka_menengah",)),
            Syarat("Terhadap standar nasional", "standar", ("pembanding",), "standar_nasional"),
            Syarat("Analisis penyebab dan solusi", "analisis", (), "analisis_penyebab"),
            Syarat("Efisiensi sumber daya", "efisiensi", ("efisiensi",), "efisiensi"),
            Syarat("Program dan keluarannya", "program", ("program",), "program_penunjang"),
            Syarat("Status tiap desa", "status", ("status", "kecamatan", "pindah")),
            Syarat("Realisasi anggaran", "keuangan", ("keuangan",), "keuangan"),
            Syarat("Tindak lanjut evaluasi", "tindak_lanjut", ("rekomendasi",), "tindak_lanjut"),
        ),
    ),
    (
        "Bab IV Penutup",
        (
            Syarat("Simpulan", "kesimpulan", (), "kesimpulan"),
            Syarat("Langkah perbaikan", "saran", (), "saran"),
        ),
    ),
    (
        "Lampiran",
        (
            Syarat("Perjanjian kinerja yang sah", "lampiran_perjanjian"),
            Syarat("Pengukuran kinerja", "lampiran_pengukuran"),
            Syarat("Daftar desa menurut status", "lampiran_desa"),
        ),
    ),
)
Kelompok = tuple[str, list[Terpenuhi]]


def isi_wajib(lkjip: Lkjip, isi: IsiLkjip) -> list[Kelompok]:
    """Tiap bab dengan syaratnya."""
    bagian = {satu.kode: satu for satu in lkjip.bagian.all()}
    tempat = Tempat(isi)
    hasil = []
    for judul, semua in SYARAT:
        terpenuhi = []
        for satu in semua:
            ada = tuple(tempat.semua(satu))
            terpenuhi.append(Terpenuhi(satu.uraian, ada, bagian.get(satu.bagian)))
        hasil.append((judul, terpenuhi))
    return hasil


class Tempat:
    """Letak tiap syarat pada satu isi."""

    def __init__(self, isi: IsiLkjip) -> None:
        self.isi = isi
        self.bab = isi.bab
        self.tabel = isi.tabel

    def semua(self, syarat: Syarat) -> Iterator[Butir]:
        """Bagiannya bila tercetak dan, bila dari naskah saja, berisi; lalu tabelnya."""
        butir = self.bab.get(syarat.bab)
        is_berteks = bool(self.isi.teks(syarat.bagian))
        if butir and (is_berteks or not syarat.bagian):
            yield butir
        elif is_berteks:
            yield Butir(syarat.bagian, "", self.isi.naskah[syarat.bagian].judul)
        for kode in syarat.tabel:
            if kode in self.tabel:
                yield self.tabel[kode]
