"""Tabel dan susunan cetak Catatan Hasil Reviu."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.periode import tanggal_panjang
from core.tabel import Kepala, Kolom, Tabel
from documents.cetakan import Bagian, Paragraf
from documents.lembar.naskah import judul_berkop, kaki
from kinerja.naskah.hasil_reviu.isi import BagianHasil, ButirHasil, IsiHasilReviu

SemuaTabel = list[Tabel]
V = "v"
ROMAWI = ("I", "II", "III")
KOLOM_BUTIR = (
    ("No", Kolom("tanda", 5)),
    ("Pernyataan", Kolom("teks", 46, is_nama=True)),
    ("Ya", Kolom("tanda", 6)),
    ("Tidak", Kolom("tanda", 7)),
    ("Catatan", Kolom("teks", 30)),
    ("Petunjuk sistem", Kolom("teks", 42)),
)
KOLOM_CATATAN = (
    ("No", Kolom("tanda", 5)),
    ("Tempat", Kolom("teks", 30)),
    ("Catatan", Kolom("teks", 48, is_nama=True)),
    ("Jawaban dinas", Kolom("teks", 40)),
    ("Status", Kolom("teks", 14)),
)


def lembar(isi: IsiHasilReviu) -> SemuaTabel:
    """Ketiga bagian pedoman, lalu catatannya."""
    judul = judul_berkop(isi)
    bawah = kaki(isi)
    hasil = []
    for satu in [*_pedoman(isi), catatan(isi)]:
        hasil.append(replace(satu, judul=judul, kaki=bawah))
    return hasil


def _pedoman(isi: IsiHasilReviu) -> SemuaTabel:
    """Tabel ketiga bagiannya."""
    return [bagian(satu) for satu in isi.bagian]


def bagian(isi: BagianHasil) -> Tabel:
    """Satu bagian pedoman."""
    return tabel_berkolom(
        isi.judul, KOLOM_BUTIR, [_butir(satu) for satu in isi.butir], "Tanpa butir."
    )


def _butir(butir: ButirHasil) -> list[object]:
    """Jawabannya tanda pada kolomnya."""
    return [
        butir.nomor,
        butir.uraian,
        V if butir.hasil == "Ya" else None,
        V if butir.hasil == "Tidak" else None,
        butir.catatan or None,
        "\n".join(butir.petunjuk) or None,
    ]


def catatan(isi: IsiHasilReviu) -> Tabel:
    """Semua catatan pereviu."""
    baris = []
    for satu in isi.catatan:
        uraian = satu.uraian
        if satu.kutipan:
            uraian = f"“{satu.kutipan}”\n{uraian}"
        jawaban = satu.tindak_lanjut or "belum dijawab"
        baris.append([satu.nomor, satu.tempat, uraian, jawaban, satu.status])
    return tabel_berkolom("Catatan", KOLOM_CATATAN, baris, "Tidak ada catatan.")


def tabel_berkolom(
    nama: str,
    kolom: Sequence[tuple[str, Kolom]],
    baris: Sequence[Sequence[object]],
    kosong: str,
) -> Tabel:
    """Kepalanya sebaris, menurut kolomnya."""
    kepala = [Kepala(teks) for teks, _ in kolom]
    return Tabel(nama, [satu for _, satu in kolom], [kepala], baris, kosong=kosong)


def layout(isi: IsiHasilReviu) -> Iterator[Bagian]:
    """Kop dan pengantarnya, tiap bagian pedoman, lalu catatan dan simpulannya."""
    yield Bagian(
        judul=(isi.judul.upper(), isi.direviu.judul.upper(), f"Nomor: {isi.nomor or '…'}"),
        pembuka=tuple(_pengantar(isi)),
        is_berkop=True,
        is_bertanda_tangan=False,
    )
    for romawi, satu in zip(ROMAWI, isi.bagian, strict=False):
        yield Bagian(
            anak_judul=f"{romawi}. {satu.judul}",
            tabel=(bagian(satu),),
            is_sambung=True,
            is_bertanda_tangan=False,
        )
    yield Bagian(
        anak_judul="Catatan pereviu dan jawaban dinas",
        tabel=(catatan(isi),),
        penutup=(Paragraf(_simpulan(isi)),),
        is_sambung=True,
    )


def _pengantar(isi: IsiHasilReviu) -> Iterator[Paragraf]:
    """Yang direviu dan menurut pedoman mana."""
    direviu = isi.direviu
    tanggal = f" tanggal {tanggal_panjang(direviu.tanggal)}" if direviu.tanggal else ""
    yield Paragraf(
        f"Naskah yang direviu: {direviu.judul}, {direviu.dinas}, nomor {direviu.nomor or '…'}"
        f"{tanggal}, isi beku versi {direviu.versi}."
    )
    dasar = f" ({isi.regulasi})" if isi.regulasi else ""
    yield Paragraf(f"Pedoman: {isi.pedoman}{dasar}.")
    yield Paragraf(f"SHA-256 isi beku: {direviu.isi_beku or 'belum dibekukan'}", "catatan")


def _simpulan(isi: IsiHasilReviu) -> str:
    """Banyak yang dijawab tidak, dan yang belum diterima."""
    butir = sum(len(satu.butir) for satu in isi.bagian)
    return (
        f"Dari {butir} butir, {isi.tidak} dijawab tidak. Dari {len(isi.catatan)} catatan, "
        f"{isi.terbuka} belum diterima jawabannya."
    )
