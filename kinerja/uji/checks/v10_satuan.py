"""V10: satuan jawaban sama dengan satuan indikatornya; keadaan bukan aliran."""

import re
from typing import Any

from core.angka import bersatuan, persen, ringkas
from core.periode import TRIWULAN as NAMA
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from idm.scoring import Status
from kinerja.aturan.capaian import SERATUS, Sebutan, bagian_persen
from kinerja.aturan.kalimat_predikat import nilai_akip
from kinerja.aturan.kalimat_status import status_pertama
from kinerja.aturan.keadaan import Khusus
from kinerja.aturan.periode import Cara
from kinerja.aturan.satuan import CACAHAN, is_persen, tulisan_isi
from kinerja.models import Indikator
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.sources import SOURCES, Sumber
from kinerja.tahun.sumber_status import sampai
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran
from kinerja.uji.checks.bacaan import (
    Bacaan,
    baris_naskah,
    fakta_sel,
    fakta_ukur,
    triwulan_akhir,
)

DI_ATAS = (Status.BERKEMBANG, Status.MAJU, Status.MANDIRI)
PERPINDAHAN = re.compile(
    r"\b(?:menjadi|pengentasan|peningkatan|kenaikan|(?:per|pen)ambahan|pertumbuhan)\b",
    re.IGNORECASE,
)
DILEWATI = (
    "Namanya perpindahan (menjadi), angkanya keadaan: desa yang naik ke Maju dan Mandiri "
    "tidak lagi terhitung. Berkembang ke atas di kolom dihitung."
)
TERMASUK = (
    "Namanya perpindahan, angkanya keadaan: yang sudah berstatus itu sejak tahun lalu ikut "
    "terhitung."
)
KEADAAN = "Namanya perpindahan, angkanya keadaan pada satu saat."
ALIRAN = "Namanya keadaan, angkanya yang berpindah setahun itu."
NILAI = "nilai"
BUKAN_PERSEN = "Nilai evaluasi bukan persen."
BUKAN_ANGKA = "barisnya kualitatif, isiannya angka; ganti dengan sebutannya."
BUKAN_SEBUTAN = "barisnya berangka, isiannya sebutan; ganti dengan angkanya."


@uji("V10", "satuan terhadap rumus, nama dan isiannya")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    pengukuran = kinerja.pengukuran
    for indikator in pengukuran.indikator:
        yield _faktor(indikator)
        yield _nama(indikator)
        yield from _pembilang(indikator)
        yield from _keadaan(pengukuran.ukur(indikator), kinerja)
    sampai = triwulan_akhir(naskah)
    for simpul in baris_naskah(naskah, kinerja):
        yield from _cacahan(simpul, sampai)
        if simpul.obj.rumus_penyebut:
            yield _faktor(simpul.obj)
        yield from _sejenis(simpul, sampai)
        yield _dijumlahkan(simpul, sampai)


