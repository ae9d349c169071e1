"""Lembar program sampai sub kegiatan: indikator, target, pagu dan penanggungnya."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from core.angka import ringkas, rupiah
from documents.impor import normal
from kinerja.aturan import kode
from kinerja.buku.penerima.isi_program import (
    DI_LUAR,
    KELUARAN,
    KOLOM,
    SUB,
    UANG,
    is_rinci,
    isi_kelompok,
    isi_keluaran,
    isi_sub,
)
from kinerja.buku.penerima.kolom import BarisBuku, Isian, KolomBuku, tanpa_kosong
from kinerja.buku.penerima.lembar import Lembar, Terisi
from kinerja.buku.penerima.pilihan import rujuk
from kinerja.buku.penerima.pohon import PohonKode, anak, kode_tertulis, tambahan
from kinerja.buku.penerima.sebutan import isian_sebutan
from kinerja.models import IndikatorTambahan, Program, Sasaran, SubKegiatan
from kinerja.models.keluaran import SEBUTAN, TARGET_TRIWULAN
from kinerja.pengukuran.grids import isian_model

NOL = Decimal(0)
RUPIAH = isian_model(SubKegiatan, "pagu")
TARGET = ("target", *TARGET_TRIWULAN, "target_renstra")
KEMBAR = "Kode dan indikator ini sudah ditulis pada baris {nomor}."
LAIN_NAMA = "Kode ini sudah ditulis pada baris {nomor} dengan nama lain."
MENAMBAH = "Kode ini sudah ada; baris ini menjadi indikator tambahan dan pagunya ikut dijumlahkan."
BERBAWAAN = ("agregasi", "arah")  # terisi sendiri bila selnya kosong
TANPA_SATUAN = "Targetnya terisi tetapi tanpa satuan."
BEDA_TRIWULAN = "Target tertulis {tertulis}, gabungan triwulannya {gabungan} ({cara})."
BUKAN_MILIK = "Baris {jenis} tidak memuat kolom ini; isinya dilewati."
SASARAN_PROGRAM = "Sasarannya lain daripada sasaran programnya; tulis pada baris programnya."
SELURUHNYA = ""  # kode kaki tabel
TANPA_KODE = "Kodenya belum diisi."
TANPA_INDUK = "{induk} belum ada; tulis barisnya di atas baris ini."
BEDA_JUMLAH = "{kolom} tertulis {tertulis}, jumlah sub kegiatannya {jumlah}."


class LembarProgram(Lembar):
    """Baris menurut kodenya; kode yang berulang ialah indikator tambahannya."""

    nama = "Program"
    is_berlanjut = True

    def columns(self) -> Sequence[KolomBuku]:
        """Kolom pagu dan penanggung hanya berlaku bagi barisnya."""
        return KOLOM

    @cached_property
    def pohon(self) -> PohonKode:
        """Baris yang ada; bertambah selama lembarnya disimpan."""
        return PohonKode(self.buku)

    def terisi(self) -> Iterator[Terisi]:
        """Indikator tambahan berkode sama dengan barisnya."""
        for row, utama in self.pohon.semua():
            isi = {"kode": utama.kode, "nama": utama.nama}
            isi |= isi_keluaran(row)
            if isinstance(row, SubKegiatan):
                isi |= isi_sub(row)
            elif row is utama:
                isi |= isi_kelompok(row)
            yield isi

    def mulai(self, semua: Sequence[BarisBuku]) -> None:
        """Jumlah pagu tiap kode dari baris sub kegiatan di lembarnya."""
        self.di_atas = ""
        self.pagu: dict[tuple[str, str], Decimal] = {}
        self.berisi = set(map(kode_tertulis, semua))
        di_atas = ""
        for baris in semua:
            di_atas = kode_tertulis(baris) or di_atas
            is_sub = kode.tingkat(di_atas) == "sub"
            if is_sub and not baris.is_jumlah:
                self._jumlahkan(di_atas, baris)

    def _jumlahkan(self, tulisan: str, baris: BarisBuku) -> None:
        """Pagu satu baris sub kegiatan, ke kegiatan, program dan seluruhnya."""
        kegiatan = kode.induk(tulisan)
        program = kode.induk(kegiatan)
        for kolom in UANG:
            nilai = _uang(baris.teks(kolom))
            if nilai is None:
                continue
            for atas in (SELURUHNYA, kegiatan, program):
                letak = (kolom, atas)
                semula = self.pagu.get(letak, NOL)
                self.pagu[letak] = semula + nilai

    def store(self, baris: BarisBuku) -> None:
        """Yang uangnya dirinci disandingkan dengan jumlah di bawahnya."""
        tulisan = self._kode(baris)
        self.di_atas = tulisan
        if not tulisan:
            return
        baku = kode.baku(tulisan)
        row = self._row(baris, tulisan, baku)
        if row is None:
            return
        if self._is_kembar(baris, baku):
            return
        self._sebut_tambahan(row, baris, baku)
        isian = self._isian(row, baris)
        simpanan = self.buku.pencatat.store(row, baris, isian)
        if simpanan is not None:
            self.pohon.pakai(baku, simpanan, baris)
            self.pohon.check_nama(baris, tulisan)
            self._check_target(baris, simpanan)
        self._check_asing(row, baris)
        if not isinstance(row, SubKegiatan) and is_rinci(row):
            self._check_jumlah(baris, tulisan)

    def _sebut_tambahan(self, row: Any, baris: BarisBuku, baku: str) -> None:
        """Kode yang ditulis lagi dengan pagu boleh jadi kembaran yang tidak disengaja."""
        is_tambahan = row.pk is None and baku in self.pohon.cabang
        if is_tambahan and baris.teks("kode") and baris.teks("pagu"):
            self.buku.record(baris, "pagu", MENAMBAH)

    def _kode(self, baris: BarisBuku) -> str:
        """Kodenya, atau kode di atasnya bagi baris indikator lanjutan."""
        if baris.teks("kode"):
            return self.pohon.kode(baris)
        if self.di_atas and not baris.teks("nama"):
            return self.di_atas
        self.buku.salah(baris, "kode", TANPA_KODE)
        return ""

    def _row(self, baris: BarisBuku, tulisan: str, baku: str) -> Any:
        """Baris yang dimaksud, atau yang baru di bawah induknya; `None` bila tanpa induk."""
        cabang = self.pohon.cabang.get(baku)
        if cabang is not None:
            row = cabang.pilih(baris.teks("indikator"))
            return row or tambahan(cabang)
        if kode.tingkat(tulisan) == "program":
            is_rinci = any(satu.startswith(f"{tulisan}.") for satu in self.berisi)
            return Program(
                perangkat_daerah=self.buku.dinas,
                tahun=self.buku.tahun,
                kode=tulisan,
                is_rinci=is_rinci,
            )
        induk = self.pohon.induk(tulisan)
        if induk is None:
            pesan = TANPA_INDUK.format(induk=kode.induk(tulisan))
            self.buku.salah(baris, "kode", pesan)
            return None
        return anak(induk, tulisan)

    def _is_kembar(self, baris: BarisBuku, baku: str) -> bool:
        """Kode yang berulang membawa indikator lain, bukan nama lain."""
        cabang = self.pohon.cabang.get(baku)
        nama = normal(baris.teks("nama"))
        indikator = normal(baris.teks("indikator"))
        for satu in cabang.baris if cabang else ():
            if nama and nama != normal(satu.teks("nama") or nama):
                self.buku.salah(baris, "kode", LAIN_NAMA.format(nomor=satu.nomor))
                return True
            if indikator == normal(satu.teks("indikator")):
                self.buku.salah(baris, "kode", KEMBAR.format(nomor=satu.nomor))
                return True
        return False

    def _check_target(self, baris: BarisBuku, row: Any) -> None:
        """Angkanya bersatuan, dan target triwulannya bergabung menjadi target setahunnya."""
        if row.skala_kualitatif_id is not None:
            return
        tertulis = [nama for nama in TARGET if baris.teks(nama)]
        if tertulis and not row.satuan:
            self.buku.salah(baris, "satuan", TANPA_SATUAN)
        gabungan = row.gabungan_target
        if tertulis and None not in (gabungan, row.target) and gabungan != row.target:
            pesan = BEDA_TRIWULAN.format(
                tertulis=ringkas(row.target),
                gabungan=ringkas(gabungan),
                cara=row.cara.nama,
            )
            self.buku.beda(baris, "target", pesan)

    def _check_asing(self, row: Any, baris: BarisBuku) -> None:
        """Isi kolom yang tidak dimiliki jenis barisnya tidak dibuang diam-diam."""
        if not isinstance(row, Program) and baris.teks("nomor_sasaran"):
            self._check_sasaran(row, baris)
        pesan = BUKAN_MILIK.format(jenis=row._meta.verbose_name)
        dimiliki = _dimiliki(row)
        for kolom in SUB:
            if kolom not in dimiliki and baris.teks(kolom):
                self.buku.record(baris, kolom, pesan)

    def _check_sasaran(self, row: Any, baris: BarisBuku) -> None:
        """Di bawah program hanya boleh mengulang sasaran programnya."""
        if not self._sasaran(baris):
            return
        induk = row.kegiatan if isinstance(row, SubKegiatan) else row
        sasaran = induk.program.sasaran
        nomor = baris.teks("nomor_sasaran")
        if sasaran is None or str(sasaran.nomor) != nomor:
            self.buku.salah(baris, "nomor_sasaran", SASARAN_PROGRAM)

    def _isian(self, row: Any, baris: BarisBuku) -> Isian:
        """Kolom jenis barisnya, dan pernyataan bahwa kode barunya di luar daftar."""
        isian = self._isian_jenis(row, baris)
        is_berkode = not isinstance(row, IndikatorTambahan)
        if row.pk is None and is_berkode and baris.teks(DI_LUAR):
            isian |= baris.isian(DI_LUAR)
        return isian

    def _isian_jenis(self, row: Any, baris: BarisBuku) -> Isian:
        """Kolom yang dimiliki jenis barisnya."""
        isian = tanpa_kosong(baris.isian(*KELUARAN), BERBAWAAN)
        if row.skala_kualitatif_id is not None:
            for angka, sebutan in SEBUTAN.items():
                sel = isian.get(angka)
                if sel is not None:
                    skala = row.skala_kualitatif
                    isian |= isian_sebutan(sel, skala, angka=angka, sebutan=sebutan)
        if isinstance(row, IndikatorTambahan):
            return isian
        if isinstance(row, SubKegiatan):
            isian |= baris.isian(*SUB)
            if row.induk_id is None:
                isian |= baris.isian("nama")
            return isian
        return isian | self._isian_induk(row, baris)

    def _isian_induk(self, row: Any, baris: BarisBuku) -> Isian:
        """Program dan kegiatan berpagu hanya bila uangnya tidak dirinci di bawahnya."""
        isian = baris.isian("nama", "penanggung_jawab")
        if not is_rinci(row) and "pagu" in baris.isi:
            isian["pagu_tercetak"] = ("pagu", baris.teks("pagu"))
        if isinstance(row, Program) and baris.teks("nomor_sasaran"):
            isian |= self._sasaran(baris)
        return isian

    def _sasaran(self, baris: BarisBuku) -> Isian:
        """Sasaran bernomor itu pada periode tahun bukunya."""
        nomor = baris.teks("nomor_sasaran")
        rows = Sasaran.objects.filter(periode=self.buku.periode())
        if nomor.isdecimal():
            row = rows.filter(nomor=nomor).first()
            if row is not None:
                return {"sasaran": ("nomor_sasaran", rujuk(row))}
        self.buku.salah(baris, "nomor_sasaran", f"Sasaran nomor {nomor} belum ada.")
        return {}

    def jumlah(self, baris: BarisBuku) -> None:
        """Kaki tabel sama dengan jumlah semua sub kegiatan."""
        self._check_jumlah(baris, SELURUHNYA)

    def _check_jumlah(self, baris: BarisBuku, atas: str) -> None:
        """Yang tertulis pada program, kegiatan atau kaki sama dengan jumlah sub kegiatannya."""
        for kolom in UANG:
            tertulis = _uang(baris.teks(kolom))
            jumlah = self.pagu.get((kolom, atas))
            if tertulis is None or jumlah is None or tertulis == jumlah:
                continue
            pesan = BEDA_JUMLAH.format(
                kolom=self.kolom[kolom].label,
                tertulis=rupiah(tertulis),
                jumlah=rupiah(jumlah),
            )
            self.buku.beda(baris, kolom, pesan)


def _dimiliki(row: Any) -> tuple[str, ...]:
    """Kolom uang dan penanggung yang dimuat jenis baris itu, atau dijumlahkan di bawahnya."""
    if isinstance(row, SubKegiatan):
        return SUB
    if isinstance(row, IndikatorTambahan):
        return UANG
    return (*UANG, "penanggung_jawab")


def _uang(tulisan: str) -> Decimal | None:
    """`None` bila kosong atau bukan uang; yang bukan uang disebut formulirnya."""
    try:
        nilai: Decimal | None = RUPIAH.clean(tulisan)
    except ValidationError:
        return None
    return nilai
