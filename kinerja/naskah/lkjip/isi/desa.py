"""Bentuk status tiap desa: menurut kecamatannya, yang berpindah, dan yang tertinggal."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.grafik.desa import URUTAN, PetakDesa, PetakKecamatan

SemuaBanyak = list[int]
TERTINGGAL = ("TERTINGGAL", "SANGAT TERTINGGAL")


@dataclass(frozen=True, slots=True, kw_only=True)
class DesaStatus:
    """Satu desa; `lalu` statusnya tahun lalu menurut indeks yang sama, kosong bila tidak ada."""

    nama: str
    status: str
    lalu: str = ""

    @property
    def naik(self) -> int:
        """Banyak tingkat naiknya; negatif bila turun."""
        if not self.lalu:
            return 0
        semula = URUTAN.index(self.lalu)
        kini = URUTAN.index(self.status)
        return semula - kini


@dataclass(frozen=True, slots=True, kw_only=True)
class KecamatanDesa:
    """Desa satu kecamatan, urut kodenya."""

    nama: str
    desa: tuple[DesaStatus, ...]

    @property
    def jumlah(self) -> SemuaBanyak:
        """Banyak desanya tiap status, dari Mandiri ke bawah."""
        status = [satu.status for satu in self.desa]
        return [status.count(nama) for nama in URUTAN]

    @property
    def naik(self) -> int:
        """Banyak desa yang naik status."""
        return sum(satu.naik > 0 for satu in self.desa)

    @property
    def turun(self) -> int:
        """Banyak desa yang turun status."""
        return sum(satu.naik < 0 for satu in self.desa)


@dataclass(frozen=True, slots=True)
class KelompokDesa:
    """Desa sekelompok menurut kecamatannya."""

    sebutan: str
    banyak: int
    kecamatan: tuple[tuple[str, str], ...]  # nama kecamatan, nama desanya


SemuaKelompok = list[KelompokDesa]


@dataclass(frozen=True, slots=True, kw_only=True)
class RincianDesa:
    """Status tiap desa; `is_berpindah` bila tahun lalunya juga diketahui."""

    kecamatan: tuple[KecamatanDesa, ...] = ()

    @property
    def is_berpindah(self) -> bool:
        return any(satu.lalu for satu in self._desa())

    @property
    def status(self) -> list[str]:
        """Sebutan statusnya menurut urutannya."""
        return [nama.title() for nama in URUTAN]

    @property
    def jumlah(self) -> SemuaBanyak:
        """Banyak desa tiap status."""
        kolom = zip(*[satu.jumlah for satu in self.kecamatan], strict=True)
        return [sum(satu) for satu in kolom]

    @property
    def banyak(self) -> int:
        return sum(self.jumlah)

    @property
    def naik(self) -> int:
        return sum(satu.naik for satu in self.kecamatan)

    @property
    def turun(self) -> int:
        return sum(satu.turun for satu in self.kecamatan)

    @property
    def pindah(self) -> SemuaKelompok:
        """Desa tiap perpindahan: yang naik dahulu, lalu yang turun."""
        naik = {}
        turun = {}
        for satu in self._desa():
            arah = (satu.lalu, satu.status)
            if satu.naik > 0:
                naik[arah] = satu.naik
            if satu.naik < 0:
                turun[arah] = satu.naik
        urut = [*sorted(naik, key=_urutan), *sorted(turun, key=_urutan)]
        return [self._pindah(*satu) for satu in urut]

    @property
    def tertinggal(self) -> SemuaKelompok:
        """Desa yang masih tertinggal atau sangat tertinggal."""
        semua = [self._berstatus(nama) for nama in TERTINGGAL]
        return [satu for satu in semua if satu.banyak]

    @property
    def per_status(self) -> SemuaKelompok:
        """Semua desa menurut statusnya."""
        semua = [self._berstatus(nama) for nama in URUTAN]
        return [satu for satu in semua if satu.banyak]

    @property
    def petak(self) -> list[PetakKecamatan]:
        """Bahan peta petak."""
        hasil = []
        for satu in self.kecamatan:
            desa = tuple(_petak(satu.desa))
            hasil.append(PetakKecamatan(nama=satu.nama, desa=desa))
        return hasil

    def _desa(self) -> list[DesaStatus]:
        semua: list[DesaStatus] = []
        for satu in self.kecamatan:
            semua += satu.desa
        return semua

    def _pindah(self, lalu: str, kini: str) -> KelompokDesa:
        sebutan = f"{lalu.title()} menjadi {kini.title()}"
        return self._kelompok(sebutan, lalu=lalu, status=kini)

    def _berstatus(self, status: str) -> KelompokDesa:
        return self._kelompok(status.title(), status=status)

    def _kelompok(self, sebutan: str, **ciri: str) -> KelompokDesa:
        """Desa yang semua cirinya cocok."""
        banyak = 0
        per_kecamatan = []
        for satu in self.kecamatan:
            nama = [desa.nama for desa in satu.desa if _is_cocok(desa, ciri)]
            if not nama:
                continue
            banyak += len(nama)
            semua = ", ".join(nama)
            per_kecamatan.append((satu.nama, semua))
        return KelompokDesa(sebutan, banyak, tuple(per_kecamatan))


TANPA_DESA = RincianDesa()  # isi beku sebelum desanya dirinci


def _urutan(arah: tuple[str, str]) -> list[int]:
    """Dari status yang terbaik."""
    return [URUTAN.index(nama) for nama in arah]


def _is_cocok(desa: DesaStatus, ciri: dict[str, str]) -> bool:
    return all(getattr(desa, nama) == isi for nama, isi in ciri.items())


def _petak(desa: Iterable[DesaStatus]) -> Iterable[PetakDesa]:
    """Bernomor dalam kecamatannya."""
    for nomor, satu in enumerate(desa, 1):
        yield PetakDesa(nomor=nomor, nama=satu.nama, status=satu.status, url="")
