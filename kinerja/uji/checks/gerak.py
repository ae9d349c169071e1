"""V11: naik, turun dan besarnya dalam kalimat terhadap kedua angka yang dibandingkannya."""

from decimal import Decimal

from core.angka import bulatkan, format_angka
from documents.uji import Perbandingan, Temuan
from kinerja.aturan.capaian import DESIMAL, Arah
from kinerja.aturan.pernyataan import arah, besaran, dari_menjadi, dibandingkan, is_mutu
from kinerja.aturan.sebutan import is_semua_iku
from kinerja.aturan.selisih import selisih_disebut, sesudah_disebut
from kinerja.models import Indikator
from kinerja.tahun.pengukuran import Pengukuran
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import Bacaan
from kinerja.uji.checks.pokok import tanpa_nama

SEBUTAN_ARAH = {1: "naik", -1: "turun", 0: "tetap"}
Nilai = tuple[Decimal, Decimal]  # sebelum dan sesudah


def temuan_kata(satu: Bacaan, yang: str, pesan: str, tertulis: str, benar: str) -> Temuan:
    """Satu hal pada satu kalimat."""
    return Temuan(
        "V11",
        satu.tempat,
        pesan,
        tertulis,
        benar,
        satu.url,
        fakta=satu.fakta(yang),
    )


def gerak_indikator(satu: Bacaan, indikator: Indikator, kinerja: TahunKinerja) -> Perbandingan:
    """Naik, turun atau tetap di antara kedua tahun yang dibandingkannya."""
    kalimat = tanpa_nama(satu, indikator)
    nilai = _dibandingkan(kalimat, indikator, kinerja)
    if nilai:
        desimal = _desimal(kalimat, indikator)
        yield from gerak(satu, kalimat, nilai, desimal)


def gerak_semua(satu: Bacaan, kinerja: TahunKinerja) -> Perbandingan:
    """Kalimat tentang semua IKU; yang bergerak lain disebut satu per satu."""
    dikatakan = arah(satu.teks)
    if dikatakan is None or not is_semua_iku(satu.teks):
        return
    diketahui = _gerak_iku(satu.teks, kinerja)
    lain = []
    for indikator, nilai in diketahui:
        if arah_angka(nilai) != dikatakan:
            desimal = _desimal(satu.teks, indikator)
            angka = _tulisan(nilai, desimal)
            lain.append(f"{indikator}: {angka}")
    if not lain:
        yield from [None] * len(diketahui)
        return
    pernyataan = SEBUTAN_ARAH[dikatakan]
    pesan = f"Kalimatnya menyatakan {pernyataan}, tidak demikian IKU ini."
    benar = "; ".join(lain)
    yield temuan_kata(satu, "arah", pesan, satu.teks, benar)


def _gerak_iku(kalimat: str, kinerja: TahunKinerja) -> list[tuple[Indikator, Nilai]]:
    """Tiap IKU yang kedua angkanya diketahui."""
    hasil = []
    for indikator in kinerja.pengukuran.jenis("iku"):
        nilai = _dibandingkan(kalimat, indikator, kinerja)
        if nilai is not None:
            hasil.append((indikator, nilai))
    return hasil


def _dibandingkan(kalimat: str, indikator: Indikator, kinerja: TahunKinerja) -> Nilai | None:
    """Angka kedua tahunnya; “lebih baik” menurut capaian bila arahnya bukan naik."""
    tahun = dibandingkan(kalimat, kinerja.tahun)
    if tahun is None:
        return None
    yang_bergerak = besaran(kalimat)
    is_terbalik = indikator.aturan.arah is not Arah.NAIK
    if is_mutu(kalimat) and is_terbalik:
        yang_bergerak = "capaian"
    return _nilai(kinerja.pengukuran, indikator, tahun, yang_bergerak)


def _desimal(kalimat: str, indikator: Indikator) -> int:
    """Capaian selalu persen."""
    return DESIMAL if besaran(kalimat) == "capaian" else indikator.desimal


def arah_angka(nilai: Nilai) -> int:
    """1 naik, -1 turun, 0 tetap."""
    sebelum, sesudah = nilai
    return (sesudah > sebelum) - (sesudah < sebelum)


