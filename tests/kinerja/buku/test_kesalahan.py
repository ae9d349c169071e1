"""Semua kesalahan semua lembar sekaligus, masing-masing pada selnya."""

import pytest

from documents.models import Kunci
from kinerja.buku.penerima import BukuKerja
from kinerja.models import Dpa, Nomenklatur, Program, RekapPegawai
from tests import factories
from tests.kinerja.buku.bahan import BULAN, DESA, berkas, salinan

pytestmark = pytest.mark.django_db
SUB = "2.13.04.2.01"
BENAR = {
    "Renstra": ["", "", "", "Sasaran lain"],
    "Indikator": [1, "IKK", "Indikator {n}", "Desa", "", "", "", 4, 5],
    "DPA": ["DPA pergeseran", "{n}", "DPA/{n}", "2024-03-01"],
    "Pegawai": ["Golongan", "{n}", "Baris {n}", 3],
}
# lembar → (kolom yang salah, isinya) tiap baris
SALAH = {
    "Renstra": [("A", isi) for isi in ("x", "1,5", "-1", "satu", "I", "#", "a1", "0,2", "?", "!")],
    "Indikator": [
        ("A", 99), ("B", "IKX"), ("D", None), ("E", "dirata-ratakan saja"), ("F", "entah"),
        ("G", "Bidang Tiada"), ("H", "banyak"), ("H", "12.34"), ("I", "sedikit"), ("I", "5 Orang"),
    ],
    "DPA": [
        ("A", "DPA lain"), ("A", None), ("B", "nol"), ("B", None), ("B", -1), ("C", None),
        ("D", "kemarin"), ("D", None), ("D", "31/02/2024"), ("D", 45000),
    ],
    "Pegawai": [
        ("A", "Agama"), ("A", "?"), ("B", "x"), ("B", -2), ("D", "x"), ("D", -3), ("D", "1,5"),
        ("D", None), ("D", "12.34"), ("D", "=1+1"),
    ],
}  # fmt: skip
KEPALA = {
    "Renstra": ["Nomor sasaran", "Nomor tujuan", "Tujuan", "Sasaran"],
    "Indikator": ["Nomor sasaran", "Jenis", "Indikator", "Satuan", "Nilai setahun", "Rumus capaian",
                  "Penanggung jawab", "Target 2024", "Realisasi 2024"],
    "DPA": ["Jenis DPA", "Pergeseran ke", "Nomor DPA", "Tanggal DPA"],
    "Pegawai": ["Kelompok", "Urutan", "Uraian", "Jumlah orang"],
}  # fmt: skip
PROGRAM = [
    ["Kode", "Uraian", "Indikator", "Target", "Satuan", "Pagu", "Penanggung jawab", "Pejabat",
     "Nomor sasaran"],
    ["2.13.04", "PROGRAM", "Persentase desa tertib", 80, "%"],
    [SUB, "Kegiatan", "Desa dibina", 3, "Desa"],
    ["9.99", "Bukan kode"],  # A
    ["2.13.05.2.01", "Kegiatan tanpa program"],  # A
    [f"{SUB}.0001", "Satu", "a", "dua", "Dokumen"],  # D
    [f"{SUB}.0002", "Dua", "a", 1, "Dokumen", -5],  # F
    [f"{SUB}.0003", "Tiga", "a", 1, "Dokumen", "12.34"],  # F
    [f"{SUB}.0004", "Empat", "a", 1, "Dokumen", 1, "Bidang Tiada"],  # G
    [f"{SUB}.0005", "Lima", "a", 1, "Dokumen", 1, None, "Orang Tiada"],  # H
    ["2.13.02", "PROGRAM", "a", 1, "%", None, None, None, 99],  # I
    [f"{SUB}.0006", None, "a", 1, "Dokumen"],  # B
    [f"{SUB}.0007", "Tujuh", "a", "5 Orang", "Dokumen"],  # D
]  # fmt: skip
SEL_PROGRAM = ("A4", "A5", "D6", "F7", "F8", "G9", "H10", "I11", "B12", "D13")
AKSI = [
    ["Kode", "Aksi kegiatan", *BULAN],
    ["kode", "x"],  # A
    [f"{SUB}.0099", "x"],  # A
    [f"{SUB}.0001", "x", "x"],  # C
    [f"{SUB}.0002", "x", None, "1.2.3"],  # D
    [f"{SUB}.0003", "x", 10, 20, *[None] * 9, 30],  # N
    [f"{SUB}.0004", "x", None, None, 2.5],  # E
    [f"{SUB}.0005", "x", None, None, None, "=1+1"],  # F
    [f"{SUB}.0007", "x", None, None, None, None, -1],  # G
    [None, "tanpa kode", None],  # B
    ["2,13", "x"],  # A
]
SEL_AKSI = ("A2", "A3", "C4", "D5", "N6", "E7", "F8", "G9", "B10", "A11")


