"""Kalimat naskah terhadap angkanya: yang salah ditemukan, yang benar dan yang tak pasti tidak."""

import pytest

from kinerja.aturan.teks import rapi
from kinerja.models import AngkaTercetak, BagianLkjip, Lkjip, Program
from tests.factories import make_program
from tests.kinerja.uji.temuan import temuan_kelas

IKU = "Jumlah Desa Sangat Tertinggal dan Tertinggal Menjadi Desa Berkembang"
# kalimat, potongan pesan yang diharapkan
SALAH = (
    ("IKU telah mencapai target 100 % dengan realisasi 12,00 %.", "menyatakan target tercapai"),
    (
        "IKU telah mencapai target 100 % dengan realisasi 12,00 %.",
        "Capaian IKU 1 tahun 2023 bukan itu",
    ),
    (f"{IKU} meningkat dari tahun lalu.", "menyatakan naik"),
    ("IKK 6 belum mencapai target.", "menyatakan target tidak tercapai"),
    ("IKK 6 terealisasi dengan capaian 90,00 %.", "Capaian IKK 6 tahun 2023 bukan itu"),
    ("Capaian kinerja dinas 96,69 %.", "Capaian kinerja dinas tahun 2023 bukan itu"),
    ("<p>{iku.1.nama} kita naik.</p>", "menyatakan naik"),
    ("<p>Hasilnya {iku.1.realisasi} desa, jadi naik.</p>", "menyatakan naik"),
    ("Posyandu yang aktif menurun dibandingkan tahun lalu.", "menyatakan turun"),
    ("LPM berprestasi tidak berubah.", "menyatakan tetap"),
    ("IKU 1 ditargetkan 243. Realisasinya naik.", "menyatakan naik"),
    ("IKK 3 melampaui target.", "menyatakan target terlampaui"),
    ("PKK aktif belum tercapai.", "menyatakan target tidak tercapai"),
    ("IKU 1 ditargetkan 215 dan terealisasi 200.", "Target IKU 1 tahun 2023 bukan itu"),
    ("IKU 1 terealisasi 209.", "Realisasi IKU 1 tahun 2023 bukan itu"),
    ("Capaian IKU 1 naik menjadi 97,21 %.", "menyatakan naik"),
    ("IKU 1 turun dari 205 menjadi 200.", "Realisasi IKU 1 tahun 2022 bukan itu"),
    ("Terdapat 7 desa Mandiri.", "Banyaknya desa Mandiri tahun 2023 bukan itu"),
    ("Tahun ini bertambah 6 desa Mandiri.", "Besar naik atau turunnya desa Mandiri"),
    ("Pada tahun 2022 ada 77 desa Maju.", "Banyaknya desa Maju tahun 2022 bukan itu"),
    ("Desa Mandiri menurun.", "menyatakan turun"),
    ("Desa Mandiri naik dari 2 menjadi 6.", "Banyaknya desa Mandiri tahun 2022 bukan itu"),
    ("Desa tertinggal bertambah.", "menyatakan naik"),
    ("Anggaran dinas berjumlah Rp 10.716.928.845.", "Pagu anggaran dinas tahun 2023 bukan itu"),
    (
        "Realisasi anggaran Rp 10,4 miliar, sisanya Rp 1.",
        "Sisa anggaran dinas tahun 2023 bukan itu",
    ),
    ("Anggaran dinas terserap 82,30 %.", "Serapan anggaran dinas tahun 2023 bukan itu"),
    ("<p>{program.2.13.01.nama} terealisasi Rp 10.361.934.024.</p>", "Realisasi program 2.13.01"),
    ("Pagu 2.13.01 dinas. Realisasinya Rp 1.", "Realisasi program 2.13.01"),
)
BENAR = (
    "Rata-rata capaian {capaian.rata_iku} belum mencapai target.",
    f"{IKU} menurun menjadi 200 desa.",
    "IKK 6 melampaui target dengan capaian 183,35 %.",
    "Penyerapan anggaran mencapai target dengan capaian 96,69 %.",
    "Realisasi anggaran {anggaran.persen}, sisanya {anggaran.sisa_persen}.",
    "IKK 6 dan IKK 7 naik.",
    "Angka itu turun dari tahun lalu.",
    "Keduanya mencapai target.",
    "LPM menurun.",
    "IKU 1 diharapkan meningkat.",
    "IKU 1 naik dibandingkan dengan 205 pada tahun 2017.",
    "IKU 1 ditargetkan {iku.1.target} dan terealisasi 200, turun dari 209 menjadi 200.",
    "IKU 1 terealisasi 209 pada 2022.",
    "IKK 3 mencapai target.",
    "Desa Mandiri meningkat dari 3 menjadi 6; bertambah 3 desa Mandiri.",
    "Desa Mandiri di Kecamatan Rambutan turun menjadi 1 desa Mandiri.",
    "Desa Mandiri naik sejak 2015.",
    "Pada tahun 2015 ada 1 desa Mandiri.",
    "Desa Maju dan Mandiri naik.",
    "Anggaran dinas Rp 10.716.928.854, terserap 96,69 %, naik dari tahun lalu.",
    "Dana desa Rp 1.000.000, anggaran desa turun.",
    "Realisasi 2.13.01 dan 2.13.02 Rp 5.",
    "Anggaran hibah kabupaten lain Rp 7.",
)


