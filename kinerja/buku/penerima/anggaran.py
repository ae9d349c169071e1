"""Lembar DPA dan pegawai."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from core.angka import ringkas
from core.forms import BilanganField
from documents.impor import normal
from kinerja.buku.penerima.kolom import BarisBuku, KolomBuku, berpilihan
from kinerja.buku.penerima.lembar import Lembar, Terisi
from kinerja.models import Dpa, RekapPegawai
from kinerja.perencanaan.actions import record_dpa

DPA = berpilihan(
    Dpa,
    KolomBuku("jenis", "Jenis DPA", is_penanda=True, alias=("Jenis", "Versi")),
    KolomBuku("pergeseran_ke", "Pergeseran ke"),
    KolomBuku("nomor", "Nomor DPA", is_penanda=True, alias=("No. DPA",)),
    KolomBuku("tanggal", "Tanggal DPA", "tanggal", alias=("Tanggal",)),
)
MENYUSUL = "Dicatat menyusul: pagunya sudah digantikan, isi di Perencanaan › DPA › Pagu tiap versi."
PEGAWAI = berpilihan(
    RekapPegawai,
    KolomBuku("kelompok", "Kelompok", is_turun=True),
    KolomBuku("urutan", "Urutan"),
    KolomBuku("nama", "Uraian", is_penanda=True, alias=("Nama",)),
    KolomBuku("jumlah", "Jumlah orang", "bulat", alias=("Jumlah pegawai", "Orang")),
)
ORANG = BilanganField(required=False)
BEDA_ORANG = "Jumlah orang tertulis {tertulis}, jumlah barisnya {jumlah}."


class LembarMilikDinas(Lembar):
    """Baris satu dinas pada satu tahun."""

    model: ClassVar[Any]
    urut: ClassVar[tuple[str, ...]]

    @property
    def milik(self) -> dict[str, Any]:
        """Kolom yang menentukan pemiliknya."""
        return {"perangkat_daerah": self.buku.dinas, "tahun": self.buku.tahun}

    def rows(self) -> Any:
        """Yang sudah tercatat, urut menurut naskahnya."""
        rows = self.model.objects.filter(**self.milik)
        return rows.order_by(*self.urut)


class LembarDpa(LembarMilikDinas):
    """Satu versi anggaran sebaris; pagu tiap sub kegiatan dibekukan saat versinya dicatat."""

    nama = "DPA"
    model = Dpa
    urut = ("tanggal", "pk")

    def mulai(self, semua: Sequence[BarisBuku]) -> None:
        """Hanya versi terakhirnya yang pagunya masih berlaku."""
        semua_tanggal = [satu.tanggal("tanggal") for satu in semua]
        self.terakhir = max(filter(None, semua_tanggal), default=None)

    def columns(self) -> Sequence[KolomBuku]:
        """Kode pergeseran hanya pada DPA pergeseran."""
        return DPA

    def terisi(self) -> Iterator[Terisi]:
        """Urut terbitnya."""
        for row in self.rows():
            yield {
                "jenis": row.get_jenis_display(),
                "pergeseran_ke": _angka(row.pergeseran_ke),
                "nomor": row.nomor,
                "tanggal": row.tanggal,
            }

    def store(self, baris: BarisBuku) -> None:
        """Versi baru membekukan pagunya; yang didahului versi lain disebut menyusul."""
        row = self._row(baris)
        isian = baris.isian(*self.kolom)
        store = None
        if row.pk is None:
            store = self._bekukan
        tersimpan = self.buku.pencatat.store(row, baris, isian, store)
        if store and tersimpan and tersimpan.is_menyusul:
            self.buku.record(baris, "tanggal", MENYUSUL)

    def _row(self, baris: BarisBuku) -> Dpa:
        """Menurut jenis dan pergeserannya."""
        jenis = normal(baris.teks("jenis"))
        ke = baris.teks("pergeseran_ke")
        for row in self.rows():
            sebutan = (row.jenis, normal(row.get_jenis_display()))
            if jenis in sebutan and ke == _angka(row.pergeseran_ke):
                return row
        return Dpa(**self.milik)

    def _bekukan(self, row: Any, form: Any) -> None:
        """Seperti pada halamannya; DPA murni punya kolom pagunya sendiri."""
        if not row.is_murni and row.tanggal < self.terakhir:
            row.is_menyusul = True
        record_dpa(dpa=row, by=self.buku.pencatat.by)


class LembarPegawai(LembarMilikDinas):
    """Satu baris tabel pegawai, menurut kelompok dan urutan atau namanya."""

    nama = "Pegawai"
    model = RekapPegawai
    urut = ("kelompok", "urutan")

    def columns(self) -> Sequence[KolomBuku]:
        """Kelompok boleh sel gabungan."""
        return PEGAWAI

    def terisi(self) -> Iterator[Terisi]:
        """Menurut kelompoknya."""
        for row in self.rows():
            yield {
                "kelompok": row.get_kelompok_display(),
                "urutan": _angka(row.urutan),
                "nama": row.nama,
                "jumlah": row.jumlah,
            }

    def mulai(self, semua: Sequence[BarisBuku]) -> None:
        """Jumlah orang seluruhnya, dan sejak kaki terakhir."""
        self.semua = 0
        self.bagian = 0

    def jumlah(self, baris: BarisBuku) -> None:
        """Kaki tabel sama dengan jumlah barisnya, atau baris bagiannya."""
        tertulis = _banyak(baris)
        if tertulis is not None and tertulis not in (self.semua, self.bagian):
            pesan = BEDA_ORANG.format(tertulis=ringkas(tertulis), jumlah=ringkas(self.semua))
            self.buku.beda(baris, "jumlah", pesan)
        self.bagian = 0

    def store(self, baris: BarisBuku) -> None:
        """Tanpa urutan: sesudah yang terakhir."""
        banyak = _banyak(baris) or 0
        self.semua += banyak
        self.bagian += banyak
        row = self._row(baris)
        isian = baris.isian(*self.kolom)
        if not baris.teks("urutan"):
            isian.pop("urutan", None)
        self.buku.pencatat.store(row, baris, isian)

    def _row(self, baris: BarisBuku) -> RekapPegawai:
        """Baris yang dimaksud, atau yang baru."""
        kelompok = normal(baris.teks("kelompok"))
        urutan = baris.teks("urutan")
        nama = normal(baris.teks("nama"))
        terakhir = 0
        for row in self.rows():
            sebutan = (row.kelompok, normal(row.get_kelompok_display()))
            if kelompok not in sebutan:
                continue
            terakhir = row.urutan
            is_senama = not urutan and nama == normal(row.nama)
            if is_senama or urutan == _angka(row.urutan):
                return row
        return RekapPegawai(**self.milik, urutan=terakhir + 1)


def _banyak(baris: BarisBuku) -> int | None:
    """Jumlah orangnya; `None` bila kosong atau tidak terbaca."""
    try:
        banyak: int | None = ORANG.clean(baris.teks("jumlah"))
    except ValidationError:
        return None
    return banyak


def _angka(nilai: int | None) -> str:
    """Nomor sebagai tulisan; kosong bila tidak ada."""
    if nilai is None:
        return ""
    return str(nilai)