def bersalah(nama):
    """Lembar dengan satu kesalahan tiap baris, dan sel yang salah."""
    baris = [KEPALA[nama]]
    sel = []
    for nomor, (huruf, isi) in enumerate(SALAH[nama], start=1):
        satu = [str(s).format(n=nomor) if isinstance(s, str) else s for s in BENAR[nama]]
        satu[ord(huruf) - ord("A")] = isi
        baris.append(satu)
        sel.append(f"{huruf}{nomor + 1}")
    return baris, sel


def test_enam_puluh_kesalahan_sekaligus(kantor, upload):
    Dpa.objects.create(
        perangkat_daerah=kantor.dinas,
        tahun=2024,
        jenis="murni",
        nomor="DPA/0",
        tanggal="2024-01-02",
    )
    isi = salinan("Renstra")
    lembar = {}
    tanam = {("Program", sel) for sel in SEL_PROGRAM} | {("Rencana aksi", sel) for sel in SEL_AKSI}
    for nama in KEPALA:
        lembar[nama], sel = bersalah(nama)
        tanam |= {(nama, satu) for satu in sel}
    awal = ["Renstra 2021–2026", 2021, 2026]
    judul = isi["Renstra"][0][:3]
    lembar["Renstra"] = [[*judul, *baris] if not n else [*awal, *baris]
                         for n, baris in enumerate(lembar["Renstra"])]  # fmt: skip
    tanam = {(n, s.replace("A", "D") if n == "Renstra" else s) for n, s in tanam}
    lembar |= {"Program": PROGRAM, "Rencana aksi": AKSI}
    assert len(tanam) == 60
    impor = upload(lembar)
    ditemukan = {(k["lembar"], k["sel"]): k["pesan"] for k in impor.kesalahan}
    melompat = {("DPA", "B3"), ("DPA", "B7")}  # versi di atasnya sendiri bersalah
    assert ditemukan.keys() == tanam | melompat
    assert all("belum dicatat; nomornya berurutan" in ditemukan[sel] for sel in melompat)
    assert all(ditemukan.values())
    assert not Program.objects.exists()


