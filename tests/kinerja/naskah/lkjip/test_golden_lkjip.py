"""LKjIP DPMD Banyuasin 2023: tabel terbitan dan hasil hitung berdampingan, baris demi baris."""

from decimal import Decimal

import pytest

from documents.snapshot import canonical
from idm.models import IdmDesa
from idm.scoring import idm, indeks, status
from kinerja.models import Lkjip


def angka(teks):
    return None if teks is None else Decimal(teks)


def cetak(deret):
    return [besaran.cetak for besaran in deret]


@pytest.fixture
def p(kabupaten):
    return Lkjip.objects.get(kabupaten=kabupaten, tahun=2023).reading().isi


# Tabel 3.2 IKU: target, realisasi, capaian 2018–2023
IKU = (
    (103, 131, 159, 187, 215, 243),
    (103, 183, 204, 205, 209, 200),
    ("100.00", "139.69", "128.30", "109.63", "97.21", "82.30"),
)
# Tabel 3.2 IKK 2019–2023: target lalu realisasi; yang beda dihitung ulang ditandai di bawah
IKK = {
    1: (("0.70", "0.73", "0.75", "0.77", "0.79"), ("59.01", "70.06", "0.72", "0.74", "0.79")),
    2: (("1.60", "1.68", "1.76", "1.85", "1.94"), ("0.50", "0.60", "1.68", "1.75", "1.94")),
    3: (
        ("59.21", "72.70", "74.60", "76.39", "78.36"),
        ("59.01", "67.80", "71.61", "74.08", "78.36"),
    ),
    4: (
        ("66.82", "70.00", "73.21", "76.70", "80.60"),
        ("67.48", "72.98", "70.28", "72.86", "80.60"),
    ),
    5: (
        ("51.70", "77.10", "98.65", "98.67", "98.69"),
        ("50.09", "58.89", "94.70", "94.72", "98.69"),
    ),
    6: (
        ("46.70", "46.15", "19.60", "51.16", "44.44"),
        ("45.51", "43.96", "15.69", "37.21", "81.48"),
    ),  # cetak 37,20
    7: (
        (None, "0.54", "0.98", "1.46", "1.76"),
        (None, None, "0.49", "0.98", "1.44"),
    ),  # cetak 0,97 dan 1,43
}
PROGRAM = {
    "2.13.01": (5_812_062_173, 5_499_574_092, "94.62"),  # persennya kosong pada cetakan
    "2.13.02": (520_264_300, 511_635_416, "98.34"),
    "2.13.03": (135_196_100, 135_196_100, "100.00"),
    "2.13.04": (3_053_834_055, 3_019_977_865, "98.89"),
    "2.13.05": (1_195_572_226, 1_195_550_551, "100.00"),
}


def test_tabel_3_1_iku(p):
    (sasaran,) = p.setahun["iku"]
    (baris,) = sasaran.baris
    assert (baris.target.cetak, baris.realisasi.cetak, baris.capaian) == (243, 200, angka("82.30"))
    assert baris.predikat == "Berhasil"
    assert "288 desa" in baris.asal


def test_tabel_3_2_iku(p):
    tabel = p.beberapa_tahun["iku"]
    assert list(tabel.tahun) == [2018, 2019, 2020, 2021, 2022, 2023]
    (baris,) = tabel.baris
    assert cetak(baris.target) == list(IKU[0])
    assert cetak(baris.realisasi) == list(IKU[1])
    assert list(baris.capaian) == [angka(x) for x in IKU[2]]


def test_tabel_3_2_ikk(p):
    tabel = p.beberapa_tahun["ikk"]
    assert list(tabel.tahun) == [2019, 2020, 2021, 2022, 2023]
    for baris in tabel.baris:
        target, realisasi = IKK[baris.nomor]
        assert cetak(baris.target) == [angka(x) for x in target], baris.nama
        assert cetak(baris.realisasi) == [angka(x) for x in realisasi], baris.nama


def test_ikk_6_dan_7_dari_hitungan_desa(p):
    baris = {b.nomor: b for s in p.setahun["ikk"] for b in s.baris}
    assert (baris[6].pembilang, baris[6].penyebut) == (22, 27)
    assert (baris[7].pembilang, baris[7].penyebut) == (3, 209)
    assert baris[6].asal.startswith("Rekapitulasi status IDM tahun 2022")


