"""Berkas bukti IKK setahun: angka tiap output, dan lampirannya."""

from collections.abc import Iterator

from accounts.models import Kabupaten
from documents.reports.kepala import kepala, kepala_kurang
from documents.snapshot import columns
from villages.models import AngkaIkk, BerkasIkk, OutcomeIkk, OutputIkk
from villages.naskah.bukti_ikk.isi import IsiBuktiIkk, Outcome, Output
from villages.naskah.bukti_ikk.reports.jawaban import JAWAB, BahanIkk
from villages.naskah.formulir.reports import formulir
from villages.reports.kerja_sama import angka
from villages.reports.lembaga import kegiatan_pkk, kelembagaan


def read(berkas: BerkasIkk) -> BahanIkk:
    """Angka kerja sama, kelembagaan dan PKK tahun berkas."""
    kabupaten = berkas.kabupaten
    tahun = berkas.tahun
    return BahanIkk(
        cara=berkas.hitungan,
        kerja_sama=angka(kabupaten, tahun),
        kelembagaan=kelembagaan(kabupaten, tahun),
        pkk=kegiatan_pkk(kabupaten, tahun),
    )


def compose(berkas: BerkasIkk, bahan: BahanIkk) -> IsiBuktiIkk:
    """Tiap outcome dijawab dengan semua output; lampiran berdiri sesudah output yang memakainya."""
    kabupaten = berkas.kabupaten
    tahun = berkas.tahun
    outcome = OutcomeIkk.objects.filter(kabupaten=kabupaten)
    return IsiBuktiIkk(
        **kepala(berkas, "Bukti Indikator Kinerja Kunci"),
        outcome=tuple(Outcome(nomor=o.nomor, nama=o.nama) for o in outcome),
        output=tuple(output(kabupaten, tahun, bahan)),
        formulir=tuple(formulir(kabupaten, satu) for satu in (tahun, tahun - 1)),
        kelembagaan=bahan.kelembagaan,
        pkk=bahan.pkk,
    )


def output(kabupaten: Kabupaten, tahun: int, bahan: BahanIkk) -> Iterator[Output]:
    """Angka, rumus dan catatan tiap output menurut sumbernya."""
    lama = AngkaIkk.objects.filter(output__kabupaten=kabupaten, tahun=tahun)
    tercetak = dict(lama.values_list("output", "tercetak"))
    for satu in OutputIkk.objects.filter(kabupaten=kabupaten):
        jawab = JAWAB[satu.sumber]
        yield Output(
            nomor=satu.nomor,
            uraian=satu.uraian,
            sumber=satu.sumber,
            tercetak=tercetak.get(satu.pk),
            **columns(jawab(bahan)),
        )


def missing(berkas: BerkasIkk, bahan: BahanIkk, isi: IsiBuktiIkk) -> list[str]:
    """Yang belum diisi; output tanpa hitungan dan tanpa angka lama belum dapat dijawab."""
    kurang = kepala_kurang(berkas)
    if not OutcomeIkk.objects.filter(kabupaten=berkas.kabupaten).exists():
        kurang.append("IKK outcome belum diisi.")
    if not OutputIkk.objects.filter(kabupaten=berkas.kabupaten).exists():
        kurang.append("IKK output belum diisi.")
    for satu in isi.output:
        if satu.angka is None and satu.tercetak is None:
            sebab = " ".join(satu.catatan) or "datanya kosong."
            kurang.append(f"Output {satu.nomor} belum dapat dijawab: {sebab}")
    return kurang
