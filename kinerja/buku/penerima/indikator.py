"""Lembar indikator: definisinya, dan target serta realisasi tiap tahun Renstra ke samping."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from core import door
from documents.impor import normal
from kinerja.aturan.rumus import RumusTertulis, parse_rumus
from kinerja.aturan.satuan import usulan_faktor
from kinerja.buku.penerima.kolom import BarisBuku, Isian, KolomBuku, berpilihan, tanpa_kosong
from kinerja.buku.penerima.lembar import Lembar, Terisi
from kinerja.buku.penerima.nilai import (
    LembarNilai,
    isi_nilai,
    kolom_nilai,
    tahun_kolom,
)
from kinerja.buku.penerima.pilihan import rujuk
from kinerja.buku.penerima.renstra import bernomor, senama
from kinerja.definisi.actions import keep_before_change
from kinerja.models import AKURASI, Indikator, PeriodeRenstra, Sasaran

DEFINISI = (
    "jenis",
    "nomor",
    "nama",
    "satuan",
    "pembilang",
    "penyebut",
    "faktor",
    "desimal",
    "cara",
    "arah",
    "penanggung_jawab",
    *AKURASI,
    "keterangan",
    "is_perjanjian",
)
KOLOM = berpilihan(
    Indikator,
    KolomBuku("nomor_sasaran", "Nomor sasaran", is_turun=True),
    KolomBuku("sasaran", "Sasaran", is_turun=True, alias=("Sasaran Strategis",)),
    KolomBuku("jenis", "Jenis", alias=("Jenis indikator", "IKU/IKK")),
    KolomBuku("nomor", "Nomor indikator"),
    KolomBuku(
        "nama",
        "Indikator",
        is_penanda=True,
        alias=(
            "Indikator Kinerja",
            "Nama indikator",
            "Indikator Kinerja Utama",
        ),
    ),
    KolomBuku("satuan", "Satuan"),
    KolomBuku(
        "rumus",
        "Formulasi",
        alias=(
            "Formulasi Pengukuran",
            "Rumus",
            "Formula",
            "Formulasi Penghitungan",
        ),
    ),
    KolomBuku("pembilang", "Pembilang", bidang="rumus_pembilang"),
    KolomBuku("penyebut", "Penyebut", bidang="rumus_penyebut"),
    KolomBuku("faktor", "Faktor", "bulat", alias=("Faktor kali",)),
    KolomBuku("desimal", "Desimal", "bulat"),
    KolomBuku("cara", "Nilai setahun", bidang="agregasi"),
    KolomBuku("arah", "Rumus capaian", alias=("Arah",)),
    KolomBuku(
        "penanggung_jawab",
        "Penanggung jawab",
        alias=("Bidang Penanggung Jawab", "Bidang"),
    ),
    KolomBuku("sumber_data", "Sumber data"),
    KolomBuku("cara_ukur", "Cara mengukur"),
    KolomBuku("keterbatasan", "Keterbatasan data"),
    KolomBuku("cara_verifikasi", "Cara verifikasi"),
    KolomBuku("keterangan", "Keterangan", alias=("Ket",)),
    KolomBuku("is_perjanjian", "Masuk PK", alias=("Perjanjian Kinerja",)),
    KolomBuku("alasan", "Alasan perubahan target"),
)
BERBAWAAN = ("nomor", "desimal", "arah")  # terisi sendiri bila selnya kosong
HANYA_DIBACA = frozenset({"rumus"})
SEBELUM = 10  # tahun di kiri dan kanan tahun buku yang kolomnya dikenali
TANPA_SASARAN = "Sasarannya belum disebut; tulis nama atau nomornya."
TANPA_PERIODE = "Belum ada periode Renstra yang memuat tahun itu; isi lembar Renstra."
DI_LUAR = "Tahun {tahun} di luar {periode} ({awal}–{akhir}); kosongkan atau hapus kolomnya."
TERBACA = "Rumus dibaca: pembilang “{pembilang}”, penyebut “{penyebut}”, dikali {faktor}."


class LembarIndikator(Lembar):
    """Indikator menurut sasaran, jenis dan nomor atau namanya."""

    nama = "Indikator"
    is_setahun = False

    def __init__(self, buku: Any) -> None:
        """Sel tahunnya disimpan sesudah indikatornya."""
        super().__init__(buku)
        self.nilai = LembarNilai(buku)

    def columns(self) -> Sequence[KolomBuku]:
        """Rentang tahunnya lebih lebar daripada periode mana pun."""
        return self._columns

    @cached_property
    def _columns(self) -> tuple[KolomBuku, ...]:
        """Disusun sekali tiap impor."""
        tahun = self.buku.tahun
        rentang = range(tahun - SEBELUM, tahun + SEBELUM + 1)
        return (*KOLOM, *kolom_nilai(rentang))

    def diunduh(self) -> Sequence[KolomBuku]:
        """Rumus dalam satu sel hanya dibaca; tahunnya tahun periode saja."""
        tetap = []
        for kolom in KOLOM:
            if kolom.nama not in HANYA_DIBACA:
                tetap.append(kolom)
        periode = self.buku.periode()
        if periode is None:
            tahun = range(self.buku.tahun, self.buku.tahun + 1)
        else:
            tahun = range(periode.tahun_awal, periode.tahun_akhir + 1)
        return (*tetap, *kolom_nilai(tahun))

    def terisi(self) -> Iterator[Terisi]:
        """Indikator periode yang memuat tahun bukunya."""
        periode = self.buku.periode()
        rows = Indikator.objects.filter(sasaran__periode=periode).ada_pada(self.buku.tahun)
        related = rows.select_related("sasaran", "penanggung_jawab", "skala_kualitatif")
        for row in related.order_by("sasaran__nomor", "-jenis", "nomor"):
            yield _definisi(row) | isi_nilai(row)

    def store(self, baris: BarisBuku) -> None:
        """Definisinya, lalu nilai tiap tahunnya."""
        sasaran = self._sasaran(baris)
        if sasaran is None:
            return
        isian = self._isian(baris)
        isian["sasaran"] = ("sasaran", rujuk(sasaran))
        row = self._row(baris, sasaran)
        if row.pk is None:
            simpanan = self.buku.pencatat.store(row, baris, isian)
        else:
            simpanan = self.buku.pencatat.store(row, baris, isian, self._store_lama)
        if simpanan is not None:
            self.nilai.store(simpanan, baris)

    def _store_lama(self, row: Any, form: Any) -> None:
        """Tahun yang terbuka tetap memakai definisi lamanya."""
        pencatat = self.buku.pencatat
        keep_before_change(indikator=row, by=pencatat.by)
        door.save(row, by=pencatat.by, note=pencatat.note)

    def _isian(self, baris: BarisBuku) -> Isian:
        """Rumus satu sel diuraikan, dan uraiannya disebut."""
        isian = tanpa_kosong(baris.isian(*DEFINISI), BERBAWAAN)
        tertulis = baris.teks("rumus")
        if tertulis:
            rumus = _rumus(tertulis, baris.teks("satuan"))
            isian["rumus_pembilang"] = ("rumus", rumus.pembilang)
            isian["rumus_penyebut"] = ("rumus", rumus.penyebut)
            isian["faktor"] = ("rumus", str(rumus.faktor))
            if rumus.penyebut:
                self.buku.record(baris, "rumus", TERBACA.format(**vars(rumus)))
        return isian

    def _row(self, baris: BarisBuku, sasaran: Sasaran) -> Indikator:
        """Menurut nomornya bila disebut, selain itu namanya."""
        rows = Indikator.objects.filter(sasaran=sasaran)
        jenis = normal(baris.teks("jenis"))
        if jenis in Indikator.JenisIndikator.values:
            rows = rows.filter(jenis=jenis)
        nomor = baris.teks("nomor")
        nama = normal(baris.teks("nama"))
        terakhir = 0
        for row in rows.order_by("nomor"):
            terakhir = row.nomor
            if nomor == str(terakhir):
                return row
            if not nomor and normal(row.nama) == nama:
                return row
        return Indikator(sasaran=sasaran, nomor=terakhir + 1)

    def _sasaran(self, baris: BarisBuku) -> Any:
        """Sasaran bernomor atau bernama itu; yang baru ditambahkan."""
        periode = self._periode(baris)
        if periode is None:
            return None
        nomor = baris.teks("nomor_sasaran")
        nama = baris.teks("sasaran")
        if not nomor and not nama:
            return self._tunggal(baris, periode)
        row = bernomor(Sasaran, periode, nomor, nama)
        if row.pk:
            return row
        masalah = senama(row, nomor)
        if not nama:
            masalah = f"Sasaran nomor {nomor} belum ada."
        if masalah:
            self.buku.salah(baris, "nomor_sasaran", masalah)
            return None
        isian = {"nama": ("sasaran", nama)}
        if nomor:
            isian["nomor"] = ("nomor_sasaran", nomor)
        return self.buku.pencatat.store(row, baris, isian)

    def _tunggal(self, baris: BarisBuku, periode: PeriodeRenstra) -> Any:
        """Satu-satunya sasaran periode itu; bila tidak, barisnya harus menyebutnya."""
        tunggal = list(Sasaran.objects.filter(periode=periode)[:2])
        if len(tunggal) == 1:
            return tunggal[0]
        self.buku.salah(baris, "sasaran", TANPA_SASARAN)
        return None

    def _periode(self, baris: BarisBuku) -> Any:
        """Periode tahun-tahun pada kepalanya; yang belum ada ditambahkan menurut tahun itu."""
        tahun = set(tahun_kolom(baris.letak).values())
        if not tahun:
            periode = self.buku.periode()
            if periode is None:
                self.buku.salah(baris, "sasaran", TANPA_PERIODE)
            return periode
        awal = min(tahun)
        akhir = max(tahun)
        periode = self.buku.periode(awal, akhir)
        if periode is not None:
            return periode
        periode = self._beririsan(tahun)
        if periode is not None:
            self._di_luar(baris, periode)
            return periode
        if len(tahun) == 1:
            self.buku.salah(baris, "sasaran", TANPA_PERIODE)
            return None
        row = PeriodeRenstra(
            perangkat_daerah=self.buku.dinas,
            nama=f"Renstra {awal}–{akhir}",
            tahun_awal=awal,
            tahun_akhir=akhir,
        )
        return self.buku.pencatat.store(row, baris, {})

    def _beririsan(self, tahun: set[int]) -> PeriodeRenstra | None:
        """Periode tahun bukunya, atau yang paling akhir di antara tahun-tahun itu."""
        periode = self.buku.periode()
        for satu in sorted(tahun, reverse=True):
            periode = periode or self.buku.periode(satu, satu)
        return periode

    def _di_luar(self, baris: BarisBuku, periode: PeriodeRenstra) -> None:
        """Kolom tahun yang berisi di luar periodenya disebut pada judulnya."""
        for kolom, tahun in tahun_kolom(baris.letak).items():
            is_dalam = periode.tahun_awal <= tahun <= periode.tahun_akhir
            if is_dalam or not baris.teks(kolom):
                continue
            pesan = DI_LUAR.format(
                tahun=tahun,
                periode=periode,
                awal=periode.tahun_awal,
                akhir=periode.tahun_akhir,
            )
            self.buku.salah(baris.kepala(), kolom, pesan)


def _rumus(tertulis: str, satuan: str) -> RumusTertulis:
    """Pengali yang tidak tertulis menurut satuannya."""
    rumus = parse_rumus(tertulis)
    if rumus.faktor != 1:
        return rumus
    return replace(rumus, faktor=usulan_faktor(satuan, is_pecahan=bool(rumus.penyebut)))


def _definisi(row: Indikator) -> dict[str, Any]:
    """Isi kolom definisi satu indikator."""
    return {
        "nomor_sasaran": str(row.sasaran.nomor),
        "sasaran": row.sasaran.nama,
        "jenis": row.get_jenis_display(),
        "nomor": str(row.nomor),
        "nama": row.nama,
        "satuan": row.satuan,
        "pembilang": row.rumus_pembilang,
        "penyebut": row.rumus_penyebut,
        "faktor": row.faktor,
        "desimal": row.desimal,
        "cara": row.cara.nama,
        "arah": row.get_arah_display(),
        "penanggung_jawab": str(row.penanggung_jawab or ""),
        **{nama: getattr(row, nama) for nama in AKURASI},
        "keterangan": row.keterangan,
        "is_perjanjian": "v" if row.is_perjanjian else "",
    }
