"""Bukti IKK di meja reviu."""

from collections.abc import Iterator

from kinerja.reviu.jenis import JenisReviu, Petunjuk, SemuaTempat, TempatNaskah
from kinerja.reviu.reports.petunjuk import dari, uji, workflow
from kinerja.reviu.sources import BahanReviu
from villages.naskah.bukti_ikk.isi import IsiBuktiIkk, Output
from villages.naskah.formulir.isi import Formulir

SemuaPetunjuk = Iterator[Petunjuk]


def tempat(isi: IsiBuktiIkk) -> SemuaTempat:
    """Tiap output, lalu tabel dan formulirnya."""
    hasil = []
    for satu in isi.output:
        hasil.append(TempatNaskah(f"output-{satu.nomor}", _sebutan(satu), "Output"))
    for nomor, formulir in enumerate(isi.formulir, 1):
        hasil.append(TempatNaskah(f"formulir-{nomor}", _formulir(formulir), "Lampiran"))
    lembaga = TempatNaskah("kelembagaan", "Data kelembagaan desa", "Lampiran")
    return [*hasil, lembaga, TempatNaskah("pkk", "Kegiatan PKK", "Lampiran")]


def _sebutan(output: Output) -> str:
    return f"Output {output.nomor} {output.uraian}"


def _formulir(formulir: Formulir) -> str:
    return f"Formulir kerja sama {formulir.tahun}"


def output(bahan: BahanReviu) -> SemuaPetunjuk:
    """Output yang angkanya diketahui."""
    semua = bahan.isi.output
    kurang = [_sebutan(satu) for satu in semua if satu.angka is None]
    yield dari(kurang, semua, "Output berangka")


def lampiran(bahan: BahanReviu) -> SemuaPetunjuk:
    """Formulir kerja sama dan baris lembaganya."""
    isi = bahan.isi
    yield Petunjuk(f"{len(isi.formulir)} formulir kerja sama.", is_kurang=not isi.formulir)
    kecamatan = len(isi.kelembagaan.baris)
    yield Petunjuk(f"Data kelembagaan {kecamatan} kecamatan.", is_kurang=not kecamatan)


def tercetak(bahan: BahanReviu) -> SemuaPetunjuk:
    """Yang lain daripada angka cetakan dahulu."""
    for satu in bahan.isi.output:
        if satu.tercetak is not None and satu.tercetak != satu.angka:
            kalimat = f"{_sebutan(satu)}: tercetak dahulu {satu.tercetak}, kini {satu.angka}."
            yield Petunjuk(kalimat, is_kurang=True)


REVIU = JenisReviu(
    "Bukti IKK",
    tempat,
    {
        "alur": ("Pengajuan dan persetujuan", workflow),
        "uji": ("Uji kewajaran", uji),
        "output": ("Output berangka", output),
        "lampiran": ("Formulir dan tabel", lampiran),
        "tercetak": ("Beda dengan cetakan dahulu", tercetak),
    },
)
