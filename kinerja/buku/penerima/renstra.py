"""Lembar Renstra: periode, tujuan dan sasaran, satu sasaran sebaris."""

from collections.abc import Iterator, Sequence
from typing import Any

from documents.impor import normal
from kinerja.buku.penerima.kolom import BarisBuku, KolomBuku
from kinerja.buku.penerima.lembar import Lembar, Terisi
from kinerja.buku.penerima.pilihan import rujuk
from kinerja.models import PeriodeRenstra, Sasaran, Tujuan

KOLOM = (
    KolomBuku(
        "periode",
        "Periode",
        bidang="nama",
        is_turun=True,
        alias=("Nama Renstra", "Renstra"),
    ),
    KolomBuku("tahun_awal", "Tahun awal", is_turun=True),
    KolomBuku("tahun_akhir", "Tahun akhir", is_turun=True),
    KolomBuku("regulasi", "Dasar hukum", is_turun=True),
    KolomBuku("skala", "Skala predikat", is_turun=True),
    KolomBuku("nomor_tujuan", "Nomor tujuan", bidang="nomor", is_turun=True),
    KolomBuku(
        "tujuan",
        "Tujuan",
        bidang="nama",
        is_penanda=True,
        is_turun=True,
        alias=("Tujuan Renstra",),
    ),
    KolomBuku("nomor_sasaran", "Nomor sasaran", bidang="nomor"),
    KolomBuku(
        "sasaran",
        "Sasaran",
        bidang="nama",
        is_penanda=True,
        alias=("Sasaran Strategis",),
    ),
)
MASA = ("periode", "tahun_awal", "tahun_akhir", "regulasi", "skala")
SENAMA = "{jenis} nomor {nomor} belum ada; “{nama}” bernomor {ada}."
BELUM_ADA = "Periode Renstra {tahun} belum ada; isi tahun awal dan tahun akhirnya."


class LembarRenstra(Lembar):
    """Periode menurut tahun awalnya; tujuan dan sasaran menurut nomor atau namanya."""

    nama = "Renstra"
    is_setahun = False

    def columns(self) -> Sequence[KolomBuku]:
        """Periode dan tujuan boleh sel gabungan."""
        return KOLOM

    def terisi(self) -> Iterator[Terisi]:
        """Sasaran dengan tujuannya, lalu tujuan yang belum bersasaran."""
        periode = self.buku.periode()
        if periode is None:
            return
        masa = {
            "periode": periode.nama,
            "tahun_awal": str(periode.tahun_awal),
            "tahun_akhir": str(periode.tahun_akhir),
            "regulasi": periode.regulasi,
            "skala": periode.skala.nama if periode.skala else "",
        }
        sasaran = self._ada(Sasaran, periode).select_related("tujuan")
        bertujuan = set()
        for satu in sasaran.order_by("nomor"):
            isi = masa | {
                "nomor_sasaran": str(satu.nomor),
                "sasaran": satu.nama,
            }
            if satu.tujuan:
                bertujuan.add(satu.tujuan.pk)
                isi |= _tujuan(satu.tujuan)
            yield isi
        for tujuan in self._ada(Tujuan, periode).exclude(pk__in=bertujuan):
            yield masa | _tujuan(tujuan)

    def _ada(self, model: Any, periode: PeriodeRenstra) -> Any:
        """Yang sudah ada pada tahun bukunya."""
        return model.objects.filter(periode=periode).ada_pada(self.buku.tahun)

    def store(self, baris: BarisBuku) -> None:
        """Periodenya, tujuannya, lalu sasarannya."""
        periode = self._periode(baris)
        if periode is None:
            return
        tujuan = None
        if baris.teks("tujuan") or baris.teks("nomor_tujuan"):
            tujuan = self._tujuan(baris, periode)
        if baris.teks("sasaran"):
            row = bernomor(
                Sasaran,
                periode,
                baris.teks("nomor_sasaran"),
                baris.teks("sasaran"),
            )
            masalah = senama(row, baris.teks("nomor_sasaran"))
            if masalah:
                self.buku.salah(baris, "nomor_sasaran", masalah)
                return
            isian = baris.isian("nomor_sasaran", "sasaran")
            if not baris.teks("nomor_sasaran"):
                isian.pop("nomor", None)
            if tujuan is not None:
                isian["tujuan"] = ("tujuan", rujuk(tujuan))
            self.buku.pencatat.store(row, baris, isian)

    def _periode(self, baris: BarisBuku) -> Any:
        """Periode yang disebut barisnya, atau yang memuat tahun bukunya."""
        awal = baris.teks("tahun_awal")
        if awal:
            return self._periode_tertulis(baris, awal)
        row = self.buku.periode()
        if row is None:
            pesan = BELUM_ADA.format(tahun=self.buku.tahun)
            self.buku.salah(baris, "tahun_awal", pesan)
        return row

    def _periode_tertulis(self, baris: BarisBuku, awal: str) -> Any:
        """Menurut tahun awalnya; yang baru tanpa nama dinamai menurut masanya."""
        dinas = self.buku.dinas
        isian = baris.isian(*MASA)
        row = None
        if awal.isdecimal():
            rows = PeriodeRenstra.objects.filter(
                perangkat_daerah=dinas,
                tahun_awal=awal,
            )
            row = rows.first()
        if row is None:
            row = PeriodeRenstra(perangkat_daerah=dinas)
            if not baris.teks("periode"):
                akhir = baris.teks("tahun_akhir")
                nama = f"Renstra {awal}–{akhir}"
                isian["nama"] = ("periode", nama)
        return self.buku.pencatat.store(row, baris, isian)

    def _tujuan(self, baris: BarisBuku, periode: PeriodeRenstra) -> Any:
        """Yang hanya disebut nomornya tidak diganti namanya."""
        nomor = baris.teks("nomor_tujuan")
        nama = baris.teks("tujuan")
        row = bernomor(Tujuan, periode, nomor, nama)
        if not nama and row.pk:
            return row
        masalah = senama(row, nomor)
        if masalah:
            self.buku.salah(baris, "nomor_tujuan", masalah)
            return None
        isian = baris.isian("nomor_tujuan", "tujuan")
        if not nomor:
            isian.pop("nomor", None)
        return self.buku.pencatat.store(row, baris, isian)


def bernomor(model: Any, periode: PeriodeRenstra, nomor: str, nama: str) -> Any:
    """Baris bernomor atau bernama itu pada periodenya; bila belum ada, yang baru."""
    rows = model.objects.filter(periode=periode)
    dicari = normal(nama)
    terakhir = 0
    for row in rows.order_by("nomor"):
        terakhir = row.nomor
        if nomor == str(terakhir):
            return row
        if not nomor and normal(row.nama) == dicari:
            return row
    return model(periode=periode, nomor=terakhir + 1, nama=nama)


def senama(row: Any, nomor: str) -> str:
    """Kalimat bila barisnya baru padahal namanya sudah ada dengan nomor lain; selain itu kosong."""
    if row.pk:
        return ""
    dicari = normal(row.nama)
    jenis = row._meta.verbose_name.capitalize()
    for ada in type(row).objects.filter(periode=row.periode).order_by("nomor"):
        if dicari and normal(ada.nama) == dicari:
            return SENAMA.format(jenis=jenis, nomor=nomor, nama=ada.nama, ada=ada.nomor)
    return ""


def _tujuan(tujuan: Tujuan) -> dict[str, str]:
    """Isi kolom tujuannya."""
    return {"nomor_tujuan": str(tujuan.nomor), "tujuan": tujuan.nama}
