"""PDF dasbor: gambar dan tabel yang tampak pada layarnya, dengan saringannya."""

from core.grafik import desa as grafik_desa
from core.grafik.dua import DuaLebar
from core.tabel import Tabel
from documents.cetakan import Bagian, Cetakan, Gambar
from idm.laporan.dasar.lembar import bagian, cetakan
from kinerja.dasbor.lembar.gambar import gambar_dasbor
from kinerja.dasbor.lembar.tabel import judul, tabel_dasbor
from kinerja.dasbor.reports.capaian import IsiDasbor
from kinerja.dasbor.reports.naskah import IsiNaskah

NAMA = {"IKU": "Indikator kinerja utama (IKU)", "IKK": "Indikator kinerja kunci (IKK)"}


def cetakan_dasbor(isi: IsiDasbor, naskah: IsiNaskah) -> Cetakan:
    """Tiap bagian gambarnya dahulu, lalu tabelnya; yang tanpa isi tidak dicetak."""
    gambar = gambar_dasbor(isi)
    tabel = tabel_dasbor(isi, naskah)
    _, _, *kepala = judul(isi)
    muka = bagian(judul=tuple(kepala), is_berkop=True, is_sambung=False, kertas="A4")
    semua = [muka]
    for svg, satu in zip(gambar.capaian, tabel.ukuran, strict=True):
        if satu.baris:
            semua.append(_bergambar(NAMA[satu.nama], svg, satu))
    semua += [bagian(satu.nama, tabel=(satu,)) for satu in tabel.deret]
    semua += [
        _bergambar("Penyerapan anggaran", gambar.uang, tabel.uang),
        _bergambar("Fisik dan keuangan", gambar.fisik, tabel.fisik),
        _bergambar("Kelengkapan isian", gambar.kelengkapan, tabel.kelengkapan),
        *_desa(isi, tabel.status),
        bagian("Naskah", tabel=(tabel.naskah,)),
        bagian("Rekomendasi terbuka", tabel=(tabel.rekomendasi,)),
    ]
    return cetakan(isi.kepala, semua)


def _bergambar(judul_bagian: str, svg: DuaLebar, tabel: Tabel) -> Bagian:
    """Gambarnya di atas tabelnya, bila ada."""
    gambar = (Gambar(judul_bagian, svg.lebar),) if svg.lebar else ()
    return bagian(judul_bagian, gambar=gambar, tabel=(tabel,))


def _desa(isi: IsiDasbor, tabel: Tabel) -> list[Bagian]:
    """Status desa bila tercatat."""
    deret = isi.idm.deret
    if not deret:
        return []
    nama = f"Status desa menurut {isi.indeks}"
    gambar = Gambar(nama, grafik_desa.status(deret, isi.indeks))
    return [bagian(nama, gambar=(gambar,), tabel=(tabel,))]
