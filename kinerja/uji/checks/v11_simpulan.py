"""V11: skala predikat menyambung (menahan), dan kata simpulan mengikuti angkanya."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core.angka import format_angka, persen
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.capaian import SERATUS, celah_skala
from kinerja.aturan.kalimat import Persen, arah, is_tentang_uang, persen_disebut, tercapai
from kinerja.models import Indikator
from kinerja.tahun.rujukan import Rujukan, is_tentang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import Bacaan, bacaan

TANPA_SKALA = (
    "Periode Renstra belum menunjuk skala predikat, sehingga predikat tidak dapat disimpulkan."
)
# kata pada kalimat -> suku kunci rujukan yang boleh menjadi asalnya
ASAL = {
    "target": {"target"},
    "realisasi": {"realisasi", "persen", "capaian", "nilai"},
    "capaian": {"capaian", "persen", "realisasi", "nilai"},
    "": {"target", "realisasi", "capaian", "persen", "sisa_persen", "nilai"},
}
UANG = ("anggaran.", "program.")  # persen uang bukan capaian kinerja
SEBUTAN_ARAH = {1: "naik", -1: "turun", 0: "tetap"}


@uji("V11", "batas skala predikat yang bersebelahan")
def skala(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    periode = kinerja.periode
    dipakai = kinerja.pengukuran.renstra.skala_tahun
    if dipakai is None:
        url = periode.get_absolute_url() if periode else ""
        fakta = kunci_fakta("skala")
        yield Temuan("V11", "Skala predikat", TANPA_SKALA, url=url, fakta=fakta)
        return
    url = dipakai.row.get_absolute_url()
    celah = celah_skala(dipakai.tingkat)
    for kalimat in celah:
        fakta = kunci_fakta("skala", kalimat)
        yield Temuan("V11", dipakai.row.nama, kalimat, url=url, is_blocking=True, fakta=fakta)
    if not celah:
        yield None


@uji("V11", "kata dan persen dalam kalimat terhadap angka yang dihitung")
def kata(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Target tercapai, naik, turun, dan persen; yang berupa rujukan benar dengan sendirinya."""
    for satu in bacaan(naskah, kinerja):
        pokok = _pokok(satu.teks, kinerja)
        yield from _persen(satu, pokok, kinerja.rujukan)
        yield from _tercapai(satu, pokok, kinerja)
        if pokok:
            yield from _arah(satu, pokok, kinerja)


def _pokok(kalimat: str, kinerja: TahunKinerja) -> Indikator | None:
    """Indikator yang dibicarakan: namanya tertulis, atau nomornya seperti “IKU 1”."""
    rata = kalimat.lower()
    for indikator in kinerja.pengukuran.indikator:
        nomor = f"{indikator.get_jenis_display()} {indikator.nomor}".lower()
        if indikator.nama.lower() in rata or nomor in rata:
            return indikator
    return None


def _persen(satu: Bacaan, pokok: Indikator | None, rujukan: Mapping[str, Rujukan]) -> Perbandingan:
    for disebut in persen_disebut(satu.teks):
        milik = pokok if disebut.jenis else None  # persen tanpa sebutan boleh dari mana pun
        is_uang = is_tentang_uang(satu.teks)
        asal = _angka(disebut, milik, rujukan, is_uang=is_uang)
        if disebut.is_sama(asal):
            yield None
            continue
        pesan = f"Persen ini bukan {disebut.jenis or 'angka'} mana pun yang dihitung."
        benar = _sebut(asal) if milik else rujukan["capaian.rata_iku"].teks
        yield Temuan(
            "V11",
            satu.tempat,
            pesan,
            f"{disebut.tulisan} %",
            benar,
            satu.url,
            fakta=satu.fakta("persen", disebut.tulisan),
        )