LAIN = {
    "Bidang": [["Nama bidang", "Urutan"], ["Bidang Satu", "dua"], ["Bidang Dua", None],
               ["Bidang Dua", 4], ["Bidang Tiga", -1]],
    "Pejabat": [
        ["Nama", "NIP", "Jabatan", "Golongan", "Kepala", "TMT"],
        ["Satu", "197001011990011001", "A", "IX/z", None, "2024-01-02"],
        ["Dua", "197001011990011002", "A", "IX", "mungkin", "2024-01-02"],
        ["Tiga", "197001011990011003", "A", "III.d", "v", "2024-01-02"],
        ["Tiga", "197001011990011003", "B", "III/d", "v", "2024-01-02"],
    ],
    "Renstra": [
        ["Periode", "Tahun awal", "Tahun akhir", "Nomor tujuan", "Tujuan", "Sasaran"],
        ["Renstra 2021–2026", 2021, 2026, 1, "Desa maju", "Sasaran satu"],
        [None, None, None, 1, "Tujuan lain", "Sasaran dua"],
        [None, None, None, 1, "Desa maju", "Sasaran satu"],
    ],
    "Indikator": [
        ["Nomor sasaran", "Jenis", "Nomor indikator", "Indikator", "Satuan", "Masuk PK",
         "Target 2024", "Realisasi 2023"],
        [1, "IKU", 1, "Desa mandiri", "Desa", "barangkali", 3, 2],
        [1, "IKU", 2, "Desa maju", "Desa", "tidak", 3, "5/0"],
        [1, "IKU", 3, "Desa tertib", "Desa", "ya", "9/2", 2],
        [1, "IKU", 2, "Desa berkembang", "Desa", "entah", 4, 2],
    ],
    "Program": [
        ["Kode", "Uraian", "Nomor sasaran", "Indikator", "Target", "Satuan", "Pejabat",
         "Target TW I", "Target TW II", "Target TW III", "Target TW IV", "Nilai setahun"],
        ["2.13.04", "PROGRAM ADMINISTRASI", 1, "Desa tertib", 80, "%", "Orang Tiada"],
        [SUB, "Pembinaan", 55, "Desa dibina", 3, "Desa"],
        [f"{SUB}.0001", "Satu", 55, "Dokumen", 4, "Dokumen", None, 3, 3, 3, 3, "dijumlahkan"],
        [f"{SUB}.0002", "Dua", 2, "Dokumen", 1, None],
        [f"{SUB}.0003", "Tiga", None, "Dokumen", 1, "Dokumen"],
        [f"{SUB}.0003", "Tiga lain", None, "Peserta", 1, "Orang"],
        [f"{SUB}.0003", "Tiga", None, "Dokumen", 9, "Dokumen"],
    ],
    "Rencana aksi": [["Kode", "Aksi kegiatan", "Januari"], [f"{SUB}.0001", "a", None],
                     [f"{SUB}.0001", "b", "dua"]],
    "DPA": [["Jenis DPA", "Nomor DPA", "Tanggal DPA"], ["DPA murni", "1", "2024-01-02"],
            ["DPA murni", "2", "2024-01-03"]],
    "Pegawai": [["Kelompok", "Uraian", "Jumlah orang"], ["Pendidikan", "S-1", 5],
                ["Pendidikan", "S-1", 5]],
}  # fmt: skip
SEL_LAIN = {
    "Bidang": ["B2", "A4", "B5"],
    "Pejabat": ["D2", "E3", "A5"],
    "Renstra": ["E3", "F4"],
    "Indikator": ["F2", "H3", "G4", "D5", "F5"],
    "Program": ["C3", "C4", "F5", "C5", "A7", "A8"],
    "Rencana aksi": ["A3", "C3"],
    "DPA": ["A3"],
    "Pegawai": ["B3"],
}


def test_yang_terbaca_tetapi_keliru(kantor, upload, users):
    """Kata ya, kunci kembar, nomor tanpa tujuan, satuan dan golongan, pada kedelapan lembar."""
    users["operator"].groups.add(users["admin"].groups.get())
    impor = upload(LAIN)
    ditemukan = {(k["lembar"], k["sel"]): k["pesan"] for k in impor.kesalahan}
    assert ditemukan.keys() == {(n, sel) for n, semua in SEL_LAIN.items() for sel in semua}
    assert ditemukan["Indikator", "F2"] == (
        "“barangkali” bukan ya atau tidak; tulis v, atau kosongkan."
    )
    assert "5/0” pecahan, padahal di sini tanpa penyebut" in ditemukan["Indikator", "H3"]
    assert "sudah ditulis pada baris 3" in ditemukan["Indikator", "D5"]
    assert ditemukan["Program", "C3"] == "Sasaran nomor 55 belum ada."
    assert "baris 6 dengan nama lain" in ditemukan["Program", "A7"]
    catatan = {(k["lembar"], k["sel"]): k["pesan"] for k in impor.catatan}
    assert catatan["Program", "E4"] == ("Target tertulis 4, gabungan triwulannya 12 (dijumlahkan).")
    assert "tidak memuat kolom ini" in catatan["Program", "G2"]


def test_tahun_yang_terkunci_menolak(kantor, upload):
    sah = factories.make_penetapan(kantor, 2030).pengesahan
    Kunci.objects.create(kabupaten=kantor, tahun=2024, pengesahan=sah)
    impor = upload(salinan("Pegawai"))
    assert len(impor.kesalahan) == 3
    assert "tahun 2024 terkunci oleh" in impor.kesalahan[0]["pesan"]


def test_hak_tiap_lembar(kantor, users):
    """Yang hanya melihat tidak menulis lembar mana pun."""
    penerima = BukuKerja(users["kepala_bidang"], 2024)
    isi = penerima.read("x.xlsx", berkas(salinan("Renstra", "Pegawai")))
    pesan = {k.pesan for k in penerima.check(isi).kesalahan}
    assert pesan == {
        "Peran Anda tidak mengisi periode renstra.", "Peran Anda tidak mengisi rekap pegawai.",
    }  # fmt: skip


