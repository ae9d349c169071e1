"""V10: satuan jawaban sama dengan satuan indikatornya; keadaan bukan aliran."""

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
from kinerja.tahun.sources import SUMBER
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
# sumber -> status desa yang menjadi pembilangnya; yang menghitung keadaan diperiksa `_keadaan`
DIHITUNG = {
    "idm.pengentasan_tertinggal": Status.TERTINGGAL,
    "idm.peningkatan_mandiri": Status.MANDIRI,
}
SUMBER_KEADAAN = "idm.berkembang"
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
        yield _keadaan(pengukuran.ukur(indikator), kinerja)
    sampai = triwulan_akhir(naskah)
    for s in baris_naskah(naskah, kinerja):
        yield from _cacahan(s, sampai)
        yield from _sejenis(s, sampai)
        yield _dijumlahkan(s, sampai)


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


def _faktor(i: Indikator) -> Temuan | None:
    """Dikali 100 berarti persen, dan persen berarti dikali 100."""
    fakta = kunci_fakta(i, "satuan")
    if i.faktor == 100 and not is_persen(i.satuan):
        pesan = f"Rumusnya dikali 100 tetapi satuannya {i.satuan}."
        return _temuan(i, pesan, fakta, i.satuan, "%")
    if i.rumus_penyebut and i.faktor != 100 and is_persen(i.satuan):
        pesan = "Satuannya persen tetapi rumusnya tidak dikali 100."
        return _temuan(i, pesan, fakta, i.satuan)
    return None


def _nama(i: Indikator) -> Temuan | None:
    """Nama yang menyebut persentase atau jumlah terhadap satuannya."""
    nama, satuan = i.nama.lower(), i.satuan.strip()
    fakta = kunci_fakta(i, "satuan")
    if nama.startswith(("persentase", "presentase")) and not is_persen(satuan):
        pesan = "Namanya persentase, satuannya lain."
        return _temuan(i, pesan, fakta, satuan, "%")
    if nama.startswith("jumlah") and is_persen(satuan):
        pesan = "Namanya jumlah, satuannya persen."
        return _temuan(i, pesan, fakta, satuan)
    if nama.startswith("jumlah desa") and satuan.lower() == NILAI:
        pesan = "Yang dihitung desa, satuannya Nilai."
        return _temuan(i, pesan, fakta, satuan, "Desa")
    return None


def _pembilang(i: Indikator) -> Perbandingan:
    """Desa yang dihitung menurut kata rumusnya terhadap yang dihitung sumbernya."""
    dihitung = DIHITUNG.get(i.sumber)
    tertulis = status_pertama(i.rumus_pembilang)
    if dihitung is None or not tertulis:
        return
    if tertulis == dihitung:
        yield None
        return
    pesan = f"Pembilangnya desa {tertulis.title()}, sumbernya menghitung desa {dihitung.title()}."
    fakta = kunci_fakta(i, "pembilang")
    yield _temuan(i, pesan, fakta, i.rumus_pembilang, SUMBER[i.sumber])


def _keadaan(u: Ukuran, kinerja: TahunKinerja) -> Temuan | None:
    """“Menjadi Berkembang” perpindahan; banyak desa berstatus Berkembang keadaan pada satu saat."""
    i = u.indikator
    status = kinerja.data.status.get(kinerja.tahun)
    is_aliran = "menjadi" in i.nama.lower()
    if i.sumber != SUMBER_KEADAAN or not is_aliran or status is None or u.realisasi is None:
        return None
    di_atas = sum(status.counts[satu] for satu in DI_ATAS)
    capaian = bagian_persen(di_atas, u.target)
    dihitung = f"{di_atas} desa"
    if capaian is not None:
        dihitung += f", {persen(capaian)}"
    pesan = (
        "Namanya perpindahan (menjadi), angkanya keadaan: desa yang naik ke Maju dan Mandiri "
        "tidak lagi terhitung. Berkembang ke atas di kolom dihitung."
    )
    tercetak = bersatuan(u.realisasi, "desa")
    return _temuan(i, pesan, fakta_ukur(u), tercetak, dihitung)


def _cacahan(s: Simpul, sampai: int) -> Perbandingan:
    """K yang diketik sebagai persen pada baris yang dihitung per dokumen, hari atau orang."""
    satuan = s.obj.satuan.strip().lower()
    if satuan not in CACAHAN:
        return
    evaluasi = s.evaluasi.sampai(sampai)
    for nomor, t in enumerate(evaluasi.triwulan, start=1):
        if t.k is None:
            continue
        if t.k == t.k.to_integral_value():
            yield None
        else:
            pesan = f"Dihitung per {s.obj.satuan}, isiannya pecahan; tampaknya persen."
            fakta = kunci_fakta(s.obj, nomor, "realisasi")
            yield _temuan(s.induk, pesan, fakta, ringkas(t.k))


def _sejenis(s: Simpul, sampai: int) -> Perbandingan:
    """K yang diisi sebelum barisnya menjadi kualitatif, atau sesudah tidak lagi."""
    is_kualitatif = s.obj.skala_kualitatif_id is not None
    evaluasi = s.evaluasi.sampai(sampai)
    for nomor, t in enumerate(evaluasi.triwulan, start=1):
        if t.isi is None or isinstance(t.isi, Khusus):
            continue
        if isinstance(t.isi, Sebutan) is is_kualitatif:
            yield None
        else:
            sebab = BUKAN_ANGKA if is_kualitatif else BUKAN_SEBUTAN
            pesan = f"{NAMA[nomor]}: {sebab}"
            fakta = kunci_fakta(s.obj, nomor, "realisasi")
            yield _temuan(s.induk, pesan, fakta, tulisan_isi(t.isi))


def _dijumlahkan(s: Simpul, sampai: int) -> Temuan | None:
    k = s.evaluasi.sampai(sampai).jumlah.k
    if k is None or s.obj.cara is not Cara.JUMLAH or not is_persen(s.obj.satuan):
        return None
    if k <= SERATUS:
        return None
    pesan = "Persen tiap triwulan dijumlahkan melewati seratus."
    fakta = kunci_fakta(s.obj, "setahun")
    return _temuan(s.induk, pesan, fakta, ringkas(k))


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