def _angka(
    disebut: Persen,
    pokok: Indikator | None,
    rujukan: Mapping[str, Rujukan],
    *,
    is_uang: bool,
) -> list[Decimal]:
    """Angka yang boleh ditulis di tempat itu; milik indikator pokoknya bila disebut."""
    is_kinerja = disebut.jenis == "capaian" and not is_uang
    hasil = []
    for kunci, angka in rujukan.items():
        if not _is_asal(kunci, disebut.jenis, pokok):
            continue
        is_persen_uang = is_kinerja and kunci.startswith(UANG)
        if isinstance(angka.nilai, Decimal) and not is_persen_uang:
            hasil.append(angka.nilai)
    return hasil


def _is_asal(kunci: str, jenis: str, pokok: Indikator | None) -> bool:
    """Sejenis dengan yang disebut, dan milik indikator pokoknya."""
    suku = kunci.split(".")
    if ASAL[jenis].isdisjoint(suku):
        return False
    return pokok is None or is_tentang(kunci, pokok)


def _sebut(angka: list[Decimal]) -> str:
    """Paling banyak dua angka, tanpa ulangan."""
    tulisan = dict.fromkeys(persen(satu) for satu in angka)
    return " atau ".join(list(tulisan)[:2])


def _tercapai(satu: Bacaan, pokok: Indikator | None, kinerja: TahunKinerja) -> Perbandingan:
    dikatakan = tercapai(satu.teks)
    if dikatakan is None or is_tentang_uang(satu.teks):
        return
    pengukuran = kinerja.pengukuran
    ukuran = pengukuran.ukur(pokok).capaian if pokok else pengukuran.rata_iku()
    capaian = ukuran.rasio
    if capaian is None:
        return
    if dikatakan == (capaian >= SERATUS):
        yield None
        return
    sebutan = "tercapai" if dikatakan else "tidak tercapai"
    pesan = f"Kalimatnya menyatakan target {sebutan}, angkanya tidak."
    yield Temuan(
        "V11",
        satu.tempat,
        pesan,
        satu.teks,
        persen(capaian),
        satu.url,
        fakta=satu.fakta("target"),
    )


def _arah(satu: Bacaan, pokok: Indikator, kinerja: TahunKinerja) -> Perbandingan:
    """Naik atau turun dari tahun lalu; nama indikatornya sendiri tidak dibaca."""
    tanpa_nama = satu.teks.lower().replace(pokok.nama.lower(), "")
    dikatakan = arah(tanpa_nama)
    pengukuran = kinerja.pengukuran
    tahun_lalu = kinerja.tahun - 1
    if dikatakan is None or tahun_lalu not in pengukuran.renstra.tahun_periode:
        return
    kini, lalu = pengukuran.ukur(pokok), pengukuran.ukur(pokok, tahun_lalu)
    ubah = _ubah(kini, lalu, is_capaian="capaian" in tanpa_nama)
    if ubah is None:
        return
    if ubah == dikatakan:
        yield None
        return
    angka = f"{_tulis(lalu)} menjadi {_tulis(kini)}"
    pesan = f"Kalimatnya menyatakan {SEBUTAN_ARAH[dikatakan]}, angkanya {SEBUTAN_ARAH[ubah]}."
    fakta = satu.fakta("arah")
    yield Temuan("V11", satu.tempat, pesan, satu.teks, angka, satu.url, fakta=fakta)


def _ubah(kini: Ukuran, lalu: Ukuran, *, is_capaian: bool) -> int | None:
    """1, -1 atau 0; `None` bila salah satu tahunnya tidak diketahui."""
    sesudah = kini.capaian.rasio if is_capaian else kini.realisasi
    sebelum = lalu.capaian.rasio if is_capaian else lalu.realisasi
    if sesudah is None or sebelum is None:
        return None
    return (sesudah > sebelum) - (sesudah < sebelum)


def _tulis(u: Ukuran) -> str:
    return "—" if u.realisasi is None else format_angka(u.realisasi, u.indikator.desimal)
