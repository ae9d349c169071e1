"""Analisis tiap IKU dan IKK: disusun dari ukuran, pohon dan anggaran tahun itu."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from core.angka import format_angka, persen
from idm.reports.acuan import StatusDaerah
from kinerja.aturan.capaian import bagian_persen, persentase
from kinerja.aturan.efisiensi import NilaiEfisiensi
from kinerja.aturan.rencana import jumlah
from kinerja.aturan.teks import dari_teks, rapi, terisi
from kinerja.models import Indikator
from kinerja.naskah.dasar.besaran import besaran
from kinerja.naskah.indikator.reports import realisasi_tahun, target_tahun
from kinerja.naskah.lkjip.isi.analisis import Analisis, Fakta, ProgramPendukung
from kinerja.naskah.lkjip.naskah_awal import indikator as kalimat
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan, rangkai, satu_baris
from kinerja.naskah.lkjip.reports.rujukan import tulisan
from kinerja.tahun.anggaran import Uang
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

JENIS = ("iku", "ikk")
# status yang dibicarakan indikator menurut sumber angkanya
STATUS = {
    "idm.berkembang": ("BERKEMBANG",),
    "idm.berkembang_maju_mandiri": ("BERKEMBANG", "MAJU", "MANDIRI"),
    "idm.pengentasan_tertinggal": ("TERTINGGAL", "SANGAT TERTINGGAL"),
    "idm.peningkatan_mandiri": ("MANDIRI",),
}
FAKTOR = (
    ("pendorong", "Faktor pendorong"),
    ("penghambat", "Faktor penghambat"),
    ("tindak_lanjut", "Tindak lanjut dan solusi"),
)
PALING_BANYAK = 4  # yang dikutip dari tiap faktor


def analisis(kinerja: TahunKinerja, pembanding: Sequence[StatusDaerah]) -> tuple[Analisis, ...]:
    """Semua IKU lalu IKK; program yang sama cukup sekali."""
    penyusun = _Penyusun(kinerja, pembanding)
    hasil = []
    for jenis in JENIS:
        for satu in kinerja.pengukuran.jenis(jenis):
            hasil.append(penyusun.satu(satu))
    return tuple(hasil)


@dataclass(frozen=True)
class _Penyusun:
    """Bahan bersama semua indikator, dan program yang sudah disebut."""

    kinerja: TahunKinerja
    pembanding: Sequence[StatusDaerah]
    disebut: dict[tuple[str, ...], str] = field(default_factory=dict)

    def satu(self, indikator: Indikator) -> Analisis:
        """Analisis satu indikator."""
        pengukuran = self.kinerja.pengukuran
        ukuran = pengukuran.ukur(indikator)
        tahun = _tahun(self.kinerja, indikator)
        semua = [pengukuran.ukur(indikator, satu) for satu in tahun]
        program = self._program(indikator)
        sebutan = f"{indikator.jenis.upper()} {indikator.kode_cetak or indikator.nomor}"
        kode = tuple(uang.program.kode for uang in program)
        pertama = self.disebut.setdefault(kode, sebutan)
        is_pertama = pertama == sebutan
        return Analisis(
            jenis=indikator.jenis,
            nomor=indikator.nomor,
            kode=indikator.kode_cetak,
            nama=indikator.nama,
            desimal=indikator.desimal,
            tahun=tahun,
            target=tuple(target_tahun(u, indikator) for u in semua),
            realisasi=tuple(realisasi_tahun(u, indikator) for u in semua),
            fakta=tuple(self._fakta(ukuran)),
            html=self._uraian(ukuran, program, "" if is_pertama else pertama),
            program=tuple(map(self._pendukung, program)) if is_pertama else (),
        )

    def _fakta(self, ukuran: Ukuran) -> Iterator[Fakta]:
        """Target, realisasi, capaian, tahun lalu, akhir Renstra, lalu daerah lain."""
        yield from _setahun(ukuran)
        yield from _banding(self.kinerja, ukuran)
        dicari = STATUS.get(ukuran.indikator.sumber, ())
        for daerah in self.pembanding if dicari else ():
            sebutan = f"Desa {_sebutan_status(dicari)}, {daerah.nama}"
            yield Fakta(sebutan=sebutan, isi=_bagian(daerah, dicari))

    def _uraian(self, ukuran: Ukuran, program: Sequence[Uang], pertama: str) -> str:
        """Paragraf hasil, asal angka, sebab, solusi, lalu uangnya."""
        bahan = Bahan(self.kinerja)
        angka = tulisan(self.kinerja.rujukan)
        hasil = rapi(dari_teks(kalimat.lengkap(bahan, ukuran)))
        sama = ""
        if pertama:
            sama = f"Program pendukungnya sama dengan {pertama}."
        akhir = f"{_asal(ukuran)} {sama} {self._uang(ukuran, program)}"
        paragraf = [*_faktor(self._sub(ukuran.indikator, program)), " ".join(akhir.split())]
        lain = [f"<p>{escape(satu, quote=False)}</p>" for satu in paragraf if satu]
        return terisi(hasil, angka) + "".join(lain)

    def _program(self, indikator: Indikator) -> list[Uang]:
        """Program urusan yang mendukung sasarannya; tanpa sasaran berarti semuanya."""
        sasaran = (None, indikator.sasaran_id)
        baris = self.kinerja.anggaran.baris
        urusan = [uang for uang in baris if not uang.is_penunjang]
        return [uang for uang in urusan if uang.program.sasaran_id in sasaran]

    def _sub(self, indikator: Indikator, program: Sequence[Uang]) -> list[Simpul]:
        """Sub kegiatan program itu; milik bidang penanggung jawab indikatornya bila ada."""
        kunci = {uang.program.pk for uang in program}
        semua: list[Simpul] = []
        for simpul in self.kinerja.pohon.program:
            if simpul.obj.pk in kunci:
                semua += simpul.baris_sub
        bidang = indikator.penanggung_jawab_id
        milik = [satu for satu in semua if satu.obj.penanggung_jawab_id == bidang]
        return milik or semua

    def _pendukung(self, uang: Uang) -> ProgramPendukung:
        """Satu program dengan uang dan keluarannya."""
        simpul = next(s for s in self.kinerja.pohon.program if s.obj.pk == uang.program.pk)
        return ProgramPendukung(
            kode=uang.program.kode,
            nama=uang.program.nama,
            pagu=uang.pagu,
            realisasi=uang.realisasi,
            persen=uang.persen,
            keluaran=_keluaran(simpul.baris_sub),
        )

    def _uang(self, ukuran: Ukuran, program: Sequence[Uang]) -> str:
        """Capaian di samping penyerapan programnya; kosong bila salah satunya tidak diketahui."""
        realisasi = [uang.realisasi for uang in program]
        if None in realisasi:
            return ""
        pagu = jumlah(uang.pagu for uang in program)
        serapan = bagian_persen(jumlah(realisasi), pagu)
        cara = self.kinerja.efisiensi.cara
        nilai = NilaiEfisiensi(ukuran.capaian.rasio, serapan, cara)
        if not nilai.kalimat:
            return ""
        return f"Penggunaan anggaran program pendukungnya {nilai.kalimat}."


def _tahun(kinerja: TahunKinerja, indikator: Indikator) -> tuple[int, ...]:
    """Tahun periode sampai tahun laporan yang terisi, lalu tahun akhirnya."""
    renstra = kinerja.pengukuran.renstra
    terisi_tahun = []
    for tahun in renstra.tahun_periode:
        if kinerja.pengukuran.ukur(indikator, tahun).is_berisi:
            terisi_tahun.append(tahun)
    akhir = renstra.tahun_akhir
    target_akhir = kinerja.pengukuran.ukur(indikator, akhir).target
    if akhir > kinerja.tahun and target_akhir is not None:
        terisi_tahun.append(akhir)
    return tuple(dict.fromkeys(terisi_tahun))


def _setahun(ukuran: Ukuran) -> Iterator[Fakta]:
    """Target, realisasi dan capaian tahun laporan."""
    for sebutan, nilai, keadaan in (
        ("Target", ukuran.target_cetak, ukuran.keadaan_target),
        ("Realisasi", ukuran.realisasi_cetak, ukuran.keadaan_realisasi),
    ):
        isi = _tulisan(ukuran.indikator, nilai, keadaan)
        if isi:
            yield Fakta(sebutan=f"{sebutan} {ukuran.tahun}", isi=isi)
    if ukuran.capaian.persen is not None:
        isi = persen(ukuran.capaian.persen)
        if ukuran.predikat:
            isi = f"{isi}, {ukuran.predikat}"
        yield Fakta(sebutan="Capaian", isi=isi)


def _banding(kinerja: TahunKinerja, ukuran: Ukuran) -> Iterator[Fakta]:
    """Realisasi tahun lalu dan target akhir Renstra, bila besarannya sama."""
    pengukuran = kinerja.pengukuran
    renstra = pengukuran.renstra
    satu = ukuran.indikator
    lalu = ukuran.tahun - 1
    if lalu in renstra.tahun_periode:
        dulu = pengukuran.ukur(satu, lalu)
        isi = _tulisan(satu, dulu.realisasi_cetak, dulu.keadaan_realisasi)
        if isi and satu.is_comparable(dulu.indikator):
            yield Fakta(sebutan=f"Realisasi {lalu}", isi=isi)
    akhir = pengukuran.akhir[satu.pk]
    isi = _tulisan(satu, akhir.target_cetak, akhir.keadaan_target)
    if isi and renstra.tahun_akhir > ukuran.tahun:
        yield Fakta(sebutan=f"Target akhir Renstra {renstra.tahun_akhir}", isi=isi)
        if akhir.capaian.persen is not None:
            yield Fakta(sebutan="Capaian terhadapnya", isi=persen(akhir.capaian.persen))


def _tulisan(indikator: Indikator, nilai: object, keadaan: str) -> str:
    """Angka atau sebutan dengan satuannya; kosong bila belum diketahui."""
    isi = besaran(nilai, keadaan)  # type: ignore[arg-type]
    if isi.cetak is None:
        return ""
    satuan = indikator.satuan
    if satuan.strip().lower() in kalimat.BUKAN_SATUAN:
        satuan = ""
    if isi.angka is None:
        return isi.bersatuan(satuan)
    return f"{format_angka(isi.angka, indikator.desimal)} {satuan}".strip()


def _sebutan_status(status: Sequence[str]) -> str:
    return rangkai([satu.title() for satu in status])


def _bagian(daerah: StatusDaerah, status: Sequence[str]) -> str:
    """Bagian desa berstatus itu di satu daerah."""
    banyak = sum(daerah.jumlah[satu] for satu in status)
    return persen(persentase(banyak, daerah.banyak))


def _asal(ukuran: Ukuran) -> str:
    """Hitungan di balik angkanya, bila dihitung dari data."""
    if ukuran.hasil is None or ukuran.hasil.uraian.isdigit():
        return ""
    return f"Realisasi itu dihitung dari datanya: {ukuran.hasil.uraian}."


def _faktor(sub: Sequence[Simpul]) -> Iterator[str]:
    """Yang ditulis bidang pada pengukuran triwulan sub kegiatan pendukungnya."""
    for kolom, sebutan in FAKTOR:
        tertulis: dict[str, None] = {}
        for simpul in sub:
            tertulis |= dict.fromkeys(_terakhir(simpul, kolom))
        if tertulis:
            isi = " ".join(list(tertulis)[:PALING_BANYAK])
            yield f"{sebutan}: {isi}"


def _terakhir(simpul: Simpul, kolom: str) -> Iterator[str]:
    """Tulisan triwulan terakhir yang mengisinya."""
    for triwulan in sorted(simpul.ukur, reverse=True):
        tertulis = satu_baris(getattr(simpul.ukur[triwulan], kolom))
        if tertulis:
            yield tertulis
            return


def _keluaran(sub: Sequence[Simpul]) -> str:
    """`4 dari 5`: keluaran yang mencapai targetnya, dari yang capaiannya dapat dihitung."""
    terhitung = []
    for simpul in sub:
        evaluasi = simpul.evaluasi
        rasio = evaluasi.aturan.capaian(evaluasi.target.k, evaluasi.setahun.k).rasio
        if rasio is not None:
            terhitung.append(rasio)
    if not terhitung:
        return ""
    tercapai = sum(rasio >= kalimat.SERATUS for rasio in terhitung)
    return f"{tercapai} dari {len(terhitung)}"