@uji("V10", "nilai evaluasi AKIP terhadap satuannya")
def akip(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Nilai 0–100, bukan persen, pada dokumen lama; kalimatnya dibaca bersama V11."""
    yield from _tercetak(kinerja)


def akip_kalimat(satu: Bacaan) -> Perbandingan:
    """Nilai AKIP yang disebut satu kalimat."""
    for nilai, satuan in nilai_akip(satu.teks):
        yield _akip_persen(satu, nilai, satuan)


def _akip_persen(satu: Bacaan, nilai: str, satuan: str) -> Temuan | None:
    if not satuan:
        return None
    fakta = satu.fakta("akip", nilai)
    tertulis = f"{nilai} {satuan}"
    return Temuan("V10", satu.tempat, BUKAN_PERSEN, tertulis, nilai, satu.url, fakta=fakta)


def _temuan(
    baris: Any,
    pesan: str,
    fakta: str,
    tercetak: str = "",
    dihitung: str = "",
) -> Temuan:
    return Temuan(
        "V10",
        str(baris),
        pesan,
        tercetak,
        dihitung,
        baris.get_absolute_url(),
        fakta=fakta,
    )


def _faktor(baris: Any) -> Temuan | None:
    """Dikali 100 berarti persen, dan persen berarti dikali 100; begitu pula permil."""
    pesan = baris.masalah_faktor
    if not pesan:
        return None
    return _temuan(baris, pesan, kunci_fakta(baris, "satuan"), baris.satuan)


def _nama(indikator: Indikator) -> Temuan | None:
    """Nama yang menyebut persentase atau jumlah terhadap satuannya."""
    nama = indikator.nama.lower()
    satuan = indikator.satuan.strip()
    fakta = kunci_fakta(indikator, "satuan")
    if nama.startswith(("persentase", "presentase")) and not is_persen(satuan):
        pesan = "Namanya persentase, satuannya lain."
        return _temuan(indikator, pesan, fakta, satuan, "%")
    if nama.startswith("jumlah") and is_persen(satuan):
        pesan = "Namanya jumlah, satuannya persen."
        return _temuan(indikator, pesan, fakta, satuan)
    if nama.startswith("jumlah desa") and satuan.lower() == NILAI:
        pesan = "Yang dihitung desa, satuannya Nilai."
        return _temuan(indikator, pesan, fakta, satuan, "Desa")
    return None


def _pembilang(indikator: Indikator) -> Perbandingan:
    """Desa yang dihitung menurut kata rumusnya terhadap yang dihitung sumbernya."""
    sumber = SOURCES.get(indikator.sumber)
    tertulis = status_pertama(indikator.rumus_pembilang)
    if sumber is None or sumber.pembilang is None or not tertulis:
        return
    dihitung = sumber.pembilang
    if tertulis == dihitung:
        yield None
        return
    pesan = f"Pembilangnya desa {tertulis.title()}, sumbernya menghitung desa {dihitung.title()}."
    fakta = kunci_fakta(indikator, "pembilang")
    yield _temuan(indikator, pesan, fakta, indikator.rumus_pembilang, sumber.sebutan)


def _keadaan(ukuran: Ukuran, kinerja: TahunKinerja) -> Perbandingan:
    """“Menjadi Berkembang” perpindahan; banyak desa berstatus Berkembang keadaan pada satu saat."""
    indikator = ukuran.indikator
    sumber = SOURCES.get(indikator.sumber)
    if sumber is None or ukuran.hasil is None or ukuran.realisasi is None:
        return
    is_perpindahan = PERPINDAHAN.search(indikator.nama) is not None
    if sumber.is_keadaan is not is_perpindahan:
        yield None
        return
    pesan, dihitung = _seharusnya(sumber, ukuran, kinerja)
    satuan = indikator.satuan
    if sumber.status and sumber.penyebut is None:
        satuan = "desa"
    tercetak = bersatuan(ukuran.realisasi, satuan, indikator.desimal)
    yield _temuan(indikator, pesan, fakta_ukur(ukuran), tercetak, dihitung)


def _seharusnya(sumber: Sumber, ukuran: Ukuran, kinerja: TahunKinerja) -> tuple[str, str]:
    """Kalimatnya, dan banyak desa menurut namanya sejauh diketahui."""
    if not sumber.is_keadaan:
        return ALIRAN, ""
    if not sumber.status:
        return KEADAAN, ""
    if Status.MANDIRI not in sumber.status:
        return DILEWATI, _di_atas(ukuran, kinerja)
    pindah = sampai(kinerja.data, kinerja.tahun, sumber.status)
    return TERMASUK, "" if pindah is None else f"{pindah} desa berpindah"


def _di_atas(ukuran: Ukuran, kinerja: TahunKinerja) -> str:
    """Desa Berkembang ke atas, dan capaiannya."""
    status = kinerja.data.status[kinerja.tahun]
    banyak = sum(status.counts[satu] for satu in DI_ATAS)
    capaian = bagian_persen(banyak, ukuran.target)
    if capaian is None:
        return f"{banyak} desa"
    return f"{banyak} desa, {persen(capaian)}"


def _cacahan(simpul: Simpul, sampai: int) -> Perbandingan:
    """K yang diketik sebagai persen pada baris yang dihitung per dokumen, hari atau orang."""
    satuan = simpul.obj.satuan.strip().lower()
    if satuan not in CACAHAN:
        return
    evaluasi = simpul.evaluasi.sampai(sampai)
    for nomor, angka in enumerate(evaluasi.triwulan, start=1):
        if angka.k is None:
            continue
        if angka.k == angka.k.to_integral_value():
            yield None
        else:
            pesan = f"Dihitung per {simpul.obj.satuan}, isiannya pecahan; tampaknya persen."
            fakta = kunci_fakta(simpul.obj, nomor, "realisasi")
            yield _temuan(simpul.induk, pesan, fakta, ringkas(angka.k))


def _sejenis(simpul: Simpul, sampai: int) -> Perbandingan:
    """K yang diisi sebelum barisnya menjadi kualitatif, atau sesudah tidak lagi."""
    is_kualitatif = simpul.obj.skala_kualitatif_id is not None
    evaluasi = simpul.evaluasi.sampai(sampai)
    for nomor, angka in enumerate(evaluasi.triwulan, start=1):
        if angka.isi is None or isinstance(angka.isi, Khusus):
            continue
        if isinstance(angka.isi, Sebutan) is is_kualitatif:
            yield None
        else:
            sebab = BUKAN_ANGKA if is_kualitatif else BUKAN_SEBUTAN
            pesan = f"{NAMA[nomor]}: {sebab}"
            fakta = kunci_fakta(simpul.obj, nomor, "realisasi")
            yield _temuan(simpul.induk, pesan, fakta, tulisan_isi(angka.isi))


def _dijumlahkan(simpul: Simpul, sampai: int) -> Temuan | None:
    angka_k = simpul.evaluasi.sampai(sampai).jumlah.k
    if angka_k is None or simpul.obj.cara is not Cara.JUMLAH or not is_persen(simpul.obj.satuan):
        return None
    if angka_k <= SERATUS:
        return None
    pesan = "Persen tiap triwulan dijumlahkan melewati seratus."
    fakta = kunci_fakta(simpul.obj, "setahun")
    return _temuan(simpul.induk, pesan, fakta, ringkas(angka_k))


def _tercetak(kinerja: TahunKinerja) -> Perbandingan:
    """Nilai evaluasi AKIP yang tercetak sebagai persen."""
    for row in kinerja.tercetak:
        if row.rujukan != "akip.nilai":
            continue
        if row.tercetak.endswith("%"):
            tempat = f"{row.dokumen}, {row.tempat}"
            benar = row.tercetak.rstrip("% ")
            yield Temuan(
                "V10",
                tempat,
                BUKAN_PERSEN,
                row.tercetak,
                benar,
                row.get_absolute_url(),
                fakta=fakta_sel(row.dokumen, row.tempat),
            )
        else:
            yield None
