"""PDF dasbor desa: gambar dan tabel yang tampak pada layarnya."""

from core.tabel import Tabel
from documents.cetakan import Bagian, Cetakan, Gambar
from idm.laporan.dasar.lembar import bagian, cetakan
from idm.laporan.dasbor.lembar.gambar import gambar_dasbor_desa
from idm.laporan.dasbor.lembar.tabel import tabel_dasbor_desa
from idm.laporan.dasbor.reports import IsiDasborDesa


def cetakan_dasbor_desa(isi: IsiDasborDesa) -> Cetakan:
    """Yang tanpa isi tidak dicetak."""
    tabel = tabel_dasbor_desa(isi)
    gambar = gambar_dasbor_desa(isi)
    kepala = isi.kepala
    judul = [kepala.judul, f"{kepala.dinas.daerah} Tahun {kepala.tahun}"]
    if isi.nama_dipilih:
        judul.append(f"Disaring: Kecamatan {isi.nama_dipilih}")
    semua = [bagian(judul=tuple(judul), is_berkop=True, is_sambung=False)]
    semua.append(_bergambar("Status desa", gambar.status.lebar, tabel.status))
    for satu in (tabel.matriks, tabel.bergeser):
        if satu:
            semua.append(bagian(satu.nama, tabel=(satu,)))
    if isi.kecamatan:
        # gambarnya hampir sehalaman; tabelnya mengisi halaman sebelumnya
        berdampingan = Gambar("Kecamatan berdampingan", gambar.kecamatan.lebar)
        semua.append(bagian(berdampingan.nama, tabel=(tabel.kecamatan,)))
        semua.append(bagian(gambar=(berdampingan,)))
    if isi.terlemah:
        terlemah = gambar.terlemah.lebar
        semua.append(_bergambar(tabel.terlemah.nama, terlemah, tabel.terlemah))
    semua += [
        bagian("Kerja sama antar desa", tabel=(tabel.kerja_sama,)),
        bagian("Lembaga kemasyarakatan desa", tabel=(tabel.lembaga,)),
        _bergambar("Peta dan status tiap desa", isi.peta.gambar, tabel.desa),
    ]
    return cetakan(kepala, semua)


def _bergambar(judul: str, svg: str, tabel: Tabel) -> Bagian:
    """Gambarnya di atas tabelnya, bila ada."""
    gambar = (Gambar(judul, svg),) if svg else ()
    return bagian(judul, gambar=gambar, tabel=(tabel,))
