"""Analisis tiap IKU dan IKK: disusun dari ukuran, pohon dan anggaran tahun itu."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from idm.reports.acuan import StatusDaerah
from kinerja.aturan.capaian import SERATUS
from kinerja.aturan.efisiensi import NilaiEfisiensi
from kinerja.aturan.kalimat import nama_kalimat
from kinerja.aturan.rencana import TRIWULAN, jumlah
from kinerja.aturan.teks import dari_teks, rapi, terisi
from kinerja.models import Indikator
from kinerja.naskah.indikator.reports import realisasi_tahun, target_tahun
from kinerja.naskah.lkjip.isi.analisis import Analisis, Fakta, ProgramPendukung
from kinerja.naskah.lkjip.naskah_awal import indikator as kalimat
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan, rangkai, satu_baris
from kinerja.naskah.lkjip.reports.fakta import fakta
from kinerja.naskah.lkjip.reports.rujukan import tulisan
from kinerja.tahun.anggaran import Terserap, Uang
from kinerja.tahun.pohon import ATAS_SEBAGIAN, Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

Rows = Sequence[Simpul]
SemuaUang = Sequence[Uang]
JENIS = ("iku", "ikk")
FAKTOR = (
    ("pendorong", "Faktor pendorong"),
    ("penghambat", "Faktor penghambat"),
    ("tindak_lanjut", "Tindak lanjut dan solusi"),
)
RATA_SASARAN = "rata-rata capaian IKU sasarannya"
PALING_BANYAK = 4  # yang dikutip dari tiap faktor


def analisis(kinerja: TahunKinerja, pembanding: Sequence[StatusDaerah]) -> tuple[Analisis, ...]:
    """Semua IKU lalu IKK; program yang sama cukup sekali."""
    tiap = _PerIndikator(kinerja, pembanding)
    hasil = []
    for jenis in JENIS:
        for satu in kinerja.pengukuran.jenis(jenis):
            hasil.append(tiap.satu(satu))
    return tuple(hasil)


@dataclass(frozen=True)
class _PerIndikator:
    """Bahan bersama semua indikator, dan program yang sudah disebut."""

    kinerja: TahunKinerja
    pembanding: Sequence[StatusDaerah]
    disebut: dict[tuple[str, ...], str] = field(default_factory=dict)

    @cached_property
    def simpul(self) -> dict[int, Simpul]:
        """Simpul tiap program."""
        return {satu.obj.pk: satu for satu in self.kinerja.pohon.program}

    def satu(self, indikator: Indikator) -> Analisis:
        """Analisis satu indikator."""
        pengukuran = self.kinerja.pengukuran
        ukuran = pengukuran.ukur(indikator)
        tahun = _tahun(self.kinerja, indikator)
        semua = [pengukuran.ukur(indikator, satu) for satu in tahun]
        target = [target_tahun(satu, indikator) for satu in semua]
        realisasi = [realisasi_tahun(satu, indikator) for satu in semua]
        program = self._program(indikator)
        pertama = self._pertama(indikator, program)
        pendukung: list[ProgramPendukung] = []
        if not pertama:
            pendukung += map(self._pendukung, program)
        semua_fakta = list(fakta(self.kinerja, ukuran, self.pembanding))
        if pertama:
            sama = Fakta(sebutan="Program pendukung", isi=f"sama dengan {pertama}")
            semua_fakta.append(sama)
        return Analisis(
            jenis=indikator.jenis,
            nomor=indikator.nomor,
            kode=indikator.kode_cetak,
            nama=indikator.nama,
            desimal=indikator.desimal,
            tahun=tahun,
            target=tuple(target),
            realisasi=tuple(realisasi),
            fakta=tuple(semua_fakta),
            html=self._uraian(ukuran, program, pertama),
            program=tuple(pendukung),
        )

    def _pertama(self, indikator: Indikator, program: SemuaUang) -> str:
        """Indikator yang sudah menyebut program yang sama; kosong bila ini yang pertama."""
        if not program:
            return ""
        jenis = indikator.jenis.upper()
        nomor = indikator.kode_cetak or indikator.nomor
        sebutan = f"{jenis} {nomor}"
        kode = tuple(uang.program.kode for uang in program)
        pertama = self.disebut.setdefault(kode, sebutan)
        if pertama == sebutan:
            return ""
        return pertama

    def _uraian(self, ukuran: Ukuran, program: SemuaUang, pertama: str) -> str:
        """Paragraf hasil, asal angka, sebab, solusi, lalu uangnya."""
        bahan = Bahan(self.kinerja)
        angka = tulisan(self.kinerja.rujukan)
        lengkap = kalimat.lengkap(bahan, ukuran)
        hasil = rapi(dari_teks(lengkap))
        kata = [_asal(ukuran)]
        if not pertama:
            kata.append(self._uang(ukuran, program))
        sub = self._sub(ukuran.indikator, program, pertama)
        paragraf = list(_faktor(sub))
        akhir = " ".join(filter(None, kata))
        paragraf.append(akhir)
        html = terisi(hasil, angka)
        for satu in filter(None, paragraf):
            aman = escape(satu, quote=False)
            html += f"<p>{aman}</p>"
        return html

    def _program(self, indikator: Indikator) -> list[Uang]:
        """Program urusan yang mendukung sasarannya; tanpa sasaran berarti semuanya."""
        sasaran = (None, indikator.sasaran_id)
        hasil = []
        for uang in self.kinerja.anggaran.baris:
            is_sasaran = uang.program.sasaran_id in sasaran
            if is_sasaran and not uang.is_penunjang:
                hasil.append(uang)
        return hasil

    def _sub(
        self,
        indikator: Indikator,
        program: SemuaUang,
        pertama: str,
    ) -> list[Simpul]:
        """Sub kegiatan milik bidang penanggung jawabnya; tanpa itu semuanya, sekali saja."""
        kunci = {uang.program.pk for uang in program}
        semua: list[Simpul] = []
        for simpul in self.kinerja.pohon.program:
            if simpul.obj.pk in kunci:
                semua += simpul.baris_sub
        bidang = indikator.penanggung_jawab_id
        milik = [satu for satu in semua if satu.obj.penanggung_jawab_id == bidang]
        if milik or pertama:
            return milik
        return semua

    def _pendukung(self, uang: Uang) -> ProgramPendukung:
        """Satu program dengan uang dan keluarannya."""
        simpul = self.simpul[uang.program.pk]
        return ProgramPendukung(
            kode=uang.program.kode,
            nama=uang.program.nama,
            pagu=uang.pagu,
            realisasi=uang.realisasi,
            persen=uang.terserap.persen,
            keluaran=_keluaran(simpul.baris_sub),
            catatan_pagu=simpul.catatan_serapan(),
        )

    def _uang(self, ukuran: Ukuran, program: SemuaUang) -> str:
        """Simpulan tiap programnya, seperti pada tabel keuangan; kosong bila tanpa simpulan."""
        simpulan = self._simpulan(program)
        if not simpulan:
            return ""
        syarat = ""
        if any(self.simpul[uang.program.pk].catatan_pagu for uang in program):
            syarat = f" ({ATAS_SEBAGIAN})"
        nilai = self._gabungan(program)
        if simpulan != nilai.simpulan.lower():
            return f"Penggunaan anggaran program pendukungnya {simpulan}{syarat}."
        sebutan = "capaian"
        if nilai.capaian != ukuran.capaian.rasio:
            sebutan = RATA_SASARAN
        uraian = nilai.uraian(sebutan)
        return f"Penggunaan anggaran program pendukungnya {uraian}{syarat}."

    def _gabungan(self, program: SemuaUang) -> NilaiEfisiensi:
        """Penyerapan program-program itu bersama; capaiannya bila mendukung IKU yang sama."""
        pertama, *lain = [self.kinerja.efisiensi.program[uang.program.pk] for uang in program]
        capaian = pertama.capaian
        if any(satu.capaian != capaian for satu in lain):
            capaian = None
        pagu = jumlah(uang.pagu for uang in program)
        realisasi = jumlah(uang.terserap.realisasi for uang in program)
        terserap = Terserap(pagu, realisasi)
        return NilaiEfisiensi(capaian, terserap.rasio, pertama.cara)

    def _simpulan(self, program: SemuaUang) -> str:
        """`efisien`, atau tiap simpulan dengan nama programnya; kosong bila ada yang tidak ada."""
        menurut: dict[str, list[str]] = {}
        for uang in program:
            nilai = self.kinerja.efisiensi.program[uang.program.pk]
            if not nilai.kalimat:
                return ""
            milik = menurut.setdefault(nilai.simpulan.lower(), [])
            milik.append(nama_kalimat(uang.program.nama))
        if len(menurut) == 1:
            return next(iter(menurut))
        semua = []
        for simpulan, nama in menurut.items():
            semua.append(f"{simpulan} pada {rangkai(nama)}")
        return "; ".join(semua)


def _tahun(kinerja: TahunKinerja, indikator: Indikator) -> tuple[int, ...]:
    """Tahun periode sampai tahun laporan yang terisi, lalu tahun akhirnya."""
    renstra = kinerja.pengukuran.renstra
    ukur = kinerja.pengukuran.ukur
    berisi = {}
    for tahun in renstra.tahun_periode:
        ukuran = ukur(indikator, tahun)
        if ukuran.is_berisi:
            berisi[tahun] = ukuran
    akhir = renstra.tahun_akhir
    terakhir = ukur(indikator, akhir)
    if terakhir.target is not None:
        berisi[akhir] = terakhir
    return tuple(berisi)


def _asal(ukuran: Ukuran) -> str:
    """Hitungan di balik angkanya, bila dihitung dari data."""
    if ukuran.hasil is None or ukuran.hasil.uraian.isdigit():
        return ""
    return f"Realisasi itu dihitung dari datanya: {ukuran.hasil.uraian}."


def _faktor(sub: Rows) -> Iterator[str]:
    """Yang ditulis bidang pada pengukuran triwulan sub kegiatan pendukungnya."""
    for kolom, sebutan in FAKTOR:
        tertulis: list[str] = []
        for simpul in sub:
            tertulis.append(satu_baris(simpul.uraian(kolom, TRIWULAN[-1])))
        berlainan = list(dict.fromkeys(filter(None, tertulis)))
        isi = " ".join(berlainan[:PALING_BANYAK])
        if isi:
            yield f"{sebutan}: {isi}"


def _keluaran(sub: Rows) -> str:
    """`4 dari 5`: keluaran yang mencapai targetnya, dari yang capaiannya dapat dihitung."""
    terhitung = []
    for simpul in sub:
        rasio = simpul.evaluasi.capaian.rasio
        if rasio is not None:
            terhitung.append(rasio)
    if not terhitung:
        return ""
    tercapai = sum(rasio >= SERATUS for rasio in terhitung)
    return f"{tercapai} dari {len(terhitung)}"
