"""Bentuk analisis satu indikator: deret tahunnya, faktanya, uraiannya, program pendukungnya."""

from dataclasses import dataclass, field
from decimal import Decimal

from documents.beda import TURUNAN
from kinerja.naskah.dasar.besaran import Bernomor, Besaran


@dataclass(frozen=True, slots=True, kw_only=True)
class Fakta:
    """Satu angka dengan sebutannya, sebagaimana tercetak."""

    sebutan: str
    isi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramPendukung:
    """Program sasarannya, uangnya (rupiah), dan banyak keluaran yang mencapai target."""

    kode: str
    nama: str
    pagu: Decimal | None
    realisasi: Decimal | None
    persen: Decimal | None
    keluaran: str = ""  # `4 dari 5`
    catatan_pagu: str = ""  # sub kegiatan yang belum dimuat pagunya


@dataclass(frozen=True, slots=True, kw_only=True)
class Analisis(Bernomor):
    """Satu IKU atau IKK; yang tidak diketahui tidak ada di dalamnya."""

    jenis: str
    nama: str
    desimal: int
    tahun: tuple[int, ...]
    target: tuple[Besaran, ...]
    realisasi: tuple[Besaran, ...]
    fakta: tuple[Fakta, ...] = field(metadata=TURUNAN)
    html: str  # uraian, bersih
    program: tuple[ProgramPendukung, ...]

    @property
    def sebutan(self) -> str:
        """`IKU 1`."""
        return f"{self.jenis.upper()} {self.urut}"

    @property
    def tempat(self) -> str:
        """Kode gambar dan tabelnya."""
        return f"{self.jenis}_{self.urut}".replace(".", "_")

    @property
    def is_berkeluaran(self) -> bool:
        """Ada program pendukung yang keluarannya dapat dihitung."""
        return any(satu.keluaran for satu in self.program)

    @property
    def is_bergambar(self) -> bool:
        """Ada angka yang dapat digambar."""
        return any(satu.angka is not None for satu in (*self.target, *self.realisasi))
