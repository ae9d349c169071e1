"""Usulan seberapa tepat angka satu indikator menurut sumber hitungnya; hanya untuk dibaca."""

from dataclasses import dataclass

from kinerja.models import AKURASI, Definisi
from kinerja.tahun.definisi import label

# awal nama sumber -> usulannya; yang kosong bagi yang diisi tangan
USULAN = {
    "idm.": {
        "cara_ukur": "Dihitung sistem dari status tiap desa yang berlaku pada tahun itu.",
        "keterbatasan": (
            "Tahun yang hanya punya rekap status tidak menyebut desanya; perpindahan status lalu "
            "dihitung dari selisih kedua rekap."
        ),
        "cara_verifikasi": "Status desa berlaku sesudah diverifikasi dan ditetapkan.",
    },
    "lembaga.": {
        "cara_ukur": "Dijumlahkan sistem dari rekap lembaga semua kecamatan.",
        "keterbatasan": "Belum dihitung selama satu kecamatan saja belum melapor atau merincinya.",
        "cara_verifikasi": "Rekap kecamatan dicocokkan dengan rincian desa dan kelurahannya.",
    },
    "": {
        "cara_ukur": "Diisi bidang penanggung jawab menurut rumusnya.",
        "keterbatasan": "Barisnya tidak ada di sistem; angkanya tidak dapat dihitung ulang.",
        "cara_verifikasi": "Dicocokkan dengan berkas bukti pada realisasinya.",
    },
}


def usulan_akurasi(definisi: Definisi) -> dict[str, str]:
    """Usulan bagi unsur yang belum ditulis."""
    urusan, titik, _ = definisi.sumber.partition(".")
    usulan = USULAN.get(f"{urusan}{titik}", USULAN[""])
    hasil = {}
    for nama, kalimat in usulan.items():
        if not getattr(definisi, nama):
            hasil[nama] = kalimat
    return hasil


@dataclass(frozen=True)
class BarisAkurasi:
    """Satu hal tentang ketepatan angkanya; `is_usulan` bila belum ditulis kantornya."""

    nama: str
    isi: str
    is_usulan: bool


def akurasi(definisi: Definisi) -> tuple[BarisAkurasi, ...]:
    """Sumber, cara mengukur, keterbatasan dan verifikasinya; yang kosong dengan usulannya."""
    usulan = usulan_akurasi(definisi)
    hasil = []
    for kolom in AKURASI:
        is_usulan = kolom in usulan
        isi = usulan.get(kolom) or getattr(definisi, kolom)
        hasil.append(BarisAkurasi(label(kolom), isi, is_usulan))
    return tuple(hasil)
