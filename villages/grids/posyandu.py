"""Kisi posyandu tiap desa dan kelurahan: namanya dan enam bidang layanannya."""

from collections.abc import Iterator
from typing import Any

from core.grid import BarisKisi, KolomKisi, Saringan, save_row
from villages.grids.lembaga import WilayahGrid, saringan_kecamatan, tersaring
from villages.models import Desa, Lembaga, RincianLembaga
from villages.models.register import LAYANAN

Isi = dict[str, Any]
PerDesa = dict[int, list[Lembaga]]
YA_TIDAK = (("ya", "Ya"), ("tidak", "Tidak"))
TERSIMPAN = {"ya": True, "tidak": False, "": None}
TULISAN = {nilai: tulisan for tulisan, nilai in TERSIMPAN.items()}
BIDANG = dict(LAYANAN)


def _kolom_layanan() -> Iterator[KolomKisi]:
    """Ya, tidak, atau kosong yang berarti belum diketahui."""
    for nama, bidang in BIDANG.items():
        yield KolomKisi(
            nama,
            bidang.capitalize(),
            "pilihan",
            pilihan=YA_TIDAK,
            alias=(f"Layanan {bidang}", f"Bidang {bidang}"),
        )


class PosyanduGrid(WilayahGrid):
    """Posyandu pada register menurut urutan dicatatnya, lalu baris kosong bagi yang belum.

    Sebanyak yang dilaporkan rincian lembaga tahun itu, dan paling sedikit satu. Keadaannya
    terkini, bukan satu tahun.
    """

    model = Lembaga
    is_berformulir = False
    pembagi = "kecamatan"
    judul = "Posyandu dan layanannya"
    judul_baris = "Posyandu"
    judul_kode = ("Nomor posyandu",)
    judul_abai = ("Kecamatan",)
    pembeda = ("kode_desa", "desa")
    pengantar = (
        "Tiap bidang ya atau tidak; kosong berarti belum diketahui. Baris kosong mencatat posyandu "
        "baru begitu namanya diisi."
    )
    kolom = (
        KolomKisi("kode_desa", "Kode desa", "baca"),
        KolomKisi("desa", "Desa", "baca", alias=("Nama desa", "Desa/kelurahan")),
        KolomKisi("nama", "Nama posyandu", "teks"),
        *_kolom_layanan(),
    )

    def columns(self) -> tuple[KolomKisi, ...]:
        """Desanya sudah disebut barisnya; pada lembar kerja ia kolom tersendiri."""
        if self.is_lembar:
            return self.kolom
        return self.kolom[len(self.pembeda) :]

    def filters(self) -> list[Saringan]:
        """Satu kabupaten terlalu panjang untuk satu layar."""
        kecamatan = self.params.get("kecamatan", "")
        return [saringan_kecamatan(self.user, self.tahun, kecamatan)]

    def rows(self) -> list[BarisKisi]:
        """Desa demi desa menurut kodenya."""
        terlihat = Desa.objects.visible_to(self.user)
        semua = tersaring(self, terlihat.on(self.tahun))
        tercatat = self._tercatat()
        dilaporkan = self._dilaporkan()
        hasil = []
        for desa in semua.order_by("kode_saat"):
            milik = tercatat.get(desa.pk, [])
            kosong = max(dilaporkan.get(desa.pk, 0) - len(milik), 1)
            baru = self._kosong(desa, kosong)
            for nomor, satu in enumerate([*milik, *baru], start=1):
                baris = self._baris(desa, nomor, satu)
                hasil.append(baris)
        return hasil

    def _kosong(self, desa: Any, banyak: int) -> list[Lembaga]:
        """Posyandu `desa` yang belum dicatat, sebanyak `banyak`."""
        jenis = Lembaga.JenisLembaga.POSYANDU
        hasil = []
        for _ in range(banyak):
            belum = Lembaga(desa=desa, jenis=jenis)
            hasil.append(belum)
        return hasil

    def _tercatat(self) -> PerDesa:
        """Posyandu pada register, yang lebih dahulu dicatat di depan."""
        jenis = Lembaga.JenisLembaga.POSYANDU
        rows = Lembaga.objects.visible_to(self.user).filter(jenis=jenis)
        hasil: PerDesa = {}
        for row in rows.order_by("pk"):
            milik = hasil.setdefault(row.desa_id, [])
            milik.append(row)
        return hasil

    def _dilaporkan(self) -> dict[int, int]:
        """Banyak posyandu tiap desa menurut rincian lembaga tahun itu, bila diketahui."""
        rows = RincianLembaga.objects.visible_to(self.user)
        diketahui = rows.filter(tahun=self.tahun, posyandu__isnull=False)
        return dict(diketahui.values_list("desa", "posyandu"))

    def _baris(self, desa: Any, nomor: int, obj: Lembaga) -> BarisKisi:
        """Bernomor tetap dalam desanya, sebab yang baru selalu di belakang."""
        isi: Isi = {
            "kode_desa": desa.kode_saat,
            "desa": desa.nama_saat,
            "nama": obj.nama,
        }
        for nama in BIDANG:
            isi[nama] = TULISAN[getattr(obj, nama)]
        halaman = obj if obj.pk else desa
        sebutan = obj.nama or f"Posyandu {nomor}"
        return BarisKisi(
            kunci=f"{desa.pk}-{nomor}",
            label=f"{sebutan}, {desa.nama_saat}",
            isi=isi,
            url=halaman.get_absolute_url(),
            kode=f"{desa.kode_saat}/{nomor}",
            alias=(obj.nama,) if obj.nama else (),
            obj=obj,
        )

    def store(self, baris: BarisKisi, nilai: Isi, *, note: str) -> None:
        """Baris kosong menjadi posyandu pada register."""
        tersimpan = {}
        for nama, isi in nilai.items():
            tersimpan[nama] = TERSIMPAN[isi] if nama in BIDANG else isi
        save_row(baris.obj, tersimpan, by=self.user, note=note)
