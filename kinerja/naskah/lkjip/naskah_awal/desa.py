"""Kalimat tentang wilayah dan status desa menurut indeks tahun laporan."""

from idm.models import KOLOM_STATUS
from idm.scoring import Status
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan, butir, naskah, rangkai
from kinerja.tahun.sources import SOURCES
from kinerja.tahun.sumber_status import BERKEMBANG
from kinerja.tahun.ukuran import Ukuran

SEBUTAN = {status: status.value.title() for status in Status}


def wilayah(bahan: Bahan) -> str:
    """`21 kecamatan, 288 desa dan 25 kelurahan`; kosong bila wilayahnya belum dimuat."""
    jenis = []
    for satu in ("kecamatan", "desa", "kelurahan"):
        if _ada(bahan, satu):
            jenis.append(satu)
    if not jenis:
        return ""
    return rangkai([f"{{wilayah.{satu}}} {bahan.sebutan[satu]}" for satu in jenis])


def _ada(bahan: Bahan, jenis: str) -> bool:
    return bahan.banyak(f"wilayah.{jenis}") > 0


def sebutan_desa(bahan: Bahan) -> str:
    """Desa, kelurahan, atau keduanya menurut wilayahnya."""
    jenis = [satu for satu in ("desa", "kelurahan") if _ada(bahan, satu)]
    return rangkai([bahan.sebutan[satu] for satu in jenis or ("desa",)])


def is_diketahui(bahan: Bahan, selisih: int = 0) -> bool:
    """Status desa tahun laporan, atau tahun sebelumnya, menurut indeks yang sama."""
    return bahan.kinerja.tahun - selisih in bahan.kinerja.status_desa


def is_rinci(bahan: Bahan) -> bool:
    """Statusnya diketahui desa demi desa."""
    kini = bahan.kinerja.status_desa.get(bahan.kinerja.tahun)
    return kini is not None and kini.is_rinci


def status(bahan: Bahan) -> str:
    """`6 desa Mandiri, …`; yang tidak ada desanya tidak disebut."""
    counts = bahan.kinerja.status_desa[bahan.kinerja.tahun].counts
    disebut = []
    for kolom, satu in KOLOM_STATUS.items():
        if counts[satu]:
            disebut.append(f"{{idm.tahun.{kolom}}} desa {SEBUTAN[satu]}")
    if not disebut:
        return ""
    return rangkai(disebut)


def perkembangan(bahan: Bahan) -> str:
    """Banyak desa tiap status dua tahun, atau tahun laporan saja bila hanya itu yang ada."""
    if not is_diketahui(bahan) or not status(bahan):
        return ""
    if not is_diketahui(bahan, 1):
        return f"Menurut {{indeks}} tahun {{tahun}} terdapat {status(bahan)}."
    lalu = bahan.kinerja.status_desa[bahan.kinerja.tahun - 1].counts
    kini = bahan.kinerja.status_desa[bahan.kinerja.tahun].counts
    baris = []
    for kolom, satu in KOLOM_STATUS.items():
        if lalu[satu] or kini[satu]:
            baris.append(_dua_tahun(kolom, SEBUTAN[satu]))
    pengantar = "Status desa menurut {indeks} berubah dari tahun {tahun_lalu} ke tahun {tahun}:"
    return butir(baris, pengantar)


def _dua_tahun(kolom: str, sebutan: str) -> str:
    dulu = f"{{idm.tahun_lalu.{kolom}}} desa pada tahun {{tahun_lalu}}"
    return f"Desa {sebutan}: {dulu} dan {{idm.tahun.{kolom}}} desa pada tahun {{tahun}}."


def cara_membaca(bahan: Bahan, ukuran: list[Ukuran]) -> str:
    """Yang menghitung desa Berkembang turun juga karena desanya naik status."""
    dihitung = [SOURCES.get(satu.indikator.sumber) for satu in ukuran]
    berkembang = [satu for satu in dihitung if satu and satu.status == BERKEMBANG]
    if not berkembang or not is_diketahui(bahan, 1):
        return ""
    return naskah(
        "Indikator yang menghitung banyaknya desa berstatus Berkembang dipengaruhi dua arah "
        "perubahan: angkanya bertambah ketika desa Tertinggal membaik menjadi Berkembang, dan "
        "berkurang ketika desa Berkembang menjadi Maju atau Mandiri. Angka yang lebih kecil "
        "tidak dengan sendirinya berarti kemunduran desa, tetapi tetap dilaporkan terhadap target "
        "yang diperjanjikan.",
    )
