"""V4: tiap persen punya pembilang dan penyebut; angka tercetak dibandingkan dengan hasil hitung."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

from core.angka import bersatuan, bulatkan, format_angka, parse, persen
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan.capaian import DESIMAL, SERATUS
from kinerja.aturan.satuan import is_persen
from kinerja.aturan.tercetak import Banding, desimal
from kinerja.aturan.wajar import JAUH, persen_naik
from kinerja.models import AngkaTercetak
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.sources import SOURCES
from kinerja.tahun.sumber_status import Banyak
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.tercetak import banding
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import baris_naskah, fakta_sel, fakta_ukur, triwulan_akhir
from kinerja.uji.checks.v02_total import dari_baris, from_banding, is_kinerja, tercetak_aksi

TANPA_RUMUS = "Satuannya persen, pembilang dan penyebutnya belum ditulis pada definisinya."
TELITI = 3  # desimal yang memperlihatkan bahwa 100,00 bukan seratus


@uji("V4", "persen dan angka indikator terhadap pembilang, penyebut dan targetnya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    yield from from_banding("V4", kinerja, is_kinerja)
    yield from _seratus(kinerja)
    for row in kinerja.tercetak:
        if row.penyebut and row.pembilang is None:
            yield _tanpa_pembilang(row)
    yield from _asal(kinerja)
    yield from jauh(naskah, kinerja)


@uji("V4", "persen tercetak pada evaluasi lama terhadap hasil hitungnya")
def evaluasi(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    rows = tercetak_aksi(naskah, kinerja)
    yield from dari_baris("V4", rows, is_kinerja)


def _seratus(kinerja: TahunKinerja) -> Perbandingan:
    """Tercetak seratus persen karena dibulatkan, padahal belum seluruhnya."""
    for row in banding(kinerja):
        nilai = row["nilai"]
        if row["simpulan"] != Banding.SAMA.value or not isinstance(nilai, Decimal):
            continue
        is_persen = is_kinerja(row["rujukan"]) and bulatkan(nilai, DESIMAL) == SERATUS
        if is_persen and nilai != SERATUS:
            tempat = f"{row['dokumen']}, {row['tempat']}"
            pesan = "Tercetak seratus persen karena dibulatkan; belum seluruhnya."
            dihitung = format_angka(nilai, TELITI)
            yield Temuan(
                "V4",
                tempat,
                pesan,
                row["tercetak"],
                dihitung,
                row["url"],
                fakta=fakta_sel(row["dokumen"], row["tempat"]),
            )


def _tanpa_pembilang(row: AngkaTercetak) -> Temuan | None:
    """Persen tercetak yang penyebutnya diketahui, pembilangnya tidak."""
    penyebut = int(row.penyebut or 0)
    nilai = parse(row.tercetak)
    if mungkin(row.tercetak, nilai, penyebut):
        return None
    pesan = f"Tidak ada pembilang bulat yang memberi angka ini atas {format_angka(penyebut)}."
    tempat = f"{row.dokumen}, {row.tempat}"
    dihitung = _terdekat(nilai, penyebut)
    return Temuan(
        "V4",
        tempat,
        pesan,
        row.tercetak,
        dihitung,
        row.get_absolute_url(),
        fakta=fakta_sel(row.dokumen, row.tempat),
    )


def _terdekat(nilai: Decimal, penyebut: int) -> str:
    """Kedua persen dengan pembilang bulat yang mengapitnya."""
    bawah = int(nilai * penyebut / 100)
    diapit = (Decimal(n * 100) / penyebut for n in (bawah, bawah + 1))
    return " atau ".join(format_angka(satu, DESIMAL) for satu in diapit)


def jauh(naskah: Any, kinerja: TahunKinerja) -> Perbandingan:
    """Indikator tiap tahun dan baris pohon yang setahunnya jauh di atas target."""
    pengukuran = kinerja.pengukuran
    for indikator in pengukuran.indikator:
        for tahun in pengukuran.renstra.tahun_periode:
            yield from _indikator_jauh(pengukuran.ukur(indikator, tahun))
    sampai = triwulan_akhir(naskah)
    for simpul in baris_naskah(naskah, kinerja):
        yield from _baris_jauh(simpul, sampai)


def _indikator_jauh(u: Ukuran) -> Perbandingan:
    indikator = u.indikator
    if u.realisasi is not None:
        realisasi = bulatkan(u.realisasi, indikator.desimal)
        yield from _jauh(f"{indikator}, {u.tahun}", fakta_ukur(u), indikator, u.target, realisasi)


def _baris_jauh(s: Simpul, sampai: int) -> Perbandingan:
    evaluasi = s.evaluasi.sampai(sampai)
    tempat = f"{s.induk}, {s.obj.indikator}"
    salah = kunci_fakta(s.obj, "setahun")
    yield from _jauh(tempat, salah, s.obj, evaluasi.target.k, evaluasi.jumlah.k)


def _jauh(
    tempat: str,
    fakta: str,
    baris: Any,
    target: Decimal | None,
    setahun: Decimal | None,
) -> Perbandingan:
    """Capaian realisasi/target yang lazimnya salah ketik atau salah cara menggabungkan."""
    if target is None or setahun is None:
        return
    capaian = persen_naik(baris.aturan, target, setahun)
    if capaian is None:
        return
    if capaian < JAUH:
        yield None
        return
    satuan: str = baris.satuan
    nilai = (bersatuan(setahun, satuan), bersatuan(target, satuan))
    tercapai, ditargetkan = nilai
    angka = f"{tercapai} dari target {ditargetkan} ({persen(capaian)})"
    pesan = f"Jauh di atas target: {angka}. Periksa isian dan cara setahunnya: {baris.cara.nama}."
    url = baris.get_absolute_url()
    yield Temuan("V4", tempat, pesan, url=url, fakta=fakta, nilai=nilai)


def _asal(kinerja: TahunKinerja) -> Perbandingan:
    """Persen isian tanpa pembilang, diuji terhadap penyebut yang diketahui sistem."""
    pengukuran = kinerja.pengukuran
    for indikator in pengukuran.indikator:
        ukuran = pengukuran.ukur(indikator)
        if ukuran.realisasi is None:
            continue
        if not indikator.rumus_penyebut:
            yield from _tanpa_rumus(ukuran)
            continue
        is_berasal = ukuran.hasil or ukuran.isian is None or ukuran.isian.pembilang is not None
        yield None if is_berasal else _tanpa_asal(kinerja, ukuran, ukuran.realisasi)


def _tanpa_rumus(ukuran: Ukuran) -> Perbandingan:
    """Persen yang tidak menyebut apa dibagi apa; yang dihitung sumbernya sudah menyebutnya."""
    indikator = ukuran.indikator
    if is_persen(indikator.satuan) and not ukuran.hasil:
        fakta = kunci_fakta(indikator, "rumus")
        url = indikator.get_absolute_url()
        yield Temuan("V4", str(indikator), TANPA_RUMUS, url=url, fakta=fakta)


def _tanpa_asal(kinerja: TahunKinerja, ukuran: Ukuran, realisasi: Decimal) -> Temuan | None:
    """Salinan target disebut V8 berikut bagian-bagiannya yang tidak diketahui."""
    penyebut, dihitung = _penyebut(kinerja, ukuran)
    tercetak = ukuran.isian.tercetak if ukuran.isian else ""
    tulisan = tercetak or format_angka(realisasi)
    if penyebut and not mungkin(tulisan, realisasi, penyebut):
        atas = f"{format_angka(penyebut)} {dihitung}"
        pesan = f"Tidak ada pembilang bulat yang memberi angka ini atas {atas}."
        return _temuan_asal(ukuran, pesan, tercetak, _terdekat(realisasi, penyebut))
    if realisasi == ukuran.target:
        return None
    pesan = "Pembilang dan penyebut tidak diketahui; angka tidak dapat ditelusuri."
    return _temuan_asal(ukuran, pesan, tercetak)


def _temuan_asal(ukuran: Ukuran, pesan: str, tercetak: str, dihitung: str = "") -> Temuan:
    """Angkanya sendiri yang tidak dapat ditelusuri."""
    return Temuan(
        "V4",
        f"{ukuran.indikator}, {ukuran.tahun}",
        pesan,
        tercetak,
        dihitung,
        ukuran.indikator.get_absolute_url(),
        fakta=fakta_ukur(ukuran),
        nilai=(str(ukuran.realisasi),),
    )


def _penyebut(kinerja: TahunKinerja, ukuran: Ukuran) -> Banyak:
    """Penyebut yang diketahui sistem menurut sumbernya; nol bila belum diketahui seluruhnya."""
    sumber = SOURCES.get(ukuran.indikator.sumber)
    if sumber is None or sumber.penyebut is None or ukuran.sebagian:
        return 0, ""
    return sumber.penyebut(kinerja.data, ukuran.tahun)


def mungkin(tulisan: str, persen: Decimal, penyebut: int) -> bool:
    """Ada pembilang bulat yang, dibulatkan atau dipotong seteliti tulisannya, memberi `persen`."""
    ketelitian = Decimal(1).scaleb(-desimal(tulisan))
    dekat = int(persen * penyebut / 100)
    for pembilang in (dekat, dekat + 1):
        hasil = Decimal(pembilang * 100) / penyebut
        terdekat = hasil.quantize(ketelitian, rounding=ROUND_HALF_UP)
        terpotong = hasil.quantize(ketelitian, rounding=ROUND_DOWN)
        if persen in (terdekat, terpotong):
            return True
    return False
