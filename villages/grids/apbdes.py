"""Kisi APBDes: satu baris tiap desa, atau satu baris tiap rekening satu desa."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from core.angka import RUPIAH
from core.forms import AngkaField
from core.grid import BarisKisi, KolomKisi, Saringan
from core.grid.pengubah import stored_or_new
from core.querysets import parse_nomor
from villages.actions import store_anggaran
from villages.grids.desa import DesaGrid
from villages.models import AnggaranDesa, Desa, RekeningDesa
from villages.reports.apbdes import KOSONG, UTAMA, PerKode, Pohon

SEMUA = "semua"
Columns = Sequence[KolomKisi]
SemuaRekening = Sequence[RekeningDesa]
Rows = dict[int, AnggaranDesa]  # satu desa, menurut rekeningnya
Isi = dict[str, Any]  # menurut nama kolomnya
ARTI = (
    "Rekening yang kosong seluruhnya tidak dianggarkan desa itu; yang kosong salah satunya belum "
    "diketahui. 0 berarti memang nol."
)


class Besaran(NamedTuple):
    """Satu kolom uang; `awal` nama kolom kisinya."""

    awal: str
    kolom: str
    label: str


SEMUA_BESARAN = (
    Besaran("a", "anggaran", "Anggaran"),
    Besaran("r", "realisasi", "Realisasi"),
)


class ApbdesDasar(DesaGrid):
    """Rekening, dan baris yang ada tiap desa."""

    model = AnggaranDesa
    is_berformulir = False

    @cached_property
    def pohon(self) -> Pohon:
        """Dibaca sekali tiap kisi."""
        return Pohon.read()

    def tercatat(self, desa: Sequence[Desa]) -> dict[int, Rows]:
        """Baris tahun itu menurut desanya."""
        terlihat = AnggaranDesa.objects.visible_to(self.user)
        rows = terlihat.filter(desa__in=desa, tahun=self.tahun)
        hasil: dict[int, Rows] = {}
        for row in rows.order_by():
            milik = hasil.setdefault(row.desa_id, {})
            milik[row.rekening_id] = row
        return hasil

    def lock(self) -> str:
        """Kunci tahunnya; kosong bila terbuka."""
        return str(AnggaranDesa.lock_for(self.kabupaten.kode, self.tahun))


class AnggaranDesaGrid(ApbdesDasar):
    """Dua kolom tiap rekening; jumlah kelompoknya di depan."""

    judul = "APBDes semua desa"
    pengantar = f"Rupiah, satu baris tiap desa. {ARTI}"

    def filters(self) -> list[Saringan]:
        """Kecamatan, dan satu kelompok rekening."""
        pilihan = [(satu.kode, satu.nama) for satu in self.pohon.teratas]
        pilihan.append((SEMUA, "Semua rekening"))
        return [*super().filters(), Saringan("akun", "Rekening", pilihan, self.akun)]

    @property
    def akun(self) -> str:
        """Kode rekening teratas yang tampak; lembar kerja memuat semuanya."""
        if self.is_lembar:
            return SEMUA
        return self.params.get("akun", UTAMA[0])

    @property
    def is_sebagian(self) -> bool:
        """Kelompok rekening tidak mengurangi desanya."""
        return bool(self.params.get("kecamatan"))

    @cached_property
    def _columns(self) -> Columns:
        """Yang dijumlahkan, lalu yang diisi."""
        columns: list[KolomKisi] = []
        for satu in self.pohon.teratas:
            if self.akun in (SEMUA, satu.kode):
                columns += _kolom(satu, "hitung")
        for satu in self.pohon.rincian:
            if self.akun == SEMUA or satu.kode.startswith(self.akun):
                columns += _kolom(satu, "rupiah")
        return columns

    def columns(self) -> Columns:
        """Tetap selama satu permintaan."""
        return self._columns

    def rows(self) -> list[BarisKisi]:
        """Semua desa tahun itu, terisi atau belum."""
        desa = self.desa()
        tercatat = self.tercatat(desa)
        sebab = self.lock()
        return [self._baris(satu, tercatat.get(satu.pk, {}), sebab) for satu in desa]

    def _baris(self, desa: Desa, rows: Rows, sebab: str) -> BarisKisi:
        jumlah = self.pohon.jumlahkan(rows.values())
        isi: Isi = {}
        for satu in self.pohon.semua:
            uang = jumlah.get(satu.kode, KOSONG)
            for besaran in SEMUA_BESARAN:
                isi[f"{besaran.awal}{satu.pk}"] = getattr(uang, besaran.kolom)
        gaya = "" if jumlah else "belum"
        return self.baris(desa, isi, sebab_lock=sebab, gaya=gaya, obj=desa)

    def ditulis(self, row: BarisKisi, kolom: KolomKisi) -> AnggaranDesa:
        """Baris rekening kolom itu."""
        return self._row(row.obj, int(kolom.nama[1:]))

    def _row(self, desa: Desa, nomor: int) -> AnggaranDesa:
        rekening = RekeningDesa.objects.get(pk=nomor)
        kunci = {"desa": desa, "tahun": self.tahun, "rekening": rekening}
        row: AnggaranDesa = stored_or_new(AnggaranDesa, **kunci)
        return row

    def store(self, baris: BarisKisi, nilai: Isi, *, note: str) -> None:
        """Rekening yang berubah saja."""
        per: dict[int, Isi] = {}
        for besaran in SEMUA_BESARAN:
            for nama, rupiah in nilai.items():
                if nama.startswith(besaran.awal):
                    milik = per.setdefault(int(nama[1:]), {})
                    milik[besaran.kolom] = rupiah
        for nomor, isi in per.items():
            row = self._row(baris.obj, nomor)
            store_anggaran(row=row, nilai=isi, by=self.user, note=note)


def _kolom(rekening: RekeningDesa, jenis: str) -> Iterator[KolomKisi]:
    """Anggaran dan realisasinya; sebutan lainnya dikenali pada lembar kerja."""
    sebutan = (rekening.kode, *rekening.semua_sebutan)
    for besaran in SEMUA_BESARAN:
        alias = []
        for satu in sebutan:
            alias += [f"{satu} {besaran.label}", f"{besaran.label} {satu}"]
        yield KolomKisi(
            nama=f"{besaran.awal}{rekening.pk}",
            label=besaran.label,
            jenis=jenis,
            kelompok=str(rekening),
            alias=tuple(alias),
            field=_uang(),
        )


def _uang() -> AngkaField:
    """Rupiah, sen bila ada; kosong belum diketahui."""
    return AngkaField(
        satuan=RUPIAH,
        required=False,
        min_value=0,
        max_digits=17,
        decimal_places=2,
    )


class RekeningGrid(ApbdesDasar):
    """Satu baris tiap rekening satu desa; lembarnya memuat semua desa."""

    judul = "APBDes per rekening"
    judul_baris = "Rekening"
    pembagi = "desa"
    judul_nama = ("Nama rekening", "Kode rekening", "Uraian")
    judul_kode = ()
    pembeda = ("kode_desa", "desa", "kecamatan")
    judul_abai = ("Persen",)
    pengantar = f"Rupiah. Rekening yang dirinci dijumlahkan dari rinciannya. {ARTI}"
    kolom = (
        KolomKisi("kode_desa", "Kode desa", "baca"),
        KolomKisi("desa", "Desa", "baca", alias=("Nama desa",)),
        KolomKisi("kecamatan", "Kecamatan", "baca"),
        KolomKisi("anggaran", "Anggaran", "rupiah", field=_uang()),
        KolomKisi("realisasi", "Realisasi", "rupiah", field=_uang()),
        KolomKisi("persen", "Persen", "hitung"),
    )

    def filters(self) -> list[Saringan]:
        """Satu desa sekali buka."""
        pilihan = [("", "Semua desa")]
        for satu in Desa.objects.visible_to(self.user).desa_on(self.tahun):
            pilihan.append((str(satu.pk), f"{satu.nama_saat}, {satu.letak}"))
        return [Saringan("desa", "Desa", pilihan, self.terpilih)]

    @property
    def terpilih(self) -> str:
        """Nomor desanya; kosong bila semuanya."""
        nomor = self.params.get("desa", "")
        return "" if parse_nomor(nomor) is None else nomor

    def columns(self) -> Columns:
        """Kolom desanya hanya bila desanya lebih dari satu."""
        if self.terpilih:
            return self.kolom[len(self.pembeda) :]
        return self.kolom

    def desa(self) -> list[Desa]:
        """Yang terpilih, atau semuanya."""
        semua = super().desa()
        if self.terpilih:
            return [satu for satu in semua if str(satu.pk) == self.terpilih]
        return semua

    def rows(self) -> list[BarisKisi]:
        """Induk diikuti rinciannya, desa demi desa."""
        semua = self.desa()
        tercatat = self.tercatat(semua)
        sebab = self.lock()
        hasil = []
        for desa in semua:
            rows = tercatat.get(desa.pk, {})
            jumlah = self.pohon.jumlahkan(rows.values())
            for satu in self.pohon.semua:
                row = self._baris(desa, satu, rows, jumlah)
                row.sebab_lock = sebab
                hasil.append(row)
        return hasil

    def _baris(self, desa: Desa, rekening: RekeningDesa, rows: Rows, jumlah: PerKode) -> BarisKisi:
        uang = jumlah.get(rekening.kode, KOSONG)
        is_dirinci = rekening.pk in self.pohon.anak
        label, alias = self._sebutan[rekening.pk]
        isi = {
            "kode_desa": desa.kode_saat,
            "desa": desa.nama_saat,
            "kecamatan": desa.letak,
            "anggaran": uang.anggaran,
            "realisasi": uang.realisasi,
            "persen": uang.persen,
        }
        return BarisKisi(
            kunci=f"{desa.pk}-{rekening.pk}",
            label=label,
            isi=isi,
            kode=f"{desa.kode_saat} {rekening.kode}",
            alias=alias,
            gaya="kelompok" if is_dirinci else "",
            read_only=is_dirinci,
            obj=rows.get(rekening.pk) or (desa, rekening),
        )

    @cached_property
    def _sebutan(self) -> dict[int, tuple[str, tuple[str, ...]]]:
        """Label dan sebutan lain tiap rekening; sama bagi semua desa."""
        semua = self.pohon.semua
        return {satu.pk: (str(satu), (satu.kode, *satu.semua_sebutan)) for satu in semua}

    def ditulis(self, row: BarisKisi, kolom: KolomKisi) -> AnggaranDesa:
        """Baris rekening desa itu; belum tersimpan bila belum ada."""
        return self._row(row.obj)

    def _row(self, obj: AnggaranDesa | tuple[Desa, RekeningDesa]) -> AnggaranDesa:
        if isinstance(obj, AnggaranDesa):
            return obj
        desa, rekening = obj
        return AnggaranDesa(desa=desa, tahun=self.tahun, rekening=rekening)

    def store(self, baris: BarisKisi, nilai: Isi, *, note: str) -> None:
        """Anggaran, realisasi, atau keduanya."""
        row = self._row(baris.obj)
        store_anggaran(row=row, nilai=nilai, by=self.user, note=note)