@pytest.fixture
def lkjip(kabupaten):
    """LKjIP 2023 tanpa angka dokumen lamanya."""
    AngkaTercetak.objects.all().delete()
    return Lkjip.objects.get(kabupaten=kabupaten, tahun=2023)


def temuan_kalimat(lkjip, semua):
    """Temuan tiap kalimat; masing-masing di bagiannya sendiri, sehingga tidak saling meneruskan."""
    tempat = {}
    for nomor, kalimat in enumerate(dict.fromkeys(semua), 100):
        bagian = BagianLkjip.objects.create(
            lkjip=lkjip, kode=f"uji-{nomor}", urutan=nomor, judul="Kesimpulan", isi=rapi(kalimat)
        )
        tempat[bagian.get_absolute_url()] = kalimat
    hasil = {kalimat: [] for kalimat in semua}
    for temuan in temuan_kelas(lkjip, "V11"):
        hasil[tempat[temuan.url]].append(temuan.pesan)
    return hasil


def write(lkjip, kalimat):
    """Ganti isi kesimpulan."""
    BagianLkjip.objects.filter(lkjip=lkjip, kode="kesimpulan").update(isi=rapi(kalimat))


def test_v11_kata_terhadap_angka(lkjip):
    ditemukan = temuan_kalimat(lkjip, [kalimat for kalimat, _ in SALAH])
    luput = [
        (kalimat, disebut, ditemukan[kalimat])
        for kalimat, disebut in SALAH
        if disebut not in " ".join(ditemukan[kalimat])
    ]
    assert luput == []


def test_v11_kalimat_yang_benar(lkjip):
    assert temuan_kelas(lkjip, "V11") == []
    ditemukan = temuan_kalimat(lkjip, BENAR)
    assert {kalimat: pesan for kalimat, pesan in ditemukan.items() if pesan} == {}


def test_v11_arah_anggaran_dari_tahun_lalu(lkjip):
    """Tahun lalu dibaca bila kalimatnya membandingkan; yang tidak diketahui tidak dibandingkan."""
    lalu = make_program(lkjip.kabupaten, 2022, kode="2.13.01")
    Program.objects.filter(pk=lalu.pk).update(is_rinci=False, pagu_tercetak=1, realisasi_tercetak=1)
    for kalimat, pesan_kata in (
        ("Anggaran dinas menurun dari tahun lalu.", ["menyatakan turun"]),
        ("Anggaran dinas meningkat dari tahun lalu.", []),
        ("Serapan anggaran dinas meningkat.", ["menyatakan naik"]),
        ("Anggaran 2.13.02 menurun.", []),
    ):
        write(lkjip, kalimat)
        semua = temuan_kelas(lkjip, "V11")
        assert len(semua) == len(pesan_kata)
        assert all(satu in f.pesan for satu, f in zip(pesan_kata, semua, strict=True))
