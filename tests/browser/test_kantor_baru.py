"""Kabupaten di luar demo, dari pemasangan kosong sampai RA, PK dan LKjIP bertanda tangan."""

import json
import re
import shutil
import subprocess

import pytest

from documents import signing
from dpmd import sources
from tests.browser.conftest import OUT, ROOT
from tests.browser.kantor import SANDI, Kantor, pemasangan
from tests.browser.lembar_kantor import BIDANG, isi_buku, isi_pengukuran

DAERAH, ASING = "33.16", ("16.07", "15.02")
PEMENGGALAN = re.compile(r"\u2010\s+")
NIP = "19700101 199001 1 00"
FORMULIR = 25  # paling banyak, sampai LKjIP bertanda tangan
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
)
DINAS = {
    "daerah__kode": DAERAH,
    "dinas__nama": "Dinas Pemberdayaan Masyarakat dan Desa",
    "dinas__singkatan": "DPMD",
    "dinas__alamat": "Jalan Contoh Nomor 1",
    "dinas__tempat": "Blora",
    "dinas__tahun_kerja": "2025",
    "kepala__nama": "Pejabat Contoh 1",
    "kepala__nip": f"{NIP}1",
    "kepala__jabatan": "Kepala Dinas Pemberdayaan Masyarakat dan Desa",
    "kepala__pangkat": "Pembina Utama Muda",
    "kepala__golongan": "IV/c",
    "kepala__mulai": "2024-01-02",
    "admin__username": "admin",
    "admin__sandi": SANDI,
    "admin__sandi_lagi": SANDI,
}
TIM = {
    "kepala_dinas__username": "kepala.dinas",
    "kepala_daerah__nama": "Pejabat Contoh 2",
    "kepala_daerah__jabatan": "Bupati Blora",
    "kepala_daerah__mulai": "2024-01-02",
    "kepala_daerah__username": "bupati",
    "inspektur__nama": "Pejabat Contoh 3",
    "inspektur__nip": f"{NIP}3",
    "inspektur__jabatan": "Inspektur",
    "inspektur__mulai": "2024-01-02",
    "inspektur__username": "inspektur",
    "bidang_1__bidang": BIDANG,
    "bidang_1__nama": "Pejabat Contoh 4",
    "bidang_1__nip": f"{NIP}4",
    "bidang_1__jabatan": "Kepala Bidang Pemerintahan Desa",
    "bidang_1__mulai": "2024-01-02",
    "bidang_1__username": "kepala.bidang",
    "operator_1__nama": "Pegawai Contoh 1",
    "operator_1__username": "operator",
}
NASKAH = {
    "perjanjian": {
        "pihak_pertama": "Pejabat Contoh 1",
        "pihak_kedua": "Pejabat Contoh 2",
        "nomor": "PK/1/2025",
        "tanggal": "2025-01-31",
    },
    "naskah": {"jenis": "Rencana Aksi", "nomor": "RA/1/2025", "tanggal": "2025-02-03"},
    "lkjip": {"nomor": "LKJIP/1/2025", "tanggal": "2026-02-20"},
}

# angka yang diketik pada lembarnya, sebagaimana dibaca orang pada bukunya
LKJIP = (
    "Yang terealisasi Rp 480.000.000 (empat ratus delapan puluh juta rupiah) atau 96,00 %.",
    "271 Dokumen 271 Dokumen 100,00",
    "“Jumlah BUM Desa aktif” ditargetkan 120 Unit dan terealisasi 114 Unit, sehingga target belum",
    "Terhadap target akhir Renstra 2025–2029, yaitu 50,00 %, hasil itu setara 61,99 %.",
)


@pytest.fixture
def kantor(chromium):
    """Kantor yang galat konsol dan jawaban gagalnya menggagalkan uji."""
    kantor = Kantor(chromium)
    yield kantor
    kantor.pulang()
    assert not kantor.masalah


def buka_kantor(kantor, alamat, folder, potret):
    """Admin membuka kantornya lalu mengundang timnya; hasilnya tautan tiap akun."""
    logo = folder / "logo.svg"
    logo.write_text(LOGO)
    admin = kantor.datang(alamat)
    potret(admin.page, "60-mulai")
    admin.isi("Buka kantor", berkas=logo, **DINAS)
    admin.isi("Masuk", username="admin", password=SANDI)
    admin.pasang_faktor()
    potret(admin.page, "61-langkah-admin")
    admin.buka("Kepala daerah dan Inspektur")
    potret(admin.page, "62-tim")
    admin.isi("Simpan dan buat tautan", **TIM)
    potret(admin.page, "63-tautan")
    tautan = admin.page.locator("main input[readonly]").all()
    return {satu.get_attribute("name"): satu.input_value() for satu in tautan}


def masuk(kantor, tautan):
    """Tiap orang memasang kata sandinya; yang wajib memasang faktor keduanya."""
    tim = {}
    for nama, alamat in tautan.items():
        orang = kantor.datang(alamat)
        orang.isi("Pasang kata sandi", new_password1=SANDI, new_password2=SANDI)
        if nama != "operator":
            orang.pasang_faktor()
        tim[nama] = orang
    return tim


def pasang_sertifikat(orang):
    """Kepala dinas mengunggah sertifikatnya sendiri."""
    nip = f"{NIP}1".replace(" ", "")
    berkas = signing.create_certificate(nip, "Pejabat Contoh 1", "DPMD Blora", SANDI)
    orang.page.goto("/akun/keamanan/")
    orang.buka("Sertifikat tanda tangan")
    orang.isi("Pasang", berkas=berkas, passphrase=SANDI)