def _tulisan(nilai: Nilai, desimal: int) -> str:
    sebelum, sesudah = nilai
    semula = format_angka(sebelum, desimal)
    kini = format_angka(sesudah, desimal)
    return f"{semula} menjadi {kini}"


def gerak(satu: Bacaan, kalimat: str, nilai: Nilai, desimal: int) -> Perbandingan:
    """Arah yang dikatakan, dan “dari … menjadi …”, terhadap kedua angkanya."""
    dikatakan = arah(kalimat)
    angka = _tulisan(nilai, desimal)
    ubah = arah_angka(nilai)
    if dikatakan == ubah:
        yield None
    elif dikatakan is not None:
        pernyataan = SEBUTAN_ARAH[dikatakan]
        kenyataan = SEBUTAN_ARAH[ubah]
        pesan = f"Kalimatnya menyatakan {pernyataan}, angkanya {kenyataan}."
        yield temuan_kata(satu, "arah", pesan, satu.teks, angka)
    yield from _menjadi(satu, kalimat, nilai, angka)
    yield from _sesudah(satu, kalimat, nilai, angka)
    yield from _selisih(satu, kalimat, nilai, desimal)


def _menjadi(satu: Bacaan, kalimat: str, nilai: Nilai, angka: str) -> Perbandingan:
    """Kedua bilangan “dari … menjadi …”, berurutan."""
    sebelum, sesudah = nilai
    disebut = dari_menjadi(kalimat)
    if disebut is None:
        return
    semula, kini = disebut
    if semula.is_sama([sebelum]) and kini.is_sama([sesudah]):
        yield None
        return
    tertulis = f"{semula.tulisan} menjadi {kini.tulisan}"
    yield temuan_kata(satu, "menjadi", "Kedua angkanya lain.", tertulis, angka)


def _sesudah(satu: Bacaan, kalimat: str, nilai: Nilai, angka: str) -> Perbandingan:
    """“naik menjadi 77”, tanpa semulanya."""
    _, sesudah = nilai
    disebut = sesudah_disebut(kalimat)
    if disebut is None:
        return
    if disebut.is_sama([sesudah]):
        yield None
        return
    tertulis = f"menjadi {disebut.tulisan}"
    yield temuan_kata(satu, "sesudah", "Angka sesudahnya lain.", tertulis, angka)


def _selisih(satu: Bacaan, kalimat: str, nilai: Nilai, desimal: int) -> Perbandingan:
    """Besar naik atau turunnya, dari angka persis atau dari tulisannya."""
    sebelum, sesudah = nilai
    semula = bulatkan(sebelum, desimal)
    kini = bulatkan(sesudah, desimal)
    angka = _tulisan(nilai, desimal)
    for disebut in selisih_disebut(kalimat):
        persis = disebut.besar(sebelum, sesudah)
        bulat = disebut.besar(semula, kini)
        boleh = [*persis, *bulat]
        if not boleh:
            continue
        if disebut.disebut.is_sama(boleh):
            yield None
            continue
        tertulis = disebut.tulisan
        pesan = "Besar naik atau turunnya lain."
        yield temuan_kata(satu, f"selisih {tertulis}", pesan, tertulis, angka)


def _nilai(
    pengukuran: Pengukuran, indikator: Indikator, tahun: tuple[int, int], besaran: str
) -> Nilai | None:
    """Angka kedua tahunnya; `None` bila salah satunya tidak diketahui atau besarannya lain."""
    if not set(tahun) <= set(pengukuran.renstra.tahun_periode):
        return None
    lalu, kini = (pengukuran.ukur(indikator, satu) for satu in tahun)
    sebelum, sesudah = _besar(lalu, besaran), _besar(kini, besaran)
    is_sebanding = kini.indikator.is_comparable(lalu.indikator)
    if sebelum is None or sesudah is None or not is_sebanding:
        return None
    return sebelum, sesudah


def _besar(u: Ukuran, besaran: str) -> Decimal | None:
    """Target, realisasi, atau capaian satu tahun."""
    semua = {
        "target": u.target,
        "realisasi": u.realisasi,
        "capaian": u.capaian.rasio,
    }
    return semua[besaran]
