"""V1: uang menjumlah dari sub kegiatan ke kegiatan ke program, rupiah demi rupiah."""

from decimal import Decimal

from core.angka import rupiah
from documents.jenis import Temuan
from kinerja.models import Lkjip
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    return temuan(kinerja)


def temuan(kinerja: TahunKinerja) -> list[Temuan]:
    """Pagu tercetak yang bukan jumlah rinciannya, dan program yang rinciannya baru sebagian."""
    program = kinerja.pohon.program
    rinci = [s for s in program if s.obj.is_rinci]
    kegiatan = [s for p in rinci for s in p.anak]
    banding = [_banding(s) for s in (*kegiatan, *rinci)]
    sebagian = [_sebagian(s) for s in program if s.kalimat_rinci]
    return [t for t in (*banding, *sebagian) if t]


def _banding(s: Simpul) -> Temuan | None:
    tercetak, jumlah = s.obj.pagu_tercetak, s.terinci or Decimal(0)
    if tercetak is None or tercetak == jumlah:
        return None
    return Temuan(
        "V1",
        str(s.obj),
        "Pagu pada dokumen tidak sama dengan jumlah sub kegiatannya.",
        rupiah(tercetak),
        rupiah(jumlah),
        s.obj.get_absolute_url(),
    )


def _sebagian(s: Simpul) -> Temuan:
    return Temuan("V1", str(s.obj), f"Pagu baru {s.kalimat_rinci}.", url=s.obj.get_absolute_url())


def tanpa_pagu(tempat: str) -> Temuan:
    """Uang yang belum diketahui disebut, tidak dianggap nol."""
    return Temuan("V1", tempat, "Pagunya belum diketahui; tidak ikut dijumlahkan.")