def test_kunci_yang_belum_lengkap(upload):
    """Tanpa periode, tanpa sasaran, tanpa induk: disebut apa yang perlu ditulis."""
    impor = upload({
        "Renstra": [["Tujuan", "Sasaran"], ["A", "B"]],
        "Indikator": [["Indikator", "Jenis", "Satuan"], [DESA, "IKU", "%"]],
        "Rencana aksi": [["Kode", "Aksi kegiatan"], ["2.13.04", "judul kelompok"]],
    })  # fmt: skip
    assert [k["pesan"] for k in impor.kesalahan] == [
        "Periode Renstra 2024 belum ada; isi tahun awal dan tahun akhirnya.",
        "Belum ada periode Renstra yang memuat tahun itu; isi lembar Renstra.",
    ]


def test_sasaran_harus_disebut_bila_lebih_dari_satu(upload, apply):
    apply(salinan("Renstra"))
    lembar = [["Indikator", "Jenis", "Satuan", "Sasaran", "Nomor indikator", "Target 2024"],
              ["Satu", "IKU", "Desa", None, 4, 3]]  # fmt: skip
    impor = upload({"Indikator": lembar})
    assert [(k["sel"], k["pesan"]) for k in impor.kesalahan] == [
        ("D2", "Sasarannya belum disebut; tulis nama atau nomornya.")
    ]
    lembar[1][3] = "Sasaran ketiga"
    impor = upload({"Indikator": lembar})
    assert [u["judul"] for u in impor.ubahan] == ["Sasaran baru", "Indikator baru", "Target baru"]


def test_tahun_di_luar_periode(apply, upload):
    apply(salinan("Renstra"))
    kepala = ["Indikator", "Jenis", "Satuan", "Sasaran", "Target 2024"]
    baris = ["A", "IKU", "Desa", "B", 3]
    impor = upload({"Indikator": [[*kepala, "Realisasi 2020"], [*baris, 5], [*baris, 6]]})
    assert impor.kesalahan[0] == {
        "lembar": "Indikator", "sel": "F1", "isi": "Realisasi 2020",
        "pesan": "Tahun 2020 di luar Renstra 2021–2026 (2021–2026); kosongkan atau hapus "
                 "kolomnya.",
    } | {k: v for k, v in impor.kesalahan[0].items() if k == "is_jumlah"}  # fmt: skip
    assert [k["sel"] for k in impor.kesalahan] == ["F1", "A3"]
    kosong = upload({"Indikator": [[*kepala, "Realisasi 2020"], [*baris, None]]})
    assert kosong.kesalahan == []


def test_pegawai_menurut_nama_dan_urutan(apply):
    apply(salinan("Pegawai"))
    apply({"Pegawai": [["Kelompok", "Urutan", "Uraian", "Jumlah orang"],
                          ["Status kepegawaian", 2, "PPPK penuh", 6],
                          ["Status kepegawaian", None, "PNS", 19]]})  # fmt: skip
    rows = RekapPegawai.objects.filter(kelompok="status").values_list("nama", "jumlah")
    assert list(rows) == [("PNS", 19), ("PPPK penuh", 6)]


def test_kode_asing_perlu_dinyatakan(upload):
    """Ditolak dengan yang terdekat; tanda pada kolomnya menyatakannya memang benar."""
    Nomenklatur.objects.create(
        kode="2.13.04",
        baku="2.13.04",
        tingkat="program",
        nama="Administrasi desa",
        tahun_awal=2021,
    )
    lembar = {"Program": [["Kode", "Uraian"], ["2.13.98", "PROGRAM LAIN"]]}
    (satu,) = upload(lembar).kesalahan
    assert satu["pesan"].startswith("Kode: Kode 2.13.98 tidak ada dalam nomenklatur 2024.")
    assert satu["pesan"].endswith("Bila memang benar, beri tanda Di luar daftar.")
    for baris, isi in zip(lembar["Program"], ("Di luar daftar", "v"), strict=True):
        baris.append(isi)
    lembar["Program"].append(["2.13.04", "Nama lain", ""])
    impor = upload(lembar)
    assert impor.kesalahan == []
    assert impor.catatan[0]["pesan"] == "Nomenklatur 2.13.04 bernama “Administrasi desa”."
