import pytest

from kinerja.aturan.belum import TIDAK_ADA
from kinerja.aturan.teks import Blok, blok, isi, rujukan


def test_rujukan_unik_menurut_urutan():
    assert rujukan("{iku.1.target} lalu {anggaran.pagu} dan {iku.1.target}") == [
        "iku.1.target",
        "anggaran.pagu",
    ]


def test_isi_mengganti_yang_dikenal_dan_membiarkan_yang_asing():
    assert (
        isi("Target {iku.1.target}, {entah.apa}", {"iku.1.target": "243"})
        == "Target 243, {entah.apa}"
    )


BELUM = {
    "tahun": "2024",
    "anggaran.pagu": "Rp 100",
    **dict.fromkeys(
        (
            "anggaran.realisasi",
            "anggaran.realisasi.terbilang",
            "anggaran.sisa",
            "anggaran.sisa_persen",
            "anggaran.efisiensi",
            "program.2.13.02.persen",
            "program.2.13.02.pagu",
            "iku.1.realisasi.tahun_lalu",
            "iku.2.1.capaian.2022",
            "ikk.6.target",
            "ikk.6.predikat",
            "idm.tahun.sangat_tertinggal",
            "idm.tahun_lalu.jumlah",
            "akip.nilai",
            "capaian.rata_iku",
            "pegawai.status.jumlah",
            "program.jumlah",
            "periode",
        ),
        TIDAK_ADA,
    ),
}


@pytest.mark.parametrize(
    ("teks", "tertulis"),
    [
        (
            "Anggaran {tahun} {anggaran.pagu}. Terealisasi {anggaran.realisasi} "
            "({anggaran.realisasi.terbilang}), sisa {anggaran.sisa} atau {anggaran.sisa_persen}.",
            "Anggaran 2024 Rp 100. Realisasi anggaran dan sisa anggaran belum dapat dihitung "
            "karena realisasi belum diisi.",
        ),
        (
            "1. Penggunaan anggaran {anggaran.efisiensi};\n2. Tahun {tahun}.",
            "1. Efisiensi penggunaan anggaran belum dapat dihitung karena realisasi belum diisi;\n"
            "2. Tahun 2024.",
        ),
        (
            "- Terserap {program.2.13.02.persen}; dan",
            "- Penyerapan anggaran program 2.13.02 belum dapat dihitung karena pagu belum diisi; "
            "dan",
        ),
        (
            "Dahulu {iku.1.realisasi.tahun_lalu}",
            "Realisasi IKU 1 tahun lalu belum dapat dihitung karena realisasinya belum diisi",
        ),
        (
            "Capaian {iku.2.1.capaian.2022}.",
            "Capaian IKU 2.1 tahun 2022 belum dapat dihitung karena nilainya tidak dapat "
            "dihadapkan dengan targetnya.",
        ),
        (
            "Predikat {ikk.6.predikat}.",
            "Predikat IKK 6 belum dapat dihitung karena targetnya belum diisi.",
        ),
        (
            "Tersisa {idm.tahun.sangat_tertinggal} dari {idm.tahun_lalu.jumlah} desa.",
            "Banyak desa Sangat Tertinggal dan banyak desa tahun lalu belum dapat dihitung karena "
            "status desanya belum ada.",
        ),
        (
            "Nilai {akip.nilai}!",
            "Nilai evaluasi AKIP belum dapat dihitung karena hasil evaluasinya belum diisi!",
        ),
        (
            "Rata-rata {capaian.rata_iku}.",
            "Rata-rata capaian IKU belum dapat dihitung karena realisasi atau target indikatornya "
            "belum diisi.",
        ),
        (
            "Ada {pegawai.status.jumlah} orang.",
            "Banyak pegawai belum dapat dihitung karena rekap pegawai belum diisi.",
        ),
        (
            "Ada {program.jumlah} program pada {periode}.",
            "Banyak program dan periode belum dapat dihitung karena datanya belum lengkap.",
        ),
    ],
)
def test_kalimat_yang_angkanya_belum_diketahui(teks, tertulis):
    assert isi(teks, BELUM) == tertulis


def test_efisiensi_perlu_capaian():
    angka = {"anggaran.efisiensi": TIDAK_ADA, "anggaran.pagu": "1", "anggaran.realisasi": "1"}
    assert isi("Efisiensinya {anggaran.efisiensi}.", angka) == (
        "Efisiensi penggunaan anggaran belum dapat dihitung karena rata-rata capaian IKU "
        "belum diketahui."
    )


def test_kurung_biasa_bukan_rujukan():
    assert rujukan("himpunan {A, B} dan {}") == []


def test_paragraf_dipisah_baris_kosong_dan_baris_disambung():
    assert blok("Satu\ndua.\n\nTiga.") == (
        Blok(jenis="p", isi=("Satu dua.",)),
        Blok(jenis="p", isi=("Tiga.",)),
    )


def test_daftar_bernomor_dan_butir():
    assert blok("Dasar:\n1. UU\n2. PP\n- butir") == (
        Blok(jenis="p", isi=("Dasar:",)),
        Blok(jenis="ol", isi=("UU", "PP")),
        Blok(jenis="ul", isi=("butir",)),
    )


def test_daftar_yang_terpisah_baris_kosong_tetap_satu():
    assert blok("1. UU\n\n2. PP") == (Blok(jenis="ol", isi=("UU", "PP")),)


def test_teks_kosong():
    assert blok("  \n ") == ()
