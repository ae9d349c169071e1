"""Uji kewajaran Perjanjian Kinerja: uangnya diketahui, dan yang setingkat berjumlah DPA."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from django.urls import reverse

from core.angka import rupiah
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.models import PerjanjianKinerja
from kinerja.naskah.dasar.checks import PERJANJIAN, uji_naskah
from kinerja.naskah.perjanjian.isi import IsiPerjanjian, UangPerjanjian
from kinerja.naskah.perjanjian.reports.sebaran import SEBUTAN
from kinerja.tahun.pembagian import Pembagian, Tanggungan, pembagian
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.v01_uang import TANPA_PAGU

BUKAN_ANGGARAN = "Jumlah anggaran perjanjian bukan anggaran setahun."
KEMBAR = "Pagu yang sama dijanjikan lebih dari satu perjanjian."
BEDA = "Jumlah pagu semua perjanjian setingkat belum sama dengan pagu DPA"
SemuaPerjanjian = Iterable[PerjanjianKinerja]


@uji("V1", "uang yang diperjanjikan terhadap anggaran setahun")
def uang(naskah: PerjanjianKinerja, kinerja: TahunKinerja, isi: IsiPerjanjian) -> Perbandingan:
    """Yang belum diketahui disebut; perjanjian kepala dinas memuat seluruh anggaran."""
    yield from map(_diketahui, isi.anggaran)
    pagu = kinerja.anggaran.pagu
    if pagu is None or isi.jumlah is None or naskah.tingkat != naskah.TingkatJabatan.ESELON_II:
        return
    is_sama = isi.jumlah == pagu
    yield None if is_sama else _jumlah_beda(BUKAN_ANGGARAN, isi.jumlah, pagu)


def _diketahui(uang: UangPerjanjian) -> Temuan | None:
    """Anggaran yang belum diketahui disebut, tidak dianggap nol."""
    if uang.pagu is not None:
        return None
    fakta = kunci_fakta("pagu", uang.kode, uang.nama)
    return Temuan("V1", f"{uang.kode} {uang.nama}", TANPA_PAGU, fakta=fakta)


@uji("V1", "uang semua perjanjian setingkat terhadap pagu DPA; tiap rupiah satu penanggung")
def setingkat(naskah: PerjanjianKinerja, kinerja: TahunKinerja, isi: IsiPerjanjian) -> Perbandingan:
    """Uang tanpa penanggung, yang dijanjikan dua kali, dan jumlah yang bukan pagu DPA."""
    tingkat = naskah.tingkat
    if tingkat not in SEBUTAN:
        return
    bagian = pembagian(kinerja.pohon, tingkat)
    rows = PerjanjianKinerja.objects.berlaku(kinerja.kabupaten, kinerja.tahun, tingkat)
    semua = list(rows.select_related("bidang", "pihak_pertama"))
    for satu in bagian.tanpa_penanggung:
        yield _tanpa_penanggung(satu, tingkat)
    yield from _kembar(semua)
    pagu = kinerja.anggaran.pagu
    if pagu is not None:
        yield _berjumlah(semua, bagian, pagu)


def _tanpa_penanggung(satu: Tanggungan, tingkat: str) -> Temuan:
    """Pekerjaan yang tidak dijanjikan siapa pun, diketahui pagunya atau tidak."""
    obj = satu.simpul.obj
    pesan = f"Belum ada {SEBUTAN[tingkat]} yang menanggung pagunya."
    pagu = ""
    if satu.pagu is None:
        pesan = f"Belum ada {SEBUTAN[tingkat]} yang menanggungnya; pagunya pun belum diketahui."
    else:
        pagu = rupiah(satu.pagu)
    fakta = kunci_fakta(obj, "penanggung")
    return Temuan(
        "V1",
        str(obj),
        pesan,
        pagu,
        url=_kisi_penanggung(satu),
        fakta=fakta,
    )


def _kisi_penanggung(satu: Tanggungan) -> str:
    """Kisi pada baris itu; program dan kegiatan yang tidak terinci pada halamannya."""
    simpul = satu.simpul
    if simpul.tingkat != "sub":
        return str(simpul.obj.get_absolute_url())
    kisi = reverse("kinerja:penanggung_grid")
    return f"{kisi}?tahun={simpul.obj.tahun}#b-sub-{simpul.obj.pk}"


def _kembar(semua: SemuaPerjanjian) -> Perbandingan:
    """Satu penanggung dengan lebih dari satu perjanjian yang berlaku."""
    banyak = Counter(pk.penanggung for pk in semua)
    for pk in semua:
        is_tunggal = banyak[pk.penanggung] == 1
        yield None if is_tunggal else _janji_kembar(pk)


def _janji_kembar(pk: PerjanjianKinerja) -> Temuan:
    """Pagunya juga ada pada perjanjian lain."""
    fakta = kunci_fakta(pk, "kembar")
    return Temuan("V1", str(pk), KEMBAR, url=pk.get_absolute_url(), fakta=fakta)


def _berjumlah(semua: SemuaPerjanjian, bagian: Pembagian, pagu: Decimal) -> Temuan | None:
    """Jumlah semua perjanjian yang berlaku terhadap pagu DPA."""
    penanggung = [pk.penanggung for pk in semua]
    dijanjikan = bagian.jumlah(penanggung)
    if dijanjikan == pagu:
        return None
    kurang = bagian.penanggung.difference(penanggung)
    sebab = ""
    if kurang:
        sebab = f"; {len(kurang)} penanggung belum punya perjanjian"
    return _jumlah_beda(f"{BEDA}{sebab}.", dijanjikan, pagu)


def _jumlah_beda(pesan: str, tercetak: Decimal, dihitung: Decimal) -> Temuan:
    """Kedua jumlah berdampingan."""
    jumlah = "Jumlah anggaran"
    fakta = kunci_fakta(jumlah)
    return Temuan(
        "V1",
        jumlah,
        pesan,
        rupiah(tercetak),
        rupiah(dihitung),
        fakta=fakta,
    )


UJI = (uang, setingkat, *uji_naskah(PERJANJIAN))
