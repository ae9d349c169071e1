"""V8: rumus capaian sesuai arah indikatornya; angka tersalin; target lebih mudah dari yang lalu."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

from core.angka import bersatuan, format_angka, parse, ringkas
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.arah import is_buruk
from kinerja.aturan.capaian import SERATUS, Arah, Sebutan
from kinerja.models import AngkaTercetak, Indikator
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import fakta_ukur


@uji("V8", "arah terhadap rumus, target terhadap hasil lalu, dan angka yang sama persis")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    pengukuran = kinerja.pengukuran
    for indikator in pengukuran.indikator:
        kini = pengukuran.ukur(indikator)
        yield from _arah(pengukuran, indikator)
        yield from _target_mudah(pengukuran, kini)
        yield from _mudah_tercetak(kinerja, kini)
    for tahun in pengukuran.renstra.tahun_periode:
        ukuran = [pengukuran.ukur(i, tahun) for i in pengukuran.indikator]
        for satu in ukuran:
            yield from _sama_target(satu)
        yield from _sama_baris(ukuran)


def _arah(pengukuran: Pengukuran, indikator: Indikator) -> Perbandingan:
    """Kata indikator dan gerak targetnya terhadap rumus capaian yang dipilih."""
    arah = Arah(indikator.arah)
    if arah is Arah.NAIK and is_buruk(indikator.nama):
        yield temuan_arah(indikator, "Yang diukur keadaan buruk")
        return
    target = _target(pengukuran, indikator)
    if len(target) < 2 or not arah.rumus.is_searah:
        return
    yield _berlawanan(indikator, target)


def _target(pengukuran: Pengukuran, indikator: Indikator) -> list[Decimal]:
    """Target yang diketahui, menurut tahun."""
    tahun = pengukuran.renstra.tahun_periode
    semua = [pengukuran.ukur(indikator, satu).target for satu in tahun]
    return [satu for satu in semua if satu is not None]


def _berlawanan(indikator: Indikator, target: list[Decimal]) -> Temuan | None:
    """Targetnya terus bergerak ke arah yang menurut rumusnya lebih mudah."""
    rumus = indikator.rumus
    is_mudah = all(rumus.is_lebih_mudah(kini, lalu) for lalu, kini in pairwise(target))
    if not is_mudah:
        return None
    pertama = ringkas(target[0])
    terakhir = ringkas(target[-1])
    gerak = f"{pertama} menjadi {terakhir}"
    return temuan_arah(indikator, f"Targetnya dari {gerak}")


def temuan_arah(indikator: Any, sebab: str) -> Temuan:
    rumus = Arah(indikator.arah).rumus.kalimat
    url = indikator.get_absolute_url()
    pesan = f"{sebab}, rumusnya {rumus}."
    nilai = (sebab, indikator.arah)
    fakta = kunci_fakta(indikator, "arah")
    return Temuan(
        "V8",
        str(indikator),
        pesan,
        url=url,
        fakta=fakta,
        nilai=nilai,
    )


def is_bulat(nilai: Decimal) -> bool:
    """Angka bulat lazim kembar, maka tidak dicurigai."""
    return nilai == nilai.to_integral_value()


def _sama_target(ukuran: Ukuran) -> Perbandingan:
    if (
        ukuran.hasil
        or ukuran.realisasi is None
        or ukuran.target is None
        or is_bulat(ukuran.realisasi)
    ):
        return
    if ukuran.realisasi != ukuran.target:
        yield None
        return
    pesan = "Realisasi sama persis dengan target; pastikan bukan salinan."
    if ukuran.pembilang is None:
        pesan = "Realisasi sama persis dengan target dan pembilangnya tidak diketahui."
    yield _temuan(ukuran, pesan, "realisasi", str(ukuran.realisasi))


def _sama_baris(ukuran: list[Ukuran]) -> Perbandingan:
    """Dua baris berangka sama: yang jauh dari targetnya yang dicurigai tersalin."""
    terlihat: dict[Decimal, Ukuran] = {}
    for satu in ukuran:
        if satu.realisasi is None or is_bulat(satu.realisasi):
            continue
        lain = terlihat.setdefault(satu.realisasi, satu)
        if lain is satu:
            yield None
            continue
        asing, asli = sorted((satu, lain), key=_jarak, reverse=True)
        pesan = f"Realisasi sama persis dengan {asli.indikator}; mungkin tersalin antar baris."
        yield _temuan(asing, pesan, "realisasi", str(asing.realisasi))


def _jarak(u: Ukuran) -> Decimal:
    """Jauhnya dari target, dalam poin persen; tanpa capaian dianggap wajar."""
    capaian = u.capaian.bebas
    if capaian is None:
        return Decimal(0)
    return abs(capaian - SERATUS)


def _target_mudah(pengukuran: Pengukuran, ukuran: Ukuran) -> Perbandingan:
    """Target tahun laporan terhadap realisasi tahun lalu pada periode yang sama."""
    tahun_lalu = ukuran.tahun - 1
    if tahun_lalu not in pengukuran.renstra.tahun_periode:
        return
    lalu = pengukuran.ukur(ukuran.indikator, tahun_lalu)
    if isinstance(lalu.isi, Sebutan):
        yield from _sebutan_mudah(ukuran, lalu.isi)
        return
    if ukuran.target is None or lalu.realisasi is None:
        return
    angka = format_angka(lalu.realisasi, 2)
    dulu = f"realisasi {tahun_lalu} ({angka})"
    yield _mudah(ukuran, lalu.realisasi, dulu)


def _mudah(ukuran: Ukuran, hasil: Decimal, dulu: str) -> Temuan | None:
    if ukuran.target is None:
        return None
    rumus = ukuran.indikator.rumus
    if not rumus.is_lebih_mudah(ukuran.target, hasil):
        return None
    target = ringkas(ukuran.target)
    pesan = f"Target {target} lebih mudah daripada {dulu}."
    return _temuan(ukuran, pesan, "target", str(ukuran.target), str(hasil))


def _mudah_tercetak(kinerja: TahunKinerja, ukuran: Ukuran) -> Perbandingan:
    """Realisasi pada dokumen yang tidak menyebut tahunnya."""
    kunci = {f"{awal}.realisasi" for awal in ukuran.indikator.kunci}
    for row in kinerja.tercetak:
        if row.tahun is not None or row.rujukan not in kunci:
            continue
        hasil = _angka(row)
        if hasil is not None:
            angka = bersatuan(hasil, ukuran.indikator.satuan)
            dulu = f"realisasi {angka} pada {row.dokumen}"
            yield _mudah(ukuran, hasil, dulu)


def _angka(row: AngkaTercetak) -> Decimal | None:
    """Bilangan di awal tulisan seperti `202 Desa`."""
    awal, *_ = row.tercetak.split(" ", 1)
    try:
        return parse(awal)
    except ValueError:
        return None


def _sebutan_mudah(ukuran: Ukuran, lalu: Sebutan) -> Perbandingan:
    """Sebutan yang ditargetkan lebih rendah daripada yang sudah dicapai tahun lalu."""
    if ukuran.sasaran_target is None:
        return
    target = ukuran.sasaran_target.tingkat
    if target is None:
        return
    if target.urutan <= lalu.urutan:
        yield None
        return
    dulu = f"realisasi {ukuran.tahun - 1} ({lalu.nama})"
    pesan = f"Target {target.nama} lebih mudah daripada {dulu}."
    yield _temuan(ukuran, pesan, "target", target.nama, lalu.nama)


def _temuan(ukuran: Ukuran, pesan: str, besaran: str, *nilai: str) -> Temuan:
    tempat = f"{ukuran.indikator}, {ukuran.tahun}"
    row = ukuran.sasaran_target if besaran == "target" else ukuran.isian
    tercetak = row.tercetak if row else ""
    return Temuan(
        "V8",
        tempat,
        pesan,
        tercetak,
        url=ukuran.indikator.get_absolute_url(),
        fakta=fakta_ukur(ukuran, besaran),
        nilai=nilai,
    )
