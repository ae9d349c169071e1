"""V11: tiap persen dalam kalimat terhadap persen yang dihitung."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from core.angka import persen
from documents.uji import Perbandingan
from kinerja.aturan.capaian import SERATUS
from kinerja.aturan.kalimat import Disebut, is_himpunan, is_tentang_uang, persen_disebut
from kinerja.aturan.kalimat_predikat import nilai_akip
from kinerja.aturan.pernyataan import masa_dibicarakan
from kinerja.aturan.satuan import is_persen
from kinerja.models import Indikator
from kinerja.tahun.rujukan import Rujukan, is_tentang
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import Bacaan
from kinerja.uji.checks.gerak import temuan_kata
from kinerja.uji.checks.pokok import Pokok, pokok_uang

SemuaNilai = list[Decimal]
PerKunci = Mapping[str, Rujukan]


# kata pada kalimat -> suku kunci rujukan yang boleh menjadi asalnya
ASAL = {
    "target": {"target"},
    "realisasi": {"realisasi", "persen", "capaian", "nilai"},
    "capaian": {"capaian", "persen", "realisasi", "nilai"},
    "": {"target", "realisasi", "capaian", "persen", "sisa_persen", "nilai"},
}
PERSEN = {"persen", "capaian"}  # suku yang selalu persen, satuan apa pun indikatornya
_TAHUN = re.compile(r"\.(20\d\d)\b")
UANG = ("anggaran.", "program.")  # persen uang bukan capaian kinerja


def persen_kalimat(satu: Bacaan, pokok: Pokok, kinerja: TahunKinerja) -> Perbandingan:
    """Tiap persen; “target 100 %” seluruh targetnya, kecuali targetnya memang persen."""
    if nilai_akip(satu.teks):
        return  # V10
    for disebut in persen_disebut(satu.teks):
        if _is_seluruh_target(disebut, pokok) or is_himpunan(satu.teks):
            continue
        asal = _asal(satu, disebut, pokok, kinerja)
        if asal is None:
            continue
        if disebut.is_sama(asal):
            yield None
            continue
        jenis = disebut.jenis or "angka"
        pesan = f"Persen ini bukan {jenis} mana pun yang dihitung."
        benar = _benar(satu, disebut, pokok, kinerja)
        yang = f"persen {disebut.tulisan}"
        yield temuan_kata(satu, yang, pesan, f"{disebut.tulisan} %", benar)


def _is_seluruh_target(disebut: Disebut, pokok: Pokok) -> bool:
    if disebut.jenis != "target" or disebut.nilai != SERATUS:
        return False
    return not any(is_persen(satu.satuan) for satu in pokok)


def _asal(
    satu: Bacaan,
    disebut: Disebut,
    pokok: Pokok,
    kinerja: TahunKinerja,
) -> SemuaNilai | None:
    """Angka yang boleh ditulis; batas tanpa indikator dihadapkan dengan satu angka saja."""
    if disebut.banding and not pokok:
        return _asal_umum(satu, disebut, kinerja)
    milik = None
    if disebut.jenis and len(pokok) == 1:
        (milik,) = pokok  # persen tanpa sebutan boleh dari mana pun
    masa = masa_dibicarakan(satu.teks, kinerja.tahun)
    rujukan = _semasa(kinerja, masa)
    if disebut.banding and disebut.jenis == "capaian":
        rujukan = _capaian(rujukan)
    is_uang = is_tentang_uang(satu.teks)
    return _angka(disebut, milik, rujukan, is_uang=is_uang)


def _asal_umum(satu: Bacaan, disebut: Disebut, kinerja: TahunKinerja) -> SemuaNilai | None:
    """Serapan atau rata-rata capaian; `None` bila tidak dikatakan yang mana."""
    if not disebut.jenis:
        return None
    kunci = _kunci_umum(satu, disebut, kinerja)
    nilai = kinerja.rujukan[kunci].nilai
    return [nilai] if isinstance(nilai, Decimal) else None


def _capaian(rujukan: PerKunci) -> PerKunci:
    """Hanya capaiannya."""
    return {kunci: angka for kunci, angka in rujukan.items() if "capaian" in kunci}


def _semasa(kinerja: TahunKinerja, masa: set[int]) -> PerKunci:
    """Angka tahun yang dibicarakan kalimatnya; akhir periode bukan angka tahun yang lalu."""
    hasil = {}
    is_akhir = max(masa) >= kinerja.tahun
    for kunci, angka in kinerja.rujukan.items():
        tahun = _tahun(kunci, kinerja.tahun)
        is_boleh = is_akhir if tahun is None else tahun in masa
        if is_boleh:
            hasil[kunci] = angka
    return hasil


def _tahun(kunci: str, tahun: int) -> int | None:
    """Tahun angka itu; `None` bila angka akhir periode."""
    if ".tahun_lalu" in kunci:
        return tahun - 1
    if ".akhir" in kunci:
        return None
    disebut = _TAHUN.search(kunci)
    return int(disebut[1]) if disebut else tahun


def _benar(satu: Bacaan, disebut: Disebut, pokok: Pokok, kinerja: TahunKinerja) -> str:
    """Angka pokok kalimatnya sendiri; tanpa pokok, rata-rata IKU."""
    if len(pokok) == 1:
        (milik,) = pokok
        masa = masa_dibicarakan(satu.teks, kinerja.tahun)
        rujukan = _semasa(kinerja, masa)
        if disebut.jenis == "capaian":
            rujukan = _capaian(rujukan)
        is_uang = is_tentang_uang(satu.teks)
        asal = _angka(disebut, milik, rujukan, is_uang=is_uang)
        return _sebut(asal)
    kunci = _kunci_umum(satu, disebut, kinerja)
    return kinerja.rujukan[kunci].teks


def _kunci_umum(satu: Bacaan, disebut: Disebut, kinerja: TahunKinerja) -> str:
    """Serapan uang yang dibicarakan, atau rata-rata capaian IKU."""
    kode = pokok_uang(satu, kinerja)
    is_uang = is_tentang_uang(satu.teks)
    if kode is None or not (is_uang or disebut.jenis != "capaian"):
        return "capaian.rata_iku"
    return f"program.{kode}.persen" if kode else "anggaran.persen"


def _angka(
    disebut: Disebut,
    pokok: Indikator | None,
    rujukan: PerKunci,
    *,
    is_uang: bool,
) -> SemuaNilai:
    """Angka yang boleh ditulis di tempat itu; milik indikator pokoknya bila disebut."""
    is_kinerja = disebut.jenis == "capaian" and not is_uang
    hasil = []
    for kunci, angka in rujukan.items():
        if not _is_asal(kunci, disebut.jenis, pokok):
            continue
        is_persen_uang = is_kinerja and kunci.startswith(UANG)
        if not isinstance(angka.nilai, Decimal) or is_persen_uang:
            continue
        hasil.append(angka.nilai)
    return hasil if disebut.jenis else [*hasil, *_sisa(rujukan)]


def _sisa(rujukan: PerKunci) -> SemuaNilai:
    """Persen uang yang belum terserap."""
    hasil = []
    for kunci, angka in rujukan.items():
        is_serapan = kunci.startswith(UANG) and kunci.endswith(".persen")
        if is_serapan and isinstance(angka.nilai, Decimal):
            sisa = SERATUS - angka.nilai
            hasil.append(sisa)
    return hasil


def _is_asal(kunci: str, jenis: str, pokok: Indikator | None) -> bool:
    """Sejenis dengan yang disebut, dan milik indikator pokoknya; banyak desa bukan persen."""
    asal = ASAL[jenis]
    if pokok is not None and not is_persen(pokok.satuan):
        asal = asal & PERSEN
    if asal.isdisjoint(kunci.split(".")):
        return False
    return pokok is None or is_tentang(kunci, pokok)


def _sebut(angka: Iterable[Decimal]) -> str:
    """Paling banyak dua angka, tanpa ulangan."""
    tulisan = dict.fromkeys(persen(satu) for satu in angka)
    return " atau ".join(list(tulisan)[:2])
