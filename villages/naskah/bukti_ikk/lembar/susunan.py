"""Susunan cetak berkas bukti IKK: tiap outcome dengan semua outputnya, lalu lampiran output itu."""

from collections.abc import Iterator

from core.angka import format_angka
from core.display import alamat_luar
from core.tabel import Tabel
from documents.cetakan import Bagian, Paragraf
from villages.models import OutputIkk
from villages.naskah.bukti_ikk.isi import IsiBuktiIkk, Outcome, Output
from villages.naskah.bukti_ikk.lembar.pkk import pkk
from villages.naskah.bukti_ikk.lembar.tabel import (
    hitungan,
    kelembagaan,
    lembaga,
    sebutan,
)
from villages.naskah.formulir.isi import Formulir
from villages.naskah.formulir.lembar import formulir

S = OutputIkk.Sumber
TERCETAK = "(belum dapat dihitung ulang)"
TANPA_OUTCOME = "Belum ada IKK outcome yang dibuktikan."
# daftar setahun yang menghitung angkanya
ASAL = {
    S.DESA: "villages:kerjasama_angka",
    S.SELISIH: "villages:kerjasama_angka",
    S.LEMBAGA: "villages:rekaplembaga_list",
    S.UP2K: "villages:kegiatanpkk_list",
}
SEBUTAN = {S.UP2K: "Jumlah Kelompok UP2K : ", S.LEMBAGA: "Jumlah : "}
ARTI_LEMBAGA = (
    "Menurut Permendagri 18 Tahun 2018, lembaga kemasyarakatan desa meliputi RT, RW, PKK, "
    "Karang Taruna, Posyandu, LPM; lembaga adat desa dihitung bersamanya."
)


def susunan(isi: IsiBuktiIkk) -> Iterator[Bagian]:
    """Halaman jawaban tiap output, diikuti lampirannya."""
    if not isi.outcome:
        yield Bagian(pembuka=(Paragraf(TANPA_OUTCOME),), is_berkop=True)
    for outcome in isi.outcome:
        for output in isi.output:
            yield _jawaban(isi, outcome, output)
            yield from _lampiran(isi, output.sumber)


def _jawaban(isi: IsiBuktiIkk, outcome: Outcome, output: Output) -> Bagian:
    """Angka output; lembaga didahului rinciannya, kerja sama diikuti kedua hitungannya."""
    pertanyaan = (
        Paragraf(f"{outcome.nomor}. IKK Outcome : {outcome.nama}", "tebal"),
        Paragraf("IKK Output :"),
        Paragraf(f"{output.nomor}. {output.uraian} :"),
    )
    angka = tuple(_angka(output, isi.tahun))
    is_di_atas = bool(output.hitungan)
    gaya = "catatan"
    if is_di_atas:
        gaya = "prosa"
    catatan = tuple(Paragraf(teks, gaya) for teks in output.catatan)
    return Bagian(
        pembuka=(*pertanyaan, *angka) if is_di_atas else pertanyaan,
        tabel=_rincian(isi, output),
        penutup=catatan if is_di_atas else (*angka, *catatan),
        is_berkop=True,
    )


def _rincian(isi: IsiBuktiIkk, output: Output) -> tuple[Tabel, ...]:
    if output.hitungan:
        return (hitungan(output, isi.tahun),)
    is_berinci = output.sumber == S.LEMBAGA and output.angka is not None
    if is_berinci:
        return (lembaga(isi.kelembagaan),)
    return ()


def _angka(output: Output, tahun: int) -> Iterator[Paragraf]:
    """Rumus, hasil dan cara menghitungnya; yang tidak dapat dihitung mengatakannya."""
    if output.rumus:
        yield Paragraf(f"= {output.rumus}", "besar")
    besar = output.tercetak if output.angka is None else output.angka
    if besar is None:
        yield Paragraf("tidak dapat dihitung", "besar")
        return
    sumber = S(output.sumber)
    halaman = ASAL[sumber]
    yield Paragraf(
        f"{_sebutan(output)}{format_angka(besar)} {_satuan(output)}",
        "besar",
        alamat_luar(halaman, tahun=tahun),
    )
    if output.angka is None:
        yield Paragraf(TERCETAK, "catatan")
    elif output.cara:
        yield Paragraf(f"Dihitung menurut {sebutan(output.cara)}.")