def test_perjanjian_kinerja(p):
    (sasaran,) = p.perjanjian
    assert [(i.nama[:20], i.target.cetak) for i in sasaran.indikator] == [
        ("Jumlah Desa Sangat T", 243),
        ("Persentase Pengentas", angka("44.44")),
        ("Persentase Peningkat", angka("1.76")),
    ]


def test_tabel_status_idm(p):
    baris = [(b.status, b.lalu, b.perubahan_lalu, b.kini, b.perubahan_kini) for b in p.idm.baris]
    assert baris == [
        ("MANDIRI", 3, 2, 6, 3),
        ("MAJU", 49, 10, 77, 28),
        ("BERKEMBANG", 209, 4, 200, -9),
        ("TERTINGGAL", 27, -16, 5, -22),
        ("SANGAT TERTINGGAL", 0, 0, 0, 0),
    ]
    assert (p.idm.jumlah_lalu, p.idm.jumlah_kini) == (288, 288)


def test_tabel_3_4_keuangan(p):
    uang = p.keuangan
    assert {b.kode: (b.pagu, b.realisasi, str(b.persen)) for b in uang.baris} == PROGRAM
    assert (uang.pagu, uang.realisasi, str(uang.persen)) == (
        10_716_928_854,
        10_361_934_024,
        "96.69",
    )
    assert (uang.sisa, str(uang.sisa_persen), str(uang.rata_iku)) == (354_994_830, "3.31", "82.30")


def test_efisiensi(p):
    (baris,) = p.efisiensi
    assert (baris.pagu, baris.realisasi, baris.persen) == (174_270_000, 174_270_000, 100)


def test_tabel_pegawai(p):
    pegawai = p.pegawai
    assert [(b.nama, b.jumlah) for b in pegawai["status"].baris] == [("PNS", 25), ("THL", 63)]
    assert pegawai["status"].jumlah == 88
    assert pegawai["pendidikan"].jumlah == 25
    assert [b.jumlah for b in pegawai["golongan"].baris] == [2, 4, 6, 3, 2, 7, 1]
    assert pegawai["golongan"].jumlah == 25  # cetak 88


def test_akip(p):
    assert (p.akip.nilai, p.akip.kategori, len(p.akip.rekomendasi)) == (angka("71.5"), "BB", 2)


def test_perbedaan_dengan_cetakan_terdaftar(p):
    beda = {(b.tempat, b.tercetak, b.dihitung) for b in p.perbedaan}
    assert ("Tabel 1.3, jumlah", "88", "25") in beda
    assert ("Tabel 3.1, IKK 7, realisasi", "1,43", "1,44") in beda
    assert ("Tabel 3.2, IKK 6, realisasi 2022", "37,20", "37,21") in beda
    assert ("Tabel 3.2, IKK 7, realisasi 2022", "0,97", "0,98") in beda
    assert any(
        tercetak.startswith("97,20") and dihitung == "97,21" for _, tercetak, dihitung in beda
    )


def test_naskah_tanpa_rujukan_tersisa(p):
    tulisan = canonical(p.naskah)
    assert "{iku" not in tulisan and "{idm" not in tulisan and "{anggaran" not in tulisan
    assert "82,30 %" in tulisan


def test_siap_diajukan(kabupaten):
    assert Lkjip.objects.get(kabupaten=kabupaten).reading().missing == []


def test_payload_tetap_untuk_data_tetap(kabupaten):
    lkjip = Lkjip.objects.get(kabupaten=kabupaten)
    assert canonical(lkjip.reading().isi) == canonical(lkjip.reading().isi)


def test_288_desa_2024_dari_skor(kabupaten):
    """Skor 50 indikator memberi indeks dan status terbitan, sampai angka terakhir."""
    rows = IdmDesa.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=2024)
    assert rows.count() == 288
    for row in rows:
        skor = [int(c) for c in row.skor]
        bagian = [indeks(skor[:35]), indeks(skor[35:47]), indeks(skor[47:])]
        hasil = idm(*bagian)
        assert (hasil, status(hasil).value) == (row.idm, row.status), row
        assert [round(float(b), 4) for b in bagian] == [
            float(x) for x in (row.iks, row.ike, row.ikl)
        ], row


def test_status_2023_dari_indeks_terbitan(kabupaten):
    rows = IdmDesa.objects.filter(desa__kecamatan__kabupaten=kabupaten, tahun=2023)
    assert list(rows.counts().values()) == [6, 77, 200, 5, 0]
    assert all(status(row.idm).value == row.status for row in rows)