def isi_setahun(operator, folder, potret):
    """Rencana dan realisasi setahun dari dua lembar unduhan."""
    page = operator.page
    potret(page, "64-langkah-operator")
    operator.buka("buku kerja")
    buku = isi_buku(operator.unduh("Unduh", folder / "buku.xlsx"))
    operator.isi("Unggah", berkas=buku)
    operator.tunggu_tugas()
    potret(page, "65-pratinjau-buku")
    operator.tekan("Terapkan")
    operator.tunggu_tugas()
    page.goto("/kinerja/evaluasi/impor/")
    ukur = isi_pengukuran(operator.unduh("Unduh", folder / "pengukuran.xlsx"))
    operator.isi("Unggah", berkas=ukur)
    operator.tekan("Terapkan")
    page.goto("/")
    potret(page, "66-langkah-naskah")


def susun_naskah(operator, potret):
    """Ketiga naskah dibuat dan diajukan; hasilnya alamatnya."""
    alamat = {}
    for jalan, isian in NASKAH.items():
        operator.page.goto(f"/kinerja/{jalan}/tambah/")
        operator.isi("Simpan", **isian)
        assert "Lengkap: semua yang wajib" in operator.page.inner_text("main")
        alamat[jalan] = operator.page.url
    for satu in alamat.values():
        operator.langkahi(satu, "Ajukan")
    potret(operator.page, "67-lkjip-diajukan")
    return alamat


def setujui_dan_tanda_tangani(tim, alamat):
    sah = {"password": SANDI, "passphrase": SANDI}
    for satu in alamat.values():
        tim["kepala.bidang"].langkahi(satu, "Setujui")
    reviu = "Telah direviu."
    tim["inspektur"].langkahi(alamat["lkjip"], "Nyatakan telah direviu", note=reviu)
    for satu in alamat.values():
        tim["kepala.dinas"].langkahi(satu, "Tanda tangani", **sah)
    tim["bupati"].langkahi(alamat["perjanjian"], "Tanda tangani", password=SANDI)


def teks_pdf(orang, jalan, alamat):
    """Tulisan naskah sahnya, sesudah statusnya ditandatangani."""
    OUT.mkdir(exist_ok=True)
    path = OUT / f"{jalan}-blora-2025.pdf"
    orang.page.goto(alamat)
    assert "Ditandatangani" in orang.page.inner_text("main")
    tautan = orang.page.locator("main a:has-text('PDF')").first.get_attribute("href")
    path.write_bytes(orang.page.request.get(tautan).body())
    hasil = subprocess.run(
        [shutil.which("pdftotext"), "-layout", path, "-"], capture_output=True, check=True
    )
    return hasil.stdout.decode()


def kata_asing():
    """Nama daerah demo, provinsinya, wilayahnya dan pejabatnya yang tidak ada di Blora.

    Nama desa sepatah (Maju, Sumber) juga kata biasa; yang dicari nama desa beberapa patah.
    """
    sendiri = {satu.nama.casefold() for satu in sources.wilayah(DAERAH)}
    asing = {_nama_orang(satu) for satu in _isi_demo("accounts.pejabat")}
    for kode in ASING:
        daerah = sources.semua_daerah()[kode]
        asing |= {daerah.nama, daerah.provinsi}
        for wilayah in sources.wilayah(kode):
            if wilayah.kode.count(".") == 2 or " " in wilayah.nama:
                asing.add(wilayah.nama)
    return {re.escape(kata) for kata in asing if kata.casefold() not in sendiri}


def _isi_demo(model):
    """Isi tiap baris model itu pada data demo."""
    for path in sorted((ROOT / "fixtures").glob("*_*.json")):
        if not path.name.startswith("acuan_"):
            semua = json.loads(path.read_text())
            yield from (satu["fields"] for satu in semua if satu["model"] == model)


def _nama_orang(isi):
    """Tanpa gelar di belakangnya."""
    return isi["nama"].split(",")[0]


def test_kantor_baru_sampai_lkjip_bertanda_tangan(kantor, potret, tmp_path):
    with pemasangan(tmp_path) as alamat:
        tim = masuk(kantor, buka_kantor(kantor, alamat, tmp_path, potret))
        pasang_sertifikat(tim["kepala.dinas"])
        isi_setahun(tim["operator"], tmp_path, potret)
        naskah = susun_naskah(tim["operator"], potret)
        setujui_dan_tanda_tangani(tim, naskah)
        teks = {}
        for jalan, satu in naskah.items():
            teks[jalan] = teks_pdf(tim["kepala.dinas"], jalan, satu)
        potret(tim["kepala.dinas"].page, "68-lkjip-ditandatangani")
    daftar = "".join(f"{satu}\n" for satu in kantor.formulir)
    (OUT / "formulir-blora-2025.txt").write_text(daftar)
    assert len(kantor.formulir) <= FORMULIR, daftar
    assert "tanpa sertifikat elektronik" not in teks["naskah"] + teks["lkjip"]
    asing = kata_asing()
    assert len(asing) > 400
    rapat = " ".join(PEMENGGALAN.sub("", teks["lkjip"]).split())
    for kalimat in LKJIP:
        assert kalimat in rapat
    for jalan, isi in teks.items():
        assert "BLORA" in isi.upper(), jalan
        assert not re.findall(rf"\b({'|'.join(asing)})\b", isi, re.IGNORECASE), jalan