def _sebutan(output: Output) -> str:
    """Kata di depan angkanya."""
    if output.rumus:
        return "= "
    return SEBUTAN.get(S(output.sumber), "")


def _satuan(output: Output) -> str:
    """Huruf besar seperti pada naskahnya."""
    if output.sumber == S.LEMBAGA:
        return output.satuan.upper()
    return output.satuan


def _lampiran(isi: IsiBuktiIkk, sumber: str) -> list[Bagian]:
    """Formulir kerja sama tahun ini, atau kedua tahunnya; data kelembagaan; kegiatan PKK."""
    match S(sumber):
        case S.DESA:
            return [_formulir(isi, isi.formulir[0])]
        case S.SELISIH:
            return [_formulir(isi, satu) for satu in isi.formulir]
        case S.LEMBAGA:
            return [_kelembagaan(isi)]
        case S.UP2K:
            return [_pkk(isi)]


def _formulir(isi: IsiBuktiIkk, satu: Formulir) -> Bagian:
    """Formulir tahun lalu dicetak kembali tanpa tanda tangan."""
    wilayah = f"di {isi.dinas.daerah} Provinsi {isi.dinas.provinsi} Tahun {satu.tahun}"
    is_tahun_ini = satu.tahun == isi.tahun
    keterangan = _keterangan(satu, is_tahun_ini)
    return Bagian(
        judul=(
            "Form Identifikasi Kerja Sama Antar Desa dalam Satu Kecamatan",
            wilayah,
        ),
        tabel=(formulir(isi, satu, is_cetak=True),),
        penutup=tuple(Paragraf(teks, "catatan") for teks in keterangan),
        is_berkop=True,
        is_bertanda_tangan=is_tahun_ini,
    )


def _keterangan(satu: Formulir, is_tahun_ini: bool) -> Iterator[str]:
    yield f"{satu.jumlah.baris} baris; {satu.jumlah.desa} desa yang berlainan."
    ganda = []
    for desa in satu.ganda:
        ganda.append(f"{desa.nama.title()} ({' dan '.join(desa.daftar)})")
    if ganda:
        yield f"Tercantum pada lebih dari satu daftar: {'; '.join(ganda)}."
    if not is_tahun_ini:
        yield f"Formulir tahun {satu.tahun}, dicetak kembali sebagai pembanding."


def _kelembagaan(isi: IsiBuktiIkk) -> Bagian:
    """Data kelembagaan di kertasnya sendiri."""
    tabel = isi.kelembagaan
    belum = ""
    if tabel.belum:
        belum = f" Belum melapor lengkap: {', '.join(tabel.belum)}."
    return Bagian(
        judul=(
            f"Data Kelembagaan Desa dalam {isi.dinas.daerah}",
            f"{isi.dinas.nama} Tahun {tabel.tahun}",
        ),
        tabel=(kelembagaan(isi),),
        penutup=(Paragraf(ARTI_LEMBAGA + belum, "catatan"),),
        is_berkop=True,
    )


def _pkk(isi: IsiBuktiIkk) -> Bagian:
    """Kegiatan PKK di kertasnya sendiri."""
    tabel = isi.pkk
    belum = "semua kecamatan"
    if tabel.melapor:
        belum = ", ".join(tabel.belum)
    catatan = Paragraf(f"Belum melapor: {belum}.", "catatan")
    return Bagian(
        judul=(
            "Data Kegiatan PKK",
            f"TP PKK {isi.dinas.daerah} Tahun {tabel.tahun}",
            "Pokja II",
        ),
        tabel=(pkk(isi),),
        penutup=(catatan,) if tabel.belum else (),
        is_berkop=True,
    )
