"""Lembar rencana aksi: langkah dan jadwal dua belas bulan tiap sub kegiatan."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from core.periode import BULAN
from kinerja.aturan import kode
from kinerja.buku.penerima.kolom import BarisBuku, KolomBuku
from kinerja.buku.penerima.lembar import Lembar, Terisi
from kinerja.buku.penerima.pohon import Pohon
from kinerja.models import RencanaAksi, SubKegiatan
from kinerja.models.rencana import KOLOM_BULAN

JADWAL = tuple(
    KolomBuku(nama, bulan, "persen", alias=(bulan[:3], f"Jadwal {bulan}"))
    for nama, bulan in zip(KOLOM_BULAN, BULAN, strict=True)
)
KOLOM = (
    KolomBuku("kode", "Kode", is_penanda=True, alias=("Kode SIPD", "Kode baris")),
    KolomBuku("nama", "Sub kegiatan", alias=("Uraian", "Nama sub kegiatan")),
    KolomBuku("indikator", "Indikator", alias=("Indikator kinerja",)),
    KolomBuku("aksi", "Aksi kegiatan", alias=("Rencana aksi", "Aksi")),
    *JADWAL,
    KolomBuku("keterangan", "Keterangan", alias=("Ket",)),
)
ISI = ("aksi", *KOLOM_BULAN, "keterangan")
BELUM_ADA = "Sub kegiatan {kode} belum ada; isi dahulu lembar Program."


class LembarRencanaAksi(Lembar):
    """Baris menurut kode sub kegiatannya; kelompok di atasnya tidak berjadwal."""

    nama = "Rencana aksi"

    def columns(self) -> Sequence[KolomBuku]:
        return KOLOM

    @cached_property
    def pohon(self) -> Pohon:
        return Pohon(self.buku)

    def terisi(self) -> Iterator[Terisi]:
        for row, utama in self.pohon.semua():
            if not isinstance(row, SubKegiatan):
                continue
            isi = {
                "kode": utama.kode,
                "nama": utama.nama,
                "indikator": row.indikator,
            }
            rencana = RencanaAksi.objects.filter(sub_kegiatan=row).first()
            if rencana is not None:
                isi |= {nama: getattr(rencana, nama) for nama in ISI}
            yield isi

    def simpan(self, baris: BarisBuku) -> None:
        if kode.tingkat(baris.teks("kode")) in {"program", "kegiatan"}:
            return
        tulisan = self.pohon.kode(baris)
        if not tulisan:
            return
        baku = kode.baku(tulisan)
        cabang = self.pohon.cabang.get(baku)
        sub = cabang.pilih(baris.teks("indikator")) if cabang else None
        if sub is None:
            self.buku.salah(baris, "kode", BELUM_ADA.format(kode=tulisan))
            return
        self.pohon.pakai(baku, sub)
        row = RencanaAksi.objects.filter(sub_kegiatan=sub).first()
        terisi = [nama for nama in ISI if baris.teks(nama)]
        if row is None and not terisi:
            return
        row = row or RencanaAksi(sub_kegiatan=sub)
        self.buku.pencatat.simpan(row, baris, baris.isian(*ISI))
